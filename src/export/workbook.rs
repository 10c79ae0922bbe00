//! The words of a workbook: names of its sheets and columns, what each column means, and the codes
//! of the table in words. `src/bin/site` writes them into `www/xlsx.js`, which is loaded when a
//! workbook is asked for; the module that every reader downloads has none of them.

use serde_json::{Map, Value, json};

use crate::view::Lang;

/// A text in both languages.
type Both = (&'static str, &'static str);

/// What `www/xlsx.js` needs besides the content: by language, the names of the sheets, the headings
/// of the notes, the columns in their order (name in the table, heading, meaning), and words for
/// codes.
pub fn workbook_words() -> Value {
    let of = |lang: Lang| {
        let say = |(vi, en): Both| lang.pick(vi, en);
        let words = |list: &[(&'static str, Both)]| {
            let pairs = list.iter().map(|(code, both)| ((*code).to_owned(), json!(say(*both))));
            Value::Object(pairs.collect::<Map<_, _>>())
        };
        let column =
            |(name, heading, meaning): &(_, _, _)| json!([name, say(*heading), say(*meaning)]);
        json!({
            "sheets": SHEETS.map(say),
            "notes": words(&NOTES),
            "columns": WORKBOOK_COLUMNS.iter().map(column).collect::<Vec<_>>(),
            "meaning": MEANING.map(say),
            "codes": {
                "role": words(&ROLES),
                "unit": words(&UNITS),
                "qualifier": words(&QUALIFIERS),
                "reading": words(&READINGS),
                "layer": words(&LAYERS),
                "period_inferred": words(&PERIOD_PARTS),
            },
        })
    };
    json!({ "vi": of(Lang::Vi), "en": of(Lang::En) })
}

const SHEETS: [Both; 3] = [("Số liệu", "Figures"), ("Ghi chú", "Notes"), ("Các cột", "Columns")];

/// Headings of the sheet that explains the columns.
const MEANING: [Both; 3] =
    [("Cột", "Column"), ("Tên trong CSV và JSON", "Name in CSV and JSON"), ("Nghĩa", "Meaning")];

const NOTES: [(&str, Both); 12] = [
    ("title", ("Tiêu đề", "Title")),
    ("finding", ("Câu phát hiện", "Finding")),
    ("measure", ("Chỉ tiêu", "Measure")),
    ("verdict", ("Có so được không", "May they be compared")),
    ("reason", ("Vì sao", "Why")),
    ("caveat", ("Đọc kỹ", "Read closely")),
    ("missing", ("Thiếu gì", "What is missing")),
    ("source", ("Nguồn", "Source")),
    ("figures_of", ("Kỳ số liệu", "Period of the figures")),
    (
        "version",
        (
            "Mã của bộ số này, đổi khi một con số đổi",
            "Code of these figures, changes with any of them",
        ),
    ),
    ("layer", ("Loại số", "Kind of figures")),
    ("address", ("Địa chỉ của hình", "Address of the view")),
];

const ROLES: [(&str, Both); 4] = [
    ("unit", ("được so sánh", "compared")),
    ("reference", ("mốc đối chiếu", "reference")),
    ("target", ("mục tiêu", "target")),
    ("missing", ("chưa có số", "no figure")),
];

const UNITS: [(&str, Both); 12] = [
    ("percent", ("%", "%")),
    ("percent_change", ("% thay đổi", "% change")),
    ("points", ("điểm phần trăm", "percentage points")),
    ("count", ("số đếm", "count")),
    ("dong", ("đồng", "đồng")),
    ("index01", ("chỉ số, 0 đến 1", "index, 0 to 1")),
    ("score100", ("điểm, 0 đến 100", "score, 0 to 100")),
    ("times", ("lần", "times")),
    ("rank", ("hạng", "rank")),
    ("hours", ("giờ", "hours")),
    ("days", ("ngày", "days")),
    ("years", ("năm", "years")),
];

const QUALIFIERS: [(&str, Both); 8] = [
    ("exact", ("đúng số in", "as printed")),
    ("about", ("khoảng", "about")),
    ("estimated", ("ước", "estimated")),
    ("above", ("hơn, trên: lớn hơn số in", "more than, above: larger than printed")),
    ("below", ("gần, dưới: nhỏ hơn số in", "nearly, below: smaller than printed")),
    ("at_least", ("ít nhất", "at least")),
    ("at_most", ("nhiều nhất", "at most")),
    ("range", ("khoảng từ … đến …", "range")),
];

const READINGS: [(&str, Both); 2] =
    [("rounding", ("làm tròn", "rounded")), ("threshold", ("mốc", "a limit"))];

const LAYERS: [(&str, Both); 2] = [
    ("reports", ("số trong báo cáo", "report figures")),
    ("context", ("số bối cảnh (nguồn khác)", "context figures (other sources)")),
];

const PERIOD_PARTS: [(&str, Both); 4] = [
    ("from", ("ngày đầu", "first date")),
    ("to", ("ngày cuối", "last date")),
    ("as_of", ("thời điểm", "date")),
    ("year", ("năm", "year")),
];

/// The columns of a comparison in the order of its table: name, heading, meaning.
const WORKBOOK_COLUMNS: [(&str, Both, Both); 32] = [
    (
        "name",
        ("Tên", "Name"),
        (
            "Tên của nơi, của mục tiêu, hoặc của cái còn thiếu.",
            "Name of the place, of the target, or of what is missing.",
        ),
    ),
    (
        "entity_id",
        ("Mã", "Id"),
        ("Mã của nơi, kèm đợt sắp xếp đơn vị.", "Id of the place, with its vintage."),
    ),
    (
        "role",
        ("Vai trò", "Role"),
        (
            "Được so sánh, mốc để đối chiếu, mục tiêu, hay chưa có số.",
            "Compared, a reference that others are held against, a target, or without a figure.",
        ),
    ),
    ("indicator", ("Chỉ tiêu", "Indicator"), ("Đo cái gì.", "What is measured.")),
    (
        "indicator_id",
        ("Mã chỉ tiêu", "Indicator id"),
        ("Mã của chỉ tiêu trong bộ số liệu.", "Id of the indicator in the dataset."),
    ),
    ("period", ("Kỳ", "Period"), ("Kỳ số liệu, bằng lời.", "For when, in words.")),
    (
        "period_from",
        ("Từ", "From"),
        (
            "Ngày đầu của kỳ; hiện đúng đến tháng hay năm như đã in.",
            "First date of the period, shown to the month or the year where no more is printed.",
        ),
    ),
    ("period_to", ("Đến", "To"), ("Ngày cuối của kỳ.", "Last date of the period.")),
    (
        "period_as_of",
        ("Tính đến", "As of"),
        (
            "Thời điểm mà con số mô tả; với mục tiêu là hạn phải đạt.",
            "Date whose end the figure describes; for a target the date it is due.",
        ),
    ),
    (
        "period_inferred",
        ("Kỳ suy ra", "Period inferred"),
        (
            "Phần nào của kỳ là suy ra vì văn bản không ghi; trống nếu kỳ được ghi đủ.",
            "Parts of the period that the source does not state; empty where it states them all.",
        ),
    ),
    (
        "printed",
        ("Con số", "Figure"),
        (
            "Con số cùng chữ đi kèm, theo cách viết của tiếng Việt.",
            "The figure with its word, in English notation.",
        ),
    ),
    (
        "value",
        ("Giá trị", "Value"),
        (
            "Số đã in, theo đơn vị gốc; trống nếu in một khoảng, chỉ in một mốc (“dưới 10%”) hoặc không in.",
            "The printed number in base units; empty for a range, for a limit alone (“below 10%”) and for what is not printed.",
        ),
    ),
    (
        "step",
        ("Chữ số cuối", "Last digit"),
        ("Một đơn vị ở chữ số cuối đã in đáng bao nhiêu.", "What the last printed digit is worth."),
    ),
    (
        "unit",
        ("Đơn vị", "Unit"),
        ("Đơn vị của các số trong dòng.", "Unit of the numbers in the row."),
    ),
    (
        "qualifier",
        ("Chữ đi kèm", "Qualifier"),
        (
            "Chữ in cạnh con số: hơn, dưới, khoảng…",
            "The word beside the number: above, below, about …",
        ),
    ),
    (
        "reading",
        ("Hiểu là", "Read as"),
        (
            "Chữ ấy là làm tròn (số thật sát số in), hay là mốc (chỉ biết nằm về phía nào).",
            "Whether that word rounds (the true number is close by) or is a limit (only its side is known).",
        ),
    ),
    (
        "low",
        ("Thấp nhất", "Low"),
        ("Giá trị nhỏ nhất mà câu chữ cho phép.", "The least that the wording allows."),
    ),
    (
        "low_open",
        ("Không kể mức thấp", "Low left out"),
        ("Chính giá trị ấy có bị loại ra không.", "Whether that very value is left out."),
    ),
    (
        "high",
        ("Cao nhất", "High"),
        ("Giá trị lớn nhất mà câu chữ cho phép.", "The most that the wording allows."),
    ),
    (
        "high_open",
        ("Không kể mức cao", "High left out"),
        ("Chính giá trị ấy có bị loại ra không.", "Whether that very value is left out."),
    ),
    (
        "rank_first",
        ("Hạng, cao nhất", "Rank, best"),
        (
            "Hạng tốt nhất có thể; trống nếu không xếp hạng được.",
            "The best rank that is possible; empty where none can be told.",
        ),
    ),
    (
        "rank_last",
        ("Hạng, thấp nhất", "Rank, last"),
        ("Hạng thấp nhất có thể.", "The last rank that is possible."),
    ),
    (
        "publication",
        ("Ấn phẩm", "Publication"),
        ("Ấn phẩm in con số này.", "The publication that prints the figure."),
    ),
    ("publisher", ("Đăng ở", "Publisher"), ("Nơi ấn phẩm được đăng.", "Where it was published.")),
    (
        "published",
        ("Ngày đăng", "Published"),
        (
            "Ngày đăng; chỉ có tháng hoặc năm nếu không biết rõ hơn.",
            "Date of publication; a month or a year where no more is known.",
        ),
    ),
    (
        "published_inferred",
        ("Ngày đăng suy ra", "Published, inferred"),
        ("Ngày đăng có phải là suy ra không.", "Whether that date is inferred."),
    ),
    (
        "url",
        ("Địa chỉ", "Address"),
        ("Địa chỉ của ấn phẩm, nếu đã biết.", "Address of the publication, where it is known."),
    ),
    (
        "paragraph",
        ("Đoạn", "Paragraph"),
        ("Số thứ tự của đoạn trong văn bản.", "Number of the paragraph in a report text."),
    ),
    (
        "layer",
        ("Loại số", "Kind"),
        (
            "Số trong 5\u{a0}văn bản, hay số bối cảnh từ nguồn khác.",
            "A figure of the five texts, or context from another source.",
        ),
    ),
    (
        "figure_id",
        ("Mã con số", "Figure id"),
        ("Mã của con số trong bộ số liệu.", "Id of the figure in the published dataset."),
    ),
    ("note", ("Lưu ý", "Note"), ("Điều cần biết về con số này.", "Remarks on this figure.")),
    (
        "missing_because",
        ("Vì sao thiếu", "Why missing"),
        ("Vì sao không có con số.", "Why there is no figure."),
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Word;
    use crate::quantity::Unit;

    #[test]
    fn every_unit_has_its_word() {
        let known: Vec<&str> = UNITS.iter().map(|(code, _)| *code).collect();
        let all: Vec<&str> = Unit::WORDS.iter().map(|(code, _)| *code).collect();
        assert_eq!(known, all);
    }

    #[test]
    fn nothing_is_empty_in_either_language() {
        let words = workbook_words().to_string();
        assert!(!words.contains("\"\""), "{words}");
    }
}
