//! Rows of figures, one for each thing that has any: how they are found while a month is counted,
//! and how those of several months become one.
//!
//! A forged record may name any id. So a sheet has a place only for what was registered, and a list
//! of rows only what has a figure: what is kept grows with what is read.

/// Figures of one thing.
pub(crate) trait Row: Clone {
    /// What the thing is known by.
    type Id: Copy + Ord;

    /// No figures yet.
    fn new(id: Self::Id) -> Self;

    fn id(&self) -> Self::Id;

    /// Where the thing stands among all of its kind.
    fn index(id: Self::Id) -> usize;

    /// Adds the figures of the same thing in another span.
    fn join(&mut self, other: &Self);

    /// All of the same thing are joined.
    fn settle(&mut self) {}
}

/// Rows of the same things joined into one each, in the order of the ids.
pub(crate) fn gathered<R: Row>(mut rows: Vec<R>) -> Vec<R> {
    rows.sort_by_key(Row::id);
    let mut joined = Vec::<R>::with_capacity(rows.len());
    for row in rows {
        match joined.last_mut() {
            Some(last) if last.id() == row.id() => last.join(&row),
            _ => joined.push(row),
        }
    }
    joined.iter_mut().for_each(Row::settle);
    joined.shrink_to_fit();
    joined
}

/// The rows of a month that is counted.
#[derive(Clone, Debug)]
pub(crate) struct Sheet<R> {
    /// For each thing that was registered the place of its row; past the last: it has none.
    places: Vec<u32>,
    rows: Vec<R>,
}

const NONE: u32 = u32::MAX;

impl<R: Row> Sheet<R> {
    /// For so many things that are registered.
    pub(crate) fn new(registered: usize) -> Self {
        Self { places: vec![NONE; registered], rows: Vec::new() }
    }

    /// One more is registered.
    pub(crate) fn register(&mut self) {
        self.places.push(NONE);
    }

    /// How many are registered.
    pub(crate) fn registered(&self) -> usize {
        self.places.len()
    }

    /// The row of a thing; none if it was never registered.
    pub(crate) fn row(&mut self, id: R::Id) -> Option<&mut R> {
        let place = self.places.get_mut(R::index(id))?;
        if *place == NONE {
            *place = u32::try_from(self.rows.len()).unwrap_or(NONE);
            self.rows.push(R::new(id));
        }
        self.rows.get_mut(*place as usize)
    }

    /// The row of a thing, if it has any figures.
    pub(crate) fn found(&self, id: R::Id) -> Option<&R> {
        self.rows.get(*self.places.get(R::index(id))? as usize)
    }

    /// Takes the rows out, in the order of the ids.
    pub(crate) fn take(&mut self) -> Vec<R> {
        for row in &self.rows {
            if let Some(place) = self.places.get_mut(R::index(row.id())) {
                *place = NONE;
            }
        }
        gathered(core::mem::take(&mut self.rows))
    }
}
