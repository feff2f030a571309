/** Verbs that tell of a meeting only together with other words: "shook hands with B", "dropped in on B", "got B on the phone". */
import { objectsOf } from "../syntax/clause-subjects.ts";
import { childBy, childrenBy, lowerOf, tagOf } from "../syntax/syntax-tree.ts";
import { subjectParties } from "./contact-sides.ts";
import { dealReaders } from "./deal-phrases.ts";
import { guestsAmong } from "./guests-and-hosts.ts";
import { nounCues } from "./meeting-cues.ts";
import { metBy } from "./objects-met.ts";
import { isPress, type Party, type PartyContext } from "./party-context.ts";
import { agentParties, partiesBehind } from "./phrase-sides.ts";
import { toWord, withOrTo, withWord } from "./prepositions.ts";
import {
  besideVerb,
  forms,
  guestsOf,
  isSomebody,
  onWord,
  phrase,
  type Reader,
  type SetPhrase,
  takesWithIn,
  withSomebody,
} from "./set-phrase-parts.ts";
import { seats } from "./sightings.ts";

/** "shook hands with B", "A and B shook hands", "shook B's hand". */
function shakeHands(context: PartyContext, verb: number, [object = -1]: readonly number[]): SetPhrase | null {
  const { tree } = context;
  if (!/^hands?$/u.test(lowerOf(tree, object))) return null;
  const owner = childBy(tree, object, "nmod:poss");
  const sides = owner >= 0 ? metBy(context, [owner]) : besideVerb(context, verb, object, withWord);
  return phrase("in-person", "with", sides.filter(isSomebody(context)), owner < 0 && !takesWithIn(tree, [verb, object]));
}

/** "compared notes with B", "A and B compared notes", "traded views with B", "touched base with B". */
function compareNotes(context: PartyContext, verb: number, [object = -1]: readonly number[]): SetPhrase | null {
  const { tree } = context;
  if (!/^(?:notes|ideas|views|base)$/u.test(lowerOf(tree, object))) return null;
  // "traded views for votes".
  if (lowerOf(tree, object) !== "notes" && lowerOf(tree, object + 1) !== "with") return null;
  return withSomebody(context, "talks", verb, object);
}

/** "crossed paths with B", "A and B crossed paths". */
function crossPaths(context: PartyContext, verb: number, [object = -1]: readonly number[]): SetPhrase | null {
  return lowerOf(context.tree, object) === "paths" ? withSomebody(context, "in-person", verb, object) : null;
}

/** "checked in with B by phone", "weighed in by telephone with B": with somebody in particular, and the line is said. */
function byPhone(context: PartyContext, verb: number): SetPhrase | null {
  const { tree } = context;
  const line = childrenBy(tree, verb, "obl").find(
    (child) => /^(?:phone|telephone)$/u.test(lowerOf(tree, child)) && lowerOf(tree, childBy(tree, child, "case")) === "by",
  );
  if (line === undefined) return null;
  const sides = besideVerb(context, verb, line, withWord).filter(isSomebody(context));
  return phrase("call", "with", sides);
}

/** "placed a call to B", "put in a call to B". */
function placeCall(context: PartyContext, verb: number, objects: readonly number[]): SetPhrase | null {
  const { tree } = context;
  const call = [...objects, ...childrenBy(tree, verb, "obl")].find((child) => child > verb && lowerOf(tree, child) === "call");
  if (call === undefined) return null;
  return phrase("call", "address", besideVerb(context, verb, call, toWord).filter(isSomebody(context)));
}

/** "A and B put their heads together", "put in a call to B". */
function putTogether(context: PartyContext, verb: number, objects: readonly number[]): SetPhrase | null {
  const { tree } = context;
  const [object = -1] = objects;
  const areHeads = lowerOf(tree, object) === "heads" && lowerOf(tree, object + 1) === "together";
  return areHeads ? phrase("talks", "with", [], true) : placeCall(context, verb, objects);
}

/** "dropped in on B", "looked in on B in hospital". */
function dropIn(context: PartyContext, verb: number): SetPhrase | null {
  const { tree } = context;
  if (lowerOf(tree, verb + 1) !== "in" || !onWord.has(lowerOf(tree, verb + 2))) return null;
  return phrase("visit", "visit", partiesBehind(context, verb, onWord).filter(isSomebody(context)));
}

/** "played host to B"; in sport, a club does. */
function playHost(context: PartyContext, verb: number, [object = -1]: readonly number[]): SetPhrase | null {
  if (context.isSport) return null;
  // "played golf with B", "a round of golf with B".
  if (pastimes.test(lowerOf(context.tree, object))) return withSomebody(context, "in-person", verb, object);
  if (lowerOf(context.tree, object) !== "host") return null;
  return phrase("in-person", "host", guestsAmong(context, besideVerb(context, verb, object, toWord)));
}

const pastimes = /^(?:golf|tennis|chess|cards|bridge|squash|poker|backgammon)$/u;

/** "ate soup with B in his kitchen": one by name. */
function eatWith(context: PartyContext, verb: number, [object = -1]: readonly number[]): SetPhrase | null {
  if (object < 0 || nounCues.has(lowerOf(context.tree, object))) return null;
  return phrase(
    "in-person",
    "with",
    besideVerb(context, verb, object, withWord).filter((party) => party.named && isSomebody(context)(party)),
  );
}

/** "got B on the phone", "reached B by telephone", "got on the phone with B". */
function reachByPhone(context: PartyContext, verb: number, objects: readonly number[]): SetPhrase | null {
  const { tree } = context;
  const line = [verb, ...objects]
    .flatMap((at) => childrenBy(tree, at, "obl", "nmod"))
    .find((child) => child > verb && lines.test(lowerOf(tree, child)));
  if (line === undefined || !/^(?:on|by|over|via)$/u.test(lowerOf(tree, childBy(tree, line, "case")))) return null;
  if (objects.length > 0) return phrase("call", "address", metBy(context, objects).filter(isSomebody(context)));
  const sides = [verb, line].flatMap((at) => partiesBehind(context, at, withOrTo)).filter(isSomebody(context));
  return /^(?:g[eo]t|jump|hop)/u.test(lowerOf(tree, verb)) ? phrase("call", "with", sides) : null;
}

const lines = /^(?:phone|telephone|line|blower)$/u;

/** "had B over for tea", "had B round", "had B on the line". */
function haveOver(context: PartyContext, verb: number, [object = -1]: readonly number[]): SetPhrase | null {
  const { tree } = context;
  const isOver = childrenBy(tree, verb, "compound:prt", "advmod").some(
    (child) => child > object && /^(?:over|round|around)$/u.test(lowerOf(tree, child)),
  );
  return isOver ? phrase("in-person", "host", guestsOf(context, [object])) : reachByPhone(context, verb, object < 0 ? [] : [object]);
}

/** "entertained B to lunch", "entertained B at her house": guests; whom one keeps amused on a stage is none. */
function entertain(context: PartyContext, verb: number, objects: readonly number[]): SetPhrase | null {
  const { tree } = context;
  const isAtHome = [verb, ...objects]
    .flatMap((at) => childrenBy(tree, at, "obl", "nmod"))
    .some((place) => {
      if (place < verb) return false;
      const preposition = lowerOf(tree, childBy(tree, place, "case"));
      if (/^(?:to|for|at|over)$/u.test(preposition) && mealWords.test(lowerOf(tree, place))) return true;
      return (preposition === "at" || preposition === "in") && seats.has(lowerOf(tree, place));
    });
  if (!isAtHome) return null;
  const isPassive = childBy(tree, verb, "nsubj:pass", "aux:pass") >= 0;
  return isPassive ? phrase("in-person", "host", subjectParties(context, verb)) : phrase("in-person", "host", guestsOf(context, objects));
}

const mealWords = /^(?:dinner|lunch|luncheon|breakfast|supper|tea|coffee|drinks|banquet|meal)$/u;

/** "was closeted with B", "A and B were closeted for hours". */
function closeted(context: PartyContext, verb: number): SetPhrase | null {
  return phrase("talks", "with", partiesBehind(context, verb, withWord), !takesWithIn(context.tree, [verb]));
}

/** "buttonholed B after the session"; reporters do it to hear from somebody. */
function buttonhole(context: PartyContext, _verb: number, objects: readonly number[]): SetPhrase | null {
  return phrase("in-person", "address", metBy(context, objects).filter(isSomebody(context)));
}

/** How many words the last name may have, and what stands behind it. */
const nameReach = 6;

/** "brought A and B together": who brings them, and the two. */
function bringTogether(context: PartyContext, verb: number, objects: readonly number[]): SetPhrase | null {
  const { tree } = context;
  // "The meeting brought together A and B": nobody did.
  if (nounCues.has(lowerOf(tree, childBy(tree, verb, "nsubj")))) return null;
  const last = Math.max(-1, ...objects);
  // "brought A and B together in Oslo", with the adverb hung on the place.
  let at = verb + 1;
  while (at < last + nameReach && lowerOf(tree, at) !== "together" && !/^[,.;]$/u.test(lowerOf(tree, at))) at += 1;
  const isTogether = lowerOf(tree, at) === "together" && lowerOf(tree, at + 1) !== "with";
  const gathered = isTogether ? metBy(context, objects) : [];
  const isNamed = gathered.length >= 2 && gathered.every(({ kind, named }) => kind === "person" && named);
  return isNamed && last > verb ? phrase("in-person", "encounter", gathered) : null;
}

/** "A deputation waited on the minister": called on her. */
function waitOn(context: PartyContext, verb: number): SetPhrase | null {
  const { tree } = context;
  if (!onWord.has(lowerOf(tree, verb + 1)) || !deputations.test(lowerOf(tree, childBy(tree, verb, "nsubj")))) return null;
  return phrase("visit", "visit", partiesBehind(context, verb, onWord).filter(isSomebody(context)));
}

const deputations = /^(?:delegation|deputation|representatives|leaders|members|office-bearers)s?$/u;

/** "was presented to the queen": a person to a person. */
function present(context: PartyContext, verb: number): SetPhrase | null {
  const { tree } = context;
  if (childBy(tree, verb, "aux:pass", "nsubj:pass") < 0 || childBy(tree, verb, "obj") >= 0) return null;
  const presented = subjectParties(context, verb);
  if (presented.length === 0 || !presented.every(({ kind, named }) => kind === "person" && named)) return null;
  return phrase("in-person", "introduce", partiesBehind(context, verb, toWord).filter(isSomebody(context)));
}

/** "showed B around the palace", "gave B a tour of the palace". */
function showAround(context: PartyContext, verb: number, objects: readonly number[]): SetPhrase | null {
  const { tree } = context;
  const isAround = /^(?:around|round)$/u.test(lowerOf(tree, childBy(tree, childBy(tree, verb, "obl"), "case")));
  const tour = objects.find((object) => lowerOf(tree, object) === "tour");
  const guest = childBy(tree, verb, "iobj");
  if (!(isAround && /^show/u.test(lowerOf(tree, verb))) && !(tour !== undefined && guest > verb)) return null;
  return phrase("in-person", "host", guestsOf(context, tour === undefined ? objects.slice(0, 1) : [guest]));
}

/** "got together with B", "A and B got together in Oslo"; or on the telephone. */
function getTogether(context: PartyContext, verb: number, objects: readonly number[]): SetPhrase | null {
  const { tree } = context;
  if (lowerOf(tree, verb + 1) !== "together") return reachByPhone(context, verb, objects);
  // "got together a team", "together to write a book": no meeting.
  if (objects.length > 0 || childrenBy(tree, verb, "xcomp", "advcl").some((clause) => clause > verb)) return null;
  const sides = [verb, verb + 1].flatMap((at) => partiesBehind(context, at, withWord)).filter(isSomebody(context));
  return phrase("in-person", "with", sides, !takesWithIn(tree, [verb, verb + 1]));
}

/** "briefed B on the flood": one by name; "aides briefed B" tells of nobody in particular, and the press is briefed to print it. */
function brief(context: PartyContext, verb: number, objects: readonly number[]): SetPhrase | null {
  const { tree } = context;
  const isNamed = (parties: readonly Party[]): boolean =>
    parties.length > 0 && parties.every(({ kind, named, plural }) => kind === "person" && (named || !plural));
  if (childBy(tree, verb, "aux:pass", "nsubj:pass") >= 0) {
    const briefed = subjectParties(context, verb).filter(isSomebody(context));
    return isNamed(briefed) && isNamed(agentParties(context, verb)) ? phrase("talks", "address", briefed) : null;
  }
  // "met B and briefed him": that he was met, the other verb tells.
  const briefed = metBy(context, objects).filter((party) => isSomebody(context)(party) && tagOf(tree, party.head) !== "PRON");
  const briefing = subjectParties(context, verb).filter(({ kind }) => kind !== "pronoun");
  return isNamed(briefed) && briefing.every(({ kind, named, plural }) => kind === "person" && (named || !plural))
    ? phrase("talks", "address", briefed)
    : null;
}

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ...forms("shake shakes shook shaken shaking", shakeHands),
  ...forms(
    "compare compares compared comparing trade trades traded trading swap swaps swapped swapping touch touches touched touching",
    compareNotes,
  ),
  ...forms("cross crosses crossed crossing", crossPaths),
  ...forms("check checks checked checking weigh weighs weighed weighing", byPhone),
  ...forms("place places placed placing", placeCall),
  ...forms("put puts putting", putTogether),
  ...forms("drop drops dropped dropping look looks looked looking pop pops popped popping stop stops stopped stopping", dropIn),
  ...forms("play plays played playing", playHost),
  ...forms("eat eats ate eaten eating", eatWith),
  ...forms("get gets got getting gotten", getTogether),
  ...forms("show shows showed shown showing give gives gave given giving", showAround),
  ...forms("reach reaches reached reaching jump jumps jumped hop hopped", reachByPhone),
  ...forms("have has had having", haveOver),
  ...forms("entertain entertains entertained entertaining", entertain),
  ...forms("closeted", closeted),
  ...forms("buttonhole buttonholes buttonholed buttonholing", buttonhole),
  ...forms("bring brings brought bringing", bringTogether),
  ...forms("wait waits waited waiting", waitOn),
  ...forms("presented", present),
  ...forms("brief briefs briefed briefing", brief),
  ...dealReaders,
]);

/** Reads the set phrase whose verb stands at `verb`; null where its other words are missing or nobody is met. */
export function readSetPhrase(context: PartyContext, verb: number): SetPhrase | null {
  const reader = readers.get(lowerOf(context.tree, verb));
  const found = reader?.(
    context,
    verb,
    objectsOf(context.tree, verb).filter((object) => object > verb),
  );
  if (!found || (found.sides.length === 0 && !found.mutual)) return null;
  // A paper that gets somebody on the phone asks for words to print.
  return subjectParties(context, verb).some((party) => isPress(context, party)) ? null : found;
}

/** True for the words of a greeting, which belong to the meeting that the same sentence tells of. */
export function isGesture(word: string): boolean {
  return readers.get(word) === shakeHands;
}
