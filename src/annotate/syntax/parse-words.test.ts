import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { chunkLimit, makeParser, makeParseWords, type ParseWords, type SentenceParse } from "./parse-words.ts";
import { loadShippedSyntax, type SyntaxModel } from "./syntax-model.ts";

let model: SyntaxModel;
let parseWords: ParseWords;

beforeAll(() => {
  model = loadShippedSyntax();
  parseWords = makeParseWords(model.network);
});

/** One root, every other word's head inside the sentence, no cycle; the relation "root" on the root and nowhere else. */
function expectTree(parse: SentenceParse, length: number): void {
  expect(parse.heads.length).toBe(length);
  expect(parse.tags.every((tag) => tag < model.tagClasses.length)).toBe(true);
  const root = model.relations.indexOf("root");
  expect([...parse.heads].filter((head) => head < 0).length).toBe(length === 0 ? 0 : 1);
  for (let word = 0; word < length; word += 1) {
    expect(parse.relations[word] === root).toBe((parse.heads[word] ?? 0) < 0);
    let at = word;
    for (let steps = 0; at >= 0; steps += 1) {
      expect(steps).toBeLessThanOrEqual(length);
      at = parse.heads[at] ?? -1;
      expect(at).toBeLessThan(length);
    }
  }
}

function read(sentence: string): string[] {
  const forms = sentence.split(" ");
  const parse = parseWords(forms);
  return forms.map((form, index) => {
    const head = parse.heads[index] ?? -1;
    return `${form} ${(model.tagClasses[parse.tags[index] ?? 0] ?? "").split(" ")[0]} ${model.relations[parse.relations[index] ?? 0]} ${head < 0 ? "-" : forms[head]}`;
  });
}

describe("the parser", () => {
  it.each([
    [
      "Boehler met Hamas officials in Doha .",
      ["Boehler PROPN nsubj met", "met VERB root -", "officials NOUN obj met", "Doha PROPN obl met"],
    ],
    ["Iran refused to meet the American delegation .", ["Iran PROPN nsubj refused", "meet VERB xcomp refused", "delegation NOUN obj meet"]],
    ["The hostages were freed by Hamas .", ["hostages NOUN nsubj:pass freed", "were AUX aux:pass freed", "Hamas PROPN obl:agent freed"]],
    ["If they meet , the talks will resume .", ["If SCONJ mark meet", "meet VERB advcl resume", "will AUX aux resume"]],
    [
      "Netanyahu 's office denied that they had met .",
      ["Netanyahu PROPN nmod:poss office", "office NOUN nsubj denied", "met VERB ccomp denied"],
    ],
    ["Blinken was received by Abbas and Erdogan .", ["Abbas PROPN obl:agent received", "Erdogan PROPN conj Abbas", "and CCONJ cc Erdogan"]],
    ["Judge Robert Tanaka denied the motion .", ["Judge PROPN nmod:desc Robert", "Robert PROPN nsubj denied", "Tanaka PROPN flat Robert"]],
    ["He did n't meet the minister .", ["n't PART advmod meet", "did AUX aux meet", "minister NOUN obj meet"]],
  ])("reads %s", (sentence, expected) => {
    expect(read(sentence)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ["nothing", ""],
    ["one word", "Ceasefire"],
    ["a headline", "Trump Meets Putin in Helsinki as Europe Watches"],
    ["capitals", "TRUMP MEETS PUTIN IN HELSINKI"],
    ["no punctuation", "so i went there and he said no and i left"],
    ["a list", "1. Bread 2. Milk 3. Talks in Oslo - tea - salt * rope"],
    ["a fragment", "Not in Doha , though"],
    ["a dateline", "GENEVA ( Reuters ) -"],
    ["quotes that do not close", "“ We met , ” he said , “ and then"],
    ["emoji", "🇮🇱 🤝 🇵🇸 ??? 🔥🔥"],
    ["other scripts", "الرئيس التقى الوفد في الدوحة . 习近平 会见 了 普京 。"],
    ["marks alone", ". . . , , ; — “ ”"],
    ["broken surrogates", "\ud83d \udd25 a\u0000b \ufeff"],
  ])("makes a tree of %s", (_, sentence) => {
    const forms = sentence === "" ? [] : sentence.split(" ");
    expectTree(parseWords(forms), forms.length);
  });

  it("makes a tree of anything", () => {
    const word = fc.oneof(
      fc.string({ minLength: 1, maxLength: 12, unit: "binary" }),
      fc.constantFrom("the", "met", "Trump", ",", ".", "and", "who", "said", "to", "“", "🙂", "2025"),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (forms) => {
        expectTree(parseWords(forms), forms.length);
      }),
      { numRuns: 300 },
    );
  });

  it.each([chunkLimit, chunkLimit + 1, 300, 3 * chunkLimit + 7])("makes one tree of %i words", (length) => {
    const cycle = "The envoy met the minister in Doha , and the talks went on ;".split(" ");
    const forms = Array.from({ length }, (_, index) => cycle[index % cycle.length] ?? "");
    expectTree(parseWords(forms), length);
  });

  it("reads long sentences in pieces, so that time grows with their length and no faster", () => {
    const cycle = "The envoy met the minister in Doha , and the talks went on ;".split(" ");
    const forms = Array.from({ length: 4800 }, (_, index) => cycle[index % cycle.length] ?? "");
    const { heads } = parseWords(forms);
    // Only the pieces' roots reach further than a piece: they hang on the first one's.
    const far = forms.filter((_, index) => Math.abs((heads[index] ?? 0) - index) > chunkLimit).length;
    expect(far).toBeLessThanOrEqual(Math.ceil((2 * forms.length) / chunkLimit));
  });

  it("answers the same with the words read ahead, however many there are", () => {
    const { parseWords: prepared, prepare } = makeParser(model.network);
    const forms = "Boehler met Hamas officials in Doha on Monday .".split(" ");
    prepare(forms);
    expect(prepared(forms)).toEqual(parseWords(forms));
    prepare(Array.from({ length: 9000 }, (_, index) => `w${index}`));
    expect(prepared(forms)).toEqual(parseWords(forms));
    const late = "w8990 met w8991 .".split(" ");
    expect(prepared(late)).toEqual(parseWords(late));
  });

  it("answers the same whatever it read before", () => {
    const forms = "Boehler met Hamas officials in Doha on Monday .".split(" ");
    const before = parseWords(forms);
    for (let index = 0; index < 700; index += 1) parseWords(Array.from({ length: 12 }, (_, word) => `w${index}x${word}`));
    expect(parseWords(forms)).toEqual(before);
    expect(makeParseWords(model.network)(forms)).toEqual(before);
  });
});
