//! The engine's state in plain words, from its snapshot.

use std::collections::BTreeMap;

use paidan::{
    Alliance, Category, CreditCode, Giving, LineRow, LineRows, Member, MemberId, OrderRecord,
    OrderRow, OrderState, Place, Snapshot,
};

use crate::model::view::{
    EnterpriseView, FirmView, GivenView, ItemView, KeptView, MemberView, OrderView, StateView,
    StationView, TallyView, View,
};

impl From<&Alliance> for View {
    fn from(alliance: &Alliance) -> Self {
        Self::from(&alliance.snapshot())
    }
}

impl From<&Snapshot> for View {
    fn from(of: &Snapshot) -> Self {
        let volumes = |of: &paidan::Ranking| {
            (of.year, of.volumes.iter().map(|of| (of.member, of.orders)).collect())
        };
        Self {
            position: of.position,
            date: of.date,
            policy: of.policy.clone(),
            pending: of.pending.iter().map(|of| (of.month, of.policy.clone())).collect(),
            ranking: of.ranking.as_ref().map(volumes),
            stations: of.stations.iter().map(station).collect(),
            items: of.items.iter().map(item).collect(),
            enterprises: of.enterprises.iter().map(enterprise).collect(),
            members: of.members.iter().map(member).collect(),
            firms: firms(of),
            lines: lines(&of.lines),
            ranked: Category::ALL.iter().map(|category| ranked(of.lines.of(*category))).collect(),
            tallies: of.tallies.iter().map(tally).collect(),
            suspensions: of.suspensions.clone(),
            orders: of.orders.iter().map(|row| order(of, row)).collect(),
            holidays: of.calendar.holidays.as_slice().to_vec(),
            make_up_days: of.calendar.make_up_days.as_slice().to_vec(),
            seats: seats(of),
        }
    }
}

fn station(of: &paidan::Station) -> StationView {
    StationView { name: of.name.clone(), closed: of.closed }
}

fn item(of: &paidan::ServiceItem) -> ItemView {
    let (name, category) = (of.name.clone(), of.category);
    ItemView { name, category, menu_price: of.menu_price, delisted: of.delisted }
}

fn enterprise(of: &paidan::Enterprise) -> EnterpriseView {
    EnterpriseView { name: of.name.clone(), code: of.code, blacklisted: of.blacklisted }
}

fn member(of: &Member) -> MemberView {
    MemberView {
        name: of.name.clone(),
        code: of.code,
        category: of.category,
        offers: of.offers.as_slice().to_vec(),
        standing: of.standing,
        on_leave: of.on_leave,
    }
}

/// What goes with each code stands at its last id.
fn firms(of: &Snapshot) -> Vec<FirmView> {
    let mut last: BTreeMap<CreditCode, (MemberId, &Member)> = BTreeMap::new();
    for (id, member) in (0..).map_while(|at| MemberId::at(at).ok()).zip(&of.members) {
        last.insert(member.code, (id, member));
    }
    let year = of.date.map(paidan::Date::year);
    let this_year = |then: Option<i32>| then.is_some() && then == year;
    let mut firms: Vec<FirmView> = last
        .into_values()
        .map(|(last_id, member)| FirmView {
            last_id,
            run: member.run,
            notice: member.notice,
            lost_a_seat_this_year: this_year(member.seat_lost),
            gave_a_seat_up_this_year: this_year(member.seat_given_up),
        })
        .collect();
    firms.sort_by_key(|firm| firm.last_id);
    firms
}

fn lines(rows: &LineRows) -> Vec<(Vec<MemberId>, Option<MemberId>)> {
    let rows = Category::ALL.into_iter().map(|category| rows.of(category));
    rows.map(|row| (row.places.iter().map(|place| place.member).collect(), row.cursor)).collect()
}

/// Whether the last sorting of the whole line gave a place, which may be empty.
fn is_ranked(row: &LineRow, number: Place) -> bool {
    row.sorted.is_some_and(|of| (of.first..=of.last).contains(&number))
}

fn ranked(row: &LineRow) -> Vec<MemberId> {
    let places = row.places.iter().filter(|place| is_ranked(row, place.number));
    places.map(|place| place.member).collect()
}

fn tally(of: &paidan::MemberTally) -> TallyView {
    let items = of.items.iter().map(|of| (of.item, of.orders)).collect();
    TallyView { member: of.member, amount: of.amount, items }
}

fn seats(of: &Snapshot) -> [Option<MemberId>; 5] {
    let [first, second] = of.council.comprehensive;
    [of.council.finance, of.council.research, of.council.patent, first, second]
}

fn order(of: &Snapshot, row: &OrderRow) -> OrderView {
    let record = match row {
        OrderRow::Ended(end) => return OrderView::Ended(*end),
        OrderRow::Kept(record) => record,
    };
    OrderView::Kept(Box::new(KeptView {
        terms: record.terms.clone(),
        submitted: record.submitted,
        deposit: record.deposit,
        counted: record.counted,
        barred: record.barred.as_slice().iter().map(|of| (of.member, of.by)).collect(),
        state: state(of, record),
    }))
}

fn state(of: &Snapshot, record: &OrderRecord) -> StateView {
    match record.state {
        OrderState::Held => StateView::Held,
        OrderState::Assigned(giving) => StateView::Assigned(given(of, record, giving)),
        OrderState::Declined(giving) => StateView::Declined(given(of, record, giving)),
        OrderState::Completed(of) => {
            StateView::Completed { member: of.member, due: of.due, recorded: of.recorded }
        }
    }
}

/// The numbers of places are the engine's own; what they mean is who would stand before whom.
fn given(of: &Snapshot, record: &OrderRecord, giving: Giving) -> GivenView {
    let Giving { member, on, basis, moved } = giving;
    let category = of.items.get(record.terms.item.index()).map(|item| item.category);
    let line = category.map(|category| of.lines.of(category));
    let back = moved.zip(line).filter(|(moved, line)| {
        line.places.iter().any(|at| at.member == member && at.number == moved.to)
    });
    let back_behind = back.map(|(moved, line)| {
        let before = line.places.iter().filter(|at| at.member != member && at.number < moved.from);
        u32::try_from(before.count()).expect("a line has few members")
    });
    let back_in_ranking = back.is_some_and(|(moved, line)| is_ranked(line, moved.from));
    GivenView { member, on, basis, back_behind, back_in_ranking }
}
