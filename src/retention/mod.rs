//! How long closed records are kept (보존기간): years by kind of record, counted from 1 January
//! of the year after the closing. What is due for disposal is listed and never deleted: that
//! is for the archives to review.

pub(crate) mod commands;
pub mod fields;
pub mod rules;
pub mod store;
pub mod words;
