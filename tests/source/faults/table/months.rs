//! Of months, tallies, caps and the guard.

use super::Fault;

pub const FAULTS: &[Fault] = &[
    Fault {
        name: "The first order of a month counts whatever the option says",
        section: "6.1",
        file: "src/doors/step/intake.rs",
        old: "booking(self.course.policy(), basis, settled)",
        new: "{
            let first = settled.is_none() && self.alliance().tally.orders() == 0;
            let settled = if first { Some(Counted::Yes) } else { settled };
            booking(self.course.policy(), basis, settled)
        }",
    },
    Fault {
        name: "A call-off leaves the tallies as they are",
        section: "6.2",
        file: "src/doors/step/work.rs",
        old: "self.come_off(order, giving)?;
        self.go_back(order, giving)?;
        self.emit(Event::CalledOff { order })?;",
        new: "let (member, tally) = (giving.member, crate::TallyEffect::Stays);
        self.emit(Event::CameOff { order, member, tally })?;
        self.go_back(order, giving)?;
        self.emit(Event::CalledOff { order })?;",
    },
    Fault {
        name: "A cap is reached only above the share",
        section: "6.3",
        file: "src/rules/caps.rs",
        old: "share.reached_by(own, whole)",
        new: "share.exceeded_by(own, whole)",
    },
    Fault {
        name: "The amount in all is judged without what members gone still have",
        section: "6.3",
        file: "src/rules/caps.rs",
        old: "(figures.tally.amount_of(member), figures.tally.amount())",
        new: "{
        let is_gone = |of: &MemberId| figures.roster.current(*of).is_none();
        let gone = figures.tally.members().into_iter().filter(is_gone);
        let theirs = gone.fold(Money::ZERO, |sum, of| sum.plus(figures.tally.amount_of(of)));
        (figures.tally.amount_of(member), figures.tally.amount().above(theirs))
    }",
    },
    Fault {
        name: "A month is judged under the policy that begins after it",
        section: "1.3",
        file: "src/doors/step/month.rs",
        old: "caps::reached(&self.alliance().figures(), &mut judged, member)",
        new: "{
                let (now, next) = (&self.alliance().policy, self.command.date.month());
                let policy = &self.alliance().pending.get(&next).unwrap_or(now).caps;
                let figures = caps::MonthlyFigures { policy, ..self.alliance().figures() };
                caps::reached(&figures, &mut judged, member)
            }",
    },
    Fault {
        name: "A suspension has the scope of the policy that begins after it",
        section: "6.4",
        file: "src/doors/step/month.rs",
        old: "self.alliance().policy.caps.scope",
        new: "{
                let (now, next) = (&self.alliance().policy, self.command.date.month());
                self.alliance().pending.get(&next).unwrap_or(now).caps.scope
            }",
    },
    Fault {
        name: "A suspension from all items in December lasts through January",
        section: "6.4",
        file: "src/alliance/apply.rs",
        old: "self.end_suspensions()",
        new: "{
            let all = self.suspensions.as_slice().to_vec();
            self.end_suspensions();
            let is_december = command.date.month().of_year() == 1;
            for lasting in all.into_iter().filter(|of| is_december && of.item.is_none()) {
                self.add_suspension(lasting);
            }
        }",
    },
    Fault {
        name: "Who is no longer suspended gets nothing until its offers change",
        section: "6.4",
        file: "src/alliance/apply.rs",
        old: "for suspension in self.suspensions.end_all() {
            self.refresh_suspended(suspension);
        }",
        new: "let _ = self.suspensions.end_all();",
    },
    Fault {
        name: "The guard counts an order that is being reassigned twice",
        section: "6.5",
        file: "src/rules/caps.rs",
        old: "if search.is_tallied { (0, Money::ZERO) } else { (1, price) }",
        new: "(1, price)",
    },
    Fault {
        name: "Where nobody passes the guard the order is held",
        section: "6.5",
        file: "src/doors/dispatch.rs",
        old: "Some(choose_guarded(alliance, search, guard, member, eligible))",
        new: "{
            let found = choose_guarded(alliance, search, guard, member, eligible);
            Some(found).filter(|found| found.basis == Basis::Turn)
        }",
    },
    Fault {
        name: "Few members: who is suspended and has no order does not count for the amount",
        section: "6.3",
        file: "src/doors/step/month.rs",
        old: "Judged::of(&self.alliance().figures())",
        new: "{
            let mut roster = self.alliance().roster.clone();
            for of in self.alliance().suspensions.as_slice() {
                roster.set_on_leave(of.member, true);
            }
            let figures = self.alliance().figures();
            Judged::of(&caps::MonthlyFigures { roster: &roster, ..figures })
        }",
    },
    Fault {
        name: "Few members: who is on leave counts for what it offers",
        section: "6.3",
        file: "src/rules/caps.rs",
        old: "self.roster.offering(item)",
        new: "{
            let offers = |of: &&crate::Member| of.is_current() && of.offers.contains(&item);
            let offering = self.roster.members().iter().filter(offers).count();
            u32::try_from(offering).unwrap_or(u32::MAX)
        }",
    },
    Fault {
        name: "Few members: who has an order of an item it does not offer is not counted",
        section: "6.3",
        file: "src/rules/caps.rs",
        old: "firm.is_some_and(|firm| firm.on_leave || !firm.offers.contains(&item))",
        new: "firm.is_some_and(|firm| firm.on_leave && firm.offers.contains(&item))",
    },
    Fault {
        name: "Few members: who offers an item and has an order of it counts twice",
        section: "6.3",
        file: "src/rules/caps.rs",
        old: "firm.on_leave || !firm.offers.contains(&item)",
        new: "firm.is_current()",
    },
    Fault {
        name: "Few members: one that left with an order counts for the item",
        section: "6.3",
        file: "src/rules/caps.rs",
        old: "self.roster.current(member)",
        new: "self.roster.member(member)",
    },
    Fault {
        name: "Few members: one that left with an order does not count for the amount",
        section: "6.3",
        file: "src/rules/caps.rs",
        old: "firm.is_some_and(|firm| !firm.is_present())",
        new: "firm.is_some_and(|firm| firm.is_current() && firm.on_leave)",
    },
    Fault {
        name: "The share of an item is guarded however few its members",
        section: "6.5",
        file: "src/rules/caps.rs",
        old: "figures.item_has_enough(search.item)",
        new: "true",
    },
];
