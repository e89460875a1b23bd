//! The yardstick: the rule by hand on flat arrays, with nothing else around it.
//!
//! Orders by turn go to the first member that is ready and it goes to the end; the tallies and the
//! caps of the literal Measures are kept. Nothing is checked, nothing is told, no other reading is
//! possible. What the engine takes beyond this is the price of all that.

/// No member.
pub const NOBODY: u32 = u32::MAX;

/// What the rule has to know of an order.
#[derive(Clone, Copy, Debug)]
pub struct Ask {
    pub station: u32,
    pub enterprise: u32,
    pub item: u32,
    /// The member named, or `NOBODY`.
    pub named: u32,
    pub price: u64,
}

/// What is kept of an order: 32 bytes.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Record {
    pub member: u32,
    item: u32,
    price: u64,
    station: u32,
    enterprise: u32,
    month: u32,
    named: u32,
}

const _: () = assert!(size_of::<Record>() == 32);

/// A bit a slot, and the first word that may have one.
#[derive(Clone, Debug)]
struct Ready {
    words: Vec<u64>,
    first: usize,
}

impl Ready {
    fn put(&mut self, slot: u32) {
        let word = slot as usize / 64;
        self.words[word] |= 1 << (slot % 64);
        self.first = self.first.min(word);
    }

    fn take(&mut self, slot: u32) {
        self.words[slot as usize / 64] &= !(1 << (slot % 64));
    }

    fn lowest(&mut self) -> Option<u32> {
        while let Some(word) = self.words.get(self.first) {
            if *word != 0 {
                return Some(number(self.first) * 64 + word.trailing_zeros());
            }
            self.first += 1;
        }
        None
    }
}

/// One line of members, and the month.
#[derive(Clone, Debug)]
pub struct Bare {
    offers: Vec<u32>,
    offers_from: Vec<u32>,
    slots: Vec<u32>,
    capacity: usize,
    slot_of: Vec<u32>,
    ready: Vec<Ready>,
    is_suspended: Vec<bool>,
    orders_of: Vec<u32>,
    orders_for: Vec<u32>,
    amount_of: Vec<u64>,
    amount: u64,
    month: u32,
    pub records: Vec<Record>,
    waiting: Vec<u32>,
}

impl Bare {
    /// Members that offer these of so many items, and stand in the line in this order.
    pub fn new(offers: &[Vec<u32>], items: usize, line: &[u32]) -> Self {
        let members = offers.len();
        let capacity = ((members + 1) * 4).max(64);
        let ready = Ready { words: vec![0; capacity.div_ceil(64)], first: 0 };
        let mut bare = Self {
            offers: offers.concat(),
            offers_from: vec![0],
            slots: Vec::with_capacity(capacity),
            capacity,
            slot_of: vec![0; members],
            ready: vec![ready; items],
            is_suspended: vec![false; members],
            orders_of: vec![0; members * items],
            orders_for: vec![0; items],
            amount_of: vec![0; members],
            amount: 0,
            month: 0,
            records: Vec::new(),
            waiting: Vec::new(),
        };
        bare.slots.extend(line);
        for (slot, member) in (0..).zip(line) {
            bare.slot_of[*member as usize] = slot;
        }
        for (member, own) in (0..).zip(offers) {
            bare.offers_from.push(bare.offers_from[member as usize] + number(own.len()));
            bare.set_ready(member, true);
        }
        bare
    }

    /// Takes an order in, and gives it to a member or lets it wait.
    pub fn accept(&mut self, ask: &Ask) {
        let Ask { station, enterprise, item, named, price } = *ask;
        let member = if named == NOBODY { self.by_turn(item) } else { named };
        let order = number(self.records.len());
        let month = self.month;
        self.records.push(Record { member, item, price, station, enterprise, month, named });
        match member {
            NOBODY => self.waiting.push(order),
            member => self.tally(member, item, price),
        }
    }

    /// Judges the month, and opens the next one.
    pub fn open_month(&mut self) {
        let reached = (0..number(self.amount_of.len())).map(|member| self.reached(member));
        let reached: Vec<bool> = reached.collect();
        for (member, is_suspended) in (0..).zip(&reached) {
            if self.is_suspended[member as usize] != *is_suspended {
                self.set_ready(member, !is_suspended);
            }
        }
        self.is_suspended = reached;
        self.orders_of.fill(0);
        self.orders_for.fill(0);
        self.amount_of.fill(0);
        self.amount = 0;
        self.month += 1;
        for order in std::mem::take(&mut self.waiting) {
            let Record { item, price, .. } = self.records[order as usize];
            match self.by_turn(item) {
                NOBODY => self.waiting.push(order),
                member => {
                    self.records[order as usize].member = member;
                    self.tally(member, item, price);
                }
            }
        }
    }

    /// The orders and the amount of the month.
    pub fn total(&self) -> (u32, u64) {
        (self.orders_for.iter().sum(), self.amount)
    }

    /// The month's orders of a member for an item, and its amount.
    pub fn tallied(&self, member: u32, item: u32) -> (u32, u64) {
        let cell = member as usize * self.orders_for.len() + item as usize;
        (self.orders_of[cell], self.amount_of[member as usize])
    }

    fn by_turn(&mut self, item: u32) -> u32 {
        if self.slots.len() == self.capacity {
            self.squeeze();
        }
        let Some(old) = self.ready[item as usize].lowest() else { return NOBODY };
        let member = self.slots[old as usize];
        let new = number(self.slots.len());
        self.slots.push(member);
        self.slots[old as usize] = NOBODY;
        self.slot_of[member as usize] = new;
        let from = self.offers_from[member as usize] as usize;
        let to = self.offers_from[member as usize + 1] as usize;
        for item in &self.offers[from..to] {
            let ready = &mut self.ready[*item as usize];
            ready.take(old);
            ready.put(new);
        }
        member
    }

    fn tally(&mut self, member: u32, item: u32, price: u64) {
        let items = self.orders_for.len();
        self.orders_of[member as usize * items + item as usize] += 1;
        self.orders_for[item as usize] += 1;
        self.amount_of[member as usize] += price;
        self.amount += price;
    }

    /// Whether a member has half of an item's orders, or thirty per cent of the amount.
    fn reached(&self, member: u32) -> bool {
        let items = self.orders_for.len();
        let own = &self.orders_of[member as usize * items..][..items];
        let item = own.iter().zip(&self.orders_for).any(|(own, of)| *own > 0 && own * 2 >= *of);
        let amount = self.amount_of[member as usize];
        item || amount > 0 && amount * 10 >= self.amount * 3
    }

    fn set_ready(&mut self, member: u32, is_ready: bool) {
        let slot = self.slot_of[member as usize];
        let from = self.offers_from[member as usize] as usize;
        let to = self.offers_from[member as usize + 1] as usize;
        for item in &self.offers[from..to] {
            let ready = &mut self.ready[*item as usize];
            if is_ready { ready.put(slot) } else { ready.take(slot) }
        }
    }

    fn squeeze(&mut self) {
        self.slots.retain(|member| *member != NOBODY);
        for ready in &mut self.ready {
            ready.words.fill(0);
        }
        for slot in 0..self.slots.len() {
            let member = self.slots[slot];
            self.slot_of[member as usize] = number(slot);
            if !self.is_suspended[member as usize] {
                self.set_ready(member, true);
            }
        }
    }
}

/// A length as the number it is kept as.
fn number(length: usize) -> u32 {
    u32::try_from(length).expect("far fewer than 32 bits count")
}
