//! Reports to hand in (보고서): tables made of what the other nouns know, ready for a document.
//! Each is a file here.

pub(crate) mod commands;
pub mod fields;
mod monthly;
pub mod rules;
pub mod words;
mod year;
