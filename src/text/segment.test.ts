import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article, Furniture } from "../domain/article.ts";
import { loadSegmenter } from "./segment.ts";

const segment = loadSegmenter();

function article(text: string, furniture: readonly Furniture[] = []): Article {
  return { id: "a", file: null, title: null, publishedAt: null, outlet: null, url: null, text, extracted: false, furniture };
}

function sentencesOf(text: string): string[] {
  return segment(article(text)).sentences.map((sentence) => text.slice(sentence.start, sentence.end));
}

describe("segment", () => {
  it.each([
    ["an abbreviated rank before a name", "Gen. Mark Milley met Lt. Gen. Ana Ruiz on Jan. 5. They left.", 2],
    ["words that look like abbreviations", "They say no. My mother sat. The bus on Sun. Road was No. 5 of ten.", 3],
    ["initials", "J. D. Vance spoke. Others listened.", 2],
    ["a platform of one letter", "They wrote so on X. Others listened.", 2],
    ["a state's letters", "Ann Lee, D-N.Y., and Tom Ray, R-Ky., spoke. Others listened.", 2],
    ["an adverb that looks like a measure", "The crowd moved in. Landlady Ann Lee shut the door.", 2],
    ["an abbreviated country before an under secretary", "He met with U.S. Under Secretary of State Ann Lee. It rained.", 2],
    ["an abbreviated country at the end", "He lives in the U.S. Under the law he may stay.", 2],
    ["an abbreviated country before a title", "He met U.S. President Joe Biden. It rained.", 2],
    ["a closing mark after the full stop", 'She said: "It is over." Then she left.', 2],
    ["abbreviated ranks of several", "Sens. Ann Lee and Tom Ray spoke to Messrs. Day and Fox. Others listened.", 2],
    ["dots inside a sentence", "They waited...and waited until dawn. Nobody came.", 2],
    ["the first of several marks", "Nobody came!!!! They left. Why?!", 3],
    ["a line break inside a name", "The office of Prime Minister\nAnn Lee issued a long statement on the matter late on Monday.", 1],
  ])("does not end a sentence at %s", (_, text, count) => {
    expect(sentencesOf(text)).toHaveLength(count);
  });

  it("keeps tokens exact substrings in text order", () => {
    const text = "Taher Al-Nono didn't say; Netanyahu’s office — O'Neill's — won't. U.S.-Hamas talks cost $5m.";
    const { tokens } = segment(article(text));
    for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
    expect(tokens.map((token) => token.text).join("")).toBe(text.replace(/\s/gu, ""));
  });

  it.each([
    ["two apostrophes", "''We go.'' He left. ''We stay,'' she said.", ["''We go.''", "He left.", "''We stay,'' she said."]],
    ["backticks", "``We go.'' He left.", ["``We go.''", "He left."]],
  ])("reads a mark typed as %s as one token of its sentence", (_, text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
    const { tokens } = segment(article(text));
    for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
    expect(tokens.map((token) => token.text).join("")).toBe(text.replace(/\s/gu, ""));
  });

  it.each([
    ["14:40 The minister has arrived.", ["14:40", "The minister has arrived."]],
    ["9.15 am - Lee has left the room.", ["9.15 am -", "Lee has left the room."]],
    ["14:40 BREAKING: The minister has gone.", ["14:40 BREAKING: The minister has gone."]],
    ["14.50 euros is too much.", ["14.50 euros is too much."]],
  ])("takes the hour that opens an entry of a live report for itself: %s", (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });

  it("takes a single line break for a paragraph when the line before it ends a sentence", () => {
    const text = "The talks began on Monday in Vienna.\nBoth sides said they would go on.";
    expect(segment(article(text)).paragraphs).toHaveLength(2);
  });

  it("tells a subhead from a paragraph", () => {
    const text = "The talks began on Monday.\nSecret Talks in Doha\nBoth sides said they would go on.";
    expect(segment(article(text)).paragraphs.map((paragraph) => paragraph.kind)).toEqual(["prose", "subhead", "prose"]);
  });

  it("splits a shouted subhead from the paragraph it is glued to", () => {
    const text = "One line here.\n\n‘LIVES ARE AT STAKE’ The sources said the talks went on.";
    const { paragraphs } = segment(article(text));
    expect(paragraphs.map((paragraph) => paragraph.kind)).toEqual(["prose", "subhead", "prose"]);
  });

  it("joins the lines of hard-wrapped text", () => {
    const line = "This paragraph was wrapped at about seventy characters by a mail";
    const text = `${line}\n${line}\n${line}\n${line}\n${line}\nprogram. The end.`;
    expect(segment(article(text)).paragraphs).toHaveLength(1);
  });

  it("reads a list of headlines line by line", () => {
    const lines = ["Ruiz to host Lind at the harbour on Friday", "Harvik sues Kestrel over a patent in Montavia court"];
    const text = [...lines, ...lines, ...lines].join("\n");
    expect(segment(article(text)).paragraphs).toHaveLength(6);
  });

  it("never lets a sentence cross furniture", () => {
    const text = "date 2025-03-06 The talks began.";
    const { sentences, paragraphs } = segment(article(text, [{ start: 0, end: 15, kind: "header" }]));
    expect(paragraphs.map((paragraph) => paragraph.kind)).toEqual(["header", "prose"]);
    expect(sentences.map((sentence) => text.slice(sentence.start, sentence.end)).at(-1)).toBe("The talks began.");
  });

  it("covers every visible character of any text exactly once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const { tokens } = segment(article(text));
        let end = 0;
        for (const token of tokens) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(token.start, token.end)).toBe(token.text);
          end = token.end;
        }
        const covered = tokens.map((token) => token.text).join("");
        expect(covered.replace(/\s/gu, "")).toBe(text.replace(/\s/gu, ""));
      }),
      { numRuns: 300 },
    );
  });
});
