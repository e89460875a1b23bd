//! The figures of each month of the year are what its statement lists.

use std::collections::{BTreeMap, BTreeSet};

use paidan::figures::{DispatchFigures, MonthFigures, Pile, SpanFigures};
use paidan::{
    Basis, BlacklistKind, CapFigures, Counted, DeclineKind, DispatchEntry, ExitKind, Figures,
    ItemId, MemberId, ShareEntry, Statement, StationId,
};

use crate::statement::year::{Year, decided, policies};

impl Year {
    /// What the year adds up to.
    pub fn figures(&self, policy: &paidan::Policy) -> Figures {
        Figures::of(policy, self.history.iter().map(|(command, outcome)| (command, outcome)))
    }
}

#[test]
fn the_figures_of_a_month_are_those_of_its_statement() {
    for policy in policies() {
        let year = decided(&policy);
        let figures = year.figures(&policy);
        let mut seen = [0; 4];
        for (month, ..) in &year.ends {
            let statement = year.statement(*month, &policy);
            let month = figures.month(*month).expect("the month");
            givings_agree(&month.figures, &statement);
            shares_agree(month, &statement);
            closing_agrees(month, &statement);
            conduct_agrees(&month.figures, &statement);
            seen[0] += month.suspensions.len();
            seen[1] += month.figures.exits.len();
            seen[2] += month.figures.reassignments.len();
            seen[3] += month.figures.blacklisted.len();
        }
        assert!(seen.iter().all(|count| *count > 0), "the year has everything: {seen:?}");
    }
}

/// What of the dispatches of a statement is so, by its basis.
fn counted<'a>(entries: impl Iterator<Item = &'a DispatchEntry>) -> [Pile; 5] {
    let mut piles = [Pile::default(); 5];
    for of in entries {
        let place = match of.basis {
            Basis::Designation => 0,
            Basis::Turn => 1,
            Basis::TurnGuardLifted => 2,
            Basis::Named => 3,
            other => panic!("{other:?} is counted nowhere"),
        };
        let one = Pile { orders: 1, amount: of.price };
        piles[place] = piles[place].plus(one);
        if of.counted == Counted::Yes {
            piles[4] = piles[4].plus(one);
        }
    }
    piles
}

fn by_basis(of: &DispatchFigures) -> [Pile; 5] {
    let bases = [Basis::Designation, Basis::Turn, Basis::TurnGuardLifted, Basis::Named];
    let [designated, turn, lifted, named] = bases.map(|basis| of.by(basis));
    [designated, turn, lifted, named, of.tallied.plus(of.off_again)]
}

fn givings_agree(figures: &SpanFigures, statement: &Statement) {
    let all = &statement.dispatches;
    assert_eq!(by_basis(&figures.orders.dispatched), counted(all.iter()), "{}", statement.month);
    for of in &figures.items {
        let own = all.iter().filter(|entry| entry.item == of.item);
        assert_eq!(by_basis(&of.orders.dispatched), counted(own));
    }
    for of in &figures.members {
        let own = || all.iter().filter(|entry| entry.member == of.member);
        assert_eq!(by_basis(&of.dispatched), counted(own()));
        for part in &of.items {
            let own = own().filter(|entry| entry.item == part.item);
            assert_eq!(by_basis(&part.dispatched), counted(own));
        }
    }
    let through = |entry: &DispatchEntry| entry.customer.station;
    for of in &figures.stations {
        let own = all.iter().filter(|entry| through(entry) == Some(of.station));
        assert_eq!(by_basis(&of.orders.dispatched), counted(own));
    }
    // Nobody is left out.
    let members: BTreeSet<MemberId> = all.iter().map(|entry| entry.member).collect();
    assert!(members.iter().all(|member| figures.member(*member).is_some()));
    let items: BTreeSet<ItemId> = all.iter().map(|entry| entry.item).collect();
    assert!(items.iter().all(|item| figures.item(*item).dispatched.given().orders > 0));
    let stations: BTreeSet<StationId> = all.iter().filter_map(through).collect();
    assert!(stations.iter().all(|of| figures.station(*of).dispatched.given().orders > 0));
}

/// All shares that are judged are among those of the statement, and what is tallied makes them all.
fn shares_agree(month: &MonthFigures, statement: &Statement) {
    assert!(month.shares.iter().all(|of| statement.shares.contains(of)), "{}", month.month);
    let mut tallied = Vec::new();
    let whole = month.figures.orders.dispatched.tallied.amount;
    for of in &month.figures.members {
        let member = of.member;
        for part in of.items.iter().filter(|of| of.dispatched.tallied.orders > 0) {
            let own = u32::try_from(part.dispatched.tallied.orders).expect("few");
            let of_item = month.figures.item(part.item).dispatched.tallied.orders;
            let whole = u32::try_from(of_item).expect("few");
            let figures = CapFigures::Item { item: part.item, own, whole };
            tallied.push(ShareEntry { member, figures });
        }
        if of.dispatched.tallied.orders > 0 {
            let own = of.dispatched.tallied.amount;
            tallied.push(ShareEntry { member, figures: CapFigures::Amount { own, whole } });
        }
    }
    let key = |of: &ShareEntry| (of.figures.item().is_none(), of.figures.item(), of.member);
    tallied.sort_by_key(key);
    assert_eq!(tallied, statement.shares, "{}", month.month);
}

fn closing_agrees(month: &MonthFigures, statement: &Statement) {
    assert_eq!(month.caps, statement.caps);
    let reached: Vec<_> = month.reached.iter().map(|of| (of.member, of.cap, of.reach)).collect();
    let told: Vec<_> = statement.reached.iter().map(|of| (of.member, of.cap, of.reach)).collect();
    assert_eq!(reached, told, "{}", month.month);
    let begun: Vec<_> = month.suspensions.iter().map(|of| (of.member, of.scope, of.cap)).collect();
    let told: Vec<_> =
        statement.suspensions.iter().map(|of| (of.member, of.scope, of.cap)).collect();
    assert_eq!(begun, told, "{}", month.month);
    assert_eq!(month.at_end.held.orders, statement.held.len() as u64);
}

fn conduct_agrees(figures: &SpanFigures, statement: &Statement) {
    let month = statement.month;
    let given: Vec<_> = figures
        .reassignments
        .iter()
        .map(|of| (of.order, of.from, of.to, of.basis, of.run))
        .collect();
    let told = statement.reassignments.iter();
    let told: Vec<_> = told.map(|of| (of.order, of.from, of.to, of.basis, of.run)).collect();
    assert_eq!(given, told, "{month}");
    let mut kinds = BTreeMap::<usize, u64>::new();
    for of in &statement.declines {
        *kinds.entry(kind(of.what)).or_default() += 1;
    }
    let of = figures.declines;
    let declined = [
        of.with_cause,
        of.without_cause,
        of.complied,
        of.cause_found,
        of.did_not_comply,
        of.walked_away,
    ];
    let told = [0, 1, 2, 3, 4, 5].map(|kind| kinds.get(&kind).copied().unwrap_or(0));
    assert_eq!(declined, told, "{month}");
    let exits: Vec<_> = figures.exits.iter().map(|of| (of.member, of.ground)).collect();
    let expelled = statement.exits.iter().filter_map(|of| match of.how {
        ExitKind::Expelled(ground) => Some((of.member, ground)),
        ExitKind::Withdrew => None,
    });
    assert_eq!(exits, expelled.collect::<Vec<_>>(), "{month}");
    for (of, told) in figures
        .exits
        .iter()
        .zip(statement.exits.iter().filter(|of| matches!(of.how, ExitKind::Expelled(_))))
    {
        let held = told.orders.iter().filter(|of| of.to.is_none()).count() as u64;
        assert_eq!((of.orders(), of.held), (told.orders.len() as u64, held), "{month}");
        for receiver in &of.receivers {
            let got = told.orders.iter().filter(|of| of.to == Some(receiver.member)).count();
            assert_eq!(receiver.orders, got as u64);
        }
    }
    let listed = statement.blacklist.iter().filter(|of| of.what != BlacklistKind::Lifted);
    assert_eq!(figures.blacklisted.len(), listed.count(), "{month}");
    let feedback = statement.feedback.city;
    assert_eq!(figures.house.feedback, feedback, "{month}");
    assert_eq!(figures.ends.completed.orders, u64::from(feedback.completed));
    assert_eq!(figures.house.registers.admitted, statement.admissions.len() as u64);
}

/// The number of a kind of decline.
fn kind(of: DeclineKind) -> usize {
    match of {
        DeclineKind::WithCause => 0,
        DeclineKind::WithoutCause => 1,
        DeclineKind::Complied => 2,
        DeclineKind::CauseFound => 3,
        DeclineKind::DidNotComply => 4,
        DeclineKind::WalkedAway => 5,
        DeclineKind::BarLifted => 6,
    }
}
