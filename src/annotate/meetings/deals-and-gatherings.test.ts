import { describe, expect, it } from "vitest";
import { lee, met, ray } from "./met-rows.fixture.ts";

describe("meetings told by what came of them, and by who was there", () => {
  it.each<[string, readonly string[]]>([
    // What was agreed, by whom.
    [
      `A deal was reached Thursday between the unions and the oil companies after four days of talks.`,
      ["held talks: unions + oil companies"],
    ],
    [
      `The accord was signed by [Chad|PLACE] and [Mali|PLACE] after a week of negotiations in [Oslo|PLACE].`,
      ["held talks: Chad + Mali @ Oslo"],
    ],
    [`The accord was signed by [Chad|PLACE] after a week of negotiations in [Oslo|PLACE].`, []],
    [
      `The two spoke for the first time since last month's summit in [Peru|PLACE], where [Chad|PLACE] and [Mali|PLACE] signed a truce.`,
      ["held in-person: Chad + Mali @ Peru"],
    ],
    [`[Chad|PLACE] negotiated a trade deal with [Mali|PLACE].`, ["held talks: Chad + Mali"]],
    [
      `[Chad|PLACE] has negotiated trade agreements with [Mali|PLACE] and [Peru|PLACE].`,
      ["held talks: Chad + Mali", "held talks: Chad + Peru"],
    ],
    [
      `[Chad|PLACE] and [European Union|ORG] officials at a summit in [Oslo|PLACE] have agreed on a quota.`,
      ["held in-person: Chad + European Union officials @ Oslo"],
    ],
    // Who gathers.
    [`Among those attending the talks in [Oslo|PLACE] were ${lee} and ${ray}.`, ["held talks: Ann Lee + Tom Ray @ Oslo"]],
    [
      `[Qatar|PLACE] hosted a meeting of Arab foreign ministers on Sunday.`,
      ["held in-person: Qatar + Arab foreign ministers (Sunday → 2025-11-09)"],
    ],
    [`In a note after a meeting of ministers and ambassadors, the group praised the truce.`, []],
    [
      `This round of talks broke off with the rebels and the government accusing each other of murder.`,
      ["held talks: rebels + government"],
    ],
    [`The plan aimed at bringing [Chad|PLACE] and [Mali|PLACE] together for peace talks.`, ["hypothetical talks: Chad + Mali"]],
    [
      `African and Arab leaders will gather for talks in [Peru|PLACE] next week.`,
      ["planned talks: African + Arab leaders @ Peru (next week → 2025-11-17)"],
    ],
    // Examples of those who met.
    [
      `${lee} met leaders of several parties, including [Fatah|ORG] and [Hamas|ORG], in [Cairo|PLACE].`,
      ["held in-person: Ann Lee + leaders of several parties + Fatah + Hamas @ Cairo"],
    ],
    [`${lee} met leaders of several parties, including possibly [Hamas|ORG].`, ["held in-person: Ann Lee + leaders of several parties"]],
    [`The groups, including [Hamas|ORG], met ${ray} on Monday.`, ["held in-person: groups + Hamas + Tom Ray (Monday → 2025-11-10)"]],
    [
      `${lee} will discuss it with her Arab counterparts and officials of the [World Bank|ORG].`,
      ["planned talks: Ann Lee + her Arab counterparts + officials of the World Bank"],
    ],
    [`${lee} met with individuals from the oil industry.`, ["held in-person: Ann Lee + individuals"]],
    // Beside whom one speaks afterwards, whom one joins.
    [`${lee} spoke alongside Chancellor ${ray} after talks in [Oslo|PLACE].`, ["held talks: Ann Lee + Tom Ray @ Oslo"]],
    [
      `${lee} will join ministers from 40 countries for a meeting in [Oslo|PLACE].`,
      ["planned in-person: Ann Lee + ministers from 40 countries @ Oslo"],
    ],
    [`${lee} invited ${ray}, chairman of the party, to talks in [Oslo|PLACE].`, ["planned talks: Ann Lee + Tom Ray @ Oslo"]],
    // Who speaks of talks as their own.
    [`Prime Minister ${lee} said talks with the rebels depend on whether they disarm.`, ["hypothetical talks: Ann Lee + rebels"]],
    [
      `The head of the [Arab League|ORG] said talks with the rebels have not produced an agreement.`,
      ["held talks: head of the Arab League + rebels"],
    ],
    // One after the other, and by name.
    [
      `${lee} held one-on-one talks with ${ray} and [Eva Holm|PERSON].`,
      ["held talks: Ann Lee + Tom Ray", "held talks: Ann Lee + Eva Holm"],
    ],
    [
      `${lee}, her Chadian and Malian counterparts, ${ray} and [Eva Holm|PERSON], will meet in [Oslo|PLACE].`,
      ["planned in-person: Ann Lee + Tom Ray + Eva Holm @ Oslo"],
    ],
    [`${lee} met her friend and ally, Chadian leader ${ray}, in [Oslo|PLACE].`, ["held in-person: Ann Lee + Tom Ray @ Oslo"]],
    [`${lee} met [National Army|ORG] ([NA|ORG]) leader ${ray} in [Oslo|PLACE].`, ["held in-person: Ann Lee + Tom Ray"]],
    [`[Department of Health|ORG] Secretary ${lee} will meet with nurses in [Oslo|PLACE].`, ["planned in-person: Ann Lee + nurses @ Oslo"]],
    [`Her arrest follows a visit to [Peru|PLACE] by Vice President ${lee}.`, ["held visit: Ann Lee + Peru @ Peru"]],
    // Whom a guest deals with.
    [
      `Minister ${lee} visited [Chad|PLACE], where she signed a treaty with President ${ray}.`,
      ["held visit: Ann Lee + Chad + Tom Ray @ Chad"],
    ],
    [
      `The arrest follows a visit to [Chad|PLACE] by Minister ${lee}, who urged President ${ray} to resign.`,
      ["held visit: Ann Lee + Chad + Tom Ray @ Chad"],
    ],
    [`Minister ${lee} visited [Chad|PLACE], where the king urged ${ray} to resign.`, ["held visit: Ann Lee + Chad @ Chad"]],
    [
      `Mr. [Ray|PERSON] is to visit [Chad|PLACE] on November 5 and 6 at the invitation of President ${lee}.`,
      ["planned visit: Ray + Chad + Ann Lee @ Chad (November 5 and 6 → 2025-11-05)"],
    ],
    [`Mr. [Ray|PERSON] is to visit [Chad|PLACE] at the invitation of President ${lee}.`, ["planned visit: Ray + Chad + Ann Lee @ Chad"]],
    [
      `Prime Minister ${lee} launches a new bid for peace, with visits to [Chad|PLACE] and [Mali|PLACE].`,
      ["planned visit: Ann Lee + Chad @ Chad", "planned visit: Ann Lee + Mali @ Mali"],
    ],
    [
      `Prime Minister ${lee} launched a new bid for peace, with visits to [Chad|PLACE] and [Mali|PLACE].`,
      ["held visit: Ann Lee + Chad @ Chad", "held visit: Ann Lee + Mali @ Mali"],
    ],
    // Whose meeting it is, and who in office is there.
    [
      `At a meeting of European foreign ministers in [Oslo|PLACE], ${lee} said the plan had failed.`,
      ["held in-person: Ann Lee + European foreign ministers @ Oslo"],
    ],
    [`At a meeting of bankers in [Oslo|PLACE], ${lee} said rates would rise.`, []],
    [
      `[Chad|PLACE] and [Mali|PLACE] agreed to it, following a meeting of the countries' foreign ministers.`,
      ["held in-person: Chad + Mali"],
    ],
    [`${lee} told ${ray} on the sidelines of a summit in [Oslo|PLACE] that she would help.`, ["held in-person: Ann Lee + Tom Ray @ Oslo"]],
    [
      `She made the comment to ${ray} on Wednesday, on the sidelines of a summit in [Oslo|PLACE].`,
      ["held in-person: She + Tom Ray @ Oslo (Wednesday → 2025-11-12)"],
    ],
    [`She made the comment to reporters on the sidelines of a summit in [Oslo|PLACE].`, []],
    // A meeting is nobody's other side.
    [`Officials say the meeting will reopen dialogue between [Hamas|ORG] and the farmers.`, ["planned talks: Hamas + farmers"]],
  ])("%s", (marked, expected) => {
    expect(met(marked)).toEqual(expected);
  });
});

describe("how sure meetings are that somebody else decides on", () => {
  it.each<[string, readonly string[]]>([
    [`${lee} told ${ray} to meet with the rebels.`, ["hypothetical in-person: Tom Ray + rebels"]],
    [`${lee} told ${ray} to continue negotiating with the rebels.`, ["hypothetical talks: Tom Ray + rebels"]],
    [`Officials hope ${lee} will meet ${ray} in [Oslo|PLACE].`, ["hypothetical in-person: Ann Lee + Tom Ray @ Oslo"]],
    [`Officials said ${lee} will meet ${ray} in [Oslo|PLACE].`, ["planned in-person: Ann Lee + Tom Ray @ Oslo"]],
    [`[Chad|PLACE] has agreed to allow ${lee} to visit the prisoners.`, ["planned visit: Ann Lee + prisoners"]],
    [`[Chad|PLACE] was asked to allow ${lee} to visit the prisoners.`, ["hypothetical visit: Ann Lee + prisoners"]],
    [`${lee} agreed to resign after meeting with ${ray}.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`${lee} promised to decide after meeting with ${ray}.`, ["planned in-person: Ann Lee + Tom Ray"]],
    [`${lee} plans to resign after meeting with ${ray}.`, ["planned in-person: Ann Lee + Tom Ray"]],
    [`${lee} accepted an offer to meet ${ray}.`, ["planned in-person: Ann Lee + Tom Ray"]],
    [`Trade negotiations continue between [Chad|PLACE] and [Mali|PLACE] over the name.`, ["ongoing talks: Chad + Mali"]],
    [
      `Trade negotiations between [Chad|PLACE] and [Mali|PLACE] continue on Thursday.`,
      ["planned talks: Chad + Mali (Thursday → 2025-11-20)"],
    ],
    [`[Qatar|PLACE] has been mediating talks between [Hamas|ORG] and [Israel|PLACE].`, ["ongoing talks: Qatar + Hamas + Israel"]],
    [`The rebels have refused to participate in the talks until the government stops its raids.`, ["refused talks: rebels + government"]],
    [
      `On Tuesday, ${lee} and ${ray} held a summit in [Oslo|PLACE] to discuss trade.`,
      ["held in-person: Ann Lee + Tom Ray @ Oslo (Tuesday → 2025-11-11)"],
    ],
  ])("%s", (marked, expected) => {
    expect(met(marked)).toEqual(expected);
  });
});
