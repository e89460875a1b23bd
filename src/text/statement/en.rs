//! The monthly statement in English.

use crate::facts::cap::{Reach, TallyEffect};
use crate::facts::council::Vacancy;
use crate::facts::event::Publication;
use crate::facts::finding::Ground;
use crate::facts::member::Category;
use crate::facts::order::Counted;
use crate::record::statement::Statement;
use crate::record::statement::entries::{
    BlacklistKind, CouncilKind, DeclineKind, ExitOrder, LeaveKind, LossKind, RegisterKind,
};
use crate::text::Language;
use crate::text::en::words::{breach as breach_words, category, ground, kind, seat as seat_words};
use crate::text::statement::words::{Section, Words};
use crate::words::date::Date;

pub(super) const WORDS: Words = Words {
    language: Language::English,
    title,
    line,
    nobody: "Nobody stands in it.",
    line_head: &["place", "member", "orders of the year before", ""],
    cursor: "next",
    rankings: Section {
        title: "Rankings published or corrected, with the lines they moved (article 16)",
        none: "No ranking was published.",
        head: &["date", "year", "what", "lines moved"],
    },
    dispatches: Section {
        title: "Orders given (article 16)",
        none: "No order was given.",
        head: &["date", "order", "item", "enterprise", "price, yuan", "member", "basis", "tallies"],
    },
    losses: Section {
        title: "Orders that came off their members",
        none: "No order came off its member.",
        head: &["date", "order", "member", "because", "tallies", "place in the line"],
    },
    shares: Section {
        title: "Shares, on the tallies after what came off (article 17)",
        none: "The tallies are empty.",
        head: &["of", "member", "own", "whole", "per cent, rounded down", "cap"],
    },
    reached: Section {
        title: "Caps reached (article 17)",
        none: "Nobody reached a cap.",
        head: &["of", "member", "own", "whole", "per cent, rounded down", "cap", "how far"],
    },
    suspensions: Section {
        title: "Suspensions of the month after (article 17)",
        none: "Nobody is suspended.",
        head: &["member", "from", "because of"],
    },
    held: Section {
        title: "Orders that wait at the end",
        none: "No order waits.",
        head: &["order", "item", "enterprise", "price, yuan", "since"],
    },
    designations: Section {
        title: "Designations by station and member (article 16)",
        none: "No member was designated.",
        head: &["station", "member", "orders"],
    },
    indicator: Section {
        title: "Designations taken by known staff that name the staff's own member (article 23)",
        none: "There is no station.",
        head: &["station", "own", "designated", "per cent, rounded down"],
    },
    reassignments: Section {
        title: "Reassignments (article 24)",
        none: "No order was reassigned.",
        head: &["date", "order", "from", "to", "basis", "run of the first"],
    },
    declines: Section {
        title: "Orders declined, mediation, and bars lifted (articles 7 and 22)",
        none: "No order was declined, and no bar lifted.",
        head: &["date", "order", "member", "what"],
    },
    exits: Section {
        title: "Exits, with what became of open orders (article 22)",
        none: "No member left.",
        head: &["date", "member", "how", "open orders"],
    },
    admissions: Section {
        title: "Admissions, to be filed with the bureau (article 8)",
        none: "No member was admitted.",
        head: &["date", "member", "class"],
    },
    leaves: Section {
        title: "Leaves, granted by the council",
        none: "No leave was granted or ended.",
        head: &["date", "member", "what"],
    },
    blacklist: Section {
        title: "Blacklist; who came on it is to be filed with the bureau (article 21)",
        none: "The blacklist did not change.",
        head: &["date", "enterprise", "what"],
    },
    council: Section {
        title: "Council (articles 5 and 23)",
        none: "The council did not change.",
        head: &["date", "member", "what"],
    },
    duty_short: Section {
        title: "Duty plans that fall short (article 11)",
        none: "No duty plan falls short.",
        head: &["published", "station", "five working days from", "duty days", "needed"],
    },
    registers: Section {
        title: "Stations and items registered, closed or taken off, opened again or put back",
        none: "No station or item changed.",
        head: &["date", "kind", "name", "what"],
    },
    renamings: Section {
        title: "Renamings",
        none: "There is no renaming to list.",
        head: &["date", "kind", "id", "name before", "name since"],
    },
    checkpoint: "Checkpoint of the ledger (article 13): origin, lines, root",
    late,
    category,
    categories,
    publication,
    unknown: "(not known)",
    unnamed,
    of_station,
    amount: "amount, yuan",
    all_items: "all items",
    withdrew: "withdrew",
    no_orders: "none",
    comma: "; ",
    city: "the city",
    not_applicable: "not applicable",
    reach,
    counted,
    tally,
    went_back,
    loss,
    decline,
    leave,
    register,
    kind,
    ground: article_22,
    exit_order,
    blacklisted,
    seat,
};

fn title(statement: &Statement) -> String {
    let month = statement.month;
    if statement.is_closed {
        format!("Statement of {month}")
    } else {
        format!("Statement of {month}, which is not closed: as far as the record goes")
    }
}

fn line(of: Category, ranked: Option<i32>) -> String {
    let name = category(of);
    match ranked {
        Some(year) => format!("Line at the end: {name}, by the ranking of {year} (article 16)"),
        None => format!("Line at the end: {name}, no ranking yet (article 16)"),
    }
}

fn categories(of: &[Category]) -> String {
    let names: Vec<&str> = of.iter().map(|of| category(*of)).collect();
    if names.is_empty() { "none".into() } else { names.join(", ") }
}

fn publication(publication: Publication) -> &'static str {
    match publication {
        Publication::First => "published",
        Publication::Correction => "corrected",
    }
}

fn unnamed(station: &str) -> String {
    format!("an enterprise of station {station}")
}

fn of_station(name: &str, station: &str) -> String {
    format!("{name} of station {station}")
}

fn reach(reach: Reach) -> &'static str {
    match reach {
        Reach::At => "reached",
        Reach::Above => "exceeded: in breach",
    }
}

fn counted(counted: Counted) -> &'static str {
    match counted {
        Counted::Yes => "counts",
        Counted::No => "does not count",
    }
}

fn tally(tally: TallyEffect) -> &'static str {
    match tally {
        TallyEffect::ComesOff => "come off",
        TallyEffect::Stays => "stay",
    }
}

fn went_back(went_back: bool) -> &'static str {
    if went_back { "went back to it" } else { "unchanged" }
}

fn loss(loss: LossKind) -> &'static str {
    match loss {
        LossKind::Declined => "declined with cause",
        LossKind::Reassigned => "reassigned",
        LossKind::Exit => "the member left",
        LossKind::CalledOff => "called off before work began",
    }
}

fn decline(decline: DeclineKind) -> &'static str {
    match decline {
        DeclineKind::WithCause => "declined with cause",
        DeclineKind::WithoutCause => "declined without cause",
        DeclineKind::Complied => "mediated: the member complied",
        DeclineKind::CauseFound => "mediated: cause was found",
        DeclineKind::DidNotComply => "mediated: the member did not comply",
        DeclineKind::WalkedAway => "the enterprise walked away meanwhile",
        DeclineKind::BarLifted => "the bar was lifted: it may have the order again",
    }
}

fn late(occurred: Date) -> String {
    format!(" (happened {occurred})")
}

fn leave(leave: LeaveKind) -> &'static str {
    match leave {
        LeaveKind::Granted => "granted",
        LeaveKind::Ended => "ended",
    }
}

fn register(what: RegisterKind) -> &'static str {
    match what {
        RegisterKind::StationOpened(_) => "opened",
        RegisterKind::StationClosed(_) => "closed",
        RegisterKind::StationReopened(_) => "opened again",
        RegisterKind::ItemListed(_) => "put on the menu",
        RegisterKind::ItemDelisted(_) => "taken off the menu",
        RegisterKind::ItemRelisted(_) => "put back on the menu",
    }
}

fn article_22(of: Ground) -> String {
    format!("expelled for {} (ground {})", ground(of), of.number())
}

fn exit_order(of: &ExitOrder, to: Option<String>) -> String {
    match to {
        Some(member) => format!("{} to {member}", of.order),
        None => format!("{} held", of.order),
    }
}

fn blacklisted(what: BlacklistKind) -> String {
    match what {
        BlacklistKind::Abandoned(order) => format!("blacklisted: abandoned order {order}"),
        BlacklistKind::Unpaid(order) => format!("blacklisted: did not pay for order {order}"),
        BlacklistKind::Lifted => "taken off the list".into(),
    }
}

fn seat(what: CouncilKind) -> String {
    match what {
        CouncilKind::Seated(of) => format!("took {}", seat_words(of)),
        CouncilKind::Vacated(Vacancy::GivenUp) => "gave its seat up".into(),
        CouncilKind::Vacated(Vacancy::Breach) => "lost its seat for a breach".into(),
        CouncilKind::Vacated(Vacancy::Left) => "lost its seat: it left the alliance".into(),
        CouncilKind::Breach(breach) => {
            let what = breach_words(breach);
            format!("breach by its staff: {what}")
        }
    }
}
