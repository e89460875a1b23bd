//! What is registered: closed and opened, off the menu and on it, and under which name (rules 1.10).

use paidan::{Act, Alliance, Event, ItemId, Name, Refusal, Registered, StationId};
use proptest::prelude::*;

use crate::laws::plan::plans;
use crate::laws::world::Entry;

fn is_closed(alliance: &Alliance, station: StationId) -> bool {
    alliance.station(station).is_some_and(|of| of.closed)
}

fn is_off_the_menu(alliance: &Alliance, item: ItemId) -> bool {
    alliance.item(item).is_some_and(|of| of.delisted)
}

/// The names of all, kind by kind.
fn names(alliance: &Alliance) -> [Vec<Name>; 4] {
    [
        alliance.stations().iter().map(|of| of.name.clone()).collect(),
        alliance.items().iter().map(|of| of.name.clone()).collect(),
        alliance.enterprises().iter().map(|of| of.name.clone()).collect(),
        alliance.members().iter().map(|of| of.name.clone()).collect(),
    ]
}

/// The names after a command: those before, the one that is new or given anew, and no other.
fn names_after(entry: &Entry) -> [Vec<Name>; 4] {
    let mut names = names(&entry.before);
    let [stations, items, enterprises, members] = &mut names;
    match &entry.command.act {
        _ if entry.result.is_err() => {}
        Act::OpenStation { name } => stations.push(name.clone()),
        Act::ListItem { name, .. } => items.push(name.clone()),
        Act::RegisterEnterprise { name, .. } => enterprises.push(name.clone()),
        Act::Admit(firm) => members.push(firm.name.clone()),
        Act::Rename { of, name } => {
            let old = match *of {
                Registered::Station(station) => &mut stations[station.index()],
                Registered::Item(item) => &mut items[item.index()],
                Registered::Enterprise(enterprise) => &mut enterprises[enterprise.index()],
                Registered::Member(member) => &mut members[member.index()],
            };
            old.clone_from(name);
        }
        _ => {}
    }
    names
}

proptest! {
    #![proptest_config(crate::laws::cases())]

    /// rules 1.10: a closed station accepts no order and publishes no duty plan, an item off the menu
    /// gets no new order; and only what is closed, or off the menu, is refused for it.
    #[test]
    fn what_is_closed_takes_nothing_new(plan in plans()) {
        for entry in plan.play() {
            let before = &entry.before;
            match (&entry.command.act, &entry.result) {
                (Act::Accept(order), Ok(_)) => {
                    prop_assert!(!is_closed(before, order.station));
                    prop_assert!(!is_off_the_menu(before, order.item));
                }
                (Act::PublishDuty { station, .. }, Ok(_)) => {
                    prop_assert!(!is_closed(before, *station));
                }
                (_, Err(Refusal::StationClosed { station })) => {
                    prop_assert!(is_closed(before, *station));
                }
                (_, Err(Refusal::ItemOffMenu { item })) => {
                    prop_assert!(is_off_the_menu(before, *item));
                }
                _ => {}
            }
        }
    }

    /// rules 1.10: a station is closed, and an item off the menu, from the one act to the other.
    #[test]
    fn what_is_closed_stays_so_until_it_is_opened(plan in plans()) {
        for entry in plan.play() {
            let (before, after) = (&entry.before, &entry.after);
            let has = |event| entry.result.as_ref().is_ok_and(|of| of.events.contains(&event));
            for station in (0..after.stations().len()).filter_map(|nth| StationId::at(nth).ok()) {
                let was_closed = is_closed(before, station)
                    && !has(Event::StationReopened { station });
                let expected = was_closed || has(Event::StationClosed { station });
                prop_assert_eq!(is_closed(after, station), expected);
            }
            for item in (0..after.items().len()).filter_map(|nth| ItemId::at(nth).ok()) {
                let was_off = is_off_the_menu(before, item) && !has(Event::ItemRelisted { item });
                let expected = was_off || has(Event::ItemDelisted { item });
                prop_assert_eq!(is_off_the_menu(after, item), expected);
            }
        }
    }

    /// rules 1.10: everything has the name it was last given, and no act but these gives one.
    #[test]
    fn a_name_is_the_one_last_given(plan in plans()) {
        for entry in plan.play() {
            prop_assert_eq!(names(&entry.after), names_after(&entry));
        }
    }
}
