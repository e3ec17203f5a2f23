//! Which encoding a file is in, judged from every byte of it: UTF-8, else CP949, else it is
//! no text that this program reads, and is refused rather than guessed at.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

use encoding_rs::{DecoderResult, EUC_KR};

/// Which encoding a file was found to be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// CP949, what Korean Excel saves as CSV.
    Cp949,
    /// None: it is a workbook.
    Workbook,
}

/// What a file is instead of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotText {
    /// UTF-16, what Excel calls Unicode text.
    Utf16,
    /// Bytes of something else.
    Binary,
}

/// The encoding of the whole file, which is read from its beginning again afterwards.
pub(super) fn of(file: &mut File) -> std::io::Result<Result<Encoding, NotText>> {
    let found = match utf8(file)? {
        Ok(true) => Ok(Encoding::Utf8),
        Ok(false) => {
            file.seek(SeekFrom::Start(0))?;
            if cp949(file)? { Ok(Encoding::Cp949) } else { Err(NotText::Binary) }
        }
        Err(not_text) => Err(not_text),
    };
    file.seek(SeekFrom::Start(0))?;
    Ok(found)
}

/// Whether every byte is UTF-8. No text has a byte 0, but UTF-16 has many.
fn utf8(file: &mut File) -> std::io::Result<Result<bool, NotText>> {
    let mut buffer = vec![0; 64 * 1024];
    let (mut held, mut first, mut good) = (0, true, true);
    loop {
        let read = file.read(&mut buffer[held..])?;
        let filled = held + read;
        if std::mem::take(&mut first) && (buffer.starts_with(&[0xFF, 0xFE]) || buffer.starts_with(&[0xFE, 0xFF])) {
            return Ok(Err(NotText::Utf16));
        }
        if buffer[held..filled].contains(&0) {
            return Ok(Err(NotText::Binary));
        }
        if read == 0 {
            return Ok(Ok(good && held == 0));
        }
        held = 0;
        if good && let Err(error) = std::str::from_utf8(&buffer[..filled]) {
            good = error.error_len().is_none();
            if good {
                buffer.copy_within(error.valid_up_to()..filled, 0);
                held = filled - error.valid_up_to();
            }
        }
    }
}

/// Whether every byte is CP949.
fn cp949(file: &mut File) -> std::io::Result<bool> {
    let mut decoder = EUC_KR.new_decoder_without_bom_handling();
    let mut buffer = vec![0; 64 * 1024];
    let mut text = String::with_capacity(4 * buffer.len());
    loop {
        let read = file.read(&mut buffer)?;
        text.clear();
        let (result, _) = decoder.decode_to_string_without_replacement(&buffer[..read], &mut text, read == 0);
        if matches!(result, DecoderResult::Malformed(..)) {
            return Ok(false);
        }
        if read == 0 {
            return Ok(true);
        }
    }
}
