//! The worlds of a study: a preset of the crate with other sizes and rates.

use paidan::Category;
use paidan::simulation::{ClassSize, Popularity, Rate, Span, Workload};
use serde::Deserialize;

use crate::lang::Label;

/// A world as a study file has it: what is not said is that of the preset.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct WorldEntry {
    /// By what others refer to it.
    pub id: String,
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
    /// The preset that it changes.
    pub preset: String,
    /// The number of the world: see `Workload::world`.
    pub number: Option<u64>,
    /// How many stations.
    pub stations: Option<u32>,
    /// How many enterprises.
    pub enterprises: Option<u32>,
    /// How many orders in the year.
    pub orders: Option<u32>,
    /// By how much the orders of a month vary, in percent.
    pub variation: Option<u8>,
    /// How many of a hundred orders name a member.
    pub designated: Option<u8>,
    /// How many of a hundred exclude a member for a conflict of interest.
    pub conflicts: Option<u8>,
    /// How many of a hundred are at the menu's price.
    pub full_price: Option<u8>,
    /// How many of a hundred members of a class offer each of its items.
    pub offered: Option<u8>,
    /// Only so many items, from the top of the menu.
    pub items: Option<usize>,
    /// Whether all items and members are of one class, finance.
    pub one_class: bool,
    /// Members by class.
    pub members: Members,
    /// From how many orders to how many a firm has served, for the ranking.
    pub volumes: Option<[u16; 2]>,
    /// For how many days at least and at most an enterprise waits.
    pub patience: Option<[u16; 2]>,
    /// Firms that apply in the year.
    pub newcomers: Option<u32>,
    /// Members that want to leave.
    pub withdrawals: Option<u32>,
    /// Leaves that are granted.
    pub leaves: Option<u32>,
    /// Members that are expelled for misconduct.
    pub misconducts: Option<u32>,
    /// Whether every member does what it was given, at once accepted and in time.
    pub smooth: bool,
    /// How many of a hundred givings lag.
    pub lags: Option<u8>,
    /// Whether all members of a class have the same offers, volumes and popularity, so that any two
    /// are twins.
    pub twins: bool,
}

/// How many founders of each class; those that are not said are the preset's.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs, reason = "each is the class of its name")]
pub struct Members {
    pub finance: Option<u32>,
    pub research: Option<u32>,
    pub patent: Option<u32>,
    pub comprehensive: Option<u32>,
}

/// A world in which policies are compared.
#[derive(Clone, Debug)]
pub struct NamedWorld {
    /// By what it is referred to.
    pub id: String,
    /// How it is called.
    pub label: Label,
    /// What happens in it.
    pub workload: Workload,
    /// Whether any two members of a class are twins.
    pub twins: bool,
}

/// The largest city a study may have: more than a province.
const MOST_MEMBERS: u32 = 100_000;
const MOST_ORDERS: u32 = 10_000_000;

impl WorldEntry {
    /// The world; or the key with a fault, and what it is.
    pub fn read(&self) -> Result<NamedWorld, (&'static str, String)> {
        let mut workload = match self.preset.as_str() {
            "small" => Workload::small(),
            "cixi" => Workload::cixi(),
            "province" => Workload::province(),
            _ => return Err(("preset", "preset is small, cixi or province".to_string())),
        };
        self.check()?;
        self.sizes(&mut workload);
        self.rates(&mut workload);
        if self.smooth {
            let never = Rate::NEVER;
            let of = &mut workload.conduct;
            for rate in [
                &mut of.declined,
                &mut of.refused,
                &mut of.lags,
                &mut of.called_off,
                &mut of.abandoned,
                &mut of.failed,
                &mut of.unpaid,
            ] {
                *rate = never;
            }
        }
        if let Some(lags) = self.lags {
            workload.conduct.lags = Rate::percent(lags);
        }
        if self.twins {
            workload.items.iter_mut().for_each(|of| of.offered = Rate::ALWAYS);
            workload.volumes = Span::just(20);
            workload.member_popularity = Popularity::Even;
        }
        let label = Label { zh: self.zh.clone(), en: self.en.clone() };
        Ok(NamedWorld { id: self.id.clone(), label, workload, twins: self.twins })
    }

    fn check(&self) -> Result<(), (&'static str, String)> {
        for (key, percent) in [
            ("variation", self.variation),
            ("designated", self.designated),
            ("conflicts", self.conflicts),
            ("full_price", self.full_price),
            ("offered", self.offered),
            ("lags", self.lags),
        ] {
            if percent.is_some_and(|of| of > 100) {
                return Err((key, format!("{key} is in percent, 0 to 100")));
            }
        }
        if self.items.is_some_and(|of| !(1..=11).contains(&of)) {
            return Err(("items", "items is 1 to 11".to_string()));
        }
        let of = self.members;
        let members = [of.finance, of.research, of.patent, of.comprehensive];
        if members.into_iter().flatten().any(|count| count > MOST_MEMBERS) {
            return Err(("members", format!("members of a class are at most {MOST_MEMBERS}")));
        }
        if self.orders.is_some_and(|of| of > MOST_ORDERS) {
            return Err(("orders", format!("orders are at most {MOST_ORDERS}")));
        }
        for (key, count) in [
            ("stations", self.stations),
            ("enterprises", self.enterprises),
            ("newcomers", self.newcomers),
            ("withdrawals", self.withdrawals),
            ("leaves", self.leaves),
            ("misconducts", self.misconducts),
        ] {
            if count.is_some_and(|of| of > MOST_ORDERS) {
                return Err((key, format!("{key} is at most {MOST_ORDERS}")));
            }
        }
        if self.enterprises == Some(0) || self.stations == Some(0) {
            let key = if self.stations == Some(0) { "stations" } else { "enterprises" };
            return Err((key, format!("{key} is at least 1: somebody has to ask, and somewhere")));
        }
        Ok(())
    }

    fn sizes(&self, workload: &mut Workload) {
        let set = |of: &mut u32, to: Option<u32>| *of = to.unwrap_or(*of);
        workload.world = self.number.unwrap_or(workload.world);
        set(&mut workload.stations, self.stations);
        set(&mut workload.enterprises, self.enterprises);
        set(&mut workload.orders, self.orders);
        set(&mut workload.newcomers, self.newcomers);
        set(&mut workload.withdrawals, self.withdrawals);
        set(&mut workload.leaves, self.leaves);
        set(&mut workload.misconducts, self.misconducts);
        workload.items.truncate(self.items.unwrap_or(usize::MAX));
        for class in &mut workload.members {
            let of = self.members;
            let count = match class.category {
                Category::Finance => of.finance,
                Category::Research => of.research,
                Category::Patent => of.patent,
                Category::Comprehensive => of.comprehensive,
            };
            class.count = count.unwrap_or(class.count);
        }
        if self.one_class {
            let category = Category::Finance;
            let count = workload.members.iter().map(|of| of.count).sum();
            workload.members = vec![ClassSize { category, count }];
            workload.items.iter_mut().for_each(|of| of.category = category);
        }
    }

    fn rates(&self, workload: &mut Workload) {
        let set = |of: &mut Rate, to: Option<u8>| *of = to.map_or(*of, Rate::percent);
        set(&mut workload.variation, self.variation);
        set(&mut workload.designated, self.designated);
        set(&mut workload.conflicts, self.conflicts);
        set(&mut workload.at_full_price, self.full_price);
        for item in &mut workload.items {
            set(&mut item.offered, self.offered);
        }
        let set = |of: &mut Span, to: Option<[u16; 2]>| {
            *of = to.map_or(*of, |[least, most]| Span::new(least, most));
        };
        set(&mut workload.volumes, self.volumes);
        set(&mut workload.patience, self.patience);
    }
}
