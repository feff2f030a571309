import { describe, expect, it } from "vitest";
import { antecedentFeatures } from "../annotate/coreference/antecedent-features.ts";
import { probabilities } from "../annotate/coreference/antecedent-model.ts";
import { type Example, fitAntecedents } from "./fit-antecedents.ts";

const subject = antecedentFeatures.indexOf("earlier sentence, subject");
const object = antecedentFeatures.indexOf("earlier sentence, object");
const nobody = antecedentFeatures.indexOf("nobody: bias");

/** A pronoun after a subject and an object, which stands for the first, the second or neither. */
function example(...right: readonly number[]): Example {
  return {
    ranking: { group: "he", pronoun: 2, candidates: [0, 1], pairs: [[subject], [object]], nobody: [nobody], isSettled: false },
    right,
  };
}

describe("fitting antecedents", () => {
  const settings = { rounds: 200, penalty: 0.01 };

  it("learns how often each kind of candidate is right", () => {
    const examples = [...Array.from({ length: 8 }, () => example(0)), example(1), example()];
    const shares = probabilities(fitAntecedents(examples, settings).he, [[subject], [object]], [nobody]);
    expect(shares[0]).toBeCloseTo(0.8, 1);
    expect(shares[1]).toBeCloseTo(0.1, 1);
    expect(shares[2]).toBeCloseTo(0.1, 1);
  });

  it("gives the same weights every time, and none to groups without examples", () => {
    const first = fitAntecedents([example(0)], settings);
    expect(fitAntecedents([example(0)], settings)).toEqual(first);
    expect(first.they.every((weight) => weight === 0)).toBe(true);
  });
});
