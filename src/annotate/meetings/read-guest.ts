/** "told visiting envoy Ann Lee": whoever speaks to a guest receives one, though no word of meeting says so. */
import { baseRelation, headOf, lowerOf, type SyntaxTree, tagOf } from "../syntax/syntax-tree.ts";
import { isPredicate } from "../syntax/verb-groups.ts";
import { modalityOfVerb } from "./clause-modality.ts";
import type { Contact } from "./contact.ts";
import { subjectParties } from "./contact-sides.ts";
import { guestsAmong, hostsAbroad } from "./guests-and-hosts.ts";
import { read } from "./modality-stances.ts";
import { holdsOffice } from "./offices.ts";
import { inRole, isPress, type PartyContext } from "./party-context.ts";
import { isPublic } from "./party-nouns.ts";
import { partiesBehind, partiesOf } from "./phrase-sides.ts";
import { contactOf, contactOnly, type SentenceBounds, saysByPhone } from "./read-cue.ts";

/** Verbs of speech whose object is spoken to. */
const speaking =
  /^(?:told|tells?|ask(?:s|ed)?|urge[sd]?|(?:re)?assure[sd]?|thank(?:s|ed)?|greet(?:s|ed)?|brief(?:s|ed)?|inform(?:s|ed)?|warn(?:s|ed)?|quote[sd]?)$/u;

/** Reads "visiting" before a guest who is told or asked something; null for any other. */
export function readGuest(context: PartyContext, visiting: number, bounds: SentenceBounds): Contact | null {
  const { tree } = context;
  if (baseRelation(tree, visiting) !== "amod") return null;
  const guest = guestAt(tree, visiting);
  const verb = headOf(tree, guest);
  if (!["obj", "iobj"].includes(baseRelation(tree, guest)) || !speaking.test(lowerOf(tree, verb)) || !isPredicate(tree, verb)) return null;
  // "told visiting King Olav by telephone": a call, which the verb tells itself.
  if (saysByPhone(context, verb)) return null;
  const hosts = subjectParties(context, verb).filter((party) => !/^quote/u.test(lowerOf(tree, verb)) || party.kind === "person");
  const guests = guestsAmong(context, partiesOf(context, [guest])).filter(
    (party) => !isPress(context, party) && !isPublic(lowerOf(tree, party.head)),
  );
  if (hosts.length === 0 || guests.length === 0) return null;
  const contact = contactOf(
    context,
    visiting,
    [...inRole(hosts, "host"), ...inRole(guests, "visitor")],
    modalityOfVerb(tree, verb, bounds.endToken),
    "visit",
  );
  return contactOnly(contact);
}

/** The noun or name that "visiting" says something of. */
function guestAt(tree: SyntaxTree, visiting: number): number {
  let guest = headOf(tree, visiting);
  // "visiting [amod of king] king [title of Olav] Olav".
  while (baseRelation(tree, guest) === "nmod" && headOf(tree, guest) > guest && tagOf(tree, headOf(tree, guest)) === "PROPN")
    guest = headOf(tree, guest);
  return guest;
}

/** "visiting Premier Ann Lee said in Lima", "speaking in Lima, visiting Premier Ann Lee said": whoever holds an office and speaks abroad is a guest there. */
export function readVisitingSpeaker(context: PartyContext, visiting: number, { firstToken }: SentenceBounds): Contact | null {
  const { tree, lexicon } = context;
  if (baseRelation(tree, visiting) !== "amod") return null;
  const noun = guestAt(tree, visiting);
  // "Ann Lee, the visiting premier, said".
  const guest = baseRelation(tree, noun) === "appos" ? headOf(tree, noun) : noun;
  const verb = headOf(tree, guest);
  if (baseRelation(tree, guest) !== "nsubj" || !lexicon.speechVerbs.has(lowerOf(tree, verb)) || !isPredicate(tree, verb)) return null;
  const guests = partiesOf(context, [guest]).filter((party) => party.kind === "person" && holdsOffice(context, party));
  const [visitor, ...others] = guests;
  if (visitor === undefined || others.length > 0) return null;
  const before = range(firstToken, visiting).filter((token) => lowerOf(tree, token) === "speaking");
  const places = [verb, ...before].flatMap((at) => partiesBehind(context, at, inWord));
  const hosts = hostsAbroad(context, places, visitor);
  if (hosts.length !== 1) return null;
  const sides = [...inRole([visitor], "visitor"), ...inRole(hosts, "host")];
  const contact = contactOf(context, visiting, sides, read("ongoing", "speaks-abroad"), "visit");
  return contactOnly(contact);
}

const inWord = new Set(["in"]);

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
