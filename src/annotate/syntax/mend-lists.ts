/** Where lists end and what belongs to their members: "Ann, the mayor, and Bob, the premier", "Ann, aldermen and envoys", "Ann's offer". */
import { type DraftTree, farthest, firstOfName, handsOn, hangsOn } from "./draft-tree.ts";

/** "met Ann and Bob [conj of Ann], the head [conj of Ann] of a union": behind the last of a list a comma opens what is said of that one. In place. */
export function mendClosedLists(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let noun = 4; noun < heads.length; noun += 1) {
    const first = heads[noun] ?? -1;
    if (relationOf(noun) !== "conj" || first < 0 || first > noun || noun - first > farthest || pennTag(noun) !== "NN") continue;
    const article = childOf(noun, noun - 6, noun, /^det$/u);
    if (article < 2 || forms[article] !== "the" || forms[article - 1] !== "," || childOf(noun, first, noun, /^cc$/u) >= 0) continue;
    const last = closingName(tree, first, article - 2);
    if (last >= 0) hang(noun, last, "appos");
  }
}

/** The name that "and" joins to the first of a list as its last, whose phrase ends with the word; -1 where there is none. */
function closingName(tree: DraftTree, first: number, end: number): number {
  const { heads, pennTag } = tree;
  const { relationOf, childOf } = handsOn(tree);
  let last = end;
  while (last > first && !(heads[last] === first && relationOf(last) === "conj")) last -= 1;
  const isClosed = last > first && childOf(last, first, last, /^cc$/u) >= 0 && pennTag(last).startsWith("NNP");
  return isClosed && hangsOn(heads, end, last, 6) ? last : -1;
}

/**
 * "Chad and Niger [conj of Chad], two neighbours [conj of Chad] at odds, met": behind a list that "and" closed, a plural between commas says what
 * they are. In place.
 */
export function mendPluralsOfLists(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let plural = 4; plural + 1 < heads.length; plural += 1) {
    const first = heads[plural] ?? -1;
    if (relationOf(plural) !== "conj" || pennTag(plural) !== "NNS" || first < 0 || first > plural || plural - first > 2 * farthest)
      continue;
    let start = plural;
    while (start > first && forms[start - 1] !== "," && hangsOn(heads, start - 1, plural, 6)) start -= 1;
    const last = start - 2;
    if (forms[start - 1] !== "," || last <= first || childOf(plural, start, plural, /^cc$/u) >= 0) continue;
    if (!pennTag(first).startsWith("NNP") || closingName(tree, first, last) < 0) continue;
    let end = plural + 1;
    while (end < heads.length && forms[end] !== "," && hangsOn(heads, end, plural, 8)) end += 1;
    if (forms[end] === "," && childOf(first, plural + 1, heads.length, /^conj$/u) < 0) hang(plural, first, "appos");
  }
}

/**
 * "Ann Lee, aldermen [appos of Ann] and envoys will meet": many are not what one is called; before the verb, without a comma that ends the
 * aside, they stand beside her. In place.
 */
export function mendListedSides(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let many = 2; many < heads.length; many += 1) {
    const one = heads[many] ?? -1;
    if (relationOf(many) !== "appos" || one < 0 || one > many || many - one > 16 || pennTag(many) !== "NNS") continue;
    if (pennTag(one) !== "NNP" || relationOf(one) !== "nsubj" || childOf(many, one, many, /^(?:det|nmod:poss)$/u) >= 0) continue;
    const joined = childOf(many, many + 1, many + 16, /^conj$/u);
    if (joined < 0 || childOf(joined, many, joined, /^cc$/u) < 0 || !/^NN/u.test(pennTag(joined))) continue;
    let end = joined + 1;
    while (end < heads.length && end - joined < farthest && hangsOn(heads, end, joined, 6)) end += 1;
    if (/^(?:MD|VB[DP])$/u.test(pennTag(end)) && forms[end - 1] !== ",") hang(many, one, "conj");
  }
}

/**
 * "talked to the welder, the nurse [appos of welder], the head [appos of welder] of the school": what says who somebody is has more to say than one
 * noun; with articles alike and a third behind it, it is the second of a list. In place.
 */
export function mendUnjoinedLists(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  /** What opens the phrase behind a comma: "the", or "a" also for "an"; nothing for other phrases. */
  const openerOf = (noun: number): string => {
    const article = childOf(noun, noun - 6, noun, /^det$/u);
    return /^NNS?$/u.test(pennTag(noun)) && article >= 0 ? (forms[article] ?? "").replace(/^an$/u, "a") : "";
  };
  const follows = (noun: number): boolean => forms[childOf(noun, noun - 6, noun, /^det$/u) - 1] === ",";
  for (let second = 4; second + 2 < heads.length; second += 1) {
    const first = heads[second] ?? -1;
    if (relationOf(second) !== "appos" || first < 0 || first > second || second - first > 8) continue;
    if (!/^(?:obj|obl|nmod)$/u.test(relationOf(first)) || !/^(?:the|a)$/u.test(openerOf(second))) continue;
    if (openerOf(first) !== openerOf(second) || !follows(second)) continue;
    if (childOf(second, second + 1, second + farthest / 2, /^(?:nmod|acl|acl:relcl)$/u) >= 0) continue;
    const isNext = (other: number): boolean =>
      (heads[other] === first || heads[other] === second) &&
      /^(?:appos|conj)$/u.test(relationOf(other)) &&
      openerOf(other) === openerOf(first) &&
      follows(other);
    const rest: number[] = [];
    for (let other = second + 1; other < Math.min(heads.length, second + farthest / 2); other += 1) if (isNext(other)) rest.push(other);
    if (rest.length > 0) for (const other of [second, ...rest]) hang(other, first, "conj");
  }
}

/**
 * "The presidents of Chad [nmod] and Peru, Ann [conj of Chad] Lee and Tom [conj of Ann] Ray, met": behind a list that "and" closed, the names of
 * those who hold the office there. In place.
 */
export function mendNamesOfOffices(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let name = 5; name + 2 < heads.length; name += 1) {
    const first = heads[name] ?? -1;
    const office = heads[first] ?? -1;
    if (relationOf(name) !== "conj" || first < 0 || first > name || name - first > farthest || !pennTag(name).startsWith("NNP")) continue;
    if (forms[name - 1] !== "," || relationOf(first) !== "nmod" || office < 0 || office > first || pennTag(office) !== "NNS") continue;
    const last = childOf(first, first + 1, name, /^conj$/u);
    const isClosed = last > first && childOf(last, first, last, /^cc$/u) >= 0 && hangsOn(heads, name - 2, last, 6);
    const second = Math.max(childOf(name, name + 1, name + 12, /^conj$/u), childOf(first, name + 1, name + 12, /^conj$/u));
    if (!isClosed || second < 0 || childOf(second, name, second, /^cc$/u) < 0) continue;
    hang(name, office, "appos");
    hang(second, name, "conj");
  }
}

/** "dismissed Ann [iobj of dismissed] 's offer": whose name stands before the mark is whose the noun behind it is. In place. */
export function mendPossessives(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf, join } = handsOn(tree);
  for (let mark = 1; mark + 1 < heads.length; mark += 1) {
    if (!/^['’]s?$/u.test(forms[mark] ?? "") || relationOf(mark) !== "case" || pennTag(mark) !== "POS") continue;
    const owner = firstOfName(tree, heads[mark] ?? -1);
    if (owner < 0 || owner > mark) continue;
    // "Frisco's for dinner": a name of its own.
    if (/^(?:obj|iobj|obl)$/u.test(relationOf(owner)) && /^(?:NN|JJ|CD|VB[GN])/u.test(pennTag(mark + 1))) {
      let noun = mark + 1;
      for (let steps = 0; steps < 6 && (heads[noun] ?? -1) > noun && (heads[noun] ?? -1) - mark < 8; steps += 1) noun = heads[noun] ?? noun;
      // A noun on whose phrase the owner does not stand already.
      if (/^NN/u.test(pennTag(noun)) && noun !== owner && !hangsOn(heads, noun, owner, 16)) hang(owner, noun, "nmod:poss");
    }
    // "Chad's Ann Lee and Peru [conj of Ann] 's Tom [conj of Ann] Ray": his country.
    const [first, bearer] = [heads[owner] ?? -1, mark + 1];
    if (first >= 0 && first < owner && relationOf(owner) === "conj" && relationOf(bearer) === "conj" && heads[bearer] === first) {
      const joiner = childOf(owner, first, owner, /^cc$/u);
      if (joiner >= 0) join(first, joiner, bearer);
      hang(owner, bearer, "nmod:poss");
    }
    // "dismissed President [nmod:poss of offer] Ann Lee's offer": her title.
    const title = owner - 1;
    const isTitle = relationOf(owner) === "nmod:poss" && relationOf(title) === "nmod:poss" && heads[title] === heads[owner];
    if (title >= 0 && isTitle && /^NN/u.test(pennTag(title)) && pennTag(owner).startsWith("NNP")) hang(title, owner, "nmod:desc");
  }
}

const fields =
  /^(?:security|defen[cs]e|finance|trade|energy|police|intelligence|military|justice|health|interior|labou?r|army|government|business|union|church|opposition|industry|agriculture|transport|party)$/u;
const officeHolders =
  /^(?:officials|ministers|leaders|officers|chiefs|commanders|experts|representatives|negotiators|secretaries|delegates|envoys|diplomats|advis[eo]rs|delegations|executives)$/u;

/** "between Israeli defense [nmod] and foreign ministers [conj of defense]": two fields of those whom both stand in front of. In place. */
export function mendJoinedFields(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf, join } = handsOn(tree);
  for (let field = 0; field + 2 < heads.length; field += 1) {
    const joiner = field + 1;
    if (forms[joiner] !== "and" || pennTag(field) !== "NN" || !fields.test(forms[field] ?? "")) continue;
    const holders = childOf(field, field + 2, field + 5, /^conj$/u);
    if (holders < field + 3 || !officeHolders.test(forms[holders] ?? "")) continue;
    // "met the opposition and foreign ministers": with an article of its own it is somebody.
    if (childOf(field, field - 6, field, /^(?:det|nmod:poss)$/u) >= 0 || childOf(holders, field, holders, /^(?:det|case|nmod:poss)$/u) >= 0)
      continue;
    hang(holders, heads[field] ?? -1, relationOf(field));
    for (let child = Math.max(0, field - 8); child < Math.min(heads.length, holders + farthest); child += 1)
      if (heads[child] === field && child !== holders) hang(child, holders, relationOf(child));
    hang(field, holders, "compound");
    join(field, joiner, holders - 1);
  }
}

/**
 * "the rebel groups [nsubj of met] ELN [obj of met] and FARC met": two names right behind a plural are those that it announces; behind one union,
 * "the union TDU and the operator [conj of TDU] Halden", what is joined stands beside the union. In place.
 */
export function mendAnnouncedNames(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let noun = 0; noun + 3 < heads.length; noun += 1) {
    const name = noun + 1;
    const tag = pennTag(noun);
    if (!tag.startsWith("NN") || !pennTag(name).startsWith("NNP")) continue;
    const joined = childOf(name, name + 1, name + farthest, /^conj$/u);
    if (joined < 0 || (forms[name + 1] !== "and" && childOf(joined, name + 1, joined, /^cc$/u) < 0)) continue;
    const isBeside = heads[name] === noun && /^(?:appos|nmod:desc)$/u.test(relationOf(name));
    if (/S$/u.test(tag)) {
      const isObject =
        heads[name] === heads[noun] && relationOf(name) === "obj" && relationOf(noun) === "nsubj" && (heads[name] ?? -1) > joined;
      if (isBeside || isObject) hang(name, noun, "appos");
      continue;
    }
    // "the union TDU and its [nmod:poss] leader" as well; but not "the paper Day and Night", one name.
    const own = childOf(joined, name + 1, joined, /^(?:det|nmod:poss|compound|amod|nmod:desc)$/u);
    const isNoun = pennTag(joined) === "NN" || (own >= 0 && pennTag(own) === "NN");
    if (tag === "NN" && isBeside && own >= 0 && isNoun && forms[name + 1] !== ",") hang(joined, noun, "conj");
  }
}

/**
 * "Secretary Ann Lee and United Nations head Bob [nmod of Ann] Day met": a second name without a preposition, behind an "and" of its own phrase,
 * stands beside the first. In place.
 */
export function mendNamesBeside(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { relationOf, childOf, join } = handsOn(tree);
  for (let second = 3; second < heads.length; second += 1) {
    const first = heads[second] ?? -1;
    if (relationOf(second) !== "nmod" || first < 0 || first > second || second - first > 16) continue;
    if (!pennTag(first).startsWith("NNP") || !pennTag(second).startsWith("NNP") || childOf(second, first, second, /^(?:case|det)$/u) >= 0)
      continue;
    let end = first + 1;
    while (heads[end] === first && relationOf(end) === "flat") end += 1;
    if (forms[end] !== "and" || relationOf(end) !== "cc" || !hangsOn(heads, end, second, 6)) continue;
    join(first, end, second);
  }
}

/** "six nations bordering Chad -- Mali [appos of Chad], Niger [conj of Chad] and Kenya": behind a dash, a number of them is listed. In place. */
export function mendCountedLists(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let item = 3; item < heads.length; item += 1) {
    const before = heads[item] ?? -1;
    if (relationOf(item) !== "appos" || before < 0 || before > item || !/^(?:-|--|–|—|:)$/u.test(forms[item - 1] ?? "")) continue;
    let many = before;
    for (let steps = 0; steps < 4 && many >= 0 && pennTag(many) !== "NNS"; steps += 1) many = heads[many] ?? -1;
    if (many < 0 || many === before || many > before || childOf(many, many - 4, many, /^nummod$/u) < 0) continue;
    hang(item, many, "appos");
    for (let other = item + 1; other < Math.min(heads.length, item + farthest); other += 1)
      if (heads[other] === before && relationOf(other) === "conj") hang(other, item, "conj");
  }
}

const roles =
  /^(?:officials|ministers|leaders|diplomats|envoys|negotiators|representatives|mediators|lawmakers|commanders|executives|delegates|ambassadors|presidents|chiefs|heads|delegations|aides|advis[eo]rs|generals|bishops|clerics|imams|rabbis|mayors|governors)$/u;

/** "met diplomats from countries and leaders [conj of countries] of a union": people are joined to people, and what stands behind them is theirs. In place. */
export function mendJoinedPeople(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let second = 4; second < heads.length; second += 1) {
    const country = heads[second] ?? -1;
    const first = country < 0 ? -1 : (heads[country] ?? -1);
    if (relationOf(second) !== "conj" || !roles.test(forms[second] ?? "") || country > second || second - country > farthest / 4) continue;
    if (
      first < 0 ||
      first > country ||
      relationOf(country) !== "nmod" ||
      !roles.test(forms[first] ?? "") ||
      roles.test(forms[country] ?? "")
    )
      continue;
    const joiner = childOf(second, country, second, /^cc$/u);
    // "from unions, parties and leaders": a list has its own end.
    if (joiner < 0 || !/^NN/u.test(pennTag(country)) || childOf(country, country + 1, second, /^conj$/u) >= 0) continue;
    hang(second, first, "conj");
    for (let child = second + 1; child < Math.min(heads.length, second + farthest / 4); child += 1)
      if (heads[child] === country && relationOf(child) === "nmod") hang(child, second, "nmod");
  }
}

/** "Ann Lee [compound of Bob] of Fatah, Bob Day and Cem Kurt are meeting": a comma parts the first of a list from the second. In place. */
export function mendRunOnLists(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let first = 0; first + 4 < heads.length; first += 1) {
    const second = heads[first] ?? -1;
    if (second < first + 3 || second - first > farthest / 3 || !/^(?:compound|amod|nmod:desc)$/u.test(relationOf(first))) continue;
    if (!pennTag(first).startsWith("NNP") || !pennTag(second).startsWith("NNP") || childOf(first, first + 1, second, /^flat$/u) < 0)
      continue;
    const comma = childOf(first, first + 1, second, /^punct$/u);
    const third = childOf(second, second + 1, second + farthest / 3, /^conj$/u);
    if (comma < 0 || forms[comma] !== "," || third < 0 || !forms.slice(second, third).includes("and")) continue;
    hang(first, heads[second] ?? -1, relationOf(second));
    for (let child = Math.max(0, first - 8); child < Math.min(heads.length, second + farthest); child += 1) {
      const isOuter = child < first ? /^(?:case|mark|cc)$/u.test(relationOf(child)) : child > second && relationOf(child) === "conj";
      if (heads[child] === second && isOuter) heads[child] = first;
    }
    hang(second, first, "conj");
  }
}

const encounters = /^(?:meet|meets|meeting|met|host|hosts|hosting|hosted|join|joins|joining|joined)$/u;

/** "met with ministers [obl] from ten nations [obl of met]": people whom one meets are from there; the meeting is not. In place. */
export function mendOrigins(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let people = 1; people + 2 < heads.length; people += 1) {
    const origin = heads[people + 1] ?? -1;
    if (forms[people + 1] !== "from" || relationOf(people + 1) !== "case" || origin < people || !roles.test(forms[people] ?? "")) continue;
    const verb = heads[people] ?? -1;
    if (verb < 0 || verb > people || heads[origin] !== verb || relationOf(origin) !== "obl" || !/^NN/u.test(pennTag(origin))) continue;
    const isGoverned = relationOf(people) === "obl" && childOf(people, verb, people, /^case$/u) >= 0;
    if (isGoverned || (relationOf(people) === "obj" && encounters.test(forms[verb] ?? ""))) hang(origin, people, "nmod");
  }
}
