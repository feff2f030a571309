/** Stage: tokens → names, by whichever tagger it is given. */
import { defineStage } from "../stage.ts";
import type { NameTagger } from "./name-tagger.ts";

/** Builds the stage. */
export function makeFindNames(tagger: NameTagger) {
  return defineStage({
    name: "find-names",
    needs: ["paragraphs", "sentences", "tokens"],
    adds: ["names"],
    run: (doc) => ({ names: tagger.tag(doc) }),
  });
}
