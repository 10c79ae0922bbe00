//! Findings on two measures of one unit.

use super::figure;
use crate::quantity::Quantity;
use crate::view::Lang;

/// "Cao nhất về DTI: TP. Hồ Chí Minh (0,8373); tỷ lệ … của nơi này: dưới 10%."
pub fn highest_of_two(
    name: &str,
    (measure, value): (&str, &Quantity),
    (other, other_value): (&str, &Quantity),
    lang: Lang,
) -> String {
    let (value, other_value) = (figure(value, lang), figure(other_value, lang));
    match lang {
        Lang::Vi => {
            format!("Cao nhất về {measure}: {name} ({value}); {other} ở đây: {other_value}.")
        }
        Lang::En => format!("Highest for {measure}: {name} ({value}); its {other}: {other_value}."),
    }
}
