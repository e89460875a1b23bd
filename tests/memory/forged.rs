//! What the folds over a ledger keep is by the pairs they read, whatever ids these name.

use allocation_counter::measure;
use paidan::{
    Act, Alliance, Application, Basis, Breach, CapFigures, CapScope, Category, Cause, Command,
    Counted, DueDate, EnterpriseId, Event, Feedback, FeedbackFold, FiguresFold, GoalRegister,
    GoalsFold, Ground, IndicatorFold, ItemId, Language, Loss, Mediation, MemberId, Money, Month,
    Motion, Order, OrderId, Outcome, Place, Policy, Publication, Reach, Registered, Seat, Set,
    Sorting, StatementFold, StationId, TallyEffect, Text, Vacancy, Volume,
};

use super::{accept, code, day, item, name};

/// The last number that an id can have (rules 1.5).
const LAST: u32 = 1_000_000_000;

/// The ids that a forged pair names.
#[derive(Clone, Copy)]
struct Ids {
    station: StationId,
    enterprise: EnterpriseId,
    item: ItemId,
    member: MemberId,
    order: OrderId,
}

impl Ids {
    fn of(number: u32) -> Self {
        Self {
            station: StationId::new(number).expect("an id"),
            enterprise: EnterpriseId::new(number).expect("an id"),
            item: ItemId::new(number).expect("an id"),
            member: MemberId::new(number).expect("an id"),
            order: OrderId::new(number).expect("an id"),
        }
    }

    /// The highest ids of all kinds, and of each kind among those that were given.
    fn forged() -> [Self; 6] {
        let (given, last) = (Self::of(1), Self::of(LAST));
        [
            last,
            Self { station: last.station, ..given },
            Self { enterprise: last.enterprise, ..given },
            Self { item: last.item, ..given },
            Self { member: last.member, ..given },
            Self { order: last.order, ..given },
        ]
    }

    /// Every act of which a fold reads more than its events.
    fn acts(self) -> Vec<Act> {
        let Self { station, enterprise, item, member, order } = self;
        let Act::Accept(terms) = accept(0, Some(member)) else { unreachable!("an order") };
        let volumes = vec![Volume { member, orders: u32::MAX }];
        let rename = |of| Act::Rename { of, name: name("更名") };
        let mut acts = genuine_acts();
        acts.extend([
            Act::OpenMonth,
            Act::Accept(Order { station, enterprise, item, taken_by: Some(member), ..terms }),
            Act::PublishRanking { year: 2025, volumes: volumes.try_into().expect("short") },
            Act::AdoptPolicy { month: next_month(), policy: Box::new(Policy::cixi_2021()) },
            Act::Abandon { order },
            Act::RecordDefault { order },
            Act::Mediate { order, result: Mediation::DidNotComply },
            Act::RecordConsultation { station, enterprise, text: Text::default() },
            rename(Registered::Station(station)),
            rename(Registered::Item(item)),
            rename(Registered::Enterprise(enterprise)),
            rename(Registered::Member(member)),
        ]);
        acts
    }

    /// What happens to an order.
    fn of_orders(self, due: DueDate) -> Vec<Event> {
        let Self { order, member, .. } = self;
        let amount = Money::ZERO;
        let mut events = vec![Event::Accepted { order, deposit: amount }, Event::Held { order }];
        for motion in [Motion::ToEnd, Motion::CursorPast, Motion::Stays] {
            for basis in [Basis::Designation, Basis::Turn, Basis::Named] {
                let counted = Counted::Yes;
                events.push(Event::Dispatched { order, member, basis, motion, counted });
            }
        }
        let places = [Place::MIN, Place::MAX];
        events.extend(places.map(|place| Event::WentBack { order, member, place }));
        events.extend([
            Event::CameOff { order, member, tally: TallyEffect::ComesOff },
            Event::Declined { order, member, cause: Cause::None },
            Event::Declined { order, member, cause: Cause::Justified },
            Event::CauseFound { order, member },
            Event::Resumed { order, member },
            Event::Barred { order, member, by: Loss::Declined },
            Event::BarLifted { order, member },
            Event::Reassigned { order, from: member, to: member },
            Event::RunRaised { order, member, run: u32::MAX },
            Event::Completed { order, member, due },
            Event::FeedbackRecorded { order, feedback: Feedback::Complaint },
            Event::DepositCounted { order, amount },
            Event::DepositReturned { order, amount },
            Event::DepositForfeited { order, amount },
        ]);
        events
    }

    /// How an order ends.
    fn ends(self) -> Vec<Event> {
        let Self { order, enterprise, .. } = self;
        vec![
            Event::Blacklisted { enterprise },
            Event::BlacklistingLifted { enterprise },
            Event::Abandoned { order },
            Event::Defaulted { order },
            Event::Settled { order },
            Event::Failed { order },
            Event::Cancelled { order },
            Event::CalledOff { order },
        ]
    }

    /// What happens to a member.
    fn of_members(self) -> Vec<Event> {
        let Self { item, member, .. } = self;
        let item = CapFigures::Item { item, own: u32::MAX, whole: u32::MAX };
        let seat = Seat::Research;
        let mut events = vec![Event::Admitted { member }, Event::OffersChanged { member }];
        for category in Category::ALL {
            events.push(Event::JoinedLine { member, category });
            events.push(Event::LineSorted { category, sorting: Sorting::Whole });
            events.push(Event::LineSorted { category, sorting: Sorting::Correction });
        }
        for publication in [Publication::First, Publication::Correction] {
            events.push(Event::RankingPublished { year: 9_999, publication });
        }
        events.extend([
            Event::CapReached { member, cap: item, reach: Reach::Above },
            Event::Suspended { member, scope: CapScope::Item, cap: item },
            Event::LeaveGranted { member },
            Event::LeaveEnded { member },
            Event::RunEnded { member },
            Event::Notified { member },
            Event::SeatTaken { member, seat },
            Event::SeatVacated { member, seat, vacancy: Vacancy::Left },
            Event::BreachRecorded { member, kind: Breach::Absence },
            Event::Withdrawn { member },
            Event::Expelled { member, ground: Ground::OtherAct },
        ]);
        events.extend(Category::ALL.map(|category| Event::LeftLine { member, category }));
        events
    }

    /// What happens to all that is registered, and to the month and its policy.
    fn of_registers(self) -> Vec<Event> {
        let Self { station, enterprise, item, .. } = self;
        let (from, month) = (day(), next_month());
        let mut events = vec![
            Event::StationOpened { station },
            Event::StationClosed { station },
            Event::StationReopened { station },
            Event::ItemListed { item },
            Event::MenuPriceSet { item },
            Event::ItemDelisted { item },
            Event::ItemRelisted { item },
            Event::EnterpriseRegistered { enterprise },
            Event::DutyPublished { station },
            Event::DutyShort { station, from, found: u8::MAX, needed: u8::MAX },
            Event::TrainingRecorded { station },
            Event::ConsultationRecorded { station, enterprise },
            Event::TurnedAway { station, enterprise, item },
            Event::CalendarAdopted,
            Event::RunsReset { year: 9_999 },
            Event::PolicyAdopted { month },
            Event::PolicyInForce { month },
        ];
        let named = [
            Registered::Station(station),
            Registered::Item(item),
            Registered::Enterprise(enterprise),
            Registered::Member(self.member),
        ];
        events.extend(named.map(|of| Event::Renamed { of }));
        events
    }
}

fn next_month() -> Month {
    day().month().next().expect("a month")
}

/// A station, an item, an enterprise, a member and an order.
fn genuine_acts() -> Vec<Act> {
    let category = Category::Research;
    vec![
        Act::OpenStation { name: name("服务站") },
        Act::ListItem { name: name("服务事项"), category, menu_price: None },
        Act::RegisterEnterprise { name: name("企业"), code: code(0) },
        Act::Admit(Application {
            name: name("会员单位"),
            code: code(1),
            category,
            volume: 5,
            offers: Set::one(item(0)),
        }),
        accept(0, None),
    ]
}

fn genuine() -> (Vec<(Command, Outcome)>, DueDate) {
    let mut alliance = Alliance::new(Policy::cixi_2021());
    let mut act = |act: Act| {
        let command = Command::new(day(), act);
        let outcome = alliance.step(&command).expect("accepted");
        (command, outcome)
    };
    let history = genuine_acts().into_iter().map(&mut act).collect();
    let (_, completed) = act(Act::Complete { order: Ids::of(1).order, on: day() });
    let due = completed.events.iter().find_map(|event| match *event {
        Event::Completed { due, .. } => Some(due),
        _ => None,
    });
    (history, due.expect("a day"))
}

/// A genuine history, and after it each act with all forged events.
fn history() -> Vec<(Command, Outcome)> {
    let (mut history, due) = genuine();
    for ids in Ids::forged() {
        let groups = [ids.of_members(), ids.of_orders(due), ids.of_registers(), ids.ends()];
        let events = groups.concat();
        for act in ids.acts() {
            let outcome = Outcome { events: events.clone(), ..Outcome::new(day()) };
            history.push((Command::new(day(), act), outcome));
        }
    }
    history
}

/// The most that some work held at once.
fn peak(work: impl FnOnce()) -> u64 {
    measure(work).bytes_max
}

/// All folds, to the text of what they come to.
fn folds(history: &[(Command, Outcome)]) -> [(&'static str, u64); 5] {
    let (from, to) = (day(), day());
    let pairs = || history.iter();
    let statement = peak(|| {
        let mut fold = StatementFold::new(day().month(), &Policy::cixi_2021());
        pairs().for_each(|(command, outcome)| fold.add(command, outcome));
        let statement = fold.finish().expect("the month");
        drop((statement.to_string(), statement.for_public().in_language(Language::Chinese)));
    });
    let indicator = peak(|| {
        let mut fold = IndicatorFold::new(from, to);
        pairs().for_each(|(command, outcome)| fold.add(command, outcome));
        drop(fold.finish());
    });
    let feedback = peak(|| {
        let mut fold = FeedbackFold::new(from, to);
        pairs().for_each(|(command, outcome)| fold.add(command, outcome));
        drop(fold.finish().to_string());
    });
    let goals = peak(|| {
        for station in [1, LAST].map(|number| Ids::of(number).station) {
            let mut fold = GoalsFold::new(station, from, to, GoalRegister::default());
            pairs().for_each(|(command, outcome)| fold.add(command, outcome));
            drop(fold.finish().to_string());
        }
    });
    let figures = peak(|| {
        let mut fold = FiguresFold::new(&Policy::cixi_2021());
        pairs().for_each(|(command, outcome)| fold.add(command, outcome));
        let figures = fold.finish();
        drop((figures.waits_in(day().month()), figures.waiting(), figures.days_to_member()));
    });
    [
        ("statement", statement),
        ("indicator", indicator),
        ("feedback", feedback),
        ("goals", goals),
        ("figures", figures),
    ]
}

/// An entry for each id up to the last would take a gigabyte for each of its bytes.
#[test]
fn forged_pairs_take_memory_by_what_was_read() {
    let history = history();
    let events: usize = history.iter().map(|(_, outcome)| outcome.events.len()).sum();
    let most = 1_024 * u64::try_from(events).expect("few");
    for (fold, bytes) in folds(&history) {
        assert!(bytes <= most, "the {fold} takes {bytes} bytes of {events} events");
    }
}

/// One command adopts one policy, however many months an outcome says.
#[test]
fn one_command_brings_one_policy() {
    let mut policy = Policy::cixi_2021();
    let conditions = (0..1_000).map(|of| format!("条件{of}").parse().expect("a condition"));
    policy.conditions = Set::try_from(conditions.collect::<Vec<_>>()).expect("a short list");
    let act = Act::AdoptPolicy { month: next_month(), policy: Box::new(policy) };
    let months = (2026..=2125).flat_map(|year| (1..=12).map(move |of| Month::new(year, of)));
    let adopted = months.map(|month| Event::PolicyAdopted { month: month.expect("a month") });
    let outcome = Outcome { events: adopted.collect(), ..Outcome::new(day()) };
    let bytes = peak(|| {
        let mut fold = StatementFold::new(day().month(), &Policy::cixi_2021());
        fold.add(&Command::new(day(), act.clone()), &outcome);
        drop(fold);
    });
    assert!(bytes <= 1 << 20, "{bytes} bytes of one policy");
}

/// One command admits one firm and states one set of offers, however many an outcome says; and months
/// follow each other, of which one that has nothing takes little.
#[test]
fn one_command_brings_one_list() {
    const EVENTS: usize = 1_000;
    let offers: Vec<_> = (0..10_000).map(item).collect();
    let offers = Set::try_from(offers).expect("a short list");
    let (category, volume) = (Category::Research, 5);
    let firm = Application { name: name("会员单位"), code: code(1), category, volume, offers };
    let admitted = |of: u32| Event::Admitted { member: MemberId::new(of + 1).expect("an id") };
    let members =
        Outcome { events: (0..).take(EVENTS).map(admitted).collect(), ..Outcome::new(day()) };
    let months = (2026..=2125).flat_map(|year| (1..=12).map(move |of| Month::new(year, of)));
    let months = months.map(|month| month.expect("a month"));
    let opened = months.flat_map(|month| [Event::MonthOpened { month }; 2]);
    let opened = Outcome { events: opened.collect(), ..Outcome::new(day()) };
    let history = [
        (Command::new(day(), Act::Admit(firm)), members),
        (Command::new(day(), Act::OpenMonth), opened),
    ];
    let bytes = peak(|| {
        let mut fold = FiguresFold::new(&Policy::cixi_2021());
        history.iter().for_each(|(command, outcome)| fold.add(command, outcome));
        assert_eq!(fold.finish().months.len(), 1_200);
    });
    let events = history.iter().map(|(_, outcome)| outcome.events.len() as u64).sum::<u64>();
    assert!(bytes <= 2_048 * events, "{bytes} bytes of {events} events");
}
