/** When a meeting took place: of the dates in its sentence the nearest that the trees do not give to another clause. */
import type { Sentence, Token } from "../../domain/document.ts";
import type { DateExpression } from "../../domain/meeting.ts";
import { covers, firstFrom } from "../../domain/span.ts";
import { baseRelation, childBy, childrenBy, headOf, isUnder, lowerOf, pennTagOf, relationOf, tagOf } from "../syntax/syntax-tree.ts";
import type { Contact } from "./contact.ts";
import { findDates } from "./find-dates.ts";
import { nounCues, verbCues } from "./meeting-cues.ts";
import { verbStances } from "./modality-words.ts";
import { outermostNoun } from "./outermost-noun.ts";
import type { PartyContext } from "./party-context.ts";

/** A meeting further than this from a date, in weighted characters, is not dated by it. */
const maximumDistance = 160;
/** What a clause between the two weighs. */
const clauseWeight = 120;
/** What weighs a date that stands with the verb which the meeting's is joined to. */
const firstVerbWeight = 70;

/**
 * The dates of the sentence, read as the contact's modality asks: "on Monday" is the next one for a plan, but the last one where it says
 * when somebody did something ("flew to Doha on Monday to meet B").
 */
export function datesOf(context: PartyContext, sentence: Sentence, contact: Contact, publishedAt: string | null): DateExpression[] {
  const { tokens } = context.tree;
  const find = (future: boolean) => findDates(tokens, sentence.firstToken, sentence.endToken, { publishedAt, future });
  const past = find(false);
  if (contact.modality === "ongoing" && contact.decidedBy.endsWith(":progressive")) {
    // "is meeting B on Thursday": that day or the next, unless it is today.
    const coming = find(true);
    return past.map((date, index) => {
      const isToday = publishedAt !== null && date.from === publishedAt.slice(0, 10);
      const next = coming[index];
      return !isToday && next?.start === date.start && hangsOnTrigger(context, sentence, contact, date) ? next : date;
    });
  }
  // "has cancelled Tuesday's talks": talks that are cancelled these days lie ahead.
  const isAhead = contact.modality === "cancelled" && hasJustDone(context.tree, outermostNoun(context.tree, contact.triggerToken));
  if (isAhead) return find(true).map((date, index) => (date.end <= contact.trigger.start ? date : (past[index] ?? date)));
  if (contact.modality !== "planned" && contact.modality !== "hypothetical") return past;
  return find(true).map((date, index) => {
    const other = past[index];
    return other?.start === date.start && (isOfPastDeed(context, sentence, date) || isDayOfStay(context, sentence, date)) ? other : date;
  });
}

/** "has cancelled talks", "talks have been cancelled": the present perfect, of which the noun is the object. */
function hasJustDone(tree: PartyContext["tree"], noun: number): boolean {
  const verb = baseRelation(tree, noun) === "obj" || relationOf(tree, noun) === "nsubj:pass" ? headOf(tree, noun) : -1;
  return verb >= 0 && childrenBy(tree, verb, "aux").some((aux) => /^ha(?:s|ve)$/u.test(lowerOf(tree, aux)));
}

/** True when the nearest verb above the date is a simple past: the day lies behind. */
function isOfPastDeed({ tree }: PartyContext, sentence: Sentence, date: DateExpression): boolean {
  const first = tokenFrom(tree.tokens, sentence, date.start);
  for (let at = first, steps = 0; at >= 0 && steps < 8; at = headOf(tree, at), steps += 1) {
    if (!/^VB/u.test(pennTagOf(tree, at))) continue;
    return pennTagOf(tree, at) === "VBD" && tagOf(tree, at) === "VERB";
  }
  return false;
}

/** "invited B on Monday to visit her", "offered last week to meet B": when that was, not when they are to meet. */
function datesTheWish({ tree }: PartyContext, sentence: Sentence, { modality, triggerToken }: Contact, date: DateExpression): boolean {
  if (modality !== "planned" && modality !== "hypothetical") return false;
  for (
    let at = headOf(tree, tokenFrom(tree.tokens, sentence, date.start)), steps = 0;
    at >= 0 && steps < 4;
    at = headOf(tree, at), steps += 1
  ) {
    if (at === triggerToken) return false;
    if (!/^VB/u.test(pennTagOf(tree, at))) continue;
    const word = lowerOf(tree, at);
    const stance = /^invit/u.test(word) ? "plan" : verbStances.get(word);
    // "met A on Saturday and invited him to visit": the day of the first.
    if (pennTagOf(tree, at) === "VBD" && isJoinedTo(tree, triggerToken, at)) return true;
    return pennTagOf(tree, at) === "VBD" && date.end <= (tree.tokens[triggerToken]?.start ?? 0) && (stance === "plan" || stance === "wish");
  }
  return false;
}

/** True where a second verb joined to `first` stands between it and the token below. */
function isJoinedTo(tree: PartyContext["tree"], token: number, first: number): boolean {
  for (let at = token, steps = 0; at >= 0 && steps < 8; at = headOf(tree, at), steps += 1)
    if (headOf(tree, at) === first) return at !== token && baseRelation(tree, at) === "conj";
  return false;
}

/** "was in Oslo on Monday for talks". */
function isDayOfStay({ tree }: PartyContext, sentence: Sentence, date: DateExpression): boolean {
  const day = tokenFrom(tree.tokens, sentence, date.start);
  const place = headOf(tree, tagOf(tree, headOf(tree, day)) === "NUM" ? headOf(tree, day) : day);
  return place >= 0 && /^(?:was|were)$/u.test(lowerOf(tree, childBy(tree, place, "cop")));
}

/** The date nearest to the trigger, unless it says when something else happened; null where there is none. */
export function nearestDate(
  context: PartyContext,
  sentence: Sentence,
  contact: Contact,
  dates: readonly DateExpression[],
  publishedAt: string | null,
): DateExpression | null {
  const published = publishedAt?.slice(0, 10) ?? null;
  let best: DateExpression | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const date of dates) {
    // "on Thursday cancelled the summit planned for 12 June": the day it was called off is not the day it was to be.
    // But "postponed their meeting from Thursday to 9 October".
    const first = tokenFrom(context.tree.tokens, sentence, date.start);
    const isOwn = hangsOnTrigger(context, sentence, contact, date);
    const isGivenUp = lowerOf(context.tree, first - 1) === "from";
    if (isGivenUp && contact.decidedBy.endsWith(":moved")) continue;
    if (contact.modality === "cancelled" && !contact.decidedBy.endsWith("called off") && !isGivenUp && !isOwn) continue;
    if (contact.participants.some((participant) => covers(participant, date))) continue;
    // "called off Wednesday's meeting": its own day, whatever the verb in front.
    const isInFront = isOwn && date.end <= contact.trigger.start;
    if (!isInFront && datesTheReport(context, sentence, contact, date)) continue;
    // "plan to meet, for the first time since the vote earlier this month": no plan is for a day gone by.
    if (contact.modality === "planned" && goneBy.test(lowerOf(context.tree, first))) continue;
    // "talked all night and froze the rise until October": till when something else holds.
    if (/^(?:until|till)$/u.test(lowerOf(context.tree, first - 1)) && isOfAnotherVerb(context.tree, contact, first)) continue;
    // "held talks on a rise that is due next month": what was held is not to come.
    if (contact.modality === "held" && published !== null && date.from !== null && date.from > published) continue;
    // "visited A on Saturday and will visit B": no day gone by is that of a second verb in the future.
    const isOver = contact.modality === "planned" && published !== null && date.to !== null && date.to < published;
    if (isOver && hasModal(context.tree, contact.triggerToken)) continue;
    if (isBeforeBut(context, sentence, contact, date)) continue;
    if (datesAnotherClause(context, sentence, contact, date) || isNoDayOf(context, sentence, contact, date)) continue;
    if (datesAnotherEvent(context, sentence, contact, date) || datesTheWish(context, sentence, contact, date)) continue;
    const distance = date.start >= contact.trigger.end ? date.start - contact.trigger.end : (contact.trigger.start - date.end) * 1.5;
    const [from, to] = [Math.min(date.start, contact.trigger.start), Math.max(date.start, contact.trigger.start)];
    // "his meeting with B, which had been planned for Monday".
    const breaks = isOwn ? 0 : clauseBreaks(context, sentence, from, to);
    const weighted = distance + breaks * clauseWeight + (datesFirstVerb(context, sentence, contact, date) ? firstVerbWeight : 0);
    if (weighted < bestDistance && weighted < maximumDistance) {
      best = date;
      bestDistance = weighted;
    }
  }
  return best;
}

const goneBy = /^(?:earlier|last|yesterday|recent)$/u;

/** The first token of the sentence that starts at or after an offset. */
export function tokenFrom(
  tokens: readonly Token[],
  { firstToken, endToken }: Pick<Sentence, "firstToken" | "endToken">,
  start: number,
): number {
  return firstFrom(tokens, start, firstToken, endToken);
}

/** True where the nearest verb that the token hangs on is neither the word for the meeting nor the one that this hangs on. */
function isOfAnotherVerb(tree: PartyContext["tree"], { triggerToken }: Contact, token: number): boolean {
  let at = headOf(tree, token);
  for (let steps = 0; at >= 0 && steps < 8 && tagOf(tree, at) !== "VERB"; steps += 1) at = headOf(tree, at);
  return at >= 0 && at !== triggerToken && at !== headOf(tree, outermostNoun(tree, triggerToken));
}

/** The token of the date that hangs outside it. */
function headOfDate(tree: PartyContext["tree"], sentence: Sentence, date: DateExpression): number {
  const first = tokenFrom(tree.tokens, sentence, date.start);
  const end = tokenFrom(tree.tokens, sentence, date.end);
  let at = first;
  while (at + 1 < end && headOf(tree, at) >= first && headOf(tree, at) < end) at += 1;
  return at;
}

/** "would meet", "will visit". */
function hasModal(tree: PartyContext["tree"], verb: number): boolean {
  return childrenBy(tree, verb, "aux").some((aux) => pennTagOf(tree, aux) === "MD");
}

/** "sources told Reuters on Wednesday": when it was said, not when it took place. */
function datesTheReport(context: PartyContext, sentence: Sentence, { triggerToken }: Contact, date: DateExpression): boolean {
  const { tokens } = context.tree;
  const index = tokenFrom(tokens, sentence, date.start);
  for (let at = index - 1; at >= sentence.firstToken && index - at < 5; at -= 1) {
    const token = tokens[at];
    // "spoke on Sunday": the word for the meeting is no report of it.
    if (!token || token.text === "," || at === triggerToken) return false;
    if (context.isName[at]) continue;
    // "talks with B began on Monday", "concluded his talks on Monday".
    const outer = outermostNoun(context.tree, triggerToken);
    const isOver = date.start > (context.tree.tokens[outer]?.start ?? 0);
    if (isOver && headOf(context.tree, outer) === at && ["nsubj", "obj"].includes(baseRelation(context.tree, outer))) return false;
    if (context.lexicon.speechVerbs.has(token.lower) && token.pos !== "NOUN") return true;
    if (token.pos === "VERB") return false;
  }
  return false;
}

/**
 * "the envoy, who arrived on Tuesday, spoke of her talks with B", "a jury heard on Wednesday how A met B": a date inside a relative
 * clause or beside a participle that does not tell of the meeting, or in front of the clause that does.
 */
function datesAnotherClause({ tree }: PartyContext, sentence: Sentence, contact: Contact, date: DateExpression): boolean {
  const first = tokenFrom(tree.tokens, sentence, date.start);
  let at = headOfDate(tree, sentence, date);
  const isBefore = date.start < contact.trigger.start;
  for (let steps = 0; at >= 0 && steps < 10; steps += 1) {
    if (at === contact.triggerToken) return false;
    if (isBefore && isAfterwards(tree, contact.triggerToken, at)) return true;
    // "…, a court heard on Wednesday": the day of the hearing.
    if (!isBefore && hearing.test(lowerOf(tree, at)) && headOf(tree, first) === at) return true;
    if (isNextEvent(tree, at, contact.triggerToken, date.start)) return true;
    // "Dr Lee, who met Ray in Oslo, died on Tuesday", "will ask her on Friday about her meetings with B".
    if (!isBefore && at > contact.triggerToken && isBehindAside(tree, contact.triggerToken, at)) return true;
    if (at === headOf(tree, outermostNoun(tree, contact.triggerToken)) && isMatter(tree, contact.triggerToken)) return true;
    if (isUnder(tree, contact.triggerToken, at)) return isBefore && isReportedUnder(at, tree, contact.triggerToken);
    // "flew to Lima after talks with A, where he is to meet B on Friday": the day of another meeting.
    const isMeeting = verbCues.has(lowerOf(tree, at)) && childBy(tree, at, "nsubj", "nsubj:pass") >= 0;
    if (isMeeting && relationOf(tree, at) === "advcl" && childrenBy(tree, at, "advmod").some((child) => lowerOf(tree, child) === "where"))
      return headOf(tree, at) !== contact.triggerToken;
    // "met as the country prepares for elections next month": a clause with a subject of its own.
    if (isOccasion(tree, at, contact)) return true;
    // "the summit that was planned for June" tells of the summit.
    if (relationOf(tree, at) === "acl:relcl") return headOf(tree, at) !== contact.triggerToken;
    // "evidence given last week" has a day of its own; "talks with B held last week" have not.
    const isParticiple = relationOf(tree, at) === "acl" && pennTagOf(tree, at) === "VBN";
    if (isParticiple && !arranging.test(lowerOf(tree, at))) return headOf(tree, at) !== contact.triggerToken;
    // "Thursday's edition gave the day of a visit": the day of what the sentence is about.
    if (isBefore && relationOf(tree, at) === "nsubj" && at !== first && !isUnder(tree, headOf(tree, at), contact.triggerToken))
      return headOf(tree, at) !== contact.triggerToken;
    at = headOf(tree, at);
  }
  return false;
}

/** True where the trigger stands in a relative clause about the subject of the verb behind it. */
function isBehindAside(tree: PartyContext["tree"], trigger: number, verb: number): boolean {
  for (let at = trigger, steps = 0; at >= 0 && at !== verb && steps < 8; at = headOf(tree, at), steps += 1)
    if (relationOf(tree, at) === "acl:relcl" && isUnder(tree, at, verb)) return true;
  return false;
}

/** "over his meetings with B", "about her talks": what is spoken of, which has no part in the day it is. */
function isMatter(tree: PartyContext["tree"], trigger: number): boolean {
  return matters.test(lowerOf(tree, childBy(tree, outermostNoun(tree, trigger), "case")));
}

const matters = /^(?:over|about|regarding|concerning)$/u;

/** A clause of its own that tells before or after what, or why: "before she flew to Rome on Monday", "as it prepares for the vote in May". */
function isOccasion(tree: PartyContext["tree"], verb: number, { triggerToken: trigger, modality }: Contact): boolean {
  // "their first meeting since villagers clashed [acl] in May".
  const isSince = relationOf(tree, verb) === "acl" && lowerOf(tree, childBy(tree, verb, "mark")) === "since";
  if ((relationOf(tree, verb) !== "advcl" && !isSince) || isUnder(tree, trigger, verb)) return false;
  if (!isSince && childBy(tree, verb, "nsubj", "nsubj:pass") < 0 && pennTagOf(tree, verb) !== "VBG") return false;
  const marker = lowerOf(tree, childBy(tree, verb, "mark"));
  if (separate.has(marker)) return true;
  return marker === "as" && /^VB[PZ]$/u.test(pennTagOf(tree, verb)) && modality === "held";
}

const separate = new Set(["after", "although", "because", "before", "if", "since", "though", "unless", "until"]);

/**
 * "met B ahead of Sunday's vote", "to discuss the election on Sunday", "before the Monday hearing": the day of an event that has one of
 * its own, not of the meeting.
 */
function datesAnotherEvent({ tree }: PartyContext, sentence: Sentence, { triggerToken }: Contact, date: DateExpression): boolean {
  const at = headOfDate(tree, sentence, date);
  const event = headOf(tree, at);
  if (event < 0 || event === triggerToken || tagOf(tree, event) !== "NOUN" || isUnder(tree, triggerToken, event)) return false;
  const relation = baseRelation(tree, at);
  if (!["nmod", "compound", "nummod"].includes(relation)) return false;
  // "will host the leaders at a summit on Sunday": that is where they meet.
  const isThere = headOf(tree, event) === triggerToken && /^(?:at|during|in|for)$/u.test(lowerOf(tree, childBy(tree, event, "case")));
  if (isThere) return false;
  const isOwner = relation !== "nmod" || relationOf(tree, at) === "nmod:poss";
  return isOwner ? !nounCues.has(lowerOf(tree, event)) : eventful.test(lowerOf(tree, event));
}

/** What takes place on a day that is known beforehand, or took place on one that is remembered. */
const eventful =
  /^(?:(?:s?election|vote|referendum|poll|ballot|deadline|hearing|trial|verdict|strike|march|rally|protest|attack|bombing|shooting|raid|killing|murder|crash|accident|fire|flood|earthquake|storm|death|funeral|wedding|birth|ceremony|inauguration|launch|opening|festival|parade|holiday|anniversary|game|match|final|race|tournament|debate|primar(?:y|ie)|caucuse?|convention|congress|conference|summit|exam|concert|premiere|release|arrest|coup|ceasefire|truce|invasion|war|budget|decision|ruling|announcement|statement|speech|increase|rise)s?)$/u;

const hearing = /^(?:heard|learned|learnt|testified)$/u;

/** "will strike on Monday after talks with B", "met A on Monday ahead of talks with B": the day of what comes behind or before the talks. */
function isAfterwards(tree: PartyContext["tree"], trigger: number, verb: number): boolean {
  const above = lowerOf(tree, headOf(tree, trigger)) === "ahead" ? headOf(tree, headOf(tree, trigger)) : headOf(tree, trigger);
  if (tagOf(tree, verb) !== "VERB" || above !== verb) return false;
  if (above !== headOf(tree, trigger)) return true;
  return childrenBy(tree, trigger, "case", "mark").some((mark) => ["after", "following", "since", "before"].includes(lowerOf(tree, mark)));
}

/** "had spoken to A and would meet him again on 6 February": the day of a second verb that tells of a time or a meeting of its own. */
function isNextEvent(tree: PartyContext["tree"], verb: number, trigger: number, start: number): boolean {
  // "ruled out talks with A, but her brother met B in August": a second clause with somebody else in it.
  const isOthers =
    baseRelation(tree, verb) === "conj" && verb > trigger && childBy(tree, verb, "nsubj") >= 0 && verbCues.has(lowerOf(tree, verb));
  if (isOthers && start > (tree.tokens[verb]?.start ?? 0) && isUnder(tree, trigger, headOf(tree, verb)) && !isUnder(tree, trigger, verb))
    return true;
  if (baseRelation(tree, verb) !== "conj" || headOf(tree, verb) !== trigger || verb < trigger) return false;
  if (start < (tree.tokens[verb]?.start ?? 0)) return false;
  return verbCues.has(lowerOf(tree, verb)) || hasModal(tree, verb);
}

/** "the first since April", "every Monday": when something else was, or no day in particular. */
function isNoDayOf({ tree }: PartyContext, sentence: Sentence, contact: Contact, date: DateExpression): boolean {
  const before = lowerOf(tree, tokenFrom(tree.tokens, sentence, date.start) - 1);
  if (before === "since" || before === "every" || before === "each") return true;
  // "the day before she is due to visit B": its day is the one after.
  const end = tokenFrom(tree.tokens, sentence, date.end);
  const last = lowerOf(tree, end - 1);
  return /^(?:before|after)$/u.test(last) && !/^[.,;]?$/u.test(lowerOf(tree, end)) && date.end <= contact.trigger.start;
}

const arranging = /^(?:held|scheduled|set|planned|conducted|due|hosted|organi[sz]ed|slated|expected)$/u;
/** "had lunch with A on Monday and met B on Tuesday": Monday is the first verb's, unless the second has no day of its own. */
function datesFirstVerb({ tree }: PartyContext, sentence: Sentence, { triggerToken }: Contact, date: DateExpression): boolean {
  if (date.end > (tree.tokens[triggerToken]?.start ?? 0)) return false;
  const first = tokenFrom(tree.tokens, sentence, date.start);
  for (let at = triggerToken, steps = 0; at >= 0 && steps < 8; at = headOf(tree, at), steps += 1)
    if (baseRelation(tree, at) === "conj" && headOf(tree, at) < first && first < at) return true;
  return false;
}

/** "was invited on Tuesday, but has so far declined to meet B": what somebody has not done up to now has no day. */
function isBeforeBut({ tree }: PartyContext, sentence: Sentence, { triggerToken }: Contact, date: DateExpression): boolean {
  if (date.end > (tree.tokens[triggerToken]?.start ?? 0)) return false;
  const first = tokenFrom(tree.tokens, sentence, date.start);
  for (let at = triggerToken, steps = 0; at >= 0 && steps < 8; at = headOf(tree, at), steps += 1) {
    if (baseRelation(tree, at) !== "conj" || headOf(tree, at) >= first || first >= at) continue;
    const isPerfect = childrenBy(tree, at, "aux").some((aux) => /^ha(?:s|ve)$/u.test(lowerOf(tree, aux)));
    return isPerfect && lowerOf(tree, childBy(tree, at, "cc")) === "but";
  }
  return false;
}

/** True when the trigger stands in a clause that tells what was said, heard or found, or in an aside about somebody, under the word. */
function isReportedUnder(above: number, tree: PartyContext["tree"], trigger: number): boolean {
  for (let at = trigger, steps = 0; at >= 0 && at !== above && steps < 12; at = headOf(tree, at), steps += 1) {
    // "was in Oslo on Tuesday, where he met B" tells one story.
    const isPlace = childrenBy(tree, at, "advmod", "mark").some((child) => lowerOf(tree, child) === "where");
    if (relationOf(tree, at) === "acl:relcl" && !isPlace) return true;
    const isTold = baseRelation(tree, at) === "ccomp" || childrenBy(tree, at, "advmod").some((child) => lowerOf(tree, child) === "how");
    if (isTold && headOf(tree, at) === above && above < at) return !expecting.test(lowerOf(tree, above));
  }
  return false;
}

/** What is expected or planned for a day happens on it. */
const expecting = /^(?:plan|expect|hope|schedul|arrang|agree)/u;

/** True when the date lies under the word that evokes the meeting. */
function hangsOnTrigger({ tree }: PartyContext, sentence: Sentence, contact: Contact, date: DateExpression): boolean {
  const first = tokenFrom(tree.tokens, sentence, date.start);
  const end = tokenFrom(tree.tokens, sentence, date.end);
  for (let index = first; index < end; index += 1) if (isUnder(tree, index, contact.triggerToken)) return true;
  return false;
}

const breaking = new Set(["who", "which", "that", "said", "says", "told", "because", "after", "before"]);

/** Verbs and relative pronouns between two places in the text: how far apart their clauses are. */
function clauseBreaks({ tree }: PartyContext, sentence: Sentence, from: number, to: number): number {
  let breaks = 0;
  for (let index = tokenFrom(tree.tokens, sentence, from + 1); index < sentence.endToken; index += 1) {
    const token = tree.tokens[index];
    if (!token || token.end >= to) break;
    // "took a room on Monday, people said, and talked for hours": who says so between commas is no clause of theirs.
    if (breaking.has(token.lower) && relationOf(tree, index) !== "parataxis") breaks += 1;
  }
  return breaks;
}
