/** Stage: names → entities. Groups the names of an article, reads roles, and adds the pronouns and descriptions that are clear. */
import type { Entity, Role } from "../../domain/entity.ts";
import type { Mention } from "../../domain/mention.ts";
import { bySpan } from "../../domain/span.ts";
import { foldCase } from "../../text/fold-case.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { defineStage } from "../stage.ts";
import { type AntecedentModel, loadAntecedentModel } from "./antecedent-model.ts";
import type { Cluster } from "./cluster-names.ts";
import { type Draft, type DraftMention, draftEntities, findOffices, type Named } from "./entity-drafts.ts";
import { findReferences } from "./find-references.ts";
import type { FoundRole } from "./find-roles.ts";

/** Builds the stage. */
export function makeFindEntities(lexicon: Lexicon, model: AntecedentModel = loadAntecedentModel()) {
  return defineStage({
    name: "find-entities",
    needs: ["paragraphs", "sentences", "tokens", "names", "syntax", "marks"],
    adds: ["mentions", "entities"],
    run: (doc) => findEntities(doc, lexicon, model),
  });
}

function findEntities(doc: Named, lexicon: Lexicon, model: AntecedentModel): { mentions: Mention[]; entities: Entity[] } {
  const entityDrafts = draftEntities(doc, lexicon);
  const { drafts, draftOfName } = entityDrafts;
  const found: DraftMention[] = doc.names.map((name, index) => ({ ...name, form: "name", draft: draftOfName[index] ?? -1 }));
  found.push(...findReferences(doc, entityDrafts, lexicon, model));
  found.push(...findOffices(doc, entityDrafts));
  addCountriesOfRoles(drafts, lexicon);
  found.sort(bySpan);
  const mentions: Mention[] = found.map(({ draft, ...mention }) => ({ ...mention, entityIndex: draft }));
  const mentionIndexes: number[][] = drafts.map(() => []);
  mentions.forEach((mention, index) => {
    mentionIndexes[mention.entityIndex]?.push(index);
  });
  const ids = uniqueIds(drafts.map((draft) => draft.cluster));
  const entities = drafts.map((draft, index): Entity => {
    const { cluster } = draft;
    return {
      id: ids[index] ?? "",
      type: cluster.type,
      name: cluster.name,
      aliases: cluster.forms.filter((form) => form !== cluster.name),
      roles: distinctRoles(draft.roles, drafts, draftOfName, lexicon),
      gender: draft.gender,
      mentionIndexes: mentionIndexes[index] ?? [],
    };
  });
  return { mentions, entities };
}

/** "French President …": a country that only a demonym tells of is an entity that a role can be held at, without a mention. */
function addCountriesOfRoles(drafts: Draft[], lexicon: Lexicon): void {
  const countries = new Set(drafts.flatMap(({ roles }) => roles.flatMap(({ country }) => (country === null ? [] : [country]))));
  for (const country of countries) {
    if (findCountry(drafts, country, lexicon) === null) {
      drafts.push({ cluster: { type: "PLACE", nameIndexes: [], forms: [], name: country }, roles: [], gender: null });
    }
  }
}

function findCountry(drafts: readonly Draft[], country: string, lexicon: Lexicon): number | null {
  const at = drafts.findIndex(
    ({ cluster: { type, name } }) => type === "PLACE" && (lexicon.countryByName.get(foldCase(name))?.name ?? name) === country,
  );
  return at >= 0 ? at : null;
}

function distinctRoles(roles: readonly FoundRole[], drafts: readonly Draft[], draftOfName: Int32Array, lexicon: Lexicon): Role[] {
  const distinct: Role[] = [];
  for (const role of roles) {
    let ofEntityIndex: number | null = null;
    if (role.bodyNameIndex !== null) ofEntityIndex = draftOfName[role.bodyNameIndex] ?? null;
    else if (role.country !== null) ofEntityIndex = findCountry(drafts, role.country, lexicon);
    const same = distinct.findIndex((other) => other.title === role.title && other.former === role.former);
    const known = distinct[same];
    if (!known) distinct.push({ title: role.title, ofEntityIndex, former: role.former });
    else if (known.ofEntityIndex === null && ofEntityIndex !== null) distinct[same] = { ...known, ofEntityIndex };
  }
  return distinct;
}

/** Readable ids, unique within the article: `person:adam-boehler`. */
function uniqueIds(clusters: readonly Cluster[]): string[] {
  const used = new Map<string, number>();
  return clusters.map((cluster) => {
    const slug =
      foldCase(cluster.name)
        .normalize("NFD")
        .replace(/\p{M}/gu, "")
        .replace(/[^\p{L}\p{N}]+/gu, "-")
        .replace(/^-+|-+$/gu, "") || "unnamed";
    const id = `${cluster.type.toLowerCase()}:${slug}`;
    const times = (used.get(id) ?? 0) + 1;
    used.set(id, times);
    return times === 1 ? id : `${id}-${times}`;
  });
}
