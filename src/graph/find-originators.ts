/**
 * Whose reporting an article rests on, to count independent sources: copies and rewrites collapse into what they copy, and reports
 * that credit one agency into that agency. What cannot be shown to be independent is not counted.
 */
import type { AnnotatedArticle } from "../domain/annotation.ts";
import type { Span } from "../domain/span.ts";
import { listedOutlet } from "../text/news-outlets.ts";
import type { Copies } from "./find-copies.ts";
import { collectOutletNames, findByline, findCredits, type OutletNames } from "./find-credits.ts";
import { compareText } from "./fold-name.ts";
import { foldOutlet } from "./name-tables.ts";

/** Where one report comes from. */
export interface Origin {
  /** Credited in the very sentence, and not as one: each is a source. Sorted. */
  readonly certain: readonly string[];
  /** Else one of these is. Sorted; empty when something is certain. */
  readonly oneOf: readonly string[];
  /** True where the sentence only passes on what others report, whoever they are ("reports that they met"): no source beside any other. */
  readonly isHearsay: boolean;
  readonly basis: OriginBasis;
}

/**
 * What shows whose reporting it is. sentence: a credit in it; joint: a credit to several for one report, or one voice; copy, rewrite: the text of
 * another article; byline: a dateline or closing credit; article: a credit near the start; own: nothing speaks against the outlet itself.
 */
export interface OriginBasis {
  readonly kind: "sentence" | "joint" | "copy" | "rewrite" | "byline" | "article" | "own";
  /** Id of the article that a copy or rewrite rests on. */
  readonly article: string | null;
}

export interface Originators {
  /** The origin of what an article says in a sentence. */
  of(articleIndex: number, sentence: Span): Origin;
}

/** Credits this close to the start are about the story as a whole. */
const leadLength = 700;

/** "reports that", "reportedly", "media in Israel had reported", "is said to have", "according to media reports". */
const hearsay =
  /\b(?:reportedly|allegedly|purportedly|rumou?rs?|(?:reports?|allegations?|speculation) (?:that|of|about)|(?:is|are|was|were) (?:said|reported|rumou?red|believed|alleged) to have|(?:according to|by) (?:\p{L}+ )?(?:media|press|news|newspaper|local|earlier) reports?|(?:media|newspapers|news outlets|broadcasters)(?: (?:in|of|from) (?:\p{L}+ ){0,3}\p{L}+)? (?:(?:have|had) )?(?:reported|report|said|say))\b/iu;

/** "A joint report by the Echo and the Globe": one piece of reporting. */
const joint = /\bjoint(?:ly)?\b|\bin (?:partnership|cooperation|collaboration) with\b/iu;
/** "An official told the Echo and the Globe": one voice, whoever heard it. Of several nobody knows who spoke to whom. */
const oneVoice =
  /\b(?:an?|one|the same)\s+(?:[\p{L}.'’-]+\s+){0,4}?(?:official|source|person|diplomat|aide|advis[eo]r|insider|officer|lawyer|minister|witness|guard|employee)\b[^.;“”"]{0,80}?\b(?:told|said to)\b/iu;

/** Works out the origins of all articles. */
export function findOriginators(articles: readonly AnnotatedArticle[], copies: Copies): Originators {
  const outlets = collectOutletNames(articles.flatMap(({ annotation }) => annotation.outlet ?? []));
  const credits = articles.map((article) => creditsOf(article, outlets));
  const families = joinFamilies(articles.length, copies);
  const credited = credits.map(({ names }) => names);
  const origins = resolveFamilies(articles, credited, families, copies);
  const basisOf = (articleIndex: number): OriginBasis => {
    const idOf = (index: number): string | null => articles[index]?.annotation.id ?? null;
    const family = families[articleIndex] ?? articleIndex;
    if (family !== articleIndex) return { kind: "copy", article: idOf(family) };
    const { kind = "own", names = [] } = credits[articleIndex] ?? {};
    const own = ownSource(articles[articleIndex]);
    if (names.length > 0 || (own !== null && origins[family]?.includes(own))) return { kind, article: null };
    const model = copies.rewrites.find(({ copy, original }) => copy === articleIndex || original === articleIndex);
    return model ? { kind: "rewrite", article: idOf(model.copy === articleIndex ? model.original : model.copy) } : { kind, article: null };
  };
  return {
    of: (articleIndex, { start, end }) => {
      const sentence = articles[articleIndex]?.text.slice(start, end) ?? "";
      const certain = findCredits(sentence, outlets);
      if (certain.length === 0) {
        const oneOf = origins[families[articleIndex] ?? articleIndex] ?? [];
        return { certain, oneOf, isHearsay: hearsay.test(sentence), basis: basisOf(articleIndex) };
      }
      const isOne = certain.length > 1 && (joint.test(sentence) || oneVoice.test(sentence));
      return isOne
        ? { certain: [], oneOf: certain, isHearsay: false, basis: { kind: "joint", article: null } }
        : { certain, oneOf: [], isHearsay: false, basis: { kind: "sentence", article: null } };
    },
  };
}

/** Whom an article as a whole credits, and by what. */
function creditsOf(
  { annotation, text }: AnnotatedArticle,
  outlets: OutletNames,
): { readonly names: string[]; readonly kind: "byline" | "article" | "own" } {
  const byline = findByline(text, outlets);
  if (byline !== null) return { names: [byline], kind: "byline" };
  const own = ownOutlet(annotation.outlet);
  const lead = findCredits(own === null ? text : text.slice(0, leadLength), outlets);
  // "told the Echo", in the Echo: it asked for itself, whoever else it credits for a part; further down it does so in any case
  if (own !== null && lead.length > 0 && findCredits(text, outlets).includes(own)) return { names: [own], kind: "own" };
  return { names: lead, kind: lead.length > 0 ? "article" : "own" };
}

/**
 * The smallest set of sources that explains all origins, greedily: every certain one, then one for each origin not yet covered. Hearsay
 * counts where there is nothing else.
 */
export function countOrigins(told: readonly Origin[]): string[] {
  const known = told.filter(({ isHearsay }) => !isHearsay);
  const origins = known.length > 0 ? known : told.slice(0, 1);
  const sources = new Set(origins.flatMap(({ certain }) => certain));
  const open = origins
    .filter(({ oneOf }) => oneOf.length > 0)
    .toSorted((a, b) => a.oneOf.length - b.oneOf.length || compareText(a.oneOf.join("\n"), b.oneOf.join("\n")));
  for (const { oneOf } of open) if (!oneOf.some((source) => sources.has(source))) sources.add(oneOf[0] ?? "");
  return [...sources].toSorted(compareText);
}

/** Article → the article that stands for it and all its copies. */
function joinFamilies(size: number, { copies }: Copies): number[] {
  const families = Array.from({ length: size }, (_, index) => index);
  for (const { copy, original } of copies) families[copy] = original;
  return families;
}

/** Family → its possible sources. A family without credit leans on what it rewrites; else it is a source of its own. */
function resolveFamilies(
  articles: readonly AnnotatedArticle[],
  credits: readonly (readonly string[])[],
  families: readonly number[],
  { rewrites }: Copies,
): string[][] {
  const origins: string[][] = articles.map(() => []);
  families.forEach((family, article) => {
    origins[family] = [...new Set([...(origins[family] ?? []), ...(credits[article] ?? [])])].toSorted(compareText);
  });
  const relatives = new Map<number, Set<number>>();
  const relate = (a: number, b: number): void => {
    relatives.set(a, (relatives.get(a) ?? new Set()).add(b));
  };
  for (const { copy, original } of rewrites) {
    const [one, other] = [families[copy] ?? copy, families[original] ?? original];
    if (one === other) continue;
    relate(one, other);
    relate(other, one);
  }
  const seen = new Set<number>();
  const resolved = origins.map((sources) => [...sources]);
  families.forEach((family) => {
    if ((origins[family]?.length ?? 0) > 0 || seen.has(family)) return;
    const group = [family];
    const credited = new Set<string>();
    seen.add(family);
    for (const member of group) {
      for (const relative of relatives.get(member) ?? []) {
        const sources = origins[relative] ?? [];
        for (const source of sources) credited.add(source);
        if (sources.length > 0 || seen.has(relative)) continue;
        seen.add(relative);
        group.push(relative);
      }
    }
    const own = group.flatMap((member) => ownSource(articles[member]) ?? []).toSorted(compareText)[0];
    for (const member of group) resolved[member] = credited.size > 0 ? [...credited].toSorted(compareText) : own === undefined ? [] : [own];
  });
  return resolved;
}

function ownSource(article: AnnotatedArticle | undefined): string | null {
  return article ? (ownOutlet(article.annotation.outlet) ?? `article ${article.annotation.id}`) : null;
}

/** The outlet under the name that credits have; null where the article names none. */
function ownOutlet(outlet: string | null): string | null {
  return outlet !== null && foldOutlet(outlet) !== "" ? (listedOutlet(outlet) ?? outlet) : null;
}
