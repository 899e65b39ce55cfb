//! Who publishes a site, and where it stands.

/// The publisher of the site.
pub struct Publisher {
    /// What they are called.
    pub name: String,
    /// Where readers can write to them.
    pub email: Option<String>,
    /// Where the site will stand, with a slash at the end.
    pub address: Option<String>,
}

impl Publisher {
    /// The address of a file of the site; relative to the metadata where nobody says where the site will stand.
    pub fn at(&self, path: &str) -> String {
        match &self.address {
            Some(address) => format!("{address}{path}"),
            None => format!("../{path}"),
        }
    }
}
