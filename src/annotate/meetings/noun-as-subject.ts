/** Whether a meeting took place that a noun names as the subject of its clause: "the talks have begun", "the meeting fell through". */
import { childBy, childrenBy, lowerOf, type SyntaxTree, tagOf } from "../syntax/syntax-tree.ts";
import { hasNegation, verbGroupOf } from "../syntax/verb-groups.ts";
import { clauseModality, compose } from "./clause-modality.ts";
import { hasFutureTime } from "./clause-times.ts";
import { mediating, nounCues } from "./meeting-cues.ts";
import { type ModalityReading, read, stanceOf } from "./modality-stances.ts";
import { modifierStances, nounStances } from "./modality-words.ts";
import { happenings } from "./noun-clauses.ts";
import { transparent } from "./outermost-noun.ts";

/** "the talks have begun", "the meeting comes after", "talks are set to resume". */
export function asSubject(tree: SyntaxTree, predicate: number, noun: number, sentenceEnd: number): ModalityReading {
  const stance = stanceOf(tree, predicate);
  if (stance === "plan" || stance === "cancel") {
    if (verbGroupOf(tree, predicate).voice === "passive" || tagOf(tree, predicate) === "ADJ" || setWords.has(lowerOf(tree, predicate))) {
      return compose(tree, predicate, stance, false, sentenceEnd, 1);
    }
  }
  const governing = clauseModality(tree, predicate, sentenceEnd, 1);
  const word = lowerOf(tree, predicate);
  // "talks with B have not produced an agreement": what they did not do, they did not do while they were held.
  if (governing.modality === "denied" && childBy(tree, predicate, "obj") > predicate && outcomes.test(word))
    return read("held", "no-outcome");
  // "talks depend on whether they stop".
  if (/^(?:depend|hinge)s?$/u.test(word) && governing.modality === "held") return read("hypothetical", word);
  // "the meeting fell through", "plans for talks collapsed".
  const isPlan = nounStances.get(lowerOf(tree, noun)) === "plan";
  const fails = fellThrough(tree, predicate) || (isPlan && /^(?:collapsed|foundered|failed|unravel(?:l?ed)|crumbled)$/u.test(word));
  if (fails && governing.modality === "held") return read("cancelled", word);
  // "the talks did not go ahead", "a planned meeting did not take place": what had been meant to be.
  if (governing.modality === "denied" && (isShelved(tree, predicate) || (isHappening(tree, predicate) && isMeantToBe(tree, noun))))
    return read("cancelled", "not-gone-ahead");
  // "a meeting remains unlikely", "talks seem possible".
  // "her motive for a meeting is unclear": not the meeting.
  const isOwn = nounCues.has(lowerOf(tree, noun)) || transparent.has(lowerOf(tree, noun)) || nounStances.has(lowerOf(tree, noun));
  const isOpen = isOwn && [predicate, ...childrenBy(tree, predicate, "xcomp")].some((child) => openWords.test(lowerOf(tree, child)));
  if (isOpen && governing.modality !== "planned") return read("hypothetical", "may-be");
  // "a meeting was not on the agenda", "is in the offing".
  const isListed = agendas.test(word) && /^(?:on|in)$/u.test(lowerOf(tree, childBy(tree, predicate, "case")));
  if (isListed) return hasNegation(tree, predicate) ? read("refused", "not-on-agenda") : read("planned", "on-agenda");
  // "talks are under way", "are in progress".
  const isUnderWay =
    /^(?:underway|way|progress)$/u.test(word) &&
    (word === "underway" || /^(?:under|in)$/u.test(lowerOf(tree, childBy(tree, predicate, "case"))));
  const group = verbGroupOf(tree, predicate);
  if (isUnderWay && governing.modality === "held" && group.tense === "present") return read("ongoing", "under-way");
  if (governing.modality === "held" && group.tense === "present" && stance === "begin")
    return group.aspect === "perfect" || (isGoingOn(word) && !hasFutureTime(tree, predicate) && !hasFutureTime(tree, noun))
      ? read("ongoing", "have-begun")
      : read("planned", "begins");
  const goesOn = happenings.has(word) || goingOn.test(word) || mediating.test(word);
  if (governing.modality === "ongoing" && !goesOn) return read("held", "subject");
  if (governing.modality === null) return read("held", "subject");
  return governing.modality === "held" && hasFutureTime(tree, noun) ? read("planned", "subject-future") : governing;
}

const outcomes =
  /^(?:produced?|yield(?:ed)?|br(?:ing|ought)|achieved?|reach(?:ed)?|resolved?|settled?|eased?|end(?:ed)?|made|make|include|included)$/u;

/** "talks continue": what goes on has begun. */
function isGoingOn(word: string): boolean {
  return word === "continue" || word === "continues";
}

function fellThrough(tree: SyntaxTree, verb: number): boolean {
  return /^f(?:ell|all|alls|allen)$/u.test(lowerOf(tree, verb)) && lowerOf(tree, verb + 1) === "through";
}

/** "go ahead", "go forward", "come off", "materialise", of what then did not. */
function isShelved(tree: SyntaxTree, verb: number): boolean {
  const [word, next] = [lowerOf(tree, verb), lowerOf(tree, verb + 1)];
  if (/^materiali[sz]ed?$/u.test(word)) return true;
  return (/^(?:go|gone|going)$/u.test(word) && /^(?:ahead|forward)$/u.test(next)) || (/^com(?:e|ing)$/u.test(word) && next === "off");
}

function isHappening(tree: SyntaxTree, verb: number): boolean {
  return /^(?:tak(?:e|en|ing)|happen(?:ed)?|occur(?:red)?|held)$/u.test(lowerOf(tree, verb));
}

/** "a planned meeting", "talks scheduled for Monday". */
function isMeantToBe(tree: SyntaxTree, noun: number): boolean {
  return childrenBy(tree, noun, "amod", "acl").some((child) => modifierStances.get(lowerOf(tree, child)) === "plan");
}

const openWords = /^(?:un)?(?:likely|possible|thinkable|imaginable|conceivable|certain|clear)$/u;
const goingOn = /^(?:taking|continuing|nearing|progressing|advancing|proceeding|dragging|stalling|going)$/u;
/** Where what is to come stands. */
export const agendas = /^(?:agenda|schedule|itinerary|calendar|cards|offing|works|pipeline|programme|program)$/u;
const setWords = new Set(["set", "due", "scheduled", "expected", "slated", "planned"]);
