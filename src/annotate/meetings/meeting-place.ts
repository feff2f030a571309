/** Where a meeting took place: a place behind "in" or "at" that hangs on the cue, on its sides, or on the clause it belongs to. */
import type { Sentence } from "../../domain/document.ts";
import type { Participant } from "../../domain/meeting.ts";
import type { Mention, TokenRange } from "../../domain/mention.ts";
import { overlaps } from "../../domain/span.ts";
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
import type { Contact } from "./contact.ts";
import { claims } from "./modality-stances.ts";
import { isCountry, type PartyContext, widestAt } from "./party-context.ts";
import { partyKind } from "./party-nouns.ts";

const placePrepositions = new Set(["in", "at", "near", "outside", "inside", "aboard", "around"]);
/** "at a villa outside Paris in Meudon": where the other place is nearer. */
const besides = new Set(["outside", "near", "around"]);
/** What ties those who are visited to where they are. */
const stations = /^(?:stationed|based|deployed|serving|posted|encamped|sheltering|living|held|detained|jailed|hospitali[sz]ed)$/u;
/** Verbs of travel, whose destination is where their purpose takes place: "flew to Doha to meet B". */
const travel =
  /^(?:fl(?:y|ew|ies|ying|own)|travel(?:s|ed|led|ing|ling)?|go(?:es|ing|ne)?|went|com(?:e|es|ing)|came|return(?:s|ed|ing)?|head(?:s|ed|ing)?|arriv(?:e|es|ed|ing)|journey(?:s|ed|ing)?|visit(?:s|ed|ing)?)$/u;
/** Verbs behind which somebody is where they led: "arrived in Oslo and will meet B". */
const arrivals = /^(?:arrived|landed|flew|travel+ed|came|went|returned|headed|journeyed)$/u;
/** Verbs whose guest comes to where the host is: "welcomed B to the White House". */
const welcomes = /^(?:welcom|receiv|invit|call|summon|host)(?:e|es|ed|ing|s)?$/u;
/** Seats of power that are organisations by name and buildings by use. */
const venues = new Set([
  "white house",
  "kremlin",
  "pentagon",
  "downing street",
  "capitol",
  "vatican",
  "elysee",
  "élysée palace",
  "state department",
  "camp david",
  "oval office",
  "united nations",
]);
const maximumSteps = 7;

/** Index of the place's entity, or null. */
export function findPlace(context: PartyContext, sentence: Sentence, contact: Contact): number | null {
  let best: Mention | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let index = sentence.firstToken; index < sentence.endToken; index += 1) {
    for (const at of context.lookup.covering.get(index) ?? []) {
      const mention = context.lookup.mentions[at];
      if (!mention || mention.firstToken !== index || !isPlace(context, mention)) continue;
      if (
        contact.participants.some(
          (participant) =>
            overlaps(participant, mention) &&
            // "a summit of Gulf leaders in Oslo": where they come from.
            (participant.entityIndex !== null || relationOf(context.tree, mention.endToken - 1) === "compound") &&
            contact.manner !== "visit" &&
            !isSeat(context, contact, mention),
        )
      )
        continue;
      const cost = costOf(context, contact, mention);
      if (cost < bestCost) {
        best = mention;
        bestCost = cost;
      }
    }
  }
  return best
    ? (capitalOf(context, best) ?? best).entityIndex
    : (placeBefore(context, contact) ??
        placeMeantByThere(context, sentence, contact) ??
        capitalNamed(context, sentence) ??
        hostsPlace(context, contact));
}

/** "in Chad's capital, N'Djamena": the capital named behind its owner; else null. */
function capitalOf(context: PartyContext, { endToken }: Mention): Mention | null {
  const { tree } = context;
  if (!/^['’]s?$/u.test(lowerOf(tree, endToken))) return null;
  const seat = [endToken + 1, endToken + 2].find((at) => /^(?:capital|city|town|port)$/u.test(lowerOf(tree, at)));
  if (seat === undefined) return null;
  const name = widestAt(context, tree.tokens[seat + 1]?.text === "," || lowerOf(tree, seat + 1) === "of" ? seat + 2 : seat + 1);
  return name?.type === "PLACE" && name.form === "name" && name.firstToken <= seat + 2 ? name : null;
}

/** "the Geneva talks", "her Oslo meeting with B": a city right before the word, as its entity; else null. */
function placeBefore(context: PartyContext, { triggerToken, participants }: Contact): number | null {
  const { tree } = context;
  const mention = widestAt(context, triggerToken - 1);
  if (!mention || mention.endToken !== triggerToken || mention.type !== "PLACE" || mention.form !== "name") return null;
  if (relationOf(tree, triggerToken - 1) !== "compound" || headOf(tree, triggerToken - 1) !== triggerToken) return null;
  const isSide = participants.some((participant) => overlaps(participant, mention));
  return isSide || isCountry(context, mention.entityIndex) ? null : mention.entityIndex;
}

/** "talks in India", "arrived in India for talks": the side whose country is where they meet. */
function isSeat({ tree }: PartyContext, { triggerToken }: Contact, mention: Mention): boolean {
  const head = headIn(tree, mention);
  const preposition = lowerOf(tree, childBy(tree, head, "case"));
  const isGoal = headOf(tree, head) === headOf(tree, triggerToken) && travel.test(lowerOf(tree, headOf(tree, head)));
  // "is in India for talks".
  const isStay = preposition === "in" && headOf(tree, triggerToken) === head && childBy(tree, head, "cop") >= 0;
  return (
    isStay || (preposition === "in" && headOf(tree, head) === triggerToken) || (isGoal && (preposition === "in" || preposition === "to"))
  );
}

/** "recent trips to Russia": the place that is the host, where nothing else says where the visit was; else null. */
function hostsPlace(context: PartyContext, contact: Contact): number | null {
  const [host] = contact.manner === "visit" ? placesAsHosts(context, contact) : [];
  if (!host) return null;
  // "spoke in Lima", as the guest of Peru: the words say Lima.
  const words = contact.parties.find(({ start }) => start === host.start);
  const said = words === undefined ? null : widestAt(context, words.head);
  return said?.type === "PLACE" && said.form === "name" ? said.entityIndex : host.entityIndex;
}

function placesAsHosts({ entities }: PartyContext, { participants }: Contact): readonly Participant[] {
  return participants.filter(({ role, entityIndex }) => role === "host" && entities[entityIndex ?? -1]?.type === "PLACE");
}

/** "invited B to Moscow and said he would receive him there": the last place before the word, as its entity; else null. */
function placeMeantByThere(context: PartyContext, { firstToken }: Sentence, { triggerToken, participants }: Contact): number | null {
  const { tree } = context;
  if (!childrenBy(tree, triggerToken, "advmod").some((child) => lowerOf(tree, child) === "there")) return null;
  for (let index = triggerToken - 1; index >= firstToken; index -= 1) {
    const mention = widestAt(context, index);
    if (!mention || !isPlace(context, mention) || participants.some((participant) => overlaps(participant, mention))) continue;
    const { preposition } = tie(context, headIn(tree, mention));
    if (placePrepositions.has(preposition) || preposition === "to") return mention.entityIndex;
  }
  return null;
}

/** The first place behind "in", "at" or the like inside a stretch of the sentence, as its entity; else null. */
export function placeWithin(context: PartyContext, { firstToken, endToken }: TokenRange, contact: Contact): number | null {
  for (let index = firstToken; index < endToken; index += 1) {
    const mention = (context.lookup.covering.get(index) ?? [])
      .map((at) => context.lookup.mentions[at])
      .find((at) => at?.firstToken === index);
    if (!mention || !isPlace(context, mention) || contact.participants.some((participant) => overlaps(participant, mention))) continue;
    if (placePrepositions.has(tie(context, headIn(context.tree, mention)).preposition)) return mention.entityIndex;
  }
  return null;
}

/** "in the Qatari capital": the capital's entity, where the article names it elsewhere; else null. */
function capitalNamed(context: PartyContext, sentence: Sentence): number | null {
  const { tokens } = context.tree;
  for (let index = sentence.firstToken + 2; index < sentence.endToken; index += 1) {
    if (tokens[index]?.lower !== "capital" || tokens[index - 2]?.lower !== "the" || tokens[index - 3]?.lower !== "in") continue;
    const name = context.lexicon.countryByDemonym.get(tokens[index - 1]?.lower ?? "")?.capital;
    const entity = context.entities.findIndex((candidate) => candidate.type === "PLACE" && candidate.name === name);
    if (entity >= 0) return entity;
  }
  return null;
}

function isPlace(context: PartyContext, mention: Mention): boolean {
  if (mention.form !== "name") return false;
  if (mention.type === "PLACE") return true;
  const name = context.entities[mention.entityIndex]?.name.toLowerCase().replace(/^the /u, "") ?? "";
  // "at the UN base in Naqoura": whose base it is.
  const isOwner =
    relationOf(context.tree, mention.endToken - 1) === "compound" && headOf(context.tree, mention.endToken - 1) >= mention.endToken;
  return mention.type === "ORGANIZATION" && venues.has(name) && !isOwner;
}

/** "visited Lima", "visited Lima to meet B": the object of the visit; "visited U.S. troops" tells whose they are, "visited Lima before meeting B" of another place. */
function isVisitedFor(context: PartyContext, { manner, triggerToken }: Contact, mention: Mention, top: number): boolean {
  const { tree, lexicon } = context;
  const verb = headOf(tree, top);
  if (mention.endToken <= top && partyKind(lexicon, lowerOf(tree, top)) !== null) return false;
  if (verb === triggerToken) return manner === "visit";
  if (!/^visit(?:s|ed|ing)?$/u.test(lowerOf(tree, verb))) return false;
  for (let at = triggerToken, steps = 0; at >= 0 && at !== verb && steps < maximumSteps; at = headOf(tree, at), steps += 1)
    if (otherTimes.has(lowerOf(tree, childBy(tree, at, "mark", "case")))) return false;
  return true;
}

/** "is on his way to Lima", "en route to Lima". */
function isOnTheWay(tree: SyntaxTree, noun: number): boolean {
  return (
    /^(?:way|route)$/u.test(lowerOf(tree, noun)) && ["on", "en"].includes(lowerOf(tree, childBy(tree, noun, "case", "compound", "amod")))
  );
}

/** The token of the mention that hangs outside it. */
function headIn(tree: SyntaxTree, mention: Mention): number {
  for (let at = mention.firstToken; at < mention.endToken; at += 1) {
    const head = headOf(tree, at);
    if (head < mention.firstToken || head >= mention.endToken) return at;
  }
  return mention.endToken - 1;
}

/** True where the meeting hangs on the verb by "after". */
function isAfterwards(tree: SyntaxTree, trigger: number, verb: number): boolean {
  const marks = childrenBy(tree, trigger, "case", "mark").filter((mark) => mark < trigger);
  return headOf(tree, trigger) === verb && marks.some((mark) => ["after", "following"].includes(lowerOf(tree, mark)));
}

/** "left Cuba after talks with B", "before leaving Cuba, she will meet B": where somebody has been, or still is, when it happens. */
function isLeftBehind(tree: SyntaxTree, trigger: number, leaving: number): boolean {
  if (!leavings.test(lowerOf(tree, leaving))) return false;
  const markOf = (token: number): string => lowerOf(tree, childrenBy(tree, token, "case", "mark").find((mark) => mark < token) ?? -1);
  for (let at = trigger, steps = 0; at >= 0 && steps < 4; at = headOf(tree, at), steps += 1) {
    if (headOf(tree, at) === leaving) return ["after", "following"].includes(markOf(at));
    if (childrenBy(tree, at, "advcl", "obl").includes(leaving)) return markOf(leaving) === "before";
    if (/^acl/u.test(relationOf(tree, at))) return false;
  }
  return false;
}

const leavings = /^(?:left|leav(?:e|es|ing)|depart(?:s|ed|ing)?|quit|quits|quitting)$/u;

/** "the visit to China follows trips to Russia and Iran": a place of one visit, where the hosts of the other are places, too. */
function isVisitElsewhere(context: PartyContext, contact: Contact, mention: Mention): boolean {
  const hosts = placesAsHosts(context, contact);
  return hosts.length > 0 && !hosts.some((host) => overlaps(host, mention));
}

/** Steps through the tree from the cue to the place; infinite where the place belongs to another clause, or is no place to be at. */
function costOf(context: PartyContext, contact: Contact, mention: Mention): number {
  const { tree } = context;
  const { preposition, top } = tie(context, headIn(tree, mention));
  if (top < 0) return Number.POSITIVE_INFINITY;
  // "in her tour of Africa": the country that she visits on it is nearer.
  if (top === contact.triggerToken && isVisitElsewhere(context, contact, mention)) return Number.POSITIVE_INFINITY;
  if (isWhere(tree, contact.triggerToken, headIn(tree, mention))) return 0.25;
  const governor = headOf(tree, top);
  // "discussed the crisis in Sudan [obl of discussed]": where that is, right behind it.
  const mark = childBy(tree, top, "case");
  if (mark >= 0 && mark < top && governor === contact.triggerToken && troubles.test(lowerOf(tree, mark - 1)))
    return Number.POSITIVE_INFINITY;
  // "a report in the Tribune that they had met": where it was told.
  if (claims.has(lowerOf(tree, governor)) && governor !== contact.triggerToken) return Number.POSITIVE_INFINITY;
  const isStay = placePrepositions.has(preposition) || (preposition === "on" && /^(?:island|islands|border)$/u.test(lowerOf(tree, top)));
  // "a summit planned for Vienna".
  const isPlanned = preposition === "for" && carriesPlace(tree, governor);
  const isDestination =
    (preposition === "to" || preposition === "into") &&
    (travel.test(lowerOf(tree, governor)) ||
      isOnTheWay(tree, governor) ||
      welcomes.test(lowerOf(tree, governor)) ||
      isVisitNoun(tree, governor, contact));
  if (isDestination && tagOf(tree, governor) === "NOUN" && isVisitElsewhere(context, contact, mention)) return Number.POSITIVE_INFINITY;
  // "after his meeting with B, he flew to Lima": he went there afterwards.
  if (preposition === "to" && isAfterwards(tree, contact.triggerToken, governor)) return Number.POSITIVE_INFINITY;
  if (preposition === "" && relationOf(tree, top) === "obj" && isLeftBehind(tree, contact.triggerToken, governor)) return 0.5;
  const isVisited = preposition === "" && relationOf(tree, top) === "obj" && isVisitedFor(context, contact, mention, top);
  if (!isStay && !isDestination && !isVisited && !isPlanned) return Number.POSITIVE_INFINITY;
  const up = ancestorsOf(context, contact);
  // "is in Belgrade for talks": the place is what the meeting hangs on.
  const above = isStay ? up.get(top) : undefined;
  if (above !== undefined) return above;
  // "in Doha" under a side of the meeting, or under what the meeting hangs on.
  let at = governor;
  let hasPassedSide = false;
  let isAtMeeting = false;
  for (let steps = 0; steps < maximumSteps && at >= 0; steps += 1) {
    const climbed = up.get(at);
    if (climbed !== undefined)
      return (
        climbed +
        steps +
        (besides.has(preposition) ? 1.25 : 0) +
        (mention.firstToken > contact.triggerToken ? 0 : 0.5) +
        (isInTitle(context, contact, mention) ? 1.5 : 0) +
        (isDestination ? 0.25 : 0)
      );
    const relation = baseRelation(tree, at);
    // "discussed the approach to trade during a meeting in Lima": the parser hung it on the trade.
    isAtMeeting ||= gatherings.test(lowerOf(tree, at)) && /^(?:during|at|in)$/u.test(lowerOf(tree, childBy(tree, at, "case")));
    // "will hold talks with B on security in Iraq", "talks will include the crisis in Sudan": where the matter lies.
    const start = tree.tokens[at]?.start ?? -1;
    hasPassedSide ||= contact.participants.some((side) => side.start <= start && start < side.end);
    // "mediates between the government in A and the rebels": whose government it is.
    if (hasPassedSide && lowerOf(tree, contact.triggerToken).startsWith("mediat")) return Number.POSITIVE_INFINITY;
    const isMatter =
      ["obl", "nmod"].includes(relation) &&
      matters.has(lowerOf(tree, childBy(tree, at, "case"))) &&
      tagOf(tree, at) !== "NUM" &&
      !occasions.test(lowerOf(tree, at));
    if (isMatter && !hasPassedSide && !isAtMeeting) return Number.POSITIVE_INFINITY;
    if (relation === "obj" && /^(?:includ|focus|cover|address|concern)/u.test(lowerOf(tree, headOf(tree, at))))
      return Number.POSITIVE_INFINITY;
    // "discussed the crisis in Sudan": where the matter lies, not where they spoke.
    const isDiscussed = relation === "obj" && headOf(tree, at) === contact.triggerToken;
    if (isDiscussed && !isAtMeeting && /^discuss/u.test(lowerOf(tree, contact.triggerToken))) return Number.POSITIVE_INFINITY;
    // "met Ann Lee, a member of the board, in Oslo": behind the comma that ends an aside, the place belongs to the clause again.
    // But the name right behind its title is no aside: "met the founder Ann Lee in Oslo".
    const isAside = relation === "appos" && headOf(tree, at) !== at - 1 && !isAfterComma(tree, top);
    // "met Ann Lee and toured a school in Oslo": the place is that of the second verb, unless the first is nothing without it.
    const isSecond = relation === "conj" && tagOf(tree, at) === "VERB" && hasOwnPhrases(tree, headOf(tree, at), at);
    // "will attend a summit, being held in Oslo": what is held is the summit.
    const isParticiple = (isSecond || relation === "advcl") && lowerOf(tree, childBy(tree, at, "aux:pass")) === "being";
    if (isParticiple && carriesPlace(tree, at) && up.has(headOf(tree, at))) return steps;
    const isOther = isSecond || isAside || (relation === "obl" && otherTimes.has(lowerOf(tree, childBy(tree, at, "case"))));
    // "visited troops stationed in Mali".
    const isStation = contact.manner === "visit" && relation === "acl" && stations.test(lowerOf(tree, at));
    const isHeldThere = relation === "acl" && carriesPlace(tree, at) && up.has(headOf(tree, at));
    if (isOther || (clauses.has(relation) && !isHeldThere && !isStation)) return Number.POSITIVE_INFINITY;
    at = headOf(tree, at);
  }
  return Number.POSITIVE_INFINITY;
}

/** "the head of the agency in Chad, Ann Lee, at the ministry in Lima": a place right before the name of a side tells where that office is. */
function isInTitle({ tree }: PartyContext, { participants }: Contact, { endToken }: Mention): boolean {
  const name = tree.tokens[endToken]?.text === "," ? tree.tokens[endToken + 1]?.start : undefined;
  return name !== undefined && participants.some(({ start, named }) => named && start === name);
}

/** "on the sidelines of a summit in Lima", "on a visit to Lima": where they were, unlike "on security in Iraq". */
// "on Monday in Lima", "on 3 May in Lima"; "on the tarmac in Lima".
const occasions =
  /^(?:sidelines?|margins?|fringes?|visit|trip|tour|journey|day|eve|occasion|island|border|stage|holiday|mission|tarmac|runway|steps|doorstep|lawn|terrace|balcony|campus|premises|outskirts|grounds|shores?|coast|bridge|yacht|ship|train|ranch|farm|estate|morning|afternoon|evening|night|weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/u;
const troubles =
  /^(?:cris[ie]s|situations?|wars?|conflicts?|violence|fighting|unrest|developments?|elections?|events|tensions?|instability|famine|drought|protests?)$/u;
const gatherings = /^(?:meetings?|talks|summits?|conferences?|sessions?|gatherings?|forum|congress|dinners?|lunch|breakfast)$/u;
const matters = new Set(["on", "about", "over", "regarding", "concerning"]);

/** True where a verb has objects or circumstances of its own before the one joined to it. */
function hasOwnPhrases(tree: SyntaxTree, verb: number, joined: number): boolean {
  return childrenBy(tree, verb, "obj", "obl", "ccomp", "xcomp").some((child) => child > verb && child < joined);
}

/** "made a stop in Jordan, where he met B": true when the trigger's clause says what happened there. */
function isWhere(tree: SyntaxTree, trigger: number, place: number): boolean {
  let at = trigger;
  for (let steps = 0; steps < 4 && at >= 0; steps += 1, at = headOf(tree, at)) {
    const where = childrenOf(tree, at).find((child) => lowerOf(tree, child) === "where");
    if (where === undefined) continue;
    // Some parsers hang the clause on the verb: "flew in from Paris, where he had dinner with B".
    const isBefore = tree.tokens[where - 1]?.text === "," && subtreeEnds(tree, place, where - 1);
    if (headOf(tree, at) === place || (baseRelation(tree, at) === "advcl" && isBefore)) return true;
    // "left for Jordan on Monday, where he met B": the journey's end, with its day between.
    const isEnd =
      destinations.has(lowerOf(tree, childBy(tree, place, "case"))) &&
      tree.tokens[where - 1]?.text === "," &&
      place < where &&
      where - place < 7;
    const above = headOf(tree, place) < 0 ? place : headOf(tree, place);
    return isEnd && isUnder(tree, at, above) && !hasPlaceBetween(tree, place, where);
  }
  return false;
}

const destinations = new Set(["to", "for", "into", "in"]);

function hasPlaceBetween(tree: SyntaxTree, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1) if (["in", "at", "to", "from"].includes(lowerOf(tree, at))) return true;
  return false;
}

/** True when the phrase under `head` ends right before `end`. */
function subtreeEnds(tree: SyntaxTree, head: number, end: number): boolean {
  let at = end - 1;
  for (let steps = 0; steps < 4 && at > head; steps += 1) at = headOf(tree, at);
  return at === head;
}

const clauses = new Set(["acl", "advcl", "ccomp", "csubj", "parataxis"]);

function isAfterComma(tree: SyntaxTree, top: number): boolean {
  const preposition = childrenBy(tree, top, "case").find((mark) => mark < top) ?? -1;
  return preposition > 0 && tree.tokens[preposition - 1]?.text === ",";
}

/** "after media in Israel …", "because of the floods in Valencia": another event. */
const otherTimes = new Set(["after", "before", "since", "until", "following", "despite", "without", "because", "amid", "owing", "due"]);

/** "talks held in Doha", "a meeting taking place in Oslo": a clause that only says where. */
function carriesPlace(tree: SyntaxTree, verb: number): boolean {
  return /^(?:held|taking|scheduled|set|planned|conducted|due|led|hosted|organi[sz]ed)$/u.test(lowerOf(tree, verb));
}

function isVisitNoun(tree: SyntaxTree, token: number, contact: Contact): boolean {
  return contact.manner === "visit" && (token === contact.triggerToken || /^(?:visit|trip|tour)s?$/u.test(lowerOf(tree, token)));
}

/** The preposition that leads to a place, and the outermost word of the phrase: "in the Saudi city of Jeddah" → "in", "city". */
function tie(context: PartyContext, head: number): { readonly preposition: string; readonly top: number } {
  const { tree } = context;
  let at = head;
  for (let steps = 0; steps < 4; steps += 1) {
    const marks = childrenBy(tree, at, "case").filter((mark) => mark < at);
    const preposition = lowerOf(tree, marks[marks.length - 1] ?? -1);
    const above = headOf(tree, at);
    const relation = baseRelation(tree, at);
    const isInner =
      preposition === "of" ||
      (preposition === "" && ["appos", "compound", "flat", "nmod", "conj"].includes(relation)) ||
      isPossessive(tree, at);
    // "the Diriyah Palace in Riyadh": the inner place has a preposition of its own.
    if (!isInner || above < 0 || tagOf(tree, above) === "VERB") return { preposition, top: at };
    // "the visit of President Lee of Chad": where the guest comes from.
    if (preposition === "of" && widestAt(context, above)?.type === "PERSON") return { preposition, top: at };
    at = above;
  }
  return { preposition: "", top: -1 };
}

function isPossessive(tree: SyntaxTree, token: number): boolean {
  return relationOf(tree, token) === "nmod:poss" || childBy(tree, token, "case") > token;
}

/**
 * Steps from the cue to each word above it, as far as its sentence says where things happen; not beyond a relative clause, nor to where
 * it was said ("told reporters in Oslo that they had met"), nor from what is still to come to what was ("met B in Oslo and will receive C") unless
 * that was the journey there.
 */
function ancestorsOf({ tree, lexicon }: PartyContext, { triggerToken, modality }: Contact): Map<number, number> {
  const found = new Map<number, number>([[triggerToken, 0]]);
  const isToCome = modality === "planned" || modality === "hypothetical";
  let at = triggerToken;
  for (let steps = 1; steps < maximumSteps; steps += 1) {
    const relation = relationOf(tree, at);
    const above = headOf(tree, at);
    if (above < 0 || (isToCome && relation === "conj" && pennTagOf(tree, above) === "VBD" && !arrivals.test(lowerOf(tree, above)))) break;
    if (baseRelation(tree, at) === "ccomp" && lexicon.speechVerbs.has(lowerOf(tree, above))) break;
    // "They will meet in Oslo, Ann Lee said after speaking to B": not there.
    if (relation === "parataxis" && lexicon.speechVerbs.has(lowerOf(tree, at))) break;
    found.set(above, relation === "acl:relcl" || baseRelation(tree, at) === "ccomp" ? steps + 3 : steps);
    if (relation === "acl:relcl" && !isOnJourney(tree, at)) break;
    at = above;
  }
  return found;
}

/** "flew to Oslo as the guest of B, with whom she discussed trade": what the relative clause tells of happened at the journey's end. */
function isOnJourney(tree: SyntaxTree, relative: number): boolean {
  const whom = childrenBy(tree, relative, "obj", "obl").find((child) => lowerOf(tree, child) === "whom");
  if (whom === undefined) return false;
  let above = headOf(tree, relative);
  for (let steps = 0; steps < maximumSteps && above >= 0 && tagOf(tree, above) !== "VERB"; steps += 1) above = headOf(tree, above);
  return above >= 0 && arrivals.test(lowerOf(tree, above));
}
