import { describe, expect, it } from "vitest";
import { antecedentFeatures } from "./antecedent-features.ts";
import { formatAntecedentModel, loadAntecedentModel, parseAntecedentModel, probabilities } from "./antecedent-model.ts";

const group = { threshold: 0.5, weights: { bias: 1 } };

describe("the antecedent model", () => {
  it("is the same after it was written and read", () => {
    const model = loadAntecedentModel();
    expect(parseAntecedentModel(formatAntecedentModel(model), "model.json")).toEqual(model);
  });

  it("gives probabilities that add up to 1, also for large scores", () => {
    const weights = new Float64Array(antecedentFeatures.length).fill(900);
    const shares = probabilities(weights, [[0, 1], [0]], [2]);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(shares[0]).toBeCloseTo(1, 9);
  });

  it.each([
    ["no JSON", "{", "model.json is not JSON"],
    ["a group that is missing", JSON.stringify({ he: group, it: group }), 'model.json: no weights for "they"'],
    [
      "a feature that nothing computes",
      JSON.stringify({ he: group, it: group, they: { threshold: 0.5, weights: { moon: 1 } } }),
      'model.json: no feature is called "moon"',
    ],
    [
      "a weight that is not as it was written",
      formatAntecedentModel(loadAntecedentModel()).replace(/"threshold": 0\.\d/u, '"threshold": 0.9'),
      "model.json: is damaged: its checksum does not match",
    ],
  ])("refuses %s in one clear sentence", (_, json, message) => {
    expect(() => parseAntecedentModel(json, "model.json")).toThrow(message);
  });
});
