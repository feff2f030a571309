/** Parties and meals that somebody gives for somebody: "threw a garden party for B", "a banquet was given for B by A", "a reception given by A for B". */
import { baseRelation, childBy, childrenBy, headOf, lowerOf, pennTagOf, type SyntaxTree, tagOf } from "../syntax/syntax-tree.ts";
import { modalityOfVerb } from "./clause-modality.ts";
import type { Contact } from "./contact.ts";
import { subjectParties } from "./contact-sides.ts";
import { modalityOfNoun } from "./noun-modality.ts";
import { holdsOffice } from "./offices.ts";
import { inRole, isPress, type Party, type PartyContext } from "./party-context.ts";
import { isKin, isPublic } from "./party-nouns.ts";
import { agentParties, partiesBehind, partiesOf } from "./phrase-sides.ts";
import { forWord, ofWord } from "./prepositions.ts";
import { contactOf, contactOnly, type SentenceBounds } from "./read-cue.ts";

const feasts = /^(?:dinner|lunch|luncheon|breakfast|brunch|supper|tea|banquet|feast|party|reception|barbecue)$/u;
const kindsOfFeast = /^(?:dinner|lunch|luncheon|breakfast|brunch|supper|tea|barbecue|garden|cocktail|state|welcoming?)$/u;
const delegations = /^d(?:elegation|eputation)s?$/u;
const givingOf = /^(?:host(?:s|ed|ing)?|g[ai]v(?:e|es|en|ing)|h[eo]ld(?:s|ing)?|thr[eo]w(?:s|n|ing)?|lay(?:s|ing)?|laid)$/u;

/** Reads what is given for somebody by name, by office or for a delegation; null for a party for an occasion, and for any other word. */
export function readGivenParty(context: PartyContext, feast: number, { endToken }: SentenceBounds): Contact | null {
  const { tree } = context;
  if (!feasts.test(lowerOf(tree, feast)) || tagOf(tree, feast) !== "NOUN" || isOfOccasion(tree, feast)) return null;
  const { verb, hosts } = givingAt(context, feast);
  if (verb < 0 || hosts.length === 0) return null;
  const [guest, ...others] = guestsOf(context, feast, verb).filter((party) => !hosts.some(({ start }) => start === party.start));
  if (!guest || !isParticular(context, guest)) return null;
  // "The club held a party for the coach Ann Lee": a body receives those in office.
  const isSomebody = ({ kind, head }: Party): boolean => kind === "pronoun" || (kind === "person" && !isKin(lowerOf(tree, head)));
  const isReceived = hosts.every(isSomebody) || holdsOffice(context, guest);
  if (!isReceived) return null;
  const reading = headOf(tree, verb) === feast ? modalityOfNoun(tree, feast, endToken) : modalityOfVerb(tree, verb, endToken);
  return contactOnly(contactOf(context, feast, [...inRole(hosts, "host"), ...inRole([guest, ...others], "visitor")], reading, "in-person"));
}

/** "a birthday party", "a farewell reception": for an occasion. "The party" may be a body that somebody holds together. */
function isOfOccasion(tree: SyntaxTree, feast: number): boolean {
  const isKnown = lowerOf(tree, feast) === "party" && !/^an?(?:other)?$/u.test(lowerOf(tree, childBy(tree, feast, "det")));
  const isPlain = (word: number): boolean =>
    kindsOfFeast.test(lowerOf(tree, word)) || (pennTagOf(tree, word) === "JJ" && lowerOf(tree, word) !== "farewell");
  return isKnown || !childrenBy(tree, feast, "compound", "amod").every(isPlain);
}

/** The verb of giving that the feast is the object or the subject of, and who gives it; -1 where there is none. */
function givingAt(context: PartyContext, feast: number): { readonly verb: number; readonly hosts: readonly Party[] } {
  const { tree } = context;
  const clause = childrenBy(tree, feast, "acl").find((child) => givingOf.test(lowerOf(tree, child)));
  const verb = clause ?? headOf(tree, feast);
  if (!givingOf.test(lowerOf(tree, verb))) return { verb: -1, hosts: [] };
  const relation = baseRelation(tree, feast);
  if (clause !== undefined || (relation === "nsubj" && childBy(tree, verb, "aux:pass") >= 0))
    return { verb, hosts: agentParties(context, verb) };
  // "laid on a luncheon", with "on" read as its preposition; but not "laid the banquet".
  const isLaid = /^la(?:y|id)/u.test(lowerOf(tree, verb));
  const isObject = isLaid ? lowerOf(tree, verb + 1) === "on" : relation === "obj" && childBy(tree, verb, "compound:prt") < 0;
  return isObject && childBy(tree, verb, "aux:pass") < 0 ? { verb, hosts: subjectParties(context, verb) } : { verb: -1, hosts: [] };
}

/** Those behind "for" and "in honour of", also where the phrase hangs on the verb. */
function guestsOf(context: PartyContext, feast: number, verb: number): Party[] {
  const { tree } = context;
  const honours = [feast, verb].flatMap((at) =>
    childrenBy(tree, at, "nmod", "obl").filter((child) => /^honou?r$/u.test(lowerOf(tree, child))),
  );
  const honoured = honours.flatMap((honour) => [
    ...partiesBehind(context, honour, ofWord),
    ...partiesOf(context, childrenBy(tree, honour, "nmod:poss")),
  ]);
  // "in honour of the fallen": whoever holds an office was there.
  const present = honoured.filter((party) => holdsOffice(context, party));
  return [...partiesBehind(context, feast, forWord), ...partiesBehind(context, verb, forWord), ...present].filter(
    (party) => (party.kind === "person" || delegations.test(lowerOf(tree, party.head))) && !isPress(context, party),
  );
}

/** A person by name or office, or a delegation; not children, supporters or a husband. */
function isParticular(context: PartyContext, party: Party): boolean {
  const word = lowerOf(context.tree, party.head);
  if (isKin(word) || isPublic(word)) return false;
  return (party.named && party.kind === "person") || holdsOffice(context, party) || delegations.test(word);
}
