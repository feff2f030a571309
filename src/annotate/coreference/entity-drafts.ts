/** Names → drafts of entities: who shares a name, what roles and gender the words around the names give, and the offices that speak. */
import type { Document } from "../../domain/document.ts";
import type { Mention, NameMention } from "../../domain/mention.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import type { Gender } from "../../text/noun-kinds.ts";
import { type Grammar, nameFlags } from "../clauses.ts";
import { type Cluster, clusterNames, surfaceForm } from "./cluster-names.ts";
import { type FoundRole, nameIndexByToken, roleAfter, roleBefore } from "./find-roles.ts";
import { nameWords } from "./person-name.ts";
import { roleByVerb } from "./role-by-verb.ts";

export type Named = Document<"paragraphs" | "sentences" | "tokens" | "names" | "syntax" | "marks">;

/** An entity while it is being read. */
export interface Draft {
  readonly cluster: Cluster;
  readonly roles: FoundRole[];
  gender: Gender;
}

/** A mention whose entity is known by its draft's place in the list. */
export type DraftMention = NameMention & { readonly form: Mention["form"]; readonly draft: number };

export interface EntityDrafts {
  readonly drafts: Draft[];
  /** For each name the index of its draft. */
  readonly draftOfName: Int32Array;
  /** For each token the index of the name it belongs to, or -1. */
  readonly nameAt: Int32Array;
}

const genderedTitles: ReadonlyMap<string, Gender> = new Map([
  ["mr.", "male"],
  ["mr", "male"],
  ["sir", "male"],
  ["king", "male"],
  ["prince", "male"],
  ["lord", "male"],
  ["pope", "male"],
  ["mrs.", "female"],
  ["mrs", "female"],
  ["ms.", "female"],
  ["ms", "female"],
  ["miss", "female"],
  ["queen", "female"],
  ["princess", "female"],
  ["dame", "female"],
  ["baroness", "female"],
]);
const femaleRole = /(?:woman|queen|princess|mother|sister|wife|daughter|actress)\b/u;
const maleRole = /(?:[^o]man\b|king\b|prince\b|father|brother|husband|\bson\b|pope)/u;

/** The drafts of the article's names, in the order of their first mentions. */
export function draftEntities(doc: Named, lexicon: Lexicon): EntityDrafts {
  const { article, names, tokens } = doc;
  const nameAt = nameIndexByToken(tokens.length, names);
  const drafts: Draft[] = clusterNames(article.text, names, lexicon).map((cluster) => ({ cluster, roles: [], gender: null }));
  const draftOfName = new Int32Array(names.length).fill(-1);
  drafts.forEach((draft, index) => {
    for (const nameIndex of draft.cluster.nameIndexes) draftOfName[nameIndex] = index;
  });
  readPersons(doc, nameAt, drafts, draftOfName, lexicon);
  return { drafts, draftOfName, nameAt };
}

/** Roles and gender of every person, from the words around each of their names. */
function readPersons(doc: Named, nameAt: Int32Array, drafts: readonly Draft[], draftOfName: Int32Array, lexicon: Lexicon): void {
  const grammar: Grammar = { tokens: doc.tokens, isName: nameFlags(doc.tokens.length, doc.names) };
  const lookup = { names: doc.names, nameAt };
  doc.names.forEach((name, index) => {
    const draft = drafts[draftOfName[index] ?? -1];
    const sentence = doc.sentences[doc.tokens[name.firstToken]?.sentenceIndex ?? -1];
    if (name.type !== "PERSON" || !draft || !sentence) return;
    const before = roleBefore(grammar, lookup, name, sentence.firstToken, lexicon);
    const after = roleAfter(grammar, lookup, name, sentence.endToken, lexicon);
    const told = roleByVerb(doc.tokens, lookup, name, sentence.endToken);
    for (const role of [before, after, told]) if (role) draft.roles.push(role);
    draft.gender ??= genderedTitles.get(doc.tokens[name.firstToken - 1]?.lower ?? "") ?? null;
  });
  for (const draft of drafts) {
    if (draft.cluster.type !== "PERSON") continue;
    draft.gender ??= genderOfRoles(draft.roles) ?? genderOfGivenName(draft.cluster, lexicon);
  }
}

function genderOfRoles(roles: readonly FoundRole[]): Gender {
  for (const role of roles) {
    if (femaleRole.test(role.title)) return "female";
    if (maleRole.test(` ${role.title}`)) return "male";
  }
  return null;
}

function genderOfGivenName(cluster: Cluster, lexicon: Lexicon): Gender {
  const words = nameWords(cluster.name);
  const [first] = words;
  if (words.length < 2 || first === undefined) return null;
  const listed = lexicon.givenNames.get(first);
  if (listed === "f") return "female";
  return listed === "m" ? "male" : null;
}

/** "Benjamin Netanyahu's office" speaks for itself: an organisation of its own, never the person. Adds its draft to `drafts`. */
export function findOffices(doc: Named, { drafts, draftOfName }: EntityDrafts): DraftMention[] {
  const found: DraftMention[] = [];
  const officeOf = new Map<number, number>();
  doc.names.forEach((name, index) => {
    const mark = doc.tokens[name.endToken];
    const office = doc.tokens[name.endToken + 1];
    const owner = draftOfName[index] ?? -1;
    const person = drafts[owner];
    if (name.type !== "PERSON" || !person || mark?.lower !== "'s" || office?.lower !== "office") return;
    let draft = officeOf.get(owner);
    if (draft === undefined) {
      draft = drafts.length;
      officeOf.set(owner, draft);
      const title = `${person.cluster.name}'s office`;
      drafts.push({ cluster: { type: "ORGANIZATION", nameIndexes: [], forms: [], name: title }, roles: [], gender: null });
    }
    const cluster = drafts[draft]?.cluster;
    const form = surfaceForm(doc.article.text.slice(name.start, office.end)).replace(/’/gu, "'");
    if (cluster && !cluster.forms.includes(form)) cluster.forms.push(form);
    found.push({
      start: name.start,
      end: office.end,
      firstToken: name.firstToken,
      endToken: name.endToken + 2,
      type: "ORGANIZATION",
      confidence: 0.85,
      decidedBy: "office-of",
      form: "description",
      draft,
    });
  });
  return found;
}
