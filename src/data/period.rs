//! Dates of year, month or day precision, and the periods that figures belong to.

use std::cmp::Ordering;
use std::fmt;
use std::mem::discriminant;

/// A calendar date as precise as it was printed: a year, a month or a day.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Date {
    /// Year of the Gregorian calendar.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: Option<u8>,
    /// Day of the month; only together with a month.
    pub day: Option<u8>,
}

impl Date {
    /// Reads `2024`, `2024-08` or `2024-08-20`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = parts.next().map(|part| digits(part, 2));
        let day = parts.next().map(|part| digits(part, 2));
        if parts.next().is_some() || month == Some(None) || day == Some(None) {
            return None;
        }
        let (month, day) = (month.flatten(), day.flatten());
        let month_fits = month.is_none_or(|m| (1..=12).contains(&m));
        let day_fits = day.is_none_or(|d| (1..=days_in(year, month.unwrap_or(1))).contains(&d));
        (month_fits && day_fits).then_some(Self {
            year,
            month: month.map(|m| m as u8),
            day: day.map(|d| d as u8),
        })
    }

    /// First day that the date covers, as a day number: differences are lengths in days.
    pub fn first_day(self) -> u32 {
        ordinal(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// Last day that the date covers, likewise.
    pub fn last_day(self) -> u32 {
        let month = self.month.unwrap_or(12);
        let last = days_in(self.year, u16::from(month)) as u8;
        ordinal(self.year, month, self.day.unwrap_or(last))
    }

    /// The day after; for a date without a day, the date itself.
    #[must_use]
    pub fn next_day(self) -> Self {
        let Self { year, month: Some(month), day: Some(day) } = self else { return self };
        let (month, day) = match (u16::from(day) < days_in(year, u16::from(month)), month) {
            (true, _) => (month, day + 1),
            (false, 12) => return Self { year: year + 1, month: Some(1), day: Some(1) },
            (false, _) => (month + 1, 1),
        };
        Self { year, month: Some(month), day: Some(day) }
    }

    /// Whether its last day ends a month.
    fn ends_month(self) -> bool {
        Self { day: None, ..self }.last_day() == self.last_day()
    }

    /// The number of the day `months` after its last day: the same day of the month, or the last
    /// day of a shorter month.
    fn after(self, months: u32) -> u32 {
        let month = 12 * u32::from(self.year) + u32::from(self.month.unwrap_or(12)) - 1 + months;
        let (year, month) = ((month / 12) as u16, (month % 12 + 1) as u8);
        let last = days_in(year, u16::from(month)) as u8;
        ordinal(year, month, self.day.unwrap_or(31).min(last))
    }
}

/// Months from the month of one date to that of another, whatever their days; 0 where the second is
/// not later.
pub fn months_between(earlier: Date, later: Date) -> u32 {
    let month = |date: Date| 12 * u32::from(date.year) + u32::from(date.month.unwrap_or(12));
    month(later).saturating_sub(month(earlier))
}

/// Whole calendar months from the end of one date to the end of another, and the remaining days:
/// from 30 December to 30 June is six months. Both are 0 where the second date is not later.
pub fn months_and_days_between(earlier: Date, later: Date) -> (u32, u32) {
    if later.last_day() <= earlier.last_day() {
        return (0, 0);
    }
    let months = months_between(earlier, later);
    // From the end of February to that of March is one month, not one month and three days.
    if earlier.ends_month() && later.ends_month() {
        return (months, 0);
    }
    let whole =
        if earlier.after(months) <= later.last_day() { months } else { months.saturating_sub(1) };
    (whole, later.last_day().saturating_sub(earlier.after(whole)))
}

/// Days since 1 March of the year 0, so that differences are lengths in days.
fn ordinal(year: u16, month: u8, day: u8) -> u32 {
    // Years begin in March here: the leap day is then the last of the year.
    let shifted = u32::from(year) - u32::from(month <= 2);
    let months = (u32::from(month) + 9) % 12;
    365 * shifted + shifted / 4 - shifted / 100
        + shifted / 400
        + (153 * months + 2) / 5
        + u32::from(day)
}

fn digits(text: &str, length: usize) -> Option<u16> {
    let well_formed = text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
    if well_formed { text.parse().ok().filter(|&n| n > 0) } else { None }
}

fn days_in(year: u16, month: u16) -> u16 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// The stretch of time a figure covers.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Span {
    /// The state at the end of a date.
    AsOf(Date),
    /// What happened between two dates, both included.
    During {
        /// First date.
        from: Date,
        /// Last date.
        to: Date,
    },
    /// Everything since a beginning that the source does not print.
    SinceStart {
        /// Last date.
        to: Date,
    },
    /// From the beginning of a date, without an end that the source prints: a rule, a capacity.
    From(Date),
}

/// A span, and which of its parts the text does not state.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Period {
    /// The span.
    pub span: Span,
    /// Names of the parts that were inferred: `from`, `to`, `as_of`, `year`.
    pub inferred: Vec<super::Id>,
}

impl Period {
    /// Last date of the span; where no end is printed, its first date.
    pub fn end(&self) -> Date {
        match self.span {
            Span::AsOf(date) | Span::From(date) => date,
            Span::During { to, .. } | Span::SinceStart { to } => to,
        }
    }

    /// The last day that the period certainly reaches. For a moment known only to the year that is
    /// the first day of the year.
    pub fn last_certain_day(&self) -> u32 {
        match self.span {
            Span::AsOf(date) if date.month.is_none() => date.first_day(),
            _ => self.end().last_day(),
        }
    }

    /// First date of the span; `None` where it is a moment or has no printed beginning.
    pub fn start(&self) -> Option<Date> {
        match self.span {
            Span::During { from, .. } | Span::From(from) => Some(from),
            Span::AsOf(_) | Span::SinceStart { .. } => None,
        }
    }

    /// The year, where this is a whole calendar year or a moment known only to the year.
    pub fn whole_year(&self) -> Option<u16> {
        match self.span {
            Span::During { from, to } => {
                let january = Date { year: to.year, month: None, day: None };
                let same =
                    from.first_day() == january.first_day() && to.last_day() == january.last_day();
                same.then_some(to.year)
            }
            Span::AsOf(date) if date.month.is_none() => Some(date.year),
            Span::AsOf(_) | Span::SinceStart { .. } | Span::From(_) => None,
        }
    }

    /// Whether this is the beginning of a year, of more than one month: such counts start anew
    /// every year.
    pub fn is_year_to_date(&self) -> bool {
        let Span::During { from, to } = self.span else { return false };
        let first = Date { year: to.year, month: None, day: None }.first_day();
        from.first_day() == first && from.month != to.month && self.whole_year().is_none()
    }

    /// Days that the span covers; `None` where it is a moment or has no printed beginning or end.
    pub fn days(&self) -> Option<u32> {
        let (from, to) = self.bounds()?;
        Some(to.last_day() + 1 - from.first_day())
    }

    /// The first and the last date of a span that has both.
    fn bounds(&self) -> Option<(Date, Date)> {
        let from = self.start().filter(|_| !matches!(self.span, Span::From(_)))?;
        Some((from, self.end()))
    }

    /// Whole months that the span covers; `None` where it begins or ends within one, is a moment or has
    /// no printed beginning or end.
    pub fn months(&self) -> Option<u32> {
        let (from, to) = self.bounds()?;
        let number = |date: Date, month| 12 * u32::from(date.year) + u32::from(month);
        let first = number(from, from.month.unwrap_or(1));
        let last = number(to, to.month.unwrap_or(12));
        let is_whole = from.day.is_none() && to.day.is_none();
        is_whole.then(|| (last + 1).saturating_sub(first))
    }

    /// Days of the year that have passed at the end of the span, and all days of that year.
    pub fn days_of_year(&self) -> (u32, u32) {
        let year = Date { year: self.end().year, month: None, day: None };
        let day = |last: u32| last + 1 - year.first_day();
        (day(self.end().last_day()), day(year.last_day()))
    }

    /// The date by which an address names the period: the year of a whole year, else its last date.
    pub fn named(&self) -> Date {
        self.whole_year().map_or(self.end(), |year| Date { year, month: None, day: None })
    }

    /// The same as the address writes it: `2024`, `2024-08`.
    pub fn token(&self) -> String {
        self.named().to_string()
    }

    /// Orders periods by their end, then by their beginning.
    pub fn chronological(&self, other: &Self) -> Ordering {
        let key = |p: &Self| (p.end().last_day(), p.start().map(Date::first_day));
        key(self).cmp(&key(other))
    }

    /// Whether two periods cover the same time, however precisely their dates were printed: January
    /// to August is 1 January to 31 August.
    pub fn same_span(&self, other: &Self) -> bool {
        match (self.whole_year(), other.whole_year()) {
            (Some(a), Some(b)) => a == b,
            (None, None) => {
                discriminant(&self.span) == discriminant(&other.span)
                    && self.chronological(other).is_eq()
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn period(span: Span) -> Period {
        Period { span, inferred: Vec::new() }
    }

    fn during(from: &str, to: &str) -> Period {
        period(Span::During { from: date(from), to: date(to) })
    }

    #[test]
    fn months_are_those_of_the_calendar() {
        for (earlier, later, wanted) in [
            ("2024-12-30", "2025-06-30", (6, 0)),
            ("2022-12-15", "2023-12-15", (12, 0)),
            ("2022-12-15", "2023-12-14", (11, 29)),
            ("2023-01-31", "2023-02-28", (1, 0)),
            ("2024-01-31", "2024-02-28", (0, 28)),
            ("2024-01-30", "2024-02-29", (1, 0)),
            ("2023-02-28", "2023-03-31", (1, 0)),
            ("2024-08", "2024-12", (4, 0)),
            ("2024-08-31", "2024-12", (4, 0)),
            ("2024-08-20", "2024", (4, 11)),
            ("2024-06-30", "2024-12-30", (6, 0)),
            ("2023", "2024-03-01", (2, 1)),
            ("2024-08-20", "2024-08-25", (0, 5)),
            ("2024-08-20", "2024-08-20", (0, 0)),
            ("2024-08-20", "2024-08-19", (0, 0)),
        ] {
            let found = months_and_days_between(date(earlier), date(later));
            assert_eq!(found, wanted, "{earlier} {later}");
        }
    }

    #[test]
    fn the_day_after_may_begin_a_month_or_a_year() {
        for (day, next) in [
            ("2024-12-31", "2025-01-01"),
            ("2025-02-28", "2025-03-01"),
            ("2024-02-28", "2024-02-29"),
            ("2025-06-29", "2025-06-30"),
            ("2024-08", "2024-08"),
        ] {
            assert_eq!(Date::parse(day).map(Date::next_day), Date::parse(next), "{day}");
        }
    }

    #[test]
    fn a_span_is_the_same_however_precisely_it_was_printed() {
        let as_of = |text| period(Span::AsOf(date(text)));
        let since = |text| period(Span::SinceStart { to: date(text) });
        for (a, b) in [
            (during("2024-01", "2024-08"), during("2024-01-01", "2024-08-31")),
            (during("2024-01", "2024-12"), during("2024", "2024")),
            (as_of("2024-08"), as_of("2024-08-31")),
            (since("2024-08"), since("2024-08-31")),
        ] {
            assert!(a.same_span(&b) && b.same_span(&a), "{a:?} {b:?}");
        }
        for (a, b) in [
            (during("2024-01", "2024-08"), during("2024-01", "2024-08-30")),
            (during("2024-01", "2024-08"), during("2024-02", "2024-08")),
            (as_of("2024-08"), since("2024-08")),
            (as_of("2024-08"), during("2024-08", "2024-08")),
        ] {
            assert!(!a.same_span(&b) && !b.same_span(&a), "{a:?} {b:?}");
        }
    }
}
