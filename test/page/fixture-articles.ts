/**
 * Invented articles with their annotations, for tests and pictures of the viewer: about forty names, twenty-five meetings, eight outlets.
 * Everything is derived from the tables below, spans included, so the same input gives the same graph.
 */
import type { AnnotatedArticle, AnnotatedEntity, AnnotatedMeeting, AnnotatedMention, AnnotatedQuote } from "../../src/domain/annotation.ts";
import type { Manner, Modality } from "../../src/domain/meeting.ts";
import type { EntityType } from "../../src/domain/mention.ts";
import type { TextSpan } from "../../src/domain/span.ts";

/** Key, name, the short form that later mentions use, and a role: title and key of the body. */
type CastRow = readonly [key: string, name: string, short?: string, role?: readonly [title: string, of: string]];

const people: readonly CastRow[] = [
  ["marin", "Adela Marin", "Marin", ["foreign minister", "haldenmark"]],
  ["orsova", "Kellan Orsova", "Orsova", ["chief negotiator", "delta"]],
  ["haddad", "Samira Haddad-Nour", "Haddad-Nour", ["special envoy", "mediation"]],
  ["vestergaard", "Lene Vestergaard", "Vestergaard", ["president", "union"]],
  ["duarte", "Rafael Duarte", "Duarte", ["prime minister", "tarsia"]],
  ["cho", "Mei-Lin Cho", "Cho", ["secretary-general", "basin"]],
  ["solberg", "Henrik Solberg", "Solberg", ["governor", "bank"]],
  ["karam", "Yusuf Karam", "Karam", ["spokesman", "delta"]],
  ["whitlock", "Clara Whitlock", "Whitlock", ["trade commissioner", "union"]],
  ["valen", "Dmitri Valen", "Valen"],
  ["bakare", "Oluwaseun Bakare", "Bakare", ["director", "relief"]],
  ["quintero", "Pilar Quintero", "Quintero", ["mayor", "amaro"]],
  ["richter", "Anselm Richter", "Richter", ["defence minister", "haldenmark"]],
  ["mansouri", "Farah Mansouri", "Mansouri", ["deputy envoy", "mediation"]],
  ["eklund", "Jonas Eklund", "Eklund", ["chairman", "ferry"]],
  ["adeyemi", "Ruth Adeyemi", "Adeyemi"],
  ["nowicki", "Marek Nowicki", "Nowicki", ["ambassador", "tarsia"]],
  ["brandt", "Ivo Brandt", "Brandt", ["commander", "guard"]],
  ["ferreira", "Nadia Ferreira", "Ferreira", ["opposition leader", "tarsia"]],
];

const organizations: readonly CastRow[] = [
  ["delta", "Free Delta Movement"],
  ["union", "Northern Coast Union"],
  ["mediation", "Mediation Office"],
  ["basin", "River Basin Commission"],
  ["bank", "Haldenmark Central Bank"],
  ["relief", "Delta Relief Fund"],
  ["ferry", "International Ferry Authority"],
  ["guard", "Coastal Guard"],
  ["grain", "Grain Exporters' League"],
  ["council", "Red Harbour Council"],
];

const places: readonly CastRow[] = [
  ["haldenmark", "Haldenmark"],
  ["tarsia", "Tarsia"],
  ["halden", "Port Halden"],
  ["amaro", "Sant Amaro"],
  ["veyra", "Veyra"],
  ["kestrel", "Kestrel Bay"],
  ["geneva", "Geneva"],
  ["vienna", "Vienna"],
  ["doha", "Doha"],
  ["oslo", "Oslo"],
  ["lisbon", "Lisbon"],
];

interface MeetingRow {
  readonly who: readonly [string, string, ...string[]];
  readonly modality: Modality;
  readonly place: string | null;
  readonly day: string;
  readonly manner: Manner;
  /** Indexes of the outlets that report it, each with its own view of what happened where that differs. */
  readonly reports: readonly (number | readonly [number, Modality])[];
}

const meeting = (
  who: MeetingRow["who"],
  modality: Modality,
  place: string | null,
  day: string,
  reports: MeetingRow["reports"],
  manner: Manner = "in-person",
): MeetingRow => ({ who, modality, place, day, manner, reports });

const meetings: readonly MeetingRow[] = [
  meeting(["marin", "orsova"], "held", "geneva", "2031-03-04", [0, 1, 2, 3, 4, 6]),
  meeting(["haddad", "orsova"], "held", "doha", "2031-02-21", [0, 2, 5]),
  meeting(["haddad", "marin"], "held", "doha", "2031-02-22", [0, 5, 7]),
  meeting(["marin", "duarte"], "planned", "vienna", "2031-03-18", [1, 3, 4]),
  meeting(["duarte", "karam"], "cancelled", "lisbon", "2031-03-02", [1, 2, [6, "held"]]),
  meeting(["vestergaard", "marin"], "held", "oslo", "2031-01-28", [3, 4]),
  meeting(["vestergaard", "duarte"], "held", "oslo", "2031-01-29", [3, 7]),
  meeting(["whitlock", "grain"], "held", "halden", "2031-02-11", [4, 6], "talks"),
  meeting(["whitlock", "solberg"], "ongoing", "halden", "2031-03-06", [4], "talks"),
  meeting(["cho", "duarte"], "held", "veyra", "2031-02-14", [2, 5], "visit"),
  meeting(["cho", "marin"], "planned", "geneva", "2031-03-25", [5]),
  meeting(["richter", "brandt"], "held", "kestrel", "2031-02-27", [6, 7]),
  meeting(["richter", "karam"], "denied", "kestrel", "2031-02-25", [6, 1]),
  meeting(["bakare", "haddad"], "held", "doha", "2031-02-20", [5], "talks"),
  meeting(["bakare", "delta"], "held", "veyra", "2031-02-08", [2, 5], "talks"),
  meeting(["quintero", "eklund"], "held", "amaro", "2031-01-17", [7], "visit"),
  meeting(["eklund", "union"], "planned", "amaro", "2031-03-30", [7, 3]),
  meeting(["mansouri", "council"], "held", "halden", "2031-02-18", [0]),
  meeting(["council", "brandt"], "refused", "halden", "2031-02-19", [0, 6]),
  meeting(["nowicki", "vestergaard"], "held", "oslo", "2031-02-03", [3], "call"),
  meeting(["valen", "orsova"], "hypothetical", "vienna", "2031-04-02", [1]),
  meeting(["ferreira", "duarte"], "refused", "tarsia", "2031-02-16", [1, 7]),
  meeting(["adeyemi", "cho"], "held", "veyra", "2031-02-15", [2], "talks"),
  meeting(["solberg", "nowicki"], "cancelled", "halden", "2031-03-01", [4]),
  meeting(["marin", "haddad", "cho", "vestergaard"], "held", "geneva", "2031-03-05", [0, 3, 5]),
];

const outlets = [
  "Halden Post",
  "The Tarsian",
  "Delta Courier",
  "North Coast Times",
  "Market Ledger",
  "Basin Weekly",
  "Kestrel Observer",
  "Amaro Gazette",
];

const sentences: Readonly<Record<Modality, readonly string[]>> = {
  held: [
    "@0, # and #, met @1 at a # hotel in @place on @day.",
    "In @place, behind # doors, @0 and @1 held # talks on @day, two # officials said.",
    "@0 sat down # with @1 in a # room on @day, # people in @place said.",
  ],
  ongoing: ["@0 and @1 are holding # talks in @place that began on @day."],
  planned: ["@0 will # meet @1 in # @place on @day, both # sides said.", "A # meeting of @0 and, # or not, @1 is set for @day in @place."],
  cancelled: ["@0 # called off a # meeting with @1 that was # due in @place on @day."],
  refused: ["@0 # refused to meet the # @1 in @place on @day."],
  denied: ["@0 # denied having met a # @1 in @place on @day."],
  hypothetical: ["@0 said a # meeting with @1 in @place on @day would be possible."],
};

const sayings = [
  "With @about we have agreed on more than anyone expected, and we will say so together",
  "Nobody in @about should mistake a conversation for a concession",
  "The ferries will run again before the summer, and @about knows it",
  "There is a text on the table that @about can live with, and it is a good one",
  "I came to listen to @about, and I have heard enough to stay another day",
];

/** Padding, so that articles by different outlets are not taken for copies of each other: each `#` is a word of the list below. */
const scenery = [
  "Along the # quay a # porter stacked # crates beside the # lanterns.",
  "A # rain drummed on # roofs until # gulls left the # mast.",
  "Two # clerks carried # folders past # guards towards a # staircase.",
  "Inside, # interpreters shared # tea under # portraits and a # clock.",
  "Reporters with # umbrellas traded # rumours near # barriers and # vans.",
  "By dusk # trams rattled over # bridges, and # bells answered from # towers.",
  "Nobody in # coats noticed the # dog that followed # drivers to a # kiosk.",
  "Several # students waved # flags at # windows where # curtains stayed drawn.",
];
const sceneryWords = [
  ...["amber", "brisk", "copper", "damp", "early", "faded", "grey", "hollow", "idle", "jolly", "knotted", "late", "mild", "narrow"],
  ...["old", "pale", "quiet", "rusty", "silver", "tired", "upper", "velvet", "wooden", "young", "azure", "broken", "crooked", "dusty"],
];

const monthNames = ["January", "February", "March", "April"];
const idPrefix: Readonly<Record<EntityType, string>> = { PERSON: "person", ORGANIZATION: "organization", PLACE: "place" };

interface CastMember {
  readonly entity: AnnotatedEntity;
  readonly short: string;
}

const cast: ReadonlyMap<string, CastMember> = new Map(
  (
    [
      ["PERSON", people],
      ["ORGANIZATION", organizations],
      ["PLACE", places],
    ] as const
  ).flatMap(([type, rows]) => rows.map((row) => [row[0], castMember(type, row)] as const)),
);

function castMember(type: EntityType, [, name, short, role]: CastRow): CastMember {
  const roles = role ? [{ title: role[0], of: entityId(role[1]), former: false }] : [];
  return { entity: { id: idOf(type, name), type, name, aliases: short ? [short] : [], roles }, short: short ?? name };
}

function idOf(type: EntityType, name: string): string {
  return `${idPrefix[type]}:${name
    .toLowerCase()
    .replace(/[^a-z]+/g, "-")
    .replace(/^-|-$/g, "")}`;
}

function entityId(key: string): string {
  const rows = [
    ["ORGANIZATION", organizations],
    ["PLACE", places],
  ] as const;
  for (const [type, candidates] of rows) {
    const row = candidates.find(([candidate]) => candidate === key);
    if (row) return idOf(type, row[1]);
  }
  throw new Error(`no body called ${key}`);
}

/** Collects an article's text and the spans in it, in the order of writing. */
class ArticleWriter {
  text = "";
  readonly mentions: AnnotatedMention[] = [];
  readonly quotes: AnnotatedQuote[] = [];
  readonly meetings: AnnotatedMeeting[] = [];
  readonly seen = new Map<string, CastMember>();

  write(words: string): TextSpan {
    const start = this.text.length;
    this.text += words;
    return { start, end: this.text.length, text: words };
  }

  /** Names somebody: in full the first time, short afterwards. */
  name(key: string): TextSpan & { readonly entity: string } {
    const member = memberOf(key);
    const span = this.write(this.seen.has(key) ? member.short : member.entity.name);
    this.seen.set(key, member);
    this.mentions.push({ ...span, type: member.entity.type, form: "name", entity: member.entity.id, confidence: 0.9 });
    return { ...span, entity: member.entity.id };
  }

  /** The stretch from `start` to the end of what is written. */
  since(start: number): TextSpan {
    return { start, end: this.text.length, text: this.text.slice(start) };
  }
}

function memberOf(key: string): CastMember {
  const member = cast.get(key);
  if (!member) throw new Error(`nobody is called ${key}`);
  return member;
}

function dayText(day: string): string {
  const [, month, date] = day.split("-").map(Number);
  return `${date} ${monthNames[(month ?? 1) - 1]}`;
}

/** A sentence of padding, another one for every number. */
function sceneryFor(number: number): string {
  return painted(scenery[number % scenery.length] ?? "", number);
}

/** The template with a word for each `#`, other words for every number. */
function painted(template: string, number: number): string {
  let slot = 0;
  return template.replace(/#/g, () => {
    slot += 1;
    return sceneryWords[(Math.imul(number * 8 + slot, 0x9e3779b1) >>> 16) % sceneryWords.length] ?? "";
  });
}

/** "Adela Marin is foreign minister of Haldenmark.", for those who serve somebody. */
function introduce(writer: ArticleWriter, key: string): void {
  const role = people.find(([candidate]) => candidate === key)?.[3];
  if (!role) return;
  writer.name(key);
  writer.write(` is ${role[0]} of `);
  writer.name(role[1]);
  writer.write(". ");
}

function reportMeeting(writer: ArticleWriter, row: MeetingRow, modality: Modality, variant: number): void {
  const templates = sentences[modality];
  const template = painted(templates[variant % templates.length] ?? "", variant + 500);
  const sentenceStart = writer.text.length;
  const participants: AnnotatedMeeting["participants"][number][] = [];
  let date: AnnotatedMeeting["date"] = null;
  for (const part of template.split(/(@\w+)/)) {
    if (part === "@place" && row.place) writer.name(row.place);
    else if (part === "@day") date = { ...writer.write(dayText(row.day)), from: row.day, to: row.day, precision: "day" };
    else if (part === "@0") participants.push({ ...writer.name(row.who[0]), named: true });
    else if (part === "@1") {
      for (const [index, key] of row.who.slice(1).entries()) {
        if (index > 0) writer.write(index === row.who.length - 2 ? " and " : ", ");
        participants.push({ ...writer.name(key), named: true });
      }
    } else writer.write(part);
  }
  const evidence = writer.since(sentenceStart);
  const triggerText = /met|talks|sat down|meet(?:ing)?/.exec(evidence.text)?.[0] ?? "met";
  const triggerStart = sentenceStart + evidence.text.indexOf(triggerText);
  writer.meetings.push({
    participants,
    modality,
    manner: row.manner,
    place: row.place ? memberOf(row.place).entity.id : null,
    date,
    trigger: { start: triggerStart, end: triggerStart + triggerText.length, text: triggerText },
    evidence,
    attribution: [],
    confidence: 0.8,
    decidedBy: "fixture",
  });
}

function quote(writer: ArticleWriter, speaker: string, saying: string, about: string): void {
  const start = writer.text.length;
  const [before = "", after = ""] = saying.split("@about");
  writer.write(`“${before}`);
  writer.name(about);
  writer.write(`${after},”`);
  const words = writer.since(start);
  writer.write(" ");
  const who = writer.name(speaker);
  writer.write(" ");
  const cue = writer.write("said");
  writer.write(".");
  writer.quotes.push({ ...words, kind: "direct", cue, speaker: who, confidence: 0.9, decidedBy: "fixture" });
}

/** One article per outlet and pair of its reports; the reports of one meeting stand in articles of different outlets. */
export function fixtureArticles(): readonly AnnotatedArticle[] {
  const articles: AnnotatedArticle[] = [];
  for (const [outletIndex, outlet] of outlets.entries()) {
    const reported = meetings.flatMap((row) => {
      const report = row.reports.find((entry) => (typeof entry === "number" ? entry : entry[0]) === outletIndex);
      return report === undefined ? [] : [{ row, modality: typeof report === "number" ? row.modality : report[1] }];
    });
    for (let first = 0; first < reported.length; first += 2) {
      articles.push(writeArticle(outlet, outletIndex * 8 + first, reported.slice(first, first + 2)));
    }
  }
  return articles;
}

function writeArticle(outlet: string, variant: number, reports: readonly { row: MeetingRow; modality: Modality }[]): AnnotatedArticle {
  const writer = new ArticleWriter();
  const days = reports.map(({ row }) => row.day).sort();
  const lead = reports[0]?.row.who.slice(0, 2).map((key) => memberOf(key).short) ?? [];
  const title = painted(`${lead.join(" and ")}: a # and # day`, variant);
  writer.write(`${title}\n\n`);
  for (const [index, { row, modality }] of reports.entries()) {
    const number = variant * 6 + index * 3;
    reportMeeting(writer, row, modality, variant + index);
    writer.write(` ${sceneryFor(number)} ${sceneryFor(number + 29)}\n\n`);
    // Every third article says who is who: the same introductions everywhere would make copies of them all.
    if (variant % 3 === 0) for (const key of row.who) introduce(writer, key);
    const [speaker, about] = row.who;
    if (memberOf(speaker).entity.type === "PERSON") quote(writer, speaker, sayings[(variant + index) % sayings.length] ?? "", about);
    writer.write(` ${sceneryFor(number + 61)}\n\n`);
  }
  const id = `article:${outlet.toLowerCase().replace(/[^a-z]+/g, "-")}-${variant}`;
  return {
    annotation: {
      id,
      file: `${id.slice(8)}.txt`,
      title,
      publishedAt: days.at(-1) ?? null,
      outlet,
      url: `https://news.example/${id.slice(8)}`,
      mentions: writer.mentions,
      entities: [...writer.seen.values()].map(({ entity }) => entity),
      quotes: writer.quotes,
      meetings: writer.meetings,
      skipped: [],
    },
    text: writer.text,
    path: null,
  };
}
