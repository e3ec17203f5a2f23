//! The words of verifying and sealing.

use crate::words::{Term, Text, term, text};

/// Korean for its arguments.
pub const KOREAN: &[(&str, &str)] = &[
    ("folder", "백업을 둘 폴더"),
    ("code", "기록 번호"),
    ("backups", "백업이 든 폴더(이름이 남은 백업을 찾음)"),
    ("keep", "폴더에 남길 백업 수(오래된 것부터 지움)"),
    ("from", "백업 파일, 또는 백업이 든 폴더(가장 새것)"),
    ("confirm", "확인용: 복원은 백업의 마지막 기록 번호, 이름 지우기는 지울 기록의 번호(예: NM-2024-001)"),
    ("repair", "기록된 값으로 되돌리기(새 기록으로 남음)"),
    ("against", "앞서 받아 둔 봉인 부호, 부호가 적힌 문서나 예전 사본 파일과 대조"),
];

/// What can be wrong with a file.
pub const FAULTS: &[Term] = &[
    term("structure", "파일 구조 손상", "structure"),
    term("reference", "가리키는 기록 없음", "dangling reference"),
    term("schema", "스키마가 다름", "schema differs"),
    term("unread", "읽을 수 없음", "cannot be read"),
    term("day", "날짜표가 다름", "day table differs"),
    term("chain", "기록 사슬이 끊김", "chain broken"),
    term("clock", "시각이 거꾸로 감", "clock went back"),
    term("added", "기록 없이 더해짐", "added unseen"),
    term("removed", "기록 없이 지워짐", "removed unseen"),
    term("changed", "기록 없이 바뀜", "changed unseen"),
    term("counter", "이미 쓴 번호를 다시 쓰게 됨", "number would be given again"),
    term("document", "문서가 해시와 다름", "document differs"),
    term("seal", "봉인과 맞지 않음", "seal does not match"),
];
/// What stands before the number of a place.
pub const PLACES: &[Term] = &[term("entry", "기록", "entry"), term("day", "날짜", "day")];
/// The heading of a verification.
pub const TITLE: Text = text("파일 확인", "Verification");
/// Nothing was found.
pub const SOUND: Text = text(
    "이상 없음: 기록 {entries}건, 사실 {facts}행이 첫 기록부터 모두 맞습니다",
    "sound: {entries} entries and {facts} facts agree from the first entry on",
);
/// Something was.
pub const UNSOUND: Text = text("맞지 않는 곳 {count}군데", "{count:finding/findings}");
/// What a chain cannot show by itself.
pub const NO_SEAL: Text = text(
    "사슬만으로는 끝이 잘린 파일이나 예전 사본을 알 수 없습니다. 받아 둔 봉인 부호가 있으면 --against 로 대조하십시오",
    "a chain alone cannot show a cut tail or an old copy put back: compare with a seal you kept, --against CODE",
);
/// The seals that agree.
pub const SEALED: Text = text("봉인 {count}개와 맞습니다(마지막 {code})", "{count:seal agrees/seals agree} (the last is {code})");
/// What a seal in a document does not say.
pub const ONLY_THE_SEAL: Text = text(
    "문서에서는 봉인만 대조했고 내용은 대조하지 않았습니다. 내용이 고쳐졌는지 보려면 같은 문서를 다시 뽑아 견주십시오(그때의 내용은 --known-at {entry})",
    "of the document only the seal was compared, not what it says: to see whether that was changed, print it again and compare the two (--known-at {entry} for what was known then)",
);
/// What it can mean that a sealed entry is not there.
pub const ENDS_BEFORE: Text = text(
    "이 파일에는 {last}번 기록까지만 있고, 대조한 것은 그 뒤의 기록입니다: 예전 사본으로 바뀌었거나, 끝이 잘렸거나, 다른 파일입니다",
    "the file holds only {last:entry/entries}, and what it was compared with is of a later one: an old copy was put back, its end was cut off, or it is another file",
);
/// What it can mean that a sealed entry is another.
pub const ANOTHER_ENTRY: Text = text(
    "같은 번호의 기록이 대조한 것과 다릅니다: 그때까지의 기록을 다시 썼거나, 예전 사본에서 이어 썼거나, 다른 파일입니다",
    "the entry of that number is not the one that was sealed: what came before it was written anew, the file went on from an older copy, or it is another file",
);
/// What it can mean that the entry's day is another.
pub const ANOTHER_DAY: Text = text(
    "봉인 부호의 날짜가 그 기록의 날짜와 다릅니다: 부호를 잘못 옮겼거나 고친 것입니다",
    "the day in the seal is not that of its entry: the code was copied wrongly, or changed",
);
/// What to do then.
pub const LOOK_FOR_ANOTHER: Text = text(
    "이 파일을 지우거나 고치지 말고, 같은 것과 맞는 백업을 찾으십시오: proadmin verify --db FILE --against FILE|CODE",
    "leave this file as it is, and look for a backup that agrees with the same: proadmin verify --db FILE --against FILE|CODE",
);
/// The line to paste.
pub const SEAL: Text = text("proadmin 봉인 {code}", "proadmin seal {code}");
/// What to do with it.
pub const PASTE: Text = text(
    "이 줄을 전자결재 문서에 붙여 두면, 나중에 proadmin verify --against 로 그때까지의 기록이 그대로임을 보일 수 있습니다",
    "paste this line into an e-approval document: proadmin verify --against proves later that nothing before it changed",
);

/// The heading of a copy.
pub const COPY: Text = text("백업", "Backup");
/// What was done.
pub const BACKED_UP: Text =
    text("{file}: 백업했고 온전함을 확인했습니다({entry}번 기록까지)", "{file}: backed up and verified (up to entry {entry})");
/// What a dry run would do.
pub const WOULD_BACK_UP: Text = text(
    "[시험 실행: 만들지 않음] {file}에 백업합니다({entry}번 기록까지)",
    "[dry run: nothing made] {file}: to be made (up to entry {entry})",
);
/// What was done besides.
pub const ROTATED: Text = text("오래된 백업 {count}개를 지웠습니다", "{count:old backup/old backups} removed");
/// What is asked first.
pub const RESTORE: Text =
    text("{file} 대신 {from}의 내용({entry}번 기록까지)을 넣습니다", "{from} (up to entry {entry}) will take the place of {file}");
/// What is asked first where no file is yet.
pub const RESTORE_ANEW: Text =
    text("{from}의 내용({entry}번 기록까지)으로 {file:을/를} 만듭니다", "{file} will be made from {from} (up to entry {entry})");
/// Two sentences.
pub const AND: Text = text("{one}. {other}", "{one}. {other}");
/// What a restoration leaves out.
pub const LEFT_OUT: Text =
    text("{file}에만 있는 더 새로운 기록 {count}건은 빠집니다", "{count:newer entry/newer entries} of {file} will be left out");
/// What was erased since.
pub const ERASED_SINCE: Text = text(
    "주의: 백업 뒤에 지운 이름이 백업에는 있습니다({codes}). 복원한 뒤 다시 지우십시오: proadmin erase {first} --reason …",
    "note: names erased since the backup are in it ({codes}); erase them again once it is restored: proadmin erase {first} --reason …",
);
/// Nothing.
pub const NONE_NEWER: Text = text("{file}에 더 새로운 기록은 없습니다", "{file} has no newer entry");
/// The backup is of another file, or of one that went on otherwise.
pub const OTHERWISE: Text = text(
    "{file}({last}번 기록까지)은 이 백업과 다른 기록입니다. 모두 빠집니다",
    "{file} (up to entry {last}) has other entries than this backup; all of them will be left out",
);
/// What was done.
pub const RESTORED: Text =
    text("{file}: 백업의 내용으로 바꾸었습니다({entry}번 기록까지)", "{file}: restored from the backup (up to entry {entry})");
/// What was done where no file was.
pub const RESTORED_ANEW: Text =
    text("{file}: 백업의 내용으로 만들었습니다({entry}번 기록까지)", "{file}: made from the backup (up to entry {entry})");
/// What a dry run would do.
pub const WOULD_RESTORE: Text = text(
    "[시험 실행: 바꾸지 않음] {file}: 온전한 백업이 있습니다({entry}번 기록까지)",
    "[dry run: nothing put back] {file}: a sound backup is there (up to entry {entry})",
);
/// Where the file before is.
pub const KEPT: Text = text("바꾸기 전의 파일은 {file}에 있습니다", "what was there before is kept in {file}");

/// The heading of an erasure.
pub const ERASED: Text = text("이름이 남은 백업", "Backups that still hold the names");
/// What is asked first.
pub const ERASE: Text = text(
    "{code}에 딸린 이름 {count}건을 지웁니다. 되돌릴 수 없습니다. 확인하려면 번호를 쓰십시오",
    "{count:personal name/personal names} behind {code} will be erased for good; type the code to confirm",
);
/// What was done.
pub const DID_ERASE: Text = text("{code}에 딸린 이름 {count}건을 지웠습니다", "{code}: {count:personal name/personal names} erased");
/// What still holds it.
pub const STILL: Text = text("주의: {file}에는 아직 이름이 남아 있습니다", "note: {file} still holds the names");
/// That bytes of it may be left where nothing reads them.
pub const TRACES: Text = text(
    "주의: 다른 프로그램이 파일을 열고 있거나 자리가 모자라, 지운 이름의 흔적이 파일에 남았을 수 있습니다. 모두 닫은 뒤 proadmin backup 으로 새 사본을 만들어 쓰십시오",
    "note: someone has the file open, or there is no room, so bytes of the names may be left in it; when all have closed it, make a new copy with proadmin backup and use that",
);
/// What to look through.
pub const LOOK: Text =
    text("백업에는 이름이 남아 있을 수 있습니다. 찾으려면: {command}", "backups may still hold the names; to look through them: {command}");
/// Nothing is left to erase, only to look for.
pub const NOTHING_LEFT: Text =
    text("{code}의 이름은 이미 지웠습니다. 기록한 것은 없습니다", "the names behind {code} are erased already; nothing was recorded");

/// A row that will be put right.
pub const PLACE: Text = text("  {table} {id}", "  {table} {id}");
/// What is asked first.
pub const REPAIR: Text =
    text("{count}행을 기록된 값으로 되돌립니다. 기록할까요?", "{count:row/rows} will be put back as the journal says. Record?");
/// What was done.
pub const REPAIRED: Text = text("{count}행을 기록된 값으로 되돌렸습니다", "{count:row is/rows are} as the journal says again");
/// What could not be.
pub const BEYOND: Text = text(
    "기록으로 되돌릴 수 없는 곳이 {count}군데 남았습니다: 백업에서 되살리십시오(proadmin restore)",
    "{count:finding/findings} the journal cannot put right: restore a backup (proadmin restore)",
);
