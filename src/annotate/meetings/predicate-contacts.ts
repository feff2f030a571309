/** Nouns that tell of contact by what somebody is: "was on the phone with B", "will be the guest of B", "as the guest of B". */
import { baseRelation, childBy, childrenBy, headOf, lowerOf, type SyntaxTree, tagOf } from "../syntax/syntax-tree.ts";
import { isPredicate } from "../syntax/verb-groups.ts";
import { modalityOfVerb } from "./clause-modality.ts";
import type { Contact } from "./contact.ts";
import { subjectParties } from "./contact-sides.ts";
import { type ModalityReading, read } from "./modality-stances.ts";
import { modalityOfNoun } from "./noun-modality.ts";
import { inRole, isPress, type Party, type PartyContext, widestAt } from "./party-context.ts";
import { agentParties, partiesBehind, partiesOf } from "./phrase-sides.ts";
import { ofWord, withOrTo } from "./prepositions.ts";
import { contactOf, contactOnly, type SentenceBounds } from "./read-cue.ts";

/** Reads "phone" and "guest" as predicates; null for any other word or use. */
export function readPredicateContact(context: PartyContext, noun: number, bounds: SentenceBounds): Contact | null {
  const word = lowerOf(context.tree, noun);
  if (word === "invitation") return readInvited(context, noun, bounds);
  if (word !== "guest" && word !== "phone" && word !== "telephone") return null;
  const { tree } = context;
  if (tagOf(tree, noun) !== "NOUN" || context.isSport) return null;
  const isBeing = childBy(tree, noun, "cop") >= 0;
  const verb = isBeing ? noun : headOf(tree, noun);
  if (!isBeing && !(isPredicate(tree, verb) && baseRelation(tree, noun) === "obl") && !isSpentOn(tree, noun)) return null;
  const sides = word === "guest" ? hostsOfGuest(context, noun, isBeing) : atOtherEnd(context, noun, isBeing);
  if (sides.length === 0) return null;
  const governor = isSpentOn(tree, noun) ? headOf(tree, verb) : verb;
  const subjects = subjectParties(context, governor).filter(
    (party) => ["person", "pronoun"].includes(party.kind) && !isPress(context, party),
  );
  if (subjects.length === 0) return null;
  const reading = isBeing ? readingOfBeing(tree, noun, bounds) : readingOfStay(tree, governor, bounds);
  const found =
    word === "guest"
      ? contactOf(context, noun, [...inRole(subjects, "visitor"), ...inRole(sides, "host")], reading, "in-person")
      : contactOf(context, noun, [...subjects, ...sides], reading, "call");
  return contactOnly(found);
}

const coming = /^(?:c[oa]m(?:e|es|ing)|travel(?:s|led|ed|ling|ing)?|arriv(?:e|es|ed|ing)|fl(?:y|ies|ew|ying)|go(?:es|ing)?|went)$/u;

/** "comes to Lima at the invitation of B", "is in Lima at B's invitation": the guest of whoever invites. */
function readInvited(context: PartyContext, invitation: number, { endToken }: SentenceBounds): Contact | null {
  const { tree } = context;
  let verb = headOf(tree, invitation);
  // "in Chad on Monday at the invitation [nmod of Chad] of B".
  for (let steps = 0; steps < 3 && verb >= 0 && !isPredicate(tree, verb) && tagOf(tree, verb) !== "VERB"; steps += 1)
    verb = headOf(tree, verb);
  if (lowerOf(tree, childBy(tree, invitation, "case")) !== "at" || verb < 0 || verb > invitation) return null;
  const isThere = childBy(tree, verb, "cop") >= 0 && lowerOf(tree, childBy(tree, verb, "case")) === "in";
  if (!isThere && !coming.test(lowerOf(tree, verb))) return null;
  const hosts = [...partiesOf(context, childrenBy(tree, invitation, "nmod:poss")), ...partiesBehind(context, invitation, ofWord)].filter(
    (party) => isOne(context)(party) || isOfficer(context, party),
  );
  const guests = subjectParties(context, verb).filter(({ kind }) => kind === "person" || kind === "pronoun");
  if (hosts.length !== 1 || guests.length === 0) return null;
  const own = modalityOfVerb(tree, verb, endToken);
  // "comes to Lima": in days to come.
  const reading = own.decidedBy !== "present" ? own : read(isThere ? "ongoing" : "planned", "at-invitation");
  return contactOnly(contactOf(context, invitation, [...inRole(guests, "visitor"), ...inRole(hosts, "host")], reading, "visit"));
}

/** "was to have been the guest of B": was meant to be, and was not; "is the guest of B" goes on. */
function readingOfBeing(tree: SyntaxTree, noun: number, { endToken }: SentenceBounds): ModalityReading {
  const own = modalityOfNoun(tree, noun, endToken);
  const words = childrenBy(tree, noun, "aux", "cop", "mark").map((child) => lowerOf(tree, child));
  const isMeant = /^w(?:as|ere)$/u.test(words[0] ?? "") && words.includes("to") && words.includes("have");
  if (isMeant && own.modality === "held") return read("cancelled", "was-to-have");
  return own.modality === "held" && words.length === 1 && /^(?:is|are)$/u.test(words[0] ?? "") ? read("ongoing", "is") : own;
}

/** "is in Lima as the guest of B": goes on. */
function readingOfStay(tree: SyntaxTree, governor: number, { endToken }: SentenceBounds): ModalityReading {
  const own = modalityOfVerb(tree, governor, endToken);
  const isThere = /^(?:is|are)$/u.test(lowerOf(tree, childBy(tree, governor, "cop"))) && childBy(tree, governor, "aux") < 0;
  return own.modality === "held" && isThere ? read("ongoing", "is-there") : own;
}

/** "was on the phone with B", "spent an hour on the phone to B". */
function atOtherEnd(context: PartyContext, phone: number, isBeing: boolean): Party[] {
  const { tree } = context;
  if (lowerOf(tree, childBy(tree, phone, "case")) !== "on" || (!isBeing && !isSpentOn(tree, phone) && !isSpend(tree, headOf(tree, phone))))
    return [];
  return partiesBehind(context, phone, withOrTo).filter((party) => isOne(context)(party) || isOfficer(context, party));
}

/** "the finance minister", "the head of the bank": one by an office, though without a name. */
function isOfficer({ tree, lexicon }: PartyContext, { kind, named, plural, head }: Party): boolean {
  if (kind !== "person" || named || plural || childBy(tree, head, "det", "nmod:poss") < 0) return false;
  const word = lowerOf(tree, head);
  return lexicon.roleNouns.has(word) || /^(?:head|chief|boss|counterpart|premier|governor)$/u.test(word);
}

/** "an hour on the phone": the time that somebody spends so. */
function isSpentOn(tree: SyntaxTree, noun: number): boolean {
  const spell = headOf(tree, noun);
  return baseRelation(tree, noun) === "nmod" && baseRelation(tree, spell) === "obj" && isSpend(tree, headOf(tree, spell));
}

function isSpend(tree: SyntaxTree, verb: number): boolean {
  return /^spen(?:d|ds|t|ding)$/u.test(lowerOf(tree, verb));
}

/** "the guest of B", "B's guest", "guest of honour at a dinner given by B". */
function hostsOfGuest(context: PartyContext, guest: number, isBeing: boolean): Party[] {
  const { tree } = context;
  if (!isBeing && lowerOf(tree, childBy(tree, guest, "case")) !== "as") return [];
  // "a guest on B's programme": of an outlet.
  const phrases = childrenBy(tree, guest, "nmod", "obl");
  if (phrases.some((phrase) => lowerOf(tree, childBy(tree, phrase, "case")) === "on" && tagOf(tree, phrase) === "NOUN")) return [];
  const owners = [...partiesOf(context, childrenBy(tree, guest, "nmod:poss")), ...partiesBehind(context, guest, ofWord)].filter(
    isOne(context),
  );
  if (owners.length > 0) return owners;
  const occasions = phrases.flatMap((phrase) => [phrase, ...childrenBy(tree, phrase, "nmod")]);
  return occasions
    .flatMap((occasion) => childrenBy(tree, occasion, "acl"))
    .filter((clause) => /^(?:given|hosted|thrown|held)$/u.test(lowerOf(tree, clause)))
    .flatMap((clause) => agentParties(context, clause))
    .filter(isOne(context));
}

/** One person by name: whom "the president's guest" stayed with, other sentences tell. */
function isOne(context: PartyContext): (party: Party) => boolean {
  return (party) =>
    party.kind === "person" && party.named && widestAt(context, party.head)?.form === "name" && !party.isCrowd && !isPress(context, party);
}
