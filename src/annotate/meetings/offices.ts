/** Who holds an office: of those one says that they tour a country or are the guests of its capital, of singers and teams not. */
import { childrenBy, lowerOf, type SyntaxTree } from "../syntax/syntax-tree.ts";
import type { Party, PartyContext } from "./party-context.ts";

/** True where the article tells of an office that somebody holds, beside the name or elsewhere. */
export function holdsOffice({ tree, entities }: PartyContext, { entityIndex, head, kind, plural }: Party): boolean {
  // "the prime minister", whose name the article does not tell.
  if (entityIndex === null) return kind === "person" && !plural && isOffice(lowerOf(tree, head));
  const held = (entities[entityIndex]?.roles ?? []).filter(({ title }) => title.toLowerCase().split(/[ -]/u).some(isOffice));
  // A former president travels for himself.
  if (held.length > 0) return held.some(({ former }) => !former);
  return isOffice(lowerOf(tree, head)) || titlesOf(tree, head).some(isOffice);
}

/** "Mr. Ray", of whom the article tells no calling: papers that say so write of politics. */
export function isMister({ tree, entities }: PartyContext, { head, entityIndex }: Party): boolean {
  const isPlain = entities[entityIndex ?? -1]?.roles.length === 0;
  return isPlain && childrenBy(tree, head, "nmod:desc").some((title) => /^(?:mr|ms|mrs|mme)\.?$/u.test(lowerOf(tree, title)));
}

function titlesOf(tree: SyntaxTree, head: number): string[] {
  return childrenBy(tree, head, "nmod:desc", "compound", "appos").map((title) => lowerOf(tree, title));
}

function isOffice(word: string): boolean {
  return offices.test(word);
}

const offices =
  /^(?:president|premier|minister|chancellor|secretary|king|queen|emir|sultan|emperor|pope|pontiff|envoy|ambassador|senator|governor|leader|delegation)s?$/u;
