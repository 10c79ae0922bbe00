//! The classes of a map: where their limits are, and which class a value falls into.

use crate::quantity::magnitude;

/// Limits between at most seven classes: equal steps of a round width with open ends; if more than
/// half of the units would fall into one class, round numbers that divide the units evenly.
pub fn class_limits(values: &[f64]) -> Vec<f64> {
    let mut sorted: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
    crate::compare::sort_stably(&mut sorted, f64::total_cmp);
    let (Some(low), Some(high)) = (sorted.first().copied(), sorted.last().copied()) else {
        return Vec::new();
    };
    if high <= low {
        return Vec::new();
    }
    let step = crate::chart::scale::nice_step((high - low) * 0.85, 7);
    let first = ((f64::midpoint(low, high) / step - 2.5).round()).max((low / step).floor() + 1.0);
    let equal: Vec<f64> =
        (0..6).map(|n| (first + f64::from(n)) * step).filter(|limit| *limit < high).collect();
    let crowd = |limits: &[f64]| {
        (0..=limits.len())
            .map(|class| sorted.iter().filter(|value| class_of(limits, **value) == class).count())
            .max()
            .unwrap_or(0)
    };
    if crowd(&equal) * 2 <= sorted.len() {
        return equal;
    }
    let mut shared: Vec<f64> = Vec::new();
    let median = sorted.get(sorted.len() / 2).copied().unwrap_or(high);
    let place = 10f64.powi(magnitude(median.abs().max(1e-9)) - 1);
    for n in 1..7 {
        let value = sorted.get(sorted.len() * n / 7).copied().unwrap_or(high);
        let limit = (value / place).round() * place;
        if limit > low && limit < high && shared.last().is_none_or(|last| limit > *last) {
            shared.push(limit);
        }
    }
    shared
}

/// Index of the class that a value falls into.
pub fn class_of(limits: &[f64], value: f64) -> usize {
    limits.iter().filter(|limit| value >= **limit - 1e-9 * limit.abs()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_round_and_few() {
        let dti: Vec<f64> = (0..63).map(|n| 0.4946 + f64::from(n) * 0.0055).collect();
        let limits = class_limits(&dti);
        assert_eq!(limits.len(), 6);
        assert!(limits.windows(2).all(|pair| (pair[1] - pair[0] - 0.05).abs() < 1e-9));
        assert_eq!(class_of(&limits, limits[0]), 1, "a limit begins its class");
        assert!(class_limits(&[]).is_empty() && class_limits(&[3.0, 3.0]).is_empty());
        assert!(class_limits(&[f64::NAN, 1.0]).is_empty());
    }

    #[test]
    fn a_few_giants_do_not_empty_the_classes() {
        let people: Vec<f64> =
            (1..=60).map(|n| 3e5 + f64::from(n) * 2e4).chain([9.4e6, 8.5e6]).collect();
        let limits = class_limits(&people);
        let fullest = (0..=limits.len())
            .map(|class| people.iter().filter(|v| class_of(&limits, **v) == class).count())
            .max();
        assert!(fullest < Some(20), "{limits:?}: {fullest:?}");
    }
}
