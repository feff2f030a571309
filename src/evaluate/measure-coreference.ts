/** The coreference section of the scoreboard: the open documents of GUM that no rule or weight was made on. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { loadDocumentAnnotator } from "../annotate/news-pipeline.ts";
import type { Article } from "../domain/article.ts";
import { type GoldDocument, readCoreferenceGold } from "./coreference-gold.ts";
import { evaluateCoreference, isHeldBack } from "./evaluate-coreference.ts";
import type { Evaluation } from "./scoreboard.ts";

/** Of the shared folder. */
const treebank = "syntax/gum-open.train.conllu.gz";

/** The document as an article. */
export function articleOf({ id, text }: GoldDocument): Article {
  return { id, file: null, title: null, publishedAt: null, outlet: null, url: null, extracted: false, furniture: [], text };
}

export const coreference: Evaluation = {
  section: "coreference",
  about: "names and pronouns of people, organisations and places in GUM's open genres, held-back documents, from raw text",
  measure: async (shared) => {
    const path = join(shared, treebank);
    if (!existsSync(path)) return null;
    const conllu = gunzipSync(readFileSync(path)).toString("utf8");
    const annotate = loadDocumentAnnotator();
    const evaluate = (speakers: "written" | "left out") =>
      evaluateCoreference(
        readCoreferenceGold(conllu, path, { speakers }).filter((_, index) => isHeldBack(index)),
        (gold) => annotate(articleOf(gold)),
      );
    const plain = evaluate("left out");
    const written = evaluate("written");
    const third = ["he", "she", "it", "they"].flatMap((group) => {
      const score = plain.byPronoun.get(group);
      return score ? [[`${group}, precision`, score.precision] as const, [`${group}, recall`, score.recall] as const] : [];
    });
    return {
      "MUC F1": plain.named.muc.f1,
      "B³ F1": plain.named.bCubed.f1,
      "CEAF-φ4 F1": plain.named.ceaf.f1,
      "CoNLL score": plain.named.conll,
      "CoNLL score, chains without a name too": plain.all.conll,
      "pronouns, precision": plain.pronouns.precision,
      "pronouns, recall": plain.pronouns.recall,
      ...Object.fromEntries(third),
      "descriptions, precision": plain.descriptions.precision,
      "descriptions, recall": plain.descriptions.recall,
      "with speakers written: CoNLL score": written.named.conll,
      "with speakers written: pronouns, precision": written.pronouns.precision,
      "with speakers written: pronouns, recall": written.pronouns.recall,
    };
  },
};
