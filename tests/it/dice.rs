//! Chance for the tests: dice whose numbers depend on the seed alone, and how much of it is
//! asked for.

/// A small generator (splitmix64).
pub struct Dice(pub u64);

impl Dice {
    /// A number from 0 up, below `sides`.
    pub fn roll<N: TryInto<u64> + TryFrom<u64>>(&mut self, sides: N) -> N {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let Ok(sides) = sides.try_into() else { panic!("dice have a positive number of sides") };
        N::try_from((z ^ (z >> 31)) % sides).unwrap_or_else(|_| panic!("a number below {sides}"))
    }

    /// One of several words.
    pub fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.roll(from.len())]
    }
}

/// A number from the environment, such as `PROADMIN_SEED`, or the usual one.
pub fn asked(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}
