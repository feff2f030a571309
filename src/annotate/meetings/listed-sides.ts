/** Whom a sentence says somebody met by listing them: "Among those she met was B", "Those whom A met included B", "spent an hour meeting B". */
import type { Manner } from "../../domain/meeting.ts";
import { headFrom } from "../syntax/noun-phrases.ts";
import { baseRelation, childBy, headOf, isUnder, lowerOf, type SyntaxTree, tagOf } from "../syntax/syntax-tree.ts";
import { modalityOfVerb } from "./clause-modality.ts";
import type { Contact } from "./contact.ts";
import { resolved, subjectParties } from "./contact-sides.ts";
import { isPress, type Party, type PartyContext } from "./party-context.ts";
import { isPlural, partyKind } from "./party-nouns.ts";
import { partiesOf } from "./phrase-sides.ts";
import { contactOf, contactOnly, type SentenceBounds } from "./read-cue.ts";
import { spells } from "./verb-senses.ts";

/** How many words may stand between the verb and the word that opens the list. */
const listReach = 10;
/** How many words a noun phrase in front of the verb may have. */
const phraseReach = 8;

/** Reads "Among those A met was B", "the officials she met included B"; null for any other. */
export function readListed(context: PartyContext, verb: number, bounds: SentenceBounds): Contact | null {
  const { tree } = context;
  if (!/^me(?:e?t|ets)$/u.test(lowerOf(tree, verb)) || childBy(tree, verb, "obj") > verb) return null;
  const link = linkBehind(tree, verb);
  if (link < 0) return null;
  const [first, subject] = phraseBefore(tree, verb);
  if (subject < 0) return null;
  const opener = /^(?:whom?|that)$/u.test(lowerOf(tree, first - 1)) ? first - 2 : first - 1;
  const isList =
    lowerOf(tree, opener) === "those" ||
    (isPlural(lowerOf(tree, opener)) && partyKind(context.lexicon, lowerOf(tree, opener)) === "person");
  if (!isList || (!lowerOf(tree, link).startsWith("includ") && !opensWithAmong(tree, opener))) return null;
  const met = partiesFrom(context, link + 1).filter(({ kind }) => kind === "person");
  const subjects = resolved(context, partiesOf(context, [subject]), verb);
  if (met.length === 0 || subjects.length === 0) return null;
  return contact(context, verb, [...subjects, ...met], bounds, "in-person", verb);
}

/** "spent an hour meeting B", with the meeting read as a noun: whom its verb meets; null for any other. */
export function readSpentMeeting(context: PartyContext, meeting: number, bounds: SentenceBounds): Contact | null {
  const { tree } = context;
  if (lowerOf(tree, meeting) !== "meeting" || tagOf(tree, meeting) !== "NOUN" || !spells.test(lowerOf(tree, meeting - 1))) return null;
  let spent = meeting - 2;
  while (spent > meeting - 5 && !/^spen(?:d|ds|t|ding)$/u.test(lowerOf(tree, spent))) spent -= 1;
  if (!/^spen/u.test(lowerOf(tree, spent))) return null;
  const met = partiesFrom(context, meeting + 1).filter((party) => !isPress(context, party));
  const subjects = subjectParties(context, spent);
  return met.length > 0 && subjects.length > 0 ? contact(context, meeting, [...subjects, ...met], bounds, "in-person", spent) : null;
}

function contact(
  context: PartyContext,
  cue: number,
  sides: readonly Party[],
  { endToken }: SentenceBounds,
  manner: Manner,
  verb: number,
): Contact | null {
  const found = contactOf(context, cue, sides, modalityOfVerb(context.tree, verb, endToken), manner);
  return contactOnly(found);
}

/** The "was" or "included" behind the verb and at most where and when it met, or -1. */
function linkBehind(tree: SyntaxTree, verb: number): number {
  for (let at = verb + 1; at < verb + listReach; at += 1) {
    if (/^(?:was|were|is|are|included|include|includes)$/u.test(lowerOf(tree, at))) return at;
    if (!["ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM"].includes(tagOf(tree, at))) return -1;
  }
  return -1;
}

/** The first token and the head of the noun phrase right before the verb and its auxiliaries; -1 where there is none. */
function phraseBefore(tree: SyntaxTree, verb: number): readonly [number, number] {
  let last = verb - 1;
  while (["AUX", "ADV"].includes(tagOf(tree, last))) last -= 1;
  if (!["NOUN", "PROPN", "PRON"].includes(tagOf(tree, last))) return [-1, -1];
  let top = last;
  for (
    let head = headOf(tree, top);
    head > verb - phraseReach && head < top && head >= 0 && !/^(?:whom?|that)$/u.test(lowerOf(tree, head));
  )
    [top, head] = [head, headOf(tree, head)];
  if (baseRelation(tree, last) !== "flat" && baseRelation(tree, last) !== "conj") top = last;
  let first = top;
  while (first > verb - phraseReach && (isUnder(tree, first - 1, top) || tagOf(tree, first - 1) === "DET")) first -= 1;
  return [first, top];
}

/** "Among [the] those": the preposition before the noun of the list. */
function opensWithAmong(tree: SyntaxTree, noun: number): boolean {
  for (let at = noun - 1; at > noun - 5; at -= 1) {
    if (lowerOf(tree, at) === "among") return true;
    if (!["DET", "ADJ", "NUM", "NOUN", "PROPN"].includes(tagOf(tree, at))) return false;
  }
  return false;
}

/** The sides of the phrase that starts at the token. */
function partiesFrom(context: PartyContext, start: number): Party[] {
  const { tree } = context;
  const top = headFrom(tree, start, phraseReach + 1);
  const begin = tree.tokens[start]?.start ?? 0;
  // "spent the day meeting ministers", read as one phrase.
  return partiesOf(context, [top])
    .filter(({ head }) => head >= start)
    .map((party) => ({ ...party, start: Math.max(party.start, begin) }));
}
