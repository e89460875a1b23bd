//! Ids that follow what they name when a history loses commands.

use std::collections::BTreeMap;

use paidan::{
    Act, Application, Created, EnterpriseId, ItemId, List, MemberId, Order, OrderId, Registered,
    Set, StationId, Volume,
};

/// What became of the ids of a history: another id, or nothing. An id that was never given out
/// stays as it is.
#[derive(Debug, Default)]
pub struct Ids {
    members: BTreeMap<MemberId, Option<MemberId>>,
    stations: BTreeMap<StationId, Option<StationId>>,
    items: BTreeMap<ItemId, Option<ItemId>>,
    enterprises: BTreeMap<EnterpriseId, Option<EnterpriseId>>,
    orders: BTreeMap<OrderId, Option<OrderId>>,
}

impl Ids {
    /// Notes what was created, and as what it is created now, if it is.
    pub fn note(&mut self, was: Created, is: Option<Created>) {
        macro_rules! note {
            ($($kind:ident in $map:ident),*) => {
                match was {$(
                    Created::$kind(was) => {
                        let is = match is { Some(Created::$kind(is)) => Some(is), _ => None };
                        self.$map.insert(was, is);
                    }
                )*}
            };
        }
        note!(
            Member in members, Station in stations, Item in items,
            Enterprise in enterprises, Order in orders
        );
    }

    fn member(&self, id: MemberId) -> Option<MemberId> {
        self.members.get(&id).copied().unwrap_or(Some(id))
    }

    fn station(&self, id: StationId) -> Option<StationId> {
        self.stations.get(&id).copied().unwrap_or(Some(id))
    }

    fn item(&self, id: ItemId) -> Option<ItemId> {
        self.items.get(&id).copied().unwrap_or(Some(id))
    }

    fn enterprise(&self, id: EnterpriseId) -> Option<EnterpriseId> {
        self.enterprises.get(&id).copied().unwrap_or(Some(id))
    }

    fn order(&self, id: OrderId) -> Option<OrderId> {
        self.orders.get(&id).copied().unwrap_or(Some(id))
    }

    fn registered(&self, of: Registered) -> Option<Registered> {
        Some(match of {
            Registered::Station(id) => Registered::Station(self.station(id)?),
            Registered::Item(id) => Registered::Item(self.item(id)?),
            Registered::Enterprise(id) => Registered::Enterprise(self.enterprise(id)?),
            Registered::Member(id) => Registered::Member(self.member(id)?),
        })
    }

    /// Those of a set that are still there.
    fn items(&self, set: &Set<ItemId>) -> Set<ItemId> {
        let kept = set.as_slice().iter().filter_map(|id| self.item(*id)).collect::<Vec<_>>();
        Set::try_from(kept).expect("not longer than before")
    }

    fn members(&self, set: &Set<MemberId>) -> Set<MemberId> {
        let kept = set.as_slice().iter().filter_map(|id| self.member(*id)).collect::<Vec<_>>();
        Set::try_from(kept).expect("not longer than before")
    }

    fn asked(&self, order: &Order) -> Option<Order> {
        Some(Order {
            station: self.station(order.station)?,
            enterprise: self.enterprise(order.enterprise)?,
            item: self.item(order.item)?,
            taken_by: order.taken_by.and_then(|id| self.member(id)),
            excluded: self.members(&order.excluded),
            designated: order.designated.and_then(|id| self.member(id)),
            ..order.clone()
        })
    }

    fn volumes(&self, volumes: &List<Volume>) -> List<Volume> {
        let kept = volumes
            .as_slice()
            .iter()
            .filter_map(|of| Some(Volume { member: self.member(of.member)?, orders: of.orders }));
        List::try_from(kept.collect::<Vec<_>>()).expect("not longer than before")
    }
}

/// The act with the ids of now; nothing if what it is done to is gone.
pub fn renamed(act: &Act, ids: &Ids) -> Option<Act> {
    let mut act = act.clone();
    match &mut act {
        Act::SetMenuPrice { item, .. } | Act::DelistItem { item } | Act::RelistItem { item } => {
            *item = ids.item(*item)?;
        }
        Act::Rename { of, .. } => *of = ids.registered(*of)?,
        Act::Admit(Application { offers, .. }) => *offers = ids.items(offers),
        Act::ChangeOffers { member, offers } => {
            *member = ids.member(*member)?;
            *offers = ids.items(offers);
        }
        Act::Withdraw { member }
        | Act::GrantLeave { member }
        | Act::EndLeave { member }
        | Act::Expel { member, .. }
        | Act::Notify { member }
        | Act::TakeSeat { member, .. }
        | Act::LeaveSeat { member }
        | Act::RecordBreach { member, .. } => *member = ids.member(*member)?,
        Act::PublishRanking { volumes, .. } => *volumes = ids.volumes(volumes),
        Act::Accept(order) => *order = ids.asked(order)?,
        Act::Designate { order, member } | Act::LiftBar { order, member } => {
            *order = ids.order(*order)?;
            *member = ids.member(*member)?;
        }
        Act::Cancel { order }
        | Act::Decline { order, .. }
        | Act::Mediate { order, .. }
        | Act::Complete { order, .. }
        | Act::Settle { order }
        | Act::RecordDefault { order }
        | Act::Abandon { order }
        | Act::CallOff { order, .. }
        | Act::Fail { order }
        | Act::RecordFeedback { order, .. } => *order = ids.order(*order)?,
        Act::Reassign { order, to, .. } => {
            *order = ids.order(*order)?;
            *to = to.and_then(|id| ids.member(id));
        }
        Act::LiftBlacklisting { enterprise } => *enterprise = ids.enterprise(*enterprise)?,
        Act::CloseStation { station }
        | Act::ReopenStation { station }
        | Act::PublishDuty { station, .. }
        | Act::RecordTraining { station, .. } => {
            *station = ids.station(*station)?;
        }
        Act::RecordConsultation { station, enterprise, .. } => {
            *station = ids.station(*station)?;
            *enterprise = ids.enterprise(*enterprise)?;
        }
        Act::RecordTurnedAway { station, enterprise, item, .. } => {
            *station = ids.station(*station)?;
            *enterprise = ids.enterprise(*enterprise)?;
            *item = ids.item(*item)?;
        }
        _ => {}
    }
    Some(act)
}
