//! Lists of a bounded length, and sets made of them (rules 1.7 and 14).

use alloc::vec;
use core::slice;

/// A list of more than 10 000 entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a list of more than 10000 entries")]
pub struct ListTooLong;

/// A list of at most 10 000 entries, in the order given.
///
/// ```
/// use paidan::{List, ListTooLong};
/// let list = List::try_from(vec![2, 1, 2])?;
/// assert_eq!((list.len(), list.is_empty()), (3, false));
/// assert_eq!(list.iter().sum::<i32>(), 5);
/// for entry in &list {
///     assert!(*entry < 3);
/// }
/// assert_eq!(list.into_iter().collect::<Vec<_>>(), [2, 1, 2]);
/// assert_eq!(List::try_from(vec![0; 10_001]), Err(ListTooLong));
/// # Ok::<(), ListTooLong>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List<T>(Box<[T]>);

/// A set stated as a list of at most 10 000 entries; naming one twice is naming it once.
///
/// ```
/// use paidan::{ItemId, Set};
/// let (first, second) = (ItemId::new(1)?, ItemId::new(2)?);
/// let offers = Set::try_from(vec![second, first, second])?;
/// assert_eq!(offers.as_slice(), [first, second]);
/// assert!(offers.contains(&first) && offers.len() == 2 && !offers.is_empty());
/// let last = offers.iter().max();
/// assert_eq!(last, Some(&second));
/// for item in &offers {
///     assert!(item.get() < 3);
/// }
/// assert_eq!(offers.into_iter().map(ItemId::get).collect::<Vec<_>>(), [1, 2]);
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

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The entries in the order given, one after the other.
    pub fn iter(&self) -> slice::Iter<'_, T> {
        self.0.iter()
    }
}

impl<T> IntoIterator for List<T> {
    type Item = T;
    type IntoIter = vec::IntoIter<T>;
    fn into_iter(self) -> vec::IntoIter<T> {
        self.0.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = slice::Iter<'a, T>;
    fn into_iter(self) -> slice::Iter<'a, T> {
        self.iter()
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

    /// How many there are, each counted once.
    pub fn len(&self) -> usize {
        self.as_slice().len()
    }

    /// Whether there is none.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// The entries from the lowest to the highest, one after the other.
    pub fn iter(&self) -> slice::Iter<'_, T> {
        self.as_slice().iter()
    }
}

impl<T> IntoIterator for Set<T> {
    type Item = T;
    type IntoIter = vec::IntoIter<T>;
    fn into_iter(self) -> vec::IntoIter<T> {
        self.0.map_or_else(Vec::new, |entries| (*entries).into_vec()).into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Set<T> {
    type Item = &'a T;
    type IntoIter = slice::Iter<'a, T>;
    fn into_iter(self) -> slice::Iter<'a, T> {
        self.iter()
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
