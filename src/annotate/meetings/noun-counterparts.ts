/** The other side of a noun of meeting: behind "with", "to" or "by", who leads it, who is invited to it or spoken to in it. */
import type { Manner } from "../../domain/meeting.ts";
import { baseRelation, childBy, childrenBy, headOf, isUnder, lowerOf, pennTagOf, relationOf } from "../syntax/syntax-tree.ts";
import { isPredicate } from "../syntax/verb-groups.ts";
import { subjectParties } from "./contact-sides.ts";
import { hostsOf, isForItself } from "./guests-and-hosts.ts";
import { lightVerbs, ownVerbs, verbCues } from "./meeting-cues.ts";
import { stanceOf } from "./modality-stances.ts";
import { verbOfGuest } from "./outermost-noun.ts";
import { isPress, type Party, type PartyContext } from "./party-context.ts";
import { isPublic } from "./party-nouns.ts";
import { agentParties, includedAmong, leadersAmong, partiesAfter, partiesBehind, partiesOf } from "./phrase-sides.ts";
import { byWord, forWord, toOrFrom, toWord, withOrTo, withWord } from "./prepositions.ts";

const toOrOn = new Set(["to", "on"]);

const alongside = new Set(["alongside", "beside"]);

/** The side behind "with", "to" (visits), "by" or "led by". */
export function rightSides(context: PartyContext, levels: readonly number[], manner: Manner, outer: number): Party[] {
  const { tree } = context;
  const [noun = outer] = levels;
  const found: Party[] = [];
  for (const level of levels) {
    found.push(...partiesBehind(context, level, withWord));
    // "conciliation talks by the two sides", "talks led by B", "a meeting attended by B".
    for (const clause of childrenBy(tree, level, "acl")) {
      if (pennTagOf(tree, clause) === "VBN" && leading.has(lowerOf(tree, clause))) found.push(...agentParties(context, clause));
    }
    // "a trip to help farmers": what it was for.
    const isPurpose = (party: Party): boolean => childrenBy(tree, level, "acl").some((clause) => isUnder(tree, party.head, clause));
    if (manner === "visit") found.push(...hostsOf(context, partiesBehind(context, level, toOrOn)).filter((party) => !isPurpose(party)));
    // "her U.S. visit".
    if (manner === "visit" && found.length === 0 && childBy(tree, level, "nmod:poss") >= 0)
      found.push(
        ...hostsOf(context, partiesOf(context, childrenBy(tree, level, "compound"))).filter(
          ({ kind, named }) => named && kind === "country",
        ),
      );
    // "gave a dinner for B".
    if (meals.test(lowerOf(tree, level))) found.push(...mealGuests(context, level, outer));
    // "gave an audience to B", "was granted an audience by B".
    if (lowerOf(tree, level) === "audience" && /^(?:g[ai]v|grant)/u.test(lowerOf(tree, headOf(tree, outer)))) {
      const isGiven = childBy(tree, headOf(tree, outer), "aux:pass", "nsubj:pass") >= 0;
      found.push(...[level, headOf(tree, outer)].flatMap((at) => partiesBehind(context, at, isGiven ? byWord : toWord)));
    }
    if (manner === "call") found.push(...partiesBehind(context, level, toOrFrom));
    if (manner === "talks") found.push(...partiesBehind(context, level, byWord));
    // "a call she made to B".
    for (const clause of childrenBy(tree, level, "acl:relcl"))
      if (lightVerbs.has(lowerOf(tree, clause))) found.push(...partiesBehind(context, clause, manner === "call" ? withOrTo : withWord));
  }
  // "paid B a visit", "gave B an audience".
  const giver = baseRelation(tree, outer) === "obj" ? headOf(tree, outer) : -1;
  if (found.length === 0 && giver >= 0 && giving.test(lowerOf(tree, giver)))
    found.push(...partiesOf(context, childrenBy(tree, giver, "iobj")));
  if (found.length === 0) found.push(...withOfGovernor(context, outer));
  else found.push(...withAndWith(context, outer, found));
  if (found.length === 0) found.push(...partiesAfter(context, noun, withWord));
  if (found.length === 0 && manner === "visit") found.push(...hostsOf(context, partiesAfter(context, noun, toWord)));
  if (found.length === 0 && manner === "talks") found.push(...levels.flatMap((level) => dealtWith(context, level)));
  found.push(...includedAmong(context, found), ...leadersAmong(context, found));
  if (found.length === 0) found.push(...addressed(context, outer, manner), ...invited(context, outer));
  if (found.length === 0 && manner !== "visit") found.push(...writtenTo(context, outer));
  // "took calls from A and B", the phrase hung on the verb.
  if (found.length === 0 && manner === "call" && baseRelation(tree, outer) === "obj" && lightVerbs.has(lowerOf(tree, headOf(tree, outer))))
    found.push(...partiesBehind(context, headOf(tree, outer), fromWord));
  // "cancelled his trip to Cuba to attend a concert"; but who "cut short" one to attend it goes elsewhere.
  const verb = headOf(tree, outer);
  const isMade = baseRelation(tree, outer) === "obj" && /^(?:cancel|postpon|ma[dk]|tak|took|plan)/u.test(lowerOf(tree, verb));
  const isOuting = manner === "visit" && (isForItself(tree, noun) || (isMade && isForItself(tree, verb)));
  return manner === "visit"
    ? found.filter(
        (party) =>
          !(isOuting && party.kind === "country") &&
          (party.kind !== "group" || party.named || party.plural || isFamily(context, party)) &&
          !isSpouseOf(context, party, noun),
      )
    : found;
}

/** "the prince's visit with his wife": who came along. Visits of nobody in particular ("was allowed a visit with his wife") are to her. */
function isSpouseOf({ tree }: PartyContext, { head }: Party, visit: number): boolean {
  if (childBy(tree, visit, "nmod:poss") < 0) return false;
  const spouse = [head, headOf(tree, head)].find((token) => /^(?:wife|husband|spouse|fianc[eé]e?)$/u.test(lowerOf(tree, token))) ?? -1;
  return childBy(tree, spouse, "nmod:poss") >= 0;
}

const giving = /^(?:pa(?:y|ys|id|ying)|g[ai]v(?:e|es|en|ing)|grant(?:s|ed|ing)?)$/u;

/** "in talks to buy its rival Halden", "to merge with Halden", "to buy a plant from Halden": the company that they are with. */
function dealtWith(context: PartyContext, talks: number): Party[] {
  const { tree } = context;
  return childrenBy(tree, talks, "acl", "advcl", "xcomp").flatMap((deal) => {
    const word = lowerOf(tree, deal);
    if (pennTagOf(tree, deal) !== "VB" || deal < talks || !dealing.test(word)) return [];
    const beside = partiesBehind(
      context,
      deal,
      /^(?:sell|supply)$/u.test(word) ? toWord : word === "buy" || word === "acquire" ? fromWord : withWord,
    );
    const sides = beside.length > 0 || !/^(?:buy|acquire|join)$/u.test(word) ? beside : partiesOf(context, childrenBy(tree, deal, "obj"));
    return sides.filter(({ kind, named }) => named && kind === "group");
  });
}

const dealing = /^(?:buy|acquire|merge|join|combine|partner|supply|sell)$/u;

/** "paid a visit to the family of the dead man". */
function isFamily({ tree }: PartyContext, { head }: Party): boolean {
  return lowerOf(tree, head) === "family" && lowerOf(tree, childBy(tree, head, "det")) === "the";
}

const fromWord = new Set(["from"]);

const meals = /^(?:dinners?|lunch(?:es)?|luncheon|breakfasts?|supper|tea|coffee|drinks?|banquet|meal|curry|pint)$/u;

const eating =
  /^(?:ha(?:s|d|ve|ving)|shar(?:e|es|ed|ing)|ate|eat(?:s|en|ing)?|drank|drink(?:s|ing)?|sip(?:s|ped|ping)?|tak(?:e|es|ing)|took|enjoy(?:s|ed|ing)?)$/u;

/** "A and B had lunch in Paris", "A and B sealed it over lunch": those who eat together, joined as one subject; "a dinner attended by A and B". */
export function eatersOf(context: PartyContext, meal: number, sides: readonly Party[]): readonly Party[] {
  const { tree } = context;
  const verb = headOf(tree, meal);
  if (!meals.test(lowerOf(tree, meal))) return [];
  const relation = relationOf(tree, meal);
  const isEaten = relation === "obj" && eating.test(lowerOf(tree, verb));
  const isOver = relation === "obl" && lowerOf(tree, childBy(tree, meal, "case")) === "over";
  // "The charity dinner was attended by A and B": among hundreds.
  const isAttended = relation === "nsubj:pass" && lowerOf(tree, verb) === "attended" && childBy(tree, meal, "compound", "amod") < 0;
  if (isAttended) return sides.length <= mostEaters && sides.every(({ kind, named }) => kind === "person" && named) ? sides : [];
  const isTogether = sides.length === 2 && sides.every((side) => side.kind === "person" || side.kind === "pronoun");
  return isTogether && (isEaten || isOver) ? sides : [];
}

/** Of more people than these who attend a dinner, not all speak with one another. */
const mostEaters = 4;

/** "hosted a dinner for B", "gave a lunch in B's honour": the guests of whoever gives it. */
function mealGuests(context: PartyContext, meal: number, outer: number): Party[] {
  const giver = headOf(context.tree, outer);
  // "took B to lunch", "treated B to dinner".
  const isTaken =
    /^(?:t[ao]k|took|treat|invit|whisk)/u.test(lowerOf(context.tree, giver)) &&
    childrenBy(context.tree, outer, "case").some((mark) => /^(?:to|for)$/u.test(lowerOf(context.tree, mark)));
  if (isTaken)
    return partiesOf(context, childrenBy(context.tree, giver, "obj").slice(0, 1)).filter(
      ({ kind }) => kind === "person" || kind === "pronoun",
    );
  if (!/^(?:host|g[ai]v|held|hold|throw|threw)/u.test(lowerOf(context.tree, giver)) || baseRelation(context.tree, outer) !== "obj")
    return [];
  return [...partiesBehind(context, meal, forWord), ...partiesBehind(context, giver, forWord)].filter(
    (party) => party.kind === "person" && (party.named || party.plural || lowerOf(context.tree, meal) === "banquet"),
  );
}

/** "held talks with A, and with B": a second "with" that the parser hung on the verb. */
function withAndWith(context: PartyContext, outer: number, found: readonly Party[]): Party[] {
  const { tree } = context;
  const verb = headOf(tree, outer);
  if (verb < 0 || baseRelation(tree, outer) !== "obj" || !lightVerbs.has(lowerOf(tree, verb))) return [];
  const last = Math.max(...found.map(({ head }) => head));
  return childrenBy(tree, verb, "obl").flatMap((child) => {
    const mark = childBy(tree, child, "case");
    const isJoined = child > last && lowerOf(tree, mark) === "with" && lowerOf(tree, mark - 1) === "and";
    return isJoined ? partiesOf(context, [child]) : [];
  });
}

/** "held a meeting Monday in Oslo with B", where the phrase hangs on the verb. */
function withOfGovernor(context: PartyContext, outer: number): Party[] {
  const { tree } = context;
  const verb = headOf(tree, outer);
  if (verb < 0) return [];
  const relation = relationOf(tree, outer);
  const word = lowerOf(tree, verb);
  const preposition = lowerOf(tree, childBy(tree, outer, "case"));
  const isObject = relation === "obj" && (lightVerbs.has(word) || ownVerbs.has(word) || stanceOf(tree, verb) !== undefined);
  const isSubject = relation === "nsubj:pass" || (relation === "nsubj" && (lightVerbs.has(word) || faltering.test(word)));
  const isVisit = /^(?:visit|trip)s?$/u.test(lowerOf(tree, outer));
  const isInside = relation === "obl" && ["in", "into", "for", "after", "following", "during", "at", "before"].includes(preposition);
  // "During the visit she met with B": the verb's own phrase.
  if (isInside && isVisit && verbCues.has(word)) return [];
  // "sealed the deal with B over dinner".
  if (relation === "obl" && preposition === "over" && meals.test(lowerOf(tree, outer)))
    return [verb, ...childrenBy(tree, verb, "obj")]
      .flatMap((at) => partiesBehind(context, at, withWord))
      .filter(({ kind, named }) => kind === "person" && named);
  if (isInside) {
    const others = partiesBehind(context, verb, withWord).filter((party) => party.head > outer && party.head - outer < 12);
    // "spoke alongside B after talks in Oslo".
    return others.length > 0 ? others : partiesBehind(context, verb, alongside).filter(({ kind, named }) => kind === "person" && named);
  }
  return isObject || isSubject ? partiesBehind(context, verb, withWord) : [];
}

/** "negotiations broke down with B", "talks resumed on Monday with B". */
const faltering = /^(?:br[eo]ak|broke|broken|collaps|stall|fail|deadlock|resum|reopen|restart)(?:e|s|es|ed|en|ing)?$/u;

/** "congratulated B in a telephone call", "urged B during a meeting to …": the one spoken to. */
function addressed(context: PartyContext, outer: number, manner: Manner): Party[] {
  const { tree, lexicon } = context;
  let verb = headOf(tree, outer);
  // "told B of the decision in a call": the phrase may hang on another before it.
  while (verb >= 0 && relationOf(tree, outer) === "nmod" && ["nmod", "obl"].includes(baseRelation(tree, verb)) && !isPredicate(tree, verb))
    verb = headOf(tree, verb);
  if (relationOf(tree, outer) === "nmod" && relationOf(tree, verb) === "appos") verb = headOf(tree, headOf(tree, verb));
  const preposition = lowerOf(tree, childBy(tree, outer, "case"));
  if (verb < 0 || !isPredicate(tree, verb)) return [];
  const word = lowerOf(tree, verb);
  // "thanked B for the meeting"; who thanks for a visit may be host or guest.
  const isThanks = preposition === "for" && /^thank/u.test(word) && manner !== "visit";
  // "told B over lunch".
  const isOver = preposition === "over" && meals.test(lowerOf(tree, outer));
  // "told B on the sidelines of a summit".
  const isBeside = preposition === "on" && /^(?:sidelines|margins)$/u.test(lowerOf(tree, outer));
  if (!isThanks && !isOver && !isBeside && !["in", "during", "by", "at"].includes(preposition)) return [];
  // "handed her letter to B at a meeting", "explained the plan to B in talks".
  // "made the case to B over dinner".
  const isPitch =
    /^ma(?:de|ke|kes|king)$/u.test(word) && /^(?:case|pitch|appeal|argument)$/u.test(lowerOf(tree, childBy(tree, verb, "obj")));
  // "made the comment to B on the sidelines of a summit".
  const isRemark = isBeside && /^(?:comments?|remarks?|offer|proposal|pledge)$/u.test(lowerOf(tree, childBy(tree, verb, "obj")));
  if (imparting.test(word) || isPitch || isRemark) {
    const given = childrenBy(tree, verb, "obj").flatMap((object) => partiesBehind(context, object, toWord));
    const takers = [...partiesOf(context, childrenBy(tree, verb, "iobj")), ...partiesBehind(context, verb, toWord), ...given].filter(
      ({ kind, isCrowd, named, head }) => kind === "person" && !isCrowd && !isPublic(lowerOf(tree, head)) && (named || !isRemark),
    );
    if (takers.length > 0) return takers;
  }
  if (manner !== "call" && !isThanks && !lexicon.speechVerbs.has(word) && !addressing.has(word)) return [];
  // "thanked the volunteers for the meeting": one meets whom one thanks, if it is somebody in particular.
  return partiesOf(context, childrenBy(tree, verb, "obj", "iobj").slice(0, 1)).filter(
    (party) =>
      (party.kind === "person" || party.kind === "country") &&
      !(isOver && isPress(context, party)) &&
      !(isThanks && (party.kind !== "person" || (party.plural && !party.named))),
  );
}

/** "wrote to B asking for a meeting", "sent B a letter requesting talks": whoever is asked. */
function writtenTo(context: PartyContext, outer: number): Party[] {
  const { tree } = context;
  const asking = headOf(tree, outer);
  if (asking < 0 || !/^(?:ask|request|seek|demand|propos|suggest)(?:ing|e|s)?$/u.test(lowerOf(tree, asking))) return [];
  const verb = headOf(tree, asking);
  if (verb < 0 || verb > asking || !["xcomp", "advcl", "acl"].includes(baseRelation(tree, asking))) return [];
  // "sent a letter [obj] to B seeking [acl of letter] talks".
  const writing = /^(?:letters?|notes?|e-?mails?|messages?|appeal)$/u.test(lowerOf(tree, verb)) ? headOf(tree, verb) : verb;
  if (writing < 0 || !/^(?:wr[io]te|writes|written|writing|sen[dt]|sends|sending|e-?mailed|appealed)$/u.test(lowerOf(tree, writing)))
    return [];
  const to = [writing, ...childrenBy(tree, writing, "obj")].flatMap((at) => partiesBehind(context, at, toWord));
  const given = to.length > 0 ? to : partiesOf(context, childrenBy(tree, writing, "iobj"));
  return given.filter(({ head, isCrowd }) => head < asking && !isCrowd);
}

/** "invited B and C for talks", "asked B to a meeting": the guests. */
function invited(context: PartyContext, outer: number): Party[] {
  const { tree } = context;
  const head = headOf(tree, outer);
  // "invited A to take part in talks": with the one who invites.
  const isJoined = /^(?:take|attend|join|participate|return)$/u.test(lowerOf(tree, head)) && baseRelation(tree, head) === "xcomp";
  // "is to join A for talks": with A.
  if (isJoined && lowerOf(tree, childBy(tree, outer, "case")) !== "for")
    return /^invit/u.test(lowerOf(tree, headOf(tree, head))) ? subjectParties(context, headOf(tree, head)) : [];
  // "invited the minister for talks", with the phrase hung on the guest.
  // "will join officials from forty countries for a meeting", with the phrase hung on the countries.
  const inviting = baseRelation(tree, outer) === "nmod" ? verbOfGuest(tree, head) : -1;
  const verb = inviting >= 0 ? inviting : head;
  const preposition = lowerOf(tree, childBy(tree, outer, "case", "mark"));
  if (verb < 0 || !/^(?:invit|summon|ask|join|call)/u.test(lowerOf(tree, verb)) || !["for", "to"].includes(preposition)) return [];
  return partiesOf(context, childrenBy(tree, verb, "obj", "iobj").slice(0, 1));
}

const imparting =
  /^(?:hand|present|g[ai]v|giving|deliver|convey|submit|show|pass|explain|express|outlin|propos|describ|complain|appeal|pledg|offer|suggest)(?:e|es|s|ed|en|ing|n)?$/u;

const addressing = new Set(
  "congratulated assured thanked urged pressed briefed warned told asked informed reassured wooed courted lobbied confronted quizzed consoled".split(
    " ",
  ),
);

export const leading = new Set("led headed attended held chaired conducted hosted co-chaired joined".split(" "));
