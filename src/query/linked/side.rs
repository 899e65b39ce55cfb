//! One side of a linked cube: some of its dimensions, every combination of their categories, and which of these the choices let through.

/// Some of the dimensions. A position is a combination of one category from each; the last dimension runs fastest.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Side {
    /// The dimensions, by their position in the linked cube.
    pub dimensions: Vec<SideDimension>,
    /// How many positions there are.
    pub n: usize,
    /// For each position: how many dimensions' choices shut it out.
    n_failed: Vec<u8>,
    /// For each position: the sum of the places of those dimensions; with one, that one's place.
    failed: Vec<u8>,
    /// For each position: whether the other side's sums hold it.
    is_summed: Vec<bool>,
    /// Positions to be added to the other side's sums; kept so that no question allocates.
    to_add: Vec<u32>,
    /// Positions to be taken from them.
    to_take: Vec<u32>,
}

/// A dimension on a side.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SideDimension {
    /// Its place among the linked dimensions.
    pub linked: usize,
    /// How many leaves it has.
    pub n: usize,
    /// How many positions lie between one leaf and the next.
    pub stride: usize,
    /// For each leaf, whether it is chosen.
    pub is_chosen: Vec<bool>,
    /// For each position, its leaf.
    leaf_of: Vec<u16>,
}

/// What has to be done so that the other side's sums hold the positions let through.
pub enum Change<'a> {
    /// Nothing.
    None,
    /// Add and take.
    Few {
        /// To be added.
        add: &'a [u32],
        /// To be taken.
        take: &'a [u32],
    },
    /// Begin anew and add these: they are fewer.
    Anew(&'a [u32]),
}

impl Side {
    /// A side of these dimensions, each (place among the linked dimensions, number of leaves), with everything chosen. None where there are too many positions.
    pub fn new(dimensions: &[(usize, usize)]) -> Option<Self> {
        let n = dimensions.iter().try_fold(1_usize, |n, (_, leaves)| n.checked_mul(*leaves))?;
        u32::try_from(n).ok()?;
        let mut stride = n;
        let dimensions = dimensions.iter().map(|&(linked, leaves)| {
            stride = stride.checked_div(leaves)?;
            let leaf = |position: usize| u16::try_from(position / stride % leaves).ok();
            let leaf_of = (0..n).map(leaf).collect::<Option<Vec<u16>>>()?;
            Some(SideDimension { linked, n: leaves, stride, is_chosen: vec![true; leaves], leaf_of })
        });
        Some(Self {
            dimensions: dimensions.collect::<Option<Vec<_>>>()?,
            n,
            n_failed: vec![0; n],
            failed: vec![0; n],
            is_summed: vec![false; n],
            to_add: Vec::with_capacity(n),
            to_take: Vec::with_capacity(n),
        })
    }

    /// The bytes it takes.
    pub fn n_bytes(&self) -> usize {
        let of_dimension = |it: &SideDimension| it.leaf_of.len().saturating_mul(2).saturating_add(it.is_chosen.len());
        self.dimensions.iter().map(of_dimension).fold(self.n.saturating_mul(11), usize::saturating_add)
    }

    /// Chooses leaves of a dimension of this side. Whether that changed anything.
    pub fn choose(&mut self, place: usize, is_chosen: &[bool]) -> bool {
        let Self { dimensions, n_failed, failed, .. } = self;
        let Some(dimension) = dimensions.get_mut(place) else { return false };
        if dimension.is_chosen == is_chosen {
            return false;
        }
        let Ok(mark) = u8::try_from(place) else { return false };
        let positions = dimension.leaf_of.iter().zip(n_failed).zip(failed);
        for ((leaf, n_failed), failed) in positions {
            let leaf = usize::from(*leaf);
            match (dimension.is_chosen.get(leaf), is_chosen.get(leaf)) {
                (Some(true), Some(false)) => {
                    *n_failed = n_failed.wrapping_add(1);
                    *failed = failed.wrapping_add(mark);
                }
                (Some(false), Some(true)) => {
                    *n_failed = n_failed.wrapping_sub(1);
                    *failed = failed.wrapping_sub(mark);
                }
                _ => {}
            }
        }
        for (old, new) in dimension.is_chosen.iter_mut().zip(is_chosen) {
            *old = *new;
        }
        true
    }

    /// What has to be done so that the other side's sums hold the positions let through; taken as done.
    pub fn change(&mut self) -> Change<'_> {
        self.to_add.clear();
        self.to_take.clear();
        let mut n_kept = 0_usize;
        let positions = (0_u32..).zip(self.n_failed.iter().zip(&mut self.is_summed));
        for (position, (n_failed, is_summed)) in positions {
            match (*n_failed == 0, *is_summed) {
                (true, true) => n_kept += 1,
                (true, false) => self.to_add.push(position),
                (false, true) => self.to_take.push(position),
                (false, false) => {}
            }
            *is_summed = *n_failed == 0;
        }
        if self.to_take.len() <= n_kept {
            if self.to_add.is_empty() && self.to_take.is_empty() {
                return Change::None;
            }
            return Change::Few { add: &self.to_add, take: &self.to_take };
        }
        self.to_add.clear();
        let passed = (0_u32..).zip(&self.n_failed).filter(|(_, n_failed)| **n_failed == 0);
        self.to_add.extend(passed.map(|(position, _)| position));
        Change::Anew(&self.to_add)
    }

    /// For each position, what shuts it out.
    pub fn failures(&self) -> impl Iterator<Item = Failure> {
        self.n_failed.iter().zip(&self.failed).map(|(n_failed, failed)| match n_failed {
            0 => Failure::None,
            1 => Failure::One(usize::from(*failed)),
            _ => Failure::More,
        })
    }

    /// What shuts a position out, but for the choice of one dimension of this side.
    pub fn failure_but_for(&self, place: usize, position: usize) -> Failure {
        let (Some(&n_failed), Some(&failed)) = (self.n_failed.get(position), self.failed.get(position)) else {
            return Failure::More;
        };
        let own = self.dimensions.get(place).and_then(|it| it.is_chosen.get(it.leaf(position)));
        let is_own = u8::from(own == Some(&false));
        let mark = if is_own == 0 { 0 } else { place };
        match n_failed.saturating_sub(is_own) {
            0 => Failure::None,
            1 => Failure::One(usize::from(failed).saturating_sub(mark)),
            _ => Failure::More,
        }
    }

    /// The positions at one leaf of a dimension.
    pub fn positions_at(&self, place: usize, leaf: usize) -> impl Iterator<Item = usize> {
        let (n, stride) = self.dimensions.get(place).map_or((1, 1), |it| (it.n, it.stride));
        let step = n.saturating_mul(stride).max(1);
        (leaf.saturating_mul(stride)..self.n).step_by(step).flat_map(move |begin| begin..begin.saturating_add(stride))
    }
}

/// What shuts a position out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Nothing: it is let through.
    None,
    /// One dimension of the side, by place: it still counts for that dimension's own chart.
    One(usize),
    /// Several.
    More,
}

impl SideDimension {
    /// The leaf at a position.
    pub fn leaf(&self, position: usize) -> usize {
        self.leaf_of.get(position).copied().map_or(0, usize::from)
    }

    /// The leaves by position.
    pub fn leaves(&self) -> &[u16] {
        &self.leaf_of
    }
}
