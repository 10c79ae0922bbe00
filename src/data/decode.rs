//! Reading records field by field, so that every mistake names file, record and field.
//!
//! serde's derived decoders were tried: they add a hundred kilobytes to the module that readers
//! download and cannot name the field of a wrong type. `serde_json` parses (into [`Json`]), this
//! file picks the fields.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::json::Json;
use super::{Date, Id, Problem, Text};

/// A name in the files and the value it stands for.
pub(super) type Names<T> = &'static [(&'static str, T)];

/// Whether to look for mistakes and explain them. Not in the browser: a build has read the same
/// data with this code, so a record there is only sound or not.
pub(super) const THOROUGH: bool = cfg!(not(target_arch = "wasm32"));

/// Where problems are collected.
pub(super) type Problems = RefCell<Vec<Problem>>;

/// One JSON object that is being read. Every accessor records what is wrong and returns a harmless
/// value; the caller asks [`Record::is_sound`] at the end.
pub(super) struct Record<'a> {
    fields: &'a Json<'a>,
    file: &'static str,
    /// The whole record, of which this object may be a part, and its place in the file.
    whole: (&'a Json<'a>, usize),
    /// Path of this object within the record, with a trailing dot; empty for the record itself.
    path: String,
    problems: &'a Problems,
    known: RefCell<Vec<&'static str>>,
    /// Whether the whole record is sound so far; shared with the objects inside it.
    sound: Rc<Cell<bool>>,
}

impl<'a> Record<'a> {
    /// The records of a file that holds an array of objects.
    pub(super) fn all(
        file: &'static str,
        value: &'a Json<'a>,
        problems: &'a Problems,
    ) -> Vec<Self> {
        let Some(items) = value.list() else {
            let expected = if THOROUGH { "expected an array" } else { "" };
            problems.borrow_mut().push(Problem::new(file, "the file", "JSON", expected));
            return Vec::new();
        };
        let read = |(place, item): (usize, &'a Json<'a>)| {
            Self {
                fields: item,
                file,
                whole: (item, place),
                path: String::new(),
                problems,
                known: RefCell::default(),
                sound: Rc::new(Cell::new(true)),
            }
            .object()
        };
        items.iter().enumerate().filter_map(read).collect()
    }

    /// An object inside this one; `at` is its index in a list.
    fn inside(&self, name: &str, at: Option<usize>, value: &'a Json<'a>) -> Option<Self> {
        let path = match at {
            _ if !THOROUGH => String::new(),
            Some(place) => format!("{}{name}[{place}].", self.path),
            None => format!("{}{name}.", self.path),
        };
        let (known, sound) = (RefCell::default(), Rc::clone(&self.sound));
        Self { fields: value, path, known, sound, ..*self }.object()
    }

    /// The record, if it is an object.
    fn object(self) -> Option<Self> {
        if self.fields.fields().is_none() {
            self.wrong("", "an object", self.fields);
            return None;
        }
        Some(self)
    }

    /// Records a problem with a field; in a browser without the field and the reason.
    pub(super) fn problem(&self, field: &str, expected: impl Into<String>) {
        if THOROUGH {
            self.report(format!("{}{field}", self.path).trim_end_matches('.'), expected.into());
        } else {
            self.report("", String::new());
        }
    }

    fn report(&self, field: &str, expected: String) {
        let (whole, place) = self.whole;
        let number = || format!("record {}", place + 1);
        let name = whole.get("id").and_then(Json::text).map_or_else(number, str::to_owned);
        self.problems.borrow_mut().push(Problem::new(self.file, &name, field, expected));
        self.sound.set(false);
    }

    /// Reports unknown fields, and returns whether the record is sound.
    pub(super) fn is_sound(&self) -> bool {
        if !THOROUGH {
            return self.sound.get();
        }
        let known = self.known.borrow();
        for (name, _) in self.fields.fields().into_iter().flatten() {
            if !known.contains(&&**name) {
                self.problem(name, format!("unknown field; expected one of {}", known.join(", ")));
            }
        }
        self.sound.get()
    }

    /// The field's value; `None` where it is missing or null.
    fn get(&self, name: &'static str) -> Option<&'a Json<'a>> {
        if THOROUGH && !self.known.borrow().contains(&name) {
            self.known.borrow_mut().push(name);
        }
        self.fields.get(name).filter(|value| !matches!(value, Json::Null))
    }

    /// Whether the field is there, well-formed or not.
    pub(super) fn has(&self, name: &'static str) -> bool {
        self.get(name).is_some()
    }

    /// Whether the field holds a number.
    pub(super) fn is_number(&self, name: &'static str) -> bool {
        self.get(name).is_some_and(|value| value.number().is_some())
    }

    /// Whether nothing was wrong so far.
    pub(super) fn is_sound_so_far(&self) -> bool {
        self.sound.get()
    }

    fn wrong(&self, name: &str, expected: &str, value: &Json<'_>) {
        if THOROUGH {
            self.problem(name, format!("expected {expected}, found {}", short(value)));
        } else {
            self.problem(name, "");
        }
    }

    fn missing(&self, name: &str) {
        self.problem(name, "missing field");
    }

    /// A string that may be missing.
    pub(super) fn maybe_string(&self, name: &'static str) -> Option<Rc<str>> {
        let value = self.get(name)?;
        if value.text().is_none() {
            self.wrong(name, "a string", value);
        }
        value.text().map(Rc::from)
    }

    pub(super) fn string(&self, name: &'static str) -> Rc<str> {
        if self.get(name).is_none() {
            self.missing(name);
        }
        self.maybe_string(name).unwrap_or_default()
    }

    /// A list of ids; empty where it is missing.
    pub(super) fn ids(&self, name: &'static str) -> Vec<Id> {
        let Some(value) = self.get(name) else { return Vec::new() };
        let ids = value
            .list()
            .and_then(|items| items.iter().map(|item| item.text().map(Id::from)).collect());
        ids.unwrap_or_else(|| {
            self.wrong(name, "an array of strings", value);
            Vec::new()
        })
    }

    /// A number that may be missing.
    pub(super) fn maybe_number(&self, name: &'static str) -> Option<f64> {
        let value = self.get(name)?;
        if value.number().is_none() {
            self.wrong(name, "a number", value);
        }
        value.number()
    }

    pub(super) fn number(&self, name: &'static str) -> f64 {
        if self.get(name).is_none() {
            self.missing(name);
        }
        self.maybe_number(name).unwrap_or(f64::NAN)
    }

    /// A whole number that may be missing; `4.0` is one, as in JSON Schema.
    pub(super) fn maybe_count(&self, name: &'static str) -> Option<u16> {
        let value = self.get(name)?;
        let whole = value.number().filter(|number| number.fract() == 0.0);
        let count = whole.filter(|number| (0.0..=f64::from(u16::MAX)).contains(number));
        let count = count.map(|number| number as u16);
        if count.is_none() {
            self.wrong(name, "a whole number", value);
        }
        count
    }

    /// A whole number from 0 to 255.
    pub(super) fn small_count(&self, name: &'static str) -> u8 {
        if self.get(name).is_none() {
            self.missing(name);
        }
        let count = self.maybe_count(name);
        let small = count.map(u8::try_from);
        if let Some(Err(_)) = small {
            self.problem(name, "expected a number up to 255");
        }
        small.and_then(Result::ok).unwrap_or_default()
    }

    /// `true` or `false`; `false` where it is missing.
    pub(super) fn flag(&self, name: &'static str) -> bool {
        let Some(value) = self.get(name) else { return false };
        if value.flag().is_none() {
            self.wrong(name, "true or false", value);
        }
        value.flag().unwrap_or_default()
    }

    /// A date that may be missing.
    pub(super) fn maybe_date(&self, name: &'static str) -> Option<Date> {
        let value = self.get(name)?;
        let date = value.text().and_then(Date::parse);
        if date.is_none() {
            self.wrong(name, "a date such as 2024, 2024-08 or 2024-08-20", value);
        }
        date
    }

    /// A date; `None` where it is wrong or missing, which is reported.
    pub(super) fn needed_date(&self, name: &'static str) -> Option<Date> {
        if self.get(name).is_none() {
            self.missing(name);
        }
        self.maybe_date(name)
    }

    pub(super) fn date(&self, name: &'static str) -> Date {
        self.needed_date(name).unwrap_or(Date { year: 1, month: None, day: None })
    }

    /// One of several names, `default` where it is missing.
    pub(super) fn choice_or<T: Copy>(&self, name: &'static str, names: Names<T>, default: T) -> T {
        let found = self.word(name, names.len(), &|at| names.get(at).map_or("", |(word, _)| word));
        found.and_then(|at| names.get(at)).map_or(default, |(_, value)| *value)
    }

    /// Which of `count` words a field holds; `None` where it is missing, or none of them, which is
    /// reported. Compiled once, not for each kind of value that words stand for.
    fn word(
        &self,
        name: &'static str,
        count: usize,
        word_at: &dyn Fn(usize) -> &'static str,
    ) -> Option<usize> {
        let value = self.get(name)?;
        let found = (0..count).find(|&at| value.text() == Some(word_at(at)));
        if found.is_none() && THOROUGH {
            let words: Vec<&str> = (0..count).map(word_at).collect();
            self.wrong(name, &format!("one of {}", words.join(", ")), value);
        } else if found.is_none() {
            self.problem(name, "");
        }
        found
    }

    /// One of several names.
    pub(super) fn choice<T: Copy>(&self, name: &'static str, names: Names<T>) -> Option<T> {
        if self.get(name).is_none() {
            self.missing(name);
        }
        let (_, any) = *names.first()?;
        Some(self.choice_or(name, names, any))
    }

    pub(super) fn choices<T: Copy>(&self, name: &'static str, names: Names<T>) -> Vec<T> {
        let ids = self.ids(name);
        let find =
            |word: &Id| names.iter().find(|(known, _)| *known == &**word).map(|(_, value)| *value);
        let found: Vec<T> = ids.iter().filter_map(find).collect();
        if found.len() < ids.len() {
            let words = || names.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ");
            let told = || format!("expected names among {}", words());
            self.problem(name, if THOROUGH { told() } else { String::new() });
        }
        found
    }

    /// An object that may be missing.
    pub(super) fn maybe_record(&self, name: &'static str) -> Option<Record<'a>> {
        self.inside(name, None, self.get(name)?)
    }

    pub(super) fn record(&self, name: &'static str) -> Option<Record<'a>> {
        if self.get(name).is_none() {
            self.missing(name);
        }
        self.maybe_record(name)
    }

    /// A list of objects; empty where it is missing.
    pub(super) fn records(&self, name: &'static str) -> Vec<Record<'a>> {
        let Some(value) = self.get(name) else { return Vec::new() };
        let Some(items) = value.list() else {
            self.wrong(name, "an array", value);
            return Vec::new();
        };
        let read = |(place, item): (usize, &'a Json<'a>)| self.inside(name, Some(place), item);
        items.iter().enumerate().filter_map(read).collect()
    }

    /// Reports a missing list; it may be empty.
    pub(super) fn needs(&self, name: &'static str) {
        if self.get(name).is_none() {
            self.missing(name);
        }
    }

    /// A text in both languages that may be missing.
    pub(super) fn maybe_text(&self, name: &'static str) -> Option<Text> {
        self.maybe_record(name).map(|record| record.as_text())
    }

    /// A text in both languages.
    pub(super) fn text(&self, name: &'static str) -> Text {
        self.record(name).map_or_else(Text::default, |record| record.as_text())
    }

    pub(super) fn texts(&self, name: &'static str) -> Vec<Text> {
        self.records(name).iter().map(Self::as_text).collect()
    }

    fn as_text(&self) -> Text {
        let text = Text { vi: self.string("vi"), en: self.string("en") };
        self.is_sound();
        text
    }
}

/// A value as a message shows it.
fn short(value: &Json<'_>) -> String {
    match value {
        Json::Null => "null".into(),
        Json::Flag(flag) => flag.to_string(),
        Json::Number(number) => number.to_string(),
        Json::Text(text) => format!("\"{text}\""),
        Json::List(_) => "an array".into(),
        Json::Fields(_) => "an object".into(),
    }
}
