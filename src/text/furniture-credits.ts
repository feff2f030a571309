/** Credits: the lines that close an article ("(Reporting by …)", "(Gulf Courier – Doha)"), and picture lines anywhere in it. */
import { listedOutlet, outletName } from "./news-outlets.ts";

const reportingCredit =
  /^[[(]?\s*(?:(?:additional|with|further)\s+)?(?:report(?:ing|ed)|writing|written|editing|edited|compiled|translat(?:ed|ion)|produc(?:ed|tion)|graphics|photos?|inputs?|contributions?)\s+(?:by|from)\b/iu;
const withCredit = /^[[(]?\s*with\s+(?:\w+\s+)?(?:inputs?|reporting|files|additional|contributions?|agenc(?:y|ies))\b/iu;
const rights = /^(?:©|\(c\)|copyright\b)|\ball rights reserved\b/iu;
const sourceLine =
  /^(?:[Ss]ources?|SOURCES?|[Vv]ia|[Cc]redits?|[Aa]genc(?:y|ies))\s*:\s*(?:https?:\S+|(?:the\s+)?\p{Lu}[^\s,/&]*(?:[\s,/&]+(?:(?:and|of|the)\s+)?\p{Lu}[^\s,/&]*)*)$/u;
const contributed = /\bcontributed to this (?:report|story|article)\b/iu;
const endMark = /^(?:-?\s?30\s?-|#{2,}|\*\s?\*\s?\*|\[?ends?\]?|more to follow)$/iu;
const parenthesised = /^\((?<inner>[^()]{2,160})\)$|^\[(?<squared>[^[\]]{2,160})\]$/u;
const readOn =
  /^(?:advertisement|story continues below(?: advertisement)?|(?:read (?:more|also|next)|also read|see also|related(?: (?:stories|articles|news))?|more on this|watch|follow us|subscribe|sign up)\s*[:|»>].{0,160}|(?:follow|subscribe to|sign up for)\b[^.]{0,120}\b(?:newsletter|telegram|whatsapp|twitter|facebook|channel)\b.{0,60})$/iu;

/** True for a line that may close an article without being part of it. */
export function isClosingCredit(line: string): boolean {
  if (line.length > 240) return false;
  if ([reportingCredit, withCredit, rights, sourceLine, contributed, endMark, readOn].some((pattern) => pattern.test(line))) return true;
  if (isSignature(line)) return true;
  const groups = parenthesised.exec(line)?.groups;
  const inner = groups?.inner ?? groups?.squared;
  // "(The two had met in May.)" is a sentence in parentheses.
  return inner !== undefined && !/[.!?]["'”’]?$/u.test(inner);
}

/** `Reuters`, `— AP/AFP`, `With agencies`. */
function isSignature(line: string): boolean {
  if (line.length > 80) return false;
  const names = line.replace(/^[–—-]{1,2}\s*/u, "").split(/\s*[/,&]\s*/u);
  return names.every((name) => outletName(name) !== null || /^(?:with\s+)?agencies$/iu.test(name));
}

/** What a newsroom calls itself after its name. */
const newsroomWords =
  "(?:(?:World|News|Global|International|Foreign|Central)\\s+)*(?:Headquarters|HQ|Newsroom|News\\s?[Dd]esk|Desk|Bureau|Staff|News Service)";
/** (YWN World Headquarters – NYC)   ·   (Gulf Courier – Doha Bureau)   ·   (Gulf Courier) */
const newsroom = new RegExp(
  `^[([](?<name>[^()[\\]]+?)(?<own>\\s+${newsroomWords})?(?:\\s*[–—/]\\s*|\\s+-\\s+|,\\s*)?(?<rest>(?<=[–—/,-]\\s*)[^()[\\]]+)?[)\\]]$`,
  "u",
);
const endsInNewsroom = new RegExp(`\\b${newsroomWords}$`, "u");
const copyright =
  /^(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:\d{4}\s*)?(?:by\s+)?(?<name>\p{Lu}[^.,|©]{1,60}?)(?:\s+\d{4})?(?:[.,|]|\s+all rights|$)/iu;

/** The outlet that a closing line names as its own: "(YWN World Headquarters – NYC)" → "YWN"; null when it names none. */
export function closingOutlet(line: string): string | null {
  const groups = newsroom.exec(line)?.groups;
  if (groups?.name && (groups.own || endsInNewsroom.test(groups.rest ?? ""))) return listedOutlet(groups.name) ?? groups.name.trim();
  if (groups?.name) return outletName(groups.name);
  const owner = copyright.exec(line)?.groups?.name;
  if (owner) return /^all rights/iu.test(owner) ? null : (listedOutlet(owner) ?? owner.trim());
  const source = /^(?:source|via)\s*:\s*(?<name>[^:/]{2,60}?)\.?$/iu.exec(line)?.groups?.name;
  return source ? (listedOutlet(source) ?? source) : outletName(line.replace(/^[\s–—-]+/u, ""));
}

const picture =
  /^[[(]?(?:file\s+)?(?:photo(?:graph)?s?|image|picture|caption|video|graphic|illustration|infographic)s?(?:\s+(?:by|credit|courtesy(?: of)?))?\s*[:/|]\s*\S.{0,280}$/iu;

/** True for `Photo: …` and for what a page leaves between paragraphs (`Advertisement`, `Read more: …`), wherever it stands. */
export function isPictureCredit(line: string): boolean {
  return picture.test(line) || readOn.test(line);
}
