/** A question in plain English → what is asked. A fixed grammar: what it does not know, it says. */

export type Question =
  | { readonly kind: "who-met"; readonly a: string; readonly place: string | null }
  | { readonly kind: "did-meet"; readonly a: string; readonly b: string; readonly place: string | null }
  | { readonly kind: "where-met" | "when-met" | "connected"; readonly a: string; readonly b: string }
  | { readonly kind: "who-said"; readonly about: string }
  | { readonly kind: "what-said"; readonly speaker: string; readonly about: string | null }
  | { readonly kind: "who-is"; readonly a: string };

interface Pattern {
  /** As a person would ask it, for the list of what can be asked. */
  readonly example: string;
  /** Ways to ask it, over the whole question without its mark. */
  readonly forms: readonly string[];
  readonly read: (groups: Readonly<Record<string, string>>) => Question;
}

/** A name opens with no preposition: "who spoke about Hamas" asks for no meeting with "about Hamas". */
const noPreposition = "(?!(?:about|at|in|of|on|to|with) )";
const a = `(?<a>${noPreposition}.+?)`;
const b = `(?<b>${noPreposition}.+?)`;
const about = "(?<about>.+?)";
const place = "(?: (?:in|at) (?<place>.+?))?";
const auxiliary = "(?:did|do|does|has|have|had|will|would|is|are|was|were)";
const contact = "(?:meet|met|meeting|meets|see|saw|(?:talk|talked|talking|speak|spoke|spoken)(?: to)?|hold talks|held talks)";
const say = "(?:say|said|says|tell|told)";

const patterns: readonly Pattern[] = [
  {
    example: "who met Adam Boehler in Doha?",
    forms: [`who (?:${auxiliary} )?${contact}(?: with)? ${a}${place}`],
    read: ({ a = "", place }) => ({ kind: "who-met", a, place: place ?? null }),
  },
  {
    example: "who did Adam Boehler meet in Doha?",
    forms: [`(?:who|whom|with whom) ${auxiliary} ${a} ${contact}(?: with)?${place}`],
    read: ({ a = "", place }) => ({ kind: "who-met", a, place: place ?? null }),
  },
  {
    example: "did Steve Witkoff meet Qatar?",
    forms: [`${auxiliary} ${a} ${contact}(?: with)? ${b}${place}`, `${auxiliary} ${a} and ${b} ${contact}${place}`],
    read: ({ a = "", b = "", place }) => ({ kind: "did-meet", a, b, place: place ?? null }),
  },
  {
    example: "where did Boehler meet Hamas?",
    forms: [`where ${auxiliary} ${a} ${contact}(?: with)? ${b}`, `where ${auxiliary} ${a} and ${b} ${contact}`],
    read: ({ a = "", b = "" }) => ({ kind: "where-met", a, b }),
  },
  {
    example: "when did Boehler meet Hamas?",
    forms: [`when ${auxiliary} ${a} ${contact}(?: with)? ${b}`, `when ${auxiliary} ${a} and ${b} ${contact}`],
    read: ({ a = "", b = "" }) => ({ kind: "when-met", a, b }),
  },
  {
    example: "who said what about Hamas?",
    forms: [
      `who (?:${auxiliary} )?(?:${say}|spoke|talked)(?: what| something| anything)? (?:about|on|of) ${about}`,
      `what (?:was|is|has been) said (?:about|on|of) ${about}`,
    ],
    read: ({ about = "" }) => ({ kind: "who-said", about }),
  },
  {
    example: "what did Karoline Leavitt say about Israel?",
    forms: [`what ${auxiliary} (?<speaker>.+?) ${say}(?: (?:about|on|of) ${about})?`],
    read: ({ speaker = "", about }) => ({ kind: "what-said", speaker, about: about ?? null }),
  },
  {
    example: "who is Taher Al-Nono?",
    forms: [`(?:who|what) (?:is|was|are|were) ${a}`],
    read: ({ a = "" }) => ({ kind: "who-is", a }),
  },
  {
    example: "how are Donald Trump and Hamas connected?",
    forms: [
      `how (?:are|is|were|was) ${a} (?:and|to|with) ${b} (?:connected|linked|related)`,
      `how (?:are|is|were|was) ${a} (?:connected|linked|related) (?:and|to|with) ${b}`,
    ],
    read: ({ a = "", b = "" }) => ({ kind: "connected", a, b }),
  },
];

/** Characters; a longer text is no question, and would take long to match. */
const longestQuestion = 300;

/** One example of every question that can be asked. */
export const examples: readonly string[] = patterns.map((pattern) => pattern.example);

/** What is asked, or null for a question outside the grammar. Quotation marks around names and a closing mark are ignored. */
export function parseQuestion(text: string): Question | null {
  const plain = text
    .trim()
    .replace(/[?!.\s]+$/u, "")
    .replace(/\s+/gu, " ")
    .replace(/["“”„]/gu, "")
    .trim();
  if (plain.length > longestQuestion) return null;
  for (const { forms, read } of patterns) {
    for (const form of forms) {
      const groups = new RegExp(`^${form}$`, "iu").exec(plain)?.groups;
      if (groups) return read(Object.fromEntries(Object.entries(groups).filter(([, value]) => value !== undefined)));
    }
  }
  return null;
}
