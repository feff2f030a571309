/** Sides that say twice who somebody is: titles, offices and asides that the parser set beside a name. */
import { childBy, isUnder, lowerOf, type SyntaxTree, tagOf } from "../syntax/syntax-tree.ts";
import type { Party, PartyContext } from "./party-context.ts";
import { isPlural, partyKind } from "./party-nouns.ts";

/** "their union, Unite, and the operator, Halden": one by what it is, then between commas by its name, is one side. */
export function withoutAsides({ tree }: PartyContext, parties: readonly Party[]): readonly Party[] {
  const asides = parties.filter((party, index) => {
    const next = parties[index + 1];
    if (isOfTheNamed(tree, parties, index)) return true;
    if (isListedPlural(tree, party, parties.slice(index + 1))) return true;
    // "the chief executive", tagged as an adjective, is one person.
    const isSeveral = party.plural && tagOf(tree, party.head) !== "ADJ";
    if (!next?.named || party.named || isSeveral || party.kind !== next.kind || next.kind === "country") return false;
    if (tree.tokens[party.head + 1]?.text !== "," || childBy(tree, party.head, "det", "nmod:poss") < 0) return false;
    if (!followsWithTitle(tree, party.head + 2, next)) return false;
    let after = next.head + 1;
    while ((tree.tokens[after]?.start ?? next.end) < next.end) after += 1;
    // "the union, Unite and the operator" is a list.
    return tree.tokens[after]?.text === "," || parties.length === 2;
  });
  return asides.length === 0 ? parties : parties.filter((party) => !asides.includes(party));
}

/** "Lieutenant-General Ann Lee": from the token on stands the name, with nothing but her title before it. */
function followsWithTitle(tree: SyntaxTree, first: number, { head, start }: Party): boolean {
  let name = first;
  while (name <= head && (tree.tokens[name]?.start ?? start) < start) {
    const isTitle = tagOf(tree, name) === "PROPN" || tree.tokens[name]?.text === "-";
    if (!isTitle || !isUnder(tree, name, head)) return false;
    name += 1;
  }
  return tree.tokens[name]?.start === start;
}

/** "the club's owners, Ann Lee and Bob Day", "the rivals, Fatah and Hamas,": a plural that announces those named behind its comma. */
function isListedPlural(tree: SyntaxTree, party: Party, rest: readonly Party[]): boolean {
  const [first, second] = rest;
  if (party.named || !party.plural || rest.length !== 2 || !first?.named || !second?.named) return false;
  if (tree.tokens[party.head + 1]?.text !== ",") return false;
  const arePeople = party.kind === "person" && first.kind === "person" && second.kind === "person";
  // "the rebels, Chad and Sudan" are three.
  const areBodies = announcing.test(lowerOf(tree, party.head)) && first.kind !== "person" && second.kind !== "person";
  if (!arePeople && !areBodies) return false;
  return childBy(tree, party.head, "det", "nmod:poss") >= 0 && tree.tokens[party.head + 2]?.start === rest[0]?.start;
}

/** "his Chadian and Malian counterparts, Ann Lee and Bob Day,": as many people by name behind the comma as countries in front of it. */
function isOfTheNamed(tree: SyntaxTree, parties: readonly Party[], index: number): boolean {
  const isDescription = (party: Party | undefined): boolean => party !== undefined && !party.named && party.kind !== "pronoun";
  let last = index;
  while (last - index < 4 && tree.tokens[(parties[last]?.head ?? 0) + 1]?.text !== ",") last += 1;
  const announced = parties[last];
  if (!announced?.plural || !isDescription(announced) || !peers.test(lowerOf(tree, announced.head))) return false;
  let first = last;
  while (first > 0 && isDescription(parties[first - 1]) && announced.head - (parties[first - 1]?.head ?? 0) < 5) first -= 1;
  const names = parties.slice(last + 1, last + 2 + last - first);
  const areNamed = names.length === last - first + 1 && names.every(({ named, kind }) => named && kind === "person");
  return index >= first && last > first && areNamed && tree.tokens[announced.head + 2]?.start === names[0]?.start;
}

const peers = /^(?:counterparts|presidents|leaders|ministers|premiers|colleagues)$/u;

/** Plurals that stand for sides of one kind. */
const announcing =
  /^(?:rivals|neighbou?rs|allies|enemies|foes|sides|parties|countries|nations|states|powers|groups|factions|firms|companies)$/u;

/** "his friend and ally, Ann Lee": a list whose last member stands behind a comma alone says twice who she is. */
export function withoutDescriptions({ tree }: PartyContext, parties: readonly Party[]): readonly Party[] {
  const last = parties[parties.length - 1];
  if (parties.length < 2 || !last?.named || last.kind !== "person") return parties;
  const isJoined = (from: Party, to: Party): boolean => {
    for (let token = from.head + 1; token < to.head; token += 1) if (tagOf(tree, token) === "CCONJ") return true;
    return false;
  };
  const [before, first] = [parties[parties.length - 2], parties[parties.length - 3]];
  // "ally" may be a state as well.
  const isDescription = ({ named, plural, kind, head }: Party): boolean =>
    !named && !plural && (kind === "person" || lowerOf(tree, head) === "ally");
  // The same where the parser set the name beside the second word: "ally" stands for Ann Lee, and has no article of its own.
  const isBeside = (tree.tokens[last.head]?.start ?? last.start) < last.start && childBy(tree, last.head, "det", "nmod:poss") < 0;
  if (before && isBeside && isDescription(before) && isJoined(before, last) && tree.tokens[before.head + 1]?.text !== ",")
    return [...parties.slice(0, -2), last];
  if (before && isDescription(before) && related.test(lowerOf(tree, before.head)) && isRoleBeside(tree, before, last))
    return [...parties.slice(0, -2), last];
  if (!before || !first || isJoined(before, last) || !isJoined(first, before)) return parties;
  return isDescription(before) && isDescription(first) ? [...parties.slice(0, -3), last] : parties;
}

const related =
  /^(?:friend|ally|mentor|colleague|partner|confidant|confidante|adviser|advisor|patron|predecessor|successor|rival|neighbou?r|aide|deputy|protégé|brother|sister|son|daughter)$/u;

/** "his friend and ally Fidel Castro": a second word for him, without an article, between "and" and the name. */
function isRoleBeside(tree: SyntaxTree, description: Party, name: Party): boolean {
  const joiner = description.head + 1;
  const role = joiner + 1;
  const isJoined = tagOf(tree, joiner) === "CCONJ" && related.test(lowerOf(tree, role));
  return isJoined && tree.tokens[role + 1]?.start === name.start && childBy(tree, description.head, "det", "nmod:poss") >= 0;
}

/**
 * Two sides that the parser made of one: "Hamas officials" is an unnamed delegation, "Pope Francis" and "his deputy, Ann Lee," are
 * the people they name.
 */
export function joinedAdjacent(context: PartyContext, parties: readonly Party[]): readonly Party[] {
  const joined: Party[] = [];
  for (const party of parties) {
    const before = joined[joined.length - 1];
    if (before && (isTitleOf(context, before, party) || isOfficeOf(context, before, party))) joined[joined.length - 1] = party;
    else if (before?.named && before.kind !== "person" && !party.named && party.kind === "person" && party.start === before.end + 1) {
      joined[joined.length - 1] = { ...party, start: before.start, entityIndex: before.entityIndex };
    } else joined.push(party);
  }
  return joined;
}

/** "Pope" of "Francis", "his French counterpart" of "Sebastien Lecornu": one person's title directly before the name. */
function isTitleOf({ tree }: PartyContext, title: Party, name: Party): boolean {
  if (title.named || title.plural || title.kind !== "person" || !name.named || name.kind !== "person") return false;
  let token = title.head + 1;
  while (token < name.head && (tree.tokens[token]?.end ?? 0) <= title.end) token += 1;
  if (tree.tokens[token]?.text === ",") token += 1;
  return tree.tokens[token]?.start === name.start;
}

/** "Treasury Secretary Ann Lee": a body that only says what somebody with a name directly behind it is. */
function isOfficeOf({ tree, lexicon }: PartyContext, body: Party, name: Party): boolean {
  if (!body.named || body.kind === "person" || !name.named || name.kind !== "person" || name.start <= body.end) return false;
  let token = body.head + 1;
  while ((tree.tokens[token]?.start ?? body.end) < body.end) token += 1;
  let titles = 0;
  for (; titles < 5 && tree.tokens[token]?.start !== name.start; token += 1, titles += 1)
    if (!["NOUN", "PROPN", "ADJ"].includes(tagOf(tree, token))) return false;
  return titles > 0 && titles < 5 && partyKind(lexicon, lowerOf(tree, token - 1)) === "person" && !isPlural(lowerOf(tree, token - 1));
}
