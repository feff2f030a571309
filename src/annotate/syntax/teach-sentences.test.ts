import { describe, expect, it } from "vitest";
import { loadShippedSyntax } from "./syntax-model.ts";
import { asHeadline, readTokenLines, sampleSentences, teachSentences } from "./teach-sentences.ts";

describe("sentences from a teacher", () => {
  const teacher = loadShippedSyntax();
  const forms = "Boehler met the leaders of Hamas .".split(" ");
  const [taught] = teachSentences(teacher, [forms]);

  it("hold what the networks agree on", () => {
    expect(taught).toMatchObject({ forms, heads: [2, 0, 4, 2, 6, 4, 2] });
    expect(taught?.tags[1]).toBe("VERB VBD");
    expect(taught?.relations[1]).toBe("root");
  });

  it("leave open what they differ on", () => {
    // One network says what it likes, the other hangs every word on another head: its arc scores are turned round.
    const [first] = teacher.network.members;
    if (!first) throw new Error("the shipped model has no network");
    const contrary = { ...first, dense: first.dense.map((value) => -value) };
    const [open] = teachSentences({ ...teacher, network: { ...teacher.network, members: [first, contrary] } }, [forms]);
    expect(open?.heads.filter((head) => head === null).length).toBeGreaterThan(2);
    open?.heads.forEach((head, index) => {
      if (head === null) expect(open.relations[index]).toBeNull();
    });
  });

  it("become headlines: capitals, and no full stop at the end", () => {
    if (!taught) throw new Error("nothing was taught");
    const headline = asHeadline(taught);
    expect(headline.forms).toEqual("Boehler Met the Leaders of Hamas".split(" "));
    expect(headline.heads).toEqual([2, 0, 4, 2, 6, 4]);
    expect([headline.tags.length, headline.relations.length]).toEqual([6, 6]);
  });

  it("come from text with a token a line", () => {
    expect(readTokenLines("-DOCSTART-\tO\n\nTalks\tO\nended\tO\n\n\nBerg\tB-PER\r\nleft\tO\n")).toEqual([
      ["Talks", "ended"],
      ["Berg", "left"],
    ]);
  });

  it("are drawn evenly from the whole list, without the very short and the very long", () => {
    const sentences = Array.from({ length: 100 }, (_, index) =>
      Array.from({ length: index === 50 ? 90 : index === 51 ? 2 : 10 }, () => String(index)),
    );
    const drawn = sampleSentences(sentences, 200).map(([word]) => Number(word));
    expect(drawn).toHaveLength(20);
    expect(Math.max(...drawn)).toBeGreaterThan(90);
    expect(Math.min(...drawn)).toBeLessThan(10);
    expect(sampleSentences(sentences, 1e6)).toHaveLength(98);
  });
});
