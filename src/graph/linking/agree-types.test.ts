import { describe, expect, it } from "vitest";
import type { AnnotatedArticle } from "../../domain/annotation.ts";
import { annotated, tables } from "../annotated-article.fixture.ts";
import { collectReviews, judgeReview } from "../judgements/review-queue.ts";
import { linkEntities } from "../link-entities.ts";

/** Names of the entities, each with the articles that name it. */
function whoIsWho(articles: readonly AnnotatedArticle[]): Record<string, string> {
  const { entities } = linkEntities(articles, { tables });
  return Object.fromEntries(
    entities.map(({ type, name, references }) => [
      `${type.toLowerCase()} ${name}`,
      [...new Set(references.map(({ articleIndex }) => articles[articleIndex]?.annotation.id))].toSorted().join(" "),
    ]),
  );
}

const company = "[Ursula Hart|p8] spoke to [Kestrel Fund|o8] in [Geneva|l8].";

describe("a name that articles take for different things", () => {
  it("is the body that others know, where nothing says that it is somebody", () => {
    const articles = [
      annotated("a1", `[Lumio|o1] rose. ${company}`),
      annotated("a2", `[Lumio|o1] fell. ${company}`),
      annotated("a3", `[Lumio|p1] spoke. ${company}`),
      annotated("a4", `[Lumio|l1] agreed. ${company}`),
    ];
    expect(whoIsWho(articles)).toMatchObject({ "organization Lumio": "a1 a2 a3 a4" });
  });

  it("says why, about the article that reads it otherwise", () => {
    const articles = [
      annotated("a1", `[Lumio|o1] rose. ${company}`),
      annotated("a2", `[Lumio|o1] fell. ${company}`),
      annotated("a3", `[Lumio|p1] spoke. ${company}`),
    ];
    const { judgements, parts, find } = linkEntities(articles, { tables });
    const told = judgements.filter(({ decidedBy }) => decidedBy === "body-elsewhere");
    expect(told).toMatchObject([{ verdict: "same", reason: "read as a person in one article, a body in 2 in like company" }]);
    const bearers = told.flatMap(({ a, b }) => [a, b].flatMap((key) => parts.get(key) ?? []));
    expect(bearers.map(({ articleIndex }) => articleIndex).toSorted()).toEqual([0, 1, 2]);
    expect(new Set(bearers.map(({ articleIndex, localId }) => find(articleIndex, localId)?.id)).size).toBe(1);
  });

  it("stays what its article says where somebody judged so", () => {
    const articles = [
      annotated("a1", `[Lumio|o1] rose. ${company}`),
      annotated("a2", `[Lumio|o1] fell. ${company}`),
      annotated("a3", `[Lumio|p1] spoke. ${company}`),
    ];
    const asked = collectReviews(articles, linkEntities(articles, { tables })).filter(({ decidedBy }) => decidedBy === "body-elsewhere");
    const judgements = asked.map((pair, index) => ({
      line: index + 1,
      judgement: judgeReview(pair, "different", { by: null, at: null, why: null }),
    }));
    const { entities, problems } = linkEntities(articles, { tables, judgements });
    const told = entities.filter(({ name }) => name === "Lumio").map(({ type, references }) => [type, references.length]);
    expect(told).toEqual([
      ["ORGANIZATION", 2],
      ["PERSON", 1],
    ]);
    expect(problems).toEqual([]);
  });

  it.each([
    ["he is a he", annotated("a2", `[Lumio|p1] said [he|p1|pronoun] was glad. ${company}`), "person Lumio"],
    ["he has a role", annotated("a2", `[Lumio|p1] left. ${company}`, { roles: { p1: [["mayor", null]] } }), "person Lumio"],
    ["somebody is called so in full", annotated("a2", `[Lumio|p1] left. [Ann Lumio|p2] wept. ${company}`), "person Lumio"],
    ["as many take it for a place", annotated("a2", `They met in [Lumio|l1]. ${company}`), "place Lumio"],
    ["it stands in other company", annotated("a2", "[Lumio|p1] beat [Tom Ray|p2] in [Lima|l2]."), "person Lumio"],
  ])("stays what its article says where %s", (_, other, expected) => {
    expect(whoIsWho([annotated("a1", `[Lumio|o1] rose. ${company}`), other])).toHaveProperty(expected);
  });

  it("stays a place that the tables know", () => {
    const articles = [annotated("a1", `[Paris|o1] won. ${company}`), annotated("a2", `They met in [Paris|l1]. ${company}`)];
    expect(whoIsWho(articles)).toMatchObject({ "organization Paris": "a1", "place Paris": "a2" });
  });
});

describe("a body under a short name", () => {
  it("is the one that another article in like company calls so, and goes by the full name", () => {
    const articles = [
      annotated("a1", `[Lumio Rail|o1] met them. [Lumio|o1] rose. ${company}`),
      annotated("a2", `[Lumio|o1] fell. ${company}`),
      annotated("a3", `[Lumio|o1] sank. ${company}`),
    ];
    expect(whoIsWho(articles)).toMatchObject({ "organization Lumio Rail": "a1 a2 a3" });
  });

  it("is none that every country has, nor two that an article joins", () => {
    const articles = [
      annotated("a1", `[Lima Navy|o1] and the [Navy|o1] met [Lumio and Velkar|o2] of [Lumio|o2]. ${company}`),
      annotated("a2", `The [Navy|o1] sank. [Lumio|o2] rose. ${company}`),
    ];
    expect(whoIsWho(articles)).toMatchObject({ "organization Navy": "a2", "organization Lumio": "a2" });
  });

  it("stays open between two", () => {
    const articles = [
      annotated("a1", `[European Commission|o1] met. The [Commission|o1] rose. ${company}`),
      annotated("a2", `[Fisheries Commission|o1] met. The [Commission|o1] rose. ${company}`),
      annotated("a3", `The [Commission|o1] sank. ${company}`),
    ];
    expect(whoIsWho(articles)).toMatchObject({ "organization Commission": "a3" });
  });

  it("is another body in other company", () => {
    const articles = [
      annotated("a1", `[Lumio Rail|o1] met them. [Lumio|o1] rose. ${company}`),
      annotated("a2", "[Lumio|o1] beat [Tom Ray|p2] in [Lima|l2]."),
    ];
    expect(whoIsWho(articles)).toMatchObject({ "organization Lumio": "a2", "organization Lumio Rail": "a1" });
  });
});

describe("a person under an alias", () => {
  it("is the one whom an article calls by both, under the name of birth", () => {
    const articles = [
      annotated("a1", `[Omar Nasser Sol|p1], known as [Pablo Norte|p1], met [Ann Lee|p2].`),
      annotated("a2", `[Pablo Norte|p1] met [Ann Lee|p2].`),
      annotated("a3", `[Pablo Norte|p1] saw [Ann Lee|p2].`),
      annotated("a4", `[Omar Nasser|p1] met [Ann Lee|p2].`),
    ];
    expect(whoIsWho(articles)).toMatchObject({ "person Omar Nasser Sol": "a1 a2 a3 a4" });
  });
});

describe("sovereigns", () => {
  it.each([
    ["King", "Frederik", "Frederik X"],
    ["King", "Charles", "Charles III"],
    ["Pope", "Leo", "Leo XIV"],
  ])("%s %s is %s in like company", (title, short, full) => {
    const roles = { p1: [[title.toLowerCase(), null]] } as const;
    const articles = [
      annotated("a1", `${title} [${short}|p1] met [Ann Lee|p2] in [Oslo|l1].`, { roles }),
      annotated("a2", `${title} [${full}|p1] met [Ann Lee|p2] in [Oslo|l1].`, { roles }),
    ];
    expect(whoIsWho(articles)).toMatchObject({ [`person ${full}`]: "a1 a2" });
  });

  it("of two numbers are two", () => {
    const articles = [
      annotated("a1", "Pope [Leo XIII|p1] wrote to [Ann Lee|p2]."),
      annotated("a2", "Pope [Leo XIV|p1] wrote to [Ann Lee|p2]."),
    ];
    expect(whoIsWho(articles)).toMatchObject({ "person Leo XIII": "a1", "person Leo XIV": "a2" });
  });
});
