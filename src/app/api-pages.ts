/** Long answers in pages: every list of an answer is cut at the same rows, and the answer says where the next page starts. */

/** Rows of each list in a page of the graph, and in one of anything that carries sentences. */
export const graphRows = 20_000;
export const sentenceRows = 2000;

/** A page of an answer. */
export type Page<Answer> = Answer & {
  /** What `from` has to be for the next page; null on the last. */
  readonly next: number | null;
};

/** The names of an answer's lists. */
export type ListsOf<Answer> = { [Name in keyof Answer]: Answer[Name] extends readonly unknown[] ? Name : never }[keyof Answer];

/** The page that starts at row `from` of each of the lists; what is no list is on every page. */
export function pageOf<Answer extends object>(answer: Answer, lists: readonly ListsOf<Answer>[], from: number, rows: number): Page<Answer> {
  const page: Answer = { ...answer };
  let next: number | null = null;
  for (const name of lists) {
    const list: unknown = answer[name];
    if (!Array.isArray(list)) continue;
    if (list.length > from + rows) next = from + rows;
    Object.assign(page, { [name]: list.slice(from, from + rows) });
  }
  return { ...page, next };
}
