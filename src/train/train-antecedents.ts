/**
 * Learns what he, she, it and they stand for from treebanks with `Entity=` brackets (GUM): names are found as the program finds them, pronouns
 * are ranked against what stands before them. Documents that the scoreboard measures on (`isHeldBack`) are left out.
 */
import type { AntecedentModel } from "../annotate/coreference/antecedent-model.ts";
import { draftEntities, type Named } from "../annotate/coreference/entity-drafts.ts";
import { makeFindEntities } from "../annotate/coreference/find-entities.ts";
import { readExpressions } from "../annotate/coreference/find-references.ts";
import { makeFindNames } from "../annotate/names/find-names.ts";
import { refineTagger } from "../annotate/names/refine-names.ts";
import { loadNameTagger } from "../annotate/names/trained-tagger.ts";
import { pairQuoteMarks } from "../annotate/quotes/quote-marks.ts";
import { loadRetagger } from "../annotate/syntax/retag-tokens.ts";
import type { GoldDocument } from "../evaluate/coreference-gold.ts";
import { evaluateCoreference, isHeldBack } from "../evaluate/evaluate-coreference.ts";
import { articleOf } from "../evaluate/measure-coreference.ts";
import { loadLexicon } from "../text/lexicon.ts";
import { loadSegmenter } from "../text/segment.ts";
import { type Example, examplesOf, fitAntecedents } from "./fit-antecedents.ts";

export interface AntecedentSettings {
  /** Steps over all examples. */
  readonly rounds: number;
  /** What a weight of 1 costs, in examples. */
  readonly penalty: number;
}

/** Chosen on the five parts: below them a pronoun of the group is more often wrong than it is worth. */
const thresholds: AntecedentModel["thresholds"] = { he: 0.35, it: 0.6, they: 0.85 };
const triedThresholds = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8];
const partCount = 5;

interface Prepared {
  readonly gold: GoldDocument;
  readonly doc: Named;
  readonly examples: readonly Example[];
}

export interface LearntAntecedents {
  readonly model: AntecedentModel;
  /** How many documents, and how many pronouns with candidates, it learnt from. */
  readonly documents: number;
  readonly pronouns: number;
  /** For several thresholds, how the pronouns of five parts come out when the weights are learnt on the other four. */
  readonly scores: readonly string[];
}

/** Learns from the documents that are not held back. The same documents, settings, names and trees give the same model. */
export function trainAntecedents(
  golds: readonly GoldDocument[],
  settings: AntecedentSettings,
  log: (line: string) => void,
): LearntAntecedents {
  const prepared = prepare(golds.filter((_, index) => !isHeldBack(index)));
  const pronouns = prepared.reduce((sum, { examples }) => sum + examples.length, 0);
  log(`${prepared.length} documents, ${pronouns} pronouns with candidates`);
  const learn = (documents: readonly Prepared[]): AntecedentModel["weights"] =>
    fitAntecedents(
      documents.flatMap(({ examples }) => examples),
      settings,
    );
  const model = { weights: learn(prepared), thresholds };
  log("weights learnt; trying thresholds on five parts");
  return { model, documents: prepared.length, pronouns, scores: tryThresholds(prepared, learn) };
}

function prepare(golds: readonly GoldDocument[]): Prepared[] {
  const lexicon = loadLexicon();
  const segment = loadSegmenter();
  const retag = loadRetagger();
  const findNames = makeFindNames(refineTagger(loadNameTagger(), lexicon));
  return golds.map((gold) => {
    const parsed = retag(segment(articleOf(gold)));
    const doc = { ...parsed, ...findNames.run(parsed), ...pairQuoteMarks.run(parsed) };
    return { gold, doc, examples: examplesOf(gold, readExpressions(doc, draftEntities(doc, lexicon), lexicon)) };
  });
}

function tryThresholds(prepared: readonly Prepared[], learn: (documents: readonly Prepared[]) => AntecedentModel["weights"]): string[] {
  const lexicon = loadLexicon();
  const folds = Array.from({ length: partCount }, (_, part) => ({
    weights: learn(prepared.filter((_, index) => index % partCount !== part)),
    tested: prepared.filter((_, index) => index % partCount === part),
  }));
  return triedThresholds.map((threshold) => {
    const sums = new Map<string, { right: number; wrong: number; open: number }>();
    for (const { weights, tested } of folds) {
      const stage = makeFindEntities(lexicon, { weights, thresholds: { he: threshold, it: threshold, they: threshold } });
      const docs = new Map(tested.map(({ gold, doc }) => [gold, doc]));
      const { byPronoun } = evaluateCoreference([...docs.keys()], (gold) => {
        const doc = docs.get(gold);
        if (!doc) throw new Error(`no document ${gold.id}`);
        return { ...doc, ...stage.run(doc) };
      });
      for (const [group, { right, wrong, open }] of byPronoun) {
        const sum = sums.get(group) ?? { right: 0, wrong: 0, open: 0 };
        sums.set(group, { right: sum.right + right, wrong: sum.wrong + wrong, open: sum.open + open });
      }
    }
    const told = ["he", "she", "it", "they"].map((group) => {
      const { right, wrong, open } = sums.get(group) ?? { right: 0, wrong: 0, open: 0 };
      const precision = right + wrong === 0 ? "–" : ((100 * right) / (right + wrong)).toFixed(1);
      return `${group} ${right} right ${wrong} wrong ${open} open, precision ${precision}`;
    });
    return `threshold ${threshold}: ${told.join("; ")}`;
  });
}
