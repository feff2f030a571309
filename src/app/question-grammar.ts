/** A question in plain English → what is asked. A fixed grammar: what it does not know, it says. */

export type Question =
  | { readonly kind: "who-met"; readonly a: string; readonly place: string | null }
  | { readonly kind: "did-meet"; readonly a: string; readonly b: string }
  | { readonly kind: "where-met"; readonly a: string; readonly b: string }
  | { readonly kind: "when-met"; readonly a: string; readonly b: string }
  | { readonly kind: "who-said"; readonly about: string }
  | { readonly kind: "what-said"; readonly speaker: string; readonly about: string | null }
  | { readonly kind: "who-is"; readonly a: string }
  | { readonly kind: "connected"; readonly a: string; readonly b: string };

interface Pattern {
  /** As a person would ask it, for the list of what can be asked. */
  readonly example: string;
  readonly match: RegExp;
  readonly read: (groups: Readonly<Record<string, string>>) => Question;
}

const name = "(?<a>.+?)";
const other = "(?<b>.+?)";

const patterns: readonly Pattern[] = [
  {
    example: "who met Adam Boehler in Doha?",
    match: new RegExp(`^who (?:has |have )?(?:met|meets|saw|talked to|talked with)(?: with)? ${name}(?: (?:in|at) (?<place>.+?))?$`, "iu"),
    read: ({ a = "", place }) => ({ kind: "who-met", a, place: place ?? null }),
  },
  {
    example: "who did Adam Boehler meet in Doha?",
    match: new RegExp(`^(?:who|whom) (?:did|has|will) ${name} (?:meet|met)(?: with)?(?: (?:in|at) (?<place>.+?))?$`, "iu"),
    read: ({ a = "", place }) => ({ kind: "who-met", a, place: place ?? null }),
  },
  {
    example: "did Steve Witkoff meet Qatar?",
    match: new RegExp(`^(?:did|has|have|will) ${name} (?:meet|met)(?: with)? ${other}$`, "iu"),
    read: ({ a = "", b = "" }) => ({ kind: "did-meet", a, b }),
  },
  {
    example: "where did Boehler meet Hamas?",
    match: new RegExp(`^where (?:did|has|have|will) ${name} (?:meet|met)(?: with)? ${other}$`, "iu"),
    read: ({ a = "", b = "" }) => ({ kind: "where-met", a, b }),
  },
  {
    example: "when did Boehler meet Hamas?",
    match: new RegExp(`^when (?:did|has|have|will) ${name} (?:meet|met)(?: with)? ${other}$`, "iu"),
    read: ({ a = "", b = "" }) => ({ kind: "when-met", a, b }),
  },
  {
    example: "who said what about Hamas?",
    match: /^who (?:has |have )?(?:said|says)(?: what| something| anything)? about (?<about>.+?)$/iu,
    read: ({ about = "" }) => ({ kind: "who-said", about }),
  },
  {
    example: "what did Karoline Leavitt say about Israel?",
    match: /^what (?:did|has|does) (?<speaker>.+?) (?:say|said)(?: about (?<about>.+?))?$/iu,
    read: ({ speaker = "", about }) => ({ kind: "what-said", speaker, about: about ?? null }),
  },
  {
    example: "who is Taher Al-Nono?",
    match: new RegExp(`^(?:who|what) (?:is|was|are) ${name}$`, "iu"),
    read: ({ a = "" }) => ({ kind: "who-is", a }),
  },
  {
    example: "how are Donald Trump and Hamas connected?",
    match: new RegExp(`^how (?:are|is|were) ${name} (?:and|to|with) ${other} connected$`, "iu"),
    read: ({ a = "", b = "" }) => ({ kind: "connected", a, b }),
  },
  {
    example: "how is Donald Trump connected to Hamas?",
    match: new RegExp(`^how (?:are|is|were) ${name} connected (?:and|to|with) ${other}$`, "iu"),
    read: ({ a = "", b = "" }) => ({ kind: "connected", a, b }),
  },
];

/** One example of every question that can be asked. */
export const examples: readonly string[] = patterns.map((pattern) => pattern.example);

/** What is asked, or null for a question outside the grammar. Quotation marks around names and a closing mark are ignored. */
export function parseQuestion(text: string): Question | null {
  const plain = text
    .trim()
    .replace(/[?!.\s]+$/u, "")
    .replace(/\s+/gu, " ")
    .replace(/["“”]/gu, "");
  for (const { match, read } of patterns) {
    const groups = match.exec(plain)?.groups;
    if (!groups) continue;
    const given: Record<string, string> = {};
    for (const [key, value] of Object.entries(groups)) if (value !== undefined) given[key] = value;
    return read(given);
  }
  return null;
}
