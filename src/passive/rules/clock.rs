//! The clock: when more time may be given.

use chrono::NaiveDate;

use super::History;
use super::refusals::{EXTENDED_LATE, TOO_LATE_TO_EXTEND, TOO_LONG};
use crate::passive::Act;
use crate::refusal::Refusal;

impl History {
    /// Whether the time may be extended: on or before the due day, by no more than the period
    /// itself. (That it is only once, the sequence says.)
    ///
    /// # Errors
    /// Too late, or too long.
    pub fn extension(&self, on: NaiveDate, due: NaiveDate, days: i64, max: i64) -> Result<(), Refusal> {
        if on > due {
            let refusal = TOO_LATE_TO_EXTEND.with("code", &self.code).with("on", on).with("due", due);
            return Err(self.seen(refusal).way_out(format!("proadmin due explain {}", self.code)));
        }
        if days <= max {
            return Ok(());
        }
        let refusal = TOO_LONG.with("code", &self.code).with("days", days).with("max", max);
        Err(self.seen(refusal).way_out(format!("proadmin passive extend {} --on {on} --days {max} --reason …", self.code)))
    }

    /// Whether the extension that was recorded still is one in time, once the due day without
    /// it is another.
    ///
    /// # Errors
    /// It would have come after that day.
    pub fn still_extended(&self, on: NaiveDate, due: NaiveDate) -> Result<(), Refusal> {
        if on <= due {
            return Ok(());
        }
        let refusal = self.seen(EXTENDED_LATE.with("code", &self.code).with("due", due).with("on", on));
        let refusal = refusal.way_out(format!("proadmin due explain {}", self.code));
        let extended = self.acts.iter().find(|done| done.act == Act::Extended);
        Err(extended.into_iter().fold(refusal, |refusal, done| self.void_first(refusal, done)))
    }
}
