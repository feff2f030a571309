import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Paragraph } from "../../domain/document.ts";
import { findMarkedStretches } from "./quote-marks.ts";

/** Paragraphs parted by blank lines. */
function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const { 0: block, index } of text.matchAll(/[^\n]+(?:\n[^\n]+)*/gu))
    paragraphs.push({ start: index, end: index + block.length, firstToken: 0, endToken: 0, kind: "prose" });
  return paragraphs;
}

function marked(text: string): string[] {
  return findMarkedStretches(text, paragraphsOf(text)).stretches.map(({ start, end }) => text.slice(start, end));
}

function unclosed(text: string): string[] {
  return findMarkedStretches(text, paragraphsOf(text)).unclosed.map(({ start, end }) => text.slice(start, end));
}

describe("findMarkedStretches", () => {
  it.each([
    ["straight marks", 'He said "no" and "never."', ['"no"', '"never."']],
    ["curly marks", "He said “no” and “never.”", ["“no”", "“never.”"]],
    ["mixed marks", 'She saw "a crime against us.” He left “in peace".', ['"a crime against us.”', '“in peace"']],
    ["an opening mark that closes", "The site “Ferry Now“ opened.", ["“Ferry Now“"]],
    ["two apostrophes", "''We are guests,'' she said. ''We pay.''", ["''We are guests,''", "''We pay.''"]],
    ["backticks and apostrophes", "``We go on,'' she said.", ["``We go on,''"]],
    ["guillemets", "«We go on», she said. « We stay », he said.", ["«We go on»", "« We stay »"]],
    ["reversed guillemets", "»We go on«, she said.", ["»We go on«"]],
    ["low marks", "„We go on“, she said. „We stay”, he said.", ["„We go on“", "„We stay”"]],
    ["closing marks on both sides", "”We go on”, she said.", ["”We go on”"]],
    ["single marks and a plural's apostrophe", "‘The girls’ school isn’t open,’ he said.", ["‘The girls’ school isn’t open,’"]],
    ["straight single marks", "'We can't go,' she said. 'The boys' team won.'", ["'We can't go,'", "'The boys' team won.'"]],
    ["a mark of inches", 'It is 11" wide and "rather big".', ['"rather big"']],
  ])("pairs %s", (_, text, expected) => {
    expect(marked(text)).toEqual(expected);
    expect(unclosed(text)).toEqual([]);
  });

  it.each([
    ["single in double", "“He told me ‘go away’ and left,” she said."],
    ["double in single", "‘He told me “go away” and left,’ she said."],
    ["three deep", "“He told me ‘never say “no” to me’ again,” she said."],
    ["three deep in British style", "‘She said “it was ‘all’ fine” to me,’ he said."],
    ["three deep in straight marks", `"He told me 'never say "no" to me' again," she said.`],
    ["double in double", "“He wore a “Ferry Now” shirt all day,” she said."],
    ["three apostrophes", "''She told me 'go away,''' he said."],
  ])("gives only the outermost of nested marks: %s", (_, text) => {
    const [only, ...more] = marked(text);
    expect(text.startsWith(only ?? "?")).toBe(true);
    expect(text.slice(only?.length)).toMatch(/^ (?:she|he) said\.$/u);
    expect(more).toEqual([]);
  });

  it.each([
    ["years and clipped words", "In the '90s rock 'n' roll was for 'em all."],
    ["possessives", "The girls' school and James' house are open."],
    ["a single mark in an article with double ones", `He said "no" to the 'ferry' and "never" to the rest.`],
  ])("takes no apostrophe for a mark: %s", (_, text) => {
    expect(marked(text).filter((stretch) => stretch.startsWith("'"))).toEqual([]);
  });

  it("re-synchronises where a closing mark is missing, and reports the mark", () => {
    expect(marked("“We go on, she said. “We stay.” He left.")).toEqual(["“We stay.”"]);
    expect(unclosed("“We go on, she said. “We stay.” He left.")).toEqual(["“We go on, she said. "]);
    expect(marked('He said "we will see.\n\nThe council met. She said: "It is over."')).toEqual(['"It is over."']);
  });

  it("carries a quotation that opens on every paragraph to its last", () => {
    const text = "“We go on.\n\n“We stay.\n\n“We win.”\n\nHe left.";
    const { stretches } = findMarkedStretches(text, paragraphsOf(text));
    expect(stretches.map(({ continues }) => continues)).toEqual([true, true, false]);
  });

  it("keeps a straight mark open over curly ones where the next paragraph opens with a straight one too", () => {
    const text = '"The bill is “the end of an era” for us.\n\n"It is not “ours,” it is theirs."\n\nHe left.';
    expect(marked(text)).toEqual(['"The bill is “the end of an era” for us.', '"It is not “ours,” it is theirs."']);
    const apart = '"The bill is “the end of an era” for us.\n\nIt is “theirs.”';
    expect(marked(apart)).toEqual(["“the end of an era”", "“theirs.”"]);
  });
});

describe("findMarkedStretches at the end of a paragraph", () => {
  const continues = (text: string, kind: Paragraph["kind"] = "prose"): boolean[] => {
    const [first, ...others] = paragraphsOf(text);
    const paragraphs = first ? [first, ...others.map((paragraph) => ({ ...paragraph, kind }))] : [];
    return findMarkedStretches(text, paragraphs).stretches.map((stretch) => stretch.continues);
  };

  it.each([
    ["a sentence that began in the middle of the paragraph", 'She said: "It is late.\n\n"We go."', [true, false]],
    ["a list that a whole paragraph in marks opens", '"I want three things:\n\n"The boat, the oars and the sea."', [true, false]],
    ["a mark left open in the middle of a sentence", 'She called it "a bad plan and went\n\n"We go."', [false]],
  ])("goes on only behind %s", (_, text, expected) => {
    expect(continues(text)).toEqual(expected);
  });

  it("does not go on in a subhead", () => {
    expect(continues('She said: "It is late.\n\n"TIME TO GO"', "subhead")).toEqual([false]);
  });
});

describe("findMarkedStretches on any soup of marks", () => {
  const pieces = [...`"“”„‟«»‘’'\`‚‹› aBé.,?!-(`, "''", "``", "\n\n", "said", "on"];
  const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 120 }).map((parts) => parts.join(""));

  it("gives disjoint stretches in text order inside their paragraphs, each with its opening mark", () => {
    fc.assert(
      fc.property(soup, (text) => {
        const paragraphs = paragraphsOf(text);
        let end = 0;
        for (const stretch of findMarkedStretches(text, paragraphs).stretches) {
          const paragraph = paragraphs[stretch.paragraphIndex];
          expect(stretch.start).toBeGreaterThanOrEqual(Math.max(end, paragraph?.start ?? Number.NaN));
          expect(stretch.end).toBeLessThanOrEqual(paragraph?.end ?? Number.NaN);
          expect(text.charAt(stretch.start)).toMatch(/["“”„‟«»‘'`‚‹›]/u);
          end = stretch.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it("never takes a character both for marked and for unclosed", () => {
    fc.assert(
      fc.property(soup, (text) => {
        const { stretches, unclosed: open } = findMarkedStretches(text, paragraphsOf(text));
        const spans = [...stretches, ...open].sort((a, b) => a.start - b.start);
        for (const [index, span] of spans.entries()) expect(spans[index + 1]?.start ?? text.length).toBeGreaterThanOrEqual(span.end);
      }),
      { numRuns: 500 },
    );
  });

  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each([
    ["unclosed marks", "He said “no "],
    ["unclosed straight marks", 'He said "no '],
    ["unclosed single marks", "He said ‘no "],
    ["plurals", "‘the girls’ "],
    ["nested marks", "“‘«"],
    ["double apostrophes", "''no "],
  ])("reads characters in proportion to the text: %s", (_, piece) => {
    const readsOf = (times: number): number => {
      const text = piece.repeat(times);
      const paragraphs = paragraphsOf(text);
      const single = vi.spyOn(String.prototype, "charAt");
      const several = vi.spyOn(String.prototype, "slice");
      findMarkedStretches(text, paragraphs);
      const reads = several.mock.results.reduce((sum, { value }) => sum + String(value).length, single.mock.calls.length);
      vi.restoreAllMocks();
      return reads;
    };
    expect(readsOf(800)).toBeLessThan(4.5 * readsOf(200) + 1000);
  });
});
