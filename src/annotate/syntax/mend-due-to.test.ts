import { describe, expect, it } from "vitest";
import { mended, type Row } from "./drafts.fixture.ts";
import { mendDueSomewhere, mendDueTo } from "./mend-due-to.ts";

describe("mendDueTo", () => {
  const right = ["She nsubj 3", "is cop 3", "due root 0", "to mark 5", "speak xcomp 3", "Monday obl 5"];

  it.each<[string, readonly Row[]]>([
    [
      "the infinitive is taken for the predicate",
      [
        ["She", "PRP", 5, "nsubj"],
        ["is", "VBZ", 5, "cop"],
        ["due", "JJ", 5, "mark"],
        ["to", "TO", 3, "fixed"],
        ["speak", "VB", 0, "root"],
        ["Monday", "NNP", 5, "obl"],
      ],
    ],
    [
      "the verb is taken for a passive",
      [
        ["She", "PRP", 5, "nsubj:pass"],
        ["is", "VBZ", 5, "aux:pass"],
        ["due", "JJ", 5, "mark"],
        ["to", "TO", 3, "fixed"],
        ["speak", "VB", 0, "root"],
        ["Monday", "NNP", 5, "obl"],
      ],
    ],
    [
      "the infinitive is taken for a circumstance",
      [
        ["She", "PRP", 3, "nsubj"],
        ["is", "VBZ", 3, "cop"],
        ["due", "JJ", 0, "root"],
        ["to", "TO", 3, "fixed"],
        ["speak", "VB", 3, "advcl"],
        ["Monday", "NNP", 5, "obl"],
      ],
    ],
  ])("makes the infinitive the complement of due when %s", (_, rows) => {
    expect(mended(rows, mendDueTo)).toEqual(right);
  });

  it("makes the infinitive the complement where both hang on what is said", () => {
    const rows: readonly Row[] = [
      ["says", "VBZ", 0, "root"],
      ["envoys", "NNS", 6, "nsubj:outer"],
      ["were", "VBD", 6, "cop"],
      ["due", "JJ", 1, "ccomp"],
      ["to", "TO", 4, "fixed"],
      ["speak", "VB", 1, "ccomp"],
    ];
    expect(mended(rows, mendDueTo)).toEqual(["says root 0", "envoys nsubj 4", "were cop 4", "due ccomp 1", "to mark 6", "speak xcomp 4"]);
  });

  it("leaves the preposition alone", () => {
    const rows: readonly Row[] = [
      ["Flights", "NNS", 2, "nsubj"],
      ["stopped", "VBD", 0, "root"],
      ["due", "IN", 5, "case"],
      ["to", "IN", 3, "fixed"],
      ["fog", "NN", 2, "obl"],
    ];
    expect(mended(rows, mendDueTo)).toEqual(["Flights nsubj 2", "stopped root 0", "due case 5", "to fixed 3", "fog obl 2"]);
  });
});

describe("mendDueSomewhere", () => {
  it("gives who is due to what they are, not to the place", () => {
    const rows: readonly Row[] = [
      ["Ann", "NNP", 5, "nsubj"],
      ["is", "VBZ", 3, "cop"],
      ["due", "JJ", 0, "root"],
      ["in", "IN", 5, "case"],
      ["Oslo", "NNP", 3, "obl"],
      ["to", "TO", 7, "mark"],
      ["meet", "VB", 5, "acl"],
      ["Bob", "NNP", 7, "obj"],
    ];
    expect(mended(rows, mendDueSomewhere)).toEqual([
      "Ann nsubj 3",
      "is cop 3",
      "due root 0",
      "in case 5",
      "Oslo obl 3",
      "to mark 7",
      "meet advcl 3",
      "Bob obj 7",
    ]);
  });

  it("makes what somebody is due for the predicate, not the place", () => {
    const rows: readonly Row[] = [
      ["Ann", "NNP", 5, "nsubj"],
      ["is", "VBZ", 5, "cop"],
      ["due", "JJ", 5, "amod"],
      ["in", "IN", 5, "case"],
      ["Oslo", "NNP", 0, "root"],
      ["for", "IN", 7, "case"],
      ["talks", "NNS", 5, "nmod"],
    ];
    expect(mended(rows, mendDueSomewhere)).toEqual([
      "Ann nsubj 3",
      "is cop 3",
      "due root 0",
      "in case 5",
      "Oslo obl 3",
      "for case 7",
      "talks obl 3",
    ]);
  });

  it("leaves what is due with somebody alone", () => {
    const rows: readonly Row[] = [
      ["Thanks", "NNS", 5, "nsubj"],
      ["are", "VBP", 3, "cop"],
      ["due", "JJ", 0, "root"],
      ["to", "IN", 5, "case"],
      ["Ann", "NNP", 3, "obl"],
    ];
    expect(mended(rows, mendDueSomewhere)).toEqual(["Thanks nsubj 5", "are cop 3", "due root 0", "to case 5", "Ann obl 3"]);
  });
});
