//! The report: one page in HTML that needs nothing else, in both languages.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use paidan::simulation::measures::Comparison;

use crate::chart;
use crate::lang::{Label, Lang};
use crate::measures::Measure;
use crate::study::{Study, VERSION};
use crate::summary::{Spread, Standing};
use crate::table::{NOT_EXERCISED, TOO_FEW, UNDEFINED, signed};

/// What is said in both languages; the page shows one.
fn both((zh, en): (&str, &str)) -> Markup {
    html! { span.zh lang="zh-Hans" { (zh) } span.en lang="en" { (en) } }
}

fn label(of: &Label) -> Markup {
    both((&of.zh, &of.en))
}

/// The page.
pub fn page(study: &Study, standings: &[Vec<Standing>]) -> String {
    let title = format!("{} · {}", study.title.zh, study.title.en);
    let page = html! {
        (DOCTYPE)
        html lang="zh-Hans" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { (PreEscaped(include_str!("style.css"))) }
            }
            body {
                input.pick #zh type="radio" name="language" checked;
                input.pick #en type="radio" name="language";
                div.picks { label for="zh" { "中文" } label for="en" { "English" } }
                main {
                    h1 { (label(&study.title)) }
                    (head(study))
                    (how_to_read(study))
                    nav {
                        ul {
                            @for world in &study.worlds {
                                li { a href=(format!("#{}", world.id)) { (label(&world.label)) } }
                            }
                            li { a href="#measures-told" { (both(("度量", "Measures"))) } }
                            li { a href="#policies-told" { (both(("口径", "Policies"))) } }
                        }
                    }
                    @for of in standings { (world(study, of)) }
                    (measures(study))
                    (policies(study))
                }
            }
        }
    };
    page.into_string()
}

/// What the results come of.
fn head(study: &Study) -> Markup {
    let seeds = study.seeds.end - study.seeds.start;
    html! {
        dl.head {
            dt { (both(("研究文件 SHA-256", "study file, SHA-256"))) }
            dd { code { (study.sha256) } }
            dt { (both(("版本", "version"))) }
            dd { (VERSION) ", " code { (&env!("PAIDAN_SOURCE")[..16]) } }
            dt { (both(("命令", "command"))) }
            dd { code { (study.command()) } }
            dt { (both(("种子", "seeds"))) }
            dd { (study.seeds.start) "–" (study.seeds.end - 1) " (" (seeds) ")" }
            dt { (both(("主要度量", "primary measure"))) }
            dd { (both(study.primary.name)) }
            dt { (both(("对照口径", "held against"))) }
            dd { (label(&study.policies[study.baseline].label)) }
        }
    }
}

fn how_to_read(study: &Study) -> Markup {
    let many = study.policies.len() > 1;
    html! {
        p {
            (both((
                "每个种子是一座城市的一年。同一种子下，各口径面对同一批委托、同样的拒接与完成：事件逐一对应，只有口径的决定不同。数字是模拟所得，不是预测。",
                "Each seed is a year of a city. With the same seed every policy meets the same orders, declines and completions: events are matched one by one, and only what the policy decides differs. The numbers are simulated and no forecast.",
            )))
        }
        @if many {
            p {
                (both((
                    "差值逐种子相减后取平均，区间为 95% 的 t 区间；方差比远小于 1，说明配对去掉了大部分偶然；接近 1 则配对无益，两种口径下的一年已各走各路。",
                    "Differences are taken seed by seed, with a t interval at 95 %. A variance ratio far below 1 says that pairing has removed most of chance; near 1 it has won nothing, since under the two policies the years went different ways.",
                )))
            }
        }
        p {
            span.untested { (both(NOT_EXERCISED)) }
            (both((
                "：所有种子中都没有发生可供检验的事（例如无人达到上限）。这不等于差别为零，而是对此一无所知。",
                ": in no seed did anything happen by which it could be tried (no cap was reached, say). That is no difference of nothing: nothing is known of it.",
            )))
        }
    }
}

fn world(study: &Study, standings: &[Standing]) -> Markup {
    let Some(first) = standings.first() else { return html! {} };
    let world = &study.worlds[first.world];
    html! {
        section.world {
            h2 #(world.id) { (label(&world.label)) }
            (untested(study, standings))
            @for lang in Lang::ALL {
                div.charts.(lang.tag()) lang=(lang.of(("zh-Hans", "en"))) {
                    @for (_, chart) in chart::all(study, standings, lang) { figure { (chart) } }
                }
            }
            @if standings.len() > 1 {
                h3 { (both(study.primary.name)) (both(("：配对差", ": paired differences"))) }
                (differences(study, standings))
            }
            (noise(study, standings))
            details {
                summary { (both(("全部数字", "All numbers"))) }
                (numbers(study, standings))
            }
        }
    }
}

/// What was never put to the test, policy by policy.
fn untested(study: &Study, standings: &[Standing]) -> Markup {
    let lists = standings.iter().filter_map(|of| {
        let pairs = study.measures.iter().zip(&of.spreads);
        let names = pairs.filter(|(_, spread)| matches!(spread, Spread::NotExercised));
        let names: Vec<(&str, &str)> = names.map(|(measure, _)| measure.name).collect();
        (!names.is_empty()).then_some((of.policy, names))
    });
    let lists: Vec<(usize, Vec<(&str, &str)>)> = lists.collect();
    html! {
        @if !lists.is_empty() {
            aside {
                @for (policy, names) in &lists {
                    @let zh = names.iter().map(|of| of.0).collect::<Vec<_>>().join("、");
                    @let en = names.iter().map(|of| of.1).collect::<Vec<_>>().join(", ");
                    p {
                        span.untested { (both(NOT_EXERCISED)) } " · "
                        (label(&study.policies[*policy].label)) (both((&format!("：{zh}"), &format!(": {en}"))))
                    }
                }
            }
        }
    }
}

fn compared(measure: &Measure, of: &Comparison) -> Markup {
    match of {
        Comparison::NotExercised => html! {
            td.untested { (both(NOT_EXERCISED)) } td {} td {}
        },
        Comparison::TooFew { .. } => html! { td.quiet { (both(TOO_FEW)) } td {} td {} },
        Comparison::Measured(paired) => html! {
            td.number {
                @if paired.is_different() { b { (signed(measure, &paired.mean)) } }
                @else { (signed(measure, &paired.mean)) }
            }
            td.number { (signed(measure, &paired.low)) " … " (signed(measure, &paired.high)) }
            td.number {
                @match &paired.variance_ratio {
                    Some(ratio) => (format!("{ratio:.3}")),
                    None => "—",
                }
            }
        },
    }
}

fn differences(study: &Study, standings: &[Standing]) -> Markup {
    let primary = study.measures.iter().position(|of| of.id == study.primary.id).unwrap_or(0);
    html! {
        div.wide {
            table {
                thead {
                    tr {
                        th { (both(("口径", "policy"))) }
                        th { (both(("差", "difference"))) }
                        th { (both(("95% 区间", "95 % interval"))) }
                        th { (both(("方差比", "variance ratio"))) }
                    }
                }
                tbody {
                    @for of in standings {
                        @if let Some(all) = &of.differences {
                            tr {
                                td { (label(&study.policies[of.policy].label)) }
                                (compared(study.primary, &all[primary]))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// How far two members come apart that nothing tells apart.
fn noise(study: &Study, standings: &[Standing]) -> Markup {
    html! {
        @if standings.iter().any(|of| of.noise.is_some()) {
            h3 { (both(("噪声底", "Noise floor"))) }
            p {
                (both((
                    "两家会员的服务事项、业务量与受青睐程度完全相同，全年按轮次所得的订单仍会相差这么多；更小的差别不能说明不公平。",
                    "Two members with the same offers, volumes and popularity come this far apart in orders by turn in a year; a smaller difference shows no unfairness.",
                )))
            }
            div.wide {
                table {
                    thead {
                        tr {
                            th { (both(("口径", "policy"))) }
                            th { (both(("平均", "mean"))) }
                            th { "95%" }
                            th { (both(("最多", "most"))) }
                        }
                    }
                    tbody {
                        @for of in standings {
                            @if let Some(noise) = &of.noise {
                                tr {
                                    td { (label(&study.policies[of.policy].label)) }
                                    td { (format!("{:.2}", noise.mean)) }
                                    td { (noise.at_95) }
                                    td { (noise.largest) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Every measure of every policy.
fn numbers(study: &Study, standings: &[Standing]) -> Markup {
    html! {
        @for (place, measure) in study.measures.iter().enumerate() {
            h3 { (both(measure.name)) }
            div.wide {
                table {
                    thead {
                        tr {
                            th { (both(("口径", "policy"))) }
                            th { (both(("平均", "mean"))) }
                            th { "5%–95%" }
                            th { (both(("差", "difference"))) }
                            th { (both(("95% 区间", "95 % interval"))) }
                            th { (both(("方差比", "variance ratio"))) }
                        }
                    }
                    tbody {
                        @for of in standings {
                            tr {
                                td { (label(&study.policies[of.policy].label)) }
                                @match &of.spreads[place] {
                                    Spread::NotExercised => { td.untested { (both(NOT_EXERCISED)) } td {} },
                                    Spread::Undefined => { td.quiet { (both(UNDEFINED)) } td {} },
                                    Spread::Values(values) => {
                                        td.number { (measure.show(&values.mean)) }
                                        td.number {
                                            (measure.show(&values.ranks[1])) "–" (measure.show(&values.ranks[3]))
                                        }
                                    }
                                }
                                @match &of.differences {
                                    Some(all) => (compared(measure, &all[place])),
                                    None => { td.quiet { (both(("对照", "baseline"))) } td {} td {} },
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn measures(study: &Study) -> Markup {
    html! {
        h2 #measures-told { (both(("度量", "Measures"))) }
        dl.words {
            @for measure in &study.measures {
                dt { (both(measure.name)) " " code { (measure.id) } }
                dd { (both(measure.is)) }
            }
        }
    }
}

fn policies(study: &Study) -> Markup {
    html! {
        h2 #policies-told { (both(("口径", "Policies"))) }
        dl.words {
            @for policy in &study.policies {
                dt { (label(&policy.label)) " " code { (policy.id) } }
                dd {
                    code { (policy.made_of.join("; ")) } " "
                    span.quiet { "SHA-256 " code { (&policy.sha256[..16]) } }
                }
            }
        }
    }
}
