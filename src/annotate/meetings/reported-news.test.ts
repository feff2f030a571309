import { describe, expect, it } from "vitest";
import { holm, lee, met, ray } from "./met-rows.fixture.ts";

describe("meetings as papers tell them: who says so in between, offers, spells, places in front", () => {
  it.each<[string, readonly string[]]>([
    [
      `${lee} and ${ray} took a room at the [Ritz|PLACE] on 7 November, people said, and talked for two hours about prices.`,
      ["held talks: Ann Lee + Tom Ray @ Ritz (7 November → 2025-11-07)"],
    ],
    [`${lee} had "a brief and unscheduled exchange" with ${ray}, a spokesman said.`, ["held talks: Ann Lee + Tom Ray"]],
    [`${lee} agreed to an exchange of prisoners with the rebels.`, []],
    [`${ray}, who came on foot, spent the best part of two hours with ${lee}.`, ["held in-person: Tom Ray + Ann Lee"]],
    [`${ray} spent most of Wednesday with ${lee}.`, ["held in-person: Tom Ray + Ann Lee (Wednesday → 2025-11-12)"]],
    [`${ray} spent most of the money with ${lee}.`, []],
    [
      `The secretary, ${lee}, meanwhile turned down a request from the union to see her, saying that there was no need.`,
      ["refused in-person: union + her"],
    ],
    [`On the tarmac at [Torrejon|PLACE], Minister ${lee} received ${ray}.`, ["held in-person: Ann Lee + Tom Ray @ Torrejon"]],
    [
      `Minister ${lee} will see the head of the agency in [Chad|PLACE], ${ray}, on Friday morning at the ministry in [Lima|PLACE].`,
      ["planned in-person: Ann Lee + Tom Ray @ Lima (Friday morning → 2025-11-14)"],
    ],
    [`${lee} rejected a report according to which she had met ${ray}.`, ["denied in-person: she + Tom Ray"]],
    [`${lee} confirmed a report according to which she had met ${ray}.`, ["held in-person: she + Tom Ray"]],
    [
      `The summit between ${lee} and ${ray} has been delayed. Aides said the summit in [Lima|PLACE] would go ahead on 28 November.`,
      ["cancelled in-person: Ann Lee + Tom Ray", "planned in-person: Ann Lee + Tom Ray @ Lima (28 November → 2025-11-28)"],
    ],
    [
      `The summit between ${lee} and ${ray} has been delayed. The envoys ${holm} and [Kim Soo|PERSON] talked for an hour. The summit would go ahead on 28 November, Ms. Holm said.`,
      [
        "cancelled in-person: Ann Lee + Tom Ray",
        "held talks: Eva Holm + Kim Soo",
        "planned in-person: Ann Lee + Tom Ray (28 November → 2025-11-28)",
      ],
    ],
    [
      `${lee} and ${ray} discussed an approach to prices during a meeting in [Lima|PLACE] on Monday.`,
      ["held in-person: Ann Lee + Tom Ray @ Lima (Monday → 2025-11-10)"],
    ],
    [`${lee} discussed the crisis in [Chad|PLACE] with ${ray}.`, ["held talks: Ann Lee + Tom Ray"]],
    [`${lee} discussed trade with ${ray}.`, ["held talks: Ann Lee + Tom Ray"]],
    [`${lee} and ${ray} sat together in [Lima|PLACE].`, ["held in-person: Ann Lee + Tom Ray @ Lima"]],
    [`${lee} and ${ray} talked until midnight and froze the rise until March.`, ["held talks: Ann Lee + Tom Ray"]],
    [`The talks between ${lee} and ${ray} lasted until Friday.`, ["held talks: Ann Lee + Tom Ray (Friday → 2025-11-14)"]],
    [
      `${ray} told President ${lee} on Thursday that the church would help. The two men spoke for an hour.`,
      ["held talks: two men + two men"],
    ],
    [`${lee} met ${ray} in [Lima|PLACE]. There was no meeting with ${holm}.`, ["held in-person: Ann Lee + Tom Ray @ Lima"]],
    // Of unions.
    [
      "Contract talks between the teachers and the school district resume on Monday.",
      ["planned talks: teachers + school district (Monday → 2025-11-17)"],
    ],
    [`[Halden|ORG] resumed bargaining with the union on Monday.`, ["held talks: Halden + union (Monday → 2025-11-10)"]],
    ["The collective bargaining agreement between the league and the union expires on Monday.", []],
    // A long sentence later, as the two were spoken of in between.
    [
      `The top official, ${lee}, quietly met ${ray} in [Lima|PLACE], just as her staff were putting the last touches to a decision that could cost the firm as much as two billion, three people briefed on it said. The pair were both in the city for a fair, at which neither appeared on a panel. They spoke for an hour on Monday.`,
      ["held in-person: Ann Lee + Tom Ray @ Lima", "held talks: They + They (Monday → 2025-11-10)"],
    ],
    [`President ${lee} returned from [Cuba|PLACE] after a state visit.`, ["held visit: Ann Lee + Cuba @ Cuba"]],
    [`The singer ${lee} returned from [Cuba|PLACE] after a visit.`, []],
  ])("%s", (marked, expected) => {
    expect(met(marked)).toEqual(expected);
  });
});
