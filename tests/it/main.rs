//! Sentences about the office, each put to the program itself in a frozen environment.

// A test that cannot go on says where and stops.
#![allow(clippy::expect_used, clippy::unwrap_used)]

mod office;

mod asking;
mod backup;
mod calendar;
mod case;
mod clock;
mod consult;
mod consult_mended;
mod corrections;
mod every;
mod examples;
mod exchange;
mod exemption;
mod legal;
mod incentive;
mod log;
mod mended;
mod milestone;
mod frame;
mod handover;
mod evaluate;
mod evaluate_edges;
mod evaluate_published;
mod nominate;
mod evaluate_tracks;
mod people;
mod passive;
mod personal;
mod plan;
mod plain;
mod progress;
mod query;
mod schema;
mod search;
mod sheets;
mod site;
mod snapshot;
mod task;
mod known;
mod tidy;
mod reward;
mod today;
mod travel;
mod trust;
mod undo;
mod typing;
mod training;
mod award;
mod warned;
mod words;
mod yearly;
