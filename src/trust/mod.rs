//! What the file can prove: that it is what its journal says (`verify`), and, by a line kept
//! elsewhere (`seal`), that nothing before that line was changed since.

mod against;
pub mod backup;
pub mod erase;
pub mod seal;
pub mod verify;
pub mod words;

use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::session::Session;

static OF_NOW: Rule = rule(
    Kind::Usage,
    "E0823",
    "{command}{command:~은/는} 지금의 파일을 다루므로 --as-of 나 --known-at 을 쓸 수 없습니다. 예전 파일은 --db 로 고르십시오",
    "{command} is about the file as it is: --as-of and --known-at cannot be used with it; choose an earlier file with --db",
);

/// Whether no other day or time is asked for, where only the file as it is can be told of.
///
/// # Errors
/// One is.
fn of_now(session: &Session, command: &str) -> Result<(), Refusal> {
    if session.options.as_of.is_none() && session.options.known_at.is_none() {
        return Ok(());
    }
    Err(OF_NOW.with("command", command).way_out(format!("proadmin {command}")))
}
