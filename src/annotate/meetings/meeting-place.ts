/** Where a meeting took place: a place behind "in" or "at" in the clause of the trigger, or at the front of the sentence. */
import type { Sentence } from "../../domain/document.ts";
import type { Mention } from "../../domain/mention.ts";
import { overlaps } from "../../domain/span.ts";
import { isAuxiliary, isVerb } from "../clauses.ts";
import type { PartyContext } from "./meeting-parties.ts";
import type { Contact } from "./read-contacts.ts";

const placePrepositions = new Set(["in", "at", "near", "outside", "inside"]);
/** Seats of power that are organisations by name and buildings by use. */
const venues = new Set([
  "white house",
  "kremlin",
  "pentagon",
  "downing street",
  "capitol",
  "vatican",
  "elysee",
  "élysée palace",
  "state department",
  "camp david",
]);

/** Index of the place's entity, or null. */
export function findPlace(context: PartyContext, sentence: Sentence, contact: Contact): number | null {
  const candidates: { readonly mention: Mention; readonly distance: number }[] = [];
  let seen = -1;
  for (let index = sentence.firstToken; index < sentence.endToken; index += 1) {
    for (const at of context.lookup.covering.get(index) ?? []) {
      const mention = context.lookup.mentions[at];
      if (!mention || at <= seen || mention.firstToken !== index) continue;
      seen = at;
      if (
        !isPlace(context, mention) ||
        contact.participants.some((participant) => overlaps(participant, mention) && participant.entityIndex !== null)
      )
        continue;
      const preposition = prepositionBefore(context, mention, sentence.firstToken);
      const isVisit = contact.manner === "visit" && preposition === "to";
      if (!preposition || !(placePrepositions.has(preposition) || isVisit)) continue;
      const distance = clauseDistance(context, contact.triggerToken, mention, sentence);
      if (distance !== null) candidates.push({ mention, distance });
    }
  }
  const capital = capitalNamed(context, sentence);
  if (capital !== null && candidates.length === 0) return capital;
  candidates.sort((a, b) => a.distance - b.distance || a.mention.start - b.mention.start);
  const best = candidates[0]?.mention;
  return best ? best.entityIndex : null;
}

/** "in the Qatari capital": the capital's entity, where the article names it elsewhere; else null. */
function capitalNamed(context: PartyContext, sentence: Sentence): number | null {
  const { tokens } = context.grammar;
  for (let index = sentence.firstToken + 2; index < sentence.endToken; index += 1) {
    if (tokens[index]?.lower !== "capital" || tokens[index - 2]?.lower !== "the" || tokens[index - 3]?.lower !== "in") continue;
    const name = context.lexicon.countryByDemonym.get(tokens[index - 1]?.lower ?? "")?.capital;
    const entity = context.entities.findIndex((candidate) => candidate.type === "PLACE" && candidate.name === name);
    if (entity >= 0) return entity;
  }
  return null;
}

function isPlace(context: PartyContext, mention: Mention): boolean {
  if (mention.form !== "name") return false;
  if (mention.type === "PLACE") return true;
  const name = context.entities[mention.entityIndex]?.name.toLowerCase().replace(/^the /u, "") ?? "";
  return mention.type === "ORGANIZATION" && venues.has(name);
}

/** The preposition that leads to the mention, over a determiner and "the capital," and the like. */
function prepositionBefore(context: PartyContext, mention: Mention, floor: number): string | null {
  const { tokens } = context.grammar;
  for (let at = mention.firstToken - 1; at >= floor && mention.firstToken - at < 6; at -= 1) {
    const token = tokens[at];
    if (!token) return null;
    if (token.pos === "ADP" || token.lower === "to") {
      if (token.lower === "of") continue;
      return token.lower;
    }
    const passes = token.pos === "DET" || token.pos === "ADJ" || token.pos === "NOUN" || token.text === "," || token.lower === "'s";
    if (!passes) return null;
  }
  return null;
}

/** Distance in tokens, or null when another clause stands between: "talks … on hostages held in Gaza" were not in Gaza. */
function clauseDistance(context: PartyContext, trigger: number, mention: Mention, sentence: Sentence): number | null {
  const { grammar } = context;
  const { tokens } = grammar;
  if (mention.firstToken > trigger) {
    for (let at = trigger + 1; at < mention.firstToken; at += 1) {
      const token = tokens[at];
      if (!token || grammar.isName[at]) continue;
      if (["who", "which", "that", "where", "said", "says", "after", "before", "while", "when", "because"].includes(token.lower))
        return null;
      const taken =
        token.lower === "taken" || token.lower === "took" || token.lower === "held" || token.lower === "place" || token.lower === "led";
      if (token.pos === "VERB" && !isAuxiliary(token) && !taken && at > trigger + 1) return null;
    }
    return mention.firstToken - trigger;
  }
  // Fronted: "In New Delhi, Mr. Modi met …".
  if (mention.firstToken - sentence.firstToken < 4) return 4 + (trigger - mention.firstToken) / 4;
  for (let at = mention.endToken; at < trigger; at += 1) {
    if (isVerb(grammar, at) && !isAuxiliary(tokens[at]) && !["is", "was", "arrived", "are"].includes(tokens[at]?.lower ?? "")) return null;
  }
  return trigger - mention.firstToken + 2;
}
