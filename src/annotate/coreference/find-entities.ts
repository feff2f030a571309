/** Stage: names → entities. Groups the names of an article, reads roles, and adds the pronouns and descriptions that are clear. */
import type { Document, Sentence } from "../../domain/document.ts";
import type { Entity, Role } from "../../domain/entity.ts";
import type { Mention, NameMention } from "../../domain/mention.ts";
import { bySpan } from "../../domain/span.ts";
import { foldCase } from "../../text/fold-case.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { type Grammar, nameFlags } from "../clauses.ts";
import { findMarkedStretches } from "../quotes/quote-marks.ts";
import { defineStage } from "../stage.ts";
import { type Cluster, clusterNames, surfaceForm } from "./cluster-names.ts";
import { type FoundRole, nameIndexByToken, roleAfter, roleBefore } from "./find-roles.ts";
import { nameWords } from "./person-name.ts";
import { canDescribe, describedNoun, descriptionKind } from "./resolve-descriptions.ts";
import { type Antecedent, type Gender, pronounGender, resolvePronoun } from "./resolve-pronouns.ts";

type Named = Document<"paragraphs" | "sentences" | "tokens" | "names">;

interface Draft {
  readonly cluster: Cluster;
  readonly roles: FoundRole[];
  gender: Gender;
}

/** A mention whose entity is known by its draft's place in the list. */
type DraftMention = NameMention & { readonly form: Mention["form"]; readonly draft: number };

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

/** Builds the stage. */
export function makeFindEntities(lexicon: Lexicon) {
  return defineStage({
    name: "find-entities",
    needs: ["paragraphs", "sentences", "tokens", "names"],
    adds: ["mentions", "entities"],
    run: (doc) => findEntities(doc, lexicon),
  });
}

function findEntities(doc: Named, lexicon: Lexicon): { mentions: Mention[]; entities: Entity[] } {
  const { article, names, tokens } = doc;
  const grammar: Grammar = { tokens, isName: nameFlags(tokens.length, names) };
  const nameAt = nameIndexByToken(tokens.length, names);
  const drafts: Draft[] = clusterNames(article.text, names, lexicon).map((cluster) => ({ cluster, roles: [], gender: null }));
  const draftOfName = new Int32Array(names.length).fill(-1);
  drafts.forEach((draft, index) => {
    for (const nameIndex of draft.cluster.nameIndexes) draftOfName[nameIndex] = index;
  });
  readPersons(doc, grammar, nameAt, drafts, draftOfName, lexicon);
  const found: DraftMention[] = names.map((name, index) => ({ ...name, form: "name", draft: draftOfName[index] ?? -1 }));
  found.push(...findOffices(doc, drafts, draftOfName));
  found.push(...findReferences(doc, drafts, draftOfName, nameAt));
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

/** Roles and gender of every person, from the words around each of their names. */
function readPersons(
  doc: Named,
  grammar: Grammar,
  nameAt: Int32Array,
  drafts: readonly Draft[],
  draftOfName: Int32Array,
  lexicon: Lexicon,
): void {
  const lookup = { names: doc.names, nameAt };
  doc.names.forEach((name, index) => {
    const draft = drafts[draftOfName[index] ?? -1];
    const sentence = sentenceOf(doc, name.firstToken);
    if (name.type !== "PERSON" || !draft || !sentence) return;
    const before = roleBefore(grammar, lookup, name, sentence.firstToken, lexicon);
    const after = roleAfter(grammar, lookup, name, sentence.endToken, lexicon);
    for (const role of [before, after]) if (role) draft.roles.push(role);
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

/** "Benjamin Netanyahu's office" speaks for itself: an organisation of its own, never the person. */
function findOffices(doc: Named, drafts: Draft[], draftOfName: Int32Array): DraftMention[] {
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

/** Pronouns and descriptions, read in text order so that each can lean on the ones before it. */
function findReferences(doc: Named, drafts: readonly Draft[], draftOfName: Int32Array, nameAt: Int32Array): DraftMention[] {
  const { tokens, sentences, paragraphs, names } = doc;
  const found: DraftMention[] = [];
  const persons: Antecedent[] = [];
  const organizations: Antecedent[] = [];
  const quoted = quotedTokens(doc);
  const genderOf = (person: number): Gender => drafts[person]?.gender ?? null;
  for (const sentence of sentences) {
    if (paragraphs[sentence.paragraphIndex]?.kind !== "prose") continue;
    const subject = subjectToken(doc, sentence, nameAt);
    for (let index = sentence.firstToken; index < sentence.endToken; index += 1) {
      const token = tokens[index];
      if (!token) continue;
      const nameIndex = nameAt[index] ?? -1;
      const name = names[nameIndex];
      if (name) {
        if (name.firstToken !== index) continue;
        const person = draftOfName[nameIndex] ?? -1;
        const antecedent = { person, token: index, sentenceIndex: token.sentenceIndex, isSubject: index === subject };
        if (name.type === "PERSON") persons.push(antecedent);
        if (name.type === "ORGANIZATION") organizations.push(antecedent);
        continue;
      }
      if (quoted[index]) continue;
      if (pronounGender(token.lower) && token.pos !== "PROPN") {
        const resolution = resolvePronoun(tokens, sentences, index, persons, genderOf);
        if (!resolution) continue;
        found.push(reference(doc, index, index + 1, "PERSON", "pronoun", resolution.person, resolution.confidence, resolution.decidedBy));
        persons.push({ person: resolution.person, token: index, sentenceIndex: token.sentenceIndex, isSubject: index === subject });
        continue;
      }
      if (token.lower !== "the") continue;
      const noun = describedNoun(tokens, index, sentence.endToken);
      const word = tokens[noun]?.lower ?? "";
      if (noun < 0 || nameAt[noun] !== -1) continue;
      const described = describedOrganization(doc, drafts, organizations, index, word) ?? describedPerson(drafts, persons, word);
      if (!described) continue;
      found.push(
        reference(doc, index, noun + 1, described.type, "description", described.draft, described.confidence, described.decidedBy),
      );
      const antecedent = { person: described.draft, token: index, sentenceIndex: token.sentenceIndex, isSubject: index === subject };
      (described.type === "PERSON" ? persons : organizations).push(antecedent);
    }
  }
  return found;
}

function reference(
  doc: Named,
  firstToken: number,
  endToken: number,
  type: NameMention["type"],
  form: Mention["form"],
  draft: number,
  confidence: number,
  decidedBy: string,
): DraftMention {
  const start = doc.tokens[firstToken]?.start ?? 0;
  const end = doc.tokens[endToken - 1]?.end ?? start;
  return { start, end, firstToken, endToken, type, confidence, decidedBy, form, draft };
}

interface Described {
  readonly draft: number;
  readonly type: NameMention["type"];
  readonly confidence: number;
  readonly decidedBy: string;
}

function describedOrganization(
  doc: Named,
  drafts: readonly Draft[],
  organizations: readonly Antecedent[],
  tokenIndex: number,
  noun: string,
): Described | null {
  const kind = descriptionKind(noun);
  const here = doc.tokens[tokenIndex]?.sentenceIndex ?? 0;
  if (!kind) return null;
  let best: Antecedent | undefined;
  for (let at = organizations.length - 1; at >= 0; at -= 1) {
    const antecedent = organizations[at];
    if (!antecedent || here - antecedent.sentenceIndex > 4) break;
    const draft = drafts[antecedent.person];
    if (!draft || !canDescribe(kind, noun, draft.cluster.name)) continue;
    // The subject of an earlier sentence beats another organisation of that sentence, but not a later sentence.
    if (!best || (antecedent.isSubject && antecedent.sentenceIndex === best.sentenceIndex && antecedent.sentenceIndex < here))
      best = antecedent;
    else if (antecedent.sentenceIndex < best.sentenceIndex) break;
  }
  if (!best) return null;
  return { draft: best.person, type: "ORGANIZATION", confidence: here - best.sentenceIndex > 2 ? 0.55 : 0.75, decidedBy: `the-${kind}` };
}

/** "the envoy": the person last named who holds such a role. */
function describedPerson(drafts: readonly Draft[], persons: readonly Antecedent[], noun: string): Described | null {
  for (let at = persons.length - 1; at >= 0; at -= 1) {
    const antecedent = persons[at];
    const draft = antecedent ? drafts[antecedent.person] : undefined;
    if (!antecedent || !draft) continue;
    const fits = draft.roles.some((role) => !role.former && headOfTitle(role.title).endsWith(` ${noun}`));
    if (fits) return { draft: antecedent.person, type: "PERSON", confidence: 0.75, decidedBy: "the-role" };
  }
  return null;
}

/** "envoy" of "presidential envoy for hostage affairs", with the words before it and a space in front. */
function headOfTitle(title: string): string {
  return ` ${title.replace(/ (?:for|of|to|on) .*$/u, "")}`;
}

/** The first name, pronoun or description of a sentence that a verb follows rather than a preposition leads to. */
function subjectToken(doc: Named, sentence: Sentence, nameAt: Int32Array): number {
  for (let index = sentence.firstToken; index < sentence.endToken; index += 1) {
    const token = doc.tokens[index];
    const name = doc.names[nameAt[index] ?? -1];
    if (!token) break;
    if (!name && (token.pos === "VERB" || token.pos === "AUX")) break;
    const before = doc.tokens[index - 1];
    const end = name ? name.endToken : index + 1;
    if (name?.firstToken === index) {
      const owns = doc.tokens[end]?.lower === "'s" || doc.tokens[end]?.lower === "'";
      if (!owns && before?.pos !== "ADP") return index;
    } else if (
      !name &&
      (pronounGender(token.lower) === "male" || token.lower === "she") &&
      token.lower !== "his" &&
      token.lower !== "him"
    ) {
      return index;
    } else if (token.lower === "the") {
      const noun = describedNoun(doc.tokens, index, sentence.endToken);
      if (noun >= 0 && before?.pos !== "ADP" && doc.tokens[noun + 1]?.pos !== "ADP") return index;
    }
  }
  return -1;
}

/** One flag a token: true inside quotation marks, where "he" is the speaker's and not the reporter's. */
function quotedTokens(doc: Named): Uint8Array {
  const flags = new Uint8Array(doc.tokens.length);
  const { stretches } = findMarkedStretches(doc.article.text, doc.paragraphs);
  let index = 0;
  for (const stretch of stretches) {
    while (index < doc.tokens.length && (doc.tokens[index]?.start ?? 0) < stretch.start) index += 1;
    while (index < doc.tokens.length && (doc.tokens[index]?.start ?? 0) < stretch.end) {
      flags[index] = 1;
      index += 1;
    }
  }
  return flags;
}

function sentenceOf(doc: Named, tokenIndex: number): Sentence | undefined {
  return doc.sentences[doc.tokens[tokenIndex]?.sentenceIndex ?? -1];
}

function distinctRoles(roles: readonly FoundRole[], drafts: readonly Draft[], draftOfName: Int32Array, lexicon: Lexicon): Role[] {
  const distinct: Role[] = [];
  for (const role of roles) {
    let ofEntityIndex: number | null = null;
    if (role.bodyNameIndex !== null) ofEntityIndex = draftOfName[role.bodyNameIndex] ?? null;
    else if (role.country !== null) {
      const country = role.country;
      const at = drafts.findIndex(
        (draft) =>
          draft.cluster.type === "PLACE" &&
          (lexicon.countryByName.get(foldCase(draft.cluster.name))?.name ?? draft.cluster.name) === country,
      );
      ofEntityIndex = at >= 0 ? at : null;
    }
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
