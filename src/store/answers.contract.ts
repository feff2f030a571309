/** What the typed answers say about the small graph, on every store. */
import { beforeAll, describe, expect, it } from "vitest";
import type { AnswerEvidence } from "../domain/answer.ts";
import { article, connection, entityCard, findEntities, met, said, search } from "./answers.ts";
import { contradictions } from "./disagreements.ts";
import { fixtureGraph } from "./graph-fixture.contract.ts";
import type { GraphStore } from "./graph-store.ts";
import { skippedCues } from "./skipped-cues.ts";
import { timeline } from "./timeline.ts";

const boehler = { id: "person:adam-boehler", name: "Adam Boehler", type: "PERSON" };
const hamas = { id: "organization:hamas", name: "Hamas", type: "ORGANIZATION" };

/** `loaded` gives an open store that holds the small graph. */
export function describeAnswers(loaded: () => GraphStore): void {
  describe("answers", () => {
    let store: GraphStore;
    beforeAll(() => {
      store = loaded();
    });

    /** Every stretch must be found where it says. */
    async function expectExact(evidence: readonly AnswerEvidence[]): Promise<void> {
      const texts = new Map((await store.storedArticles()).map(({ id, text }) => [id, text]));
      expect(evidence.length).toBeGreaterThan(0);
      for (const { article: id, start, end, text } of evidence) expect(texts.get(id)?.slice(start, end)).toBe(text);
    }

    it.each([
      ["person:adam-boehler", ["Adam Boehler:id"]],
      ["Adam Boehler", ["Adam Boehler:name"]],
      ["  adam\n BOEHLER ", ["Adam Boehler:name"]],
      ["boehler", ["Adam Boehler:alias", "Lydia Boehler:key"]],
      ["Böhler", []],
      ["boe", ["Adam Boehler:part", "Lydia Boehler:part"]],
      ["State of Qatar", ["Qatar:alias"]],
      ["", []],
    ])("findEntities takes “%s” for %j", async (name, expected) => {
      const found = (await findEntities(store, name)).map((match) => `${match.name}:${match.by}`);
      expect(found).toEqual(expected);
    });

    it("met gives a row for each meeting and counterpart, strongest first, with evidence from every article", async () => {
      const { asked, rows } = await met(store, "Boehler");
      expect(asked.map(({ name }) => name)).toEqual(["Adam Boehler", "Lydia Boehler"]);
      expect(rows.map(({ a, b, as, modality, place }) => [a.name, b.name, as, modality, place])).toEqual([
        ["Adam Boehler", "Hamas", "Hamas officials", "held", "Doha"],
        ["Adam Boehler", "Steve Witkoff", null, "held", null],
      ]);
      const [first] = rows;
      expect(first).toMatchObject({ a: boehler, b: hamas, from: null, to: "2025-03-05", independentSources: 3, articles: 4 });
      expect(first?.evidence.map(({ article: id, outlet }) => [id, outlet])).toEqual([
        ["article:harbour", "Harbour Post"],
        ["article:delta", "Delta Wire"],
        ["article:meridian", "Meridian"],
        ["article:copy", null],
      ]);
      await expectExact(first?.evidence ?? []);
    });

    it.each([
      ["Witkoff", "Qatar", [["Steve Witkoff", "Qatar", "cancelled"]]],
      ["Qatar", "Witkoff", [["Qatar", "Steve Witkoff", "cancelled"]]],
      ["Trump", undefined, [["Donald Trump", "a group of freed hostages", "held"]]],
      ["Trump", "hostages", [["Donald Trump", "a group of freed hostages", "held"]]],
      ["Trump", "Hamas", []],
      ["Lydia Boehler", undefined, []],
    ])("met of %s and %s is %j", async (a, b, expected) => {
      const { rows } = await met(store, a, b);
      expect(rows.map((row) => [row.a.name, row.b.name, row.modality])).toEqual(expected);
    });

    it("met knows nobody behind people without a name", async () => {
      expect((await met(store, "Trump")).rows[0]).toMatchObject({
        b: { id: null, type: null },
        as: null,
        roles: { a: "host", b: null },
        mediated: false,
      });
    });

    it.each([
      ["Adam Bohler", undefined, "Adam Boehler"],
      ["Trump", "Hammas", "Hamas"],
      ["Boehl", undefined, "Adam Boehler"],
      ["Xxxxxxxxxxx", undefined, "most-mentioned"],
    ])("met of %s and %s offers %s", async (a, b, offer) => {
      await expect(met(store, a, b)).rejects.toMatchObject({ code: "unknown-entity", hint: expect.stringContaining(offer) });
    });

    it.each([
      ["Boehler", undefined, ['"The talks were useful,"']],
      [undefined, "Hamas", ["that Hamas must release all captives"]],
      ["Trump", "Hamas", ["that Hamas must release all captives"]],
      ["Boehler", "Hamas", []],
      [undefined, "Witkoff", []],
      ["Hamas", undefined, ["“Any meeting helps,”"]],
      [undefined, "MEETING helps", ["“Any meeting helps,”"]],
      [undefined, "meet", ["“Any meeting helps,”"]],
      [undefined, undefined, ['"The talks were useful,"', "that Hamas must release all captives", "“Any meeting helps,”"]],
    ])("said by %s about %s is %j", async (speaker, about, expected) => {
      const rows = await said(store, speaker, about);
      expect(rows.map(({ text }) => text)).toEqual(expected);
      if (rows.length > 0) await expectExact(rows.map(({ evidence }) => evidence));
    });

    it("contradictions sets what was reported beside what was denied, and plans beside what became of them", async () => {
      const rows = await contradictions(store);
      expect(rows.map(({ kind, title, modality }) => [kind, title, modality])).toEqual([
        ["denial", "Adam Boehler – Hamas, Doha", "held"],
        ["change", "Steve Witkoff – Qatar", "cancelled"],
      ]);
      expect(rows[0]?.statements.map(({ modality, publishedAt }) => [modality, publishedAt])).toEqual([
        ["held", "2025-03-05"],
        ["held", "2025-03-06"],
        ["denied", "2025-03-07"],
        ["held", null],
      ]);
      await expectExact(rows.flatMap(({ statements }) => statements));
    });

    it("timeline gives each meeting once, with all who took part, in the order of time", async () => {
      const { rows } = await timeline(store, "Adam Boehler");
      expect(rows.map((row) => [row.from, row.to, row.with.map(({ entity, as }) => as ?? entity.name)])).toEqual([
        ["2025-03-01", "2025-03-01", ["Steve Witkoff"]],
        [null, "2025-03-05", ["Hamas officials"]],
      ]);
    });

    it("skippedCues gives words for a meeting that gave none, and nothing that was passed over for a quote", async () => {
      expect(await skippedCues(store)).toEqual([]);
    });

    it("said tells speaker, cue, outlet and day", async () => {
      expect(await said(store, "Al-Nono")).toMatchObject([
        {
          speaker: { id: "person:taher-al-nono", name: "Taher Al-Nono", type: "PERSON" },
          kind: "direct",
          cue: "said",
          confidence: 0.9,
          evidence: { outlet: "Meridian" },
          publishedAt: "2025-03-07",
        },
      ]);
    });

    it.each([
      ["speaker", "Nobody Known", undefined],
      ["subject", undefined, "nothing of the kind"],
      ["part of a word", undefined, "eeting"],
    ])("said names an unknown %s", async (_, speaker, about) => {
      await expect(said(store, speaker, about)).rejects.toMatchObject({ code: "unknown-entity" });
    });

    it("entityCard gathers roles, meetings, quotes and articles", async () => {
      const card = await entityCard(store, "person:taher-al-nono");
      expect(card).toMatchObject({
        entity: { id: "person:taher-al-nono", name: "Taher Al-Nono", type: "PERSON" },
        aliases: [],
        roles: [
          { title: "adviser", of: hamas, former: false },
          { title: "spokesman", of: hamas, former: true },
        ],
        meetings: [],
        articles: [{ id: "article:meridian", title: "Hamas denies meeting", outlet: "Meridian", publishedAt: "2025-03-07" }],
      });
      expect(card.quotes.map(({ text }) => text)).toEqual(["“Any meeting helps,”"]);
      expect(card.articles[0]?.mentions.map(({ text }) => text)).toEqual(["Taher Al-Nono"]);
      await expectExact(card.articles.flatMap(({ id, mentions, ...head }) => mentions.map((span) => ({ article: id, ...head, ...span }))));
      expect((await entityCard(store, boehler.id)).meetings).toEqual((await met(store, "Adam Boehler")).rows);
    });

    it("entityCard offers ids for an unknown one", async () => {
      await expect(entityCard(store, "person:nobody")).rejects.toMatchObject({ code: "unknown-entity" });
    });

    it.each([
      ["Boehler", "Hamas", [["Adam Boehler", "Hamas", "Adam Boehler – Hamas, Doha"]]],
      [
        "Hamas",
        "Witkoff",
        [
          ["Hamas", "Adam Boehler", "Adam Boehler – Hamas, Doha"],
          ["Adam Boehler", "Steve Witkoff", "Adam Boehler – Steve Witkoff"],
        ],
      ],
      [
        "Witkoff",
        "Al-Nono",
        [
          ["Steve Witkoff", "Adam Boehler", "Adam Boehler – Steve Witkoff"],
          ["Adam Boehler", "Hamas", "Adam Boehler – Hamas, Doha"],
          ["Hamas", "Taher Al-Nono", "adviser"],
        ],
      ],
      ["White House", "Trump", [["White House", "Donald Trump", "both named in “Hostages at the White House”"]]],
      [
        "Lydia Boehler",
        "White House",
        [
          ["Lydia Boehler", "Hamas", "both named by article:copy"],
          ["Hamas", "White House", "both named in “Hostages at the White House”"],
        ],
      ],
      ["Hamas", "Hamas", []],
    ])("connection of %s and %s goes %j", async (a, b, expected) => {
      const steps = await connection(store, a, b);
      expect(steps.map(({ from, to, through }) => [from.name, to.name, through])).toEqual(expected);
      const evidence = steps.flatMap((step) => step.evidence);
      if (evidence.length > 0) await expectExact(evidence);
    });

    it("article gives the text with every mention, quote and claim at its place", async () => {
      const answer = await article(store, "article:meridian");
      expect(answer).toMatchObject({
        id: "article:meridian",
        title: "Hamas denies meeting",
        outlet: "Meridian",
        publishedAt: "2025-03-07",
        url: null,
      });
      expect(answer.text).toMatch(/^Hamas denied/u);
      for (const { start, end, text } of [...answer.mentions, ...answer.quotes, ...answer.claims])
        expect(answer.text.slice(start, end)).toBe(text);
      expect(answer.mentions.map(({ text, entity, type }) => [text, entity, type]).slice(0, 2)).toEqual([
        ["Hamas", "organization:hamas", "ORGANIZATION"],
        ["Boehler", "person:adam-boehler", "PERSON"],
      ]);
      expect(answer.quotes.map(({ speaker }) => speaker.name)).toEqual(["Taher Al-Nono"]);
      expect(answer.claims.map(({ modality, meeting }) => [modality, meeting])).toEqual([
        ["denied", "meeting:boehler-hamas"],
        ["cancelled", "meeting:witkoff-qatar"],
      ]);
    });

    it("article offers the nearest id", async () => {
      await expect(article(store, "article:merridian")).rejects.toMatchObject({
        code: "unknown-article",
        hint: expect.stringContaining("article:meridian"),
      });
    });

    it.each([
      ["boehler", 10, ["entity person:adam-boehler", "entity person:lydia-boehler"]],
      ["Hamas", 10, ["entity organization:hamas", "article article:harbour", "article article:delta", "article article:meridian", "quote"]],
      ["Hamas", 2, ["entity organization:hamas", "article article:harbour"]],
      ["HOSTAGES at", 10, ["article article:meridian-2"]],
      ["talks were", 10, ["quote"]],
      ["' OR 1=1 //", 10, []],
      [" ", 10, []],
    ])("search for “%s”, at most %i, finds %j", async (text, limit, expected) => {
      const hits = await search(store, text, limit);
      expect(hits.map((hit) => (hit.kind === "quote" ? "quote" : `${hit.kind} ${hit.id}`))).toEqual(expected);
    });

    it("name everyone by the nodes of the graph", async () => {
      const graph = fixtureGraph();
      const { rows } = await met(store, "Adam Boehler");
      for (const { a, b, meeting } of rows) for (const id of [a.id, b.id, meeting]) expect(graph.hasNode(id)).toBe(true);
    });
  });
}
