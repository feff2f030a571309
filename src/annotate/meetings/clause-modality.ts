/**
 * Whether a meeting took place, read off the trees: from the verb group of the word that evokes it outwards through the clauses and
 * nouns it hangs on. The nearest word that takes a stance decides; what governs the whole clause can still turn it around
 * ("denied that they plan to meet").
 */
import { baseRelation, childBy, childrenBy, headOf, lowerOf, pennTagOf, type SyntaxTree, tagOf } from "../syntax/syntax-tree.ts";
import { hasNegation, isPredicate, type VerbGroup, verbGroupOf } from "../syntax/verb-groups.ts";
import { type Attitude, attitudeTo } from "./attitudes.ts";
import { outwards } from "./clause-outwards.ts";
import {
  asksHow,
  firstOf,
  isBentOn,
  isDemanded,
  isHeadlineFuture,
  isInstead,
  isInvertedCondition,
  isLapsed,
  isPassiveInfinitive,
  isPerceived,
  isQuestion,
  isReported,
  isResolvedOn,
  isShown,
  isTaken,
  roundBefore,
  sharesBeTo,
  spendingIn,
  visitNouns,
} from "./clause-shapes.ts";
import { hasFutureTime, isProgramme, isRepeated, isSaying, tellsSinceWhen } from "./clause-times.ts";
import { nounCues } from "./meeting-cues.ts";
import { fromStance, isRebuffed, isUndergone, isWithout, isYetTo, type ModalityReading, read, stanceOf } from "./modality-stances.ts";
import { doubtAdverbs, habitWords, nounStances, type Stance, termNouns } from "./modality-words.ts";

/** Modality of the clause whose verb evokes a meeting. `sentenceEnd` is the token after the sentence. */
export function modalityOfVerb(tree: SyntaxTree, verb: number, sentenceEnd: number): ModalityReading {
  return clauseModality(tree, verb, sentenceEnd, 0);
}

export function clauseModality(tree: SyntaxTree, verb: number, sentenceEnd: number, depth: number): ModalityReading {
  if (depth > 8) return read("hypothetical", "deep");
  const group = verbGroupOf(tree, verb);
  if (isQuestion(tree, verb, sentenceEnd) && group.link?.kind !== "relative")
    return asksHow(tree, group) ? read("held", "question-how") : read("hypothetical", "question");
  const own = ownModality(tree, group, sentenceEnd, depth);
  return outwards(tree, verb, own, depth);
}

/** What the verb group and the governor of its infinitive or participle say. */
function ownModality(tree: SyntaxTree, group: VerbGroup, sentenceEnd: number, depth: number): ModalityReading {
  const { verb, negated, modal, tense, aspect, link } = group;
  const tag = isPassiveInfinitive(tree, group) || isDemanded(tree, group) ? "VB" : pennTagOf(tree, verb);
  for (const child of childrenBy(tree, verb, "advmod")) {
    const word = lowerOf(tree, child);
    if (habitWords.has(word) && !(word === "never" || word === "ever") && tense === "present") return read(null, "habit");
    if (doubtAdverbs.has(word)) return read("hypothetical", "adverb");
  }
  // "Ann and Bob talk every day", also where the verb is read as a base form.
  const isOwnVerb =
    tag !== "VB" || (tense === "none" && group.auxiliaries.length === 0 && childBy(tree, verb, "nsubj") >= 0 && link === null);
  if (
    isOwnVerb &&
    tense !== "past" &&
    aspect === "simple" &&
    modal === null &&
    (isRepeated(tree, verb) || isSaying(tree, verb)) &&
    tense !== "future"
  )
    return read(null, "habit");
  if (tense === "future") return negated ? read("refused", "future") : read("planned", "future");
  // "Had the general met the rebels, …": what did not happen.
  // "Had he not met them, …": that they met.
  if (isInvertedCondition(tree, verb)) return negated ? read("held", "had-not-inverted") : read("hypothetical", "had-inverted");
  // "said he would have met B had he been asked".
  if (modal === "would" && !aspect.startsWith("perfect") && isReported(tree, verb))
    return negated ? read("refused", "would-reported") : read("planned", "would-reported");
  if (modal !== null) {
    if (aspect.startsWith("perfect") && modal === "must") return read("held", "must-have");
    return negated && modal === "would" ? read("refused", "modal") : read("hypothetical", "modal");
  }
  // "was to have met B": it had been meant to be; "is said to have met B" is said to have been.
  if (
    tag === "VBN" &&
    lowerOf(tree, childBy(tree, verb, "mark")) === "to" &&
    childrenBy(tree, verb, "aux").some((child) => lowerOf(tree, child) === "have")
  ) {
    const isMeant = [headOf(tree, verb), ...group.auxiliaries].some((child) => ["was", "were"].includes(lowerOf(tree, child)));
    const isTold = link !== null && childBy(tree, link.governor, "aux:pass") >= 0;
    if (isMeant && !isTold) return read("cancelled", "was-to-have");
  }
  const hasSubjunctive =
    tag === "VB" && link !== null && link.marker !== "to" && link.kind === "complement" && group.auxiliaries.length === 0;
  // "is to meet A and receive B": the second verb shares "is to" with the first.
  if (tag === "VB" && sharesBeTo(tree, verb)) return read(negated ? "refused" : "planned", "be-to");
  // "are to meet": the auxiliary makes it finite, the "to" a plan.
  const marker = childBy(tree, verb, "mark");
  if (
    tag === "VB" &&
    marker >= 0 &&
    !isPassiveInfinitive(tree, group) &&
    lowerOf(tree, marker) === "to" &&
    group.auxiliaries.some((child) => beForms.has(lowerOf(tree, child)))
  ) {
    return read(negated ? "refused" : "planned", "be-to");
  }
  // "are to be received by B".
  if (
    pennTagOf(tree, verb) === "VBN" &&
    marker >= 0 &&
    lowerOf(tree, marker) === "to" &&
    group.auxiliaries.some((child) => lowerOf(tree, child) === "be") &&
    group.auxiliaries.some((child) => ["is", "are", "was", "were"].includes(lowerOf(tree, child)))
  )
    return read(negated ? "refused" : "planned", "be-to");
  const infinitive = tag === "VB" && tense === "none" && (childBy(tree, verb, "mark") >= 0 || link !== null);
  if (infinitive && !hasSubjunctive) return ofInfinitive(tree, verb, negated, sentenceEnd, depth);
  if (hasSubjunctive) {
    const stance = link === null ? undefined : stanceOf(tree, link.governor);
    return stance === undefined || stance === "do" || stance === "begin"
      ? ofInfinitive(tree, verb, negated, sentenceEnd, depth)
      : fromStance(stance, negated, "subjunctive");
  }
  // "is against meeting B".
  if (tag === "VBG" && childBy(tree, verb, "cop") >= 0 && lowerOf(tree, childBy(tree, verb, "mark", "case")) === "against")
    return read(negated ? "hypothetical" : "refused", "is-against");
  if (tag === "VBG" && tense === "none") return ofParticiple(tree, group, sentenceEnd, depth);
  const isBare = group.auxiliaries.every((token) => lowerOf(tree, token) === "having");
  if (tag === "VBN" && isBare && link !== null) return ofParticiple(tree, group, sentenceEnd, depth);
  if (tag === "VB" && tense === "none" && group.auxiliaries.length === 0 && baseRelation(tree, verb) !== "conj") {
    return childBy(tree, verb, "nsubj") >= 0 ? read("held", "bare") : read("hypothetical", "imperative");
  }
  // "have not met since the war", "have not held talks for three years": before that they did.
  if (negated && aspect === "perfect" && tellsSinceWhen(tree, verb)) return read(null, "not-since");
  // "never spoke to B again": of no meeting in particular; before that they had.
  const adverbs = childrenBy(tree, verb, "advmod").map((child) => lowerOf(tree, child));
  if (negated && adverbs.includes("never") && adverbs.includes("again")) return read(null, "never-again");
  // "had never met B until Monday".
  const isUntil = (child: number): boolean => lowerOf(tree, childBy(tree, child, "case", "mark")) === "until";
  // "Not until Monday did they meet", with the day read as a subject.
  if (negated && tense === "past" && childrenBy(tree, verb, "obl", "advcl", "nsubj").some(isUntil)) return read("held", "not-until");
  if (negated) return tense === "past" || aspect === "perfect" ? read("denied", "negated-past") : read(null, "negated-present");
  if (aspect === "progressive" && tense === "present")
    return hasFutureTime(tree, verb) || isPartOfPlan(tree, group, sentenceEnd, depth)
      ? read("planned", "progressive-future")
      : read("ongoing", "progressive");
  if (aspect === "perfect-progressive" && tense === "present") return read("ongoing", "perfect-progressive");
  if (tense === "present" && aspect === "simple") {
    const marker = link?.marker ?? null;
    if (marker !== null && whenMarkers.has(marker)) {
      const governing = link === null ? null : clauseModality(tree, link.governor, sentenceEnd, depth + 1);
      if (marker !== "as" && !hasFutureTime(tree, verb) && (governing?.modality === "planned" || governing?.modality === "hypothetical"))
        return read(governing.modality, "when-present");
      // "Shares fall after A meets B": the present of headlines tells what has happened.
      const isHeadline = marker === "after" && governing?.modality === "held" && tagOf(tree, sentenceEnd - 1) !== "PUNCT";
      return read(isHeadline || marker === "as" || marker === "while" ? "held" : "planned", "when-present");
    }
    return hasFutureTime(tree, verb) || isProgramme(tree, verb) ? read("planned", "present-future") : read("held", "present");
  }
  return read("held", "past");
}

/** "plans to see A before heading for Lima, where he is meeting B": what the traveller does there is as far off as the journey. */
function isPartOfPlan(tree: SyntaxTree, { verb, link }: VerbGroup, sentenceEnd: number, depth: number): boolean {
  if (link?.kind !== "relative" || !/^(?:he|she|they|it)$/u.test(lowerOf(tree, childBy(tree, verb, "nsubj")))) return false;
  return isPredicate(tree, link.governor) && clauseModality(tree, link.governor, sentenceEnd, depth + 1).modality === "planned";
}

const whenMarkers = new Set(["when", "once", "until", "till", "before", "as", "after", "while", "as soon as"]);

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
  // "has yet to meet", "are yet to meet": so far they have not.
  if (isYetTo(tree, verb, governor)) return read("hypothetical", "yet-to");
  // "repeated her pledge [obj] to meet [xcomp] B": the infinitive says what was pledged.
  const noun = relation === "xcomp" && tagOf(tree, governor) === "VERB" ? childBy(tree, governor, "obj") : -1;
  const nounStance = noun > governor && noun === at - 2 ? nounStances.get(lowerOf(tree, noun)) : undefined;
  if (nounStance === "plan" || nounStance === "refuse") {
    const answer = stanceOf(tree, governor);
    if (answer === "refuse" || answer === "cancel" || answer === "deny" || hasNegation(tree, governor))
      return nounStance === "plan"
        ? read("refused", `undone-${lowerOf(tree, noun)}`)
        : read("hypothetical", `undone-${lowerOf(tree, noun)}`);
    if (answer === "wish" && nounStance === "plan" && !negated) return read("hypothetical", lowerOf(tree, governor));
    return compose(tree, noun, nounStance, negated, sentenceEnd, depth);
  }
  // "had the honour to meet B", "after having a chance to talk to B": they did.
  if (isTaken(tree, governor)) {
    const above = headOf(tree, governor);
    if (lowerOf(tree, above) === "having") return read("held", `after-${lowerOf(tree, governor)}`);
    return clauseOf(tree, above, negated, sentenceEnd, depth, lowerOf(tree, governor));
  }
  const stance = stanceOf(tree, governor);
  const answer = stance === "plan" || stance === "wish" ? answerTo(tree, governor, negated, sentenceEnd, depth) : null;
  if (answer) return answer;
  // "went to see B": the way of saying that they met.
  if (/^(?:went|came)$/u.test(lowerOf(tree, governor)) && lowerOf(tree, verb) === "see" && verb - governor < 5)
    return clauseOf(tree, governor, negated, sentenceEnd, depth, "went-to-see");
  // "has no plans to meet", "without any intention of", "saw no reason to": nobody is set on it.
  const isOwnWill = stance === "plan" || /^(?:reason|need|desire|wish|interest|point)$/u.test(lowerOf(tree, governor));
  if (isOwnWill && tagOf(tree, governor) === "NOUN" && isWithout(tree, governor)) return read("refused", `no-${lowerOf(tree, governor)}`);
  // "is to meet": the copula is an auxiliary of the infinitive.
  // "had been due to meet B": what had been meant to be, and was not.
  if (isLapsed(tree, governor)) return read("cancelled", `had-been-${lowerOf(tree, governor)}`);
  const be = childrenBy(tree, verb, "aux", "cop").find((child) => beForms.has(lowerOf(tree, child)));
  if (be !== undefined && childBy(tree, verb, "nsubj", "nsubj:pass") >= 0) return read(negated ? "refused" : "planned", "be-to");
  // "is on his way to Lima to meet B"; "looked for a way to meet B" leaves it open.
  if (lowerOf(tree, governor) === "way")
    return lowerOf(tree, childBy(tree, governor, "case")) === "on" ? read("planned", "on-the-way") : read("hypothetical", "way");
  if (stance === undefined) {
    const first = firstOf(tree, governor, at);
    if (first >= 0) return ofFirst(tree, first, sentenceEnd, depth);
    // "is in Chile on a visit to meet B", "cancelled a trip to meet B".
    if (relation === "acl" && visitNouns.has(lowerOf(tree, governor))) {
      const answer = stanceOf(tree, headOf(tree, governor));
      const isUndone = answer === "cancel" || answer === "refuse";
      return isUndone ? compose(tree, headOf(tree, governor), answer, negated, sentenceEnd, depth) : read("planned", "visit-to");
    }
    // "Minister to meet union leaders": a headline's future.
    if (isHeadlineFuture(tree, verb, governor, sentenceEnd)) return read("planned", "headline-infinitive");
    if (tagOf(tree, governor) === "NOUN" || tagOf(tree, governor) === "PRON") {
      if (relation === "acl") return hasFutureTime(tree, verb) ? read("planned", "noun-to") : read("hypothetical", "noun-to");
      return read("hypothetical", "noun-to");
    }
    if (beForms.has(lowerOf(tree, governor))) return read(negated ? "refused" : "planned", "be-to");
    // "made a visit to Oslo to meet B".
    if (relation === "advcl" && childrenBy(tree, governor, "obj").some((object) => visitNouns.has(lowerOf(tree, object))))
      return compose(tree, governor, "move", negated, sentenceEnd, depth);
    // "was in Cairo on Thursday to meet B": what somebody was there for.
    if (["advcl", "acl"].includes(relation) && childBy(tree, governor, "cop") >= 0 && childBy(tree, governor, "case") >= 0)
      return read("planned", "there-to");
    // "has to discuss it with B": what is still to come.
    if (relation === "xcomp" && /^ha(?:s|ve)$/u.test(lowerOf(tree, governor)) && childBy(tree, governor, "obj") < 0)
      return read("hypothetical", "has-to");
    // "has the authority to hold talks": the infinitive says what the noun is for; "told B to hold talks", what B is to do.
    const object = childBy(tree, governor, "obj", "iobj");
    if (relation === "xcomp" && object > governor && object < at) return read("hypothetical", "object-to");
    if (relation === "xcomp") return clauseOf(tree, governor, negated, sentenceEnd, depth, "xcomp");
    return hasFutureTime(tree, verb) ? read("planned", "purpose-future") : read("hypothetical", "purpose");
  }
  if (stance === "wish" && !negated && isRebuffed(tree, governor)) return read("refused", "rebuffed");
  // "agreed to allow B to meet C".
  const agreed = /^(?:allow|let|permit|enable)$/u.test(lowerOf(tree, governor)) && baseRelation(tree, governor) === "xcomp";
  if (agreed && /^agree[sd]?$/u.test(lowerOf(tree, headOf(tree, governor))))
    return compose(tree, headOf(tree, governor), "plan", negated, sentenceEnd, depth);
  // "suspended his campaign to visit B": what it made room for, unlike "cancelled a trip to visit B".
  const isRoomMade = stance === "cancel" && relation === "advcl" && !childrenBy(tree, governor, "obj").some(isJourneyOrPlan(tree));
  if (isRoomMade && childBy(tree, governor, "obj") >= 0) return compose(tree, governor, "move", negated, sentenceEnd, depth);
  return compose(tree, governor, stance, negated, sentenceEnd, depth);
}

function isJourneyOrPlan(tree: SyntaxTree): (object: number) => boolean {
  return (object) => visitNouns.has(lowerOf(tree, object)) || nounStances.has(lowerOf(tree, object)) || nounCues.has(lowerOf(tree, object));
}

/** "rebuffed an invitation to meet", "cancelled plans to meet", "rejected the idea of meeting": what came of an offer or a plan. */
function answerTo(tree: SyntaxTree, noun: number, negated: boolean, sentenceEnd: number, depth: number): ModalityReading | null {
  const above = tagOf(tree, noun) === "NOUN" && isUndergone(tree, noun) ? headOf(tree, noun) : -1;
  const answer = above < 0 ? undefined : stanceOf(tree, above);
  if (answer === "deny") return compose(tree, above, "refuse", negated, sentenceEnd, depth);
  // "accepted an offer to meet B".
  if (/^accept/u.test(lowerOf(tree, above)) && !negated) return compose(tree, above, "plan", negated, sentenceEnd, depth);
  // "is considering plans to meet B".
  if (answer === "wish" && !negated && !hasNegation(tree, above)) return read("hypothetical", lowerOf(tree, above));
  return answer === "refuse" || answer === "cancel" ? compose(tree, above, answer, negated, sentenceEnd, depth) : null;
}

/** "is the first to meet B" and "was the last to" tell of what happened; "will be the first to" of what is to come. */
function ofFirst(tree: SyntaxTree, noun: number, sentenceEnd: number, depth: number): ModalityReading {
  const predicate = isPredicate(tree, noun) ? noun : headOf(tree, noun);
  if (predicate < 0 || !isPredicate(tree, predicate)) return read("held", "first-to");
  const above = clauseModality(tree, predicate, sentenceEnd, depth + 1);
  return above.modality === "ongoing" ? read("held", "first-to") : above;
}

const beForms = new Set(["is", "are", "was", "were", "be", "am", "'s", "'re"]);

/** The stance of a governor together with how sure its own clause is: "may agree to meet" stays open, "did not agree to" is a refusal. */
export function compose(
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
  // "had never announced a visit": no word on the visit itself.
  if (group.negated && telling.test(word)) return read(null, `not-${word}`);
  // "did not need to meet B": nobody declines, and they may have met.
  if (group.negated && /^needs?$|^needed$/u.test(word)) return read("hypothetical", `not-${word}`);
  if (group.negated)
    return stance === "refuse" || stance === "not" || stance === "deny"
      ? read("hypothetical", `not-${word}`)
      : read("refused", `not-${word}`);
  // "was able to meet B", "were allowed to meet them": they did.
  if (stance === "wish" && group.tense === "past" && group.modal === null && enabled.test(word)) return read("held", word);
  if (stance === "move") {
    const outerReading = clauseModality(tree, governor, sentenceEnd, depth + 1);
    // "visited Lima to discuss trade with B": what the visit was for.
    if (word === "visited" && outerReading.decidedBy === "past") return read("held", "visited-to");
    return outerReading.modality === "hypothetical" ||
      outerReading.modality === "cancelled" ||
      outerReading.modality === "refused" ||
      outerReading.modality === "denied"
      ? outerReading
      : read("planned", `${word}-to`);
  }
  if (stance === "refuse" || stance === "deny") {
    // "refuses to rule out talks", "declined to reject a meeting".
    const keeper = baseRelation(tree, governor) === "xcomp" ? headOf(tree, governor) : -1;
    if (stance === "refuse" && keeper >= 0 && stanceOf(tree, keeper) === "refuse" && !hasNegation(tree, keeper))
      return read("hypothetical", `unrefused-${word}`);
    // "threatened to boycott talks": so far they stand.
    if (/^threat/u.test(lowerOf(tree, headOf(tree, governor))) && pennTagOf(tree, governor) === "VB") return read("planned", `may-${word}`);
    if (group.modal !== null || pennTagOf(tree, governor) === "VB")
      return read(group.modal === "would" || group.tense === "future" ? "refused" : stance === "refuse" ? "refused" : "denied", word);
    return fromStance(stance, negated, word);
  }
  // "refuses even to consider talks".
  const isRefused = stance === "wish" && baseRelation(tree, governor) === "xcomp" && stanceOf(tree, headOf(tree, governor)) === "refuse";
  if (isRefused && !hasNegation(tree, headOf(tree, governor))) return read("refused", word);
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

/** "is interested in", "is opposed to", "paved the way for": as the words say, and as the clause around them turns it. */
export function ofAttitude(tree: SyntaxTree, { word, stance }: Attitude, sentenceEnd: number, depth: number): ModalityReading {
  const why = lowerOf(tree, word);
  if (tagOf(tree, word) !== "NOUN") return compose(tree, word, stance, false, sentenceEnd, depth);
  // "rejected any conditions for talks": not the talks.
  if (termNouns.test(why)) return read("hypothetical", why);
  const above = isUndergone(tree, word) ? stanceOf(tree, headOf(tree, word)) : undefined;
  // "offered Lima as a venue for talks", "proposed an agenda for the summit".
  const offering = baseRelation(tree, word) === "obl" || isUndergone(tree, word) ? headOf(tree, word) : -1;
  if (stance === "plan" && offering >= 0 && stanceOf(tree, offering) === "wish") return read("hypothetical", lowerOf(tree, offering));
  if (stance === "refuse" || (above !== "refuse" && above !== "deny" && above !== "cancel")) return fromStance(stance, false, why);
  return read(above === "cancel" && stance === "plan" ? "cancelled" : "refused", why);
}

const enabled = /^(?:able|allowed|permitted|enabled)$/u;

const telling = /^(?:announc|confirm|disclos|reveal)(?:e|es|ed|s|ing)?$/u;

function clauseOf(tree: SyntaxTree, governor: number, negated: boolean, sentenceEnd: number, depth: number, why: string): ModalityReading {
  const governing = clauseModality(tree, governor, sentenceEnd, depth + 1);
  if (negated && governing.modality === "held") return read("denied", why);
  return read(governing.modality, `${why}:${governing.decidedBy}`);
}

/** "after meeting", "denied meeting", "before meeting", "officials meeting in Doha". */
function ofParticiple(tree: SyntaxTree, group: VerbGroup, sentenceEnd: number, depth: number): ModalityReading {
  const { verb, link, negated } = group;
  const kept = lowerOf(tree, childBy(tree, verb, "mark", "case")) === "from" ? headOf(tree, verb) : -1;
  // "was barred from contacting B".
  if (kept >= 0 && stanceOf(tree, kept) === "not" && !hasNegation(tree, kept)) return read("refused", lowerOf(tree, kept));
  // "looked forward to receiving B again": a wish, for all that is said of it.
  if (lowerOf(tree, verb - 1) === "to" && lowerOf(tree, verb - 2) === "forward") return read("hypothetical", "forward-to");
  // "is open to sitting down with B", "is averse to meeting B".
  if (lowerOf(tree, verb - 1) === "to" && isBentOn(tree, verb - 2)) return read("hypothetical", `${lowerOf(tree, verb - 2)}-to`);
  if (link === null) return hasFutureTime(tree, verb) ? read("planned", "participle-future") : read("held", "participle");
  if (isInstead(tree, verb)) return read("refused", `${lowerOf(tree, verb - 2)}-of`);
  const { governor, marker } = link;
  // "does not remember meeting B": neither that they met nor that they did not.
  if (/^(?:remember|recall|recollect)(?:s|ed)?$/u.test(lowerOf(tree, governor)) && hasNegation(tree, governor))
    return read(null, "not-remembered");
  if (marker === "without") return read(null, "without");
  const spending = marker === null ? spendingIn(tree, verb) : -1;
  if (spending >= 0) return clauseOf(tree, spending, negated, sentenceEnd, depth, "spent");
  if (marker === "after" || marker === "since" || marker === "following") {
    const governing = clauseModality(tree, governor, sentenceEnd, depth + 1);
    const isAhead = governing.modality === "planned" && (hasFutureTime(tree, verb) || !isResolvedOn(tree, governor));
    return isAhead ? read("planned", "after-future") : read("held", "after");
  }
  const round = marker === "before" ? roundBefore(tree, governor) : -1;
  if (round >= 0 && clauseModality(tree, round, sentenceEnd, depth + 1).decidedBy === "past") return read("held", "then");
  if (marker === "before" || marker === "until" || marker === "ahead of") return read("planned", "before");
  const attitude = marker === null ? null : attitudeTo(tree, verb, marker);
  if (attitude) return ofAttitude(tree, attitude, sentenceEnd, depth);
  if (marker === "instead of" || marker === "rather than" || marker === "against") return read("refused", marker);
  const stance =
    isPredicate(tree, governor) || tagOf(tree, governor) === "NOUN" || tagOf(tree, governor) === "ADJ"
      ? stanceOf(tree, governor)
      : undefined;
  const answer = stance === "plan" || stance === "wish" ? answerTo(tree, governor, negated, sentenceEnd, depth) : null;
  if (answer) return answer;
  // "has no intention of meeting B".
  if (stance === "plan" && tagOf(tree, governor) === "NOUN" && isWithout(tree, governor))
    return read("refused", `no-${lowerOf(tree, governor)}`);
  if (stance !== undefined && stance !== "move" && (link.kind === "complement" || marker !== null)) {
    if (link.kind === "complement" || tagOf(tree, governor) === "NOUN") return compose(tree, governor, stance, negated, sentenceEnd, depth);
  }
  // "denied ever meeting B", hung on the verb as a circumstance.
  if (stance === "deny" && marker === null && verb > governor && verb - governor < 4) {
    let at = governor + 1;
    while (at < verb && tree.tokens[at]?.text !== ",") at += 1;
    if (at === verb) return compose(tree, governor, stance, negated, sentenceEnd, depth);
  }
  if (link.kind === "participle") {
    // "talks held in Doha", "talks being held": as sure as the noun's own words say.
    const tag = pennTagOf(tree, verb);
    if (childrenBy(tree, verb, "aux:pass").some((child) => lowerOf(tree, child) === "being")) return read("ongoing", "being-held");
    // "will be among the leaders attending the summit".
    const isToBe = tag === "VBG" && isPredicate(tree, governor) && verbGroupOf(tree, governor).tense === "future";
    if (tag === "VBG" && isShown(tree, governor)) return read("held", "shown");
    // "Among those attending the talks were A and B".
    if (tag === "VBG" && /^w(?:as|ere)$/u.test(lowerOf(tree, childBy(tree, headOf(tree, governor), "cop"))))
      return read("held", "among-those");
    // "her reasons for meeting B": given as done.
    if (tag === "VBG" && marker !== null && /^(?:for|of|about|in)$/u.test(marker) && tagOf(tree, governor) === "NOUN")
      return read("held", "matter");
    return tag === "VBG" && (isToBe || hasFutureTime(tree, verb))
      ? read("planned", "reduced-relative")
      : read(tag === "VBG" ? "ongoing" : "held", "reduced-relative");
  }
  if (!isPredicate(tree, governor) || isPerceived(tree, governor)) return read("held", "participle");
  const governing = clauseModality(tree, governor, sentenceEnd, depth + 1);
  if (governing.modality === "planned" || governing.modality === "hypothetical" || governing.modality === "ongoing")
    return read(governing.modality, "main-clause");
  return read("held", "participle");
}
