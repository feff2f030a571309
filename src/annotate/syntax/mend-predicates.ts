/**
 * Verbs that the parser read as part of a phrase: "the heads of A and B held talks", "officials from A and B met, people said", "Ann
 * phoned Bob and Cem phoned Dan". Each function puts one such construction right, in place; what tells it is what grammar cannot have
 * otherwise, such as a joined verb without a joiner.
 */
import { type DraftTree, farthest, handsOn, hangsOn } from "./draft-tree.ts";
import { clauseOpeners, offers, subjectOpeners } from "./mend-words.ts";

const holding =
  /^(?:held|opened|resumed|began|begun|concluded|discussed|hosted|attended|suspended|cancell?ed|postponed|renewed|restarted|boycotted|started|ended)$/u;

/**
 * "The heads [root] of A and B held [amod of talks] talks [conj]", "Chad and Niger [root], the two neighbours [appos], held [amod of talks] talks [conj
 * of neighbours]": nothing joins the talks to them, and what is held before a bare plural is no participle of it.
 */
export function mendHeldTalks(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let verb = 1; verb + 1 < heads.length; verb += 1) {
    const noun = heads[verb] ?? -1;
    if (relationOf(verb) !== "amod" || noun < verb || noun - verb > 4 || !holding.test(forms[verb] ?? "")) continue;
    const near = heads[noun] ?? -1;
    if (near < 0 || near > verb || verb - near > farthest || relationOf(noun) !== "conj" || !/^NN/u.test(pennTag(near))) continue;
    if (childOf(noun, near, verb, /^(?:cc|case|det)/u) >= 0 || childOf(near, verb, noun, /^cc/u) >= 0) continue;
    const isAside = relationOf(near) === "appos" && forms[verb - 1] === ",";
    const who = isAside ? (heads[near] ?? -1) : near;
    if (relationOf(who) !== "root" || (!isAside && /^[,;]$/u.test(forms[verb - 1] ?? ""))) continue;
    hang(verb, -1, "root");
    hang(who, verb, "nsubj");
    hang(noun, verb, "obj");
    for (let child = verb + 1; child < Math.min(heads.length, verb + farthest); child += 1)
      if (heads[child] === who || heads[child] === near) heads[child] = verb;
  }
}

/**
 * "Officials [nsubj of said] from A and B met [conj of officials] in Oslo, people [nsubj:outer] said": a verb that nothing joins to the
 * noun before it is what the noun did, and what was said.
 */
export function mendSaidBehind(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let verb = 1; verb < heads.length; verb += 1) {
    const who = heads[verb] ?? -1;
    const said = who < 0 || who > verb ? -1 : (heads[who] ?? -1);
    if (relationOf(verb) !== "conj" || said < verb || said - who > farthest || !/^VB[DZP]$/u.test(pennTag(verb))) continue;
    if (!/^nsubj/u.test(relationOf(who)) || !/^NN/u.test(pennTag(who)) || !/^VB/u.test(pennTag(said))) continue;
    if (childOf(verb, who, verb, /^(?:cc|mark|nsubj)/u) >= 0 || forms[verb - 1] === ",") continue;
    const told = childOf(said, verb, said, /^nsubj/u);
    const unmarked = told >= 0 || !pennTag(said - 1).startsWith("NNP") || heads[said - 1] !== said ? -1 : said - 1;
    const teller = told >= 0 ? told : unmarked;
    if (teller < 0) continue;
    hang(who, verb, "nsubj");
    hang(verb, said, "ccomp");
    hang(teller, said, "nsubj");
  }
}

/**
 * "Ann phoned Bob and Cem [conj of Bob] phoned [conj] Dan": a verb is joined by a word of its own; where that was given to the name right
 * in front of it, the name is its subject.
 */
export function mendJoinedSubjects(tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let verb = 3; verb < heads.length; verb += 1) {
    const first = heads[verb] ?? -1;
    if (relationOf(verb) !== "conj" || first < 0 || first > verb || verb - first > farthest || !/^VB[DZP]$/u.test(pennTag(verb))) continue;
    if (!/^VB/u.test(pennTag(first)) || childOf(verb, first, verb, /^(?:cc|nsubj|mark|aux|expl)/u) >= 0) continue;
    let name = verb - 1;
    while (name > first && relationOf(name) === "flat") name = heads[name] ?? -1;
    const object = heads[name] ?? -1;
    if (relationOf(name) !== "conj" || name <= first || object <= first || object > name || heads[object] !== first) continue;
    const joiner = childOf(name, object, name, /^cc$/u);
    if (joiner < 0 || !/^NNP/u.test(pennTag(name))) continue;
    hang(name, verb, "nsubj");
    hang(joiner, verb, "cc");
    for (let child = verb + 1; child < Math.min(heads.length, verb + farthest); child += 1)
      if (heads[child] === object && relationOf(child) === "conj") hang(child, verb, "obj");
  }
}

/**
 * "Ann Lee [obl of host], whose country will host [root] the summit, flew [conj] home": a verb behind the comma that ends a relative
 * clause, joined by nothing, is that of the name before it.
 */
export function mendRelativeRoots(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let pronoun = 2; pronoun < heads.length; pronoun += 1) {
    if (!/^who(?:se)?$/u.test(forms[pronoun] ?? "") || forms[pronoun - 1] !== ",") continue;
    const clause = forms[pronoun] === "whose" ? (heads[heads[pronoun] ?? -1] ?? -1) : (heads[pronoun] ?? -1);
    if (clause < pronoun || clause - pronoun > farthest || !/^VB/u.test(pennTag(clause)) || relationOf(clause) === "acl:relcl") continue;
    let name = pronoun - 2;
    while (name >= 0 && heads[name] !== clause && (heads[name] ?? -1) >= 0 && (heads[name] ?? -1) < pronoun) name = heads[name] ?? -1;
    if (name < 0 || heads[name] !== clause || !/^NN/u.test(pennTag(name)) || childOf(name, name - farthest, name, /^case$/u) >= 0) continue;
    let verb = clause + 1;
    const end = Math.min(heads.length, clause + farthest);
    while (verb < end && !(heads[verb] === clause && /^(?:conj|parataxis|ccomp)$/u.test(relationOf(verb)))) verb += 1;
    // "…, will now get together".
    const aux = verb >= end ? -1 : childOf(verb, clause, verb, /^aux/u);
    const opening = aux < 0 ? verb : aux;
    if (verb >= end || !/^(?:VB[DZP]|MD)$/u.test(pennTag(opening)) || forms[opening - 1] !== ",") continue;
    if (childOf(verb, clause, verb, /^(?:cc|nsubj|mark|expl)/u) >= 0) continue;
    const relation = relationOf(clause);
    hang(verb, heads[clause] ?? -1, relation);
    hang(name, verb, "nsubj");
    hang(clause, name, "acl:relcl");
    for (let child = Math.max(0, name - farthest); child < heads.length && child < verb + farthest; child += 1)
      if (heads[child] === clause && (child > verb || child < name)) heads[child] = verb;
  }
}

/** "after Minister Ann Lee [nmod] invited [advcl] them": a verb right behind the phrase that "after" opens, without subject or joiner. */
export function mendOpenedSubjects(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let opener = 1; opener < heads.length; opener += 1) {
    const noun = heads[opener] ?? -1;
    // "a month before [case of Ann] Ann [nsubj of makes] makes [advcl] a visit": it opens the clause.
    const clause = noun < opener ? -1 : (heads[noun] ?? -1);
    const isSubject = clause > noun && relationOf(noun) === "nsubj" && /^(?:advcl|acl)$/u.test(relationOf(clause));
    if (isSubject && relationOf(opener) === "case" && clauseOpeners.has(forms[opener] ?? "")) hang(opener, clause, "mark");
    if (
      relationOf(opener) !== "case" ||
      !subjectOpeners.has(forms[opener] ?? "") ||
      noun < opener ||
      !/^(?:nmod|obl)$/u.test(relationOf(noun))
    )
      continue;
    const above = heads[noun] ?? -1;
    if (above < 0 || above > opener || !/^NN/u.test(pennTag(noun))) continue;
    let verb = noun + 1;
    const end = Math.min(heads.length, noun + farthest / 2);
    const isInside = (word: number): boolean =>
      /^(?:flat|appos|compound|nmod|case|det|amod|nmod:desc|punct|cc)$/u.test(relationOf(word)) ||
      (relationOf(word) === "conj" && /^NN/u.test(pennTag(word)));
    while (verb < end && isInside(verb)) verb += 1;
    // "after talks deadlocked [VBN] between them".
    const isPast = pennTag(verb) === "VBN" && relationOf(verb) === "advcl" && heads[verb] === above;
    if (verb >= end || !(isPast || /^VB[DZP]$/u.test(pennTag(verb))) || !/^(?:advcl|ccomp|conj)$/u.test(relationOf(verb))) continue;
    if ((heads[verb] ?? -1) > opener || childOf(verb, opener, verb, /^(?:cc|nsubj|mark|expl|aux)/u) >= 0) continue;
    // Behind a comma only where a name stands between two of them.
    const isAside = forms[verb - 1] === ",";
    if (isAside && !forms.slice(noun, verb - 1).includes(",")) continue;
    hang(noun, verb, "nsubj");
    hang(opener, verb, "mark");
    // "the first since the deal ended": a predicate that hangs on nothing keeps it.
    const outer = heads[above] ?? -1;
    hang(verb, /^VB/u.test(pennTag(above)) || outer < 0 ? above : outer, "advcl");
  }
}

/** "will decide after [mark of meets] Ann Lee [obl of decide] meets [advcl] Bob": the noun between the mark and its bare verb is the subject. In place. */
export function mendMarkedSubjects(tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let mark = 0; mark + 2 < heads.length; mark += 1) {
    const verb = heads[mark] ?? -1;
    if (relationOf(mark) !== "mark" || verb < mark + 2 || verb - mark > farthest || !/^VB[DZP]$/u.test(pennTag(verb))) continue;
    const above = heads[verb] ?? -1;
    if (above < 0 || above > mark || childOf(verb, mark, verb, /^(?:[nc]subj|expl|cc)/u) >= 0) continue;
    // "as Ann and Bob [obl of discuss] discuss it": without a preposition of its own.
    const own = childOf(verb, mark + 1, verb, /^obl$/u);
    const noun = own >= 0 && pennTag(own).startsWith("NNP") ? own : childOf(above, mark + 1, verb, /^(?:obl|nmod|obj)$/u);
    if (noun < 0 || !/^NN|^PRP$/u.test(pennTag(noun)) || childOf(noun, mark, noun, /^case$/u) >= 0) continue;
    let isWhole = true;
    for (let at = mark + 1; at < verb; at += 1) isWhole &&= hangsOn(heads, at, noun, 8) || heads[at] === verb;
    if (!isWhole) continue;
    hang(noun, verb, "nsubj");
    if (noun === own && relationOf(verb) === "conj") hang(verb, above, "advcl");
  }
}

/** "The director [root], Ann Lee [appos], called [acl] her father": a past form with an object behind the commas, in a sentence without a verb. */
export function mendAsideRoots(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  const root = heads.indexOf(-1);
  if (root < 0 || !/^NN/u.test(pennTag(root)) || childOf(root, root - farthest, root, /^(?:nsubj|cop)/u) >= 0) return;
  for (let verb = root + 3; verb < Math.min(heads.length, root + farthest); verb += 1) {
    if (
      heads[verb] !== root ||
      !/^(?:acl|parataxis)$/u.test(relationOf(verb)) ||
      !/^VB[DN]$/u.test(pennTag(verb)) ||
      forms[verb - 1] !== ","
    )
      continue;
    if (childOf(root, root, verb, /^appos$/u) < 0 || childOf(verb, verb, verb + farthest, /^obj$/u) < 0) continue;
    if (childOf(verb, root, verb, /^(?:nsubj|mark|aux|case)/u) >= 0) continue;
    hang(verb, -1, "root");
    hang(root, verb, "nsubj");
    for (let child = verb + 1; child < heads.length; child += 1) if (heads[child] === root) heads[child] = verb;
    return;
  }
}

/**
 * "The council [compound of voiced] voiced [amod of doubts] doubts [root]", "Chad's opposition [compound of talks] boycotted [amod of
 * talks] talks [root]", "President Ann [compound of leaders] Lee hosted [amod of leaders] leaders [root]": a sentence without a verb, and a past
 * form behind its subject. In place.
 */
export function mendAttributedRoots(tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  const root = heads.indexOf(-1);
  if (root < 2 || !/^NN/u.test(pennTag(root)) || childOf(root, root - farthest, root, /^(?:nsubj|cop|det|case)/u) >= 0) return;
  for (let verb = Math.max(1, root - 4); verb < root; verb += 1) {
    if (heads[verb] !== root || relationOf(verb) !== "amod" || !/^VB[DN]$/u.test(pennTag(verb))) continue;
    const last = verb - 1;
    const who = relationOf(last) === "flat" ? (heads[last] ?? -1) : last;
    const isBeside = heads[who] === verb;
    const isPerson = pennTag(verb) === "VBD" && childOf(who, who - farthest, verb, /^(?:flat|nmod:desc)$/u) >= 0;
    const isSubject = isBeside || (heads[who] === root && (isPerson || childOf(who, who - farthest, who, /^(?:det|nmod:poss)$/u) >= 0));
    if (!isSubject || relationOf(who) !== "compound" || !/^NN/u.test(pennTag(who))) continue;
    hang(verb, -1, "root");
    hang(who, verb, "nsubj");
    hang(root, verb, "obj");
    for (let child = 0; child < heads.length; child += 1) {
      const isOwn = child > root && !isBeside && /^(?:nmod|acl)/u.test(relationOf(child));
      if (heads[child] !== root || (child > verb && child < root) || isOwn) continue;
      hang(child, verb, relationOf(child).replace(/^nmod/u, "obl"));
    }
    return;
  }
}

/** "touring villages and meeting [conj of villages] victims": what somebody does is joined to what they do. */
export function mendJoinedGerunds(tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let gerund = 3; gerund < heads.length; gerund += 1) {
    const noun = heads[gerund] ?? -1;
    if (pennTag(gerund) !== "VBG" || relationOf(gerund) !== "conj" || noun < 1 || noun > gerund || gerund - noun > farthest) continue;
    const verb = heads[noun] ?? -1;
    if (!/^NN/u.test(pennTag(noun)) || relationOf(noun) !== "obj" || verb < 0 || verb > noun || pennTag(verb) !== "VBG") continue;
    if (childOf(gerund, noun, gerund, /^cc$/u) >= 0) hang(gerund, verb, "conj");
  }
}

/** "visited [iobj] Lima, touring [advcl of visited] villages [obj of visited]": what stands right behind the gerund is its object. */
export function mendGerundObjects(tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let gerund = 2; gerund + 1 < heads.length; gerund += 1) {
    const verb = heads[gerund] ?? -1;
    if (pennTag(gerund) !== "VBG" || relationOf(gerund) !== "advcl" || verb < 0 || verb > gerund) continue;
    const noun = childOf(verb, gerund + 1, gerund + 6, /^obj$/u);
    if (noun < 0 || childOf(gerund, gerund + 1, noun, /^(?:obj|obl|ccomp|xcomp)$/u) >= 0) continue;
    if (heads.subarray(gerund + 1, noun).some((head) => head !== noun)) continue;
    hang(noun, gerund, "obj");
    const given = childOf(verb, verb + 1, gerund, /^iobj$/u);
    if (given >= 0) hang(given, verb, "obj");
  }
}

const answering =
  /^(?:reject|refus|declin|accept|dismiss|spurn|rebuff|welcom|consider|snub|ignor|turn|repeat|renew|reiterat)(?:e|s|es|ed|bed|bing|ing)?$/u;

/** "rejected a suggestion by Chad to hold [advcl of rejected] talks", "for talks [nmod of Chad]": what is suggested belongs to the suggestion. In place. */
export function mendOffers(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let verb = 4; verb < heads.length; verb += 1) {
    const above = heads[verb] ?? -1;
    const whose = above < 0 ? -1 : (heads[above] ?? -1);
    if (/^(?:nmod|acl)$/u.test(relationOf(verb)) && relationOf(above) === "nmod" && above < verb) {
      // "an offer by A for talks", "an offer by A to talk": for what stands behind by whom.
      const isNear = whose >= 0 && whose < above && verb - whose < 10 && offers.has(forms[whose] ?? "");
      const isFor = isNear && (forms[childOf(verb, above + 1, verb, /^case$/u)] === "for" || forms[verb - 1] === "to");
      if (isFor && /^(?:by|from)$/u.test(forms[childOf(above, whose, above, /^case$/u)] ?? "")) hang(verb, whose, relationOf(verb));
      continue;
    }
    if (pennTag(verb) !== "VB" || forms[verb - 1] !== "to" || relationOf(verb) !== "advcl" || above < 0 || above > verb) continue;
    const offer = childOf(above, above + 1, verb, /^obj$/u);
    if (offer < 0 || verb - offer > 12 || !offers.has(forms[offer] ?? "")) continue;
    // "turned down Chad's offer to hold talks".
    const isOwned = verb - offer === 2 && childOf(offer, offer - farthest, offer, /^nmod:poss$/u) >= 0;
    if (isOwned && answering.test(forms[above] ?? "")) hang(verb, offer, "acl");
    const by = childOf(offer, offer + 1, verb, /^nmod$/u);
    if (by >= 0 && /^(?:by|from)$/u.test(forms[offer + 1] ?? "")) hang(verb, offer, "acl");
  }
}

/**
 * "Ann and Bob met [conj of Ann] on Monday, officials [appos of Ann] said [root]": what was said stands in front, and those who said so
 * right before the verb of saying. In place.
 */
export function mendSaidAfterwards(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let said = 4; said < heads.length; said += 1) {
    if (!saying.test(forms[said] ?? "") || relationOf(said) !== "root") continue;
    const who = childOf(said, said - farthest, said, /^nsubj$/u);
    let teller = who < 0 ? -1 : said - 1;
    while (teller > who && !(heads[teller] === who && relationOf(teller) === "appos")) teller -= 1;
    if (who < 0 || teller <= who || !/^(?:NN|PRP)/u.test(pennTag(teller)) || !hangsOn(heads, said - 1, teller, 8)) continue;
    const verb = finiteUnder(tree, who, teller);
    if (verb < 0) continue;
    hang(verb, -1, "root");
    hang(who, verb, "nsubj");
    hang(said, verb, "parataxis");
    hang(teller, said, "nsubj");
    for (let child = verb + 1; child < heads.length; child += 1) {
      if (heads[child] === who && child < teller && relationOf(child) === "punct") hang(child, said, "punct");
      else if (heads[child] === said && child > said && relationOf(child) === "punct") hang(child, verb, "punct");
    }
  }
}

/** The finite verb that was hung on the noun or on what is joined to it, without a subject or joiner of its own; else -1. */
function finiteUnder(tree: DraftTree, noun: number, before: number): number {
  const { heads, pennTag } = tree;
  const { relationOf, childOf } = handsOn(tree);
  for (let verb = noun + 1; verb < before; verb += 1) {
    const head = heads[verb] ?? -1;
    const isTheirs = head === noun || (heads[head] === noun && relationOf(head) === "conj");
    if (!isTheirs || !/^VB[DZP]$/u.test(pennTag(verb)) || !/^(?:conj|acl|appos|parataxis)$/u.test(relationOf(verb))) continue;
    if (childOf(verb, noun, verb, /^(?:cc|mark|nsubj)/u) < 0) return verb;
  }
  return -1;
}

/**
 * "The minister [nsubj or obl of told], Ann, met [root] Bob, an official [nsubj of told] told [parataxis of met] the paper": who stands
 * before the first verb does what that verb says. In place.
 */
export function mendSubjectsAcross(tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let who = 0; who + 2 < heads.length; who += 1) {
    const told = heads[who] ?? -1;
    if (told < who || told - who > farthest || !/^(?:nsubj|obl$)/u.test(relationOf(who)) || !/^(?:NN|PRP$)/u.test(pennTag(who))) continue;
    const above = relationOf(told) === "parataxis" ? (heads[told] ?? -1) : -1;
    const verb = above >= 0 ? above : childOf(told, who + 1, told, /^ccomp$/u);
    if (verb <= who || verb >= told || !/^VB[DPZ]$/u.test(pennTag(verb))) continue;
    if (childOf(verb, verb - farthest, verb, /^(?:nsubj|mark)/u) >= 0 || childOf(told, verb, told, /^nsubj/u) < 0) continue;
    if (childOf(who, who - farthest, who, /^case$/u) < 0) hang(who, verb, "nsubj");
  }
}

/** "Premier Ann [ccomp of said] and Bob met [ccomp of said], officials said": of two clauses the nominal one is the other's subject. In place. */
export function mendNominalClauses(tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let who = 0; who + 1 < heads.length; who += 1) {
    if (relationOf(who) !== "ccomp" || !/^NN/u.test(pennTag(who)) || childOf(who, who - farthest, who + farthest, /^(?:cop|nsubj)/u) >= 0)
      continue;
    const verb = childOf(heads[who] ?? -1, who + 1, who + farthest, /^ccomp$/u);
    if (verb < 0 || !/^VB[DZP]$/u.test(pennTag(verb)) || childOf(verb, who, verb, /^(?:nsubj|mark|cc)/u) >= 0) continue;
    if (hangsOn(heads, verb - 1, who, 8)) hang(who, verb, "nsubj");
  }
}

/** "The paper reports [nsubj of talks] Halden [obj of reports] is in talks": a verb of saying is nobody's subject; what it reports is a clause. */
export function mendReportedClauses(tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let verb = 1; verb < heads.length; verb += 1) {
    const predicate = heads[verb] ?? -1;
    if (relationOf(verb) !== "nsubj" || predicate < verb || predicate - verb > farthest || !/^VB[DZP]$/u.test(pennTag(verb))) continue;
    if (childOf(verb, verb - farthest, verb, /^nsubj$/u) < 0) continue;
    const who = childOf(verb, verb + 1, predicate, /^i?obj$/u);
    if (who < 0 || childOf(predicate, who, predicate, /^(?:cop|aux)/u) < 0) continue;
    hang(verb, heads[predicate] ?? -1, relationOf(predicate));
    hang(predicate, verb, "ccomp");
    hang(who, predicate, "nsubj");
  }
}

/** "said a meeting [obj of said] between A and B was not on the agenda [ccomp]": a finite clause without a subject, behind what nothing can be said to. In place. */
export function mendReportedSubjects(forms: readonly string[], tree: DraftTree): void {
  const { heads } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let clause = 2; clause < heads.length; clause += 1) {
    const verb = heads[clause] ?? -1;
    if (relationOf(clause) !== "ccomp" || verb < 0 || verb > clause || clause - verb > farthest || !saying.test(forms[verb] ?? ""))
      continue;
    if (childOf(clause, verb, clause + farthest, /^(?:nsubj|csubj|expl)/u) >= 0) continue;
    const opening = childOf(clause, verb, clause, /^(?:cop|aux|mark)/u);
    if (opening < 0 || !/^(?:is|are|was|were|has|have|had|will|would|can|could|may|might)$/u.test(forms[opening] ?? "")) continue;
    const subject = childOf(verb, verb + 1, opening, /^(?:obj|iobj|obl)$/u);
    if (subject >= 0 && childOf(subject, verb, subject, /^case$/u) < 0) hang(subject, clause, "nsubj");
  }
}

const saying = /^(?:sa(?:y|ys|id)|report(?:s|ed)|confirm(?:s|ed)|announce[sd]|believe[sd]?|insist(?:s|ed)|stresse[sd]|add(?:s|ed))$/u;

const titles = /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof|Professor|Rev|Cllr)\.?$/u;

/** "met Mr [iobj] Lee [obj]": a title is given nothing; it belongs to the name behind it. */
export function mendTitles(forms: readonly string[], tree: DraftTree): void {
  const { heads } = tree;
  const { hang, relationOf } = handsOn(tree);
  for (let title = 0; title + 1 < heads.length; title += 1)
    if (relationOf(title) === "iobj" && titles.test(forms[title] ?? "") && heads[title + 1] === heads[title])
      hang(title, title + 1, "nmod:desc");
}

/**
 * "Lee denied there was a row, and said [conj of was] he was well": what is there, or "it", says nothing; behind the comma the one speaks
 * on who spoke before. In place.
 */
export function mendSaidOn(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let said = 5; said < heads.length; said += 1) {
    const clause = heads[said] ?? -1;
    if (relationOf(said) !== "conj" || clause < 2 || clause > said || !saidOn.test(forms[said] ?? "") || pennTag(said) !== "VBD") continue;
    const above = heads[clause] ?? -1;
    if (relationOf(clause) !== "ccomp" || above < 0 || above > clause || pennTag(above) !== "VBD") continue;
    const joiner = childOf(said, clause, said, /^cc$/u);
    if (joiner < 0 || forms[joiner - 1] !== "," || childOf(said, clause, said, /^(?:nsubj|aux)/u) >= 0) continue;
    const subject = childOf(clause, clause - farthest, said, /^nsubj/u);
    const isThing = childOf(clause, above, clause, /^expl$/u) >= 0 || /^(?:it|this|that|there)$/u.test(forms[subject] ?? "");
    if (isThing) hang(said, above, "conj");
  }
}

const saidOn = /^(?:said|added|told|insisted|warned|argued|stressed|claimed|urged|promised|vowed|asked|called)$/u;

/** "Residents [nsubj] reached [root] by telephone said [advcl] shells had hit it": a participle behind its noun, and the verb of the sentence. In place. */
export function mendReachedSubjects(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let said = 3; said < heads.length; said += 1) {
    const participle = heads[said] ?? -1;
    if (!saying.test(forms[said] ?? "") || pennTag(said) !== "VBD" || participle < 1 || participle > said) continue;
    if (!/^(?:advcl|ccomp|conj|parataxis)$/u.test(relationOf(said)) || pennTag(participle) !== "VBN") continue;
    if (
      childOf(said, participle, said, /^(?:cc|mark|[nc]subj|aux|expl)/u) >= 0 ||
      childOf(participle, participle - farthest, participle, /^(?:aux|cop|mark)/u) >= 0
    )
      continue;
    const who = childOf(participle, participle - farthest, participle, /^nsubj/u);
    if (who < 0 || !/^NN/u.test(pennTag(who)) || forms[said - 1] === ",") continue;
    const relation = relationOf(participle);
    hang(said, heads[participle] ?? -1, relation);
    hang(who, said, "nsubj");
    hang(participle, who, "acl");
    for (let child = said + 1; child < Math.min(heads.length, said + farthest); child += 1)
      if (heads[child] === participle) heads[child] = said;
  }
}
