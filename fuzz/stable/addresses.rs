//! Addresses: made of the words of the grammar, of ids and of arbitrary text, then mutated.

use ro_so::data::Dataset;

use crate::random::{NASTY, Random, bent};

/// Names and values of the grammar.
const WORDS: [&str; 40] = [
    "p=",
    "tab=",
    "i=",
    "e=",
    "time=",
    "focus=",
    "sort=",
    "lang=",
    "theme=",
    "embed=",
    "v=",
    "&",
    "=",
    "~",
    "..",
    "?",
    "#",
    "home",
    "compare",
    "place",
    "system",
    "checks",
    "sources",
    "story",
    "bars",
    "table",
    "map",
    "line",
    "slope",
    "scatter",
    "latest",
    "2022-08",
    "2022..2024",
    "2024-12-31",
    "value",
    "name",
    "vi",
    "en",
    "dark",
    "1",
];

/// What networks append, and what nobody appends.
const FOREIGN: [&str; 6] =
    ["fbclid=", "utm_source=", "zarsrc=", "constructor=", "__proto__=", "P="];

/// One address.
pub(crate) fn next(random: &mut Random, ids: &[&str]) -> String {
    let mut query = String::new();
    for _ in 0..random.below(9) {
        let name = random.pick(&WORDS[..11]);
        let name = if random.once_in(12) { random.pick(&FOREIGN) } else { name };
        query.push_str(name);
        for part in 0..=random.below(3) {
            if part > 0 {
                query.push('~');
            }
            query.push_str(match random.below(6) {
                0 => random.pick(&NASTY),
                1 | 2 => random.pick(&WORDS[16..]),
                _ => random.pick(ids),
            });
        }
        query.push('&');
    }
    for _ in 0..random.below(4) {
        query = bent(random, &query, &WORDS);
    }
    if random.once_in(200) {
        query = query.repeat(1 + random.below(40));
    }
    query
}

/// Ids of records.
pub(crate) fn ids(dataset: &Dataset) -> Vec<&str> {
    let indicators = dataset.indicators.iter().map(|indicator| &*indicator.id);
    let entities = dataset.entities.iter().map(|entity| &*entity.id);
    let others = dataset.systems.iter().map(|system| &*system.id);
    let stories = dataset.stories.iter().map(|story| &*story.id);
    indicators.chain(entities).chain(others).chain(stories).collect()
}
