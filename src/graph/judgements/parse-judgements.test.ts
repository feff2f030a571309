import { describe, expect, it } from "vitest";
import { formatJudgement, parseJudgements } from "./parse-judgements.ts";

const anchor = { article: "a1", start: 0, end: 9, text: "Lena Holm" };

describe("a judgements file", () => {
  it("is read line by line, with or without who, when, why and anchors", () => {
    const { judgements, problems } = parseJudgements(
      [
        '{"a":"person:lena-holm","b":"person:l-holm","verdict":"same"}',
        "",
        JSON.stringify({
          a: "person:x",
          b: "person:x",
          verdict: "different",
          by: "ada",
          at: "2025-01-02T03:04:05Z",
          why: "two",
          anchors: { a: [anchor], b: [anchor] },
        }),
        '{"meeting":"meeting:x-y","verdict":"wrong","claims":null,"score":3}\r',
      ].join("\n"),
    );
    expect(problems).toEqual([]);
    expect(judgements).toEqual([
      {
        line: 1,
        judgement: {
          a: "person:lena-holm",
          b: "person:l-holm",
          verdict: "same",
          by: null,
          at: null,
          why: null,
          anchors: { a: [], b: [] },
        },
      },
      {
        line: 3,
        judgement: {
          a: "person:x",
          b: "person:x",
          verdict: "different",
          by: "ada",
          at: "2025-01-02T03:04:05Z",
          why: "two",
          anchors: { a: [anchor], b: [anchor] },
        },
      },
      { line: 4, judgement: { meeting: "meeting:x-y", verdict: "wrong", by: null, at: null, why: null, claims: [] } },
    ]);
  });

  it.each([
    ["{", "not JSON"],
    ["[]", "not a JSON object"],
    ["null", "not a JSON object"],
    ['{"a":"person:x","verdict":"same"}', 'needs "a" and "b"'],
    ['{"a":"x","b":"person:y","verdict":"same"}', '"x" is no id'],
    ['{"a":"person:x","b":"person:y","verdict":"maybe"}', "one of same, different, unsure"],
    ['{"a":"person:x","b":"person:y"}', "one of same, different, unsure"],
    ['{"a":"person:jordan","b":"place:jordan","verdict":"same"}', "never one"],
    ['{"a":"person:x","b":"person:x","verdict":"different"}', "both need anchors"],
    ['{"a":"person:x","b":"person:y","verdict":"same","by":7}', '"by" must be a text'],
    ['{"a":"person:x","b":"person:y","verdict":"same","anchors":[]}', '"anchors" must be an object'],
    ['{"a":"person:x","b":"person:y","verdict":"same","anchors":{"a":[{"article":"a1"}]}}', '"anchors.a" must be a list'],
    ['{"a":"person:x","b":"person:y","verdict":"same","anchors":{"b":[{"article":"a","start":-1,"end":2,"text":""}]}}', '"anchors.b"'],
    ['{"meeting":"person:x","verdict":"wrong"}', "must be the id of a meeting"],
    ['{"meeting":"meeting:x","verdict":"same"}', "one of wrong, held"],
    ['{"meeting":"meeting:x","a":"person:x","verdict":"wrong"}', "not both"],
  ])("reports the line %s, and reads the others", (line, reason) => {
    const good = '{"a":"place:x","b":"place:y","verdict":"unsure"}';
    const { judgements, problems } = parseJudgements(`${good}\n${line}\n${good}\n`);
    expect(judgements.map((judgement) => judgement.line)).toEqual([1, 3]);
    expect(problems).toEqual([{ line: 2, kind: "malformed", reason: expect.stringContaining(reason) }]);
  });

  it("reads back what it writes", () => {
    const content = formatJudgement({
      a: "person:x",
      b: "person:y",
      verdict: "same",
      by: null,
      at: null,
      why: "a\nb",
      anchors: { a: [anchor], b: [] },
    });
    expect(content).not.toContain("\n");
    expect(parseJudgements(content).judgements[0]?.judgement).toMatchObject({ why: "a\nb", anchors: { a: [anchor] } });
  });
});
