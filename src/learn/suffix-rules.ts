/**
 * Answers read off the endings of words: for each class of words the most frequent answer, and for every ending that knows better
 * than the shorter endings within it, its own. A whole word is the longest ending it has, so exceptions are rules like any other.
 */

export interface SuffixExample {
  /** Words of different classes share no rules ("NNS", "VBD"). */
  readonly class: string;
  /** The word as it is compared, lower-case say. */
  readonly word: string;
  /** All answers that are right, the preferred one first. */
  readonly answers: readonly string[];
}

/** Class → ending → answer. The ending "" is the class's most frequent answer; a whole word starts with `wholeWord`. */
export type SuffixRules = ReadonlyMap<string, ReadonlyMap<string, string>>;

export interface SuffixOptions {
  /** Letters in an ending, at most. */
  readonly longest: number;
  /** How many more words an ending must get right than the shorter one, to be worth a rule; whole words need `leastWhole`. */
  readonly least: number;
  readonly leastWhole: number;
}

const wholeWord = "^";

/** Learns from examples, one for each time a word was seen. The same examples give the same rules in the same order. */
export function learnSuffixRules(examples: Iterable<SuffixExample>, { longest, least, leastWhole }: SuffixOptions): SuffixRules {
  const counted = new Map<string, Map<string, Map<string, number>>>();
  for (const { class: name, word, answers } of examples) {
    const endings = entry(counted, name, () => new Map<string, Map<string, number>>());
    for (const ending of endingsOf(word, longest)) {
      const counts = entry(endings, ending, () => new Map<string, number>());
      for (const answer of answers) counts.set(answer, (counts.get(answer) ?? 0) + 1);
    }
  }
  const rules = new Map<string, Map<string, string>>();
  for (const [name, endings] of [...counted].sort(byName)) {
    const kept = new Map<string, string>();
    // Shorter endings first: a longer one is measured against what they say already.
    for (const [ending, answers] of [...endings].sort((a, b) => a[0].length - b[0].length || byName(a, b))) {
      let best = "";
      let count = 0;
      for (const [answer, times] of answers) if (times > count) [best, count] = [answer, times];
      const known = ending === "" ? undefined : longestAnswer(kept, ending.slice(1), longest);
      const gain = count - (known === undefined ? 0 : (answers.get(known) ?? 0));
      if (known === undefined || (known !== best && gain >= (ending.startsWith(wholeWord) ? leastWhole : least))) kept.set(ending, best);
    }
    rules.set(name, kept);
  }
  return rules;
}

/** The answer for a word, by its longest ending that has one; undefined for a class that was never seen. */
export function answerFor(rules: SuffixRules, name: string, word: string, longest: number): string | undefined {
  const endings = rules.get(name);
  if (endings === undefined) return undefined;
  return endings.get(wholeWord + word) ?? longestAnswer(endings, word, longest);
}

function longestAnswer(endings: ReadonlyMap<string, string>, word: string, longest: number): string | undefined {
  for (let start = Math.max(0, word.length - longest); start <= word.length; start += 1) {
    const answer = endings.get(word.slice(start));
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** "met" → "", "t", "et", "met", "^met". */
function endingsOf(word: string, longest: number): string[] {
  const endings = [wholeWord + word];
  for (let length = 0; length <= Math.min(longest, word.length); length += 1) endings.push(word.slice(word.length - length));
  return endings;
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

function byName(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
}

/** One line a rule: class, ending, answer, with tabs between. */
export function writeSuffixRules(rules: SuffixRules): string {
  const lines: string[] = [];
  for (const [name, endings] of rules) for (const [ending, answer] of endings) lines.push(`${name}\t${ending}\t${answer}`);
  return `${lines.join("\n")}\n`;
}
