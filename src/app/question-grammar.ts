/** A question in plain English → what is asked. A fixed grammar: what it does not know, it says. */
import { type Period, takePeriod } from "./question-period.ts";

export type Question =
  | { readonly kind: "who-met-whom"; readonly place: string | null; readonly period: Period | null }
  | { readonly kind: "who-met"; readonly a: string; readonly place: string | null; readonly period: Period | null }
  | { readonly kind: "did-meet"; readonly a: string; readonly b: string; readonly place: string | null; readonly period: Period | null }
  | { readonly kind: "where-met"; readonly a: string; readonly b: string; readonly period: Period | null }
  | { readonly kind: "when-met"; readonly a: string; readonly b: string; readonly which: "first" | "last" | null }
  | { readonly kind: "timeline"; readonly a: string; readonly b: string | null; readonly period: Period | null }
  | { readonly kind: "who-first"; readonly a: string; readonly b: string }
  | { readonly kind: "disputed"; readonly a: string | null }
  | { readonly kind: "connected"; readonly a: string; readonly b: string }
  | { readonly kind: "who-said"; readonly about: string; readonly period: Period | null }
  | { readonly kind: "what-said"; readonly speaker: string; readonly about: string | null; readonly period: Period | null }
  | { readonly kind: "who-is"; readonly a: string };

interface Pattern {
  /** As a person would ask it, for the list of what can be asked. */
  readonly example: string;
  /** Ways to ask it, over the whole question without its mark and, where `takesPeriod`, without its period. */
  readonly forms: readonly string[];
  readonly takesPeriod: boolean;
  readonly read: (groups: Readonly<Record<string, string>>, period: Period | null) => Question;
}

/** A name opens with no preposition: "who spoke about Hamas" asks for no meeting with "about Hamas". */
const noPreposition = "(?!(?:about|at|in|of|on|to|with|whom|who|each other)\\b)";
const a = `(?<a>${noPreposition}.+?)`;
const b = `(?<b>${noPreposition}.+?)`;
const about = "(?<about>.+?)";
const place = "(?: (?:in|at) (?<place>.+?))?";
const auxiliary = "(?:did|do|does|has|have|had|will|would|is|are|was|were)";
const contact = "(?:meet|met|meeting|meets|see|saw|(?:talk|talked|talking|speak|spoke|spoken)(?: to)?|hold talks|held talks)";
const say = "(?:say|said|says|tell|told)";

const which = "(?:(?<which>first|last|most recently) )?";

const patterns: readonly Pattern[] = [
  {
    example: "what happened between Donald Trump and Hamas?",
    forms: [
      `what (?:has )?(?:happened|took place|gone on) between ${a} and ${b}`,
      `(?:show (?:me )?|what is )?(?:the )?(?:timeline|history|story) (?:of|between|for) ${a} (?:and|with) ${b}`,
    ],
    takesPeriod: true,
    read: ({ a = "", b = "" }, period) => ({ kind: "timeline", a, b, period }),
  },
  {
    example: "timeline of Adam Boehler?",
    forms: [`(?:show (?:me )?|what is )?(?:the )?(?:timeline|history) (?:of|for) ${a}`],
    takesPeriod: true,
    read: ({ a = "" }, period) => ({ kind: "timeline", a, b: null, period }),
  },
  {
    example: "who first reported that Adam Boehler met Hamas?",
    forms: [
      `who (?:was the )?first (?:to report|reported|to say|said|wrote) that ${a} (?:had |has |have )?${contact}(?: with)? ${b}`,
      `who (?:reported|said|wrote) (?:first|earliest) that ${a} (?:had |has |have )?${contact}(?: with)? ${b}`,
      `who broke the (?:news|story) (?:that|of) ${a} (?:${contact}|meeting)(?: with)? ${b}`,
    ],
    takesPeriod: false,
    read: ({ a = "", b = "" }) => ({ kind: "who-first", a, b }),
  },
  {
    example: "which meetings are disputed?",
    forms: [
      "(?:which|what) meetings (?:are|were) (?:disputed|denied|contradicted|contested|in dispute)",
      "(?:where|on what|on which meetings) do (?:the )?(?:articles|reports|outlets|papers) (?:disagree|differ|contradict each other)",
      `(?:which|what) meetings of ${a} (?:are|were) (?:disputed|denied|contradicted|contested|in dispute)`,
    ],
    takesPeriod: false,
    read: ({ a }) => ({ kind: "disputed", a: a ?? null }),
  },
  {
    example: "who met whom in Doha in 2025?",
    forms: [
      `who (?:${auxiliary} )?${contact}(?: with)? (?:whom|who)${place}`,
      `(?:what|which) meetings (?:were|are|took place|happened)(?: there)?${place}`,
    ],
    takesPeriod: true,
    read: ({ place }, period) => ({ kind: "who-met-whom", place: place ?? null, period }),
  },
  {
    example: "who met Adam Boehler in Doha?",
    forms: [`who (?:${auxiliary} )?${contact}(?: with)? ${a}${place}`],
    takesPeriod: true,
    read: ({ a = "", place }, period) => ({ kind: "who-met", a, place: place ?? null, period }),
  },
  {
    example: "who did Adam Boehler meet in March 2025?",
    forms: [`(?:who|whom|with whom) ${auxiliary} ${a} ${contact}(?: with)?${place}`],
    takesPeriod: true,
    read: ({ a = "", place }, period) => ({ kind: "who-met", a, place: place ?? null, period }),
  },
  {
    example: "did Steve Witkoff meet Qatar?",
    forms: [`${auxiliary} ${a} ${contact}(?: with)? ${b}${place}`, `${auxiliary} ${a} and ${b} ${contact}${place}`],
    takesPeriod: true,
    read: ({ a = "", b = "", place }, period) => ({ kind: "did-meet", a, b, place: place ?? null, period }),
  },
  {
    example: "where did Boehler meet Hamas?",
    forms: [`where ${auxiliary} ${a} ${contact}(?: with)? ${b}`, `where ${auxiliary} ${a} and ${b} ${contact}`],
    takesPeriod: true,
    read: ({ a = "", b = "" }, period) => ({ kind: "where-met", a, b, period }),
  },
  {
    example: "when did Boehler meet Hamas?",
    forms: [`when ${auxiliary} ${a} and ${b} ${which}${contact}`, `when ${auxiliary} ${a} ${which}${contact}(?: with)? ${b}`],
    takesPeriod: false,
    read: ({ a = "", b = "", which }) => ({
      kind: "when-met",
      a,
      b,
      which: which === undefined ? null : which.toLowerCase() === "first" ? "first" : "last",
    }),
  },
  {
    example: "who said what about Hamas?",
    forms: [
      `who (?:${auxiliary} )?(?:${say}|spoke|talked)(?: what| something| anything)? (?:about|on|of) ${about}`,
      `what (?:was|is|has been) said (?:about|on|of) ${about}`,
    ],
    takesPeriod: true,
    read: ({ about = "" }, period) => ({ kind: "who-said", about, period }),
  },
  {
    example: "what did Karoline Leavitt say about Israel since 5 March 2025?",
    forms: [`what ${auxiliary} (?<speaker>.+?) ${say}(?: (?:about|on|of) ${about})?`],
    takesPeriod: true,
    read: ({ speaker = "", about }, period) => ({ kind: "what-said", speaker, about: about ?? null, period }),
  },
  {
    example: "who is Taher Al-Nono?",
    forms: [`(?:who|what) (?:is|was|are|were) ${a}`],
    takesPeriod: false,
    read: ({ a = "" }) => ({ kind: "who-is", a }),
  },
  {
    example: "how are Donald Trump and Hamas connected?",
    forms: [
      `how (?:are|is|were|was) ${a} (?:and|to|with) ${b} (?:connected|linked|related)`,
      `how (?:are|is|were|was) ${a} (?:connected|linked|related) (?:and|to|with) ${b}`,
    ],
    takesPeriod: false,
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
  const dated = takePeriod(plain);
  return (dated && match(dated.rest, dated.period)) ?? match(plain, null);
}

/** The first pattern that fits the whole text; with a period, only of those that take one. */
function match(text: string, period: Period | null): Question | null {
  for (const { forms, takesPeriod, read } of patterns) {
    if (period !== null && !takesPeriod) continue;
    for (const form of forms) {
      const found = new RegExp(`^${form}$`, "iu").exec(text);
      // A form without a name in it has no groups.
      if (found) return read(Object.fromEntries(Object.entries(found.groups ?? {}).filter(([, value]) => value !== undefined)), period);
    }
  }
  return null;
}
