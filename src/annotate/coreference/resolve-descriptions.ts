/** "the group", "the company", "the envoy", "the city" → the entity they describe, where one is clearly nearest. */
import { foldCase } from "../../text/fold-case.ts";
import { isDemonym, type Lexicon } from "../../text/lexicon.ts";
import { nounGender, nounKind, singularOf } from "../../text/noun-kinds.ts";
import { childrenOf, headOf, lowerOf, relationOf, type SyntaxTree } from "../syntax/syntax-tree.ts";
import { type Described, describedByAge } from "./described-by-age.ts";
import { describedByOffice } from "./described-by-office.ts";
import { describedPlace } from "./described-place.ts";
import { describedSubject, isOfNobodyNamed } from "./described-subject.ts";
import { countriesOfRoles, countryOf, hasUnnamedCounterpart, originsBefore } from "./description-origins.ts";
import type { Draft } from "./entity-drafts.ts";
import { type BodyKind, kindsOfNoun, type Profile, profilesOf } from "./entity-profiles.ts";
import type { Expression } from "./referring-expressions.ts";
import type { Expressions } from "./resolve-pronouns.ts";

/** Groups that fight: nothing else is called so unless the article calls it a group before. */
const armedNouns = new Set("militia militants faction".split(" "));
/** Who fights for such a group is called so for it. */
const fighters = new Set(["militants", "rebels", "insurgents", "jihadists"]);
/** Nouns that many bodies of one kind may be called by, so that the article need not have said so before. */
const openKinds: ReadonlySet<BodyKind> = new Set(["company", "group", "agency"]);
const media =
  /^(?:reuters|ap|afp|axios|cnn|bbc|nbc|abc|cbs|npr|politico|bloomberg|associated press|agence france-presse|fox news|al jazeera|xinhua|tass|interfax|haaretz|.* (?:times|post|journal|news|tribune|herald|guardian))$/u;

/** How well an organisation can be called `the ${noun}`: by that very word, by its kind, or at least not by any other; 0 for not at all. */
function fitOf(noun: string, isGroupNoun: boolean, { nouns, kinds }: Profile, name: string): 0 | 1 | 2 | 3 {
  const folded = foldCase(name);
  // "the trust" of the "Rovers Supporters' Trust", "the council" of the "Bramford Council of Churches"; not "the matter".
  if (nouns.has(noun) || (isGroupNoun && isHeadOf(noun, folded))) return 3;
  if (noun === "bloc" && folded.includes("union")) return 3;
  if (noun === "alliance" && folded === "nato") return 3;
  const asked = kindsOfNoun(noun);
  for (const kind of asked)
    if (kinds.has(kind)) return armedNouns.has(noun) && ![...nouns].some((known) => kindsOfNoun(known).has("group")) ? 0 : 2;
  const isOpen = [...asked].some((kind) => openKinds.has(kind)) && !armedNouns.has(noun);
  return isOpen && kinds.size === 0 && !media.test(folded) ? 1 : 0;
}

/** "bank" of "Harvik Bank" and of "Bank of Harvik"; not "league" of "Major League Baseball". */
function isHeadOf(noun: string, name: string): boolean {
  const words = name.split(" ");
  const at = words.indexOf(noun);
  return at >= 0 && (at === words.length - 1 || /^(?:of|for|on)$/u.test(words[at + 1] ?? ""));
}

export interface Description extends Described {
  /** Index of the described expression. */
  readonly expression: number;
  /** Where its words begin, where that is before the expression. */
  readonly firstToken?: number;
}

/** How many sentences back an organisation or a place may lie. */
const reach = 4;
/** How many, where the article has no other that is called so, or no other of that kind. */
const farReach = 40;
const kindReach = 8;

function reachOf(fit: 1 | 2 | 3, fitting: number): number {
  if (fit === 1 || fitting !== 1) return reach;
  return fit === 3 ? farReach : kindReach;
}
/** How many expressions are looked at, so that a text without an end costs no more than its length. */
const expressionReach = 1000;

/** Reads every description in the order of the text, and sets its referent. */
export function resolveDescriptions(input: Expressions, drafts: readonly Draft[], lexicon: Lexicon): Description[] {
  const { tree, expressions, referents } = input;
  const profiles = profilesOf(tree, expressions, referents, drafts, lexicon);
  const countries = countriesOfRoles(drafts, lexicon);
  const memory: Memory = { fitting: new Map(), toldOrigins: new Map() };
  const found: Description[] = [];
  const startsName = new Set(expressions.flatMap(({ form, firstToken }) => (form === "name" ? [firstToken] : [])));
  const named = new Set(expressions.flatMap(({ form, firstToken, head }) => (form === "name" ? [firstToken, head] : [])));
  expressions.forEach((expression, index) => {
    const isNew = (referents[index] ?? -1) >= drafts.length;
    if (!isNew || expression.form !== "nominal" || expression.joinedWith >= 0) return;
    if (expression.isPlural && !fighters.has(lowerOf(tree, expression.head))) return;
    const office =
      (expression.determiner === "definite" || expression.determiner === "possessive") && !expression.isPlural
        ? describedByOffice(input, drafts, index, singularOf(lowerOf(tree, expression.head)), lexicon)
        : null;
    if (office) {
      referents[index] = office.draft;
      found.push({ expression: index, ...office });
      return;
    }
    if (!opensDescription(tree, expression, lexicon) || explainsName(tree, expression, named)) return;
    // "The company Harvik ApS has …": the name itself follows.
    if (startsName.has(expression.head + 1)) return;
    const noun = expression.isPlural ? "militia" : singularOf(lowerOf(tree, expression.head));
    // "the developer, Harvik Homes, …": the name says who it is.
    const beside = bodyBeside(input, drafts, index);
    if (beside >= 0) {
      referents[index] = beside;
      return;
    }
    const described = isFormer(tree, expression)
      ? describedPerson(input, drafts, profiles, countries, index, noun, lexicon)
      : (describedByAge(input, drafts, profiles, index) ??
        describedOrganization(input, drafts, profiles, index, noun, lexicon, memory) ??
        describedPlace(input, drafts, index, noun) ??
        describedPerson(input, drafts, profiles, countries, index, noun, lexicon) ??
        describedSubject(input, drafts, profiles, index, noun));
    if (!described) return;
    referents[index] = described.draft;
    found.push({ expression: index, ...described });
  });
  return found;
}

/** "the group", "the militant group": nothing behind the noun that picks out another ("the group of nurses that …"). */
function opensDescription(tree: SyntaxTree, { head, determiner }: Expression, lexicon: Lexicon): boolean {
  if (determiner !== "definite") return false;
  // "The Nation", "The Group": a name that the recogniser passed over. "The Deputy Secretary" of a readout is a title.
  const isTitle = isCapitalTitle(tree, head, lexicon);
  if (!isTitle && /^\p{Lu}(?!\p{Lu}+$)/u.test(tree.tokens[head]?.text ?? "")) return false;
  // "the court below"
  if (/^(?:below|above|concerned|involved)$/u.test(lowerOf(tree, head + 1))) return false;
  for (const child of childrenOf(tree, head)) {
    const relation = relationOf(tree, child);
    // "The senator, who came third, …" picks nobody out; "the senator who came third" does.
    const isAside = tree.tokens[head + 1]?.text === "," && (relation === "acl:relcl" || relation === "appos");
    // "accused the chief of lying": of what, not which one.
    if (child > head && charges.test(lowerOf(tree, headOf(tree, head))) && /^(?:of|for)$/u.test(lowerOf(tree, head + 1))) continue;
    if (child > head && !isAside && (relation === "nmod" || relation.startsWith("acl") || relation === "appos" || relation === "nummod"))
      return false;
    const lower = lowerOf(tree, child);
    // "the Paralympic movement" is none of those named before; "the Palestinian group", "the Vermont senator" may be.
    const isCapital = child < head && /^\p{Lu}/u.test(tree.tokens[child]?.text ?? "") && lower !== "the";
    if (isCapital && !isTitle && !isDemonym(lexicon, lower) && !lexicon.places.has(lower) && !lexicon.countryByName.has(lower))
      return false;
    if (child < head && ["other", "another", "same", "new", "next", "incoming", "first", "second", "latter"].includes(lower)) return false;
  }
  return true;
}

/** What one does to somebody for or of something. */
const charges = /^(?:accus|convict|acquit|clear|ask|thank|blam|prais|criticis|criticiz)(?:e|es|ed|s|t|ted|ing)?$/u;

/** "the Prime Minister", "The Deputy Secretary": a role in capitals, all of it in words of rank. */
function isCapitalTitle(tree: SyntaxTree, head: number, lexicon: Lexicon): boolean {
  if (!/^\p{Lu}\p{Ll}/u.test(tree.tokens[head]?.text ?? "") || !lexicon.roleNouns.has(lowerOf(tree, head))) return false;
  let first = head - 1;
  while (ranks.test(lowerOf(tree, first))) first -= 1;
  return lowerOf(tree, first) === "the" && !/^\p{Lu}/u.test(tree.tokens[head + 1]?.text ?? "");
}

const ranks =
  /^(?:prime|deputy|vice|assistant|associate|foreign|defen[cs]e|finance|interior|state|chief|executive|attorney|district|general|permanent|under|external|affairs|trade|energy|crown)$/u;

/** "the former minister". */
function isFormer(tree: SyntaxTree, { head }: Expression): boolean {
  for (const child of childrenOf(tree, head)) if (child < head && lowerOf(tree, child) === "former") return true;
  return false;
}

/** The organisation whose name stands in apposition right behind the words, as its draft; else -1. */
function bodyBeside({ tree, expressions, referents }: Expressions, drafts: readonly Draft[], index: number): number {
  const head = expressions[index]?.head ?? -1;
  if (tree.tokens[head + 1]?.text !== ",") return -1;
  for (let at = index + 1; at < Math.min(index + 4, expressions.length); at += 1) {
    const next = expressions[at];
    if (next?.form !== "name" || next.firstToken !== head + 2 || headOf(tree, next.head) !== head) continue;
    const draft = referents[at] ?? -1;
    return drafts[draft]?.cluster.type === "ORGANIZATION" ? draft : -1;
  }
  return -1;
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

/** What all entities of the article were asked once, so that each description costs no more than what stands before it. */
interface Memory {
  /** Noun → how many organisations can be called so or are of that kind. */
  readonly fitting: Map<string, number>;
  /** Countries, joined → whether some body is known to be from one of them. */
  readonly toldOrigins: Map<string, boolean>;
}

/** The value kept for a key, made on first use. */
function remembered<V>(kept: Map<string, V>, key: string, make: () => V): V {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = make();
  kept.set(key, made);
  return made;
}

/**
 * The organisation that fits best: one that is called so or is of that kind, the nearest of them (in an earlier sentence its subject before
 * the others); where none is, the nearest of whose kind nothing is known.
 */
function describedOrganization(
  { tree, expressions, referents, isLabel }: Expressions,
  drafts: readonly Draft[],
  profiles: readonly Profile[],
  index: number,
  noun: string,
  lexicon: Lexicon,
  memory: Memory,
): Described | null {
  const head = expressions[index]?.head ?? -1;
  const isKind = kindsOfNoun(noun).size > 0;
  const isGroupNoun = isKind || nounKind(noun, lexicon) === "group";
  const before = head < 0 ? [] : [...childrenOf(tree, head)].filter((child) => child < head);
  const origins = before.flatMap((child) => countryOf(lowerOf(tree, child), lexicon) ?? []);
  const here = expressions[index]?.sentenceIndex ?? 0;
  const isFitting = (draft: number, name: string): boolean => {
    const profile = profiles[draft];
    return profile !== undefined && fitOf(noun, isGroupNoun, profile, name) > 1;
  };
  const isOfOrigin = (profile: Profile | undefined): boolean => origins.some((country) => profile?.origins.has(country));
  // "the Chinese foreign ministry" is no other country's.
  const needsOrigin = kindsOfNoun(noun).has("ministry");
  const isToldOrigin =
    origins.length > 0 &&
    remembered(memory.toldOrigins, origins.join("|"), () => profiles.some((profile) => profile.kinds.size > 0 && isOfOrigin(profile)));
  const countFitting = (): number =>
    drafts.reduce(
      (count, { cluster }, draft) => (cluster.type === "ORGANIZATION" && isFitting(draft, cluster.name) ? count + 1 : count),
      0,
    );
  let best: { readonly draft: number; readonly expression: Expression; readonly fit: number } | undefined;
  for (let at = index - 1; at >= Math.max(0, index - expressionReach); at -= 1) {
    const expression = expressions[at];
    if (!expression) break;
    const distance = here - expression.sentenceIndex;
    if (distance > farReach) break;
    if (best && best.fit > 1 && expression.sentenceIndex < best.expression.sentenceIndex) break;
    const draft = referents[at] ?? -1;
    // "the campaign group … The group": the one that no name stands for is meant.
    const isUnnamed = draft >= drafts.length && expression.form === "nominal" && singularOf(lowerOf(tree, expression.head)) === noun;
    if (isUnnamed && !best && distance <= reach && !expression.isPlural) return null;
    const cluster = drafts[draft]?.cluster;
    const profile = profiles[draft];
    if (cluster?.type !== "ORGANIZATION" || !profile || expression.joinedWith >= 0 || isLabel[at]) continue;
    if (
      origins.length > 0 &&
      (needsOrigin || isToldOrigin
        ? !isOfOrigin(profile) && !isNamedAfter(cluster.name, origins, lexicon)
        : isOfOtherOrigin(cluster.name, profile, origins, lexicon))
    )
      continue;
    const fit = fitOf(noun, isGroupNoun, profile, cluster.name);
    // Far back only where it is the one of its kind: "the council" of an article that has one.
    if (fit === 0 || (distance > reach && distance > reachOf(fit, remembered(memory.fitting, noun, countFitting)))) continue;
    // "Rovers and United made offers": one of the two is seldom meant after that.
    if (fit < 3 && isCoordinated(tree, expression)) continue;
    if (fit === 1 && (!isKind || (best && expression.sentenceIndex < best.expression.sentenceIndex))) continue;
    // "… a statement by the Harvik Front. The group …": a subject of the last sentence against which nothing speaks.
    if (best && best.expression.role === "subject" && here - best.expression.sentenceIndex <= 1 && fit > best.fit && fit < 3) break;
    // "the agency" may be the one in its own sentence of whose kind the letters say nothing.
    if (best?.fit === 1 && best.expression.sentenceIndex === here && fit > 1 && isOpaque(drafts[best.draft]?.cluster.name ?? ""))
      return null;
    const isBetter = !best || fit > best.fit || (fit === best.fit && expression.role === "subject" && expression.sentenceIndex < here);
    if (isBetter) best = { draft, expression, fit };
  }
  if (!best) return null;
  if (best.fit === 1 && (isOpaque(drafts[best.draft]?.cluster.name ?? "") ? best.expression.role !== "subject" : noun === "agency"))
    return null;
  const distance = here - best.expression.sentenceIndex;
  const confidence = best.fit === 3 ? 0.8 : best.fit === 2 ? 0.75 : 0.6;
  return { draft: best.draft, confidence: distance > 2 ? confidence - 0.15 : confidence, decidedBy: isKind ? "the-kind" : "the-called-so" };
}

/** "the U.S. space agency" is not the European Space Agency. */
function isOfOtherOrigin(name: string, profile: Profile, origins: readonly string[], lexicon: Lexicon): boolean {
  if (profile.origins.size > 0 && !origins.some((country) => profile.origins.has(country))) return true;
  return foldCase(name)
    .split(" ")
    .some((word) => isDemonym(lexicon, word) && !origins.includes(countryOf(word, lexicon) ?? ""));
}

/** "the Russian ministry" and the "Russian Defence Ministry". */
function isNamedAfter(name: string, origins: readonly string[], lexicon: Lexicon): boolean {
  return foldCase(name)
    .split(" ")
    .some((word) => origins.includes(countryOf(word, lexicon) ?? ""));
}

/** Joined to another by "and". */
function isCoordinated(tree: SyntaxTree, { head, firstToken, endToken }: Expression): boolean {
  // "the developer, Harvik Homes, …", where the parser made a list of it.
  const above = headOf(tree, head);
  const isAside =
    tree.tokens[firstToken - 1]?.text === "," && /^[,.]$/u.test(tree.tokens[endToken]?.text ?? "") && above === firstToken - 2;
  if (relationOf(tree, head) === "conj" && !(isAside && lowerOf(tree, above - 1) === "the")) return true;
  for (const child of childrenOf(tree, head)) if (child > head && relationOf(tree, child) === "conj") return true;
  const next = tree.tokens[endToken + 1];
  return lowerOf(tree, endToken) === "and" && (next?.lower === "the" || /^\p{Lu}/u.test(next?.text ?? ""));
}

/** Capitals alone: "NASA" says of no kind of body that it is none. */
function isOpaque(name: string): boolean {
  return /^\p{Lu}{3,}$/u.test(name);
}

/** Nouns that fit so many that they point at nobody. */
const vagueNouns = new Set("man woman person guy citizen human native resident member one people kid individual local someone".split(" "));

/** "the envoy": the person last named who holds such a role. */
function describedPerson(
  { tree, expressions, referents }: Expressions,
  drafts: readonly Draft[],
  profiles: readonly Profile[],
  countries: readonly (readonly string[])[],
  index: number,
  noun: string,
  lexicon: Lexicon,
): Described | null {
  const expression = expressions[index];
  if (!expression || vagueNouns.has(noun)) return null;
  const full = titleOf(tree, expression, lexicon);
  const wasOnce = isFormer(tree, expression);
  if (isOfNobodyNamed(tree, expressions, referents, drafts.length, index, noun)) return null;
  const doers = doersBeside(tree, expressions, referents, index);
  const origins = originsBefore(tree, expression, lexicon);
  const gender = nounGender(noun);
  // "his Kazakh counterpart … the Kazakh leader": the one whom nobody has named.
  const isCounterpart = hasUnnamedCounterpart(tree, expression, origins, lexicon);
  let unplaced: Described | null = null;
  let abroad: Described | null = null;
  for (let at = index - 1; at >= Math.max(0, index - expressionReach); at -= 1) {
    const referent = referents[at] ?? -1;
    const draft = drafts[referent];
    if (draft?.cluster.type !== "PERSON" || doers.has(referent)) continue;
    if (gender !== null && draft.gender !== null && gender !== draft.gender) continue;
    // "the former minister" is who is told to have been one.
    const isCalledSo = wasOnce
      ? draft.roles.some(({ title, former }) => former && ` ${title}`.endsWith(` ${noun}`))
      : profiles[referent]?.nouns.has(noun) === true || (noun === "minister" && isMinisterOfState(draft));
    if (!isCalledSo) continue;
    // "the prime minister" is not the foreign minister.
    const held = draft.roles
      .map(({ title }) => ` ${title.replace(/ (?:for|of|to|on) .*$/u, "")}`)
      .filter((title) => title.endsWith(` ${noun}`));
    if (full !== noun && held.length > 0 && !held.some((title) => title.endsWith(` ${full}`))) continue;
    const described = { draft: referent, confidence: 0.75, decidedBy: "the-role" };
    if (origins.length === 0) {
      // "The prime minister, Ann Lee, … the Irish prime minister, Tom Ray, … the prime minister": the one who needs no country.
      if (abroad === null && (countries[referent] ?? []).length === 0) return described;
      abroad ??= described;
      if (isPlainlyCalled(tree, expressions, referents, at, full, lexicon)) return described;
      continue;
    }
    // "Cuban President Castro … the U.S. president": another one; the nearest of whose country nothing is told only where none is known to be of it.
    const own = countries[referent] ?? [];
    if (own.some((country) => origins.includes(country))) return described;
    if (own.length === 0 && !isCounterpart) unplaced ??= described;
  }
  return abroad ?? unplaced;
}

/** True where the expression is beside "the prime minister", with no word on whose: "The prime minister, Ann Lee, …". */
function isPlainlyCalled(
  tree: SyntaxTree,
  expressions: readonly Expression[],
  referents: Int32Array,
  at: number,
  full: string,
  lexicon: Lexicon,
): boolean {
  const beside = expressions[at - 1];
  if (beside?.form !== "nominal" || beside.determiner !== "definite" || referents[at - 1] !== referents[at]) return false;
  return titleOf(tree, beside, lexicon) === full && originsBefore(tree, beside, lexicon).length === 0;
}

/** British ministers are called secretaries. */
const secretaries =
  /^(?:foreign|home|health|education|defen[cs]e|transport|energy|culture|justice|environment|business|chief|treasury) secretary/u;

function isMinisterOfState({ roles }: Draft): boolean {
  return roles.some(({ title, former }) => !former && secretaries.test(title));
}

/** "President Ray was due to call on the president": whoever does it to somebody else in the same clause. */
export function doersBeside(
  tree: SyntaxTree,
  expressions: readonly Expression[],
  referents: Int32Array,
  index: number,
): ReadonlySet<number> {
  const doers = new Set<number>();
  const described = expressions[index];
  if (!described || described.governor < 0 || (described.role !== "object" && described.role !== "oblique")) return doers;
  const verbs = new Set([described.governor]);
  for (let at = described.governor, steps = 0; steps < 4 && /^(?:xcomp|advcl)$/u.test(relationOf(tree, at)); steps += 1) {
    // "said he would tell the president": a clause with a subject of its own.
    if (childrenOf(tree, at).some((child) => relationOf(tree, child).startsWith("nsubj"))) break;
    at = headOf(tree, at);
    verbs.add(at);
  }
  for (let at = index - 1; at >= 0; at -= 1) {
    const other = expressions[at];
    if (!other || other.sentenceIndex !== described.sentenceIndex) break;
    if (other.role === "subject" && verbs.has(other.governor)) doers.add(referents[at] ?? -1);
  }
  return doers;
}

/** "prime minister" of "the British prime minister": the noun with its compounds, without demonyms and places. */
function titleOf(tree: SyntaxTree, { firstToken, head }: Expression, lexicon: Lexicon): string {
  let first = head;
  while (first - 1 > firstToken) {
    const lower = lowerOf(tree, first - 1);
    if (relationOf(tree, first - 1) !== "compound" && !/^(?:prime|foreign|chief|clinical|financial|deputy|attorney)$/u.test(lower)) break;
    if (isDemonym(lexicon, lower) || lexicon.places.has(lower) || lexicon.countryByName.has(lower)) break;
    first -= 1;
  }
  return tree.tokens
    .slice(first, head + 1)
    .map(({ lower }) => lower)
    .join(" ");
}
