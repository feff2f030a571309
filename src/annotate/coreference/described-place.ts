/** "the country", "the city" → the place of that sort that the words point back at. */
import { foldCase } from "../../text/fold-case.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { headOf, lowerOf, relationOf, type SyntaxTree } from "../syntax/syntax-tree.ts";
import type { Described } from "./described-by-age.ts";
import type { Draft } from "./entity-drafts.ts";
import type { Expression } from "./referring-expressions.ts";
import type { Expressions } from "./resolve-pronouns.ts";

/** How many sentences back a place may lie. */
const reach = 4;
/** How many expressions are looked at, so that a text without an end costs no more than its length. */
const expressionReach = 1000;

const countryNouns = new Set(["country", "nation", "kingdom", "republic"]);
const townNouns = new Set(["city", "town", "village", "capital"]);

/**
 * The nearest place of that sort; in an earlier sentence its subject before the others. A town that its sentence calls "the city of" comes
 * before the others there, and need be on no list.
 */
export function describedPlace(
  { tree, expressions, referents, lexicon }: Expressions,
  drafts: readonly Draft[],
  index: number,
  noun: string,
): Described | null {
  const isCountry = countryNouns.has(noun);
  if (!isCountry && !townNouns.has(noun)) return null;
  const decidedBy = isCountry ? "the-country" : "the-town";
  const here = expressions[index]?.sentenceIndex ?? 0;
  let nearest: { readonly draft: number; readonly expression: Expression } | null = null;
  for (let at = index - 1; at >= Math.max(0, index - expressionReach); at -= 1) {
    const expression = expressions[at];
    if (!expression || here - expression.sentenceIndex > reach) break;
    const draft = referents[at] ?? -1;
    const cluster = drafts[draft]?.cluster;
    if (cluster?.type !== "PLACE" || expression.joinedWith >= 0) continue;
    const isNear = !nearest || nearest.expression.sentenceIndex === expression.sentenceIndex;
    if (!isCountry && isNear && isCalled(tree, expression, noun)) return { draft, confidence: 0.75, decidedBy: "the-called-so" };
    if (!isOfSort(cluster.name, isCountry, lexicon)) continue;
    const isSubject = expression.role === "subject" && expression.sentenceIndex < here;
    // "Denmark has guests from Poland, Vietnam and Peru. … the country": none of a list, where the sentence is about another.
    if (
      !nearest ||
      (isCountry && nearest.expression.sentenceIndex === expression.sentenceIndex && isSubject && isListed(tree, nearest.expression))
    )
      nearest = { draft, expression };
    if (isCountry && expression.sentenceIndex < (nearest?.expression.sentenceIndex ?? here)) break;
  }
  return nearest ? { draft: nearest.draft, confidence: 0.7, decidedBy } : null;
}

function isOfSort(name: string, isCountry: boolean, lexicon: Lexicon): boolean {
  const folded = foldCase(name);
  return lexicon.countryByName.has(folded) === isCountry && (isCountry || lexicon.cities.has(folded));
}

/** "the Turkish border city of Kars". */
function isCalled(tree: SyntaxTree, { firstToken }: Expression, noun: string): boolean {
  // "the capital of Harvik" is not Harvik.
  return noun !== "capital" && lowerOf(tree, firstToken - 1) === "of" && lowerOf(tree, firstToken - 2) === noun;
}

/** One of several that commas or "and" join. */
function isListed(tree: SyntaxTree, { head }: Expression): boolean {
  return relationOf(tree, head) === "conj" || (headOf(tree, head) >= 0 && lowerOf(tree, head + 1) === "and");
}
