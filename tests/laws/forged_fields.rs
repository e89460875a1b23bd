//! What can be forged in a snapshot: a field of each kind, with something that may stand there.

use paidan::{
    Barred, Basis, CapFigures, Category, Completion, Counted, Date, End, EnterpriseId, Giving,
    ItemId, ItemTally, Loss, Member, MemberId, MemberTally, Membership, Money, Moved, OrderRecord,
    OrderRow, OrderState, PendingPolicy, Place, PlaceRange, Price, Ranking, Set, Snapshot,
    Suspension, Volume,
};

use crate::common::{code, date, enterprise, item, member, set};
use crate::laws::plan::Plan;

/// A field that is forged; nothing is changed where there is none.
pub struct Field {
    pub name: &'static str,
    pub forge: fn(&mut Snapshot, &Plan, &mut Dice) -> Option<()>,
}

/// Numbers that follow from a first one.
pub struct Dice(pub u64);

impl Dice {
    /// A number below this one.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let number = usize::try_from(self.0 >> 33).expect("31 bits");
        number.checked_rem(end).unwrap_or(0)
    }

    fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }

    /// One of these, if there are any.
    fn of_mut<'a, T>(&mut self, list: &'a mut [T]) -> Option<&'a mut T> {
        let place = self.below(list.len());
        list.get_mut(place)
    }

    /// A member, now and then one that there is not.
    fn member(&mut self, of: &Snapshot) -> MemberId {
        member(
            u32::try_from(1 + self.below(of.members.len() + usize::from(self.0.is_multiple_of(9))))
                .expect("few"),
        )
    }

    fn item(&mut self, of: &Snapshot) -> ItemId {
        item(
            u32::try_from(1 + self.below(of.items.len() + usize::from(self.0.is_multiple_of(9))))
                .expect("few"),
        )
    }

    fn enterprise(&mut self, of: &Snapshot) -> EnterpriseId {
        enterprise(u32::try_from(1 + self.below(of.enterprises.len())).expect("few"))
    }

    fn category(&mut self) -> Category {
        Category::ALL[self.below(4)]
    }

    /// A day at or about that of the snapshot, or one that is far off.
    fn day(&mut self, of: &Snapshot) -> Date {
        let now = of.date.unwrap_or(date("2024-11-05"));
        let off = [0, 0, 1, -1, -20, -31, -62, -200, -400, 40][self.below(10)];
        let near = Date::try_from(now.naive() + chrono::Duration::days(off)).unwrap_or(now);
        let far = [date("2000-01-01"), date("9900-12-31")][self.below(2)];
        if self.one_in(20) { far } else { near }
    }

    fn year(&mut self, of: &Snapshot) -> i32 {
        self.day(of).year()
    }

    /// A few members, mostly known ones.
    fn members(&mut self, of: &Snapshot) -> Vec<MemberId> {
        (0..=self.below(3)).map(|_| self.member(of)).collect()
    }

    fn items(&mut self, of: &Snapshot) -> Vec<ItemId> {
        (0..self.below(4)).map(|_| self.item(of)).collect()
    }

    fn money(&mut self) -> Money {
        let yuan = [0, 1, 30, 100, 200, 5_000, 100_000_000][self.below(7)];
        if self.one_in(8) { Money::from_fen(u64::MAX) } else { Money::from_yuan(yuan) }
    }

    /// A number of a place, mostly one of a line.
    fn place(&mut self, of: &Snapshot) -> Place {
        let next = of.lines.of(self.category()).next_place.get();
        let near =
            1 + u64::try_from(self.below(usize::try_from(next).unwrap_or(9))).expect("64 bits");
        let ends = [1, next, next.saturating_add(1), 1 << 62, (1 << 62) + 1, u64::MAX];
        let number = if self.one_in(3) { ends[self.below(ends.len())] } else { near };
        Place::new(number).unwrap_or(Place::MIN)
    }
}

macro_rules! fields {
    ($($name:literal => $forge:expr,)*) => {
        pub const FIELDS: &[Field] = &[$(Field { name: $name, forge: $forge },)*];
    };
}

fields! {
    "position" => |of, _, dice| {
        let orders = u64::try_from(of.orders.len()).expect("few");
        let ends = [0, orders, orders.saturating_sub(1), 1 << 62, (1 << 62) - 100, (1 << 62) + 1];
        of.position = ends[dice.below(6)];
        Some(())
    },
    "date" => |of, _, dice| { of.date = (!dice.one_in(6)).then(|| dice.day(of)); Some(()) },
    "policy" => |of, plan, dice| {
        of.policy = plan.policies[dice.below(plan.policies.len())].clone();
        Some(())
    },
    "pending policy" => |of, plan, dice| {
        let policy = plan.policies[dice.below(plan.policies.len())].clone();
        let month = dice.day(of).month();
        let month = if dice.one_in(3) { month } else { of.date?.month().next()? };
        of.pending = vec![PendingPolicy { month, policy }];
        Some(())
    },
    "ranking" => |of, _, dice| {
        let mut members = dice.members(of);
        members.sort_unstable();
        let orders = u32::try_from(dice.below(4)).expect("few");
        let volumes = members.into_iter().map(|member| Volume { member, orders }).collect();
        of.ranking = (!dice.one_in(4)).then(|| Ranking { year: dice.year(of), volumes });
        Some(())
    },
    "station closed" => |of, _, dice| {
        let station = dice.of_mut(&mut of.stations)?;
        station.closed = !station.closed;
        Some(())
    },
    "item off the menu" => |of, _, dice| {
        let item = dice.of_mut(&mut of.items)?;
        item.delisted = !item.delisted;
        Some(())
    },
    "category of an item" => |of, _, dice| {
        let category = dice.category();
        dice.of_mut(&mut of.items)?.category = category;
        Some(())
    },
    "menu price" => |of, _, dice| {
        let price = Price::new(dice.money()).ok();
        dice.of_mut(&mut of.items)?.menu_price = price;
        Some(())
    },
    "items" => |of, _, _| of.items.pop().map(drop),
    "enterprise blacklisted" => |of, _, dice| {
        let enterprise = dice.of_mut(&mut of.enterprises)?;
        enterprise.blacklisted = !enterprise.blacklisted;
        Some(())
    },
    "code of an enterprise" => |of, _, dice| {
        let of_member = dice.of_mut(&mut of.members)?.code;
        let of_nobody = code(70 + u64::try_from(dice.below(3)).expect("few"));
        let enterprise = dice.of_mut(&mut of.enterprises)?;
        enterprise.code = [of_member, of_nobody][dice.below(2)];
        Some(())
    },
    "code of a member" => |of, _, dice| {
        let other = dice.of_mut(&mut of.members)?.code;
        let of_nobody = code(70 + u64::try_from(dice.below(3)).expect("few"));
        dice.of_mut(&mut of.members)?.code = if dice.one_in(3) { of_nobody } else { other };
        Some(())
    },
    "class of a member" => |of, _, dice| {
        let category = dice.category();
        dice.of_mut(&mut of.members)?.category = category;
        Some(())
    },
    "offers" => |of, _, dice| {
        let items = dice.items(of);
        let at = dice.below(of.members.len());
        of.members.get_mut(at)?.offers = set(&items);
        if dice.one_in(2) { stand_where_they_belong(of); }
        Some(())
    },
    "standing" => |of, _, dice| {
        let on = dice.day(of);
        let at = dice.below(of.members.len());
        let ground = paidan::Ground::Infringement;
        of.members.get_mut(at)?.standing = match dice.below(3) {
            0 => Membership::Current,
            1 => Membership::Withdrawn { on },
            _ => Membership::Expelled { ground, on },
        };
        if dice.one_in(2) { stand_where_they_belong(of); }
        Some(())
    },
    "leave" => |of, _, dice| {
        let member = dice.of_mut(&mut of.members)?;
        member.on_leave = !member.on_leave;
        Some(())
    },
    "run" => |of, _, dice| {
        let run = [0, 1, 2, 3, u32::MAX][dice.below(5)];
        dice.of_mut(&mut of.members)?.run = run;
        Some(())
    },
    "notice" => |of, _, dice| {
        let on = dice.day(of);
        dice.of_mut(&mut of.members)?.notice = Some(on);
        Some(())
    },
    "years of a seat" => |of, _, dice| {
        let year = dice.year(of);
        let is_lost = dice.one_in(2);
        let Member { seat_lost, seat_given_up, .. } = dice.of_mut(&mut of.members)?;
        *(if is_lost { seat_lost } else { seat_given_up }) = Some(year);
        Some(())
    },
    "one more admission" => |of, _, dice| {
        let mut again = dice.of_mut(&mut of.members)?.clone();
        if dice.one_in(2) { again.code = code(70); }
        again.standing = Membership::Current;
        of.members.push(again);
        stand_where_they_belong(of);
        Some(())
    },
    "order of a line" => |of, _, dice| {
        let places = &mut of.lines.of_mut(dice.category()).places;
        let (one, other) = (dice.below(places.len()), dice.below(places.len()));
        let member = places.get(one)?.member;
        let second = std::mem::replace(&mut places.get_mut(other)?.member, member);
        places.get_mut(one)?.member = second;
        Some(())
    },
    "number of a place" => |of, _, dice| {
        let number = dice.place(of);
        let category = dice.category();
        dice.of_mut(&mut of.lines.of_mut(category).places)?.number = number;
        Some(())
    },
    "next place" => |of, _, dice| {
        of.lines.of_mut(dice.category()).next_place = dice.place(of);
        Some(())
    },
    "sorted places" => |of, _, dice| {
        let (first, last) = (dice.place(of), dice.place(of));
        let sorted = (!dice.one_in(4)).then_some(PlaceRange { first, last });
        of.lines.of_mut(dice.category()).sorted = sorted;
        Some(())
    },
    "cursor" => |of, _, dice| {
        let cursor = (!dice.one_in(4)).then(|| dice.member(of));
        of.lines.of_mut(dice.category()).cursor = cursor;
        Some(())
    },
    "tallied orders" => |of, _, dice| {
        let orders = [1, 2, 3, 800_000_000, u32::MAX][dice.below(5)];
        let tally = dice.of_mut(&mut of.tallies)?;
        dice.of_mut(&mut tally.items)?.orders = orders;
        Some(())
    },
    "tallied amount" => |of, _, dice| {
        let amount = dice.money();
        dice.of_mut(&mut of.tallies)?.amount = amount;
        Some(())
    },
    "a tally" => |of, _, dice| {
        let (member, item, amount) = (dice.member(of), dice.item(of), dice.money());
        let orders = [0, 1, 2, 700_000_000][dice.below(4)];
        of.tallies.push(MemberTally { member, amount, items: vec![ItemTally { item, orders }] });
        Some(())
    },
    "a tally less" => |of, _, dice| {
        if of.tallies.is_empty() { return None }
        of.tallies.swap_remove(dice.below(of.tallies.len()));
        Some(())
    },
    "a suspension" => |of, _, dice| {
        let (member, one) = (dice.member(of), dice.item(of));
        let caps = [
            None,
            Some(CapFigures::Item { item: dice.item(of), own: 1, whole: 2 }),
            Some(CapFigures::Amount { own: Money::from_yuan(1), whole: Money::from_yuan(2) }),
        ];
        let item = [None, Some(one)][dice.below(2)];
        of.suspensions.push(Suspension { member, item, cap: caps[dice.below(3)] });
        Some(())
    },
    "a suspension less" => |of, _, dice| {
        if of.suspensions.is_empty() { return None }
        of.suspensions.swap_remove(dice.below(of.suspensions.len()));
        Some(())
    },
    "seat" => |of, _, dice| {
        let holder = (!dice.one_in(4)).then(|| dice.member(of));
        let [first, second] = &mut of.council.comprehensive;
        let council = [&mut of.council.finance, &mut of.council.research, first, second];
        *council.into_iter().nth(dice.below(4))? = holder;
        Some(())
    },
    "calendar" => |of, _, dice| {
        let day = dice.day(of);
        let days = if dice.one_in(2) { &mut of.calendar.holidays } else { &mut of.calendar.make_up_days };
        *days = Set::one(day);
        Some(())
    },
    "one more order" => |of, _, dice| {
        let kept = of.orders.iter().filter(|row| matches!(row, OrderRow::Kept(_)));
        let one = kept.clone().nth(dice.below(kept.count()))?.clone();
        of.orders.push(one);
        Some(())
    },
    "an order ended" => |of, _, dice| {
        let end = [End::Cancelled, End::Settled, End::Failed][dice.below(3)];
        *dice.of_mut(&mut of.orders)? = OrderRow::Ended(end);
        Some(())
    },
    "an order held" => |of, _, dice| { record(of, dice)?.state = OrderState::Held; Some(()) },
    "an order given" => |of, _, dice| {
        let (member, on) = (dice.member(of), dice.day(of));
        let basis = [Basis::Designation, Basis::Turn, Basis::TurnGuardLifted, Basis::Named][dice.below(4)];
        let moved = dice.one_in(2).then(|| Moved { from: dice.place(of), to: dice.place(of) });
        let giving = Giving { member, on, basis, moved };
        let declined = dice.one_in(4);
        let record = record(of, dice)?;
        record.state = if declined { OrderState::Declined(giving) } else { OrderState::Assigned(giving) };
        record.counted = record.counted.or(Some(Counted::No));
        Some(())
    },
    "an order completed" => |of, _, dice| {
        let (member, recorded) = (dice.member(of), dice.day(of));
        let due = dice.day(of).to_string().parse().expect("a day");
        record(of, dice)?.state = OrderState::Completed(Completion { member, due, recorded });
        Some(())
    },
    "the holder of an order" => |of, _, dice| {
        let to = dice.member(of);
        match &mut record(of, dice)?.state {
            OrderState::Held => None,
            OrderState::Assigned(giving) | OrderState::Declined(giving) => {
                giving.member = to;
                Some(())
            }
            OrderState::Completed(completion) => {
                completion.member = to;
                Some(())
            }
        }
    },
    "the giving of an order" => |of, _, dice| {
        let (on, what) = (dice.day(of), dice.below(3));
        let basis = [Basis::Designation, Basis::Turn, Basis::TurnGuardLifted, Basis::Named][dice.below(4)];
        let moved = (!dice.one_in(4)).then(|| Moved { from: dice.place(of), to: dice.place(of) });
        let (OrderState::Assigned(giving) | OrderState::Declined(giving)) =
            &mut record(of, dice)?.state else { return None };
        match what {
            0 => giving.on = on,
            1 => giving.basis = basis,
            _ => giving.moved = moved,
        }
        Some(())
    },
    "whether an order counts" => |of, _, dice| {
        let counted = [None, Some(Counted::Yes), Some(Counted::No)][dice.below(3)];
        record(of, dice)?.counted = counted;
        Some(())
    },
    "who is barred" => |of, _, dice| {
        let by = [Loss::Declined, Loss::Reassigned];
        let mut barred: Vec<Barred> = Vec::new();
        for member in dice.members(of) {
            barred.push(Barred { member, by: by[dice.below(2)] });
        }
        record(of, dice)?.barred = set(&barred);
        Some(())
    },
    "who is excluded" => |of, _, dice| {
        let excluded = dice.members(of);
        record(of, dice)?.terms.excluded = set(&excluded);
        Some(())
    },
    "who is named" => |of, _, dice| {
        let (named, took) = (dice.member(of), dice.member(of));
        let terms = &mut record(of, dice)?.terms;
        (terms.designated, terms.taken_by) = (Some(named), Some(took));
        Some(())
    },
    "item of an order" => |of, _, dice| {
        let item = dice.item(of);
        record(of, dice)?.terms.item = item;
        Some(())
    },
    "enterprise of an order" => |of, _, dice| {
        let enterprise = dice.enterprise(of);
        record(of, dice)?.terms.enterprise = enterprise;
        Some(())
    },
    "price and deposit" => |of, _, dice| {
        let (price, deposit) = (Price::new(dice.money()), dice.money());
        let (asks, which) = (dice.one_in(2), dice.below(3));
        let record = record(of, dice)?;
        match which {
            0 => record.deposit = deposit,
            1 => (record.deposit, record.terms.ask_deposit) = (deposit, asks),
            _ => record.terms.price = price.ok()?,
        }
        Some(())
    },
    "submission" => |of, _, dice| {
        let on = dice.day(of);
        record(of, dice)?.submitted = on;
        Some(())
    },
}

/// One of the orders that have not ended.
fn record<'a>(of: &'a mut Snapshot, dice: &mut Dice) -> Option<&'a mut OrderRecord> {
    let kept = of.orders.iter_mut().filter_map(|row| match row {
        OrderRow::Kept(record) => Some(&mut **record),
        OrderRow::Ended(_) => None,
    });
    let mut kept: Vec<_> = kept.collect();
    let place = dice.below(kept.len());
    (place < kept.len()).then(|| kept.swap_remove(place))
}

/// Has everybody stand in the lines of what it offers, and nobody else.
fn stand_where_they_belong(of: &mut Snapshot) {
    for category in Category::ALL {
        let is_of =
            |item: &ItemId| of.items.get(item.index()).is_some_and(|of| of.category == category);
        let belongs = |firm: &Member| firm.is_current() && firm.offers.as_slice().iter().any(is_of);
        let ids = (0..of.members.len()).filter_map(|nth| MemberId::at(nth).ok());
        let belong: Vec<MemberId> =
            ids.zip(&of.members).filter(|(_, firm)| belongs(firm)).map(|(id, _)| id).collect();
        let line = of.lines.of_mut(category);
        line.places.retain(|place| belong.contains(&place.member));
        for member in belong {
            if !line.places.iter().any(|place| place.member == member) {
                let number = line.next_place;
                line.places.push(paidan::LinePlace { number, member });
                line.next_place = number.saturating_add(1);
            }
        }
        if line.cursor.is_some_and(|cursor| line.places.iter().all(|of| of.member != cursor)) {
            line.cursor = line.places.first().map(|of| of.member);
        }
    }
}
