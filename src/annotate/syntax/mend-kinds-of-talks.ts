/** Nouns that were read as verbs or adjectives: "coalition talks", "pay talks", "its chief executive". */
import { type DraftTree, farthest, handsOn } from "./draft-tree.ts";

const light =
  /^(?:join|hold|enter|resum|begin|start|reopen|restart|launch|continu|conduct|attend|suspend|end|open|lead|chair|host|have|break)(?:s|es|e|ed|ing|ning)?$|^(?:held|began|begun|led|has|had|having|broke)$/u;

/** What talks are with, between or on. */
const sides = /^(?:with|between|on|over|about)$/u;

/**
 * "will join coalition [nsubj of talks] talks [xcomp of join] with Ann", "reopen pay [xcomp of reopen] talks [obj of pay]": behind such a verb they
 * are a kind of talks, and its object. In place.
 */
export function mendKindsOfTalks(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag, retag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let talks = 2; talks < heads.length; talks += 1) {
    const kind = talks - 1;
    if (forms[talks] !== "talks") continue;
    const isSubject =
      heads[kind] === talks && /^(?:nsubj|obj|compound)$/u.test(relationOf(kind)) && /^(?:xcomp|ccomp)$/u.test(relationOf(talks));
    const isVerb = heads[talks] === kind && relationOf(talks) === "obj" && /^(?:xcomp|ccomp|obj)$/u.test(relationOf(kind));
    if (!isSubject && !isVerb) continue;
    const verb = heads[isSubject ? talks : kind] ?? -1;
    if (verb !== kind - 1 || !light.test(forms[verb] ?? "") || !/^(?:NNP?|VBP?|JJ)$/u.test(pennTag(kind))) continue;
    retag(talks, "NOUN NNS");
    if (isVerb) retag(kind, "NOUN NN");
    hang(talks, verb, "obj");
    hang(kind, talks, "compound");
    for (let child = talks + 1; child < Math.min(heads.length, talks + farthest / 2); child += 1) {
      if (heads[child] !== talks && heads[child] !== kind) continue;
      const isSide = /^(?:obl|obj|nmod)$/u.test(relationOf(child)) && sides.test(forms[childOf(child, talks, child, /^case$/u)] ?? "");
      if (isSide) hang(child, talks, "nmod");
      else if (heads[child] === kind || relationOf(child) !== "punct") hang(child, verb, relationOf(child));
    }
  }
}

/** "Coalition [nsubj of talks] talks [root] between A and B broke [advcl of talks] down": what broke down. In place. */
export function mendTalksAsVerbs(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag, retag } = tree;
  const { hang, relationOf, childOf, join } = handsOn(tree);
  for (let talks = 1; talks + 3 < heads.length; talks += 1) {
    if (forms[talks] !== "talks" || !/^(?:between|with)$/u.test(forms[talks + 1] ?? "") || !/^VB/u.test(pennTag(talks))) continue;
    const kind = talks - 1;
    // Nobody talks between others, whoever it is by the capital.
    const isKind = pennTag(kind) === "NN" || (pennTag(kind) === "NNP" && forms[talks + 1] === "between");
    if (heads[kind] !== talks || relationOf(kind) !== "nsubj" || !isKind || childOf(kind, kind - 4, kind, /./u) >= 0) continue;
    const verb = childOf(talks, talks + 3, talks + farthest / 2, /^(?:advcl|parataxis|conj|ccomp)$/u);
    const first = childOf(talks, talks + 2, verb, /^(?:obl|nmod)$/u);
    // "between Halden and the union [nsubj of broke] broke", "with Halden [nsubj of ended] ended".
    const subject = verb < 0 ? -1 : childOf(verb, talks + 2, verb, /^nsubj/u);
    const joiner = childOf(verb, talks + 2, verb, /^cc$/u);
    const mark = childOf(verb, talks + 1, verb, /^mark$/u);
    const isSecond = subject >= 0 && first >= 0 && joiner > first && joiner < subject;
    const isOnly = subject >= 0 && first < 0 && mark === talks + 1;
    if (verb < 0 || !(isSecond || isOnly || childOf(verb, talks, verb, /^(?:nsubj|mark|cc)/u) < 0)) continue;
    if (!/^VB[DZP]$/u.test(pennTag(verb)) && childOf(verb, talks, verb, /^aux/u) < 0) continue;
    hang(verb, heads[talks] ?? -1, relationOf(talks));
    hang(talks, verb, childOf(verb, talks, verb, /^aux:pass$/u) >= 0 ? "nsubj:pass" : "nsubj");
    hang(kind, talks, "compound");
    retag(talks, "NOUN NNS");
    if (isSecond) join(first, joiner, subject);
    else if (isOnly) {
      hang(subject, talks, "nmod");
      hang(mark, subject, "case");
    }
    for (let child = talks + 1; child < Math.min(heads.length, verb + farthest); child += 1) {
      if (heads[child] !== talks) continue;
      if (child < verb && relationOf(child) === "obl") hang(child, talks, "nmod");
      else if (child > verb || relationOf(child) === "punct") hang(child, verb, relationOf(child));
    }
  }
}

/** "its [nmod:poss of chief] chief executive [amod of met] met Bob": a person, whatever the adjectives look like. In place. */
export function mendChiefExecutives(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag, retag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let executive = 1; executive < heads.length; executive += 1) {
    const chief = executive - 1;
    if (forms[executive] !== "executive" || !/^[Cc]hief$/u.test(forms[chief] ?? "") || /^NN/u.test(pennTag(executive))) continue;
    // "the chief executive officer", "its chief executive power".
    if (/^NN$/u.test(pennTag(executive + 1))) continue;
    retag(executive, "NOUN NN");
    if (heads[executive] === chief) hang(executive, heads[chief] ?? -1, relationOf(chief));
    const above = heads[executive] ?? -1;
    hang(chief, executive, "amod");
    for (let child = Math.max(0, chief - farthest / 4); child < Math.min(heads.length, executive + farthest / 4); child += 1)
      if (heads[child] === chief && child !== executive) hang(child, executive, relationOf(child));
    const isBare = above > executive && /^VB[DNZP]$/u.test(pennTag(above)) && childOf(above, above - farthest, above, /^[nc]subj/u) < 0;
    if (relationOf(executive) === "amod" && isBare) hang(executive, above, "nsubj");
  }
}

/** "Pay [root] talks [obj of Pay] between A and B [nsubj of collapsed] collapsed [conj of Pay]": at the beginning, talks about pay. In place. */
export function mendPayTalks(forms: readonly string[], tree: DraftTree): void {
  const { heads, retag } = tree;
  const { hang, relationOf, childOf, join } = handsOn(tree);
  const [pay, talks] = [0, 1];
  if (forms[pay] !== "Pay" || forms[talks] !== "talks" || heads[pay] !== -1 || heads[talks] !== pay || relationOf(talks) !== "obj") return;
  const verb = childOf(pay, talks + 2, talks + farthest / 2, /^(?:advcl|parataxis|conj|ccomp)$/u);
  if (verb < 0) return;
  const first = childOf(talks, talks + 1, verb, /^nmod$/u);
  const subject = childOf(verb, talks + 1, verb, /^nsubj/u);
  const joiner = childOf(verb, talks + 1, verb, /^cc$/u);
  if (subject >= 0 && (first < 0 || joiner < first || joiner > subject)) return;
  retag(pay, "NOUN NN");
  hang(verb, -1, "root");
  hang(talks, verb, childOf(verb, talks, verb, /^aux:pass$/u) >= 0 ? "nsubj:pass" : "nsubj");
  hang(pay, talks, "compound");
  if (subject >= 0) join(first, joiner, subject);
  for (let child = talks + 1; child < Math.min(heads.length, verb + farthest); child += 1) if (heads[child] === pay) heads[child] = verb;
}

/**
 * "Contract [nsubj of talks] talks [root] between A and the district [compound of resume] resume [conj of A] on Monday": what talks do, and nobody's
 * curriculum vitae. In place.
 */
export function mendResume(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag, retag } = tree;
  const { hang, relationOf, childOf, join } = handsOn(tree);
  const talks = forms[0] === "Talks" ? 0 : forms[1] === "talks" ? 1 : -1;
  if (talks < 0 || forms[talks + 1] !== "between" || heads[talks] !== -1) return;
  const resume = forms.indexOf("resume", talks + 4);
  const and = forms.lastIndexOf("and", resume);
  if (resume < 0 || resume > talks + 16 || and < talks + 2 || pennTag(resume) !== "NN") return;
  for (let word = talks + 2; word < resume; word += 1) if (/^(?:VB[DZP]|MD)$/u.test(pennTag(word))) return;
  const first = childOf(talks, talks + 2, and, /^(?:obl|nmod)$/u);
  const second = resume - 1;
  if (first < 0 || !/^NN/u.test(pennTag(second))) return;
  retag(resume, "VERB VBP");
  if (pennTag(talks).startsWith("VB")) retag(talks, "NOUN NNS");
  hang(resume, -1, "root");
  hang(talks, resume, "nsubj");
  if (talks > 0) hang(0, talks, "compound");
  hang(first, talks, "nmod");
  join(first, and, second);
  for (let word = and + 1; word < second; word += 1) if (heads[word] === resume) heads[word] = second;
  for (let word = resume + 1; word < heads.length; word += 1) {
    if (heads[word] === talks) heads[word] = resume;
    if (heads[word] === resume && relationOf(word).startsWith("nmod")) hang(word, resume, "obl");
  }
}
