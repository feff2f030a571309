import { describe, expect, it } from "vitest";
import { loadLexicon } from "./lexicon.ts";
import { nounGender, nounKind, singularOf } from "./noun-kinds.ts";

describe("kinds of nouns", () => {
  it.each([
    ["envoy", "person"],
    ["spokeswomen", "person"],
    ["lawmakers", "person"],
    ["company", "group"],
    ["ministries", "group"],
    ["city", "place"],
    ["cities", "place"],
    ["treaty", "thing"],
    ["talks", "thing"],
  ])("takes %s for a %s", (noun, kind) => {
    expect(nounKind(noun, loadLexicon())).toBe(kind);
  });

  it.each([
    ["ministries", "ministry"],
    ["spokesmen", "spokesman"],
    ["churches", "church"],
    ["children", "child"],
    ["envoys", "envoy"],
    ["boss", "boss"],
    ["crisis", "crisis"],
  ])("makes %s the singular %s", (plural, singular) => {
    expect(singularOf(plural)).toBe(singular);
  });

  it.each([
    ["widow", "female"],
    ["congresswoman", "female"],
    ["father", "male"],
    ["salesman", "male"],
    ["woman", "female"],
    ["human", null],
    ["envoy", null],
  ])("says of %s: %s", (noun, gender) => {
    expect(nounGender(noun)).toBe(gender);
  });
});
