/**
 * Whether the meeting that a noun stands for took place: from its own modifiers ("planned talks", "a summit to be held"), then from
 * what it is the subject, object or circumstance of ("cancelled talks", "after a meeting", "plans for a visit").
 */
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
import { hasNegation, isPredicate, verbGroupOf } from "../syntax/verb-groups.ts";
import { attitudeTo } from "./attitudes.ts";
import { clauseModality, compose, ofAttitude } from "./clause-modality.ts";
import { isInstead, isQuestion, isResolvedOn } from "./clause-shapes.ts";
import { hasFutureTime, hasOwnDay, isDay, lastsDays } from "./clause-times.ts";
import { lightVerbs, mediating } from "./meeting-cues.ts";
import {
  claims,
  fromStance,
  isCalledFalse,
  isRebuffed,
  isRejection,
  isUnanswered,
  type ModalityReading,
  read,
  stanceOf,
} from "./modality-stances.ts";
import { modifierStances, nounStances, termNouns } from "./modality-words.ts";
import { agendas, asSubject } from "./noun-as-subject.ts";
import { finiteAbove, fromClause, hasCommaBetween, isMoved, isSetOff, isUndone, isVisitNoun, tellsWhatToRaise } from "./noun-clauses.ts";
import { outermostNoun, transparent, verbOfGuest } from "./outermost-noun.ts";

/** Modality of a noun of meeting: its own modifiers, then what it is the subject, object or circumstance of. */
export function modalityOfNoun(tree: SyntaxTree, cue: number, sentenceEnd: number): ModalityReading {
  const noun = outermostNoun(tree, cue);
  if (isInstead(tree, cue)) return read("refused", `${lowerOf(tree, cue - 2)}-of`);
  for (const token of noun === cue ? [cue] : [cue, noun]) {
    const reading = fromModifiers(tree, token, sentenceEnd);
    if (reading) return reading;
  }
  return fromGovernor(tree, noun, sentenceEnd, 0);
}

/** "will follow recent trips to B": those lie behind. */
const gone = new Set("recent previous earlier past".split(" "));

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
      // "is not involved in any talks with B".
      if (word === "any" && isTakingPart(tree, headOf(tree, noun)) && hasNegation(tree, headOf(tree, noun)))
        return read("denied", "not-in-any");
      if (above.modality === "refused" || above.modality === "denied" || above.modality === "cancelled") return above;
      if (word === "no" && above.modality === "held" && above.decidedBy !== "noun") return read("denied", "no-meeting");
      return read(null, `${word}-meeting`);
    }
    if (relation === "amod" && gone.has(word) && childBy(tree, noun, "det") < 0) {
      const above = fromGovernor(tree, noun, sentenceEnd, 0);
      return above.modality === "planned" ? read("held", word) : above;
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

function isTakingPart(tree: SyntaxTree, verb: number): boolean {
  return /^(?:engaged|engaging|involved|participating|participated|taking|took|taken)$/u.test(lowerOf(tree, verb));
}

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
    // "is against talks with B".
    if (lowerOf(tree, childBy(tree, at, "case", "mark")) === "against")
      return read(hasNegation(tree, at) ? "hypothetical" : "refused", "is-against");
    // "is in talks with B".
    const own = clauseModality(tree, at, sentenceEnd, depth + 1);
    // "was in talks with B" is over, unless somebody only said so at the time.
    const wasSo = /^(?:was|were)$/u.test(lowerOf(tree, childBy(tree, at, "cop"))) && relation !== "ccomp";
    return own.modality === "held" && !wasSo ? read("ongoing", "in-talks") : own;
  }
  const preposition = lowerOf(tree, childrenBy(tree, at, "case").findLast((mark) => mark < at) ?? -1);
  // "ruled out meeting [xcomp] B".
  const isTakenAsClause = relation === "ccomp" || (relation === "xcomp" && (tagOf(tree, at) === "VERB" || preposition === ""));
  // "says no to talks [xcomp]".
  const answered = isTakenAsClause && lowerOf(tree, childBy(tree, at, "mark")) === "to" ? attitudeTo(tree, at, "to") : null;
  if (answered) return ofAttitude(tree, answered, sentenceEnd, depth);
  if (relation === "obj" || isTakenAsClause || relationOf(tree, at) === "nsubj:pass")
    return asObject(tree, governor, at, sentenceEnd, depth);
  if (relation === "nsubj") return asSubject(tree, governor, at, sentenceEnd);
  if (relation === "obl" || relation === "nmod" || relation === "advcl" || relation === "acl" || relation === "xcomp")
    return asCircumstance(tree, governor, at, preposition, sentenceEnd, depth);
  if (relation === "appos" || relation === "conj" || relation === "compound" || relation === "nmod:poss")
    return fromGovernor(tree, governor, sentenceEnd, depth + 1);
  if (isPredicate(tree, governor)) {
    const governing = clauseModality(tree, governor, sentenceEnd, depth + 1);
    if (governing.modality !== null && governing.modality !== "held") return governing;
  }
  return hasFutureTime(tree, at) ? read("planned", "noun-future") : read("held", "noun");
}

const naming = /^(?:call|describ|term|label|dub)/u;

/** "cancelled talks", "held a meeting", "talks were postponed". */
function asObject(tree: SyntaxTree, verb: number, noun: number, sentenceEnd: number, depth: number): ModalityReading {
  if (isMoved(tree, verb)) return read("planned", "moved");
  const word = lowerOf(tree, verb);
  const stance = stanceOf(tree, verb);
  // "held what he called encouraging talks": what is held; read also as what encourages them.
  if (lowerOf(tree, headOf(tree, verb)) === "what" && relationOf(tree, verb) === "acl:relcl" && naming.test(word))
    return fromGovernor(tree, headOf(tree, verb), sentenceEnd, depth + 1);
  if (/^(?:encouraging|promising)$/u.test(word) && childBy(tree, verb, "nsubj", "aux") < 0)
    return fromGovernor(tree, verb, sentenceEnd, depth + 1);
  // "broke off talks", "threatened to break off talks": they had begun.
  if (/^br[eo]ak|^broken$/u.test(word) && lowerOf(tree, childBy(tree, verb, "compound:prt")) === "off") return read("held", "broken-off");
  if (stance === "cancel") {
    const governing = clauseModality(tree, verb, sentenceEnd, depth + 1);
    if (governing.modality === "hypothetical" || governing.modality === "refused" || governing.modality === "denied")
      return read("planned", `may-${word}`);
    return read("cancelled", word);
  }
  // "A cleric opposes the premier's visit to B": it is not his to refuse.
  if (/^oppos/u.test(word) && childBy(tree, noun, "nmod:poss") >= 0 && !hasNegation(tree, verb)) return read("planned", "opposed");
  if (stance === "refuse" || stance === "deny" || stance === "plan" || stance === "wish" || stance === "not")
    return compose(tree, verb, stance, false, sentenceEnd, depth);
  const governing = clauseModality(tree, verb, sentenceEnd, depth + 1);
  // "Her schedule includes talks with B": what is to come.
  if (governing.modality === "held" && /^(?:includ|featur)/u.test(word)) {
    const isAhead = verbGroupOf(tree, verb).tense === "present" || agendas.test(lowerOf(tree, childBy(tree, verb, "nsubj")));
    if (isAhead) return read("planned", "programme");
  }
  // "The visit follows talks on Monday": what it follows lies behind.
  if (/^follows?$/u.test(word) && verbGroupOf(tree, verb).tense === "present") return read("held", "follows");
  if (governing.modality === "held" && stance === "begin") {
    const group = verbGroupOf(tree, verb);
    // "begins a visit on Monday": the present tense of programmes.
    if (group.tense === "present" && group.aspect === "simple" && childrenBy(tree, verb, "obl").some((time) => isDay(tree, time)))
      return read("planned", "begins");
    // "opened talks on Monday": that day they were held; "began a two-day visit on Monday" may still go on.
    if (pennTagOf(tree, verb) === "VBD" && hasOwnDay(tree, verb) && !lastsDays(tree, noun)) return read("held", `${word}-on-day`);
    if (pennTagOf(tree, verb) !== "VBG" || group.auxiliaries.length > 0) return read("ongoing", word);
    return read("held", word);
  }
  if (governing.modality !== null && governing.modality !== "held") {
    if (governing.modality === "ongoing" && !lightVerbs.has(word) && !mediating.test(word)) return read("held", `object:${word}`);
    return governing;
  }
  if (governing.modality === null) return governing;
  return hasFutureTime(tree, noun) && !lightVerbs.has(word) ? read("planned", "object-future") : governing;
}

/** "winds up her trip", in the simple present. */
function isClosing(tree: SyntaxTree, verb: number): boolean {
  if (!/^(?:winds?|wraps?|ends?|concludes?|closes?|finish(?:es)?)$/u.test(lowerOf(tree, verb)) || !isPredicate(tree, verb)) return false;
  const { tense, aspect } = verbGroupOf(tree, verb);
  return tense === "present" && aspect === "simple" && childrenBy(tree, verb, "obj").some((journey) => isVisitNoun(tree, journey));
}

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
  // "is in Chile on an official visit".
  if (marked === "on" && isVisitNoun(tree, noun) && /^(?:is|are)$/u.test(lowerOf(tree, childBy(tree, governor, "cop"))))
    return read("ongoing", "on-visit");
  if (
    marked === "before" ||
    marked === "until" ||
    marked === "ahead" ||
    (marked === "of" && lowerOf(tree, childBy(tree, noun, "case") - 1) === "ahead")
  )
    return read("planned", "before");
  // "winds up her trip with talks with B": today, or still to come.
  if (marked === "with" && isClosing(tree, isNoun ? headOf(tree, governor) : governor)) return read("planned", "closes");
  if (marked === "without" || marked === "despite") return read(marked === "without" ? null : "held", marked);
  const answer = isNoun ? headOf(tree, governor) : -1;
  const isDeniedReport = answer >= 0 && claims.has(lowerOf(tree, governor)) && isRejection(tree, answer);
  const attitude = isDeniedReport ? null : attitudeTo(tree, noun, marked);
  if (attitude) return ofAttitude(tree, attitude, sentenceEnd, depth);
  if (marked === "instead" || marked === "against") return read("refused", marked);
  if (isNoun) {
    const stance = nounStances.get(lowerOf(tree, governor));
    if (isDeniedReport) return read("denied", "denied-report");
    // "Reports of a meeting between A and B are false", "were confirmed".
    const said = claims.has(lowerOf(tree, governor)) && relationOf(tree, governor).startsWith("nsubj") ? headOf(tree, governor) : -1;
    if (said >= 0 && isCalledFalse(tree, said)) return read("denied", "denied-report");
    if (said >= 0 && lowerOf(tree, said) === "confirmed" && !hasNegation(tree, said)) return read("held", "confirmed-report");
    if (stance !== undefined && ["for", "of", "to", "on", "at", "about"].includes(marked)) {
      if (stance === "plan" || stance === "wish") {
        const determiner = lowerOf(tree, childBy(tree, governor, "det"));
        if (determiner === "no") return read("refused", "no-plans");
        const above = fromGovernor(tree, governor, sentenceEnd, depth + 1);
        // "dismissed a call for a meeting": nothing is denied, it is turned down.
        if (above.modality === "denied" && stance === "wish") return read("refused", above.decidedBy);
        // "rejected the conditions for talks": not the talks.
        if (above.modality === "refused" && termNouns.test(lowerOf(tree, governor))) return read("hypothetical", lowerOf(tree, governor));
        if (above.modality === "refused" || above.modality === "cancelled" || above.modality === "denied") return above;
      }
      return fromStance(stance, false, lowerOf(tree, governor));
    }
    // "invited the minister for talks", with the phrase hung on the guest.
    const inviting = marked === "for" && baseRelation(tree, governor) === "obj" ? headOf(tree, governor) : -1;
    if (inviting >= 0 && stanceOf(tree, inviting) === "plan") return compose(tree, inviting, "plan", false, sentenceEnd, depth);
    // "will join officials from forty countries for a meeting".
    const joins = marked === "for" ? verbOfGuest(tree, governor) : -1;
    if (/^join/u.test(lowerOf(tree, joins))) return clauseModality(tree, joins, sentenceEnd, depth + 1);
    if (marked === "since") return read("held", "since");
    // "urged her to release the tapes of his conversation with B": who has tapes of it has held it.
    if (marked === "of" && recordNouns.test(lowerOf(tree, governor))) return read("held", "record-of");
    if (marked === "after" || marked === "following" || marked === "during") {
      const above = fromGovernor(tree, governor, sentenceEnd, depth + 1);
      return above.modality === "planned" ? read("planned", "after-future") : read("held", "after");
    }
    // "brief officials on his talks with B": the briefing is to come, the talks were.
    if (["on", "about", "over"].includes(marked) && !transparent.has(lowerOf(tree, governor)))
      return hasFutureTime(tree, noun) ? read("planned", "noun-future") : read("held", "matter");
    // "discussed their relations in a meeting": a circumstance of the verb.
    const within = ["in", "at", "during"].includes(marked) && baseRelation(tree, governor) === "obj" ? headOf(tree, governor) : -1;
    if (within >= 0 && /^discuss/u.test(lowerOf(tree, within))) {
      const discussed = clauseModality(tree, within, sentenceEnd, depth + 1);
      return discussed.modality === "refused" && isGiven(tree, noun) ? read("held", "noun") : discussed;
    }
    const above = fromGovernor(tree, governor, sentenceEnd, depth + 1);
    // "details of the talks were not known": what is denied of the details is not denied of the talks.
    const isMatter = above.modality === "denied" || above.modality === "refused";
    if (isMatter && !transparent.has(lowerOf(tree, governor)) && !claims.has(lowerOf(tree, governor))) return read("held", "noun");
    return above.modality === null || above.modality === "cancelled" ? read("held", "noun") : above;
  }
  if ((marked === "after" || marked === "following") && hasFutureTime(tree, noun)) return read("planned", "after-future");
  // "after a visit by B [obl] was put off": with a verb of its own behind it.
  if (noun < governor && isUndone(tree, governor)) return compose(tree, governor, "cancel", false, sentenceEnd, depth);
  // "flew home after a meeting [obl] with B was called off [advcl]": a verb without a subordinator takes up what stands behind "after".
  const undone = isNoun
    ? undefined
    : childrenBy(tree, governor, "advcl", "conj").find(
        (verb) => verb > noun && isUndone(tree, verb) && childBy(tree, verb, "mark", "cc") < 0 && tree.tokens[verb - 2]?.text !== ",",
      );
  if (undone !== undefined) return read("cancelled", lowerOf(tree, undone));
  if (marked === "since") return read("held", "since");
  // "launches a new bid, with visits to A and B": as far off as what they belong to.
  if (marked === "with" && tree.tokens[childBy(tree, noun, "case") - 1]?.text === ",") {
    const whole = clauseModality(tree, governor, sentenceEnd, depth + 1);
    return whole.modality === "held" && verbGroupOf(tree, governor).tense === "present" ? read("planned", "as-part") : whole;
  }
  if (marked === "after" || marked === "following") {
    // "have pledged to help, following a meeting": behind a comma it is the pledge that came after.
    if (isSetOff(tree, noun) && pennTagOf(tree, governor) === "VB") return read("held", "after");
    const governing = clauseModality(tree, governor, sentenceEnd, depth + 1);
    // "will strike after talks [obl] between A and B ended [conj]": with a verb of its own, in the past.
    const isOver = childrenBy(tree, governor, "conj", "advcl").some(
      (verb) =>
        verb > noun && pennTagOf(tree, verb) === "VBD" && childBy(tree, verb, "cc", "mark") < 0 && !hasCommaBetween(tree, noun, verb),
    );
    const isAhead = governing.modality === "planned" && !isOver && !isResolvedOn(tree, governor);
    return isAhead ? read("planned", "after-future") : read("held", "after");
  }
  const stance = stanceOf(tree, governor);
  const group = verbGroupOf(tree, governor);
  // "pulled out of talks with B", "withdrew from the talks".
  if (/^walk/u.test(lowerOf(tree, governor)) && !talksWord.test(lowerOf(tree, noun)) && group.tense === "past")
    return read("held", "walked-out");
  const isOut = marked === "of" && lowerOf(tree, childBy(tree, governor, "compound:prt")) === "out";
  if (leaving.test(lowerOf(tree, governor)) && (isOut || marked === "from" || childrenBy(tree, noun, "case").length > 1)) {
    // "threatened to pull out of talks": so far they are in them.
    if (/^(?:threat|warn)/u.test(lowerOf(tree, headOf(tree, governor)))) return read("ongoing", "may-leave-talks");
    const exit = clauseModality(tree, governor, sentenceEnd, depth + 1).modality;
    // "denied she had walked out of talks": she had been in them.
    if (exit === "denied") return read("held", "left-talks");
    return exit === "held" ? read("refused", "left-talks") : read("hypothetical", "left-talks");
  }
  // "invited B to dinner, but she turned him down".
  if ((marked === "to" || marked === "for") && /^invit/u.test(lowerOf(tree, governor)) && isRebuffed(tree, governor))
    return read("refused", "rebuffed");
  if ((marked === "to" || marked === "for") && /^invit/u.test(lowerOf(tree, governor)) && isUnanswered(tree, governor))
    return read("hypothetical", "unanswered");
  if (marked === "to" && /^invit/u.test(lowerOf(tree, governor))) return compose(tree, governor, "move", false, sentenceEnd, depth);
  // "was headed to a meeting with B".
  if (marked === "to" && headingTo.test(lowerOf(tree, governor))) return read("planned", "headed-to");
  // "called the chiefs to the palace for talks".
  if (marked === "for" && lowerOf(tree, governor).startsWith("call") && childBy(tree, governor, "obj") > governor)
    return compose(tree, governor, "move", false, sentenceEnd, depth);
  // "remained available for talks", "stands ready for talks".
  const state = marked === "for" ? childBy(tree, governor, "xcomp") : -1;
  if (tagOf(tree, state) === "ADJ" && stanceOf(tree, state) === "wish") return read("hypothetical", lowerOf(tree, state));
  if (marked === "for" || marked === "to" || (marked === "on" && isVisitNoun(tree, noun))) {
    // "no date has been set for talks": so far.
    const isUndated = stance === "plan" && /^(?:date|time|venue|place)$/u.test(lowerOf(tree, childBy(tree, governor, "nsubj:pass")));
    if (isUndated && group.negated) return read("hypothetical", "no-date");
    if (stance === "refuse" || stance === "deny" || stance === "cancel" || stance === "plan")
      return compose(tree, governor, stance, false, sentenceEnd, depth);
    if (stance === "wish" && marked !== "on")
      return !group.negated && isRebuffed(tree, governor)
        ? read("refused", "rebuffed")
        : compose(tree, governor, stance, false, sentenceEnd, depth);
    if (
      marked === "on" &&
      childBy(tree, governor, "cop") < 0 &&
      /^(?:left|leaves|leave|leaving|departed|embarked|set|arrived|arrives|landed)$/u.test(lowerOf(tree, governor))
    )
      return read("ongoing", "left-on");
    const governing = clauseModality(tree, governor, sentenceEnd, depth + 1);
    if (governing.modality !== null && governing.modality !== "held")
      return governing.modality === "ongoing" && marked === "for" ? read("planned", "for") : governing;
    if (marked === "for") {
      // "was in Oslo on Monday for talks with B": what somebody was there for.
      const isPlace = tagOf(tree, governor) === "PROPN" || /^(?:in|on|at)$/u.test(lowerOf(tree, childBy(tree, governor, "case")));
      if (/^(?:was|were)$/u.test(lowerOf(tree, childBy(tree, governor, "cop"))) && isPlace) return read("held", "was-there-for");
      if (/^visited$/u.test(lowerOf(tree, governor)) && !isVisitNoun(tree, noun)) return read("held", "visited-for");
      // "gathered in Oslo for talks".
      if (/^(?:gathered|assembled|convened)$/u.test(lowerOf(tree, governor)) && group.tense === "past") return read("held", "gathered-for");
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
  // "the date depends on talks between A and B".
  if (/^(?:on|upon)$/u.test(marked) && /^(?:depend|hing)/u.test(lowerOf(tree, governor))) return read("hypothetical", "depends-on");
  if (["in", "at", "during"].includes(marked) && tellsWhatToRaise(tree, governor, noun)) return read("planned", "will-raise");
  const governing = clauseModality(tree, marked === "during" ? finiteAbove(tree, governor) : governor, sentenceEnd, depth + 1);
  if (governing.modality !== null && governing.modality !== "held") {
    if (governing.modality === "ongoing" && marked !== "in" && marked !== "into") return read("held", "noun");
    // "failed to agree at a meeting": only who did not take part was not there.
    const isAbsent = (marked === "in" || marked === "at") && attendance.test(lowerOf(tree, governor));
    if (governing.modality === "denied" && !isAbsent) return read("held", "noun");
    // "warned not to expect much during his talks": what is ruled out is not the talks.
    if (governing.modality === "refused" && isGiven(tree, noun) && !isAbsent) return read("held", "noun");
    return governing;
  }
  const isStill = childrenBy(tree, governor, "advmod").some((child) => /^(?:still|currently|now)$/u.test(lowerOf(tree, child)));
  if (/^(?:engaged|involved|locked|embroiled)$/u.test(lowerOf(tree, governor)) && (group.tense === "present" || isStill))
    return read("ongoing", "engaged-in");
  return hasFutureTime(tree, noun) || hasFutureTime(tree, governor) ? read("planned", "noun-future") : read("held", "noun");
}

/** What is left of a meeting that was held. */
const recordNouns =
  /^(?:tapes?|recordings?|transcripts?|minutes|notes|footage|videos?|photos?|photographs?|pictures|memor(?:y|ies)|recollections?)$/u;

/** "his talks", "this week's meeting", "the meeting": whoever will not speak at it does not refuse it. */
function isGiven(tree: SyntaxTree, noun: number): boolean {
  return childBy(tree, noun, "nmod:poss") >= 0 || lowerOf(tree, childBy(tree, noun, "det")) === "the";
}

const attendance = /^(?:participat|engag|tak|took|appear|join|sit|sat|show|turn|gather|meet|met|hold|held|spe[an]|be$|been$)/u;
const leaving = /^(?:pull(?:s|ed|ing)?|withdr[ae]ws?|withdrawn|withdrawing|walk(?:s|ed|ing)?|back(?:s|ed|ing)?)$/u;
/** Who walks out of a meeting was there; who walks out of talks may have left them for good. */
const talksWord = /^(?:talks|negotiations|dialogue)$/u;
const headingTo = /^(?:head(?:s|ed|ing)|en|route)$/u;

const openingVerbs = new Set(
  "begin begins began begun start starts started open opens opened end ends ended conclude concludes concluded continue continues continued left back return returned".split(
    " ",
  ),
);

const wishesMeetings = new Set("try tries tried trying want wants wanted seek seeks sought hope hopes hoped".split(" "));
