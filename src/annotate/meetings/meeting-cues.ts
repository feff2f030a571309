/** The words that evoke a meeting, and the words around them that say it is something else. */
import type { Manner } from "../../domain/meeting.ts";

/** A verb of meeting: what kind of contact, and where its two sides stand. */
export interface VerbCue {
  readonly manner: Manner;
  /**
   * symmetric: "A met [with] B", "A and B met"; with: the other side follows a preposition ("spoke with B");
   * host: subject receives object; visit: the object may be a place.
   */
  readonly frame: "symmetric" | "with" | "host" | "visit";
}

function forms(words: string, cue: VerbCue): [string, VerbCue][] {
  return words.split(" ").map((word) => [word, cue]);
}

export const verbCues: ReadonlyMap<string, VerbCue> = new Map([
  ...forms("meet meets met meeting", { manner: "in-person", frame: "symmetric" }),
  ...forms("confer confers conferred conferring consult consults consulted consulting", { manner: "talks", frame: "with" }),
  ...forms("negotiate negotiates negotiated negotiating", { manner: "talks", frame: "with" }),
  ...forms("talk talks talked talking speak speaks spoke spoken speaking", { manner: "talks", frame: "with" }),
  ...forms("sit sits sat sitting dine dines dined dining lunch lunched", { manner: "in-person", frame: "with" }),
  ...forms("phone phones phoned phoning telephone telephones telephoned telephoning", { manner: "call", frame: "symmetric" }),
  ...forms("host hosts hosted hosting receive receives received receiving welcome welcomes welcomed welcoming", {
    manner: "in-person",
    frame: "host",
  }),
  ...forms("visit visits visited visiting", { manner: "visit", frame: "visit" }),
]);

/** Nouns of meeting → manner. */
export const nounCues: ReadonlyMap<string, Manner> = new Map<string, Manner>([
  ["meeting", "in-person"],
  ["meetings", "in-person"],
  ["summit", "in-person"],
  ["summits", "in-person"],
  ["talks", "talks"],
  ["negotiations", "talks"],
  ["discussions", "talks"],
  ["consultations", "talks"],
  ["dialogue", "talks"],
  ["conversation", "talks"],
  ["conversations", "talks"],
  ["visit", "visit"],
  ["visits", "visit"],
  ["dinner", "in-person"],
  ["lunch", "in-person"],
  ["luncheon", "in-person"],
  ["call", "call"],
  ["calls", "call"],
]);

/** Nouns that only count with words for a contact before them: "phone call", "bilateral dinner". */
export const weakNouns = new Set(["call", "calls", "dinner", "lunch", "luncheon", "conversation", "conversations", "dialogue"]);

/** Verbs that take a noun of meeting as their object: "held talks", "attend a summit". */
export const lightVerbs = new Set(
  (
    "hold holds held holding have has had having conduct conducts conducted conducting open opens opened opening begin begins began begun beginning start starts started starting resume resumes " +
    "resumed resuming continue continues continued continuing attend attends attended attending join joins joined joining enter enters entered entering engage engages engaged engaging conclude " +
    "concludes concluded concluding wrap wraps wrapped wrapping finish finished ended ending chair chaired chairing lead leads led leading launch launched reopen reopened restart restarted " +
    "re-starting restarting"
  ).split(" "),
);

/** Verbs that put a meeting off or away, in any form, and the particle some of them need. */
export const cancelVerbs: ReadonlyMap<string, string | null> = new Map<string, string | null>([
  ...["cancel", "cancels", "canceled", "cancelled", "canceling", "cancelling"].map((word): [string, null] => [word, null]),
  ...["postpone", "postpones", "postponed", "postponing", "scrap", "scrapped", "scrapping", "delayed", "delay"].map(
    (word): [string, null] => [word, null],
  ),
  ...["called", "call", "calling"].map((word): [string, string] => [word, "off"]),
  ...["put", "putting"].map((word): [string, string] => [word, "off"]),
]);

export const refuseWords = new Set(
  "refuse refuses refused refusing reject rejects rejected rejecting decline declines declined declining boycott boycotts boycotted boycotting snub snubbed rebuff rebuffed".split(
    " ",
  ),
);
export const denyWords = new Set("deny denies denied denying".split(" "));
/** Words that announce a meeting that both sides are set on. */
export const planWords = new Set(
  (
    "plan plans planned planning scheduled schedule expected expect expects due set slated agree agrees agreed agreeing prepare prepares preparing upcoming forthcoming intends intend intended " +
    "announced invited arranged arrange arranging"
  ).split(" "),
);
/** Words that leave it a wish, an offer or a condition. */
export const hypotheticalWords = new Set(
  (
    "want wants wanted wanting hope hopes hoped hoping would could may might can should if unless whether propose proposes proposed proposing proposal offer offers offered offering urge urges urged " +
    "urging seek seeks sought seeking request requests requested requesting demand demands demanded ask asks asked asking suggest suggests suggested suggesting possible potential possibility " +
    "willing willingness ready readiness open prepared consider considers considering considered try tries tried trying attempt attempts attempted call calls call-for wishes wish calling called " +
    "push pushing pressing pressed eager likely unlikely"
  ).split(" "),
);

/** "met the deadline": objects that are met without anybody meeting. */
export const metThings = new Set(
  (
    "deadline deadlines demand demands need needs goal goals target targets requirement requirements condition conditions standard standards criteria criterion test challenge challenges obligation " +
    "obligations expectation expectations commitment commitments resistance opposition approval criticism success failure fate death end match cost costs budget quota quotas threshold objective " +
    "objectives bill payments payment skepticism scepticism fury anger outrage silence applause cheers protests condemnation response reaction rules terms specifications demand eligibility"
  ).split(" "),
);

/** People one speaks to without meeting them: the press and the public. */
export const audiences = new Set(
  "reporters journalists media press newsmen correspondents audience crowd crowds viewers listeners readers supporters fans nation voters camera cameras court jury police investigators parliament congress lawmakers".split(
    " ",
  ),
);

/** Adverbs of habit: "does not usually negotiate with" reports no contact. */
export const habitWords = new Set("usually normally generally typically always often rarely regularly frequently".split(" "));

/** Determiners that make a meeting any meeting: "any meeting with them is useful". */
export const genericDeterminers = new Set(["any", "no", "every", "such", "each"]);

/** Nouns for people, singular and plural, that can stand for a side without a name. */
export const partyNouns = new Set(
  (
    "official officials leader leaders minister ministers president presidents premier premiers chancellor negotiator negotiators representative representatives delegation delegations delegate " +
    "delegates envoy envoys diplomat diplomats ambassador ambassadors team teams government governments administration side sides counterpart counterparts authorities authority family families " +
    "relatives relative hostages hostage senator senators rebel rebels militants insurgents guerrillas commander commanders general generals executive executives member members group groups victims " +
    "survivors survivor activists activist lawyers lawyer prosecutors adviser advisers advisor advisors aide aides secretary king queen prince emir sultan pope chief chiefs head heads monarch ally " +
    "allies opposition lawmaker lawmakers mediators mediator troops soldiers veterans workers students refugees villagers residents prisoners widow husband wife father mother son daughter brother " +
    "sister friend friends spokesman spokeswoman rivals factions faction parties party militia clerics cleric bishops chairman chairwoman mayor governor governors mayors parents colleagues " +
    "men women man woman pair two three trio businessmen investors bankers economists scientists experts dissidents dissident patients wounded presidency bloc heads-of-state supporter lobbyists pontiff"
  ).split(" "),
);
