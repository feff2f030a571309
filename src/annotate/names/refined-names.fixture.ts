/** What the corrections by rule make of names as a tagger may give them. */
import type { NameMention } from "../../domain/mention.ts";
import { loadLexicon } from "../../text/lexicon.ts";
import { loadSegmenter } from "../../text/segment.ts";
import { articleFrom } from "../marked-names.fixture.ts";
import { refineNames } from "./refine-names.ts";
import { readTagged } from "./tagged-text.fixture.ts";

const lexicon = loadLexicon();
const segment = loadSegmenter();

/** The names of a tagged text (`readTagged`) after the corrections, and the text without its marks. */
export function refineTagged(marked: string): { readonly text: string; readonly names: readonly NameMention[] } {
  const { text, names } = readTagged(marked);
  return { text, names: refineNames(segment(articleFrom(text)), names, lexicon) };
}

/** The same, each as the letter of its type and its words: "P Ann Lee". */
export function refined(marked: string): string[] {
  const { text, names } = refineTagged(marked);
  return names.map(({ type, start, end }) => `${type.at(0)} ${text.slice(start, end)}`);
}
