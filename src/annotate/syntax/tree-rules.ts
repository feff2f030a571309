/**
 * What Universal Dependencies ask of every tree (https://universaldependencies.org/validation-rules.html): which relations a part of
 * speech may have, one subject and one object a clause, function words and marks without dependents of their own, marks that cross
 * no arc. The scores of single arcs do not know of each other, so these rules choose among them.
 */

/** Relations that only these parts of speech may have, by their names without subtype. */
const onlyTags: Readonly<Record<string, string>> = {
  det: "DET PRON",
  nummod: "NUM NOUN SYM",
  advmod: "ADV ADJ CCONJ DET PART SYM",
  expl: "PRON DET PART",
  aux: "AUX",
  cop: "AUX PRON DET SYM",
  punct: "PUNCT",
};
/** Relations that these parts of speech may not have. */
const neverTags: Readonly<Record<string, string>> = {
  case: "PROPN ADJ PRON DET NUM AUX",
  mark: "NOUN PROPN ADJ PRON DET NUM AUX INTJ",
  cc: "NOUN PROPN ADJ PRON DET NUM VERB AUX INTJ",
  fixed: "PROPN",
};
const leftToRight = new Set(["conj", "fixed", "flat", "goeswith", "appos"]);
/** What may hang on a word of each functional relation; on all others, anything may. */
const mayHang: Readonly<Record<string, string>> = {
  mark: "advmod obl goeswith fixed reparandum conj cc punct",
  case: "advmod obl goeswith fixed reparandum conj cc punct",
  aux: "goeswith fixed reparandum conj cc punct",
  cop: "goeswith fixed reparandum conj cc punct",
  cc: "goeswith fixed reparandum conj punct",
  det: "det case advmod obl goeswith fixed flat compound reparandum discourse parataxis conj cc punct appos acl nmod",
  fixed: "goeswith reparandum conj punct",
  goeswith: "",
  punct: "",
};

/** Two words that both scored best as the subject, or the object, of one head: the one that stayed it, and the other. */
export interface Rivals {
  readonly holder: number;
  readonly second: number;
}

const noRivals: readonly Rivals[] = [];

export interface TreeRules {
  /**
   * Writes the best relation of each word into `relations`, from `scores` (a row of `width` numbers a word). `heads` are 1-based, 0
   * the root; `tags` are classes. Returns the rivals for a place.
   */
  chooseRelations(
    words: { readonly heads: Int32Array; readonly tags: Uint8Array; readonly length: number },
    scores: { readonly floats: Float32Array; readonly at: number; readonly width: number },
    relations: Uint8Array,
  ): readonly Rivals[];
  /** Calls an oblique that hangs on a noun with no clause of its own what it is: a modifier of the noun. */
  nameModifiers(words: { readonly heads: Int32Array; readonly tags: Uint8Array; readonly length: number }, relations: Uint8Array): void;
  /** Hangs words that hang on a function word or a mark on that word's head instead. */
  raiseDependents(heads: Int32Array, relations: Uint8Array, length: number): void;
  /** Hangs marks so that they cross no arc and no arc crosses them: where the score is best. */
  placeMarks(
    words: { readonly heads: Int32Array; readonly tags: Uint8Array; readonly length: number },
    scores: { readonly floats: Float32Array; readonly at: number; readonly width: number },
  ): void;
}

const noGroup = 0;
const subjectGroup = 1;
const objectGroup = 2;

/** The rules for a model's classes: pairs of tags ("NOUN NN") and relations. */
export function makeTreeRules(tagClasses: readonly string[], relationNames: readonly string[]): TreeRules {
  const upos = tagClasses.map((pair) => pair.split(" ")[0] ?? "X");
  const bases = relationNames.map((name) => name.split(":")[0] ?? name);
  const root = bases.indexOf("root");
  const isMark = Uint8Array.from(upos, (tag) => (tag === "PUNCT" ? 1 : 0));
  const groups = Uint8Array.from(relationNames, (name, index) => {
    const base = bases[index];
    if ((base === "nsubj" || base === "csubj") && !name.endsWith(":outer")) return subjectGroup;
    return base === "obj" ? objectGroup : noGroup;
  });
  const listed = (list: string | undefined, tag: string): boolean => list?.split(" ").includes(tag) ?? false;
  const allows = (tag: string, base: string): boolean => {
    if (base === "root") return false;
    if (tag === "PUNCT") return base === "punct";
    return (onlyTags[base] === undefined || listed(onlyTags[base], tag)) && !listed(neverTags[base], tag);
  };
  const allowedFor = (rightOfHead: boolean): Uint8Array[] =>
    upos.map((tag) =>
      Uint8Array.from(bases.keys()).filter((relation) => {
        const base = bases[relation] ?? "";
        return allows(tag, base) && (rightOfHead || !leftToRight.has(base));
      }),
    );
  // The same parts of speech have the same lists: a few dozen small arrays.
  const allowedRight = allowedFor(true);
  const allowedLeft = allowedFor(false);
  const flags = (names: readonly string[], of: readonly string[]): Uint8Array =>
    Uint8Array.from(names, (name) => (of.includes(name) ? 1 : 0));
  const isNominal = flags(upos, ["NOUN", "PROPN", "PRON"]);
  const isNominalRelation = flags(bases, ["nsubj", "obj", "iobj", "obl", "vocative", "dislocated", "expl", "nmod"]);
  const isClauseRelation = flags(bases, ["cop", "nsubj", "csubj"]);
  /** For an oblique the modifier of a noun with the same subtype, or without one; -1 for all other relations. */
  const modifierOf = Int16Array.from(relationNames, (name, index) => {
    if (bases[index] !== "obl") return -1;
    const same = relationNames.indexOf(name.replace("obl", "nmod"));
    return same >= 0 ? same : relationNames.indexOf("nmod");
  });
  const hangs = bases.map((base) => {
    const list = mayHang[base];
    return list === undefined ? null : Uint8Array.from(bases, (child) => (listed(list, child) ? 1 : 0));
  });

  /** The best of the allowed relations, but none of the group `taken`, nor of the other where its place is filled too. */
  function best(allowed: Uint8Array, floats: Float32Array, at: number, taken: number, otherTaken = false): number {
    let top = -1;
    for (let index = 0; index < allowed.length; index += 1) {
      const relation = allowed[index] as number;
      const group = groups[relation] as number;
      if (group !== noGroup && (group === taken || otherTaken)) continue;
      if (top < 0 || (floats[at + relation] as number) > (floats[at + top] as number)) top = relation;
    }
    return top < 0 ? root : top;
  }

  return {
    chooseRelations({ heads, tags, length }, { floats, at, width }, relations) {
      /** Which word is its head's subject and object so far: 0 none, else 1-based. */
      let owners: Int32Array | undefined;
      let rivals: Rivals[] | undefined;
      for (let word = 0; word < length; word += 1) {
        const head = heads[word] as number;
        if (head === 0) {
          relations[word] = root;
          continue;
        }
        const tag = tags[word] as number;
        const allowed = (head <= word ? allowedRight : allowedLeft)[tag] as Uint8Array;
        const row = at + word * width;
        const relation = best(allowed, floats, row, noGroup);
        relations[word] = relation;
        const group = groups[relation] as number;
        if (group === noGroup) continue;
        owners ??= new Int32Array(2 * (length + 1));
        const slot = 2 * head + group - 1;
        const rival = (owners[slot] as number) - 1;
        owners[slot] = word + 1;
        if (rival < 0) continue;
        // The one that has more to lose keeps the place.
        const otherTaken = (owners[2 * head + (group === subjectGroup ? objectGroup : subjectGroup) - 1] as number) > 0;
        const otherOf = (which: number): number => {
          const lists = (heads[which] as number) <= which ? allowedRight : allowedLeft;
          return best(lists[tags[which] as number] as Uint8Array, floats, at + which * width, group, otherTaken);
        };
        const lossOf = (which: number): number => {
          const from = at + which * width;
          return (floats[from + (relations[which] as number)] as number) - (floats[from + otherOf(which)] as number);
        };
        const loser = lossOf(word) > lossOf(rival) ? rival : word;
        if (loser === word) owners[slot] = rival + 1;
        const other = otherOf(loser);
        relations[loser] = other;
        const otherGroup = groups[other] as number;
        if (otherGroup !== noGroup) owners[2 * head + otherGroup - 1] = loser + 1;
        rivals ??= [];
        rivals.push({ holder: loser === word ? rival : word, second: loser });
      }
      return rivals ?? noRivals;
    },

    nameModifiers({ heads, tags, length }, relations) {
      let makesClause: Uint8Array | undefined;
      for (let word = 0; word < length; word += 1) {
        const modifier = modifierOf[relations[word] as number] as number;
        const head = heads[word] as number;
        if (
          modifier < 0 ||
          head === 0 ||
          isNominal[tags[head - 1] as number] === 0 ||
          isNominalRelation[relations[head - 1] as number] === 0
        )
          continue;
        if (makesClause === undefined) {
          makesClause = new Uint8Array(length + 1);
          for (let other = 0; other < length; other += 1) {
            if (isClauseRelation[relations[other] as number] === 1) makesClause[heads[other] as number] = 1;
          }
        }
        if (makesClause[head] === 0) relations[word] = modifier;
      }
    },

    raiseDependents(heads, relations, length) {
      for (let word = 0; word < length; word += 1) {
        for (let head = heads[word] as number; head > 0; head = heads[word] as number) {
          const above = hangs[relations[head - 1] as number];
          if (!above || above[relations[word] as number] === 1 || (heads[head - 1] as number) === 0) break;
          heads[word] = heads[head - 1] as number;
        }
      }
    },

    placeMarks({ heads, tags, length }, { floats, at, width }) {
      let onLeft: Uint8Array | undefined;
      for (let mark = 0; mark < length; mark += 1) {
        if (isMark[tags[mark] as number] === 0 || heads[mark] === 0) continue;
        let left = mark - 1;
        while (left >= 0 && isMark[tags[left] as number] === 1 && heads[left] !== 0) left -= 1;
        let right = mark + 1;
        while (right < length && isMark[tags[right] as number] === 1 && heads[right] !== 0) right += 1;
        // What the mark may hang on: the words above its neighbours, up to where they meet.
        onLeft ??= new Uint8Array(length + 1);
        onLeft.fill(0);
        for (let word = left + 1; word > 0; word = heads[word - 1] as number) onLeft[word] = 1;
        const kept = heads[mark] as number;
        let top = 0;
        let keeps = false;
        const consider = (word: number): void => {
          if (word === kept) keeps = true;
          if (top === 0 || (floats[at + mark * width + word] as number) > (floats[at + mark * width + top] as number)) top = word;
        };
        let meeting = 0;
        for (let word = right < length ? right + 1 : 0; word > 0; word = heads[word - 1] as number) {
          consider(word);
          if (onLeft[word] === 1) {
            meeting = word;
            break;
          }
        }
        for (let word = left + 1; word > 0 && word !== meeting; word = heads[word - 1] as number) consider(word);
        if (!keeps && top > 0) heads[mark] = top;
        // Marks side by side have the same choice; where their arcs would cross, the later one follows the earlier.
        if (mark > 0 && isMark[tags[mark - 1] as number] === 1 && (heads[mark - 1] as number) > 0 && cross(mark, heads)) {
          heads[mark] = heads[mark - 1] as number;
        }
      }
    },
  };
}

/** Whether the arcs of a word and the one before it cross. */
function cross(word: number, heads: Int32Array): boolean {
  const earlier = (heads[word - 1] as number) - 1;
  const own = (heads[word] as number) - 1;
  if (earlier === word || own === word - 1) return false;
  // Both to one side: the earlier arc must not end within the later one. To either side: they must not change over.
  return earlier > word ? own < word || own > earlier : own < word && own > earlier;
}
