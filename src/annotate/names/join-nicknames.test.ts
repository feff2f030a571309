import { describe, expect, it } from "vitest";
import { joinNicknames } from "./join-nicknames.ts";
import { readTagged } from "./tagged-text.fixture.ts";

describe("joinNicknames", () => {
  it.each<[string, string[]]>([
    ['[Rosa "Roz|P] " [Quist|P] left.', ['Rosa "Roz " Quist']],
    ['They saw [Rosa|P] "Roz" [Quist|P] leave.', ['Rosa "Roz" Quist']],
    ["[Tomas|O] “The Hammer” van der Berg spoke.", ["Tomas “The Hammer” van der Berg"]],
    ['[Ilya "Red|P] Fox" [Orlov|P] and [Ann Lee|P] met.', ['Ilya "Red Fox" Orlov', "Ann Lee"]],
    ['They call [Rosa Quist|P] "Roz" Monday to Friday.', ["Rosa Quist"]],
    ['[Rosa Quist|P] "saw it" [Ann Lee|P] said.', ["Rosa Quist", "Ann Lee"]],
    ['[Quist|P]: "Yes." [Lee|P] left.', ["Quist", "Lee"]],
    ["[Sean O'Neill|P] left.", ["Sean O'Neill"]],
  ])("%s", (marked, expected) => {
    const { text, tokens, names } = readTagged(marked);
    expect(joinNicknames(tokens, names).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});
