//! How the JSON files write each kind of record, and what a record must say to be one.

use super::decode::{Names, Record, THOROUGH};
use super::records::{
    Break, Change, ChangeAs, Check, CheckOperation, Days, Document, Entity, Erratum, Form,
    Indicator, List, Mention, MethodSection, Milestone, Never, Observation, Operand, Panel, Parts,
    PlaceWithin, Report, Story, System, Term, TermGroup, Tile,
};
use super::{
    Dataset, Date, Direction, EntityKind, Kind, Layer, Measure, Operation, Period, Scope, Span,
    Theme, Word as _,
};
use crate::quantity::{Amount, End, Hedge, Interval, Quantity, Reading, Unit};

pub(super) const LAYERS: Names<Layer> = &[("reports", Layer::Reports), ("context", Layer::Context)];

pub(super) const MEASURES: Names<Measure> = &[
    ("rate", Measure::Rate),
    ("stock", Measure::Stock),
    ("flow", Measure::Flow),
    ("count", Measure::Count),
    ("index", Measure::Index),
    ("rank", Measure::Rank),
    ("money", Measure::Money),
    ("capacity", Measure::Capacity),
    ("factor", Measure::Factor),
];

pub(super) const UNITS: Names<Unit> = &[
    ("percent", Unit::Percent),
    ("percent_change", Unit::PercentChange),
    ("points", Unit::Points),
    ("count", Unit::Count),
    ("dong", Unit::Dong),
    ("index01", Unit::Index01),
    ("score100", Unit::Score100),
    ("times", Unit::Times),
    ("rank", Unit::Rank),
    ("hours", Unit::Hours),
    ("days", Unit::Days),
    ("years", Unit::Years),
];

pub(super) const DIRECTIONS: Names<Direction> =
    &[("higher", Direction::Higher), ("lower", Direction::Lower), ("neither", Direction::Neither)];

pub(super) const THEMES: Names<Theme> = &[
    ("services", Theme::Services),
    ("dossiers", Theme::Dossiers),
    ("portal", Theme::Portal),
    ("documents", Theme::Documents),
    ("government", Theme::Government),
    ("data", Theme::Data),
    ("identity", Theme::Identity),
    ("economy", Theme::Economy),
    ("skills", Theme::Skills),
    ("security", Theme::Security),
    ("dti", Theme::Dti),
    ("reform", Theme::Reform),
    ("population", Theme::Population),
];

const OPERATIONS: Names<Operation> = &[
    ("side_by_side", Operation::SideBySide),
    ("difference", Operation::Difference),
    ("ratio", Operation::Ratio),
    ("rank", Operation::Rank),
    ("trend", Operation::Trend),
    ("sum", Operation::Sum),
    ("share", Operation::Share),
];

pub(super) const ENTITY_KINDS: Names<EntityKind> = &[
    ("nation", EntityKind::Nation),
    ("block", EntityKind::Block),
    ("province63", EntityKind::Province63),
    ("province34", EntityKind::Province34),
    ("ministry22", EntityKind::Ministry22),
    ("ministry25", EntityKind::Ministry25),
    ("region6", EntityKind::Region6),
    ("area", EntityKind::Area),
    ("group", EntityKind::Group),
    ("marker", EntityKind::Marker),
];

pub(super) const SCOPES: Names<Scope> = &[
    ("whole", Scope::Whole),
    ("some", Scope::Some),
    ("partial", Scope::Partial),
    ("jointly", Scope::Jointly),
    ("each", Scope::Each),
];

pub(super) const KINDS: Names<Kind> = &[
    ("observation", Kind::Observation),
    ("target", Kind::Target),
    ("change", Kind::Change),
    ("policy", Kind::Policy),
    ("membership", Kind::Membership),
    ("rank", Kind::Rank),
    ("capacity", Kind::Capacity),
];

const CHANGES: Names<ChangeAs> = &[
    ("points", ChangeAs::Points),
    ("percent", ChangeAs::Percent),
    ("times", ChangeAs::Times),
    ("absolute", ChangeAs::Absolute),
    ("undetermined", ChangeAs::Undetermined),
];

pub(super) const CHECK_OPERATIONS: Names<CheckOperation> = &[
    ("sum", CheckOperation::Sum),
    ("difference", CheckOperation::Difference),
    ("ratio", CheckOperation::Ratio),
    ("share", CheckOperation::Share),
    ("growth", CheckOperation::Growth),
    ("change", CheckOperation::Change),
    ("complement", CheckOperation::Complement),
    ("list_length", CheckOperation::ListLength),
    ("weighted_mean", CheckOperation::WeightedMean),
    ("pace", CheckOperation::Pace),
    ("monthly_mean", CheckOperation::MonthlyMean),
    ("over_mean", CheckOperation::OverMean),
    ("year_gone", CheckOperation::YearGone),
    ("implied_total", CheckOperation::ImpliedTotal),
    ("denominator", CheckOperation::Denominator),
];

const PARTS: Names<Parts> = &[("all", Parts::All), ("part", Parts::Part)];

pub(super) const FORMS: Names<Form> = &[
    ("bars", Form::Bars),
    ("dots", Form::Dots),
    ("squares", Form::Squares),
    ("columns", Form::Columns),
    ("timeline", Form::Timeline),
    ("scale", Form::Scale),
    ("targets", Form::Targets),
    ("tiles", Form::Tiles),
];

const TERM_GROUPS: Names<TermGroup> = &[
    ("services", TermGroup::Services),
    ("systems", TermGroup::Systems),
    ("words", TermGroup::Words),
    ("names", TermGroup::Names),
];

/// What an operand's id ends with where the whole printed beside the figure is meant.
const DENOMINATOR: &str = "#denominator";

#[derive(Clone, Copy)]
enum Qualifier {
    Exact,
    About,
    Estimated,
    Above,
    Below,
    AtLeast,
    AtMost,
    Range,
}

const QUALIFIERS: Names<Qualifier> = &[
    ("exact", Qualifier::Exact),
    ("about", Qualifier::About),
    ("estimated", Qualifier::Estimated),
    ("above", Qualifier::Above),
    ("below", Qualifier::Below),
    ("at_least", Qualifier::AtLeast),
    ("at_most", Qualifier::AtMost),
    ("range", Qualifier::Range),
];

pub(super) const READINGS: Names<Reading> =
    &[("rounding", Reading::Rounding), ("threshold", Reading::Threshold)];

pub(super) fn report(r: &Record<'_>) -> Option<Report> {
    let report = Report {
        id: r.string("id"),
        title: r.text("title"),
        issuer: r.text("issuer"),
        date: r.date("date"),
    };
    r.is_sound().then_some(report)
}

pub(super) fn document(r: &Record<'_>) -> Option<Document> {
    let document = Document {
        id: r.string("id"),
        layer: r.choice("layer", LAYERS).unwrap_or(Layer::Context),
        seed: r.maybe_string("seed"),
        title: r.text("title"),
        publisher: r.text("publisher"),
        issuer: r.text("issuer"),
        date: r.date("date"),
        date_inferred: r.flag("date_inferred"),
        url: r.maybe_string("url"),
        report: r.maybe_string("report"),
    };
    r.is_sound().then_some(document)
}

pub(super) fn indicator(r: &Record<'_>) -> Option<Indicator> {
    let indicator = Indicator {
        id: r.string("id"),
        label: r.text("label"),
        official: r.text("official"),
        definition: r.text("definition"),
        measure: r.choice("measure", MEASURES).unwrap_or(Measure::Count),
        unit: r.choice("unit", UNITS).unwrap_or(Unit::Count),
        counted: r.maybe_text("counted"),
        direction: r.choice("direction", DIRECTIONS).unwrap_or(Direction::Neither),
        theme: r.choice("theme", THEMES).unwrap_or(Theme::Services),
        numerator: r.maybe_text("numerator"),
        denominator: r.maybe_text("denominator"),
        denominator_note: r.maybe_text("denominator_note"),
        family: r.string("family"),
        breaks: r.records("breaks").iter().map(series_break).collect(),
        self_reported: r.flag("self_reported"),
    };
    r.is_sound().then_some(indicator)
}

fn series_break(r: &Record<'_>) -> Break {
    r.needs("blocks");
    let found = Break {
        at: r.date("at"),
        reason: r.text("reason"),
        blocks: r.choices("blocks", OPERATIONS),
    };
    r.is_sound();
    found
}

pub(super) fn entity(r: &Record<'_>) -> Option<Entity> {
    let entity = Entity {
        id: r.string("id"),
        kind: r.choice("kind", ENTITY_KINDS).unwrap_or(EntityKind::Group),
        name: r.text("name"),
        full_name: r.maybe_text("full_name"),
        code: r.maybe_string("code"),
        abbr: r.maybe_string("abbr"),
        class: r.maybe_string("type"),
        iso: r.maybe_string("iso"),
        region: r.maybe_string("region"),
        from: r.maybe_date("from"),
        to: r.maybe_date("to"),
        members: r.ids("members"),
        successors: r.ids("successors"),
        predecessors: r.ids("predecessors"),
        aliases: r.ids("aliases"),
        within: r.records("within").iter().map(place_within).collect(),
        tile: r.maybe_record("tile").map(|tile| self::tile(&tile)),
        belongs_to: r.maybe_string("belongs_to"),
        notes: r.texts("notes"),
    };
    r.is_sound().then_some(entity)
}

fn place_within(r: &Record<'_>) -> PlaceWithin {
    let place = PlaceWithin { name: r.text("name"), note: r.text("note") };
    r.is_sound();
    place
}

fn tile(r: &Record<'_>) -> Tile {
    let tile = Tile { col: r.small_count("col"), row: r.small_count("row") };
    r.is_sound();
    tile
}

pub(super) fn observation(r: &Record<'_>, layer: Layer) -> Option<Observation> {
    let kind = r.choice_or("kind", KINDS, Kind::Observation);
    // Whoever mistypes the kind is not told what other kinds may not say.
    let is_kind_known = r.is_sound_so_far();
    let due = r.maybe_date("due");
    let period = r.maybe_record("period").and_then(|period| self::period(&period));
    let due_period = |due| Period { span: Span::AsOf(due), inferred: Vec::new() };
    if is_kind_known && r.has("due") && kind != Kind::Target {
        r.problem("due", "expected only on a target");
    } else if !r.has("due") && !r.has("period") {
        r.problem("period", "expected a period (or `due` for a target)");
    }
    let period = period.or(due.map(due_period));
    let change = change(r, is_kind_known.then_some(kind));
    let quantity = r.maybe_record("quantity").and_then(|quantity| self::quantity(&quantity));
    let is_set = matches!(kind, Kind::Target | Kind::Policy);
    let quantity = quantity.map(|quantity| match quantity.hedge {
        Hedge::Exact if is_set => quantity.hedged(Hedge::Set),
        _ => quantity,
    });
    r.needs("mentions");
    let observation = Observation {
        id: r.string("id"),
        indicator: r.string("indicator"),
        entity: r.string("entity"),
        scope: r.choice_or("scope", SCOPES, Scope::Whole),
        kind,
        period: period.unwrap_or(Period {
            span: Span::AsOf(Date { year: 1, month: None, day: None }),
            inferred: Vec::new(),
        }),
        interval: quantity.map(|quantity| quantity.interval()),
        quantity,
        of: r.maybe_count("of"),
        change,
        mentions: r.records("mentions").iter().map(mention).collect(),
        notes: r.texts("notes"),
        layer,
        derived_from: None,
    };
    r.is_sound().then_some(observation)
}

/// A change says how it is expressed and what it is measured against; nothing else does.
fn change(r: &Record<'_>, kind: Option<Kind>) -> Option<Change> {
    let (has_as, has_base) = (r.has("as"), r.has("base"));
    let mut change = Change { expressed: ChangeAs::Undetermined, period: None, observation: None };
    if let Some(base) = r.maybe_record("base") {
        change.period = base.maybe_record("period").and_then(|period| self::period(&period));
        change.observation = base.maybe_string("observation");
        if !base.has("period") && !base.has("observation") {
            base.problem("", "expected a period or an observation");
        }
        base.is_sound();
    }
    if kind == Some(Kind::Change) {
        change.expressed = r.choice("as", CHANGES).unwrap_or(ChangeAs::Undetermined);
        if !has_base {
            r.problem("base", "expected what the change is measured against");
        }
        return Some(change);
    } else if kind.is_some() && (has_base || has_as) {
        r.problem("base", "expected only on a change");
    }
    None
}

fn mention(r: &Record<'_>) -> Mention {
    let mention = Mention {
        source: r.string("source"),
        paragraph: r.maybe_count("paragraph"),
        printed: r.string("printed"),
        quantity: r.maybe_record("quantity").and_then(|quantity| self::quantity(&quantity)),
        note: r.maybe_text("note"),
    };
    r.is_sound();
    mention
}

/// A period has exactly one span.
pub(super) fn period(r: &Record<'_>) -> Option<Period> {
    let as_of = r.maybe_date("as_of").map(Span::AsOf);
    let during = r.maybe_record("during").map(|during| {
        let dates = during.needed_date("from").zip(during.needed_date("to"));
        if dates.is_some_and(|(from, to)| from.first_day() > to.last_day()) {
            during.problem("", "expected `from` to come before `to`");
        }
        during.is_sound();
        dates.map(|(from, to)| Span::During { from, to })
    });
    let since_start = r.maybe_record("since_start").map(|since| {
        let to = since.needed_date("to");
        since.is_sound();
        to.map(|to| Span::SinceStart { to })
    });
    let inferred = r.ids("inferred");
    if inferred.iter().any(|part| !matches!(&**part, "from" | "to" | "as_of" | "year")) {
        r.problem("inferred", "expected names among from, to, as_of, year");
    }
    if ["as_of", "during", "since_start"].into_iter().filter(|name| r.has(name)).count() != 1 {
        r.problem("", "expected exactly one of as_of, during, since_start");
    }
    r.is_sound();
    let span = as_of.or(during.flatten()).or(since_start.flatten())?;
    Some(Period { span, inferred })
}

fn quantity(r: &Record<'_>) -> Option<Quantity> {
    let step = r.number("step");
    let unit = r.choice("unit", UNITS);
    let qualifier = r.choice("qualifier", QUALIFIERS).unwrap_or(Qualifier::Exact);
    let hedge = hedge(r, qualifier);
    let amount = amount(r, matches!(qualifier, Qualifier::Range));
    let denominator = r.maybe_number("denominator");
    if !r.is_sound() {
        return None;
    }
    let quantity = Quantity { amount: amount?, step, unit: unit?, hedge, denominator };
    if THOROUGH {
        check_numbers(r, &quantity);
    }
    r.is_sound().then_some(quantity)
}

fn check_numbers(r: &Record<'_>, quantity: &Quantity) {
    let Quantity { amount, step, unit, denominator, .. } = *quantity;
    if !(step.is_finite() && step > 0.0) {
        return r.problem("step", format!("expected a number above 0, found {step}"));
    }
    let (numbers, fields) = match amount {
        Amount::Value(value) => ([value, value], ["value", "value"]),
        Amount::Range { low, high, .. } => ([low, high], ["low", "high"]),
    };
    for (number, field) in numbers.into_iter().zip(fields) {
        if !unit.bounds().holds(number) {
            return r.problem(field, out_of_bounds(unit, number));
        }
        let steps = number / step;
        if (steps - steps.round()).abs() > 1e-6 {
            return r
                .problem("step", format!("expected {number} to be a multiple of the step {step}"));
        }
    }
    // "Trên 100%": no value lies above the highest.
    let interval = quantity.interval();
    let (low, high) = (interval.low(), interval.high());
    if low.value() == high.value() && !(low.is_closed() && high.is_closed()) {
        r.problem(fields[0], "expected a wording that some value fulfils");
    }
    if denominator.is_some_and(|whole| whole < numbers[1] || whole <= 0.0) {
        r.problem("denominator", format!("expected at least {}", numbers[1]));
    }
}

fn out_of_bounds(unit: Unit, number: f64) -> String {
    let bounds = unit.bounds();
    let low = bounds.low().value().unwrap_or(f64::NEG_INFINITY);
    let most = bounds.high().value().map_or_else(String::new, |high| format!(" to {high}"));
    format!("expected from {low}{most} for {}, found {number}", unit.word())
}

fn hedge(r: &Record<'_>, qualifier: Qualifier) -> Hedge {
    let reading =
        r.maybe_string("reading").map(|_| r.choice_or("reading", READINGS, Reading::Rounding));
    match (qualifier, reading) {
        (Qualifier::Above, Some(reading)) => return Hedge::Above(reading),
        (Qualifier::Below, Some(reading)) => return Hedge::Below(reading),
        (Qualifier::Above | Qualifier::Below, None) => {
            r.problem("reading", "expected rounding or threshold beside above and below");
        }
        (_, Some(_)) => r.problem("reading", "expected only beside above and below"),
        (_, None) => {}
    }
    match qualifier {
        Qualifier::About => Hedge::About,
        Qualifier::Estimated => Hedge::Estimated,
        Qualifier::AtLeast => Hedge::AtLeast,
        Qualifier::AtMost => Hedge::AtMost,
        _ => Hedge::Exact,
    }
}

fn amount(r: &Record<'_>, is_range: bool) -> Option<Amount> {
    let value = r.maybe_number("value");
    let (low, high) = (r.maybe_number("low"), r.maybe_number("high"));
    let (low_open, high_open) = (r.flag("low_open"), r.flag("high_open"));
    match (r.has("value"), r.has("low"), r.has("high")) {
        (true, false, false) if !is_range => value.map(Amount::Value),
        (false, true, true) if is_range => {
            let (low, high) = low.zip(high)?;
            if THOROUGH && low > high {
                r.problem("low", format!("expected at most high ({high}), found {low}"));
            }
            Some(Amount::Range { low, low_open, high, high_open })
        }
        _ => {
            let (field, expected) = if is_range {
                ("low", "expected low and high, and no value, for a range")
            } else {
                ("value", "expected value alone, without low and high")
            };
            r.problem(field, expected);
            None
        }
    }
}

/// `complete` says whether every observation was well: a list is not blamed for one that was not.
pub(super) fn list(r: &Record<'_>, dataset: &Dataset, complete: bool) -> Option<List> {
    r.needs("named");
    r.needs("mentions");
    let indicator = r.string("indicator");
    let unit = dataset.indicator(&indicator).map_or(Unit::Count, |indicator| indicator.unit);
    let ends = r.maybe_record("rest");
    let end = |name| ends.as_ref().and_then(|rest| rest.maybe_string(name));
    let (low_from, high_from) = (end("low_from"), end("high_from"));
    let rest =
        r.record("rest").map(|rest| self::rest(&rest, dataset, complete).clamped_to(unit.bounds()));
    let period = r.record("period").and_then(|period| self::period(&period));
    let mentions = r.records("mentions");
    let place = |mention: &Record<'_>| {
        let place = (mention.string("source"), mention.maybe_count("paragraph"));
        mention.is_sound();
        place
    };
    let list = List {
        id: r.string("id"),
        indicator,
        universe: r.choice("universe", ENTITY_KINDS).unwrap_or(EntityKind::Group),
        named: r.ids("named"),
        top: r.maybe_count("top"),
        of: r.maybe_count("of"),
        mentions: mentions.iter().map(place).collect(),
        notes: r.texts("notes"),
        period: period?,
        rest: rest?,
        low_from,
        high_from,
    };
    r.is_sound().then_some(list)
}

/// Limits of the units that a list does not name: numbers, or the observations that end the named
/// ones. The low limit may be met, the high one not.
fn rest(r: &Record<'_>, dataset: &Dataset, complete: bool) -> Interval {
    let limit = |number: &'static str, from: &'static str| {
        let (value, id) = (r.maybe_number(number), r.maybe_string(from));
        let Some(id) = id else { return value.map(Interval::point) };
        if value.is_some() {
            r.problem(number, "expected a number or an observation, not both");
        }
        let interval = dataset.observation(&id).and_then(|observation| observation.interval);
        if THOROUGH && interval.is_none() && complete {
            r.problem(from, format!("expected an observation with a figure, found {id:?}"));
        }
        interval
    };
    let (low, high) = (limit("low", "low_from"), limit("high", "high_from"));
    if !["low", "high", "low_from", "high_from"].into_iter().any(|name| r.has(name)) {
        r.problem("", "expected a limit for the units it does not name");
    }
    let ends = low.and_then(|low| low.low().value()).zip(high.and_then(|high| high.high().value()));
    if ends.is_some_and(|(low, high)| low > high) {
        r.problem("", "expected the low limit below the high one");
    }
    r.is_sound();
    // A limit that is itself a printed figure reaches to the end of what that figure allows.
    let high = high.and_then(|interval| interval.high().value()).map_or(End::Unbounded, End::Open);
    Interval::new(low.map_or(End::Unbounded, Interval::low), high)
}

pub(super) fn story(r: &Record<'_>) -> Option<Story> {
    let story = Story {
        id: r.string("id"),
        number: r.small_count("number"),
        reserve: r.flag("reserve"),
        headline: r.text("headline"),
        short: r.text("short"),
        finding: r.text("finding"),
        text: r.texts("text"),
        pair: r.ids("pair"),
        operation: r.choice_or("operation", OPERATIONS, Operation::Difference),
        figures: r.ids("figures"),
        computed: r.ids("computed"),
        panels: r.records("panels").iter().filter_map(panel).collect(),
        caveats: r.texts("caveats"),
        never: r.records("never").iter().map(never).collect(),
        updated: r.date("updated"),
    };
    r.is_sound().then_some(story)
}

fn panel(r: &Record<'_>) -> Option<Panel> {
    let panel = Panel {
        title: r.text("title"),
        form: r.choice("form", FORMS).unwrap_or(Form::Bars),
        indicator: r.maybe_string("indicator"),
        period: r.maybe_record("period").and_then(|period| self::period(&period)),
        observations: r.ids("observations"),
        references: r.ids("references"),
        targets: r.ids("targets"),
        computed: r.ids("computed"),
        view: r.maybe_string("view"),
    };
    r.is_sound().then_some(panel)
}

fn never(r: &Record<'_>) -> Never {
    let never = Never { vi: r.maybe_string("vi"), en: r.maybe_string("en") };
    r.is_sound();
    never
}

pub(super) fn system(r: &Record<'_>) -> Option<System> {
    let system = System {
        id: r.string("id"),
        name: r.text("name"),
        what: r.text("what"),
        reported: r.maybe_text("reported"),
        milestones: r.records("milestones").iter().map(milestone).collect(),
        indicators: r.ids("indicators"),
    };
    r.is_sound().then_some(system)
}

fn milestone(r: &Record<'_>) -> Milestone {
    r.needs("mentions");
    let milestone = Milestone {
        date: r.date("date"),
        text: r.text("text"),
        mentions: r.records("mentions").iter().map(mention).collect(),
    };
    r.is_sound();
    milestone
}

pub(super) fn check(r: &Record<'_>) -> Option<Check> {
    r.needs("operands");
    let check = Check {
        id: r.string("id"),
        statement: r.text("statement"),
        label: r.maybe_text("label"),
        operation: r.choice("operation", CHECK_OPERATIONS).unwrap_or(CheckOperation::Sum),
        operands: r.ids("operands").iter().map(|id| operand(id)).collect(),
        result: r.maybe_string("result").map(|id| operand(&id)),
        parts: r.choice_or("of", PARTS, Parts::All),
        days: days(r),
        note: r.maybe_text("note"),
    };
    r.is_sound().then_some(check)
}

fn operand(text: &str) -> Operand {
    let whole = text.strip_suffix(DENOMINATOR);
    Operand { observation: whole.unwrap_or(text).into(), denominator: whole.is_some() }
}

/// The days of a pace: their number, or the two dates.
fn days(r: &Record<'_>) -> Option<Days> {
    if r.is_number("days") {
        return r.maybe_count("days").map(Days::Number);
    }
    let dates = r.maybe_record("days")?;
    let (from, to) = (dates.needed_date("from"), dates.needed_date("to"));
    dates.is_sound();
    let (from, to) = from.zip(to)?;
    Some(Days::Between { from, to })
}

pub(super) fn method_section(r: &Record<'_>) -> Option<MethodSection> {
    r.needs("text");
    let section =
        MethodSection { id: r.string("id"), title: r.text("title"), text: r.texts("text") };
    r.is_sound().then_some(section)
}

pub(super) fn term(r: &Record<'_>) -> Option<Term> {
    let term = Term {
        id: r.string("id"),
        group: r.choice("group", TERM_GROUPS).unwrap_or(TermGroup::Words),
        printed: r.string("printed"),
        label: r.text("label"),
        misread: r.text("misread"),
        indicator: r.maybe_string("indicator"),
    };
    r.is_sound().then_some(term)
}

pub(super) fn erratum(r: &Record<'_>) -> Option<Erratum> {
    r.needs("observations");
    let erratum = Erratum {
        id: r.string("id"),
        date: r.date("date"),
        was: r.text("was"),
        now: r.text("now"),
        observations: r.ids("observations"),
    };
    r.is_sound().then_some(erratum)
}
