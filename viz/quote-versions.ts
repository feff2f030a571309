/** The same saying as several articles print it: one entry, with every version and the words that were changed. */
import type { SaidRow } from "../src/domain/answer.ts";
import { element } from "./elements.ts";
import { count, times } from "./words.ts";

/** Quotes with what is known of their versions. */
export type VersionedRow = SaidRow & {
  readonly cluster?: string | null;
  readonly changes?: readonly { readonly from: string; readonly to: string }[];
};

/** The rows of each saying together, in the order of the first of each. */
export function groupVersions(rows: readonly VersionedRow[]): readonly (readonly VersionedRow[])[] {
  const groups = new Map<string, VersionedRow[]>();
  for (const row of rows) {
    const key = row.cluster ?? row.quote;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

/** One saying: its fullest version, and the others on demand, with the words that differ marked; `entryOf` makes the entry of one. */
export function sayingEntry(versions: readonly VersionedRow[], entryOf: (row: SaidRow) => HTMLElement): HTMLElement {
  const [first] = versions;
  if (!first) throw new Error("a saying without a version");
  if (versions.length === 1) return entryOf(first);
  const fullest = versions.reduce((best, row) => (row.text.length > best.text.length ? row : best));
  const others = versions.filter((row) => row !== fullest);
  return element(
    "div",
    { class: "saying" },
    entryOf(fullest),
    element(
      "details",
      { class: "versions" },
      element("summary", {}, versionWords(versions)),
      ...others.map((row) => versionEntry(row, entryOf)),
    ),
  );
}

/** "4 versions"; where all use the same words, "Printed 4 times, in the same words". */
function versionWords(versions: readonly VersionedRow[]): string {
  const differ = versions.some(({ changes = [] }) => changes.length > 0) || new Set(versions.map(({ text }) => bare(text))).size > 1;
  return differ ? count(versions.length, "version") : `Printed ${times(versions.length)}, in the same words`;
}

/** The words without marks around them: houses differ in their quotation marks. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function versionEntry(row: VersionedRow, entryOf: (row: SaidRow) => HTMLElement): HTMLElement {
  const entry = entryOf(row);
  entry.querySelector(".sentence")?.replaceChildren(...markChanges(row.text, row.changes ?? []));
  return entry;
}

/** The text with what was changed marked: the words here, and struck through the words of the fullest version that they replace. */
export function markChanges(text: string, changes: readonly { readonly from: string; readonly to: string }[]): readonly Node[] {
  const nodes: Node[] = [];
  let position = 0;
  for (const { from, to } of changes) {
    const found = to === "" ? -1 : text.indexOf(to, position);
    if (found < 0) continue;
    nodes.push(document.createTextNode(text.slice(position, found)));
    if (from !== "") nodes.push(element("del", { title: "in the fullest version" }, from), document.createTextNode(" "));
    nodes.push(element("ins", {}, to));
    position = found + to.length;
  }
  nodes.push(document.createTextNode(text.slice(position)));
  return nodes;
}
