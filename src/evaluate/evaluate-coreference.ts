/**
 * Measures who is who inside an article, from raw text, on the open documents of GUM. The key holds the names and personal pronouns of
 * people, organisations and places. A mention of ours is the key's when it has the same head word, as CorefUD's scorer counts; chains of
 * one mention are left out on both sides, as CoNLL-2012 does.
 */
import type { Document } from "../domain/document.ts";
import type { Entity } from "../domain/entity.ts";
import type { Mention } from "../domain/mention.ts";
import { type GoldDocument, type GoldMention, headOf } from "./coreference-gold.ts";
import { type CoreferenceScore, scoreCoreference } from "./score-coreference.ts";

/** What is needed of an annotated article. */
export type Resolved = Document<"mentions" | "entities">;

/** How mentions of one form were resolved; percentages 0 … 100. */
export interface ResolutionScore {
  readonly right: number;
  /** Resolved to another, or although nothing names what it stands for. */
  readonly wrong: number;
  /** Those that stand for someone or something with a name and were left open. */
  readonly open: number;
  /** Of the resolved ones, how many are right. */
  readonly precision: number;
  /** Of those that stand for someone or something with a name, how many are resolved rightly. */
  readonly recall: number;
}

export interface CoreferenceEvaluation {
  /** Chains that have a name: what a graph of named people, organisations and places can hold. */
  readonly named: CoreferenceScore;
  /** All chains of people, organisations and places, those nobody names included ("I" of a speech without a speaker). */
  readonly all: CoreferenceScore;
  readonly pronouns: ResolutionScore;
  /** By the pronoun's group: "he", "she", "it", "they", "I", "we", "you". */
  readonly byPronoun: ReadonlyMap<string, ResolutionScore>;
  readonly descriptions: ResolutionScore;
  /** Each mention that was resolved to someone or something else, or wrongly left open, for reading. */
  readonly mistakes: readonly Mistake[];
}

export interface Mistake {
  readonly document: string;
  readonly kind: "wrong" | "open";
  readonly form: Mention["form"];
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** A name of what it stands for, or "" where nothing names it. */
  readonly gold: string;
  /** What it was taken for, or "". */
  readonly ours: string;
}

/**
 * True for the documents that are kept back: every third, the third, the sixth …. Rules and weights are made on the others only.
 * The ninths that the name tagger does not learn from are among them.
 */
export function isHeldBack(documentIndex: number): boolean {
  return documentIndex % 3 === 2;
}

const pronounGroups: ReadonlyMap<string, string> = new Map(
  Object.entries({
    he: "he him his himself",
    she: "she her hers herself",
    it: "it its itself",
    they: "they them their theirs themselves",
    I: "i me my mine myself",
    we: "we us our ours ourselves 's",
    you: "you your yours yourself yourselves",
  }).flatMap(([group, forms]) => forms.split(" ").map((form) => [form, group] as const)),
);

/** The scores of an annotator over documents. */
export function evaluateCoreference(golds: readonly GoldDocument[], annotate: (gold: GoldDocument) => Resolved): CoreferenceEvaluation {
  const named: { key: string[][]; response: string[][] }[] = [];
  const all: { key: string[][]; response: string[][] }[] = [];
  const tallies = new Map<string, Tally>();
  const mistakes: Mistake[] = [];
  for (const gold of golds) {
    const doc = annotate(gold);
    const matches = matchMentions(gold, doc.mentions);
    const chains = keyChains(gold);
    const keep = (wanted: (chain: readonly GoldMention[]) => boolean): string[][] =>
      chains.filter((chain) => chain.length > 1 && wanted(chain)).map((chain) => chain.map(keyOf));
    all.push({ key: keep(() => true), response: responseChains(doc, matches, () => true) });
    named.push({
      key: keep((chain) => chain.some(({ form }) => form === "name")),
      response: responseChains(doc, matches, (entity) => isNamedInText(entity, doc, matches)),
    });
    countResolutions(gold, doc, matches, tallies, mistakes);
  }
  const pronounTallies = [...tallies].filter(([group]) => group !== "description");
  return {
    named: scoreCoreference(named),
    all: scoreCoreference(all),
    pronouns: resolutionOf(sumOf(pronounTallies.map(([, tally]) => tally))),
    byPronoun: new Map(pronounTallies.map(([group, tally]) => [group, resolutionOf(tally)])),
    descriptions: resolutionOf(tallies.get("description") ?? nothing),
    mistakes,
  };
}

type Match = GoldMention | null | undefined;

const scope = new Set(["person", "organization", "place"]);

function keyOf(mention: GoldMention): string {
  return `${mention.start}-${mention.end}`;
}

/** The names and pronouns of each chain in scope. */
function keyChains(gold: GoldDocument): GoldMention[][] {
  const chains = new Map<string, GoldMention[]>();
  for (const mention of gold.mentions) {
    if (!scope.has(mention.type) || mention.form === "description") continue;
    const chain = chains.get(mention.chain);
    if (chain) chain.push(mention);
    else chains.set(mention.chain, [mention]);
  }
  return [...chains.values()];
}

/**
 * For each of our mentions the treebank's mention with the same head word: of several the smallest that holds ours, or null;
 * undefined for a mention that holds no word of the treebank, such as the speaker's name before a turn.
 */
function matchMentions(gold: GoldDocument, mentions: readonly Mention[]): Match[] {
  const byHead = new Map<number, GoldMention[]>();
  for (const mention of gold.mentions) byHead.set(mention.head.start, [...(byHead.get(mention.head.start) ?? []), mention]);
  let at = 0;
  return [...mentions.entries()]
    .sort(([, a], [, b]) => a.start - b.start)
    .map(([index, mention]) => {
      while (at > 0 && (gold.words[at - 1]?.end ?? 0) > mention.start) at -= 1;
      while (at < gold.words.length && (gold.words[at]?.end ?? 0) <= mention.start) at += 1;
      let end = at;
      while (end < gold.words.length && (gold.words[end]?.start ?? 0) < mention.end) end += 1;
      const head = gold.words[headOf(gold.words, at, end)];
      const candidates = end > at && head ? (byHead.get(head.start) ?? []) : [];
      const best = candidates
        .filter((candidate) => candidate.start <= mention.start && mention.end <= candidate.end)
        .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
      return [index, end > at ? (best ?? candidates[0] ?? null) : undefined] as const;
    })
    .sort(([a], [b]) => a - b)
    .map(([, match]) => match);
}

/** Our chains of names and pronouns, each mention by its key; what the treebank does not have keeps a key of its own. */
function responseChains(doc: Resolved, matches: readonly Match[], wanted: (entity: Entity) => boolean): string[][] {
  const taken = new Set<string>();
  return doc.entities
    .filter(wanted)
    .map(({ mentionIndexes }) =>
      mentionIndexes.flatMap((index) => {
        const mention = doc.mentions[index];
        const match = matches[index];
        if (!mention || mention.form === "description" || match === undefined) return [];
        const key = match && !taken.has(keyOf(match)) ? keyOf(match) : `ours ${mention.start}-${mention.end}`;
        taken.add(key);
        return [key];
      }),
    )
    .filter((chain) => chain.length > 1);
}

/** False for a speaker whose name stands before turns only: the treebank cannot say who that is. */
function isNamedInText({ mentionIndexes }: Entity, doc: Resolved, matches: readonly Match[]): boolean {
  return mentionIndexes.some((index) => doc.mentions[index]?.form === "name" && matches[index] !== undefined);
}

interface Tally {
  right: number;
  /** Wrong, and nothing names what it stands for. */
  groundless: number;
  /** Wrong, and something names what it stands for. */
  mistaken: number;
  open: number;
}

const nothing: Tally = { right: 0, groundless: 0, mistaken: 0, open: 0 };

function countResolutions(
  gold: GoldDocument,
  doc: Resolved,
  matches: readonly Match[],
  tallies: Map<string, Tally>,
  mistakes: Mistake[],
): void {
  const chainNames = new Map<string, string>();
  for (const mention of gold.mentions) {
    if (mention.form === "name" && scope.has(mention.type) && !chainNames.has(mention.chain)) {
      chainNames.set(mention.chain, gold.text.slice(mention.start, mention.end));
    }
  }
  const chainOfEntity = doc.entities.map(({ mentionIndexes }) =>
    mostFrequent(mentionIndexes.flatMap((index) => (doc.mentions[index]?.form === "name" ? (matches[index]?.chain ?? []) : []))),
  );
  const isKnown = doc.entities.map((entity) => isNamedInText(entity, doc, matches));
  const oursByGold = new Map<GoldMention, number>();
  const tally = (group: string, kind: keyof Tally): void => {
    const counts = tallies.get(group) ?? { ...nothing };
    counts[kind] += 1;
    tallies.set(group, counts);
  };
  const groupAt = (start: number, end: number): string =>
    pronounGroups.get(gold.text.slice(start, end).toLowerCase().replace(/’/gu, "'")) ?? "other";
  doc.mentions.forEach((mention, index) => {
    const match = matches[index];
    if (match) oursByGold.set(match, index);
    if (mention.form === "name" || match === undefined || !isKnown[mention.entityIndex]) return;
    const isRight = match !== null && match.chain === chainOfEntity[mention.entityIndex];
    const wrong = match && scope.has(match.type) && chainNames.has(match.chain) ? "mistaken" : "groundless";
    tally(mention.form === "pronoun" ? groupAt(mention.start, mention.end) : "description", isRight ? "right" : wrong);
    if (!isRight) {
      mistakes.push({
        document: gold.id,
        kind: "wrong",
        form: mention.form,
        start: mention.start,
        end: mention.end,
        text: gold.text.slice(mention.start, mention.end),
        gold: (match && chainNames.get(match.chain)) ?? "",
        ours: doc.entities[mention.entityIndex]?.name ?? "",
      });
    }
  });
  for (const mention of gold.mentions) {
    const name = chainNames.get(mention.chain);
    if (mention.form === "name" || name === undefined || !scope.has(mention.type) || oursByGold.has(mention)) continue;
    tally(mention.form === "pronoun" ? groupAt(mention.head.start, mention.head.end) : "description", "open");
    if (mention.form === "pronoun") {
      const { start, end } = mention;
      mistakes.push({
        document: gold.id,
        kind: "open",
        form: "pronoun",
        start,
        end,
        text: gold.text.slice(start, end),
        gold: name,
        ours: "",
      });
    }
  }
}

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function sumOf(tallies: readonly Tally[]): Tally {
  const sum = { ...nothing };
  for (const tally of tallies) {
    sum.right += tally.right;
    sum.groundless += tally.groundless;
    sum.mistaken += tally.mistaken;
    sum.open += tally.open;
  }
  return sum;
}

function resolutionOf({ right, groundless, mistaken, open }: Tally): ResolutionScore {
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);
  const wrong = groundless + mistaken;
  return { right, wrong, open, precision: share(right, right + wrong), recall: share(right, right + mistaken + open) };
}
