//! How the released program is linked on Linux: at a fixed place. The dynamic linker then has
//! none of the program's own twenty thousand addresses to set right at every start, which was
//! two thirds of `--version`, a twentieth of the file and half a megabyte of memory.
//!
//! And with room for SQLite to descend into a deep expression where Windows gives a megabyte.

use std::env::var;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let is = |name: &str, value: &str| var(name).is_ok_and(|set| set == value);
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") && is("PROFILE", "release") {
        println!("cargo:rustc-link-arg-bins=-no-pie");
    }
    if is("CARGO_CFG_TARGET_OS", "windows") {
        let room = if is("CARGO_CFG_TARGET_ENV", "msvc") { "/STACK:8388608" } else { "-Wl,--stack,8388608" };
        println!("cargo:rustc-link-arg-bins={room}");
    }
}
