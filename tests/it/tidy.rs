//! What the source promises. Each promise is a check over the source files and comes with a
//! planted violation, so that it is known to fail when it is broken.

use std::path::Path;

/// A source file: its path from the root of the repository, and its text.
#[derive(Clone)]
struct Source {
    path: String,
    text: String,
}

/// A promise: what is checked, and a file that breaks it.
struct Promise {
    says: &'static str,
    check: fn(&[Source]) -> Vec<String>,
    broken_by: (&'static str, &'static str),
}

const PROMISES: &[Promise] = &[
    Promise {
        says: "every file opens with what it is for",
        check: opens_with_its_purpose,
        broken_by: ("src/task/rules.rs", "use std::fmt;\n"),
    },
    Promise {
        says: "a module imports only what stands above it in lib.rs",
        check: imports_go_up,
        broken_by: ("src/words.rs", "//! Words.\nuse crate::task::TASKS;\n"),
    },
    Promise {
        says: "a noun reads another's types and views, never its commands",
        check: commands_are_nobodys,
        broken_by: ("src/consult/store.rs", "//! SQL.\nuse crate::task::commands::Task;\n"),
    },
    Promise {
        says: "rules know no file, terminal, clock or command line",
        check: rules_are_pure,
        broken_by: ("src/task/rules.rs", "//! Rules.\nuse rusqlite::Connection;\n"),
    },
    Promise {
        says: "only the command line prints",
        check: only_cli_prints,
        broken_by: ("src/task/store.rs", "//! SQL.\nfn f() { println!(\"x\"); }\n"),
    },
    Promise {
        says: "the clock and the environment are read in one place",
        check: one_clock,
        broken_by: ("src/task/store.rs", "//! SQL.\nfn f() { chrono::Utc::now(); }\n"),
    },
    Promise {
        says: "stdin, which can be read but once, is read in one place",
        check: one_stdin,
        broken_by: ("src/task/store.rs", "//! SQL.\nfn f() { let _ = std::io::read_to_string(std::io::stdin()); }\n"),
    },
    Promise {
        says: "no statement asks SQLite for the time",
        check: no_sql_clock,
        broken_by: ("src/task/store.rs", "//! SQL.\nconst S: &str = \"SELECT date('now')\";\n"),
    },
    Promise {
        says: "the journal sees every change: no REPLACE, no DELETE without WHERE, no id that changes",
        check: journal_sees_all,
        broken_by: ("src/task/store.rs", "//! SQL.\nconst S: &str = \"DELETE FROM task\";\n"),
    },
    Promise {
        says: "what is made safe was opened to be written: Windows refuses anything else",
        check: flushes_what_it_may_write,
        broken_by: ("src/db/open.rs", "//! Opens.\nfn f(to: &Path) -> io::Result<()> { File::open(to)?.sync_all() }\n"),
    },
    Promise {
        says: "a code of an error belongs to one rule",
        check: error_codes_are_unique,
        broken_by: (
            "src/task/rules.rs",
            "//! R.\nstatic A: Rule = rule(Kind::Rule, \"E0900\", \"가\", \"a\");\nstatic B: Rule = rule(Kind::Rule, \"E0900\", \"나\", \"b\");\n",
        ),
    },
    Promise {
        says: "words for people come in Korean and in English",
        check: words_in_both_languages,
        broken_by: ("src/task/words.rs", "//! W.\nconst A: Text = text(\"done\", \"\");\n"),
    },
    Promise {
        says: "what is counted in English has a form for one",
        check: counted_words_have_two_forms,
        broken_by: ("src/task/words.rs", "//! W.\nconst A: Text = text(\"{count}건\", \"moved {count} due dates\");\n"),
    },
    Promise { says: "a test or comment names no machine", check: no_machine_paths, broken_by: ("src/task/words.rs", "//! See /work/x.\n") },
    Promise {
        says: "lints are not switched off",
        check: no_allow,
        broken_by: ("src/task/store.rs", "//! SQL.\n#[allow(clippy::unwrap_used)]\nfn f() {}\n"),
    },
];

#[test]
fn the_source_keeps_its_promises() {
    let sources = sources();
    assert!(sources.len() > 30, "only {} files found", sources.len());
    let broken: Vec<String> = PROMISES
        .iter()
        .flat_map(|promise| (promise.check)(&sources).into_iter().map(|where_| format!("{}: {where_}", promise.says)))
        .collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn each_promise_fails_on_a_planted_violation() {
    let lib = sources().into_iter().find(|source| source.path == "src/lib.rs").expect("lib.rs");
    for promise in PROMISES {
        let (path, text) = promise.broken_by;
        let planted = [lib.clone(), Source { path: path.to_owned(), text: text.to_owned() }];
        assert!(!(promise.check)(&planted).is_empty(), "nothing noticed: {}", promise.says);
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![root.join("src"), root.join("tests"), root.join("benches")];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for path in entries.map(|entry| entry.expect("an entry").path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(root).expect("below the root").to_string_lossy().replace('\\', "/");
                found.push(Source { path: name, text: std::fs::read_to_string(&path).expect("text") });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// The program's own code: its files without their unit tests and comments.
fn program(sources: &[Source]) -> impl Iterator<Item = (&str, String)> {
    sources.iter().filter(|source| source.path.starts_with("src/")).map(|source| {
        let code = source.text.split("#[cfg(test)]").next().unwrap_or_default();
        let code: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        (source.path.as_str(), code.join("\n"))
    })
}

fn opens_with_its_purpose(sources: &[Source]) -> Vec<String> {
    sources.iter().filter(|source| !source.text.starts_with("//! ")).map(|source| source.path.clone()).collect()
}

/// The module a file belongs to: `src/task/rules.rs` and `src/task.rs` are `task`.
fn module(path: &str) -> Option<&str> {
    let name = path.strip_prefix("src/")?.split('/').next()?.trim_end_matches(".rs");
    (name != "lib" && name != "main").then_some(name)
}

fn imports_go_up(sources: &[Source]) -> Vec<String> {
    let lib = &sources.iter().find(|source| source.path == "src/lib.rs").expect("lib.rs").text;
    let order: Vec<&str> = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")).map(|line| line.trim_end_matches(';')).collect();
    let place = |name: &str| order.iter().position(|known| *known == name);
    let mut broken = Vec::new();
    for (path, code) in program(sources) {
        let Some(own) = module(path) else { continue };
        let Some(here) = place(own) else {
            broken.push(format!("{path}: {own} is not in lib.rs"));
            continue;
        };
        for used in code.split("crate::").skip(1).filter_map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next()) {
            if place(used).is_some_and(|there| there > here) {
                broken.push(format!("{path} imports {used}, which stands below it"));
            }
        }
    }
    broken
}

fn commands_are_nobodys(sources: &[Source]) -> Vec<String> {
    let foreign = |path: &str, code: &str| {
        let own = module(path).unwrap_or_default();
        own != "cli" && code.match_indices("::commands::").any(|(at, _)| !code[..at].ends_with(own) && !code[..at].ends_with("super"))
    };
    program(sources).filter(|(path, code)| foreign(path, code)).map(|(path, _)| path.to_owned()).collect()
}

fn rules_are_pure(sources: &[Source]) -> Vec<String> {
    // A report of passive administration is no module: only the module is meant.
    let impure = ["rusqlite", "clap", "session", "crate::report", "report::", "std::fs", "std::io", "Utc::now", "env::"];
    mentions(sources, |path| path.ends_with("/rules.rs") || path.contains("/rules/"), &impure)
}

fn only_cli_prints(sources: &[Source]) -> Vec<String> {
    let printing = ["println!", "print!", "eprintln!", "eprint!", "stdout()", "dbg!"];
    let elsewhere = |path: &str| !path.starts_with("src/cli") && path != "src/session/environment.rs";
    mentions(sources, elsewhere, &printing)
}

fn one_clock(sources: &[Source]) -> Vec<String> {
    let asking = ["Utc::now", "Local::now", "SystemTime::now", "env::var", "var_os("];
    mentions(sources, |path| path != "src/session/environment.rs", &asking)
}

fn one_stdin(sources: &[Source]) -> Vec<String> {
    mentions(sources, |path| !path.starts_with("src/session"), &["io::stdin()"])
}

fn no_sql_clock(sources: &[Source]) -> Vec<String> {
    mentions(sources, |_| true, &["'now'", "CURRENT_DATE", "CURRENT_TIME", " datetime("])
}

fn journal_sees_all(sources: &[Source]) -> Vec<String> {
    let mut broken = mentions(sources, |_| true, &["INSERT OR REPLACE", "REPLACE INTO", "SET id =", "SET id="]);
    for (path, code) in program(sources) {
        for statement in code.split("DELETE FROM").skip(1) {
            let statement = statement.split('"').next().unwrap_or_default();
            if !statement.contains("WHERE") {
                broken.push(format!("{path}: DELETE FROM{statement}"));
            }
        }
    }
    broken
}

fn flushes_what_it_may_write(sources: &[Source]) -> Vec<String> {
    let flushed =
        |code: &str| code.split("File::open(").skip(1).any(|opened| opened.split(';').next().is_some_and(|it| it.contains("?.sync_all")));
    program(sources).filter(|(_, code)| flushed(code)).map(|(path, _)| path.to_owned()).collect()
}

fn mentions(sources: &[Source], watched: impl Fn(&str) -> bool, words: &[&str]) -> Vec<String> {
    let found = |(path, code): (&str, String)| {
        let word = words.iter().find(|word| code.contains(*word))?;
        Some(format!("{path} mentions {word}"))
    };
    program(sources).filter(|(path, _)| watched(path)).filter_map(found).collect()
}

fn error_codes_are_unique(sources: &[Source]) -> Vec<String> {
    let mut seen = std::collections::BTreeMap::new();
    let mut broken = Vec::new();
    for (path, code) in program(sources) {
        for part in code.split("rule(").skip(1) {
            let Some(code) = part.split('"').nth(1).filter(|code| code.len() == 5 && code.starts_with('E')) else { continue };
            if let Some(before) = seen.insert(code.to_owned(), path.to_owned()) {
                broken.push(format!("{code} in {before} and {path}"));
            }
        }
    }
    broken
}

/// Every `text("…", "…")`, `term("…", "…", "…")`, `column("…", "…", "…"` and `rule(…)` has its
/// Korean first and its English after; a word that is the same in both is allowed where it
/// has no letters of its own language.
fn words_in_both_languages(sources: &[Source]) -> Vec<String> {
    let mut broken = Vec::new();
    for (path, code) in program(sources) {
        for (call, skip) in [("text(", 0), ("term(", 1), ("column(", 1), ("rule(", 1)] {
            for part in after_call(&code, call) {
                let literals = literals(part, skip + 2);
                let Some([ko, en]) = literals.get(skip..).and_then(|pair| <[String; 2]>::try_from(pair.to_vec()).ok()) else { continue };
                let hangul = |text: &str| text.chars().any(|c| ('가'..='힣').contains(&c));
                let wordless = |text: &str| !without_blanks(text).chars().any(char::is_alphabetic);
                let same = ko == en && !hangul(&ko);
                let good = same || (hangul(&ko) || wordless(&ko)) && !hangul(&en) && (ko.is_empty() || !en.is_empty());
                if !good {
                    broken.push(format!("{path}: {call}\"{ko}\", \"{en}\")"));
                }
            }
        }
    }
    broken
}

/// `{count} tasks` would say `1 tasks`; `{count:task/tasks}` does not. Sizes are never one.
fn counted_words_have_two_forms(sources: &[Source]) -> Vec<String> {
    let mut broken = Vec::new();
    for (path, code) in program(sources) {
        for counted in ["{count}", "{days}", "{rows}"] {
            for after in code.split(counted).skip(1) {
                let Some(words) = after.strip_prefix(' ') else { continue };
                let words: Vec<&str> =
                    words.split(|c: char| !c.is_ascii_alphabetic() && c != ' ').next().unwrap_or_default().split(' ').collect();
                if words.iter().take(2).any(|word| word.len() > 3 && word.ends_with('s') && !word.ends_with("ss")) {
                    broken.push(format!("{path}: {counted} {}", words.join(" ")));
                }
            }
        }
    }
    broken
}

/// What follows each call of a function of that very name.
fn after_call<'c>(code: &'c str, call: &'c str) -> impl Iterator<Item = &'c str> {
    code.match_indices(call).filter_map(move |(at, _)| {
        let before = code[..at].chars().next_back().unwrap_or(' ');
        (!before.is_alphanumeric() && before != '_' && before != '.' && !code[..at].ends_with("fn ")).then(|| &code[at + call.len()..])
    })
}

/// The first `count` string literals, where the call begins with them.
fn literals(call: &str, count: usize) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = call;
    while found.len() < count {
        let Some(open) = rest.find('"') else { break };
        if rest[..open].contains(')') || rest[..open].contains(';') {
            break;
        }
        let mut end = open + 1;
        while let Some(quote) = rest[end..].find('"') {
            end += quote + 1;
            if !rest[..end - 1].ends_with('\\') {
                break;
            }
        }
        found.push(rest[open + 1..end - 1].to_owned());
        rest = &rest[end..];
    }
    found
}

fn without_blanks(text: &str) -> String {
    let mut out = String::new();
    let mut depth = 0;
    for c in text.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

fn no_machine_paths(sources: &[Source]) -> Vec<String> {
    let places = [concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("sha", "red/DESIGN"), concat!("..", "/shared")];
    let named = |source: &&Source| source.path != "tests/it/tidy.rs" && places.iter().any(|place| source.text.contains(place));
    sources.iter().filter(named).map(|source| source.path.clone()).collect()
}

fn no_allow(sources: &[Source]) -> Vec<String> {
    // A division of hundredths for JSON is exact, and says so where it stands.
    let known = ["src/report/json.rs"];
    program(sources).filter(|(path, code)| code.contains("[allow(") && !known.contains(path)).map(|(path, _)| path.to_owned()).collect()
}
