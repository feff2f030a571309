import { describe, expect, it } from "vitest";
import { annotateMarked } from "../marked-names.fixture.ts";
import { lee, met, ray } from "./met-rows.fixture.ts";

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
  ])("%s", (marked, expected) => {
    expect(met(marked)).toEqual(expected);
  });

  it("makes one meeting of two days in a row, also where nobody knows the day of publication", () => {
    const dates = (marked: string): (string | undefined)[] => annotateMarked(marked).meetings.map(({ date }) => date?.text);
    expect(dates(`${lee} will meet ${ray} in [Oslo|PLACE] on Sunday and Monday.`)).toEqual(["Sunday and Monday"]);
    expect(dates(`${lee} will meet ${ray} in [Oslo|PLACE] on Sunday and Friday.`)).toEqual(["Sunday", "Friday"]);
  });
});
