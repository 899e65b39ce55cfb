//! Why a file did not arrive: told apart from what is wrong in a file that did.

/// Why a file did not arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotArrived {
    /// No connection.
    Offline,
    /// The host has no such file.
    NotFound,
    /// The host answered with another status.
    Status(u16),
    /// More bytes than the page reads.
    TooLarge,
}

/// More than this the page does not read: a phone would run out of memory.
pub const MAX_BYTES: u64 = 50 * 1024 * 1024;
