import { describe, expect, it } from "vitest";
import { type Mend, mended, type Row } from "./drafts.fixture.ts";
import {
  mendCounterparts,
  mendDeniedHaving,
  mendFaceToFace,
  mendOwnedGerunds,
  mendTalksBehindNouns,
  mendTalksThat,
  mendTalksWith,
  mendWithFaceToFace,
} from "./mend-talks.ts";

describe("mend-talks", () => {
  it.each<[string, Mend, readonly Row[], readonly string[]]>([
    [
      "makes three words before talks say their kind",
      mendFaceToFace,
      [
        ["Face", "NN", 6, "nsubj"],
        ["to", "TO", 3, "mark"],
        ["face", "VB", 1, "advcl"],
        ["talks", "NNS", 3, "obj"],
        ["have", "VBP", 6, "aux"],
        ["failed", "VBN", 0, "root"],
      ],
      ["Face compound 4", "to case 3", "face nmod 1", "talks nsubj 6"],
    ],
    [
      "makes talks behind 'that' the subject of the verb behind them",
      mendTalksThat,
      [
        ["hope", "NN", 0, "root"],
        ["that", "IN", 3, "mark"],
        ["talks", "VBZ", 1, "acl"],
        ["with", "IN", 5, "case"],
        ["Chad", "NNP", 3, "obl"],
        ["can", "MD", 7, "aux"],
        ["help", "VB", 1, "ccomp"],
      ],
      ["that mark 7", "talks nsubj 7", "Chad nmod 3", "help acl 1"],
    ],
    [
      "leaves a leader that talks with others",
      mendTalksThat,
      [
        ["leader", "NN", 0, "root"],
        ["that", "WDT", 3, "nsubj"],
        ["talks", "VBZ", 1, "acl:relcl"],
        ["with", "IN", 5, "case"],
        ["Chad", "NNP", 3, "obl"],
      ],
      ["that nsubj 3", "talks acl:relcl 1"],
    ],
    [
      "lets somebody meet us face to face",
      mendWithFaceToFace,
      [
        ["meet", "VB", 0, "root"],
        ["with", "IN", 4, "case"],
        ["us", "PRP", 4, "nmod:poss"],
        ["face", "NN", 1, "obl"],
        ["to", "TO", 6, "mark"],
        ["face", "VB", 1, "advcl"],
      ],
      ["with case 3", "us obl 1", "face advmod 1"],
    ],
    [
      "leaves people who meet face to face",
      mendFaceToFace,
      [
        ["met", "VBD", 0, "root"],
        ["face", "NN", 1, "obl:unmarked"],
        ["to", "IN", 4, "case"],
        ["face", "NN", 2, "nmod"],
        ["rebels", "NNS", 1, "obj"],
      ],
      ["face obl:unmarked 1", "to case 4", "face nmod 2", "rebels obj 1"],
    ],
    [
      "takes talks behind a noun for the noun",
      mendTalksBehindNouns,
      [
        ["round", "NN", 0, "root"],
        ["of", "IN", 3, "case"],
        ["coalition", "NN", 1, "nmod"],
        ["talks", "VBZ", 1, "xcomp"],
        ["between", "IN", 6, "case"],
        ["parties", "NNS", 4, "obl"],
      ],
      ["of case 4", "coalition compound 4", "talks nmod 1", "parties nmod 4"],
    ],
    [
      "leaves somebody who talks",
      mendTalksBehindNouns,
      [
        ["leader", "NN", 4, "nsubj"],
        ["of", "IN", 3, "case"],
        ["rebels", "NNS", 1, "nmod"],
        ["talks", "VBZ", 0, "root"],
        ["with", "IN", 6, "case"],
        ["envoys", "NNS", 4, "obl"],
      ],
      ["rebels nmod 1", "talks root 0", "envoys obl 4"],
    ],
    [
      "hangs counterparts on what is discussed with them",
      mendCounterparts,
      [
        ["discuss", "VB", 0, "root"],
        ["security", "NN", 1, "obj"],
        ["with", "IN", 5, "case"],
        ["her", "PRP$", 5, "nmod:poss"],
        ["counterparts", "NNS", 2, "nmod"],
      ],
      ["counterparts obl 1"],
    ],
    [
      "leaves counterparts to their talks",
      mendCounterparts,
      [
        ["discuss", "VB", 0, "root"],
        ["talks", "NNS", 1, "obj"],
        ["with", "IN", 5, "case"],
        ["her", "PRP$", 5, "nmod:poss"],
        ["counterparts", "NNS", 2, "nmod"],
      ],
      ["counterparts nmod 2"],
    ],
    [
      "makes talks the subject, not whom they are with",
      mendTalksWith,
      [
        ["said", "VBD", 0, "root"],
        ["talks", "NNS", 1, "obj"],
        ["with", "IN", 4, "case"],
        ["rebels", "NNS", 6, "nsubj"],
        ["will", "MD", 6, "aux"],
        ["begin", "VB", 1, "ccomp"],
      ],
      ["talks nsubj 6", "rebels nmod 2", "begin ccomp 1"],
    ],
    [
      "takes talks behind that for the noun",
      mendTalksWith,
      [
        ["said", "VBD", 0, "root"],
        ["Friday", "NNP", 8, "nsubj"],
        ["that", "IN", 4, "nsubj"],
        ["talks", "VBZ", 1, "ccomp"],
        ["with", "IN", 6, "case"],
        ["rebels", "NNS", 4, "obl"],
        ["will", "MD", 8, "aux"],
        ["begin", "VB", 1, "ccomp"],
      ],
      ["Friday obl:unmarked 1", "that mark 8", "talks nsubj 8", "rebels nmod 4", "begin ccomp 1"],
    ],
    [
      "makes a name behind a gerund that somebody denies its object",
      mendOwnedGerunds,
      [
        ["Ann", "NNP", 2, "nsubj"],
        ["denied", "VBD", 0, "root"],
        ["meeting", "NN", 2, "obj"],
        ["Bob", "NNP", 3, "appos"],
      ],
      ["meeting xcomp 2", "Bob obj 3"],
    ],
    [
      "leaves a meeting that is no gerund",
      mendOwnedGerunds,
      [
        ["Ann", "NNP", 2, "nsubj"],
        ["attended", "VBD", 0, "root"],
        ["meeting", "NN", 2, "obj"],
        ["Seven", "NNP", 3, "appos"],
      ],
      ["meeting obj 2", "Seven appos 3"],
    ],
    [
      "makes a verb between a name and having the verb of the sentence",
      mendDeniedHaving,
      [
        ["Ann", "NNP", 4, "nsubj"],
        ["denied", "NNP", 1, "flat"],
        ["having", "VBG", 4, "aux"],
        ["met", "VBD", 0, "root"],
        ["Bob", "NNP", 4, "obj"],
      ],
      ["Ann nsubj 2", "denied root 0", "met xcomp 2"],
    ],
    [
      "gives what a picture shows its object",
      mendOwnedGerunds,
      [
        ["Photographs", "NNS", 2, "nsubj"],
        ["show", "VBP", 0, "root"],
        ["Ann", "NNP", 2, "obj"],
        ["meeting", "NN", 2, "xcomp"],
        ["Bob", "NNP", 4, "appos"],
      ],
      ["meeting xcomp 2", "Bob obj 4"],
    ],
  ])("%s", (_name, mend, rows, wanted) => {
    expect(mended(rows, mend)).toEqual(expect.arrayContaining([...wanted]));
  });
});
