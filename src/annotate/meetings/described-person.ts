/** The person whose name a title or a description leads to: "Secretary of State Ann Lee", "his counterpart, Ann Lee". */
import { baseRelation, childBy, childrenBy, childrenOf, lowerOf, tagOf } from "../syntax/syntax-tree.ts";
import { type PartyContext, widestAt } from "./party-context.ts";
import { isPlural, partyKind } from "./party-nouns.ts";

/** The token of the person's name that the phrase under a title or description leads to: inside it, or set beside it; or -1. */
export function nameWithin(context: PartyContext, head: number): number {
  const { tree } = context;
  const titled = nameUnderTitle(context, head);
  if (titled >= 0) return titled;
  if (context.isName[head]) return -1;
  for (const child of childrenOf(tree, head)) {
    const relation = baseRelation(tree, child);
    // "Chancellor Gerhard Schroeder", where the title heads the name.
    const isInner = (relation === "flat" || relation === "compound") && child > head;
    // "his Iranian counterpart, Hassan Kazemi Qomi".
    const isAside = relation === "appos" && !isPlural(lowerOf(tree, head));
    if (!isInner && !isAside) continue;
    const name = widestAt(context, child);
    if (name?.type === "PERSON" && name.form === "name") return child;
    // "her husband, the painter Otto Klein,".
    const second = isAside && !name && tree.tokens[head + 1]?.text === "," ? nameDirectlyBehind(context, child) : -1;
    if (second >= 0) return second;
  }
  const directly = nameDirectlyBehind(context, head);
  return directly >= 0 ? directly : nameBeside(context, head);
}

/** "the critic Ann Lee", "the commander known as Ann Lee": a name right behind the word for one person, whatever the parser hung it on. */
function nameDirectlyBehind(context: PartyContext, head: number): number {
  const { tree, lexicon } = context;
  const word = lowerOf(tree, head);
  if (tagOf(tree, head) !== "NOUN" || isPlural(word) || partyKind(lexicon, word) !== "person") return -1;
  const isAlias = /^(?:known|identified|named|called)$/u.test(lowerOf(tree, head + 1));
  const first = isAlias ? head + (lowerOf(tree, head + 2) === "as" ? 3 : 2) : head + 1;
  const name = widestAt(context, first);
  if (name?.type !== "PERSON" || name.form !== "name" || name.firstToken !== first) return -1;
  for (let at = first; at < name.endToken; at += 1) if (baseRelation(tree, at) === "nsubj") return -1;
  return isAlias || name.endToken - name.firstToken > 1 ? first : -1;
}

/** How many words a description may have, and those behind its comma. */
const longestDescription = 14;

/**
 * "the new envoy to Taiwan, Ann Lee,": a name behind the comma that ends a description of one person, read off the order of words,
 * since the parser often hangs it on the nearest noun. The token the name starts with, or -1.
 */
function nameBeside(context: PartyContext, head: number): number {
  const { tree, lexicon } = context;
  const word = lowerOf(tree, head);
  const isNoun = ["NOUN", "PROPN", "ADJ"].includes(tagOf(tree, head));
  if (!isNoun || isPlural(word) || partyKind(lexicon, word) !== "person") return -1;
  let at = head + 1;
  for (; tree.tokens[at]?.text !== ","; at += 1) {
    // "the president of their union, Ann Lee,".
    const isPart = insideDescription.has(tagOf(tree, at)) || tree.tokens[at]?.text === "-" || owners.test(lowerOf(tree, at));
    if (!isPart || at - head > longestDescription || widestAt(context, at)?.type === "PERSON") return -1;
  }
  // "a senior official, Assistant Secretary of State for Asia, Ann Lee,": one description may follow another.
  const comma = at;
  for (at += 1; at - comma <= longestDescription; at += 1) {
    const name = widestAt(context, at);
    if (name?.type === "PERSON") {
      if (name.form !== "name" || name.firstToken !== at) return -1;
      const after = tree.tokens[name.endToken];
      const ends = !after || /^[,.;:)–-]/u.test(after.text) || tagOf(tree, name.endToken) === "ADP" || calendarWords.test(after.lower);
      return ends ? at : -1;
    }
    const isTitle = insideDescription.has(tagOf(tree, at)) && tagOf(tree, at) !== "DET" && !isPlural(lowerOf(tree, at));
    const isSecond = tree.tokens[at]?.text === "," && at - comma > 2;
    if (!isSecond && !isTitle && name === null) return -1;
  }
  return -1;
}

const owners = /^(?:his|her|its|their|our|my)$/u;
const insideDescription = new Set(["ADP", "DET", "ADJ", "NOUN", "PROPN", "PART", "NUM"]);

/** "U.S. Secretary of State Colin Powell": the name at the end of a title with a preposition in it, or -1. */
function nameUnderTitle(context: PartyContext, head: number): number {
  const { tree } = context;
  if (context.isName[head] || isPlural(lowerOf(tree, head))) return -1;
  // "the tomb of Ann Lee" is no person.
  if (tagOf(tree, head) === "NOUN" && partyKind(context.lexicon, lowerOf(tree, head)) !== "person") return -1;
  for (const child of childrenBy(tree, head, "nmod")) {
    const own = widestAt(context, child);
    // "Deputy Secretary of State [Ann:nmod Lee]", "Speaker of parliament Ann Lee".
    const isBare = child > head && childBy(tree, child, "case") < 0 && own?.firstToken === child && tree.tokens[child - 1]?.text !== ",";
    if (isBare && own?.type === "PERSON" && own.form === "name" && tagOf(tree, child - 1) !== "PART") return child;
    if (child < head || !innerPrepositions.has(lowerOf(tree, childBy(tree, child, "case", "nmod:desc")))) {
      // "Secretary of [State:nmod:desc] Colin:nmod".
      if (child < head || childrenBy(tree, child, "nmod:desc", "compound").length === 0) continue;
    }
    // "the lawyer of the accused banker Ann Lee": somebody else's.
    const isOther = childBy(tree, child, "det") >= 0 && tagOf(tree, child) === "NOUN" && !isPlural(lowerOf(tree, child));
    if (isOther && partyKind(context.lexicon, lowerOf(tree, child)) === "person") continue;
    for (const token of [child, ...childrenBy(tree, child, "flat", "compound", "appos")]) {
      if (token < child) continue;
      const name = widestAt(context, token);
      if (
        name?.type === "PERSON" &&
        name.form === "name" &&
        tree.tokens[name.firstToken - 1]?.text !== "," &&
        !prepositionsBefore.has(lowerOf(tree, name.firstToken - 1))
      )
        return token;
    }
  }
  return -1;
}

const prepositionsBefore = new Set(["of", "from", "for", "to", "'s", "'", "and"]);

/** Prepositions that belong to a description: "the envoy to Chad", "members of the council". */
export const innerPrepositions = new Set(["of", "from", "for", "representing", "to"]);

export const calendarWords =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|\w{3,4}\.)$/u;
