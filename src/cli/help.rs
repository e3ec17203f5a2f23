//! clap's command tree in the language of the reader. Only the nouns that were typed are
//! built whole: the rest stand as names, which is enough for help and for typing errors.

use std::any::TypeId;
use std::io;

use anstream::{AutoStream, ColorChoice};
use clap::builder::{PossibleValue, Styles};
use clap::{Arg, ArgAction, Args, Command};

use super::{Global, NOUNS, Noun};
use crate::words::{Lang, Text, placeholder, text};

const ABOUT: Text = text(
    "적극행정 운영: 중점과제, 사전컨설팅, 평가, 월별 현황을 파일 하나에 담습니다",
    "Proactive administration: key tasks, pre-consulting, evaluation and monthly snapshots in one file",
);
const EVERYWHERE: Text = text(
    "모든 명령의 옵션(--reason --doc-no -n -y -o --out --fields --sort --limit --as-of --lang …)은 proadmin --help 에 있습니다",
    "Options of every command (--reason --doc-no -n -y -o --out --fields --sort --limit --as-of --lang …): proadmin --help",
);
const HELP: Text = text("도움말", "Print help");
const VALUES: Text = text(" [값: {values}]", " [values: {values}]");
const YES_OR_NO: Text = text("예|아니오", "yes|no");
const VERSION: Text = text("판 번호", "Print version");
const MORE: Text = text(
    "모든 명령에 쓰는 옵션은 --help 에 있습니다. 예: proadmin task add \"음악분수 개선\" --year 2024 --dept 푸른도시과",
    "Options of every command: --help. Example: proadmin task add \"Music fountain\" --year 2024 --dept Parks",
);

/// Korean for the options of every command, and for arguments that mean the same everywhere.
const SHARED: &[(&str, &str)] = &[
    ("db", "파일 [기본: $PROADMIN_DB, 없으면 proadmin.db]"),
    ("output", "출력 형식"),
    ("out", "파일에 쓰기(형식은 파일 이름으로 정함)"),
    ("labels", "CSV의 머리글과 값을 사람이 읽는 말로 쓰기"),
    ("fields", "이 열만 보이기"),
    ("sort", "이 열로 정렬(-열 은 내림차순)"),
    ("limit", "최대 줄 수(0은 전부) [기본: 화면에서 50]"),
    ("as_of", "그날까지 있었던 일로 답하기"),
    ("known_at", "그때까지 기록된 것으로 답하기(날짜, 분, 기록 번호)"),
    ("personal", "이름을 가리지 않고 보기(--reason 필요, 열람이 기록에 남음)"),
    ("lang", "언어"),
    ("color", "색 사용"),
    ("actor", "기록하는 사람 [기본: $PROADMIN_ACTOR, 없으면 로그인 이름]"),
    ("reason", "사유(기록에 남음)"),
    ("clock_ok", "시계가 마지막 기록보다 이른 때를 가리켜도 맞는 까닭(기록에 남음)"),
    ("doc_no", "근거 공문 번호"),
    ("request_id", "요청 번호(되풀이해도 한 번만 기록)"),
    ("dry_run", "기록하지 않고 결과만 보기"),
    ("yes", "모든 물음에 예"),
    ("no_input", "묻지 않기"),
    ("exit_code", "처리할 것이 있으면 10으로 끝내기"),
    ("quiet", "안내와 주의를 보이지 않기"),
    ("verbose", "오류를 자세히 보이기"),
    ("help", "도움말"),
    ("version", "판 번호"),
    ("code", "번호"),
    ("codes", "번호(여럿 가능, - 는 표준입력에서 읽음)"),
    ("on", "그 일이 있었던 날 [기본: 오늘]"),
    ("year", "연도"),
    ("dept", "부서(번호 또는 이름)"),
    ("state", "이 상태만"),
    ("all", "무효인 것도 함께"),
    ("file", "파일"),
    ("new", "같은 것이 있어도 새로 등록"),
    ("title", "제목"),
    ("note", "메모"),
    ("if_rev", "rev가 이것일 때만 고치기(show 가 보이는 rev)"),
    ("clear", "이 항목을 비우기(여럿 가능)"),
];

/// The whole command in `lang`, with the nouns among `typed` built in full.
pub fn command(lang: Lang, typed: &[String]) -> Command {
    let whole = root(lang, NOUNS.iter(), typed);
    // clap copies what every command takes into each noun; where none was typed, nobody asks them.
    if NOUNS.iter().any(|noun| is_typed(noun, typed)) { whole } else { whole.mut_args(|arg| arg.global(false)) }
}

/// The command for a person who reads the help of one noun or verb: its own arguments, without
/// those of every command, which fill a screen.
pub(super) fn of_one(lang: Lang, typed: &[String]) -> Command {
    let whole = command(lang, typed);
    let is_one = NOUNS.iter().any(|noun| is_typed(noun, typed));
    whole.mut_args(|arg| if is_one && arg.is_global_set() { arg.hide(true) } else { arg })
}

/// The command with only the nouns among `typed`: enough to read what is right.
pub(super) fn narrow(lang: Lang, typed: &[String]) -> Command {
    root(lang, NOUNS.iter().filter(|noun| is_typed(noun, typed)), typed)
}

/// The command of the words that were typed.
pub(super) fn verb<'c>(root: &'c Command, typed: &[String]) -> &'c Command {
    typed.iter().skip(1).fold(root, |command, word| command.find_subcommand(word).unwrap_or(command))
}

/// The noun that was typed, and where: options of every command may stand before it.
pub(super) fn noun(typed: &[String]) -> Option<(usize, &'static Noun)> {
    typed.iter().enumerate().skip(1).find_map(|(at, word)| Some((at, NOUNS.iter().find(|noun| noun.name == word.as_str())?)))
}

fn is_typed(noun: &Noun, typed: &[String]) -> bool {
    typed.iter().any(|word| word == noun.name)
}

fn root<'n>(lang: Lang, nouns: impl Iterator<Item = &'n Noun>, typed: &[String]) -> Command {
    let root = Global::augment_args(Command::new("proadmin"))
        .version(env!("CARGO_PKG_VERSION"))
        .about(ABOUT.in_lang(lang))
        .after_help(MORE.in_lang(lang))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .max_term_width(100)
        .styles(if is_coloured() { Styles::styled() } else { Styles::plain() })
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help).global(true).help(HELP.en))
        .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version).help(VERSION.en));
    let root = nouns.fold(root, |root, noun| root.subcommand(subcommand(noun, lang, typed)));
    worded(root, "", &[], lang)
}

/// Whether help is printed in colour; where it is not, none is put in and taken out again.
pub(super) fn is_coloured() -> bool {
    AutoStream::choice(&io::stdout()) != ColorChoice::Never
}

fn subcommand(noun: &Noun, lang: Lang, typed: &[String]) -> Command {
    let bare = Command::new(noun.name);
    if !is_typed(noun, typed) {
        return bare.about(noun.about.in_lang(lang));
    }
    let whole = (noun.augment)(bare).about(noun.about.in_lang(lang)).disable_help_subcommand(true);
    let verbs: Vec<String> = whole.get_subcommands().map(|verb| verb.get_name().to_owned()).collect();
    let whole = verbs.iter().fold(whole, |whole, verb| {
        whole.mut_subcommand(verb, |command| {
            let about = korean(noun.korean, &[verb]).filter(|_| lang == Lang::Ko);
            let command = match about {
                Some(about) => command.about(about),
                None => command,
            };
            worded(command.after_help(EVERYWHERE.in_lang(lang)), verb, noun.korean, lang)
        })
    });
    worded(whole.after_help(EVERYWHERE.in_lang(lang)), noun.name, noun.korean, lang)
}

/// Headings, arguments and values of one command in `lang`.
fn worded(command: Command, verb: &str, table: &[(&str, &'static str)], lang: Lang) -> Command {
    let command = command.mut_args(|arg| {
        // Official texts begin their items with "- ".
        let is_text = arg.get_value_names().is_some_and(|names| names.iter().any(|name| name == "TEXT"));
        let arg = if is_text && !arg.is_positional() { arg.allow_hyphen_values(true) } else { arg };
        if is_yes_or_no(&arg) { arg.value_name(YES_OR_NO.in_lang(lang)) } else { arg }
    });
    if lang == Lang::En {
        return command.mut_args(|arg| with_values(arg, lang));
    }
    let mut place = 0;
    command
        .help_template("{before-help}{about-with-newline}\n사용법: {usage}\n\n{all-args}{after-help}")
        .subcommand_help_heading("명령")
        .subcommand_value_name("명령")
        .mut_args(|arg| {
            // Under a heading of its own, clap would sort arguments by name.
            place += 1;
            in_korean(arg, verb, table).display_order(place)
        })
}

/// Whether an argument takes a yes or a no.
pub(super) fn is_yes_or_no(arg: &Arg) -> bool {
    arg.get_action().takes_values() && arg.get_value_parser().type_id() == TypeId::of::<bool>()
}

fn in_korean(arg: Arg, verb: &str, table: &[(&str, &'static str)]) -> Arg {
    let id = arg.get_id().to_string();
    let heading = match arg.get_help_heading() {
        Some(_) => "모든 명령의 옵션",
        None if arg.is_positional() => "인자",
        None => "옵션",
    };
    let qualified = format!("{verb}.{id}");
    let help = korean(table, &[&qualified, &id]).or_else(|| korean(SHARED, &[&id])).map(str::to_owned);
    let takes_value = arg.get_action().takes_values();
    let help = help.or_else(|| arg.get_help().map(ToString::to_string)).unwrap_or_default();
    let arg = with_values(arg.help(help), Lang::Ko);
    let mut help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let defaults: Vec<String> = arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    if takes_value && !defaults.is_empty() {
        help.push_str(&format!(" [기본: {}]", defaults.join(" ")));
    }
    let arg = arg.help(help).help_heading(heading);
    let names: Option<Vec<String>> =
        arg.get_value_names().map(|names| names.iter().map(|name| placeholder::in_lang(name, Lang::Ko)).collect());
    let arg = names.into_iter().fold(arg, Arg::value_names);
    if takes_value { arg.hide_default_value(true) } else { arg }
}

/// The argument with its values listed in its help, each with the words that people read.
fn with_values(arg: Arg, lang: Lang) -> Arg {
    let values = arg.get_possible_values();
    if !arg.get_action().takes_values() || values.is_empty() {
        return arg;
    }
    let values: Vec<String> = values.iter().map(|value| in_words(value, lang)).collect();
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    arg.help(format!("{help}{}", VALUES.with("values", values.join(", ")).render(lang))).hide_possible_values(true)
}

/// A value with the words for it, which are its aliases (see [`OneOf`](crate::typed::OneOf)).
pub(super) fn in_words(value: &PossibleValue, lang: Lang) -> String {
    let names: Vec<&str> = value.get_name_and_aliases().collect();
    let word = match (lang, names.as_slice()) {
        (Lang::Ko, [_, word, _]) | (Lang::En, [_, _, word]) => word,
        _ => value.get_name(),
    };
    if word.replace(' ', "_") == value.get_name() { value.get_name().to_owned() } else { format!("{}({word})", value.get_name()) }
}

fn korean(table: &[(&str, &'static str)], keys: &[&str]) -> Option<&'static str> {
    keys.iter().find_map(|key| table.iter().find(|(known, _)| known == key).map(|(_, words)| *words))
}
