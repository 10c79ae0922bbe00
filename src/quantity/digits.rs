//! The digits that a number needs: where its first one stands, and how many decimals it has.

/// The exponent of the power of ten at or just below a positive number: 4 for 47 000, −2 for 0.05.
/// A number that a rounding error has left just below a power of ten counts as that power; zero has
/// the least exponent.
pub fn magnitude(value: f64) -> i32 {
    // A few comparisons instead of `log10`, which would bring a routine of its own.
    let value = value * (1.0 + 1e-15);
    let mut exponent = 0;
    while exponent < f64::MAX_10_EXP && 10f64.powi(exponent + 1) <= value {
        exponent += 1;
    }
    while exponent > f64::MIN_10_EXP && 10f64.powi(exponent) > value {
        exponent -= 1;
    }
    exponent
}

/// The fewest decimals that write a number exactly but for rounding errors, at most `most`.
pub fn decimals_of(value: f64, most: usize) -> usize {
    (0..most).find(|&n| is_whole(value * 10f64.powi(n as i32))).unwrap_or(most)
}

pub(super) fn is_whole(value: f64) -> bool {
    (value - value.round()).abs() < 1e-6
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_power_of_ten_has_its_exponent() {
        for exponent in -6..=12 {
            let power: f64 = format!("1e{exponent}").parse().unwrap();
            assert_eq!(magnitude(power), exponent);
            assert_eq!(magnitude(power * 0.999), exponent - 1);
            assert_eq!(magnitude(power * 9.99), exponent);
        }
        assert_eq!(magnitude(0.3 - 0.2), -1, "a tenth, but for a rounding error");
        assert_eq!((magnitude(47_000.0), magnitude(0.05)), (4, -2));
    }

    #[test]
    fn every_number_has_a_magnitude() {
        for (value, exponent) in
            [(f64::INFINITY, 308), (f64::MAX, 308), (0.0, -307), (-5.0, -307), (f64::NAN, 0)]
        {
            assert_eq!(magnitude(value), exponent, "{value}");
        }
    }

    #[test]
    fn decimals_are_as_few_as_a_number_needs() {
        for (value, most, decimals) in [
            (5.0, 4, 0),
            (-0.25, 4, 2),
            (0.1 + 0.2, 4, 1),
            (100_000.0, 9, 0),
            (0.0001, 9, 4),
            (1.0 / 3.0, 4, 4),
        ] {
            assert_eq!(decimals_of(value, most), decimals, "{value}");
        }
    }

    proptest! {
        #[test]
        fn a_magnitude_is_the_whole_part_of_the_logarithm(
            digits in 1.000_001..9.999_999,
            exponent in -12..12,
        ) {
            let value = digits * 10f64.powi(exponent);
            prop_assert_eq!(magnitude(value), value.log10().floor() as i32);
        }
    }
}
