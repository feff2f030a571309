/**
 * Whom an article means by a title alone. "The mayor denied it" says who it was only together with another article that calls her
 * "Mayor Ada Lind": of the people that the article names she is the one mayor.
 */
import type { AnnotatedArticle } from "../domain/annotation.ts";
import type { Span } from "../domain/span.ts";
import { foldName } from "./fold-name.ts";
import type { LinkedEntities, LinkedEntity } from "./link-entities.ts";

export interface TitleHolders {
  /**
   * The person of the article that the words at `span` mean by an office at `body`, "the Harvik chief", where any article says who holds it;
   * null when the words name no office, or nobody or several hold it.
   */
  findAtBody(articleIndex: number, span: Span, body: LinkedEntity): LinkedEntity | null;
  /** The person that the words at `span` of an article mean by a title; null when they are no title, or may mean somebody else. */
  find(articleIndex: number, span: Span): LinkedEntity | null;
}

/** Titles that seldom have two holders in one story. Of "the spokesman" or "the adviser" there may be any number. */
const singular = new Set(
  (
    "president,premier,chancellor,minister,mayor,governor,king,queen,emir,sultan,pope,archbishop,bishop,ambassador,envoy,commissioner,director," +
    "chairman,chairwoman,chair,chief executive,ceo,prosecutor,prosecutor general,attorney general,secretary general,conductor,coach,rector,sheriff"
  ).split(","),
);
/** Longer than any title with its body. */
const longest = 60;

/** Gathers who holds which title, by what any article says; former holders are left out. */
export function findTitleHolders(
  articles: readonly AnnotatedArticle[],
  { entities, find }: Pick<LinkedEntities, "entities" | "find">,
): TitleHolders {
  const atBody = officesByBody(entities, find);
  const holders = articles.map(() => new Map<string, Set<LinkedEntity>>());
  for (const person of entities) {
    if (person.type !== "PERSON") continue;
    const roles = person.references.flatMap((reference) => reference.roles);
    const titles = new Set(roles.flatMap(({ title, former }) => (former ? [] : (headOf(title) ?? []))));
    if (titles.size === 0) continue;
    for (const articleIndex of new Set(person.references.map((reference) => reference.articleIndex))) {
      const known = holders[articleIndex];
      for (const title of titles) known?.set(title, (known.get(title) ?? new Set()).add(person));
    }
  }
  return {
    findAtBody: (articleIndex, { start, end }, body) => {
      const text = articles[articleIndex]?.text ?? "";
      const offices = atBody.get(body.id);
      if (!offices || end - start > longest || !isDefinite(text, start)) return null;
      const office = officeIn(text.slice(start, end));
      if (office === null) return null;
      const held = [...offices].filter(([title]) => title === office || (isTop(title) && isTop(office)));
      const [holder, another] = new Set(held.flatMap(([, people]) => [...people]));
      return holder && !another && holder.references.some((reference) => reference.articleIndex === articleIndex) ? holder : null;
    },
    find: (articleIndex, { start, end }) => {
      const known = holders[articleIndex];
      const text = articles[articleIndex]?.text ?? "";
      if (!known || known.size === 0 || end - start > longest) return null;
      const title = headOf(text.slice(start, end).replace(/^the\s+/iu, ""));
      const [holder, another] = (title === null ? undefined : known.get(title)) ?? [];
      if (title === null || !holder || another || !isDefinite(text, start)) return null;
      return isOneAmongMany(text, title) ? null : holder;
    },
  };
}

/** Ids of bodies → titles at them → who is said to hold them at present. */
function officesByBody(
  entities: readonly LinkedEntity[],
  find: LinkedEntities["find"],
): ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<LinkedEntity>>> {
  const offices = new Map<string, Map<string, Set<LinkedEntity>>>();
  for (const person of entities) {
    if (person.type !== "PERSON") continue;
    for (const { articleIndex, roles } of person.references) {
      for (const { title, of, former } of roles) {
        const body = former || of === null ? null : find(articleIndex, of);
        if (body?.type !== "ORGANIZATION") continue;
        const own = offices.get(body.id) ?? new Map<string, Set<LinkedEntity>>();
        const office = officeIn(title) ?? foldName(title);
        offices.set(body.id, own.set(office, (own.get(office) ?? new Set()).add(person)));
      }
    }
  }
  return offices;
}

/** Whoever is at the top of a body, whatever she is called; a deputy is not. */
const tops =
  /^(?:leader|head|chief|boss|chair|chairman|chairwoman|chairperson|president|director|director general|secretary general|general secretary|chief executive|ceo|commander in chief)$/u;

function isTop(office: string): boolean {
  return tops.test(office);
}

/** "chief" of "the NRF chief", "leader" of "leader of the Alliance"; null for words that name no office at the top. */
function officeIn(words: string): string | null {
  const head = foldName(words.split(/\s(?:of|for|at|to|in)\s/u)[0] ?? "").replace(/^the /u, "");
  if (/\b(?:deputy|vice|former|acting)\b/u.test(head)) return null;
  const [two, last] = [head.split(" ").slice(-2).join(" "), head.split(" ").at(-1) ?? ""];
  return isTop(two) ? two : isTop(last) ? last : null;
}

/** "foreign minister of Peru" → "minister"; null when the words are no title of one person. */
function headOf(title: string): string | null {
  const words = foldName(title.split(/\s(?:of|for|to|at|in)\s/u)[0] ?? "").split(" ");
  const [last = ""] = words.slice(-1);
  const two = words.slice(-2).join(" ");
  return singular.has(two) ? two : singular.has(last) ? last : null;
}

/** "the mayor", "The mayor of Bergen": somebody the reader knows. */
function isDefinite(text: string, start: number): boolean {
  return /^the\s/iu.test(text.slice(start, start + 4)) || /\bthe\s+$/iu.test(text.slice(Math.max(0, start - 6), start));
}

/** "a minister", "ministers", "another mayor": then the title need not mean the one who has a name. */
function isOneAmongMany(text: string, title: string): boolean {
  return new RegExp(`\\b(?:(?:an?|another|one|some|former|deputy|vice)[\\s-]+(?:\\p{L}+[\\s-]+){0,2}${title}|${title}s)\\b`, "iu").test(
    text,
  );
}
