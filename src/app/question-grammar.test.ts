import { describe, expect, it } from "vitest";
import { examples, parseQuestion } from "./question-grammar.ts";

describe("parseQuestion", () => {
  it.each([
    ["who met Adam Boehler in Doha?", { kind: "who-met", a: "Adam Boehler", place: "Doha", period: null }],
    ["Who met with Hamas", { kind: "who-met", a: "Hamas", place: null, period: null }],
    ["whom did Trump meet?", { kind: "who-met", a: "Trump", place: null, period: null }],
    ['did "Steve Witkoff" meet with Qatar?', { kind: "did-meet", a: "Steve Witkoff", b: "Qatar", place: null, period: null }],
    ["Has Boehler met Hamas?", { kind: "did-meet", a: "Boehler", b: "Hamas", place: null, period: null }],
    ["Did Boehler meet Hamas in Doha?", { kind: "did-meet", a: "Boehler", b: "Hamas", place: "Doha", period: null }],
    ["did Boehler talk to Hamas?", { kind: "did-meet", a: "Boehler", b: "Hamas", place: null, period: null }],
    ["Have Trump and Putin met in Riyadh?", { kind: "did-meet", a: "Trump", b: "Putin", place: "Riyadh", period: null }],
    ["Who has Trump met?", { kind: "who-met", a: "Trump", place: null, period: null }],
    ["who is meeting Trump?", { kind: "who-met", a: "Trump", place: null, period: null }],
    ["With whom did Trump meet at the White House?", { kind: "who-met", a: "Trump", place: "the White House", period: null }],
    ["where did Trump and Kim meet?", { kind: "where-met", a: "Trump", b: "Kim", period: null }],
    ["When will Trump meet Putin?", { kind: "when-met", a: "Trump", b: "Putin", which: null }],
    ["When did Trump last meet Putin?", { kind: "when-met", a: "Trump", b: "Putin", which: "last" }],
    ["when did Trump and Kim first meet?", { kind: "when-met", a: "Trump", b: "Kim", which: "first" }],
    ["What happened between Trump and Kim?", { kind: "timeline", a: "Trump", b: "Kim", period: null }],
    ["timeline of Trump", { kind: "timeline", a: "Trump", b: null, period: null }],
    ["timeline of Trump with Kim", { kind: "timeline", a: "Trump", b: "Kim", period: null }],
    ["Which meetings are disputed?", { kind: "disputed", a: null }],
    ["which meetings of Trump were denied?", { kind: "disputed", a: "Trump" }],
    ["Who reported first that Trump met Kim?", { kind: "who-first", a: "Trump", b: "Kim" }],
    ["who was the first to report that Trump had met with Kim?", { kind: "who-first", a: "Trump", b: "Kim" }],
    ["who spoke about Hamas?", { kind: "who-said", about: "Hamas", period: null }],
    ["What has been said about Gaza?", { kind: "who-said", about: "Gaza", period: null }],
    ["what has Leavitt said on Israel?", { kind: "what-said", speaker: "Leavitt", about: "Israel", period: null }],
    ["What is Hamas?", { kind: "who-is", a: "Hamas" }],
    ["How is Trump related to Hamas?", { kind: "connected", a: "Trump", b: "Hamas" }],
    ["where did Boehler meet Hamas?", { kind: "where-met", a: "Boehler", b: "Hamas", period: null }],
    ["when did Boehler meet with Hamas?", { kind: "when-met", a: "Boehler", b: "Hamas", which: null }],
    ["who said what about Hamas?", { kind: "who-said", about: "Hamas", period: null }],
    ["what did Leavitt say?", { kind: "what-said", speaker: "Leavitt", about: null, period: null }],
    ["what did Leavitt say about the talks?", { kind: "what-said", speaker: "Leavitt", about: "the talks", period: null }],
    ["who is Taher Al-Nono?", { kind: "who-is", a: "Taher Al-Nono" }],
    ["how are Trump and Hamas connected?", { kind: "connected", a: "Trump", b: "Hamas" }],
    ["how is Trump connected to Hamas?", { kind: "connected", a: "Trump", b: "Hamas" }],
  ])("reads: %s", (text, expected) => {
    expect(parseQuestion(text)).toEqual(expected);
  });

  it.each([
    ["who met whom?", { kind: "who-met-whom", place: null, period: null }],
    ["Who met with whom in Doha?", { kind: "who-met-whom", place: "Doha", period: null }],
    ["which meetings took place in Oslo?", { kind: "who-met-whom", place: "Oslo", period: null }],
  ])("asks about everybody: %s", (text, expected) => {
    expect(parseQuestion(text)).toEqual(expected);
  });

  it.each([
    ["who met whom in March 2025?", { kind: "who-met-whom", place: null, from: "2025-03-01", to: "2025-03-31" }],
    ["who met Trump in Doha since 2024?", { kind: "who-met", a: "Trump", place: "Doha", from: "2024-01-01", to: null }],
    ["who did Trump meet on 4 March 2025?", { kind: "who-met", a: "Trump", place: null, from: "2025-03-04", to: "2025-03-04" }],
    ["did Trump meet Putin before May 2018?", { kind: "did-meet", a: "Trump", b: "Putin", place: null, from: null, to: "2018-04-30" }],
    ["where did Trump meet Kim in June?", { kind: "where-met", a: "Trump", b: "Kim", from: "--06-01", to: "--06-30" }],
    ["what did Leavitt say after 5 March 2025?", { kind: "what-said", speaker: "Leavitt", about: null, from: "2025-03-06", to: null }],
  ])("takes a period: %s", (text, { from, to, ...expected }) => {
    expect(parseQuestion(text)).toMatchObject({ ...expected, period: { from, to } });
  });

  it("leaves a period to the name where the question takes none", () => {
    expect(parseQuestion("who was president in 1998?")).toEqual({ kind: "who-is", a: "president in 1998" });
  });

  it.each(["", "why?", "tell me about Hamas", "who won the match?"])("does not guess at: %j", (text) => {
    expect(parseQuestion(text)).toBeNull();
  });

  it("understands every example it offers", () => {
    for (const example of examples) expect(parseQuestion(example)).not.toBeNull();
  });
});
