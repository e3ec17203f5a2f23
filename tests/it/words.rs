//! Every command and every flag speaks Korean and English.

use clap::Command;
use proadmin::words::Lang;

fn whole(lang: Lang) -> Command {
    let names: Vec<String> = proadmin::cli::NOUNS.iter().map(|noun| noun.name.to_owned()).collect();
    proadmin::cli::command(lang, &names)
}

fn every(command: &Command, path: &str, found: &mut Vec<(String, String)>) {
    let path = format!("{path} {}", command.get_name());
    found.push((path.clone(), command.get_about().map(ToString::to_string).unwrap_or_default()));
    for arg in command.get_arguments() {
        found.push((format!("{path} {}", arg.get_id()), arg.get_help().map(ToString::to_string).unwrap_or_default()));
    }
    command.get_subcommands().for_each(|verb| every(verb, &path, found));
}

fn has_hangul(text: &str) -> bool {
    text.chars().any(|c| ('가'..='힣').contains(&c))
}

#[test]
fn every_command_and_flag_has_korean_and_english_words() {
    for lang in [Lang::Ko, Lang::En] {
        let mut found = Vec::new();
        every(&whole(lang), "", &mut found);
        assert!(found.len() > 100, "only {} words", found.len());
        let wrong: Vec<&String> =
            found.iter().filter(|(_, words)| has_hangul(words) != (lang == Lang::Ko) || words.is_empty()).map(|(path, _)| path).collect();
        assert!(wrong.is_empty(), "{lang:?}: {wrong:#?}");
    }
}

#[test]
fn every_column_of_every_register_has_two_labels() {
    for register in proadmin::cli::NOUNS.iter().filter_map(|noun| noun.register) {
        for column in register.columns {
            let label = column.label.expect("a label");
            assert!(!label.ko.is_empty() && !label.en.is_empty(), "{} {}", register.noun, column.key);
            assert!(!has_hangul(label.en), "{} {}", register.noun, column.key);
        }
    }
}

#[test]
fn the_command_tree_is_sound() {
    whole(Lang::En).debug_assert();
    whole(Lang::Ko).debug_assert();
}
