//! Which command supplies what a chain of evidence lacks.

/// A condition of a record as it stands, as far as the command that supplies it depends on it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Gap<'a> {
    /// The record.
    pub code: &'a str,
    /// One of [`crate::exemption::CONDITIONS`].
    pub condition: &'a str,
    /// Parts of the application that are blank, with commas.
    pub blank: &'a str,
    /// Whether its letter was issued.
    pub answered: bool,
    /// Whether the department reported.
    pub followed_up: bool,
}

/// The command that supplies what is missing.
pub fn supplied_by(gap: Gap) -> String {
    let Gap { code, condition, .. } = gap;
    if code.starts_with("EX-") {
        return of_a_request(code, condition);
    }
    let follow_up = format!(
        "proadmin consult follow-up {code} --same-matter yes/no --info-sufficient yes/no --no-private-interest yes/no --followed-opinion yes/no"
    );
    match condition {
        "no_flaw" => format!("proadmin exemption finding {code} --condition no_flaw --met yes/no --document NO"),
        _ if !gap.answered => format!("proadmin consult answer {code} --result … --text-file FILE"),
        "complete" if gap.followed_up && !gap.blank.is_empty() => of_an_application(code, gap.blank),
        _ => follow_up,
    }
}

/// The law and the issues stand on the letter, so a later letter corrects them.
fn of_an_application(code: &str, blank: &str) -> String {
    let flags = |on_the_letter: bool| {
        let parts = blank.split(',').filter(move |part| matches!(*part, "law" | "issue") == on_the_letter);
        parts.map(|part| format!("--{} …", part.replace('_', "-"))).collect::<Vec<_>>().join(" ")
    };
    match (flags(false), flags(true)) {
        (edited, _) if !edited.is_empty() => format!("proadmin consult edit {code} {edited} --reason …"),
        (_, on_the_letter) => format!("proadmin consult answer {code} --supersede --result … --text … {on_the_letter} --reason …"),
    }
}

fn of_a_request(code: &str, condition: &str) -> String {
    let flag = match condition {
        "in_time" => return format!("proadmin exemption file {code}"),
        "scope" | "committee" => "--committee-on DATE --committee-body NAME --committee-document NO",
        "submitted" => "--submitted yes/no",
        "no_objection" => "--objected yes/no",
        "disaster" => "--disaster …",
        "public_interest" => "--public-interest …",
        "proactive" => "--proactivity …",
        "no_fault" => "--no-fault …",
        "complete" => "--informed yes/no",
        "followed" => "--followed yes/no",
        "no_interest" => "--no-interest yes/no",
        _ => "--no-flaw yes/no",
    };
    format!("proadmin exemption edit {code} {flag}")
}
