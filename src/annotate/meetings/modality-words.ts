/** What words say about a meeting that hangs on them: "plans to meet", "refusal of talks", "a proposed summit". */

/**
 * plan: both sides are set on it; wish: asked for, offered, conditional; refuse, deny, cancel: as they say; do: it happens
 * ("managed to meet"); begin: it happens and goes on; move: somebody travels for it; not: nothing came of it.
 */
export type Stance = "plan" | "wish" | "refuse" | "deny" | "cancel" | "do" | "begin" | "move" | "not";

/** The forms of regular verbs: visit → visits, visited, visiting; double the last letter where the base is marked "+". */
export function inflect(list: string): string[] {
  return list.split(" ").flatMap((entry) => {
    const doubles = entry.endsWith("+");
    const base = doubles ? entry.slice(0, -1) : entry;
    const stem = doubles ? base + base.slice(-1) : base.replace(/e$/u, "");
    if (/[^aeiou]y$/u.test(base)) return [base, `${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`, `${base}ing`];
    const third = /(?:s|sh|ch|x)$/u.test(base) ? `${base}es` : `${base}s`;
    return [base, third, `${stem}ed`, /ee$/u.test(base) ? `${base}ing` : `${stem}ing`];
  });
}

function table(entries: readonly [Stance, readonly string[]][]): ReadonlyMap<string, Stance> {
  return new Map(entries.flatMap(([stance, words]) => words.map((word): [string, Stance] => [word, stance])));
}

/** Verbs and predicative adjectives, in every form. */
export const verbStances = table([
  [
    "refuse",
    [
      ...inflect("refuse reject decline boycott snub+ rebuff oppose resist shun+ avoid exclude spurn"),
      "unwilling",
      "rule",
      "ruled",
      "ruling",
      "rules",
    ],
  ],
  ["deny", [...inflect("deny dismiss refute debunk rebut+ disprove"), "belied"]],
  [
    "cancel",
    [
      ...inflect("cancel cancel+ postpone scrap+ delay suspend abandon defer+ shelve adjourn drop+ ditch axe halt freeze"),
      "froze",
      "frozen",
      "call off",
      "put off",
    ],
  ],
  [
    "plan",
    [
      ...inflect(
        "plan+ schedule expect agree prepare intend announce arrange promise vow pledge decide slate invite accept anticipate confirm await mean organise organize consent choose reschedule rearrange",
      ),
      "chose",
      "chosen",
      ..."set due about going supposed committed determined sets setting meant".split(" "),
    ],
  ],
  [
    "wish",
    [
      ...inflect(
        "want hope propose offer urge request demand ask suggest consider try attempt press push wish need encourage threaten appeal implore call recommend advise allow permit enable like love prefer+ favour favor beg+ desire discuss mull aim refer+ persuade pressure require oblige weigh explore warn contemplate imagine envisage envision ponder help advocate",
      ),
      ..."ought seek seeks sought seeking ready willing available open able likely unlikely possible eager keen free happy prepared reluctant hesitant bid hopeful anxious necessary important better time".split(
        " ",
      ),
    ],
  ],
  [
    "not",
    [
      ..."fail fails failed failing unable yet stop stopped prevent prevented prevents preventing ban banned bar barred forbid forbidden forbade".split(
        " ",
      ),
    ],
  ],
  [
    "begin",
    [
      ...inflect("start open resume continue reopen restart launch re-start"),
      ..."begin begins began begun beginning under enter enters entered entering proceed proceeds proceeded underway".split(" "),
    ],
  ],
  [
    "do",
    [
      ...inflect("force prompt compel cause drive"),
      ..."drove driven lead leads leading led manage manages managed managing used happen happened happens get gets got getting proceeded stay stayed remain remained gather gathered".split(
        " ",
      ),
    ],
  ],
  [
    "move",
    [
      ...inflect("arrive travel travel+ visit return head land stop+ depart come send dispatch gather converge invite"),
      ..."go goes went gone fly flies flew flown flying leave leaves left leaving came sent send sends sending is are was were be".split(
        " ",
      ),
    ],
  ],
]);

/** Nouns that a meeting can hang on: "plans for talks", "his refusal to meet". */
export const nounStances = table([
  ["refuse", [..."refusal rejection boycott opposition reluctance unwillingness".split(" ")]],
  ["deny", [..."denial denials".split(" ")]],
  ["cancel", [..."cancellation postponement suspension delay".split(" ")]],
  [
    "plan",
    [
      ..."plan plans agreement decision promise pledge preparations preparation eve arrangements intention schedule date commitment announcement deal invitation invitations".split(
        " ",
      ),
    ],
  ],
  [
    "wish",
    [
      ..."willingness desire offer offers proposal proposals call calls request requests effort efforts bid attempt attempts hope hopes chance chances opportunity need pressure readiness possibility prospect prospects demand demands appeal push idea conditions condition preconditions precondition terms deadline support option time right permission reason goal aim purpose mission basis failure deadline mediator urging ultimatum suggestion".split(
        " ",
      ),
    ],
  ],
]);

/** Nouns for what talks hang on, which one may turn down without turning down the talks. */
export const termNouns = /^(?:(?:pre)?conditions?|terms|basis|deadlines?)$/u;

/** Adjectives and participles in front of a noun of meeting, or behind it ("talks planned for Monday"). */
export const modifierStances = table([
  ["plan", [..."planned scheduled upcoming forthcoming expected set slated due next coming agreed announced arranged later".split(" ")]],
  ["wish", [..."proposed possible potential future prospective hypothetical requested suggested eventual further additional".split(" ")]],
  ["cancel", [..."cancelled canceled postponed aborted suspended delayed scrapped".split(" ")]],
  ["begin", ["ongoing", "continuing", "current"]],
]);

/** "if", "whether": what follows is open. */
export const conditionMarkers = new Set(["if", "unless", "whether", "should", "in case", "as if", "provided"]);

/** Adverbs of habit: "does not usually negotiate with" reports no contact. */
export const habitWords = new Set(
  "usually normally generally typically always often rarely regularly frequently routinely occasionally seldom never ever sometimes".split(
    " ",
  ),
);

/** Adverbs that leave it open. */
export const doubtAdverbs = new Set("possibly perhaps maybe potentially hopefully nearly almost".split(" "));

/** Words of the future that turn a present tense or a bare noun into a plan. */
export const futureTimes = new Set("tomorrow next coming later upcoming soon".split(" "));
