//! What became of a figure, as a sentence.

use super::figure::computed;
use super::{Key, date, figure, reason_sentence};
use crate::compare::{Verdict, judge};
use crate::data::{Dataset, Date, Observation, Operation, Period};
use crate::quantity::arithmetic::difference;
use crate::quantity::{Order, arithmetic};
use crate::view::Lang;

/// The moment that a figure is of, short: its year where it is of a whole one, else its last date.
pub fn moment(period: &Period, lang: Lang) -> String {
    let year = period.whole_year().map(|year| Date { year, month: None, day: None });
    date(year.unwrap_or(period.end()), lang)
}

/// "Cả nước: từ 17% (năm 2023) lên 45,8% (năm 2024), tăng khoảng 29 điểm phần trăm (Rõ Số tính)."
/// Where the two may not be subtracted, it says why. `None` where a figure is not a number.
pub fn change(
    dataset: &Dataset,
    name: &str,
    (earlier, later): (&Observation, &Observation),
    lang: Lang,
) -> Option<String> {
    let (a, b) = (earlier.quantity?, later.quantity?);
    let told = |quantity, observation: &Observation| {
        format!("{} ({})", figure(quantity, lang), moment(&observation.period, lang))
    };
    let (from, to) = (told(&a, earlier), told(&b, later));
    let judgement = judge(dataset, earlier, later, Operation::Difference);
    if judgement.verdict == Verdict::NotComparable {
        let why = judgement.reasons.first().map(|(reason, _)| reason_sentence(reason, lang));
        let why = why.map_or(String::new(), |why| format!(" {why}"));
        return Some(match lang {
            Lang::Vi => format!("{name}: {to} không nối với {from}.{why}"),
            Lang::En => format!("{name}: {to} does not follow on from {from}.{why}"),
        });
    }
    let gap = computed(&difference(&b, &a).ok()?, lang);
    let here = Key::ComputedHere.text(lang);
    Some(match (arithmetic::order(&b, &a).ok()?, lang) {
        (Order::Above, Lang::Vi) => format!("{name}: từ {from} lên {to}, tăng {gap} ({here})."),
        (Order::Above, Lang::En) => format!("{name}: from {from} to {to}, up {gap} ({here})."),
        (Order::Below, Lang::Vi) => format!("{name}: từ {from} xuống {to}, giảm {gap} ({here})."),
        (Order::Below, Lang::En) => format!("{name}: from {from} to {to}, down {gap} ({here})."),
        (Order::Equal, Lang::Vi) => format!("{name}: {from} và {to}, in như nhau."),
        (Order::Equal, Lang::En) => format!("{name}: {from} and {to}, printed alike."),
        (Order::Undecided, Lang::Vi) => {
            format!("{name}: {from}, {to}; chưa đủ rõ để nói tăng hay giảm.")
        }
        (Order::Undecided, Lang::En) => {
            format!("{name}: {from}, {to}; too little is known to say whether it rose or fell.")
        }
    })
}
