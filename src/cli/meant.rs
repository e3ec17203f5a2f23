//! What was probably meant by words that are none of the program's: Korean nouns and verbs,
//! the verbs of other programs, dashes that an editor made long, a title whose quotation
//! marks were left out. Nothing is done on a guess; the command is shown.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command};

use super::NOUNS;
use super::help::{self, command};
use crate::words::korean::composed;
use crate::words::{Lang, Sentence, Text, quoted, text};

const MEANT: Text = text("혹시 {command}?", "did you mean {command}?");
const QUOTED: Text = text("띄어 쓴 글은 따옴표로 묶습니다: {command}", "text with blanks stands in quotation marks: {command}");
const INSTEAD: Text = text("{command}", "{command}");

/// Korean for the nouns, as people say them.
const NOUN_WORDS: &[(&str, &str)] = &[
    ("과제 중점과제 핵심과제", "task"),
    ("일정 추진일정 마일스톤", "milestone"),
    ("진척 진척보고 진도 실적", "progress"),
    ("컨설팅 사전컨설팅 상담", "consult"),
    ("부서", "dept"),
    ("직원 담당자", "staff"),
    ("기관", "office"),
    ("달력 공휴일 휴일", "calendar"),
    ("기한 법정기한", "due"),
    ("교육", "training"),
    ("수상 외부수상", "award"),
    ("평가", "eval"),
    ("계획 실행계획", "plan"),
    ("현황 월별현황 확정", "snapshot"),
    ("보고 보고서 월간보고", "report"),
    ("사례 우수사례", "case"),
    ("소극행정", "passive"),
    ("법률지원 소송지원", "legal"),
    ("면책 면책신청", "exemption"),
    ("오늘 할일", "today"),
    ("검색 찾기", "search"),
    ("질의 조회", "query"),
    ("기록 이력", "log"),
    ("인계 인수인계", "handover"),
    ("보존기간", "retention"),
    ("백업", "backup"),
    ("복원", "restore"),
    ("가져오기", "import"),
    ("내보내기", "export"),
    ("되돌리기 취소", "undo"),
    ("시작 초기화", "init"),
    ("도움말", "--help"),
];
/// Words for verbs, and the verbs they can mean; the first that the noun has is taken.
const VERB_WORDS: &[(&str, &str)] = &[
    ("목록 조회 보기 ls all", "list show"),
    ("상세 자세히 view get", "show list"),
    ("등록 추가 입력 신규 new create register", "add file log open"),
    ("접수 신청 receive submit", "file"),
    ("수정 변경 고치기 update change modify", "edit"),
    ("삭제 무효 취소 delete remove rm cancel", "void"),
    ("완료 달성 finish close", "complete done close"),
    ("연기 지연 postpone delay", "slip extend"),
    ("보완 보완요구", "supplement"),
    ("재개 보완제출", "resume"),
    ("연장", "extend"),
    ("검토", "review"),
    ("이송", "refer"),
    ("회신 답변 의견 reply respond", "answer"),
    ("의견서", "letter"),
    ("반려 reject", "return"),
    ("취하", "withdraw"),
    ("수리 승인", "accept approve"),
    ("이동 전보 transfer", "move"),
    ("퇴직 전출", "leave"),
    ("통합", "merge"),
    ("보고 기록 report", "log"),
    ("미보고 미제출", "missing"),
    ("확정 freeze", "take"),
    ("선정", "select"),
    ("중단", "stop"),
    ("보류", "suspend"),
    ("이월", "carry"),
    ("가져오기", "import"),
    ("내보내기", "export"),
];
/// Words for flags, and the flags they can mean.
const FLAG_WORDS: &[(&str, &str)] = &[
    ("부서 주관부서 신청부서 department", "dept to"),
    ("연도 년도 해", "year"),
    ("제목 과제명 건명 이름 name", "title name org"),
    ("날짜 일자 날 date", "on due"),
    ("on", "proposed-on received-on planned-on since-on announced-on"),
    ("late overdue 지연 늦은", "delayed"),
    ("기한 예정일 마감", "due"),
    ("접수일", "received-on"),
    ("사유 이유 why", "reason"),
    ("상태", "state"),
    ("담당자 담당", "handler staff"),
    ("예산", "budget"),
    ("목표 목표값", "target"),
    ("진척 진척률", "percent"),
    ("직급", "grade"),
    ("메모 비고 내용 comment", "note text"),
    ("의견 결과", "result outcome"),
    ("종류", "kind"),
    ("일수", "days"),
    ("번호", "code"),
];
/// What a verb does not take because another verb does it.
const ELSEWHERE: &[(&str, &str, &str)] = &[
    ("staff edit", "--dept", "proadmin staff move {code} --to DEPT --on DATE"),
    ("task edit", "--percent", "proadmin progress log {code} --percent N --on DATE"),
    ("task edit", "--state", "proadmin task --help"),
    ("milestone edit", "--on", "proadmin milestone edit {code} SEQ --done-on DATE --reason …"),
    ("due list", "--overdue", "proadmin due list --within 0"),
    ("due list", "--late", "proadmin due list --within 0"),
    ("due list", "--delayed", "proadmin due list --within 0"),
    ("dept edit", "--on", "proadmin dept rename {code} --name NAME --on DATE"),
];

/// The ways out of a command line that was not understood.
pub(super) fn meant(error: &clap::Error, typed: &[String]) -> Vec<Sentence> {
    let root = command(Lang::Ko, typed);
    let wrong = |kind| match error.get(kind) {
        Some(ContextValue::String(wrong)) => wrong.as_str(),
        _ => "",
    };
    let found = match error.kind() {
        ErrorKind::InvalidSubcommand => verb_meant(typed).map(|words| MEANT.with("command", line(&words))),
        ErrorKind::UnknownArgument => {
            let wrong = wrong(ContextKind::InvalidArg);
            let verb = help::verb(&root, typed);
            dashes(typed)
                .or_else(|| flag_meant(verb, typed, wrong))
                .map(|words| MEANT.with("command", line(&words)))
                .or_else(|| elsewhere(typed, wrong))
                .or_else(|| year_meant(verb, typed, wrong).map(|words| MEANT.with("command", line(&words))))
                .or_else(|| in_quotes(verb, typed, wrong).map(|words| QUOTED.with("command", line(&words))))
        }
        _ => None,
    };
    found.into_iter().collect()
}

fn line(words: &[String]) -> String {
    std::iter::once("proadmin".to_owned()).chain(words.iter().skip(1).map(quoted)).collect::<Vec<_>>().join(" ")
}

/// What a word stands for in a table of words.
fn looked_up<'t>(table: &[(&str, &'t str)], typed: &str) -> Option<&'t str> {
    let typed = composed(typed.trim()).to_lowercase();
    table.iter().find(|(words, _)| words.split(' ').any(|word| word == typed)).map(|(_, is)| *is)
}

/// The command line with the noun and the verb that were meant.
fn verb_meant(typed: &[String]) -> Option<Vec<String>> {
    let noun_typed = typed.get(1)?;
    let known = NOUNS.iter().find(|noun| noun.name == *noun_typed).map(|noun| noun.name);
    let name = known.or_else(|| looked_up(NOUN_WORDS, noun_typed))?;
    let mut words = typed.to_vec();
    name.clone_into(&mut words[1]);
    let Some(noun) = NOUNS.iter().find(|noun| noun.name == name) else { return Some(words) };
    let verbs = (noun.augment)(Command::new(""));
    let Some(verb) = typed.get(2).filter(|word| verbs.has_subcommands() && !word.starts_with('-')) else {
        return known.is_none().then_some(words);
    };
    if verbs.find_subcommand(verb).is_some() {
        return known.is_none().then_some(words);
    }
    let meant = looked_up(VERB_WORDS, verb).and_then(|can| can.split(' ').find(|verb| verbs.find_subcommand(verb).is_some()));
    match (meant, known) {
        (Some(meant), _) => meant.clone_into(&mut words[2]),
        // The noun was Korean and its verb is unknown: what the noun can do is said there.
        (None, None) => {
            words.truncate(2);
            words.push("--help".to_owned());
        }
        (None, Some(_)) => return None,
    }
    Some(words)
}

/// The command line with the hyphens that an editor made into dashes.
fn dashes(typed: &[String]) -> Option<Vec<String>> {
    let is_dash = |c: char| matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FF0D}');
    let mended = |word: &String| {
        let rest = word.trim_start_matches(|c| is_dash(c) || c == '-');
        let marks = &word[..word.len() - rest.len()];
        let is_flag = marks.contains(is_dash) && rest.chars().next().is_some_and(char::is_alphabetic);
        if is_flag { format!("--{rest}") } else { word.clone() }
    };
    let words: Vec<String> = typed.iter().map(mended).collect();
    (words != typed).then_some(words)
}

/// The command line with the flag that a word means.
fn flag_meant(verb: &Command, typed: &[String], wrong: &str) -> Option<Vec<String>> {
    let name = wrong.strip_prefix("--")?.split('=').next()?;
    let takes = |flag: &str| verb.get_arguments().any(|arg| arg.get_long() == Some(flag));
    let flag = looked_up(FLAG_WORDS, name)?.split(' ').find(|flag| takes(flag))?;
    let is = format!("--{name}");
    let mended = |word: &String| match word.strip_prefix(&is) {
        Some(rest) if rest.is_empty() || rest.starts_with('=') => format!("--{flag}{rest}"),
        _ => word.clone(),
    };
    Some(typed.iter().map(mended).collect())
}

/// The verb that does what this one does not.
fn elsewhere(typed: &[String], wrong: &str) -> Option<Sentence> {
    let (noun, verb) = (typed.get(1)?, typed.get(2)?);
    let (.., way) = ELSEWHERE.iter().find(|(path, flag, _)| *path == format!("{noun} {verb}") && wrong.split('=').next() == Some(flag))?;
    let code = typed.get(3).filter(|word| !word.starts_with('-')).map_or("CODE", String::as_str);
    Some(INSTEAD.with("command", way.replace("{code}", &quoted(code))))
}

/// `task list 2024` is `task list --year 2024`.
fn year_meant(verb: &Command, typed: &[String], wrong: &str) -> Option<Vec<String>> {
    let is_year = crate::typed::year(wrong).is_ok() && verb.get_arguments().any(|arg| arg.get_long() == Some("year"));
    let at = typed.iter().rposition(|word| word == wrong).filter(|_| is_year)?;
    let mut words = typed.to_vec();
    words.insert(at, "--year".to_owned());
    Some(words)
}

/// The command line with the words together that follow one another where one value stands.
fn in_quotes(verb: &Command, typed: &[String], wrong: &str) -> Option<Vec<String>> {
    if wrong.starts_with('-') {
        return None;
    }
    let positional: Vec<&Arg> = verb.get_positionals().collect();
    let is_text = |arg: &Arg| !["code", "codes", "round", "seq", "month", "file", "year"].contains(&arg.get_id().as_str());
    let path = 1 + usize::from(verb.get_name() != typed.get(1)?);
    let (head, rest) = typed.split_at_checked(path + 1)?;
    let mut words = head.to_vec();
    // Whether a word that comes now would go on with the one before it.
    let (mut places, mut goes_on, mut is_value, mut joined) = (0, false, false, false);
    for word in rest {
        let flag = word.strip_prefix("--").and_then(|flag| verb.get_arguments().find(|arg| arg.get_long() == flag.split('=').next()));
        if is_value {
            words.push(word.clone());
            (is_value, goes_on) = (false, true);
        } else if word.starts_with('-') {
            is_value = flag.is_some_and(|flag| flag.get_action().takes_values()) && !word.contains('=');
            goes_on = false;
            words.push(word.clone());
        } else if places < positional.len() {
            places += 1;
            goes_on = positional.get(places - 1).is_some_and(|arg| is_text(arg));
            words.push(word.clone());
        } else {
            let last = words.last_mut().filter(|_| goes_on)?;
            last.push(' ');
            last.push_str(word);
            joined = true;
        }
    }
    joined.then_some(words)
}
