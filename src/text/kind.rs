//! Names of themes, measures, operations and layers.

use super::Key;
use crate::data::{Indicator, Layer, Measure, Operation, Theme};
use crate::quantity::Unit;
use crate::view::Lang;

/// A theme of indicators, as a heading.
pub fn theme_name(theme: Theme, lang: Lang) -> &'static str {
    let (vi, en) = match theme {
        Theme::Services => ("Dịch vụ công trực tuyến", "Online public services"),
        Theme::Dossiers => ("Hồ sơ", "Dossiers"),
        Theme::Portal => ("Cổng Dịch vụ công quốc gia", "National Public Service Portal"),
        Theme::Documents => ("Gửi, nhận văn bản", "Exchange of documents"),
        Theme::Government => ("Việc trong cơ quan", "Work inside the Government"),
        Theme::Data => ("Dữ liệu dùng chung", "Shared data"),
        Theme::Identity => ("Căn cước, định danh", "Identity cards and accounts"),
        Theme::Economy => ("Kinh tế số", "Digital economy"),
        Theme::Skills => ("Kỹ năng số", "Digital skills"),
        Theme::Security => ("An toàn thông tin", "Information security"),
        Theme::Dti => ("Chỉ số chuyển đổi số (DTI)", "Digital Transformation Index (DTI)"),
        Theme::Reform => ("Cải cách hành chính", "Administrative reform"),
        Theme::Population => ("Dân số", "Population"),
    };
    lang.pick(vi, en)
}

/// The name of a layer, for its figures.
pub fn layer_key(layer: Layer) -> Key {
    match layer {
        Layer::Reports => Key::ReportLayer,
        Layer::Context => Key::ContextLayer,
    }
}

/// The same where there is no room for a remark in brackets.
pub fn short_layer_key(layer: Layer) -> Key {
    match layer {
        Layer::Reports => Key::ReportLayer,
        Layer::Context => Key::ContextFigures,
    }
}

/// What kind of number it is, in a few words.
pub fn measure_name(indicator: &Indicator, lang: Lang) -> &'static str {
    let (vi, en) = match indicator.measure {
        Measure::Count if matches!(indicator.unit, Unit::Hours | Unit::Days) => {
            ("thời gian", "a time")
        }
        Measure::Rate => ("tỷ lệ", "a rate"),
        Measure::Stock => {
            ("số tính đến một thời điểm", "a stock: how many there are, or have been so far")
        }
        Measure::Flow => ("số phát sinh trong kỳ", "a flow: how many came in a period"),
        Measure::Count => ("số đếm", "a count"),
        Measure::Index => ("điểm tổng hợp", "a composite score"),
        Measure::Rank => ("thứ hạng", "a rank"),
        Measure::Money => ("số tiền", "an amount of money"),
        Measure::Capacity => ("sức chứa", "a capacity"),
        Measure::Factor => ("số lần", "a multiple"),
    };
    lang.pick(vi, en)
}

/// What one may want to do with two figures, in a few words.
pub fn operation_name(operation: Operation, lang: Lang) -> &'static str {
    let (vi, en) = match operation {
        Operation::SideBySide => ("đặt cạnh nhau", "side by side"),
        Operation::Difference => ("trừ", "subtract"),
        Operation::Ratio => ("chia", "divide"),
        Operation::Rank => ("xếp hạng", "rank"),
        Operation::Trend => ("nối thành đường", "join in a line"),
        Operation::Sum => ("cộng", "add"),
        Operation::Share => ("tính số này bằng bao nhiêu phần trăm số kia", "express as a share"),
    };
    lang.pick(vi, en)
}
