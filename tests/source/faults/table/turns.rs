//! Of turns, rankings and dispatch.

use super::Fault;

pub const FAULTS: &[Fault] = &[
    Fault {
        name: "A newcomer joins at the front",
        section: "3.3",
        file: "src/parts/line.rs",
        old: "self.members = self.members.saturating_add(1);
        self.take_next(member);
        if self.has_cursor && self.cursor.is_none() {
            self.cursor = Some(member);
        }",
        new: "let order: Vec<_> = core::iter::once(member).chain(self.members()).collect();
        let renumbered = order.into_iter().map(|of| (self.take_number(), of)).collect();
        self.arrange(0, renumbered);
        if self.has_cursor && self.cursor.is_none() {
            self.cursor = Some(member);
        }",
    },
    Fault {
        name: "The cursor goes past the end and does not come round",
        section: "3.4",
        file: "src/parts/line.rs",
        old: "from.iter().chain(before).find_map(|member| *member)",
        new: "from.iter().find_map(|member| *member)",
    },
    Fault {
        name: "A cursor whose member leaves goes to the top",
        section: "3.4",
        file: "src/parts/line.rs",
        old: "self.after(slot).filter(|next| *next != member)",
        new: "self.front().filter(|next| *next != member)",
    },
    Fault {
        name: "A search from the second place does not come round to the first",
        section: "3.4",
        file: "src/parts/line/ready.rs",
        old: "among.first()?",
        new: "among.first().filter(|_| self.start() != 1)?",
    },
    Fault {
        name: "A member goes back to its place although it moved since",
        section: "3.5",
        file: "src/rules/turn.rs",
        old: "(line.place_of(giving.member) == Some(moved.to)).then_some(moved.from)",
        new: "line.place_of(giving.member).map(|_| moved.from)",
    },
    Fault {
        name: "A sort that moves nobody lets a place be given back after it",
        section: "3.5",
        file: "src/parts/line/sorting.rs",
        old: "order.into_iter().map(|member| (self.take_number(), member)).collect()",
        new: "{
            if self.members().eq(order.iter().copied()) {
                self.places().collect()
            } else {
                order.into_iter().map(|member| (self.take_number(), member)).collect()
            }
        }",
    },
    Fault {
        name: "One who stands at the end already is not sent there",
        section: "3.5",
        file: "src/alliance/apply.rs",
        old: "line.send_to_end(member, self.roster.offers(member))",
        new: "{
            if line.members().last() == Some(member) {
                None
            } else {
                line.send_to_end(member, self.roster.offers(member))
            }
        }",
    },
    Fault {
        name: "A designation that uses a turn moves the cursor, too",
        section: "5.1",
        file: "src/rules/turn.rs",
        old: "designation_motion(policy.designation_uses_turn, turn)",
        new: "match (policy.designation_uses_turn, turn) {
            (DesignationUsesTurn::Yes, Turn::Cursor) => Motion::CursorPast,
            (uses_turn, turn) => designation_motion(uses_turn, turn),
        }",
    },
    Fault {
        name: "A correction says of every line that it was sorted",
        section: "3.2",
        file: "src/doors/step/membership.rs",
        old: "turn::is_corrected_by(line, volumes.as_slice())",
        new: "line.members().next().is_some()",
    },
    Fault {
        name: "A correction sorts whoever stands in the line",
        section: "3.2",
        file: "src/parts/line/sorting.rs",
        old: "self.sorted.is_some_and(|of| (of.first..=of.last).contains(&number))",
        new: "true",
    },
    Fault {
        name: "A correction moves one that was just sent to the end",
        section: "3.2",
        file: "src/parts/line/sorting.rs",
        old: "self.sorted.is_some_and(|of| (of.first..=of.last).contains(&number))",
        new: "{
            let is_last = number.saturating_add(1) == self.next;
            is_last || self.sorted.is_some_and(|of| of.first <= number && number <= of.last)
        }",
    },
    Fault {
        name: "A correction gives new numbers, so that nobody goes back",
        section: "3.5",
        file: "src/parts/line/sorting.rs",
        old: "self.arrange(places.len(), places);",
        new: "let members = places.into_iter().map(|(_, member)| member);
        let places: Vec<_> = members.map(|member| (self.take_number(), member)).collect();
        self.arrange(0, places);",
    },
    Fault {
        name: "Under a cursor a correction sorts both sides of it together",
        section: "3.2",
        file: "src/parts/line/sorting.rs",
        old: "cursor.is_none_or(|cursor| *number < cursor)",
        new: "true",
    },
    Fault {
        name: "A correction takes the cursor along with its member",
        section: "3.2",
        file: "src/parts/line/sorting.rs",
        old: "self.cursor = at_cursor.map(|(_, member)| *member);",
        new: "let _ = at_cursor;",
    },
    Fault {
        name: "Held orders are tried from the youngest",
        section: "5.3",
        file: "src/parts/docket.rs",
        old: "self.chained(WAITING)",
        new: "self.chained(WAITING).into_iter().rev().collect()",
    },
    Fault {
        name: "Held orders are not tried when offers are exchanged",
        section: "2.3",
        file: "src/doors/step/membership.rs",
        old: "offers.as_slice().iter().any(is_new)",
        new: "offers.as_slice().len() > self.alliance().roster.offers(member).len()",
    },
    Fault {
        name: "What bars a firm from an order does not go with its code",
        section: "5.2",
        file: "src/rules/eligibility.rs",
        old: "bar_of(search, is_own, || roster.admissions(member))",
        new: "bar_of(search, is_own, || core::iter::once(member))",
    },
    Fault {
        name: "A member that becomes a customer is not seen to be the enterprise itself",
        section: "5.2",
        file: "src/alliance/apply/registers.rs",
        old: "self.registry.add_enterprise(enterprise, self.roster.current_with(code));",
        new: "self.registry.add_enterprise(enterprise, None);",
    },
    Fault {
        name: "The lines are not sorted when turns go back to the top rank",
        section: "13",
        file: "src/doors/step/month.rs",
        old: "next.turn != self.alliance().policy.turn",
        new: "next.turn != self.alliance().policy.turn
            && next.turn != crate::Turn::TopRank",
    },
    Fault {
        name: "A member on leave cannot be designated",
        section: "5.1",
        file: "src/doors/check/intake.rs",
        old: "alliance.roster.current(member).is_none()",
        new: "alliance.roster.current(member).is_none_or(|firm| firm.on_leave)",
    },
    Fault {
        name: "A preview says that a designation never moves the line",
        section: "5.4",
        file: "src/doors/dispatch.rs",
        old: "(turn::motion(policy, basis), counted)",
        new: "{
        let motion = match basis {
            Basis::Designation => Motion::Stays,
            _ => turn::motion(policy, basis),
        };
        (motion, counted)
    }",
    },
    Fault {
        name: "A preview says that every order counts",
        section: "5.4",
        file: "src/doors/dispatch.rs",
        old: "caps::counted(policy.count_designated, basis)",
        new: "Counted::Yes",
    },
];
