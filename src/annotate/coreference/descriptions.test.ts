import { describe, expect, it } from "vitest";
import { annotateMarked } from "../marked-names.fixture.ts";

/** "words → entity name" of every description that is resolved. */
function descriptions(marked: string): string[] {
  const { mentions, entities } = annotateMarked(marked);
  return mentions
    .filter(({ form }) => form === "description")
    .map(({ text, entity }) => `${text} → ${entities.find(({ id }) => id === entity)?.name}`);
}

describe("descriptions by an office", () => {
  it.each([
    [
      "of whom a clause tells it",
      "[Lado Gatwe|PERSON], who heads the [Harvik Front|ORG] ([HF|ORG]), came at noon. The [HF|ORG] chief is due to see [Ben Tarr|PERSON].",
      ["The HF chief → Lado Gatwe"],
    ],
    [
      "of whom a sentence tells it",
      "[Ada Lind|PERSON] leads the [Harvik Party|ORG]. The leader of the [Harvik Party|ORG] met [Tom Ray|PERSON].",
      ["The leader → Ada Lind"],
    ],
    [
      "by the title before her name",
      "[Harvik Fund|ORG] chairman [Tom Ray|PERSON] spoke. The chairman of the [Harvik Fund|ORG] is due to meet [Ada Lind|PERSON].",
      ["The chairman → Tom Ray"],
    ],
    [
      "of its owner",
      "[Kurt Holm|PERSON], the chief executive of [Harvik Foods|ORG], left. [Harvik|ORG]'s boss met [Ada Lind|PERSON]. The [Harvik|ORG] chief executive then flew home.",
      ["boss → Kurt Holm", "The Harvik chief executive → Kurt Holm"],
    ],
    [
      "of the body that is described itself",
      "[Harvik Workers' Federation|ORG] leader [Ada Lind|PERSON] spoke. Members of the federation agreed. The federation's leader met [Tom Ray|PERSON].",
      ["the federation → Harvik Workers' Federation", "The federation → Harvik Workers' Federation", "federation's leader → Ada Lind"],
    ],
    [
      "of a country",
      "French President [Karl Brandt|PERSON] spoke in [Oslo|PLACE]. [Tom Ray|PERSON] called the president of [France|PLACE] a friend.",
      ["the president → Karl Brandt"],
    ],
  ])("mean the one %s", (_, marked, expected) => {
    expect(descriptions(marked)).toEqual(expected);
  });

  it.each([
    [
      "nobody is told to hold it",
      "[Karl Brandt|PERSON] flew to [Oslo|PLACE]. The head of the [Harvik Fund|ORG] will meet [Omar Holm|PERSON].",
    ],
    ["it is a deputy's", "[Tom Ray|PERSON], chairman of the [Harvik Fund|ORG], left. The deputy chairman of the [Harvik Fund|ORG] stayed."],
    [
      "it is at a part of the body",
      "[Tom Ray|PERSON], head of the [Harvik Fund|ORG], left. The head of the [Harvik Fund|ORG]'s lending arm stayed.",
    ],
    [
      "another holds it as well",
      "[Tom Ray|PERSON], head of the [Harvik Fund|ORG], met [Ada Lind|PERSON], head of the [Harvik Fund|ORG]. The head of the [Harvik Fund|ORG] left.",
    ],
    [
      "the name of another follows",
      "[Kurt Holm|PERSON], the chief executive of [Harvik Foods|ORG], left. [Kestrel|ORG]'s chief executive, [Ada Lind|PERSON], stayed.",
    ],
    ["it was led once", "[Ada Lind|PERSON] led the [Harvik Party|ORG] in 1990. The leader of the [Harvik Party|ORG] met [Tom Ray|PERSON]."],
  ])("stay open where %s", (_, marked) => {
    expect(descriptions(marked)).toEqual([]);
  });
});

describe("descriptions with an origin, a gender, a calling", () => {
  it.each([
    [
      "the counterpart of another is meant",
      'President [Omar Holm|PERSON] urged his Kazakh counterpart to close the border. "We are friends," [Holm|PERSON] said. The Kazakh leader replied that his country had done so.',
    ],
    [
      "she would be a pope",
      "The late Pope [John Paul II|PERSON] travelled to the country in 1989. The palace said the queen would wear black.",
    ],
    [
      "somebody met in passing has another calling",
      "Retired midwife [Jean Trant|PERSON], 71, said she was glad. The leader also made it plain.",
    ],
  ])("stay open where %s", (_, marked) => {
    expect(descriptions(marked)).toEqual([]);
  });

  it("mean a president of whose country nothing is told", () => {
    expect(descriptions("President [Karl Brandt|PERSON] spoke in [Oslo|PLACE]. The French president left at noon.")).toEqual([
      "The French president → Karl Brandt",
    ]);
  });
});

describe("the city and the country", () => {
  it.each([
    [
      "is what its sentence calls so",
      "They will meet in the border city of [Kars|PLACE], officials in [Yerevan|PLACE] said. It was the first time that he was received in the city.",
      ["the city → Kars"],
    ],
    [
      "is the town of the nearer sentence",
      "A bomb went off in the city of [Kirkuk|PLACE]. Another exploded in [Mogadishu|PLACE] near the convoy of the city's mayor.",
      ["the city → Mogadishu"],
    ],
    [
      "is the country that the sentence is about, not one of a list",
      "[Denmark|PLACE] has guests from [Poland|PLACE], [Vietnam|PLACE] and [Peru|PLACE]. A pope travelled to the country in 1989.",
      ["the country → Denmark"],
    ],
  ])("%s", (_, marked, expected) => {
    expect(descriptions(marked)).toEqual(expected);
  });
});
