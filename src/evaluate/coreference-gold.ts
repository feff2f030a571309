/** Documents of a treebank whose `Entity=` brackets say which noun phrases are the same (GUM; CorefUD's format), with their text. */
import type { Span } from "../domain/span.ts";
import { readConllu, type TreebankSentence } from "../learn/read-conllu.ts";

export interface GoldMention extends Span {
  /** The chain's name, unique within the document. */
  readonly chain: string;
  /** "person", "organization", "place", "abstract" …, as the treebank has it. */
  readonly type: string;
  /** The characters of its head word, by the treebank's trees. */
  readonly head: Span;
  readonly form: "name" | "pronoun" | "description";
}

export interface GoldDocument {
  readonly id: string;
  /** Paragraphs are apart by an empty line. */
  readonly text: string;
  readonly words: readonly (Span & { readonly head: number })[];
  /** In the order of their starts. */
  readonly mentions: readonly GoldMention[];
}

/** Forms of personal pronouns, folded; "'s" is "us" in "let's". */
const personalPronouns = new Set(
  "i me my mine myself we us our ours ourselves 's you your yours yourself yourselves he him his himself she her hers herself it its itself they them their theirs themselves".split(
    " ",
  ),
);

/**
 * The documents of a CoNLL-U text. The mark-up of a paragraph may say who speaks; with `speakers: "written"` the name stands before it
 * with a colon, as in print ("Ann Lee: We waited."), for plain text has no other way to say it. Throws a UserError as `readConllu` does.
 */
export function readCoreferenceGold(
  conllu: string,
  source: string,
  { speakers }: { readonly speakers: "written" | "left out" },
): GoldDocument[] {
  const byDocument = new Map<string, TreebankSentence[]>();
  for (const sentence of readConllu(conllu, source)) {
    const sentences = byDocument.get(sentence.document);
    if (sentences) sentences.push(sentence);
    else byDocument.set(sentence.document, [sentence]);
  }
  return [...byDocument].map(([id, sentences]) => goldDocument(id, sentences, speakers));
}

function goldDocument(id: string, sentences: readonly TreebankSentence[], speakers: "written" | "left out"): GoldDocument {
  const forms = sentences.flatMap((sentence) => sentence.forms);
  const words: (Span & { readonly head: number; readonly tag: string; readonly form: string; readonly entity: string })[] = [];
  let text = "";
  for (const sentence of sentences) {
    const isFirst = text === "";
    const isParagraph = sentence.comments.includes("newpar");
    if (!isFirst) text = `${text.trimEnd()}${isParagraph ? "\n\n" : " "}`;
    const speaker = sentence.comments.map((comment) => /^newpar_block = .*\bsp who:::"#([^"]+)"/u.exec(comment)?.[1]).find(Boolean);
    if (speaker && speakers === "written") text += `${writtenName(speaker, forms)}: `;
    const base = words.length;
    sentence.forms.forEach((form, index) => {
      const misc = sentence.misc[index] ?? "_";
      const head = sentence.heads[index] ?? 0;
      words.push({
        start: text.length,
        end: text.length + form.length,
        head: head === 0 ? -1 : base + head - 1,
        tag: sentence.upos[index] ?? "_",
        form,
        entity: /(?:^|\|)Entity=([^|]*)/u.exec(misc)?.[1] ?? "",
      });
      text += /(?:^|\|)SpaceAfter=No(?:\||$)/u.test(misc) ? form : `${form} `;
    });
  }
  const mentions = readBrackets(words.map(({ entity }) => entity)).map(({ chain, type, first, end }): GoldMention => {
    const head = headOf(words, first, end);
    const word = words[head];
    const isPronoun = word?.tag === "PRON" && personalPronouns.has(word.form.toLowerCase().replace(/’/gu, "'"));
    return {
      chain,
      type,
      start: words[first]?.start ?? 0,
      end: words[end - 1]?.end ?? 0,
      head: { start: word?.start ?? 0, end: word?.end ?? 0 },
      form: word?.tag === "PROPN" ? "name" : isPronoun ? "pronoun" : "description",
    };
  });
  return { id, text: text.trimEnd(), words: words.map(({ start, end, head }) => ({ start, end, head })), mentions };
}

/** "HughMcGuire" as the document's own words have it ("Hugh McGuire"), else split before its capitals. */
function writtenName(joined: string, forms: readonly string[]): string {
  for (let first = 0; first < forms.length; first += 1) {
    let letters = "";
    for (let index = first; joined.startsWith(letters) && index < first + 6; index += 1) {
      letters += (forms[index] ?? "").replace(/[^\p{L}\p{N}]/gu, "");
      if (letters === joined) return forms.slice(first, index + 1).join(" ");
    }
  }
  return joined.replace(/(?<=[\p{Ll}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, " ");
}

interface Bracketed {
  readonly chain: string;
  readonly type: string;
  readonly first: number;
  readonly end: number;
}

/** "(1-person-…" opens a mention at its word, "1)" closes the last one of that chain, "(1-person-…)" does both. */
function readBrackets(entities: readonly string[]): Bracketed[] {
  const found: Bracketed[] = [];
  const open = new Map<string, { type: string; first: number }[]>();
  entities.forEach((entity, index) => {
    for (const [bracket] of entity.matchAll(/\([^()]*\)?|[^()]+\)/gu)) {
      const [chain = "", type = ""] = bracket.replace(/[()]/gu, "").split("-");
      if (!bracket.startsWith("(")) {
        const opened = open.get(chain)?.pop();
        if (opened) found.push({ chain, type: opened.type, first: opened.first, end: index + 1 });
      } else if (bracket.endsWith(")")) found.push({ chain, type, first: index, end: index + 1 });
      else open.set(chain, [...(open.get(chain) ?? []), { type, first: index }]);
    }
  });
  return found.sort((a, b) => a.first - b.first || b.end - a.end);
}

/** The first word of a range whose head lies outside it. */
export function headOf(words: readonly { readonly head: number }[], first: number, end: number): number {
  for (let index = first; index < end; index += 1) {
    const head = words[index]?.head ?? -1;
    if (head < first || head >= end) return index;
  }
  return first;
}
