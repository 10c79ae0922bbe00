//! A table as CSV: RFC 4180 with its line ends, UTF-8, a header of column names.

use super::tables::{Cell, Table};

/// How a CSV file separates its cells and writes its numbers.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Dialect {
    /// Commas and decimal points.
    International,
    /// What an Excel with Vietnamese settings opens correctly by a double click: semicolons,
    /// decimal commas, a byte order mark.
    Vietnamese,
}

impl Dialect {
    /// What stands between two cells.
    pub fn separator(self) -> char {
        match self {
            Self::International => ',',
            Self::Vietnamese => ';',
        }
    }

    /// What stands before the decimals.
    pub fn decimal_mark(self) -> char {
        match self {
            Self::International => '.',
            Self::Vietnamese => ',',
        }
    }
}

/// The table as the content of a file.
pub fn csv(table: &Table, dialect: Dialect) -> String {
    let mut file = String::new();
    if dialect == Dialect::Vietnamese {
        file.push('\u{feff}');
    }
    let names = table.columns.iter().map(|column| column.name.to_owned());
    push_record(&mut file, names, dialect);
    for row in &table.rows {
        push_record(&mut file, row.iter().map(|cell| written(cell, dialect)), dialect);
    }
    file
}

fn push_record(file: &mut String, cells: impl Iterator<Item = String>, dialect: Dialect) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            file.push(dialect.separator());
        }
        let quoted = |c: char| c == dialect.separator() || matches!(c, '"' | '\r' | '\n');
        if cell.contains(quoted) {
            file.push('"');
            file.push_str(&cell.replace('"', "\"\""));
            file.push('"');
        } else {
            file.push_str(&cell);
        }
    }
    file.push_str("\r\n");
}

fn written(cell: &Cell, dialect: Dialect) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Flag(flag) => flag.to_string(),
        Cell::Number(number) => {
            // The shortest decimal that reads back as this very number; never an exponent.
            let plain = number.to_string();
            match dialect {
                Dialect::International => plain,
                Dialect::Vietnamese => plain.replace('.', ","),
            }
        }
        Cell::Text(text) => defused(text),
    }
}

/// The text; one that a spreadsheet would run as a formula gets an apostrophe in front, which
/// spreadsheets take as “this is text”.
fn defused(text: &str) -> String {
    let runs = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if runs && !is_plain_number(text) { format!("'{text}") } else { text.to_owned() }
}

/// A sign, digits, and points or commas between them.
fn is_plain_number(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    digits
        .split(['.', ','])
        .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_become_texts_and_numbers_stay() {
        for formula in
            ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "-", "-5,2%"]
        {
            assert_eq!(defused(formula), format!("'{formula}"));
        }
        for harmless in
            ["", "87,02%", "dưới 5%", "-5", "+5", "-75.1", "-1.234,5", "a=b", "−5", "'="]
        {
            assert_eq!(defused(harmless), harmless);
        }
    }

    #[test]
    fn numbers_are_written_in_full() {
        let both = |number: f64| {
            [Dialect::International, Dialect::Vietnamese]
                .map(|dialect| written(&Cell::Number(number), dialect))
        };
        assert_eq!(both(-75.1), ["-75.1", "-75,1"]);
        assert_eq!(both(87.015), ["87.015", "87,015"]);
        assert_eq!(both(16_533_000_000_000.0), ["16533000000000"; 2]);
        assert_eq!(both(0.0001), ["0.0001", "0,0001"]);
        assert_eq!(both(5.0), ["5", "5"]);
    }
}
