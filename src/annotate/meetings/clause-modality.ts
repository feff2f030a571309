/**
 * Whether a meeting took place, read off the trees: from the verb group of the word that evokes it outwards through the clauses and
 * nouns it hangs on. The nearest word that takes a stance decides; what governs the whole clause can still turn it around
 * ("denied that they plan to meet").
 */
import type { Modality } from "../../domain/meeting.ts";
import {
  baseRelation,
  childBy,
  childrenBy,
  childrenOf,
  headOf,
  lowerOf,
  pennTagOf,
  relationOf,
  type SyntaxTree,
  tagOf,
} from "../syntax/syntax-tree.ts";
import { hasNegation, isPredicate, linkOf, type VerbGroup, verbGroupOf } from "../syntax/verb-groups.ts";
import { lightVerbs } from "./meeting-cues.ts";
import {
  conditionMarkers,
  doubtAdverbs,
  futureTimes,
  habitWords,
  modifierStances,
  nounStances,
  type Stance,
  verbStances,
} from "./modality-words.ts";

export interface ModalityReading {
  /** Null when the words report no particular meeting ("does not usually negotiate"). */
  readonly modality: Modality | null;
  /** The rule that decided. */
  readonly decidedBy: string;
}

function read(modality: Modality | null, decidedBy: string): ModalityReading {
  return { modality, decidedBy };
}

/** Modality of the clause whose verb evokes a meeting. `sentenceEnd` is the token after the sentence. */
export function modalityOfVerb(tree: SyntaxTree, verb: number, sentenceEnd: number): ModalityReading {
  return clauseModality(tree, verb, sentenceEnd, 0);
}

function isQuestion(tree: SyntaxTree, verb: number, sentenceEnd: number): boolean {
  for (let at = sentenceEnd - 1; at > verb && sentenceEnd - at < 4; at -= 1) if (tree.tokens[at]?.text === "?") return true;
  return false;
}

function clauseModality(tree: SyntaxTree, verb: number, sentenceEnd: number, depth: number): ModalityReading {
  if (depth > 8) return read("hypothetical", "deep");
  const group = verbGroupOf(tree, verb);
  if (isQuestion(tree, verb, sentenceEnd) && group.link?.kind !== "relative") return read("hypothetical", "question");
  const own = ownModality(tree, group, sentenceEnd, depth);
  return outer(tree, verb, own, sentenceEnd, depth);
}

/** What the verb group and the governor of its infinitive or participle say. */
function ownModality(tree: SyntaxTree, group: VerbGroup, sentenceEnd: number, depth: number): ModalityReading {
  const { verb, negated, modal, tense, aspect, link } = group;
  const tag = pennTagOf(tree, verb);
  for (const child of childrenBy(tree, verb, "advmod")) {
    const word = lowerOf(tree, child);
    if (habitWords.has(word) && !(word === "never" || word === "ever") && tense === "present") return read(null, "habit");
    if (doubtAdverbs.has(word)) return read("hypothetical", "adverb");
  }
  if (tense === "future") return negated ? read("refused", "future") : read("planned", "future");
  if (modal === "would" && isReported(tree, verb)) return negated ? read("refused", "would-reported") : read("planned", "would-reported");
  if (modal !== null) {
    if (aspect.startsWith("perfect") && modal === "must") return read("held", "must-have");
    return negated && modal === "would" ? read("refused", "modal") : read("hypothetical", "modal");
  }
  const hasSubjunctive =
    tag === "VB" && link !== null && link.marker !== "to" && link.kind === "complement" && group.auxiliaries.length === 0;
  // "are to meet": the auxiliary makes it finite, the "to" a plan.
  const marker = childBy(tree, verb, "mark");
  if (
    tag === "VB" &&
    marker >= 0 &&
    lowerOf(tree, marker) === "to" &&
    group.auxiliaries.some((child) => beForms.has(lowerOf(tree, child)))
  ) {
    return read(negated ? "refused" : "planned", "be-to");
  }
  const infinitive = tag === "VB" && tense === "none" && (childBy(tree, verb, "mark") >= 0 || link !== null);
  if (infinitive && !hasSubjunctive) return ofInfinitive(tree, verb, negated, sentenceEnd, depth);
  if (hasSubjunctive) {
    const stance = link === null ? undefined : stanceOf(tree, link.governor);
    return stance === undefined || stance === "do" || stance === "begin"
      ? ofInfinitive(tree, verb, negated, sentenceEnd, depth)
      : fromStance(stance, negated, "subjunctive");
  }
  if (tag === "VBG" && tense === "none") return ofParticiple(tree, group, sentenceEnd, depth);
  if (tag === "VBN" && group.auxiliaries.length === 0 && link !== null) return ofParticiple(tree, group, sentenceEnd, depth);
  if (tag === "VB" && tense === "none" && group.auxiliaries.length === 0 && baseRelation(tree, verb) !== "conj") {
    return childBy(tree, verb, "nsubj") >= 0 ? read("held", "bare") : read("hypothetical", "imperative");
  }
  if (negated) return tense === "past" || aspect === "perfect" ? read("denied", "negated-past") : read(null, "negated-present");
  if (aspect === "progressive" && tense === "present")
    return hasFutureTime(tree, verb) ? read("planned", "progressive-future") : read("ongoing", "progressive");
  if (aspect === "perfect-progressive" && tense === "present") return read("ongoing", "perfect-progressive");
  if (tense === "present" && aspect === "simple") {
    const marker = link?.marker ?? null;
    if (marker !== null && whenMarkers.has(marker)) {
      const governing = link === null ? null : clauseModality(tree, link.governor, sentenceEnd, depth + 1);
      if (marker !== "as" && (governing?.modality === "planned" || governing?.modality === "hypothetical"))
        return read(governing.modality, "when-present");
      return read(marker === "as" || marker === "while" ? "held" : "planned", "when-present");
    }
    return hasFutureTime(tree, verb) ? read("planned", "present-future") : read("held", "present");
  }
  return read("held", "past");
}

const whenMarkers = new Set(["when", "once", "until", "till", "before", "as", "after", "while", "as soon as"]);

/** "said he would meet": a future seen from the past, not a condition. */
function isReported(tree: SyntaxTree, verb: number): boolean {
  let at = verb;
  while (baseRelation(tree, at) === "conj") at = headOf(tree, at);
  if (baseRelation(tree, at) !== "ccomp") return false;
  if (childrenBy(tree, verb, "advcl").some((clause) => conditionMarkers.has(lowerOf(tree, childBy(tree, clause, "mark"))))) return false;
  const governor = headOf(tree, at);
  return pastReports.has(lowerOf(tree, governor)) && !hasNegation(tree, governor);
}

const pastReports = new Set("said announced confirmed told added indicated reported agreed disclosed revealed stated promised".split(" "));

/** "refused to meet", "plans to meet", "arrived to meet", "its willingness to meet". */
function ofInfinitive(tree: SyntaxTree, verb: number, negated: boolean, sentenceEnd: number, depth: number): ModalityReading {
  let at = verb;
  while (baseRelation(tree, at) === "conj") at = headOf(tree, at);
  const governor = headOf(tree, at);
  if (governor < 0)
    return hasFutureTime(tree, verb)
      ? read("planned", "headline-infinitive")
      : read(negated ? "refused" : "planned", "headline-infinitive");
  const relation = baseRelation(tree, at);
  const stance = stanceOf(tree, governor);
  // "is to meet": the copula is an auxiliary of the infinitive.
  const be = childrenBy(tree, verb, "aux", "cop").find((child) => beForms.has(lowerOf(tree, child)));
  if (be !== undefined && childBy(tree, verb, "nsubj", "nsubj:pass") >= 0) return read(negated ? "refused" : "planned", "be-to");
  if (stance === undefined) {
    if (tagOf(tree, governor) === "NOUN" || tagOf(tree, governor) === "PRON") {
      if (relation === "acl") return hasFutureTime(tree, verb) ? read("planned", "noun-to") : read("hypothetical", "noun-to");
      return read("hypothetical", "noun-to");
    }
    if (beForms.has(lowerOf(tree, governor))) return read(negated ? "refused" : "planned", "be-to");
    // "has the authority to hold talks": the infinitive says what the noun is for.
    const object = childBy(tree, governor, "obj");
    if (relation === "xcomp" && object > governor && object < at) return read("hypothetical", "object-to");
    if (relation === "xcomp") return clauseOf(tree, governor, negated, sentenceEnd, depth, "xcomp");
    return hasFutureTime(tree, verb) ? read("planned", "purpose-future") : read("hypothetical", "purpose");
  }
  return compose(tree, governor, stance, negated, sentenceEnd, depth);
}

const beForms = new Set(["is", "are", "was", "were", "be", "am", "'s", "'re"]);

/** The stance of a governor together with how sure its own clause is: "may agree to meet" stays open, "did not agree to" is a refusal. */
function compose(
  tree: SyntaxTree,
  governor: number,
  stance: Stance,
  negated: boolean,
  sentenceEnd: number,
  depth: number,
): ModalityReading {
  const word = lowerOf(tree, governor);
  if (!isPredicate(tree, governor)) return fromStance(stance, negated, word);
  const group = verbGroupOf(tree, governor);
  if (stance === "do" || stance === "begin") return clauseOf(tree, governor, negated, sentenceEnd, depth, word);
  if (group.negated)
    return stance === "refuse" || stance === "not" || stance === "deny"
      ? read("hypothetical", `not-${word}`)
      : read("refused", `not-${word}`);
  if (stance === "move") {
    const outerReading = clauseModality(tree, governor, sentenceEnd, depth + 1);
    return outerReading.modality === "hypothetical" || outerReading.modality === "cancelled" || outerReading.modality === "refused"
      ? outerReading
      : read("planned", `${word}-to`);
  }
  if (stance === "refuse" || stance === "deny") {
    if (group.modal !== null || pennTagOf(tree, governor) === "VB")
      return read(group.modal === "would" || group.tense === "future" ? "refused" : stance === "refuse" ? "refused" : "denied", word);
    return fromStance(stance, negated, word);
  }
  if (stance === "plan") {
    // "may agree to meet", "wants to arrange a meeting": as open as the clause that plans it.
    const governing = clauseModality(tree, governor, sentenceEnd, depth + 1);
    if (
      governing.modality === "hypothetical" ||
      governing.modality === "refused" ||
      governing.modality === "denied" ||
      governing.modality === "cancelled"
    )
      return governing;
  }
  return fromStance(stance, negated, word);
}

function clauseOf(tree: SyntaxTree, governor: number, negated: boolean, sentenceEnd: number, depth: number, why: string): ModalityReading {
  const governing = clauseModality(tree, governor, sentenceEnd, depth + 1);
  if (negated && governing.modality === "held") return read("denied", why);
  return read(governing.modality, `${why}:${governing.decidedBy}`);
}

function fromStance(stance: Stance, negated: boolean, why: string): ModalityReading {
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
    default:
      return read(null, why);
  }
}

/** The stance of a verb, adjective or noun; verbs that need a particle ("call off", "rule out") are told by it. */
export function stanceOf(tree: SyntaxTree, governor: number): Stance | undefined {
  const word = lowerOf(tree, governor);
  const particle = lowerOf(tree, childBy(tree, governor, "compound:prt"));
  const tag = tagOf(tree, governor);
  if (particle === "off" && /^(?:call|put|br[eo]ak)/u.test(word)) return "cancel";
  if (/^rul(?:e|es|ed|ing)$/u.test(word)) return particle === "out" || nextIs(tree, governor, "out") ? "refuse" : undefined;
  if (/^call/u.test(word) && (nextIs(tree, governor, "off") || particle === "off")) return "cancel";
  if (/^put/u.test(word)) return nextIs(tree, governor, "off") ? "cancel" : undefined;
  if (tag === "NOUN" || tag === "PROPN") return nounStances.get(word);
  // "is open to talks", unlike "opens talks".
  if (word === "open" && tag === "ADJ") return "wish";
  return verbStances.get(word);
}

function nextIs(tree: SyntaxTree, token: number, word: string): boolean {
  return lowerOf(tree, token + 1) === word;
}

/** "after meeting", "denied meeting", "before meeting", "officials meeting in Doha". */
function ofParticiple(tree: SyntaxTree, group: VerbGroup, sentenceEnd: number, depth: number): ModalityReading {
  const { verb, link, negated } = group;
  if (link === null) return hasFutureTime(tree, verb) ? read("planned", "participle-future") : read("held", "participle");
  const { governor, marker } = link;
  if (marker === "without") return read(null, "without");
  if (marker === "after" || marker === "since" || marker === "following") {
    const governing = clauseModality(tree, governor, sentenceEnd, depth + 1);
    return governing.modality === "planned" ? read("planned", "after-future") : read("held", "after");
  }
  if (marker === "before" || marker === "until" || marker === "ahead of") return read("planned", "before");
  if (marker === "instead of" || marker === "rather than" || marker === "against") return read("refused", marker);
  const stance =
    isPredicate(tree, governor) || tagOf(tree, governor) === "NOUN" || tagOf(tree, governor) === "ADJ"
      ? stanceOf(tree, governor)
      : undefined;
  if (stance !== undefined && stance !== "move" && (link.kind === "complement" || marker !== null || pennTagOf(tree, verb) === "VBN")) {
    if (link.kind === "complement" || tagOf(tree, governor) === "NOUN") return compose(tree, governor, stance, negated, sentenceEnd, depth);
  }
  if (link.kind === "participle") {
    // "talks held in Doha", "talks being held": as sure as the noun's own words say.
    const tag = pennTagOf(tree, verb);
    if (childrenBy(tree, verb, "aux:pass").some((child) => lowerOf(tree, child) === "being")) return read("ongoing", "being-held");
    return tag === "VBG" && hasFutureTime(tree, verb)
      ? read("planned", "reduced-relative")
      : read(tag === "VBG" ? "ongoing" : "held", "reduced-relative");
  }
  if (!isPredicate(tree, governor)) return read("held", "participle");
  const governing = clauseModality(tree, governor, sentenceEnd, depth + 1);
  if (governing.modality === "planned" || governing.modality === "hypothetical" || governing.modality === "ongoing")
    return read(governing.modality, "main-clause");
  return read("held", "participle");
}

/** What governs the clause: a denial, a condition, a wish that it happen. */
function outer(tree: SyntaxTree, verb: number, own: ModalityReading, sentenceEnd: number, depth: number): ModalityReading {
  if (own.modality === null) return own;
  const link = linkOf(tree, verb);
  if (link === null || link.kind === "relative") return own;
  const { governor, marker } = link;
  if (marker !== null && conditionMarkers.has(marker) && (link.kind === "adverbial" || link.kind === "complement")) {
    return own.modality === "denied" || own.modality === "cancelled" ? own : read("hypothetical", marker);
  }
  const finite = verbGroupOf(tree, verb).tense !== "none" || verbGroupOf(tree, verb).modal !== null;
  if (link.kind === "complement" && finite) {
    const stance = stanceOf(tree, governor);
    if (stance === "deny" || (stance === "refuse" && rejectsClaims.has(lowerOf(tree, governor)))) {
      const group = verbGroupOf(tree, governor);
      if (!group.negated && !isNeither(tree, governor))
        return own.modality === "planned" ? read("denied", "denied-plan") : read("denied", "denied-that");
      return own;
    }
    if (own.modality === "held" && (stance === "wish" || possibles.has(lowerOf(tree, governor)))) {
      return mayBeFact.has(lowerOf(tree, governor)) ? own : read("hypothetical", "wished-that");
    }
    if (
      own.modality === "held" &&
      stance === "plan" &&
      lowerOf(tree, governor) !== "confirmed" &&
      lowerOf(tree, governor) !== "announced" &&
      verbGroupOf(tree, verb).tense !== "past"
    ) {
      return read("planned", "planned-that");
    }
  }
  // "reports that they met": what is said of the reports holds of the meeting.
  if (link.kind === "participle" && claims.has(lowerOf(tree, governor))) {
    const above = headOf(tree, governor);
    if (above >= 0 && (stanceOf(tree, above) === "deny" || rejectsClaims.has(lowerOf(tree, above))) && !hasNegation(tree, above))
      return read("denied", "denied-report");
  }
  if (depth < 8 && isPredicate(tree, governor) && link.kind === "complement" && finite) {
    // A denial further out governs all that is under it: "denied that he said they had met".
    return outer(tree, governor, own, sentenceEnd, depth + 1);
  }
  return own;
}

const rejectsClaims = new Set("reject rejects rejected rejecting dismiss dismisses dismissed dismissing".split(" "));
const mayBeFact = new Set(
  "called call calls suggested suggests suggest suggesting warn warned warns discuss discussed referring".split(" "),
);
const possibles = new Set("possible likely unlikely doubtful conceivable".split(" "));
const claims = new Set(
  "report reports claim claims suggestion suggestions allegation allegations rumor rumors rumour rumours speculation story".split(" "),
);

/** "neither confirmed nor denied". */
function isNeither(tree: SyntaxTree, governor: number): boolean {
  return childrenBy(tree, governor, "cc", "cc:preconj").some((child) => ["nor", "neither"].includes(lowerOf(tree, child)));
}

/** A word for the future that hangs on the verb or noun, or on what hangs on it: "next week", "on Monday later this month". */
export function hasFutureTime(tree: SyntaxTree, token: number): boolean {
  for (const child of childrenOf(tree, token)) {
    if (!timeRelations.has(baseRelation(tree, child))) continue;
    const word = lowerOf(tree, child);
    if (
      futureTimes.has(word) &&
      !(word === "later" && baseRelation(tree, child) === "advmod" && tree.tokens[child + 1]?.lower !== "this" && child < token)
    ) {
      if (word !== "later" || ["this", "in", "today"].includes(lowerOf(tree, child + 1))) return true;
    }
    if (timeNouns.has(word)) {
      for (const grandchild of childrenOf(tree, child)) if (futureTimes.has(lowerOf(tree, grandchild))) return true;
      if (lowerOf(tree, child - 1) === "later" || lowerOf(tree, child - 2) === "later") return true;
    }
  }
  return false;
}

const timeRelations = new Set(["obl", "nmod", "advmod", "amod", "compound"]);
const timeNouns = new Set(
  "day week month year weekend monday tuesday wednesday thursday friday saturday sunday days weeks months january february march april may june july august september october november december".split(
    " ",
  ),
);

const transparent = new Set(
  "day days round rounds series hour hours set couple number week weeks end start beginning session sessions bout flurry spate part aftermath conclusion course stage stages phase fringes sidelines margins margin topic focus".split(
    " ",
  ),
);

/** The noun that stands for the meeting outside: "a third round of talks" → "round"; the noun itself where nothing wraps it. */
export function outermostNoun(tree: SyntaxTree, noun: number): number {
  let at = noun;
  for (let steps = 0; steps < 3; steps += 1) {
    const head = headOf(tree, at);
    if (baseRelation(tree, at) !== "nmod" || !transparent.has(lowerOf(tree, head)) || lowerOf(tree, childBy(tree, at, "case")) !== "of")
      break;
    at = head;
  }
  return at;
}

/** Modality of a noun of meeting: its own modifiers, then what it is the subject, object or circumstance of. */
export function modalityOfNoun(tree: SyntaxTree, cue: number, sentenceEnd: number): ModalityReading {
  const noun = outermostNoun(tree, cue);
  for (const token of noun === cue ? [cue] : [cue, noun]) {
    const reading = fromModifiers(tree, token, sentenceEnd);
    if (reading) return reading;
  }
  return fromGovernor(tree, noun, sentenceEnd, 0);
}

function fromModifiers(tree: SyntaxTree, noun: number, sentenceEnd: number): ModalityReading | null {
  for (const child of childrenOf(tree, noun)) {
    const word = lowerOf(tree, child);
    const relation = baseRelation(tree, child);
    if (relation === "det" && (word === "any" || word === "every" || word === "each" || word === "no")) {
      // "had no knowledge of any meeting": neither denied nor held.
      if (
        baseRelation(tree, noun) === "nmod" &&
        !nounStances.has(lowerOf(tree, headOf(tree, noun))) &&
        !claims.has(lowerOf(tree, headOf(tree, noun)))
      )
        return read(null, `${word}-meeting`);
      const above = fromGovernor(tree, noun, sentenceEnd, 0);
      if (above.modality === "refused" || above.modality === "denied" || above.modality === "cancelled") return above;
      if (word === "no" && above.modality === "held" && above.decidedBy !== "noun") return read("denied", "no-meeting");
      return read(null, `${word}-meeting`);
    }
    if (relation === "amod" || relation === "compound") {
      const stance = modifierStances.get(word);
      if (stance === undefined) continue;
      const above = fromGovernor(tree, noun, sentenceEnd, 0);
      if (above.modality === "cancelled" || above.modality === "refused" || above.modality === "denied") return above;
      if ((word === "further" || word === "additional" || word === "future") && above.modality !== "hypothetical") continue;
      if (above.modality === "hypothetical" && stance === "plan")
        return stance === "plan" && word !== "next" ? read("planned", word) : above;
      return fromStance(stance, false, word);
    }
    if ((relation === "acl" || relationOf(tree, child) === "acl:relcl") && child > noun) {
      const reading = fromClause(tree, child, sentenceEnd);
      if (!reading) continue;
      // "cancelled the summit that was planned for June".
      const above = fromGovernor(tree, noun, sentenceEnd, 0);
      return above.modality === "cancelled" || above.modality === "refused" || above.modality === "denied" ? above : reading;
    }
  }
  return null;
}

/** "talks planned for Monday", "a meeting to be held", "a summit that begins Sunday", "a visit, which was cancelled". */
function fromClause(tree: SyntaxTree, clause: number, sentenceEnd: number): ModalityReading | null {
  const word = lowerOf(tree, clause);
  const tag = pennTagOf(tree, clause);
  const isRelative = relationOf(tree, clause) === "acl:relcl";
  if (tag === "VBN" && !isRelative) {
    const stance = modifierStances.get(word) ?? (verbStances.get(word) === "cancel" ? "cancel" : undefined);
    return stance === undefined ? null : fromStance(stance, false, word);
  }
  if (tag === "VB" && !isRelative && happenings.has(word)) return read("planned", "to-be-held");
  if (!isRelative) return null;
  // Only where the meeting is what the clause is about.
  const subject = childBy(tree, clause, "nsubj", "nsubj:pass");
  const about = subject >= 0 && ["which", "that", "who"].includes(lowerOf(tree, subject));
  if (!about) return null;
  const stance = stanceOf(tree, clause);
  if (stance === "cancel" || stance === "plan") return compose(tree, clause, stance, false, sentenceEnd, 1);
  if (!happenings.has(word)) return null;
  const group = verbGroupOf(tree, clause);
  if (group.tense === "future") return read("planned", "which-will");
  if (group.tense === "present" && group.aspect === "simple") return read("planned", "which-begins");
  return null;
}

const happenings = new Set(
  "held take begin begins began start starts started open opens opened resume resumes resumed happen happens occur occurs take takes took place conducted".split(
    " ",
  ),
);

function fromGovernor(tree: SyntaxTree, noun: number, sentenceEnd: number, depth: number): ModalityReading {
  if (depth > 6) return read("held", "deep");
  let at = noun;
  while (baseRelation(tree, at) === "conj" && tagOf(tree, headOf(tree, at)) === "NOUN") at = headOf(tree, at);
  const governor = headOf(tree, at);
  const relation = baseRelation(tree, at);
  if (governor < 0 && childBy(tree, at, "cop") < 0) {
    // "Talks between A and B under way": a headline or a fragment.
    return hasFutureTime(tree, at)
      ? read("planned", "headline-future")
      : isQuestion(tree, at, sentenceEnd)
        ? read("hypothetical", "question")
        : read("held", "noun");
  }
  if (childBy(tree, at, "cop") >= 0) {
    // "is in talks with B".
    const own = clauseModality(tree, at, sentenceEnd, depth + 1);
    return own.modality === "held" ? read("ongoing", "in-talks") : own;
  }
  const preposition = lowerOf(tree, childrenBy(tree, at, "case").findLast((mark) => mark < at) ?? -1);
  if (relation === "obj" || relationOf(tree, at) === "nsubj:pass") return asObject(tree, governor, at, sentenceEnd, depth);
  if (relation === "nsubj") return asSubject(tree, governor, at, sentenceEnd);
  if (relation === "obl" || relation === "nmod" || relation === "advcl" || relation === "acl")
    return asCircumstance(tree, governor, at, preposition, sentenceEnd, depth);
  if (relation === "appos" || relation === "conj" || relation === "compound" || relation === "nmod:poss")
    return fromGovernor(tree, governor, sentenceEnd, depth + 1);
  if (isPredicate(tree, governor)) {
    const governing = clauseModality(tree, governor, sentenceEnd, depth + 1);
    if (governing.modality !== null && governing.modality !== "held") return governing;
  }
  return hasFutureTime(tree, at) ? read("planned", "noun-future") : read("held", "noun");
}

/** "cancelled talks", "held a meeting", "talks were postponed". */
function asObject(tree: SyntaxTree, verb: number, noun: number, sentenceEnd: number, depth: number): ModalityReading {
  const word = lowerOf(tree, verb);
  const stance = stanceOf(tree, verb);
  if (stance === "cancel") {
    const governing = clauseModality(tree, verb, sentenceEnd, depth + 1);
    if (governing.modality === "hypothetical" || governing.modality === "refused" || governing.modality === "denied")
      return read("planned", `may-${word}`);
    return read("cancelled", word);
  }
  if (stance === "refuse" || stance === "deny" || stance === "plan" || stance === "wish" || stance === "not")
    return compose(tree, verb, stance, false, sentenceEnd, depth);
  const governing = clauseModality(tree, verb, sentenceEnd, depth + 1);
  if (governing.modality === "held" && stance === "begin") {
    const group = verbGroupOf(tree, verb);
    if (pennTagOf(tree, verb) !== "VBG" || group.auxiliaries.length > 0) return read("ongoing", word);
    return read("held", word);
  }
  if (governing.modality !== null && governing.modality !== "held") {
    if (governing.modality === "ongoing" && !lightVerbs.has(word)) return read("held", `object:${word}`);
    return governing;
  }
  if (governing.modality === null) return governing;
  return hasFutureTime(tree, noun) && !lightVerbs.has(word) ? read("planned", "object-future") : governing;
}

/** "the talks have begun", "the meeting comes after", "talks are set to resume". */
function asSubject(tree: SyntaxTree, predicate: number, noun: number, sentenceEnd: number): ModalityReading {
  const stance = stanceOf(tree, predicate);
  if (stance === "plan" || stance === "cancel") {
    if (verbGroupOf(tree, predicate).voice === "passive" || tagOf(tree, predicate) === "ADJ" || setWords.has(lowerOf(tree, predicate))) {
      return compose(tree, predicate, stance, false, sentenceEnd, 1);
    }
  }
  const governing = clauseModality(tree, predicate, sentenceEnd, 1);
  const word = lowerOf(tree, predicate);
  if (governing.modality === "held" && verbGroupOf(tree, predicate).tense === "present" && stance === "begin")
    return read("planned", "begins");
  if (governing.modality === "ongoing" && !happenings.has(word) && word !== "taking" && word !== "continuing")
    return read("held", "subject");
  if (governing.modality === null) return read("held", "subject");
  return governing.modality === "held" && hasFutureTime(tree, noun) ? read("planned", "subject-future") : governing;
}

const setWords = new Set(["set", "due", "scheduled", "expected", "slated", "planned"]);

/** "after talks with", "ahead of a meeting", "for talks with", "in talks with", "plans for a summit". */
function asCircumstance(
  tree: SyntaxTree,
  governor: number,
  noun: number,
  preposition: string,
  sentenceEnd: number,
  depth: number,
): ModalityReading {
  const marked = preposition || lowerOf(tree, childBy(tree, noun, "mark"));
  const isNoun = tagOf(tree, governor) === "NOUN" && !isPredicate(tree, governor);
  if (
    marked === "before" ||
    marked === "until" ||
    marked === "ahead" ||
    (marked === "of" && lowerOf(tree, childBy(tree, noun, "case") - 1) === "ahead")
  )
    return read("planned", "before");
  if (marked === "without" || marked === "despite") return read(marked === "without" ? null : "held", marked);
  if (marked === "instead" || marked === "against") return read("refused", marked);
  if (isNoun) {
    const stance = nounStances.get(lowerOf(tree, governor));
    if (claims.has(lowerOf(tree, governor))) {
      const above = headOf(tree, governor);
      if (above >= 0 && (stanceOf(tree, above) === "deny" || rejectsClaims.has(lowerOf(tree, above))))
        return read("denied", "denied-report");
    }
    if (stance !== undefined && ["for", "of", "to", "on", "at", "about"].includes(marked)) {
      if (stance === "plan" || stance === "wish") {
        const determiner = lowerOf(tree, childBy(tree, governor, "det"));
        if (determiner === "no") return read("refused", "no-plans");
        const above = fromGovernor(tree, governor, sentenceEnd, depth + 1);
        if (above.modality === "refused" || above.modality === "cancelled" || above.modality === "denied") return above;
      }
      return fromStance(stance, false, lowerOf(tree, governor));
    }
    if (marked === "after" || marked === "following" || marked === "during" || marked === "since") {
      const above = fromGovernor(tree, governor, sentenceEnd, depth + 1);
      return above.modality === "planned" ? read("planned", "after-future") : read("held", "after");
    }
    const above = fromGovernor(tree, governor, sentenceEnd, depth + 1);
    return above.modality === null || above.modality === "cancelled" ? read("held", "noun") : above;
  }
  if ((marked === "after" || marked === "following") && hasFutureTime(tree, noun)) return read("planned", "after-future");
  if (marked === "after" || marked === "following" || marked === "since") {
    const governing = clauseModality(tree, governor, sentenceEnd, depth + 1);
    return governing.modality === "planned" ? read("planned", "after-future") : read("held", "after");
  }
  const stance = stanceOf(tree, governor);
  const group = verbGroupOf(tree, governor);
  if (marked === "for" || marked === "to" || (marked === "on" && isVisitNoun(tree, noun))) {
    if (stance === "refuse" || stance === "deny" || stance === "cancel" || stance === "plan")
      return compose(tree, governor, stance, false, sentenceEnd, depth);
    if (stance === "wish" && marked !== "on") return compose(tree, governor, stance, false, sentenceEnd, depth);
    if (
      marked === "on" &&
      childBy(tree, governor, "cop") < 0 &&
      /^(?:left|leaves|leave|leaving|departed|embarked|set)$/u.test(lowerOf(tree, governor))
    )
      return read("ongoing", "left-on");
    const governing = clauseModality(tree, governor, sentenceEnd, depth + 1);
    if (governing.modality !== null && governing.modality !== "held")
      return governing.modality === "ongoing" && marked === "for" ? read("planned", "for") : governing;
    if (marked === "for") {
      if (stance === "move" || tagOf(tree, governor) !== "VERB")
        return read(/^arriv|^land/u.test(lowerOf(tree, governor)) && isVisitNoun(tree, noun) ? "ongoing" : "planned", "for");
      return read("held", "for");
    }
    return read("held", marked);
  }
  if (marked === "in" && tagOf(tree, noun) === "NOUN" && childBy(tree, noun, "cop") >= 0) return read("ongoing", "in-talks");
  if (stance === "refuse" && (marked === "in" || marked === "at" || marked === "with")) return read("refused", "refused-in");
  if (
    stance === "wish" &&
    (marked === "in" || marked === "with" || marked === "into") &&
    group.voice === "active" &&
    wishesMeetings.has(lowerOf(tree, governor))
  ) {
    return compose(tree, governor, stance, false, sentenceEnd, depth);
  }
  // "commented on the talks", "spoke of a meeting": what is said of a meeting, or not said, does not change it.
  if (["on", "about", "over", "of", "from", "with"].includes(marked) && !openingVerbs.has(lowerOf(tree, governor)))
    return hasFutureTime(tree, noun) ? read("planned", "noun-future") : read("held", "noun");
  const governing = clauseModality(tree, marked === "during" ? finiteAbove(tree, governor) : governor, sentenceEnd, depth + 1);
  if (governing.modality !== null && governing.modality !== "held") {
    if (governing.modality === "ongoing" && marked !== "in" && marked !== "into") return read("held", "noun");
    if (governing.modality === "denied" && marked !== "in" && marked !== "at") return read("held", "noun");
    return governing;
  }
  if (lowerOf(tree, governor) === "engaged" && group.tense === "present") return read("ongoing", "engaged-in");
  return hasFutureTime(tree, noun) || hasFutureTime(tree, governor) ? read("planned", "noun-future") : read("held", "noun");
}

/** "met B to discuss trade during a visit": what happens during the visit is the finite clause, not its purpose. */
function finiteAbove(tree: SyntaxTree, verb: number): number {
  let at = verb;
  for (let steps = 0; steps < 6; steps += 1) {
    const above = headOf(tree, at);
    if (above < 0 || pennTagOf(tree, at) !== "VB" || childBy(tree, at, "aux") >= 0 || !["advcl", "acl"].includes(baseRelation(tree, at)))
      return at;
    at = above;
  }
  return at;
}

const openingVerbs = new Set(
  "begin begins began begun start starts started open opens opened end ends ended conclude concludes concluded continue continues continued left back return returned".split(
    " ",
  ),
);

const wishesMeetings = new Set("try tries tried trying want wants wanted seek seeks sought hope hopes hoped".split(" "));

function isVisitNoun(tree: SyntaxTree, noun: number): boolean {
  return /^(?:visit|trip|tour)$/u.test(lowerOf(tree, noun));
}
