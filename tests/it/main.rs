//! Sentences about the office, each put to the program itself in a frozen environment.

// A test that cannot go on says where and stops.
#![allow(clippy::expect_used, clippy::unwrap_used)]

mod office;

mod calendar;
mod clock;
mod consult;
mod every;
mod examples;
mod milestone;
mod people;
mod progress;
mod log;
mod query;
mod search;
mod today;
mod schema;
mod snapshot;
mod task;
mod tidy;
mod travel;
mod words;
