//! The map of the house, from the ground up. A module imports only what stands above it here;
//! each noun is a folder with the same rooms: `mod.rs` (its types and what it is about),
//! `rules.rs` (what may happen, without clock, file or terminal), `store.rs` (its SQL),
//! `commands` (its verbs), `import.rs` (how a returned row becomes facts), `words.rs`, and
//! `fields.rs` (what the fields of its tables are called).

// Ground, pure.
pub mod words;
pub mod refusal;
pub mod seoul;
pub mod beside;
pub mod typed;
pub mod digest;
pub mod page;
pub mod sequence;

// Ground, storage.
pub mod file;
pub mod db;
pub mod report;
pub mod register;
pub mod fields;
pub mod session;
pub mod prompt;
pub mod record;
pub mod numbering;
pub mod private;
pub mod seal;
pub mod sheet;
pub mod import;
pub mod clear;
pub mod export;

// Nouns; each may read those above it.
pub mod calendar;
pub mod office;
pub mod clock;
pub mod task;
pub mod milestone;
pub mod progress;
pub mod consult;
pub mod passive;
pub mod snapshot;
pub mod training;
pub mod award;
pub mod evaluate;
pub mod nominate;
pub mod reward;
pub mod incentive;
pub mod plan;
pub mod legal;
pub mod case;

// What the journal tells and proves, which exemption hands out as evidence.
pub mod log;
pub mod trust;
pub mod exemption;

// What reads every noun and owns nothing.
pub mod due;
pub mod office_report;
pub mod query;
pub mod search;
pub mod today;
pub mod undo;
pub mod retention;
pub mod handover;
pub mod site;
pub mod demo;
pub mod cli;
