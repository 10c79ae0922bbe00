//! Every fixed string of the interface. A key without both languages does not compile.

use crate::view::Lang;

macro_rules! keys {
    ($($(#[$doc:meta])* $key:ident = $vi:literal, $en:literal;)*) => {
        /// Name of a fixed string of the interface.
        #[derive(Clone, Copy, Debug, Eq, PartialEq)]
        pub enum Key {
            $(#[doc = $en] $key,)*
        }

        impl Key {
            /// All keys, for tests that read every string.
            pub const ALL: &[Self] = &[$(Self::$key),*];

            /// The string in `lang`.
            pub fn text(self, lang: Lang) -> &'static str {
                let at = 2 * self as usize + usize::from(lang == Lang::En);
                let start = LENGTHS.iter().take(at).map(|length| usize::from(*length)).sum();
                let rest = TEXTS.get(start..).unwrap_or_default();
                LENGTHS.get(at).and_then(|length| rest.get(..usize::from(*length))).unwrap_or_default()
            }
        }

        // All strings behind one another, and how long each is: code that picks one of them weighs
        // four times as much.
        const TEXTS: &str = concat!($($vi, $en),*);
        const LENGTHS: &[u16] = &[$(length($vi), length($en)),*];
    };
}

/// Bytes of a string; a longer one does not compile.
const fn length(text: &str) -> u16 {
    assert!(text.len() < 1 << 16, "a string of the interface is this short");
    text.len() as u16
}

keys! {
    SiteTitle = "Rõ Số: rõ nguồn, rõ nghĩa, rõ số", "Rõ Số: a clear source, a clear meaning, a clear figure";
    SiteDescription = "So sánh các con số chuyển đổi số của Việt Nam: mỗi số nghĩa là gì, in ở đâu, và hai số có so được với nhau hay không.", "Compare Vietnam’s digital-transformation figures: what each one means, where it was printed, and whether two of them may be compared.";
    PlaceDescription = "Các con số chuyển đổi số của {name}: đứng ở đâu, so được với nơi nào, in ở đâu.", "Digital-transformation figures for {name}: where it stands, what it may be compared with, where each figure is printed.";
    SkipToContent = "Đến nội dung chính", "Skip to the content";
    Menu = "Các phần của trang", "Sections of the page";
    Stories = "Câu chuyện", "Stories";
    Compare = "So sánh", "Compare";
    Sources = "Nguồn", "Sources";
    Places = "Tỉnh và bộ", "Places and ministries";
    Systems = "Hệ thống", "Systems";
    Checks = "Tính lại", "Recomputed";
    Method = "Cách làm", "Method";
    Corrections = "Đính chính", "Corrections";
    SourcesTitle = "Mọi con số, và nơi in ra nó", "Every figure, and where it was printed";
    SourcesLead = "Năm văn bản, đọc từng đoạn. Mỗi số dưới đây ghi đúng như đã in; bấm vào số để xem cách hiểu, kỳ số liệu và mọi nơi in.", "Five texts, read paragraph by paragraph. Each figure below stands as it was printed; press it to see what it allows, its period and every place that prints it.";
    DownloadAll = "Tải toàn bộ số liệu:", "Download all figures:";
    DownloadCsv = "CSV", "CSV";
    DownloadVietnameseCsv = "CSV cho Excel tiếng Việt", "CSV for a Vietnamese Excel";
    DownloadPackage = "Data Package", "Data Package";
    GroupBy = "Xếp theo", "Group by";
    ByText = "Văn bản", "Text";
    BySystem = "Hệ thống", "System";
    ByPlace = "Nơi", "Place";
    Figures = "số", "figures";
    ReportedWithoutNumber = "Văn bản nói, không kèm số:", "Reported without a number:";
    Digests = "Tóm lại:", "Digest of:";
    LanguageLabel = "Ngôn ngữ", "Language";
    ThemeLabel = "Nền trang", "Background";
    ThemeLight = "Nền sáng", "Light background";
    ThemeDark = "Nền tối", "Dark background";
    LatestFigure = "Số mới nhất ở đây:", "Latest figure here:";
    WhereIsThisPrinted = "Số này in ở đâu?", "Where is this printed?";
    NotComparableIntro = "Có thể đặt hai số cạnh nhau, kèm lời giải thích. Không tính hiệu, không tính tỷ số, không xếp hạng chung.", "The two may stand side by side, with an explanation. No difference, no ratio and no common ranking are computed.";
    BoundsGiveSpans = "Số “dưới” hay “trên” một mốc chỉ cho biết một phía, nên nhiều thứ hạng chỉ biết trong một khoảng.", "A figure “below” or “above” a limit gives one side only, so many ranks are known only as a span.";
    WhyNot = "Vì sao", "Why";
    WhichNeighbours = "Vậy mỗi con số nên đặt cạnh số nào?", "Then which figures does each belong beside?";
    PanelsSeparate = "Hai hình không chung trục.", "The two pictures share no axis.";
    SameMeasureAbove = "Cùng chỉ tiêu và cùng kỳ, {a} cao hơn mức chung của {b} {gap} (Rõ Số tính).", "Same indicator, same period: {a} stands {gap} above the figure for {b} (computed here).";
    SameMeasureBelow = "Con số “{a}” thấp hơn mức chung của {b} {gap} (Rõ Số tính).", "The figure “{a}” lies {gap} below that for {b} (computed here).";
    ReadingNotes = "Đọc kỹ", "Read closely";
    WhatIsMissing = "Thiếu gì", "What is missing";
    ShowList = "Xem danh sách", "Show the list";
    ExploreTitle = "Tự so sánh", "Compare for yourself";
    ExploreLead = "Chọn một chỉ tiêu, một kỳ và những nơi bạn quan tâm. Mỗi số đều dẫn về nơi in ra nó.", "Choose an indicator, a period and the places you care about. Every figure leads to where it was printed.";
    IndicatorLabel = "Chỉ tiêu", "Indicator";
    PeriodLabel = "Kỳ", "Period";
    UniverseLabel = "So sánh các", "Compare";
    Provinces = "Tỉnh, thành phố", "Provinces and cities";
    Ministries = "Bộ, ngành", "Ministries and agencies";
    Regions = "Vùng", "Regions";
    WithFigures = "có số", "with figures";
    SearchLabel = "Thêm một nơi", "Add a place";
    SearchPlaceholder = "Tìm nơi: ha noi, BTTTT, hoa binh…", "Find a place: ha noi, hoa binh…";
    SearchNothing = "Không tìm thấy nơi nào như vậy.", "No such place found.";
    SearchResults = "Kết quả tìm", "Search results";
    RemovePlace = "Bỏ", "Remove";
    SortLabel = "Sắp theo", "Sort by";
    SortValue = "Giá trị", "Value";
    SortName = "Tên", "Name";
    ChartHint = "Chạm vào một dòng, hoặc dùng phím mũi tên và Enter, để biết số in ở đâu.", "Tap a row, or use the arrow keys and Enter, to see where a figure is printed.";
    TableTitle = "Bảng số liệu", "Table of figures";
    ColumnUnit = "Nơi", "Place";
    ColumnPrinted = "Như đã in", "As printed";
    ColumnInterval = "Cách hiểu con số", "What the figure allows";
    ColumnRank = "Hạng", "Rank";
    ColumnSource = "Nơi đăng", "Publication";
    NotPrinted = "không in", "not printed";
    NoFigure = "chưa có số", "no figure";
    Inferred = "suy ra", "inferred";
    InferredNotPrinted = "suy ra (văn bản không ghi)", "inferred (not printed)";
    Source = "Nguồn:", "Source:";
    ReportLayer = "số trong báo cáo", "report figures";
    ContextLayer = "số bối cảnh (nguồn khác)", "context figures (other sources)";
    KeyValue = "số đã in", "printed value";
    KeyBound = "chỉ biết một phía: số thật nằm trong vùng nhạt", "only a limit is known: the true value lies in the pale part";
    KeyInferred = "suy ra từ danh sách, không in", "inferred from a list, not printed";
    DrawerClose = "Đóng", "Close";
    PrintedAs = "In là", "Printed as";
    Publication = "Nơi đăng", "Publication";
    Paragraph = "Đoạn", "Paragraph";
    PeriodOfFigure = "Kỳ số liệu", "Period";
    DueDate = "Hạn", "Due";
    KindOfFigure = "Loại số", "Kind of figure";
    IssuedBy = "Đơn vị công bố", "Issued by";
    WhatItAllows = "Cách hiểu con số", "What the figure allows";
    Notes = "Ghi chú", "Notes";
    Definition = "Đo cái gì", "What is measured";
    Whose = "Của nơi nào", "Of whom";
    OpenPublication = "Mở bài đã đăng", "Open the publication";
    AddressUnknown = "chưa rõ địa chỉ bài đăng", "address of the publication not known";
    OneSource = "một nguồn, in ở {n} nơi", "one source, printed in {n} places";
    PrintedElsewhere = "Các nơi in", "Printed in";
    FollowsFromList = "Số này không được in cho riêng nơi này; nó suy ra từ danh sách đã in.", "This figure is not printed for this place; it follows from a printed list.";
    NowPartOf = "nay thuộc", "now part of";
    Until = "đến", "until";
    Target = "Mục tiêu", "Target";
    ComputedHere = "Rõ Số tính", "computed here";
    NoteUnknownParameter = "Địa chỉ có tham số không dùng ở đây, đã bỏ qua:", "The address has a parameter that is not used here; it was ignored:";
    NoteBadValue = "Địa chỉ có giá trị không đọc được, đã bỏ qua:", "The address has a value that cannot be read; it was ignored:";
    NoteNoIndicator = "Đang xem một chỉ tiêu khác, vì dữ liệu không có chỉ tiêu:", "Another indicator is shown, because the data have none called:";
    NoteNoEntity = "Không có nơi này trong dữ liệu:", "This place is not in the data:";
    NoteNoTime = "Đang xem kỳ mới nhất, vì chỉ tiêu này không có số của kỳ:", "The newest period is shown, because the indicator has no figures of:";
    FailedData = "Dữ liệu tải về chưa trọn vẹn. Bạn vẫn đọc được trang này; hãy tải lại khi có mạng ổn định.", "The data did not arrive whole. You can still read this page; reload when the connection is steady.";
    NoScript = "Trình duyệt đang tắt JavaScript: bạn vẫn đọc được câu chuyện và các bảng số liệu; phần chọn chỉ tiêu cần JavaScript.", "JavaScript is off: the story and the tables can still be read; choosing an indicator needs JavaScript.";
    FooterAbout = "Làm rõ từng con số chuyển đổi số của Việt Nam: mỗi số nghĩa là gì, in ở đâu, và hai số có so được với nhau hay không. Không thu thập dữ liệu người đọc, không cookie.", "Makes each of Vietnam’s digital-transformation figures clear: what it means, where it was printed, and whether two of them may be compared. It collects nothing about its readers and sets no cookie.";
    FooterData = "Dữ liệu", "Data";
    FooterDataText = "Số liệu được trích dẫn từ các ấn phẩm có tên. Phông chữ: Be Vietnam Pro (giấy phép OFL).", "Figures are facts cited from the named publications. Typeface: Be Vietnam Pro (OFL).";
    FooterConvention = "Cách đọc con số", "How figures are read";
    FooterConventionText = "Số không kèm chữ nào được làm tròn đến chữ số cuối. “Hơn”, “gần” là làm tròn xuống, lên. “Trên”, “dưới” một mốc chỉ cho biết nằm về phía nào. “Khoảng” có thể lệch hai phía.", "A plain figure is rounded to its last printed digit. “More than” and “nearly” round down and up. “Above” and “below” a limit only say on which side it lies. “About” may err to either side.";
    NoFigureToCompute = "Một trong hai không có số để tính.", "One of the two has no figure to compute with.";
    NoNumberToCompute = "Đặt cạnh nhau hoặc xếp thứ tự, không phải phép tính.", "They stand side by side or in order; nothing is computed.";
    ChartLabel = "Biểu đồ thanh ngang", "Bar chart";
    AxisCut = "trục cắt từ", "axis cut at";
    OwnAxes = "Mỗi chỉ tiêu một hình, một trục riêng.", "Each indicator has a picture and an axis of its own.";
    And = "và", "and";
    OneTimeOneMeasure = "Cùng chỉ tiêu, cùng kỳ.", "One indicator, one period.";
    FigureAndItsTarget = "Số đo được đặt cạnh mục tiêu của chính nó.", "A measured figure beside its own target.";
    AgainstTarget = " so với mục tiêu", " against the target";
    NoFigureBeforeTarget = "Chưa có số nào trước hạn của mục tiêu để đối chiếu.", "There is no figure up to the due date to hold against the target.";
    TogetherIsNotCause = "Mỗi trục là một chỉ tiêu: hình cho thấy hai số có đi cùng nhau hay không, không cho thấy vì sao.", "Each axis is a measure of its own: the picture shows whether the two go together, not why.";
    OneOfTwoMeasures = "Chỉ có số của một trong hai chỉ tiêu, nên không vẽ:", "With a figure of one of the two indicators only, so not drawn:";
    NoFigureOfThesePlaces = "Chưa có số của những nơi đang xem:", "No figure of the places shown:";
    MapNote = "Mỗi ô là một tỉnh, thành phố, diện tích bằng nhau, đặt gần đúng vị trí. Quần đảo Hoàng Sa thuộc Đà Nẵng, quần đảo Trường Sa thuộc Khánh Hòa: hai quần đảo mang màu của nơi quản lý và không được đếm thành ô riêng.", "Each tile is a province or city, all of one size, about where it lies. The Hoàng Sa archipelago is part of Đà Nẵng, the Trường Sa archipelago part of Khánh Hòa: they have the colour of the unit that governs them and are not counted as tiles.";
    HowManyOfEach = "Bao nhiêu nơi ở mỗi mức", "How many at each level";
    OnlyARange = "chỉ biết một khoảng", "only a range is known";
    OneOfTwoDates = "Chỉ có số của một trong hai mốc, nên không vẽ:", "With a figure of one of the two dates only, so not drawn:";
    SameMeasureOverTime = "Cùng chỉ tiêu, cùng cách tính và cùng độ dài kỳ qua các mốc.", "One indicator, one definition and one length of period throughout.";
    NoFigureOverTime = "Chưa có số của chỉ tiêu này ở kỳ nào:", "No figure of this indicator for any period:";
    NewSeries = "chuỗi mới", "new series";
    Empty = "Chưa có số để vẽ.", "There is no figure to draw yet.";
    // The tabs and controls of a comparison.
    Tabs = "Dạng xem", "Ways of looking";
    TabBars = "Xếp hạng", "Ranked";
    TabSorted = "Sắp theo giá trị", "Sorted by value";
    TabDots = "Khoảng giá trị", "Ranges";
    TabLine = "Theo thời gian", "Over time";
    TabSlope = "Hai mốc", "Two dates";
    TabProgress = "So với mục tiêu", "Against target";
    TabScatter = "Hai chỉ tiêu", "Two indicators";
    TabMap = "Bản đồ", "Map";
    TabMultiples = "Nhiều hình nhỏ", "Small multiples";
    TabTable = "Bảng", "Table";
    TabsClosed = "Vì sao có dạng không mở được", "Why some of these cannot be opened";
    SecondIndicator = "Đặt cạnh chỉ tiêu", "Hold against";
    NoSecond = "(không)", "(none)";
    StartLabel = "Từ", "From";
    FromFirst = "kỳ đầu tiên", "the first date";
    OtherIndicators = "Theo thời gian hoặc mục tiêu", "Over time or against a target";
    RankableIndicators = "So giữa các nơi", "Between places";
    Presets = "Chọn nhanh", "Quick choices";
    PresetAll = "Tất cả", "All";
    PresetRegion = "Vùng {name}", "Region {name}";
    PresetNear = "{name} và các nơi cùng vùng", "{name} and its region";
    // Stories.
    Story = "Câu chuyện", "Story";
    OtherStories = "Những câu chuyện khác", "Other stories";
    Updated = "Cập nhật", "Updated";
    ReportError = "Báo sai, gửi đính chính", "Report an error";
    ComputedSummary = "Phép tính trong bài (Rõ Số tính)", "The calculations (computed here)";
    OpenInCompare = "Mở trong phần So sánh", "Open in Compare";
    NearestFigure = "Số gần nhất:", "Nearest figure:";
    NoNearestFigure = "Chưa có số nào đo việc này.", "No figure measures this yet.";
    StoryBefore = "Câu chuyện trước", "Story before";
    StoryAfter = "Câu chuyện sau", "Next story";
    Steps = "Trình chiếu", "Step through";
    LeaveSteps = "Thôi trình chiếu", "Leave step mode";
    FullScreen = "Toàn màn hình", "Full screen";
    StepsHint = "Phím mũi tên trái, phải để chuyển câu chuyện; phím F để mở toàn màn hình.", "Left and right arrow keys go from story to story; F fills the screen.";
    // Recomputed, systems, sources.
    ChecksTitle = "Tính lại từ những số đã in", "Recomputed from what was printed";
    ChecksLead = "Khi một văn bản in cả phần lẫn tổng, hay cả hai số và tỷ lệ giữa chúng, ta có thể tính lại. Rõ Số làm việc đó với mọi số cho phép và giữ nguyên những gì đã in. “Chưa khớp” nghĩa là hai số không thể cùng đúng nếu cùng đếm một thứ; nó không nói bên nào đúng.", "Where a text prints both the parts and the total, or two figures and the rate between them, they can be worked out again. That is done here with every figure that allows it, and what was printed stays as it is. “Does not fit” means that two figures cannot both be right if they count the same thing; it does not say which side is.";
    ChecksTally = "Kết quả tính lại, chọn để lọc", "What came of it; choose one to see only that";
    ChecksAll = "Tất cả phép tính", "All calculations";
    ChecksShown = "Đang xem {n} trên {of} phép tính.", "Showing {n} of {of} calculations.";
    ChecksNone = "Không có phép tính nào như vậy.", "There is no such calculation.";
    ChecksOfSystem = "Chỉ những phép tính có số của: {name}.", "Only calculations with figures of: {name}.";
    ChecksOfAllSystems = "Xem phép tính của mọi hệ thống", "Show the calculations of all systems";
    ChecksHere = "Tính lại các số này", "These figures recomputed";
    ChecksOpen = "Mở ở trang Tính lại", "Open on the page Recomputed";
    FiguresUsed = "Các số được dùng:", "Figures used:";
    WhenDoesNotFit = "Hai số không thể cùng đúng nếu cùng đếm một thứ. Chưa biết bên nào đúng.", "The two cannot both be right if they count the same thing. Which one is, is not known.";
    WhenNotFullyExplained = "Các phần được nêu cộng lại chưa đủ tổng. Văn bản không nói phần còn lại là gì.", "The named parts do not make up the total. The text does not say what the rest is.";
    WhenCannotBeDecided = "Văn bản thiếu mẫu số, thiếu kỳ, hoặc hai số không cùng loại, nên không tính.", "The denominator or the period is not printed, or the two are not of a kind, so nothing is computed.";
    WhenLastDigit = "Lệch một đơn vị ở chữ số cuối cùng được in.", "Apart by one unit of the last printed digit.";
    WhenAfterRounding = "Số tính được, làm tròn như số in, thì bằng số in.", "What was computed is the printed figure once it is rounded alike.";
    WhenAgrees = "Số tính được bằng đúng số in.", "What was computed is exactly the printed figure.";
    WhenComputedHere = "Không văn bản nào in kết quả, nên không có gì để đối chiếu.", "No text prints the result, so there is nothing to hold it against.";
    FoundTitle = "Rõ Số tự tìm ra", "Found by the program";
    FoundLead = "Chương trình so mọi số với nhau, không chờ ai khai báo phép tính.", "The program holds all figures against each other, without anybody naming a calculation.";
    FoundTwoWays = "Một số, in hai cách", "One figure, printed in two ways";
    FoundLists = "Danh sách dài ngắn khác con số được ghi", "Lists of another length than stated";
    FoundUndeclared = "Phép tính khác có đủ các số", "Other calculations whose figures are all printed";
    FoundAlike = "Phân số trùng với một tỷ lệ được in", "Fractions that equal a printed rate";
    NoteNoVerdict = "Đang xem tất cả, vì không có kết luận nào tên là:", "All are shown, because there is no verdict called:";
    NoteNoSystem = "Dữ liệu không có hệ thống nào tên là:", "The data have no system called:";
    Nearest = "Gần nhất:", "Nearest:";
    SystemsTitle = "Các hệ thống và chương trình được nhắc tên", "Systems and programmes that are named";
    SystemsLead = "Năm văn bản nói về {n} hệ thống, chương trình. Mỗi trang gom mọi số, mốc thời gian và phép tính lại của một hệ thống.", "The five texts speak of {n} systems and programmes. Each page brings together all figures, dates and calculations of one.";
    SystemsWithFigures = "Có số", "With figures";
    SystemsWithoutFigures = "Chỉ được nhắc tới, chưa có số", "Only spoken of, no figure";
    SystemsAll = "Tất cả hệ thống", "All systems";
    SystemWithoutFigures = "Các văn bản chưa in số nào về hệ thống này.", "The texts print no figure about this system.";
    SystemOpen = "Trang của hệ thống này", "The page of this system";
    ReportFigures = "số trong báo cáo", "report figures";
    ContextFigures = "số bối cảnh", "context figures";
    Milestones = "Mốc thời gian", "Dates";
    FiguresTitle = "Các con số", "The figures";
    CompareThis = "So sánh các nơi theo chỉ tiêu này", "Compare places by this indicator";
    SeeEachPlace = "xem ở trang của từng nơi", "see the page of each place";
    CompareThem = "xem ở trang So sánh", "see them compared";
    Against = "so với", "against";
    AlsoDigestedBy = "Cùng báo cáo ấy còn được tóm lại ở:", "The same report is also digested by:";
    PublishedOn = "Ngày đăng:", "Published:";
    ContextDocuments = "Số bối cảnh lấy từ đâu", "Where the context figures come from";
    ContextDocumentsLead = "Những ấn phẩm khác, dùng để đặt số của năm văn bản vào bối cảnh. Hai lớp số luôn có nhãn.", "Other publications, which give the figures of the five texts a context. The two layers are always labelled.";
    // One figure and what to do with it; sharing; what does not exist.
    AgeOfFigure = "Tuổi số liệu", "Age of the figure";
    NewerFigure = "Cùng chỉ tiêu, cùng nơi, đã có số mới hơn:", "For the same indicator and place there is a newer figure:";
    DigestOneReport = "Cùng tóm lại một báo cáo, nên in giống nhau không phải là được xác nhận:", "They digest one report, so that their agreement is no confirmation:";
    MayBeCompared = "So được với", "Can be compared with";
    MayBeComparedWithCare = "So được, kèm lưu ý", "Comparable with care";
    NothingToCompare = "Chưa có số nào cùng chỉ tiêu để so.", "There is no figure of the same kind to compare it with.";
    AndMore = "và {n} số khác", "and {n} more";
    CopyCitation = "Sao chép trích dẫn", "Copy a citation";
    Share = "Chia sẻ trang này", "Share this page";
    CopiedAddress = "Đã sao chép địa chỉ trang.", "The address is copied.";
    CopiedCitation = "Đã sao chép trích dẫn.", "The citation is copied.";
    CopiedReport = "Đã sao chép nội dung báo sai.", "The report is copied.";
    CopyByHand = "Trình duyệt không cho sao chép. Hãy nhấn giữ vào ô này rồi chọn Sao chép:", "The browser does not allow copying. Press and hold this field, then choose Copy:";
    NotFound = "Không có trang này", "There is no such page";
    NotFoundPage = "Địa chỉ gọi một trang không có ở đây:", "The address asks for a page that does not exist here:";
    NotFoundPlace = "Địa chỉ gọi một nơi không có trong dữ liệu:", "The address asks for a place that is not in the data:";
    NotFoundSystem = "Địa chỉ gọi một hệ thống không có trong dữ liệu:", "The address asks for a system that is not in the data:";
    NotFoundStory = "Địa chỉ gọi một câu chuyện không có ở đây:", "The address asks for a story that does not exist here:";
    NotFoundWhy = "Có thể địa chỉ bị gõ thiếu, bị cắt khi gửi, hoặc trang đã đổi chỗ.", "It may be mistyped, cut short on its way, or the page has moved.";
    NotFoundNearest = "Gần nhất là", "The nearest there is";
    NotFoundInstead = "Hoặc bắt đầu từ đây", "Or begin here";
    // The page on method.
    MethodTitle = "Con số được đọc, so và xếp như thế nào", "How figures are read, compared and ranked";
    MethodLead = "Trang này không chấm điểm ai. Trang chỉ nói mỗi số nghĩa là gì, in ở đâu, và khi nào hai số so được với nhau.", "Nobody is graded here. It is said what each figure means, where it was printed, and when two of them may be compared.";
    OnThisPage = "Trên trang này", "On this page";
    Glossary = "Thuật ngữ", "Glossary";
    GlossaryLead = "Chữ mà báo cáo và báo chí in, cách gọi ở đây, và điều dễ hiểu sai.", "The words that reports and newspapers print, what they are called here, and what is easily misread.";
    Terms = "từ", "terms";
    TermsServices = "Dịch vụ và hồ sơ", "Services and dossiers";
    TermsSystems = "Hệ thống, tổ chức, chỉ số", "Systems, bodies, indices";
    TermsWords = "Chữ đi kèm con số", "Words around a number";
    TermsNames = "Tên gọi theo thời điểm", "Names and dates";
    ToDefinition = "Định nghĩa đầy đủ", "Full definition";
    Indicators = "Định nghĩa các chỉ tiêu", "Definitions of the indicators";
    IndicatorsLead = "Mỗi chỉ tiêu: cách gọi ở đây, chữ chính thức, đo cái gì, trên tổng số nào. Chỉ số cùng một họ mới so được với nhau.", "Each indicator: what it is called here, its official wording, what is measured, out of what. Only figures of one family may be compared.";
    IndicatorsCounted = "chỉ tiêu", "indicators";
    KindOfNumber = "Loại số", "Kind of number";
    Direction = "Chiều", "Direction";
    HigherIsBetter = "cao hơn là tốt hơn", "higher is better";
    LowerIsBetter = "thấp hơn là tốt hơn", "lower is better";
    NeitherIsBetter = "không có chiều tốt, xấu", "neither is better";
    Numerator = "Tử số", "Numerator";
    Denominator = "Mẫu số", "Denominator";
    DenominatorNote = "Về mẫu số", "On the denominator";
    Breaks = "Chỗ gãy", "Break";
    FamilyMates = "Cùng họ", "Same family";
    WordingExact = "Không kèm chữ nào", "No word beside it";
    WordingRoundedDown = "“Hơn”: làm tròn xuống", "“More than”: rounded down";
    WordingRoundedUp = "“Gần”: làm tròn lên", "“Nearly”: rounded up";
    WordingBelow = "“Dưới” một mốc", "“Below” a limit";
    WordingAbove = "“Trên” một mốc", "“Above” a limit";
    WordingAbout = "“Khoảng”", "“About”";
    WordingEstimated = "“Ước”", "“Estimated”";
    WordingRange = "“Từ … đến …”", "“From … to …”";
    WordingWhole = "Đếm đến từng đơn vị", "Counted to the unit";
    WordingSet = "Do người đặt ra", "Set by somebody";
    WordingInferred = "Suy ra từ danh sách", "Inferred from a list";
    ComparableMeans = "Cùng chỉ tiêu, cùng kỳ, cùng cách tính. Tính được hiệu, tỷ số, thứ hạng.", "Same indicator, same period, same definition. Differences, ratios and ranks are computed.";
    WithCareMeans = "Khác nhau ở điều nói được bằng một câu. Vẫn tính, và câu ấy luôn đi kèm.", "They differ in what one sentence can say. It is computed, and the sentence always stands beside it.";
    NotComparableMeans = "Khác chỉ tiêu, khác mẫu số, hoặc thước đo đã đổi. Hai số vẫn đứng cạnh nhau, mỗi số một hình, và không có phép tính nào.", "Another indicator, another denominator, or a changed definition. The two may stand side by side, each in its own picture, and nothing is computed.";
    SeverityTitle = "Mỗi lý do nặng đến đâu", "How much each reason weighs";
    ColumnReason = "Lý do", "Reason";
    ColumnForbids = "Không", "Not";
    ColumnWithCare = "Được, kèm lưu ý", "With care";
    BetweenFlows = "hai số phát sinh trong kỳ", "two flows";
    BetweenOthers = "các số khác", "other figures";
    TargetAgainstMeasured = "số đo với mục tiêu", "a measured figure and a target";
    AgainstOthers = "các loại khác", "other kinds";
    AnExample = "ví dụ", "an example";
    // The page of corrections.
    CorrectionsTitle = "Báo một con số sai, và những gì đã sửa", "Report a wrong figure, and what was corrected";
    CorrectionsLead = "Số nào ở đây cũng có thể bị nhập nhầm. Ai cũng báo được; mỗi lần sửa đều ghi lại ở trang này.", "Any figure here may have been entered wrongly. Anybody can say so; every correction is recorded on this page.";
    ReportTitle = "Báo sai, gửi đính chính", "Report an error";
    ReportWhat = "Để kiểm tra được ngay, xin gửi:", "To have it checked at once, please send:";
    ReportStepFigure = "con số, và theo bạn sai ở đâu;", "the figure, and what you think is wrong with it;";
    ReportStepPlace = "nơi in số đúng: ấn phẩm, ngày, đoạn, hoặc ảnh chụp chỗ in;", "the place that prints the right one: publication, date, paragraph, or a photograph of it;";
    ReportStepAddress = "địa chỉ của trang bạn đang xem.", "the address of the page that you see.";
    ReportAbout = "Con số bạn báo", "The figure you report";
    NoSuchFigure = "Không có con số này trong dữ liệu; bạn vẫn gửi được bằng mẫu dưới đây. Mã trong địa chỉ:", "There is no such figure in the data; you can still use the form below. Id in the address:";
    ReportLetter = "Mẫu thư để sao chép rồi điền tiếp:", "A letter to copy and complete:";
    CopyReport = "Sao chép mẫu thư", "Copy the letter";
    SendReport = "Mở nơi nhận báo sai", "Open the place for reports";
    ReportSubject = "Rõ Số: báo sai một con số", "Rõ Số: a wrong figure";
    ReportThere = "Dán mẫu thư vào nơi nhận, điền nốt rồi gửi.", "Paste the letter there, complete it, and send it.";
    ReportToWhom = "Bản này không ghi sẵn nơi nhận. Hãy gửi mẫu thư cho người đã đưa trang này cho bạn, hoặc mở một issue trong kho mã nguồn của Rõ Số.", "This copy names no address for reports. Send the letter to whoever gave you this page, or open an issue in the repository of Rõ Số.";
    ErrataTitle = "Đã đính chính", "Corrected so far";
    NoErrata = "Chưa có đính chính nào. Khi có, mỗi lần sửa sẽ ghi ngày, số cũ sai gì, nay là gì, và những con số liên quan.", "Nothing has been corrected yet. When something is, its date, what was wrong, what is right and the figures concerned will stand here.";
    ErratumWas = "Trước ghi:", "It said:";
    ErratumNow = "Nay là:", "It is now:";
    // Taking a comparison away.
    FiguresOf = "Số liệu của", "Figures of";
    TakeAway = "Mang biểu đồ này đi", "Take this chart away";
    Download = "Tải về", "Download";
    Embed = "Nhúng", "Embed";
    Cite = "Trích dẫn", "Cite";
    CopyLink = "Sao chép liên kết", "Copy the link";
    CopiedCode = "Đã sao chép.", "Copied.";
    CopyThis = "Sao chép", "Copy";
    DownloadNote = "Mỗi tệp mang theo tiêu đề, câu phát hiện, nguồn, lưu ý, nơi còn thiếu và địa chỉ của hình. Thả tệp hình trở lại trang này để mở lại đúng hình ấy.", "Each file carries title, finding, sources, caveats, what is missing and the address of the view. Drop a picture back on this page to open that view again.";
    PngWide = "PNG, rộng 1.360 điểm ảnh", "PNG, 1,360 pixels wide";
    PngSmall = "PNG, rộng 680", "PNG, 680 wide";
    PngLarge = "PNG, rộng 2.040", "PNG, 2,040 wide";
    EmbedFrame = "Khung tương tác, không cần tập lệnh", "An interactive frame, without a script";
    EmbedFigure = "Hình tĩnh kèm chú thích và nguồn, không cần gì thêm", "A still picture with caption and sources, needing nothing else";
    EmbedNote = "Nhiều hệ thống soạn bài bỏ khung và hình SVG: khi đó hãy tải PNG.", "Many newsroom systems strip frames and SVG: download the PNG then.";
    NoPicture = "Dạng bảng không có hình để tải; hãy chọn một dạng khác, hoặc tải bảng.", "A table has no picture; choose another way of looking, or download the table.";
    NoteForeignPicture = "Hình vừa thả không phải hình tải từ Rõ Số, nên không mở được.", "The picture that was dropped was not made here, so there is no view to open.";
}
