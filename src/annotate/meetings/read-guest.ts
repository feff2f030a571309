/** "told visiting envoy Ann Lee": whoever speaks to a guest receives one, though no word of meeting says so. */
import { baseRelation, headOf, lowerOf, tagOf } from "../syntax/syntax-tree.ts";
import { isPredicate } from "../syntax/verb-groups.ts";
import { modalityOfVerb } from "./clause-modality.ts";
import type { Contact } from "./contact.ts";
import { subjectParties } from "./contact-sides.ts";
import { guestsAmong } from "./guests-and-hosts.ts";
import { inRole, isPress, type PartyContext } from "./party-context.ts";
import { isPublic } from "./party-nouns.ts";
import { partiesOf } from "./phrase-sides.ts";
import { contactOf, type SentenceBounds, saysByPhone } from "./read-cue.ts";

/** Verbs of speech whose object is spoken to. */
const speaking =
  /^(?:told|tells?|ask(?:s|ed)?|urge[sd]?|(?:re)?assure[sd]?|thank(?:s|ed)?|greet(?:s|ed)?|brief(?:s|ed)?|inform(?:s|ed)?|warn(?:s|ed)?)$/u;

/** Reads "visiting" before a guest who is told or asked something; null for any other. */
export function readGuest(context: PartyContext, visiting: number, bounds: SentenceBounds): Contact | null {
  const { tree } = context;
  if (baseRelation(tree, visiting) !== "amod") return null;
  let guest = headOf(tree, visiting);
  // "visiting [amod of king] king [title of Olav] Olav".
  while (baseRelation(tree, guest) === "nmod" && headOf(tree, guest) > guest && tagOf(tree, headOf(tree, guest)) === "PROPN")
    guest = headOf(tree, guest);
  const verb = headOf(tree, guest);
  if (!["obj", "iobj"].includes(baseRelation(tree, guest)) || !speaking.test(lowerOf(tree, verb)) || !isPredicate(tree, verb)) return null;
  // "told visiting King Olav by telephone": a call, which the verb tells itself.
  if (saysByPhone(context, verb)) return null;
  const hosts = subjectParties(context, verb);
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
  return contact && "participants" in contact ? contact : null;
}
