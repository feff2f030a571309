/** Trees written down word by word, for the tests of what mends them. */
import type { DraftTree } from "./draft-tree.ts";

const relationNames = (
  "root nsubj nummod cop mark fixed advcl xcomp obj case obl acl amod compound conj cc appos vocative flat punct nmod nmod:desc nmod:poss det " +
  "obl:unmarked nmod:unmarked nsubj:pass nsubj:outer aux:pass iobj ccomp acl:relcl advmod aux obl:agent parataxis"
).split(" ");

/** One word a row: form, Penn tag, head (1-based, 0 for the root), relation. */
export type Row = readonly [string, string, number, string];
export type Mend = (forms: readonly string[], tree: DraftTree) => void;

/** "form relation head" for every word, after mending. */
export function mended(rows: readonly Row[], mend: Mend): string[] {
  const heads = Int32Array.from(rows, ([, , head]) => head - 1);
  const relations = Uint8Array.from(rows, ([, , , relation]) => relationNames.indexOf(relation));
  const tags = rows.map(([, tag]) => tag);
  const retag = (token: number, pair: string): void => {
    tags[token] = pair.split(" ")[1] ?? "";
  };
  mend(
    rows.map(([form]) => form),
    { heads, relations, relationNames, pennTag: (token) => tags[token] ?? "", retag },
  );
  return rows.map(([form], index) => `${form} ${relationNames[relations[index] ?? 0]} ${(heads[index] ?? 0) + 1}`);
}
