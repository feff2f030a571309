import { describe, expect, it } from "vitest";
import { nothingGiven } from "../../text/given-metadata.ts";
import { loadLexicon } from "../../text/lexicon.ts";
import { makeArticle } from "../../text/make-article.ts";
import { loadSegmenter } from "../../text/segment.ts";
import { refineNames } from "./refine-names.ts";
import { refined } from "./refined-names.fixture.ts";
import { readTagged } from "./tagged-text.fixture.ts";

describe("companies", () => {
  it.each([
    ["The contractor [Balder Hollis|P] plc will start in June.", ["O Balder Hollis plc"]],
    ["Danish developer Harvik A/S said it would buy it.", ["O Harvik A/S"]],
    ["It will buy [Wiatro S.A. of Poland|O] for a billion.", ["O Wiatro S.A.", "P Poland"]],
    ["Mr Amin of Amin & [Darrow LLP|P?] said so.", ["O Amin & Darrow LLP"]],
    ["The Harvik GmbH was sold.", ["O Harvik GmbH"]],
    ["He was advised by the law firm [Kromm Reuter|P?] there.", ["O Kromm Reuter"]],
    ["[Harvik A/S|O] fell. Yesterday [Harvik|P?] said it would sell. Later [Harvik|L?] did.", ["O Harvik A/S", "O Harvik", "O Harvik"]],
    ["Shares in [Harvik|L?] fell. Later [Harvik|P?] rose.", ["O Harvik", "O Harvik"]],
    ["[Moody|P?]'s cut the rating.", ["O Moody's"]],
  ])("%s", (text, names) => {
    expect(refined(text)).toEqual(names);
  });

  it("are people where a namesake is named in full", () => {
    expect(refined("[Ann Harvik|P] spoke. Shares in [Harvik|P] fell.")).toEqual(["P Ann Harvik", "P Harvik"]);
    expect(refined("[Ada Moody|P] spoke. [Moody|P]'s cut was small.")).toEqual(["P Ada Moody", "P Moody"]);
  });
});

describe("people behind titles", () => {
  it.each([
    ["Local MP Sir Hektor Dunmoor welcomed it.", ["P Hektor Dunmoor"]],
    ["She met Cllr Sunita Raomer there.", ["P Sunita Raomer"]],
    ["The Lord Mayor spoke, and the Judge said nothing.", []],
    ["Dr Ana van der Holm said so.", ["P Ana van der Holm"]],
    ["The Minister of Trade and Industry Joan Ulmaro said so.", ["P Joan Ulmaro"]],
    ["The Minister of State for the Environment Joan Ulmaro said so.", ["P Joan Ulmaro"]],
    ["The Minister of Health Services Ulmaro said so.", []],
  ])("%s", (text, names) => {
    expect(refined(text)).toEqual(names);
  });
});

describe("other names", () => {
  it.each([
    [
      "a double surname stays one",
      "[Ana Ruiz-Holm|P] sang. [Ana Ruiz|P], [Eva Holm|P] and [Ruiz-Holm|P] met.",
      ["P Ana Ruiz-Holm", "P Ana Ruiz", "P Eva Holm", "P Ruiz-Holm"],
    ],
    ["a ship is nobody", "The missile cruiser Admiral [Holmarov|P] fired; the ferry [Northern Maid|O] sank.", []],
    [
      "a town's goalkeeper plays for its club",
      "[Bolton|L] goalkeeper [Ada Lind|P] met [France|L] striker [Eva Holm|P].",
      ["O Bolton", "P Ada Lind", "P France", "P Eva Holm"],
    ],
    ["a newspaper has a newspaper's name", "She told the Wendal Gazette on Monday.", ["O Wendal Gazette"]],
    ["a school acts", "[St Ann's Hospital|L] was closed in [Oslo|L].", ["O St Ann's Hospital", "P Oslo"]],
    [
      "what is one name twice is one the third time",
      "[Quill|P] left. [Quill|P] wept. They saw Quill again. They saw Quill Road.",
      ["P Quill", "P Quill", "P Quill"],
    ],
    ["but not where it is a word as well", "[Hope|P] left. [Hope|P] wept. Hope was lost, and hope returned.", ["P Hope", "P Hope"]],
  ])("%s", (_, text, names) => {
    expect(refined(text)).toEqual(names);
  });

  it("the shouted words of a dateline are a place, what its brackets hold an agency", () => {
    const { text, names } = readTagged("Votes counted\n\nPORT ELSE, Montavia ([Harbour Wire|L]) — The votes were counted, they said.");
    const doc = loadSegmenter()(makeArticle({ text, given: nothingGiven, file: null, format: "plain" }));
    const found = refineNames(doc, names, loadLexicon());
    expect(found.map(({ type, start, end }) => [type, text.slice(start, end)])).toEqual([
      ["PLACE", "PORT ELSE"],
      ["ORGANIZATION", "Harbour Wire"],
    ]);
  });

  it("the agency of the brackets is one wherever it is named", () => {
    const typesIn = (marked: string): string[] => {
      const { text, names } = readTagged(marked);
      const doc = loadSegmenter()(makeArticle({ text, given: nothingGiven, file: null, format: "plain" }));
      return refineNames(doc, names, loadLexicon()).flatMap(({ type, start, end }) => (text.slice(start, end) === "Lenda" ? [type] : []));
    };
    expect(typesIn("PORT ELSE ([Lenda|L]) — The votes were counted.\n\nThey told [Lenda|P] by phone.")).toEqual([
      "ORGANIZATION",
      "ORGANIZATION",
    ]);
    expect(typesIn("PORT ELSE ([Harbour|L]) — The votes were counted.\n\nThey told [Lenda|P] by phone.")).toEqual(["PERSON"]);
  });

  it("takes time in line with the length", () => {
    const names = refined("Harvik Ltd ".repeat(20_000));
    expect(names.length).toBeGreaterThan(1000);
  });
});
