/**
 * Two attachments that news decides and treebanks leave open: the preposition before a title and a name belongs to the name, and the
 * infinitive behind a journey says what the journey is for.
 */
import type { DraftTree } from "./mend-trees.ts";

/** "with Foreign Minister Ann Lee": where the preposition hangs on the title, it moves to the name that the title hangs on. In place. */
export function mendTitleMarks({ heads, relations, relationNames }: DraftTree): void {
  const [mark, title] = [relationNames.indexOf("case"), relationNames.indexOf("nmod:desc")];
  if (mark < 0 || title < 0) return;
  for (let token = 0; token < heads.length; token += 1) {
    if (relations[token] !== mark) continue;
    const head = heads[token] ?? -1;
    if (head <= token || relations[head] !== title) continue;
    const name = heads[head] ?? -1;
    if (name > head) heads[token] = name;
  }
}

const journeys =
  /^(?:fl(?:y|ew|ies|ying|own)|travel(?:s|ed|led|ing|ling)?|go(?:es|ing|ne)?|went|com(?:e|es|ing)|came|return(?:s|ed|ing)?|head(?:s|ed|ing)?|arriv(?:e|es|ed|ing)|journey(?:s|ed|ing)?|gather(?:s|ed|ing)?)$/u;
const visits = /^(?:visit|trip|tour|stop|journey)$/u;
const taking = /^(?:ma(?:ke|kes|de|king)|pa(?:y|ys|id|ying)|beg[aiu]n|begins|start(?:s|ed)?|took|take[ns]?|taking)$/u;

/**
 * "flew to the province's capital to meet the rebels", "made a visit to Oslo to meet the king": the infinitive hangs on the verb,
 * whose subject is its subject, not on the place or the visit. In place.
 */
export function mendPurposes(forms: readonly string[], tree: DraftTree): void {
  const { heads, relations, relationNames, pennTag } = tree;
  const [adverbial, clause] = [relationNames.indexOf("advcl"), relationNames.indexOf("acl")];
  const oblique = relationNames.indexOf("obl");
  const object = relationNames.indexOf("obj");
  if (adverbial < 0 || clause < 0) return;
  for (let verb = 2; verb < heads.length; verb += 1) {
    if (relations[verb] !== clause || pennTag(verb) !== "VB" || forms[verb - 1] !== "to") continue;
    const noun = heads[verb] ?? -1;
    const governor = heads[noun] ?? -1;
    if (noun < 0 || governor < 0 || noun > verb || governor > noun) continue;
    const word = forms[governor]?.toLowerCase() ?? "";
    const isGoal = relations[noun] === oblique && journeys.test(word);
    const isVisit = relations[noun] === object && visits.test(forms[noun]?.toLowerCase() ?? "") && taking.test(word);
    if (!isGoal && !isVisit) continue;
    heads[verb] = governor;
    relations[verb] = adverbial;
  }
}
