/**
 * What an article tells of the kind of its people and bodies, so that "the bank", "the club", "the senator" and "the 61-year-old" find
 * whom they describe: words of the name, nouns beside it, titles, what people are at a body, ages.
 */
import { foldCase } from "../../text/fold-case.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { nounKind, singularOf } from "../../text/noun-kinds.ts";
import { baseRelation, childrenOf, lowerOf, relationOf, type SyntaxTree, tagOf } from "../syntax/syntax-tree.ts";
import type { Draft } from "./entity-drafts.ts";
import type { Expression } from "./referring-expressions.ts";

export interface Profile {
  /** Nouns that the article calls it by: "envoy" of "Ann Lee, the envoy"; singular, lower-case. */
  readonly nouns: Set<string>;
  /** Kinds of body that its name or its people tell. */
  readonly kinds: Set<BodyKind>;
  /** Countries of the demonyms before its name: "Danish developer Harvik". */
  readonly origins: Set<string>;
  /** Age in years, where the article gives one behind the name; null where it does not. */
  age: number | null;
}

export type BodyKind =
  | "company"
  | "bank"
  | "party"
  | "union"
  | "club"
  | "newspaper"
  | "university"
  | "school"
  | "hospital"
  | "orchestra"
  | "label"
  | "agency"
  | "police"
  | "group"
  | "ministry"
  | "government";

const nounsByKind: Readonly<Record<BodyKind, string>> = {
  company:
    "company firm corporation business automaker carmaker airline retailer manufacturer startup start-up developer operator brewer publisher lender insurer utility contractor supplier conglomerate broadcaster group haulier chipmaker steelmaker drugmaker miner grocer housebuilder planemaker",
  bank: "bank lender",
  party: "party",
  union: "union",
  club: "club team",
  newspaper: "newspaper paper daily",
  university: "university",
  school: "school college",
  hospital: "hospital",
  orchestra: "orchestra ensemble",
  label: "label",
  agency: "agency regulator watchdog",
  police: "force",
  group: "group organization organisation movement faction militia network charity nonprofit",
  ministry: "ministry department",
  government: "",
};

/** The kinds of body that a noun describes; empty for nouns that say nothing of it. */
export function kindsOfNoun(noun: string): ReadonlySet<BodyKind> {
  return kindsByNoun.get(noun) ?? none;
}

const none: ReadonlySet<BodyKind> = new Set();
const kindsByNoun = new Map<string, Set<BodyKind>>();
for (const [kind, nouns] of Object.entries(nounsByKind) as [BodyKind, string][]) {
  for (const noun of nouns.split(" ").filter((word) => word !== "")) kindsByNoun.set(noun, (kindsByNoun.get(noun) ?? new Set()).add(kind));
}

/** What words of a name tell, folded. A name may be of several kinds: banks are companies. */
const namePatterns: readonly (readonly [BodyKind, RegExp])[] = [
  [
    "company",
    /\b(?:plc|ltd|llc|llp|inc|corp|corporation|gmbh|aps|asa|nv|co|company|holdings|group|bank|airlines?|airways|motors?|energy|capital|partners|industries|technologies|systems|pharmaceuticals?|foods|stores|records|grammophon|steel|oil|petroleum|airbus|boeing|water)\b|\ba\/s$|\bs\.a\.?$/u,
  ],
  ["bank", /\bbank\b/u],
  ["party", /\b(?:party|democrats|republicans|conservatives|labour|greens|tories|sinn féin)\b/u],
  ["union", /\b(?:union|workers|teamsters|nurses|teachers|musicians|midwives)\b/u],
  ["club", /\b(?:fc|f\.c\.|afc|united|rovers|wanderers|athletic|albion|rangers|hotspur|sporting|borussia)\b/u],
  [
    "newspaper",
    /\b(?:times|post|herald|gazette|tribune|chronicle|courier|sentinel|journal|telegraph|guardian|observer|ledger|examiner|mail)$/u,
  ],
  ["university", /\b(?:university|college)\b/u],
  ["school", /\b(?:school|college|academy)\b/u],
  ["hospital", /\b(?:hospital|infirmary)\b/u],
  ["orchestra", /\b(?:philharmonic|symphony|orchestra)\b/u],
  ["label", /\b(?:records|grammophon)\b/u],
  [
    "agency",
    /\b(?:agency|administration|service|bureau|programme|program|office|authority|commission|nasa|fbi|cia|unicef|unhcr|iaea|fema|epa)\b|moody's|^highways /u,
  ],
  ["ministry", /\b(?:ministry|department|treasury)\b/u],
  ["police", /\b(?:police|constabulary)\b/u],
  [
    "group",
    /\b(?:brigades?|front|movement|militia|corps|coalition|campaign|watch|amnesty|hamas|hezbollah|houthis?|taliban|forces|jihad|mujahideen|resistance|army|fighters)\b/u,
  ],
  [
    "government",
    /\b(?:department|ministry|house|congress|senate|parliament|council|kremlin|pentagon|court|commission|treasury|government|embassy|united nations|union|police|museum|church)\b/u,
  ],
];

/** What somebody is at a body tells what that body is. */
const titlePatterns: readonly (readonly [BodyKind, RegExp])[] = [
  [
    "company",
    /^(?:.* )?(?:chief (?:executive|financial|operating)\b.*|ceo|cfo|founder|co-founder|owner|managing (?:director|partner)|shareholder)$/u,
  ],
  ["club", /^(?:.* )?(?:manager|head coach|coach|striker|midfielder|goalkeeper|defender|winger|captain)$/u],
  ["union", /^(?:.* )?general secretary$/u],
  ["newspaper", /^(?:.* )?editor(?:-in-chief)?$/u],
  ["university", /^(?:.* )?(?:professor|lecturer|dean|vice-chancellor)\b/u],
  ["group", /^(?:.* )?(?:commander|fighter|militant)$/u],
  ["hospital", /^(?:.* )?(?:surgeon|clinical director|nurse)$/u],
];

/** What a title says that somebody is. */
const nounsByTitle: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "sen.": "senator lawmaker",
    sen: "senator lawmaker",
    senator: "senator lawmaker",
    "rep.": "congressman congresswoman representative lawmaker",
    congressman: "congressman lawmaker",
    congresswoman: "congresswoman lawmaker",
    "gov.": "governor",
    governor: "governor",
    judge: "judge",
    justice: "justice judge",
    insp: "inspector detective officer",
    inspector: "inspector detective officer",
    detective: "detective officer",
    constable: "constable officer",
    sgt: "sergeant officer",
    "sgt.": "sergeant officer",
    cllr: "councillor",
    "cllr.": "councillor",
    councillor: "councillor",
    baroness: "baroness peer",
    lord: "peer",
    "dr.": "doctor physician",
    dr: "doctor physician",
    "prof.": "professor academic",
    professor: "professor academic",
    "col.": "colonel officer",
    col: "colonel officer",
    "gen.": "general",
    gen: "general",
    general: "general",
    "capt.": "captain officer",
    "lt.": "lieutenant officer",
    prince: "prince",
    princess: "princess",
    king: "king monarch",
    queen: "queen monarch",
    pope: "pontiff",
    bishop: "bishop",
    archbishop: "archbishop",
    ayatollah: "cleric",
    imam: "imam cleric",
    rabbi: "rabbi",
    prosecutor: "prosecutor",
    "rev.": "reverend pastor",
    sheriff: "sheriff",
    mayor: "mayor",
    mp: "MP lawmaker politician",
    ambassador: "ambassador envoy diplomat",
  }),
);
const nounsBehind: ReadonlyMap<string, string> = new Map([
  ["KC", "barrister lawyer"],
  ["QC", "barrister lawyer"],
  ["SC", "barrister lawyer"],
  ["MP", "MP lawmaker politician"],
  ["TD", "TD lawmaker politician"],
  ["MEP", "MEP lawmaker politician"],
]);
/** Other words for what a role is called; the head of the role first. */
const otherWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "prime minister": "premier",
    senator: "lawmaker",
    congressman: "lawmaker",
    congresswoman: "lawmaker",
    lawmaker: "legislator",
    ambassador: "diplomat envoy",
    envoy: "diplomat",
    solicitor: "lawyer",
    barrister: "lawyer",
    lawyer: "attorney",
    attorney: "lawyer",
    "chief executive": "executive boss ceo",
    "head coach": "coach",
    spokeswoman: "spokesperson",
    spokesman: "spokesperson",
    mediator: "envoy",
  }),
);

/** The profiles of all drafts, in their order. Time in line with the length of the article. */
export function profilesOf(
  tree: SyntaxTree,
  expressions: readonly Expression[],
  referents: Int32Array,
  drafts: readonly Draft[],
  lexicon: Lexicon,
): Profile[] {
  const profiles = drafts.map(
    ({ cluster }): Profile => ({
      nouns: new Set(),
      origins: new Set(),
      kinds: cluster.type === "ORGANIZATION" ? kindsOfNames(cluster.forms) : new Set(),
      age: null,
    }),
  );
  const draftByName = new Map<number, number>();
  drafts.forEach(({ cluster }, draft) => {
    for (const name of cluster.nameIndexes) draftByName.set(name, draft);
  });
  drafts.forEach(({ cluster, roles }, draft) => {
    const own = profiles[draft];
    if (cluster.type !== "PERSON" || !own) return;
    for (const { title, former, bodyNameIndex } of roles) {
      if (!former) addWords(own.nouns, wordsOfRole(title));
      const body = profiles[draftByName.get(bodyNameIndex ?? -1) ?? -1];
      for (const [kind, pattern] of titlePatterns) if (body && pattern.test(title)) body.kinds.add(kind);
    }
  });
  expressions.forEach((expression, index) => {
    const own = profiles[referents[index] ?? -1];
    if (!own || expression.joinedWith >= 0) return;
    if (expression.form === "nominal") own.nouns.add(singularOf(lowerOf(tree, expression.head)));
    if (expression.form !== "name") return;
    readBeside(tree, expression, own, lexicon);
    if (expression.kind === "person") readOccupation(tree, expression, own, lexicon);
  });
  for (const { nouns, kinds } of profiles) for (const noun of nouns) for (const kind of kindsOfNoun(noun)) kinds.add(kind);
  return profiles;
}

function kindsOfNames(forms: readonly string[]): Set<BodyKind> {
  const kinds = new Set<BodyKind>();
  for (const form of forms) {
    const folded = foldCase(form);
    for (const [kind, pattern] of namePatterns) if (pattern.test(folded)) kinds.add(kind);
  }
  return kinds;
}

/** "minister", "foreign minister" and "top diplomat" of "foreign minister". */
function wordsOfRole(title: string): string {
  const head = title.replace(/ (?:for|of|to|on) .*$/u, "");
  const last = head.split(" ").at(-1) ?? "";
  return [last, ...[...otherWords].flatMap(([known, words]) => (head === known || head.endsWith(` ${known}`) ? words : []))].join(" ");
}

function addWords(nouns: Set<string>, words: string): void {
  for (const word of words.split(" ")) nouns.add(foldCase(word));
}

/** Nouns and titles before a name, letters and an age behind it: "militant group Hamas", "Det Insp Ann Lee", "Ann Lee KC", "Ann Lee, 61,". */
function readBeside(tree: SyntaxTree, { head, firstToken, endToken, kind }: Expression, own: Profile, lexicon: Lexicon): void {
  for (const child of childrenOf(tree, head)) {
    if (child >= firstToken || tagOf(tree, child) !== "NOUN") continue;
    const relation = baseRelation(tree, child);
    // "the country's Supreme Court" is no country.
    if (relationOf(tree, child) === "nmod:poss") continue;
    if (relation === "compound" || relation === "nmod" || relation === "appos") own.nouns.add(singularOf(lowerOf(tree, child)));
  }
  const { tokens } = tree;
  let before = firstToken - 1;
  for (; /^\p{Lu}/u.test(tokens[before]?.text ?? ""); before -= 1) {
    const told = nounsByTitle.get(tokens[before]?.lower ?? "");
    if (!told && !passedTitles.has(tokens[before]?.lower ?? "")) break;
    addWords(own.nouns, told ?? "");
  }
  // "trade union Harvik", "local MP Sir Hektor Lind", "ruling Harvik Union"
  const noun = tokens[before];
  if (noun && noun.sentenceIndex === tokens[firstToken]?.sentenceIndex) {
    const ownKind = kind === "person" ? "person" : "group";
    const isOwn = nounKind(noun.lower, lexicon) === ownKind || (ownKind === "group" && kindsOfNoun(noun.lower).size > 0);
    if (kind !== "place" && isOwn && tagOf(tree, before) === "NOUN" && /^\p{Ll}/u.test(noun.text)) own.nouns.add(noun.lower);
    if (/^(?:ruling|governing|opposition)$/u.test(noun.lower)) own.kinds.add("party");
  }
  for (let at = before; at >= 0 && before - at < 4 && /^\p{L}/u.test(tokens[at]?.text ?? ""); at -= 1) {
    const country = lexicon.countryByDemonym.get(tokens[at]?.lower ?? "")?.name;
    if (country) own.origins.add(country);
    else if (tagOf(tree, at) !== "NOUN" && tagOf(tree, at) !== "ADJ") break;
  }
  // "the IG Stahl union", "the Harvik group".
  const behind = tokens[endToken];
  const isItsNoun = kind === "group" && tokens[firstToken - 1]?.lower === "the" && kindsOfNoun(behind?.lower ?? "").size > 0;
  if (behind && isItsNoun && tagOf(tree, endToken) === "NOUN" && tagOf(tree, endToken + 1) !== "NOUN") own.nouns.add(behind.lower);
  const lettered = nounsBehind.get(tokens[endToken]?.text ?? "");
  if (lettered) addWords(own.nouns, lettered);
  const [mark, number, end] = [tokens[endToken]?.text, tokens[endToken + 1]?.text ?? "", tokens[endToken + 2]?.text];
  const isAge = (mark === "," && /^[,.]$/u.test(end ?? "")) || (mark === "(" && end === ")");
  if (isAge && /^\d{1,3}$/u.test(number) && Number(number) < 120) own.age ??= Number(number);
}

/** Titles that say nothing of what somebody is. */
const passedTitles = new Set("mr mr. mrs mrs. ms ms. miss sir dame det".split(" "));
/** Where the noun of an aside ends: "a glaciologist at …", "an engineer who …". */
const afterOccupation = new Set("of at in for with from who whose and , .".split(" "));

/** "Ann Lee, a retired glaciologist at …", "Lind's agent, Ann Lee, said": what somebody is, whatever the tree makes of it. */
function readOccupation(tree: SyntaxTree, { firstToken, endToken }: Expression, own: Profile, lexicon: Lexicon): void {
  const { tokens } = tree;
  if (tokens[endToken]?.text === "," && /^(?:an?|the|its|his|her|their)$/u.test(tokens[endToken + 1]?.lower ?? "")) {
    let at = endToken + 2;
    while (at < endToken + 7 && tokens[at] && !afterOccupation.has(tokens[at]?.lower ?? "") && !isPossessive(tokens[at]?.lower)) at += 1;
    if (!isPossessive(tokens[at]?.lower)) addPerson(tree, at - 1, own, lexicon);
  }
  const isAside = tokens[firstToken - 1]?.text === "," && /^[,.]$/u.test(tokens[endToken]?.text ?? "");
  if (isAside && tokens[firstToken - 2]?.sentenceIndex === tokens[firstToken]?.sentenceIndex) addPerson(tree, firstToken - 2, own, lexicon);
}

function isPossessive(lower: string | undefined): boolean {
  return lower === "'s" || lower === "’s" || lower === "'";
}

function addPerson(tree: SyntaxTree, at: number, own: Profile, lexicon: Lexicon): void {
  const { lower = "", text = "" } = tree.tokens[at] ?? {};
  const isPerson = nounKind(lower, lexicon) === "person" || /(?:ologist|ician|ographer|woman|man|agent)$/u.test(lower);
  if (/^\p{Ll}/u.test(text) && tagOf(tree, at) === "NOUN" && isPerson && singularOf(lower) === lower) own.nouns.add(lower);
}
