//! Findings on a figure and its target, and on two measures of one unit.

use super::figure::computed;
use super::{Key, NBSP, figure, moment, reason_sentence};
use crate::compare::{Verdict, judge};
use crate::data::{Dataset, Observation, Operation};
use crate::quantity::arithmetic::difference;
use crate::quantity::{Order, Quantity, arithmetic};
use crate::view::Lang;

/// "Cả nước: 45,8% (năm 2024), thấp hơn 4,2 điểm phần trăm so với mục tiêu 50% (Rõ Số tính)." Where the
/// two may not be subtracted, it says why. `None` where a figure is not a number.
pub fn distance(
    dataset: &Dataset,
    name: &str,
    (reached, target): (&Observation, &Observation),
    lang: Lang,
) -> Option<String> {
    let (a, b) = (reached.quantity?, target.quantity?);
    let is = format!("{name}: {} ({})", figure(&a, lang), moment(&reached.period, lang));
    let goal = figure(&b, lang);
    let judgement = judge(dataset, reached, target, Operation::Difference);
    if judgement.verdict == Verdict::NotComparable {
        let why = judgement.reasons.first().map(|(reason, _)| reason_sentence(reason, lang));
        let why = why.unwrap_or_default();
        return Some(match lang {
            Lang::Vi => format!("{is}; chưa đối chiếu được với mục tiêu {goal}. {why}"),
            Lang::En => format!("{is}; it cannot be held against the target of {goal}. {why}"),
        });
    }
    let gap = without_stammer(computed(&difference(&a, &b).ok()?, lang), lang);
    let here = Key::ComputedHere.text(lang);
    Some(match (arithmetic::order(&a, &b).ok()?, lang) {
        (Order::Above, Lang::Vi) => format!("{is}, cao hơn {gap} so với mục tiêu {goal} ({here})."),
        (Order::Above, Lang::En) => format!("{is}, {gap} above the target of {goal} ({here})."),
        (Order::Below, Lang::Vi) => {
            format!("{is}, thấp hơn {gap} so với mục tiêu {goal} ({here}).")
        }
        (Order::Below, Lang::En) => format!("{is}, {gap} below the target of {goal} ({here})."),
        (Order::Equal, Lang::Vi) => format!("{is}, bằng mục tiêu {goal}."),
        (Order::Equal, Lang::En) => format!("{is}, equal to the target of {goal}."),
        (Order::Undecided, Lang::Vi) => {
            format!("{is}; chưa đủ rõ để nói cao hay thấp hơn mục tiêu {goal}.")
        }
        (Order::Undecided, Lang::En) => {
            format!("{is}; too little is known to say whether it is above the target of {goal}.")
        }
    })
}

/// "cao hơn hơn 12 điểm" would stammer.
fn without_stammer(gap: String, lang: Lang) -> String {
    match gap.strip_prefix(&format!("hơn{NBSP}")) {
        Some(rest) if lang == Lang::Vi => format!("ít nhất{NBSP}{rest}"),
        _ => gap,
    }
}

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
