/** The side in front of a noun of meeting: its possessor, the agent or subject of the verb it hangs on, or whose proposal it is. */
import type { Manner } from "../../domain/meeting.ts";
import { baseRelation, childBy, childrenBy, headOf, lowerOf, relationOf, tagOf } from "../syntax/syntax-tree.ts";
import { isPredicate, verbGroupOf } from "../syntax/verb-groups.ts";
import { merged } from "./complete-sides.ts";
import { bodyForIt, speaksForOthers, subjectParties } from "./contact-sides.ts";
import { lightVerbs, ownVerbs } from "./meeting-cues.ts";
import { claims, isRejection, stanceOf } from "./modality-stances.ts";
import { inflect, nounStances } from "./modality-words.ts";
import { isPress, type Party, type PartyContext } from "./party-context.ts";
import { agentParties, partiesAfter, partiesBehind, partiesOf } from "./phrase-sides.ts";
import { byWord, ofWord } from "./prepositions.ts";
import { recentSides } from "./recent-sides.ts";

/** The side in front: the possessor, the agent or subject of the verb the noun hangs on, or whose proposal the meeting is. */
export function leftSides(context: PartyContext, levels: readonly number[], outer: number, manner: Manner, hasRight: boolean): Party[] {
  const { tree } = context;
  for (const level of levels) {
    // "a surprise visit to A by B".
    const behind = manner === "visit" ? partiesBehind(context, level, byWord) : [];
    const visitors = manner === "visit" && behind.length === 0 ? partiesAfter(context, level, byWord) : behind;
    // "the first visit of a minister to Oslo".
    const guests =
      manner === "visit" && visitors.length === 0 ? partiesBehind(context, level, ofWord).filter(({ kind }) => kind === "person") : [];
    if (guests.length > 0) return guests;
    // "refused a proposed visit by B": who refuses would be the host.
    // Nor is who did something during it.
    const isCircumstance = baseRelation(tree, outer) === "obl" || baseRelation(tree, outer) === "nmod";
    // "Chad signed a treaty during a visit by the premier of Mali": whoever the visit is told of is at home.
    if (visitors.length > 0 && !hasRight && relationOf(tree, outer) === "obl" && lowerOf(tree, childBy(tree, outer, "case")) === "during") {
      const hosts = subjectsFor(context, headOf(tree, outer)).filter(({ kind, named }) => kind === "country" && named);
      if (hosts.length === 1 && childrenBy(tree, outer, "nmod").every((child) => lowerOf(tree, childBy(tree, child, "case")) === "by"))
        return merged(visitors, hosts);
    }
    if (visitors.length > 0)
      return hasRight || isCircumstance ? visitors : merged(visitors, governingSides(context, outer, manner, false, 0));
    const possessor = childBy(tree, level, "nmod:poss");
    if (possessor >= 0) {
      const parties = ownersBy(context, possessor);
      if (parties.length > 0) return parties;
      const word = lowerOf(tree, possessor);
      if (["my", "your", "his", "her", "our", "their"].includes(word)) return possessiveParty(context, possessor, level, manner);
      if (!times.has(word)) return [];
    }
    // "after government talks with the inmates".
    const body =
      hasRight && manner === "talks" ? childrenBy(tree, level, "compound").find((child) => bodies.has(lowerOf(tree, child))) : undefined;
    if (body !== undefined) return partiesOf(context, [body]);
    // "talks that A held with B": the clause lends its subject.
    for (const clause of childrenBy(tree, level, "acl:relcl")) {
      if (!lightVerbs.has(lowerOf(tree, clause)) && stanceOf(tree, clause) !== "plan") continue;
      const subject = childBy(tree, clause, "nsubj");
      if (relationOf(tree, subject) !== "nsubj") continue;
      if (subject >= 0 && !["which", "that"].includes(lowerOf(tree, subject))) return partiesOf(context, [subject]);
    }
  }
  return governingSides(context, outer, manner, hasRight, 0);
}

/** Whom a possessor names; none for a pronoun that stands for nobody known. */
function ownersBy(context: PartyContext, possessor: number): Party[] {
  return partiesOf(context, [possessor]).filter(({ head }) => tagOf(context.tree, head) !== "PRON" || context.lookup.covering.has(head));
}

const bodies = new Set("government union management opposition rebel company ministry".split(" "));

/** Owners that only say when: "Monday's talks", "next week's summit". */
const times = new Set(
  "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow week month year weekend day its".split(" "),
);

/** "my meeting with B", "their talks": the pronoun itself, or the subject of its clause where that fits. */
function possessiveParty(context: PartyContext, possessor: number, noun: number, manner: Manner): Party[] {
  const { tree } = context;
  const word = lowerOf(tree, possessor);
  const token = tree.tokens[possessor];
  if (!token) return [];
  if (word !== "my" && word !== "your" && word !== "our") {
    for (let at = headOf(tree, noun), steps = 0; at >= 0 && steps < 10; at = headOf(tree, at), steps += 1) {
      const subject = childBy(tree, at, "nsubj", "nsubj:pass");
      if (subject < 0 || (subject <= noun && noun <= subject)) continue;
      const parties = partiesOf(context, [subject]);
      const fits =
        word === "their"
          ? parties.length > 1 || parties[0]?.plural === true || parties[0]?.kind === "group"
          : parties.length === 1 && parties[0]?.kind === "person";
      const [single] = parties;
      if (fits && subject !== noun)
        return parties.length === 1 && single?.named ? [{ ...single, start: token.start, end: token.end, head: possessor }] : parties;
    }
  }
  if (word === "their" && manner !== "visit") {
    // "Following their talks, Ann said …": hers with the other side of the contact read before.
    const pair = recentSides(context, possessor, possessor);
    const [subject] = governingSides(context, noun, manner, true, 0);
    const isSubject = (side: Party): boolean => side.entityIndex !== null && side.entityIndex === subject?.entityIndex;
    if (pair.length === 2)
      return pair
        .map((side) => (isSubject(side) && subject ? subject : side))
        .map((side) => (side.named && side !== subject ? { ...side, start: token.start, end: token.end, head: possessor } : side));
    // "At their meeting, Ann handed B a list": hers with whomever the sentence names besides.
    const isThere = /^(?:at|in|during|after|following)$/u.test(lowerOf(tree, childBy(tree, noun, "case")));
    if (isThere && subject?.kind === "person" && subject.named) {
      const own = { ...subject, start: token.start, end: token.end, head: possessor };
      return [own, ...besideSubject(context, headOf(tree, noun), subject)];
    }
  }
  if (manner === "visit" && word !== "his" && word !== "her") return [];
  return [
    {
      start: token.start,
      end: token.end,
      entityIndex: null,
      named: false,
      kind: "pronoun",
      head: possessor,
      plural: word === "our" || word === "their",
    },
  ];
}

const besideWords: ReadonlySet<string> = new Set(["with", "alongside", "beside"]);

/** "raised the case with B at their meeting", "stood beside B after their talks": the one whom the clause puts beside its subject; else none. */
function besideSubject(context: PartyContext, verb: number, subject: Party): Party[] {
  const others = partiesBehind(context, verb, besideWords).filter(
    ({ kind, named, entityIndex }) => kind === "person" && named && entityIndex !== subject.entityIndex,
  );
  return others.length === 1 ? others : [];
}

const expressing = new Set([
  ...inflect(
    "see express voice show signal indicate state reiterate repeat stress issue extend convey harbour harbor lose abandon withhold pave clear",
  ),
  ..."saw seen set sets setting lost shown withheld signalled signalling".split(" "),
]);

const agreeing = /^(?:dis)?agree|^(?:discuss|decid|negotiat|sign|settl|pledg|reach|clash|argu)/u;

const accusing =
  /^(?:accus(?:e|es|ed|ing)|suspect(?:s|ed|ing)?|stop(?:s|ped)?|prevent(?:s|ed|ing)?|bar(?:s|red)?|bann?(?:s|ed)?|keeps?|kept|block(?:s|ed)?|discourag(?:es|ed)|dissuad(?:es|ed)|deter(?:s|red)?)$/u;

/** Prepositions behind which a meeting is a circumstance of what its participant did. */
const circumstances = new Set("after following in for during before at to from on into of since over ahead upon despite".split(" "));

/** "his trip began with a visit to B". */
const openings =
  /^(?:beg[aiu]n|begins|start(?:s|ed)?|open(?:s|ed)?|end(?:s|ed)?|conclude[sd]?|continue[sd]?|winds?|wound|wraps?|wrapped|caps?|capped|clos(?:e|es|ed)|finish(?:es|ed)?)$/u;

function governingSides(context: PartyContext, noun: number, manner: Manner, hasRight: boolean, depth: number): Party[] {
  const { tree } = context;
  // "Tehran is in talks with Russia": the noun is what the sentence says.
  const own = childBy(tree, noun, "cop") >= 0 ? subjectsFor(context, noun) : [];
  if (own.length > 0) return own;
  const governor = headOf(tree, noun);
  if (governor < 0 || depth > 4) return [];
  const relation = baseRelation(tree, noun);
  const word = lowerOf(tree, governor);
  // "met A ahead of talks with B".
  if (word === "ahead" && relationOf(tree, governor) === "advmod" && headOf(tree, governor) >= 0)
    return subjectsFor(context, headOf(tree, governor));
  if (relation === "conj" || relation === "appos") return governingSides(context, governor, manner, hasRight, depth + 1);
  const isTakenAsClause = tagOf(tree, noun) === "VERB" && (relation === "ccomp" || relation === "xcomp");
  if (relation === "obj" || isTakenAsClause) {
    // "his schedule includes a meeting with B".
    if (including.test(word)) return ownersOfSchedule(context, governor, manner);
    // "voiced hope for a meeting with B", "has lost interest in talks with B": the attitude is the subject's.
    const isAttitude = depth > 0 && expressing.has(word);
    const takes =
      isAttitude ||
      lightVerbs.has(word) ||
      ownVerbs.has(word) ||
      stanceOf(tree, governor) !== undefined ||
      (hasRight && reviving.test(word));
    return takes ? subjectsFor(context, governor) : [];
  }
  // "flew home after a meeting with B was called off": whose meeting, the clause above says.
  const isOccasion = relation === "nsubj" && hasRight && baseRelation(tree, governor) === "advcl";
  if (isOccasion && ["after", "following", "until"].includes(lowerOf(tree, childBy(tree, governor, "mark")))) {
    const agents = agentParties(context, governor);
    return agents.length > 0 ? agents : subjectsFor(context, headOf(tree, governor));
  }
  if (relationOf(tree, noun) === "nsubj:pass") {
    return agentParties(context, governor);
  }
  if (relation === "nsubj") return depth === 0 ? sidesSaying(context, governor, noun, hasRight) : [];
  // "used the summit's opening to call for reform".
  if (relationOf(tree, noun) === "nmod:poss" && !phases.has(word)) return [];
  // "pulled out of talks": the last of several.
  const preposition = lowerOf(tree, childrenBy(tree, noun, "case", "mark").findLast((mark) => mark < noun) ?? -1);
  if (
    relation !== "obl" &&
    relation !== "nmod" &&
    relation !== "acl" &&
    relation !== "advcl" &&
    relation !== "xcomp" &&
    relation !== "ccomp"
  )
    return [];
  // "A, fresh from a meeting with B, said", "Fresh off a meeting with B, A said".
  if (word === "fresh" && /^(?:from|off)$/u.test(preposition)) {
    const owner = headOf(tree, governor);
    return isPredicate(tree, owner) ? subjectsFor(context, owner) : partiesOf(context, [owner]);
  }
  // "launches a new bid, with visits to A and B".
  const mark = childBy(tree, noun, "case");
  const isSetOff = relation === "obl" && tree.tokens[mark - 1]?.text === "," && /^(?:visits|meetings|talks)$/u.test(lowerOf(tree, noun));
  // "wound up her trip with a stop [nmod of trip] in Lima for talks".
  const isOfProgramme = relation === "nmod" && preposition === "with" && schedules.test(word) && baseRelation(tree, governor) === "obj";
  if (isOfProgramme && openings.test(lowerOf(tree, headOf(tree, governor)))) return subjectsFor(context, headOf(tree, governor));
  const opens = preposition === "with" && (openings.test(word) || (isSetOff && hasRight));
  if (preposition !== "" && !circumstances.has(preposition) && !opens) return [];
  // "accused the envoy of meeting with the group".
  if (accusing.test(word) && (preposition === "of" || preposition === "from")) {
    return partiesOf(context, childrenBy(tree, governor, "obj", "nsubj:pass").slice(0, 1));
  }
  // "Photographs showed A at dinner with B": whom they show.
  const isShown = showing.test(word) && /^(?:at|in|during)$/u.test(preposition) && childBy(tree, governor, "nsubj:pass", "aux:pass") < 0;
  const shown = isShown ? partiesOf(context, childrenBy(tree, governor, "obj").slice(0, 1)) : [];
  if (shown.length > 0) return shown;
  // A visit without a host is no contact of the one who speaks "during a visit".
  // "are due [without the copula] in Lima for talks".
  if (isPredicate(tree, governor) || (tagOf(tree, governor) === "ADJ" && childBy(tree, governor, "nsubj") >= 0)) {
    const parties = subjectsFor(context, governor);
    // "Ministers from A, B and C failed to agree at talks in Oslo".
    const isAccord =
      (agreeing.test(word) || givesStatement(context, governor)) && ["in", "at", "during", "after", "following"].includes(preposition);
    return parties.length > 2 && !hasRight && !isAccord && !partaking.test(word) ? [] : parties;
  }
  // "invited the minister for talks": the guest's phrase is the host's invitation.
  const host = headOf(tree, governor);
  if (
    preposition === "for" &&
    relation === "nmod" &&
    baseRelation(tree, governor) === "obj" &&
    /^(?:invit|summon)/u.test(lowerOf(tree, host))
  )
    return subjectsFor(context, host);
  // "its view of talks with B" are not its talks; "proposals for talks" and "comments after talks" are.
  // "rejected claims of contacts with the rebels": of its own.
  if (claims.has(word) && preposition === "of" && isRejection(tree, headOf(tree, governor)))
    return subjectsFor(context, headOf(tree, governor));
  // "A and B officials at a summit in Oslo have agreed".
  if (relation === "nmod" && preposition === "at" && !hasRight) {
    let first = governor;
    while (baseRelation(tree, first) === "conj") first = headOf(tree, first);
    if (baseRelation(tree, first) === "nsubj" && agreeing.test(lowerOf(tree, headOf(tree, first)))) return partiesOf(context, [first]);
  }
  const isOwn = nounStances.has(word) || phases.has(word) || !["of", "on", "about", "over"].includes(preposition);
  if (!isOwn) return [];
  const possessor = childBy(tree, governor, "nmod:poss");
  if (possessor >= 0) {
    const parties = partiesOf(context, [possessor]);
    if (parties.length > 0) return parties;
  }
  const by = childrenBy(tree, governor, "nmod").find(
    (child) => child < noun && ["by", "from"].includes(lowerOf(tree, childBy(tree, child, "case"))),
  );
  if (by !== undefined) return partiesOf(context, [by]);
  return governingSides(context, governor, manner, hasRight, depth + 1);
}

const showing = /^(?:show(?:s|ed|ing|n)?|photograph(?:s|ed)?|picture[sd]?|film(?:s|ed)?)$/u;

/** "issued a statement", "released a joint communique". */
function givesStatement({ tree }: PartyContext, verb: number): boolean {
  if (!/^(?:issue[sd]?|releas(?:e|es|ed)|adopt(?:s|ed)|sign(?:s|ed))$/u.test(lowerOf(tree, verb))) return false;
  return childrenBy(tree, verb, "obj").some((object) =>
    /^(?:statement|communiqu[eé]|declaration|accord|pact)$/u.test(lowerOf(tree, object)),
  );
}

/** What one does to one's own talks with somebody. */
const reviving =
  /^(?:reviv|restor|rekindl|salvag|reactivat|unblock|advanc|intensif|accelerat|broaden|deepen|explor|prepar)(?:e|es|ed|ing|y|ies|ied)?$/u;

const including = /^(?:includ|featur|involv)(?:e|es|ed|ing)$/u;
const schedules =
  /^(?:schedule|agenda|itinerary|programme|program|calendar|visit|trip|tour|stay|stopover|journey|day|week|duties|plans?)$/u;

/** "Ray's schedule includes talks with B", "her trip included a meeting with B": whose programme it is. */
function ownersOfSchedule(context: PartyContext, verb: number, manner: Manner): Party[] {
  const { tree } = context;
  const programme = childBy(tree, verb, "nsubj");
  const owner = schedules.test(lowerOf(tree, programme)) ? childBy(tree, programme, "nmod:poss") : -1;
  if (owner < 0) return [];
  const parties = ownersBy(context, owner);
  if (parties.length > 0) return parties;
  return ["his", "her", "their"].includes(lowerOf(tree, owner)) ? possessiveParty(context, owner, programme, manner) : [];
}

/** "said there were no talks with B", "said talks with B will begin": those who say so speak of their own. */
function sidesSaying(context: PartyContext, verb: number, noun: number, hasRight: boolean): Party[] {
  const { tree } = context;
  const saying = headOf(tree, verb);
  if (baseRelation(tree, verb) !== "ccomp" || !isPredicate(tree, saying)) return [];
  const isThereIs = childBy(tree, verb, "expl") >= 0;
  // "say talks with B would be a waste of time".
  const isJudged = childBy(tree, verb, "cop") >= 0 && verbGroupOf(tree, verb).modal !== null;
  if (!isThereIs && !(hasRight && (isJudged || courses.test(lowerOf(tree, verb))))) return [];
  const speakers = subjectsFor(context, saying);
  // "A and B said talks with C should resume": neither's own.
  if (!isThereIs && speakers.length > 1) return [];
  // "said there would be no talks with B": what nobody but a side can say.
  const isRefusal =
    isThereIs && hasRight && /^(?:will|would|'ll)$/u.test(lowerOf(tree, childBy(tree, verb, "aux"))) && saysNone(context, verb);
  return speakers
    .slice(0, 1)
    .filter((party) => (isRefusal && party.named && !speaksForAnother(context, party)) || speaksForSide(context, party, isThereIs, noun));
}

/** "said Ann Lee, an aide", "spokesman Tom Ray said", "said Ann Lee, who advises the premier". */
function speaksForAnother({ tree }: PartyContext, { head }: Party): boolean {
  // Whatever the clause is hung on: right behind the name.
  for (let at = head + 1; at < head + 8 && !/^[.;]$/u.test(tree.tokens[at]?.text ?? "."); at += 1)
    if (lowerOf(tree, at) === "who") return serving.test(lowerOf(tree, at + 1));
  return childrenBy(tree, head, "nmod:desc", "compound", "appos").some((title) => speaksForOthers.test(lowerOf(tree, title)));
}

const serving = /^(?:advis|represent|speak|spoke|work|serv|assist|counsel)(?:e|es|s|ed|ing)?$/u;

/** "there would be no talks": what there is not. */
function saysNone({ tree }: PartyContext, verb: number): boolean {
  return childrenBy(tree, verb, "nsubj").some((noun) => lowerOf(tree, childBy(tree, noun, "det")) === "no");
}

/** A body, its unnamed spokesmen, or who negotiates for it: another with a name speaks for others as often as for himself. */
function speaksForSide(context: PartyContext, party: Party, isThereIs: boolean, noun: number): boolean {
  const { tree } = context;
  const isSpokesman = !party.named && party.entityIndex !== null && party.kind === "person";
  if (isSpokesman || (party.named && party.kind !== "person")) return isThereIs || !isPress(context, party);
  if (isThereIs) return false;
  if (party.kind === "group" || party.kind === "country") return !isPress(context, party);
  // "Prime Minister Ray said talks with B depend on it", but not "said European Union talks with B".
  if (childrenBy(tree, noun, "compound", "amod").some((child) => tagOf(tree, child) === "PROPN" || context.isName[child])) return false;
  return childrenBy(tree, party.head, "nmod:desc", "compound", "appos").some((title) => ruling.test(lowerOf(tree, title)));
}

/** Titles of those who speak of talks with somebody as their own. */
const ruling = /^(?:negotiator|president|premier|chancellor|king|minister)$/u;

/** What talks do by themselves: "said talks with B will begin on Monday". */
const courses =
  /^(?:beg[aiu]n|begins?|start(?:s|ed)?|restart(?:s|ed)?|resume[sd]?|continue[sd]?|end(?:s|ed)?|fail(?:s|ed)?|collapse[sd]?|stall(?:s|ed)?|br(?:oke|oken|eak)|take|taken|took|held|produced?|yield(?:s|ed)?|went|gone|depends?|hinge[sd]?)$/u;

/** "Envoys from A, B and C are involved in the talks". */
const partaking = /^(?:involv|engag|participat|tak(?:e|es|en|ing)$|took$|attend|join)/u;

/** Nouns that tell of the course of talks: "triggered the collapse of talks with B". */
const phases = new Set("collapse breakdown resumption failure start end outcome outset suspension".split(" "));

function subjectsFor(context: PartyContext, verb: number): Party[] {
  const parties = subjectParties(context, verb);
  return parties.length > 0 ? parties : bodyForIt(context, verb);
}
