import { describe, expect, it } from "vitest";
import { examples, parseQuestion } from "./question-grammar.ts";

describe("parseQuestion", () => {
  it.each([
    ["who met Adam Boehler in Doha?", { kind: "who-met", a: "Adam Boehler", place: "Doha" }],
    ["Who met with Hamas", { kind: "who-met", a: "Hamas", place: null }],
    ["whom did Trump meet?", { kind: "who-met", a: "Trump", place: null }],
    ['did "Steve Witkoff" meet with Qatar?', { kind: "did-meet", a: "Steve Witkoff", b: "Qatar", place: null }],
    ["Has Boehler met Hamas?", { kind: "did-meet", a: "Boehler", b: "Hamas", place: null }],
    ["Did Boehler meet Hamas in Doha?", { kind: "did-meet", a: "Boehler", b: "Hamas", place: "Doha" }],
    ["did Boehler talk to Hamas?", { kind: "did-meet", a: "Boehler", b: "Hamas", place: null }],
    ["Have Trump and Putin met in Riyadh?", { kind: "did-meet", a: "Trump", b: "Putin", place: "Riyadh" }],
    ["Who has Trump met?", { kind: "who-met", a: "Trump", place: null }],
    ["who is meeting Trump?", { kind: "who-met", a: "Trump", place: null }],
    ["With whom did Trump meet at the White House?", { kind: "who-met", a: "Trump", place: "the White House" }],
    ["where did Trump and Kim meet?", { kind: "where-met", a: "Trump", b: "Kim" }],
    ["When will Trump meet Putin?", { kind: "when-met", a: "Trump", b: "Putin" }],
    ["who spoke about Hamas?", { kind: "who-said", about: "Hamas" }],
    ["What has been said about Gaza?", { kind: "who-said", about: "Gaza" }],
    ["what has Leavitt said on Israel?", { kind: "what-said", speaker: "Leavitt", about: "Israel" }],
    ["What is Hamas?", { kind: "who-is", a: "Hamas" }],
    ["How is Trump related to Hamas?", { kind: "connected", a: "Trump", b: "Hamas" }],
    ["where did Boehler meet Hamas?", { kind: "where-met", a: "Boehler", b: "Hamas" }],
    ["when did Boehler meet with Hamas?", { kind: "when-met", a: "Boehler", b: "Hamas" }],
    ["who said what about Hamas?", { kind: "who-said", about: "Hamas" }],
    ["what did Leavitt say?", { kind: "what-said", speaker: "Leavitt", about: null }],
    ["what did Leavitt say about the talks?", { kind: "what-said", speaker: "Leavitt", about: "the talks" }],
    ["who is Taher Al-Nono?", { kind: "who-is", a: "Taher Al-Nono" }],
    ["how are Trump and Hamas connected?", { kind: "connected", a: "Trump", b: "Hamas" }],
    ["how is Trump connected to Hamas?", { kind: "connected", a: "Trump", b: "Hamas" }],
  ])("reads: %s", (text, expected) => {
    expect(parseQuestion(text)).toEqual(expected);
  });

  it.each(["", "why?", "tell me about Hamas", "who won the match?"])("does not guess at: %j", (text) => {
    expect(parseQuestion(text)).toBeNull();
  });

  it("understands every example it offers", () => {
    for (const example of examples) expect(parseQuestion(example)).not.toBeNull();
  });
});
