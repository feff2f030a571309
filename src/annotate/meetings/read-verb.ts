/** Verbs of meeting over the trees: which of their arguments are the two sides, and what makes a verb of another sense. */
import type { Manner, Skipped } from "../../domain/meeting.ts";
import {
  baseRelation,
  childBy,
  childrenBy,
  headOf,
  lowerOf,
  pennTagOf,
  relationOf,
  type SyntaxTree,
  tagOf,
} from "../syntax/syntax-tree.ts";
import { callsOn } from "./calls-on.ts";
import { modalityOfVerb } from "./clause-modality.ts";
import { agreements, whoAnswers } from "./complete-sides.ts";
import type { Contact } from "./contact.ts";
import { bodyForIt, resolved, subjectParties, visitingUnder } from "./contact-sides.ts";
import { guestsAmong, hostsFor, hostsOf, hostsWhereIn, isPractitioner } from "./guests-and-hosts.ts";
import { isInvestors } from "./listeners.ts";
import { type Frame, lightVerbs, nounCues, verbCues } from "./meeting-cues.ts";
import { isFixture, looksLikeMeeting } from "./not-a-meeting.ts";
import { modalityOfNoun } from "./noun-modality.ts";
import { hasThing, metBy, objectsMet } from "./objects-met.ts";
import { inRole, isCapital, isCountry, isPress, type Party, type PartyContext } from "./party-context.ts";
import { isAudience, isKin, isListening, isPlaceOfMany, isPublic, isReporter } from "./party-nouns.ts";
import {
  agentParties,
  includedAmong,
  isMatterNamed,
  leadersAmong,
  partiesAfter,
  partiesBehind,
  partiesOf,
  takesWith,
} from "./phrase-sides.ts";
import { toWord, withOrTo, withWord } from "./prepositions.ts";
import { contactOf, type SentenceBounds, saysByPhone } from "./read-cue.ts";
import { readGuest, readVisitingSpeaker } from "./read-guest.ts";
import { mediatedSides } from "./read-mediation.ts";
import { isGesture, readSetPhrase } from "./set-phrases.ts";
import { caughtUpWith, isCalledIn, isGreeter, isRoomShared, roomMates, seenInPerson } from "./sightings.ts";
import { isAnybody, isAnyone, isBody, isFew } from "./unnamed-sides.ts";
import {
  facing,
  isAddressing,
  isAlongside,
  isFaceToFace,
  isGreetingByPhone,
  isInPerson,
  isMetWithThing,
  isOnceMore,
  isOnPhone,
  isSetOff,
  isTogether,
  isViews,
  lastsHours,
  saysAgain,
  saysEachOther,
  tellsOnlyWhen,
  tellsWhen,
} from "./verb-adjuncts.ts";
import { isReducedPassive, isVerbal } from "./verb-forms.ts";
import { isEmergencyLine, isForComment, isOtherCall, isReceivedFrom, isSetOut, isSpell, isWelcomeOnly } from "./verb-senses.ts";

/** How many words the name may have that stands before "face to face". */
const toldReach = 6;
const intoWord = new Set(["into"]);
const onWord = new Set(["on", "upon"]);
const facingWords = new Set(["from", "opposite"]);

/** Reads the verb at `verb`; null where it has another sense, Skipped where a side is missing. */
export function readVerb(context: PartyContext, verb: number, bounds: SentenceBounds): Contact | Skipped | null {
  const { tree } = context;
  const token = tree.tokens[verb];
  const known = token ? verbCues.get(token.lower) : undefined;
  const phrase = token && !known && isVerbal(context, verb) ? readSetPhrase(context, verb) : null;
  const cue = known ?? phrase?.cue;
  if (!token || !cue) return null;
  const guest = token.lower === "visiting" ? (readGuest(context, verb, bounds) ?? readVisitingSpeaker(context, verb, bounds)) : null;
  if (guest !== null) return guest;
  if (visitingUnder(tree, headOf(tree, verb)) === verb) return null;
  if (!isVerbal(context, verb)) return null;
  const other = looksLikeMeeting(context, verb);
  if (other !== null) return { start: token.start, end: token.end, reason: other };
  const byPhone = saysByPhone(context, verb);
  let manner: Manner = byPhone ? "call" : cue.manner;
  let counterparts: Party[] = [...(phrase?.sides ?? [])];
  let subjects: Party[] = [];
  let mutual = phrase?.mutual ?? false;
  const objects = objectsMet(context, verb);
  switch (phrase ? null : cue.frame) {
    case "reciprocal":
      counterparts = metBy(context, objects);
      if (counterparts.length === 0) counterparts = partiesBehind(context, verb, withWord);
      if (counterparts.length === 0) counterparts = partiesAfter(context, verb, withWord);
      if (counterparts.length === 0 && hasThing(context, objects))
        return { start: token.start, end: token.end, reason: "nobody is met: the object is a thing" };
      mutual = true;
      break;
    case "with":
      counterparts = partiesBehind(context, verb, withWord);
      if (counterparts.length === 0) counterparts = partiesAfter(context, verb, withWord);
      // "consulted his lawyer", "lunched her guests": without "with".
      if (counterparts.length === 0 && token.lower.startsWith("consult"))
        counterparts = metBy(context, objects).filter((party) => !isPractitioner(context, party));
      // "negotiated a trade deal with B", the phrase hung on the deal.
      if (counterparts.length === 0 && token.lower.startsWith("negotiat"))
        counterparts = objects
          .filter((object) => agreements.test(lowerOf(tree, object)))
          .flatMap((object) => partiesBehind(context, object, withWord));
      mutual = objects.length === 0;
      break;
    case "catch":
      counterparts = caughtUpWith(context, verb);
      if (counterparts.length === 0) return null;
      break;
    case "introduce":
      // "was introduced to B", "introduced B to C".
      counterparts = partiesBehind(context, verb, toWord).filter(({ kind, isCrowd }) => kind === "person" && !isCrowd);
      // "were introduced to each other by C".
      mutual = lowerOf(tree, verb + 1) === "to" && saysEachOther(context, verb + 1);
      if (counterparts.length === 0 && !mutual) return null;
      if (childBy(tree, verb, "nsubj:pass") < 0 && !isReducedPassive(context, verb)) {
        const guests = metBy(context, objects).filter(({ kind }) => kind === "person" || kind === "pronoun");
        if (guests.length === 0) return null;
        return contactOf(
          context,
          verb,
          [...resolved(context, guests, verb), ...counterparts],
          modalityOfVerb(tree, verb, bounds.endToken),
          manner,
        );
      }
      break;
    case "encounter":
      counterparts = metBy(context, objects).filter(({ kind, named }) => kind === "person" && named);
      if (counterparts.length === 0) return null;
      break;
    case "into":
      // "ran into B at a party".
      if (lowerOf(tree, verb + 1) !== "into") return null;
      counterparts = partiesBehind(context, verb, intoWord).filter(({ kind, named }) => kind === "person" && named);
      if (counterparts.length === 0) {
        if (!saysEachOther(context, verb)) return null;
        mutual = true;
      }
      break;
    case "to": {
      counterparts = partiesBehind(context, verb, withWord);
      if (counterparts.length === 0) counterparts = partiesAfter(context, verb, withWord);
      // "spoke to the delegates along with B": who speaks beside one is not spoken to.
      const isSpokenTo = ({ head }: Party): boolean => !isAddressing(tree, verb) || !isAlongside(tree, head);
      counterparts = counterparts.filter(isSpokenTo);
      if (counterparts.length === 0) {
        const addressed = partiesBehind(context, verb, withOrTo).filter(isSpokenTo);
        // One speaks "to" a parliament, a nation or students without meeting them.
        const isSpeech = /^sp[eo]/u.test(token.lower);
        const isAddressed = (party: Party): boolean =>
          !isSpeech ||
          isFew(context, party) ||
          (party.kind !== "country" && (party.named ? party.kind !== "group" : !(party.plural && party.kind !== "pronoun")));
        counterparts = addressed.filter(
          (party) => byPhone || (isAddressed(party) && !(isSpeech && isListening(lowerOf(tree, party.head)))),
        );
      }
      if (!byPhone) counterparts = counterparts.filter((party) => !isAnybody(tree, party) || !isPublic(lowerOf(tree, party.head)));
      // "They are talking to voters": to them, not with one another.
      // "Speaking in Lima, the two candidates …": each to whoever listens.
      mutual =
        objects.length === 0 &&
        !(token.lower === "speaking" && baseRelation(tree, verb) === "advcl" && !saysEachOther(context, verb) && !byPhone) &&
        (byPhone ||
          tellsOnlyWhen(tree, verb) ||
          // "In their advertisements Ann and her supporters talk about the plan": to whoever listens.
          (/^talk/u.test(token.lower) &&
            !isAddressing(tree, verb) &&
            !(pennTagOf(tree, verb) === "VBP" && lowerOf(tree, verb + 1) === "about")) ||
          isOnceMore(context, verb) ||
          saysEachOther(context, verb));
      break;
    }
    case "down":
      // "sat face to face": as much as "sat down".
      if (facing.has(lowerOf(tree, verb + 1)) && saysEachOther(context, verb + 1)) {
        mutual = true;
        break;
      }
      if (facing.has(lowerOf(tree, verb + 1))) {
        counterparts = partiesBehind(context, verb, facingWords).filter(
          ({ kind, named, plural }) => kind === "person" && (named || !plural),
        );
        if (counterparts.length === 0) return null;
        break;
      }
      // "sat in the same room as B", "A and B sat at the same table".
      mutual = isRoomShared(tree, verb);
      counterparts = mutual ? roomMates(context, verb) : [];
      if (mutual) break;
      mutual =
        /^(?:down|together)$/u.test(lowerOf(tree, verb + 1)) || childBy(tree, verb, "compound:prt") >= 0 || isFaceToFace(context, verb);
      if (!mutual && !lastsHours(tree, verb)) return null;
      // "sat with her back to the door for an hour".
      counterparts = partiesBehind(context, verb, withWord).filter(({ kind }) => mutual || kind !== "pronoun");
      break;
    case "facing":
      if (!isFaceToFace(context, verb, 1)) return null;
      // "The generals of A and B came face to face".
      if (lowerOf(tree, verb + 4) !== "with") {
        mutual = true;
        break;
      }
      counterparts = [verb, verb + 1, verb + 3]
        .flatMap((at) => partiesBehind(context, at, withWord))
        .filter(({ kind, named }) => kind === "person" && named);
      if (counterparts.length === 0) return null;
      break;
    case "views":
      if (!objects.some((object) => isViews(tree, object) || isGreetingByPhone(context, verb, object))) return null;
      if (objects.some((object) => isGreetingByPhone(context, verb, object))) manner = "call";
      counterparts = partiesBehind(context, verb, withWord);
      if (counterparts.length === 0) counterparts = partiesAfter(context, verb, withWord);
      mutual = true;
      break;
    case "topic":
      // "talks with B to discuss relations with C": what the talks are about.
      if (baseRelation(tree, verb) === "acl" && nounCues.has(lowerOf(tree, headOf(tree, verb)))) return null;
      // "held a summit in Lima to discuss trade": what the summit was for.
      if (pennTagOf(tree, verb) === "VB" && ["advcl", "xcomp"].includes(baseRelation(tree, verb)) && isAtMeeting(tree, headOf(tree, verb)))
        return null;
      counterparts = partiesBehind(context, verb, withWord);
      // "discussed the plan with B", the phrase hung on the plan: but not "discussed its dispute with B".
      if (counterparts.length === 0 && objects.length > 0) counterparts = partiesAfter(context, verb, withWord);
      // "discuss improving security with B".
      if (counterparts.length === 0 && pennTagOf(tree, verb + 1) === "VBG")
        counterparts = partiesAfter(context, verb + 1, withWord).filter(({ kind }) => kind === "person");
      if (counterparts.length === 0 && subjectParties(context, verb).length === 1) counterparts = hostsWhereIn(context, verb);
      mutual = true;
      break;
    case "address":
      if (callsOn(tree, verb)) {
        counterparts = partiesBehind(context, verb, onWord).filter(({ kind, plural }) => kind === "person" && !plural);
        if (counterparts.length === 0) return null;
        manner = "visit";
        break;
      }
      if (isOtherCall(tree, verb, objects) || isForComment(tree, verb)) return null;
      if (isCalledIn(tree, verb)) manner = "in-person";
      // "contacted 3,000 patients by telephone": a survey.
      // "called friends on their telephones".
      counterparts = metBy(context, objects).filter(
        (party) => !isEmergencyLine(tree, party.head) && !party.isCrowd && !(isAnybody(tree, party) && isKin(lowerOf(tree, party.head))),
      );
      break;
    case "host":
      if (isReceivedFrom(tree, verb)) return null;
      counterparts = guestsAmong(context, metBy(context, objects)).filter((party) => !isWelcomeOnly(tree, verb, party));
      break;
    case "visit":
      counterparts = hostsOf(context, metBy(context, objects));
      // "visited with the prisoners".
      if (objects.length === 0 && lowerOf(tree, verb + 1) === "with")
        counterparts = partiesBehind(context, verb, withWord).filter(({ kind }) => kind === "person" || kind === "pronoun");
      break;
    case "mediate":
      counterparts = [...mediatedSides(context, verb)];
      if (counterparts.length === 0) return null;
      break;
    case "spend":
      // "spent two hours with B".
      // "spent nine hours [obl:unmarked] with B".
      if (![...objects, ...childrenBy(tree, verb, "obl:unmarked")].some((object) => isSpell(tree, object))) return null;
      // "…, with the host sitting down": what is set off is no company.
      counterparts = partiesBehind(context, verb, withWord).filter((party) => !isSetOff(context, party.head));
      if (counterparts.length === 0) counterparts = objects.flatMap((object) => partiesBehind(context, object, withWord));
      // "spent the best part of two hours with B"; "an hour on the phone with B" is told by the phone.
      if (counterparts.length === 0 && !isOnPhone(tree, verb)) counterparts = partiesAfter(context, verb, withWord);
      mutual = isTogether(tree, verb);
      counterparts = counterparts.filter((party) => party.named || !isKin(lowerOf(tree, party.head)));
      break;
    case "inform":
      // "told B by telephone": a call, by its words.
      // "told B face to face".
      if (saysByPhoneNear(context, verb)) manner = "call";
      else if (isFaceToFace(context, verb, toldReach) || isInPerson(tree, verb)) manner = "in-person";
      else return null;
      counterparts = metBy(context, objects).filter(
        (party) => (party.kind === "person" && !isInvestors(context, party)) || party.kind === "country",
      );
      break;
    case "see":
      // "is due to see B", "hopes to see B": what somebody sets out to do; else only "saw B in private" and its like.
      counterparts = metBy(context, objects).filter(
        (party) => party.kind === "person" || (party.kind === "pronoun" && party.head > verb) || isBody(context, party),
      );
      counterparts = counterparts.filter((party) => !isPractitioner(context, party));
      if (!isSetOut(tree, verb)) {
        counterparts = [...seenInPerson(context, verb, counterparts)];
        if (counterparts.length === 0) return null;
        break;
      }
      if (
        counterparts.length > 0 &&
        childrenBy(tree, verb, "xcomp", "ccomp", "advcl").some(
          // "to see B speak", "to see B speaking": to hear him; "to see B to discuss it" is a meeting.
          // So is "to see B when it opened", and what stands behind a comma.
          (child) =>
            child > verb &&
            tree.tokens[child - 1]?.text !== "," &&
            !tellsWhen(tree, child) &&
            (pennTagOf(tree, child) !== "VB" || childBy(tree, child, "mark", "aux") < 0),
        )
      )
        return null;
      mutual = saysEachOther(context, verb);
      if (counterparts.length === 0 && !mutual) return null;
      break;
  }
  // "The envoy called on the premier": nobody called the envoy.
  const isCallOn = cue.frame === "address" && manner === "visit";
  const isPassive =
    !isCallOn && (childBy(tree, verb, "nsubj:pass") >= 0 || childBy(tree, verb, "aux:pass") >= 0 || isReducedPassive(context, verb));
  if (isPassive) {
    // "A was met by B": both by name of their place; "was met with protests" has no agent that could meet.
    const agents = agentParties(context, verb);
    // "were met by police with tear gas".
    if (cue.frame === "reciprocal" && isMetWithThing(context, verb))
      return { start: token.start, end: token.end, reason: "met with a thing, not by somebody" };
    // "said Lee before the fair, a supper hosted by Ray": a participle that has a subject of its own.
    const isOfHead = relationOf(tree, verb) === "acl" && childBy(tree, verb, "nsubj:pass") < 0;
    const undergone = isOfHead ? partiesOf(context, [headOf(tree, verb)]) : subjectParties(context, verb);
    // "the petition was called by the party": nobody rings it.
    const isRung = ({ kind, named }: Party): boolean => kind === "person" || kind === "pronoun" || (!named && kind === "group");
    const undergoes = cue.frame === "address" ? undergone.filter(isRung) : undergone;
    if (cue.frame === "visit" || cue.frame === "host" || cue.frame === "reciprocal" || cue.frame === "address" || cue.frame === "inform") {
      if (agents.length === 0 || undergoes.length === 0) return null;
      counterparts =
        cue.frame === "visit" ? hostsOf(context, undergoes) : cue.frame === "host" ? guestsAmong(context, undergoes) : undergoes;
      subjects = agents;
    } else subjects = agents.length > 0 && cue.frame !== "introduce" ? agents : undergoes;
  } else {
    subjects = subjectParties(context, verb);
    if (subjects.length === 0) subjects = bodyForIt(context, verb);
  }
  // "A and B discussed an exchange of prisoners with Chile": with whom the exchange is.
  if (
    cue.frame === "topic" &&
    subjects.length > 1 &&
    objects.some((object) => takesWith.test(lowerOf(tree, object)) && !isMatterNamed(tree, object))
  )
    counterparts = [];
  // "Lima is hosting leaders and tourists": a town is where they are.
  // So is a conference.
  if (cue.frame === "host")
    subjects = subjects.filter((party) => !isTown(context, party) && (party.named || !isPlaceOfMany(lowerOf(tree, party.head))));
  // "crowds greeted the president": two people by name shake hands.
  if (/^greet/u.test(token.lower) && ![...subjects, ...counterparts].every((party) => isGreeter(context, party))) return null;
  if (cue.frame === "host" && subjects.length === 0) return null;
  // "The two spoke for an hour": one word that stands for both sides.
  mutual ||=
    !oneWay.has(cue.frame) &&
    !(cue.frame === "to" && isAddressing(tree, verb)) &&
    subjects.length === 2 &&
    subjects[0]?.start === subjects[1]?.start;
  if (!mutual && cue.frame !== "visit" && counterparts.length === 0) return null;
  if (cue.frame === "visit") {
    subjects = subjects.filter((party) => party.kind === "person" || party.kind === "pronoun" || (party.kind === "group" && !party.named));
    counterparts = hostsFor(context, verb, counterparts, subjects);
    if (counterparts.length === 0 || subjects.length === 0) return null;
    manner = "visit";
  }
  const reading = tagOf(tree, verb) === "NOUN" ? modalityOfNoun(tree, verb, bounds.endToken) : modalityOfVerb(tree, verb, bounds.endToken);
  // "refused to shake hands with B": the two were there.
  if (isGesture(token.lower) && !["held", "ongoing", "planned"].includes(reading.modality ?? "")) return null;
  // "If you talk to voters": "you" is whoever it may be.
  const isWhoever = subjects.length === 1 && lowerOf(tree, subjects[0]?.head ?? -1) === "you" && reading.modality === "hypothetical";
  if (isWhoever && counterparts.every((party) => party.kind === "country" || isAnybody(tree, party)))
    return { start: token.start, end: token.end, reason: "no particular meeting (whoever it may be)" };
  // "Reporters met the minister at the airport", "a reporter rang her": to hear from them.
  const isAsking = cue.frame === "reciprocal" ? isAudience : cue.frame === "address" ? isReporter : null;
  if (isAsking && subjects.length > 0 && subjects.every((party) => !party.named && isAsking(lowerOf(tree, party.head))))
    return { start: token.start, end: token.end, reason: "the press or the public, who listen" };
  // "The Echo's Ann Lee talked with Tom Ray": to hear from him.
  if (cue.frame === "to" && subjects.length === 1 && subjects.every((party) => party.named && isPress(context, party)))
    return { start: token.start, end: token.end, reason: "an interview" };
  // "Every president has met with the generals": nobody in particular.
  // "Denied that any envoy had met the rebels": as good as a name.
  if (reading.modality !== "denied" && subjects.length > 0 && subjects.every((party) => isAnyone(context, party)))
    return { start: token.start, end: token.end, reason: "no particular meeting (whoever it may be)" };
  if (counterparts.length === 0 && mutual && subjects.length === 1) counterparts = whoAnswers(context, verb);
  if (counterparts.length === 0) {
    // "We met again in December": with whom, the sentences before say.
    const isAgain =
      subjects.length === 1 && (cue.frame === "reciprocal" || cue.frame === "to") && objects.length === 0 && saysAgain(context, verb);
    if (isAgain) return contactOf(context, verb, subjects, reading, manner, true);
    if (!mutual || subjects.length < 2) {
      const isMeeting = cue.frame === "reciprocal" && subjects.length > 0;
      return isMeeting ? { start: token.start, end: token.end, reason: "only one side of the meeting is named" } : null;
    }
    return contactOf(context, verb, subjects, reading, manner);
  }
  // "He meets with families of patients.": what somebody does again and again.
  if (!isPassive && reading.decidedBy === "present" && counterparts.every((party) => isAnybody(tree, party)) && endsInStop(tree, bounds))
    return { start: token.start, end: token.end, reason: "no particular meeting (habit)" };
  counterparts = resolved(context, counterparts, verb);
  counterparts.push(...includedAmong(context, counterparts), ...leadersAmong(context, counterparts));
  if (subjects.length === 0) return { start: token.start, end: token.end, reason: "no subject found for the verb of meeting" };
  const plays = (party: Party): boolean => (party.kind === "group" || party.kind === "country") && !party.plural;
  if (isFixture(context, verb, subjects, counterparts))
    for (const { entityIndex } of [...subjects, ...counterparts]) if (entityIndex !== null) context.playing.add(entityIndex);
  // "Denver meets Montreal": towns that play.
  const isTowns = [...subjects, ...counterparts].every((party) => isTown(context, party) && !isCapital(context, party.entityIndex));
  const isPlay =
    cue.frame === "reciprocal" &&
    (context.isSport || counterparts.every(({ entityIndex }) => context.playing.has(entityIndex ?? -1))) &&
    counterparts.some(plays) &&
    [...subjects, ...counterparts].every((party) => plays(party) || (party.kind === "pronoun" && party.plural));
  if (isPlay || (cue.frame === "reciprocal" && isTowns))
    return { start: token.start, end: token.end, reason: "a match, as the words around it say" };
  const [doing, undergoing] = cue.frame === "host" ? hostAndVisitor : cue.frame === "visit" ? visitorAndHost : [null, null];
  if (cue.frame === "mediate") return contactOf(context, verb, [...inRole(subjects, "mediator"), ...counterparts], reading, manner);
  subjects = [...subjects, ...leadersAmong(context, subjects)];
  const left = doing === null ? subjects : inRole(subjects, doing);
  const right = undergoing === null ? counterparts : inRole(counterparts, undergoing);
  return contactOf(context, verb, [...left, ...right], reading, manner);
}

/** "held a summit", "opened talks": a verb whose object is a meeting. */
function isAtMeeting(tree: SyntaxTree, verb: number): boolean {
  return lightVerbs.has(lowerOf(tree, verb)) && childrenBy(tree, verb, "obj").some((object) => nounCues.has(lowerOf(tree, object)));
}

function isTown(context: PartyContext, { named, entityIndex }: Party): boolean {
  return named && context.entities[entityIndex ?? -1]?.type === "PLACE" && !isCountry(context, entityIndex);
}

/** True for a sentence of an article's text; headlines, which tell of one meeting in the present tense, have no stop. */
function endsInStop(tree: SyntaxTree, { endToken }: SentenceBounds): boolean {
  return [endToken - 1, endToken - 2].some((token) => tree.tokens[token]?.text === ".");
}
/** Frames in which two subjects have not met unless somebody is the object. */
const oneWay: ReadonlySet<Frame> = new Set<Frame>(["address", "host", "visit", "inform", "introduce", "into", "encounter", "catch"]);

const hostAndVisitor = ["host", "visitor"] as const;
const visitorAndHost = ["visitor", "host"] as const;

/** "told B in a phone call", "assured B by telephone". */
function saysByPhoneNear(context: PartyContext, verb: number): boolean {
  const { tree } = context;
  return childrenBy(tree, verb, "obl").some(
    (child) => child > verb && (saysByPhone(context, child) || ["phone", "telephone"].includes(lowerOf(tree, child))),
  );
}
