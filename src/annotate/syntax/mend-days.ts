/** Days behind nouns: what stands before the noun was hung on the day, "negotiating with [case of afternoon] the rebels Tuesday afternoon". */
import { type DraftTree, farthest, type Hands, handsOn, hangsOn } from "./draft-tree.ts";
import { weekdays } from "./mend-words.ts";

const partsOfDay = /^(?:morning|noon|afternoon|evening|night)$/u;
const beforeDays = /^(?:late|early|earlier|last|next|this)$/u;
/** "Bloody Sunday", "Independence Day Monday" is two. */
const namedAfterDays = /^(?:Good|Holy|Easter|Palm|Ash|Maundy|Whit|Bloody|Black|Super|Cyber|Giving|Shrove|Happy|Blue|Joe|Girl|Bowl)$/u;

/**
 * "negotiating with [case of afternoon] the [det of afternoon] rebels [compound of afternoon] Tuesday afternoon [obl]", "in a piece in the
 * Herald Friday": nothing but the day itself is governed there, so preposition and article are those of the noun before it, and the day tells when.
 * In place.
 */
export function mendDaysBehindNouns(forms: readonly string[], tree: DraftTree): void {
  const hands = handsOn(tree);
  for (let weekday = 2; weekday < forms.length; weekday += 1) {
    if (!weekdays.has(forms[weekday] ?? "") || namedAfterDays.test(forms[weekday - 1] ?? "")) continue;
    const day = tree.heads[weekday] === weekday + 1 && partsOfDay.test(forms[weekday + 1] ?? "") ? weekday + 1 : weekday;
    if (/^['’]s?$/u.test(forms[day + 1] ?? "") || tree.heads[day] === day + 1) continue;
    let start = weekday;
    while (start > 1 && beforeDays.test(forms[start - 1] ?? "")) start -= 1;
    const front = hands.childOf(day, day - farthest / 2, start - 1, /^(?:case|det|nmod:poss)$/u);
    const noun = front < 0 ? -1 : nounBetween(tree, hands, { front, start, day });
    if (noun >= 0) giveBack(tree, hands, { front, start, day, noun });
  }
}

/** "go back to the table on Monday [nmod of table]": no table has a day; they go on it. In place. */
export function mendDaysOfTables(forms: readonly string[], tree: DraftTree): void {
  const { heads } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let table = 2; table + 1 < forms.length; table += 1) {
    if (forms[table] !== "table" || relationOf(table) !== "obl" || (heads[table] ?? -1) < 0) continue;
    const day = childOf(table, table + 1, table + 5, /^nmod/u);
    if (day >= 0 && weekdays.has(forms[day] ?? "")) hang(day, heads[table] ?? -1, relationOf(day).replace("nmod", "obl"));
  }
}

/** Where the phrase begins whose parts hang on the day, and where the words of the time begin. */
interface Place {
  readonly front: number;
  readonly start: number;
  readonly day: number;
}

/** The one noun between the place's front and its day that does not hang on another word there, or -1. */
function nounBetween({ heads, pennTag }: DraftTree, { relationOf }: Hands, { front, start, day }: Place): number {
  let noun = -1;
  for (let word = front; word < start; word += 1) {
    const head = heads[word] ?? -1;
    if (head >= front && head < start) continue;
    if (head === day && /^(?:case|det|nmod:poss|amod|nummod|cc|advmod)$/u.test(relationOf(word))) continue;
    if (noun >= 0) return -1;
    noun = word;
  }
  if (noun < 0 || !/^(?:NN|PRP$|CD$)/u.test(pennTag(noun)) || !hangsOn(heads, start - 1, noun, 8)) return -1;
  if (/^(?:punct|cc|case|mark|root)$/u.test(relationOf(noun))) return -1;
  return heads[noun] === day && !/^(?:compound|nmod|amod|flat|nmod:desc|nmod:unmarked|obl:unmarked|conj|appos)$/u.test(relationOf(noun))
    ? -1
    : noun;
}

function giveBack({ heads, pennTag }: DraftTree, { hang, relationOf, childOf }: Hands, place: Place & { readonly noun: number }): void {
  const { front, start, day, noun } = place;
  const isGoverned = childOf(day, front, noun, /^case$/u) >= 0;
  // "the attack Tuesday killed ten", unlike "the paper Tuesday, said" and "Ann Tuesday said".
  const isSubject = relationOf(day).startsWith("nsubj") && pennTag(noun) === "NN" && relationOf(day + 1) !== "punct";
  if (heads[noun] === day) {
    hang(noun, heads[day] ?? -1, relationOf(day).replace(":unmarked", ""));
    // What stands behind the day tells of the noun, or of what happened; what stands before it all, of the clause.
    for (let child = Math.max(0, front - farthest); child < Math.min(heads.length, day + farthest); child += 1)
      if (heads[child] === day && (child < front || child > day) && relationOf(child) !== "punct") heads[child] = noun;
  } else if (isGoverned && /^(?:obj|iobj|xcomp|nsubj|obl:unmarked)$/u.test(relationOf(noun)) && (heads[noun] ?? -1) < front) {
    hang(noun, heads[noun] ?? -1, "obl");
  }
  for (let child = front; child < start; child += 1) if (heads[child] === day && child !== noun) heads[child] = noun;
  // "who is [cop] in Oslo Monday": what hangs so is no part of a phrase.
  const isClause = (word: number): boolean =>
    /^VB/u.test(pennTag(word)) || relationOf(word) === "root" || childOf(word, word - farthest, word, /^(?:cop|mark|nsubj)/u) >= 0;
  let above = noun;
  for (let steps = 0; !isSubject && steps < 8 && !isClause(above) && (heads[above] ?? -1) >= 0; steps += 1) above = heads[above] ?? -1;
  hang(day, above, isClause(above) ? "obl:unmarked" : "nmod:unmarked");
}

/**
 * "on [case of Ann] Wednesday [compound of Ann] President Ann [obl of sat] and Bob [nsubj of sat] sat": the preposition governs the day, and
 * whoever is named behind it does what the verb says. In place.
 */
export function mendDaysBeforeNames(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf, join } = handsOn(tree);
  for (let mark = 0; mark + 3 < heads.length; mark += 1) {
    const day = mark + 1;
    const name = heads[mark] ?? -1;
    if (!/^[Oo]n$/u.test(forms[mark] ?? "") || !weekdays.has(forms[day] ?? "") || relationOf(mark) !== "case") continue;
    if (name <= day || name - day > 10 || !pennTag(name).startsWith("NNP") || !hangsOn(heads, day, name, 4)) continue;
    const verb = heads[name] ?? -1;
    if (verb < name || verb - name > farthest / 2 || relationOf(name) !== "obl" || !/^VB/u.test(pennTag(verb))) continue;
    // "on Monday night Ann left": nothing of the day but itself stands before the name.
    if (partsOfDay.test(forms[day + 1] ?? "") || forms[day + 1] === ",") continue;
    const second = childOf(verb, name + 1, verb, /^nsubj/u);
    const isJoined = second >= 0 && forms.slice(name + 1, second).includes("and") && !forms.slice(name + 1, second).includes(",");
    if (second >= 0 && !isJoined) continue;
    const finite = childOf(verb, name, verb, /^aux/u);
    if (second < 0 && finite < 0 && !/^VB[DZP]$/u.test(pennTag(verb))) continue;
    hang(name, verb, second >= 0 ? relationOf(second) : childOf(verb, name, verb, /^aux:pass$/u) >= 0 ? "nsubj:pass" : "nsubj");
    if (second >= 0) {
      const joiner = forms.indexOf("and", name + 1);
      join(name, joiner, second);
    }
    hang(day, verb, "obl");
    hang(mark, day, "case");
  }
}
