//! What readers type, and what they find first: with and without marks, in every spelling, by old
//! names and abbreviations, with a wrong letter.
#![expect(clippy::expect_used, reason = "a failing test says where it failed")]

mod common;

use common::{read_seeds, shipped};
use proptest::prelude::*;
use ro_so::compare::vietnamese::fold;
use ro_so::compare::{Found, Hit, SearchIndex, Wanted, figures_printed, search};
use ro_so::data::{Dataset, EntityKind, Files, load};
use ro_so::text::hit_lines;
use ro_so::view::Lang;
use serde_json::Value;

const PROVINCES: Wanted<'static> = Wanted::Places(&[EntityKind::Province63]);

// ---- what is found first ----

#[test]
fn places_are_found_however_they_are_spelled() {
    check(&[
        ("Hòa Bình", "province63:17 hoa-binh province34:25"),
        ("Hoà Bình", "province63:17"),
        ("hoa binh", "province63:17"),
        ("HÒA BÌNH", "province63:17"),
        ("  hòa   bình ", "province63:17"),
        ("hoabinh", "province63:17"),
        ("hòa b", "province63:17"),
        ("binh hoa", "province63:17"),
        // Decomposed, as some keyboards send it, with the tone on either vowel.
        ("Ho\u{300}a Bi\u{300}nh", "province63:17"),
        ("Hoa\u{300} Bi\u{300}nh", "province63:17"),
        ("thanh hoá", "province63:38 province34:38"),
        ("Khánh Hoà", "province63:56 province34:56"),
        ("hà nội", "province63:01 province34:01"),
        ("hanoi", "province63:01 province34:01"),
        ("da nang", "province63:48 province34:48"),
        ("dak lak", "province63:66 province34:66"),
        ("daklak", "province63:66 province34:66"),
        ("Đắc Lắc", "province63:66 province34:66"),
        ("kontum", "province63:62"),
        ("ba ria", "province63:77"),
        ("vung tau", "province63:77"),
        ("Bà Rịa–Vũng Tàu", "province63:77"),
        ("tỉnh Phú Thọ", "province63:25 province34:25"),
        ("toàn quốc", "nation"),
        ("viet nam", "nation"),
        ("khoi bo", "block:ministries"),
        ("nông thôn miền núi", "area:rural-mountain"),
    ]);
}

#[test]
fn abbreviations_and_other_names_lead_to_their_units() {
    check(&[
        ("TP. Hồ Chí Minh", "province63:79 province34:79"),
        ("tp hcm", "province63:79 province34:79"),
        ("tphcm", "province63:79 province34:79"),
        ("TP.HCM", "province63:79 province34:79"),
        ("hcm", "province63:79 province34:79"),
        ("hcmc", "province63:79 province34:79"),
        ("sai gon", "province63:79 province34:79"),
        ("Sài Gòn", "province63:79 province34:79"),
        ("ho chi minh", "province63:79 province34:79"),
        ("tp đà nẵng", "province63:48 province34:48"),
        ("tp. hà nội", "province63:01 province34:01"),
        ("tphue", "province63:46 province34:46"),
        ("hb", "province63:17"),
        ("hn", "province63:35 province63:01 province34:01"),
        ("BTTTT", "ministry22:BTTTT"),
        ("btttt", "ministry22:BTTTT"),
        ("bo tttt", "ministry22:BTTTT"),
        ("Bộ TT&TT", "ministry22:BTTTT"),
        ("bộ 4T", "ministry22:BTTTT"),
        ("bo thong tin", "ministry22:BTTTT"),
        ("MIC", "ministry22:BTTTT"),
        ("bca", "ministry22:BCA"),
        ("BLĐTBXH", "ministry22:BLDTBXH"),
        ("bldtbxh", "ministry22:BLDTBXH"),
        ("bhxh", "ministry22:BHXHVN"),
        ("Ministry of Health", "ministry22:BYT"),
        // The same name before and after 1 March 2025.
        ("bộ khcn", "ministry22:BKHCN ministry25:BKHCN"),
        ("bo tai chinh", "ministry22:BTC ministry25:BTC"),
        ("bo nong nghiep", "ministry22:BNNPTNT ministry25:BNNMT"),
        ("mien tay", "region6:DBSCL"),
        ("ĐBSH", "region6:DBSH"),
        // Not Bộ Tài nguyên.
        ("tay nguyen", "region6:TN"),
        ("red river delta", "region6:DBSH"),
    ]);
}

#[test]
fn units_that_were_merged_lead_to_what_they_became() {
    check(&[
        ("phú thọ", "province63:25 province34:25"),
        ("hai duong", "province63:30 province34:31"),
        ("kien giang", "province63:91 province34:91"),
        // The name since 2025 comes first if that is what was typed.
        ("hue", "province34:46 province63:46"),
        ("Huế", "province34:46 province63:46"),
        ("thua thien hue", "province63:46 province34:46"),
        ("Thừa Thiên - Huế", "province63:46 province34:46"),
        ("bo giao thong", "ministry22:BGTVT"),
        // Merged long before the figures begin, but still typed.
        ("ha tay", "province63:01"),
    ]);
}

#[test]
fn who_asks_for_the_mergers_is_led_to_what_came_of_them() {
    let dataset = shipped();
    for typed in ["sáp nhập", "hop nhat", "merger", "merged"] {
        let found = search(&dataset, typed, Wanted::Everything);
        let places = found.iter().filter(|found| matches!(found.hit, Hit::Place(_)));
        let units: Vec<_> = places.filter_map(|found| dataset.entity(found.hit.id())).collect();
        assert_eq!(units.len(), 23, "{typed}");
        assert!(units.iter().all(|unit| unit.predecessors.len() > 1), "{typed}: {units:?}");
    }
}

#[test]
fn a_former_district_leads_to_its_province_and_says_why() {
    for (typed, province, why) in [
        ("quận Đống Đa", "province63:01", "Quận Đống Đa thuộc Hà Nội"),
        ("dong da", "province63:01", "Quận Đống Đa thuộc Hà Nội"),
        ("q. đống đa", "province63:01", "Quận Đống Đa thuộc Hà Nội"),
        ("Đống Đa district", "province63:01", "Quận Đống Đa thuộc Hà Nội"),
        ("TP. Thủ Đức", "province63:79", "Thành phố Thủ Đức thuộc TP. Hồ Chí Minh"),
        ("thu duc", "province63:79", "Thành phố Thủ Đức thuộc TP. Hồ Chí Minh"),
        ("cao lanh", "province63:87", "Thành phố Cao Lãnh thuộc tỉnh Đồng Tháp"),
        ("Mỹ Tho", "province63:82", "Thành phố Mỹ Tho thuộc tỉnh Tiền Giang"),
        ("bien hoa", "province63:75", "Thành phố Biên Hòa thuộc tỉnh Đồng Nai"),
        ("tp vinh", "province63:40", "Thành phố Vinh thuộc tỉnh Nghệ An"),
        ("tpthuduc", "province63:79", "Thành phố Thủ Đức thuộc TP. Hồ Chí Minh"),
        ("thành phố Hòa Bình", "province63:17", "Thành phố Hòa Bình thuộc tỉnh Hòa Bình"),
        ("tp hoà bình", "province63:17", "Thành phố Hòa Bình thuộc tỉnh Hòa Bình"),
        ("xa hoa binh", "province63:17", "Xã Hòa Bình thuộc thành phố Hòa Bình"),
    ] {
        let found = index().search(typed);
        let first = found.first().expect(typed);
        assert_eq!(&**first.hit.id(), province, "{typed}");
        let note = first.within.as_ref().map_or("", |place| &*place.note.vi);
        assert!(note.starts_with(why) && note.contains("1/7/2025"), "{typed}: {note}");
    }
    // The province's own name needs no explanation.
    for typed in ["Hòa Bình", "ha noi", "tp hcm"] {
        assert!(index().search(typed).iter().all(|found| found.within.is_none()), "{typed}");
    }
}

#[test]
fn indicators_systems_and_stories_are_found_by_their_words() {
    check(&[
        ("dti", "dti_province dti_province_rank dti_province34_rank dti_nation dti"),
        ("hang dti", "dti_province_rank"),
        ("par index", "par_index"),
        ("cải cách hành chính", "par_index par_index_region"),
        ("dân số", "population_mean"),
        // Indicators with the most figures come first.
        ("ho so", "end_to_end_dossier_rate online_handled_dossier_rate"),
        ("tỉ lệ hồ sơ", "end_to_end_dossier_rate online_handled_dossier_rate"),
        ("toan trinh", "end_to_end_dossier_rate end_to_end_service_rate"),
        ("end-to-end", "end_to_end_dossier_rate end_to_end_service_rate"),
        ("mức độ 4", "level4_eligible_service_rate"),
        ("can cuoc", "identity_cards identity-cards"),
        ("dvctt", "online-public-services"),
        ("tấn công mạng", "cyber_attacks_month cyber_attacks_ytd attack-monitoring"),
        ("vneid", "vneid"),
        ("eCabinet", "e-cabinet"),
        ("e-cabinet", "e-cabinet"),
        ("đề án 06", "project-06"),
        ("hóa đơn điện tử", "e-invoices"),
        ("dich vu cong", "online-public-services"),
        ("1022", "hcmc-1022"),
        ("cong dich vu cong quoc gia", "national-portal"),
        ("national portal", "procedures_integrated_rate essential_services_integrated"),
        ("87,02%", "hoa-binh"),
    ]);
}

/// What readers may type, taken from the news and from the words of the reports.
#[test]
fn popular_words_short_words_and_definitions_lead_somewhere() {
    check(&[
        // Units by short and by English names, without spaces, with another tone.
        ("sg", "province63:79 province34:79"),
        ("TTH", "province63:46"),
        ("ĐN", "province63:48 province63:67 province63:75"),
        ("br-vt", "province63:77"),
        ("vinhphuc", "province63:26"),
        ("Hue city", "province34:46"),
        ("HCM city", "province63:79 province34:79"),
        ("Phu Tho province", "province63:25 province34:25"),
        ("State Bank", "ministry22:NHNN"),
        ("ministry finance", "ministry22:BTC ministry25:BTC"),
        ("Ministry of Public Security", "ministry22:BCA"),
        ("mekong", "region6:DBSCL"),
        // New and old.
        ("phú thọ mới", "province34:25"),
        ("tinh phu tho moi", "province34:25"),
        ("Phú Thọ cũ", "province63:25"),
        ("hòa bình sáp nhập", "province63:17"),
        ("hòa bình hợp nhất", "province63:17"),
        // Words of the field.
        ("dịch vụ công trực tuyến toàn trình", "end_to_end_service_rate"),
        ("dvc toàn trình", "end_to_end_service_rate"),
        ("SME", "sme_contacts sme-programme small-firms"),
        ("doanh nghiệp vừa và nhỏ", "sme_contacts sme-programme small-firms"),
        ("chữ ký số", "officials_online_rate internal-work"),
        ("digital signature", "officials_online_rate"),
        ("cccd", "identity_cards identity-cards"),
        ("định danh điện tử", "eid_accounts"),
        ("mooc", "mooc_free_use"),
        ("an ninh mạng", "cyber_attacks_month cyber_attacks_ytd attack-monitoring"),
        ("hacker", "cyber_attacks_month"),
        ("hack", "cyber_attacks_month"),
        ("vung cao", "region6:TDMNPB area:rural-mountain"),
        // In the words of a question.
        ("làm giấy khai sinh qua mạng", "linked_services_provinces"),
        ("bao nhieu hacker", "cyber_attacks_month"),
        ("an toàn thông tin", "information_systems"),
        ("thanh toán không dùng tiền mặt", "cashless_benefits_nationwide"),
        ("lương hưu", "social-benefits"),
        ("khai sinh", "linked_services_provinces"),
        ("họp không giấy", "e-cabinet"),
        ("tthc", "dossiers_tied_to_identity_rate"),
        ("hồ sơ online", "end_to_end_dossier_rate"),
        ("nộp hồ sơ qua mạng", "online_filed_dossier_rate"),
        ("người trưởng thành", "adult_users_rate"),
        ("bán dẫn", "semiconductors"),
        ("cash register", "cash_register_invoice_users cash_register_invoices"),
        ("digital literacy", "binh-dan-hoc-vu-so"),
        ("reform index", "par_index"),
        ("hồ sơ toàn trình hà nội", "province63:01 province34:01 end_to_end_dossier_rate"),
        // Topics that the reports do not cover are not found.
        ("cáp quang", ""),
        ("dashboard", ""),
    ]);
}

#[test]
fn what_a_definition_says_comes_after_every_name() {
    for typed in ["căn cước", "chữ ký số", "tổ công nghệ", "hồ sơ", "bộ công an", "chuyển đổi số"]
    {
        let found = index().search(typed);
        assert!(found.is_sorted_by_key(|found| found.distance), "{typed}");
        assert!(found.first().is_some_and(|first| first.distance < 16), "{typed}: {found:?}");
    }
}

#[test]
fn one_wrong_letter_is_forgiven_in_names_of_four_letters_or_more() {
    check(&[
        // One letter missing, one too many, one replaced, two swapped.
        ("hoa bnh", "province63:17"),
        ("hoa binhh", "province63:17"),
        ("hoa bimh", "province63:17"),
        ("hao binh", "province63:17"),
        ("boa binh", "province63:17"),
        ("hnoi", "province63:01 province34:01"),
        ("thai nguyn", "province63:19 province34:19"),
        ("quang ngia", "province63:51 province34:51"),
        ("da nag", "province63:48 province34:48"),
        // Still being typed.
        ("thua thein h", "province63:46"),
        ("bo tai chinhh", "ministry22:BTC ministry25:BTC"),
        ("tan cogn mang", "cyber_attacks_month cyber_attacks_ytd"),
        ("vneidd", "judicial_record_procedure_due judicial_record_pilot vneid"),
        // The nearest name first, then the beginnings of others.
        ("quang nim", "province63:49 province63:22 province34:22"),
        // Two wrong letters, a word of three letters, and digits are not forgiven.
        ("hxa bxnh", ""),
        ("qxn", ""),
        ("2031", ""),
        // A slip is also found beside an exact match.
        ("tai nguyen", "ministry22:BTNMT province63:19 province34:19"),
        // A correct name is not taken for a slip of another.
        ("quang ninh", "province63:22 province34:22"),
        ("ha nam", "province63:35 province34:37"),
    ]);
    for (typed, other) in [("quang ninh", "province63:44"), ("ha nam", "province63:93")] {
        assert!(!ids(&index().search(typed)).contains(&other), "{typed}");
    }
}

#[test]
fn words_that_name_two_things_find_both() {
    check(&[
        (
            "dti hoa binh",
            "province63:17 dti_province dti_province_rank dti_province34_rank dti_nation dti",
        ),
        ("hoa binh dti", "province63:17 dti_province"),
        ("dân số Hà Nội", "province63:01 province34:01 population_mean"),
        ("hồ sơ trực tuyến toàn trình hòa bình", "province63:17 end_to_end_dossier_rate"),
        ("hoa binh phu tho", "province63:17 province63:25 province34:25"),
        ("dti btttt", "ministry22:BTTTT dti_province"),
        ("tinh hoa binh cu", "province63:17"),
        ("dti 2024", "dti_province dti_province_rank dti_province34_rank dti_nation dti"),
        ("ha noi 2024", "province63:01 province34:01"),
        // One matching word among many others is not enough.
        ("tong so tien thu duoc o day", ""),
    ]);
}

#[test]
fn exact_marks_come_first_and_beginnings_before_middles() {
    let found = |typed| names(&search(dataset(), typed, PROVINCES));
    let ha = ["Hà Giang", "Hà Nam", "Hà Nội", "Hà Tĩnh", "Hải Dương", "Hải Phòng", "Hậu Giang"];
    // First all that begin so, in Vietnamese order, then those with a city that does.
    assert_eq!(found("ha").get(..7), Some(&ha[..]));
    assert_eq!(found("ha").get(7..), Some(&["Kiên Giang", "Quảng Ninh", "Quảng Trị"][..]));
    assert_eq!(found("hà").get(..4), Some(&ha[..4]));
    assert_eq!(found("hải").get(..2), Some(&["Hải Dương", "Hải Phòng"][..]));
    let binh = ["Bình Dương", "Bình Định", "Bình Phước", "Bình Thuận"];
    let in_the_middle = ["Hòa Bình", "Ninh Bình", "Quảng Bình", "Thái Bình"];
    assert_eq!(found("binh").get(..4), Some(&binh[..]));
    assert_eq!(found("binh").get(4..), Some(&in_the_middle[..]));
    assert_eq!(found("quang").get(5..), Some(&["Tuyên Quang"][..]));
    // Another tone is another word: matches with the typed marks come before those without.
    assert_eq!(found("ba").first(), Some(&"Bà Rịa - Vũng Tàu"));
    assert_eq!(found("bạ").first(), Some(&"Bạc Liêu"));
    assert_eq!(found("bắ").get(..3), Some(&["Bắc Giang", "Bắc Kạn", "Bắc Ninh"][..]));
    assert_eq!(found("hậ").first(), Some(&"Hậu Giang"));
    // In the middle of typing the last tone is still missing.
    assert_eq!(found("bình din").first(), Some(&"Bình Định"));
    let distances: Vec<u8> =
        index().search("hòa bình").iter().map(|found| found.distance).collect();
    assert!(distances.first() == Some(&0) && distances.is_sorted(), "{distances:?}");
}

#[test]
fn only_what_is_wanted_is_found() {
    let kinds = [EntityKind::Ministry22, EntityKind::Region6];
    for typed in ["b", "tin", "nguyen", "hoa binh", "dti", "bo tai chnh", "dti btttt"] {
        for found in search(dataset(), typed, Wanted::Places(&kinds)) {
            let entity = dataset().entity(found.hit.id()).expect("a place");
            assert!(kinds.contains(&entity.kind), "{typed}: {found:?}");
        }
    }
    assert_eq!(ids(&search(dataset(), "phu tho", PROVINCES)), ["province63:25"]);
    assert_eq!(ids(&search(dataset(), "phu tho", Wanted::Places(&[]))), [""; 0]);
}

// ---- what is said of a hit ----

#[test]
fn a_second_line_tells_hits_of_one_name_apart() {
    for (typed, place, name, line) in [
        (
            "phu tho",
            0,
            "Phú Thọ",
            "Tỉnh Phú Thọ · đến ngày 30/6/2025 · nay thuộc tỉnh Phú Thọ (mới)",
        ),
        (
            "phu tho",
            1,
            "Phú Thọ",
            "Tỉnh Phú Thọ · từ ngày 1/7/2025 · gồm Hòa Bình, Phú Thọ, Vĩnh Phúc",
        ),
        // The same unit under its old and its new code: it did not change.
        ("cao bang", 0, "Cao Bằng", "Tỉnh Cao Bằng · đến ngày 30/6/2025"),
        ("cao bang", 1, "Cao Bằng", "Tỉnh Cao Bằng · từ ngày 1/7/2025"),
        (
            "thua thien hue",
            0,
            "Thừa Thiên Huế",
            "Tỉnh Thừa Thiên Huế · đến ngày 31/12/2024 · nay là thành phố Huế",
        ),
        (
            "dong da",
            0,
            "Hà Nội",
            "Quận Đống Đa thuộc Hà Nội; cấp huyện kết thúc hoạt động từ ngày 1/7/2025.",
        ),
        ("btttt", 0, "Bộ Thông tin và Truyền thông", "Bộ, ngành · BTTTT · đến ngày 28/2/2025"),
        ("bca", 0, "Bộ Công an", "Bộ, ngành · BCA"),
        ("bo tai chinh", 1, "Bộ Tài chính", "Bộ, ngành · BTC · từ ngày 1/3/2025"),
        ("mien tay", 0, "Đồng bằng sông Cửu Long", "Vùng · DBSCL"),
        ("toan quoc", 0, "Cả nước", "Việt Nam"),
        (
            "hoang sa",
            0,
            "Quần đảo Hoàng Sa",
            "Thuộc thành phố Đà Nẵng; từ ngày 1/7/2025 là đặc khu Hoàng Sa.",
        ),
        ("ho so", 0, "Bao nhiêu hồ sơ làm trọn trên mạng", "Tỷ lệ hồ sơ trực tuyến toàn trình"),
    ] {
        let found = index().search(typed);
        let lines = found.get(place).and_then(|hit| hit_lines(dataset(), hit, Lang::Vi));
        let plain = lines.map(|(name, line)| (name, line.replace('\u{a0}', " ")));
        assert_eq!(plain, Some((name.to_owned(), line.to_owned())), "{typed}");
    }
    let found = index().search("hoa binh");
    let english = found.first().and_then(|hit| hit_lines(dataset(), hit, Lang::En));
    let line = english.map(|(_, line)| line.replace('\u{a0}', " ")).unwrap_or_default();
    assert_eq!(line, "Hòa Bình province · until 30 June 2025 · now part of Phú Thọ province");
}

#[test]
fn every_hit_has_two_lines_in_both_languages() {
    for typed in ["a", "co", "tinh", "bo", "so", "ngan hang", "ung dung", "the", "vung", "mot"] {
        for found in index().search(typed) {
            for lang in Lang::ALL {
                let lines = hit_lines(dataset(), &found, lang).expect("a known hit");
                assert!(!lines.0.is_empty() && !lines.1.is_empty(), "{found:?}: {lines:?}");
                assert!(!lines.1.ends_with(['·', ' ']), "{found:?}: {lines:?}");
            }
        }
    }
}

// ---- rules that hold for everything that is typed ----

#[test]
fn every_name_is_found_first_with_and_without_its_marks() {
    let mut seen = 0;
    for entity in &dataset().entities {
        for name in [Some(&entity.name), entity.full_name.as_ref()].into_iter().flatten() {
            for typed in [&name.vi, &name.en] {
                for typed in [typed.to_string(), fold(typed)] {
                    let found = index().search(&typed);
                    let first = found.first().expect(&typed);
                    assert!(first.distance <= 1, "{typed}: {first:?}");
                    let exact = found.iter().filter(|other| other.distance <= 1);
                    let ids: Vec<&str> = exact.map(|found| &**found.hit.id()).collect();
                    assert!(ids.contains(&&*entity.id), "{typed}: {ids:?}");
                    seen += 1;
                }
            }
        }
        for alias in entity.aliases.iter().chain(&entity.abbr) {
            let found = index().search(alias);
            let place = found.iter().position(|found| *found.hit.id() == entity.id);
            assert!(place.is_some_and(|place| place < 4), "{alias}: {:?}", ids(&found));
        }
    }
    for (hit, name) in wordings() {
        let found = index().search(&fold(&name));
        let place = found.iter().position(|found| found.hit == hit);
        assert!(place.is_some_and(|place| place < 3), "{name}: {:?}", ids(&found));
        seen += 1;
    }
    assert!(seen > 800, "{seen} names");
}

/// Names of indicators, systems and stories that the search reads.
fn wordings() -> Vec<(Hit, String)> {
    let indicators = dataset().indicators.iter().map(|i| (Hit::Indicator(i.id.clone()), &i.label));
    let systems = dataset().systems.iter().map(|s| (Hit::System(s.id.clone()), &s.name));
    let stories = dataset().stories.iter().map(|s| (Hit::Story(s.id.clone()), &s.headline));
    let all = indicators.chain(systems).chain(stories);
    all.flat_map(|(hit, name)| [(hit.clone(), name.vi.to_string()), (hit, name.en.to_string())])
        .collect()
}

#[test]
fn nothing_is_found_where_nothing_was_meant() {
    let long = "x".repeat(10_000);
    for nothing in ["", "  ", "%%%", "\u{0}", "\u{300}", "((((", "🏞️", "xyz", "qqqq", &long] {
        assert_eq!(ids(&index().search(nothing)), [""; 0], "{nothing:?}");
    }
}

#[test]
fn the_order_of_the_files_changes_nothing() {
    let turned =
        read_seeds().map(|text| match serde_json::from_str(&text).expect("JSON of the seeds") {
            Value::Array(mut records) => {
                records.reverse();
                Value::Array(records).to_string()
            }
            other => other.to_string(),
        });
    let turned = load(&Files::from_texts(turned.each_ref().map(String::as_str))).expect("sound");
    let turned = SearchIndex::new(&turned, Wanted::Everything);
    for typed in [
        "a",
        "b",
        "ha",
        "binh",
        "ho so",
        "bo",
        "tinh",
        "dti hoa binh",
        "quang nim",
        "dich vu",
        "1",
        "hoa bnh",
        "cong",
        "so",
        "ngan hang",
        "hcm",
        "e",
        "share",
        "ministry",
    ] {
        assert_eq!(index().search(typed), turned.search(typed), "{typed}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// Whatever is typed, at random or as the beginning of a name: no panic, the best first, and
    /// nothing twice.
    #[test]
    fn anything_may_be_typed(
        typed in "\\PC{0,24}|[a-zđàòì ]{0,12}|(tp|q|bo|[a-z]) ?[a-z0-9&. ]{0,9}",
        at in any::<prop::sample::Index>(),
        letters in 2usize..12,
    ) {
        let entity = &dataset().entities[at.index(dataset().entities.len())];
        let beginning: String = entity.name.vi.chars().take(letters).collect();
        prop_assert!(!index().search(&beginning).is_empty(), "{}", beginning);
        for typed in [typed, beginning] {
            let found = index().search(&typed);
            prop_assert!(found.is_sorted_by_key(|found| found.distance), "{}", typed);
            let mut ids = ids(&found);
            ids.sort_unstable();
            let count = ids.len();
            ids.dedup();
            prop_assert_eq!(ids.len(), count, "{}", typed);
        }
    }

    /// After one random edit, a long name is still among the first five places (a name that two
    /// units share counts for either of them), unless the edited letters are another name.
    #[test]
    fn a_slip_in_a_long_name_is_forgiven(
        at in any::<prop::sample::Index>(),
        place in any::<prop::sample::Index>(),
        letter in "[a-z]",
        edit in 0u8..4,
    ) {
        const KINDS: [EntityKind; 5] = [
            EntityKind::Province63, EntityKind::Province34, EntityKind::Ministry22,
            EntityKind::Ministry25, EntityKind::Region6,
        ];
        let long = |entity: &&ro_so::data::Entity| {
            KINDS.contains(&entity.kind) && fold(&entity.name.vi).replace(' ', "").len() >= 8
        };
        let entities: Vec<_> = dataset().entities.iter().filter(long).collect();
        let entity = entities[at.index(entities.len())];
        let typed = edited(&fold(&entity.name.vi), place, &letter, edit);
        let found = index().search(&typed);
        let is_other = found.first().is_some_and(|first| first.distance <= 1);
        let places = found.into_iter().filter(|found| matches!(found.hit, Hit::Place(_)));
        let places: Vec<Found> = places.take(5).collect();
        let first = names(&places);
        prop_assert!(
            is_other || first.contains(&&*entity.name.vi),
            "{}: {} in {:?}", typed, entity.name.vi, first
        );
    }
}

/// A name with one letter added, left out, replaced, or swapped with the next.
fn edited(name: &str, place: prop::sample::Index, letter: &str, edit: u8) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let letter = letter.chars().next().expect("a letter");
    let at = place.index(letters.len() - 1);
    match edit {
        0 => letters.insert(at, letter),
        1 => {
            letters.remove(at);
        }
        2 => letters[at] = letter,
        _ => letters.swap(at, at + 1),
    }
    letters.into_iter().collect()
}

// ---- helpers ----

fn dataset() -> &'static Dataset {
    thread_local! {
        static DATASET: &'static Dataset = Box::leak(Box::new(shipped()));
    }
    DATASET.with(|dataset| *dataset)
}

fn index() -> &'static SearchIndex {
    thread_local! {
        static INDEX: &'static SearchIndex =
            Box::leak(Box::new(SearchIndex::new(dataset(), Wanted::Everything)));
    }
    INDEX.with(|index| *index)
}

/// Searches everything. The first hits must be those named, in that order; nothing named means
/// that nothing may be found.
#[track_caller]
fn check(cases: &[(&str, &str)]) {
    for (typed, wanted) in cases {
        let wanted: Vec<&str> = wanted.split_whitespace().collect();
        let found = index().search(typed);
        let found = ids(&found);
        let first = found.get(..wanted.len().max(1)).unwrap_or(&found);
        assert_eq!(first, wanted, "{typed}: {found:?}");
    }
}

fn ids(found: &[Found]) -> Vec<&str> {
    found.iter().map(|found| &**found.hit.id()).collect()
}

fn names(found: &[Found]) -> Vec<&'static str> {
    let name = |found: &Found| dataset().entity(found.hit.id()).map(|entity| &*entity.name.vi);
    found.iter().filter_map(name).collect()
}

#[test]
fn a_figure_is_found_by_what_was_printed() {
    let dataset = dataset();
    let found = |typed: &str| -> Vec<String> {
        figures_printed(dataset, typed).iter().map(|found| found.hit.id().to_string()).collect()
    };
    for (typed, id) in [
        ("18,54", "end-to-end.provinces.2024-emc"),
        ("18.54%", "end-to-end.provinces.2024-emc"),
        ("87,02%", "online-handled.hoa-binh.2022-08"),
        ("87.02 %", "online-handled.hoa-binh.2022-08"),
        ("dưới 5%", "end-to-end.rural-mountain.2024"),
        ("below 5%", "end-to-end.rural-mountain.2024"),
        ("nearly 90 million", "identity-cards.nation.2024-08"),
        ("1402", "cyber-attacks.nation.2023-08"),
        ("1,402", "cyber-attacks.nation.2023-08"),
        ("gan 90 trieu", "identity-cards.nation.2024-08"),
        ("  Gần 90 triệu ", "identity-cards.nation.2024-08"),
    ] {
        assert!(found(typed).contains(&id.to_owned()), "{typed}: {:?}", found(typed));
    }
    // All are found, though not all are shown at once.
    assert!(found("100%").len() > 6, "{:?}", found("100%"));
    assert!(!found("54%").contains(&"end-to-end.provinces.2024-emc".to_owned()));
    // A percentage does not match a count, and what is printed exactly so comes first.
    let shares = found("45%");
    let printed = |id: &String| dataset.observation(id).map(|o| o.mentions[0].printed.to_string());
    assert_eq!(shares.first().and_then(printed).as_deref(), Some("45%"));
    assert!(shares.iter().filter_map(printed).all(|text| text.contains("45%")), "{shares:?}");
    for typed in ["", "5", "hoa binh", "8,54", "255.068", "99999"] {
        assert_eq!(found(typed), Vec::<String>::new(), "{typed}");
    }
}
