/** "the group", "the company", "the envoy", "the city" → the entity they describe, where one is clearly nearest. */
import { foldCase } from "../../text/fold-case.ts";
import { isDemonym, type Lexicon } from "../../text/lexicon.ts";
import { nounKind, singularOf } from "../../text/noun-kinds.ts";
import { baseRelation, childrenOf, lowerOf, relationOf, type SyntaxTree, tagOf } from "../syntax/syntax-tree.ts";
import type { Draft } from "./entity-drafts.ts";
import type { Expression } from "./referring-expressions.ts";
import type { Expressions } from "./resolve-pronouns.ts";

/** What a noun can describe: words that an organisation's name must, or must not, contain. */
const groupNouns = new Set("group organization organisation movement faction militia militants network".split(" "));
/** Groups that fight: nothing else is called so unless the article calls it a group before. */
const armedNouns = new Set("militia militants faction".split(" "));
const companyNouns = new Set("company firm corporation automaker carmaker airline bank retailer manufacturer startup".split(" "));
const bodyNouns = new Set("agency ministry department committee council commission party union university court bloc alliance".split(" "));
const governmentWords =
  /\b(?:department|ministry|house|office|congress|senate|parliament|council|kremlin|pentagon|court|commission|treasury|government|embassy)\b/u;
/** Bodies that nobody calls a group or a company. */
const otherBodies = /\b(?:university|college|school|institute|academy|hospital|church|party|museum|parliament)\b/u;
const media =
  /^(?:reuters|ap|afp|axios|cnn|bbc|nbc|abc|cbs|npr|politico|bloomberg|associated press|agence france-presse|fox news|al jazeera|xinhua|tass|interfax|haaretz|.* (?:times|post|journal|news|tribune|herald|guardian))$/u;

/** Which kind of description a noun is, or null when it describes no organisation. */
function descriptionKind(noun: string): "group" | "company" | "body" | null {
  if (groupNouns.has(noun)) return "group";
  if (companyNouns.has(noun)) return "company";
  return bodyNouns.has(noun) ? "body" : null;
}

/** True when an organisation of this name can be called `the ${noun}`. */
function canDescribe(kind: "group" | "company" | "body", noun: string, name: string): boolean {
  const folded = foldCase(name);
  if (media.test(folded)) return false;
  if (kind === "body")
    return folded.includes(noun) || (noun === "bloc" && folded.includes("union")) || (noun === "alliance" && folded === "nato");
  return !governmentWords.test(folded) && !otherBodies.test(folded);
}

export interface Description {
  /** Index of the described expression. */
  readonly expression: number;
  readonly draft: number;
  readonly confidence: number;
  readonly decidedBy: string;
}

/** How many sentences back an organisation or a place may lie. */
const reach = 4;
/** How many expressions are looked at, so that a text without an end costs no more than its length. */
const expressionReach = 1000;

/** Reads every description in the order of the text, and sets its referent. */
export function resolveDescriptions(input: Expressions, drafts: readonly Draft[], lexicon: Lexicon): Description[] {
  const { tree, expressions, referents } = input;
  const nouns = describingNouns(tree, expressions, referents, drafts.length);
  const found: Description[] = [];
  const named = new Set(expressions.flatMap(({ form, firstToken, head }) => (form === "name" ? [firstToken, head] : [])));
  expressions.forEach((expression, index) => {
    const isNew = (referents[index] ?? -1) >= drafts.length;
    if (!isNew || expression.form !== "nominal" || expression.joinedWith >= 0 || expression.isPlural) return;
    if (!opensDescription(tree, expression, lexicon) || explainsName(tree, expression, named)) return;
    const noun = singularOf(lowerOf(tree, expression.head));
    const described =
      describedOrganization(input, drafts, nouns, index, noun, lexicon) ??
      describedPlace(input, drafts, index, noun, lexicon) ??
      describedPerson(input, drafts, nouns, index, noun, lexicon) ??
      describedByAge(input, drafts, index) ??
      describedSubject(input, drafts, index, noun, lexicon);
    if (!described) return;
    referents[index] = described.draft;
    found.push({ expression: index, ...described });
  });
  return found;
}

/** "the group", "the militant group": nothing behind the noun that picks out another ("the group of nurses that …"). */
function opensDescription(tree: SyntaxTree, { head, determiner }: Expression, lexicon: Lexicon): boolean {
  if (determiner !== "definite") return false;
  // "The Nation", "The Group": a name that the recogniser passed over.
  if (/^\p{Lu}/u.test(tree.tokens[head]?.text ?? "")) return false;
  for (const child of childrenOf(tree, head)) {
    const relation = relationOf(tree, child);
    if (child > head && (relation === "nmod" || relation.startsWith("acl") || relation === "appos" || relation === "nummod")) return false;
    const lower = lowerOf(tree, child);
    // "the Paralympic movement" is none of those named before; "the Palestinian group", "the Vermont senator" may be.
    const isCapital = child < head && /^\p{Lu}/u.test(tree.tokens[child]?.text ?? "") && lower !== "the";
    if (isCapital && !isDemonym(lexicon, lower) && !lexicon.places.has(lower) && !lexicon.countryByName.has(lower)) return false;
    if (child < head && ["other", "another", "same", "former", "new", "next", "first", "second", "latter"].includes(lower)) return false;
  }
  return true;
}

/** "Keep Our Trees, the campaign group, …": the words before the comma are the name, though no recogniser knows it. */
function explainsName({ tokens }: SyntaxTree, { firstToken, head }: Expression, named: ReadonlySet<number>): boolean {
  const before = firstToken - 2;
  return (
    tokens[firstToken - 1]?.text === "," &&
    /^[,.]$/u.test(tokens[head + 1]?.text ?? "") &&
    /^\p{Lu}/u.test(tokens[before]?.text ?? "") &&
    !named.has(before)
  );
}

/** For each draft the nouns that the article calls it by: "the militant group Hamas", "Ann Lee, the envoy", "Lee is a judge". */
function describingNouns(
  tree: SyntaxTree,
  expressions: readonly Expression[],
  referents: Int32Array,
  draftCount: number,
): ReadonlyMap<number, ReadonlySet<string>> {
  const nouns = new Map<number, Set<string>>();
  const add = (draft: number, noun: string): void => {
    const known = nouns.get(draft);
    if (known) known.add(noun);
    else nouns.set(draft, new Set([noun]));
  };
  expressions.forEach((expression, index) => {
    const referent = referents[index] ?? -1;
    if (referent < 0 || referent >= draftCount || expression.joinedWith >= 0) return;
    if (expression.form === "nominal") add(referent, singularOf(lowerOf(tree, expression.head)));
    if (expression.form !== "name") return;
    for (const child of childrenOf(tree, expression.head)) {
      if (child >= expression.firstToken || tagOf(tree, child) !== "NOUN") continue;
      const relation = baseRelation(tree, child);
      if (relation === "compound" || relation === "nmod" || relation === "appos") add(referent, singularOf(lowerOf(tree, child)));
    }
  });
  return nouns;
}

type Described = Omit<Description, "expression">;

/** The nearest organisation that can be called so; in an earlier sentence its subject before the others. */
function describedOrganization(
  { tree, expressions, referents, isLabel }: Expressions,
  drafts: readonly Draft[],
  nouns: ReadonlyMap<number, ReadonlySet<string>>,
  index: number,
  noun: string,
  lexicon: Lexicon,
): Described | null {
  const kind = descriptionKind(noun);
  const head = expressions[index]?.head ?? -1;
  const before = head < 0 ? [] : [...childrenOf(tree, head)].filter((child) => child < head);
  const origins = before.flatMap((child) => countryOf(lowerOf(tree, child), lexicon) ?? []);
  if (kind === null && ![...nouns.values()].some((known) => known.has(noun))) return null;
  const here = expressions[index]?.sentenceIndex ?? 0;
  let best: { readonly draft: number; readonly expression: Expression } | undefined;
  for (let at = index - 1; at >= Math.max(0, index - expressionReach); at -= 1) {
    const expression = expressions[at];
    if (!expression || here - expression.sentenceIndex > reach) break;
    if (best && expression.sentenceIndex < best.expression.sentenceIndex) break;
    const draft = referents[at] ?? -1;
    // "the campaign group … The group": the one that no name stands for is meant.
    if (!best && kind && draft >= drafts.length && expression.form === "nominal" && singularOf(lowerOf(tree, expression.head)) === noun)
      return null;
    const cluster = drafts[draft]?.cluster;
    if (cluster?.type !== "ORGANIZATION" || expression.joinedWith >= 0 || isLabel[at]) continue;
    if (origins.length > 0 && isOfOtherOrigin(cluster.name, origins, lexicon)) continue;
    const called = nouns.get(draft);
    if (!called?.has(noun)) {
      if (armedNouns.has(noun) && ![...(called ?? [])].some((known) => groupNouns.has(known))) continue;
      if (!kind || !canDescribe(kind, noun, cluster.name)) {
        // "the agency" may be the one of whose kind the letters say nothing.
        if (!best && kind === "body" && expression.sentenceIndex === here && isOpaque(cluster.name)) return null;
        continue;
      }
    }
    if (!best || (expression.role === "subject" && expression.sentenceIndex < here)) best = { draft, expression };
  }
  if (!best) return null;
  const distance = here - best.expression.sentenceIndex;
  return { draft: best.draft, confidence: distance > 2 ? 0.55 : 0.75, decidedBy: `the-${kind ?? "called-so"}` };
}

/** The country that a demonym or a country's name stands for. */
function countryOf(word: string, lexicon: Lexicon): string | null {
  return lexicon.countryByDemonym.get(word)?.name ?? lexicon.countryByName.get(word)?.name ?? null;
}

/** "the U.S. space agency" is not the European Space Agency. */
function isOfOtherOrigin(name: string, origins: readonly string[], lexicon: Lexicon): boolean {
  return foldCase(name)
    .split(" ")
    .some((word) => isDemonym(lexicon, word) && !origins.includes(countryOf(word, lexicon) ?? ""));
}

/** Capitals alone: "NASA" says of no kind of body that it is none. */
function isOpaque(name: string): boolean {
  return /^\p{Lu}{3,}$/u.test(name);
}

const countryNouns = new Set(["country", "nation", "kingdom", "republic"]);
const townNouns = new Set(["city", "town", "village", "capital"]);

/** "the country", "the city": the nearest place of that sort. */
function describedPlace(
  { expressions, referents }: Expressions,
  drafts: readonly Draft[],
  index: number,
  noun: string,
  lexicon: Lexicon,
): Described | null {
  const isCountry = countryNouns.has(noun);
  if (!isCountry && !townNouns.has(noun)) return null;
  const here = expressions[index]?.sentenceIndex ?? 0;
  for (let at = index - 1; at >= Math.max(0, index - expressionReach); at -= 1) {
    const expression = expressions[at];
    if (!expression || here - expression.sentenceIndex > reach) break;
    const draft = referents[at] ?? -1;
    const cluster = drafts[draft]?.cluster;
    if (cluster?.type !== "PLACE" || expression.joinedWith >= 0) continue;
    const folded = foldCase(cluster.name);
    if (lexicon.countryByName.has(folded) !== isCountry) continue;
    if (!isCountry && !lexicon.cities.has(folded)) continue;
    return { draft, confidence: 0.7, decidedBy: isCountry ? "the-country" : "the-town" };
  }
  return null;
}

/** Nouns that fit so many that they point at nobody. */
const vagueNouns = new Set("man woman person guy citizen human native resident member one people kid individual local someone".split(" "));

/** "the envoy": the person last named who holds such a role. */
function describedPerson(
  { referents }: Expressions,
  drafts: readonly Draft[],
  nouns: ReadonlyMap<number, ReadonlySet<string>>,
  index: number,
  noun: string,
  lexicon: Lexicon,
): Described | null {
  if (nounKind(noun, lexicon) !== "person" || vagueNouns.has(noun)) return null;
  for (let at = index - 1; at >= Math.max(0, index - expressionReach); at -= 1) {
    const referent = referents[at] ?? -1;
    const draft = drafts[referent];
    if (draft?.cluster.type !== "PERSON") continue;
    const holds = draft.roles.some((role) => !role.former && headOfTitle(role.title).endsWith(` ${noun}`));
    if (holds || nouns.get(referent)?.has(noun)) return { draft: referent, confidence: 0.75, decidedBy: "the-role" };
  }
  return null;
}

/**
 * "Ann Lee issued a warning. … the senator wrote": a title as subject is the subject of the sentence before, where the two sentences
 * name no other person and nobody in the article is known to hold that title.
 */
function describedSubject(
  { expressions, referents }: Expressions,
  drafts: readonly Draft[],
  index: number,
  noun: string,
  lexicon: Lexicon,
): Described | null {
  const expression = expressions[index];
  if (expression?.role !== "subject" || !lexicon.roleNouns.has(noun)) return null;
  let subject = -1;
  for (let at = index - 1; at >= Math.max(0, index - expressionReach); at -= 1) {
    const other = expressions[at];
    if (!other || expression.sentenceIndex - other.sentenceIndex > 1) break;
    const referent = referents[at] ?? -1;
    if (drafts[referent]?.cluster.type !== "PERSON") continue;
    if (subject >= 0 && subject !== referent) return null;
    if (other.role !== "subject" && subject < 0) return null;
    subject = referent;
  }
  const draft = drafts[subject];
  if (!draft || draft.roles.some((role) => !role.former)) return null;
  return { draft: subject, confidence: 0.6, decidedBy: "the-subject" };
}

/** How many sentences back the one may be spoken of whose age is told. */
const ageReach = 3;

/** "Lee could not be reached. The 54-year-old engineer …": the person who was the subject last, whatever the noun. */
function describedByAge({ tree, expressions, referents }: Expressions, drafts: readonly Draft[], index: number): Described | null {
  const expression = expressions[index];
  if (!expression || !tellsAge(tree, expression)) return null;
  for (let at = index - 1; at >= Math.max(0, index - expressionReach); at -= 1) {
    const other = expressions[at];
    if (!other || expression.sentenceIndex - other.sentenceIndex > ageReach) break;
    const draft = referents[at] ?? -1;
    if (other.role !== "subject" || other.joinedWith >= 0 || other.sentenceIndex === expression.sentenceIndex) continue;
    if (drafts[draft]?.cluster.type === "PERSON") return { draft, confidence: 0.65, decidedBy: "the-age" };
  }
  return null;
}

/** "The 54-year-old engineer", "The 54-year-old". */
function tellsAge({ tokens }: SyntaxTree, { firstToken, head }: Expression): boolean {
  let words = "";
  for (let at = firstToken; at <= head; at += 1) words += tokens[at]?.lower ?? "";
  return /^the\p{L}*\d{1,3}-year-old/u.test(words);
}

/** "envoy" of "presidential envoy for hostage affairs", with the words before it and a space in front. */
function headOfTitle(title: string): string {
  return ` ${title.replace(/ (?:for|of|to|on) .*$/u, "")}`;
}
