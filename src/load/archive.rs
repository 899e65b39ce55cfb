//! Zip archives, read in memory and never more of them than we said: small files can unpack to enormous ones.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{
    complaint::{Complaints, Place},
    fault::{Fault, Limit},
    limits,
    package::fault::PackageFault,
};

/// Whether the bytes begin as an archive does.
pub fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// All files of an archive by name; none after a fatal complaint. Names that lead out of it are left out, and told.
pub fn files(bytes: &[u8], complaints: &mut Complaints) -> Option<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    each(bytes, complaints, |name, content| files.push((name, content)))?;
    Some(files)
}

/// Whether all of an archive can be unpacked within bounds.
pub fn is_bounded(bytes: &[u8], complaints: &mut Complaints) -> bool {
    each(bytes, complaints, |_, _| {}).is_some()
}

/// Unpacked bytes that any file may have, whatever it is packed to: empty sheets pack very well.
const ALWAYS: u64 = 1024 * 1024;

fn each(bytes: &[u8], complaints: &mut Complaints, mut take: impl FnMut(String, Vec<u8>)) -> Option<()> {
    let over = |limit, most, found| Fault::OverLimit { limit, most, found };
    if bytes.len() > limits::TABLE_BYTES {
        complaints.fail(Place::File, over(Limit::Bytes, limits::TABLE_BYTES, Some(bytes.len())));
        return None;
    }
    let mut archive = match ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) => archive,
        Err(why) => {
            complaints.fail(Place::File, PackageFault::NotZip(why.to_string()).into());
            return None;
        }
    };
    if archive.len() > limits::ENTRIES {
        complaints.fail(Place::File, over(Limit::Items, limits::ENTRIES, Some(archive.len())));
        return None;
    }
    let mut left = u64::try_from(limits::UNPACKED_BYTES).unwrap_or(u64::MAX);
    for number in 0..archive.len() {
        let mut file = match archive.by_index(number) {
            Ok(file) => file,
            Err(why) => {
                complaints.warn(Place::File, PackageFault::NotZip(why.to_string()).into());
                continue;
            }
        };
        let Ok(name) = file.name().map(std::borrow::Cow::into_owned) else { continue };
        if file.is_dir() {
            continue;
        }
        if !is_inside(&name) {
            complaints.warn(Place::File, PackageFault::OutsidePackage(name).into());
            continue;
        }
        let most = file.compressed_size().saturating_mul(limits::ZIP_RATIO).max(ALWAYS).min(left);
        let mut content = Vec::new();
        // One byte more than there may be: then it is seen that there is more.
        let read = file.by_ref().take(most.saturating_add(1)).read_to_end(&mut content);
        let n_bytes = u64::try_from(content.len()).unwrap_or(u64::MAX);
        let place = Place::Within(name.clone(), Box::new(Place::File));
        if n_bytes > most {
            let most = usize::try_from(most).unwrap_or(usize::MAX);
            complaints.fail(place, over(Limit::Unpacked, most, None));
            return None;
        }
        left = left.saturating_sub(n_bytes);
        match read {
            Ok(_) => take(name, content),
            Err(why) => complaints.warn(place, PackageFault::NotZip(why.to_string()).into()),
        }
    }
    Some(())
}

/// Whether a path stays in its folder: not absolute, no `..`, no address.
pub fn is_inside(path: &str) -> bool {
    !path.is_empty()
        && !path.starts_with(['/', '~'])
        && !path.contains(['\\', ':', '\0'])
        && path.split('/').all(|step| step != "..")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stays_in_its_folder() {
        for inside in ["a.csv", "data/a.csv", "data/a..b.csv"] {
            assert!(is_inside(inside), "{inside}");
        }
        for outside in ["", "/etc/passwd", "../a.csv", "data/../../a", "http://x/a.csv", "C:\\a.csv", "~/a"] {
            assert!(!is_inside(outside), "{outside}");
        }
    }
}
