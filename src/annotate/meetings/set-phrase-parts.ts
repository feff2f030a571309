/** What readers of set phrases share: the phrase they give, and who stands beside its verb. */
import type { Manner } from "../../domain/meeting.ts";
import { childBy, childrenBy, lowerOf, type SyntaxTree } from "../syntax/syntax-tree.ts";
import { guestsAmong } from "./guests-and-hosts.ts";
import type { Frame, VerbCue } from "./meeting-cues.ts";
import { metBy } from "./objects-met.ts";
import { isPress, type Party, type PartyContext } from "./party-context.ts";
import { isPublic } from "./party-nouns.ts";
import { partiesBehind } from "./phrase-sides.ts";
import { withWord } from "./prepositions.ts";
import { isAnybody } from "./unnamed-sides.ts";

/** A phrase that tells of contact: as which frame its sides are read, who is met, and whether its subjects met one another. */
export interface SetPhrase {
  readonly cue: VerbCue;
  readonly sides: readonly Party[];
  readonly mutual: boolean;
}

/** Reads the phrase whose verb stands at `verb`; null where its other words are missing. */
export type Reader = (context: PartyContext, verb: number, objects: readonly number[]) => SetPhrase | null;

/** "dropped in on B". */
export const onWord: ReadonlySet<string> = new Set(["on", "upon"]);

/** The reader under each of the words. */
export function forms(words: string, reader: Reader): [string, Reader][] {
  return words.split(" ").map((word) => [word, reader]);
}

/** A phrase of that manner; mutual only where nobody else is named. */
export function phrase(manner: Manner, frame: Frame, sides: readonly Party[], mutual = false): SetPhrase {
  return { cue: { manner, frame }, sides, mutual: mutual && sides.length === 0 };
}

/** With somebody behind "with", hung on the verb or on its object; without one, the subjects with one another. */
export function withSomebody(context: PartyContext, manner: Manner, verb: number, object: number): SetPhrase {
  const sides = besideVerb(context, verb, object, withWord).filter(isSomebody(context));
  return phrase(manner, "with", sides, !takesWithIn(context.tree, [verb, object]));
}

/** The sides behind the preposition, hung on the verb or on its object. */
export function besideVerb(context: PartyContext, verb: number, object: number, prepositions: ReadonlySet<string>): Party[] {
  const sides = partiesBehind(context, verb, prepositions);
  return sides.length > 0 ? sides : partiesBehind(context, object, prepositions);
}

/** True where a phrase with "with" says that somebody else is meant. */
export function takesWithIn(tree: SyntaxTree, levels: readonly number[]): boolean {
  return levels.some((level) =>
    childrenBy(tree, level, "obl", "nmod").some((child) => child > level && lowerOf(tree, childBy(tree, child, "case")) === "with"),
  );
}

/** Somebody in particular: by name, or one person or few without one; neither the press nor the public. */
export function isSomebody(context: PartyContext): (party: Party) => boolean {
  return (party) =>
    (party.kind === "person" || party.kind === "pronoun") &&
    !party.isCrowd &&
    !isAnybody(context.tree, party) &&
    !isPublic(lowerOf(context.tree, party.head)) &&
    !isPress(context, party);
}

/** Guests among the objects. */
export function guestsOf(context: PartyContext, objects: readonly number[]): Party[] {
  return guestsAmong(context, metBy(context, objects)).filter(isSomebody(context));
}
