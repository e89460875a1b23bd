//! Article 16 asked about: `dispatch` and `explain` (rules 5.4).

use paidan::Category::{Finance, Research};
use paidan::{
    Act, Alliance, Bar, Basis, Candidate, CapFigures, Counted, Dispatch, EnterpriseId, Ground,
    Guard, ItemId, Language, MemberId, Membership, Motion, Order, Policy, Refusal, Share, Standing,
    Suspension, Turn, dispatch, explain, explain_member,
};

use crate::common::{City, date, member, money, month, name, naming, plain, priced, set, station};

/// A policy with the guard on from two orders, and no cap on the amount.
fn guarded() -> Policy {
    let mut policy = Policy::cixi_2021();
    policy.caps.guard = Guard::On { min_orders: 2.try_into().unwrap() };
    policy.caps.amount_share = Share::new(10_000).unwrap();
    policy
}

/// A finance line in which every standing occurs, each once, for the order that is returned.
fn every_standing() -> (City, Order, [MemberId; 8]) {
    let mut city = City::new(guarded());
    let [tax, audit] = [Finance; 2].map(|category| city.item(category));
    let offers_other = city.member(Finance, &[audit]);
    let [all, one, excluded, own, over, taker, last] = city.members(Finance, &[tax, audit]);
    let code = city.alliance.member(own).unwrap().code;
    city.act(Act::RegisterEnterprise { name: name("企业"), code });
    city.designate_to(tax, over, "100.00");
    let cap = CapFigures::Item { item: tax, own: 3, whole: 4 };
    city.edit(|snapshot| {
        snapshot.suspensions = vec![
            Suspension { member: all, item: None, cap: Some(cap) },
            Suspension { member: one, item: Some(tax), cap: None },
        ];
    });
    let enterprise = EnterpriseId::at(2).unwrap();
    let order = Order { enterprise, excluded: set(&[excluded]), ..plain(tax) };
    (city, order, [offers_other, all, one, excluded, own, over, taker, last])
}

/// An order that counts goes to a member.
fn goes(member: MemberId, basis: Basis, motion: Motion) -> Dispatch {
    Dispatch::Given { member, basis, motion, counted: Counted::Yes }
}

fn by_turn(member: MemberId) -> Dispatch {
    goes(member, Basis::Turn, Motion::ToEnd)
}

/// What `explain` lists for a line, and to whom the order goes.
fn explained(city: &City, order: &Order) -> (Dispatch, Vec<Standing>) {
    let explanation = explain(&city.alliance, order).unwrap();
    let members: Vec<_> = explanation.line.iter().map(|candidate| candidate.member).collect();
    let mut line = city.line(explanation.category);
    if let Some(cursor) = city.alliance.cursor(explanation.category) {
        let start = line.iter().position(|member| *member == cursor).unwrap();
        line.rotate_left(start);
    }
    assert_eq!(members, line, "every member of the line in the order of the search");
    (explanation.dispatch, explanation.line.iter().map(|candidate| candidate.standing).collect())
}

fn standings(tax: ItemId) -> [Standing; 8] {
    let cap = CapFigures::Item { item: tax, own: 3, whole: 4 };
    let with_it = CapFigures::Item { item: tax, own: 2, whole: 2 };
    let month = month("2025-01");
    [
        Standing::DoesNotOffer { item: tax },
        Standing::Suspended { month, item: None, cap: Some(cap) },
        Standing::Suspended { month, item: Some(tax), cap: None },
        Standing::Barred { bar: Bar::ConflictOfInterest },
        Standing::Barred { bar: Bar::OwnOrder },
        Standing::Guarded { share: Share::new(5000).unwrap(), figures: with_it },
        Standing::Taken { basis: Basis::Turn },
        Standing::NotReached,
    ]
}

/// rules 5.4: `explain` gives of every member the first ground that fails, with its figures.
#[test]
fn explain_gives_every_standing() {
    let (mut city, order, members) = every_standing();
    let given = by_turn(members[6]);
    assert_eq!(explained(&city, &order), (given, standings(order.item).to_vec()));
    assert_eq!(city.accept(order).1, Some(members[6]));
}

/// rules 5.4: the first of the grounds is told where several fail.
#[test]
fn explain_tells_the_first_ground() {
    let (mut city, order, members) = every_standing();
    let everyone = Order { excluded: set(&members), ..order.clone() };
    let expected = standings(order.item);
    let conflict = Standing::Barred { bar: Bar::ConflictOfInterest };
    let (given, found) = explained(&city, &everyone);
    assert_eq!(given, Dispatch::Held);
    assert_eq!(found, [&expected[..3], &[conflict; 5]].concat());
    city.offer(members[2], &[ItemId::at(1).unwrap()]);
    assert_eq!(explained(&city, &order).1[2], Standing::DoesNotOffer { item: order.item });
}

/// rules 5.4: each standing has the article behind it.
#[test]
fn standings_have_their_articles() {
    let articles = |standing: &Standing| standing.article().map(paidan::Article::number);
    let standings = standings(ItemId::at(0).unwrap());
    let found: Vec<_> = standings[..7].iter().map(articles).collect();
    assert_eq!(found, [16, 17, 17, 16, 16, 17, 16].map(Some));
    assert_eq!(standings[7].article(), None);
    let ground = Ground::OtherAct;
    let how = Membership::Expelled { ground, on: date("2025-01-02") };
    let expelled = Standing::Left { how };
    let withdrew = Standing::Left { how: Membership::Withdrawn { on: date("2025-01-02") } };
    let others = [expelled, withdrew, Standing::OtherLine { category: Research }];
    assert_eq!(others.map(|of| articles(&of)), [22, 5, 16].map(Some));
    assert_eq!(Standing::Unknown.article(), None);
}

/// rules 5.4: in English.
#[test]
fn standings_in_english() {
    let words = standings(ItemId::at(0).unwrap()).map(|of| of.in_language(Language::English));
    assert_eq!(
        words,
        [
            "does not offer item 1 (article 16)",
            "is suspended from every item in 2025-01: it had 3 of the 4 orders for item 1 in the \
             month before (article 17)",
            "is suspended from item 1 in 2025-01 (article 17)",
            "is barred from this order: a conflict of interest excludes it (article 16)",
            "is barred from this order: it is the enterprise itself (article 16)",
            "would have 2 of the 2 orders for item 1 with this order, above 50 % (article 17)",
            "takes the order by turn (article 16)",
            "was not reached: another one took the order before",
        ]
    );
    assert_eq!(Standing::NotReached.to_string(), words[7]);
}

/// rules 5.4: and in Chinese.
#[test]
fn standings_in_chinese() {
    let words = standings(ItemId::at(0).unwrap()).map(|of| of.in_language(Language::Chinese));
    assert_eq!(
        words,
        [
            "不提供服务事项1（《办法》第十六条）",
            "2025年1月暂停派单，范围为全部事项（上月服务事项1全市合计4单，该单位3单）（《办法》第十七条）",
            "2025年1月暂停派单，范围为服务事项1（《办法》第十七条）",
            "不得承接该单：因利益冲突须回避（《办法》第十六条）",
            "不得承接该单：其自身即下单企业（《办法》第十六条）",
            "若承接该单，服务事项1全市合计2单，该单位2单，超过50 %（《办法》第十七条）",
            "承接该单：依次派单（《办法》第十六条）",
            "未轮到：已由在前者承接",
        ]
    );
}

/// rules 5.4: a member outside the line can be asked about: it left, is of another line, unknown.
#[test]
fn members_outside_the_line_can_be_asked_about() {
    let mut city = City::literal();
    let [tax, lab] = [Finance, Research].map(|category| city.item(category));
    let [stays, withdrew, expelled] = city.members(Finance, &[tax]);
    let other = city.member(Research, &[lab]);
    for member in [withdrew, expelled] {
        city.act(Act::Withdraw { member });
    }
    let how = Membership::Expelled { ground: Ground::OtherAct, on: city.date };
    city.edit(|snapshot| snapshot.members[2].standing = how);
    let asked = [stays, withdrew, expelled, other, member(9)];
    let found = asked.map(|member| explain_member(&city.alliance, &plain(tax), member).unwrap());
    let expected = [
        Standing::Taken { basis: Basis::Turn },
        Standing::Left { how: Membership::Withdrawn { on: city.date } },
        Standing::Left { how },
        Standing::OtherLine { category: Research },
        Standing::Unknown,
    ];
    assert_eq!(found, expected);
    let words = found.map(|of| of.in_language(Language::English));
    let english = [
        "takes the order by turn (article 16)",
        "withdrew on 2025-01-02 (article 5)",
        "was expelled on 2025-01-02 for another act (ground 5) (article 22)",
        "does not stand in this line; its class is research (article 16)",
        "there never was such a member",
    ];
    assert_eq!(words, english);
    let words = found.map(|of| of.in_language(Language::Chinese));
    let chinese = [
        "承接该单：依次派单（《办法》第十六条）",
        "已于2025年1月2日自愿退出联盟（《办法》第五条）",
        "已于2025年1月2日被责令退出联盟：其他行为（第五种情形）（《办法》第二十二条）",
        "不在此排位序列中，其类别为研发类（《办法》第十六条）",
        "该会员单位不存在",
    ];
    assert_eq!(words, chinese);
}

/// rules 5.4: under a lifted guard each before the taken one shows its own standing.
#[test]
fn explain_under_a_lifted_guard() {
    let mut city = City::new(guarded());
    let tax = city.item(Finance);
    let [a, b, c] = city.members(Finance, &[tax]);
    city.designate_to(tax, b, "100.00");
    city.designate_to(tax, c, "100.00");
    let order = Order { excluded: set(&[a]), ..plain(tax) };
    let lifted = Basis::TurnGuardLifted;
    let expected = [
        Standing::Barred { bar: Bar::ConflictOfInterest },
        Standing::Taken { basis: lifted },
        Standing::NotReached,
    ];
    let given = goes(b, lifted, Motion::ToEnd);
    assert_eq!(explained(&city, &order), (given, expected.to_vec()));
    let words = expected[1];
    assert_eq!(
        words.in_language(Language::English),
        "takes the order by turn, the guard lifted (article 16)"
    );
    assert_eq!(
        words.in_language(Language::Chinese),
        "承接该单：依次派单，月内限额已解除（《办法》第十六条）"
    );
}

/// rules 5.4: of a designated order all but the taken are not reached.
#[test]
fn explain_a_designated_order() {
    let (city, order, members) = every_standing();
    let named = Order { designated: Some(members[5]), ..order };
    let mut expected = [Standing::NotReached; 8];
    expected[5] = Standing::Taken { basis: Basis::Designation };
    let given = goes(members[5], Basis::Designation, Motion::Stays);
    assert_eq!(explained(&city, &named), (given, expected.to_vec()));
    assert_eq!(
        expected[5].in_language(Language::English),
        "takes the order by designation (article 16)"
    );
    assert_eq!(
        expected[5].in_language(Language::Chinese),
        "承接该单：企业点单（《办法》第十六条）"
    );
}

/// rules 5.4: the figures of the amount are explained in the same way.
#[test]
fn explain_the_amount() {
    let mut policy = guarded();
    policy.caps.item_share = Share::new(10_000).unwrap();
    policy.caps.amount_share = Share::new(3000).unwrap();
    let mut city = City::new(policy);
    let tax = city.item(Finance);
    let [a, b] = city.members(Finance, &[tax]);
    city.designate_to(tax, a, "50.00");
    city.designate_to(tax, b, "950.00");
    let figures = CapFigures::Amount { own: money("450.00"), whole: money("1400.00") };
    let over = Standing::Guarded { share: Share::new(3000).unwrap(), figures };
    let found = explained(&city, &priced(tax, "400.00")).1;
    // Both would be above: the guard is lifted, and a takes it. At 300.00 a stays within.
    assert_eq!(found[0], Standing::Taken { basis: Basis::TurnGuardLifted });
    assert_eq!(
        over.in_language(Language::English),
        "would have 450.00 of 1400.00 yuan in all with this order, above 30 % (article 17)"
    );
    city.member(Finance, &[tax]);
    let without_c = explained(&city, &priced(tax, "400.00")).1;
    assert_eq!(without_c[..1], [over]);
    assert_eq!(without_c[2], Standing::Taken { basis: Basis::Turn });
}

/// rules 5.4: under `Cursor` the search, and so the explanation, starts at the cursor.
#[test]
fn explain_starts_at_the_cursor() {
    let mut city = City::new(Policy { turn: Turn::Cursor, ..Policy::cixi_2021() });
    let tax = city.item(Finance);
    let [a, b, c] = city.members(Finance, &[tax]);
    city.turn(tax);
    let order = Order { excluded: set(&[b, c]), ..plain(tax) };
    let conflict = Standing::Barred { bar: Bar::ConflictOfInterest };
    let given = goes(a, Basis::Turn, Motion::CursorPast);
    let standings = vec![conflict, conflict, Standing::Taken { basis: Basis::Turn }];
    assert_eq!(explained(&city, &order), (given, standings));
    let line = explain(&city.alliance, &order).unwrap().line;
    assert_eq!(line[0], Candidate { member: b, standing: conflict });
}

/// rules 5.4: `dispatch` changes nothing, and says what `step` then does.
#[test]
fn dispatch_previews_what_step_does() {
    for turn in [Turn::KeepPlace, Turn::Cursor, Turn::TopRank] {
        let mut city = City::new(Policy { turn, ..guarded() });
        let [tax, audit, nobodys] = [Finance; 3].map(|category| city.item(category));
        let [a, b] = city.members(Finance, &[tax, audit]);
        let c = city.member(Finance, &[tax]);
        let without_b = Order { excluded: set(&[b]), ..plain(tax) };
        let orders = [plain(tax), naming(tax, a), plain(audit), without_b, plain(nobodys)];
        for order in orders.iter().cycle().take(20) {
            let before = city.alliance.snapshot();
            let preview = dispatch(&city.alliance, order).unwrap();
            assert_eq!(explain(&city.alliance, order).unwrap().dispatch, preview);
            assert_eq!(city.alliance.snapshot(), before);
            assert_eq!(city.accept(order.clone()).1, preview.member());
        }
        assert!(city.alliance.tallied_orders(c, tax) > 0);
    }
}

/// rules 5.4: `dispatch` and `explain` refuse what `Accept` refuses.
#[test]
fn dispatch_refuses_what_accept_refuses() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    for order in [priced(tax, "0.00"), naming(tax, member(1))] {
        let refusal = city.refused(Act::Accept(order.clone()));
        assert_eq!(dispatch(&city.alliance, &order), Err(refusal.clone()));
        assert_eq!(explain(&city.alliance, &order), Err(refusal.clone()));
        assert_eq!(explain_member(&city.alliance, &order, member(1)), Err(refusal));
    }
    let empty = Alliance::new(Policy::cixi_2021());
    let unknown = Refusal::UnknownStation { station: station(1) };
    assert_eq!(dispatch(&empty, &plain(tax)), Err(unknown));
}
