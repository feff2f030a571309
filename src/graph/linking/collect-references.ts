/** What each article says about each of its entities, gathered for comparison with the same names in other articles. */
import type { AnnotatedArticle, AnnotatedEntity, AnnotatedRole } from "../../domain/annotation.ts";
import type { EntityType } from "../../domain/mention.ts";
import { compareText, foldName, tidyName } from "../fold-name.ts";

/** One entity of one article. */
export interface Reference {
  /** `articleIndex|local id`, unique over all articles. */
  readonly key: string;
  readonly articleIndex: number;
  /** The entity's id in its article's annotation. */
  readonly localId: string;
  readonly type: EntityType;
  /** The fullest form in the article, on one line. */
  readonly name: string;
  /** Every form that is a name → how often it is used. */
  readonly forms: ReadonlyMap<string, number>;
  readonly roles: readonly AnnotatedRole[];
  /** By the pronouns that stand for it; null when they do not tell. */
  readonly gender: "female" | "male" | null;
}

/** The references of all articles, in the order of the articles and of the entities in them. */
export function collectReferences(articles: readonly AnnotatedArticle[]): Reference[] {
  return articles.flatMap(({ annotation }, articleIndex) => {
    const forms = new Map<string, Map<string, number>>();
    const pronouns = new Map<string, { female: number; male: number }>();
    for (const mention of annotation.mentions) {
      if (mention.form === "name") {
        const counts = forms.get(mention.entity) ?? new Map<string, number>();
        const form = tidyName(mention.text);
        counts.set(form, (counts.get(form) ?? 0) + 1);
        forms.set(mention.entity, counts);
      } else if (mention.form === "pronoun") {
        const counts = pronouns.get(mention.entity) ?? { female: 0, male: 0 };
        if (/^(?:she|her|hers|herself)$/iu.test(mention.text)) counts.female += 1;
        if (/^(?:he|him|his|himself)$/iu.test(mention.text)) counts.male += 1;
        pronouns.set(mention.entity, counts);
      }
    }
    return annotation.entities.map((entity) => ({
      key: referenceKey(articleIndex, entity.id),
      articleIndex,
      localId: entity.id,
      type: entity.type,
      name: tidyName(entity.name),
      forms: withDeclaredForms(entity, forms.get(entity.id) ?? new Map()),
      roles: entity.roles,
      gender: genderOf(pronouns.get(entity.id)),
    }));
  });
}

/** The key under which an article's entity is found. */
export function referenceKey(articleIndex: number, localId: string): string {
  return `${articleIndex}|${localId}`;
}

function withDeclaredForms(entity: AnnotatedEntity, counts: ReadonlyMap<string, number>): Map<string, number> {
  const forms = new Map(counts);
  for (const form of [entity.name, ...entity.aliases].map(tidyName)) {
    // "the group" is a description, no name
    const isName = form !== "" && !/^(?:an?|the|this|that|his|her|its|their)?\s*\p{Ll}/u.test(form);
    if ((isName || form === tidyName(entity.name)) && !forms.has(form)) forms.set(form, 1);
  }
  return new Map([...forms].toSorted(([a], [b]) => compareText(a, b)));
}

function genderOf(counts: { female: number; male: number } | undefined): Reference["gender"] {
  if (!counts || counts.female === counts.male) return null;
  if (counts.female > 2 * counts.male) return "female";
  return counts.male > 2 * counts.female ? "male" : null;
}

/**
 * The usual name of one entity: of its full forms (`isFull`) the most frequent, of equally frequent ones the longest, of those the
 * first in the alphabet. Shouted forms and a leading "the" give way to plain ones.
 */
export function chooseName(forms: ReadonlyMap<string, number>, isFull: (form: string) => boolean): string {
  const rank = (form: string): [number, number, number] => [isFull(form) ? 1 : 0, isShouted(form) ? 0 : 1, forms.get(form) ?? 0];
  const sorted = [...forms.keys()].toSorted((a, b) => {
    const [fullA, plainA, countA] = rank(a);
    const [fullB, plainB, countB] = rank(b);
    return fullB - fullA || plainB - plainA || countB - countA || b.length - a.length || compareText(a, b);
  });
  const best = sorted[0] ?? "";
  const bare = best.replace(/^the\s+/iu, "");
  return bare === "" ? best : bare;
}

/** True for a name that a headline put in capitals: several words, or one too long for an acronym. */
function isShouted(form: string): boolean {
  const letters = form.replace(/[^\p{L}]/gu, "");
  return (
    letters.length > 0 && letters === letters.toUpperCase() && letters !== letters.toLowerCase() && (/\s/u.test(form) || letters.length > 6)
  );
}

/** Forms summed over references. */
export function sumForms(references: readonly Reference[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const { forms } of references) for (const [form, count] of forms) sum.set(form, (sum.get(form) ?? 0) + count);
  return sum;
}

/** Names that differ only in case or accents, for telling aliases apart. */
export function isSameSpelling(a: string, b: string): boolean {
  return a === b || foldName(a) === foldName(b);
}
