//! The monthly statement as plain text: one section a subject, the same in every language.

use core::fmt::{self, Write};

use crate::facts::cap::CapFigures;
use crate::facts::register::Registered;
use crate::record::indicator::IndicatorFigures;
use crate::record::statement::Statement;
use crate::record::statement::entries::{Customer, ExitKind, HeldEntry, RegisterKind};
use crate::text::statement::words::{Section, Words};
use crate::text::table::{self, per_cent, printable};
use crate::text::{Language, feedback};
use crate::words::date::Date;
use crate::words::id::{EnterpriseId, IdKind, ItemId, MemberId, StationId};
use crate::words::label::Name;

mod en;
mod words;
mod zh;

impl Statement {
    /// The whole statement as plain text.
    pub fn in_language(&self, language: Language) -> String {
        let words = match language {
            Language::English => &en::WORDS,
            Language::Chinese => &zh::WORDS,
        };
        let mut page = Page { statement: self, words, out: (words.title)(self) };
        page.out.push('\n');
        page.standing();
        page.giving();
        page.caps();
        page.orders();
        page.stations();
        page.membership();
        page.offices();
        page.registers();
        page.checkpoint();
        page.out
    }
}

impl fmt::Display for Statement {
    /// The English text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_language(Language::English))
    }
}

/// The page that is being written.
struct Page<'a> {
    statement: &'a Statement,
    words: &'static Words,
    out: String,
}

impl Page<'_> {
    fn section(&mut self, section: &Section, rows: &[Vec<String>]) {
        let none = if rows.is_empty() { section.none } else { "" };
        self.table(section.title, none, section.head, rows);
    }

    fn table(&mut self, title: &str, none: &str, head: &[&str], rows: &[Vec<String>]) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.out, "\n{title}");
        if rows.is_empty() {
            let _ = writeln!(self.out, "  {none}");
        } else {
            table::write(&mut self.out, head, rows);
        }
    }

    /// The lines, and what moved them.
    fn standing(&mut self) {
        let words = self.words;
        for line in &self.statement.lines {
            let places = (1..).zip(&line.places);
            let rows: Vec<Vec<String>> = places
                .map(|(place, of): (u32, _)| {
                    let mark = if line.cursor == Some(of.member) { words.cursor } else { "" };
                    let member = self.member(of.member);
                    vec![place.to_string(), member, of.volume.to_string(), mark.into()]
                })
                .collect();
            let title = (words.line)(line.category, self.statement.ranked);
            self.table(&title, words.nobody, words.line_head, &rows);
        }
        let rankings = self.statement.rankings.iter().map(|of| {
            let (what, lines) =
                ((words.publication)(of.publication), (words.categories)(&of.sorted));
            vec![self.date(of.on, of.occurred), of.year.to_string(), what.into(), lines]
        });
        self.section(&words.rankings, &rankings.collect::<Vec<_>>());
    }

    /// Who was given what, and what came off again.
    fn giving(&mut self) {
        let words = self.words;
        let dispatches = self.statement.dispatches.iter().map(|of| {
            let basis = of.basis.in_language(words.language);
            vec![
                self.date(of.on, of.occurred),
                of.order.to_string(),
                self.item(of.item),
                self.customer(&of.customer),
                of.price.to_string(),
                self.member(of.member),
                basis,
                (words.counted)(of.counted).into(),
            ]
        });
        self.section(&words.dispatches, &dispatches.collect::<Vec<_>>());
        let losses = self.statement.losses.iter().map(|of| {
            vec![
                self.date(of.on, of.occurred),
                of.order.to_string(),
                self.member(of.member),
                (words.loss)(of.by).into(),
                (words.tally)(of.tally).into(),
                (words.went_back)(of.went_back).into(),
            ]
        });
        self.section(&words.losses, &losses.collect::<Vec<_>>());
    }

    /// Shares, caps and suspensions.
    fn caps(&mut self) {
        let words = self.words;
        let shares = self.statement.shares.iter().map(|of| self.share(of.member, of.figures));
        self.section(&words.shares, &shares.collect::<Vec<_>>());
        let reached = self.statement.reached.iter().map(|of| {
            let mut row = self.share(of.member, of.cap);
            row.push((words.reach)(of.reach).into());
            row
        });
        self.section(&words.reached, &reached.collect::<Vec<_>>());
        let suspensions = self.statement.suspensions.iter().map(|of| {
            let from = match of.cap.suspends_from(of.scope) {
                Some(item) => self.item(item),
                None => words.all_items.into(),
            };
            vec![self.member(of.member), from, self.measured(of.cap)]
        });
        self.section(&words.suspensions, &suspensions.collect::<Vec<_>>());
    }

    /// A member's own figure, the whole, the share and the cap.
    fn share(&self, member: MemberId, figures: CapFigures) -> Vec<String> {
        let caps = self.statement.caps;
        let (own, whole, cap, sides) = match figures {
            CapFigures::Item { own, whole, .. } => {
                let sides = (u64::from(own), u64::from(whole));
                (own.to_string(), whole.to_string(), caps.item_share, sides)
            }
            CapFigures::Amount { own, whole } => {
                let sides = (own.fen(), whole.fen());
                (own.to_string(), whole.to_string(), caps.amount_share, sides)
            }
        };
        let share = per_cent(sides.0, sides.1).unwrap_or_default();
        vec![self.measured(figures), self.member(member), own, whole, share, cap.to_string()]
    }

    /// Of what a cap measures a share.
    fn measured(&self, figures: CapFigures) -> String {
        figures.item().map_or_else(|| self.words.amount.into(), |item| self.item(item))
    }

    /// Orders that wait, were taken away, or declined.
    fn orders(&mut self) {
        let words = self.words;
        let held = self.statement.held.iter().map(|of| {
            vec![
                of.order.to_string(),
                self.item(of.item),
                self.customer(&of.customer),
                of.price.to_string(),
                self.since(of),
            ]
        });
        self.section(&words.held, &held.collect::<Vec<_>>());
        let reassignments = self.statement.reassignments.iter().map(|of| {
            vec![
                self.date(of.on, of.occurred),
                of.order.to_string(),
                self.member(of.from),
                self.member(of.to),
                of.basis.in_language(words.language),
                of.run.to_string(),
            ]
        });
        self.section(&words.reassignments, &reassignments.collect::<Vec<_>>());
        let declines = self.statement.declines.iter().map(|of| {
            let what = (words.decline)(of.what).into();
            vec![self.date(of.on, of.occurred), of.order.to_string(), self.member(of.member), what]
        });
        self.section(&words.declines, &declines.collect::<Vec<_>>());
    }

    /// What was designated at each station, what enterprises say, and the duty days.
    fn stations(&mut self) {
        let words = self.words;
        let designations = self.statement.designations.iter().map(|of| {
            vec![self.station(of.station), self.member(of.member), of.orders.to_string()]
        });
        self.section(&words.designations, &designations.collect::<Vec<_>>());
        let indicator = &self.statement.indicator;
        let stations = indicator.stations.iter().map(|of| (self.station(of.station), of.figures));
        let rows = stations.chain([(words.city.into(), indicator.city)]).map(|(of, figures)| {
            let IndicatorFigures { own, designated } = figures;
            let share = per_cent(own.into(), designated.into());
            let share = share.unwrap_or_else(|| words.not_applicable.into());
            vec![of, own.to_string(), designated.to_string(), share]
        });
        self.section(&words.indicator, &rows.collect::<Vec<_>>());
        let of = feedback::words(words.language);
        let rows = feedback::rows(&self.statement.feedback, of, |member| self.member(member));
        self.table(of.title, "", of.head, &rows);
        let duty = self.statement.duty_short.iter().map(|of| {
            let days = [of.found.to_string(), of.needed.to_string()];
            let row =
                [self.date(of.on, of.occurred), self.station(of.station), of.from.to_string()];
            row.into_iter().chain(days).collect()
        });
        self.section(&words.duty_short, &duty.collect::<Vec<_>>());
    }

    /// Who came and left, and leaves.
    fn membership(&mut self) {
        let words = self.words;
        let admissions = self.statement.admissions.iter().map(|of| {
            let category = (words.category)(of.category).into();
            vec![self.date(of.on, of.occurred), self.member(of.member), category]
        });
        self.section(&words.admissions, &admissions.collect::<Vec<_>>());
        let exits = self.statement.exits.iter().map(|of| {
            let how = match of.how {
                ExitKind::Withdrew => words.withdrew.into(),
                ExitKind::Expelled(ground) => (words.ground)(ground),
            };
            let name = |member: &MemberId| self.member(*member);
            let orders = of.orders.iter();
            let orders = orders.map(|of| (words.exit_order)(of, of.to.as_ref().map(name)));
            let orders = orders.collect::<Vec<_>>().join(words.comma);
            let orders = if orders.is_empty() { words.no_orders.into() } else { orders };
            vec![self.date(of.on, of.occurred), self.member(of.member), how, orders]
        });
        self.section(&words.exits, &exits.collect::<Vec<_>>());
        let leaves = self.statement.leaves.iter().map(|of| {
            let what = (words.leave)(of.what).into();
            vec![self.date(of.on, of.occurred), self.member(of.member), what]
        });
        self.section(&words.leaves, &leaves.collect::<Vec<_>>());
    }

    /// The blacklist and the council.
    fn offices(&mut self) {
        let words = self.words;
        let blacklist = self.statement.blacklist.iter().map(|of| {
            let what = (words.blacklisted)(of.what);
            vec![self.date(of.on, of.occurred), self.customer(&of.customer), what]
        });
        self.section(&words.blacklist, &blacklist.collect::<Vec<_>>());
        let council = self.statement.council.iter().map(|of| {
            let what = (words.seat)(of.what);
            vec![self.date(of.on, of.occurred), self.member(of.member), what]
        });
        self.section(&words.council, &council.collect::<Vec<_>>());
    }

    /// Stations and items that come and go, and other names.
    fn registers(&mut self) {
        let words = self.words;
        let registers = self.statement.registers.iter().map(|of| {
            let (kind, name) = match of.what {
                RegisterKind::StationOpened(station)
                | RegisterKind::StationClosed(station)
                | RegisterKind::StationReopened(station) => {
                    (IdKind::Station, self.station(station))
                }
                RegisterKind::ItemListed(item)
                | RegisterKind::ItemDelisted(item)
                | RegisterKind::ItemRelisted(item) => (IdKind::Item, self.item(item)),
            };
            let (kind, what) = ((words.kind)(kind), (words.register)(of.what));
            vec![self.date(of.on, of.occurred), kind.into(), name, what.into()]
        });
        self.section(&words.registers, &registers.collect::<Vec<_>>());
        let renamings = self.statement.renamings.iter().map(|of| {
            let (kind, id) = match of.of {
                Registered::Station(station) => (IdKind::Station, station.get()),
                Registered::Item(item) => (IdKind::Item, item.get()),
                Registered::Enterprise(enterprise) => (IdKind::Enterprise, enterprise.get()),
                Registered::Member(member) => (IdKind::Member, member.get()),
            };
            let names = [&of.from, &of.to].map(|name| printable(name.as_str()));
            let row = [self.date(of.on, of.occurred), (words.kind)(kind).into(), id.to_string()];
            row.into_iter().chain(names).collect()
        });
        self.section(&words.renamings, &renamings.collect::<Vec<_>>());
    }

    /// The checkpoint, a line as it has one.
    fn checkpoint(&mut self) {
        let Some(checkpoint) = &self.statement.checkpoint else { return };
        self.out.push('\n');
        self.out.push_str(self.words.checkpoint);
        self.out.push('\n');
        for line in checkpoint.as_str().lines() {
            self.out.push_str("  ");
            self.out.push_str(&printable(line));
            self.out.push('\n');
        }
    }

    /// When something was recorded, and when it happened, if that was another day.
    fn date(&self, on: Date, occurred: Option<Date>) -> String {
        let late = occurred.filter(|occurred| *occurred != on).map(self.words.late);
        format!("{on}{}", late.unwrap_or_default())
    }

    /// Since when an order waits.
    fn since(&self, of: &HeldEntry) -> String {
        let since = of.since.map(|since| self.date(since, of.occurred));
        since.unwrap_or_else(|| self.words.unknown.into())
    }

    fn member(&self, member: MemberId) -> String {
        named(&self.statement.names.members, member.index(), member)
    }

    fn item(&self, item: ItemId) -> String {
        named(&self.statement.names.items, item.index(), item)
    }

    fn station(&self, station: StationId) -> String {
        named(&self.statement.names.stations, station.index(), station)
    }

    fn customer(&self, customer: &Customer) -> String {
        let station = customer.station.map(|station| self.station(station));
        let station = station.unwrap_or_else(|| self.words.unknown.into());
        match &customer.named {
            None => (self.words.unnamed)(&station),
            Some(of) => {
                let id: EnterpriseId = of.enterprise;
                let name = format!("{} ({id})", printable(of.name.as_str()));
                (self.words.of_station)(&name, &station)
            }
        }
    }
}

/// A name with its number, since names may repeat.
fn named(names: &[Name], index: usize, id: impl fmt::Display) -> String {
    let name = names.get(index).map(|name| printable(name.as_str()));
    format!("{} ({id})", name.unwrap_or_default())
}
