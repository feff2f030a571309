import { describe, expect, it } from "vitest";
import { annotateMarked } from "../marked-names.fixture.ts";
import { holm, lee, met, ray } from "./met-rows.fixture.ts";

describe("meetings in sentences of news agencies", () => {
  it.each<[string, readonly string[]]>([
    // Days without "on", right behind a place.
    [
      `The presidents of [Peru|PLACE] and [Chad|PLACE] met in [Oslo|PLACE] Monday.`,
      ["held in-person: presidents of Peru + Chad @ Oslo (Monday → 2025-11-10)"],
    ],
    [
      `A rocket fell on [Lima|PLACE] Saturday as envoys from [Peru|PLACE] and [Chad|PLACE] held talks.`,
      ["held talks: envoys from Peru + Chad (Saturday → 2025-11-08)"],
    ],
    [
      `The six-party talks - involving [Peru|PLACE], [Chad|PLACE] and the two [Koreas|PLACE] - recessed Sunday.`,
      ["held talks: Peru + Chad + Koreas (Sunday → 2025-11-09)"],
    ],
    // Whose president.
    [`Peruvian President ${lee} says she is open to talks with the U.S. president.`, ["hypothetical talks: she + U.S. president"]],
    // Whom "them" leaves out, and who spends the day how.
    [
      `${lee} met leaders of the rebels to urge them to send envoys to the next round of talks.`,
      ["held in-person: Ann Lee + leaders of the rebels"],
    ],
    [`${lee} is expected to spend Monday visiting troops on the base.`, ["planned visit: Ann Lee + troops (Monday → 2025-11-17)"]],
    [`The government and the rebels are continuing talks through Christmas.`, ["ongoing talks: government + rebels"]],
    // Where: the town, not the country whose troops they are; where somebody is on the way to.
    [`${lee} visited [U.S.|PLACE] troops in [Lima|PLACE].`, ["held visit: Ann Lee + U.S. troops @ Lima"]],
    [
      `${lee} is on her way to [Oslo|PLACE] for talks Friday with ${ray}.`,
      ["planned talks: Ann Lee + Tom Ray @ Oslo (Friday → 2025-11-14)"],
    ],
    // Who brings them together.
    [`[Peru|PLACE] and [Chad|PLACE] agreed to a truce, with [Oman|PLACE] mediating the talks.`, ["held talks: Oman + Peru + Chad"]],
    [
      `[Peru|PLACE] and [Chad|PLACE] held talks Monday with [Oman|PLACE] mediating.`,
      ["held talks: Oman + Peru + Chad (Monday → 2025-11-10)"],
    ],
    // What somebody is going to raise in them, told before; told there, they are held.
    [`In her talks with ${ray}, ${lee} has said she will raise trade.`, ["planned talks: her + Tom Ray"]],
    [`In her talks with ${ray}, ${lee} said she would raise taxes.`, ["held talks: her + Tom Ray"]],
    // Visits and what they are for.
    [
      `${lee} visited [Lima|PLACE] Saturday to discuss the drought with officials.`,
      ["held talks: Ann Lee + officials @ Lima (Saturday → 2025-11-08)"],
    ],
    [
      `${lee} will visit [Lima|PLACE] before meeting ${ray} in [Oslo|PLACE].`,
      ["planned visit: Ann Lee + Lima @ Lima", "planned in-person: Ann Lee + Tom Ray @ Oslo"],
    ],
    [`Minister ${lee} is in [Peru|PLACE] to discuss ways to end the drought.`, ["planned talks: Ann Lee + Peru @ Peru"]],
    [`Minister ${lee} is travelling to [Peru|PLACE] and [Chad|PLACE] to discuss security.`, []],
    [`${lee} will travel to [Peru|PLACE] to discuss improving security with ${ray}.`, ["planned talks: Ann Lee + Tom Ray @ Peru"]],
    [
      `A cleric opposes Prime Minister ${lee}'s visit to [Peru|PLACE] Monday.`,
      ["planned visit: Ann Lee + Peru @ Peru (Monday → 2025-11-17)"],
    ],
    // Lists of sides.
    [
      `Senator ${lee}, state lawmakers and farmers will meet Cuban officials.`,
      ["planned in-person: Ann Lee + state lawmakers + farmers + Cuban officials"],
    ],
    [
      `${holm} will meet ${lee}, the envoy to Lima, and ${ray}, the head of a trade bureau.`,
      ["planned in-person: Eva Holm + Ann Lee + Tom Ray"],
    ],
    [
      `Envoys from [Peru|PLACE], [Chad|PLACE] and [Oman|PLACE] are involved in the talks.`,
      ["ongoing talks: Envoys from Peru + Chad + Oman"],
    ],
    [`The annual meetings of the [World Bank|ORG] and the [Monetary Fund|ORG] open in [Lima|PLACE] on Monday.`, []],
    // Whose offer is turned down.
    [`Israeli leaders have dismissed President ${lee}'s offer to resume peace talks.`, ["refused talks: Israeli leaders + Ann Lee"]],
    [`The rebels turned down President ${lee}'s offer to hold talks.`, ["refused talks: rebels + Ann Lee"]],
    // What is still to come, or open.
    [`The report comes a month before President ${lee} makes a visit to [Peru|PLACE].`, ["planned visit: Ann Lee + Peru @ Peru"]],
    [`Her return depends upon negotiations between ${lee} and ${ray}.`, ["hypothetical talks: Ann Lee + Tom Ray"]],
    [`[Acme|ORG] has been selected to receive this year's Vulcan Award.`, []],
    // One meeting, told with what it belongs to.
    [`${lee} has met ${ray} as she winds up her visit to [Peru|PLACE].`, ["held in-person: Ann Lee + Tom Ray"]],
    [
      `Envoys from [Peru|PLACE] and [Chad|PLACE] will meet to discuss restarting talks on the border.`,
      ["planned in-person: Envoys from Peru + Chad"],
    ],
    [
      `${lee} conducted a video conference Thursday with ${ray} to discuss security.`,
      ["held call: Ann Lee + Tom Ray (Thursday → 2025-11-13)"],
    ],
    [
      `Ministers hold talks on [Chad|PLACE], which is scheduled to begin negotiations with the [European Union|ORG].`,
      ["planned talks: Chad + European Union"],
    ],
    // Who says so behind a phrase with another's name is a third.
    [
      `Speaking after talks with Peruvian President ${ray}, the Chilean leader said the border will stay open.`,
      ["held talks: Chilean leader + Tom Ray"],
    ],
    // Whose programme.
    [`Chancellor ${lee} arrives Monday. Her schedule includes talks with ${ray}.`, ["planned talks: Her + Tom Ray"]],
    [`${lee}'s itinerary features a meeting with ${ray}.`, ["planned in-person: Ann Lee + Tom Ray"]],
    [`The group includes lawyers who met ${ray}.`, ["held in-person: lawyers + Tom Ray"]],
    // Whose talks, where they are to be revived, and on what they hang.
    [`The premier's efforts to revive talks with the rebels have stalled.`, ["hypothetical talks: premier + rebels"]],
    [`[Chad|PLACE] will not resume talks until the rebels lay down their arms.`, ["refused talks: Chad + rebels"]],
    [`[Chad|PLACE] says it will not return to the talks unless [Oman|PLACE] opens its ports.`, ["refused talks: it + Oman"]],
    [`[Chad|PLACE] will not resume talks until the rain stops.`, []],
    [`[Chad|PLACE] has rejected any conditions for talks with the rebels.`, ["hypothetical talks: Chad + rebels"]],
    [`[Chad|PLACE] has rejected an appeal for talks with the rebels.`, ["refused talks: Chad + rebels"]],
    // An official who goes to a capital for talks; not who visits it, nor where somebody mediates.
    [`Energy Minister ${lee} left for [Lima|PLACE] for talks on gas.`, ["planned talks: Ann Lee + Lima"]],
    [`Energy Minister ${lee} is in [Lima|PLACE] for talks on gas.`, ["planned talks: Ann Lee + Lima @ Lima"]],
    [`Energy Minister ${lee} flew to [Vienna|PLACE] for talks on gas.`, []],
    [`Two rebel leaders flew to [Lima|PLACE] for talks on a truce.`, []],
    [`${lee} flew to [Lima|PLACE] for a three-day visit.`, []],
    // "Him" is not who refuses.
    [`The envoy says the minister has refused to meet him.`, ["refused in-person: minister + envoy"]],
    [`${ray} says the foreign minister has refused to meet with him.`, ["refused in-person: foreign minister + him"]],
    // What the name behind "group" tells, and who is seen on the pictures.
    [
      `[Peru|PLACE]'s premier and the exiled leader of the rebel group [Halden|ORG] have held a meeting in [Lima|PLACE].`,
      ["held in-person: Peru's premier + exiled leader of the rebel group Halden @ Lima"],
    ],
    [`State television broadcast pictures of President ${lee} meeting with ${ray}.`, ["held in-person: Ann Lee + Tom Ray"]],
    // Origins of two words.
    [`[U.S.|PLACE] and South Korean officials met on Monday.`, ["held in-person: U.S. + South Korean officials (Monday → 2025-11-10)"]],
    [
      `The talks between Japanese, Chinese and North Korean delegates ended on Monday.`,
      ["held talks: Japanese + Chinese + North Korean delegates (Monday → 2025-11-10)"],
    ],
    // Days between the verb, its side and its place.
    [
      `Chancellor ${lee} will meet with British Prime Minister ${ray} next Friday in [Lima|PLACE] for talks on the crisis.`,
      ["planned in-person: Ann Lee + Tom Ray @ Lima (next Friday → 2025-11-21)"],
    ],
    [
      `She said ${lee} met on September 21 with ${ray}, chief counselor of the embassy.`,
      ["held in-person: Ann Lee + Tom Ray (September 21 → 2025-09-21)"],
    ],
    [`The deal comes at a crucial time as [Peru|PLACE] and [Chad|PLACE] discuss the withdrawal of troops.`, ["held talks: Peru + Chad"]],
    // Those who would talk, by what they say of it.
    [`[Halden|ORG] leaders say talks with [Peru|PLACE] would be a waste of time.`, ["hypothetical talks: Halden leaders + Peru"]],
    [`[Chad|PLACE] says talks with [Peru|PLACE] are a waste of time.`, []],
    // Whose talks they might hold, nobody says.
    [`${lee} held talks with ${ray}. The rebels are split on whether they should hold the talks.`, ["held talks: Ann Lee + Tom Ray"]],
    // Who is kept from whom.
    [`Police stopped ${lee} from meeting ${ray}.`, ["refused in-person: Ann Lee + Tom Ray"]],
    [`Guards kept ${lee} from meeting with ${ray}.`, ["refused in-person: Ann Lee + Tom Ray"]],
    [`The envoy ${lee} says she has been blocked from visiting [Cuba|PLACE].`, ["refused visit: she + Cuba @ Cuba"]],
    // What is due is to come, in reported clauses, too.
    [`She says Peruvian envoys were due to visit [Oslo|PLACE] to sell gas.`, ["planned visit: Peruvian envoys + Oslo @ Oslo"]],
    // Two fields of office, and faiths.
    [
      `Talks between Israeli and Palestinian security and military officials ended on Monday.`,
      ["held talks: Israeli + Palestinian security and military officials (Monday → 2025-11-10)"],
    ],
    [`${lee} met the opposition and the foreign ministers.`, ["held in-person: Ann Lee + opposition + foreign ministers"]],
    [`Sunni and Shi'ite leaders met on Monday.`, ["held in-person: Sunni + Shi'ite leaders (Monday → 2025-11-10)"]],
    // No meetings: an interview, what is overheard, journeys for something else.
    [`[VOA|ORG]'s ${lee} spoke with ${ray} about the drought.`, []],
    [`Its job is to record phone conversations between residents and strangers abroad.`, []],
    [`The conversations between residents and strangers lasted an hour.`, ["held talks: residents + strangers"]],
    [`Mr. [Ray|PERSON] visited [Peru|PLACE] last week to attend a concert.`, []],
    [`Mr. [Ray|PERSON] visited [Peru|PLACE] to sign a treaty.`, ["held visit: Ray + Peru @ Peru"]],
    [`Mr. [Ray|PERSON] has cancelled his trip to [Peru|PLACE] to attend a concert.`, []],
    // Clauses without "whom", and what only looks like one.
    [`The judge freed a smuggler he met in prison.`, ["held in-person: judge + smuggler"]],
    [`${lee} spoke with officials she had met in [Lima|PLACE].`, ["held talks: Ann Lee + officials"]],
    [`The women ${lee} met with in [Lima|PLACE] are free.`, []],
    [`The group, whose members met last week, is broke.`, []],
    [`The house he visited last year burned down.`, []],
    [`${lee} told reporters that she and ${ray} would probably meet in [Lima|PLACE].`, ["planned in-person: she + Tom Ray @ Lima"]],
    // To whom somebody hands something at a meeting, and whom one joins for talks.
    [`${lee} handed her letter to Ambassador ${ray} at a meeting Sunday.`, ["held in-person: Ann Lee + Tom Ray (Sunday → 2025-11-09)"]],
    [`${lee} gave evidence to the court at a meeting in [Lima|PLACE].`, []],
    [`${lee} is scheduled to join ${ray} for the talks in [Lima|PLACE].`, ["planned talks: Ann Lee + Tom Ray @ Lima"]],
    // One origin of two words, and two that are joined; days behind those whom one meets.
    [
      `${lee} met with finance ministers from several other South American nations.`,
      ["held in-person: Ann Lee + finance ministers from several other South American nations"],
    ],
    [
      `${lee} met with ministers from several Central American nations.`,
      ["held in-person: Ann Lee + ministers from several Central American nations"],
    ],
    [
      `${lee} met with ministers from several Arab and Western nations.`,
      ["held in-person: Ann Lee + ministers from several Arab + Western nations"],
    ],
    // What is met at an airport, and one journey told twice.
    [`Medics met Mr. [Ray|PERSON]'s plane at the airport.`, []],
    [`${lee} has visited troops in [Cuba|PLACE] while on a three-day visit to the country.`, ["held visit: Ann Lee + troops @ Cuba"]],
  ])("%s", (marked, expected) => {
    expect(met(marked)).toEqual(expected);
  });

  it("makes one meeting of two days in a row, also where nobody knows the day of publication", () => {
    const dates = (marked: string): (string | undefined)[] => annotateMarked(marked).meetings.map(({ date }) => date?.text);
    expect(dates(`${lee} will meet ${ray} in [Oslo|PLACE] on Sunday and Monday.`)).toEqual(["Sunday and Monday"]);
    expect(dates(`${lee} will meet ${ray} in [Oslo|PLACE] on Sunday and Friday.`)).toEqual(["Sunday", "Friday"]);
  });
});
