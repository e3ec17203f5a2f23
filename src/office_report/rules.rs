//! Arithmetic of the papers.

/// The mean of `count` numbers that add up to `sum`, to the whole, half up; none of nothing.
pub fn mean(sum: i64, count: i64) -> Option<i64> {
    (count > 0).then(|| (2 * sum + count) / (2 * count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn means_are_rounded_half_up() {
        for (sum, count, rounded) in [(0, 0, None), (0, 3, Some(0)), (1, 2, Some(1)), (1, 3, Some(0)), (2, 3, Some(1)), (125, 2, Some(63))]
        {
            assert_eq!(mean(sum, count), rounded, "{sum}/{count}");
        }
    }
}
