/** Sides by where they come from: "U.S. and Zambian officials", "Israeli-Palestinian summit". */
import { isDemonym } from "../../text/lexicon.ts";
import { conjunctsOf } from "../syntax/noun-phrases.ts";
import { childrenBy, headOf, lowerOf, relationOf, type SyntaxTree, tagOf } from "../syntax/syntax-tree.ts";
import { canAct, countryOfDemonym, type Party, type PartyContext, widestAt } from "./party-context.ts";

/** "U.S. and Zambian officials" → "U.S.", "Zambian officials": one side for each origin that is joined in front of a plural. */
export function splitByModifiers(context: PartyContext, party: Party): Party[] | null {
  const { tree } = context;
  const inside = childrenBy(tree, party.head, "amod", "compound", "nmod:poss")
    .filter((child) => child < party.head && isOrigin(context, child))
    .map((child) => conjunctsOf(tree, child).filter((token) => token >= child && token < party.head));
  const inFront = originsInFront(context, party.head);
  // "U.S. [compound of officials] and North Korean [amod of officials] officials".
  const isApart = inFront?.some((token) => isOfTwoWords(context, token)) === true || inside.length === 0;
  for (const joined of inFront && isApart ? [inFront] : inside) {
    const [child = party.head] = joined;
    if (joined.length < 2 || !joined.every((token) => isOrigin(context, token))) continue;
    const last = joined[joined.length - 1] ?? child;
    return joined.map((token): Party => {
      const own = tree.tokens[token];
      const name = widestAt(context, token);
      // "Latin American": a word of origin with another in front.
      const before = tree.tokens[token - 1];
      const isPair =
        !name &&
        before &&
        /^\p{Lu}/u.test(before.text) &&
        (isOfTwoWords(context, token) || (tagOf(tree, token - 1) === "ADJ" && headOf(tree, token - 1) === headOf(tree, token)));
      const start = name?.start ?? (isPair ? before.start : own?.start) ?? party.start;
      return {
        ...party,
        start,
        end: token === last ? party.end : (name?.end ?? own?.end ?? party.end),
        entityIndex: name?.entityIndex ?? countryOfDemonym(context, token),
        head: token === last ? party.head : token,
      };
    });
  }
  return null;
}

/** "Chinese and Japanese foreign ministers", with the first pair hung elsewhere: the origins right before the phrase, or null. */
function originsInFront(context: PartyContext, head: number): readonly number[] | null {
  const { tree } = context;
  let at = head - 1;
  while (head - at < 4 && !isOrigin(context, at) && ["ADJ", "NOUN"].includes(tagOf(tree, at))) at -= 1;
  const joiner = isOfTwoWords(context, at) ? at - 2 : at - 1;
  if (!isOrigin(context, at) || lowerOf(tree, joiner) !== "and" || !isOrigin(context, joiner - 1)) return null;
  const joined = [joiner - 1, at];
  // "Japanese, Chinese and North Korean officials".
  for (let first = joiner - 1; joined.length < 6; ) {
    const comma = isOfTwoWords(context, first) ? first - 2 : first - 1;
    if (tree.tokens[comma]?.text !== "," || !isOrigin(context, comma - 1)) break;
    first = comma - 1;
    joined.unshift(first);
  }
  return joined;
}

/** "North Korean", "Saudi Arabian". */
function isOfTwoWords({ tree, lexicon }: PartyContext, token: number): boolean {
  return lexicon.countryByDemonym.has(`${lowerOf(tree, token - 1)} ${lowerOf(tree, token)}`);
}

function isOrigin(context: PartyContext, token: number): boolean {
  const mention = widestAt(context, token);
  if (mention) return mention.type !== "PERSON" && canAct(context, mention.entityIndex);
  const word = lowerOf(context.tree, token);
  return isDemonym(context.lexicon, word) || communities.test(word) || isOfTwoWords(context, token);
}

/** Peoples and faiths whose leaders meet as such, though they belong to no one country. */
const communities =
  /^(?:shi['’]ites?|shi['’]a|tamil|hutu|tutsi|druze|maronite|orthodox|turkm[ae]n|berber|zulu|igbo|hausa|yoruba|pashtun|sikh)$/u;

/** The two sides of "Israeli-Palestinian summit", "U.S.-Hamas talks", "talks between the two": origins joined in front of a noun of meeting. */
export function originsBefore(context: PartyContext, noun: number): Party[] {
  const { tree } = context;
  for (let token = noun - 1; token >= 0 && noun - token < 8; token -= 1) {
    const mark = tree.tokens[token]?.text;
    const isJoint = mark === "-" || mark === "–" || mark === "/" || lowerOf(tree, token) === "and";
    if (!isJoint) continue;
    const isTight =
      mark !== "and" &&
      tree.tokens[token - 1]?.end === tree.tokens[token]?.start &&
      tree.tokens[token]?.end === tree.tokens[token + 1]?.start;
    const left = originAt(context, token - 1) ?? personAt(context, token - 1, isTight);
    const right = originAt(context, token + 1) ?? personAt(context, token + 1, isTight);
    const unknown = left ? strangerAt(context, token + 1, left) : right ? strangerAt(context, token - 1, right) : null;
    if ((left ?? unknown) && (right ?? unknown) && headsUp(tree, token + 1, noun))
      return [left, right, unknown].filter((side) => side !== null).sort((a, b) => a.start - b.start);
  }
  return [];
}

/** True when the token hangs on the noun, at most two steps up. */
function headsUp(tree: SyntaxTree, token: number, noun: number): boolean {
  let at = token;
  for (let steps = 0; steps < 3; steps += 1) {
    if (at === noun) return true;
    const relation = relationOf(tree, at);
    if (relation.startsWith("nsubj") || relation === "obj" || relation === "root") return false;
    at = headOf(tree, at);
  }
  return false;
}

/** "the Lee-Ray summit": people joined by a hyphen. */
function personAt(context: PartyContext, token: number, isTight: boolean): Party | null {
  const name = isTight ? widestAt(context, token) : null;
  if (name?.type !== "PERSON" || name.form !== "name") return null;
  const { start, end, entityIndex } = name;
  return { start, end, entityIndex, named: true, kind: "person", head: token, plural: false };
}

/** "the Lee-Ray summit", where only one of the two names is known to the recogniser. */
function strangerAt(context: PartyContext, token: number, known: Party): Party | null {
  const own = context.tree.tokens[token];
  if (known.kind !== "person" || !own || tagOf(context.tree, token) !== "PROPN" || context.isName[token]) return null;
  return { ...known, start: own.start, end: own.end, entityIndex: null, named: false, head: token };
}

function originAt(context: PartyContext, token: number): Party | null {
  const own = context.tree.tokens[token];
  if (!own || !isOrigin(context, token)) return null;
  const name = widestAt(context, token);
  const span = name ?? own;
  const entityIndex = name?.entityIndex ?? countryOfDemonym(context, token);
  return { start: span.start, end: span.end, entityIndex, named: name !== null, kind: "country", head: token, plural: true };
}
