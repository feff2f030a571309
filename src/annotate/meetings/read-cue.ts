/** What verbs and nouns of meeting share: the contact that their sides make, and words for the telephone. */
import type { Manner, Skipped } from "../../domain/meeting.ts";
import type { TokenRange } from "../../domain/mention.ts";
import { baseRelation, childBy, childrenBy, childrenOf, headOf, lowerOf, tagOf } from "../syntax/syntax-tree.ts";
import { companionsOf } from "./companions.ts";
import type { Contact } from "./contact.ts";
import { mediating } from "./meeting-cues.ts";
import type { ModalityReading } from "./modality-stances.ts";
import { inRole, type Party, type PartyContext } from "./party-context.ts";
import { agentParties, partiesOf } from "./phrase-sides.ts";

export type SentenceBounds = TokenRange;

/** A contact; null for what was passed over, where other words may tell of the same. */
export function contactOnly(found: Contact | Skipped | null): Contact | null {
  return found && "participants" in found ? found : null;
}

/** The contact between the parties, or why it is none. `definite` marks words that take up a meeting mentioned before. */
export function contactOf(
  context: PartyContext,
  trigger: number,
  sides: readonly Party[],
  reading: ModalityReading,
  manner: Manner,
  definite = false,
): Contact | Skipped | null {
  const token = context.tree.tokens[trigger];
  if (!token) return null;
  // "a sit-down": the whole word.
  const isSitDown = token.lower === "down";
  const span = { start: (isSitDown ? context.tree.tokens[trigger - 2]?.start : undefined) ?? token.start, end: token.end };
  if (reading.modality === null) return { ...span, reason: `no particular meeting (${reading.decidedBy})` };
  const carried = sides.length < 2 || manner !== "talks" ? [] : goBetweensOf(context, trigger, sides);
  // Whoever was with somebody who did not meet anybody is no side.
  const took = ["held", "ongoing", "planned"].includes(reading.modality);
  const parties = [...sides, ...carried, ...(sides.length < 2 || !took ? [] : companionsOf(context, trigger, [...sides, ...carried]))];
  const named = parties.filter((party) => party.named).length;
  return {
    parties,
    participants: parties.map(({ start, end, entityIndex, named: isNamed, role }) => ({
      start,
      end,
      entityIndex,
      named: isNamed,
      role: role ?? null,
    })),
    modality: reading.modality,
    manner,
    mediated: isMediated(context, trigger) || parties.some(({ role }) => role === "mediator"),
    trigger: span,
    triggerToken: trigger,
    definite,
    confidence: named >= 2 ? 0.85 : named === 1 ? 0.75 : 0.55,
    decidedBy: `${isSitDown ? "sit-down" : token.lower}:${reading.decidedBy}`,
  };
}

const phoneWords = new Set(["phone", "telephone", "telephoned", "video", "videoconference", "videolink", "zoom"]);

/** "spoke by phone", "a phone call with", "held a video conference": a word for the line among what hangs on the cue. */
export function saysByPhone(context: PartyContext, cue: number): boolean {
  const { tree } = context;
  // "a conference call".
  if (/^calls?$/u.test(lowerOf(tree, cue)) && lowerOf(tree, childBy(tree, cue, "compound")) === "conference") return true;
  // "was caught on video meeting B", read as a compound.
  if (lowerOf(tree, childBy(tree, cue, "case")) === "on" && childBy(tree, cue, "det") < 0) return false;
  for (const child of childrenOf(tree, cue)) {
    // "spoke with B in a conference call".
    if (/^calls?$/u.test(lowerOf(tree, child)) && lowerOf(tree, childBy(tree, child, "compound")) === "conference") return true;
    // "was caught on video meeting B": filmed, not rung.
    if (phoneWords.has(lowerOf(tree, child)) && lowerOf(tree, childBy(tree, child, "case")) !== "on") return true;
    if (tagOf(tree, child) === "VERB" && baseRelation(tree, child) === "conj") continue;
    for (const grandchild of childrenOf(tree, child)) if (phoneWords.has(lowerOf(tree, grandchild)) && grandchild - child < 3) return true;
  }
  // "will hold talks by video link", "held talks over the phone".
  if (baseRelation(tree, cue) !== "obj") return false;
  return childrenBy(tree, headOf(tree, cue), "obl").some((line) => {
    if (line < cue || !["by", "via", "over"].includes(lowerOf(tree, childBy(tree, line, "case")))) return false;
    return phoneWords.has(lowerOf(tree, line)) || (/^(?:link|call)$/u.test(lowerOf(tree, line)) && phoneWords.has(lowerOf(tree, line - 1)));
  });
}

/** Who carries the words: "through Qatar", "via a cleric, Ann Lee"; an interpreter is none. */
function goBetweensOf(context: PartyContext, cue: number, sides: readonly Party[]): Party[] {
  const { tree } = context;
  const found: Party[] = [];
  for (const at of [cue, headOf(tree, cue)]) {
    for (const child of childrenBy(tree, at, "obl", "nmod")) {
      if (child < cue || !["through", "via"].includes(lowerOf(tree, childBy(tree, child, "case")))) continue;
      const carriers = partiesOf(context, [child]).filter(({ head }) => !interpreters.test(lowerOf(tree, head)));
      found.push(...carriers.filter(({ named, kind }) => named || kind === "person"));
    }
    // "talks brokered by Oman".
    // "talks are being brokered by Oman".
    const done = baseRelation(tree, at) === "nsubj" && childBy(tree, headOf(tree, at), "aux:pass") >= 0 ? [headOf(tree, at)] : [];
    for (const clause of [...childrenBy(tree, at, "acl"), ...done])
      if (mediating.test(lowerOf(tree, clause))) found.push(...agentParties(context, clause));
    // "held talks under Russian mediation", "under the auspices of the African Union".
    for (const child of childrenBy(tree, at, "obl", "nmod")) {
      if (lowerOf(tree, childBy(tree, child, "case")) !== "under" || !auspices.test(lowerOf(tree, child))) continue;
      found.push(...partiesOf(context, childrenBy(tree, child, "nmod:poss", "amod", "compound", "nmod")));
    }
    if (at !== cue || found.length > 0) break;
    if (baseRelation(tree, cue) !== "obj") break;
  }
  const isSide = (party: Party): boolean => sides.some((side) => side.start < party.end && party.start < side.end);
  return inRole(
    found.filter((party) => !isSide(party)),
    "mediator",
  );
}

const auspices = /^(?:mediation|auspices|sponsorship|chairmanship|supervision)$/u;
const interpreters = /^(?:interpreters?|translators?|spokes(?:man|woman|person)|screens?|glass)$/u;

const mediatedWords = /^(?:indirect|indirectly|proximity|mediated|brokered)$/u;
const goBetweens = /^(?:mediators?|intermediar(?:y|ies)|go-betweens?|brokers?|third)$/u;

/** "indirect talks", "negotiated through Qatari mediators", "communicated via intermediaries". */
function isMediated(context: PartyContext, cue: number): boolean {
  const { tree } = context;
  for (const child of childrenOf(tree, cue)) {
    if (mediatedWords.test(lowerOf(tree, child))) return true;
    const preposition = lowerOf(tree, childBy(tree, child, "case"));
    if (
      (preposition === "through" || preposition === "via") &&
      [child, ...childrenOf(tree, child)].some((token) => goBetweens.test(lowerOf(tree, token)))
    )
      return true;
  }
  return false;
}
