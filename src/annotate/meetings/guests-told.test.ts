import { describe, expect, it } from "vitest";
import { annotateMarked } from "../marked-names.fixture.ts";
import { holm, lee, met, ray } from "./met-rows.fixture.ts";

describe("guests, and who does what", () => {
  it.each<[string, readonly string[]]>([
    [`${lee} told a visiting Chilean delegation that the talks would resume.`, ["held visit: Ann Lee + visiting Chilean delegation"]],
    [`${lee} will urge visiting Foreign Minister ${ray} to resume the talks.`, ["planned visit: Ann Lee + Tom Ray"]],
    [`${lee} met visiting Foreign Minister ${ray}.`, ["held in-person: Ann Lee + Tom Ray"]],
    [
      `The Peruvian foreign ministry says visiting Chilean Foreign Minister ${lee} met with his Peruvian counterpart, ${ray}, on Monday.`,
      ["held in-person: Ann Lee + Tom Ray (Monday → 2025-11-10)"],
    ],
    [`${lee} began visiting ${ray} in [Lima|PLACE].`, ["held visit: Ann Lee + Tom Ray @ Lima"]],
    [`${lee} told visiting Foreign Minister ${ray} by telephone that the talks would resume.`, ["held call: Ann Lee + Tom Ray"]],
    [`${lee} told visiting tourists that the beach was closed.`, []],
    [`${holm} says he and Mayor ${ray} spoke by telephone.`, ["held call: he + Tom Ray"]],
    [
      "In [Cairo|PLACE], Kenyan officials and rebel leaders are discussing a truce.",
      ["ongoing talks: Kenyan officials + rebel leaders @ Cairo"],
    ],
    [
      "Leaders of rival factions [Norvik|ORG] and [Halden|ORG] have opened talks.",
      ["ongoing talks: Leaders of rival factions Norvik + Halden"],
    ],
    [
      `${lee} spoke after meeting in [Cairo|PLACE] on Tuesday with ${ray}.`,
      ["held in-person: Ann Lee + Tom Ray @ Cairo (Tuesday → 2025-11-11)"],
    ],
    [`${lee} and ${ray} both discussed the issue with ${holm}.`, ["held talks: Ann Lee + Tom Ray + Eva Holm"]],
    [`${lee} and ${ray} both discussed the dispute with [Chile|PLACE].`, ["held talks: Ann Lee + Tom Ray"]],
    [
      `${lee} met ${ray} in [Lima|PLACE] Wednesday to sign a treaty.`,
      ["held in-person: Ann Lee + Tom Ray @ Lima (Wednesday → 2025-11-12)"],
    ],
    // Days, places and names in front.
    [
      `A spokesman said Saturday Mr. [Lee|PERSON] and Premier ${ray} will meet Monday in [Oslo|PLACE].`,
      ["planned in-person: Lee + Tom Ray @ Oslo (Monday → 2025-11-17)"],
    ],
    [
      `After meeting the Chilean leader Thursday in [Lima|PLACE], envoy ${lee} said she was hopeful.`,
      ["held in-person: Ann Lee + Chilean leader @ Lima (Thursday → 2025-11-13)"],
    ],
    [`${lee} told reporters Tuesday in [Lima|PLACE] he will inform ${ray} when they meet.`, ["planned in-person: they + they"]],
    [`[Hong Kong|PLACE] Chief Executive ${lee} met with ${ray}.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`${lee} arrived in [Kenya|PLACE] for talks on trade.`, ["planned talks: Ann Lee + Kenya @ Kenya"]],
    [`${lee} visited [Kenya|PLACE] to discuss the raid with ${ray}.`, ["held talks: Ann Lee + Tom Ray @ Kenya"]],
    [`${lee} plans to visit [Kenya|PLACE] to meet ${ray}.`, ["planned in-person: Ann Lee + Tom Ray @ Kenya"]],
    ["The government and the rebels began face to face talks in [Lima|PLACE].", ["ongoing talks: government + rebels @ Lima"]],
    ["It came after the government and the rebels agreed to hold talks.", ["planned talks: government + rebels"]],
    [
      `Presidents ${lee} of [Kenya|PLACE] and ${ray} of [Chile|PLACE] signed it at a summit hosted by ${holm}.`,
      ["held in-person: Ann Lee + Tom Ray + Eva Holm"],
    ],
    [`${lee} plans to visit his close friend and ally ${ray}.`, ["planned visit: Ann Lee + Tom Ray"]],
    [`${lee} discussed the request with [U.S.|PLACE] Under Secretary of State ${ray}.`, ["held talks: Ann Lee + Tom Ray"]],
    [
      `${lee}'s visit to [Kenya|PLACE] will follow recent trips to [Peru|PLACE] and [Chile|PLACE].`,
      ["planned visit: Ann Lee + Kenya @ Kenya", "held visit: Ann Lee + Peru @ Peru", "held visit: Ann Lee + Chile @ Chile"],
    ],
    [`${lee} and ${ray} used the summit's opening to call for reform.`, []],
    ["[Chad|PLACE] signed a treaty during a visit by Premier [Ann Lee|PERSON].", ["held visit: Ann Lee + Chad"]],
    ["[Chad|PLACE] condemned the raid during a visit by Premier [Ann Lee|PERSON] to [Mali|PLACE].", ["held visit: Ann Lee + Mali @ Mali"]],
    // Two of whom the sentence before tells, though they did not meet in it.
    [
      "[Chad|PLACE] accused [Mali|PLACE] of spying. The two countries held talks on Monday.",
      ["held talks: two countries + two countries (Monday → 2025-11-10)"],
    ],
    [`${lee} praised ${ray} on Monday. The pair met last week.`, ["held in-person: pair + pair (last week → 2025-11-03)"]],
    [`${lee} thanked ${ray} for his help. They met ${holm} last week.`, ["held in-person: They + Eva Holm (last week → 2025-11-03)"]],
    // Occasions that were taken.
    [`${lee} had the honour to meet ${ray}.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`${lee} joined after having a chance to talk to ${ray}.`, ["held talks: Ann Lee + Tom Ray"]],
    [`${lee} never had the honour to meet ${ray}.`, ["hypothetical in-person: Ann Lee + Tom Ray"]],
    [`${lee} had the opportunity to see ${ray} deliver a speech.`, []],
  ])("%s", (text, rows) => {
    expect(met(text)).toEqual(rows);
  });

  it("takes who speaks to a guest for the host", () => {
    const { meetings } = annotateMarked(`${lee} assured visiting Foreign Minister ${ray} that the talks would resume.`);
    expect(meetings.flatMap(({ participants }) => participants.map(({ role }) => role))).toEqual(["host", "visitor"]);
  });
});
