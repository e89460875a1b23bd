//! The faults, each with the code it stands in for. A fault's number is its place, from 1.

/// A fault: where the engine says `old`, a copy of it says `new`.
pub struct Fault {
    /// What goes wrong, in plain words.
    pub name: &'static str,
    /// The section of the rules that it breaks.
    pub section: &'static str,
    pub file: &'static str,
    /// An expression, or statements, that the file has once.
    pub old: &'static str,
    pub new: &'static str,
}

/// In the order of turns, held orders, months, work, exits and the house.
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
        file: "src/parts/line.rs",
        old: "self.end = core::mem::take(&mut self.rest);",
        new: "self.end = core::mem::take(&mut self.rest);
        if self.end == 1 {
            return None;
        }",
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
        file: "src/parts/line.rs",
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
        name: "A correction sorts every line",
        section: "3.2",
        file: "src/doors/step/membership.rs",
        old: "publication == Publication::First
                || turn::is_reordered(line, roster, volumes.as_slice())",
        new: "publication == Publication::First || line.members().next().is_some()",
    },
    Fault {
        name: "A correction is compared with the line's motion, not with the figures before",
        section: "3.2",
        file: "src/rules/turn.rs",
        old: "roster.in_rank_order(line.members())",
        new: "line.members().collect::<Vec<_>>()",
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
        old: "roster.admissions(member).find_map(lost)",
        new: "lost(member)",
    },
    Fault {
        name: "A member that becomes a customer is not seen to be the enterprise itself",
        section: "5.2",
        file: "src/alliance/apply.rs",
        old: "self.registry.add_enterprise(enterprise, self.roster.current_with(code));",
        new: "self.registry.add_enterprise(enterprise, None);",
    },
    Fault {
        name: "The first order of a month counts whatever the option says",
        section: "6.1",
        file: "src/doors/step/intake.rs",
        old: "caps::counted(policy.count_designated, basis)",
        new: "{
            if self.alliance().tally.orders() == 0 {
                Counted::Yes
            } else {
                caps::counted(policy.count_designated, basis)
            }
        }",
    },
    Fault {
        name: "A call-off leaves the tallies as they are",
        section: "6.2",
        file: "src/doors/step/work.rs",
        old: "self.come_off(order, giving)?;
        self.go_back(order, giving)?;
        self.emit(Event::Cancelled { order })?;",
        new: "let (member, tally) = (giving.member, crate::cap::TallyEffect::Stays);
        self.emit(Event::CameOff { order, member, tally })?;
        self.go_back(order, giving)?;
        self.emit(Event::Cancelled { order })?;",
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
        file: "src/doors/step/month.rs",
        old: "caps::reached(&policy, &self.alliance().tally, member)",
        new: "{
            let mut tally = self.alliance().tally.clone();
            for gone in tally.members() {
                if self.alliance().roster.current(gone).is_none() {
                    for (item, _) in tally.items_of(gone) {
                        tally.remove(gone, item, tally.amount_of(gone));
                        tally.add(gone, item, 1, crate::money::Money::ZERO);
                    }
                }
            }
            caps::reached(&policy, &tally, member)
        }",
    },
    Fault {
        name: "A month is judged under the policy that begins after it",
        section: "1.3",
        file: "src/doors/step/month.rs",
        old: "self.alliance().policy.caps",
        new: "{
            let (now, next) = (&self.alliance().policy, self.command.date.month());
            self.alliance().pending.get(&next).unwrap_or(now).caps
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
        old: "passing.map_or(lifted, |member| Dispatch::Given { member, basis: Basis::Turn })",
        new: "passing.map_or(Dispatch::Held, |member| Dispatch::Given {
            member,
            basis: Basis::Turn,
        })",
    },
    Fault {
        name: "A fee is due a day early where the day would be a holiday",
        section: "7.3",
        file: "src/rules/settlement.rs",
        old: "calendar.working_day_from(on, policy.days.get())",
        new: "{
            let days = policy.days.get();
            let day = on.naive() + chrono::Days::new(days.into());
            let is_holiday = Date::try_from(day).is_ok_and(|of| calendar.holidays.contains(&of));
            calendar.working_day_from(on, days.saturating_sub(u16::from(is_holiday)))
        }",
    },
    Fault {
        name: "A default can be recorded on the day on which the completion was",
        section: "7.4",
        file: "src/rules/settlement.rs",
        old: "due.is_before(date) && recorded < date",
        new: "due.is_before(date)",
    },
    Fault {
        name: "Who abandons a declined order that has a deposit is blacklisted",
        section: "7.4",
        file: "src/doors/step/work.rs",
        old: "matches!(record.state, OrderState::Declined(_))",
        new: "matches!(record.state, OrderState::Declined(_)) && deposit.is_zero()",
    },
    Fault {
        name: "The member that the platform names may be suspended",
        section: "8.2",
        file: "src/doors/reassign.rs",
        old: "fails(alliance, search, member)",
        new: "fails(alliance, search, member)
            .filter(|standing| !matches!(standing, Standing::Suspended { .. }))",
    },
    Fault {
        name: "A run that is past the limit already makes nobody leave",
        section: "8.3",
        file: "src/rules/reassignment.rs",
        old: "run >= limit.get()",
        new: "run == limit.get()",
    },
    Fault {
        name: "January does not end the runs",
        section: "8.3",
        file: "src/alliance/apply.rs",
        old: "self.roster.reset_runs()",
        new: "()",
    },
    Fault {
        name: "A run is ended by somebody else's completed order",
        section: "8.3",
        file: "src/alliance/apply.rs",
        old: "self.roster.set_run(member, 0)",
        new: "self.roster.reset_runs()",
    },
    Fault {
        name: "A run is shed by leaving and coming back",
        section: "2.1",
        file: "src/parts/roster.rs",
        old: "(member.run, member.notice) = (last.run, last.notice);",
        new: "member.notice = last.notice;",
    },
    Fault {
        name: "A third of the price is rounded down",
        section: "9",
        file: "src/rules/deposit.rs",
        old: "price.amount().third()",
        new: "Money::from_fen(price.amount().fen() / 3)",
    },
    Fault {
        name: "An excess of just the margin is ground for a deposit",
        section: "9",
        file: "src/rules/deposit.rs",
        old: "u128::from(excess.fen()).wrapping_mul(10_000) > limit",
        new: "u128::from(excess.fen()).wrapping_mul(10_000) >= limit && !excess.is_zero()",
    },
    Fault {
        name: "A notice of the same day counts",
        section: "10.1",
        file: "src/rules/exit.rs",
        old: "(1..=NOTICE_DAYS)",
        new: "(0..=NOTICE_DAYS)",
    },
    Fault {
        name: "An exit forgets the declined orders but the one that was mediated",
        section: "10.2",
        file: "src/doors/step/work.rs",
        old: "record.and_then(|record| record.state.open())",
        new: "record.and_then(|record| match record.state {
                OrderState::Declined(giving) => {
                    let mediated = |act: &crate::command::Act| {
                        matches!(act, crate::command::Act::Mediate { order: of, .. } if *of == order)
                    };
                    mediated(&self.command.act).then_some(giving)
                }
                state => state.open(),
            })",
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
        name: "The lines are not sorted when turns go back to the top rank",
        section: "13",
        file: "src/doors/step/month.rs",
        old: "next.turn != self.alliance().policy.turn",
        new: "next.turn != self.alliance().policy.turn
            && next.turn != crate::policy::Turn::TopRank",
    },
    Fault {
        name: "An order that ends hides another whose record lay beside it",
        section: "7.1",
        file: "src/parts/seats.rs",
        old: "self.distance(self.home(other), place) >= self.distance(hole, place)",
        new: "self.distance(self.home(other), place) > self.distance(hole, place)",
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
        name: "As many months as the policy's are a long term",
        section: "9",
        file: "src/rules/deposit.rs",
        old: "(months > policy.months.get())",
        new: "(months >= policy.months.get())",
    },
    Fault {
        name: "A notice counts a day longer",
        section: "10.1",
        file: "src/rules/exit.rs",
        old: "date.naive().signed_duration_since(notice.naive()).num_days()",
        new: "{
            let days = date.naive().signed_duration_since(notice.naive()).num_days();
            if days == NOTICE_DAYS + 1 { NOTICE_DAYS } else { days }
        }",
    },
];
