/** Nouns of meeting over the trees: "talks with B", "a summit between A and B", "A's visit to B", and the verbs that lend them a side. */
import type { Manner, Skipped } from "../../domain/meeting.ts";
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
import { completeSides, conveners, gatheredAround, hostedSides, joining, merged } from "./complete-sides.ts";
import { conditionedOn } from "./conditions.ts";
import type { Contact } from "./contact.ts";
import { resolved } from "./contact-sides.ts";
import { hostsOf, isSeatOfOne } from "./guests-and-hosts.ts";
import { delegationsLed } from "./led-delegations.ts";
import { isForListeners } from "./listeners.ts";
import { lightVerbs, mediating, nounCues, weakNouns } from "./meeting-cues.ts";
import type { ModalityReading } from "./modality-stances.ts";
import { looksLikeMeeting } from "./not-a-meeting.ts";
import { eatersOf, leading, rightSides } from "./noun-counterparts.ts";
import { modalityOfNoun } from "./noun-modality.ts";
import { leftSides } from "./noun-owners.ts";
import { holdsOffice, isMister } from "./offices.ts";
import { outermostNoun } from "./outermost-noun.ts";
import { inRole, isCountry, isPress, type Party, type PartyContext } from "./party-context.ts";
import { leadersAmong, partiesBehind, partiesOf } from "./phrase-sides.ts";
import { byWord, ofWord } from "./prepositions.ts";
import { contactOf, type SentenceBounds, saysByPhone } from "./read-cue.ts";
import { brokeredSides, mediatorsBeside, readMediation } from "./read-mediation.ts";
import { readTour } from "./tours.ts";
import { isAnybody } from "./unnamed-sides.ts";
import { isViews } from "./verb-adjuncts.ts";
import { isGerund } from "./verb-forms.ts";

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
  if (word === "table" && !/^(?:negotiating|bargaining|conference|peace)$/u.test(lowerOf(tree, token - 1)) && !isBackToTable(tree, token))
    return false;
  // "a sit-down with B".
  if (word === "down" && !(tree.tokens[token - 1]?.text === "-" && lowerOf(tree, token - 2) === "sit")) return false;
  // "an exchange of views with B", unlike "an exchange of prisoners".
  // "had a frank exchange with B".
  const isTalk = lowerOf(tree, token + 1) === "with" || tree.tokens[token + 1]?.text === "”" || tree.tokens[token + 1]?.text === '"';
  const isHad = baseRelation(tree, token) === "obj" && /^ha(?:d|ve|s|ving)$/u.test(lowerOf(tree, headOf(tree, token)));
  if (word === "exchange" && !(isTalk && isHad) && (lowerOf(tree, token + 1) !== "of" || !isViews(tree, token + 2))) return false;
  if (isGerund(context, token)) return false;
  const tag = tagOf(tree, token);
  if (tag === "NOUN" || tag === "PROPN") return true;
  // "favors talks with B", read as a verb: behind a verb and without a subject of its own.
  if (word === "talks" && tagOf(tree, token - 1) === "VERB" && childBy(tree, token, "nsubj") < 0) return true;
  // "coalition talks", read as a verb behind what is coalesced.
  if (relationOf(tree, token - 1) === "compound" && headOf(tree, token - 1) === token && tagOf(tree, token - 1) === "NOUN") return true;
  // A gerund or verb in the place of a noun: "their meeting", "talks between".
  return childBy(tree, token, "det", "nmod:poss", "amod") >= 0;
}

/** "go back to the table", "returned to the table". */
function isBackToTable(tree: SyntaxTree, table: number): boolean {
  if (lowerOf(tree, table - 1) !== "the" || lowerOf(tree, table - 2) !== "to") return false;
  const [verb, before] = [lowerOf(tree, table - 3), lowerOf(tree, table - 4)];
  return (
    /^return(?:s|ed|ing)?$/u.test(verb) ||
    (verb === "back" && /^(?:go(?:es|ing|ne)?|went|c[oa]m(?:e|es|ing)|get|got|are|were|is)$/u.test(before))
  );
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
  if (/^tours?$/u.test(token.lower)) return readTour(context, noun, bounds);
  const byPhone = saysByPhone(context, noun);
  const isPaid = base === "call" && isPaidCall(context, noun);
  if (base === "call" && !byPhone && !isPaid && !isPhoneCall(context, noun)) return null;
  const manner: Manner = byPhone ? "call" : isPaid ? "visit" : base;
  const outer = outermostNoun(tree, noun);
  const levels = outer === noun ? [noun] : [noun, outer];
  const reading = modalityOfNoun(tree, noun, bounds.endToken);
  // "monitors phone conversations between residents and strangers": whoever they are.
  if (overheard.test(token.lower) && childBy(tree, noun, "det", "nummod", "nmod:poss") < 0) {
    const anybody = completeSides(context, levels);
    if (anybody.length > 1 && anybody.every((party) => isAnybody(tree, party)))
      return { start: token.start, end: token.end, reason: "no particular meeting (whoever it may be)" };
  }
  const brokered = brokeredSides(context, outer);
  if (brokered.length > 0) return contactOf(context, noun, brokered, reading, manner);
  const complete = completeSides(context, levels);
  // "the annual summit between A and B" is one all the same.
  // But "the annual meetings of A and B" are each one's own.
  const isOwnYearly = complete.length >= 2 && token.lower === "meetings" && partiesBehind(context, noun, ofWord).length >= 2;
  const isYearly = childrenOf(tree, noun).some((child) => child < noun && lowerOf(tree, child) === "annual") && base === "talks";
  if (
    (complete.length < 2 || isOwnYearly) &&
    !isYearly &&
    childrenOf(tree, noun).some((child) => child < noun && routine.has(lowerOf(tree, child)))
  )
    return { start: token.start, end: token.end, reason: "a routine session or a talk to the press" };
  const hosted = complete.length < 2 && base !== "call" && base !== "visit" ? hostedSides(context, noun, outer) : null;
  if (hosted) return contactOf(context, noun, [...inRole(hosted.hosts, "host"), ...hosted.guests], reading, manner);
  // "is brokering talks among rival factions": both sides, in one plural.
  const isAmong = complete.length === 1 && complete[0]?.plural === true && mediating.test(lowerOf(tree, headOf(tree, outer)));
  if (complete.length >= 2 || (isAmong && conveners(context, noun, outer, complete).length > 0)) {
    const verb = lowerOf(tree, headOf(tree, outer));
    const gathering = conveners(context, noun, outer, complete);
    const convener = joining.test(verb) ? gathering : inRole(gathering, mediating.test(verb) ? "mediator" : "host");
    return contactOf(context, noun, [...convener, ...complete], reading, manner);
  }
  const right = resolved(context, merged(rightSides(context, levels, manner, outer), complete), headOf(tree, outer));
  if (isForListeners(context, noun, right)) return { start: token.start, end: token.end, reason: "a call for whoever listens in" };
  // "drinks tea with generals": what somebody does again and again.
  if (isHabit(context, outer) && right.length > 0 && right.every((party) => isAnybody(tree, party)))
    return { start: token.start, end: token.end, reason: "no particular meeting (habit)" };
  if (right.length === 0 && manner === "in-person") right.push(...gatheredAround(context, noun, outer));
  const isOpen = right.length === 0 && manner === "talks" && ["refused", "hypothetical"].includes(reading.modality ?? "");
  if (isOpen) right.push(...conditionedOn(context, outer));
  // "a meeting between the two countries' ministers": both sides, in one phrase.
  const [both] = complete;
  const isWhole = complete.length === 1 && both !== undefined && !both.named && !isLight(context, outer);
  const left = isWhole ? [] : leftSides(context, levels, outer, manner, right.length > 0).filter((party) => !isPress(context, party));
  if (right.length === 0 && (manner === "talks" || manner === "visit") && left.length > 0)
    right.push(...hostsOfStay(context, noun, outer, left));
  // "Police received a call from a man".
  if (base === "call" && left.some(({ head }) => lowerOf(tree, head) === "police") && right.every(({ named }) => !named)) return null;
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
  // Nor "Lee returned to Peru after a visit to France", of whom no office is known.
  const comesBack = /^(?:return|came$|com(?:e|es|ing)$)/u.test(lowerOf(tree, headOf(tree, outer)));
  const isPrivate = (party: Party): boolean => comesBack && !party.plural && !holdsOffice(context, party) && !isMister(context, party);
  const isNobody =
    manner === "visit" && left.every((party) => (party.kind === "pronoun" && party.entityIndex === null) || isPrivate(party));
  if (isNobody && left.length > 0 && right.length > 0 && right.every((party) => party.kind === "country") && !isOwnVisit(context, outer))
    return { start: token.start, end: token.end, reason: "nobody knows who visited" };
  if (right.length > 0) left.push(...leadersAmong(context, left), ...delegationsLed(context, outer));
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
    return contactOf(context, noun, merged(mediatorsBeside(context, headOf(tree, outer)), parties), reading, manner);
  }
  const determiner = lowerOf(tree, childBy(tree, noun, "det", "nmod:poss"));
  // "the six-party talks" are others than those of the two before.
  const ofMany = childrenOf(tree, noun).some(
    (child) => child < noun && /^(?:party|nation|country|way|nations)$/u.test(lowerOf(tree, child)),
  );
  const definite = !ofMany && (/^(?:the|these|those|their|this|that|such)$/u.test(determiner) || weekdays.test(determiner));
  // "The secretary arranged the meeting": she is no side of it.
  const isArranged = /^(?:arrang|schedul|organi[sz])/u.test(lowerOf(tree, headOf(tree, outer))) && baseRelation(tree, outer) === "obj";
  // "split on whether it should hold the talks": of whose nothing is said.
  const isOpenStill = reading.modality === "hypothetical";
  if (definite && !isWeak && !isArranged && !isOpenStill && parties.length > 0 && (isLight(context, outer) || takesPlace(context, outer)))
    return contactOf(context, noun, isHosting(context, outer, parties) ? inRole(parties, "host") : parties, reading, manner, true);
  if (isWeak) return null;
  if (parties.length === 0 && isNextOne(context, noun, outer, reading)) return contactOf(context, noun, [], reading, manner, true);
  return { start: token.start, end: token.end, reason: `${parties.length === 0 ? "no" : "only one"} side of the meeting is named` };
}

/** "hosted the talks", "chaired the session": as somebody else than those who hold them. */
function isHosting({ tree }: PartyContext, outer: number, hosts: readonly Party[]): boolean {
  if (hosts.some(({ kind }) => kind !== "person") || baseRelation(tree, outer) !== "obj") return false;
  return /^(?:host|chair)(?:ed|ing)?$/u.test(lowerOf(tree, headOf(tree, outer)));
}

/** "drinks tea with", "shares a pint with": of a verb in the simple present. */
function isHabit(context: PartyContext, outer: number): boolean {
  const { tree } = context;
  const verb = headOf(tree, outer);
  const isMeal = /^(?:tea|coffee|drinks?|pint|meal|lunch|dinner|breakfast|supper)s?$/u.test(lowerOf(tree, outer));
  return isMeal && baseRelation(tree, outer) === "obj" && /^VB[ZP]$/u.test(pennTagOf(tree, verb)) && childBy(tree, verb, "aux") < 0;
}

/** "A second meeting is planned", "talks will resume on Tuesday": another one of the sides that the sentences before named. */
function isNextOne(context: PartyContext, noun: number, outer: number, { modality }: ModalityReading): boolean {
  const { tree } = context;
  const verb = headOf(tree, outer);
  if (verb < 0 || baseRelation(tree, outer) !== "nsubj" || modality === "hypothetical") return false;
  // "the summit in Lima would go ahead".
  const isWhere = (child: number): boolean => /^(?:in|at)$/u.test(lowerOf(tree, childBy(tree, child, "case")));
  if (childrenOf(tree, noun).some((child) => ["compound", "nmod:poss", "nmod"].includes(relationOf(tree, child)) && !isWhere(child)))
    return false;
  const words = [noun, outer].flatMap((level) => childrenBy(tree, level, "amod", "det").map((child) => lowerOf(tree, child)));
  if (words.some((word) => sequels.has(word))) return happening.test(lowerOf(tree, verb));
  const isSame =
    words.length === 0 ? /s$/u.test(lowerOf(tree, noun)) : words.some((word) => ["the", "their", "these", "those"].includes(word));
  const isOn = resuming.test(lowerOf(tree, verb)) || (lowerOf(tree, verb) === "go" && lowerOf(tree, verb + 1) === "ahead");
  return isSame && modality === "planned" && isOn;
}

/** "Wednesday's talks": as known as "the talks". */
const weekdays = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:yesterday|today)$/u;

const sequels = new Set("second third fourth fifth further another new next final last".split(" "));

const happening =
  /^(?:held|hold|tak(?:e|en|ing)|took|plann?ed|schedul(?:e|ed)|set|due|expected|follow(?:s|ed)?|happen(?:s|ed)?|beg[ai]n|begins|start(?:s|ed)?|arranged|agreed|called|cancell?ed|postponed)$/u;

const resuming = /^(?:proceed|rescheduled|resume|continue|restart|reopen|reconvene|take|expected|due|set|scheduled)$/u;

/** "arrived in Cuba for talks", "is in Cuba for talks on trade": with whom else is not said, so with the country. */
function hostsOfStay(context: PartyContext, noun: number, outer: number, guests: readonly Party[]): Party[] {
  const { tree } = context;
  const preposition = lowerOf(tree, childBy(tree, outer, "case"));
  const isVisit = /^(?:visit|trip)$/u.test(lowerOf(tree, noun));
  // "returned from Havana after a state visit": where they come from.
  const isBack = isVisit && /^(?:after|following|from)$/u.test(preposition) && /^return/u.test(lowerOf(tree, headOf(tree, outer)));
  if (preposition !== "for" && !(isVisit && preposition === "on") && !isBack) return [];
  if (guests.some((party) => party.kind === "country")) return [];
  // "six-party talks", "talks of the group": others are meant.
  const isOther = (child: number): boolean =>
    ["compound", "amod", "nmod:poss"].includes(relationOf(tree, child)) &&
    !/^(?:trade|bilateral|border|security|energy)$/u.test(lowerOf(tree, child));
  if (!isVisit && childrenOf(tree, noun).some(isOther)) return [];
  const governor = headOf(tree, outer);
  // "leaders will gather for talks in Cuba": with one another.
  if (/^(?:gather|conven|assembl|meet|met$)/u.test(lowerOf(tree, governor))) return [];
  // "was shot in Cuba on a visit".
  if (governor < 0 || (isVisit && !isBack && !arriving.test(lowerOf(tree, governor)) && childBy(tree, governor, "cop") < 0)) return [];
  const stays = childBy(tree, governor, "cop") >= 0 ? [governor] : [];
  // "left for Cuba for talks".
  const isLeft = /^(?:left|leav(?:e|es|ing)|depart(?:s|ed|ing)?|head(?:s|ed|ing))$/u.test(lowerOf(tree, governor));
  const goals = isBack ? ["from"] : isLeft ? ["for", "to"] : ["in", "to"];
  const places = [...stays, ...childrenBy(tree, governor, "obl"), ...childrenBy(tree, noun, "nmod")].filter(
    (place) => place !== outer && goals.includes(lowerOf(tree, childBy(tree, place, "case"))),
  );
  const hosts = partiesOf(context, places).filter((party) => party.named);
  const countries = hosts.filter((party) => isCountry(context, party.entityIndex));
  // "flew to Havana for talks": of one official, with those who govern there.
  const [guest] = guests;
  const [capital] = hosts;
  // "arrived in Havana on a visit": a singer is nobody's guest there.
  const isSent = guest !== undefined && !guest.plural && (isVisit ? holdsOffice(context, guest) : guest.kind === "person");
  const isOfficial = isSent && guests.length === 1 && hosts.length === 1;
  if (countries.length > 0 || !isOfficial || capital === undefined || !isSeatOfOne(context, capital.entityIndex)) return countries;
  const isJourney =
    isBack || isLeft || stays.length > 0 || arriving.test(lowerOf(tree, governor)) || /^go(?:es|ing)?$/u.test(lowerOf(tree, governor));
  return isJourney && !tellsWhomLater(context, noun) ? hostsOf(context, hosts) : [];
}

const arriving = /^(?:arriv|land|flew|fly|flies|travel|touched|came|went)/u;

/** "arrived in Havana for a visit and met B": whom the guest meets there is told further on. */
function tellsWhomLater({ tree }: PartyContext, noun: number): boolean {
  for (let at = noun + 1; at < noun + 30 && !/^[.!?]$/u.test(tree.tokens[at]?.text ?? "."); at += 1)
    if (/^(?:me(?:e?t|ets|eting|etings)|talks|discuss(?:ed|ions)?|hold|confer(?:red)?|with)$/u.test(lowerOf(tree, at))) return true;
  return false;
}

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
  // "took calls from A and B", the phrase hung on the verb.
  const verb = headOf(tree, noun);
  const isTaken = baseRelation(tree, noun) === "obj" && /^(?:take[sn]?|taking|took)$/u.test(lowerOf(tree, verb));
  if (isTaken && childrenBy(tree, verb, "obl").some((child) => lowerOf(tree, childBy(tree, child, "case")) === "from")) return true;
  // "In a call on Friday, A pressed B".
  const isAddressed = baseRelation(tree, noun) === "obl" && /^(?:in|during)$/u.test(lowerOf(tree, childBy(tree, noun, "case")));
  if (isAddressed && verb > noun && childBy(tree, verb, "obj", "iobj") > verb && speaksIn.test(lowerOf(tree, verb))) return true;
  // "a call with B", "a call between A and B", "his call to B": but "a call for talks", "a call on Iran to".
  return childrenBy(tree, noun, "nmod").some((child) => ["with", "between", "from"].includes(lowerOf(tree, childBy(tree, child, "case"))));
}

/** What one does to somebody in a call, with the person as object. */
const speaksIn = /^(?:told|tells|press(?:ed|es)|urged?|assured?|warned?|thanked?|congratulated?|informed?|asked?|reassured?|briefed?)s?$/u;

const overheard = /^(?:conversations|calls|contacts|chats|exchanges)$/u;

const conversing = /^(?:dialogues?|conversations?|discussions?|consultations?|chats?)$/u;

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
