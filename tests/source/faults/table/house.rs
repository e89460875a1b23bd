//! Of what is registered, members, the council and the stations.

use super::Fault;

pub const FAULTS: &[Fault] = &[
    Fault {
        name: "A run is shed by leaving and coming back",
        section: "2.1",
        file: "src/parts/roster.rs",
        old: "(member.run, member.notice) = (last.run, last.notice);",
        new: "member.notice = last.notice;",
    },
    Fault {
        name: "A seat lost for a breach is forgotten when the firm comes back",
        section: "11",
        file: "src/parts/roster.rs",
        old: "(member.seat_lost, member.seat_given_up) = (last.seat_lost, last.seat_given_up);",
        new: "member.seat_given_up = last.seat_given_up;",
    },
    Fault {
        name: "A duty period shorter than the duty days falls short all the same",
        section: "12.1",
        file: "src/rules/duty.rs",
        old: "least.min(run.len())",
        new: "least",
    },
    Fault {
        name: "A firm may come back in the month after that in which it withdrew",
        section: "2.1",
        file: "src/rules/admission.rs",
        old: "now == on.month() || now.follows(on.month())",
        new: "now == on.month()",
    },
    Fault {
        name: "The menu's own price is too high",
        section: "4",
        file: "src/rules/intake.rs",
        old: "price > menu",
        new: "price >= menu",
    },
    Fault {
        name: "What is recorded may have happened later",
        section: "1.4",
        file: "src/rules/time.rs",
        old: "occurred > date",
        new: "false",
    },
    Fault {
        name: "A closed station accepts orders",
        section: "1.10",
        file: "src/doors/check/intake.rs",
        old: "intake::is_open(order.station, station)?;",
        new: "let _ = station;",
    },
    Fault {
        name: "A closed station publishes its duty days",
        section: "1.10",
        file: "src/doors/check/house.rs",
        old: "intake::is_open(station, alliance.known_station(station)?)?;",
        new: "alliance.known_station(station)?;",
    },
    Fault {
        name: "An item off the menu gets orders",
        section: "1.10",
        file: "src/doors/check/intake.rs",
        old: "intake::is_on_menu(item, listed)?;",
        new: "let _ = listed;",
    },
    Fault {
        name: "A member that is renamed keeps its name",
        section: "1.10",
        file: "src/alliance/apply/registers.rs",
        old: "self.roster.rename(member, name)",
        new: "()",
    },
    Fault {
        name: "A member on leave is given orders by turn",
        section: "2.5",
        file: "src/alliance/apply.rs",
        old: "!self.roster.is_on_leave(member)",
        new: "true",
    },
    Fault {
        name: "A member on leave may be named in a reassignment",
        section: "2.5",
        file: "src/doors/dispatch.rs",
        old: "eligibility::is_on_leave(&alliance.roster, member)",
        new: "false",
    },
    Fault {
        name: "Who goes on leave goes to the end of its lines",
        section: "2.5",
        file: "src/alliance/apply/registers.rs",
        old: "self.roster.set_on_leave(member, on_leave);",
        new: "for category in self.lines.with(member) {
            let offers = self.roster.offers(member).to_vec();
            self.lines.of_mut(category).send_to_end(member, &offers);
        }
        self.roster.set_on_leave(member, on_leave);",
    },
    Fault {
        name: "A leave does not end with the alliance",
        section: "2.5",
        file: "src/parts/roster.rs",
        old: "firm.on_leave &= firm.is_current();",
        new: "let _ = firm;",
    },
    Fault {
        name: "When a leave ends no held order is tried",
        section: "2.5",
        file: "src/doors/step/membership.rs",
        old: "self.emit(Event::LeaveEnded { member })?;
        self.try_held()",
        new: "self.emit(Event::LeaveEnded { member })",
    },
    Fault {
        name: "An enterprise has a say of an order that waits",
        section: "12.5",
        file: "src/doors/check/house.rs",
        old: "record.is_some_and(|record| record.state == OrderState::Held)",
        new: "record.is_some_and(|_| false)",
    },
    Fault {
        name: "A complaint may say nothing",
        section: "12.5",
        file: "src/doors/check/house.rs",
        old: "feedback == Feedback::Complaint && text.is_empty()",
        new: "false",
    },
    Fault {
        name: "A day from Monday to Friday may be a make-up day",
        section: "1.9",
        file: "src/doors/check/conduct.rs",
        old: "calendar.make_up_day_in_week()",
        new: "None",
    },
];
