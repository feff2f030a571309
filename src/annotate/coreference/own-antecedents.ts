/**
 * Antecedents that the structure tells by itself, so that the ranker need only say whether a pronoun means anybody: the subject of what is
 * said, the one actor of the sentence before, and the body whose spokesman or headquarters "its" are.
 */
import { nounKind } from "../../text/noun-kinds.ts";
import { baseRelation, childBy, headOf, isUnder, lowerOf, relationOf, type SyntaxTree, tagOf } from "../syntax/syntax-tree.ts";
import type { Expression } from "./referring-expressions.ts";
import type { Expressions } from "./resolve-pronouns.ts";

/**
 * "Okoye confirmed he had …", "Okoye left his post": the person whom the sentence names as the subject of what is said or done, where it
 * speaks of nobody else before the pronoun; -1 where it does not. So much tells the structure that no gender need be known.
 */
export function ownSubject(
  { tree, expressions, referents, isReporting }: Expressions,
  pronoun: Expression,
  candidates: readonly number[],
): number {
  const saying = pronoun.role === "subject" ? headOf(tree, pronoun.governor) : -1;
  const isSaid = saying >= 0 && (isReporting(lowerOf(tree, saying)) || relationOf(tree, pronoun.governor) === "ccomp");
  const verb = isSaid ? saying : pronoun.isPossessive ? pronoun.governor : -1;
  if (verb < 0) return -1;
  let own = -1;
  let ownHead = -1;
  /** The noun beside which the name of the subject stands. */
  let actor = -1;
  /** What the relative clauses that were passed over are about. */
  const relatives: number[] = [];
  for (const candidate of candidates) {
    const expression = expressions[candidate];
    if (!expression || expression.sentenceIndex !== pronoun.sentenceIndex) break;
    const referent = referents[candidate] ?? -1;
    // "Okoye, who broke with Ruiz, left his post": whom the clause speaks of is behind the subject's back.
    const about = own < 0 ? relativeTopic(tree, expression.head, pronoun.head) : -1;
    if (about >= 0) {
      relatives.push(about);
      continue;
    }
    // "A pastor who supports Ruiz, Musa Pam, said he …": what tells which pastor.
    const isInside = actor >= 0 && (expression.head === actor || isUnder(tree, expression.head, actor));
    if (own >= 0 && referent !== own && !isInside) return -1;
    // "Okoye last week confirmed": the tree may hang the name on the time.
    const isActor = isSaid && isBesideSubject(tree, expression, verb);
    if (isActor) actor = expression.sameAs;
    if (isInside) continue;
    const isSubject =
      isActor ||
      (expression.role === "subject"
        ? expression.governor === verb
        : isSaid && expression.endToken <= verb && (!hasSubject(tree, verb) || isSpokenFor(tree, expression, verb)));
    if (expression.form !== "name" || !isSubject) return -1;
    own = referent;
    ownHead = expression.head;
  }
  return relatives.every((topic) => isUnder(tree, topic, ownHead)) ? own : -1;
}

/** "The chairman of the union, Musa Pam, dismissed it": a name beside the noun that is the subject of the verb, or of a main clause. */
function isBesideSubject(tree: SyntaxTree, { form, role, sameAs }: Expression, verb = -1): boolean {
  if (form !== "name" || role !== "apposition" || sameAs < 0 || relationOf(tree, sameAs) !== "nsubj") return false;
  return verb < 0 || headOf(tree, sameAs) === verb;
}

/** "Rubio's ministry said she would go": whose office, ministry or aides say it. */
function isSpokenFor(tree: SyntaxTree, { role, endToken }: Expression, verb: number): boolean {
  // By the order of words: the parser hangs some owners on the verb.
  if (role !== "possessor" || !/^['’]s?$/u.test(lowerOf(tree, endToken))) return false;
  const noun = /^(?:foreign|defen[cs]e|finance|press)$/u.test(lowerOf(tree, endToken + 1)) ? endToken + 2 : endToken + 1;
  return offices.test(lowerOf(tree, noun)) && verb > noun && verb - noun < 4;
}

const offices = /^(?:office|ministry|department|campaign|party|government|family|team|lawyers|aides|staff|spokes(?:wo)?man|spokesperson)$/u;

/** The noun that the relative clause around `token` is about, where `outside` stands outside the clause; else -1. */
function relativeTopic(tree: SyntaxTree, token: number, outside: number): number {
  let at = token;
  for (let depth = 0; depth < 12 && at >= 0; depth += 1, at = headOf(tree, at))
    if (relationOf(tree, at) === "acl:relcl") return isUnder(tree, outside, at) ? -1 : headOf(tree, at);
  return -1;
}

/** How many heads lie at most between a pronoun and what is said. */
const saidDepth = 10;

/**
 * "Okoye said that peace was his aim, but added that he would wait": whoever says it, where the sentence speaks of no other person before
 * the pronoun; -1 where it does.
 */
export function onlySayer(
  { tree, expressions, referents, isReporting, quotationOf }: Expressions,
  pronoun: Expression,
  candidates: readonly number[],
): number {
  let at = pronoun.head;
  for (let depth = 0; depth < saidDepth && at >= 0; depth += 1, at = headOf(tree, at))
    if (baseRelation(tree, at) === "ccomp" && isReporting(lowerOf(tree, headOf(tree, at)))) break;
  if (at < 0 || baseRelation(tree, at) !== "ccomp") return -1;
  const verbs = new Set<number>();
  for (let verb = headOf(tree, at); verb >= 0 && verbs.size < 4; verb = headOf(tree, verb)) {
    verbs.add(verb);
    if (hasSubject(tree, verb) || baseRelation(tree, verb) !== "conj") break;
  }
  let only = -1;
  let onlyFirst = -1;
  let isSayer = false;
  for (const candidate of candidates) {
    const expression = expressions[candidate];
    if (!expression || expression.sentenceIndex !== pronoun.sentenceIndex) break;
    const referent = referents[candidate] ?? -1;
    // "the new Prime Minister Musa Pam", torn apart.
    if (expression.form === "nominal" && expression.endToken === onlyFirst) continue;
    if ((only >= 0 && referent !== only) || quotationOf[expression.head] !== -1) return -1;
    only = referent;
    if (expression.form === "name") onlyFirst = expression.firstToken;
    const isNamed = expression.role === "subject" || isBesideSubject(tree, expression);
    // "… Prime Minister Musa Pam said", hung on the verb in some way; but not "the man shot by Musa Pam said".
    const isRightBefore = verbs.has(expression.endToken) && childBy(tree, expression.head, "case") < 0 && expression.role !== "modifier";
    isSayer ||= expression.form === "name" && (isRightBefore || (isNamed && verbs.has(expression.governor)));
  }
  return isSayer ? only : -1;
}

/**
 * "Okoye's remark angered them. He spoke …": the one person of the sentence before, where the pronoun opens its own; else -1. Asked only for
 * those of unknown gender, whom the ranker trusts too little beside somebody of the pronoun's gender further back, and for names beside a
 * subject ("The mayor, Ada Lind, left."), which it does not take for subjects.
 */
export function onlyPersonBefore(
  { tree, expressions, referents, quotationOf }: Expressions,
  pronoun: Expression,
  candidates: readonly number[],
  isUnknown: (referent: number) => boolean,
): number {
  if (pronoun.role !== "subject") return -1;
  let only = -1;
  let isNamed = false;
  let isNameBeside = false;
  /** What the relative clauses that were passed over are about. */
  const relatives: number[] = [];
  let onlyHead = -1;
  for (const candidate of candidates) {
    const expression = expressions[candidate];
    const distance = pronoun.sentenceIndex - (expression?.sentenceIndex ?? 0);
    if (!expression || distance > 1) break;
    const referent = referents[candidate] ?? -1;
    // "Okoye, the former judge, has told them so"
    if (expression.form === "nominal" && expression.role === "apposition" && expression.sameAs >= 0) continue;
    // "The chairman of the union, Musa Pam, who had asked the judge, dismissed it": who is asked is in the background.
    const about = distance === 1 && only < 0 ? relativeTopic(tree, expression.head, pronoun.head) : -1;
    if (about >= 0) {
      relatives.push(about);
      continue;
    }
    // "The chairman of the union, Musa Pam, dismissed it": the name stands beside the actor.
    const isBeside = expression.form === "name" && expression.role === "apposition" && expression.sameAs >= 0;
    const isActor =
      isBeside ||
      (isNamed && expression.role === "subject") ||
      (expression.form === "name" && (expression.role === "subject" || expression.role === "possessor"));
    if (distance === 0 || !isActor || (only >= 0 && referent !== only) || quotationOf[expression.head] !== -1) return -1;
    only = referent;
    onlyHead = expression.head;
    isNamed = true;
    if (isBeside && relationOf(tree, expression.sameAs) !== "nsubj") return -1;
    isNameBeside ||= isBeside;
  }
  if (only < 0 || !relatives.every((topic) => topic === onlyHead || isUnder(tree, onlyHead, topic) || isUnder(tree, topic, onlyHead)))
    return -1;
  return isNameBeside || isUnknown(only) ? only : -1;
}

/** How far before its verb a subject is looked for. */
const subjectReach = 40;

function hasSubject(tree: SyntaxTree, verb: number): boolean {
  for (let at = verb - 1; at >= Math.max(0, verb - subjectReach); at -= 1)
    if (headOf(tree, at) === verb && baseRelation(tree, at) === "nsubj") return true;
  return false;
}

/** What bodies and countries have beside people: things do not. */
const bodysThings = new Set(
  "headquarters staff office offices forecast forecasts guidance outlook shares workforce branches subsidiary subsidiaries fleet troops forces embassy website customers clients profit profits earnings revenue sales budget constitution army parliament government neighbours neighbors territory loan loans statement policy citizens".split(
    " ",
  ),
);

/**
 * "The club lost. Its captain …", "The fund named its director": the named body that is the subject of the sentence before or of the same
 * predicate, where "its" is of something that only bodies have; "A spokeswoman for the club said its …": the one body in who says so. Else -1.
 */
export function ownBody(input: Expressions, pronoun: Expression, candidates: readonly number[]): number {
  const { tree, expressions, referents, lexicon } = input;
  if (!pronoun.isPossessive) return -1;
  const owned = lowerOf(tree, headOf(tree, pronoun.head));
  const isBodys = bodysThings.has(owned) || nounKind(owned, lexicon) === "person";
  const own = isBodys || lowerOf(tree, pronoun.head + 1) === "own" ? spokenFor(input, pronoun, candidates) : -1;
  if (own >= 0 || !isBodys) return own;
  let found = -1;
  let opens = true;
  for (const candidate of candidates) {
    const expression = expressions[candidate];
    const distance = pronoun.sentenceIndex - (expression?.sentenceIndex ?? 0);
    if (!expression || distance > 1 || (distance > 0 && !opens)) break;
    if (expression.kind !== "group" && expression.kind !== "place") continue;
    if (distance === 0) opens = false;
    const referent = referents[candidate] ?? -1;
    const isMain = distance > 0 ? headOf(tree, expression.governor) < 0 : expression.governor === pronoun.governor;
    if (expression.role === "subject" && isMain) {
      if (expression.form !== "name" || (found >= 0 && found !== referent)) return -1;
      found = referent;
      continue;
    }
    // "Harvik sued a bank. Its director …": the other one's as likely.
    const isRival = expression.kind === "group" && (expression.role === "object" || distance === 0);
    if (isRival && referent !== found) return -1;
  }
  return found;
}

/** "A spokeswoman for Harvik said its plant would close", "Harvik's finance chief, Ann Lee, said its …". */
function spokenFor(
  { tree, expressions, referents, isReporting, lexicon }: Expressions,
  pronoun: Expression,
  candidates: readonly number[],
): number {
  let verb = pronoun.governor;
  for (let depth = 0; depth < 4 && verb >= 0 && baseRelation(tree, verb) !== "ccomp"; depth += 1) verb = headOf(tree, verb);
  const saying = verb >= 0 ? headOf(tree, verb) : -1;
  if (saying < 0 || saying > pronoun.head || !isReporting(lowerOf(tree, saying))) return -1;
  const subject = childBy(tree, saying, "nsubj");
  if (subject < 0 || subject > saying || tagOf(tree, subject) === "PRON") return -1;
  // Candidates are no people: a name that is none of them is somebody's.
  if (tagOf(tree, subject) !== "PROPN" && nounKind(lowerOf(tree, subject), lexicon) !== "person") return -1;
  let found = -1;
  for (const candidate of candidates) {
    const expression = expressions[candidate];
    if (!expression || expression.sentenceIndex !== pronoun.sentenceIndex) break;
    const referent = referents[candidate] ?? -1;
    if (expression.head === subject) return -1;
    const isInside = isUnder(tree, expression.head, subject);
    if (!isInside) {
      // Something else that the sentence speaks of may be meant.
      if (expression.kind !== "thing" && expression.head > subject && referent !== found) return -1;
      continue;
    }
    if (expression.form !== "name" || expression.kind !== "group") continue;
    if (found >= 0 && found !== referent) return -1;
    found = referent;
  }
  return found;
}

const denials = new Set("deny denies denied pleaded pleads".split(" "));
/** Who accuses others and judges them, and so denies nothing: what stands before their names. */
export const accusers: ReadonlySet<string> = new Set(
  "prosecutor prosecutors judge justice magistrate detective inspector constable sergeant superintendent sheriff".split(" "),
);

/** True where the pronoun denies something or pleads: whom the article calls a prosecutor or a judge is not meant. */
export function isOfAccused(tree: SyntaxTree, pronoun: Expression): boolean {
  return pronoun.role === "subject" && pronoun.gender !== null && denials.has(lowerOf(tree, pronoun.governor));
}

/** The referents whose names stand right behind "prosecutor", "Judge" or "Detective Sergeant". */
export function findAccusers({ tree, expressions, referents }: Expressions): ReadonlySet<number> {
  const found = new Set<number>();
  expressions.forEach((expression, index) => {
    if (expression.form === "name" && expression.kind === "person" && accusers.has(lowerOf(tree, expression.firstToken - 1)))
      found.add(referents[index] ?? -1);
  });
  return found;
}
