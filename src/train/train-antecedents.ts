/**
 * Learns data/models/antecedents.json from a treebank with `Entity=` brackets (GUM):
 *   tsx src/train/train-antecedents.ts gum-open.train.conllu.gz [--out data/models/antecedents.json]
 * Documents that the scoreboard measures on (`isHeldBack`) are left out. First it prints, for several thresholds, how pronouns of five
 * parts come out when the weights are learnt on the other four: that is what the thresholds were chosen by.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { type AntecedentModel, formatAntecedentModel } from "../annotate/coreference/antecedent-model.ts";
import { draftEntities, type Named } from "../annotate/coreference/entity-drafts.ts";
import { makeFindEntities } from "../annotate/coreference/find-entities.ts";
import { readExpressions } from "../annotate/coreference/find-references.ts";
import { makeFindNames } from "../annotate/names/find-names.ts";
import { refineTagger } from "../annotate/names/refine-names.ts";
import { loadNameTagger } from "../annotate/names/trained-tagger.ts";
import { pairQuoteMarks } from "../annotate/quotes/quote-marks.ts";
import { loadRetagger } from "../annotate/syntax/retag-tokens.ts";
import { UserError } from "../domain/errors.ts";
import { type GoldDocument, readCoreferenceGold } from "../evaluate/coreference-gold.ts";
import { evaluateCoreference, isHeldBack } from "../evaluate/evaluate-coreference.ts";
import { articleOf } from "../evaluate/measure-coreference.ts";
import { loadLexicon } from "../text/lexicon.ts";
import { loadSegmenter } from "../text/segment.ts";
import { type Example, examplesOf, fitAntecedents } from "./fit-antecedents.ts";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: "string", default: "data/models/antecedents.json" },
    rounds: { type: "string", default: "150" },
    penalty: { type: "string", default: "2" },
  },
});
/** Chosen on the five parts: below them a pronoun of the group is more often wrong than it is worth. */
const thresholds: AntecedentModel["thresholds"] = { he: 0.35, it: 0.6, they: 0.85 };

const [path] = positionals;
if (path === undefined) throw new UserError("bad-arguments", "a CoNLL-U file is needed", "see the head of src/train/train-antecedents.ts");
const bytes = readFileSync(path);
const golds = readCoreferenceGold((path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"), path, { speakers: "left out" });
const tuned = golds.filter((_, index) => !isHeldBack(index));

const lexicon = loadLexicon();
const segment = loadSegmenter();
const retag = loadRetagger();
const findNames = makeFindNames(refineTagger(loadNameTagger(), lexicon));
interface Prepared {
  readonly gold: GoldDocument;
  readonly doc: Named;
  readonly examples: readonly Example[];
}
const prepared = tuned.map((gold): Prepared => {
  const parsed = retag(segment(articleOf(gold)));
  const doc = { ...parsed, ...findNames.run(parsed), ...pairQuoteMarks.run(parsed) };
  return { gold, doc, examples: examplesOf(gold, readExpressions(doc, draftEntities(doc, lexicon), lexicon)) };
});
const settings = { rounds: Number(options.rounds), penalty: Number(options.penalty) };
const learn = (documents: readonly Prepared[]): AntecedentModel["weights"] =>
  fitAntecedents(
    documents.flatMap(({ examples }) => examples),
    settings,
  );

const parts = 5;
const folds = Array.from({ length: parts }, (_, part) => ({
  weights: learn(prepared.filter((_, index) => index % parts !== part)),
  tested: prepared.filter((_, index) => index % parts === part),
}));
for (const threshold of [0.3, 0.4, 0.5, 0.6, 0.7, 0.8]) {
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
  const line = ["he", "she", "it", "they"].map((group) => {
    const { right, wrong, open } = sums.get(group) ?? { right: 0, wrong: 0, open: 0 };
    return `${group} ${right} right ${wrong} wrong ${open} open, precision ${((100 * right) / (right + wrong)).toFixed(1)}`;
  });
  console.log(`threshold ${threshold}: ${line.join("; ")}`);
}
writeFileSync(options.out, formatAntecedentModel({ weights: learn(prepared), thresholds }));
console.log(`${options.out} written, from ${prepared.length} documents`);
