/** Nouns of meeting over the trees: "talks with B", "a summit between A and B", "A's visit to B", and the verbs that lend them a side. */
import type { Manner, Skipped } from "../../domain/meeting.ts";
import {
  baseRelation,
  childBy,
  childrenBy,
  childrenOf,
  headOf,
  isUnder,
  lowerOf,
  pennTagOf,
  relationOf,
  tagOf,
} from "../syntax/syntax-tree.ts";
import { isPredicate } from "../syntax/verb-groups.ts";
import { type ModalityReading, stanceOf } from "./clause-modality.ts";
import { completeSides, conveners, joining, merged } from "./complete-sides.ts";
import type { Contact } from "./contact.ts";
import {
  agentParties,
  bodyForIt,
  includedAmong,
  leadersAmong,
  partiesAfter,
  partiesBehind,
  partiesOf,
  resolved,
  subjectParties,
} from "./contact-sides.ts";
import { lightVerbs, nounCues, ownVerbs, weakNouns } from "./meeting-cues.ts";
import { nounStances } from "./modality-words.ts";
import { looksLikeMeeting } from "./not-a-meeting.ts";
import { modalityOfNoun, outermostNoun } from "./noun-modality.ts";
import { inRole, isCountry, isPress, type Party, type PartyContext } from "./party-context.ts";
import { contactOf, type SentenceBounds, saysByPhone } from "./read-cue.ts";
import { readMediation } from "./read-mediation.ts";
import { hostsOf, isGerund } from "./read-verb.ts";
import { recentSides } from "./recent-sides.ts";

const withWords = new Set(["with"]);
const toWord = new Set(["to"]);
const toOrOn = new Set(["to", "on"]);
const ofWord = new Set(["of"]);
const forWord = new Set(["for"]);
const byWord = new Set(["by"]);

/** Words in front of a noun of meeting that make it a routine session or something else. */
const routine = new Set(
  "cabinet board annual news press committee shareholder shareholders weekly council staff prayer town plenary general".split(" "),
);

/** True when the token is a noun of meeting in this sentence. */
export function isNounCue(context: PartyContext, token: number): boolean {
  const { tree } = context;
  const word = lowerOf(tree, token);
  if (!nounCues.has(word) || context.isName[token]) return false;
  // "returned to the negotiating table with B".
  if (word === "table" && !/^(?:negotiating|bargaining|conference|peace)$/u.test(lowerOf(tree, token - 1))) return false;
  if (isGerund(context, token)) return false;
  const tag = tagOf(tree, token);
  if (tag === "NOUN" || tag === "PROPN") return true;
  // "favors talks with B", read as a verb: behind a verb and without a subject of its own.
  if (word === "talks" && tagOf(tree, token - 1) === "VERB" && childBy(tree, token, "nsubj") < 0) return true;
  // A gerund or verb in the place of a noun: "their meeting", "talks between".
  return childBy(tree, token, "det", "nmod:poss", "amod") >= 0;
}

/** Reads the noun at `noun`; null where it reports no contact, Skipped where a side is missing. */
export function readNoun(context: PartyContext, noun: number, bounds: SentenceBounds): Contact | Skipped | null {
  const { tree } = context;
  const token = tree.tokens[noun];
  const base = token ? nounCues.get(token.lower) : undefined;
  if (!token || !base) return null;
  const relation = baseRelation(tree, noun);
  const mediated = token.lower === "mediation" ? readMediation(context, noun, bounds) : null;
  if (mediated) return mediated;
  if (relation === "compound" || relation === "flat" || relation === "amod") return null;
  const other = looksLikeMeeting(context, noun);
  if (other !== null) return { start: token.start, end: token.end, reason: other };
  const byPhone = saysByPhone(context, noun);
  const isPaid = base === "call" && isPaidCall(context, noun);
  if (base === "call" && !byPhone && !isPaid && !isPhoneCall(context, noun)) return null;
  const manner: Manner = byPhone ? "call" : isPaid ? "visit" : base;
  const outer = outermostNoun(tree, noun);
  const levels = outer === noun ? [noun] : [noun, outer];
  const reading = modalityOfNoun(tree, noun, bounds.endToken);
  const complete = completeSides(context, levels);
  // "the annual summit between A and B" is one all the same.
  const isYearly = childrenOf(tree, noun).some((child) => child < noun && lowerOf(tree, child) === "annual") && base === "talks";
  if (complete.length < 2 && !isYearly && childrenOf(tree, noun).some((child) => child < noun && routine.has(lowerOf(tree, child))))
    return { start: token.start, end: token.end, reason: "a routine session or a talk to the press" };
  if (complete.length >= 2) {
    const verb = lowerOf(tree, headOf(tree, outer));
    const gathering = conveners(context, noun, outer, complete);
    const convener = joining.test(verb) ? gathering : inRole(gathering, /^(?:mediat|broker)/u.test(verb) ? "mediator" : "host");
    return contactOf(context, noun, [...convener, ...complete], reading, manner);
  }
  const right = resolved(context, merged(rightSides(context, levels, manner, outer), complete), headOf(tree, outer));
  // "a meeting between the two countries' ministers": both sides, in one phrase.
  const [both] = complete;
  const isWhole = complete.length === 1 && both !== undefined && !both.named && !isLight(context, outer);
  const left = isWhole ? [] : leftSides(context, levels, outer, manner, right.length > 0).filter((party) => !isPress(context, party));
  if (right.length === 0 && (manner === "talks" || manner === "visit") && left.length > 0)
    right.push(...hostsOfStay(context, noun, outer, left));
  const isWeak = weakNouns.has(token.lower) && !(base === "call");
  // "the government and the bishops have begun a dialogue".
  const hasOthers = [noun, headOf(tree, outer)].some((at) =>
    childrenBy(tree, at, "nmod", "obl").some((child) => lowerOf(tree, childBy(tree, child, "case")) === "with"),
  );
  const areJoined = left.length === 2 && !hasOthers && conversing.test(token.lower) && isLight(context, outer);
  if (isWeak && right.length === 0 && !byPhone && !areJoined && eatersOf(context, outer, left).length === 0) return null;
  // "during a state visit of the king and the queen": who visits together does not meet.
  if (
    manner === "visit" &&
    right.length === 0 &&
    left.length > 0 &&
    !levels.some((level) => partiesBehind(context, level, byWord).length > 0)
  )
    return { start: token.start, end: token.end, reason: "only one side of the meeting is named" };
  // "He returned after a visit to France": without a name no guest of its leaders.
  const isNobody = manner === "visit" && left.every((party) => party.kind === "pronoun" && party.entityIndex === null);
  if (isNobody && left.length > 0 && right.length > 0 && right.every((party) => party.kind === "country") && !isOwnVisit(context, outer))
    return { start: token.start, end: token.end, reason: "nobody knows who visited" };
  const parties = manner === "visit" && right.length > 0 ? merged(inRole(left, "visitor"), inRole(right, "host")) : merged(left, right);
  // "talks between the government and …": whoever the other is, it is nobody of another clause.
  if (isWhole && both?.plural === false) return { start: token.start, end: token.end, reason: "only one side of the meeting is named" };
  // "direct talks with A and B": whose, the sentence does not say. A longer list is one meeting of all.
  if (left.length === 0 && complete.length === 0 && right.length === 2 && manner !== "call") {
    return { start: token.start, end: token.end, reason: "only one side of the meeting is named" };
  }
  // "A, B and C chose not to attend the summit": those who stay away do not fail to meet one another.
  const isAway =
    right.length === 0 &&
    joining.test(lowerOf(tree, headOf(tree, outer))) &&
    !["held", "planned", "ongoing"].includes(reading.modality ?? "");
  if (isAway) return { start: token.start, end: token.end, reason: "only one side of the meeting is named" };
  if (parties.length >= 2 && (right.length > 0 || left.length >= 2 || manner === "call")) {
    return contactOf(context, noun, parties, reading, manner);
  }
  const determiner = lowerOf(tree, childBy(tree, noun, "det", "nmod:poss"));
  // "the six-party talks" are others than those of the two before.
  const ofMany = childrenOf(tree, noun).some(
    (child) => child < noun && /^(?:party|nation|country|way|nations)$/u.test(lowerOf(tree, child)),
  );
  const definite = !ofMany && ["the", "these", "those", "their", "this", "that", "such"].includes(determiner);
  if (definite && !isWeak && parties.length > 0 && (isLight(context, outer) || takesPlace(context, outer)))
    return contactOf(context, noun, parties, reading, manner, true);
  if (isWeak) return null;
  if (parties.length === 0 && isNextOne(context, noun, outer, reading)) return contactOf(context, noun, [], reading, manner, true);
  return { start: token.start, end: token.end, reason: `${parties.length === 0 ? "no" : "only one"} side of the meeting is named` };
}

/** "A second meeting is planned", "talks will resume on Tuesday": another one of the sides that the sentences before named. */
function isNextOne(context: PartyContext, noun: number, outer: number, { modality }: ModalityReading): boolean {
  const { tree } = context;
  const verb = headOf(tree, outer);
  if (verb < 0 || baseRelation(tree, outer) !== "nsubj" || modality === "hypothetical") return false;
  if (childrenOf(tree, noun).some((child) => ["compound", "nmod:poss", "nmod"].includes(relationOf(tree, child)))) return false;
  const words = [noun, outer].flatMap((level) => childrenBy(tree, level, "amod", "det").map((child) => lowerOf(tree, child)));
  if (words.some((word) => sequels.has(word))) return happening.test(lowerOf(tree, verb));
  const isSame =
    words.length === 0 ? /s$/u.test(lowerOf(tree, noun)) : words.some((word) => ["the", "their", "these", "those"].includes(word));
  return isSame && modality === "planned" && resuming.test(lowerOf(tree, verb));
}

const sequels = new Set("second third fourth fifth further another new next final last".split(" "));
const happening =
  /^(?:held|hold|tak(?:e|en|ing)|took|plann?ed|schedul(?:e|ed)|set|due|expected|follow(?:s|ed)?|happen(?:s|ed)?|beg[ai]n|begins|start(?:s|ed)?|arranged|agreed|called|cancell?ed|postponed)$/u;
const resuming = /^(?:rescheduled|resume|continue|restart|reopen|reconvene|take|expected|due|set|scheduled)$/u;

/** "arrived in Cuba for talks", "is in Cuba for talks on trade": with whom else is not said, so with the country. */
function hostsOfStay(context: PartyContext, noun: number, outer: number, guests: readonly Party[]): Party[] {
  const { tree } = context;
  const preposition = lowerOf(tree, childBy(tree, outer, "case"));
  const isVisit = /^(?:visit|trip)$/u.test(lowerOf(tree, noun));
  if (preposition !== "for" && !(isVisit && preposition === "on")) return [];
  if (guests.some((party) => party.kind === "country")) return [];
  // "six-party talks", "talks of the group": others are meant.
  const isOther = (child: number): boolean =>
    ["compound", "amod", "nmod:poss"].includes(relationOf(tree, child)) &&
    !/^(?:trade|bilateral|border|security|energy)$/u.test(lowerOf(tree, child));
  if (!isVisit && childrenOf(tree, noun).some(isOther)) return [];
  const governor = headOf(tree, outer);
  // "was shot in Cuba on a visit".
  if (governor < 0 || (isVisit && !arriving.test(lowerOf(tree, governor)) && childBy(tree, governor, "cop") < 0)) return [];
  const stays = childBy(tree, governor, "cop") >= 0 ? [governor] : [];
  const places = [...stays, ...childrenBy(tree, governor, "obl"), ...childrenBy(tree, noun, "nmod")].filter((place) =>
    ["in", "to"].includes(lowerOf(tree, childBy(tree, place, "case"))),
  );
  return partiesOf(context, places).filter((party) => party.named && isCountry(context, party.entityIndex));
}

const arriving = /^(?:arriv|land|flew|fly|flies|travel|touched|came|went)/u;

/** "wrapped up a visit to Sudan", "his visit to Sudan": more than a journey that is mentioned by the way. */
function isOwnVisit(context: PartyContext, outer: number): boolean {
  return baseRelation(context.tree, outer) === "obj" || childBy(context.tree, outer, "nmod:poss") >= 0;
}

/** "paid a courtesy call on B": a visit. */
function isPaidCall({ tree }: PartyContext, noun: number): boolean {
  const isCourtesy = childrenOf(tree, noun).some((child) => child < noun && lowerOf(tree, child) === "courtesy");
  return isCourtesy || /^pa(?:y|ys|id|ying)$/u.test(lowerOf(tree, headOf(tree, noun)));
}

function isPhoneCall(context: PartyContext, noun: number): boolean {
  const { tree } = context;
  // "a call with B", "a call between A and B", "his call to B": but "a call for talks", "a call on Iran to".
  return childrenBy(tree, noun, "nmod").some((child) => ["with", "between", "from"].includes(lowerOf(tree, childBy(tree, child, "case"))));
}

/** The side behind "with", "to" (visits), "by" or "led by". */
function rightSides(context: PartyContext, levels: readonly number[], manner: Manner, outer: number): Party[] {
  const { tree } = context;
  const [noun = outer] = levels;
  const found: Party[] = [];
  for (const level of levels) {
    found.push(...partiesBehind(context, level, withWords));
    // "conciliation talks by the two sides", "talks led by B", "a meeting attended by B".
    for (const clause of childrenBy(tree, level, "acl")) {
      if (pennTagOf(tree, clause) === "VBN" && leading.has(lowerOf(tree, clause))) found.push(...agentParties(context, clause));
    }
    // "a trip to help farmers": what it was for.
    const isPurpose = (party: Party): boolean => childrenBy(tree, level, "acl").some((clause) => isUnder(tree, party.head, clause));
    if (manner === "visit") found.push(...hostsOf(context, partiesBehind(context, level, toOrOn)).filter((party) => !isPurpose(party)));
    // "gave a dinner for B".
    if (meals.test(lowerOf(tree, level))) found.push(...mealGuests(context, level, outer));
    // "gave an audience to B".
    if (lowerOf(tree, level) === "audience" && /^(?:g[ai]v|grant)/u.test(lowerOf(tree, headOf(tree, outer))))
      found.push(...[level, headOf(tree, outer)].flatMap((at) => partiesBehind(context, at, toWord)));
    if (manner === "call") found.push(...partiesBehind(context, level, new Set(["to", "from"])));
    if (manner === "talks") found.push(...partiesBehind(context, level, byWord));
    // "a call she made to B".
    for (const clause of childrenBy(tree, level, "acl:relcl"))
      if (lightVerbs.has(lowerOf(tree, clause)))
        found.push(...partiesBehind(context, clause, manner === "call" ? new Set(["to", "with"]) : withWords));
  }
  if (found.length === 0) found.push(...withOfGovernor(context, outer));
  else found.push(...withAndWith(context, outer, found));
  if (found.length === 0) found.push(...partiesAfter(context, noun, withWords));
  if (found.length === 0 && manner === "visit") found.push(...hostsOf(context, partiesAfter(context, noun, toWord)));
  found.push(...includedAmong(context, found), ...leadersAmong(context, found));
  if (found.length === 0) found.push(...addressed(context, outer, manner), ...invited(context, outer));
  return manner === "visit" ? found.filter((party) => party.kind !== "group" || party.named || party.plural) : found;
}

const conversing = /^(?:dialogues?|conversations?|discussions?|consultations?)$/u;
const meals = /^(?:dinner|lunch|luncheon|breakfast|supper|tea|coffee|drinks|banquet)$/u;
const eating = /^(?:ha(?:s|d|ve|ving)|shar(?:e|es|ed|ing)|ate|eat(?:s|en|ing)?|tak(?:e|es|ing)|took|enjoy(?:s|ed|ing)?)$/u;

/** "A and B had lunch in Paris", "the two leaders shared a meal": those who eat together, joined as one subject. */
function eatersOf(context: PartyContext, meal: number, sides: readonly Party[]): readonly Party[] {
  const { tree } = context;
  const verb = headOf(tree, meal);
  if (!meals.test(lowerOf(tree, meal)) || baseRelation(tree, meal) !== "obj" || !eating.test(lowerOf(tree, verb))) return [];
  const isTogether = sides.length === 2 && sides.every((side) => side.kind === "person" || side.kind === "pronoun");
  return isTogether ? sides : [];
}

/** "hosted a dinner for B", "gave a lunch in B's honour": the guests of whoever gives it. */
function mealGuests(context: PartyContext, meal: number, outer: number): Party[] {
  const giver = headOf(context.tree, outer);
  // "took B to lunch", "treated B to dinner".
  const isTaken =
    /^(?:t[ao]k|took|treat|invit|whisk)/u.test(lowerOf(context.tree, giver)) &&
    lowerOf(context.tree, childBy(context.tree, outer, "case")) === "to";
  if (isTaken)
    return partiesOf(context, childrenBy(context.tree, giver, "obj").slice(0, 1)).filter(
      ({ kind }) => kind === "person" || kind === "pronoun",
    );
  if (!/^(?:host|g[ai]v|held|hold|throw|threw)/u.test(lowerOf(context.tree, giver)) || baseRelation(context.tree, outer) !== "obj")
    return [];
  return [...partiesBehind(context, meal, forWord), ...partiesBehind(context, giver, forWord)].filter(
    (party) => party.kind === "person" && (party.named || party.plural || lowerOf(context.tree, meal) === "banquet"),
  );
}

/** "held talks with A, and with B": a second "with" that the parser hung on the verb. */
function withAndWith(context: PartyContext, outer: number, found: readonly Party[]): Party[] {
  const { tree } = context;
  const verb = headOf(tree, outer);
  if (verb < 0 || baseRelation(tree, outer) !== "obj" || !lightVerbs.has(lowerOf(tree, verb))) return [];
  const last = Math.max(...found.map(({ head }) => head));
  return childrenBy(tree, verb, "obl").flatMap((child) => {
    const mark = childBy(tree, child, "case");
    const isJoined = child > last && lowerOf(tree, mark) === "with" && lowerOf(tree, mark - 1) === "and";
    return isJoined ? partiesOf(context, [child]) : [];
  });
}

/** "held a meeting Monday in Oslo with B", where the phrase hangs on the verb. */
function withOfGovernor(context: PartyContext, outer: number): Party[] {
  const { tree } = context;
  const verb = headOf(tree, outer);
  if (verb < 0) return [];
  const relation = relationOf(tree, outer);
  const word = lowerOf(tree, verb);
  const preposition = lowerOf(tree, childBy(tree, outer, "case"));
  const isObject = relation === "obj" && (lightVerbs.has(word) || ownVerbs.has(word) || stanceOf(tree, verb) !== undefined);
  const isSubject = relation === "nsubj:pass" || (relation === "nsubj" && (lightVerbs.has(word) || faltering.test(word)));
  const isInside = relation === "obl" && ["in", "into", "for", "after", "following", "during", "at", "before"].includes(preposition);
  if (isInside) return partiesBehind(context, verb, withWords).filter((party) => party.head > outer && party.head - outer < 12);
  return isObject || isSubject ? partiesBehind(context, verb, withWords) : [];
}

/** "negotiations broke down with B", "talks resumed on Monday with B". */
const faltering = /^(?:br[eo]ak|broke|broken|collaps|stall|fail|deadlock|resum|reopen|restart)(?:e|s|es|ed|en|ing)?$/u;

/** "congratulated B in a telephone call", "urged B during a meeting to …": the one spoken to. */
function addressed(context: PartyContext, outer: number, manner: Manner): Party[] {
  const { tree, lexicon } = context;
  let verb = headOf(tree, outer);
  // "told B of the decision in a call": the phrase may hang on another before it.
  while (verb >= 0 && relationOf(tree, outer) === "nmod" && ["nmod", "obl"].includes(baseRelation(tree, verb)) && !isPredicate(tree, verb))
    verb = headOf(tree, verb);
  if (relationOf(tree, outer) === "nmod" && relationOf(tree, verb) === "appos") verb = headOf(tree, headOf(tree, verb));
  if (verb < 0 || !isPredicate(tree, verb) || !["in", "during", "by", "at"].includes(lowerOf(tree, childBy(tree, outer, "case"))))
    return [];
  const word = lowerOf(tree, verb);
  if (manner !== "call" && !lexicon.speechVerbs.has(word) && !addressing.has(word)) return [];
  return partiesOf(context, childrenBy(tree, verb, "obj", "iobj").slice(0, 1)).filter(
    (party) => party.kind === "person" || party.kind === "country",
  );
}

/** "invited B and C for talks", "asked B to a meeting": the guests. */
function invited(context: PartyContext, outer: number): Party[] {
  const { tree } = context;
  const head = headOf(tree, outer);
  // "invited A to take part in talks": with the one who invites.
  const isJoined = /^(?:take|attend|join|participate|return)$/u.test(lowerOf(tree, head)) && baseRelation(tree, head) === "xcomp";
  if (isJoined) return /^invit/u.test(lowerOf(tree, headOf(tree, head))) ? subjectParties(context, headOf(tree, head)) : [];
  // "invited the minister for talks", with the phrase hung on the guest.
  const verb = baseRelation(tree, outer) === "nmod" && baseRelation(tree, head) === "obj" ? headOf(tree, head) : head;
  if (
    verb < 0 ||
    !/^(?:invit|summon|ask|join|call)/u.test(lowerOf(tree, verb)) ||
    !["for", "to"].includes(lowerOf(tree, childBy(tree, outer, "case")))
  )
    return [];
  return partiesOf(context, childrenBy(tree, verb, "obj").slice(0, 1));
}

const addressing = new Set("congratulated assured thanked urged pressed briefed warned told asked informed reassured".split(" "));

const leading = new Set("led headed attended held chaired conducted hosted co-chaired joined".split(" "));

/** The side in front: the possessor, the agent or subject of the verb the noun hangs on, or whose proposal the meeting is. */
function leftSides(context: PartyContext, levels: readonly number[], outer: number, manner: Manner, hasRight: boolean): Party[] {
  const { tree } = context;
  for (const level of levels) {
    // "a surprise visit to A by B".
    const behind = manner === "visit" ? partiesBehind(context, level, byWord) : [];
    const visitors = manner === "visit" && behind.length === 0 ? partiesAfter(context, level, byWord) : behind;
    // "the first visit of a minister to Oslo".
    const guests =
      manner === "visit" && visitors.length === 0 ? partiesBehind(context, level, ofWord).filter(({ kind }) => kind === "person") : [];
    if (guests.length > 0) return guests;
    // "refused a proposed visit by B": who refuses would be the host.
    // Nor is who did something during it.
    const isCircumstance = baseRelation(tree, outer) === "obl" || baseRelation(tree, outer) === "nmod";
    if (visitors.length > 0)
      return hasRight || isCircumstance ? visitors : merged(visitors, governingSides(context, outer, manner, false, 0));
    const possessor = childBy(tree, level, "nmod:poss");
    if (possessor >= 0) {
      const parties = partiesOf(context, [possessor]).filter(
        (party) => tagOf(tree, party.head) !== "PRON" || context.lookup.covering.has(party.head),
      );
      if (parties.length > 0) return parties;
      const word = lowerOf(tree, possessor);
      if (["my", "your", "his", "her", "our", "their"].includes(word)) return possessiveParty(context, possessor, level, manner);
      if (!times.has(word)) return [];
    }
    // "after government talks with the inmates".
    const body =
      hasRight && manner === "talks" ? childrenBy(tree, level, "compound").find((child) => bodies.has(lowerOf(tree, child))) : undefined;
    if (body !== undefined) return partiesOf(context, [body]);
    // "talks that A held with B": the clause lends its subject.
    for (const clause of childrenBy(tree, level, "acl:relcl")) {
      if (!lightVerbs.has(lowerOf(tree, clause)) && stanceOf(tree, clause) !== "plan") continue;
      const subject = childBy(tree, clause, "nsubj");
      if (relationOf(tree, subject) !== "nsubj") continue;
      if (subject >= 0 && !["which", "that"].includes(lowerOf(tree, subject))) return partiesOf(context, [subject]);
    }
  }
  return governingSides(context, outer, manner, hasRight, 0);
}

const bodies = new Set("government union management opposition rebel company ministry".split(" "));

/** Owners that only say when: "Monday's talks", "next week's summit". */
const times = new Set(
  "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow week month year weekend day its".split(" "),
);

/** "my meeting with B", "their talks": the pronoun itself, or the subject of its clause where that fits. */
function possessiveParty(context: PartyContext, possessor: number, noun: number, manner: Manner): Party[] {
  const { tree } = context;
  const word = lowerOf(tree, possessor);
  const token = tree.tokens[possessor];
  if (!token) return [];
  if (word !== "my" && word !== "your" && word !== "our") {
    for (let at = headOf(tree, noun), steps = 0; at >= 0 && steps < 10; at = headOf(tree, at), steps += 1) {
      const subject = childBy(tree, at, "nsubj", "nsubj:pass");
      if (subject < 0 || (subject <= noun && noun <= subject)) continue;
      const parties = partiesOf(context, [subject]);
      const fits =
        word === "their"
          ? parties.length > 1 || parties[0]?.plural === true || parties[0]?.kind === "group"
          : parties.length === 1 && parties[0]?.kind === "person";
      const [single] = parties;
      if (fits && subject !== noun)
        return parties.length === 1 && single?.named ? [{ ...single, start: token.start, end: token.end, head: possessor }] : parties;
    }
  }
  if (word === "their" && manner !== "visit") {
    // "Following their talks, Ann said …": hers with the other side of the contact read before.
    const pair = recentSides(context, possessor, possessor);
    const [subject] = governingSides(context, noun, manner, true, 0);
    const isSubject = (side: Party): boolean => side.entityIndex !== null && side.entityIndex === subject?.entityIndex;
    if (pair.length === 2)
      return pair
        .map((side) => (isSubject(side) && subject ? subject : side))
        .map((side) => (side.named && side !== subject ? { ...side, start: token.start, end: token.end, head: possessor } : side));
  }
  if (manner === "visit" && word !== "his" && word !== "her") return [];
  return [
    {
      start: token.start,
      end: token.end,
      entityIndex: null,
      named: false,
      kind: "pronoun",
      head: possessor,
      plural: word === "our" || word === "their",
    },
  ];
}

const agreeing = /^(?:dis)?agree|^(?:discuss|decid|negotiat|sign|settl|pledg|reach|clash|argu)/u;

const accusing = /^(?:accus(?:e|es|ed|ing)|suspect(?:s|ed|ing)?|stop(?:s|ped)?|prevent(?:s|ed|ing)?|bar(?:s|red)?|bann?(?:s|ed)?)$/u;

/** Prepositions behind which a meeting is a circumstance of what its participant did. */
const circumstances = new Set("after following in for during before at to from on into of since over ahead upon despite".split(" "));

/** "his trip began with a visit to B". */
const openings = /^(?:beg[aiu]n|begins|start(?:s|ed)?|open(?:s|ed)?|end(?:s|ed)?|conclude[sd]?|continue[sd]?)$/u;

function governingSides(context: PartyContext, noun: number, manner: Manner, hasRight: boolean, depth: number): Party[] {
  const { tree } = context;
  // "Tehran is in talks with Russia": the noun is what the sentence says.
  if (childBy(tree, noun, "cop") >= 0) return subjectsFor(context, noun);
  const governor = headOf(tree, noun);
  if (governor < 0 || depth > 4) return [];
  const relation = baseRelation(tree, noun);
  const word = lowerOf(tree, governor);
  // "met A ahead of talks with B".
  if (word === "ahead" && relationOf(tree, governor) === "advmod" && headOf(tree, governor) >= 0)
    return subjectsFor(context, headOf(tree, governor));
  if (relation === "conj" || relation === "appos") return governingSides(context, governor, manner, hasRight, depth + 1);
  const isTakenAsClause = tagOf(tree, noun) === "VERB" && (relation === "ccomp" || relation === "xcomp");
  if (relation === "obj" || isTakenAsClause) {
    const takes = lightVerbs.has(word) || ownVerbs.has(word) || stanceOf(tree, governor) !== undefined;
    return takes ? subjectsFor(context, governor) : [];
  }
  // "flew home after a meeting with B was called off": whose meeting, the clause above says.
  const isOccasion = relation === "nsubj" && hasRight && baseRelation(tree, governor) === "advcl";
  if (isOccasion && ["after", "following", "until"].includes(lowerOf(tree, childBy(tree, governor, "mark")))) {
    const agents = agentParties(context, governor);
    return agents.length > 0 ? agents : subjectsFor(context, headOf(tree, governor));
  }
  if (relationOf(tree, noun) === "nsubj:pass") {
    return agentParties(context, governor);
  }
  // "denied that there had been any talks with B", "said there were no talks with B": those who say so speak of their own.
  if (relation === "nsubj") return depth === 0 && isThereIs(context, governor) ? bodiesSaying(context, headOf(tree, governor)) : [];
  // "pulled out of talks": the last of several.
  const preposition = lowerOf(tree, childrenBy(tree, noun, "case", "mark").findLast((mark) => mark < noun) ?? -1);
  if (
    relation !== "obl" &&
    relation !== "nmod" &&
    relation !== "acl" &&
    relation !== "advcl" &&
    relation !== "xcomp" &&
    relation !== "ccomp"
  )
    return [];
  const opens = preposition === "with" && openings.test(word);
  if (preposition !== "" && !circumstances.has(preposition) && !opens) return [];
  // "accused the envoy of meeting with the group".
  if (accusing.test(word) && (preposition === "of" || preposition === "from")) {
    return partiesOf(context, childrenBy(tree, governor, "obj", "nsubj:pass").slice(0, 1));
  }
  // A visit without a host is no contact of the one who speaks "during a visit".
  if (isPredicate(tree, governor)) {
    const parties = subjectsFor(context, governor);
    // "Ministers from A, B and C failed to agree at talks in Oslo".
    const isAccord = agreeing.test(word) && ["in", "at", "during", "after", "following"].includes(preposition);
    return parties.length > 2 && !hasRight && !isAccord ? [] : parties;
  }
  // "invited the minister for talks": the guest's phrase is the host's invitation.
  const host = headOf(tree, governor);
  if (
    preposition === "for" &&
    relation === "nmod" &&
    baseRelation(tree, governor) === "obj" &&
    /^(?:invit|summon)/u.test(lowerOf(tree, host))
  )
    return subjectsFor(context, host);
  // "its view of talks with B" are not its talks; "proposals for talks" and "comments after talks" are.
  const isOwn = nounStances.has(word) || phases.has(word) || !["of", "on", "about", "over"].includes(preposition);
  if (!isOwn) return [];
  const possessor = childBy(tree, governor, "nmod:poss");
  if (possessor >= 0) {
    const parties = partiesOf(context, [possessor]);
    if (parties.length > 0) return parties;
  }
  const by = childrenBy(tree, governor, "nmod").find(
    (child) => child < noun && ["by", "from"].includes(lowerOf(tree, childBy(tree, child, "case"))),
  );
  if (by !== undefined) return partiesOf(context, [by]);
  return governingSides(context, governor, manner, hasRight, depth + 1);
}

/** The body that says so, itself or by an unnamed spokesman: somebody with a name speaks for others as often as for himself. */
function bodiesSaying(context: PartyContext, verb: number): Party[] {
  return subjectsFor(context, verb)
    .slice(0, 1)
    .filter((party) => (party.named ? party.kind !== "person" : party.entityIndex !== null && party.kind === "person"));
}

/** "there were talks", reported by whoever governs the clause. */
function isThereIs({ tree }: PartyContext, verb: number): boolean {
  return childBy(tree, verb, "expl") >= 0 && baseRelation(tree, verb) === "ccomp" && isPredicate(tree, headOf(tree, verb));
}

/** Nouns that tell of the course of talks: "triggered the collapse of talks with B". */
const phases = new Set("collapse breakdown resumption failure start end outcome outset suspension".split(" "));

function subjectsFor(context: PartyContext, verb: number): Party[] {
  const parties = subjectParties(context, verb);
  return parties.length > 0 ? parties : bodyForIt(context, verb);
}

function isLight(context: PartyContext, noun: number): boolean {
  const { tree } = context;
  return baseRelation(tree, noun) === "obj" && lightVerbs.has(lowerOf(tree, headOf(tree, noun)));
}

/** "the talks took place", "the meeting was held". */
function takesPlace(context: PartyContext, noun: number): boolean {
  const { tree } = context;
  if (baseRelation(tree, noun) !== "nsubj") return false;
  return (
    ["took", "take", "takes", "taking", "taken", "held", "conducted", "led"].includes(lowerOf(tree, headOf(tree, noun))) ||
    childrenBy(tree, noun, "acl").some((clause) => leading.has(lowerOf(tree, clause)))
  );
}
