//! Findings on two measures of the same units.

use super::NBSP;
use super::coverage::units_name;
use crate::compare::Universe;
use crate::view::Lang;

/// The highest unit for a measure: its name inside a sentence, the measure, the figure in words.
pub(crate) type Highest<'a> = (String, &'a str, String);

/// "Trong 5 tỉnh, thành phố có cả hai số: về tỷ lệ …, cao nhất là Hòa Bình, 87,02%; về DTI, cao
/// nhất là Thanh Hóa, 0,7742." The units that it is about come first, as others may have only one
/// of the two figures.
pub fn highest_of_two(
    (count, universe): (usize, Universe),
    highest: [Option<Highest<'_>>; 2],
    lang: Lang,
) -> Option<String> {
    let units = units_name(universe, lang);
    let of_whom = match lang {
        Lang::Vi => format!("Trong {count}{NBSP}{units} có cả hai số"),
        Lang::En => format!("Of the {count}{NBSP}{units} with both figures"),
    };
    if let [Some((name, _, first)), Some((other, _, second))] = &highest
        && name == other
    {
        return Some(match lang {
            Lang::Vi => format!("{of_whom}, {name} cao nhất ở cả hai: {first} và {second}."),
            Lang::En => format!("{of_whom}, {name} is highest on both: {first} and {second}."),
        });
    }
    let told = highest.into_iter().flatten().map(|(name, measure, value)| match lang {
        Lang::Vi => format!("về {measure}, cao nhất là {name}, {value}"),
        Lang::En => format!("the highest for {measure} is {name}, {value}"),
    });
    let told: Vec<String> = told.collect();
    let joined = if lang == Lang::Vi { ": " } else { ", " };
    (!told.is_empty()).then(|| format!("{of_whom}{joined}{}.", told.join("; ")))
}
