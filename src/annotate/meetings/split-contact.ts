/**
 * One cue, several meetings: "met A in Oslo and B in Lima", "held separate talks with A and B", "phoned A and B", "visited in March
 * and again in June". Each part has its own sides, and its own stretch of the sentence for place and day where the words give one.
 */
import type { Sentence } from "../../domain/document.ts";
import type { DateExpression, Participant } from "../../domain/meeting.ts";
import type { TokenRange } from "../../domain/mention.ts";
import { headFrom } from "../syntax/noun-phrases.ts";
import { childBy, childrenBy, childrenOf, headOf, lowerOf, pennTagOf, relationOf, tagOf } from "../syntax/syntax-tree.ts";
import { agreements } from "./complete-sides.ts";
import type { Contact } from "./contact.ts";
import { dayMs, weekdays } from "./date-words.ts";
import { tokenFrom } from "./meeting-date.ts";
import { isCountry, isPress, type Party, type PartyContext, widestAt } from "./party-context.ts";
import { isPlural } from "./party-nouns.ts";
import { partiesOf } from "./phrase-sides.ts";

export interface ContactPart {
  readonly contact: Contact;
  /** Where its own place and day stand; null where it shares those of the sentence. */
  readonly stretch: TokenRange | null;
  /** Of several countries that are visited, this one. */
  readonly country?: number | null;
}

/** The meetings that the contact's words tell of: itself, unless they are several. */
export function splitBySides(
  context: PartyContext,
  contact: Contact,
  sentence: Sentence,
  dates: readonly DateExpression[],
): readonly ContactPart[] {
  const right = contact.participants.filter(({ start }) => start > contact.trigger.end).sort((a, b) => a.start - b.start);
  const left = contact.participants.filter((participant) => !right.includes(participant));
  const [firstRight] = right;
  const lastRight = right[right.length - 1];
  const whole = [{ contact, stretch: null }];
  // "a tour that will take the premier to Chad and Mali": the visitor stands behind the word, too.
  const hosts = right.filter(({ role, entityIndex }) => role === "host" && isCountry(context, entityIndex));
  const guests = right.filter(({ role }) => role === "visitor");
  if (left.length === 0 && hosts.length > 1 && guests.length > 0 && hosts.length + guests.length === right.length)
    return hosts.map((side) => ({ contact: { ...contact, participants: [...guests, side] }, stretch: null, country: side.entityIndex }));
  // "is mediating between the government in A and the rebels": one effort.
  if (!firstRight || !lastRight || left.length === 0 || left.some(({ role }) => role === "mediator")) return whole;
  const { tokens } = context.tree;
  const startOf = (participant: Participant): number => tokenFrom(tokens, sentence, participant.start);
  const groups: { sides: Participant[]; first: number }[] = [];
  let before: Participant | null = null;
  for (const side of right) {
    const current = groups[groups.length - 1];
    if (!current || (before && hasOwnCircumstance(context, tokenFrom(tokens, sentence, before.end), startOf(side), dates)))
      groups.push({ sides: [side], first: startOf(side) });
    else current.sides.push(side);
    before = side;
  }
  for (const { parties, first } of gappedSides(context, tokenFrom(tokens, sentence, lastRight.end), sentence, dates)) {
    const sides = parties.map(({ start, end, entityIndex, named }) => ({ start, end, entityIndex, named, role: firstRight.role }));
    const isNew = sides.every((side) => contact.participants.every((other) => other.start !== side.start && !isSame(side, other)));
    if (isNew) groups.push({ sides, first });
  }
  if (groups.length > 1) {
    return groups.map(({ sides, first }, index) => ({
      contact: { ...contact, participants: [...left, ...sides] },
      stretch: { firstToken: first, endToken: groups[index + 1]?.first ?? sentence.endToken },
    }));
  }
  // "visits Chad and Mali": one after the other.
  const isRound = contact.manner === "visit" && right.every(({ entityIndex }) => isCountry(context, entityIndex));
  if (right.length < 2 || (!isRound && !isEachAlone(context, contact))) return whole;
  return right.map((side) => ({
    contact: { ...contact, participants: [...left, side] },
    stretch: null,
    country: isRound ? side.entityIndex : null,
  }));
}

function isSame(a: Participant, b: Participant): boolean {
  return a.entityIndex !== null && a.entityIndex === b.entityIndex && a.named === b.named;
}

/** "separate talks", "met separately", "phoned A and B", "negotiated treaties with A and B": one meeting with each. */
function isEachAlone({ tree }: PartyContext, { triggerToken, manner }: Contact): boolean {
  const isOfMany = (object: number): boolean => agreements.test(lowerOf(tree, object)) && isPlural(lowerOf(tree, object));
  if (/^negotiat/u.test(lowerOf(tree, triggerToken)) && childrenBy(tree, triggerToken, "obj").some(isOfMany)) return true;
  // "one-on-one meetings with A and B".
  if (lowerOf(tree, triggerToken - 5) === "one" && lowerOf(tree, triggerToken - 3) === "on" && lowerOf(tree, triggerToken - 1) === "one")
    return true;
  const words = [...childrenOf(tree, triggerToken), ...childrenOf(tree, headOf(tree, triggerToken))].map((child) => lowerOf(tree, child));
  if (words.some((word) => together.has(word))) return false;
  if (words.some((word) => apart.has(word))) return true;
  return manner === "call" && dialling.test(lowerOf(tree, triggerToken));
}

const apart = new Set(["separate", "separately", "individually", "individual", "bilateral", "respectively"]);
const together = new Set(["joint", "jointly", "together", "conference", "trilateral", "three-way"]);
const dialling = /^(?:phon|telephon|call|ring|rang|rung)/u;

/** True when a place or a day stands between two sides: the first side's own. */
function hasOwnCircumstance(context: PartyContext, from: number, to: number, dates: readonly DateExpression[]): boolean {
  const { tokens } = context.tree;
  let joins = false;
  let tells = false;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (!token) break;
    if (token.lower === "and" && tells) joins = true;
    // "visits Chad on November 5 and 6 at the invitation of B": the days are joined, not the sides.
    else if (token.lower === "invitation") joins = false;
    const isStay = stays.has(lowerOf(context.tree, at - 1)) && widestAt(context, at)?.type === "PLACE";
    if (isStay || dates.some(({ start }) => start === token.start)) tells = true;
  }
  return joins;
}

const stays = new Set(["in", "at", "near", "on"]);
const links = new Set(["then", "later", "also", "afterwards", "subsequently", "with", "by"]);
const circumstanceTags = new Set(["DET", "ADJ", "NOUN", "PROPN", "PART", "NUM", "PRON"]);
const longestCircumstance = 12;

/** "… in Oslo on Monday and (with) B in Lima": sides behind the first one's place or day, with what they share left out. */
function gappedSides(
  context: PartyContext,
  from: number,
  sentence: Sentence,
  dates: readonly DateExpression[],
): { readonly parties: readonly Party[]; readonly first: number }[] {
  const { tree } = context;
  const found: { parties: readonly Party[]; first: number }[] = [];
  let start = from;
  let isTold = false;
  for (let at = from; at < sentence.endToken && at - start < longestCircumstance; at += 1) {
    const token = tree.tokens[at];
    if (!token) break;
    const date = dates.find((candidate) => candidate.start === token.start);
    if (date) {
      at = tokenFrom(tree.tokens, sentence, date.end) - 1;
      isTold = true;
      continue;
    }
    const isJoint = token.lower === "and" || (token.text === "," && isTold && startsName(context, at + 1));
    if (isJoint) {
      if (!isTold) break;
      const [first, parties] = sideFrom(context, at + 1);
      if (parties.length === 0) break;
      found.push({ parties, first });
      start = tokenFrom(tree.tokens, sentence, parties[parties.length - 1]?.end ?? token.end);
      at = start - 1;
      isTold = false;
      continue;
    }
    if (token.text === "," || stays.has(token.lower)) continue;
    const mention = widestAt(context, at);
    if (mention?.type === "PERSON" || !circumstanceTags.has(tagOf(tree, at))) break;
    if (stays.has(lowerOf(tree, at - 1)) || stays.has(lowerOf(tree, at - 2))) isTold = true;
    else if (!isTold) break;
  }
  return found;
}

function startsName(context: PartyContext, at: number): boolean {
  const mention = widestAt(context, at);
  return mention?.type === "PERSON" && mention.form === "name" && mention.firstToken === at;
}

/** The side whose phrase starts at the token, behind "then" or "with", unless a clause of its own begins there. */
function sideFrom(context: PartyContext, start: number): readonly [number, readonly Party[]] {
  const { tree } = context;
  let first = start;
  while (links.has(lowerOf(tree, first)) && first - start < 3) first += 1;
  const top = headFrom(tree, first, 11);
  // "met A in Oslo and Lima": a second place.
  if (widestAt(context, top)?.type === "PLACE" && widestAt(context, headOf(tree, top))?.type === "PLACE") return [first, []];
  const begin = tree.tokens[first]?.start ?? 0;
  const parties = partiesOf(context, [top]).filter(
    (party) => party.start >= begin && (party.kind === "person" || party.named) && party.kind !== "pronoun" && !isPress(context, party),
  );
  const [side] = parties;
  if (!side || side.head - first > 12) return [first, []];
  // "… in Oslo and Ann Lee left": who does something else.
  const isDoer =
    relationOf(tree, top).startsWith("nsubj") && headOf(tree, top) > top && childBy(tree, headOf(tree, top), "nsubj", "nsubj:pass") === top;
  // The same where the parser joined it to the side before: a finite verb right behind the phrase.
  const next = tokenFrom(tree.tokens, { firstToken: first, endToken: first + 40 }, parties[parties.length - 1]?.end ?? begin);
  const acts = ["VERB", "AUX"].includes(tagOf(tree, next)) && !["VBN", "VBG"].includes(pennTagOf(tree, next));
  return [first, isDoer || acts ? [] : parties];
}

/** "in Oslo on Monday and again in Lima on Thursday": the days of as many meetings, with the stretch that each stands in. */
export function splitByDays(
  context: PartyContext,
  sentence: Sentence,
  date: DateExpression,
  dates: readonly DateExpression[],
): readonly { readonly date: DateExpression; readonly stretch: TokenRange | null }[] {
  const { tokens } = context.tree;
  const at = dates.indexOf(date);
  const run = [date];
  for (let index = at + 1; index < dates.length; index += 1) {
    const next = dates[index];
    const last = run[run.length - 1];
    if (!next || !last || !isListed(context, tokenFrom(tokens, sentence, last.end), tokenFrom(tokens, sentence, next.start))) break;
    if (opensClause(context, tokenFrom(tokens, sentence, next.start))) break;
    run.push(next);
  }
  // "twice last week, on Monday and on Thursday": the week only says which days.
  const isFrame = run.length > 2 && run[0]?.precision !== "day" && run.slice(1).every(({ precision }) => precision === "day");
  if (isFrame) run.shift();
  const last = run[run.length - 1];
  const [head = date] = run;
  if (run.length === 1 || !last) return [{ date, stretch: null }];
  // "on 3 and 4 January" is one meeting of two days, "in 2022 and 2023" a span of time.
  const isOne = run.every((one, index) => index === 0 || follows(context, sentence, run[index - 1], one));
  if (isOne && !saysAgain(context, tokenFrom(tokens, sentence, head.end), tokenFrom(tokens, sentence, last.start)))
    return [{ date: { ...head, end: last.end, to: last.to }, stretch: null }];
  const begin = tokenFrom(tokens, sentence, head.start);
  let from = begin;
  while (from > sentence.firstToken && from > begin - 5 && tokens[from - 1]?.text !== ",") from -= 1;
  return run.map((one) => {
    const endToken = tokenFrom(tokens, sentence, one.end);
    const stretch = { firstToken: from, endToken };
    from = endToken;
    return { date: one, stretch };
  });
}

/** "… on Monday, and on Tuesday they said": a day that belongs to a verb behind it. */
function opensClause({ tree }: PartyContext, token: number): boolean {
  for (let at = headOf(tree, token), steps = 0; at >= 0 && steps < 4; at = headOf(tree, at), steps += 1)
    if (tagOf(tree, at) === "VERB" || tagOf(tree, at) === "AUX") return at > token;
  return false;
}

/** Only "and", "again", and places stand between: one list. */
function isListed(context: PartyContext, from: number, to: number): boolean {
  if (to - from > 8) return false;
  let joins = false;
  // "on 4 May and again at his villa in Antibes on 6 June".
  const isAgain = lowerOf(context.tree, from) === "and" && lowerOf(context.tree, from + 1) === "again";
  if (isAgain)
    return !Array.from({ length: to - from }, (_, index) => tagOf(context.tree, from + index)).some(
      (tag) => tag === "VERB" || tag === "AUX",
    );
  for (let at = from; at < to; at += 1) {
    const word = lowerOf(context.tree, at);
    if (word === "and" || word === ",") joins = true;
    else if (!listed.has(word) && widestAt(context, at)?.type !== "PLACE") return false;
  }
  return joins;
}

const listed = new Set("again then later also once in on at".split(" "));

function saysAgain({ tree }: PartyContext, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1)
    if (lowerOf(tree, at) !== "and" && lowerOf(tree, at) !== "," && lowerOf(tree, at) !== "on") return true;
  return false;
}

function follows({ tree }: PartyContext, sentence: Sentence, before: DateExpression | undefined, after: DateExpression): boolean {
  if (before?.precision !== after.precision) return false;
  if (after.precision === "year") return true;
  if (after.precision !== "day") return false;
  // Without a day of publication: "Sunday and Monday".
  const [first, second] = [before, after].map(({ start }) => weekdays.get(lowerOf(tree, tokenFrom(tree.tokens, sentence, start))));
  if (before.to === null && after.from === null && first !== undefined) return second === (first + 1) % 7;
  // The same of "November 5 and 6".
  const number = tokenFrom(tree.tokens, sentence, before.end) - 1;
  const isNextNumber = Number(lowerOf(tree, tokenFrom(tree.tokens, sentence, after.start))) === Number(lowerOf(tree, number)) + 1;
  if (before.to === null && after.from === null && isNextNumber) return true;
  if (before.to === null || after.from === null) return false;
  return Date.parse(after.from) - Date.parse(before.to) === dayMs;
}
