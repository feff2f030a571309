/** Mediation that somebody asks for, accepts or turns down, and whose quarrel it is for: "accepted French mediation in its row with B". */
import type { Skipped } from "../../domain/meeting.ts";
import { baseRelation, childBy, childrenBy, headOf, lowerOf } from "../syntax/syntax-tree.ts";
import { merged } from "./complete-sides.ts";
import type { Contact } from "./contact.ts";
import { subjectParties } from "./contact-sides.ts";
import { hostsWhereIn } from "./guests-and-hosts.ts";
import { modalityOfNoun } from "./noun-modality.ts";
import { outermostNoun } from "./outermost-noun.ts";
import { inRole, type Party, type PartyContext } from "./party-context.ts";
import { agentParties, partiesBehind, partiesOf } from "./phrase-sides.ts";
import { betweenWords } from "./prepositions.ts";
import { contactOf, type SentenceBounds } from "./read-cue.ts";

const withWords = new Set(["with", "against"]);
const byWords = new Set(["by", "from"]);

const quarrels =
  /^(?:conflict|dispute|row|war|crisis|stand-?off|quarrel|feud|impasse|deadlock|fight(?:ing)?|talks|negotiations|dialogue|differences|clash(?:es)?)$/u;
const asking =
  /^(?:accept|reject|refus|declin|spurn|rebuff|dismiss|welcom|seek|sought|ask|request|demand|call|agree|want|urg|invit|rul|oppos|need|turn)/u;
const offering = /^(?:offer|propos|suggest|volunteer|end|suspend|halt|stop|resum|begin|began|start|continu|launch)/u;
const efforts = new Set(["effort", "efforts", "mission", "bid", "attempt", "attempts"]);

/** Reads "mediation" with the verb that asks for it or offers it; null where they do not say who mediates for whom. */
export function readMediation(context: PartyContext, noun: number, bounds: SentenceBounds): Contact | Skipped | null {
  const { tree } = context;
  // "launched a mediation effort between A and B".
  const effort = baseRelation(tree, noun) === "compound" && efforts.has(lowerOf(tree, headOf(tree, noun))) ? headOf(tree, noun) : noun;
  const verb = headOf(tree, outermostNoun(tree, effort));
  if (verb < 0) return null;
  const word = lowerOf(tree, verb);
  const reading = modalityOfNoun(tree, effort, bounds.endToken);
  // "launched an effort on Monday between A and B": the pair may hang on the verb.
  const beside = partiesBehind(context, effort, betweenWords);
  const pair = beside.length >= 2 || effort === noun ? beside : partiesBehind(context, verb, betweenWords);
  const subjects = subjectParties(context, verb);
  // "between the two factions": both in one plural.
  const isPair = pair.length >= 2 || (pair[0]?.plural === true && subjects.length > 0);
  if (isPair && (effort !== noun || offering.test(word)))
    return contactOf(context, noun, [...inRole(subjects, "mediator"), ...pair], reading, "talks");
  if (subjects.length === 0 || !(asking.test(word) || offering.test(word))) return null;
  const sides = quarrelSides(context, [effort, verb], []);
  const asked = asking.test(word) ? mediatorsOf(context, effort, verb) : [];
  if (asked.length > 0) return contactOf(context, noun, merged(inRole(asked, "mediator"), merged(subjects, sides)), reading, "talks");
  return offering.test(word) && sides.length >= 2
    ? contactOf(context, noun, [...inRole(subjects, "mediator"), ...sides], reading, "talks")
    : null;
}

/** "signed a truce with Qatar brokering the talks": who brokers them, and who signed; else none. */
export function brokeredSides(context: PartyContext, noun: number): Party[] {
  const { tree } = context;
  const clause = headOf(tree, noun);
  if (baseRelation(tree, noun) !== "obj" || !brokering.test(lowerOf(tree, clause)) || baseRelation(tree, clause) !== "advcl") return [];
  const broker = partiesOf(context, childrenBy(tree, clause, "nsubj"));
  const sides = broker.length > 0 ? subjectParties(context, headOf(tree, clause)) : [];
  return sides.length >= 2 ? merged(inRole(broker, "mediator"), sides) : [];
}

/** "held talks with Egypt mediating": whom a clause beside the verb of the meeting names as mediator. */
export function mediatorsBeside(context: PartyContext, verb: number): Party[] {
  const { tree } = context;
  const clauses = childrenBy(tree, verb, "advcl").filter(
    (clause) => brokering.test(lowerOf(tree, clause)) && lowerOf(tree, childBy(tree, clause, "mark")) === "with",
  );
  return inRole(
    clauses.flatMap((clause) => partiesOf(context, childrenBy(tree, clause, "nsubj"))),
    "mediator",
  );
}

const brokering = /^(?:mediating|brokering|facilitating)$/u;

/** Whom "mediates", with who asked for it: "asked A to mediate in its dispute with B", "turned down an offer by A to mediate", "flew to A to mediate". */
export function mediatedSides(context: PartyContext, verb: number): readonly Party[] {
  const pair = partiesBehind(context, verb, betweenWords);
  if (pair.length > 0) return pair;
  const quarrelling = quarrelSides(context, [verb], askers(context, verb));
  return quarrelling.length > 0 ? quarrelling : hostsWhereIn(context, verb);
}

/** "Algerian mediation", "Egypt's mediation", "mediation by the African Union". */
function mediatorsOf(context: PartyContext, noun: number, verb: number): Party[] {
  const { tree } = context;
  const own = partiesOf(
    context,
    childrenBy(tree, noun, "nmod:poss", "amod", "compound").filter((child) => child < noun),
  ).filter(({ kind }) => kind !== "pronoun");
  if (own.length > 0) return own;
  const behind = partiesBehind(context, noun, byWords);
  return behind.length > 0 ? behind : partiesBehind(context, verb, byWords);
}

/** The sides of the quarrel behind "in" or "over"; `owners` are they whose quarrel it is where only "its" says so. */
function quarrelSides(context: PartyContext, heads: readonly number[], owners: readonly Party[]): Party[] {
  const { tree } = context;
  for (const phrase of heads.flatMap((head) => childrenBy(tree, head, "obl", "nmod"))) {
    if (!["in", "over", "during", "to"].includes(lowerOf(tree, childBy(tree, phrase, "case")))) continue;
    if (!quarrels.test(lowerOf(tree, phrase))) continue;
    const pair = partiesBehind(context, phrase, betweenWords);
    if (pair.length >= 2) return pair;
    const near = partiesBehind(context, phrase, withWords);
    // "to mediate in talks with the rebels", the phrase hung on the verb.
    const against = near.length > 0 ? near : heads.flatMap((head) => partiesBehind(context, head, withWords));
    const possessor = childBy(tree, phrase, "nmod:poss");
    const named = possessor < 0 ? [] : partiesOf(context, [possessor]).filter(({ kind }) => kind !== "pronoun");
    return [...(named.length > 0 ? named : owners), ...against];
  }
  return [];
}

/** Who asks for the mediation or answers the offer of it: the subject of the clause above that is not the mediator's own. */
function askers(context: PartyContext, verb: number): readonly Party[] {
  const { tree } = context;
  const head = headOf(tree, verb);
  if (head < 0) return [];
  if (baseRelation(tree, verb) === "acl") {
    const above = headOf(tree, head);
    return above >= 0 && baseRelation(tree, head) === "obj" && asking.test(lowerOf(tree, above)) ? subjectParties(context, above) : [];
  }
  const isAsked = childBy(tree, head, "obj", "iobj") >= 0 && childBy(tree, head, "obj", "iobj") < verb;
  if (isAsked) return subjectParties(context, head);
  return childBy(tree, head, "nsubj:pass") >= 0 ? agentParties(context, head) : [];
}

/** True where the noun names the quarrel or the talks that a mediator is to help in, no meeting of its own. */
export function isMediatedMatter({ tree }: PartyContext, noun: number, mediation: number): boolean {
  const head = headOf(tree, noun);
  return (head === mediation || head === headOf(tree, mediation)) && quarrels.test(lowerOf(tree, noun)) && noun > mediation;
}
