//! The names of reference lines above a chart of rows: each is set like a flag on a pole, its line.

use crate::compare::sort_stably;

/// From one line of text to the next.
pub(super) const LINE_HEIGHT: f64 = 16.5;

/// The name of a reference line, beside its line.
pub(super) struct Flag {
    /// x of the line.
    pole: f64,
    pub left: f64,
    right: f64,
}

/// Space between a pole and its flag.
const FLAG_GAP: f64 = 5.0;

impl Flag {
    /// Right of the line if there is room, else left of it, else as far right as it fits.
    pub(super) fn new(pole: f64, wide: f64, leftmost: f64, width: f64) -> Self {
        let (right, left) = (pole + FLAG_GAP, pole - FLAG_GAP - wide);
        let left = match () {
            () if right + wide <= width => right,
            () if left >= leftmost => left,
            () => (width - wide).max(leftmost),
        };
        Self { pole, left, right: left + wide }
    }

    /// Whether the name covers `x`, or comes too close to it.
    fn covers(&self, x: f64) -> bool {
        self.left - FLAG_GAP < x && x < self.right + FLAG_GAP
    }
}

/// How many text lines each flag stands below the top, so that no flag covers another and, where
/// possible, no pole crosses a name.
pub(super) fn levels(flags: &[Flag]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..flags.len()).collect();
    // Flags left of their poles come first, from right to left, then those right of their poles,
    // from left to right. In this order, stepping down keeps each pole clear of the earlier names.
    sort_stably(&mut order, |a, b| {
        let key = |at: &usize| {
            flags.get(*at).map_or((true, 0.0), |flag| {
                let is_right = flag.left > flag.pole;
                (is_right, if is_right { flag.pole } else { -flag.pole })
            })
        };
        let ((a_right, a), (b_right, b)) = (key(a), key(b));
        a_right.cmp(&b_right).then(a.total_cmp(&b))
    });
    let mut levels = vec![0; flags.len()];
    let mut done: Vec<usize> = Vec::new();
    for at in order {
        let Some(flag) = flags.get(at) else { continue };
        let below = done.iter().filter_map(|other| {
            let over = flags.get(*other)?;
            let touches = over.covers(flag.left)
                || over.covers(flag.right)
                || flag.covers(over.left)
                || over.covers(flag.pole);
            touches.then(|| levels.get(*other).map_or(0, |level| level + 1))
        });
        let level = below.max().unwrap_or(0);
        if let Some(own) = levels.get_mut(at) {
            *own = level;
        }
        done.push(at);
    }
    levels
}

/// The visible parts of each pole, which is interrupted where another flag lies over it. The last
/// part continues below the flags.
pub(super) fn poles(flags: &[Flag], levels: &[usize]) -> Vec<Vec<(f64, f64)>> {
    let deepest = levels.iter().max().copied().unwrap_or(0);
    let is_clear = |x: f64, at: usize| {
        let mut there = flags.iter().zip(levels).filter(|(_, level)| **level == at);
        there.all(|(flag, _)| x <= flag.left - 2.0 || flag.right + 2.0 <= x)
    };
    let parts = |(flag, level): (&Flag, &usize)| {
        let mut parts: Vec<(f64, f64)> = Vec::new();
        for at in *level..=deepest {
            let (top, bottom) = (at as f64 * LINE_HEIGHT, (at + 1) as f64 * LINE_HEIGHT);
            match parts.last_mut() {
                _ if !is_clear(flag.pole, at) => {}
                Some((_, end)) if *end == top => *end = bottom,
                _ => parts.push((top + 1.5, bottom)),
            }
        }
        let end = (deepest + 1) as f64 * LINE_HEIGHT;
        if parts.last().is_none_or(|(_, last)| *last < end) {
            parts.push((end, end));
        }
        parts
    };
    flags.iter().zip(levels).map(parts).collect()
}
