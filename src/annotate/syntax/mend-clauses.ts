/** Where a clause begins: "after" before a subject and its verb, and words before "that" that the parser gave to the clause behind it. */
import { type DraftTree, farthest, handsOn, hangsOn } from "./draft-tree.ts";
import { clauseOpeners, eventPrepositions, mediations, predicateOpeners, reporting } from "./mend-words.ts";

/**
 * "Lee resigned, hours after the largest owner [obl], Oak Capital [conj], demanded [conj] a vote": a name between two commas tells who
 * somebody is, and a verb behind it that has no subject and is joined by nothing is what the one behind "after" did. In place.
 */
export function mendOpenedClauses(forms: readonly string[], tree: DraftTree): void {
  const { heads, relations, relationNames } = tree;
  const [mark, adverbial, subject, apposition] = ["mark", "advcl", "nsubj", "appos"].map((name) => relationNames.indexOf(name));
  if (mark === undefined || adverbial === undefined || subject === undefined || apposition === undefined) return;
  for (let opener = 0; opener < heads.length; opener += 1) {
    if (relationNames[relations[opener] ?? 0] !== "case" || !clauseOpeners.has(forms[opener] ?? "")) continue;
    const noun = heads[opener] ?? -1;
    const governor = heads[noun] ?? -1;
    if (noun < opener || governor < 0 || governor > opener || relationNames[relations[noun] ?? 0] !== "obl") continue;
    const found = bareVerb(forms, tree, noun, governor);
    if (found === null) continue;
    heads[opener] = heads[noun] = found.verb;
    relations[opener] = mark;
    relations[noun] = subject;
    relations[found.name] = apposition;
    relations[found.verb] = adverbial;
  }
}

/** The name that stands between commas behind `noun`, and the finite verb right behind it that is joined to `governor` by nothing. */
function bareVerb(
  forms: readonly string[],
  tree: DraftTree,
  noun: number,
  governor: number,
): { readonly name: number; readonly verb: number } | null {
  const { heads, pennTag } = tree;
  const { relationOf } = handsOn(tree);
  const end = Math.min(heads.length, noun + farthest);
  let verb = noun + 1;
  while (verb < end && !(heads[verb] === governor && relationOf(verb) !== "punct")) verb += 1;
  if (verb >= end || relationOf(verb) !== "conj" || !/^VB[DZP]$/u.test(pennTag(verb)) || forms[verb - 1] !== ",") return null;
  let name = -1;
  for (let token = noun + 1; token < end; token += 1) {
    if (heads[token] === verb && /^(?:cc|mark|[nc]subj|expl)/u.test(relationOf(token))) return null;
    if (token > verb && heads[token] === governor && relationOf(token) === "conj") return null;
    if (token < verb && heads[token] === noun && /^(?:conj|appos)$/u.test(relationOf(token))) name = token;
  }
  if (name < 0 || forms.slice(noun + 1, name).includes("and")) return null;
  return { name, verb };
}

/** "as Ann Lee [obl of comes] is in Oslo [advcl of comes]": a noun behind "as" before a predicate without a subject is its subject. In place. */
export function mendOpenedPredicates(forms: readonly string[], tree: DraftTree): void {
  const { heads } = tree;
  const { hang, relationOf } = handsOn(tree);
  for (let opener = 0; opener + 3 < heads.length; opener += 1) {
    if (relationOf(opener) !== "case" || !predicateOpeners.has(forms[opener] ?? "")) continue;
    const noun = heads[opener] ?? -1;
    const governor = noun < opener ? -1 : (heads[noun] ?? -1);
    if (governor < 0 || governor > opener || relationOf(noun) !== "obl") continue;
    const end = Math.min(heads.length, noun + farthest);
    let clause = noun + 1;
    while (clause < end && !(heads[clause] === governor && relationOf(clause) === "advcl")) clause += 1;
    if (clause >= end) continue;
    let copula = -1;
    let hasOwn = false;
    for (let child = noun + 1; child < clause; child += 1) {
      if (heads[child] !== clause) continue;
      if (/^(?:cop|aux)/u.test(relationOf(child)) && copula < 0) copula = child;
      if (/^(?:[nc]subj|mark|expl|punct|cc)/u.test(relationOf(child))) hasOwn = true;
    }
    // Nothing but the phrase itself between the noun and the copula.
    let isWhole = copula > noun;
    for (let at = noun + 1; at < copula; at += 1) isWhole &&= (heads[at] ?? -1) >= noun && (heads[at] ?? -1) < copula;
    if (hasOwn || !isWhole) continue;
    hang(opener, clause, "mark");
    hang(noun, clause, "nsubj");
  }
}

const talking = /^(?:talks|meetings?|consultations|discussions|negotiations|lunch|dinner)$/u;

/** "Ann, received [root] by Bob in Lima, praised [conj of received] it": between the commas stands what was done to her, behind them what she did. In place. */
export function mendAsidePassives(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let passive = 2; passive + 3 < heads.length; passive += 1) {
    if (!/^VB[DN]$/u.test(pennTag(passive)) || forms[passive - 1] !== "," || !/^(?:root|ccomp)$/u.test(relationOf(passive))) continue;
    const end = Math.min(heads.length, passive + farthest);
    const verb = childOf(passive, passive + 2, end, /^conj$/u);
    const own = childOf(passive, passive - farthest, passive - 1, /^nsubj/u);
    const subject = own < 0 && verb >= 0 ? childOf(verb, passive - farthest, passive - 1, /^nsubj/u) : own;
    if (subject < 0 || verb < 0 || !/^VB[DZ]$/u.test(pennTag(verb)) || forms[verb - 1] !== ",") continue;
    if (childOf(passive, subject, passive, /^aux/u) >= 0 || childOf(verb, passive, verb, /^(?:cc|nsubj|mark)/u) >= 0) continue;
    if (childOf(passive, passive, verb, /^obl:agent$/u) < 0) continue;
    hang(verb, heads[passive] ?? -1, relationOf(passive));
    hang(passive, subject, "acl");
    hang(subject, verb, "nsubj");
    for (let child = verb + 1; child < end; child += 1) if (heads[child] === passive) heads[child] = verb;
  }
}

/** "to the palace". */
function isGoal(forms: readonly string[], { heads }: DraftTree, noun: number): boolean {
  for (let to = noun - 1; to >= Math.max(0, noun - 6); to -= 1) if (forms[to] === "to") return heads[to] === noun;
  return false;
}

/** "issued the text following a meeting [nmod of text] with B", "called them to the palace for talks [nmod of palace]": what came before or after tells when it was done. In place. */
export function mendEvents(forms: readonly string[], tree: DraftTree): void {
  const { heads, relations, relationNames, pennTag } = tree;
  const [modifier, object, mark, oblique] = ["nmod", "obj", "case", "obl"].map((name) => relationNames.indexOf(name));
  if (oblique === undefined || oblique < 0) return;
  for (let preposition = 2; preposition + 1 < heads.length; preposition += 1) {
    const event = heads[preposition] ?? -1;
    if (relations[preposition] !== mark || event < preposition) continue;
    const noun = heads[event] ?? -1;
    const isFor = forms[preposition] === "for";
    if (isFor ? !talking.test(forms[event] ?? "") : !eventPrepositions.has(forms[preposition] ?? "")) continue;
    if (noun < 0 || noun > preposition || relations[event] !== modifier) continue;
    if (relations[noun] !== (isFor ? oblique : object) || (isFor && !isGoal(forms, tree, noun))) continue;
    const verb = heads[noun] ?? -1;
    if (verb < 0 || verb > noun || !/^VB/u.test(pennTag(verb))) continue;
    heads[event] = verb;
    relations[event] = oblique;
  }
}

const clauseParts = /^(?:[nc]subj|cop|aux|expl|mark|ccomp|parataxis)/u;

/**
 * "told analysts afterwards [advmod of over] that it was over", "said Sunday in Bern, Switzerland [nmod of fell], that prices fell":
 * before "that" no circumstance belongs to the clause that it opens. In place.
 */
export function mendBeforeThat(forms: readonly string[], { heads, relations, relationNames }: DraftTree): void {
  const [mark, content] = [relationNames.indexOf("mark"), relationNames.indexOf("ccomp")];
  for (let that = 1; that < heads.length; that += 1) {
    if (relations[that] !== mark || forms[that] !== "that") continue;
    const clause = heads[that] ?? -1;
    const above = heads[clause] ?? -1;
    if (clause < that || above < Math.max(0, that - farthest) || above > that || relations[clause] !== content) continue;
    const strays: number[] = [];
    for (let word = above + 1; word < that; word += 1) if (heads[word] === clause) strays.push(word);
    if (strays.some((word) => clauseParts.test(relationNames[relations[word] ?? 0] ?? ""))) continue;
    for (const word of strays) heads[word] = above;
  }
}

/** "Peru and Chad [nsubj of talks] held talks [obj of held]": in front of the verb it is the verb's subject, not its object's. In place. */
export function mendSubjectsOfObjects(tree: DraftTree): void {
  const { heads } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let subject = 0; subject + 2 < heads.length; subject += 1) {
    const noun = heads[subject] ?? -1;
    const verb = noun < 0 ? -1 : (heads[noun] ?? -1);
    if (relationOf(subject) !== "nsubj" || verb < subject || noun < verb || relationOf(noun) !== "obj") continue;
    if (noun - subject > farthest || childOf(noun, subject, noun + farthest, /^(?:cop|aux)/u) >= 0) continue;
    if (childOf(verb, verb - farthest, verb, /^[nc]subj/u) < 0) hang(subject, verb, "nsubj");
  }
}

/** "Talks with [mark of resume] the pilots [nsubj of resume] resume [advcl of talks] on Monday": the noun in front is what resumes. In place. */
export function mendWithSubjects(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let verb = 3; verb < heads.length; verb += 1) {
    const noun = heads[verb] ?? -1;
    if (noun < 0 || noun > verb || !/^(?:advcl|acl)$/u.test(relationOf(verb)) || !/^VB[DPZ]$/u.test(pennTag(verb))) continue;
    const mark = childOf(verb, noun + 1, verb, /^mark$/u);
    const other = mark < 0 ? -1 : childOf(verb, mark + 1, verb, /^nsubj$/u);
    if (other < 0 || forms[mark] !== "with" || !/^NN/u.test(pennTag(noun)) || mark !== noun + 1) continue;
    if (childOf(noun, Math.max(0, noun - farthest), noun, /^(?:cop|nsubj|case)$/u) >= 0) continue;
    hang(verb, heads[noun] ?? -1, relationOf(noun));
    hang(noun, verb, "nsubj");
    hang(other, noun, "nmod");
    hang(mark, other, "case");
    for (let child = verb + 1; child < Math.min(heads.length, verb + farthest); child += 1)
      if (heads[child] === noun && relationOf(child) === "punct") heads[child] = verb;
  }
}

/**
 * "signed a truce with Qatar [nmod of truce, or compound] brokering [advcl, or compound of talks] the talks": who stands between "with" and what a
 * mediator does is the one who does it. In place.
 */
export function mendWithGerunds(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag, retag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let verb = 2; verb < heads.length; verb += 1) {
    if (!mediations.has(forms[verb] ?? "") || /^(?:mark|nsubj)$/u.test(relationOf(verb))) continue;
    const name = verb - 1;
    // The first word of the name, and the preposition before it.
    let first = name;
    while (first > 0 && name - first < 8 && pennTag(first - 1).startsWith("NNP")) first -= 1;
    if (!pennTag(name).startsWith("NNP") || forms[first - 1]?.toLowerCase() !== "with" || childOf(verb, first, verb, /^nsubj$/u) >= 0)
      continue;
    let governor = first - 2;
    while (governor >= 0 && name - governor < farthest && !(/^VB/u.test(pennTag(governor)) && relationOf(governor) !== "amod"))
      governor -= 1;
    if (governor < 0 || name - governor >= farthest) continue;
    const noun = relationOf(verb) === "compound" ? (heads[verb] ?? -1) : -1;
    const isNoun = noun > verb && pennTag(noun).startsWith("NN");
    // The last word of a name like "United States" is its head, the first one of "Ann Lee".
    const head = hangsOn(heads, first, name, 4) ? name : first;
    hang(verb, governor, "advcl");
    retag(verb, "VERB VBG");
    hang(head, verb, "nsubj");
    hang(first - 1, verb, "mark");
    if (!isNoun) continue;
    hang(noun, verb, "obj");
    for (let word = verb + 1; word < noun; word += 1) if (heads[word] === verb) heads[word] = noun;
  }
}

/**
 * "Ann and Bob [nsubj of said, or compound of paper] will meet [ccomp of said] in Oslo, a paper [nsubj, or appos of Ann] said": what
 * stands right before the auxiliary of a clause without a subject is its subject. In place.
 */
export function mendToldSubjects(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let verb = 2; verb + 2 < heads.length; verb += 1) {
    const said = heads[verb] ?? -1;
    if (said < verb || said - verb > farthest || relationOf(verb) !== "ccomp" || !/^VB[DZP]$/u.test(pennTag(said))) continue;
    const auxiliary = childOf(verb, verb - 6, verb, /^(?:aux|aux:pass|cop)$/u);
    if (auxiliary < 1 || childOf(verb, verb - farthest, verb, /^(?:[nc]subj|mark|expl)/u) >= 0) continue;
    let who = auxiliary - 1;
    for (let above = heads[who] ?? -1; above >= 0 && above < auxiliary && auxiliary - above < farthest; above = heads[who] ?? -1)
      who = above;
    const above = heads[who] ?? -1;
    if (above <= verb || above > said || !/^(?:NN|PRP$)/u.test(pennTag(who))) continue;
    if (!/^(?:nsubj|nsubj:outer|compound|appos|nmod)$/u.test(relationOf(who)) || childOf(who, who - farthest, who, /^case$/u) >= 0)
      continue;
    const own = childOf(said, verb, said, /^nsubj$/u);
    // The teller right before the verb of saying, hung on the first subject.
    const teller = own < 0 ? childOf(who, verb, said, /^(?:appos|conj)$/u) : own;
    if (teller < 0 || !forms.slice(verb, teller).includes(",")) continue;
    hang(who, verb, "nsubj");
    if (own < 0) hang(teller, said, "nsubj");
    for (let mark = verb; mark < teller; mark += 1) if (heads[mark] === who && relationOf(mark) === "punct") hang(mark, said, "punct");
  }
}

const saying =
  /^(?:s[ae]i?[dy]s?|t[eo]lls?|told|add|claim|deni|deny|insist|announc|confirm|report|not|think|thought|believ|hop|know|knew|ask|warn|learn)/u;

/** "spoke with officials she had met [ccomp of spoke] in Lima": nobody speaks a clause; it tells which officials. In place. */
export function mendReducedRelatives(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let verb = 3; verb < heads.length; verb += 1) {
    const above = heads[verb] ?? -1;
    if (forms[verb] !== "met" || above < 0 || above > verb || !/^(?:ccomp|parataxis)$/u.test(relationOf(verb))) continue;
    const subject = childOf(verb, verb - 3, verb, /^nsubj$/u);
    const noun = subject - 1;
    if (subject < 0 || !/^(?:he|she|I)$/u.test(forms[subject] ?? "") || !/^NNS?$/u.test(pennTag(noun))) continue;
    if (childOf(verb, verb, verb + farthest, /^i?obj$/u) >= 0 || forms[verb + 1] === "with" || saying.test(forms[above] ?? "")) continue;
    // "last month she met": a time is nobody.
    if (
      noun === above ||
      !/^(?:obj|obl|nmod|conj)$/u.test(relationOf(noun)) ||
      childOf(noun, noun - 6, noun, /^(?:case|amod|det|conj)$/u) < 0
    )
      continue;
    hang(verb, noun, "acl:relcl");
  }
}

/**
 * "They dined in Lima, officials said [parataxis of dined], and talked [conj of said] for hours": behind a saying set between commas, the second
 * verb goes on with what they did. In place.
 */
export function mendBehindAsides(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let next = 5; next < heads.length; next += 1) {
    const said = heads[next] ?? -1;
    const main = said < 0 || said > next ? -1 : (heads[said] ?? -1);
    if (main < 0 || main > said || next - main > farthest || relationOf(next) !== "conj" || relationOf(said) !== "parataxis") continue;
    if (pennTag(next) !== "VBD" || pennTag(main) !== "VBD" || !/^(?:said|says)$/u.test(forms[said] ?? "")) continue;
    const joiner = childOf(next, said, next, /^cc$/u);
    if (joiner < 0 || forms[joiner - 1] !== "," || reporting.has(forms[next] ?? "") || childOf(next, said, next, /^(?:nsubj|aux)/u) >= 0)
      continue;
    // An aside: its comma stands right before who says so.
    const teller = childOf(said, main, said, /^nsubj/u);
    let first = teller < 0 ? -1 : main + 1;
    while (first >= 0 && first < teller && heads[first] !== teller) first += 1;
    if (first > 0 && forms[first - 1] === ",") hang(next, main, "conj");
  }
}
