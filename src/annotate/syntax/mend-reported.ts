/** What somebody says happened: the subject of the clause that is reported was taken for what the verb of saying governs. */
import { allHangOn, type DraftTree, farthest, handsOn, hangsOn } from "./draft-tree.ts";
import { type Draft, isActor, openingOf } from "./mend-bare-subjects.ts";
import { reporting, times, weekdays } from "./mend-words.ts";

/**
 * "said the talks [obj of said] with Chad have broken [advcl of said] down", "says envoys [obj of says] of two states attended [conj of says]
 * a meeting": a finite verb without a subject, a mark or a joiner of its own is what is reported, and the noun before it did so. In place.
 */
export function mendReportedObjects(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const draft: Draft = { forms, tree, ...handsOn(tree) };
  const { hang, relationOf, childOf } = draft;
  for (let verb = 3; verb < heads.length; verb += 1) {
    const said = heads[verb] ?? -1;
    if (said < 0 || said > verb - 2 || verb - said > farthest || !/^(?:advcl|conj|parataxis)$/u.test(relationOf(verb))) continue;
    if (!reporting.has(forms[said] ?? "") || !/^VB/u.test(pennTag(said)) || childOf(verb, said, verb, /^(?:mark|cc)$/u) >= 0) continue;
    if (isPastWithObject(draft, said, verb)) tree.retag(verb, "VERB VBD");
    const { opening, last } = openingOf(draft, verb);
    const noun = opening < 0 ? -1 : lastObject(draft, said, opening);
    // "told the agency that shops shut, broke [conj]": what was said stands there already.
    if (noun < 0 || childOf(said, said, verb, /^(?:ccomp|conj|advcl|parataxis)$/u) >= 0) continue;
    // "said the troops trained [VBD] there left": without an auxiliary or an object the past form may tell of the noun.
    const isSure = opening < verb || /^VB[ZP]$/u.test(pennTag(verb)) || childOf(verb, verb + 1, verb + 8, /^(?:obj|xcomp|ccomp)$/u) >= 0;
    if (!isSure || !isActor(draft, noun) || !coversAll(draft, { noun, verb, end: last + 1 })) continue;
    if (/^(?:,|--?|[–—])$/u.test(forms[last] ?? "") || (last + 1 < opening && !isAside(forms, noun, last))) continue;
    // "finds reserves and the bank has [conj] a plan": what one finds may stand alone.
    const isJoined = relationOf(verb) === "conj" && forms.slice(noun, verb).includes("and");
    if (isJoined && finding.test(forms[said] ?? "")) continue;
    hang(noun, verb, "nsubj");
    hang(verb, said, "ccomp");
  }
}

/** "said the rebels backed by Chad killed [VBN] two men": with an object, right behind the noun that was hung on the saying, it is no participle. */
function isPastWithObject(draft: Draft, said: number, verb: number): boolean {
  const { forms, tree, relationOf, childOf } = draft;
  if (tree.pennTag(verb) !== "VBN" || relationOf(verb) === "conj" || !/^(?:DT|CD|PRP\$)$/u.test(tree.pennTag(verb + 1))) return false;
  if (childOf(verb, verb + 1, verb + 8, /^obj$/u) < 0 || childOf(verb, said, verb, /^(?:aux|nsubj)/u) >= 0) return false;
  const noun = lastObject(draft, said, verb);
  return noun >= 0 && forms[verb - 1] !== "," && isActor(draft, noun) && coversAll(draft, { noun, verb, end: verb });
}

const finding =
  /^(?:maintain|observ|see|saw|find|found|hear|show|promis|announc|propos|discover|learn|recommend|remember|know|knew|feel|felt)/u;

/** The object of a verb that stands nearest before a place, without a preposition, or -1. */
function lastObject({ tree, relationOf, childOf }: Draft, verb: number, before: number): number {
  let noun = before - 1;
  while (noun > verb && !(tree.heads[noun] === verb && /^i?obj$/u.test(relationOf(noun)))) noun -= 1;
  return noun > verb && childOf(noun, verb, noun, /^case$/u) < 0 ? noun : -1;
}

const clauseWords = /^(?:after|before|as|since|until|while|when|because|if|although|though)$/u;

/** True when all words behind a noun up to an end belong to it, or are adverbs, days or marks of the verb's. */
function coversAll({ forms, tree, relationOf }: Draft, { noun, verb, end }: { noun: number; verb: number; end: number }): boolean {
  const { heads } = tree;
  for (let word = noun + 1; word < end; word += 1) {
    // "called for help after [case] their patrol was attacked": a clause begins there.
    if (/["“”]/u.test(forms[word] ?? "") || clauseWords.test(forms[word] ?? "")) return false;
    const isVerbs = heads[word] === verb && /^(?:punct|advmod)$/u.test(relationOf(word));
    const isTime = heads[word] === verb && relationOf(word) === "obl:unmarked";
    if (!isVerbs && !isTime && !hangsOn(heads, word, noun, 12)) return false;
  }
  return true;
}

/** True where the mark behind a word closes what another such mark opened behind the noun. */
function isAside(forms: readonly string[], noun: number, last: number): boolean {
  return forms.slice(noun + 1, last + 1).includes(forms[last + 1] ?? "");
}

/** "says a strike [obj of says] by [case] the union [nsubj of is] is illegal": what a preposition governs is no subject, the noun before it is. In place. */
export function mendGovernedSubjects(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let inner = 3; inner < heads.length; inner += 1) {
    const verb = heads[inner] ?? -1;
    if (verb < inner || !/^nsubj/u.test(relationOf(inner)) || verb - inner > farthest / 2) continue;
    const preposition = childOf(inner, inner - 12, inner, /^case$/u);
    const noun =
      preposition < 2 || pennTag(preposition) !== "IN" || clauseWords.test(forms[preposition] ?? "")
        ? -1
        : objectEndingAt(tree, preposition - 1);
    const said = noun < 0 ? -1 : (heads[noun] ?? -1);
    if (said < 0 || said > noun || heads[verb] !== said || !reporting.has(forms[said] ?? "")) continue;
    if (!/^(?:ccomp|advcl|parataxis|conj)$/u.test(relationOf(verb)) || childOf(verb, said, inner, /^(?:mark|cc)$/u) >= 0) continue;
    if (weekdays.has(forms[noun] ?? "") || times.has(forms[noun] ?? "")) continue;
    hang(noun, verb, relationOf(inner));
    hang(inner, noun, "nmod");
    hang(verb, said, "ccomp");
  }
}

/** The object whose phrase ends with the word, or -1. */
function objectEndingAt(tree: DraftTree, last: number): number {
  const { relationOf } = handsOn(tree);
  let noun = last;
  for (let steps = 0; steps < 8 && noun >= 0 && !/^i?obj$/u.test(relationOf(noun)); steps += 1) {
    if (!/^(?:flat|compound|nmod|conj|amod|nmod:desc|nummod)$/u.test(relationOf(noun))) return -1;
    noun = tree.heads[noun] ?? -1;
  }
  return noun >= 0 && noun <= last && /^NN/u.test(tree.pennTag(noun)) ? noun : -1;
}

/**
 * "confirmed that [mark of met] envoys [obj of confirmed] from Chad, Mali, and Niger [nsubj of met] met [conj of confirmed]": what stands behind
 * "that" belongs to its clause; the last of the list to the list, and the noun that the list tells of did it. In place.
 */
export function mendThatClauses(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf, join } = handsOn(tree);
  for (let mark = 1; mark + 2 < heads.length; mark += 1) {
    const verb = heads[mark] ?? -1;
    if (forms[mark] !== "that" || relationOf(mark) !== "mark" || verb < mark + 2 || verb - mark > farthest) continue;
    const said = heads[verb] ?? -1;
    const noun = said < 0 || said > mark ? -1 : childOf(said, mark + 1, verb, /^(?:obj|iobj|nsubj)$/u);
    if (noun < 0 || !/^NN/u.test(pennTag(noun)) || childOf(noun, mark, noun, /^case$/u) >= 0) continue;
    const own = childOf(verb, noun + 1, verb, /^nsubj/u);
    const last = own >= 0 ? own : itemBehind(tree, noun, childOf(verb, noun + 1, verb, /^cc$/u), verb);
    if (last < 0) continue;
    const joiner = Math.max(childOf(verb, noun + 1, last, /^cc$/u), childOf(last, noun + 1, last, /^cc$/u));
    if (joiner < 0) continue;
    const listed = itemBefore(tree, noun, joiner);
    if (listed < 0) continue;
    hang(noun, verb, own >= 0 ? relationOf(own) : "nsubj");
    join(listed, joiner, last);
    if (relationOf(verb) === "conj") hang(verb, said, "ccomp");
  }
}

/** The item right behind a joiner that was joined to the list already, where nothing else stands before the verb; else -1. */
function itemBehind(tree: DraftTree, noun: number, joiner: number, verb: number): number {
  if (joiner < 0 || !/^(?:VB[DZP])$/u.test(tree.pennTag(verb))) return -1;
  let item = joiner + 1;
  const { relationOf } = handsOn(tree);
  while (item < verb && relationOf(item) !== "conj") item += 1;
  if (item >= verb || !/^NN/u.test(tree.pennTag(item)) || !hangsOn(tree.heads, item, noun, 8)) return -1;
  return allHangOn(tree.heads, { from: joiner + 1, to: verb, head: item, steps: 6 }) ? item : -1;
}

/** What the word behind a joiner is joined to: the first of the list that ends there, or the noun itself; -1 where something else stands between. */
function itemBefore({ heads }: DraftTree, noun: number, joiner: number): number {
  for (let word = noun + 1; word < joiner; word += 1) if (!hangsOn(heads, word, noun, 8) && (heads[word] ?? -1) < joiner) return -1;
  let last = joiner - 1;
  while (last > noun && !hangsOn(heads, last, noun, 8)) last -= 1;
  let item = last;
  while (item > noun && heads[item] !== noun) item = heads[item] ?? -1;
  return item < noun ? -1 : item;
}

/**
 * "say the chief negotiator [ccomp of say], Ann Lee, will lead [ccomp of say] them", "Talks [ccomp of said] with Chad will resume [ccomp of said], she said":
 * of two clauses the one that is a mere noun is the other's subject. In place.
 */
export function mendNominalReports(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const draft: Draft = { forms, tree, ...handsOn(tree) };
  const { hang, relationOf, childOf } = draft;
  for (let noun = 0; noun + 2 < heads.length; noun += 1) {
    const said = heads[noun] ?? -1;
    if (relationOf(noun) !== "ccomp" || said < 0 || Math.abs(noun - said) > farthest / 2 || !/^NN/u.test(pennTag(noun))) continue;
    if (said > noun) {
      const beside = childOf(said, noun + 1, said, /^ccomp$/u);
      const verb = beside >= 0 ? beside : childOf(noun, noun + 1, said, /^advcl$/u);
      const opening = childOf(verb, noun + 1, verb, /^aux/u);
      const isBare = verb >= 0 && childOf(verb, noun, verb, /^(?:[nc]subj|mark|cc|expl)/u) < 0 && /^VB/u.test(pennTag(verb));
      const isNoun = childOf(noun, 0, said, /^(?:cop|[nc]subj)/u) < 0 && (beside >= 0 || opening >= 0);
      if (isBare && isNoun && coversAll(draft, { noun, verb, end: opening < 0 ? verb : opening })) {
        hang(verb, said, "ccomp");
        hang(noun, verb, "nsubj");
      }
      continue;
    }
    if (!reporting.has(forms[said] ?? "") || childOf(noun, said, noun + farthest, /^(?:cop|[nc]subj|mark|case|advcl)/u) >= 0) continue;
    const verb = childOf(said, noun + 1, noun + farthest, /^(?:ccomp|advcl|conj|parataxis)$/u);
    if (verb < 0 || childOf(verb, noun, verb, /^(?:mark|cc)$/u) >= 0) continue;
    // "reports that [nsubj of took] rallies [ccomp of reports] took place".
    const that = childOf(verb, said + 1, noun, /^nsubj$/u);
    if (that >= 0 && forms[that] !== "that") continue;
    if (that >= 0) hang(that, verb, "mark");
    const { opening, last } = openingOf(draft, verb);
    const isOwn = opening >= 0 && isActor(draft, noun) && coversAll(draft, { noun, verb, end: last + 1 });
    if (isOwn) {
      hang(noun, verb, "nsubj");
      hang(verb, said, "ccomp");
    } else if (that >= 0) hang(that, verb, "nsubj");
  }
}

/** "said the talks [obj of depend] with [mark of depend] the rebels [nsubj of depend] depend on it": before a finite verb a preposition governs the noun behind it. In place. */
export function mendPrepositionMarks(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const draft: Draft = { forms, tree, ...handsOn(tree) };
  const { hang, relationOf, childOf } = draft;
  for (let mark = 1; mark + 2 < heads.length; mark += 1) {
    const verb = heads[mark] ?? -1;
    if (relationOf(mark) !== "mark" || verb < mark + 2 || verb - mark > farthest / 2 || !governing.test(forms[mark] ?? "")) continue;
    const said = heads[verb] ?? -1;
    if (said < 0 || said > mark || !reporting.has(forms[said] ?? "")) continue;
    const opening = childOf(verb, mark, verb, /^(?:aux|cop)/u);
    if (!/^(?:VB[DZP]|MD)$/u.test(pennTag(opening < 0 ? verb : opening))) continue;
    const inner = childOf(verb, mark + 1, verb, /^nsubj/u);
    const noun = objectEndingAt(tree, mark - 1);
    // "a report on how they differ", "a vote on whether he is fit".
    const isWhole = inner > mark && allHangOn(heads, { from: mark + 1, to: inner, head: inner, steps: 6 });
    if (!isWhole || noun < 0 || (heads[noun] !== verb && heads[noun] !== said) || !isActor(draft, noun)) continue;
    hang(noun, verb, relationOf(inner));
    hang(inner, noun, "nmod");
    hang(mark, inner, "case");
  }
}

/** Prepositions that open no clause. */
const governing = /^(?:with|between|among|by|of|from|against|on|in|over)$/u;

/**
 * "noted [VBD] that the army lags [VBZ] behind, and questioned [conj of lags] it": behind the comma, and in the tense of the saying, the one
 * speaks on who spoke before. In place.
 */
export function mendSpokenOn(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let on = 5; on < heads.length; on += 1) {
    const clause = heads[on] ?? -1;
    if (relationOf(on) !== "conj" || clause < 2 || clause > on || on - clause > farthest || pennTag(on) !== "VBD") continue;
    const said = heads[clause] ?? -1;
    if (relationOf(clause) !== "ccomp" || said < 0 || said > clause || pennTag(said) !== "VBD" || !/^VB[ZP]$/u.test(pennTag(clause)))
      continue;
    if (!reporting.has(forms[said] ?? "") || !(reporting.has(forms[on] ?? "") || forms[on] === "questioned")) continue;
    const joiner = childOf(on, clause, on, /^cc$/u);
    if (joiner >= 0 && forms[joiner - 1] === "," && childOf(on, clause, on, /^(?:nsubj|aux|mark)/u) < 0) hang(on, said, "conj");
  }
}

/** "those [nsubj of polled] polled [ccomp of say] by the paper say [root] it works": a participle right before a saying without a subject tells of who says it. In place. */
export function mendPolledSubjects(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, childOf } = handsOn(tree);
  for (let said = 2; said < heads.length; said += 1) {
    if (!reporting.has(forms[said] ?? "") || !/^VB[DZP]$/u.test(pennTag(said)) || /^(?:,|["“”]|--?|[–—])$/u.test(forms[said - 1] ?? ""))
      continue;
    const participle = childOf(said, said - farthest / 4, said, /^(?:ccomp|parataxis)$/u);
    if (participle < 1 || !/^VB[DN]$/u.test(pennTag(participle)) || !hangsOn(heads, said - 1, participle, 8)) continue;
    const who = childOf(participle, participle - farthest / 4, participle, /^nsubj/u);
    if (who < 0 || !/^(?:NNS|NNPS|DT|NN)$/u.test(pennTag(who))) continue;
    if (childOf(said, said - farthest, said + farthest / 2, /^(?:[nc]subj|expl)/u) >= 0) continue;
    if (childOf(participle, participle - farthest, said, /^(?:aux|mark|obj|ccomp|xcomp)/u) >= 0) continue;
    // Nothing but what belongs to them stands between.
    if (!allHangOn(heads, { from: who + 1, to: participle, head: who, steps: 6 })) continue;
    hang(who, said, "nsubj");
    hang(participle, who, "acl");
  }
}

/**
 * "The talks [nsubj of said] have been put off, two sources [nsubj:pass of put] said": who stands behind a passive and its comma, in front of a
 * verb of saying, says so; what stands before the passive underwent it. In place.
 */
export function mendPassivesSaid(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let verb = 2; verb < heads.length; verb += 1) {
    if (pennTag(verb) !== "VBN" || childOf(verb, verb - 8, verb, /^aux:pass$/u) < 0) continue;
    const teller = childOf(verb, verb + 2, verb + 12, /^(?:nsubj|obl:agent$)/u);
    if (teller < 0 || !/^(?:NN|PRP$)/u.test(pennTag(teller)) || childOf(teller, verb, teller, /^case$/u) >= 0) continue;
    let comma = teller - 1;
    while (comma > verb && forms[comma] !== "," && hangsOn(heads, comma, teller, 4)) comma -= 1;
    let said = teller + 1;
    while (said < heads.length && said - teller < 10 && hangsOn(heads, said, teller, 8)) said += 1;
    if (comma <= verb || forms[comma] !== "," || !reporting.has(forms[said] ?? "") || !/^VB[DZP]$/u.test(pennTag(said))) continue;
    const own = childOf(verb, verb - farthest, verb, /^nsubj/u);
    const subject = own >= 0 ? own : childOf(said, said - farthest, verb, /^nsubj/u);
    const above = heads[verb] ?? -1;
    const isOutermost = heads[said] === verb;
    if (subject < 0 || !(isOutermost || above === subject || above === said)) continue;
    hang(subject, verb, "nsubj:pass");
    hang(teller, said, "nsubj");
    hang(comma, said, "punct");
    if (isOutermost) hang(said, verb, "parataxis");
    else if (relationOf(verb) !== "ccomp" || above !== said) hang(verb, said, "ccomp");
  }
}
