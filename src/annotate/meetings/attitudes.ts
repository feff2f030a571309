/**
 * What an attitude says of the meeting in the phrase that hangs on it: "interested in talks", "opposed to meeting B", "paved the way for
 * a summit", "speculation about a meeting". Such words say nothing of whether it took place, and mostly that it has not.
 */
import { baseRelation, childBy, headOf, lowerOf, pennTagOf, type SyntaxTree, tagOf } from "../syntax/syntax-tree.ts";
import { hasNegation, isPredicate } from "../syntax/verb-groups.ts";
import { inflect, type Stance } from "./modality-words.ts";

export interface Attitude {
  /** The verb, adjective or noun that has the attitude. */
  readonly word: number;
  readonly stance: Stance;
}

type Table = ReadonlyMap<string, ReadonlyMap<string, Stance>>;

function table(entries: readonly (readonly [prepositions: string, stance: Stance, words: readonly string[]])[]): Table {
  const found = new Map<string, Map<string, Stance>>();
  for (const [prepositions, stance, words] of entries)
    for (const preposition of prepositions.split(" ")) {
      const of = found.get(preposition) ?? new Map<string, Stance>();
      for (const word of words) of.set(word, stance);
      found.set(preposition, of);
    }
  return found;
}

const words = (list: string): string[] => list.split(" ");

/** Verbs and adjectives with the prepositions that they take. */
const predicates = table([
  ["in", "wish", words("interested believe believes believed")],
  ["in", "refuse", words("uninterested")],
  ["on", "wish", [...inflect("insist gamble"), ...words("keen bent sold")]],
  ["on", "plan", [...inflect("decide agree settle"), ...words("intent set")]],
  ["about", "wish", [...inflect("wonder dream fantasise fantasize"), ...words("think thinks thinking thought")]],
  [
    "about over on",
    "wish",
    words("hesitant doubtful sceptical skeptical wary cautious serious enthusiastic optimistic pessimistic unsure uncertain undecided"),
  ],
  ["of", "wish", [...inflect("dream despair conceive"), ...words("think thinks thinking thought dreamt wary afraid scared capable")]],
  ["to", "wish", words("open amenable receptive close closer")],
  ["to", "refuse", [...inflect("object"), ...words("opposed averse hostile allergic")]],
  ["to", "plan", [...inflect("agree consent"), ...words("committed")]],
  [
    "for",
    "wish",
    [
      ...inflect("lobby angle campaign argue plead pray yearn clamor clamour long wait vote root hanker"),
      ...words("fight fights fought fighting hungry desperate impatient ready prepared"),
    ],
  ],
  ["for", "plan", [...inflect("brace opt+ prepare"), ...words("due bound")]],
  ["with", "wish", inflect("toy flirt")],
  ["at", "wish", inflect("hint aim")],
  ["at", "refuse", inflect("balk baulk")],
  [
    "from",
    "refuse",
    [
      ...inflect("refrain abstain shrink recoil desist shy"),
      ...inflect("ban+ bar+ prevent prohibit block dissuade discourage exclude deter restrain hinder"),
      ...words("shied forbidden keep keeps kept stop stops stopped stopping"),
    ],
  ],
  ["against", "wish", inflect("warn advise urge caution counsel recommend")],
]);

/** Verbs of what somebody only speaks or thinks of doing: "talked about meeting B", unlike "talked about a meeting with B". */
const ofDoing = /^(?:talk(?:s|ed|ing)?|sp(?:eak|eaks|oke|oken|eaking)|mus(?:e|es|ed)|jok(?:e|es|ed)|boast(?:s|ed))$/u;

/** Nouns with the prepositions that they take. */
const nouns = table([
  ["in", "wish", words("interest")],
  ["for to", "wish", words("way path road route ground grounds groundwork foundation foundations stage door doors basis scene")],
  [
    "for",
    "wish",
    words("readiness hope hopes support backing enthusiasm appetite pressure framework condition conditions terms case preference"),
  ],
  ["for to of", "wish", words("permission approval clearance blessing objection objections resistance aversion")],
  ["for to", "plan", words("consent agreement")],
  ["for of", "plan", words("venue timetable agenda diary calendar")],
  ["of about", "wish", words("talk hope hopes hint hints dream dreams fear fears expectation expectations likelihood odds risk danger")],
  ["of", "wish", words("verge brink favor favour point")],
  ["in to of for", "wish", words("benefit sense merit use usefulness reason")],
  [
    "about over on",
    "wish",
    words("doubt doubts reservations misgivings qualms speculation uncertainty question questions second thoughts hesitation"),
  ],
]);

/** Of talks that are there one can hope, fear or doubt whatever one likes. */
const ofWhatIsThere = new Set(
  words(
    "interest interested support backing talk fear fears expectation expectations doubt doubts reservations misgivings qualms speculation uncertainty " +
      "question questions thoughts hesitation hesitant doubtful sceptical skeptical wary cautious serious enthusiastic optimistic pessimistic unsure uncertain " +
      "undecided hint hints hinted hinting insist insists insisted insisting wonder wondered wonders think thinks thinking thought risk danger objection objections " +
      "resistance hope hopes argue argued argues arguing fight fights fought fighting campaigned vote votes voted",
  ),
);

/** Nouns whose lack says that somebody does not want to. */
const wants = new Set(
  words(
    "interest appetite enthusiasm support backing readiness preference favor favour consent permission approval blessing benefit sense merit use usefulness reason",
  ),
);
const shutting = /^(?:shut|shuts|shutting|clos(?:e|es|ed|ing)|slam(?:s|med|ming)?|bolt(?:s|ed)?)$/u;
const losing = /^(?:loses?|losing|lost|lack(?:s|ed|ing)?|with(?:hold|holds|held|holding)|den(?:y|ies|ied))$/u;

/** Whose attitude to the meeting its phrase hangs on, or null where the words take none. `meeting` is the noun or gerund, behind `preposition`. */
export function attitudeTo(tree: SyntaxTree, meeting: number, preposition: string): Attitude | null {
  const governor = headOf(tree, meeting);
  if (governor < 0) return null;
  const isThere = isKnown(tree, meeting);
  const noun = nounBefore(tree, meeting, governor);
  const found = noun >= 0 ? ofNoun(tree, noun, preposition, isThere) : null;
  if (found || noun === governor) return found;
  // "said yes to a meeting", "said no to talks".
  const answer = lowerOf(tree, childBy(tree, meeting, "case", "mark") - 1);
  if (preposition === "to" && (answer === "yes" || answer === "no"))
    return { word: governor, stance: answer === "yes" ? "plan" : "refuse" };
  const stopping = lowerOf(tree, governor) === "short" ? headOf(tree, governor) : governor;
  // "came close to meeting B", "stopped short of meeting B".
  if (preposition === "to" && /^(?:close|closer|near|nearer)$/u.test(answer)) return { word: governor, stance: "wish" };
  if (preposition === "of" && answer === "short" && /^stop/u.test(lowerOf(tree, stopping))) return { word: governor, stance: "not" };
  const word = lowerOf(tree, governor);
  const isDoing =
    /^(?:about|of)$/u.test(preposition) &&
    (pennTagOf(tree, meeting) === "VBG" || childBy(tree, meeting, "obj") > meeting) &&
    ofDoing.test(word);
  const stance = isDoing ? "wish" : predicates.get(preposition)?.get(word);
  if (stance === undefined || !isPredicate(tree, governor) || (isThere && ofWhatIsThere.has(word))) return null;
  return { word: governor, stance };
}

/** The noun that the phrase hangs on, or the object that stands right before it: "paved the way [obj] for talks [obl of paved]". */
function nounBefore(tree: SyntaxTree, meeting: number, governor: number): number {
  if (tagOf(tree, governor) === "NOUN") return governor;
  const mark = childBy(tree, meeting, "case", "mark");
  const before = mark - 1;
  return mark > governor && tagOf(tree, before) === "NOUN" && headOf(tree, before) === governor ? before : -1;
}

function ofNoun(tree: SyntaxTree, noun: number, preposition: string, isThere: boolean): Attitude | null {
  const word = lowerOf(tree, noun);
  // "shut the door on talks", "closed the door to a meeting"; "opened the door to talks" is a wish.
  if (/^doors?$/u.test(word) && /^(?:on|to)$/u.test(preposition) && shutting.test(lowerOf(tree, headOf(tree, noun))))
    return { word: noun, stance: hasNegation(tree, headOf(tree, noun)) ? "wish" : "refuse" };
  const stance = nouns.get(preposition)?.get(word);
  if (stance === undefined || (isThere && ofWhatIsThere.has(word))) return null;
  // "is on her way to Lima for talks".
  if (word === "way" && childBy(tree, noun, "nmod:poss") >= 0) return null;
  const above = headOf(tree, noun);
  const isLost = baseRelation(tree, noun) === "obj" && losing.test(lowerOf(tree, above));
  const isNone =
    lowerOf(tree, childBy(tree, noun, "det")) === "no" || [noun, above].some((at) => isPredicate(tree, at) && hasNegation(tree, at));
  if (wants.has(word) && (isLost || isNone)) return { word: noun, stance: "refuse" };
  return { word: noun, stance };
}

/** "the talks", "his meeting with B": of a meeting that the words take as given. */
function isKnown(tree: SyntaxTree, meeting: number): boolean {
  return /^(?:the|this|these|those|his|her|their|its)$/u.test(lowerOf(tree, childBy(tree, meeting, "det", "nmod:poss")));
}
