/** Tells a headline, which is set apart, from the first sentence, which is not. */
import type { Span } from "../domain/span.ts";
import type { TextLine } from "./text-lines.ts";

/** Longest headline, in characters: tabloids reach 140, first paragraphs start there. */
const longestHeadline = 150;
const sentenceEnd = /[.!?…]["'”“’‘»«)\]]*$/u;
/** Ends that only a sentence, or a line broken inside one, has. */
const openEnd =
  /(?:[.,:;–—-]["'”’»)\]]*|\b(?:the|an?|of|in|on|at|to|for|from|by|with|and|or|but|that|which|who|as|his|her|its|their|is|was|are|were|has|have|had|will|would|president|minister|secretary|chancellor|king|queen|prince|senator|ambassador|envoy|general|leader|mr|mrs|ms|dr))$/iu;
/** "… hostages held in the U.S." may end a headline; "… held there." may not. */
const abbreviatedEnd = /\b(?:\p{Lu}\.){2,}$/u;

/** Labels that desks put over a headline. */
const kicker =
  /^(?:breaking(?: news)?|exclusive|update(?: \d+)?|developing(?: story)?|opinion|analysis|explainer|live(?: updates)?|watch|news|world(?: news)?|politics|middle east|in brief|top stor(?:y|ies))[:!]?$/iu;

/** True for a desk's label on a line of its own. */
export function isKicker(line: string): boolean {
  return kicker.test(line);
}

/**
 * True when `line`, the first of the text, is a headline above `next`: short, not ending like a sentence, and either followed by a
 * blank line, a header (`nextIsHeader`), its own repetition, or a line that cannot continue it.
 */
export function isHeadline(line: TextLine, next: TextLine, nextIsHeader: boolean): boolean {
  const words = line.text.split(/\s+/u).length;
  if (line.text.length > longestHeadline || words < 2 || words > 28 || !/^["'“‘«(¿¡]*[\p{Lu}\p{Lo}\d]/u.test(line.text)) return false;
  if (openEnd.test(line.text) && !abbreviatedEnd.test(line.text)) return false;
  if (next.gap > 0 || nextIsHeader || next.text === line.text) return true;
  // Without a blank line between, the next line has to look like a paragraph of its own, not like the rest of a broken sentence.
  const startsAnew = /^["'“‘«(]*[\p{Lu}\p{Lo}\d]/u.test(next.text);
  const isParagraph = next.text.length >= 60 && (next.text.length > 120 || sentenceEnd.test(next.text));
  return startsAnew && isParagraph && next.text.length > line.text.length * 0.8;
}

/** The place and words of a Markdown headline, `# Words` or words underlined with `===`; null when the line is none. */
export function markdownHeading(line: TextLine, next: TextLine | undefined): (Span & { readonly title: string }) | null {
  if (line.text.length > longestHeadline * 2) return null;
  const hashed = /^#\s+(?<title>\S.*?)(?:\s+#+)?$/u.exec(line.text)?.groups?.title;
  if (hashed) return { start: line.start, end: line.end, title: plainWords(hashed) };
  if (next?.gap === 0 && /^={3,}$/u.test(next.text)) return { start: line.start, end: next.end, title: plainWords(line.text) };
  return null;
}

/** Markdown emphasis and links → their words. */
function plainWords(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, "$1")
    .replace(/(\*\*|__|\*|_|`)(?=\S)(.+?)\1/gu, "$2")
    .trim();
}
