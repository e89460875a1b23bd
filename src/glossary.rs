//! 用语: the words of the rules, in English and in Chinese, with what stands for each in the code.
//!
//! The rules begin with the words that they define themselves ([rules 0](crate::rules#0)). Both
//! READMEs have this table, too, and a test holds that all of them give the same word for the same
//! thing. The engine *refuses* a command, and a member *declines* an order: these are two things.
//! Number words follow the statutes: 以上, 不低于, 不少于 and 达到 include the number, 超过 does not.
//!
//! # Words
//!
//! | 中文 | word | in code | what it is |
//! | --- | --- | --- | --- |
//! | 科技服务联盟 | alliance | [`Alliance`] | the whole state of one city |
//! | 会员单位 | member | [`Member`] | a firm in the alliance |
//! | 类别 | category, class | [`Category`] | finance 财务, research 研发, patent 专利 or comprehensive 综合 |
//! | 服务事项、菜单 | service item, menu | [`ServiceItem`] | what is offered and ordered; each is of one category |
//! | 服务站 | station | [`Station`] | a town's service point, through which orders come in |
//! | 企业 | enterprise | [`Enterprise`] | the customer |
//! | 委托、订单 | order | [`Order`], [`OrderRecord`] | one enterprise, one item, one price; accepting one is 接单 |
//! | 派单 | dispatch | [`dispatch()`] | giving an order to a member |
//! | 点单 | designation | [`Order::designated`], [`Act::Designate`] | the enterprise names the member |
//! | 排位 | ranking | [`Act::PublishRanking`] | members of a class by last year's number of local high-tech orders |
//! | 排位序列 | line | [`Alliance::line`] | the ranking in motion: who is given an order goes to its end |
//! | 依次 | in turn | [`Turn`] | how a line goes round; a city chooses one of three readings |
//! | 位次 | place | [`Place`] | where a member stands in a line |
//! | 符合条件 | eligible | [`Standing`] | can be given this order by turn |
//! | 待派 | held | [`OrderState::Held`] | accepted and waiting, since nobody is eligible |
//! | 承接 | assigned | [`OrderState::Assigned`] | with a member |
//! | 未了结 | open | [`OrderState`] | assigned or declined |
//! | 接单量 | tally | [`Alliance::tallied_orders`], [`Alliance::tallied_amount`] | what a member was given in the month, less what came off it |
//! | 上限 | cap | [`CapsPolicy`] | 50 % of an item's orders, 30 % of the amount in all |
//! | 暂停派单 | suspension | [`Suspension`] | nothing by turn in the month after reaching a cap |
//! | 月内限额 | guard | [`Guard`] | passes over, within the month, who would exceed a cap |
//! | 经同意暂不派单 | leave | [`Act::GrantLeave`] | the council lets a member be passed over by turn for a while |
//! | 拒接 | decline | [`Act::Decline`] | a member will not take an order it was given |
//! | 协调 | mediation | [`Act::Mediate`] | the platform settles an order that was declined without cause |
//! | 承接限制 | bar | [`Bar`] | why a member cannot be given one certain order |
//! | 调单 | reassignment | [`reassign()`], [`Act::Reassign`] | lagging work is taken from a member and given to another |
//! | 连续调单次数 | run | [`Member::run`] | reassignments in a row in one year; two and the member exits |
//! | 退出 | exit | [`Membership`] | leaving the alliance: withdrawn 自愿退出 or expelled 责令退出 |
//! | 理事会、席位 | council, seat | [`Council`], [`Seat`] | five seats, each held by a member |
//! | 驻点日 | duty day | [`Act::PublishDuty`] | a day on which a station is staffed |
//! | 履约保证金 | deposit | [`OrderRecord::deposit`] | what an enterprise leaves as a surety for the fee |
//! | 黑名单 | blacklist | [`Enterprise::blacklisted`] | enterprises that abandoned an order or would not pay |
//! | 高企 | high-tech enterprise | [`GoalRegister`] | a company certified as one, 高新技术企业; firms are ranked by their work for them |
//! | 规则口径、口径 | policy, reading | [`Policy`] | every number and every reading of the text that a city may choose |
//! | 不予受理 | refuse | [`Refusal`] | the engine refuses a command, and nothing changes |
//! | 台账、序号 | ledger, position | [`Alliance::next_position`] | the record of every accepted command, in one sequence |
//! | 月报 | statement | [`Statement`] | the account of a month, for the city and for the public |
//!
//! # 用语
//!
//! | 用语 | 英文 | 含义 |
//! | --- | --- | --- |
//! | 科技服务联盟 | alliance | 一个城市的全部状态 |
//! | 会员单位 | member | 加入联盟的中介机构 |
//! | 类别 | category, class | 财务、研发、专利、综合四类 |
//! | 服务事项、菜单 | service item, menu | 可提供、可委托的事项，各属一个类别 |
//! | 服务站 | station | 设在镇街道的服务点，订单由此进来 |
//! | 企业 | enterprise | 购买服务的一方 |
//! | 委托、订单 | order | 一家企业、一个事项、一个价款；受理即接单 |
//! | 派单 | dispatch | 把订单派给会员单位 |
//! | 点单 | designation | 企业指定会员单位 |
//! | 排位 | ranking | 同类会员单位按上年业务量的次序 |
//! | 排位序列 | line | 运行中的排位：承接之后移至末位 |
//! | 依次 | in turn | 序列怎样轮转，有三种口径可选 |
//! | 位次 | place | 会员单位在序列中所站之处 |
//! | 符合条件 | eligible | 可以依次派给该单 |
//! | 待派 | held | 已受理而没有符合条件的会员单位，等候派单 |
//! | 承接 | assigned | 已派给会员单位 |
//! | 未了结 | open | 承接，或者拒接而在协调中 |
//! | 接单量 | tally | 会员单位当月派到的业务，已扣减失去的 |
//! | 上限 | cap | 单一服务事项的50 %，总服务额的30 % |
//! | 暂停派单 | suspension | 达到上限，次月不再依次派单 |
//! | 月内限额 | guard | 当月之内越过承接后将超过上限的会员单位 |
//! | 经同意暂不派单 | leave | 理事会同意一段时间内依次派单时越过 |
//! | 拒接 | decline | 会员单位不肯承接派给它的订单 |
//! | 协调 | mediation | 平台处理无故拒接的订单 |
//! | 承接限制 | bar | 会员单位不得承接某一订单的缘由 |
//! | 调单 | reassignment | 把滞后的业务从一家调给另一家 |
//! | 连续调单次数 | run | 同一年度内连续被调单的次数，满两次即退出 |
//! | 退出 | exit | 离开联盟：自愿退出，或者责令退出 |
//! | 理事会、席位 | council, seat | 五个席位，由会员单位担任 |
//! | 驻点日 | duty day | 服务站有人驻点的日子 |
//! | 履约保证金 | deposit | 企业为履约支付的保证金 |
//! | 黑名单 | blacklist | 中途放弃服务或者拒付服务费的企业 |
//! | 高企 | high-tech enterprise | 高新技术企业；排位依为其承接的业务量 |
//! | 规则口径、口径 | policy, reading | 一地可以选定的全部数字和理解口径 |
//! | 不予受理 | refuse | 引擎不受理指令，什么都不改变 |
//! | 台账、序号 | ledger, position | 全部受理指令的记录，依一个序列 |
//! | 月报 | statement | 一个月的派单情况，有全市版和公开版 |

// The table links to what the roof shows.
#[cfg(doc)]
use super::*;
