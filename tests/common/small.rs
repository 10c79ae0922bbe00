//! A small valid dataset: the tests of broken data break it, and `fuzz/stable` makes hostile data
//! from it.

use ro_so::data::FILES;

/// Small valid files, in the order of [`FILES`].
pub(crate) fn sound() -> [String; FILES.len()] {
    [
        SOUND_SOURCES,
        SOUND_INDICATORS,
        SOUND_ENTITIES,
        SOUND_OBSERVATIONS,
        SOUND_CONTEXT,
        SOUND_LISTS,
        SOUND_STORIES,
        SOUND_SYSTEMS,
        SOUND_CHECKS,
        SOUND_METHOD,
        SOUND_ERRATA,
    ]
    .map(str::to_owned)
}

const SOUND_SYSTEMS: &str = r#"[
{"id":"portal","name":{"vi":"Cổng","en":"Portal"},"what":{"vi":"Một cổng.","en":"A portal."},"milestones":[],"indicators":[]}
]"#;

const SOUND_SOURCES: &str = r#"{
  "reports": [
    { "id": "rep", "title": { "vi": "Báo cáo", "en": "Report" }, "issuer": { "vi": "Bộ", "en": "Ministry" }, "date": "2022-08" }
  ],
  "documents": [
    { "id": "article", "layer": "reports", "seed": "000", "title": { "vi": "Bài", "en": "Article" }, "publisher": { "vi": "Báo", "en": "Paper" }, "issuer": { "vi": "Bộ", "en": "Ministry" }, "date": "2022-08-31", "url": "https://example.vn/", "report": "rep" },
    { "id": "table", "layer": "context", "title": { "vi": "Bảng", "en": "Table" }, "publisher": { "vi": "Báo", "en": "Paper" }, "issuer": { "vi": "Bộ", "en": "Ministry" }, "date": "2022" }
  ]
}"#;

const SOUND_INDICATORS: &str = r#"[
  { "id": "rate", "label": { "vi": "Tỷ lệ", "en": "Rate" }, "official": { "vi": "Tỷ lệ", "en": "Rate" }, "definition": { "vi": "Tỷ lệ", "en": "Rate" }, "measure": "rate", "unit": "percent", "direction": "higher", "theme": "dossiers", "denominator": { "vi": "hồ sơ", "en": "dossiers" }, "family": "rate", "breaks": [{ "at": "2023", "reason": { "vi": "Đổi", "en": "Changed" }, "blocks": ["trend"] }] },
  { "id": "accounts", "label": { "vi": "Tài khoản", "en": "Accounts" }, "official": { "vi": "Tài khoản", "en": "Accounts" }, "definition": { "vi": "Tài khoản", "en": "Accounts" }, "measure": "stock", "unit": "count", "counted": { "vi": "tài khoản", "en": "accounts" }, "direction": "higher", "theme": "services", "family": "accounts" },
  { "id": "place", "label": { "vi": "Hạng", "en": "Place" }, "official": { "vi": "Hạng", "en": "Place" }, "definition": { "vi": "Hạng", "en": "Place" }, "measure": "rank", "unit": "rank", "direction": "higher", "theme": "dti", "family": "place" },
  { "id": "spare", "label": { "vi": "Mức", "en": "Level" }, "official": { "vi": "Mức", "en": "Level" }, "definition": { "vi": "Mức", "en": "Level" }, "measure": "rate", "unit": "percent", "direction": "higher", "theme": "reform", "denominator_note": { "vi": "Không rõ", "en": "Not known" }, "family": "spare" }
]"#;

const SOUND_ENTITIES: &str = r#"[
  { "id": "nation", "kind": "nation", "name": { "vi": "Cả nước", "en": "Whole country" } },
  { "id": "area", "kind": "area", "name": { "vi": "Miền núi", "en": "Mountains" } },
  { "id": "spare", "kind": "group", "name": { "vi": "Nhóm", "en": "Group" } },
  { "id": "province63:17", "kind": "province63", "name": { "vi": "Hòa Bình", "en": "Hòa Bình" }, "code": "17", "to": "2025-06-30", "successors": ["province34:25"], "tile": { "col": 3, "row": 6 } },
  { "id": "province63:01", "kind": "province63", "name": { "vi": "Hà Nội", "en": "Hà Nội" }, "code": "01", "to": "2025-06-30", "within": [{ "name": { "vi": "Quận", "en": "District" }, "note": { "vi": "Thuộc Hà Nội.", "en": "Part of it." } }] },
  { "id": "province34:25", "kind": "province34", "name": { "vi": "Phú Thọ", "en": "Phú Thọ" }, "code": "25", "from": "2025-07-01", "predecessors": ["province63:17"], "aliases": ["Phu Tho"] }
]"#;

const SOUND_OBSERVATIONS: &str = r#"[
  { "id": "rate.17", "indicator": "rate", "entity": "province63:17", "period": { "during": { "from": "2021-01", "to": "2021-08" }, "inferred": ["from"] }, "quantity": { "value": 87.02, "step": 0.01, "unit": "percent", "qualifier": "exact" }, "mentions": [{ "source": "article", "paragraph": 4, "printed": "87,02%" }] },
  { "id": "rate.leader", "indicator": "rate", "entity": "province63:17", "period": { "during": { "from": "2022-01", "to": "2022-08" } }, "quantity": { "value": 90.25, "step": 0.01, "unit": "percent", "qualifier": "exact" }, "mentions": [{ "source": "article", "paragraph": 4, "printed": "90,25%" }] },
  { "id": "rate.nation", "indicator": "rate", "entity": "nation", "period": { "during": { "from": "2022-01", "to": "2022-08" } }, "quantity": { "value": 39.82, "step": 0.01, "unit": "percent", "qualifier": "exact" }, "mentions": [{ "source": "article", "paragraph": 5, "printed": "39,82%" }] },
  { "id": "rate.group", "indicator": "rate", "entity": "area", "scope": "jointly", "period": { "during": { "from": "2022-01", "to": "2022-08" } }, "quantity": { "low": 72.6, "high": 90, "step": 0.1, "unit": "percent", "qualifier": "range" }, "mentions": [{ "source": "article", "paragraph": 6, "printed": "gần 90%", "quantity": { "value": 90, "step": 1, "unit": "percent", "qualifier": "below", "reading": "rounding" } }] },
  { "id": "rate.target", "indicator": "rate", "entity": "nation", "kind": "target", "due": "2022-12", "quantity": { "value": 80, "step": 1, "unit": "percent", "qualifier": "at_least" }, "mentions": [{ "source": "article", "paragraph": 7, "printed": "80%" }] },
  { "id": "rate.change", "indicator": "rate", "entity": "nation", "kind": "change", "as": "points", "base": { "period": { "as_of": "2021" } }, "period": { "since_start": { "to": "2022-08" } }, "quantity": { "value": 12.5, "step": 0.1, "unit": "points", "qualifier": "exact" }, "mentions": [{ "source": "article", "paragraph": 8, "printed": "12,5 điểm" }] },
  { "id": "rate.policy", "indicator": "rate", "entity": "nation", "kind": "policy", "period": { "as_of": "2022" }, "mentions": [{ "source": "article", "paragraph": 9, "printed": "Quyết định 06" }] },
  { "id": "accounts.nation", "indicator": "accounts", "entity": "nation", "period": { "as_of": "2022-08" }, "quantity": { "value": 57100000, "step": 100000, "unit": "count", "qualifier": "above", "reading": "rounding" }, "mentions": [{ "source": "article", "paragraph": 10, "printed": "hơn 57,1 triệu" }] },
  { "id": "accounts.some", "indicator": "accounts", "entity": "nation", "scope": "some", "period": { "as_of": "2022-08" }, "quantity": { "value": 13, "denominator": 20, "step": 1, "unit": "count", "qualifier": "exact" }, "mentions": [{ "source": "article", "paragraph": 11, "printed": "13/20" }] },
  { "id": "place.17", "indicator": "place", "entity": "province63:17", "kind": "rank", "of": 63, "period": { "as_of": "2022" }, "quantity": { "value": 1, "step": 1, "unit": "rank", "qualifier": "exact" }, "mentions": [{ "source": "article", "paragraph": 12, "printed": "dẫn đầu" }] }
]"#;

const SOUND_CONTEXT: &str = r#"[
  { "id": "rate.01", "indicator": "rate", "entity": "province63:01", "period": { "during": { "from": "2022-01", "to": "2022-12" } }, "quantity": { "value": 39.82, "step": 0.01, "unit": "percent", "qualifier": "exact" }, "mentions": [{ "source": "table", "printed": "39,82%" }] }
]"#;

const SOUND_LISTS: &str = r#"[
  { "id": "leaders", "indicator": "rate", "universe": "province63", "period": { "during": { "from": "2022-01", "to": "2022-08" } }, "named": ["rate.leader"], "top": 1, "of": 63, "rest": { "high_from": "rate.leader" }, "mentions": [{ "source": "article", "paragraph": 4 }] }
]"#;

const SOUND_STORIES: &str = r#"[
  { "id": "story", "number": 1, "headline": { "vi": "Tiêu đề", "en": "Headline" }, "short": { "vi": "Ngắn", "en": "Short" }, "finding": { "vi": "Kết quả", "en": "Finding" }, "text": [{ "vi": "Một đoạn.", "en": "A paragraph." }], "pair": ["rate.leader", "rate.nation"], "operation": "ratio", "figures": ["rate.17"], "computed": ["gap"], "panels": [{ "title": { "vi": "Hình", "en": "Picture" }, "form": "bars", "indicator": "rate", "observations": ["rate.leader"], "references": ["rate.nation"], "targets": ["rate.target"], "period": { "during": { "from": "2022-01", "to": "2022-08" } } }], "caveats": [], "never": [], "updated": "2026-11-21" }
]"#;

const SOUND_METHOD: &str = r#"{
  "sections": [
    { "id": "never", "title": { "vi": "Không làm", "en": "Never done" }, "text": [{ "vi": "Một đoạn.", "en": "A paragraph." }] }
  ],
  "terms": [
    { "id": "reached", "group": "words", "printed": "đạt", "label": { "vi": "là", "en": "is" }, "misread": { "vi": "Không khen.", "en": "No praise." }, "indicator": "rate" },
    { "id": "about", "group": "words", "printed": "khoảng", "label": { "vi": "khoảng", "en": "about" }, "misread": { "vi": "Hai phía.", "en": "Either side." } }
  ]
}"#;

const SOUND_ERRATA: &str = r#"[
  { "id": "second", "date": "2026-11-21", "was": { "vi": "Sai", "en": "Wrong" }, "now": { "vi": "Đúng", "en": "Right" }, "observations": ["rate.17"] },
  { "id": "first", "date": "2026-11-20", "was": { "vi": "Sai", "en": "Wrong" }, "now": { "vi": "Đúng", "en": "Right" }, "observations": ["rate.01", "rate.nation"] }
]"#;

const SOUND_CHECKS: &str = r#"[
  { "id": "gap", "statement": { "vi": "Khoảng cách.", "en": "The gap." }, "operation": "difference", "operands": ["rate.leader", "rate.nation"], "result": null },
  { "id": "left", "statement": { "vi": "Còn lại.", "en": "What is left." }, "operation": "difference", "operands": ["accounts.some#denominator", "accounts.some"], "result": null },
  { "id": "rest", "statement": { "vi": "Phần còn lại.", "en": "The rest." }, "operation": "complement", "operands": ["rate.leader"] },
  { "id": "daily", "statement": { "vi": "Mỗi ngày.", "en": "A day." }, "operation": "pace", "operands": ["accounts.nation"], "result": null, "days": 30 }
]"#;
