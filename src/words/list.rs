//! Lists of a bounded length, and sets made of them (rules 1.7 and 14).

/// A list of more than 10 000 entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a list of more than 10000 entries")]
pub struct ListTooLong;

/// A list of at most 10 000 entries, in the order given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List<T>(Box<[T]>);

/// A set stated as a list of at most 10 000 entries; naming one twice is naming it once.
///
/// ```
/// use paidan::{ItemId, Set};
/// let (first, second) = (ItemId::new(1)?, ItemId::new(2)?);
/// let offers = Set::try_from(vec![second, first, second])?;
/// assert_eq!(offers.as_slice(), [first, second]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Set<T>(
    /// An empty set is nothing, in 8 bytes: each open order has three.
    Option<Box<Box<[T]>>>,
);

impl<T> List<T> {
    /// The most entries a list may have.
    pub const MOST: usize = 10_000;

    /// The entries in the order given.
    pub fn as_slice(&self) -> &[T] {
        &self.0
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Box::default())
    }
}

impl<T> TryFrom<Vec<T>> for List<T> {
    type Error = ListTooLong;
    fn try_from(entries: Vec<T>) -> Result<Self, ListTooLong> {
        if entries.len() > Self::MOST { Err(ListTooLong) } else { Ok(Self(entries.into())) }
    }
}

impl<T: Ord> Set<T> {
    /// The set of one.
    pub fn one(entry: T) -> Self {
        Self(Some(Box::new(Box::new([entry]))))
    }

    /// The set of these, however many they are.
    pub(crate) fn of_any_length(entries: Vec<T>) -> Self {
        let mut entries = entries;
        entries.sort_unstable();
        entries.dedup();
        Self((!entries.is_empty()).then(|| Box::new(entries.into())))
    }

    /// The set with one more.
    pub(crate) fn with(self, entry: T) -> Self {
        let mut entries = self.0.map_or_else(Vec::new, |entries| (*entries).into_vec());
        if let Err(place) = entries.binary_search(&entry) {
            entries.insert(place, entry);
        }
        Self(Some(Box::new(entries.into())))
    }

    /// The set without those that are so.
    pub(crate) fn without(self, are_so: impl Fn(&T) -> bool) -> Self {
        let mut entries = self.0.map_or_else(Vec::new, |entries| (*entries).into_vec());
        entries.retain(|entry| !are_so(entry));
        Self((!entries.is_empty()).then(|| Box::new(entries.into())))
    }

    /// Whether the set has this entry.
    pub fn contains(&self, entry: &T) -> bool {
        self.as_slice().binary_search(entry).is_ok()
    }
}

impl<T> Set<T> {
    /// The set of none.
    pub(crate) const EMPTY: Self = Self(None);

    /// The entries from the lowest to the highest, each once.
    #[inline]
    pub fn as_slice(&self) -> &[T] {
        self.0.as_ref().map_or(&[], |entries| entries)
    }

    /// Whether there is none.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }
}

impl<T: core::fmt::Debug> core::fmt::Debug for Set<T> {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        formatter.debug_set().entries(self.as_slice()).finish()
    }
}

impl<T> Default for Set<T> {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<T: Ord> TryFrom<Vec<T>> for Set<T> {
    type Error = ListTooLong;
    fn try_from(entries: Vec<T>) -> Result<Self, ListTooLong> {
        if entries.len() > List::<T>::MOST {
            return Err(ListTooLong);
        }
        Ok(Self::of_any_length(entries))
    }
}
