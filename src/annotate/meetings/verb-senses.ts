/** Verbs that can tell of contact and mostly do not: "call" for naming, "welcome" for being glad of, "see" for watching. */
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
import type { Party } from "./party-context.ts";

/** "called its ambassador home": adverbs with which nobody is rung. */
const recalls = new Set(["home", "back", "together", "away"]);
const openingMark = /^(?:[“‘"'`«„‹]|''|``)$/u;
const quoteMark = /^(?:[“”‘’"'`«»„‹›]|''|``)$/u;

/** "called it a mistake", "called for talks", "called on Iran to", "called off", "a show called X": calls that ring no one. */
export function isOtherCall(tree: SyntaxTree, verb: number, objects: readonly number[]): boolean {
  const word = lowerOf(tree, verb);
  if (!/^(?:call|ring|rang|rung)/u.test(word)) return false;
  if (objects.length > 1 && !objects.every((object) => baseRelation(tree, object) === "conj" || object === objects[0])) return true;
  const [object = -1] = objects;
  // "called the meeting", "called an election".
  if (word.startsWith("call") && convened.test(lowerOf(tree, object))) return true;
  if (word.startsWith("call") && object >= 0 && (isNaming(tree, verb, object) || isWitness(tree, object))) return true;
  for (const child of childrenOf(tree, verb)) {
    const relation = baseRelation(tree, child);
    if (relation === "xcomp" || relation === "iobj") return true;
    if (relation === "ccomp" && child > verb && word.startsWith("call")) return true;
    if (child > verb && recalls.has(lowerOf(tree, child)) && word.startsWith("call")) return true;
    if (relationOf(tree, child) === "compound:prt" && lowerOf(tree, child) !== "up") return true;
    const mark = childBy(tree, child, "case");
    // "called the chiefs to the palace": summoned.
    if (relation === "obl" && child > object && object > verb && lowerOf(tree, mark) === "to" && word.startsWith("call")) return true;
    if (relation === "obl" && mark === verb + 1 && ["for", "on", "upon"].includes(lowerOf(tree, mark))) return true;
  }
  // "was called up by the coach": chosen.
  if (childBy(tree, verb, "nsubj:pass", "aux:pass") >= 0 && word === "called" && lowerOf(tree, verb + 1) === "up") return true;
  return (
    childBy(tree, verb, "nsubj:pass", "aux:pass") >= 0 &&
    childrenBy(tree, verb, "obl").every((child) => lowerOf(tree, childBy(tree, child, "case")) !== "by")
  );
}

/** "contacted the council for comment": what papers do. */
export function isForComment(tree: SyntaxTree, verb: number): boolean {
  return lowerOf(tree, verb).startsWith("contact") && childrenBy(tree, verb, "obl").some((child) => lowerOf(tree, child) === "comment");
}

const convened =
  /^(?:meetings?|talks|summits?|sessions?|conferences?|elections?|votes?|referendums?|strikes?|hearings?|polls?|assembl(?:y|ies)|truces?)$/u;

/** "called him “weak”", "called the bill a mess", "what some call freedom", "“Losers,” he called them", "calling it by its name". */
function isNaming(tree: SyntaxTree, verb: number, object: number): boolean {
  // "whom they call a terrorist".
  if (["a", "an"].includes(lowerOf(tree, childBy(tree, object, "det")))) return true;
  if (object > verb) {
    // "in Chile, which it calls the safest country".
    const isWhat = (child: number): boolean =>
      child < verb && /^(?:which|that|whom)$/u.test(lowerOf(tree, child)) && childBy(tree, child, "case") < 0;
    if (childrenBy(tree, verb, "obj", "obl", "xcomp").some(isWhat)) return true;
    const behind = endOfName(tree, object);
    if (openingMark.test(tree.tokens[behind]?.text ?? "") || openingMark.test(tree.tokens[verb + 1]?.text ?? "")) return true;
    // "called her the worst of all", unlike "called her the next day".
    const isOtherNoun = tagOf(tree, behind) === "DET" && !spells.test(lowerOf(tree, headOf(tree, behind)));
    if (isOtherNoun || (tagOf(tree, behind) === "ADJ" && headOf(tree, behind) === verb)) return true;
    if (isGivenName(tree, object) || isQuotedBehind(tree, object)) return true;
    // "called one of the officers lazy": an adjective right behind the phrase.
    let last = behind;
    while (last < behind + 8 && isUnder(tree, last, object) && tagOf(tree, last) !== "ADJ") last += 1;
    const isLast = tagOf(tree, last) === "ADJ" && headOf(tree, last) < last && !["NOUN", "PROPN", "ADJ"].includes(tagOf(tree, last + 1));
    // "unprofessional for interrupting him": why he is called so.
    const isOnlyWhy = childrenBy(tree, last, "advcl", "xcomp", "obl").every(
      (child) => lowerOf(tree, childBy(tree, child, "mark")) === "for" && pennTagOf(tree, child) === "VBG",
    );
    if (isLast && isOnlyWhy) return true;
    // "called people you dislike fat pigs": nobody in particular is rung.
    if (pennTagOf(tree, object) === "NNS" && childBy(tree, object, "det", "nmod:poss") < 0 && relativeOf(tree, object) >= 0) return true;
  }
  // "a show called Day": a participle that has both the name and what bears it.
  const isParticiple = pennTagOf(tree, verb) === "VBN" && childBy(tree, verb, "aux", "aux:pass", "nsubj") < 0;
  if (isParticiple && object > verb) return true;
  // "these changes, as he calls them".
  const opener = childBy(tree, verb, "mark", "advmod");
  if (
    opener >= 0 &&
    opener < verb &&
    lowerOf(tree, opener) === "as" &&
    tagOf(tree, object) === "PRON" &&
    /^[,.;)]?$/u.test(lowerOf(tree, object + 1))
  )
    return true;
  const head = headOf(tree, verb);
  if (relationOf(tree, verb) === "acl:relcl" && lowerOf(tree, head) === "what") return true;
  // "the ministry, which she called the “dead house”".
  if (["which", "that", "whom"].includes(lowerOf(tree, object)) && (isQuoted(tree, verb + 1) || isQuoted(tree, verb + 2))) return true;
  if (childrenBy(tree, verb, "obl").some((child) => /^names?$/u.test(lowerOf(tree, child))) || isByName(tree, verb)) return true;
  const subject = childBy(tree, verb, "nsubj");
  const before = tree.tokens[subject - 1]?.text ?? "";
  return subject > 0 && tagOf(tree, object) === "PRON" && quoteMark.test(before);
}

/** How many words behind a verb of calling the name may stand by which it calls. */
const nameReach = 16;

/** "calling the league, once known as the Pact, by another name would mend nothing": read off the order of words, whatever "name" hangs on. */
function isByName(tree: SyntaxTree, verb: number): boolean {
  for (let at = verb + 2; at < verb + nameReach; at += 1) {
    const word = lowerOf(tree, at);
    if (word === "" || word === ".") return false;
    if (word !== "by") continue;
    const next = [at + 1, at + 2, at + 3].find((token) => !["DET", "PRON", "ADJ"].includes(tagOf(tree, token))) ?? -1;
    if (next > at + 1 && /^(?:nick)?names?$/u.test(lowerOf(tree, next))) return true;
  }
  return false;
}

/** "calls the first flight to the moon “a success”": marks, or an article without a preposition, within what looks like one phrase. */
function isGivenName(tree: SyntaxTree, object: number): boolean {
  for (let at = object + 1; at < object + 16 && (isUnder(tree, at, object) || isQuoted(tree, at)); at += 1) {
    const word = lowerOf(tree, at);
    if (openingMark.test(tree.tokens[at]?.text ?? "")) return true;
    if ((word === "a" || word === "an") && ["NOUN", "PROPN"].includes(tagOf(tree, at - 1))) return true;
    if (word === ",") return false;
  }
  return false;
}

/** "calls the rector, Sir Tom Ray, “a landlord”", "…, a landlord": a name opens right behind the comma that ends an aside on who he is. */
function isQuotedBehind(tree: SyntaxTree, object: number): boolean {
  let commas = 0;
  for (let at = object + 1; at < object + 14; at += 1) {
    const text = tree.tokens[at]?.text ?? "";
    if (text === ",") commas += 1;
    else if (openingMark.test(text)) return commas === 2 && tree.tokens[at - 1]?.text === ",";
    else if (commas === 2 && tree.tokens[at - 1]?.text === "," && (text === "a" || text === "an")) return !tellsWhenIn(tree, at);
    else if (text === "" || !["NOUN", "PROPN", "ADJ", "ADP", "DET"].includes(tagOf(tree, at))) return false;
  }
  return false;
}

/** "a day later", "an hour before the vote". */
function tellsWhenIn(tree: SyntaxTree, article: number): boolean {
  return [article + 1, article + 2].some((at) => spells.test(lowerOf(tree, at)));
}

function isQuoted(tree: SyntaxTree, token: number): boolean {
  return quoteMark.test(tree.tokens[token]?.text ?? "");
}

/** "call hundreds of witnesses", "called Lee as a witness": to a court. */
function isWitness(tree: SyntaxTree, object: number): boolean {
  const phrases = [object, ...childrenBy(tree, object, "nmod"), ...childrenBy(tree, headOf(tree, object), "obl")];
  return phrases.some((phrase) => /^(?:witness(?:es)?|evidence|stand)$/u.test(lowerOf(tree, phrase)));
}

/** The token behind a noun and the parts of its name. */
function endOfName(tree: SyntaxTree, object: number): number {
  let at = object + 1;
  while (headOf(tree, at) >= object && headOf(tree, at) < at && (relationOf(tree, at) === "flat" || tree.tokens[at]?.text === "-")) at += 1;
  return at;
}

function relativeOf(tree: SyntaxTree, noun: number): number {
  return childrenBy(tree, noun, "acl:relcl")[0] ?? -1;
}

/** Lines one rings rather than people: "phoned the police", "telephoned the embassy". */
export function isEmergencyLine(tree: SyntaxTree, head: number): boolean {
  return /^(?:police|embassy|ambulance|office|hotline|helpline|switchboard|newspaper|station|branch|clinic|surgery|store|shop)$/u.test(
    lowerOf(tree, head),
  );
}

/**
 * "We welcome all", "welcomed them with open arms", "a city that welcomes refugees": glad of people whom nobody received on an occasion.
 * A name, and people welcomed on a day or somewhere in the past, are guests.
 */
export function isWelcomeOnly(tree: SyntaxTree, verb: number, party: Party): boolean {
  if (!lowerOf(tree, verb).startsWith("welcom") || party.named) return false;
  if (childrenBy(tree, verb, "obl").some((child) => lowerOf(tree, child) === "arms")) return true;
  const word = lowerOf(tree, party.head);
  if (word === "you" || word === "all" || word === "everyone" || word === "anyone") return true;
  if (!party.plural || party.isPair) return false;
  const isPast = pennTagOf(tree, verb) === "VBD" || pennTagOf(tree, verb) === "VBN";
  return !isPast || !hasOccasion(tree, verb);
}

/** "the backing from nurses that Lee received": what came from them is received, not they. */
export function isReceivedFrom(tree: SyntaxTree, verb: number): boolean {
  const giver = headOf(tree, verb);
  if (!lowerOf(tree, verb).startsWith("receiv") || relationOf(tree, verb) !== "acl:relcl" || baseRelation(tree, giver) !== "nmod")
    return false;
  const relative = childBy(tree, verb, "obj");
  if (lowerOf(tree, childBy(tree, giver, "case")) !== "from" || tagOf(tree, headOf(tree, giver)) !== "NOUN") return false;
  return relative < 0 || !/^whom?$/u.test(lowerOf(tree, relative));
}

/** A phrase of place or day that hangs on the verb or on its object. */
function hasOccasion(tree: SyntaxTree, verb: number): boolean {
  for (let at = verb + 1; at < verb + 16; at += 1) {
    if (!isUnder(tree, at, verb)) return false;
    if (!["at", "in", "to", "on", "aboard"].includes(lowerOf(tree, at)) || relationOf(tree, at) !== "case") continue;
    const phrase = headOf(tree, at);
    if (phrase > at && (tagOf(tree, phrase) === "NOUN" || tagOf(tree, phrase) === "PROPN")) return true;
  }
  return false;
}

/** Spells and days: "spent an hour with B", "when I see B on Monday". */
export const spells =
  /^(?:tomorrow|today|tonight|yesterday|hours?|minutes?|days?|weeks?|months?|years?|afternoons?|evenings?|mornings?|nights?|weekends?|time|(?!holi|birth)\w+day)$/u;

/** "an hour", "most of Wednesday", "the best part of two hours". */
export function isSpell(tree: SyntaxTree, noun: number): boolean {
  if (spells.test(lowerOf(tree, noun))) return true;
  if (!/^(?:most|much|all|part|half|bulk|rest|couple)$/u.test(lowerOf(tree, noun))) return false;
  return childrenBy(tree, noun, "nmod").some((whole) => spells.test(lowerOf(tree, whole)));
}

/** "is due to see B", "when I see B on Monday": what is going to be, by its verb or by its day; unlike "went to see B play". */
export function isSetOut(tree: SyntaxTree, verb: number): boolean {
  const tag = pennTagOf(tree, verb);
  if (isWatching(tree, verb)) return false;
  const isToBe = childrenBy(tree, verb, "aux").some((child) => ["will", "'ll", "shall"].includes(lowerOf(tree, child)));
  // "will be seeing B tomorrow".
  if (tag === "VBG" && isToBe) return true;
  if (tag === "VB") return isToBe || (lowerOf(tree, childBy(tree, verb, "mark")) === "to" && !isFelt(tree, headOf(tree, verb)));
  const isWhen = childrenBy(tree, verb, "mark", "advmod").some((child) => child < verb && lowerOf(tree, child) === "when");
  const isDay = [...childrenBy(tree, verb, "obl")].some((child) => spells.test(lowerOf(tree, child)));
  return isWhen && isDay && (tag === "VBP" || tag === "VBZ");
}

/** How many words behind whom one sees stands what he is seen doing. */
const deedReach = 12;

/** "to see the late Tom Ray of the Harbour Band deliver a speech", "see a rival putting it into practice": the deed right behind the phrase. */
function isSeenDoing(tree: SyntaxTree, verb: number): boolean {
  const object = childBy(tree, verb, "obj");
  if (object < verb) return false;
  if (childrenBy(tree, object, "acl").some((child) => child > object && pennTagOf(tree, child) === "VBG")) return true;
  for (let at = object + 1; at < object + deedReach; at += 1) {
    const word = lowerOf(tree, at);
    if (word === "" || /^[,.;:!?]$/u.test(word) || ["CCONJ", "PART", "SCONJ", "AUX"].includes(tagOf(tree, at))) {
      if (word !== "'s" && word !== "'" && word !== "’s" && word !== "’") return false;
      continue;
    }
    if (tagOf(tree, at) === "VERB")
      return (
        /^VBP?$/u.test(pennTagOf(tree, at)) &&
        childrenBy(tree, at, "mark", "aux", "cc").length === 0 &&
        childBy(tree, at, "obj", "obl") > at
      );
  }
  return false;
}

/** "see B speak", "see him fall", "see B on the ballot", "lining up to see B": what an audience does. */
export function isWatching(tree: SyntaxTree, verb: number): boolean {
  if (childrenBy(tree, verb, "xcomp", "ccomp").some((child) => child > verb)) return true;
  if (isSeenDoing(tree, verb)) return true;
  if (childrenBy(tree, verb, "obl").some((child) => stages.test(lowerOf(tree, child)))) return true;
  const governor = headOf(tree, verb);
  return (
    governor >= 0 && /^(?:lin(?:e|es|ed|ing)|queu(?:e|es|ed|ing|eing)|flock(?:s|ed|ing)?|turn(?:s|ed|ing)?)$/u.test(lowerOf(tree, governor))
  );
}

const stages = /^(?:ballot|stage|screen|court|pitch|television|tv|concert|film|movie|dock)$/u;

/** "would love to see B", "expects to see B": a feeling or a guess about B; "is expected to see B" tells of a plan. */
function isFelt(tree: SyntaxTree, governor: number): boolean {
  if (governor < 0 || childBy(tree, governor, "aux:pass") >= 0) return false;
  return feelings.test(lowerOf(tree, governor));
}

const feelings =
  /^(?:expect(?:s|ing)?|lov(?:e|es|ed|ing)|lik(?:e|es|ed)|hat(?:e|es|ed)|glad|happy|pleased|delighted|thrilled|excited|surprised|shocked|sad|nice|good|great|used)$/u;
