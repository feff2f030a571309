import { describe, expect, it } from "vitest";
import { articleFrom } from "../annotate/marked-names.fixture.ts";
import type { Mention } from "../domain/mention.ts";
import { readCoreferenceGold } from "./coreference-gold.ts";
import { evaluateCoreference, isHeldBack, type Resolved } from "./evaluate-coreference.ts";

/** "word TAG head entity" a line; heads 1-based, 0 the root. */
function conllu(rows: readonly string[], comments: readonly string[] = ["newpar"]): string {
  const words = rows.map((row, index) => {
    const [form = "", tag = "", head = "", entity] = row.split(" ");
    return `${index + 1}\t${form}\t_\t${tag}\t_\t_\t${head}\t${head === "0" ? "root" : "dep"}\t_\t${entity ? `Entity=${entity}` : "_"}`;
  });
  return `${comments.map((comment) => `# ${comment}\n`).join("")}${words.join("\n")}\n\n`;
}

const text = [
  conllu(["President PROPN 2 (1-person-new", "Lee PROPN 3 1)", "spoke VERB 0"], ["newdoc id = d", "newpar"]),
  conllu(["She PRON 2 (1-person-giv)", "left VERB 0"], []),
  conllu(["Nobody PRON 2", "met VERB 0", "her PRON 2 (1-person-giv)"], ["newpar", 'newpar_block = sp who:::"#TomLee" (1 s)']),
].join("");

describe("reading chains from a treebank", () => {
  it("gives the text with paragraphs, and mentions with head, form and chain", () => {
    const [gold] = readCoreferenceGold(text, "d.conllu", { speakers: "left out" });
    expect(gold?.text).toBe("President Lee spoke She left\n\nNobody met her");
    expect(gold?.mentions.map(({ chain, start, end, form }) => [chain, gold.text.slice(start, end), form])).toEqual([
      ["1", "President Lee", "name"],
      ["1", "She", "pronoun"],
      ["1", "her", "pronoun"],
    ]);
    expect(gold?.mentions[0]?.head).toEqual({ start: 10, end: 13 });
  });

  it("writes who speaks before the words, as print does", () => {
    const [gold] = readCoreferenceGold(text, "d.conllu", { speakers: "written" });
    expect(gold?.text).toContain("\n\nTom Lee: Nobody met her");
  });
});

describe("evaluating coreference", () => {
  const [gold] = readCoreferenceGold(text, "d.conllu", { speakers: "left out" });

  /** An annotation with one entity: the name, and the pronouns at the given offsets. */
  function resolved(...pronouns: readonly number[]): Resolved {
    const mention = (start: number, end: number, form: Mention["form"]): Mention => ({
      ...{ start, end, form, firstToken: 0, endToken: 1, type: "PERSON", confidence: 1, decidedBy: "given", entityIndex: 0 },
    });
    const mentions = [mention(10, 13, "name"), ...pronouns.map((start) => mention(start, start + 3, "pronoun"))];
    const entity = { id: "person:lee", type: "PERSON", name: "Lee", aliases: [], roles: [], gender: null } as const;
    return {
      article: articleFrom(gold?.text ?? ""),
      mentions,
      entities: [{ ...entity, mentionIndexes: mentions.map((_, index) => index) }],
    };
  }

  it.each([
    ["everything right", [20, 41], { right: 2, wrong: 0, open: 0, precision: 100, recall: 100 }, 100],
    ["one left open", [20], { right: 1, wrong: 0, open: 1, precision: 100, recall: 50 }, 66.7],
    ["one that stands for nobody resolved", [20, 41, 30], { right: 2, wrong: 1, open: 0, precision: 66.7, recall: 100 }, 80],
  ])("counts %s", (_, pronouns, expected, muc) => {
    const score = evaluateCoreference(gold ? [gold] : [], () => resolved(...pronouns));
    expect(score.pronouns.right).toBe(expected.right);
    expect(score.pronouns.wrong).toBe(expected.wrong);
    expect(score.pronouns.open).toBe(expected.open);
    expect(score.pronouns.precision).toBeCloseTo(expected.precision, 1);
    expect(score.pronouns.recall).toBeCloseTo(expected.recall, 1);
    expect(score.named.muc.f1).toBeCloseTo(muc, 1);
  });

  it("keeps every third document back", () => {
    expect([0, 1, 2, 3, 4, 5].filter(isHeldBack)).toEqual([2, 5]);
  });
});
