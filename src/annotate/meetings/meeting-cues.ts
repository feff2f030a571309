/** The words that evoke a meeting, and where the sentence puts its sides. */
import type { Manner } from "../../domain/meeting.ts";

/**
 * How a verb of contact takes its sides. reciprocal: "A met [with] B", "A and B met", "A was met by B"; with: "A conferred with B",
 * "A and B conferred"; to: also "A spoke to B"; address: "A phoned B"; topic: "A discussed it with B", "A and B discussed it";
 * host: "A received B", B a person; visit: "A visited B", B a person or a country; mediate: "A mediated between B and C";
 * views: "A exchanged views with B"; down: "A sat down with B"; spend: "A spent an hour with B"; inform: "A told B by telephone", "A lobbied B in person"; see: "A is due to see B";
 * catch: "A caught up with B";
 * introduce: "A was introduced to B"; into: "A ran into B"; encounter: "A encountered B", B by name; facing: "A came face to face with B".
 */
export type Frame =
  | "reciprocal"
  | "with"
  | "to"
  | "address"
  | "topic"
  | "host"
  | "visit"
  | "mediate"
  | "views"
  | "down"
  | "spend"
  | "inform"
  | "see"
  | "catch"
  | "introduce"
  | "into"
  | "encounter"
  | "facing";

/** A verb of meeting: what kind of contact, and where its two sides stand. */
export interface VerbCue {
  readonly manner: Manner;
  readonly frame: Frame;
}

function forms(words: string, cue: VerbCue): [string, VerbCue][] {
  return words.split(" ").map((word) => [word, cue]);
}

export const verbCues: ReadonlyMap<string, VerbCue> = new Map([
  ...forms("meet meets met meeting", { manner: "in-person", frame: "reciprocal" }),
  ...forms("confer confers conferred conferring consult consults consulted consulting", { manner: "talks", frame: "with" }),
  ...forms("negotiate negotiates negotiated negotiating parley parleys parleyed parleying", { manner: "talks", frame: "with" }),
  ...forms("bargain bargains bargained bargaining haggle haggles haggled haggling", { manner: "talks", frame: "with" }),
  ...forms("converse converses conversed conversing interact interacts interacted interacting huddle huddles huddled huddling", {
    manner: "talks",
    frame: "with",
  }),
  ...forms("chat chats chatted chatting talk talks talked talking speak speaks spoke spoken speaking", { manner: "talks", frame: "to" }),
  ...forms("exchange exchanges exchanged exchanging", { manner: "talks", frame: "views" }),
  ...forms("sit sits sat sitting", { manner: "in-person", frame: "down" }),
  ...forms("dine dines dined dining lunch lunched lunching", { manner: "in-person", frame: "with" }),
  ...forms("phone phones phoned phoning telephone telephones telephoned telephoning", { manner: "call", frame: "address" }),
  ...forms("call calls called calling ring rings rang rung ringing", { manner: "call", frame: "address" }),
  ...forms("contact contacts contacted contacting", { manner: "unknown", frame: "address" }),
  ...forms("discuss discusses discussed discussing", { manner: "talks", frame: "topic" }),
  ...forms(
    "host hosts hosted hosting receive receives received receiving welcome welcomes welcomed welcoming greet greets greeted greeting",
    {
      manner: "in-person",
      frame: "host",
    },
  ),
  ...forms("visit visits visited visiting", { manner: "visit", frame: "visit" }),
  ...forms("spend spends spent spending", { manner: "in-person", frame: "spend" }),
  ...forms(
    "tell tells told telling inform informed assure assured congratulate congratulated urge urged warn warned thank thanked lobby lobbies lobbied lobbying",
    {
      manner: "call",
      frame: "inform",
    },
  ),
  ...forms("see sees saw seen seeing", { manner: "in-person", frame: "see" }),
  ...forms("catch catches caught catching", { manner: "in-person", frame: "catch" }),
  ...forms("introduced", { manner: "in-person", frame: "introduce" }),
  ...forms("ran run runs bumped bumps bump", { manner: "in-person", frame: "into" }),
  ...forms("encounter encounters encountered encountering", { manner: "in-person", frame: "encounter" }),
  ...forms("come comes came coming stand stands stood standing", { manner: "in-person", frame: "facing" }),
  ...forms("mediate mediates mediated mediating", { manner: "talks", frame: "mediate" }),
]);

/** Nouns of meeting → manner. */
export const nounCues: ReadonlyMap<string, Manner> = new Map<string, Manner>([
  ...[
    "meeting",
    "meetings",
    "summit",
    "summits",
    "encounter",
    "encounters",
    "bilateral",
    "bilaterals",
    "audience",
    "dinner",
    "lunch",
    "luncheon",
    "breakfast",
    "supper",
    "tea",
    "coffee",
    "drinks",
    "dinners",
    "lunches",
    "breakfasts",
    "banquet",
    "meal",
    "curry",
    "drink",
    "pint",
    "down",
    "sitdown",
  ].map((word): [string, Manner] => [word, "in-person"]),
  ...(
    "talk talks negotiation negotiations discussion discussions consultation consultations dialogue dialogues conversation conversations conference conferences session sessions parley mediation table " +
    "chat chats contact contacts exchange briefing briefings bargaining"
  )
    .split(" ")
    .map((word): [string, Manner] => [word, "talks"]),
  ...["visit", "visits", "trip", "trips", "tour", "tours"].map((word): [string, Manner] => [word, "visit"]),
  ...["call", "calls"].map((word): [string, Manner] => [word, "call"]),
]);

/** Nouns that count only where both sides are tied to them by "with" or "between": "a dinner with B", but not "the session on Monday". */
export const weakNouns = new Set(
  "call calls dinner dinners lunch lunches luncheon breakfast breakfasts supper tea coffee drinks banquet meal curry drink pint conversation conversations dialogue dialogues session sessions conference conferences trip trips talk contact contacts chat chats encounter encounters down sitdown briefing briefings audience discussion exchange bilateral bilaterals".split(
    " ",
  ),
);

/** Verbs that take a noun of meeting as their object: "held talks", "attend a summit". */
export const lightVerbs = new Set(
  (
    "hold holds held holding have has had having conduct conducts conducted conducting open opens opened opening begin begins began begun beginning start starts started starting resume resumes " +
    "resumed resuming continue continues continued continuing attend attends attended attending join joins joined joining enter enters entered entering engage engages engaged engaging conclude " +
    "concludes concluded concluding wrap wraps wrapped wrapping finish finished ended ending end chair chaired chairing lead leads led leading launch launched launching reopen reopened restart restarted " +
    "re-starting restarting host hosts hosted hosting make makes made making pay paid pays paying complete completed completes do take takes took taken taking break breaks broke broken breaking get got arrange arranged " +
    "arranging renew renews renewed renewing convene convenes convened convening relaunch relaunched pursue pursued pursuing give gives gave giving grant grants granted granting wind winds wound winding schedule scheduled scheduling secure secured place placed receive received"
  ).split(" "),
);

/** Verbs other than light ones whose object is a meeting of their subject: "skipped talks", "requested a meeting". */
export const ownVerbs = new Set(
  (
    "miss missed skip skipped skips need needs enjoy enjoyed use used leave left quit cut extend extended shorten shortened walk participate participated participating return returned returning enter end ends ended describe described " +
    "share shares shared sharing drink drinks drank drinking sip sips sipped sipping eat eats ate eaten eating throw throws threw throwing follow follows followed following precede preceded precedes recall recalled remember mention mentioned sign announce announced confirm confirmed exchange exchanged"
  ).split(" "),
);

/** What mediators do with talks: "brokered talks between A and B". */
export const mediating = /^(?:mediat|broker|facilitat)(?:e|s|es|ed|ing)?$/u;
