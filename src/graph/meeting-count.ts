/** How many meetings some words sum up: "three rounds of talks", "have met twice". Such a report tells of a series, not of one event. */

const numberWords = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const number = `${numberWords.join("|")}|[2-9]|[1-9]\\d`;
const months =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const adjectives = "(?:\\p{L}[\\p{L}-]*\\s+){0,2}?";
const matters = "(?:talks|negotiations|discussions|consultations|conversations|bargaining|mediation|dialogue)";
/** "Three rounds of secret talks", "two long meetings"; not "June 3 meetings", and not "two days of talks", which are one event. */
const counted = new RegExp(
  `(?<!\\b(?:${months})\\.?\\s+)\\b(${number})\\s+${adjectives}` +
    `(?:(?:rounds|sessions)\\s+of\\s+${adjectives}${matters}|rounds|meetings|summits|encounters|conversations|calls|visits)\\b`,
  "giu",
);
const times = `(twice|(?:${number})\\s+(?:separate\\s+)?times)\\b`;

/** The number of meetings that the word for them sums up in its sentence, 2 or more; null for one, or for nobody knows how many. */
export function countMeetings(sentence: string, trigger: string): number | null {
  const evoked = trigger.toLowerCase();
  const ofNoun = [...sentence.matchAll(counted)].find(([words]) => words.toLowerCase().split(/\s+/u).includes(evoked));
  if (ofNoun) return numberOf(ofNoun[1]);
  if (!/\b(?:twice|times)\b/iu.test(sentence)) return null;
  const word = trigger.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&");
  // "met Ann Lee in Oslo three times", "twice met": up to a comma
  const behind = new RegExp(`\\b${word}(?:\\s+[\\p{L}\\p{N}.'’-]+){0,6}?\\s+${times}`, "iu").exec(sentence);
  const before = behind ? null : new RegExp(`\\b${times}\\s+${word}\\b`, "iu").exec(sentence);
  return numberOf((behind ?? before)?.[1]?.split(/\s/u)[0]);
}

function numberOf(word: string | undefined): number | null {
  if (word === undefined) return null;
  const lower = word.toLowerCase();
  if (lower === "twice") return 2;
  const index = numberWords.indexOf(lower);
  return index < 0 ? Number(lower) : index + 2;
}
