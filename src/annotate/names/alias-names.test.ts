import { describe, expect, it } from "vitest";
import { refined } from "./refined-names.fixture.ts";

describe("aliases in quotation marks", () => {
  it.each([
    ["a war name behind the role", '[Ana Ruiz|P], the rebel leader known as "Red Fern", left.', ["P Ana Ruiz", "P Red Fern"]],
    ["a nickname", '[Ana Ruiz|P], nicknamed "El Fern", left.', ["P Ana Ruiz", "P El Fern"]],
    ["in brackets", '[Ana Ruiz|P] (alias "Red Fern") left.', ["P Ana Ruiz", "P Red Fern"]],
    ["a comma inside the marks", '[Ana Ruiz|P], alias "Fern," left.', ["P Ana Ruiz", "P Fern"]],
  ])("are names: %s", (_, marked, expected) => {
    expect(refined(marked)).toEqual(expected);
  });

  it.each([
    ["a work", '[Ana Ruiz|P], who wrote "Red Fern", left.', ["P Ana Ruiz"]],
    ["somebody else, whom she met", '[Ana Ruiz|P] met a man known as "Red Fern".', ["P Ana Ruiz"]],
    ["somebody else's", '[Ana Ruiz|P], the wife of a rebel known as "Red Fern", left.', ["P Ana Ruiz"]],
    ["words in small letters", '[Ana Ruiz|P], known as "the brave one", left.', ["P Ana Ruiz"]],
  ])("are none: %s", (_, marked, expected) => {
    expect(refined(marked)).toEqual(expected);
  });
});
