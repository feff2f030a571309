/**
 * What somebody is, written before or behind the name: "lawyer and columnist Ann Lee", "Minister of Defence Ann Lee", "Ann Lee, president and chief
 * executive of Harvik, …". One person, whom the parser takes for several.
 */
import { endOfField, longestField } from "../office-fields.ts";
import { type DraftTree, farthest, handsOn, hangsOn } from "./draft-tree.ts";
import { callings, deputies } from "./mend-words.ts";

/** How many words stand between "and" and a calling: "former defence minister". */
const callingWords = 4;
/** How far behind a name what it owns is sought. */
const reach = 6;
/** How many words a calling and the name behind it have together, as far as it matters. */
const longestRun = 10;

/**
 * "Vice Premier and Labour Party leader Ann Lee", "actor, director and producer Ann Lee", "Crown Prince and Minister of Defence Ann Lee": callings
 * without an article joined to another one right before a name are titles of hers. In place.
 */
export function mendJoinedRoles(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let and = 1; and + 2 < heads.length; and += 1) {
    if (forms[and] !== "and") continue;
    const last = callingBefore(forms, and);
    if (last < 0) continue;
    let first = last;
    while (forms[first - 1] === "," && callings.has(forms[first - 2] ?? "")) first -= 2;
    if (childOf(first, first - 6, first, /^(?:det|nummod)$/u) >= 0) continue;
    const role = callingBehind(forms, tree, and + 1);
    if (role < 0) continue;
    const name = endOfField((at) => forms[at], role);
    const end = endOfName(forms, tree, name);
    if (end === name) continue;
    lift(forms, tree, name, end, first);
    for (let title = first; title <= last; title += 2) hang(title, name, "nmod:desc");
    hang(role, name, "nmod:desc");
    hang(and, role, "cc");
    for (let word = and + 1; word < role; word += 1)
      hang(word, role, /^(?:JJ|VB[GN])/u.test(pennTag(word)) && relationOf(word) === "amod" ? "amod" : "compound");
    hangField(forms, tree, role, name);
    hangField(forms, tree, last, and);
  }
}

/** "Minister of Defence Ann Lee": the field is the office's, the office hers. In place. */
export function mendFieldsOfOffice(forms: readonly string[], tree: DraftTree): void {
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let of = 1; of + 2 < forms.length; of += 1) {
    const role = of - 1;
    if (forms[of] !== "of" || !callings.has(forms[role] ?? "")) continue;
    const name = endOfField((at) => forms[at], role);
    const end = name === of ? name : endOfName(forms, tree, name);
    if (end === name || relationOf(role) === "nmod:desc") continue;
    // "the Minister of Health [Services]": one word behind an office with an article is more likely the field's.
    if (end === name + 1 && (childOf(role, role - callingWords, role, /^det$/u) >= 0 || tree.pennTag(name) === "NNPS")) continue;
    lift(forms, tree, name, end, role);
    hang(role, name, "nmod:desc");
    hangField(forms, tree, role, name);
  }
}

/** "Ann Lee, president [conj] and chief executive [conj] of Harvik, met": what she is stands beside her, and is nobody of its own. In place. */
export function mendCallingsBehind(forms: readonly string[], tree: DraftTree): void {
  const { heads } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let second = 4; second + 1 < heads.length; second += 1) {
    const person = heads[second] ?? -1;
    if (relationOf(second) !== "conj" || !callings.has(forms[second] ?? "") || person < 0 || second - person > farthest) continue;
    if (!tree.pennTag(person).startsWith("NNP") || childOf(second, person, second, /^(?:det|nmod:poss)$/u) >= 0) continue;
    if (hasName(tree, second)) continue;
    const first = childOf(person, person + 2, second - 1, /^(?:appos|conj)$/u);
    if (first < 0 || !callings.has(forms[first] ?? "") || hasName(tree, first)) continue;
    const and = childOf(second, first + 1, second, /^cc$/u);
    const comma = childOf(person, second + 1, Math.min(heads.length, second + farthest), /^punct$/u);
    if (and < 0 || forms[and] !== "and" || comma < 0 || forms[comma] !== "," || !forms.slice(person + 1, first).includes(",")) continue;
    hang(first, person, "appos");
    hang(second, first, "conj");
  }
}

/** "Ann Lee, the foreign minister [conj], and Bob Day, the premier [conj], met": what stands between commas behind a name is that person. In place. */
export function mendListedCallings(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let calling = 3; calling + 1 < heads.length; calling += 1) {
    const list = heads[calling] ?? -1;
    if (relationOf(calling) !== "conj" || !callings.has(forms[calling] ?? "") || list < 0 || calling - list > farthest) continue;
    if (childOf(calling, list, calling, /^(?:cc|nummod)$/u) >= 0 || hasName(tree, calling)) continue;
    let first = calling;
    while (first > list + 1 && (heads[first - 1] === calling || heads[first - 1] === first) && forms[first - 1] !== ",") first -= 1;
    let end = calling + 1;
    while (end < heads.length && forms[end] !== "," && hangsOn(heads, end, calling, farthest)) end += 1;
    const name = personAt(tree, first - 2, list);
    if (forms[first - 1] !== "," || name < 0 || forms[end] !== ",") continue;
    const next = end + 1;
    if (forms[next] === "and" || (next < heads.length && /^(?:VB[DZP]|MD)$/u.test(pennTag(next)))) hang(calling, name, "appos");
  }
}

/** True for the calling of somebody who is named behind it. */
function hasName(tree: DraftTree, calling: number): boolean {
  return handsOn(tree).childOf(calling, calling + 1, calling + farthest, /^(?:flat|appos)$/u) >= 0;
}

/** The first word of the name that ends at `last` and is `list` or joins it; -1 where none does. */
function personAt(tree: DraftTree, last: number, list: number): number {
  const { heads, pennTag } = tree;
  if (last < list || !pennTag(last).startsWith("NNP")) return -1;
  const name = handsOn(tree).relationOf(last) === "flat" ? (heads[last] ?? -1) : last;
  return name === list || heads[name] === list ? name : -1;
}

/** "Deputy [iobj] Foreign Minister Ann Lee", "and Deputy [conj] Prime Minister": the word belongs to the office behind it. In place. */
export function mendDeputies(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let deputy = 0; deputy + 2 < heads.length; deputy += 1) {
    if (!deputies.has(forms[deputy] ?? "") || !/^(?:iobj|obj|conj|nsubj|obl)$/u.test(relationOf(deputy))) continue;
    const office = heads[deputy + 1] ?? -1;
    if (office <= deputy + 1 || office > deputy + callingWords || !/^(?:amod|compound)$/u.test(relationOf(deputy + 1))) continue;
    if (!callings.has(forms[office] ?? "") || !pennTag(office).startsWith("NN") || hangsOn(heads, office, deputy, farthest)) continue;
    const and = childOf(deputy, deputy - 2, deputy, /^cc$/u);
    if (and >= 0) heads[and] = relationOf(office) === "nmod:desc" ? (heads[office] ?? office) : office;
    hang(deputy, office, "compound");
  }
}

/** How far behind a body its calling stands: "House of Representatives speaker", "Federal Reserve (central bank) chairman". */
const bodyReach = 9;

/**
 * "met the House [obj of met] of Commons speaker Ann Lee [nmod of House]": a calling between a body and a name is the person's, and the
 * person takes the place that the body had. In place.
 */
export function mendBodiesOfCallings(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let calling = 1; calling + 1 < heads.length; calling += 1) {
    const name = calling + 1;
    if (!callings.has(forms[calling] ?? "") || heads[calling] !== name || relationOf(calling) !== "nmod:desc") continue;
    if (!/^(?:nmod|appos|parataxis)$/u.test(relationOf(name)) || childOf(name, calling - bodyReach, name, /^case$/u) >= 0) continue;
    // The phrase that ends right before the calling, under its last word or under the bracket's.
    let body = forms[calling - 1] === ")" ? (heads[calling - 1] ?? -1) : calling - 1;
    const isInside = (token: number): boolean => token >= 0 && token < calling && calling - token <= bodyReach;
    for (let steps = 0; steps < bodyReach && isInside(heads[body] ?? -1); steps += 1) {
      if (!/^(?:nmod|compound|amod|flat|appos)$/u.test(relationOf(body))) break;
      body = heads[body] ?? -1;
    }
    // "the House of Commons [compound of speaker] speaker Ann Lee [nmod of House]".
    if (relationOf(name) === "nmod" && isInside(heads[name] ?? -1)) body = heads[name] ?? -1;
    if (!isInside(body) || !pennTag(body).startsWith("NNP") || !/^(?:obj|obl|nsubj|nsubj:pass|nmod|conj|root)$/u.test(relationOf(body)))
      continue;
    const above = heads[name] ?? -1;
    if (above !== body && above !== heads[body] && above !== heads[heads[body] ?? -1]) continue;
    const between = forms.slice(body + 1, calling);
    if (between.some((form) => form === "," || form === "and") || !heads.subarray(body + 1, calling).every((head) => head >= body))
      continue;
    const [head, relation] = [heads[body] ?? -1, relationOf(body)];
    for (let child = Math.max(0, body - farthest); child < Math.min(heads.length, name + farthest); child += 1) {
      const isMark = child < body && /^(?:case|cc|mark|punct)$/u.test(relationOf(child));
      if (heads[child] === body && child !== name && (isMark || child > name)) heads[child] = name;
    }
    hang(name, head, relation);
    if (forms[calling - 2] === "of" && heads[calling - 1] === calling) hang(calling - 1, body, "nmod");
    hang(body, calling, "compound");
  }
}

function isBeforeCalling(tag: string): boolean {
  return /^(?:NNP?|JJ|VB[GN])$/u.test(tag);
}

/** The calling that ends right before `end`, with or without its field ("Minister of Defence"), or -1. */
function callingBefore(forms: readonly string[], end: number): number {
  if (callings.has(forms[end - 1] ?? "")) return end - 1;
  for (let role = end - 3; role >= Math.max(0, end - 1 - longestField); role -= 1)
    if (callings.has(forms[role] ?? "") && endOfField((at) => forms[at], role) === end) return role;
  return -1;
}

/** The last calling of the run of words from `start` behind which a name or a field stands, or -1: "deputy prime minister" is one. */
function callingBehind(forms: readonly string[], { heads, pennTag }: DraftTree, start: number): number {
  let end = start;
  while (end < Math.min(heads.length, start + longestRun) && isBeforeCalling(pennTag(end))) end += 1;
  for (let role = Math.min(end, start + callingWords + 1) - 1; role >= start; role -= 1) {
    if (!callings.has(forms[role] ?? "")) continue;
    const next = role + 1;
    if (forms[next] === "of" || (next < heads.length && pennTag(next).startsWith("NNP") && !callings.has(forms[next] ?? ""))) return role;
  }
  return -1;
}

/** Index behind the name that begins at `name`, or `name` where none does. */
function endOfName(forms: readonly string[], { heads, pennTag }: DraftTree, name: number): number {
  let end = name;
  while (end < heads.length && pennTag(end).startsWith("NNP") && !callings.has(forms[end] ?? "")) end += 1;
  return end;
}

/** Hangs the name where the whole from `first` on hangs, and what hangs on parts of the whole and stands outside on the name. */
function lift(forms: readonly string[], tree: DraftTree, name: number, end: number, first: number): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf } = handsOn(tree);
  const isInside = (token: number): boolean => token >= first && token < end;
  const above = heads[name] ?? -1;
  // "to Secretary of State Ann Lee's server": the server hangs where the office hung.
  let owned = above >= end && isInside(heads[above] ?? -1) ? above : -1;
  if (owned < 0 && /^['’]s?$/u.test(forms[end] ?? ""))
    for (let noun = end + 1; noun < Math.min(heads.length, end + reach) && owned < 0; noun += 1)
      if (pennTag(noun).startsWith("NN") && (isInside(heads[noun] ?? -1) || heads[noun] === above)) owned = noun;
  let top = first;
  // What the name hangs by where the parser read it as somebody of its own, else what the whole hangs by.
  if (!isInside(above) && owned < 0) top = name;
  else for (let at = first; at < end && isInside(heads[top] ?? -1); at += 1) top = at;
  const [head, relation] = [heads[top] ?? -1, relationOf(top)];
  for (let child = Math.max(0, first - farthest); child < Math.min(heads.length, end + farthest); child += 1)
    if (!isInside(child) && isInside(heads[child] ?? -1) && (child >= end || relationOf(child) === "case"))
      heads[child] = owned >= 0 && (child < first || child > owned) ? owned : name;
  hang(owned >= 0 ? owned : name, head, relation);
  if (owned >= 0) hang(name, owned, "nmod:poss");
  for (let part = name + 1; part < end; part += 1) hang(part, name, "flat");
}

/** Hangs the field between an office and `end` on the office. */
function hangField(forms: readonly string[], tree: DraftTree, role: number, end: number): void {
  const { hang } = handsOn(tree);
  if (forms[role + 1] !== "of" || end <= role + 2) return;
  let field = end - 1;
  for (let word = end - 1; word > role; word -= 1) {
    const form = forms[word] ?? "";
    const opens = form === "of" || form === "for";
    if (word === field) hang(word, role, "nmod");
    else if (opens) hang(word, field, "case");
    else hang(word, field, form === "," ? "punct" : form === "and" || form === "&" ? "cc" : form === "the" ? "det" : "compound");
    if (opens) field = word - 1;
  }
}

/**
 * "with U.S. [nmod of request] Under [case] Secretary of State Ann Lee": before an office the capital is no preposition, and the country in
 * front belongs to the office. In place.
 */
export function mendUnderSecretaries(forms: readonly string[], tree: DraftTree): void {
  const { heads, retag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let under = 0; under + 2 < heads.length; under += 1) {
    if (forms[under] !== "Under" || relationOf(under) !== "case" || forms[under + 1] !== "Secretary") continue;
    const office = under + 1;
    hang(under, office, "amod");
    retag(under, "ADJ JJ");
    const name = heads[office] ?? -1;
    const country = under - 1;
    if (relationOf(office) !== "nmod:desc" || name < office || country < 0 || !/^U\.?[SK]\.?$/u.test(forms[country] ?? "")) continue;
    if (!/^(?:obl|nmod|obj)$/u.test(relationOf(country)) || (heads[country] ?? -1) > country) continue;
    const mark = childOf(country, country - 2, country, /^case$/u);
    if (mark >= 0) hang(mark, name, "case");
    hang(country, office, "compound");
  }
}
