/** Noun phrases → the sides of a meeting: a name, a pronoun, or an unnamed delegation of a named body ("Hamas officials"). */
import type { Mention } from "../../domain/mention.ts";
import { isDemonym } from "../../text/lexicon.ts";
import { conjunctsOf, headFrom } from "../syntax/noun-phrases.ts";
import {
  baseRelation,
  childBy,
  childrenBy,
  childrenOf,
  headOf,
  isUnder,
  lowerOf,
  pennTagOf,
  relationOf,
  type SyntaxTree,
  tagOf,
} from "../syntax/syntax-tree.ts";
import { calendarWords, innerPrepositions, nameWithin } from "./described-person.ts";
import { joinedAdjacent, withoutAsides, withoutDescriptions } from "./joined-parties.ts";
import { nounCues } from "./meeting-cues.ts";
import { ownCountry } from "./own-countries.ts";
import { isDefinitePair, isPairNoun } from "./pair-nouns.ts";
import { bodyOf, canAct, countryOfDemonym, type Party, type PartyContext, type PartyKind, widestAt } from "./party-context.ts";
import { isAudience, isPlural, partyKind } from "./party-nouns.ts";
import { isCrowd, phraseOf } from "./party-phrases.ts";
import { delegationBehind, holderBehind } from "./people-of-bodies.ts";
import { splitByModifiers } from "./side-origins.ts";

/** The sides that the phrase under `phrase`, its head, and the phrases joined to it name: "A, B and the leaders of C and D" → four. */
export function partiesAt(context: PartyContext, phrase: number): readonly Party[] {
  const { tree } = context;
  // "It was Ann Lee and not Tom Ray who met her": the clause hung on the second.
  const head = baseRelation(tree, phrase) === "conj" && isLeftOut(tree, phrase) ? headOf(tree, phrase) : phrase;
  const found: Party[] = [];
  const inner = Math.max(nameWithin(context, head), bodyBehind(context, head)?.firstToken ?? -1);
  const heads =
    inner < 0
      ? conjunctsOf(tree, head)
      : [head, ...conjunctsOf(tree, head).filter((token) => token > inner), ...conjunctsOf(tree, inner).filter((token) => token > inner)];
  for (const joined of heads) {
    if (joined < head) continue;
    // "heads of state and government" are the same people.
    if (lowerOf(tree, joined) === "government" && lowerOf(tree, joined - 2) === "state") continue;
    if (isLeftOut(tree, joined)) continue;
    for (const party of partiesUnder(context, afterPossessive(context, joined)))
      if (party.end > party.start && !found.some((other) => other.start === party.start)) found.push(party);
  }
  const sorted = found.sort((a, b) => a.start - b.start);
  return withoutDescriptions(context, withoutAsides(context, joinedAdjacent(context, sorted)));
}

/** "met Ann Lee, (but) not (with) Tom Ray", "Ann Lee, not Tom Ray, met her": who is named as not having been there. */
function isLeftOut(tree: SyntaxTree, head: number): boolean {
  const not = childrenBy(tree, head, "advmod").find((child) => child < head && lowerOf(tree, child) === "not");
  return not !== undefined && !/^(?:only|just|merely|simply|least|surprisingly|unexpectedly)$/u.test(lowerOf(tree, not + 1));
}

/** "the Solomon Islands' newly elected prime minister", where the parser takes the owner for the side: the noun behind the mark. */
function afterPossessive(context: PartyContext, head: number): number {
  const { tree } = context;
  const mark = tree.tokens[head + 1]?.text;
  if (
    (mark !== "'" && mark !== "’" && mark !== "'s" && mark !== "’s") ||
    baseRelation(tree, head) === "nmod" ||
    relationOf(tree, head) === "nmod:poss"
  )
    return head;
  // "employers' chief [of Ann] Ann Lee": the name behind the title.
  const role = headOf(tree, head + 2);
  if (/^(?:chief|head|leader|boss)$/u.test(lowerOf(tree, head + 2)) && role > head + 2 && role - head < 6 && tagOf(tree, role) === "PROPN")
    return role;
  const above = headOf(tree, head);
  // "She and the party's then leader met": the owner is joined to the first side, the noun hangs on the verb.
  const governors = baseRelation(tree, head) === "conj" ? [above, headOf(tree, above)] : [above];
  for (const governor of governors) {
    for (const sibling of childrenOf(tree, governor)) {
      if (
        sibling > head &&
        sibling - head < 8 &&
        (["obj", "obl", "nsubj", "nmod"].includes(baseRelation(tree, sibling))
          ? tagOf(tree, sibling) === "NOUN"
          : baseRelation(tree, sibling) === "xcomp" && partyKind(context.lexicon, lowerOf(tree, sibling)) === "person")
      )
        return sibling;
    }
  }
  return head;
}

const vehicles = /^(?:motorcade|convoy|entourage|plane|jet|car|aircraft|helicopter)$/u;

/** The sides of one phrase; several for "the leaders of A and B" and "Indian and Pakistani ministers". */
function partiesUnder(context: PartyContext, head: number): Party[] {
  // "the president's motorcade": who sits in it.
  const owner = vehicles.test(lowerOf(context.tree, head)) ? childBy(context.tree, head, "nmod:poss") : -1;
  if (owner >= 0) return partiesAt(context, owner).slice();
  const many = quantified(context, head);
  if (many.length > 0) return many;
  const party = partyOf(context, head);
  if (!party) return [];
  if (party.named || party.kind === "pronoun" || !party.plural) return [party];
  const examples = examplesBehind(context, party);
  if (examples.length > 0) return [party, ...examples];
  return namesOfThose(context, party) ?? splitByModifiers(context, party) ?? splitByMembers(context, party) ?? [party];
}

/** "ministers from nine countries, including Chad and Mali": those by name among the ones whom a plural counts. */
function examplesBehind(context: PartyContext, party: Party): readonly Party[] {
  const { tree } = context;
  let comma = party.head + 1;
  while ((tree.tokens[comma]?.start ?? party.end) < party.end) comma += 1;
  if (tree.tokens[comma]?.text !== "," || !introducing.test(lowerOf(tree, comma + 1))) return [];
  const first = comma + (lowerOf(tree, comma + 2) === "them" ? 3 : 2);
  if (/^(?:possibly|perhaps|maybe|probably)$/u.test(lowerOf(tree, first))) return [];
  const start = tree.tokens[first]?.start ?? party.end;
  return partiesAt(context, headFrom(tree, first)).filter((example) => example.named && example.start >= start);
}

const introducing = /^(?:including|among)$/u;

/** "the candidates Ann Lee and Bob Day", "the leaders, Ann Lee and Bob Day", "rivals Hamas and Fatah": the sides that a plural announces. */
function namesOfThose(context: PartyContext, party: Party): Party[] | null {
  const { tree } = context;
  for (const child of childrenBy(tree, party.head, "appos", "flat", "compound")) {
    if (child < party.head || context.isName[party.head]) continue;
    const names = conjunctsOf(tree, child).filter((token) => token >= child);
    const types = names.map((token) => widestAt(context, token)?.type);
    const isOfOneKind = types.every((type) => type !== undefined && (type === "PERSON") === (types[0] === "PERSON"));
    if (names.length < 2 || !isOfOneKind) continue;
    return names.flatMap((token) => partyOf(context, token) ?? []);
  }
  return null;
}

/** "some of the wounded", "three of the leaders", "most of them": whom the quantity is of. */
function quantified(context: PartyContext, head: number): Party[] {
  const { tree } = context;
  const tag = tagOf(tree, head);
  // "the chief executive of the council", tagged as an adjective, is somebody.
  if (tag === "ADJ" && partyKind(context.lexicon, lowerOf(tree, head)) !== null) return [];
  if (tag !== "DET" && tag !== "NUM" && tag !== "PRON" && tag !== "ADJ" && !quantities.has(lowerOf(tree, head))) return [];
  const of = childrenBy(tree, head, "nmod").find((child) => lowerOf(tree, childBy(tree, child, "case")) === "of");
  if (of === undefined && somebody.test(lowerOf(tree, head))) return peopleFrom(context, head);
  // "one of them, Ann Lee, …".
  const named = lowerOf(tree, head) === "one" && of !== undefined ? nameAside(context, of) : null;
  const who = named ? fromMention(context, named, named.firstToken) : null;
  if (who) return [who];
  if (of === undefined || ["whom", "which"].includes(lowerOf(tree, of))) return [];
  return partiesAt(context, of).map((party, index) =>
    party.named || index > 0 ? party : { ...party, start: context.tree.tokens[head]?.start ?? party.start },
  );
}

/** The person whose name stands between commas right behind the token. */
function nameAside(context: PartyContext, token: number): Mention | null {
  const { tree } = context;
  const name = tree.tokens[token + 1]?.text === "," ? widestAt(context, token + 2) : null;
  if (name?.type !== "PERSON" || name.form !== "name" || name.firstToken !== token + 2) return null;
  return tree.tokens[name.endToken]?.text === "," ? name : null;
}

const somebody = /^(?:nobody|none|anyone|anybody|someone|somebody|everyone|everybody)$/u;

/** "nobody from the ministry", "someone at the embassy": people of the body. */
function peopleFrom(context: PartyContext, head: number): Party[] {
  const { tree } = context;
  const from = childrenBy(tree, head, "nmod").find((child) => /^(?:from|at)$/u.test(lowerOf(tree, childBy(tree, child, "case"))));
  const start = tree.tokens[head]?.start;
  if (from === undefined || start === undefined) return [];
  return partiesAt(context, from)
    .slice(0, 1)
    .map((party): Party => ({ ...party, start, named: false, kind: "person", plural: true, head }));
}

const quantities = new Set(
  "dozens hundreds thousands number handful scores majority half variety range array succession series mix host slew string".split(" "),
);

/** The side that the phrase names, or null when it names no one who could meet. */
function partyOf(context: PartyContext, head: number): Party | null {
  const { tree } = context;
  const token = tree.tokens[head];
  if (!token) return null;
  const mention = mentionOf(context, head);
  if (mention) {
    const holder = holderBehind(context, mention);
    return holder
      ? fromMention(context, holder, holder.firstToken)
      : (delegationBehind(context, mention) ?? fromMention(context, mention, head));
  }
  const word = token.lower;
  const tag = tagOf(tree, head);
  const titled = nameBehindTitle(context, head);
  if (titled) return fromMention(context, titled, titled.firstToken);
  if (personalPronouns.has(word) && !context.isName[head]) {
    return {
      start: token.start,
      end: token.end,
      entityIndex: null,
      named: false,
      kind: "pronoun",
      head,
      plural: pluralPronouns.has(word),
      isPair: word === "both",
    };
  }
  if ((word === "two" || word === "three") && lowerOf(tree, childBy(tree, head, "det")) === "the" && childBy(tree, head, "nmod") < 0) {
    return { start: token.start, end: token.end, entityIndex: null, named: false, kind: "pronoun", head, plural: true, isPair: true };
  }
  // "The meeting will reopen dialogue with B": nobody who speaks.
  if (nounCues.has(word) && occasions.test(word)) return null;
  const kind =
    commonKind(context, head, word, tag) ??
    (isPairNoun(word) && isDefinitePair(tree, head) ? "group" : null) ??
    (isUnknownName(context, head, tag) ? "person" : null);
  if (!kind) return null;
  const range = phraseOf(context, head);
  const first = tree.tokens[range.firstToken];
  const last = tree.tokens[range.endToken - 1];
  if (!first || !last) return null;
  return {
    start: first.start,
    end: last.end,
    entityIndex: bodyOf(context, range) ?? ownCountry(context, range),
    named: false,
    kind,
    head,
    isPair: isPairNoun(word) && isDefinitePair(tree, head),
    isCrowd: isCrowd(tree, head),
    plural:
      isPlural(word) || tag === "ADJ" || tag === "VERB" || (word.endsWith("s") && !word.endsWith("ss")) || pennTagOf(tree, head) === "NNS",
  };
}

/** "the union and operator FirstLine", where the parser gave the name to the next verb: a noun without an article is its title; else null. */
function nameBehindTitle(context: PartyContext, head: number): Mention | null {
  const { tree } = context;
  if (pennTagOf(tree, head) !== "NN" || context.isName[head] || childBy(tree, head, "det", "nmod:poss", "nummod", "nmod") >= 0) return null;
  if (partyKind(context.lexicon, lowerOf(tree, head)) === null) return null;
  const name = widestAt(context, head + 1);
  return name?.form === "name" && name.firstToken === head + 1 && name.type !== "PLACE" ? name : null;
}

const occasions = /^(?:meetings?|summits?|talks|negotiations|conferences?|visits?|gatherings?|consultations|discussions)$/u;

const personalPronouns = new Set(
  "i me we us you he him she her they them who whom someone somebody others most some many several both few all himself herself themselves".split(
    " ",
  ),
);

const pluralPronouns = new Set("we us they them who others most some many several both few all themselves".split(" "));

const yearly = /^(?:year|month|week|season|day|today|yesterday|tomorrow|\w+day)$/u;
const holidays = /^(?:christmas|easter|ramadan|thanksgiving|passover|hanukkah|eid|diwali|nowruz|lent|advent|epiphany|halloween)$/u;

/** A proper noun that the recogniser passed over: in the place of a side it names one. */
function isUnknownName(context: PartyContext, head: number, tag: string): boolean {
  const word = lowerOf(context.tree, head);
  if (tag !== "PROPN" || context.isName[head] || calendarWords.test(word) || holidays.test(word)) return false;
  // "the Vulcan Award": people stand without an article, unless it is their title's ("the Rev.").
  // "this year's Vulcan Award".
  if (yearly.test(lowerOf(context.tree, childBy(context.tree, head, "nmod:poss")))) return false;
  if (childBy(context.tree, head, "det") >= 0 && !context.tree.tokens[head]?.text.endsWith(".")) return false;
  return /^\p{Lu}\p{Ll}/u.test(context.tree.tokens[head]?.text ?? "") && !isAudience(lowerOf(context.tree, head));
}

function commonKind(context: PartyContext, head: number, word: string, tag: string): PartyKind | null {
  // "her opposite number".
  if (word === "number" && lowerOf(context.tree, head - 1) === "opposite") return "person";
  if (tag === "NOUN" || tag === "PROPN") {
    const kind = partyKind(context.lexicon, word);
    if (kind) return kind;
    // "the transport authority".
    if (word === "authority" && childBy(context.tree, head, "compound", "nmod:poss") >= 0) return "group";
  }
  // "the 52-year-old".
  if (word === "old" && lowerOf(context.tree, head - 2) === "year" && lowerOf(context.tree, childBy(context.tree, head, "det")) === "the")
    return "person";
  // "the Israelis", "Palestinian and Egyptian": a demonym for its government; "the wounded": people by what befell them.
  if (isDemonym(context.lexicon, word)) return "group";
  const determined = lowerOf(context.tree, childBy(context.tree, head, "det")) === "the";
  if (determined && (tag === "ADJ" || tag === "VERB") && partyKind(context.lexicon, word) !== null) return "person";
  return null;
}

/** The mention that the phrase as a whole refers to: one on its head, a name behind its titles, or a name in apposition. */
function mentionOf(context: PartyContext, head: number): Mention | null {
  const { tree, lookup } = context;
  const own = widestAt(context, head);
  if (own && own.form !== "description") return own;
  const inner = nameWithin(context, head);
  if (inner >= 0) return widestAt(context, inner);
  if (own) return own;
  // "the Palestinian Mujahideen group": the noun only says what the name is.
  if (groupHeads.has(lowerOf(tree, head))) {
    for (const child of childrenBy(tree, head, "compound", "appos", "flat", "nmod")) {
      if (child > head + 1 && baseRelation(tree, child) === "nmod") continue;
      const name = widestAt(context, child);
      if (name?.type === "ORGANIZATION" && name.form === "name") return name;
    }
  }
  const described = describedName(context, head);
  if (described) return described;
  const behind = bodyBehind(context, head);
  if (behind) return behind;
  // "its sister party, the Greens,", "her landlord, Fenwick Homes,": a company by what it is, then by its name.
  const aside = bodyBeside(context, head);
  if (aside) return aside;
  // "his home country of Kenya".
  if (placeHeads.has(lowerOf(tree, head))) {
    const of = childrenBy(tree, head, "nmod").find((child) => lowerOf(tree, childBy(tree, child, "case")) === "of");
    const name = of === undefined ? null : widestAt(context, of);
    if (name?.type === "PLACE" && name.form === "name") return name;
  }
  return lookup.covering.has(head) ? own : null;
}

/** "Ann Lee, the foreign minister, who met B": the person whose description one noun sets between commas; else null. */
function describedName(context: PartyContext, head: number): Mention | null {
  const { tree, lexicon } = context;
  if (relationOf(tree, head) !== "appos" || tagOf(tree, head) !== "NOUN" || isPlural(lowerOf(tree, head))) return null;
  const name = partyKind(lexicon, lowerOf(tree, head)) === "person" ? widestAt(context, headOf(tree, head)) : null;
  // Right behind the name and its comma; further on it may be of somebody else.
  const isBehind =
    name !== null && name.endToken < head && tree.tokens[name.endToken]?.text === "," && isUnder(tree, name.endToken + 1, head);
  return isBehind && name.type === "PERSON" && name.form === "name" ? name : null;
}

/** "the rail union TDU", "the operator Halden": the organisation named right behind a noun that says what it is; else null. */
function bodyBehind(context: PartyContext, head: number): Mention | null {
  const { tree, lexicon } = context;
  const word = lowerOf(tree, head);
  const name = head + 1;
  if (tagOf(tree, head) !== "NOUN" || isPlural(word) || partyKind(lexicon, word) === "person") return null;
  // "the rail union TDU [obl:unmarked of met] met B": the parser's slip.
  const isTheirs = headOf(tree, name) === head && ["appos", "flat", "nmod:desc"].includes(relationOf(tree, name));
  if (!isTheirs && !(relationOf(tree, name) === "obl:unmarked" && headOf(tree, name) > name)) return null;
  const body = widestAt(context, name);
  return body?.type === "ORGANIZATION" && body.form === "name" && body.firstToken === name ? body : null;
}

/** The organisation set beside a description of one body or one who acts, between commas; else null. */
function bodyBeside(context: PartyContext, head: number): Mention | null {
  const { tree, lexicon } = context;
  const word = lowerOf(tree, head);
  if (tagOf(tree, head) !== "NOUN" || isPlural(word) || tree.tokens[head + 1]?.text !== ",") return null;
  if (partyKind(lexicon, word) === null && !groupHeads.has(word)) return null;
  const first = lowerOf(tree, head + 2) === "the" ? head + 3 : head + 2;
  const name = widestAt(context, first);
  if (name?.type !== "ORGANIZATION" || name.form !== "name" || name.firstToken !== first) return null;
  const after = tree.tokens[name.endToken];
  // "the union, Fenwick Homes and the council" is a list.
  return !after || /^[,.;)]/u.test(after.text) ? (lowerOf(tree, name.endToken + 1) === "and" ? null : name) : null;
}

const placeHeads = new Set("country nation state republic kingdom island region province territory enclave".split(" "));

const groupHeads = new Set(
  "group organization organisation movement militia faction party company firm agency newspaper network".split(" "),
);

function fromMention(context: PartyContext, mention: Mention, head: number): Party | null {
  if (!canAct(context, mention.entityIndex)) return null;
  const type = context.entities[mention.entityIndex]?.type;
  return {
    start: mention.start,
    end: mention.end,
    entityIndex: mention.entityIndex,
    named: true,
    kind: type === "PERSON" ? "person" : type === "PLACE" ? "country" : "group",
    head,
    plural: false,
  };
}

/** "the presidents of Latvia, Estonia and Lithuania" → one side for each. */
function splitByMembers(context: PartyContext, party: Party): Party[] | null {
  const { tree } = context;
  // A parser's slip: "met with representatives from A and B", where the origin hangs on the verb.
  const next = childrenBy(tree, headOf(tree, party.head), "obl").filter((child) => firstMark(tree, child) === party.head + 1);
  for (const child of [...childrenBy(tree, party.head, "nmod"), ...next]) {
    if (child < party.head || !innerPrepositions.has(lowerOf(tree, childBy(tree, child, "case")))) continue;
    // "leaders of the factions Fatah and Hamas": of those that the plural announces.
    const announced =
      childrenBy(tree, child, "appos", "flat").find((name) => name === child + 1 && isPlural(lowerOf(tree, child))) ?? child;
    const joined = conjunctsOf(tree, announced).filter((token) => token >= announced);
    const bodies = joined.map((token) => widestAt(context, token));
    const named = bodies.filter((body): body is Mention => body !== null && body.type !== "PERSON" && canAct(context, body.entityIndex));
    if (named.length < 2 || named.length < bodies.length) {
      const members = membersOf(context, party, joined);
      if (members) return members;
      continue;
    }
    return named.map(
      (body, index): Party => ({
        ...party,
        start: index === 0 ? party.start : body.start,
        end: body.end,
        entityIndex: body.entityIndex,
        head: index === 0 ? party.head : body.endToken - 1,
      }),
    );
  }
  return null;
}

/** "negotiators from the government and the rebels", "ministers from Arab and Western countries": sides without names. */
function membersOf(context: PartyContext, party: Party, joined: readonly number[]): Party[] | null {
  const { tree } = context;
  const isSent = party.kind === "person" || /^(?:delegations|missions|teams)$/u.test(lowerOf(tree, party.head));
  if (!isSent || joined.some((token) => lowerOf(tree, token) === "state")) return null;
  if (joined.length === 1) {
    // The adjectives of one plural: "Arab", "Western countries".
    const [head = -1] = joined;
    const adjectives = childrenBy(tree, head, "amod").flatMap((child) => conjunctsOf(tree, child));
    const origins = adjectives.filter((child) => child < head && /^\p{Lu}/u.test(tree.tokens[child]?.text ?? ""));
    const [first, second] = origins;
    if (!isPlural(lowerOf(tree, head)) || first === undefined || second === undefined || origins.length !== 2) return null;
    const [end, start] = [tree.tokens[first]?.end, tree.tokens[second]?.start];
    // "several Central American nations": side by side they are one origin, "Arab and Western" has a joiner between.
    if (end === undefined || start === undefined || second === first + 1) return null;
    return [
      { ...party, end, entityIndex: countryOfDemonym(context, first), head: first },
      { ...party, start, entityIndex: countryOfDemonym(context, second), head: second },
    ];
  }
  const members = joined.flatMap((token) => partyOf(context, token) ?? []);
  if (members.length < joined.length || members.some((member) => member.kind === "pronoun")) return null;
  return members.map((member, index) => ({ ...member, named: false, start: index === 0 ? party.start : member.start }));
}

function firstMark(tree: SyntaxTree, token: number): number {
  return childBy(tree, token, "case");
}
