//! What is said of a fault: what was wrong, and what to do about it.

use std::fmt;

/// The two sentences of a complaint.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// What was wrong.
    pub message: String,
    /// What to do; empty where nothing can be done.
    pub remedy: String,
}

/// A fault that nothing can be done about.
impl<T: Into<String>> From<T> for Said {
    fn from(message: T) -> Self {
        Self { message: message.into(), remedy: String::new() }
    }
}

/// Both, one after the other.
impl fmt::Display for Said {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)?;
        if !self.remedy.is_empty() {
            write!(out, " {}", self.remedy)?;
        }
        Ok(())
    }
}

/// What was wrong and what to do, each as `format!` takes it.
macro_rules! said {
    ($message:literal $(, $value:expr)*; $remedy:literal $(, $remedy_value:expr)* $(,)?) => {
        $crate::words::complaint::said::Said {
            message: format!($message $(, $value)*),
            remedy: format!($remedy $(, $remedy_value)*),
        }
    };
}
pub(super) use said;
