/** Both sides of a noun of meeting where one phrase gives them, and who calls them together: "a summit between A and B that C hosts". */
import { baseRelation, childBy, childrenBy, headOf, lowerOf, pennTagOf, relationOf, tagOf } from "../syntax/syntax-tree.ts";
import { resolved, subjectParties } from "./contact-sides.ts";
import { mediating } from "./meeting-cues.ts";
import { stanceOf } from "./modality-stances.ts";
import type { Party, PartyContext } from "./party-context.ts";
import { agentParties, partiesAfter, partiesBehind, partiesOf } from "./phrase-sides.ts";
import { betweenWords, ofWord, withWord } from "./prepositions.ts";
import { originsBefore } from "./side-origins.ts";

/** The parties once each, in the order of the lists; one word may stand for two of them ("their"). */
export function merged(...lists: readonly (readonly Party[])[]): Party[] {
  const found: Party[] = [];
  for (const list of lists)
    for (const party of list) {
      // "their" stands for two: the same words, another side.
      const covers = (other: Party): boolean =>
        other.start < party.end && party.start < other.end && (other.start !== party.start || other.entityIndex === party.entityIndex);
      if (!found.some(covers)) found.push(party);
    }
  return found;
}

/** Both sides in one phrase: "between A and B", "of A and B", "Israeli-Palestinian", "involving A and B", "the A-B talks". */
export function completeSides(context: PartyContext, levels: readonly number[]): Party[] {
  const { tree } = context;
  let single: Party[] = [];
  for (const level of levels) {
    const between = partiesBehind(context, level, betweenWords);
    if (between.length >= 2) return between;
    // "a meeting between A and the minister, B [joined to the meeting]": "between" wants two.
    if (between.length === 1) {
      const behind = between[0]?.head ?? level;
      const strayed = partiesOf(
        context,
        childrenBy(tree, level, "conj").filter((joined) => joined > behind),
      );
      if (strayed.length > 0) return [...between, ...strayed];
      const second = secondOfTwo(context, behind);
      if (second.length > 0) return [...between, ...second];
    }
    // "a meeting in Oslo two weeks ago between A and B".
    // But not "a trip since clashes between A and B".
    const after = (between.length === 0 ? partiesAfter(context, level, betweenWords) : []).filter(
      ({ head }) => !isOfAnother(context, level, head),
    );
    if (after.length >= 2) return after;
    const head = headOf(tree, level);
    // "a meeting was held between A and B", "talks began between A and B".
    if (head >= 0 && ["nsubj", "obj"].includes(baseRelation(tree, level))) {
      const detached = partiesBehind(context, head, betweenWords);
      if (detached.length >= 2) return detached;
    }
    for (const clause of childrenBy(tree, level, "acl")) {
      if (!gatherers.has(lowerOf(tree, clause)) || pennTagOf(tree, clause) !== "VBG") continue;
      const gathered = partiesOf(context, childrenBy(tree, clause, "obj"));
      if (gathered.length >= 2) return gathered;
    }
    const of = partiesBehind(context, level, ofWord);
    // "a meeting of ministers and ambassadors": a session, of nobody in particular.
    if (of.length >= 2 && isList(context, of) && of.some((party) => saysWhose(context, party))) return of;
    if (between.length === 1) single = between;
  }
  const [inner = -1] = levels;
  const ordinal = ordinalSides(context, levels[levels.length - 1] ?? inner);
  if (ordinal.length >= 2) return ordinal;
  const origins = originsBefore(context, inner);
  if (origins.length >= 2) return origins;
  // "The talks included A, B and C", "the meeting brought together A and B".
  const outer = levels[levels.length - 1] ?? inner;
  const verb = headOf(tree, outer);
  if (verb >= 0 && relationOf(tree, outer) === "nsubj" && gatherers.has(lowerOf(tree, verb))) {
    const gathered = partiesOf(context, childrenBy(tree, verb, "obj"));
    if (gathered.length >= 2) return gathered;
  }
  // "The talks resumed on Monday, with A and B attending".
  const present = verb >= 0 && relationOf(tree, outer) === "nsubj" ? presentSides(context, verb) : [];
  if (present.length >= 2) return present;
  // "brought A and B together for talks".
  if (verb >= 0 && assembling.test(lowerOf(tree, verb)) && lowerOf(tree, childBy(tree, outer, "case")) === "for") {
    const brought = partiesOf(context, childrenBy(tree, verb, "obj").slice(0, 1));
    if (brought.length >= 2) return brought;
  }
  for (const sidesOf of [accordSides, thereSides, amongSides]) {
    const sides = sidesOf(context, outer);
    if (sides.length >= 2) return sides;
  }
  const offer = offerSides(context, outer);
  if (offer.length >= 2) return offer;
  // "talks between the two sides": whoever they are, they are a side.
  return resolved(context, single, inner);
}

const assembling = /^(?:bring|brought|gather|assembl)/u;

/** "The deal was reached between A and B after a week of talks", "The truce was signed by A and B at talks in Oslo": who agrees there. */
function accordSides(context: PartyContext, outer: number): Party[] {
  const { tree } = context;
  const verb = headOf(tree, outer);
  if (verb < 0 || baseRelation(tree, outer) !== "obl" || childBy(tree, verb, "aux:pass") < 0) return [];
  if (!/^(?:after|following|at|in|during)$/u.test(lowerOf(tree, childBy(tree, outer, "case")))) return [];
  if (!agreements.test(lowerOf(tree, childBy(tree, verb, "nsubj:pass")))) return [];
  const between = [verb, childBy(tree, verb, "nsubj:pass")].flatMap((at) => partiesBehind(context, at, betweenWords));
  return between.length >= 2 ? between : agentParties(context, verb);
}

/** "Among those attending the talks were A and B". */
function amongSides(context: PartyContext, outer: number): Party[] {
  const { tree } = context;
  const clause = headOf(tree, outer);
  const those = baseRelation(tree, clause) === "acl" ? headOf(tree, clause) : -1;
  if (lowerOf(tree, childBy(tree, those, "case")) !== "among" || !taking.test(lowerOf(tree, clause))) return [];
  const predicate = headOf(tree, those);
  return childBy(tree, predicate, "cop") > outer ? partiesOf(context, [predicate]).filter(({ head }) => head > outer) : [];
}

const taking = /^(?:attend(?:ing|ed)|represented|present|gathered|participating|joining|invited)$/u;

/** "At a meeting of Gulf leaders in Oslo, King Ray said": those of whom it is, whom one in office speaks among; else none. */
export function gatheredAround(context: PartyContext, noun: number, outer: number): Party[] {
  const { tree } = context;
  if (baseRelation(tree, outer) !== "obl" || !/^(?:at|after|following|during)$/u.test(lowerOf(tree, childBy(tree, outer, "case"))))
    return [];
  const [speaker, ...others] = subjectParties(context, headOf(tree, outer));
  if (speaker?.kind !== "person" || speaker.plural || others.length > 0) return [];
  return partiesBehind(context, noun, ofWord).filter(
    ({ kind, plural, head }) => kind === "person" && plural && officers.test(lowerOf(tree, head)) && lowerOf(tree, head - 1) !== "world",
  );
}

const officers = /^(?:leaders|ministers|presidents|premiers|officials|envoys|diplomats|ambassadors|negotiators|chiefs|secretaries)$/u;

/** "hosted a meeting of Arab ministers": its host and those who gather there. */
export function hostedSides(
  context: PartyContext,
  noun: number,
  outer: number,
): { readonly hosts: Party[]; readonly guests: Party[] } | null {
  const guests = partiesBehind(context, noun, ofWord).filter(({ kind, plural }) => kind === "person" && plural);
  const hosts = guests.length === 1 ? conveners(context, noun, outer, guests) : [];
  return hosts.length === 1 && hosts.every(({ named }) => named) ? { hosts, guests } : null;
}

/** "since last month's summit in Egypt, where A and B signed a truce": who did something there together. */
function thereSides(context: PartyContext, outer: number): Party[] {
  const { tree } = context;
  let where = outer + 1;
  while (where < outer + nameReach && ["ADP", "DET", "PROPN", "ADJ"].includes(tagOf(tree, where))) where += 1;
  if (tree.tokens[where]?.text === ",") where += 1;
  const verb = lowerOf(tree, where) === "where" ? headOf(tree, where) : -1;
  if (verb < where || pennTagOf(tree, verb) !== "VBD" || childBy(tree, verb, "aux", "cop") >= 0) return [];
  return agreedThere.test(lowerOf(tree, verb)) ? partiesOf(context, childrenBy(tree, verb, "nsubj")) : [];
}

const agreedThere = /^(?:agreed|signed|pledged|promised|vowed|decided|discussed|declared|adopted|reached|announced|negotiated|struck)$/u;

/** What sides reach with one another. */
export const agreements = /^(?:deal|accord|agreement|pact|treaty|truce|cease-?fire|settlement|compromise|understanding)s?$/u;

/** "Asian leaders", unlike "ministers": with a name of their own or of where they come from. */
function saysWhose({ tree }: PartyContext, { head, named, entityIndex }: Party): boolean {
  if (named || entityIndex !== null) return true;
  return [head, ...childrenBy(tree, head, "amod", "compound", "nmod:poss")].some((token) =>
    /^\p{Lu}/u.test(tree.tokens[token]?.text ?? ""),
  );
}

/** What counts meetings, and how many words the name in front of it may have. */
const counts = /^(?:first|second|third|fourth|fifth|sixth|last|latest)$/u;
const nameReach = 6;

/** "The meeting was A's first with B", "the talks were the third between A and B": sides behind the count of their meetings. */
function ordinalSides(context: PartyContext, meeting: number): Party[] {
  const { tree } = context;
  // "The meeting, the first between A and B, lasted an hour".
  const aside = asideBehind(context, meeting);
  if (counts.test(lowerOf(tree, aside))) return sidesOfCount(context, aside, childrenBy(tree, aside, "nmod:poss"));
  if (baseRelation(tree, meeting) !== "nsubj") return [];
  const above = headOf(tree, meeting);
  // "The meeting [nsubj of A] was A's first": the count right behind the owner's mark.
  let count = above;
  while (count < above + nameReach && !counts.test(lowerOf(tree, count))) count += 1;
  const isOwned = count > above && /^['’]s?$/u.test(lowerOf(tree, count - 1));
  if (!counts.test(lowerOf(tree, count)) || (count > above && !isOwned)) return [];
  if (childBy(tree, count, "cop") < 0 && !isOwned) return [];
  return sidesOfCount(context, count, isOwned ? [above] : childrenBy(tree, count, "nmod:poss"));
}

/** The count that a noun has as its aside, also where the parser hung "A's first" on the verb; or -1. */
function asideBehind({ tree }: PartyContext, meeting: number): number {
  const aside = childBy(tree, meeting, "appos");
  if (aside >= 0 || tree.tokens[meeting + 1]?.text !== ",") return aside;
  let count = meeting + 2;
  while (count < meeting + 2 + nameReach && !counts.test(lowerOf(tree, count))) count += 1;
  return childBy(tree, count, "nmod:poss") > meeting && /^['’]s?$/u.test(lowerOf(tree, count - 1)) ? count : -1;
}

/** Those between whom the counted meeting was, or whose it was and with whom. */
function sidesOfCount(context: PartyContext, count: number, owners: readonly number[]): Party[] {
  const between = partiesBehind(context, count, betweenWords);
  if (between.length >= 2) return between;
  const [own, others] = [partiesOf(context, owners), partiesBehind(context, count, withWord)];
  return own.length > 0 && others.length > 0 ? merged(own, others) : [];
}

/** "met with A and B attending": who was there besides. */
function presentSides(context: PartyContext, verb: number): Party[] {
  const { tree } = context;
  for (const phrase of childrenBy(tree, verb, "obl", "advcl")) {
    if (lowerOf(tree, childBy(tree, phrase, "case", "mark")) !== "with") continue;
    const sides = partiesOf(context, [phrase]);
    const last = sides.at(-1)?.head ?? phrase;
    for (let at = last + 1; at < last + 6; at += 1)
      if (/^(?:attending|participating|present|accusing|blaming|agreeing|failing|trading)$/u.test(lowerOf(tree, at))) return sides;
  }
  return [];
}

/** True where another noun stands between the meeting and the phrase that hangs on it. */
function isOfAnother({ tree }: PartyContext, level: number, side: number): boolean {
  let at = side;
  while (baseRelation(tree, at) === "conj") at = headOf(tree, at);
  const above = headOf(tree, at);
  return (
    above > level &&
    above < at &&
    tagOf(tree, above) === "NOUN" &&
    /^(?:clash|fight|war|battle|dispute|conflict|border|row|match|deal|agreement|differences?)(?:e?s)?$/u.test(lowerOf(tree, above))
  );
}

/** "talks between the government and the rebels collapsed", with "and" given to the verb: the subject behind it. */
function secondOfTwo(context: PartyContext, first: number): Party[] {
  const { tree } = context;
  for (let at = first + 1; at < first + 8; at += 1) {
    const word = lowerOf(tree, at);
    if (word === "" || tagOf(tree, at) === "VERB") return [];
    if (word !== "and") continue;
    const verb = headOf(tree, at);
    const subject = verb > at ? childBy(tree, verb, "nsubj", "nsubj:pass") : -1;
    return subject > at ? partiesOf(context, [subject]) : [];
  }
  return [];
}

/** "rejected a rebel offer of talks", "accepted Syria's proposal for a summit": who offers, and who answers. */
function offerSides(context: PartyContext, outer: number): Party[] {
  const { tree } = context;
  const above = headOf(tree, outer);
  // "A's offer to resume talks".
  const isToDo = baseRelation(tree, outer) === "obj" && baseRelation(tree, above) === "acl" && pennTagOf(tree, above) === "VB";
  // "turned down an invitation from A to talks [obl of turned]".
  const strayed = baseRelation(tree, outer) === "obl" ? childrenBy(tree, above, "obj").find((object) => object < outer) : undefined;
  const offer = isToDo ? headOf(tree, above) : (strayed ?? above);
  const answer = offer < 0 ? -1 : headOf(tree, offer);
  // "has not replied to Chad's offer of talks".
  const isAnswered = baseRelation(tree, offer) === "obj" || lowerOf(tree, childBy(tree, offer, "case")) === "to";
  if (answer < 0 || (baseRelation(tree, outer) !== "nmod" && !isToDo && strayed === undefined) || !isAnswered) return [];
  if (!offers.test(lowerOf(tree, offer)) || !answers.test(lowerOf(tree, answer))) return [];
  const owners = [...childrenBy(tree, offer, "nmod:poss", "compound", "amod", "nmod"), ...childrenBy(tree, outer, "nmod")].filter(
    (child) => child < offer || ["by", "from"].includes(lowerOf(tree, childBy(tree, child, "case"))),
  );
  const offering = partiesOf(context, owners).filter((party) => party.head !== outer);
  const answering = subjectParties(context, answer);
  return offering.length > 0 && answering.length > 0 ? merged(answering, offering) : [];
}

/** "knocked back a request from A to sit down", "accepted A's offer to talk": who answers what A asks for; else none. */
export function whoAnswers(context: PartyContext, verb: number): Party[] {
  const { tree } = context;
  const offer = baseRelation(tree, verb) === "acl" && pennTagOf(tree, verb) === "VB" ? headOf(tree, verb) : -1;
  const answer = offer >= 0 && baseRelation(tree, offer) === "obj" ? headOf(tree, offer) : -1;
  if (answer < 0 || !offers.test(lowerOf(tree, offer))) return [];
  const isAnswer = answers.test(lowerOf(tree, answer)) || stanceOf(tree, answer) === "refuse";
  // "made an offer to sit down": its own.
  const isOthers = childBy(tree, offer, "nmod:poss", "nmod") >= 0;
  return isAnswer && isOthers ? subjectParties(context, answer) : [];
}

const offers = /^(?:offers?|proposals?|requests?|calls?|invitations?|suggestions?|demands?|appeals?)$/u;
const answers =
  /^(?:reject|refus|declin|accept|dismiss|spurn|rebuff|welcom|consider|snub|ignor|answer|approv|turn|repl|respond|react)(?:e|s|es|ed|y|ied|ies|ying|ing|bed|bing)?$/u;

/** True where commas or "and" stand between all of them. */
function isList({ tree }: PartyContext, parties: readonly Party[]): boolean {
  return parties.slice(1).every((party, index) => {
    for (let at = (parties[index]?.head ?? party.head) + 1; at <= party.head; at += 1)
      if (tree.tokens[at]?.text === "," || tagOf(tree, at) === "CCONJ") return true;
    return false;
  });
}

const gatherers = new Set(
  "include includes included including involve involves involved involving bring brings brought bringing gather gathers gathered grouping joining uniting".split(
    " ",
  ),
);

/** "attend a summit between A and B". */
export const joining = /^(?:attend|join)(?:s|ed|ing)?$/u;

/** Who calls the sides together: the subject of "host an Israeli-Palestinian summit", the mediator of "mediated talks between". */
export function conveners(context: PartyContext, noun: number, outer: number, sides: readonly Party[]): Party[] {
  const { tree } = context;
  const verb = headOf(tree, outer);
  if (verb < 0 || baseRelation(tree, outer) !== "obj") return [];
  const word = lowerOf(tree, verb);
  if (!hosting.has(word) && !mediating.test(word) && !joining.test(word)) return [];
  const known = new Set(sides.map((party) => party.start));
  return subjectParties(context, verb).filter((party) => !known.has(party.start) && party.head !== noun);
}

const hosting = new Set("host hosts hosted hosting chair chairs chaired chairing".split(" "));
