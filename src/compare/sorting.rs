//! Stable sorting through one compiled routine.
//!
//! Every further element type that the standard sort is used for adds five kilobytes to what a
//! reader downloads; sorting indices instead of elements needs it only once.

use std::cmp::Ordering;

/// Sorts `items` by `compare`; equal items keep their order.
pub fn sort_stably<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    sort_items(items, &compare);
}

/// Compiled once for each type of element, not for each comparison.
fn sort_items<T>(items: &mut Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) {
    let mut places: Vec<usize> = (0..items.len()).collect();
    let by_item = |a: usize, b: usize| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    };
    sort_places(&mut places, &by_item);
    let mut slots: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(places.into_iter().filter_map(|at| slots.get_mut(at)?.take()));
}

fn sort_places(places: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    places.sort_by(|a, b| compare(*a, *b));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_stably() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        sort_stably(&mut items, |a, b| a.0.cmp(&b.0));
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }
}
