//! What the file can prove: that it is what its journal says (`verify`), and, by a line kept
//! elsewhere (`seal`), that nothing before that line was changed since.

pub mod backup;
pub mod erase;
pub mod seal;
pub mod verify;
pub mod words;
