//! What the areas of a map are drawn as: a choice of the reader.

/// What the areas of a map are drawn as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Shape {
    /// As they lie on the ground.
    #[default]
    Outline,
    /// As squares of one size: each area is as large as any other.
    Tiles,
}

impl Shape {
    /// All of them, as they are offered.
    pub const ALL: [Self; 2] = [Self::Outline, Self::Tiles];

    /// Its name in an address.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Outline => "outline",
            Self::Tiles => "tiles",
        }
    }

    /// The one with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|shape| shape.id() == id)
    }
}
