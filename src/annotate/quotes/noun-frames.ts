/** Frames of nouns: "her claim that nobody was hurt", "issued a warning that …". */
import type { Sentence } from "../../domain/document.ts";
import {
  baseRelation,
  childBy,
  childrenBy,
  headOf,
  lowerOf,
  rangeUnder,
  relationOf,
  type SyntaxTree,
  tagOf,
} from "../syntax/syntax-tree.ts";
import { inWordsFrame } from "./aside-frames.ts";
import { channelNouns, type SpeechFrame } from "./frame-parts.ts";
import { ownerOf, sayersOf } from "./frame-speakers.ts";
import { speakerPhraseOf } from "./speaker-phrases.ts";

/** Nouns of saying, with the kind of saying. */
const speechNouns = new Map(
  Object.entries({
    claimed:
      "claim claims assertion assertions allegation allegations accusation accusations argument arguments contention insistence charge charges boast",
    said: "statement statements comment comments remark remarks suggestion observation assessment testimony",
    announced: "announcement declaration",
    warned: "warning warnings",
    promised: "promise promises pledge pledges vow vows assurance assurances",
    threatened: "threat threats",
    denied: "denial denials",
    demanded: "demand demands call calls",
    admitted: "admission acknowledgment acknowledgement concession confession",
    predicted: "prediction predictions forecast",
    criticized: "complaint complaints criticism",
  }).flatMap(([kind, nouns]) => nouns.split(" ").map((noun) => [noun, kind] as const)),
);
/** True for nouns of saying and of what is said: "claim", "statement", "question". */
export function isWordOfSaying(tree: SyntaxTree, token: number): boolean {
  const word = lowerOf(tree, token);
  return tagOf(tree, token) === "NOUN" && (speechNouns.has(word) || channelNouns.has(word) || word === "question" || word === "answer");
}

const objectVerbs = new Set(
  "call calls called make makes made deny denies denied reject rejects rejected repeat repeats repeated dismiss dismisses dismissed describe describes described issued received heard".split(
    " ",
  ),
);

/** "her claim that nobody was hurt", "issued a statement saying" (whose verb is found by itself). */
export function nounFrame(tree: SyntaxTree, sentence: Sentence, noun: number): SpeechFrame | null {
  if (lowerOf(tree, noun) === "words") return inWordsFrame(tree, sentence, noun);
  const kind = speechNouns.get(lowerOf(tree, noun));
  if (kind === undefined) return null;
  for (const child of childrenBy(tree, noun, "acl", "ccomp")) {
    const mark = childBy(tree, child, "mark");
    const marker = lowerOf(tree, mark);
    // "a charge that she denies": a clause that tells of the charge, and not what it says.
    if (
      marker === "that" &&
      relationOf(tree, child) === "acl:relcl" &&
      objectVerbs.has(lowerOf(tree, child)) &&
      childBy(tree, child, "obj") < 0
    )
      continue;
    if (child < noun || (marker !== "that" && !(marker === "to" && ["promised", "threatened", "demanded"].includes(kind)))) continue;
    const range = rangeUnder(tree, child);
    const firstToken = marker === "that" ? Math.max(range.firstToken, mark + 1) : Math.max(range.firstToken, noun + 1);
    const owner = ownerOf(tree, noun);
    // "said in a statement that it saw no reason": the verb says it.
    if (owner < 0 && baseRelation(tree, noun) === "obl" && lowerOf(tree, headOf(tree, noun)) === "said") {
      const verb = headOf(tree, noun);
      const speakers = sayersOf(tree, verb).map((head) => ({ head, ...speakerPhraseOf(tree, head) }));
      const content = [{ firstToken, endToken: Math.min(range.endToken, sentence.endToken) }];
      return { cue: verb, kind: "said", speakers, content, pattern: "clause", notSaid: null, confidence: 0.85 };
    }
    return {
      cue: noun,
      kind,
      speakers: owner < 0 ? [] : [{ head: owner, ...speakerPhraseOf(tree, owner) }],
      content: [{ firstToken, endToken: Math.min(range.endToken, sentence.endToken) }],
      pattern: "noun-of-saying",
      notSaid: null,
      confidence: owner < 0 ? 0.3 : 0.5,
    };
  }
  return null;
}
