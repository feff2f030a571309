/** What one article tells only together with another, or one sentence with its neighbour. All stories are invented. */
import { describe, expect, it } from "vitest";
import type { AnnotatedArticle } from "../domain/annotation.ts";
import type { MeetingNode, QuoteNode } from "../domain/knowledge-graph.ts";
import { annotated, type GivenArticle, type GivenMeeting, tables } from "./annotated-article.fixture.ts";
import { buildGraph } from "./build-graph.ts";
import { linkEntities } from "./link-entities.ts";

function meetingsOf(...articles: AnnotatedArticle[]): MeetingNode[] {
  const { graph } = buildGraph(articles, { tables, layout: false });
  return graph.nodes().flatMap((id) => {
    const node = graph.getNodeAttributes(id);
    return node.kind === "Meeting" ? [node] : [];
  });
}

function quoteOf(article: string, articles: readonly AnnotatedArticle[]): QuoteNode | undefined {
  const { graph } = buildGraph(articles, { tables, layout: false });
  return graph
    .nodes()
    .map((id) => graph.getNodeAttributes(id))
    .flatMap((node) => (node.kind === "Quote" && node.article === article ? [node] : []))[0];
}

/** Graph id → the articles that name it. */
function whoIsWho(articles: readonly AnnotatedArticle[]): Record<string, string> {
  const { entities } = linkEntities(articles, { tables });
  return Object.fromEntries(
    entities.map(({ id, references }) => [
      id,
      [...new Set(references.map(({ articleIndex }) => articles[articleIndex]?.annotation.id))].toSorted().join(" "),
    ]),
  );
}

describe("one event told by the bodies and by the people", () => {
  const bodies = "Ministers of [Peru|l1] and [Chile|l2] met in [Lima|l3].";
  const people = "[Ana Soto|p1] received [Leo Ibarra|p2]. Ana twice did so.";
  const between = (length: number): string => ` ${"x".repeat(length)} `;
  const day: GivenMeeting["date"] = ["2025-09-02", "2025-09-02"];
  const ofBodies: GivenMeeting = {
    parties: ["Ministers of Peru@l1", "Chile@l2"],
    place: "l3",
    date: day,
    evidence: "Ministers of Peru and Chile met in Lima.",
  };
  const ofPeople: GivenMeeting = { parties: ["p1", "p2"], evidence: "Ana Soto received Leo Ibarra." };
  const roles: NonNullable<GivenArticle["roles"]> = { p1: [["minister", "l1"]], p2: [["minister", "l2"]] };

  function toldOfPeople(
    given: { bodies?: Partial<GivenMeeting>; people?: Partial<GivenMeeting>; roles?: GivenArticle["roles"]; gap?: number } = {},
  ): { place: string | undefined; from: string | null } {
    const article = annotated("a", `${bodies}${between(given.gap ?? 50)}${people}`, {
      publishedAt: "2025-09-03",
      roles: given.roles ?? roles,
      meetings: [
        { ...ofBodies, ...given.bodies },
        { ...ofPeople, ...given.people },
      ],
    });
    const { graph } = buildGraph([article], { tables, layout: false });
    const id = graph.neighbors("person:ana-soto").find((node) => node.startsWith("meeting:")) ?? "";
    const meeting = graph.getNodeAttributes(id);
    return {
      place: graph.outNeighbors(id).find((node) => node.startsWith("place:")),
      from: meeting.kind === "Meeting" ? meeting.from : null,
    };
  }

  it("has one day and one place", () => {
    expect(toldOfPeople()).toEqual({ place: "place:lima", from: "2025-09-02" });
  });

  it("has them too where one side has no role, and where the bodies stand behind the people", () => {
    expect(toldOfPeople({ roles: { p1: [["minister", "l1"]] } })).toEqual({ place: "place:lima", from: "2025-09-02" });
    const { p1, p2 } = roles;
    const article = annotated("a", `${people} ${bodies}`, {
      roles: { p1: p1 ?? [], p2: p2 ?? [] },
      meetings: [
        { ...ofPeople, place: "l3", date: day },
        { parties: ofBodies.parties, evidence: ofBodies.evidence ?? "" },
      ],
    });
    expect(meetingsOf(article).map(({ from }) => from)).toEqual(["2025-09-02", "2025-09-02"]);
  });

  it.each<[string, Parameters<typeof toldOfPeople>[0]]>([
    ["nobody's role is known", { roles: {} }],
    ["somebody acts for another body", { roles: { p1: [["minister", "l1"]], p2: [["minister", "l3"]] } }],
    ["somebody was a minister once", { roles: { p1: [["minister", "l1", "former"]], p2: [["minister", "l2", "former"]] } }],
    ["one is a plan", { people: { modality: "planned" } }],
    ["one is a call", { people: { manner: "call" } }],
    ["the sentences stand far apart", { gap: 700 }],
    ["a third body was there", { bodies: { parties: ["Ministers of Peru@l1", "Chile@l2", "Lima@l3"] } }],
  ])("has its own where %s", (_, given) => {
    expect(toldOfPeople(given).from).toBeNull();
  });

  it("takes no vague time from a neighbour", () => {
    const article = annotated("a", `${bodies} ${people}`, {
      roles,
      meetings: [{ ...ofBodies, date: [null, "2025-09-03", "vague"] }, ofPeople],
    });
    expect(meetingsOf(article).map(({ to }) => to)).toEqual([null, "2025-09-03"]);
  });

  it("is not what a sentence sums up", () => {
    expect(toldOfPeople({ people: { date: ["2025-01-01", "2025-12-31", "year"] } }).place).toBeUndefined();
    expect(toldOfPeople({ people: { evidence: "Ana twice" } }).place).toBeUndefined();
    expect(toldOfPeople({ people: { date: day } })).toEqual({ place: "place:lima", from: "2025-09-02" });
  });

  it("keeps a day and a place of its own", () => {
    expect(toldOfPeople({ people: { date: ["2025-09-01", "2025-09-01"] } })).toEqual({ place: undefined, from: "2025-09-01" });
    expect(toldOfPeople({ people: { place: "l1" } })).toEqual({ place: "place:peru", from: null });
  });
});

describe("somebody called by an office at a body", () => {
  const told = annotated("a", "[Ana Soto|p1] heads the [Harvik Front|o1] in [Lima|l1].", { roles: { p1: [["head", "o1"]] } });
  const later = (words: string, text = `[Ana Soto|p1] flew to [Lima|l1]. ${words} met [Leo Ibarra|p2].`): AnnotatedArticle =>
    annotated("b", text, { meetings: [{ parties: [`${words.replace(/^The |^A |\[|\|o1\]/gu, "")}@o1`, "p2"] }] });

  it.each([
    ["The [Harvik Front|o1] chief", "Ana Soto – Leo Ibarra"],
    ["The leader of the [Harvik Front|o1]", "Ana Soto – Leo Ibarra"],
    ["The deputy leader of the [Harvik Front|o1]", "Harvik Front – Leo Ibarra"],
    ["A leader of the [Harvik Front|o1]", "Harvik Front – Leo Ibarra"],
    ["The [Harvik Front|o1] lawyer", "Harvik Front – Leo Ibarra"],
  ])("%s: %s", (words, title) => {
    const [meeting] = meetingsOf(told, later(words));
    expect(meeting?.title.split(" – ").toSorted().join(" – ")).toBe(title);
  });

  it("is the body where her article does not name her", () => {
    const [meeting] = meetingsOf(
      told,
      later("The [Harvik Front|o1] chief", "The [Harvik Front|o1] chief met [Leo Ibarra|p2] in [Lima|l1]."),
    );
    expect(meeting?.title).toContain("Harvik Front");
  });
});

describe("somebody called by a title alone", () => {
  const report = annotated("a", "Mayor [Ada Lind|p1] met [Otto Vik|p2] in [Bergen|l1].", {
    roles: { p1: [["mayor", null]] },
    meetings: [{ parties: ["p1", "p2"] }],
  });
  const denial = (text: string, title = "mayor"): AnnotatedArticle =>
    annotated("b", text, {
      meetings: [{ parties: [`${title}@`, "p2"], modality: "denied" }],
      quotes: [{ text: '"It is untrue,"', speaker: `${title}@` }],
    });

  it("is the one in the article of whom another article gives the title", () => {
    const articles = [report, denial('"It is untrue," said the mayor. [Ada Lind|p1] had not met [Otto Vik|p2].')];
    expect(meetingsOf(...articles).map(({ modalities, unnamed }) => [modalities, unnamed])).toEqual([[["denied", "held"], []]]);
    expect(quoteOf("b", articles)?.speakerId).toBe("person:ada-lind");
  });

  it.each([
    ["the article does not name her", '"It is untrue," said the mayor about [Otto Vik|p2].'],
    ["it is somebody the reader does not know", '"It is untrue," said a mayor. [Ada Lind|p1] had not met [Otto Vik|p2].'],
    ["it is the mayor of somewhere", '"It is untrue," said Narvik\'s mayor. [Ada Lind|p1] had not met [Otto Vik|p2].'],
    ["there is another", '"It is untrue," said the mayor. A former mayor, [Ada Lind|p1], had not met [Otto Vik|p2].'],
    ["there are several", '"It is untrue," said the mayor. [Ada Lind|p1] and other mayors had not met [Otto Vik|p2].'],
  ])("stays open where %s", (_, text) => {
    expect(quoteOf("b", [report, denial(text)])?.speakerId).toBeNull();
  });

  it("stays open where two of the article hold it", () => {
    const other = annotated("c", "Mayor [Otto Vik|p1] spoke in [Narvik|l1].", { roles: { p1: [["mayor", null]] } });
    const articles = [report, other, denial('"It is untrue," said the mayor. [Ada Lind|p1] had not met [Otto Vik|p2].')];
    expect(quoteOf("b", articles)?.speakerId).toBeNull();
  });

  it("stays open where the title fits many", () => {
    const spokesman = annotated("a", "[Ada Lind|p1] met [Otto Vik|p2].", { roles: { p1: [["spokeswoman", null]] } });
    const text = '"It is untrue," said the spokeswoman. [Ada Lind|p1] had not met [Otto Vik|p2].';
    expect(quoteOf("b", [spokesman, denial(text, "spokeswoman")])?.speakerId).toBeNull();
  });
});

describe("somebody called by a given name", () => {
  const sister = annotated("a", "[Elena Moor|p1], sister of [Pavel Moor|p2], spoke in [Riga|l1].");

  it("is of the family that the article names", () => {
    const articles = [sister, annotated("b", "[Pavel Moor|p1] is ill. His sister [Elena|p2] came.")];
    expect(whoIsWho(articles)["person:elena-moor"]).toBe("a b");
  });

  it.each([
    ["of another family", "[Pavel Stone|p1] is ill. His sister [Elena|p2] came."],
    ["a man", "[Pavel Moor|p1] is ill. [Elena|p2] said that [he|p2|pronoun] came."],
  ])("stays apart where the article's is %s", (_, text) => {
    const woman = annotated("a", "[Elena Moor|p1] and [Pavel Moor|p2] said that [she|p1|pronoun] spoke in [Riga|l1].");
    expect(whoIsWho([woman, annotated("b", text)])["person:elena-moor"]).toBe("a");
  });

  it("stays apart where two families have one", () => {
    const other = annotated("c", "[Elena Stone|p1] lives in [Oslo|l1].");
    const text = "[Pavel Moor|p1] and [Rita Stone|p3] are ill. [Elena|p2] came.";
    expect(whoIsWho([sister, other, annotated("b", text)])["person:elena"]).toBe("b");
  });
});

describe("two of one name in callings that often go together", () => {
  const director = annotated(
    "a",
    "[Johan Brandt|p1] of the [Quay Museum|o1] spoke in [Hamburg|l1] to [Amina Cole|p2] and [Rita Vale|p3].",
    {
      roles: { p1: [["curator", "o1"]] },
    },
  );
  const geologist = (place: string): AnnotatedArticle =>
    annotated(
      "b",
      `The geologist [Johan Brandt|p1] of the [Ice Survey|o1] drilled in [${place}|l1] with [Leo Rask|p2] and [Nils Berg|p3].`,
      {
        roles: { p1: [["geologist", null]] },
      },
    );

  it("are two where no article has anything in common with the other", () => {
    expect(Object.keys(whoIsWho([director, geologist("Nepal")])).filter((id) => id.startsWith("person:johan"))).toHaveLength(2);
  });

  it("are one where anything connects their articles, even what everybody mentions", () => {
    expect(whoIsWho([director, geologist("Hamburg")])["person:johan-brandt"]).toBe("a b");
    const press = Array.from({ length: 150 }, (_, index) => annotated(`c${index}`, "It rained in [Hamburg|l1]."));
    expect(whoIsWho([director, geologist("Hamburg"), ...press])["person:johan-brandt"]).toBe("a b");
  });
});

describe("a saying without a speaker", () => {
  const known = annotated("a", '"We will mend every roof before the snow," [Ada Lind|p1] said.', {
    quotes: [{ text: '"We will mend every roof before the snow,"', speaker: "p1" }],
  });
  const open = (words: string, speaker: string | null = null): AnnotatedArticle =>
    annotated("b", `${words} said the mayor, a woman of [Bergen|l1].`, { quotes: [{ text: words, speaker }] });

  it("is of the one who says it in another article", () => {
    const quote = quoteOf("b", [known, open('"We will mend each roof before the snow."')]);
    expect(quote).toMatchObject({
      speakerId: "person:ada-lind",
      speakerName: "Ada Lind",
      changedFrom: ["every"],
      changedTo: ["each"],
      speakerText: null,
    });
    expect(quote?.cluster).toBe(quoteOf("a", [known, open('"We will mend each roof before the snow."')])?.cluster);
    expect(quote?.cluster).not.toBeNull();
  });

  it.each<[string, AnnotatedArticle[]]>([
    ["the words are others", [known, open('"We will mend every bridge in the valley."')]],
    ["a quarter of them are others", [known, open('"We will mend every road after the snow."')]],
    ["they are too few", [known, open('"before the snow"')]],
    ["the article gives it to people without a name", [known, open('"We will mend every roof before the snow."', "a woman of Bergen@")]],
    [
      "others disagree about who said it",
      [
        known,
        open('"We will mend every roof before the snow."'),
        annotated("c", '"We will mend every roof before the snow," [Otto Vik|p1] said.', {
          quotes: [{ text: '"We will mend every roof before the snow,"', speaker: "p1" }],
        }),
      ],
    ],
  ])("stays open where %s", (_, articles) => {
    expect(quoteOf("b", articles)?.speakerId).toBeNull();
  });
});

describe("what others are said to report", () => {
  const told = (id: string, outlet: string, text: string): AnnotatedArticle =>
    annotated(id, text, { outlet, meetings: [{ parties: ["p1", "p2"], place: "l1" }] });
  const report = told("a", "Bergen Dispatch", "[Ada Lind|p1] met [Otto Vik|p2] in [Bergen|l1], two guests said.");

  it.each([
    ["There are reports that [Ada Lind|p1] met [Otto Vik|p2] in [Bergen|l1].", ["Bergen Dispatch"]],
    ["[Ada Lind|p1] reportedly met [Otto Vik|p2] in [Bergen|l1].", ["Bergen Dispatch"]],
    ["[Ada Lind|p1] is said to have met [Otto Vik|p2] in [Bergen|l1].", ["Bergen Dispatch"]],
    ["According to local media reports [Ada Lind|p1] met [Otto Vik|p2] in [Bergen|l1].", ["Bergen Dispatch"]],
    ["Newspapers in the far north had reported that [Ada Lind|p1] met [Otto Vik|p2] in [Bergen|l1].", ["Bergen Dispatch"]],
    ["[Ada Lind|p1] met [Otto Vik|p2] in [Bergen|l1], broadcasters said.", ["Bergen Dispatch"]],
    ["[Ada Lind|p1] claims that she met [Otto Vik|p2] in [Bergen|l1].", ["Bergen Dispatch", "Fjord Radio"]],
    ["[Ada Lind|p1] met [Otto Vik|p2] in [Bergen|l1] to speak of the harbour report.", ["Bergen Dispatch", "Fjord Radio"]],
  ])("is a source only where there is no other: %s", (text, sources) => {
    const other = told("b", "Fjord Radio", text);
    expect(meetingsOf(report, other).map((meeting) => meeting.sources)).toEqual([sources]);
    expect(meetingsOf(other).map((meeting) => meeting.sources)).toEqual([["Fjord Radio"]]);
  });
});
