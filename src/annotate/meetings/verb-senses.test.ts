import { describe, expect, it } from "vitest";
import { annotateMarked } from "../marked-names.fixture.ts";

function count(marked: string): number {
  return annotateMarked(marked, { publishedAt: "2025-03-06" }).meetings.length;
}

describe("verb-senses", () => {
  it.each([
    ["calling names", "[Ann Lee|PERSON] called [Tom Ray|PERSON] “weak” on Monday."],
    ["calling names without marks", "[Ann Lee|PERSON] called [Tom Ray|PERSON] the worst mayor ever."],
    ["calling names behind the words", "“Losers,” [Ann Lee|PERSON] called them."],
    ["calling voters names", "[Ann Lee|PERSON] called [Iowa|PLACE] voters “fat cats” last week."],
    ["what something is called", "It is what [Ann Lee|PERSON] calls people who wait."],
    ["a show that is called so", "The group opened a show in [Oslo|PLACE] called 'New Worlds' that has maps."],
    ["what a body calls a country", "It happened in [Chad|PLACE], which the [Reef Club|ORG] calls the region's worst country for women."],
    ["calling somebody names for what he did", "[Ann Lee|PERSON] called one of the officers unprofessional for interrupting her."],
    ["calling on somebody", "We call on other firms and the [Oslo|PLACE] council to join us."],
    ["being glad of anybody", "“We welcome all,” [Ann Lee|PERSON] said."],
    ["open arms", "[Ann Lee|PERSON] welcomed them with open arms."],
    ["refugees to come", "[Norway|PLACE] will welcome refugees from [Chad|PLACE]."],
    ["an audience", "Hundreds are lining up to see [Ann Lee|PERSON] in [Oslo|PLACE]."],
    ["watching somebody speak", "[Tom Ray|PERSON] went to see [Ann Lee|PERSON] speak in [Oslo|PLACE]."],
    ["a ballot", "[Tom Ray|PERSON] expects to see [Ann Lee|PERSON] on the ballot."],
    ["a wish to see", "[Tom Ray|PERSON] would love to see [Ann Lee|PERSON]."],
    ["a party with a host", "It came at a dinner party hosted by [Ann Lee|PERSON]."],
    ["a prize", "[Ann Lee|PERSON] left in 1965, receiving the famed Vulcan Award."],
    ["a deadline that others set", "[Ann Lee|PERSON] met the deadline [Norway|PLACE] imposed in the act."],
    ["a radio host", "[Ann Lee|PERSON] discussed the row with radio host [Tom Ray|PERSON] on Thursday."],
    ["talking to voters", "[Ann Lee|PERSON] and [Tom Ray|PERSON] were talking to voters about jobs."],
    ["talking to whoever it may be", "If you talk to younger people, they like [Ann Lee|PERSON]."],
    ["a habit in the present tense", "[Ann Lee|PERSON] meets with families of victims."],
    ["every year", "[Ann Lee|PERSON] meets [Tom Ray|PERSON] every year."],
    ["a routine", "[Ann Lee|PERSON] routinely spends time with [Tom Ray|PERSON]."],
    ["witnesses", "[Ann Lee|PERSON] wants to call hundreds of witnesses, including [Tom Ray|PERSON]."],
    ["a match of two players", "[Ann Lee|PERSON] and [Eva Holm|PERSON] have never met one another in tour play."],
    ["an envoy called home", "[Norway|PLACE] and [Chad|PLACE] recalled their ambassadors for consultations."],
    ["a holiday", "[Ann Lee|PERSON] is spending the holiday with [Tom Ray|PERSON]."],
    ["a campaign trip", "[Ann Lee|PERSON] made a campaign trip to [Norway|PLACE] last month."],
  ])("claims no meeting for %s", (_, marked) => {
    expect(count(marked)).toBe(0);
  });

  it.each([
    ["a call on a day", "[Ann Lee|PERSON] called [Tom Ray|PERSON] on Monday."],
    ["a call the next day", "[Ann Lee|PERSON] called [Tom Ray|PERSON] the next day."],
    ["a call and what came of it", "[Ann Lee|PERSON] called [Tom Ray|PERSON] and conceded."],
    ["a call soon after", "[Ann Lee|PERSON] called [Tom Ray|PERSON] shortly after the vote."],
    ["a guest", "[Ann Lee|PERSON] welcomed [Tom Ray|PERSON] to the palace."],
    ["guests on an occasion", "[Ann Lee|PERSON] welcomed the families of the victims at the palace on Monday."],
    ["a delegation that was hosted", "The delegation was hosted by [Ann Lee|PERSON] in [Oslo|PLACE]."],
    ["somebody one is due to see", "[Ann Lee|PERSON] is due to see [Tom Ray|PERSON] on Monday."],
    ["somebody whom one is expected to see", "[Ann Lee|PERSON] is expected to see [Tom Ray|PERSON] on Monday."],
    ["whom one hosts", "[Ann Lee|PERSON] will host [Tom Ray|PERSON] in [Oslo|PLACE]."],
    ["talks with workers", "[Ann Lee|PERSON] met workers in [Oslo|PLACE] on Monday."],
    ["a four-day visit", "[Ann Lee|PERSON] ended a four-day visit to [Norway|PLACE]."],
  ])("finds %s", (_, marked) => {
    expect(count(marked)).toBe(1);
  });

  it.each([
    ["behind a journey that was made", "[Ann Lee|PERSON] visited the Capitol on Tuesday to meet [Tom Ray|PERSON].", "2025-03-04"],
    ["of a meeting to come", "[Ann Lee|PERSON] is due to meet [Tom Ray|PERSON] on Tuesday.", "2025-03-11"],
    ["of a call", "[Ann Lee|PERSON] called [Tom Ray|PERSON] on Tuesday.", "2025-03-04"],
  ])("dates a meeting by the day %s", (_, marked, day) => {
    const { meetings } = annotateMarked(marked, { publishedAt: "2025-03-06" });
    expect(meetings.map(({ date }) => date?.from)).toEqual([day]);
  });

  it("takes an infinitive behind a verb of sending for what the one sent is to do", () => {
    const { meetings } = annotateMarked("[Ann Lee|PERSON] sent her deputy, [Bob Day|PERSON], to meet [Tom Ray|PERSON].");
    expect(meetings[0]?.participants.map(({ text }) => text)).toEqual(["Bob Day", "Tom Ray"]);
  });

  it("claims neither a meeting nor a refusal where none was needed", () => {
    const { meetings } = annotateMarked("[Ann Lee|PERSON] did not need to meet [Tom Ray|PERSON].");
    expect(meetings.map(({ modality }) => modality)).toEqual(["hypothetical"]);
  });
});
