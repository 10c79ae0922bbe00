//! JSON that borrows names and strings from its text. Fields keep their order, and one that is
//! written twice is there twice. `serde_json::Value` copies every name into a tree first, which
//! took half of the time of reading a dataset.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// A value of a JSON text.
#[derive(Debug)]
pub(super) enum Json<'a> {
    Null,
    Flag(bool),
    Number(f64),
    Text(Cow<'a, str>),
    List(Vec<Self>),
    Fields(Vec<(Cow<'a, str>, Self)>),
}

impl<'a> Json<'a> {
    /// The field with that name, if this is an object that has one; the last of several.
    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        self.fields()?.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    pub(super) fn fields(&self) -> Option<&[(Cow<'a, str>, Self)]> {
        if let Self::Fields(fields) = self { Some(fields) } else { None }
    }

    pub(super) fn list(&self) -> Option<&[Self]> {
        if let Self::List(items) = self { Some(items) } else { None }
    }

    pub(super) fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub(super) fn number(&self) -> Option<f64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    pub(super) fn flag(&self) -> Option<bool> {
        if let Self::Flag(flag) = self { Some(*flag) } else { None }
    }

    /// Paths of the fields that are written twice in here, such as `2.quantity.step` in the third
    /// record: `get` takes the last one, and the others are lost. Only the build looks for them;
    /// the browser gets checked data.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn fields_written_twice(&self) -> Vec<String> {
        let mut found = Vec::new();
        let mut inside = |part: &str, value: &Self| {
            let paths = value.fields_written_twice();
            found.extend(paths.iter().map(|path| format!("{part}.{path}")));
        };
        match self {
            Self::List(items) => {
                for (at, item) in items.iter().enumerate() {
                    inside(&at.to_string(), item);
                }
            }
            Self::Fields(fields) => {
                for (name, value) in fields {
                    inside(name, value);
                }
                let earlier = |at: usize| fields.iter().take(at).map(|(name, _)| name);
                let twice = |(at, (name, _)): &(usize, &(Cow<'a, str>, Self))| {
                    earlier(*at).any(|known| known == name)
                };
                let twice = fields.iter().enumerate().filter(twice);
                found.extend(twice.map(|(_, (name, _))| name.to_string()));
            }
            _ => {}
        }
        found
    }
}

impl<'de> Deserialize<'de> for Json<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Values)
    }
}

struct Values;

impl<'de> Visitor<'de> for Values {
    type Value = Json<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Self::Value, E> {
        Ok(Json::Flag(flag))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Json::Number(number as f64))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Json::Number(number as f64))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Self::Value, E> {
        Ok(Json::Number(number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Json::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Json::Text(Cow::Borrowed(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Vec::new();
        while let Some(name) = map.next_key()? {
            // The key of an object is always a string.
            if let Json::Text(name) = name {
                fields.push((name, map.next_value()?));
            }
        }
        Ok(Json::Fields(fields))
    }
}
