/** Words that mends of trees wait for, each list once: `mendSteps` looks for them in a sentence, the mend finds its place by them. */

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

function inBothNumbers(words: string): ReadonlySet<string> {
  return new Set(words.split(" ").flatMap((word) => [word, `${word}s`]));
}

/** As in the midst of a sentence, at its beginning, and in a shouted line. */
export function inAnyCase(words: string): ReadonlySet<string> {
  return new Set(words.split(" ").flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()]));
}

/** Nouns that are verbs behind a name and before an infinitive. */
export const plans = inBothNumbers("plan hope vow pledge promise offer aim move attempt");

/** What somebody makes to somebody, and an infinitive tells more of. */
export const offers = inBothNumbers(
  "offer proposal suggestion invitation request demand appeal call bid refusal pledge promise decision plan",
);

/** Nouns that are verbs elsewhere, behind a day. */
export const dayTalks = wordSet("talks visits calls");

/** Auxiliaries of what has been done. */
export const havings = wordSet("has have had");

/** What one person is, in the singular, written before the name. */
export const callings: ReadonlySet<string> = new Set(
  (
    "leader speaker chief chair chairman chairwoman chairperson head founder co-founder boss veteran deputy premier president minister chancellor secretary mayor " +
    "governor senator ambassador envoy diplomat congressman congresswoman lawmaker legislator politician councillor councilman councilwoman general commander " +
    "warlord admiral cleric preacher pastor bishop imam priest theologian businessman businesswoman entrepreneur industrialist billionaire millionaire tycoon " +
    "magnate investor financier banker philanthropist publisher editor journalist columnist commentator broadcaster presenter host blogger author writer " +
    "novelist poet playwright screenwriter essayist historian economist sociologist academic scholar professor lecturer scientist physicist chemist " +
    "biologist researcher engineer inventor physician doctor surgeon psychologist nurse teacher lawyer attorney barrister judge prosecutor activist " +
    "campaigner organiser organizer dissident whistleblower strategist analyst pollster adviser advisor aide actor actress director producer filmmaker " +
    "comedian singer songwriter musician rapper composer conductor artist painter sculptor designer architect photographer model coach captain manager " +
    "prince princess king queen emir sultan sheikh mufti marshal spokesperson spokesman spokeswoman executive donor benefactor member " +
    "player footballer striker midfielder defender goalkeeper quarterback boxer swimmer sprinter champion pilot astronaut explorer soldier officer detective"
  )
    .split(" ")
    .flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)]),
);

/** What stands before an office and is a part of it. */
export const deputies = inAnyCase("deputy vice assistant associate acting");

/** Participles that stand before a guest or an office. */
export const beforeGuests = wordSet("visiting outgoing incoming acting ruling managing");

export const weekdays = wordSet("Monday Tuesday Wednesday Thursday Friday Saturday Sunday");

/** Words of time that open a sentence in front of its subject. */
export const daysInFront: ReadonlySet<string> = new Set([...weekdays, "Yesterday", "Today", "Earlier"]);

/** What a mediator does, as a participle. */
export const mediations = wordSet("mediating brokering facilitating");

/** Prepositions before what happened, and "for". */
export const eventPrepositions = wordSet("following after before during ahead since despite for");

/** Words that open a clause of time, or a phrase that the parser takes for one. */
export const clauseOpeners = inAnyCase("after before until since once");

/** The same, and "as". */
export const subjectOpeners: ReadonlySet<string> = new Set([...clauseOpeners, "as", "As"]);

/** Words behind which a predicate may stand without its subject. */
export const predicateOpeners = inAnyCase("as after before since until");

/** The forms of verbs that follow the rule: "reply replies replied replying". */
function inflected(verbs: string): string[] {
  return verbs.split(" ").flatMap((verb) => {
    if (/[^aeiou]y$/u.test(verb)) return [verb, ...["ies", "ied", "ying"].map((ending) => verb.slice(0, -1) + ending)];
    const stem = verb.replace(/e$/u, "");
    return [verb, /(?:s|sh|ch)$/u.test(verb) ? `${verb}es` : `${verb}s`, `${stem}ed`, `${stem}ing`];
  });
}

/** Verbs behind which a clause may stand without "that". */
export const reporting: ReadonlySet<string> = new Set([
  ...inflected(
    "believe allege rule argue realize realise estimate acknowledge concede declare assume imagine state decide suppose hope conclude indicate ensure " +
      "hypothesize hypothesise presume advise caution notice note disclose propose demonstrate charge urge pledge guarantee complain report warn fear suspect " +
      "announce claim suggest add confirm insist expect learn predict demand doubt discover reveal recommend request ask wish remember maintain mention " +
      "contend explain testify imply deny worry verify seem appear guess assert point vow promise signal recall observe stress emphasize emphasise",
  ),
  ..."say says said saying tell tells told telling think thinks thought thinking feel feels felt feeling know knows knew known knowing see sees saw".split(
    " ",
  ),
  ..."seeing find finds found finding mean means meant hear hears heard hearing write writes wrote writing swear swears swore show shows showed".split(
    " ",
  ),
  ..."shown showing prove proves proved proving admit admits admitted admitting understand understands understood agree agrees agreed bet bets".split(
    " ",
  ),
  ..."learnt forecast forecasts".split(" "),
]);

/** Words that open a clause. */
export const subordinators = inAnyCase(
  "that if as after before since until till once while whilst because although though whether when where whenever unless so lest",
);

/** Nouns that tell when, in front of a clause, and do nothing. */
export const times: ReadonlySet<string> = new Set([
  ...inBothNumbers("day week month year morning afternoon evening night hour minute time decade weekend"),
  ..."today yesterday tomorrow while January February March April June July August September October November December".split(" "),
]);

/** Pronouns that are subjects only, of people. */
export const personPronouns = wordSet("he she they we I");
