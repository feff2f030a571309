/** What lies under the pointer, in words. */
import type { Dataset } from "./dataset.ts";
import type { Filters, Passing } from "./filters.ts";
import type { Picked } from "./graph-view.ts";
import { lineOf, tiePasses } from "./picture.ts";
import { count, joined, modalityWords, relationWords, typeWords } from "./words.ts";

/** One line about a name or a line of the graph. */
export function hoverWords(dataset: Dataset, hovered: Picked, filters: Filters, passing: Passing): string {
  if ("entity" in hovered) {
    const entity = dataset.entityById.get(hovered.entity);
    return entity ? joined(entity.name, typeWords[entity.type].one, count(entity.articles, "article")) : "";
  }
  const { pair } = hovered;
  const line = lineOf(pair, filters, passing);
  const ties = pair.ties.filter((tie) => tiePasses(tie, filters, passing));
  const meetings = ties.filter(({ kind }) => kind === "met").length;
  const role = ties.find((tie) => tie.kind === "role");
  return joined(
    `${pair.a.name} – ${pair.b.name}`,
    line?.modality ? modalityWords[line.modality].label : line ? relationWords[line.kind].label : null,
    meetings > 0 ? count(meetings, "meeting") : null,
    role?.kind === "role" ? `${role.former ? "former " : ""}${role.title}` : null,
    line && line.sources > 0 ? count(line.sources, "independent source") : null,
  );
}
