//! Files, with errors that name the one that cannot be read or written.

use std::fs;
use std::io;
use std::path::Path;

pub(crate) fn read(path: impl AsRef<Path>) -> Result<Vec<u8>, String> {
    fs::read(&path).map_err(|error| told(&path, &error))
}

pub(crate) fn read_text(path: impl AsRef<Path>) -> Result<String, String> {
    fs::read_to_string(&path).map_err(|error| told(&path, &error))
}

/// As [`read_text`]; `None` where there is no such file.
pub(crate) fn read_text_if_there(path: impl AsRef<Path>) -> Result<Option<String>, String> {
    match fs::read_to_string(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(told(&path, &error)),
        Ok(text) => Ok(Some(text)),
    }
}

/// Writes a file, and makes its folder where there is none.
pub(crate) fn write(path: impl AsRef<Path>, content: impl AsRef<[u8]>) -> Result<(), String> {
    let folder = path.as_ref().parent().map_or(Ok(()), fs::create_dir_all);
    folder.and_then(|()| fs::write(&path, content)).map_err(|error| told(&path, &error))
}

/// Copies a file to where [`write()`] would write it.
pub(crate) fn copy(from: impl AsRef<Path>, to: impl AsRef<Path>) -> Result<(), String> {
    write(to, read(from)?)
}

fn told(path: &impl AsRef<Path>, error: &io::Error) -> String {
    format!("{}: {error}", path.as_ref().display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_name_the_file() {
        let missing = "no/such/file";
        for told in [read(missing).err(), read_text(missing).err(), copy(missing, "target/x").err()]
        {
            assert!(told.is_some_and(|told| told.starts_with("no/such/file: ")));
        }
        assert!(write("Cargo.toml/x", "").is_err_and(|told| told.starts_with("Cargo.toml/x: ")));
    }

    #[test]
    fn only_a_file_that_is_not_there_is_none() {
        assert_eq!(read_text_if_there("no/such/file"), Ok(None));
        assert!(read_text_if_there("Cargo.toml").is_ok_and(|text| text.is_some()));
        assert!(read_text_if_there("src").is_err_and(|told| told.starts_with("src: ")));
    }
}
