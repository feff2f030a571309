/**
 * Attachments inside and between names in news: the field before a title in a list of people, a second name that was read as a part of the
 * first, and the preposition before a person that was hung on a later noun.
 */
import { type DraftTree, farthest, firstOfName, handsOn, hanger } from "./draft-tree.ts";

/** "between [case of Haimbe] Minister Mulambo Haimbe [flat]": what stands before a name belongs to its first word. In place. */
export function mendBeforeNames({ heads, relations, relationNames }: DraftTree): void {
  const flat = relationNames.indexOf("flat");
  for (let token = 0; token + 1 < heads.length; token += 1) {
    const part = heads[token] ?? -1;
    const name = part > token && relations[part] === flat ? (heads[part] ?? -1) : -1;
    if (name > token && name < part) heads[token] = name;
  }
}

/**
 * "A and Commerce [conj of A] Secretary [nmod:desc of B] B [conj of A]": the field belongs to the title, and what joins it joins the
 * person. In place.
 */
export function mendJoinedTitles(tree: DraftTree): void {
  const { heads, relations, relationNames, pennTag } = tree;
  const [joined, title, joiner] = ["conj", "nmod:desc", "cc"].map((name) => relationNames.indexOf(name));
  const hang = hanger(tree);
  for (let field = 1; field + 2 < heads.length; field += 1) {
    const role = field + 1;
    if (relations[field] !== joined || relations[role] !== title || !/^NN/u.test(pennTag(field))) continue;
    const person = heads[role] ?? -1;
    if (person <= role || relations[person] !== joined || heads[person] !== heads[field]) continue;
    hang(field, role, "compound");
    for (let at = Math.max(0, field - reach); at < field; at += 1) if (heads[at] === field && relations[at] === joiner) heads[at] = person;
  }
}

/** "met Ann and business [conj] leaders [conj]", "Ann and Eritrean [conj] rebels [conj]": of two words side by side, joined to one head, the first belongs to the second. In place. */
export function mendJoinedCompounds(tree: DraftTree): void {
  const { heads, relations, relationNames, pennTag } = tree;
  const [joined, joiner] = ["conj", "cc"].map((name) => relationNames.indexOf(name));
  const hang = hanger(tree);
  for (let field = 1; field + 1 < heads.length; field += 1) {
    const noun = field + 1;
    if (relations[field] !== joined || relations[noun] !== joined || heads[field] !== heads[noun]) continue;
    const isAdjective = pennTag(field) === "JJ";
    if (!(isAdjective || /^NNP?$/u.test(pennTag(field))) || !/^NNS?$/u.test(pennTag(noun))) continue;
    hang(field, noun, isAdjective ? "amod" : "compound");
    for (let at = Math.max(0, field - reach); at < field; at += 1) if (heads[at] === field && relations[at] === joiner) heads[at] = noun;
  }
}

/** How far before or behind a name its parts are sought. */
const reach = 8;

const peoplesBodies = /^(?:Admin|Administration|Govt|Gov't|Government|Campaign|Regime|Team)$/u;

/** "Ames Admin [flat of Ames] Held Talks": a body is no part of a name, the name is a part of the body's. In place. */
export function mendBodiesOfPeople(forms: readonly string[], tree: DraftTree): void {
  const { heads, relations, relationNames } = tree;
  const flat = relationNames.indexOf("flat");
  const hang = hanger(tree);
  for (let body = 1; body < heads.length; body += 1) {
    const name = heads[body] ?? -1;
    if (relations[body] !== flat || name < 0 || name >= body || body - name > reach || !peoplesBodies.test(forms[body] ?? "")) continue;
    hang(body, heads[name] ?? -1, relationNames[relations[name] ?? 0] ?? "");
    hang(name, body, "compound");
    const end = Math.min(heads.length, body + reach);
    for (let part = Math.max(0, name - reach); part < end; part += 1)
      if (heads[part] === name && relations[part] !== flat) heads[part] = body;
  }
}

/** "host Ann and other leaders [conj of host]": a noun that joins a verb with an object joins the object. In place. */
export function mendJoinedObjects(tree: DraftTree): void {
  const { heads, relations, relationNames, pennTag } = tree;
  const [joined, object] = ["conj", "obj"].map((name) => relationNames.indexOf(name));
  const { hang, childOf } = handsOn(tree);
  for (let noun = 3; noun < heads.length; noun += 1) {
    const verb = heads[noun] ?? -1;
    if (relations[noun] !== joined || verb < 0 || verb > noun || noun - verb > farthest) continue;
    if (!/^NN/u.test(pennTag(noun)) || !/^VB/u.test(pennTag(verb))) continue;
    let before = noun - 1;
    while (before > verb && !(heads[before] === verb && relations[before] === object)) before -= 1;
    if (before === verb || !/^(?:NN|PRP$)/u.test(pennTag(before))) continue;
    const isClause = childOf(noun, before + 1, noun + reach, /^(?:nsubj(?::pass)?|cop|aux|obj|obl|mark|advmod|case)$/u) >= 0;
    if (!isClause) hang(noun, before, "conj");
  }
}

/** "Ann Lee and … Bob [flat of Ann] Day": what a conjunction parts is no part of one name. In place. */
export function mendJoinedNames(tree: DraftTree): void {
  const { heads, relations, relationNames, pennTag } = tree;
  const [flat, joiner] = ["flat", "cc"].map((name) => relationNames.indexOf(name));
  const hang = hanger(tree);
  for (let part = 2; part < heads.length; part += 1) {
    const name = heads[part] ?? -1;
    if (relations[part] !== flat || name < 0 || name > part - 2 || part - name > farthest || !pennTag(part).startsWith("NNP")) continue;
    let between = part - 1;
    while (between > name && pennTag(between) !== "CC") between -= 1;
    if (between === name) continue;
    // "Marks and Spencer" is one name: there nothing joins, and nothing else stands, between the two.
    if (relations[between] !== joiner || between === part - 1) continue;
    hang(part, name, "conj");
    if ((heads[between] ?? -1) > between && heads[between] !== part) heads[between] = part;
  }
}

/** "Minister Ann Lee [compound, or nmod:desc, of Bob] and Minister Bob Day met": a person with a title is no part of the next one's name. In place. */
export function mendRunOnNames(tree: DraftTree): void {
  const { heads, relations, relationNames, pennTag } = tree;
  const [compound, title, flat, joined, joiner] = ["compound", "nmod:desc", "flat", "conj", "cc"].map((name) =>
    relationNames.indexOf(name),
  );
  const hang = hanger(tree);
  for (let first = 1; first + 2 < heads.length; first += 1) {
    const second = heads[first] ?? -1;
    if (
      (relations[first] !== compound && relations[first] !== title) ||
      second < first + 2 ||
      second - first > 2 * reach ||
      !pennTag(first).startsWith("NNP")
    )
      continue;
    let isPerson = false;
    let and = -1;
    for (let at = Math.max(0, first - reach); at < second; at += 1) {
      if (heads[at] === first && (relations[at] === title || relations[at] === flat)) isPerson = true;
      if (at > first && heads[at] === first && relations[at] === joined) isPerson = false;
      if (at > first && relations[at] === joiner) and = at;
    }
    if (!isPerson || and < 0) continue;
    hang(first, heads[second] ?? -1, relationNames[relations[second] ?? 0] ?? "");
    hang(second, first, "conj");
    heads[and] = second;
  }
}

/** "the leaders of both parties over lunch [nmod]": a meal is over the talks, not part of who was there. In place. */
export function mendMeals(forms: readonly string[], tree: DraftTree): void {
  const { heads, relations, relationNames, pennTag } = tree;
  const modifier = relationNames.indexOf("nmod");
  const hang = hanger(tree);
  for (let meal = 2; meal < heads.length; meal += 1) {
    if (relations[meal] !== modifier || !meals.test(forms[meal] ?? "")) continue;
    let over = meal - 1;
    while (over > 0 && meal - over < 4 && heads[over] === meal && forms[over] !== "over") over -= 1;
    if (forms[over] !== "over" || heads[over] !== meal) continue;
    let verb = heads[meal] ?? -1;
    for (let steps = 0; verb >= 0 && steps < reach && !/^VB/u.test(pennTag(verb)); steps += 1) verb = heads[verb] ?? -1;
    if (verb >= 0 && /^VB/u.test(pennTag(verb))) hang(meal, verb, "obl");
  }
}

const meals = /^(?:breakfast|brunch|lunch|luncheon|dinner|supper|meal|coffee|tea|drinks|beers?|steaks?|pizza)$/u;

/** "met with [case of dinner] Ann Lee over [case of dinner] dinner": of two prepositions the first is the nearer noun's. In place. */
export function mendFarPrepositions(tree: DraftTree): void {
  const { heads, relations, relationNames, pennTag } = tree;
  const mark = relationNames.indexOf("case");
  const hang = hanger(tree);
  for (let first = 0; first + 3 < heads.length; first += 1) {
    const noun = heads[first] ?? -1;
    if (relations[first] !== mark || noun < first + 4 || noun - first > farthest || pennTag(first) !== "IN") continue;
    // Behind the first preposition a whole noun phrase up to the second one of the same noun.
    let second = noun - 1;
    while (second > first && !(heads[second] === noun && relations[second] === mark)) second -= 1;
    if (second < first + 2 || pennTag(second) !== "IN") continue;
    const person = headWithin(heads, first + 1, second);
    if (person < 0 || !/^(?:NN|PRP$)/u.test(pennTag(person)) || heads[person] === -1) continue;
    heads[first] = person;
    const relation = relationNames[relations[person] ?? 0] ?? "";
    if (relation === "obj" || relation === "nmod" || relation === "compound") {
      const verb = heads[noun] ?? -1;
      if (verb >= 0 && verb < first) hang(person, verb, "obl");
    }
  }
}

/** The one word between two places that all others there hang on, directly or not; -1 where there are several. */
function headWithin(heads: Int32Array, from: number, to: number): number {
  let found = -1;
  for (let at = from; at < to; at += 1) {
    const head = heads[at] ?? -1;
    if (head >= from && head < to) continue;
    if (found >= 0) return -1;
    found = at;
  }
  return found;
}

const dayOrMonth =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/u;
const plainTitles =
  /^(?:President|Premier|Mayor|Senator|Governor|Chancellor|Minister|Secretary|Judge|General|Colonel|Captain|Sheikh|King|Queen|Prince|Princess|Pope|Mr\.?|Mrs\.?|Ms\.?|Dr\.?)$/u;

/** "met Elena [obj] Drozd [xcomp]", "Mayor [nsubj] Lindqvist [obl:unmarked] met": two names side by side under one verb are one. In place. */
export function mendSplitNames(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf } = handsOn(tree);
  for (let last = 1; last < heads.length; last += 1) {
    const first = last - 1;
    const verb = heads[last] ?? -1;
    if (verb < 0 || heads[first] !== verb || pennTag(first) !== "NNP" || pennTag(last) !== "NNP" || !/^VB/u.test(pennTag(verb))) continue;
    if (dayOrMonth.test(forms[last] ?? "") || dayOrMonth.test(forms[first] ?? "")) continue;
    if (!/^(?:nsubj|obj|iobj|obl)/u.test(relationOf(first)) || !/^(?:xcomp|obl:unmarked|nsubj|obj)/u.test(relationOf(last))) continue;
    if (verb > first && verb < last) continue;
    const core = [relationOf(first), relationOf(last)].find((relation) => /^(?:nsubj|obj|iobj)/u.test(relation)) ?? relationOf(first);
    if (!plainTitles.test(forms[first] ?? "")) {
      hang(first, verb, core);
      hang(last, first, "flat");
      continue;
    }
    hang(last, verb, core);
    hang(first, last, "nmod:desc");
    for (let child = Math.max(0, first - farthest); child < first; child += 1) if (heads[child] === first) heads[child] = last;
  }
}

/** "to meet Ann [obj], the sister [nsubj of meet] of Bob": behind the object of an infinitive and a comma it tells who that is. In place. */
export function mendSubjectsBehind(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let noun = 3; noun < heads.length; noun += 1) {
    const verb = heads[noun] ?? -1;
    if (relationOf(noun) !== "nsubj" || verb < 0 || verb > noun || noun - verb > farthest / 2 || pennTag(verb) !== "VB") continue;
    const object = childOf(verb, verb + 1, noun, /^obj$/u);
    if (object < 0 || !/^NN/u.test(pennTag(noun)) || !forms.slice(object, noun).includes(",")) continue;
    hang(noun, object, "appos");
  }
}

/** "Ann Lee [flat of Ann] and Tom [conj of Lee]": what is joined to a later part of a name is joined to the name. In place. */
export function mendPartsOfNames(tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { relationOf, childOf } = handsOn(tree);
  for (let token = 2; token < heads.length; token += 1) {
    const part = heads[token] ?? -1;
    if (relationOf(token) !== "conj" || part < 0 || part > token || relationOf(part) !== "flat") continue;
    const isJoined = pennTag(part).startsWith("NNP") && pennTag(token).startsWith("NN") && childOf(token, part, token, /^cc$/u) >= 0;
    if (isJoined) heads[token] = heads[part] ?? -1;
  }
}

/**
 * "Rohan Mehra and Sudha [conj of Rohan] Iyer [conj of Rohan]": of two name words side by side, both joined to one name and only the first by
 * "and", the second is a part of the first. In place.
 */
export function mendSplitConjuncts(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let last = 3; last < heads.length; last += 1) {
    const first = last - 1;
    if (relationOf(last) !== "conj" || relationOf(first) !== "conj" || heads[last] !== heads[first]) continue;
    if (!pennTag(first).startsWith("NNP") || !pennTag(last).startsWith("NNP") || forms[first - 1] !== "and") continue;
    if (childOf(last, first, last, /./u) >= 0) continue;
    hang(last, first, "flat");
  }
}

/** "Hong Kong [subject of met] Chief Executive Ann [flat of Hong] Lee met": a title between them parts a name from the one before. In place. */
export function mendTitledAfterPlaces(tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let name = 2; name < heads.length; name += 1) {
    const place = heads[name] ?? -1;
    if (relationOf(name) !== "flat" || place < 0 || name - place > 2 * reach || !pennTag(place).startsWith("NNP")) continue;
    if (childOf(name, place + 1, name, /^(?:amod|nmod:desc)$/u) < 0) continue;
    const above = heads[place] ?? -1;
    hang(name, above, relationOf(place));
    hang(place, name, "compound");
    for (let child = Math.max(0, place - 2 * reach); child < Math.min(heads.length, name + farthest); child += 1)
      if (heads[child] === place && (child > name || /^(?:case|det|mark)$/u.test(relationOf(child)))) heads[child] = name;
  }
}

/** "Presidents Ann Lee of Chad and Bob [conj of Chad] Day of Mali": who has a country of his own is joined to the person, not to hers. In place. */
export function mendJoinedBearers(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let second = 4; second < heads.length; second += 1) {
    const country = heads[second] ?? -1;
    if (relationOf(second) !== "conj" || country < 1 || second - country > 4 || relationOf(country) !== "nmod") continue;
    if (!pennTag(second).startsWith("NNP") || forms[country - 1] !== "of" || heads[country - 1] !== country) continue;
    const own = childOf(second, second + 1, second + 2 * reach, /^nmod$/u);
    if (own < 0 || forms[own - 1] !== "of") continue;
    const first = firstOfName(tree, heads[country] ?? -1);
    if (first >= 0 && first < country && pennTag(first).startsWith("NN")) hang(second, first, "conj");
  }
}
