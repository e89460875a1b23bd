//! Articles 5 and 8: who is admitted, and what a member may offer (rules 2.1, 2.2).

use paidan::Category::{Comprehensive, Finance, Patent, Research};
use paidan::{
    Act, Application, ComprehensiveReach, CreditCode, Event, Ground, ItemId, MemberId, Membership,
    Policy, Refusal,
};

use crate::common::{City, date, member, month, set};

/// Whether a firm with this code is admitted on a day of the open month.
fn comes_back(city: &mut City, code: CreditCode, item: ItemId) -> Result<(), Refusal> {
    let firm = Application { code, ..city.application(Finance, &[item]) };
    city.try_act(Act::Admit(firm)).map(drop)
}

/// A city with one item and one member, which withdraws on a day.
fn withdrew(day: &str) -> (City, ItemId, CreditCode) {
    let mut city = City::on(day, Policy::cixi_2021());
    let tax = city.item(Finance);
    let firm = city.member(Finance, &[tax]);
    let code = city.alliance.member(firm).unwrap().code;
    city.act(Act::Withdraw { member: firm });
    (city, tax, code)
}

/// rules 2.1: five orders of the last two years admit.
#[test]
fn five_orders_admit() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let admitted = [4, 5, 6].map(|volume| {
        let firm = Application { volume, ..city.application(Finance, &[tax]) };
        city.try_act(Act::Admit(firm)).map(drop)
    });
    assert_eq!(
        admitted,
        [Err(Refusal::VolumeBelowMinimum { volume: 4, minimum: 5 }), Ok(()), Ok(())]
    );
}

/// rules 2.1: the number of orders that admits is the policy's; it may be none.
#[test]
fn the_minimum_is_the_policys() {
    for minimum in [0, 7] {
        let mut policy = Policy::cixi_2021();
        policy.admission.min_orders = minimum;
        let mut city = City::new(policy);
        let tax = city.item(Finance);
        let admitted = [minimum.saturating_sub(1), minimum].map(|volume| {
            let firm = Application { volume, ..city.application(Finance, &[tax]) };
            city.try_act(Act::Admit(firm)).is_ok()
        });
        assert_eq!(admitted, [minimum == 0, true]);
    }
}

/// rules 2.1: an admission is concluded, then the firm joins the lines of what it offers.
#[test]
fn an_admitted_firm_stands_in_the_line() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let firm = city.application(Finance, &[tax]);
    let events = city.act(Act::Admit(firm)).events;
    let member = member(1);
    assert_eq!(
        events,
        [Event::Admitted { member }, Event::JoinedLine { member, category: Finance }]
    );
    assert_eq!(city.line(Finance), [member]);
}

/// rules 2.1: a firm needs an offer.
#[test]
fn a_firm_without_an_offer_is_not_admitted() {
    let mut city = City::literal();
    let firm = city.application(Finance, &[]);
    assert_eq!(city.refused(Act::Admit(firm)), Refusal::NoOffer);
}

/// rules 2.1: a current member's code is not admitted.
#[test]
fn a_current_members_code_is_not_admitted() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let first = city.member(Finance, &[tax]);
    let code = city.alliance.member(first).unwrap().code;
    let refused = comes_back(&mut city, code, tax);
    assert_eq!(refused, Err(Refusal::CodeOfCurrentMember { member: first }));
}

/// rules 2.1: an expelled one's code is not admitted, for good.
#[test]
fn an_expelled_members_code_is_not_admitted_for_good() {
    let (mut city, tax, code) = withdrew("2025-01-02");
    city.edit(|snapshot| {
        let (ground, on) = (Ground::OtherAct, snapshot.date.unwrap());
        snapshot.members[0].standing = Membership::Expelled { ground, on };
    });
    let now = comes_back(&mut city, code, tax);
    city.open("2029-06-30");
    let years_later = comes_back(&mut city, code, tax);
    let expelled = Err(Refusal::CodeOfExpelledMember { member: member(1) });
    assert_eq!([now, years_later], [expelled.clone(), expelled]);
}

/// rules 2.1: one that withdrew in this month or the one before is not admitted.
#[test]
fn one_that_withdrew_comes_back_after_a_whole_month() {
    for (day, last_refused, first_free) in [
        ("2025-01-01", "2025-02-28", "2025-03-01"),
        ("2025-01-31", "2025-02-28", "2025-03-01"),
        ("2025-12-31", "2026-01-31", "2026-02-01"),
        ("2025-11-30", "2025-12-31", "2026-01-01"),
    ] {
        let (mut city, tax, code) = withdrew(day);
        let (on, from) = (city.date, Some(date(first_free).month()));
        let lately = Err(Refusal::CodeWithdrewLately { member: member(1), on, from });
        assert_eq!(comes_back(&mut city, code, tax), lately, "on {day} itself");
        city.open(last_refused);
        assert_eq!(comes_back(&mut city, code, tax), lately, "{day}, then {last_refused}");
        city.open(first_free);
        assert_eq!(comes_back(&mut city, code, tax), Ok(()), "{day}, then {first_free}");
    }
}

/// rules 2.1: a firm admitted again gets a new id; the last withdrawal is the one that counts.
#[test]
fn a_firm_admitted_again_gets_a_new_id() {
    let (mut city, tax, code) = withdrew("2025-01-31");
    city.open("2025-03-01");
    comes_back(&mut city, code, tax).unwrap();
    let standings = city.alliance.members().iter().map(|of| (of.code, of.is_current()));
    assert_eq!(standings.collect::<Vec<_>>(), [(code, false), (code, true)]);
    assert_eq!(city.line(Finance), [member(2)]);
    let second: MemberId = member(2);
    city.act(Act::Withdraw { member: second });
    let (on, from) = (city.date, Some(month("2025-05")));
    let lately = Refusal::CodeWithdrewLately { member: second, on, from };
    assert_eq!(comes_back(&mut city, code, tax), Err(lately));
}

/// rules 2.2: a member may offer items of its own category only.
#[test]
fn a_member_offers_items_of_its_own_category() {
    let mut city = City::literal();
    let items = [Finance, Research, Patent, Comprehensive].map(|category| city.item(category));
    for (own, category) in items.into_iter().zip([Finance, Research, Patent, Comprehensive]) {
        for item in items {
            let firm = city.application(category, &[item]);
            let admitted = city.try_act(Act::Admit(firm)).map(drop);
            let out_of_reach = Err(Refusal::OfferOutOfReach { item, category });
            assert_eq!(admitted, if item == own { Ok(()) } else { out_of_reach });
        }
    }
}

/// rules 2.2: where the city says so, a comprehensive member, and only one, may offer any item.
#[test]
fn a_comprehensive_member_may_reach_every_category() {
    let mut policy = Policy::cixi_2021();
    policy.comprehensive_reach = ComprehensiveReach::EveryCategory;
    let mut city = City::new(policy);
    let items = [Finance, Research, Patent, Comprehensive].map(|category| city.item(category));
    let all = city.member(Comprehensive, &items);
    let lines = [Finance, Research, Patent, Comprehensive].map(|category| city.line(category));
    assert_eq!(lines, [[all], [all], [all], [all]]);
    for (category, item) in [(Finance, items[3]), (Research, items[0]), (Patent, items[1])] {
        let firm = city.application(category, &[item]);
        let out_of_reach = Refusal::OfferOutOfReach { item, category };
        assert_eq!(city.refused(Act::Admit(firm)), out_of_reach);
    }
}

/// rules 2.2: reach is checked when offers are stated; an amendment drops none.
#[test]
fn an_amendment_drops_no_offer() {
    let mut policy = Policy::cixi_2021();
    policy.comprehensive_reach = ComprehensiveReach::EveryCategory;
    let mut city = City::new(policy);
    let tax = city.item(Finance);
    let member = city.member(Comprehensive, &[tax]);
    city.adopt("2025-02", &Policy::cixi_2021());
    city.open("2025-02-01");
    assert_eq!((city.line(Finance), city.turn(tax)), (vec![member], Some(member)));
    let refused = city.refused(Act::ChangeOffers { member, offers: set(&[tax]) });
    assert_eq!(refused, Refusal::OfferOutOfReach { item: tax, category: Comprehensive });
}
