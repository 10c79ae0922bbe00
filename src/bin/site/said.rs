//! Texts that only the static pages use, beside those of the explorer (`ro_so::text::Key`): kept
//! here, no reader downloads them twice.

use ro_so::view::Lang;

/// A fixed string in both languages.
pub(crate) struct Said {
    vi: &'static str,
    en: &'static str,
}

impl Said {
    /// The string in `lang`.
    pub(crate) fn text(&self, lang: Lang) -> &'static str {
        lang.pick(self.vi, self.en)
    }
}

/// Shown where the explorer cannot start.
pub(crate) const FAILED_DATA: Said = Said {
    vi: "Phần so sánh chưa mở được: dữ liệu tải về chưa trọn vẹn, hoặc trình duyệt này không chạy được WebAssembly. Bạn vẫn đọc được trang này; hãy tải lại khi có mạng ổn định, hoặc mở bằng trình duyệt khác.",
    en: "The explorer could not start: the data did not arrive whole, or this browser does not run WebAssembly. You can still read this page; reload when the connection is steady, or open it in another browser.",
};
/// Shown where the browser runs no script.
pub(crate) const NO_SCRIPT: Said = Said {
    vi: "Trình duyệt đang tắt JavaScript: bạn vẫn đọc được câu chuyện và các bảng số liệu; phần chọn chỉ tiêu cần JavaScript.",
    en: "JavaScript is off: the story and the tables can still be read; choosing an indicator needs JavaScript.",
};
/// Shown while a frame opens the figure that was touched.
pub(crate) const OPENING: Said = Said { vi: "Đang mở…", en: "Opening…" };
/// Shown where it could not be opened.
pub(crate) const FAILED_FRAME: Said = Said {
    vi: "Chưa mở được từng số. Hình, bảng và nguồn vẫn đầy đủ.",
    en: "The figures could not be opened one by one. Picture, table and sources are all here.",
};
/// Shown on the frame of a comparison that only the explorer can draw, before a link to the site.
pub(crate) const NO_SCRIPT_FRAME: Said = Said {
    vi: "Hình này cần JavaScript. Xem tại",
    en: "This picture needs JavaScript. See it at",
};

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::is_nfc;

    #[test]
    fn both_languages_are_there_and_well_written() {
        for said in [&FAILED_DATA, &NO_SCRIPT, &OPENING, &FAILED_FRAME, &NO_SCRIPT_FRAME] {
            for text in Lang::ALL.map(|lang| said.text(lang)) {
                assert!(!text.is_empty() && text.trim() == text && is_nfc(text), "{text}");
                assert!(!text.contains("  ") && !text.contains("..."), "{text}");
            }
        }
    }
}
