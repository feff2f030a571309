/** Who acts, by grammar: the subjects of a verb, with what pronouns among them stand for. */
import { subjectsOf } from "../syntax/clause-subjects.ts";
import {
  baseRelation,
  childBy,
  childrenBy,
  headOf,
  lowerOf,
  pennTagOf,
  relationOf,
  type SyntaxTree,
  tagOf,
} from "../syntax/syntax-tree.ts";
import { isPredicate } from "../syntax/verb-groups.ts";
import { keeperOf } from "./clause-shapes.ts";
import type { Party, PartyContext } from "./party-context.ts";
import { isTime, nominalTags, partiesBehind, partiesOf } from "./phrase-sides.ts";
import { withOrTo } from "./prepositions.ts";
import { jointSubjects, latestSides, recentSides } from "./recent-sides.ts";

/** The sides that are the verb's subject; an open pronoun stands for the subject of the clause that its own hangs on. */
export function subjectParties(context: PartyContext, verb: number, depth = 0): Party[] {
  const { tree } = context;
  const taken = takenAsObject(tree, verb);
  if (taken >= 0) return partiesOf(context, [taken]);
  const blamed = blamedFor(tree, verb);
  if (blamed >= 0) return resolved(context, partiesOf(context, [blamed]), verb);
  // "kept them waiting before receiving them": whoever kept them.
  const waiting = pennTagOf(tree, verb) === "VBG" ? headOf(tree, verb) : -1;
  const keeper = lowerOf(tree, waiting) === "waiting" ? keeperOf(tree, waiting) : -1;
  if (/^ke(?:pt|ep)/u.test(lowerOf(tree, keeper)) && depth < 3) return subjectParties(context, keeper, depth + 1);
  const pressed = pressedBy(context, verb);
  if (pressed.length > 0) return resolved(context, pressed, verb);
  const [subject] = subjectsOf(tree, verb);
  if (subject === undefined) return withoutSubject(context, verb, depth);
  const reported = reportedBefore(tree, verb);
  if (reported >= 0 && depth < 3) return subjectParties(context, reported, depth + 1);
  // "who had himself met B": adds weight, is no subject.
  if (lowerOf(tree, subject).endsWith("self") && depth < 3) return subjectParties(context, headOf(tree, subject), depth + 1);
  // "Ann Lee is the only commander who has met B".
  const bearer =
    relationOf(tree, verb) === "acl:relcl" && subject === headOf(tree, verb) && childBy(tree, subject, "cop") >= 0
      ? childBy(tree, subject, "nsubj")
      : -1;
  const borne = bearer >= 0 ? partiesOf(context, [bearer]) : [];
  if (borne.length === 1 && borne[0]?.named === true && borne[0].kind === "person") return borne;
  const parties = partiesOf(context, withSiblings(context, subject));
  if (parties.length > 0) return resolved(context, parties, verb);
  if (tagOf(tree, subject) !== "NOUN") return [];
  // "Chavez's visit follows a meeting with B", "the comments came after talks with B": whose visit, whose comments.
  const possessor = childBy(tree, subject, "nmod:poss");
  const owners = possessor < 0 ? [] : partiesOf(context, [possessor]);
  if (owners.length > 0) return owners;
  // "expressed his willingness to enter talks": the willingness is the subject's.
  const head = headOf(tree, subject);
  return baseRelation(tree, subject) === "obj" && head !== verb && subject < verb ? subjectParties(context, head, depth + 1) : [];
}

/** "says the European Union (EU) will not start talks": verbs of saying take no object, so what stands there is the clause's subject; else -1. */
function takenAsObject(tree: SyntaxTree, verb: number): number {
  if (relationOf(tree, verb) !== "ccomp" || childBy(tree, verb, "nsubj", "nsubj:pass") >= 0) return -1;
  if (!finiteTags.has(pennTagOf(tree, verb)) && childBy(tree, verb, "aux") < 0) return -1;
  const head = headOf(tree, verb);
  const isTaken = (child: number): boolean =>
    child > head &&
    child < verb &&
    (nominalTags.has(tagOf(tree, child)) || subjectForms.has(lowerOf(tree, child))) &&
    childBy(tree, child, "cop") < 0;
  // "says visiting [xcomp] premier Ann Lee met B": the guest.
  const guest = visitingUnder(tree, head);
  if (guest >= 0 && guest < verb) return childBy(tree, guest, "obj");
  // "said the bloc's chairman [ccomp], Ann Lee, had offered".
  return head < verb ? (childrenBy(tree, head, "obj", "iobj", "ccomp").find(isTaken) ?? -1) : -1;
}

/** "says visiting [xcomp] premier Ann Lee met B": a title's "visiting", read as what somebody says to do; else -1. */
export function visitingUnder(tree: SyntaxTree, saying: number): number {
  if (!/^(?:sa(?:y|ys|id)|reports?|reported|announced|confirmed|added)$/u.test(lowerOf(tree, saying))) return -1;
  const visiting = childBy(tree, saying, "xcomp");
  return lowerOf(tree, visiting) === "visiting" && childBy(tree, visiting, "obj") > visiting && childBy(tree, saying, "ccomp") > visiting
    ? visiting
    : -1;
}

/** "said the union had written and would not meet him [conj of said]": the clause that the second verb goes on with; else -1. */
function reportedBefore(tree: SyntaxTree, verb: number): number {
  const saying = baseRelation(tree, verb) === "conj" ? headOf(tree, verb) : -1;
  if (saying < 0 || childBy(tree, verb, "nsubj", "nsubj:pass") >= 0 || lowerOf(tree, saying) !== "said") return -1;
  if (!childrenBy(tree, verb, "aux").some((child) => lowerOf(tree, child) === "would")) return -1;
  return childrenBy(tree, saying, "ccomp").find((clause) => clause > saying && clause < verb) ?? -1;
}

/** "criticised the company for calling off a meeting", "thanked her for receiving him": who is blamed or thanked did it; else -1. */
function blamedFor(tree: SyntaxTree, verb: number): number {
  const mark = lowerOf(tree, childBy(tree, verb, "mark", "case"));
  if (!lowerOf(tree, verb).endsWith("ing") || !["for", "of", "over", "from"].includes(mark)) return -1;
  const above = headOf(tree, verb);
  if (above < 0 || above > verb || !(mark === "from" ? keeping : blaming).test(lowerOf(tree, above))) return -1;
  return childrenBy(tree, above, "obj", "iobj", "nsubj:pass").find((child) => child < verb) ?? -1;
}

/** "stopped Ann from meeting B": whoever is kept from it. */
const keeping =
  /^(?:stop|ban|bar|prevent|prohibit|block|dissuad|discourag|exclud|deter|restrain|hinder|ke(?:ep|pt))(?:e|s|es|ed|ing|p?ped|n?ned|r?red)?$/u;

const blaming =
  /^(?:critici[sz]|blam|prais|thank|condemn|attack|accus|rebuk|reprimand|fault|admonish|chid|slam|lambast|punish|mock)(?:e|s|es|ed|ing|med|ming)?$/u;

/** A verb to which the tree gives no subject: a finite one that the parser hung on its own subject, or the next clause outwards. */
function withoutSubject(context: PartyContext, verb: number, depth: number): Party[] {
  const { tree } = context;
  const head = headOf(tree, verb);
  const tag = pennTagOf(tree, verb);
  if (tag === "VBD" || tag === "VBZ" || tag === "VBP") {
    const stray = strayInFront(tree, verb);
    if (stray >= 0) return resolved(context, partiesOf(context, [stray]), verb);
  }
  if (head < 0 || depth > 3 || relationOf(tree, verb) === "acl:relcl") return [];
  if (head < verb && finiteTags.has(tag) && nominalTags.has(tagOf(tree, head)) && strayRelations.has(baseRelation(tree, verb))) {
    return partiesOf(context, [head]);
  }
  // "cut the ribbon, then met B": set beside the first verb.
  const isNext = baseRelation(tree, verb) === "parataxis" && head < verb && tag === pennTagOf(tree, head);
  if (isNext && childrenBy(tree, verb, "advmod").some((child) => lowerOf(tree, child) === "then"))
    return subjectParties(context, head, depth + 1);
  // "Minister to meet union leaders": a headline's future; "Lee, Ray to meet".
  if (tag === "VB" && headOf(tree, head) < 0 && nominalTags.has(tagOf(tree, head)) && baseRelation(tree, verb) === "acl" && verb > head) {
    const aside = lowerOf(tree, verb - 1) === "to" ? childBy(tree, head, "appos") : -1;
    const isSecond =
      aside > head && tagOf(tree, aside) === "PROPN" && tree.tokens[aside - 1]?.text === "," && endsBefore(tree, aside, verb - 1);
    if (isSecond) return partiesOf(context, [head, aside]);
    if (lowerOf(tree, verb - 1) === "to" && childBy(tree, head, "cop", "det") < 0) return partiesOf(context, [head]);
  }
  // "Lee and Ray discussed it by phone, officials said", with the subject hung on the saying behind.
  if (head > verb && baseRelation(tree, verb) === "ccomp" && (finiteTags.has(tag) || childBy(tree, verb, "cop") >= 0)) {
    const first = childBy(tree, head, "nsubj");
    return first >= 0 && first < verb ? partiesOf(context, withSiblings(context, first)) : [];
  }
  // "arrives on Thursday and plans [NOUN] to meet B": a verb that was read as a noun, as it has no article.
  const isBareNoun = tag === "VB" && tagOf(tree, head) === "NOUN" && baseRelation(tree, head) === "conj" && childBy(tree, head, "cc") >= 0;
  if (isBareNoun && childBy(tree, head, "det", "nmod:poss", "amod") < 0) {
    let at = headOf(tree, head);
    for (let steps = 0; steps < 4 && at >= 0 && !isPredicate(tree, at); steps += 1) at = headOf(tree, at);
    if (at >= 0 && isPredicate(tree, at)) return subjectParties(context, at, depth + 1);
  }
  // "denied having met B".
  const isPerfect = tag === "VBN" && lowerOf(tree, childBy(tree, verb, "aux")) === "having";
  const isOpen = tag === "VB" || tag === "VBG" || isPerfect || lowerOf(tree, verb).endsWith("ing");
  // "faces calls [obj] to meet [xcomp] B": whoever faces them.
  if (
    tag === "VB" &&
    /^(?:calls|demands|pressure)$/u.test(lowerOf(tree, head)) &&
    baseRelation(tree, head) === "obj" &&
    isPredicate(tree, headOf(tree, head))
  )
    return facing.test(lowerOf(tree, headOf(tree, head))) ? subjectParties(context, headOf(tree, head), depth + 1) : [];
  return isOpen && isPredicate(tree, head) && openRelations.has(baseRelation(tree, verb)) ? subjectParties(context, head, depth + 1) : [];
}

const facing = /^(?:fac(?:e|es|ed|ing)|resist(?:s|ed|ing)?|heed(?:s|ed|ing)?|ignor(?:e|es|ed|ing)|brush(?:ed|es)|reject(?:s|ed|ing)?)$/u;

/** "pressure is mounting on Ann to meet B", "put pressure on her to hold talks": who is pressed; else none. */
function pressedBy(context: PartyContext, verb: number): Party[] {
  const { tree } = context;
  const above = pennTagOf(tree, verb) === "VB" ? headOf(tree, verb) : -1;
  if (above < 0 || above > verb) return [];
  const pressure = [above, ...childrenBy(tree, above, "nsubj", "obj")].find((token) => /^pressures?$/u.test(lowerOf(tree, token)));
  if (pressure === undefined) return [];
  const pressed = [pressure, above].flatMap((at) => partiesBehind(context, at, onWords)).filter(({ head }) => head < verb);
  return pressed.slice(0, 1);
}

const onWords = new Set(["on", "upon"]);

/** True where only the parts of a name stand between its first word and `end`. */
function endsBefore(tree: SyntaxTree, name: number, end: number): boolean {
  for (let at = name + 1; at < end; at += 1) if (headOf(tree, at) !== name || relationOf(tree, at) !== "flat") return false;
  return true;
}

/** "After a guard of honour the two presidents [nmod of guard] spoke": a noun right before the verb that nothing ties to the one before; else -1. */
function strayInFront(tree: SyntaxTree, verb: number): number {
  let at = verb - 1;
  for (let steps = 0; steps < 6 && at >= 0; steps += 1) {
    const head = headOf(tree, at);
    const isFree = relationOf(tree, at) === "nmod" && childBy(tree, at, "case") < 0 && childBy(tree, at, "det") >= 0;
    if (isFree && head >= 0 && head < at && ["obl", "nmod"].includes(baseRelation(tree, head))) return at;
    if (head < 0 || head >= verb) return -1;
    at = head;
  }
  return -1;
}

const finiteTags = new Set(["VBD", "VBZ", "VBP", "VBN"]);
const subjectForms = new Set(["he", "she", "they", "we", "i"]);
const strayRelations = new Set(["flat", "parataxis", "appos", "list", "dep", "compound"]);
const openRelations = new Set(["acl", "advcl", "xcomp", "conj", "obj", "obl", "ccomp"]);

/** The subject with others of the same verb that the parser left beside it: "A (nsubj) and B (nsubj) met". */
function withSiblings(context: PartyContext, subject: number): number[] {
  const { tree } = context;
  const verb = headOf(tree, subject);
  // "Danish insurer [nsubj:outer] Halden [nsubj] is in talks": a description and the name behind it.
  if (relationOf(tree, subject) === "nsubj:outer") {
    const name = childrenBy(tree, verb, "nsubj").find((child) => child === subject + 1 && tagOf(tree, child) === "PROPN");
    return [name ?? subject];
  }
  if (relationOf(tree, subject) !== "nsubj") return [subject];
  // "confirmed he [iobj] and two colleagues [nsubj] had met B".
  const joint = childBy(tree, subject, "cc");
  const before = joint >= 0 && joint < subject ? joint - 1 : -1;
  if (["he", "she", "they"].includes(lowerOf(tree, before)) && headOf(tree, before) === headOf(tree, verb)) return [before, subject];
  // The parser also takes the second for an object: "A (nsubj) and B (obj) met".
  const addressed = besideInHeadline(tree, subject, verb);
  if (addressed >= 0) return [addressed, subject];
  const siblings = childrenBy(tree, verb, "nsubj", "obj", "obl").filter((child) => child < verb && isBare(tree, child));
  if (siblings.length < 2) return [subject];
  const last = siblings[siblings.length - 1] ?? subject;
  for (let at = subject + 1; at < last; at += 1) if (lowerOf(tree, at) === "and") return siblings;
  if (baseRelation(tree, last) !== "nsubj") return [subject];
  // "British diplomat (nsubj) John Sawers (nsubj)": a title and its name.
  return [last];
}

/** "Lee, Ray hold talks": a first name, read as an address or an aside, before a second whose verb is in the plural; else -1. */
function besideInHeadline(tree: SyntaxTree, subject: number, verb: number): number {
  if (tagOf(tree, subject) !== "PROPN" || !/^VBP?$/u.test(pennTagOf(tree, verb)) || tree.tokens[subject - 1]?.text !== ",") return -1;
  const isFirst = (child: number): boolean => child < subject && tagOf(tree, child) === "PROPN";
  return childrenBy(tree, verb, "vocative", "nsubj", "parataxis", "discourse").find(isFirst) ?? -1;
}

function isBare(tree: SyntaxTree, token: number): boolean {
  return baseRelation(tree, token) !== "obl" || (childBy(tree, token, "case") < 0 && !isTime(tree, token));
}

/** "China said it was willing to talk", "Bush and Karzai smiled when they met": whom an unresolved pronoun stands for. */
export function resolved(context: PartyContext, parties: readonly Party[], verb: number): Party[] {
  const [only] = parties;
  if (!only || parties.length !== 1) return [...parties];
  const word = lowerOf(context.tree, only.head);
  // "I told Ann when we met".
  if (word === "we") {
    const both = withinClauseAbove(context, verb);
    return both.length === 2 && lowerOf(context.tree, both[0]?.head ?? -1) === "i" ? both : [only];
  }
  const isPair = only.isPair === true || word === "they" || word === "them";
  if (!isPair && isBareLeaders(context, only, verb)) {
    // "The leaders agreed to meet again": the two of the sentence before.
    const pair = recentSides(context, verb, only.head);
    const isNear = pair.length === 2 && pair.every(({ head, kind }) => kind === "person" && verb - head < nearby);
    return isNear ? pair.map((side) => ({ ...side, start: only.start, end: only.end, head: only.head })) : [...parties];
  }
  if (!isPair && (only.kind !== "pronoun" || !thirdPerson.has(word))) return [...parties];
  // "kept the leaders waiting before receiving them".
  const undergoing = word === "them" && only.head > verb ? objectAbove(context, verb) : [];
  if (undergoing.length > 0) return undergoing;
  const together = word === "they" || isPair ? withinClauseAbove(context, verb) : [];
  if (together.length === 2)
    return together.map((side) => (side.named ? { ...side, start: only.start, end: only.end, head: only.head } : side));
  // "said the minister refused to meet him": not the minister.
  const [doer = -1] = only.head > verb ? subjectsOf(context.tree, verb) : [];
  for (const above of subjectsAbove(context, verb, only.head)) {
    // "The two ministers agreed to it, and they will meet again": the two of the sentence before.
    const [pairAbove] = above;
    if (word === "they" && above.length === 1 && pairAbove?.isPair === true) {
      const two = recentSides(context, verb, pairAbove.head);
      if (two.length > 1) return two.map((side) => ({ ...side, start: only.start, end: only.end, head: only.head }));
    }
    const fits =
      isPair || word === "they" || word === "them"
        ? above.length > 1 || (only.isPair !== true && above[0]?.plural === true)
        : above.length === 1 && above[0]?.kind === "person" && !above[0].plural;
    if (!fits || above.some((party) => party.head === only.head || party.head === doer)) continue;
    // "I met him once, the banker said": whoever speaks of himself as "I" is not "him".
    const own = childBy(context.tree, verb, "nsubj");
    if (only.head > verb && ["i", "we"].includes(lowerOf(context.tree, own))) continue;
    // "A spokesman said that he had met B": he speaks of somebody else.
    if (
      above.length === 1 &&
      only.kind === "pronoun" &&
      above[0]?.named === false &&
      speaksForOthers.test(lowerOf(context.tree, above[0].head))
    )
      continue;
    const [single] = above;
    // "Aides to both men denied that they had met": not the aides.
    const pair = above.length === 1 && single && !single.named ? pairUnder(context, single.head) : -1;
    const two = pair < 0 ? [] : recentSides(context, verb, pair);
    if (two.length === 2 && word === "they")
      return two.map((side) => (side.named ? { ...side, start: only.start, end: only.end, head: only.head } : side));
    // The words stay those of the text; only what they stand for is filled in.
    if (above.length === 1 && single?.named) return [{ ...single, start: only.start, end: only.end, head: only.head }];
    return above;
  }
  // "The two leaders met again": the sides of the contact before.
  // "Ann and Bob are in Lima. They had lunch with Eva": those two.
  const joint = word === "they" && only.head < verb ? jointSubjects(context, verb) : [];
  if (joint.length > 0) return joint.map((side) => ({ ...side, start: only.start, end: only.end, head: only.head }));
  const last = word === "they" || word === "them" ? latestSides(context, verb) : [];
  // "Workers asked to see Ann Lee. They will meet Bob Day instead": before somebody else, the group alone.
  const groups = last.filter((side) => side.plural);
  if (groups.length === 1 && last.length === 2 && groups[0] === last[0] && childBy(context.tree, verb, "obj") >= 0) return groups;
  const pair = isPair ? recentSides(context, verb, only.head) : [];
  // "met the rebels to urge them to hold talks": not who does it to them.
  const doers =
    word === "them" && pennTagOf(context.tree, headOf(context.tree, only.head)).startsWith("VB") ? doersTo(context, only.head) : [];
  const undergone = pair.filter((side) => !doers.some((doer) => doer.start === side.start || isSameEntity(doer, side)));
  if (doers.length > 0 && undergone.length < pair.length) return undergone.length > 0 ? undergone : [...parties];
  if (pair.length > 1) {
    return pair.map((side) => (side.named ? { ...side, start: only.start, end: only.end, head: only.head } : side));
  }
  return [...parties];
}

/** Who does it to "them": the subjects of the verb that the pronoun is the object of. */
function doersTo(context: PartyContext, pronoun: number): Party[] {
  const isObject = ["obj", "iobj"].includes(baseRelation(context.tree, pronoun));
  return isObject ? subjectParties(context, headOf(context.tree, pronoun), 2) : [];
}

function isSameEntity(one: Party, other: Party): boolean {
  return one.entityIndex !== null && one.entityIndex === other.entityIndex;
}

/** The people in the plural who are the object of the clause that the verb's own hangs on, where that is all it names; else none. */
function objectAbove(context: PartyContext, verb: number): Party[] {
  const { tree } = context;
  if (baseRelation(tree, verb) !== "advcl" && baseRelation(tree, verb) !== "conj") return [];
  for (let at = keeperOf(tree, headOf(tree, verb)), steps = 0; at >= 0 && steps < 2; at = headOf(tree, at), steps += 1) {
    const objects = childrenBy(tree, at, "obj").filter((object) => object > at && object < verb);
    if (objects.length === 0) continue;
    const parties = partiesOf(context, objects);
    return parties.length === 1 && parties[0]?.plural === true && parties[0].kind === "person" ? parties : [];
  }
  return [];
}

/** How far back, in tokens, "the leaders" without a number reach. */
const nearby = 60;

/** "the leaders", "the presidents", with nothing that says whose, before the verb. */
function isBareLeaders({ tree }: PartyContext, { head, named, plural }: Party, verb: number): boolean {
  if (named || !plural || head > verb || !bareLeaders.has(lowerOf(tree, head)) || lowerOf(tree, head - 1) !== "the") return false;
  return childBy(tree, head, "nmod", "acl", "acl:relcl", "amod", "compound", "conj") < 0;
}

const bareLeaders = new Set(["leaders", "presidents", "ministers", "premiers", "men", "women"]);

/** The "both men" of "aides to both men", or -1. */
function pairUnder(context: PartyContext, head: number): number {
  return childrenBy(context.tree, head, "nmod").find((child) => partiesOf(context, [child])[0]?.isPair === true) ?? -1;
}

/** "Ann Lee will raise it with Tom Ray when they meet": the subject above and the one it deals with; else nothing. */
function withinClauseAbove(context: PartyContext, verb: number): Party[] {
  const { tree } = context;
  const above = headOf(tree, verb);
  if (above < 0 || baseRelation(tree, verb) !== "advcl" || !occasions.has(lowerOf(tree, childBy(tree, verb, "mark", "advmod")))) return [];
  const left = subjectParties(context, above);
  const objects = childrenBy(tree, above, "obj", "iobj");
  const met = [...partiesOf(context, objects), ...partiesBehind(context, above, withOrTo)];
  // "set out her plans to B, when the two met".
  const right = met.length > 0 ? met : objects.flatMap((object) => partiesBehind(context, object, withOrTo));
  const isOne = (parties: readonly Party[]): boolean =>
    parties.length === 1 && parties[0]?.kind !== "group" && parties[0]?.plural === false;
  return isOne(left) && isOne(right) ? [...left, ...right] : [];
}

const occasions = new Set(["when", "before", "if", "once", "after", "until"]);

export const speaksForOthers = /^(?:spokes(?:man|woman|person)|aide|lawyer|source|attorney|barrister|secretary|publicist)$/u;

const thirdPerson = new Set(["he", "she", "they", "them", "him", "her"]);

/** The subjects of the clauses above a verb, nearest first. */
function subjectsAbove(context: PartyContext, verb: number, pronoun = -1): Party[][] {
  const { tree } = context;
  const found: Party[][] = [];
  for (let at = headOf(tree, verb), steps = 0; at >= 0 && steps < 12; at = headOf(tree, at), steps += 1) {
    const subject = childBy(tree, at, "nsubj");
    // "the guards did not allow them to meet": whoever they are, not the guards.
    if (subject < 0 || (headOf(tree, pronoun) === at && pronoun > at)) continue;
    const parties = partiesOf(context, withSiblings(context, subject));
    if (parties.length > 0 && !parties.some((party) => party.kind === "pronoun")) found.push(parties);
  }
  return found;
}

/** "China said it was willing to talk": the subject "it" where the clause above has one body as its subject. */
export function bodyForIt(context: PartyContext, verb: number): Party[] {
  const { tree } = context;
  const [subject] = subjectsOf(tree, verb);
  if (subject === undefined || lowerOf(tree, subject) !== "it") return [];
  const above = subjectsAbove(context, verb).find((parties) => parties.length === 1 && parties[0]?.kind !== "person");
  return above ?? [];
}
