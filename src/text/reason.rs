//! Verdicts and their reasons in words.

use super::figure::interval_of;
use super::{NBSP, figure, period};
use crate::compare::vietnamese::capitalised;
use crate::compare::{Reason, Verdict};
use crate::data::{Dataset, Kind, Layer, Observation};
use crate::quantity::Refusal;
use crate::view::Lang;

/// The verdict's name.
pub fn verdict(verdict: Verdict, lang: Lang) -> &'static str {
    match (verdict, lang) {
        (Verdict::Comparable, Lang::Vi) => "So sánh được",
        (Verdict::Comparable, Lang::En) => "Comparable",
        (Verdict::WithCare, Lang::Vi) => "So sánh được, kèm lưu ý",
        (Verdict::WithCare, Lang::En) => "Comparable with care",
        (Verdict::NotComparable, Lang::Vi) => "Không so sánh trực tiếp",
        (Verdict::NotComparable, Lang::En) => "Not directly comparable",
    }
}

/// The reason in two to five words.
pub fn reason_label(reason: &Reason, lang: Lang) -> &'static str {
    let (vi, en) = match reason {
        Reason::OtherIndicator => ("Khác chỉ tiêu", "Another indicator"),
        Reason::OtherDefinition => ("Khác cách tính", "Another definition"),
        Reason::OtherDenominator => ("Khác mẫu số", "Another denominator"),
        Reason::UnknownDenominator => ("Mẫu số không rõ", "Unknown denominator"),
        Reason::OtherUnit(..) => ("Khác đơn vị đo", "Another unit"),
        Reason::OtherPeriod => ("Khác kỳ", "Another period"),
        Reason::PeriodWithin => ("Kỳ này nằm trong kỳ kia", "One period within the other"),
        Reason::OtherLength { .. } => ("Khác độ dài kỳ", "Another length of time"),
        Reason::FlowAgainstStock { included: false } => {
            ("Số trong kỳ với số cộng dồn", "Flow against stock")
        }
        Reason::FlowAgainstStock { included: true } => {
            ("Trong kỳ và cộng dồn đến nay", "Part of a running total")
        }
        Reason::OtherKind { .. } => ("Khác loại số", "Another kind of figure"),
        Reason::OtherScope => ("Khác phạm vi", "Another population"),
        Reason::OtherPlace => ("Khác nơi", "Another place"),
        Reason::NotAdditive => ("Không cộng được", "Not additive"),
        Reason::PartlyCounted => ("Mới tính một phần", "Only partly counted"),
        Reason::PartOfTheOther => ("Một phần với tổng thể", "Part against whole"),
        Reason::OtherLevel => ("Khác loại đơn vị", "Another kind of body"),
        Reason::OnlyABound => ("Chỉ biết một phía", "Only a bound"),
        Reason::Approximate => ("Số ước chừng", "Approximate"),
        Reason::FollowsFromList => ("Suy ra, không in", "Inferred, not printed"),
        Reason::BrokenSeries(_) => ("Thước đo đã đổi", "Definition changed"),
        Reason::UnitReorganised => ("Đơn vị đã sắp xếp lại", "Unit reorganised"),
        Reason::SelfReported => ("Số tự báo cáo", "Self-reported"),
        Reason::OtherLayer => ("Khác lớp nguồn", "Another layer of sources"),
    };
    lang.pick(vi, en)
}

/// The reason in one sentence of at most twenty words.
pub fn reason_sentence(reason: &Reason, lang: Lang) -> String {
    let (vi, en) = match reason {
        Reason::OtherIndicator => {
            ("Hai con số nói về hai việc khác nhau.", "The two figures measure different things.")
        }
        Reason::OtherDefinition => (
            "Hai số gần cùng tên, nhưng không phải nguồn nào cũng in cách tính.",
            "The two figures bear almost the same name, but not every source prints its formula.",
        ),
        Reason::OtherDenominator => (
            "Hai tỷ lệ tính trên hai tổng số khác nhau.",
            "The two rates are parts of different wholes.",
        ),
        Reason::UnknownDenominator => (
            "Có nguồn không in tổng số, nên hai tỷ lệ có thể tính trên hai tổng số khác nhau.",
            "A source does not print the whole, so the two rates may be parts of different wholes.",
        ),
        Reason::OtherUnit(..) => {
            ("Hai số khác đơn vị đo.", "The two figures are in different units.")
        }
        Reason::NotAdditive => (
            "Tỷ lệ, điểm và thứ hạng không cộng lại hay chia phần được.",
            "Rates, scores and ranks can be neither added up nor divided into shares.",
        ),
        Reason::OtherPeriod => {
            ("Hai số thuộc hai thời điểm.", "The two figures are of different times.")
        }
        Reason::PeriodWithin => (
            "Kỳ của số này nằm trong kỳ của số kia, cộng lại sẽ tính hai lần.",
            "The period of one lies within that of the other; added up, it would count twice.",
        ),
        Reason::OtherLength { .. } => {
            ("Hai kỳ số liệu dài ngắn khác nhau.", "The two periods are of different lengths.")
        }
        Reason::FlowAgainstStock { included: false } => (
            "Một bên đếm trong kỳ, một bên tính đến một thời điểm.",
            "One counts what came in a period, the other what there is at a moment.",
        ),
        Reason::FlowAgainstStock { included: true } => (
            "Một bên đếm trong kỳ, một bên cộng dồn đến nay và đã gồm kỳ ấy.",
            "One counts what came in a period, the other is a running total that includes it.",
        ),
        Reason::OtherKind { against_target: true } => (
            "Một bên là số đo được, một bên là mục tiêu.",
            "One was measured, the other is a target.",
        ),
        Reason::OtherKind { against_target: false } => (
            "Hai bên khác loại số: số đo, mục tiêu, mức thay đổi hoặc thứ hạng.",
            "They are of two kinds: a measured figure, a target, a change or a rank.",
        ),
        Reason::OtherScope => (
            "Một bên nói về những nơi không nêu tên, hoặc chung cho nhiều nơi.",
            "One figure describes unnamed places, or several together.",
        ),
        Reason::PartlyCounted => (
            "Có con số mới tính một phần các cơ quan trực thuộc hoặc các nơi.",
            "Some figures count only a part of the branches or places.",
        ),
        Reason::OtherPlace => {
            ("Hai số là của hai nơi khác nhau.", "The two figures are of two places.")
        }
        Reason::PartOfTheOther => (
            "Một bên là mức chung, một bên là số của một nơi đã tính trong mức chung ấy.",
            "One is the figure of a whole, the other of a part that this whole includes.",
        ),
        Reason::OtherLevel => {
            ("Hai số là của hai loại đơn vị khác nhau.", "The two are of different kinds of body.")
        }
        Reason::Approximate => (
            "Có số chỉ in là “khoảng” hoặc “ước”.",
            "Some figures are printed only as “about” or “estimated”.",
        ),
        Reason::OnlyABound => (
            "Có con số chỉ cho biết số thật nằm về một phía của mốc.",
            "Of some figures only a limit is known.",
        ),
        Reason::FollowsFromList => (
            "Có nơi không có số in riêng, chỉ suy ra từ danh sách đã in.",
            "Some figures are not printed but follow from a printed list.",
        ),
        Reason::BrokenSeries(found) => return lang.of(&found.reason).to_owned(),
        Reason::UnitReorganised => (
            "Các đơn vị đã được sắp xếp lại giữa hai thời điểm.",
            "The units were reorganised between the two times.",
        ),
        Reason::SelfReported => (
            "Điểm chủ yếu do các nơi tự báo cáo trong từng kỳ.",
            "The scores are mostly reported by the places themselves, each time anew.",
        ),
        Reason::OtherLayer => (
            "Có số lấy từ các văn bản báo cáo, có số từ nguồn khác.",
            "Some figures are from the report texts, others from other publications.",
        ),
    };
    String::from(lang.pick(vi, en))
}

/// Why an operation has no answer, as a sentence.
pub fn refusal(refusal: &Refusal, lang: Lang) -> &'static str {
    let (vi, en) = match refusal {
        Refusal::UnitsDiffer { .. } => {
            ("Hai số khác đơn vị đo.", "The figures are in different units.")
        }
        Refusal::DivisorMayBeZero => (
            "Số chia có thể bằng 0, nên tỷ số có thể là bất kỳ số nào.",
            "The divisor may be zero, so the ratio may be anything.",
        ),
        Refusal::OpenSide => (
            "Cả hai phía đều không có giới hạn, nên không tính được.",
            "Neither side is limited, so nothing can be computed.",
        ),
        Refusal::MayBeNegative => (
            "Số có thể âm, nên tỷ số không có nghĩa.",
            "A figure may be negative, so a ratio has no meaning.",
        ),
        Refusal::PartExceedsWhole => (
            "Phần lớn hơn tổng số, nên không tính tỷ lệ.",
            "The part exceeds the whole, so there is no share.",
        ),
        Refusal::NoFigures => ("Không có số nào để tính.", "There is no figure to compute with."),
        Refusal::NotAdditive(_) => (
            "Loại số này không cộng, trừ, chia được.",
            "Figures of this kind cannot be computed with.",
        ),
    };
    lang.pick(vi, en)
}

/// What the reason is about, for one of the two figures: its period, its whole, its place.
pub fn reason_side(
    reason: &Reason,
    dataset: &Dataset,
    observation: &Observation,
    lang: Lang,
) -> String {
    let indicator = dataset.indicator(&observation.indicator);
    let official = indicator.map_or("", |indicator| lang.of(&indicator.official));
    match reason {
        Reason::OtherIndicator | Reason::OtherDefinition | Reason::FlowAgainstStock { .. } => {
            capitalised(official)
        }
        Reason::OtherDenominator | Reason::UnknownDenominator => {
            indicator.and_then(|i| i.denominator.as_ref()).map_or_else(
                || {
                    String::from(match lang {
                        Lang::Vi => "Nguồn không in cách tính",
                        Lang::En => "The source prints no formula",
                    })
                },
                // The texts seldom print what they divide by.
                |whole| match lang {
                    Lang::Vi => format!("Theo định nghĩa, trên {}", lang.of(whole)),
                    Lang::En => format!("By definition, of {}", lang.of(whole)),
                },
            )
        }
        Reason::OtherUnit(..) | Reason::NotAdditive => {
            observation.quantity.map_or(String::new(), |q| figure(&q, lang))
        }
        Reason::OtherPeriod
        | Reason::SelfReported
        | Reason::PeriodWithin
        | Reason::BrokenSeries(_)
        | Reason::UnitReorganised => capitalised(&period(&observation.period, lang)),
        Reason::OtherLength { .. } => length(observation, lang),
        Reason::OtherKind { .. } => kind_name(observation.kind, lang).into(),
        Reason::OtherScope
        | Reason::OtherPlace
        | Reason::PartOfTheOther
        | Reason::OtherLevel
        | Reason::PartlyCounted => {
            dataset.entity(&observation.entity).map_or(String::new(), |entity| {
                capitalised(lang.of(entity.full_name.as_ref().unwrap_or(&entity.name)))
            })
        }
        Reason::OnlyABound | Reason::Approximate | Reason::FollowsFromList => {
            allowed(dataset, observation, lang)
        }
        Reason::OtherLayer => layer(observation.layer, lang).into(),
    }
}

/// What the figure is and what it allows: "Đúng như in: 87,02%", "Bất kỳ số nào từ 0% đến dưới 5%".
fn allowed(dataset: &Dataset, observation: &Observation, lang: Lang) -> String {
    let is_bound = observation.quantity.is_none_or(|quantity| quantity.is_bound());
    if let (false, Some(quantity)) = (is_bound, &observation.quantity) {
        let printed = figure(quantity, lang);
        return match lang {
            Lang::Vi => format!("Đúng như in: {printed}"),
            Lang::En => format!("As printed: {printed}"),
        };
    }
    let interval = dataset
        .indicator(&observation.indicator)
        .and_then(|indicator| interval_of(observation, indicator, lang))
        .unwrap_or_default();
    match lang {
        Lang::Vi => format!("Bất kỳ số nào {interval}"),
        Lang::En => format!("Any value {interval}"),
    }
}

/// Days for a short period, months for a longer one, whose end is often only known to the month.
fn length(observation: &Observation, lang: Lang) -> String {
    let period = &observation.period;
    let months = period.days().map(|days| (f64::from(days) / 30.4).round());
    match (period.whole_year(), period.days().zip(months), lang) {
        (_, None, Lang::Vi) => "Một thời điểm".into(),
        (_, None, Lang::En) => "A moment".into(),
        (Some(_), _, Lang::Vi) => "Cả năm".into(),
        (Some(_), _, Lang::En) => "A whole year".into(),
        (None, Some((days, _)), Lang::Vi) if days < 45 => format!("{days}{NBSP}ngày"),
        (None, Some((days, _)), Lang::En) if days < 45 => format!("{days}{NBSP}days"),
        (None, Some((_, months)), Lang::Vi) => format!("Khoảng {months}{NBSP}tháng"),
        (None, Some((_, months)), Lang::En) => format!("About {months}{NBSP}months"),
    }
}

/// What kind of statement a figure is, in one to four words.
pub fn kind_name(kind: Kind, lang: Lang) -> &'static str {
    let (vi, en) = match kind {
        Kind::Observation => ("Số đo được", "Measured"),
        Kind::Target => ("Mục tiêu", "Target"),
        Kind::Change => ("Mức thay đổi", "Change"),
        Kind::Policy => ("Chính sách", "Policy"),
        Kind::Membership => ("Có tên trong danh sách", "Named on a list"),
        Kind::Rank => ("Thứ hạng", "Rank"),
        Kind::Capacity => ("Sức chứa", "Capacity"),
    };
    lang.pick(vi, en)
}

fn layer(layer: Layer, lang: Lang) -> &'static str {
    let (vi, en) = match layer {
        Layer::Reports => ("Số trong báo cáo", "Report figure"),
        Layer::Context => ("Số bối cảnh (nguồn khác)", "Context figure"),
    };
    lang.pick(vi, en)
}
