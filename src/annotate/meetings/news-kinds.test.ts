import { describe, expect, it } from "vitest";
import { holm, lee, met, ray } from "./met-rows.fixture.ts";

describe("meetings in readouts, headlines, court reports and obituaries", () => {
  it.each<[string, readonly string[]]>([
    // Readouts.
    [
      `President ${lee} and Prime Minister ${ray} spoke today. The two leaders discussed trade.`,
      ["held talks: Ann Lee + Tom Ray (today → 2025-11-14)", "held talks: two leaders + two leaders"],
    ],
    [
      `President ${lee} met Prime Minister ${ray} in [Oslo|PLACE]. The leaders reviewed progress on trade and agreed to meet again in [Lima|PLACE] next spring.`,
      ["held in-person: Ann Lee + Tom Ray @ Oslo", "planned in-person: leaders + leaders @ Lima"],
    ],
    [`${lee} had an exchange of views with ${ray} on enlargement.`, ["held talks: Ann Lee + Tom Ray"]],
    [`${lee} exchanged views with ${ray} on Monday.`, ["held talks: Ann Lee + Tom Ray (Monday → 2025-11-10)"]],
    [`${lee} is expected to hold a bilateral with ${ray}.`, ["planned in-person: Ann Lee + Tom Ray"]],
    [`${lee} spoke to ${ray} this morning to thank him for his help.`, ["held talks: Ann Lee + Tom Ray (this morning → 2025-11-14)"]],
    [`${lee} thanked ${ray} for receiving her.`, ["held in-person: Tom Ray + her"]],
    [`${lee} called on President ${ray} at the palace on Tuesday.`, ["held visit: Ann Lee + Tom Ray (Tuesday → 2025-11-11)"]],
    [
      `A [Peru|PLACE] delegation led by ${lee} is in [Oslo|PLACE] for talks with ${ray}.`,
      ["planned talks: Peru delegation + Ann Lee + Tom Ray @ Oslo"],
    ],
    [`${lee} flew into [Lima|PLACE] for a meeting with ${ray}.`, ["planned in-person: Ann Lee + Tom Ray @ Lima"]],
    [`${lee} is in [Lima|PLACE] to meet ${ray}.`, ["planned in-person: Ann Lee + Tom Ray @ Lima"]],
    // Headlines.
    ["[Zeman|PERSON], [Horvat|PERSON] hold talks on budget", ["held talks: Zeman + Horvat"]],
    [`${lee}, ${ray} to meet on sidelines of climate talks`, ["planned in-person: Ann Lee + Tom Ray"]],
    ["Finance minister to meet union leaders over pay", ["planned in-person: Finance minister + union leaders"]],
    [`Shares fall after ${lee} meets ${ray}`, ["held in-person: Ann Lee + Tom Ray"]],
    [`Trade talks resume as ${lee} meets ${ray} in [Oslo|PLACE]`, ["held in-person: Ann Lee + Tom Ray @ Oslo"]],
    [`The board will decide after ${lee} meets ${ray}.`, ["planned in-person: Ann Lee + Tom Ray"]],
    [`${lee} denied she had walked out of talks with ${ray}.`, ["held talks: she + Tom Ray"]],
    // Called off.
    [
      `${lee} was due to meet ${ray} on Friday, but an official said that round was now off.`,
      ["cancelled in-person: Ann Lee + Tom Ray (Friday → 2025-11-14)"],
    ],
    [
      `${lee} will meet ${ray} in [Oslo|PLACE]. The meeting is off, an aide said.`,
      ["planned in-person: Ann Lee + Tom Ray @ Oslo", "cancelled in-person: Ann Lee + Tom Ray @ Oslo"],
    ],
    [`${lee} will meet ${ray} in [Oslo|PLACE]. If the talks are off, she will go home.`, ["planned in-person: Ann Lee + Tom Ray @ Oslo"]],
    // Where one was, and where the other is to be.
    [
      `${lee} met ${ray} in [Oslo|PLACE] and is due to hold talks with ${holm} next week.`,
      ["held in-person: Ann Lee + Tom Ray @ Oslo", "planned talks: Ann Lee + Eva Holm (next week → 2025-11-17)"],
    ],
    [`${lee} arrived in [Oslo|PLACE] and will meet ${ray}.`, ["planned in-person: Ann Lee + Tom Ray @ Oslo"]],
    // Told behind it.
    [
      `President ${lee} and Prime Minister ${ray} will meet in [Oslo|PLACE], a paper said. A spokesman denied the two were to meet.`,
      ["planned in-person: Ann Lee + Tom Ray @ Oslo", "denied in-person: two + two"],
    ],
    [
      `President ${lee} hosted her counterpart ${ray} in [Lima|PLACE], and both leaders later met ${holm} in [Oslo|PLACE].`,
      ["held in-person: Ann Lee + Tom Ray @ Lima", "held in-person: leaders + leaders + Eva Holm @ Oslo"],
    ],
    // Denied, given up, contrary to fact.
    [`${lee} denied ever meeting ${ray}.`, ["denied in-person: Ann Lee + Tom Ray"]],
    [
      `Had the general met the rebels a week earlier, the city might have been spared.`,
      ["hypothetical in-person: general + rebels (a week earlier → 2025-11-03)"],
    ],
    [`${lee} said she would have met ${ray} had she been asked.`, ["hypothetical in-person: she + Tom Ray"]],
    [
      `${lee} cancelled a trip to [Lima|PLACE], where she had been due to meet ${ray}.`,
      ["cancelled visit: Ann Lee + Lima @ Lima", "cancelled in-person: she + Tom Ray @ Lima"],
    ],
    [`${lee} and ${ray} were scheduled to meet but the latter did not turn up.`, ["cancelled in-person: Ann Lee + Tom Ray"]],
    [`${lee} postponed a vote in [Oslo|PLACE], where she is to meet ${ray}.`, ["planned in-person: she + Tom Ray @ Oslo"]],
    ["A spokesman for the junta rejected claims of contacts with the rebels.", ["denied talks: spokesman for the junta + rebels"]],
    [`Nobody from the ministry has ever met ${ray}.`, ["denied in-person: Nobody from the ministry + Tom Ray"]],
    [`${lee} said she was "always happy to meet" ${ray}.`, ["hypothetical in-person: she + Tom Ray"]],
    [`Instead of meeting ${ray}, ${lee} spoke to reporters.`, ["refused in-person: Ann Lee + Tom Ray"]],
    [`${lee} stopped short of agreeing to meet ${ray}.`, ["refused in-person: Ann Lee + Tom Ray"]],
    ["The [Front|ORG] and the government are locked in talks over the budget.", ["ongoing talks: Front + government"]],
    [`The visit follows talks on Monday between ${lee} and ${ray}.`, ["held talks: Ann Lee + Tom Ray (Monday → 2025-11-10)"]],
    // Who.
    [
      `${lee} flew to [Lima|PLACE] at the invitation of President ${ray}, with whom she discussed trade.`,
      ["held talks: she + Tom Ray @ Lima"],
    ],
    [`Chile's president-elect, ${lee}, met ${ray}.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`Talks between President ${lee} and President-elect ${ray} lasted an hour.`, ["held talks: Ann Lee + Tom Ray"]],
    [`${lee} took calls from ${ray} and ${holm}.`, ["held call: Ann Lee + Tom Ray", "held call: Ann Lee + Eva Holm"]],
    [`The physicist first encountered ${ray} in [Lima|PLACE].`, ["held in-person: physicist + Tom Ray @ Lima"]],
    [`${lee} paid a visit to the family of the dead man.`, ["held visit: Ann Lee + family of the dead man"]],
    [`${lee} met ${ray} at the [United Nations|ORG] base in [Lima|PLACE].`, ["held in-person: Ann Lee + Tom Ray @ Lima"]],
    [
      `The [Front|ORG] met Kenyan officials in [Oslo|PLACE] with Omani mediators present.`,
      ["held in-person: Front + Kenyan officials @ Oslo"],
    ],
    ["[Norway|PLACE] is mediating between the government in [Lima|PLACE] and the rebels.", ["ongoing talks: Norway + government + rebels"]],
    [`She met her husband, the painter ${ray}, at a party in [Lima|PLACE].`, ["held in-person: She + Tom Ray @ Lima"]],
    [
      "Talks were held between the Egyptian minister and each of his Greek and Cypriot counterparts.",
      ["held talks: Egyptian minister + each of his Greek + Cypriot counterparts"],
    ],
    [`Mayor ${lee} cut the ribbon, then met pupils.`, ["held in-person: Ann Lee + pupils"]],
    [`"I told ${ray} when we met in [Lima|PLACE] that this must end," ${lee} said.`, ["held in-person: I + Tom Ray @ Lima"]],
    [`"We sat with the Americans for six hours," ${lee} said.`, ["held in-person: We + Americans"]],
    [`During the visit ${lee} met privately with ${ray}.`, ["held in-person: Ann Lee + Tom Ray"]],
    // When.
    [`${lee} met ${ray} in May last year.`, ["held in-person: Ann Lee + Tom Ray (May last year → 2024-05-01)"]],
    [`${lee} met ${ray} on Tuesday of last week.`, ["held in-person: Ann Lee + Tom Ray (Tuesday of last week → 2025-11-04)"]],
    [`${lee} will meet ${ray} on Tuesday next week.`, ["planned in-person: Ann Lee + Tom Ray (Tuesday next week → 2025-11-18)"]],
    [`${lee}, who met ${ray} once in [Lima|PLACE], died on Tuesday.`, ["held in-person: Ann Lee + Tom Ray @ Lima"]],
    [`Deputies will question ${lee} on Friday over her meetings with ${ray}.`, ["held in-person: her + Tom Ray"]],
  ])("reads “%s”", (marked, expected) => {
    expect(met(marked)).toEqual(expected);
  });

  it.each([
    `Every spring ${lee} meets the mayors of the valley.`,
    `${lee} has called on ${ray} to resign.`,
    `${lee} called on the government for help in [Lima|PLACE].`,
    "The two sides agreed an exchange of prisoners with the rebels.",
    "Researchers contacted 3,000 patients by telephone.",
    `${lee} sat with her back to the door for an hour.`,
    `${lee} and ${ray} spoke at a rally on Monday.`,
    `In the film, a young clerk meets ${ray}.`,
    `${lee} has visited more than 50 countries.`,
    "Police received a call from a man who said he had a bomb.",
    "We have contacted the council for comment.",
    `Reporters met ${ray} at the airport.`,
    "The patrol encountered rebels near the river.",
  ])("finds no meeting in “%s”", (marked) => {
    expect(met(marked)).toEqual([]);
  });
});
