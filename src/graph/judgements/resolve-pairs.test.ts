import { describe, expect, it } from "vitest";
import type { AnnotatedArticle } from "../../domain/annotation.ts";
import type { Anchor, PairVerdict } from "../../domain/judgement.ts";
import { annotated, tables } from "../annotated-article.fixture.ts";
import { linkEntities } from "../link-entities.ts";

type Line = readonly [
  a: string,
  verdict: PairVerdict,
  b: string,
  anchors?: { readonly a: readonly Anchor[]; readonly b: readonly Anchor[] },
];

function link(articles: readonly AnnotatedArticle[], lines: readonly Line[]) {
  const judgements = lines.map(([a, verdict, b, anchors = { a: [], b: [] }], index) => ({
    line: index + 1,
    judgement: { a, b, verdict, by: null, at: null, why: null, anchors },
  }));
  const linked = linkEntities(articles, { tables, judgements });
  const people = linked.entities.map(({ id, references }) => {
    const ids = references.map(({ articleIndex }) => articles[articleIndex]?.annotation.id);
    return [id, [...new Set(ids)].toSorted().join(" ")] as const;
  });
  return { ...linked, people: Object.fromEntries(people) };
}

/** The place of a name in one of the articles. */
function at(articles: readonly AnnotatedArticle[], article: string, text: string): Anchor {
  const start = articles.find(({ annotation }) => annotation.id === article)?.text.indexOf(text) ?? -1;
  if (start < 0) throw new Error(`"${text}" is not in ${article}`);
  return { article, start, end: start + text.length, text };
}

const holms = [
  annotated("a1", "[Lena Holm|p1] spoke in [Oslo|l1]."),
  annotated("a2", "[Dr. No|p1] spoke in [Bergen|l1]."),
  annotated("a3", "[Magdalena Holm|p1] spoke in [Rome|l1]."),
];

describe("judged the same", () => {
  it("are one, with every name kept", () => {
    const { people, entities, applied } = link(holms, [["person:lena-holm", "same", "person:dr-no"]]);
    expect(people).toMatchObject({ "person:lena-holm": "a1 a2", "person:magdalena-holm": "a3" });
    expect(entities.find(({ id }) => id === "person:lena-holm")?.aliases).toEqual(["Dr. No"]);
    expect(applied).toBe(1);
  });

  it("are one through others", () => {
    const { people } = link(holms, [
      ["person:lena-holm", "same", "person:dr-no"],
      ["person:dr-no", "same", "person:magdalena-holm"],
    ]);
    expect(Object.values(people)).toContain("a1 a2 a3");
  });

  it("stay so when the id that was judged is no longer anybody's", () => {
    const more = [...holms, annotated("a4", "[Lena Marie Holm|p1] spoke. [Lena Marie Holm|p1] left. [Lena Holm|p1] slept.")];
    const { people, problems } = link(more, [["person:lena-holm", "same", "person:dr-no"]]);
    expect(problems).toEqual([]);
    expect(people).toMatchObject({ "person:lena-marie-holm": "a1 a2 a4" });
  });

  it("stay so when the tagger reads more of the name in the same place", () => {
    const before = [annotated("a1", "Mr. [Quint|p1] spoke in [Oslo|l1]."), annotated("a2", "[The Hawk|p1] spoke in [Bergen|l1].")];
    const after = [annotated("a1", "[Mr. Quint|p1] spoke in [Oslo|l1]."), annotated("a2", "[The Hawk|p1] spoke in [Bergen|l1].")];
    const line: Line = ["person:quint", "same", "person:the-hawk", { a: [at(before, "a1", "Quint")], b: [at(before, "a2", "The Hawk")] }];
    for (const articles of [before, after]) expect(Object.values(link(articles, [line]).people)).toContain("a1 a2");
  });

  it("take the articles along that name them by surname only", () => {
    const articles = [
      annotated("a1", "[Lena Holm|p1] spoke in [Oslo|l1]."),
      annotated("a2", "[Otto Holm|p1] spoke in [Oslo|l1]."),
      annotated("a3", "[Holm|p1] spoke in [Oslo|l1]."),
    ];
    expect(link(articles, []).people).toMatchObject({ "person:holm": "a3" });
    expect(link(articles, [["person:holm", "same", "person:otto-holm"]]).people).toMatchObject({ "person:otto-holm": "a2 a3" });
  });

  it("are linked by the rules to whoever either of them is", () => {
    const articles = [...holms, annotated("a4", "[Lena K. Holm|p1] spoke in [Oslo|l1].")];
    expect(Object.values(link(articles, [["person:lena-holm", "same", "person:dr-no"]]).people)).toContain("a1 a2 a4");
  });

  it.each([
    ["organization:holm-bank", "organization:nordic-lenders", "o"],
    ["place:oslo", "place:tiger-city", "l"],
  ])("are one as %s and %s", (a, b, letter) => {
    const [one, other] = letter === "o" ? ["Holm Bank", "Nordic Lenders"] : ["Oslo", "Tiger City"];
    const articles = [annotated("a1", `In [${one}|${letter}1]`), annotated("a2", `In [${other}|${letter}1]`)];
    expect(Object.values(link(articles, [[a, "same", b]]).people)).toEqual(["a1 a2"]);
  });

  it("are refused when one is a person and the other a place", () => {
    const articles = [annotated("a1", "[Jordan|p1] went to [Jordan|l1].")];
    const anchors = { a: [at(articles, "a1", "Jordan")], b: [{ article: "a1", start: 15, end: 21, text: "Jordan" }] };
    const { people, problems } = link(articles, [["person:jordan", "same", "place:jordan", anchors]]);
    expect(people).toEqual({ "person:jordan": "a1", "place:jordan": "a1" });
    expect(problems).toEqual([{ line: 1, kind: "refused", reason: expect.stringContaining("never one") }]);
  });
});

describe("judged different", () => {
  const alike = [
    annotated("a1", "[Benjamin Cole|p1] spoke in [Oslo|l1]."),
    annotated("a2", "[Binyamin Cole|p1] spoke in [Oslo|l1]."),
    annotated("a3", "[Benny Cole|p1] spoke in [Oslo|l1]."),
  ];

  it("are two, whatever the rules say, and nobody is both", () => {
    expect(Object.keys(link(alike, []).people)).toHaveLength(2);
    const anchors = { a: [at(alike, "a1", "Benjamin Cole")], b: [at(alike, "a2", "Binyamin Cole")] };
    const { people } = link(alike, [["person:benjamin-cole", "different", "person:benjamin-cole", anchors]]);
    expect(people).toEqual({ "person:benjamin-cole": "a1 a3", "person:binyamin-cole": "a2", "place:oslo": "a1 a2 a3" });
  });

  it("are two under one name, each with the articles of like company", () => {
    const articles = [
      annotated("a1", "[Ida Vik|p1] of the [Rowing Club|o1] won in [Oslo|l1]."),
      annotated("a2", "[Ida Vik|p1] of the [Tax Office|o1] resigned in [Rome|l1]."),
      annotated("a3", "[Ida Vik|p1] left the [Tax Office|o1]."),
      annotated("a4", "[Ida Vik|p1] rowed."),
    ];
    expect(link(articles, []).people).toMatchObject({ "person:ida-vik": "a1 a2 a3 a4" });
    const anchors = { a: [at(articles, "a1", "Ida Vik")], b: [at(articles, "a2", "Ida Vik")] };
    expect(link(articles, [["person:ida-vik", "different", "person:ida-vik", anchors]]).people).toMatchObject({
      "person:ida-vik": "a1 a4",
      "person:ida-vik-2": "a2 a3",
    });
  });

  it("stay the right two when a new article changes which of them has which number", () => {
    const later = [annotated("b1", "[Ida Vik|p1] of the [Rowing Club|o1]."), annotated("b2", "[Ida Vik|p1] of the [Tax Office|o1].")];
    const anchors = { a: [at(later, "b1", "Ida Vik")], b: [at(later, "b2", "Ida Vik")] };
    const articles = [annotated("a0", "[Ida Vik|p1] of the [Tax Office|o1]."), ...later];
    expect(link(articles, [["person:ida-vik", "different", "person:ida-vik-2", anchors]]).people).toMatchObject({
      "person:ida-vik": "a0 b2",
      "person:ida-vik-2": "b1",
    });
  });

  it("keeps a surname away from the person it was judged not to be", () => {
    const articles = [annotated("a1", "[Lena Holm|p1] spoke in [Oslo|l1]."), annotated("a2", "[Holm|p1] spoke in [Oslo|l1].")];
    expect(link(articles, []).people).toMatchObject({ "person:lena-holm": "a1 a2" });
    const anchors = { a: [at(articles, "a1", "Lena Holm")], b: [at(articles, "a2", "Holm")] };
    expect(link(articles, [["person:lena-holm", "different", "person:lena-holm", anchors]]).people).toMatchObject({
      "person:holm": "a2",
      "person:lena-holm": "a1",
    });
  });
});

describe("the last word on a pair", () => {
  it.each<[string, Line[], string]>([
    [
      "is the later line",
      [
        ["person:lena-holm", "same", "person:dr-no"],
        ["person:dr-no", "different", "person:lena-holm"],
      ],
      "a1",
    ],
    [
      "may leave it to the rules",
      [
        ["person:lena-holm", "same", "person:dr-no"],
        ["person:lena-holm", "unsure", "person:dr-no"],
      ],
      "a1",
    ],
    [
      "may be same again",
      [
        ["person:lena-holm", "different", "person:dr-no"],
        ["person:lena-holm", "same", "person:dr-no"],
      ],
      "a1 a2",
    ],
  ])("%s", (_, lines, expected) => {
    expect(link(holms, lines).people["person:lena-holm"]).toBe(expected);
  });

  it("leaves no trace when it is taken out of the file", () => {
    expect(link(holms, []).entities).toEqual(link(holms, [["person:lena-holm", "unsure", "person:dr-no"]]).entities);
  });
});

describe("judgements that contradict one another", () => {
  it("are reported with the lines that stand against them, and the rest holds", () => {
    const { people, problems, applied } = link(holms, [
      ["person:lena-holm", "same", "person:dr-no"],
      ["person:lena-holm", "different", "person:magdalena-holm"],
      ["person:dr-no", "same", "person:magdalena-holm"],
    ]);
    expect(people).toMatchObject({ "person:lena-holm": "a1 a2", "person:magdalena-holm": "a3" });
    expect(problems).toEqual([{ line: 3, kind: "contradiction", reason: expect.stringContaining("lines 1 and 2 together say") }]);
    expect(applied).toBe(2);
  });

  it("are found in a circle that closes with a difference", () => {
    const { problems } = link(holms, [
      ["person:lena-holm", "same", "person:dr-no"],
      ["person:dr-no", "same", "person:magdalena-holm"],
      ["person:magdalena-holm", "different", "person:lena-holm"],
    ]);
    expect(problems).toEqual([{ line: 2, kind: "contradiction", reason: expect.stringContaining("lines 1 and 3") }]);
  });
});

describe("a judgement on nobody", () => {
  it.each<[string, Line, string]>([
    ["is reported", ["person:nobody", "same", "person:dr-no"], 'nobody in these articles is "person:nobody"'],
    ["is reported for both sides", ["person:x", "same", "person:y"], '"person:x"; nobody in these articles is "person:y"'],
  ])("%s", (_, line, reason) => {
    const { problems, applied } = link(holms, [line]);
    expect(problems).toEqual([{ line: 1, kind: "unknown", reason: expect.stringContaining(reason) }]);
    expect(applied).toBe(0);
  });

  it("does not take another text under the same id for its article", () => {
    const anchors = { a: [{ article: "a1", start: 0, end: 9, text: "Else Dahl" }], b: [at(holms, "a2", "Dr. No")] };
    expect(link(holms, [["person:else-dahl", "same", "person:dr-no", anchors]]).problems).toHaveLength(1);
  });
});
