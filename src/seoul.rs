//! The time of Seoul, in which the law's days are counted: nine hours ahead of UTC, always.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, Utc};

const SEOUL: FixedOffset = match FixedOffset::east_opt(9 * 3600) {
    Some(seoul) => seoul,
    None => panic!("nine hours are an offset"),
};

/// The day it is in Seoul at an instant.
pub fn day(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&SEOUL).date_naive()
}

/// The instant at which the clocks of Seoul show a time.
pub fn instant(shown: NaiveDateTime) -> Option<DateTime<Utc>> {
    shown.and_local_timezone(SEOUL).single().map(|at| at.to_utc())
}

/// An instant as an entry keeps it, RFC 3339, as the clocks of Seoul showed it; none where it is
/// no instant, as in a file that was tampered with.
pub fn shown(instant: &str, pattern: &str) -> Option<String> {
    DateTime::parse_from_rfc3339(instant).ok().map(|at| at.with_timezone(&SEOUL).format(pattern).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_begins_in_seoul_nine_hours_before_utc() {
        for (instant, on) in [("2024-10-01T14:59:59Z", "2024-10-01"), ("2024-10-01T15:00:00Z", "2024-10-02")] {
            assert_eq!(day(instant.parse().unwrap_or_default()).to_string(), on);
            assert_eq!(shown(instant, "%Y-%m-%d").as_deref(), Some(on));
        }
        assert_eq!(shown("yesterday", "%Y-%m-%d"), None);
    }
}
