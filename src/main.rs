//! The process shell: arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    proadmin::cli::run(std::env::args_os())
}
