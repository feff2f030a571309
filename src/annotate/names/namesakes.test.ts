import { describe, expect, it } from "vitest";
import { refined, refineTagged } from "./refined-names.fixture.ts";

describe("what bears a person's name and is none", () => {
  it.each([
    ["She has a cat named [Tiberius|P]. [Tiberius|P] sleeps.", []],
    ["My cat's name is [Bruno|P].", []],
    ["He walked his dog [Biscuit|P] there.", []],
    ["A dog called [Max|P] found [Max Lind|P].", ["P Max", "P Max Lind"]],
    ["The owner of the dog, [Ann Lee|P], left.", ["P Ann Lee"]],
    ["A man named [Tiberius|P] left.", ["P Tiberius"]],
    ["He read the Book of [Joshua|P].", []],
    ["He read the book of [Joshua|P].", ["P Joshua"]],
  ])("%s", (text, names) => {
    expect(refined(text)).toEqual(names);
  });
});

describe("bynames", () => {
  it.each([
    ["the confessor of [Ivan|P] the Terrible's son", ["P Ivan the Terrible"]],
    ["[Alexander|P] the Great Hall", ["P Alexander"]],
    ["[Ivan|P] the terrible cook", ["P Ivan"]],
    ["cartoons of the [Prophet Muhammad|O]", ["P Prophet Muhammad"]],
    ["cartoons of the Prophet [Mohammed|P]", ["P Prophet Mohammed"]],
    ["the prophet [Elijah|P]", ["P Elijah"]],
    ["She met the [Dalai Lama|O].", ["P Dalai Lama"]],
    ["They crossed the [Sierra Lama|O].", ["O Sierra Lama"]],
  ])("%s", (text, names) => {
    expect(refined(text)).toEqual(names);
  });
});

describe("streets called after people", () => {
  it.each([
    ["The clinic in Via [Nino Lind|P] closed.", "PLACE", "Via Nino Lind"],
    ["She wrote via [Nino Lind|P].", "PERSON", "Nino Lind"],
  ])("%s", (marked, type, form) => {
    const { text, names } = refineTagged(marked);
    expect(names.map((name) => [name.type, text.slice(name.start, name.end)])).toEqual([[type, form]]);
  });
});
