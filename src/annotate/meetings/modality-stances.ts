/** The stance that a verb, adjective or noun takes to what hangs on it, and the modality that follows from it. */
import type { Modality } from "../../domain/meeting.ts";
import { baseRelation, childBy, childrenBy, headOf, lowerOf, relationOf, type SyntaxTree, tagOf } from "../syntax/syntax-tree.ts";
import { hasNegation, isPredicate, verbGroupOf } from "../syntax/verb-groups.ts";
import { nounStances, type Stance, verbStances } from "./modality-words.ts";

export interface ModalityReading {
  /** Null when the words report no particular meeting ("does not usually negotiate"). */
  readonly modality: Modality | null;
  /** The rule that decided. */
  readonly decidedBy: string;
}

export function read(modality: Modality | null, decidedBy: string): ModalityReading {
  return { modality, decidedBy };
}

/** "asked three times to see B and was turned away", "invited B to meet, but B declined": what came of the wish, in a verb joined to it. */
export function isRebuffed(tree: SyntaxTree, wish: number): boolean {
  return childrenBy(tree, wish, "conj").some((answer) => {
    if (answer < wish || tagOf(tree, answer) !== "VERB" || hasNegation(tree, answer)) return false;
    const { voice, modal, tense } = verbGroupOf(tree, answer);
    if (modal !== null || tense === "future") return false;
    const word = lowerOf(tree, answer);
    // "but were told that he was busy", "but was told no".
    if (voice === "passive" && word === "told")
      return [...childrenBy(tree, answer, "ccomp", "xcomp", "obj", "discourse", "advmod"), answer + 1].some((child) =>
        notFree.test(lowerOf(tree, child)),
      );
    if (voice === "passive") return stanceOf(tree, answer) === "refuse" || /^(?:turned|ignored|denied)$/u.test(word);
    if (childBy(tree, answer, "nsubj") < 0) return false;
    // "but she turned him down".
    if (stanceOf(tree, answer) === "refuse" && ["him", "her", "them", "it"].includes(lowerOf(tree, childBy(tree, answer, "obj"))))
      return true;
    return /^(?:declin|refus)(?:e|es|ed|s)$/u.test(word) && childBy(tree, answer, "xcomp", "obj") < 0;
  });
}

/** "invited B for talks, but has yet to hear back", "but got no answer": what came of the wish so far, in a verb joined to it. */
export function isUnanswered(tree: SyntaxTree, wish: number): boolean {
  return childrenBy(tree, wish, "conj").some((verb) => hasNoAnswer(tree, verb));
}

function hasNoAnswer(tree: SyntaxTree, verb: number): boolean {
  const isOpen = childrenBy(tree, verb, "advmod").some((child) => lowerOf(tree, child) === "yet");
  const isNone = childrenBy(tree, verb, "obj").some(
    (noun) => /^(?:answer|reply|response)$/u.test(lowerOf(tree, noun)) && lowerOf(tree, childBy(tree, noun, "det")) === "no",
  );
  return (isOpen && childrenBy(tree, verb, "xcomp").some((child) => /^(?:hear|repl|answer|respond)/u.test(lowerOf(tree, child)))) || isNone;
}

const notFree = /^(?:busy|unavailable|no|impossible|away|abroad|indisposed)$/u;

export function isUndergone(tree: SyntaxTree, noun: number): boolean {
  return baseRelation(tree, noun) === "obj" || relationOf(tree, noun) === "nsubj:pass";
}

/** "yet" between the governor and its infinitive, hung on either. */
export function isYetTo(tree: SyntaxTree, verb: number, governor: number): boolean {
  return [...childrenBy(tree, governor, "advmod"), ...childrenBy(tree, verb, "advmod")].some(
    (child) => lowerOf(tree, child) === "yet" && lowerOf(tree, child + 1) === "to",
  );
}

/** "no plans", "does not have plans", "has neither plans": the noun is said not to be there. */
export function isWithout(tree: SyntaxTree, noun: number): boolean {
  const above = headOf(tree, noun);
  const isDenied = above >= 0 && baseRelation(tree, noun) === "obj" && isPredicate(tree, above) && verbGroupOf(tree, above).negated;
  return isDenied || ["no", "neither", "without"].includes(lowerOf(tree, childBy(tree, noun, "det", "case")));
}

export function fromStance(stance: Stance, negated: boolean, why: string): ModalityReading {
  switch (stance) {
    case "plan":
    case "move":
      return read(negated ? "refused" : "planned", why);
    case "wish":
      return read(negated ? "refused" : "hypothetical", why);
    case "refuse":
      return read(negated ? "hypothetical" : "refused", why);
    case "deny":
      return read("denied", why);
    case "cancel":
      return read("cancelled", why);
    case "begin":
      return read("ongoing", why);
    case "do":
      return read(negated ? "denied" : "held", why);
    case "not":
      return read("denied", why);
    default:
      return read(null, why);
  }
}

/** The stance of a verb, adjective or noun; verbs that need a particle ("call off", "rule out") are told by it. */
export function stanceOf(tree: SyntaxTree, governor: number): Stance | undefined {
  const word = lowerOf(tree, governor);
  const particle = lowerOf(tree, childBy(tree, governor, "compound:prt"));
  const tag = tagOf(tree, governor);
  if (particle === "off" && /^(?:call|put)/u.test(word)) return "cancel";
  if (/^rul(?:e|es|ed|ing)$/u.test(word)) return particle === "out" || nextIs(tree, governor, "out") ? "refuse" : undefined;
  if (/^call/u.test(word) && (nextIs(tree, governor, "off") || particle === "off")) return "cancel";
  // "turned down an offer", "was turned away".
  if (/^turn/u.test(word)) return particle === "down" || nextIs(tree, governor, "down") ? "refuse" : undefined;
  // "knocked back a request", "brushed off an offer", "shot down a proposal".
  const behind = particle || lowerOf(tree, governor + 1);
  if (brushedOff.get(word.slice(0, 4))?.test(behind)) return "refuse";
  if (/^put/u.test(word)) {
    const isOnHold = childrenBy(tree, governor, "obl").some((child) => lowerOf(tree, child) === "hold");
    return isOnHold || nextIs(tree, governor, "off") ? "cancel" : undefined;
  }
  if (tag === "NOUN" || tag === "PROPN") return nounStances.get(word);
  // "had driven him to a motel to meet B", unlike "driven by hunger to meet B".
  if (/^dr(?:ive|ives|ove|iven|iving)$/u.test(word)) {
    const isJourney = childrenBy(tree, governor, "obl").some((child) => lowerOf(tree, childBy(tree, child, "case")) === "to");
    return isJourney ? "move" : "do";
  }
  // "is open to talks", unlike "opens talks".
  if (word === "open" && tag === "ADJ") return "wish";
  return verbStances.get(word);
}

/** Verbs that turn something down together with their particle, by their first letters. */
const brushedOff: ReadonlyMap<string, RegExp> = new Map([
  ["knoc", /^back$/u],
  ["brus", /^(?:off|aside)$/u],
  ["shot", /^down$/u],
  ["bat", /^away$/u],
  ["batt", /^away$/u],
  ["swat", /^away$/u],
  ["wave", /^(?:off|away|aside)$/u],
]);

function nextIs(tree: SyntaxTree, token: number, word: string): boolean {
  return lowerOf(tree, token + 1) === word;
}

/** "denied a report that", "dismissed claims in the press that": the noun that the clause hangs on, or the one before it. */
export function isRejectedClaim(tree: SyntaxTree, noun: number): boolean {
  // "dismissed as invented [advcl] a report [obj of invented] that".
  const object = headOf(tree, noun);
  const above = lowerOf(tree, childBy(tree, object, "mark", "case")) === "as" && object < noun ? headOf(tree, object) : object;
  if (above < 0) return false;
  const isRejected = (token: number): boolean => isRejection(tree, token) && !hasNegation(tree, token);
  if (claims.has(lowerOf(tree, noun))) {
    // "reports that they met [acl] were false".
    const isFalse = (baseRelation(tree, noun) === "nsubj" ? [above] : childrenBy(tree, noun, "ccomp")).some((at) =>
      isCalledFalse(tree, at),
    );
    return isFalse || isRejected(above) || isAnsweredNo(tree, above);
  }
  if (["nmod", "obl"].includes(baseRelation(tree, noun))) {
    if (claims.has(lowerOf(tree, above))) return headOf(tree, above) >= 0 && isRejected(headOf(tree, above));
    return isRejected(above) && childrenBy(tree, above, "obj").some((object) => object < noun && claims.has(lowerOf(tree, object)));
  }
  return false;
}

/** "“That is nonsense,” she said of reports that": what is said of them, in a clause of the verb that they hang on or of the one above. */
function isAnsweredNo(tree: SyntaxTree, verb: number): boolean {
  const saying = /^asked$/u.test(lowerOf(tree, verb)) ? headOf(tree, verb) : verb;
  if (!/^(?:sa(?:id|ys?)|told|tells?|repl(?:ied|ies)|responded|insist(?:ed|s))$/u.test(lowerOf(tree, saying))) return false;
  return childrenBy(tree, saying, "ccomp", "parataxis", "obj").some((answer) => {
    if (isCalledFalse(tree, answer)) return true;
    const isOfMeeting =
      /^(?:me(?:e?t|ets|eting)|tak(?:e|en|ing)|took|happen(?:ed)?|sp(?:eak|oke|oken)|talk(?:ed)?|seen?|saw|held|occur(?:red)?|was|were)$/u;
    const isNone = childrenBy(tree, answer, "nsubj", "obj").some((noun) => lowerOf(tree, childBy(tree, noun, "det")) === "no");
    return answer < saying && isOfMeeting.test(lowerOf(tree, answer)) && (isNone || hasNegation(tree, answer));
  });
}

const falsehoods =
  /^(?:false|untrue|wrong|incorrect|inaccurate|baseless|unfounded|groundless|fabricated|nonsense|rubbish|lie|lies|invented|inventions?|fictions?|fantasy|fake|bogus|spurious|fabrications?|hogwash)$/u;
const truths = /^(?:true|correct|accurate|right)$/u;

/** "is untrue", "is not true": what a predicate with a copula says of a report. */
export function isCalledFalse(tree: SyntaxTree, predicate: number): boolean {
  if (childBy(tree, predicate, "cop", "aux:pass") < 0) return false;
  return (hasNegation(tree, predicate) ? truths : falsehoods).test(lowerOf(tree, predicate));
}

/** "denied", "dismissed": what is said of a report, negated or not. */
export function isRejection(tree: SyntaxTree, verb: number): boolean {
  return stanceOf(tree, verb) === "deny" || rejectsClaims.has(lowerOf(tree, verb)) || isLaughedOff(tree, verb);
}

/** "hosed down suggestions that", "laughed off a report", "poured cold water on claims". */
function isLaughedOff(tree: SyntaxTree, verb: number): boolean {
  const behind = lowerOf(tree, verb + 1);
  const word = lowerOf(tree, verb);
  if (/^(?:scotch(?:ed|es)|rubbish(?:ed|es)|quash(?:ed|es)|squelched|trashed)$/u.test(word)) return true;
  // "brushed aside rumours", "batted away claims", "hit back at claims".
  if (brushedOff.get(word.slice(0, 4))?.test(behind) || ((word === "hit" || word === "hits") && behind === "back")) return true;
  // "lashed out at reports", "slammed claims".
  if (/^lash(?:ed|es)$/u.test(word) && behind === "out") return true;
  if (/^(?:slams|slammed|blasts|blasted)$/u.test(word)) return true;
  return (
    (/^hos(?:es|ed|ing)$/u.test(word) && behind === "down") ||
    (/^laugh(?:s|ed|ing)$/u.test(word) && behind === "off") ||
    (/^pour(?:s|ed|ing)$/u.test(word) && behind === "cold")
  );
}

export const rejectsClaims = new Set("reject rejects rejected rejecting dismiss dismisses dismissed dismissing".split(" "));

export const claims = new Set(
  "report reports claim claims suggestion suggestions allegation allegations rumor rumors rumour rumours speculation story".split(" "),
);
