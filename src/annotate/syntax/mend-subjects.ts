/** Who does something, where the parser gave the words to what stands before them: to "says", to a place in front, to a noun like "factions". */
import { allHangOn, type DraftTree, farthest, firstOfName, handsOn, hangsOn } from "./draft-tree.ts";
import { personPronouns, weekdays } from "./mend-words.ts";

/** "says he [iobj of says] and Minister Ann Lee [nsubj of met] met Bob": a subject's pronoun is no object, and what "and" joins to it is one with it. */
export function mendPronounSubjects(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf, join } = handsOn(tree);
  for (let pronoun = 1; pronoun + 2 < heads.length; pronoun += 1) {
    if (!personPronouns.has(forms[pronoun] ?? "") || !/^i?obj$/u.test(relationOf(pronoun))) continue;
    const saying = heads[pronoun] ?? -1;
    const joiner = pronoun + 1;
    if (saying < 0 || saying > pronoun || forms[joiner] !== "and") continue;
    const end = Math.min(heads.length, pronoun + farthest);
    let verb = joiner + 1;
    while (verb < end && !(heads[verb] === saying && relationOf(verb) === "ccomp")) verb += 1;
    const second = verb >= end ? -1 : childOf(verb, joiner, verb, /^nsubj/u);
    if (second < 0 || !/^NN/u.test(pennTag(second))) continue;
    hang(pronoun, verb, relationOf(second));
    join(pronoun, joiner, second);
  }
}

/**
 * "told the Echo [iobj of told] she [appos of Echo] and Tom [conj of Echo] had met": behind whom somebody told something, what "and" joins to a
 * subject's pronoun is one with it. In place.
 */
export function mendListenersBefore(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf, join } = handsOn(tree);
  for (let pronoun = 2; pronoun + 3 < heads.length; pronoun += 1) {
    const [listener, joiner] = [pronoun - 1, pronoun + 1];
    if (!personPronouns.has(forms[pronoun] ?? "") || forms[joiner] !== "and") continue;
    const saying = heads[listener] ?? -1;
    if (saying < 0 || saying > listener || !/^i?obj$/u.test(relationOf(listener)) || !/^NN/u.test(pennTag(listener))) continue;
    const end = Math.min(heads.length, pronoun + farthest / 2);
    const verb = childOf(saying, joiner + 1, end, /^ccomp$/u);
    const second = verb < 0 ? -1 : childOf(listener, joiner + 1, verb, /^conj$/u);
    const isFree = heads[pronoun] === listener || heads[pronoun] === verb;
    if (second < 0 || !isFree || !/^NN/u.test(pennTag(second))) continue;
    if (heads[pronoun] === listener) hang(pronoun, verb, "nsubj");
    join(pronoun, joiner, second);
  }
}

/**
 * "Envoys [obj of spent] of Chad and the union TDU [nsubj of spent] spent a day there": what stands before the verb with the name right behind it is
 * one phrase, and did it. In place.
 */
export function mendObjectsInFront(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, childOf } = handsOn(tree);
  for (let verb = 3; verb < heads.length; verb += 1) {
    if (!/^VB[DZP]$/u.test(pennTag(verb))) continue;
    const name = childOf(verb, verb - 8, verb, /^nsubj$/u);
    const object = name < 0 ? -1 : childOf(verb, verb - farthest / 2, name, /^obj$/u);
    if (object < 0 || !/^NNS?$/u.test(pennTag(object)) || pennTag(name) !== "NNP" || !/^NN$/u.test(pennTag(name - 1))) continue;
    if (childOf(name, name - 4, name, /^(?:det|case|nmod:desc)$/u) >= 0 || forms.slice(object, name).includes(",")) continue;
    if (!allHangOn(heads, { from: object + 1, to: name, head: object, steps: 6 })) continue;
    hang(object, verb, "nsubj");
    hang(name, name - 1, "flat");
  }
}

/** "In Lima, Peruvian officials [conj of Lima] and rebels are discussing peace": behind the comma nothing joins them to the place; they are the subject. */
export function mendSubjectsBehindPlaces(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let place = 1; place + 3 < heads.length; place += 1) {
    // "A week after their meeting in Lima [nmod of meeting], officials".
    const isInner = relationOf(place) === "nmod" && relationOf(heads[place] ?? -1) === "obl" && (heads[place] ?? place) < place;
    if ((relationOf(place) !== "obl" && !isInner) || forms[place + 1] !== ",") continue;
    // "After meeting the king in Lima, envoy Ann Lee said": the clause in front ends with the place.
    let verb = heads[place] ?? -1;
    for (let steps = 0; steps < 4 && verb >= 0 && verb < place; steps += 1) verb = heads[verb] ?? -1;
    if (verb < place || verb - place > farthest) continue;
    if (childOf(place, place - 3, place, /^case$/u) < 0 || childOf(verb, place - farthest, verb, /^(?:[nc]subj|expl)/u) >= 0) continue;
    const finite = /^VB[DZP]$/u.test(pennTag(verb)) || childOf(verb, place, verb, /^(?:aux|cop)/u) >= 0;
    const who = finite ? childOf(place, place + 2, verb, /^(?:conj|appos|nmod)$/u) : -1;
    if (who < 0 || !/^NN/u.test(pennTag(who)) || childOf(who, place + 1, who, /^case$/u) >= 0) continue;
    // "in Lima, Quito and Cusco": a list of places has its joiner before its last.
    if (childOf(place, who + 1, verb, /^conj$/u) >= 0 || forms[who + 1] === ",") continue;
    const joiner = childOf(who, place + 1, who, /^cc$/u);
    if (joiner >= 0 && /^NNP/u.test(pennTag(joiner - 1))) continue;
    hang(who, verb, "nsubj");
  }
}

/** "After meeting Bob [obj of meeting], Ann [appos of Bob] left": behind the clause in front and its comma stands who left. */
export function mendSubjectsBehindClauses(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let who = 3; who + 1 < heads.length; who += 1) {
    const object = heads[who] ?? -1;
    if (!/^(?:appos|conj)$/u.test(relationOf(who)) || object < 1 || object > who || relationOf(object) !== "obj") continue;
    const opening = heads[object] ?? -1;
    const verb = opening < 0 || opening > object ? -1 : (heads[opening] ?? -1);
    if (relationOf(opening) !== "advcl" || verb < who || verb - who > farthest / 3 || verb - opening > farthest) continue;
    if (childOf(verb, opening, verb, /^(?:[nc]subj|expl)/u) >= 0 || childOf(object, object, verb, /^cc$/u) >= 0) continue;
    const finite = /^VB[DZP]$/u.test(pennTag(verb)) || childOf(verb, who, verb, /^(?:aux|cop)/u) >= 0;
    // The words of who it is begin right behind the comma, and the last of such phrases is the subject.
    let first = who;
    while (first > object + 1 && heads[first - 1] === who && forms[first - 1] !== ",") first -= 1;
    if (!finite || !/^NN/u.test(pennTag(who)) || forms[first - 1] !== "," || childOf(object, who + 1, verb, /^(?:appos|conj)$/u) >= 0)
      continue;
    hang(who, verb, "nsubj");
  }
}

/** Gerunds of what one does with somebody. */
export const partners = ["meeting", "talking", "speaking", "negotiating", "conferring"];

/** "spoke after meeting [advcl of spoke] in Lima with Bob [obl of spoke]": whoever meets, meets somebody. */
export function mendGerundPartners(forms: readonly string[], tree: DraftTree): void {
  const { heads } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let gerund = 2; gerund + 2 < heads.length; gerund += 1) {
    if (
      !partners.includes(forms[gerund] ?? "") ||
      relationOf(gerund) !== "advcl" ||
      !/^(?:after|before|following|while)$/u.test(forms[gerund - 1] ?? "")
    )
      continue;
    const verb = heads[gerund] ?? -1;
    const end = Math.min(heads.length, gerund + farthest / 4);
    if (verb < 0 || verb > gerund || childOf(gerund, gerund, end, /^i?obj$/u) >= 0) continue;
    for (let mark = gerund + 1; mark < end && forms[mark] !== ","; mark += 1) {
      const side = heads[mark] ?? -1;
      if (forms[mark] !== "with" || relationOf(mark) !== "case" || side < mark) continue;
      if (heads[side] === verb && relationOf(side) === "obl") hang(side, gerund, "obl");
      break;
    }
  }
}

/** "leaders of factions Fatah [amod of factions] and Hamas": a name does not describe the plural in front of it; it says who they are. */
export function mendNamesBehindPlurals(tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let name = 1; name + 2 < heads.length; name += 1) {
    const plural = name - 1;
    if (heads[name] !== plural || relationOf(name) !== "amod" || !pennTag(name).startsWith("NNP") || pennTag(plural) !== "NNS") continue;
    if (childOf(name, name + 1, name + 8, /^conj$/u) >= 0) hang(name, plural, "appos");
  }
}

const actors =
  /^(?:governments?|opposition|rebels?|unions?|compan(?:y|ies)|part(?:y|ies)|ministr(?:y|ies)|council|parliament|army|military|police|mediators?|negotiators?|officials|leaders|ministers|presidents?|mayors?|clubs?|owners?|management|strikers|players|authorities)$/u;

/** "came after the government [obl of came] and the rebels [nsubj of agreed] agreed [conj of came]": both did what "after" opens. */
export function mendJointOpened(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf, join } = handsOn(tree);
  for (let opener = 1; opener + 4 < heads.length; opener += 1) {
    if (relationOf(opener) !== "case" || !/^(?:after|before|since|until|once)$/u.test(forms[opener] ?? "")) continue;
    const first = heads[opener] ?? -1;
    const above = first < opener ? -1 : (heads[first] ?? -1);
    if (above < 0 || above > opener || relationOf(first) !== "obl" || !actors.test(forms[first] ?? "")) continue;
    const verb = childOf(above, first + 2, first + farthest / 2, /^conj$/u);
    const joiner = verb < 0 ? -1 : childOf(verb, first + 1, verb, /^cc$/u);
    const second = verb < 0 ? -1 : childOf(verb, first + 1, verb, /^nsubj/u);
    if (joiner !== first + 1 || forms[joiner] !== "and" || second < joiner || second - joiner > 6 || !/^NN/u.test(pennTag(second)))
      continue;
    hang(verb, above, "advcl");
    hang(opener, verb, "mark");
    hang(first, verb, relationOf(second));
    join(first, joiner, second);
  }
}

const bodyNouns =
  /^(?:groups?|movement|party|faction|militia|organi[sz]ation|agency|union|company|bank|network|alliance|coalition|association|newspaper)$/u;

/** "the leader [obl] of the rebel group [nmod] Halden [nsubj] has met Bob": the name says which group; who met Bob is its leader. */
export function mendNamesBehindBodies(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let name = 3; name + 1 < heads.length; name += 1) {
    const noun = name - 1;
    const verb = heads[name] ?? -1;
    if (!bodyNouns.test(forms[noun] ?? "") || !pennTag(name).startsWith("NNP")) continue;
    // "the head of the rebel group [nmod of head] Halden [nmod of head]".
    if (relationOf(name) === "nmod" && relationOf(noun) === "nmod" && heads[name] === heads[noun]) {
      if (childOf(name, noun, name, /^case$/u) < 0 && childOf(noun, noun - 6, noun, /^case$/u) >= 0) hang(name, noun, "nmod:desc");
      continue;
    }
    if (relationOf(name) !== "nsubj" || verb < name) continue;
    let top = noun;
    for (let steps = 0; steps < 8 && (heads[top] ?? -1) >= 0 && (heads[top] ?? -1) < name; steps += 1) top = heads[top] ?? -1;
    // "In the town the group Halden has met": behind a preposition nothing is the subject.
    if (top === noun || heads[top] !== verb || childOf(top, top - farthest, top, /^case$/u) >= 0) continue;
    if (!/^(?:obl|nsubj|nsubj:outer|obl:unmarked|vocative)$/u.test(relationOf(top)) || !/^NN/u.test(pennTag(top))) continue;
    hang(name, noun, "nmod:desc");
    hang(top, verb, "nsubj");
  }
}

/** "when Chad's [nmod:poss of visits] leader visits Lima": what acts is not owned; who acts is Chad's. */
export function mendOwnersOfVerbs(tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let owner = 0; owner + 2 < heads.length; owner += 1) {
    const verb = heads[owner] ?? -1;
    if (relationOf(owner) !== "nmod:poss" || verb < owner || verb - owner > 12 || !/^VB[ZDP]$/u.test(pennTag(verb))) continue;
    const subject = childOf(verb, owner + 1, verb, /^nsubj/u);
    if (subject >= 0 && /^NN/u.test(pennTag(subject))) hang(owner, subject, "nmod:poss");
  }
}

/** "photographs of Ann Lee meeting [nmod of photographs] with Bob": what she does in them. */
export function mendNamedGerunds(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag, retag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let gerund = 2; gerund + 2 < heads.length; gerund += 1) {
    if (!partners.includes(forms[gerund] ?? "") || relationOf(gerund) !== "nmod" || forms[gerund + 1] !== "with") continue;
    const name = firstOfName(tree, gerund - 1);
    const before = childOf(gerund, gerund - 8, gerund, /./u);
    const isOf = before >= 0 && before < name && forms[before] === "of";
    if (!pennTag(gerund - 1).startsWith("NNP") || (before >= 0 && !isOf) || heads[name] !== heads[gerund]) continue;
    if (isOf) hang(before, name, "case");
    retag(gerund, "VERB VBG");
    hang(gerund, name, "acl");
  }
}

/** "met on May 5 [obl] with Ann Lee [nmod of 5], minister [obl of met] of trade": a date meets nobody, and behind the comma stands who she is. */
export function mendSidesBehindDates(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let mark = 2; mark + 1 < heads.length; mark += 1) {
    if (forms[mark] !== "with" || relationOf(mark) !== "case") continue;
    const side = heads[mark] ?? -1;
    const date = heads[side] ?? -1;
    const verb = heads[date] ?? -1;
    if (side < mark || side - mark > 8 || date < 0 || date > mark || verb < 0 || verb > date || relationOf(side) !== "nmod") continue;
    if (!(pennTag(date) === "CD" || weekdays.has(forms[date] ?? "")) || !/^(?:obl|obl:unmarked|obj)$/u.test(relationOf(date))) continue;
    if (!/^VB/u.test(pennTag(verb)) || childOf(date, date - 3, date, /^(?:case|nmod:unmarked)$/u) < 0) continue;
    hang(side, verb, "obl");
    if (relationOf(date) === "obj") hang(date, verb, "obl");
    const aside = childOf(verb, side + 1, side + 16, /^(?:obj|obl)$/u);
    if (aside < 0 || !pennTag(side).startsWith("NNP") || !/^NN/u.test(pennTag(aside))) continue;
    if (childOf(aside, side, aside, /^case$/u) >= 0) continue;
    let first = aside;
    while (hangsOn(heads, first - 1, aside, 4)) first -= 1;
    if (forms[first - 1] === "," || forms[first] === ",") hang(aside, side, "appos");
  }
}

/** "U.S. and North [conj of U.S.] Korean [amod of officials] officials": one word for a country, of two. */
export function mendTwoWordOrigins(forms: readonly string[], tree: DraftTree): void {
  const { heads } = tree;
  const { hang, relationOf } = handsOn(tree);
  for (let first = 2; first + 2 < heads.length; first += 1) {
    const origin = first + 1;
    if (!directions.has(forms[first] ?? "") || relationOf(first) !== "conj" || !/^\p{Lu}\p{Ll}+n$/u.test(forms[origin] ?? "")) continue;
    const other = heads[first] ?? -1;
    if (other < 0 || other > first || !/^(?:amod|compound)$/u.test(relationOf(origin)) || heads[origin] !== heads[other]) continue;
    hang(origin, other, "conj");
    hang(first, origin, "amod");
    for (let joiner = other + 1; joiner < first; joiner += 1)
      if (heads[joiner] === first && relationOf(joiner) === "cc") hang(joiner, origin, "cc");
  }
}

/** What stands in front of an origin of two words: "North Korean". */
export const directions: ReadonlySet<string> = new Set(["North", "South", "East", "West", "Sri", "Saudi", "Costa", "Sierra"]);
