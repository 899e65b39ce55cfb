//! Files in one zip archive, as they stand: what a workbook is packed in.
//!
//! APPNOTE.TXT 6.3.10 of PKWARE, sections 4.3.7 (local header), 4.3.12 (directory) and 4.3.16 (its end); files are stored, not deflated.

/// The first of January 1980, the day that the format counts from: the same files give the same archive.
const DAY: u16 = 0x0021;
/// Version 2.0 of the format.
const VERSION: u16 = 20;
/// Names are UTF-8.
const UTF_8: u16 = 0x0800;

/// The archive of files, each a name and its bytes; together less than 4 GB.
pub fn write<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    let mut n_files = 0_u16;
    for (name, bytes) in files {
        let start = size(out.len());
        let mut common = Vec::new();
        // Version, flags, how it is packed, time, day, checksum, both sizes, length of the name, of the rest.
        for number in [VERSION, UTF_8, 0, 0, DAY] {
            common.extend(number.to_le_bytes());
        }
        for number in [crc32(bytes), size(bytes.len()), size(bytes.len())] {
            common.extend(number.to_le_bytes());
        }
        common.extend(u16::try_from(name.len()).unwrap_or(u16::MAX).to_le_bytes());
        common.extend(0_u16.to_le_bytes());
        out.extend(b"PK\x03\x04");
        out.extend(&common);
        out.extend(name.as_bytes());
        out.extend(bytes);
        directory.extend(b"PK\x01\x02");
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&common);
        // No remark, the first disk, no attributes.
        directory.extend([0_u8; 10]);
        directory.extend(start.to_le_bytes());
        directory.extend(name.as_bytes());
        n_files = n_files.saturating_add(1);
    }
    let start = size(out.len());
    let length = size(directory.len());
    out.extend(directory);
    out.extend(b"PK\x05\x06");
    out.extend([0_u8; 4]);
    out.extend(n_files.to_le_bytes());
    out.extend(n_files.to_le_bytes());
    out.extend(length.to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0_u8; 2]);
    out
}

fn size(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// The checksum of ISO 3309 (polynomial 0xEDB88320, bits reversed).
fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = (crc >> 1) ^ (0xEDB8_8320 & 0_u32.wrapping_sub(crc & 1));
        }
    }
    !crc
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_the_standard() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        assert_eq!(crc32(b""), 0);
    }
}
