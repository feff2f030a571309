import { describe, expect, it } from "vitest";
import { type Mend, mended, type Row } from "./drafts.fixture.ts";
import {
  mendBareVerbs,
  mendByMeeting,
  mendDayBehindName,
  mendDayTalks,
  mendNameBehindDay,
  mendPlans,
  mendTimes,
  mendToOpen,
} from "./mend-readings.ts";

describe("mend-readings", () => {
  it.each<[string, Mend, readonly Row[], readonly string[]]>([
    [
      "reads 'plan' behind two names and before an infinitive as their verb",
      mendPlans,
      [
        ["Aides", "NNS", 2, "nsubj"],
        ["say", "VBP", 0, "root"],
        ["Ann", "NNP", 2, "iobj"],
        ["and", "CC", 5, "cc"],
        ["Bob", "NNP", 3, "conj"],
        ["plan", "NN", 3, "conj"],
        ["to", "TO", 8, "mark"],
        ["meet", "VB", 6, "acl"],
      ],
      ["Ann nsubj 6", "Bob conj 3", "plan ccomp 2", "meet xcomp 6"],
    ],
    [
      "gives the clause its 'that'",
      mendPlans,
      [
        ["say", "VBP", 0, "root"],
        ["that", "IN", 6, "mark"],
        ["Ann", "NNP", 1, "iobj"],
        ["plans", "NNS", 3, "flat"],
        ["to", "TO", 6, "mark"],
        ["meet", "VB", 4, "acl"],
      ],
      ["that mark 4", "Ann nsubj 4", "plans ccomp 1", "meet xcomp 4"],
    ],
    [
      "leaves the plans of somebody",
      mendPlans,
      [
        ["Ann", "NNP", 3, "nmod:poss"],
        ["'s", "POS", 1, "case"],
        ["plans", "NNS", 6, "nsubj"],
        ["to", "TO", 5, "mark"],
        ["meet", "VB", 3, "acl"],
        ["failed", "VBD", 0, "root"],
      ],
      ["Ann nmod:poss 3", "plans nsubj 6", "meet acl 3"],
    ],
    [
      "reads 'talks' behind an article and a day as a noun",
      mendDayTalks,
      [
        ["say", "VBP", 0, "root"],
        ["the", "DT", 3, "det"],
        ["Monday", "NNP", 4, "nsubj"],
        ["talks", "VBZ", 1, "ccomp"],
        ["failed", "VBD", 1, "ccomp"],
      ],
      ["the det 4", "Monday compound 4", "talks nsubj 5", "failed ccomp 1"],
    ],
    [
      "reads talks behind 'after' and another noun as the subject of the verb behind",
      mendDayTalks,
      [
        ["fled", "VBD", 0, "root"],
        ["after", "IN", 4, "mark"],
        ["peace", "NN", 4, "nsubj"],
        ["talks", "VBZ", 1, "advcl"],
        ["with", "IN", 6, "case"],
        ["rebels", "NNS", 4, "obl"],
        ["failed", "VBD", 1, "advcl"],
      ],
      ["after mark 7", "peace compound 4", "talks nsubj 7", "rebels nmod 4", "failed advcl 1"],
    ],
    [
      "reads 'plans' behind a noun as the verb of a sentence that has none",
      mendPlans,
      [
        ["The", "DT", 3, "det"],
        ["team", "NN", 3, "compound"],
        ["plans", "NNS", 0, "root"],
        ["to", "TO", 5, "mark"],
        ["visit", "VB", 3, "acl"],
      ],
      ["The det 2", "team nsubj 3", "plans root 0", "visit xcomp 3"],
    ],
    [
      "reads 'to open' before a noun as an infinitive",
      mendToOpen,
      [
        ["Ann", "NNP", 5, "nsubj"],
        ["is", "VBZ", 5, "cop"],
        ["to", "TO", 5, "case"],
        ["open", "JJ", 5, "amod"],
        ["talks", "NNS", 0, "root"],
      ],
      ["Ann nsubj 4", "is aux 4", "to mark 4", "open root 0", "talks obj 4"],
    ],
    [
      "reads a noun right behind its plural subject as the verb",
      (_, tree) => mendBareVerbs(tree),
      [
        ["talks", "NNS", 2, "nsubj"],
        ["resume", "NN", 0, "root"],
        ["in", "IN", 4, "case"],
        ["Oslo", "NNP", 2, "nmod"],
        ["as", "IN", 6, "mark"],
        ["meets", "VBZ", 2, "nmod"],
      ],
      ["talks nsubj 2", "Oslo obl 2", "meets advcl 2"],
    ],
    [
      "leaves a noun that says what its subject is",
      (_, tree) => mendBareVerbs(tree),
      [
        ["talks", "NNS", 2, "nsubj"],
        ["success", "NN", 0, "root"],
        ["a", "DT", 2, "det"],
        ["of", "IN", 5, "case"],
        ["sorts", "NNS", 2, "nmod"],
      ],
      ["sorts nmod 2"],
    ],
    [
      "gives what was done 'by meeting' to the verb",
      mendByMeeting,
      [
        ["ended", "VBD", 0, "root"],
        ["trip", "NN", 1, "obj"],
        ["by", "IN", 4, "mark"],
        ["meeting", "NN", 2, "acl"],
        ["Ann", "NNP", 4, "obj"],
      ],
      ["meeting advcl 1"],
    ],
    [
      "parts the day behind a name from it",
      mendDayBehindName,
      [
        ["met", "VBD", 0, "root"],
        ["with", "IN", 5, "case"],
        ["President", "NNP", 4, "nmod:desc"],
        ["Lee", "NNP", 5, "compound"],
        ["Wednesday", "NNP", 1, "obl"],
      ],
      ["with case 4", "President nmod:desc 4", "Lee obl 1", "Wednesday obl:unmarked 1"],
    ],
    [
      "makes the name behind a day the subject",
      mendNameBehindDay,
      [
        ["On", "IN", 2, "case"],
        ["Friday", "NNP", 5, "obl"],
        ["Ann", "NNP", 2, "flat"],
        ["Lee", "NNP", 3, "flat"],
        ["left", "VBD", 0, "root"],
      ],
      ["Friday obl 5", "Ann nsubj 5", "Lee flat 3"],
    ],
    [
      "leaves the name behind a day where the clause has a subject",
      mendNameBehindDay,
      [
        ["On", "IN", 2, "case"],
        ["Friday", "NNP", 5, "obl"],
        ["Night", "NNP", 2, "flat"],
        ["she", "PRP", 5, "nsubj"],
        ["left", "VBD", 0, "root"],
      ],
      ["Night flat 2"],
    ],
    [
      "parts a noun from how often something was done to it",
      mendTimes,
      [
        ["wrote", "VBD", 0, "root"],
        ["to", "IN", 6, "case"],
        ["the", "DT", 6, "det"],
        ["firm", "NN", 6, "compound"],
        ["three", "CD", 6, "nummod"],
        ["times", "NNS", 1, "obl"],
      ],
      ["to case 4", "the det 4", "firm obl 1", "three nummod 6", "times obl:unmarked 1"],
    ],
    [
      "leaves how often alone where no noun stands before the number",
      mendTimes,
      [
        ["wrote", "VBD", 0, "root"],
        ["all", "DT", 4, "det"],
        ["three", "CD", 4, "nummod"],
        ["times", "NNS", 1, "obl:unmarked"],
      ],
      ["all det 4", "three nummod 4", "times obl:unmarked 1"],
    ],
  ])("%s", (_, mend, rows, expected) => {
    expect(mended(rows, mend)).toEqual(expect.arrayContaining([...expected]));
  });
});
