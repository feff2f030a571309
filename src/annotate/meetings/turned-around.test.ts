import { describe, expect, it } from "vitest";
import { holm, lee, met, ray } from "./met-rows.fixture.ts";

describe("what turns a meeting around", () => {
  const modalityOf = (sentence: string): readonly string[] => met(sentence).map((row) => row.slice(0, row.indexOf(" ")));

  it.each([
    // Doors, benefits and answers.
    [`[Halden|ORG] says no to talks with [Norvik|ORG]`, "refused"],
    [`${lee} has slammed the door on a meeting with ${ray}.`, "refused"],
    [`${lee} has not closed the door on a meeting with ${ray}.`, "hypothetical"],
    [`${lee} opened the door to talks with ${ray}.`, "hypothetical"],
    [`${lee} says she sees no benefit in talks with ${ray}.`, "refused"],
    [`The mayor refuses to rule out a meeting with ${ray}.`, "hypothetical"],
    [`${lee} ruled out a meeting with ${ray}.`, "refused"],
    [`${lee} said there would be no talks with ${ray}.`, "refused"],
    [`${lee} will not meet ${ray} today, tomorrow or next week.`, "refused"],
    [`Reports of a meeting between ${lee} and ${ray} are false, an aide said.`, "denied"],
    [`She said reports of a secret meeting between ${lee} and ${ray} were pure fiction.`, "denied"],
    [`Claims of a meeting between ${lee} and ${ray} were confirmed on Monday.`, "held"],
    [`Reports of a meeting between ${lee} and ${ray} are not true.`, "denied"],
    // Put off, as somebody says behind it; not seen.
    [`Talks between ${lee} and ${ray} have been put off, two sources with knowledge of the matter said.`, "cancelled"],
    [`Friday's meeting between ${lee} and ${ray} has been scrapped, sources on both sides said on Thursday.`, "cancelled"],
    [`"Mr [Ray|PERSON] did not see ${lee} in [Oslo|PLACE] or anywhere else," a spokeswoman said.`, "denied"],
    // What is left of a meeting, and when it was.
    [`The court told ${lee} to hand over the tapes of her talks with ${ray}.`, "held"],
    [`The paper reflects our call with ${ray} earlier this week.`, "held"],
    // Reports that somebody calls false.
    [`${holm} dismissed as invented a report that ${lee} had met ${ray}.`, "denied"],
    [`It is “quite untrue” that ${lee} met ${ray}, the ministry said.`, "denied"],
    [`“That is nonsense,” ${lee} said of reports that she had met ${ray}.`, "denied"],
    [`“It never happened,” ${lee} said when asked about claims that she had met ${ray}.`, "denied"],
    [`${lee} is not involved in any talks with ${ray}.`, "denied"],
    // What had been meant to be.
    [`${lee}, who had been due to receive ${ray} at noon, fell ill.`, "cancelled"],
    [`${lee} was due to meet ${ray} on Monday, but her train was stranded.`, "cancelled"],
    [`${lee} was supposed to see ${ray} but stayed at home.`, "cancelled"],
    [`The talks between ${lee} and ${ray} did not go ahead.`, "cancelled"],
    [`A meeting planned between ${lee} and ${ray} did not take place.`, "cancelled"],
    [`${lee} was due to meet ${ray} on Monday but would not say where.`, "planned"],
    [`${lee} suspended her campaign to visit ${ray} in hospital.`, "planned"],
    // What hangs on something else.
    [`${lee} said she would meet ${ray}, provided that the army withdrew.`, "hypothetical"],
    [`${lee} said she would meet ${ray} as long as the truce lasted.`, "hypothetical"],
    [`${lee} offered [Lima|PLACE] as a venue for talks between ${ray} and ${holm}.`, "hypothetical"],
    [`${lee} and ${holm} agreed on a venue for talks with ${ray}.`, "planned"],
    [`${lee} has invited ${ray} for talks, but has yet to hear back.`, "hypothetical"],
    [`${lee} has invited ${ray} for talks.`, "planned"],
    [`Pressure is mounting on ${lee} to meet ${ray}.`, "hypothetical"],
    [`There are growing calls for ${lee} to meet ${ray}.`, "hypothetical"],
    [`${lee} wrote to ${ray} asking for a meeting.`, "hypothetical"],
    [`${lee} sent a letter to ${ray} seeking talks.`, "hypothetical"],
    // What took place all the same.
    [`Not until Monday did ${lee} meet ${ray}.`, "held"],
    [`Had ${lee} not met ${ray}, the deal would have failed.`, "held"],
    [`Had the president met ${ray}, the war would have ended.`, "hypothetical"],
    [`${lee} is the most senior judge to visit ${ray}.`, "held"],
    [`Last week ${lee} was on the coast for a meeting with ${ray}.`, "held"],
    [`“We do not comment,” ${lee} said of reports that ${holm} had met ${ray}.`, "held"],
    [`The lawyers of ${lee} were still locked in talks with ${ray}.`, "ongoing"],
  ])("%s", (sentence, modality) => expect(modalityOf(sentence)).toEqual([modality]));

  it.each([
    `“There will be no meeting with ${ray},” said ${lee}, who advises the premier.`,
    `No councillor may meet ${ray} in private.`,
    `Two million people visited [Chad|PLACE] last year.`,
    `Thousands of pilgrims visited [Chad|PLACE] in May.`,
    `${lee} called the treasurer, ${ray}, a liar.`,
    `[Chad|PLACE] will meet [Mali|PLACE] in the quarter-final in [Lima|PLACE] after both topped their groups.`,
  ])("claims no meeting: %s", (sentence) => expect(modalityOf(sentence)).toEqual([]));

  it("takes a call for one where a day stands behind the aside", () => {
    expect(met(`${lee} called the treasurer, ${ray}, a day later.`)).toEqual(["held call: Ann Lee + Tom Ray"]);
  });

  it.each([
    [`${lee} wrote to ${ray} asking for a meeting.`, "Ann Lee + Tom Ray"],
    [`There is pressure on ${lee} to meet ${ray}.`, "Ann Lee + Tom Ray"],
    [`${holm} put pressure on ${lee} to meet ${ray}.`, "Ann Lee + Tom Ray"],
    [`${lee} faces calls to meet ${ray}.`, "Ann Lee + Tom Ray"],
    [`[Halden|ORG] will not return to the talks unless [Norvik|ORG] takes over as lead mediator.`, ""],
  ])("knows whose it is: %s", (sentence, sides) => {
    expect(met(sentence).map((row) => row.split(": ")[1])).toEqual(sides === "" ? [] : [sides]);
  });
});
