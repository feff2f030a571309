/** Sides joined to one another, of which the parser gave one to a part of the other: "A and players' union chief B", "with A from X and with B". */
import { allHangOn, type DraftTree, farthest, handsOn } from "./draft-tree.ts";
import { personPronouns } from "./mend-words.ts";

/** "Ann and players [conj of Ann] ' union chief Bob [appos of Ann] met": what owns the office is nobody of its own. In place. */
export function mendOwnersJoined(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let owner = 2; owner + 3 < heads.length; owner += 1) {
    const first = heads[owner] ?? -1;
    if (relationOf(owner) !== "conj" || first < 0 || first > owner || owner - first > farthest / 2) continue;
    if (heads[owner + 1] !== owner || !/^(?:'s?|’s?)$/u.test(forms[owner + 1] ?? "")) continue;
    const name = childOf(first, owner + 2, owner + farthest / 6, /^(?:appos|conj)$/u);
    if (name < 0 || !/^NN/u.test(pennTag(name))) continue;
    // The office stands between the mark and the name, and nothing else.
    const isOffice = allHangOn(heads, { from: owner + 2, to: name, head: name, steps: 5 }) && !forms.slice(owner + 2, name).includes(",");
    const title = childOf(name, owner + 2, name, /^(?:nmod:desc|compound|appos)$/u);
    if (!isOffice || title < 0) continue;
    const joiner = childOf(owner, first + 1, owner, /^cc$/u);
    hang(owner, title, "nmod:poss");
    hang(name, first, "conj");
    if (joiner >= 0) hang(joiner, name, "cc");
  }
}

/** "talks with a team [nmod] from Chad and with envoys [conj of Chad]": joined to whoever stands behind the first "with". In place. */
export function mendRepeatedWith(forms: readonly string[], tree: DraftTree): void {
  const { heads } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let mark = 3; mark + 1 < heads.length; mark += 1) {
    if (forms[mark] !== "with" || relationOf(mark) !== "case" || !/^(?:and|then|,)$/u.test(forms[mark - 1] ?? "")) continue;
    const second = heads[mark] ?? -1;
    if (second < mark || relationOf(second) !== "conj") continue;
    let first = heads[second] ?? -1;
    const isBehindWith = (word: number): boolean => forms[childOf(word, word - farthest / 4, word, /^case$/u)] === "with";
    for (let steps = 0; steps < 4 && first >= 0 && !isBehindWith(first) && relationOf(first) === "nmod"; steps += 1)
      first = heads[first] ?? -1;
    if (first >= 0 && first !== heads[second] && isBehindWith(first)) hang(second, first, "conj");
  }
}

/** "with whom she [obl of had] and the mayor [nsubj of had] had lunch", "Chad [obl of ended] and Nigerien envoys [nsubj] ended talks": both. In place. */
export function mendFirstsOfTwo(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf, join } = handsOn(tree);
  for (let one = 0; one + 3 < heads.length; one += 1) {
    const isName = pennTag(one) === "NNP" && relationOf(one) === "obl" && childOf(one, 0, one, /^case$/u) < 0;
    if (!isName && !(personPronouns.has(forms[one] ?? "") && /^(?:obl|obj|iobj)$/u.test(relationOf(one)))) continue;
    const verb = heads[one] ?? -1;
    if (forms[one + 1] !== "and" || verb < one + 3) continue;
    const second = childOf(verb, one + 2, verb, /^nsubj/u);
    if (second < 0 || !/^NN/u.test(pennTag(second))) continue;
    hang(one, verb, relationOf(second));
    join(one, one + 1, second);
  }
}

const together = /^(?:met|bargained|haggled|talked|spoke|conferred|negotiated|dined|clashed|agreed|signed)$/u;

/** "The league [root] and the union last bargained [acl of union] in May": behind "last" and both of them it is what they did. In place. */
export function mendLateVerbs(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let verb = 4; verb < heads.length; verb += 1) {
    if (!together.test(forms[verb] ?? "") || !/^VB[DN]$/u.test(pennTag(verb)) || !/^(?:acl|conj)$/u.test(relationOf(verb))) continue;
    if (
      !/^(?:last|first|finally|also|later)$/u.test(forms[verb - 1] ?? "") ||
      childOf(verb, verb - farthest, verb, /^(?:cc|nsubj|aux|mark)/u) >= 0
    )
      continue;
    let first = heads[verb] ?? -1;
    if (relationOf(first) === "conj") first = heads[first] ?? -1;
    if (first < 0 || first > verb || relationOf(first) !== "root" || !/^NN/u.test(pennTag(first))) continue;
    if (!forms.slice(first, verb).includes("and") || childOf(first, first - farthest, verb, /^(?:cop|nsubj|case)/u) >= 0) continue;
    hang(verb, -1, "root");
    hang(first, verb, "nsubj");
    hang(verb - 1, verb, "advmod");
    for (let child = verb + 1; child < Math.min(heads.length, verb + farthest); child += 1)
      if (heads[child] === first) hang(child, verb, relationOf(child));
  }
}

/** "the governor's chief of staff, who gave [acl:relcl of staff] them coffee": the chief did. In place. */
export function mendChiefsOfStaff(forms: readonly string[], tree: DraftTree): void {
  const { heads } = tree;
  const { hang, relationOf } = handsOn(tree);
  for (let staff = 2; staff + 1 < heads.length; staff += 1) {
    const chief = staff - 2;
    if (forms[staff] !== "staff" || forms[staff - 1] !== "of" || !/^[Cc]hiefs?$/u.test(forms[chief] ?? "") || heads[staff] !== chief)
      continue;
    for (let child = staff + 1; child < Math.min(heads.length, staff + farthest / 2); child += 1)
      if (heads[child] === staff && /^(?:acl|acl:relcl|appos)$/u.test(relationOf(child))) hang(child, chief, relationOf(child));
  }
}
