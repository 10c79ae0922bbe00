//! Several figures at once: which of them may be taken together, and which stand apart.

use super::verdict::{Judgement, Verdict, judge};
use super::{Reason, Severity, sort_stably};
use crate::data::{Dataset, Id, Observation, Operation};

/// A set of figures, judged for one operation.
#[derive(Clone, Debug)]
pub struct SetJudgement<'a> {
    /// Figures that may be taken together, in the order they were given.
    pub together: Vec<&'a Observation>,
    /// The others, each with the judgement that sets it apart.
    pub apart: Vec<(&'a Observation, Judgement)>,
    /// The verdict on those taken together.
    pub verdict: Verdict,
    /// Every reason among them once, the most serious first.
    pub reasons: Vec<(Reason, Severity)>,
}

/// Judges a set against its focus, or, where there is none or it is not in the set, by the largest
/// part of it whose figures may all be compared with each other. The order of the data does not
/// matter: of two parts of one size the one with the first id wins.
pub fn judge_set<'a>(
    dataset: &Dataset,
    figures: &[&'a Observation],
    focus: Option<&Id>,
    operation: Operation,
) -> SetJudgement<'a> {
    let pairs = Pairs::new(dataset, figures, operation);
    let focus = focus.and_then(|id| figures.iter().position(|o| o.id == *id));
    let chosen = match focus {
        Some(at) => pairs.beside(at),
        None => pairs.largest(figures),
    };
    let members: Vec<usize> = (0..figures.len()).filter(|at| chosen.contains(at)).collect();
    let center = focus.or(members.first().copied()).unwrap_or(0);
    let (mut apart, mut reasons) = (Vec::new(), Vec::new());
    for (at, figure) in figures.iter().enumerate() {
        if members.contains(&at) {
            continue;
        }
        let opponent = members.iter().copied().find(|&other| !pairs.may(at, other));
        if let Some(judgement) = pairs.get(at, opponent.unwrap_or(center)) {
            apart.push((*figure, judgement.clone()));
        }
    }
    for (at, &a) in members.iter().enumerate() {
        for &b in members.iter().skip(at + 1) {
            let found = pairs.get(a, b).into_iter().flat_map(|judgement| &judgement.reasons);
            for (reason, severity) in found.filter(|(_, severity)| *severity < Severity::Blocks) {
                if !reasons.iter().any(|(known, _)| known == reason) {
                    reasons.push((reason.clone(), *severity));
                }
            }
        }
    }
    sort_stably(&mut reasons, |a, b| b.1.cmp(&a.1).then_with(|| a.0.place().cmp(&b.0.place())));
    let verdict = match (reasons.is_empty(), members.len()) {
        (_, 0) => Verdict::NotComparable,
        (true, _) => Verdict::Comparable,
        (false, _) => Verdict::WithCare,
    };
    let together = members.iter().filter_map(|&at| figures.get(at).copied()).collect();
    SetJudgement { together, apart, verdict, reasons }
}

/// The judgement on every pair of a set.
struct Pairs {
    size: usize,
    judged: Vec<Option<Judgement>>,
}

impl Pairs {
    fn new(dataset: &Dataset, figures: &[&Observation], operation: Operation) -> Self {
        let size = figures.len();
        let mut judged = Vec::with_capacity(size * size);
        for (row, left) in figures.iter().enumerate() {
            for (column, right) in figures.iter().enumerate() {
                judged.push((row < column).then(|| judge(dataset, left, right, operation)));
            }
        }
        Self { size, judged }
    }

    /// The judgement on two different figures of the set.
    fn get(&self, a: usize, b: usize) -> Option<&Judgement> {
        self.judged.get(a.min(b) * self.size + a.max(b))?.as_ref()
    }

    fn may(&self, a: usize, b: usize) -> bool {
        a == b || self.get(a, b).is_some_and(|found| found.verdict != Verdict::NotComparable)
    }

    /// A figure and all that may be compared with it.
    fn beside(&self, center: usize) -> Vec<usize> {
        (0..self.size).filter(|&at| self.may(center, at)).collect()
    }

    /// The largest group whose members may all be compared with each other. Each figure gathers
    /// the others in the order of their ids; reasons follow from what figures have in common, so
    /// that groups hardly overlap and the largest gathered is the largest there is.
    fn largest(&self, figures: &[&Observation]) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.size).collect();
        sort_stably(&mut order, |&a, &b| {
            figures.get(a).map(|o| &o.id).cmp(&figures.get(b).map(|o| &o.id))
        });
        let mut best: Vec<usize> = Vec::new();
        for &seed in &order {
            if best.contains(&seed) {
                continue;
            }
            let mut group = vec![seed];
            for &at in &order {
                if at != seed && group.iter().all(|&member| self.may(member, at)) {
                    group.push(at);
                }
            }
            if group.len() > best.len() {
                best = group;
            }
        }
        best
    }
}
