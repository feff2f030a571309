import { describe, expect, it } from "vitest";
import { annotateMarked } from "../marked-names.fixture.ts";

/** Every side of the meetings of an article as "words = entity". */
function sides(marked: string): string[] {
  const { meetings, entities } = annotateMarked(marked, { publishedAt: "2025-11-14" });
  return meetings.flatMap(({ participants }) =>
    participants.map(({ text, entity }) => `${text} = ${entities.find(({ id }) => id === entity)?.name ?? "?"}`),
  );
}

describe("somebody's own country", () => {
  it.each([
    ["[Chad|PLACE]'s foreign minister says his country and [Mali|PLACE] will resume talks in May.", ["his country = Chad", "Mali = Mali"]],
    ["[Peru|PLACE]'s president said her country would hold talks with [Chile|PLACE].", ["her country = Peru", "Chile = Chile"]],
    [
      "[Chad|PLACE] is calm. The Chadian foreign minister said his government met envoys of [Mali|PLACE].",
      ["his government = Chad", "envoys of Mali = Mali"],
    ],
    [
      "[Tom Ray|PERSON], [Norway|PLACE]'s prime minister, said his country would hold talks with [Chad|PLACE].",
      ["his country = Norway", "Chad = Chad"],
    ],
    ["Officials from [Peru|PLACE] say their government has begun talks with [Chile|PLACE].", ["their government = Peru", "Chile = Chile"]],
    [
      "The prime minister of [Norway|PLACE], whose country is mediating between [Mali|PLACE] and [Chad|PLACE], is abroad.",
      ["whose country = Norway", "Mali = Mali", "Chad = Chad"],
    ],
    [
      "Foreign Minister [Tom Ray|PERSON] of [Fiji|PLACE] spoke on Monday. He said his country would hold talks with [Chad|PLACE].",
      ["his country = Fiji", "Chad = Chad"],
    ],
  ])("is known: %s", (article, expected) => expect(sides(article)).toEqual(expected));

  it.each([
    "[Ann Lee|PERSON] said her country should hold talks with [Mali|PLACE].",
    "[Chad|PLACE]'s envoy told the premier of [Peru|PLACE] that his country would hold talks with [Mali|PLACE].",
    "U.N. envoy to [Chad|PLACE] [Tom Ray|PERSON] said his country would hold talks with [Mali|PLACE].",
    "Former Norwegian Premier [Tom Ray|PERSON] said his government would hold talks with [Mali|PLACE].",
  ])("is left open: %s", (article) => expect(sides(article)[0]).toMatch(/= \?$/u));
});
