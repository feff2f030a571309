/** The contacts that one sentence reports: cue by cue, with the sides that grammar gives it. */
import type { Sentence, Token } from "../../domain/document.ts";
import type { Participant, Skipped } from "../../domain/meeting.ts";
import type { Quote } from "../../domain/quote.ts";
import { covers, firstFrom, overlaps } from "../../domain/span.ts";
import { baseRelation, childBy, headOf, lowerOf, pennTagOf, type SyntaxTree } from "../syntax/syntax-tree.ts";
import type { Contact } from "./contact.ts";
import { readGivenParty } from "./given-parties.ts";
import { readLed } from "./led-delegations.ts";
import { readListed, readSpentMeeting } from "./listed-sides.ts";
import { readOnward } from "./onward-journeys.ts";
import { outermostNoun } from "./outermost-noun.ts";
import type { PartyContext } from "./party-context.ts";
import { readPredicateContact } from "./predicate-contacts.ts";
import { isMediatedMatter } from "./read-mediation.ts";
import { isNounCue, readNoun } from "./read-noun.ts";
import { readVerb } from "./read-verb.ts";
import { remember, rememberSubjects } from "./recent-sides.ts";
import { isGesture } from "./set-phrases.ts";
import { readStops } from "./tours.ts";

export interface ContactsOfSentence {
  readonly contacts: readonly Contact[];
  readonly skipped: readonly Skipped[];
}

/** Reads every cue of the sentence. */
export function findContacts(context: PartyContext, sentence: Sentence, quotes: readonly Quote[]): ContactsOfSentence {
  const contacts: Contact[] = [];
  const skipped: Skipped[] = [];
  for (let index = sentence.firstToken; index < sentence.endToken; index += 1) {
    if (!context.tree.tokens[index] || context.isName[index]) continue;
    const found =
      readSpentMeeting(context, index, sentence) ??
      readPredicateContact(context, index, sentence) ??
      readGivenParty(context, index, sentence) ??
      (isNounCue(context, index)
        ? readNoun(context, index, sentence)
        : (readListed(context, index, sentence) ??
          readVerb(context, index, sentence) ??
          readStops(context, index, sentence) ??
          readLed(context, index, sentence) ??
          readOnward(context, index, sentence)));
    if (!found) continue;
    if ("reason" in found) {
      skipped.push(found);
      continue;
    }
    const participants = distinct(
      found.participants.map((participant) => withSpeaker(participant, context, sentence, quotes)),
      context,
      sentence,
    );
    contacts.push({ ...found, participants });
    remember(context, found.parties);
  }
  if (contacts.length === 0) rememberSubjects(context, sentence);
  return { contacts: contacts.filter((contact) => !contacts.some((other) => isFrameOf(context, contact, other))), skipped };
}

/**
 * "made a visit to Cuba to meet Ann Lee", "visited Cuba for talks with Ann Lee", "met Ann Lee during a visit to Cuba", "met to discuss
 * trade": the visit is where they met, the discussion what for; neither is a second row.
 */
function isFrameOf(context: PartyContext, frame: Contact, other: Contact): boolean {
  const { tree } = context;
  if (frame === other) return false;
  const [cue, verb] = [frame.triggerToken, other.triggerToken];
  // "offered to mediate in the talks between A and B".
  if (/^mediat/u.test(lowerOf(tree, verb)) && isMediatedMatter(context, cue, verb)) return true;
  // "A and B met, the first meeting between a president and a rebel": says again what was said.
  const isAside = ["appos", "parataxis"].includes(baseRelation(tree, cue)) && cue > verb;
  if (isAside && frame.participants.every(({ named }) => !named)) return true;
  const isSame = (a: Participant, b: Participant): boolean =>
    a.start === b.start || (a.entityIndex !== null && a.entityIndex === b.entityIndex);
  const isIn = (side: Participant): boolean => other.participants.some((participant) => isSame(side, participant));
  // "comes at the invitation of B, who will receive her".
  if (lowerOf(tree, cue) === "invitation" && frame.participants.every(isIn)) return true;
  if (pennTagOf(tree, cue) === "VB" && headOf(tree, cue) === verb && frame.manner === "talks") return frame.participants.every(isIn);
  // "met to resume talks".
  const above = headOf(tree, cue);
  if (pennTagOf(tree, above) === "VB" && headOf(tree, above) === verb && frame.manner === "talks") return frame.participants.every(isIn);
  // "are meeting for talks": what they meet for.
  const isPurpose = frame.manner === "talks" && headOf(tree, cue) === verb && lowerOf(tree, childBy(tree, cue, "case")) === "for";
  if (isPurpose && cue > verb && /^me(?:e?t|ets|eting)$/u.test(lowerOf(tree, verb))) return frame.participants.every(isIn);
  // "met to discuss restarting talks".
  const discussion = pennTagOf(tree, above) === "VBG" && baseRelation(tree, above) === "xcomp" ? headOf(tree, above) : -1;
  if (/^discuss/u.test(lowerOf(tree, discussion)) && headOf(tree, discussion) === verb && frame.manner === "talks")
    return frame.participants.every(isIn);
  // "met on the sidelines of the talks": both were there, and what they did is the meeting.
  const outer = outermostNoun(tree, cue);
  if (
    /^(?:sidelines?|margins?|fringes?)$/u.test(lowerOf(tree, outer)) &&
    [headOf(tree, outer), headOf(tree, headOf(tree, outer))].includes(verb)
  )
    return true;
  // "A and B shook hands before their talks": where they met.
  if (isGesture(lowerOf(tree, cue)) && /^(?:held|ongoing)$/u.test(other.modality) && frame.participants.every(isIn)) return true;
  // "discussed it in a meeting": the meeting. "On a visit, discussed it with the premier": not the visit.
  const isWithin = [headOf(tree, verb), headOf(tree, headOf(tree, verb))].includes(cue) && other.manner !== "visit";
  if (isWithin && pennTagOf(tree, cue).startsWith("VB") && /^(?:in|at|during)$/u.test(lowerOf(tree, childBy(tree, verb, "case"))))
    return frame.manner === "talks" && frame.participants.length === other.participants.length && frame.participants.every(isIn);
  // "visited troops while on a visit to Cuba".
  if (frame.manner === "visit" && headOf(tree, cue) === verb && lowerOf(tree, childBy(tree, cue, "mark")) === "while") return true;
  if (frame.manner !== "visit" || other.manner === "visit") return false;
  if (frame.participants.some(({ role, named }) => role === "host" && !named)) return false;
  if (!frame.participants.filter(({ role }) => role === "visitor").some(isIn)) return false;
  if (pennTagOf(tree, verb) === "VB" && [cue, headOf(tree, cue)].includes(headOf(tree, verb))) return true;
  // "met B as he wound up his visit to Cuba".
  const stage = headOf(tree, cue);
  if (
    baseRelation(tree, cue) === "obj" &&
    baseRelation(tree, stage) === "advcl" &&
    headOf(tree, stage) === verb &&
    stages.test(lowerOf(tree, stage))
  )
    return true;
  // "is on a visit to Cuba and will meet B".
  if (childBy(tree, cue, "cop") >= 0 && lowerOf(tree, childBy(tree, cue, "case")) === "on" && isJoinedUnder(tree, verb, cue)) return true;
  // "during a visit", "as she visited", on the other contact's clause or on its purpose ("to discuss trade").
  for (let at = cue, steps = 0; steps < 3 && circumstantial.has(baseRelation(tree, at)); steps += 1) {
    at = headOf(tree, at);
    if (at === verb || at === headOf(tree, verb)) return true;
  }
  // "a visit to Oslo for talks with the king", "will visit Oslo for talks".
  const purpose = lowerOf(tree, childBy(tree, verb, "case")) === "for" ? headOf(tree, verb) : -1;
  return purpose >= 0 && (purpose === cue || purpose === headOf(tree, cue) || (purpose > cue && headOf(tree, purpose) === cue));
}

/** True where clauses joined to one another, or telling when, lead from the verb up to the word. */
function isJoinedUnder(tree: SyntaxTree, verb: number, word: number): boolean {
  let at = verb;
  for (let steps = 0; steps < 4 && /^(?:conj|advcl|xcomp)$/u.test(baseRelation(tree, at)); steps += 1) {
    at = headOf(tree, at);
    if (at === word) return true;
  }
  return false;
}

const stages = /^(?:wind|wound|wrap|end|conclud|continu|beg[aiu]n|start|clos|complet|finish)/u;
const circumstantial = new Set(["obl", "nmod", "advcl"]);

/** The token of the sentence that starts there, found by halving. */
function tokenAt(context: PartyContext, sentence: Sentence, start: number): Token | undefined {
  const { tokens } = context.tree;
  const at = firstFrom(tokens, start, sentence.firstToken, sentence.endToken);
  const token = tokens[at];
  return token?.start === start && at < sentence.endToken ? token : undefined;
}

const speakerPronouns = new Set(["i", "me", "we", "us", "my", "our"]);

/** "I", "we" inside a quotation are its speaker. */
function withSpeaker(participant: Participant, context: PartyContext, sentence: Sentence, quotes: readonly Quote[]): Participant {
  if (participant.entityIndex !== null) return participant;
  const token = tokenAt(context, sentence, participant.start);
  if (!token || !speakerPronouns.has(token.lower) || token.end !== participant.end) return participant;
  const quote = quotes.find((candidate) => candidate.kind !== "indirect" && covers(candidate, participant));
  return quote?.speaker?.entityIndex == null ? participant : { ...participant, entityIndex: quote.speaker.entityIndex, named: true };
}

const objectPronouns = new Set(["him", "her", "them", "his", "he", "she", "their"]);

/** Each side once. A pronoun that would make somebody meet himself stands for another ("Ann met her"). */
function distinct(participants: readonly Participant[], context: PartyContext, sentence: Sentence): Participant[] {
  const kept: Participant[] = [];
  for (const participant of participants) {
    // One word can stand for two: "they".
    const shares = (other: Participant): boolean =>
      other.start === participant.start && other.end === participant.end && other.entityIndex !== participant.entityIndex;
    if (kept.some((other) => overlaps(other, participant) && !shares(other))) continue;
    const same = kept.findIndex(
      (other) => participant.entityIndex !== null && other.entityIndex === participant.entityIndex && other.named && participant.named,
    );
    if (same < 0) {
      kept.push(participant);
      continue;
    }
    const other = kept[same];
    if (isPronoun(context, sentence, participant)) kept.push({ ...participant, entityIndex: null, named: false });
    else if (other && isPronoun(context, sentence, other)) {
      kept[same] = { ...other, entityIndex: null, named: false };
      kept.push(participant);
    }
  }
  // "Halden and its biggest union": the union is not Halden.
  return kept.map((participant) => {
    const isOwn = !participant.named && kept.some((other) => other.named && other.entityIndex === participant.entityIndex);
    const isPhrase = isOwn && tokenAt(context, sentence, participant.start)?.end !== participant.end;
    return isPhrase && participant.entityIndex !== null ? { ...participant, entityIndex: null } : participant;
  });
}

function isPronoun(context: PartyContext, sentence: Sentence, participant: Participant): boolean {
  const token = tokenAt(context, sentence, participant.start);
  return token?.end === participant.end && objectPronouns.has(token.lower);
}
