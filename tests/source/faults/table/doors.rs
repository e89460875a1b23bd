//! Of what is let in: a snapshot, or an outcome, that no history has.

use super::Fault;

pub const FAULTS: &[Fault] = &[
    Fault {
        name: "A snapshot may have an order with one that is excluded from it",
        section: "5.2",
        file: "src/alliance/invariants/work.rs",
        old: "record.terms.excluded.as_slice().iter().any(|member| is_it(*member))",
        new: "false",
    },
    Fault {
        name: "A snapshot may have a firm back on the day on which it withdrew",
        section: "2.1",
        file: "src/alliance/invariants.rs",
        old: "!admission::may_come_back(on, last.month())",
        new: "false",
    },
    Fault {
        name: "A snapshot may have a firm barred from an order under two ids",
        section: "7.8",
        file: "src/alliance/invariants/work.rs",
        old: "firms.insert(firm.code)",
        new: "(firms.insert(firm.code) || true)",
    },
    Fault {
        name: "An outcome may give an order to one on leave",
        section: "2.5",
        file: "src/doors/replay.rs",
        old: "self.alliance.lines.of(search.category).is_ready(member, search.item)",
        new: "(self.alliance.roster.current(member).is_some()
                && self.alliance.roster.offers_item(member, search.item)
                && self.alliance.suspensions.of(member, search.item).is_none())",
    },
    Fault {
        name: "An outcome may hold an order that somebody can have",
        section: "5.3",
        file: "src/doors/replay.rs",
        old: "self.told(order, search).or_else(|| self.anybody(order, search))",
        new: "self.told(order, search)",
    },
];
