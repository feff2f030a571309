/** Verbs of meeting over the trees: which of their arguments are the two sides, and what makes a verb of another sense. */
import type { Manner, Skipped } from "../../domain/meeting.ts";
import { objectsOf } from "../syntax/clause-subjects.ts";
import { baseRelation, childBy, childrenBy, childrenOf, headOf, lowerOf, pennTagOf, relationOf, tagOf } from "../syntax/syntax-tree.ts";
import { modalityOfVerb } from "./clause-modality.ts";
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
import { verbCues } from "./meeting-cues.ts";
import { looksLikeMeeting } from "./not-a-meeting.ts";
import { modalityOfNoun } from "./noun-modality.ts";
import { countryOfCapital, inRole, isCapital, isCountry, isPress, type Party, type PartyContext } from "./party-context.ts";
import { contactOf, type SentenceBounds, saysByPhone } from "./read-cue.ts";

const withWord = new Set(["with"]);
const withOrTo = new Set(["with", "to"]);
const between = new Set(["between", "among"]);

/** Reads the verb at `verb`; null where it has another sense, Skipped where a side is missing. */
export function readVerb(context: PartyContext, verb: number, bounds: SentenceBounds): Contact | Skipped | null {
  const { tree } = context;
  const token = tree.tokens[verb];
  const cue = token ? verbCues.get(token.lower) : undefined;
  if (!token || !cue || !isVerbal(context, verb)) return null;
  const other = looksLikeMeeting(context, verb);
  if (other !== null) return { start: token.start, end: token.end, reason: other };
  const byPhone = saysByPhone(context, verb);
  let manner: Manner = byPhone ? "call" : cue.manner;
  let counterparts: Party[] = [];
  let subjects: Party[] = [];
  let mutual = false;
  const objects = objectsOf(tree, verb).filter(
    (object) =>
      (object > verb || relationOf(tree, verb) === "acl:relcl") &&
      !isEachOther(context, object) &&
      !isEachOther(context, childBy(tree, object, "nmod:poss")),
  );
  switch (cue.frame) {
    case "reciprocal":
      counterparts = partiesBehind(context, verb, withWord);
      if (counterparts.length === 0) counterparts = metBy(context, objects);
      if (counterparts.length === 0) counterparts = partiesAfter(context, verb, withWord);
      if (counterparts.length === 0 && hasThing(context, objects))
        return { start: token.start, end: token.end, reason: "nobody is met: the object is a thing" };
      mutual = true;
      break;
    case "with":
      counterparts = partiesBehind(context, verb, withWord);
      if (counterparts.length === 0) counterparts = partiesAfter(context, verb, withWord);
      mutual = objects.length === 0;
      break;
    case "to":
      counterparts = partiesBehind(context, verb, withWord);
      if (counterparts.length === 0) counterparts = partiesAfter(context, verb, withWord);
      if (counterparts.length === 0) {
        const addressed = partiesBehind(context, verb, withOrTo);
        // One speaks "to" a parliament, a nation or students without meeting them.
        const isSpeech = /^sp[eo]/u.test(token.lower);
        const isAddressed = (party: Party): boolean =>
          !isSpeech || (party.kind !== "country" && (party.named ? party.kind !== "group" : !(party.plural && party.kind !== "pronoun")));
        counterparts = addressed.filter((party) => byPhone || isAddressed(party));
      }
      mutual = objects.length === 0 && (byPhone || /^talk/u.test(token.lower) || isOnceMore(context, verb));
      break;
    case "down":
      if (lowerOf(tree, verb + 1) !== "down" && childBy(tree, verb, "compound:prt") < 0) return null;
      counterparts = partiesBehind(context, verb, withWord);
      mutual = true;
      break;
    case "topic":
      counterparts = partiesBehind(context, verb, withWord);
      // "discussed the plan with B", the phrase hung on the plan: but not "discussed its dispute with B".
      if (counterparts.length === 0 && objects.length > 0) counterparts = partiesAfter(context, verb, withWord);
      mutual = true;
      break;
    case "address":
      if (isOtherCall(context, verb, objects)) return null;
      counterparts = metBy(context, objects).filter((party) => !isEmergencyLine(context, party));
      break;
    case "host":
      counterparts = metBy(context, objects).filter((party) => isGuest(party) || delegations.test(lowerOf(tree, party.head)));
      break;
    case "visit":
      counterparts = hostsOf(context, metBy(context, objects));
      break;
    case "mediate":
      counterparts = partiesBehind(context, verb, between);
      if (counterparts.length < 2) return null;
      break;
    case "spend":
      // "spent two hours with B".
      if (!objects.some((object) => spells.test(lowerOf(tree, object)))) return null;
      // "…, with the host sitting down": what is set off is no company.
      counterparts = partiesBehind(context, verb, withWord).filter((party) => !isSetOff(context, party.head));
      if (counterparts.length === 0) counterparts = objects.flatMap((object) => partiesBehind(context, object, withWord));
      break;
    case "inform":
      // "told B by telephone": a call, by its words.
      if (!saysByPhoneNear(context, verb)) return null;
      manner = "call";
      counterparts = metBy(context, objects).filter((party) => party.kind === "person" || party.kind === "country");
      break;
    case "see":
      // "is due to see B", "hopes to see B": only what somebody sets out to do.
      if (!isSetOut(context, verb)) return null;
      counterparts = metBy(context, objects).filter((party) => party.kind === "person" && party.named);
      break;
  }
  const isPassive = childBy(tree, verb, "nsubj:pass") >= 0 || childBy(tree, verb, "aux:pass") >= 0 || isReducedPassive(context, verb);
  if (isPassive) {
    // "A was met by B": both by name of their place; "was met with protests" has no agent that could meet.
    const agents = agentParties(context, verb);
    const undergoes = relationOf(tree, verb) === "acl" ? partiesOf(context, [headOf(tree, verb)]) : subjectParties(context, verb);
    if (cue.frame === "visit" || cue.frame === "host" || cue.frame === "reciprocal" || cue.frame === "address") {
      if (agents.length === 0 || undergoes.length === 0) return null;
      counterparts = cue.frame === "visit" ? hostsOf(context, undergoes) : undergoes;
      subjects = agents;
    } else subjects = agents.length > 0 ? agents : undergoes;
  } else {
    subjects = subjectParties(context, verb);
    if (subjects.length === 0) subjects = bodyForIt(context, verb);
  }
  // "The two spoke for an hour": one word that stands for both sides.
  mutual ||= subjects.length === 2 && subjects[0]?.start === subjects[1]?.start;
  if (!mutual && cue.frame !== "visit" && counterparts.length === 0) return null;
  if (cue.frame === "visit") {
    subjects = subjects.filter((party) => party.kind === "person" || party.kind === "pronoun" || (party.kind === "group" && !party.named));
    // "He recently visited France": without a name no guest of its leaders.
    if (subjects.every((party) => party.entityIndex === null && party.kind === "pronoun"))
      counterparts = counterparts.filter((party) => party.kind !== "country");
    if (counterparts.length === 0 || subjects.length === 0) return null;
    manner = "visit";
  }
  // "Every president has met with the generals": nobody in particular.
  if (subjects.length > 0 && subjects.every((party) => isAnyone(context, party)))
    return { start: token.start, end: token.end, reason: "no particular meeting (whoever it may be)" };
  const reading = tagOf(tree, verb) === "NOUN" ? modalityOfNoun(tree, verb, bounds.endToken) : modalityOfVerb(tree, verb, bounds.endToken);
  if (counterparts.length === 0) {
    if (!mutual || subjects.length < 2) {
      const isMeeting = cue.frame === "reciprocal" && subjects.length > 0;
      return isMeeting ? { start: token.start, end: token.end, reason: "only one side of the meeting is named" } : null;
    }
    return contactOf(context, verb, subjects, reading, manner);
  }
  counterparts = resolved(context, counterparts, verb);
  counterparts.push(...includedAmong(context, counterparts), ...leadersAmong(context, counterparts));
  if (subjects.length === 0) return { start: token.start, end: token.end, reason: "no subject found for the verb of meeting" };
  const [doing, undergoing] = cue.frame === "host" ? hostAndVisitor : cue.frame === "visit" ? visitorAndHost : [null, null];
  if (cue.frame === "mediate") return contactOf(context, verb, [...inRole(subjects, "mediator"), ...counterparts], reading, manner);
  const left = doing === null ? subjects : inRole(subjects, doing);
  const right = undergoing === null ? counterparts : inRole(counterparts, undergoing);
  return contactOf(context, verb, [...left, ...right], reading, manner);
}

/** "each other", "one another": the object says that the subjects met, not whom. */
function isEachOther({ tree }: PartyContext, object: number): boolean {
  const [word, next] = [lowerOf(tree, object), lowerOf(tree, object + 1)];
  return (
    (word === "each" && next === "other") ||
    (word === "one" && next === "another") ||
    (word === "other" && lowerOf(tree, object - 1) === "each")
  );
}

/** "Lee and Ray last spoke in June", "spoke for an hour": with one another; "spoke at a rally" is a speech. */
function isOnceMore({ tree }: PartyContext, verb: number): boolean {
  if ([verb - 1, ...childrenOf(tree, verb)].some((child) => onceMore.has(lowerOf(tree, child)))) return true;
  return childrenBy(tree, verb, "obl").some(
    (child) => /^(?:hours?|minutes?)$/u.test(lowerOf(tree, child)) && lowerOf(tree, childBy(tree, child, "case")) === "for",
  );
}

const onceMore = new Set(["last", "again", "privately", "directly", "briefly"]);

function isAnyone({ tree }: PartyContext, party: Party): boolean {
  return !party.named && ["every", "each", "any"].includes(lowerOf(tree, childBy(tree, party.head, "det")));
}

/** True when a comma stands before the phrase's preposition. */
function isSetOff({ tree }: PartyContext, head: number): boolean {
  const preposition = childBy(tree, head, "case", "mark");
  return preposition > 0 && tree.tokens[preposition - 1]?.text === ",";
}

const hostAndVisitor = ["host", "visitor"] as const;
const visitorAndHost = ["visitor", "host"] as const;

const demands =
  /^(?:demands?|needs?|requirements?|expectations?|deadlines?|obligations?|standards?|conditions?|targets?|goals?|criteria)$/u;

const spells = /^(?:hours?|minutes?|days?|weeks?|afternoon|evening|morning|night|weekend|time|\w+day)$/u;

/** "is due to see B", "when I see B on Monday": what is going to be, by its verb or by its day. */
function isSetOut(context: PartyContext, verb: number): boolean {
  const { tree } = context;
  const tag = pennTagOf(tree, verb);
  const isToBe = childrenBy(tree, verb, "aux").some((child) => ["will", "'ll", "shall"].includes(lowerOf(tree, child)));
  if (tag === "VB") return isToBe || lowerOf(tree, childBy(tree, verb, "mark")) === "to";
  const isWhen = childrenBy(tree, verb, "mark", "advmod").some((child) => child < verb && lowerOf(tree, child) === "when");
  const isDay = [...childrenBy(tree, verb, "obl")].some((child) => spells.test(lowerOf(tree, child)));
  return isWhen && isDay && (tag === "VBP" || tag === "VBZ");
}

/** "told B in a phone call", "assured B by telephone". */
function saysByPhoneNear(context: PartyContext, verb: number): boolean {
  const { tree } = context;
  return childrenBy(tree, verb, "obl").some(
    (child) => child > verb && (saysByPhone(context, child) || ["phone", "telephone"].includes(lowerOf(tree, child))),
  );
}

/** The sides that the object names; the press and the public are none. */
function metBy(context: PartyContext, objects: readonly number[]): Party[] {
  const [object = -1] = objects;
  // "meet the hostage-takers' demands", with its apostrophe lost: the noun behind is what is met.
  const next = object + 1;
  if (object >= 0 && demands.test(lowerOf(context.tree, next))) return [];
  if (object >= 0 && tagOf(context.tree, next) === "NOUN" && !context.isName[object] && !spells.test(lowerOf(context.tree, next)))
    return [];
  return partiesOf(context, objects.slice(0, 1)).filter((party) => !isPress(context, party));
}

/** True for a verb, also where the tagger took a gerund or a past form for something else. */
function isVerbal(context: PartyContext, token: number): boolean {
  const { tree } = context;
  const tag = tagOf(tree, token);
  if (tag === "VERB") return baseRelation(tree, token) !== "amod" && baseRelation(tree, token) !== "compound";
  if (tag === "AUX" || context.isName[token]) return false;
  const word = lowerOf(tree, token);
  // "after meeting Putin": a gerund read as a noun has no determiner and takes an object.
  return (word === "meeting" || word === "visiting") && (pennTagOf(tree, token) === "VBG" || isGerund(context, token));
}

/** "denied meeting B": tagged as a noun, but with an object and without a determiner. */
export function isGerund(context: PartyContext, token: number): boolean {
  const { tree } = context;
  return (
    lowerOf(tree, token).endsWith("ing") && childBy(tree, token, "obj") > token && childBy(tree, token, "det", "amod", "nmod:poss") < 0
  );
}

function isReducedPassive(context: PartyContext, verb: number): boolean {
  const { tree } = context;
  return pennTagOf(tree, verb) === "VBN" && baseRelation(tree, verb) === "acl" && relationOf(tree, verb) !== "acl:relcl";
}

/** An object that no one could meet: "met the deadline". A day is none ("met Monday"). */
function hasThing(context: PartyContext, objects: readonly number[]): boolean {
  const { tree } = context;
  return objects.some(
    (object) => !isAside(context, object) && !relationOf(tree, object).endsWith(":unmarked") && !days.has(lowerOf(tree, object)),
  );
}

/** "met on Tuesday, the first encounter in years": an aside that the parser took for the object. */
function isAside(context: PartyContext, object: number): boolean {
  const { tree } = context;
  const first = childrenOf(tree, object)[0] ?? object;
  return tree.tokens[Math.min(first, object) - 1]?.text === "," || tree.tokens[Math.min(first, object)]?.text === ",";
}

const days = new Set("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight".split(" "));

/** "called its ambassador home": adverbs with which nobody is rung. */
const recalls = new Set(["home", "back", "together", "away"]);

/** "called it a mistake", "called for talks", "called on Iran to", "called off": calls that ring no one. */
function isOtherCall(context: PartyContext, verb: number, objects: readonly number[]): boolean {
  const { tree } = context;
  const word = lowerOf(tree, verb);
  if (!/^(?:call|ring|rang|rung)/u.test(word)) return false;
  if (objects.length > 1 && !objects.every((object) => baseRelation(tree, object) === "conj" || object === objects[0])) return true;
  // "whom they call a terrorist".
  if (word.startsWith("call") && objects.some((object) => ["a", "an"].includes(lowerOf(tree, childBy(tree, object, "det"))))) return true;
  for (const child of childrenOf(tree, verb)) {
    const relation = baseRelation(tree, child);
    if (relation === "xcomp" || relation === "iobj") return true;
    if (relation === "ccomp" && child > verb && word.startsWith("call")) return true;
    if (child > verb && recalls.has(lowerOf(tree, child)) && word.startsWith("call")) return true;
    if (relationOf(tree, child) === "compound:prt" && lowerOf(tree, child) !== "up") return true;
    if (relation === "obl" && ["for", "on", "upon"].includes(lowerOf(tree, childBy(tree, child, "case"))) && child === verb + 2)
      return true;
  }
  return (
    childBy(tree, verb, "nsubj:pass", "aux:pass") >= 0 &&
    childrenBy(tree, verb, "obl").every((child) => lowerOf(tree, childBy(tree, child, "case")) !== "by")
  );
}

/** Lines one rings rather than people: "phoned the police", "telephoned the embassy". */
function isEmergencyLine(context: PartyContext, party: Party): boolean {
  return ["police", "embassy", "ambulance", "office", "hotline", "newspaper", "station"].includes(lowerOf(context.tree, party.head));
}

const delegations = /^(?:delegation|deputation|team|mission|contingent)s?$/u;

/** A person by name, or unnamed people: whom one can receive. An unresolved "it" may stand for a thing. */
function isGuest(party: Party): boolean {
  if (party.isCrowd) return false;
  return party.kind === "person" || party.kind === "pronoun" || (party.kind === "group" && !party.named && party.plural);
}

/** Whom one visits: people, a country, or a country by its capital where the article names it. */
export function hostsOf(context: PartyContext, parties: readonly Party[]): Party[] {
  return parties.flatMap((party) => {
    if (party.kind === "person" || party.kind === "pronoun" || isCountry(context, party.entityIndex))
      return party.kind === "group" && !party.plural ? [] : [party];
    if (party.kind === "group" && !party.named && party.plural) return [party];
    // A capital stands for its country; where the article does not name that, for itself.
    const country = countryOfCapital(context, party.entityIndex);
    if (country !== null) return [{ ...party, entityIndex: country, named: true }];
    return isCapital(context, party.entityIndex) ? [party] : [];
  });
}
