/** Scores annotations of the sample articles against their hand annotation, data/golden/samples.gold.json. */
import type { AnnotatedMeeting, AnnotatedQuote, Annotation } from "../domain/annotation.ts";
import type { Modality } from "../domain/meeting.ts";
import type { Span } from "../domain/span.ts";
import type { Scores } from "./scoreboard.ts";

interface GoldParticipant extends Span {
  /** The fullest name of who took part, or of the body behind it; null when nothing named stands behind it. */
  readonly name: string | null;
  readonly text: string;
}

interface GoldMeeting {
  readonly participants: readonly GoldParticipant[];
  readonly modality: Modality;
  readonly place: string | null;
  readonly evidence: Span;
}

interface GoldQuote extends Span {
  readonly kind: AnnotatedQuote["kind"];
  readonly speaker: string | null;
  readonly speakerText?: string;
}

export interface GoldSample {
  /** The file's name. */
  readonly file: string;
  /** The record's id inside a file of several articles. */
  readonly record: string | null;
  readonly meetings: readonly GoldMeeting[];
  readonly quotes: readonly GoldQuote[];
  /** What no reader may claim. */
  readonly mustNot?: readonly { readonly kind: string; readonly participant?: string; readonly modality?: Modality }[];
}

/** How much of the longer stretch two spans of one quote share. */
const sameStretch = 0.7;

/**
 * Percentages and counts over all samples. A meeting is found when one of ours shares characters of its sentence and has all its
 * parties; held and ongoing count as one modality. Annotations without gold are left out; gold without an annotation counts as missed.
 */
export function scoreSamples(golds: readonly GoldSample[], annotations: readonly Annotation[]): Scores {
  const bySource = new Map(annotations.map((annotation) => [sourceOf(annotation), annotation]));
  const tally = { meetings: 0, found: 0, right: 0, extra: 0, places: 0, placesRight: 0, wronglyHeld: 0 };
  const said = { marked: 0, markedFound: 0, markedRight: 0, indirect: 0, indirectRight: 0 };
  for (const gold of golds) {
    const annotation = bySource.get(gold.record ?? gold.file);
    const names = new Map(annotation?.entities.map(({ id, name }) => [id, name]));
    const nameOf = (entity: string | null): string | null => (entity === null ? null : (names.get(entity) ?? null));
    const ours = annotation?.meetings ?? [];
    const matched = new Set<AnnotatedMeeting>();
    for (const meeting of gold.meetings) {
      if (meeting.participants.length < 2) continue;
      tally.meetings += 1;
      const candidates = ours.filter(
        (candidate) => overlaps(candidate.evidence, meeting.evidence) && hasParties(candidate, meeting, nameOf),
      );
      for (const candidate of candidates) matched.add(candidate);
      if (candidates.length === 0) continue;
      tally.found += 1;
      const exact = candidates.find(({ modality }) => took(modality) === took(meeting.modality));
      if (exact) tally.right += 1;
      if (meeting.place === null) continue;
      tally.places += 1;
      if (sharesName(nameOf((exact ?? candidates[0])?.place ?? null), meeting.place)) tally.placesRight += 1;
    }
    tally.extra += ours.filter((candidate) => !matched.has(candidate)).length;
    for (const { kind, participant, modality } of gold.mustNot ?? []) {
      if (kind !== "meeting" || participant === undefined) continue;
      tally.wronglyHeld += ours.filter(
        (candidate) =>
          candidate.modality === modality && candidate.participants.some(({ entity }) => sharesName(nameOf(entity), participant)),
      ).length;
    }
    for (const quote of gold.quotes) {
      const found = findQuote(annotation?.quotes ?? [], quote);
      const right = isSpeaker(found, quote, nameOf);
      if (quote.kind === "indirect") {
        said.indirect += 1;
        if (right) said.indirectRight += 1;
      } else {
        said.marked += 1;
        if (found) said.markedFound += 1;
        if (right) said.markedRight += 1;
      }
    }
  }
  return {
    "meetings found": percent(tally.found, tally.meetings),
    "meetings right, with modality": percent(tally.right, tally.meetings),
    "meetings not in the gold, count": tally.extra,
    "places right": percent(tally.placesRight, tally.places),
    "meetings wrongly held, count": tally.wronglyHeld,
    "marked quotes found": percent(said.markedFound, said.marked),
    "marked quotes found, speaker right": percent(said.markedRight, said.marked),
    "indirect quotes found, speaker right": percent(said.indirectRight, said.indirect),
  };
}

/** Scores above where less is better. */
export const lowerIsBetterInSamples: ReadonlySet<string> = new Set(["meetings not in the gold, count", "meetings wrongly held, count"]);

/** The record's id, or the file's name for a file that is one article. */
function sourceOf({ id, file }: Annotation): string {
  return file === null || file.endsWith(".jsonl") ? id : file.slice(file.lastIndexOf("/") + 1);
}

function took(modality: Modality): Modality {
  return modality === "ongoing" ? "held" : modality;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

type NameOf = (entity: string | null) => string | null;

/** Whether each party of the gold meeting is a participant of ours: by its name, or by sharing characters where nothing is named. */
function hasParties(ours: AnnotatedMeeting, gold: GoldMeeting, nameOf: NameOf): boolean {
  return gold.participants.every((party) =>
    ours.participants.some(
      (participant) => (party.name !== null && sharesName(nameOf(participant.entity), party.name)) || overlaps(participant, party),
    ),
  );
}

/** Whether two forms of a name end in the same word, or one holds the other's last word. */
function sharesName(ours: string | null, gold: string): boolean {
  if (ours === null) return false;
  const [a, b] = [ours.toLowerCase(), gold.toLowerCase()];
  return a.includes(lastWord(b)) || b.includes(lastWord(a));
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(" ") + 1);
}

function findQuote(ours: readonly AnnotatedQuote[], gold: GoldQuote): AnnotatedQuote | undefined {
  const isInside = (quote: AnnotatedQuote): boolean => quote.start <= gold.start && gold.end <= quote.end;
  const shared = (quote: AnnotatedQuote): number => {
    const common = Math.min(quote.end, gold.end) - Math.max(quote.start, gold.start);
    return common / Math.max(quote.end - quote.start, gold.end - gold.start);
  };
  return (
    ours.find((quote) => shared(quote) >= sameStretch) ??
    // A marked fragment inside the clause that reports it.
    (gold.kind === "mixed" ? ours.find((quote) => quote.kind !== "direct" && isInside(quote)) : undefined)
  );
}

function isSpeaker(found: AnnotatedQuote | undefined, gold: GoldQuote, nameOf: NameOf): boolean {
  const expected = gold.speaker ?? gold.speakerText;
  if (!found?.speaker || expected === undefined) return false;
  return sharesName(nameOf(found.speaker.entity), expected) || sharesName(found.speaker.text, expected);
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}
