//! A year of a city: the world goes through the engine, which decides.

use crate::alliance::Alliance;
use crate::doors::reassign::reassign;
use crate::facts::command::{Act, Application, Command};
use crate::facts::finding::{Actor, Disorder, LagFinding, Misconduct, Work};
use crate::facts::member::{Member, Volume};
use crate::facts::order::Order;
use crate::facts::outcome::Outcome;
use crate::facts::policy::Policy;
use crate::facts::refusal::Refusal;
use crate::rules::deposit;
use crate::simulation::agenda::{Agenda, Due, Next};
use crate::simulation::workload::Workload;
use crate::simulation::world::{Asked, Happening, MonthOfOrders, World};
use crate::words::credit_code::CreditCode;
use crate::words::date::{Date, DateError};
use crate::words::id::{MemberId, OrderId};
use crate::words::label::{Name, Text};
use crate::words::list::{List, Set};

/// Why a year could not be run to its end.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SimulationError {
    /// The year of the workload is none that the engine knows.
    #[error("the workload's year: {0}")]
    Year(#[from] DateError),
    /// The workload has more of something than there are credit codes for it.
    #[error("the workload has too many firms")]
    TooMany,
    /// The engine refused a command, which none of the presets lets happen.
    #[error("on {date} a command was refused: {refusal}")]
    Refused {
        /// The date of the command.
        date: Date,
        /// Why.
        refusal: Box<Refusal>,
    },
}

/// Runs the year of a workload under a policy, and shows each command with its outcome.
///
/// The same policy, workload and seed give the same commands on every machine. Under another policy
/// the world is the same: who asks for what and when, who applies, and how the same offer is answered.
/// Gives the alliance as it stands at the end of the year, with what is open then.
///
/// ```
/// use paidan::simulation::{Workload, run};
/// use paidan::{Act, Policy};
/// let mut asked = 0;
/// let alliance = run(&Policy::cixi_2021(), &Workload::small(), 1, |command, _| {
///     asked += u32::from(matches!(command.act, Act::Accept(_)));
/// })?;
/// assert!(asked <= 720 && alliance.accepted_orders() == asked as usize);
/// # Ok::<(), paidan::simulation::SimulationError>(())
/// ```
///
/// # Errors
/// [`SimulationError`].
pub fn run(
    policy: &Policy,
    workload: &Workload,
    seed: u64,
    observe: impl FnMut(&Command, &Outcome),
) -> Result<Alliance, SimulationError> {
    let world = World::new(workload, seed)?;
    let date = Date::from_ymd(workload.year, 1, 1)?;
    let mut year = Year {
        alliance: Alliance::new(policy.clone()),
        outcome: Outcome::new(date),
        observe,
        agenda: Agenda::new(world.days.len()),
        ids: vec![None; world.firms.len()],
        firms: Vec::new(),
        world,
        date,
    };
    year.found()?;
    year.days()?;
    Ok(year.alliance)
}

/// A city in the course of its year.
struct Year<'a, F> {
    alliance: Alliance,
    /// Room for the conclusions of one command.
    outcome: Outcome,
    observe: F,
    world: World<'a>,
    agenda: Agenda,
    /// The members, by the number of the firm.
    ids: Vec<Option<MemberId>>,
    /// The numbers of the firms, by the index of the member.
    firms: Vec<u32>,
    date: Date,
}

impl<F: FnMut(&Command, &Outcome)> Year<'_, F> {
    fn act(&mut self, act: Act) -> Result<(), SimulationError> {
        let command = Command::new(self.date, act);
        if let Err(refusal) = self.alliance.step_into(&command, &mut self.outcome) {
            return Err(SimulationError::Refused { date: self.date, refusal: refusal.into() });
        }
        let firm = |member: MemberId| self.firms.get(member.index()).copied().unwrap_or(u32::MAX);
        for event in &self.outcome.events {
            self.agenda.note(&mut self.world, event, firm);
        }
        (self.observe)(&command, &self.outcome);
        Ok(())
    }

    /// What is there on 1 January.
    fn found(&mut self) -> Result<(), SimulationError> {
        let workload = self.world.workload;
        for number in 0..workload.stations {
            let name = name("服务站", number)?;
            self.act(Act::OpenStation { name })?;
        }
        for item in &workload.items {
            let (name, menu_price) = (item.name.clone(), Some(item.menu_price));
            self.act(Act::ListItem { name, category: item.category, menu_price })?;
        }
        for number in 0..workload.enterprises {
            let (name, code) = (name("企业", number)?, code(ENTERPRISES, number)?);
            self.act(Act::RegisterEnterprise { name, code })?;
        }
        for firm in 0..self.world.founders() {
            self.apply(firm)?;
        }
        self.publish_ranking()
    }

    /// A firm applies, unless the policy would not admit it.
    fn apply(&mut self, number: u32) -> Result<(), SimulationError> {
        let place = usize::try_from(number).unwrap_or(usize::MAX);
        let Some(firm) = self.world.firms.get(place) else { return Ok(()) };
        let volume = u32::from(firm.volume);
        if firm.offers.is_empty() || volume < self.alliance.policy().admission.min_orders {
            return Ok(());
        }
        let offers = Set::try_from(firm.offers.clone()).map_err(|_| SimulationError::TooMany)?;
        let category = firm.category;
        let (name, code) = (name("会员单位", number)?, code(FIRMS, number)?);
        let member = MemberId::nth(self.alliance.members().len());
        if let Some(id) = self.ids.get_mut(place) {
            *id = member;
        }
        self.firms.push(number);
        self.act(Act::Admit(Application { name, code, category, volume, offers }))
    }

    /// The ranking of the year, by the volumes of those who are there; a list has 10 000 at most.
    fn publish_ranking(&mut self) -> Result<(), SimulationError> {
        let members = (0..).map_while(MemberId::nth).zip(&self.firms);
        let volumes = members.map(|(member, firm)| {
            let firm = usize::try_from(*firm).ok().and_then(|firm| self.world.firms.get(firm));
            Volume { member, orders: firm.map_or(0, |firm| u32::from(firm.volume / 2)) }
        });
        let mut volumes: Vec<Volume> = volumes.collect();
        volumes.sort_by_key(|of| core::cmp::Reverse(of.orders));
        volumes.truncate(List::<Volume>::MOST);
        volumes.sort_unstable_by_key(|of| of.member);
        let volumes = List::try_from(volumes).map_err(|_| SimulationError::TooMany)?;
        self.act(Act::PublishRanking { year: self.date.year(), volumes })
    }

    /// Day by day: the month, what befalls members, what is due, the orders that come in.
    fn days(&mut self) -> Result<(), SimulationError> {
        let happenings = core::mem::take(&mut self.world.happenings);
        let mut happenings = happenings.into_iter().peekable();
        let mut asked = MonthOfOrders::new(self.world.days.len());
        self.world.month(0, &mut asked);
        for (place, date) in (0_u16..).zip(self.world.days.clone()) {
            let opens = date.month() != self.date.month();
            (self.date, self.agenda.today) = (date, place);
            if opens {
                self.act(Act::OpenMonth)?;
                self.world.month(date.month_of_year().saturating_sub(1), &mut asked);
            }
            while let Some((_, happening)) = happenings.next_if(|(day, _)| *day <= place) {
                self.befall(happening)?;
            }
            while let Some(due) = self.agenda.take() {
                self.follow(due)?;
            }
            while let Some(order) = asked.next(place) {
                self.accept(order)?;
            }
        }
        Ok(())
    }

    /// A current member by the number of the firm.
    fn member(&self, firm: u32) -> Option<MemberId> {
        let member = self.ids.get(usize::try_from(firm).ok()?).copied().flatten()?;
        self.alliance.member(member).is_some_and(Member::is_current).then_some(member)
    }

    fn is_on_leave(&self, member: MemberId) -> bool {
        self.alliance.member(member).is_some_and(|firm| firm.is_current() && firm.on_leave)
    }

    fn befall(&mut self, happening: Happening) -> Result<(), SimulationError> {
        match happening {
            Happening::Applies(firm) => self.apply(firm),
            Happening::Leaves(firm, days) => {
                let present = self.member(firm).filter(|member| !self.is_on_leave(*member));
                let Some(member) = present else { return Ok(()) };
                self.agenda.put(&self.world, days, Due::EndLeave(member));
                self.act(Act::GrantLeave { member })
            }
            Happening::Withdraws(firm) => {
                let Some(member) = self.member(firm) else { return Ok(()) };
                self.agenda.put(&self.world, 0, Due::Withdraw(member));
                if self.is_on_leave(member) { Ok(()) } else { self.act(Act::GrantLeave { member }) }
            }
            Happening::Misbehaves(firm) => {
                let Some(member) = self.member(firm) else { return Ok(()) };
                let kind = Disorder::ExtraCharges;
                let misconduct = Misconduct::DisorderlyCompetition { kind, verified: true };
                self.act(Act::Expel { member, misconduct, by: Actor::Council })
            }
        }
    }

    fn follow(&mut self, due: Due) -> Result<(), SimulationError> {
        match due {
            Due::Order(order, turns, next) if self.agenda.is_due(order, turns) => {
                self.follow_order(order, next)
            }
            Due::Order(..) => Ok(()),
            Due::EndLeave(member) if self.is_on_leave(member) => self.act(Act::EndLeave { member }),
            Due::EndLeave(_) => Ok(()),
            Due::Withdraw(member) => self.withdraw(member),
        }
    }

    /// A member withdraws, or looks again a week later.
    fn withdraw(&mut self, member: MemberId) -> Result<(), SimulationError> {
        const WEEK: u16 = 7;
        if !self.alliance.member(member).is_some_and(Member::is_current) {
            return Ok(());
        }
        if self.alliance.open_orders_of(member) == 0 {
            return self.act(Act::Withdraw { member });
        }
        self.agenda.put(&self.world, WEEK, Due::Withdraw(member));
        Ok(())
    }

    fn follow_order(&mut self, order: OrderId, next: Next) -> Result<(), SimulationError> {
        let on = self.date;
        self.act(match next {
            Next::Decline(cause) => Act::Decline { order, cause },
            Next::Mediate(result) => Act::Mediate { order, result },
            Next::CallOff => Act::CallOff { order, work: Work::NotBegun },
            Next::Abandon => Act::Abandon { order },
            Next::Fail => Act::Fail { order },
            Next::Complete => Act::Complete { order, on },
            Next::Settle => Act::Settle { order },
            Next::Default => Act::RecordDefault { order },
            Next::Cancel => Act::Cancel { order },
            Next::Lag => {
                let finding = LagFinding::COMPLETE;
                if reassign(&self.alliance, order, &finding, None).is_err() {
                    self.agenda.go_on(&mut self.world, order);
                    return Ok(());
                }
                Act::Reassign { order, finding, to: None }
            }
        })
    }

    /// An order comes in. That of an enterprise on the blacklist is turned away.
    fn accept(&mut self, asked: &Asked) -> Result<(), SimulationError> {
        let Asked { station, enterprise, item, .. } = *asked;
        if self.alliance.enterprise(enterprise).is_some_and(|of| of.blacklisted) {
            let reason = "列入黑名单".parse::<Text>().unwrap_or_default();
            return self.act(Act::RecordTurnedAway { station, enterprise, item, reason });
        }
        let policy = self.alliance.policy();
        let (price, months, covered) = (asked.price, asked.months, asked.covered);
        let ground = || deposit::amount(&policy.deposit, price, months, covered).is_some();
        let mut order = Order::new(station, enterprise, item, price);
        order.ask_deposit = asked.deposit && ground();
        (order.channel, order.months, order.covered) = (asked.channel, months, covered);
        order.conditions.clone_from(&policy.conditions);
        order.designated = asked.designated.and_then(|firm| self.member(firm));
        if let Some(firm) = asked.excluded.and_then(|firm| self.member(firm)) {
            order.excluded = Set::one(firm);
        }
        self.agenda.begin(asked.number, asked.patience);
        self.act(Act::Accept(order))
    }
}

/// Where the credit codes of enterprises and of firms begin.
const ENTERPRISES: u32 = 0;
const FIRMS: u32 = 500_000_000;

fn name(kind: &str, number: u32) -> Result<Name, SimulationError> {
    let name = format!("{kind}{}", number.saturating_add(1));
    name.parse().map_err(|_| SimulationError::TooMany)
}

fn code(first: u32, number: u32) -> Result<CreditCode, SimulationError> {
    let mut code = *b"91330282000000000";
    let mut left = first.checked_add(number).ok_or(SimulationError::TooMany)?;
    for digit in code.iter_mut().skip(8).rev() {
        let last = u8::try_from(left % 10).unwrap_or(0);
        (*digit, left) = (b'0'.saturating_add(last), left / 10);
    }
    if left > 0 {
        return Err(SimulationError::TooMany);
    }
    let code = core::str::from_utf8(&code).unwrap_or_default();
    CreditCode::complete(code).map_err(|_| SimulationError::TooMany)
}
