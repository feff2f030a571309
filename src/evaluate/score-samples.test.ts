import { describe, expect, it } from "vitest";
import type { AnnotatedMeeting, AnnotatedQuote, Annotation } from "../domain/annotation.ts";
import { type GoldSample, scoreSamples } from "./score-samples.ts";

const text = "Ana Ruiz met Bo Lind in Oslo. “Good talks,” she said.";
const at = (words: string): { start: number; end: number; text: string } => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, text: words };
};

const gold: GoldSample = {
  file: "a.txt",
  record: null,
  meetings: [
    {
      participants: [
        { name: "Ana Ruiz", ...at("Ana Ruiz") },
        { name: null, ...at("Bo Lind") },
      ],
      modality: "held",
      place: "Oslo",
      evidence: at("Ana Ruiz met Bo Lind in Oslo"),
    },
  ],
  quotes: [{ kind: "direct", speaker: "Ana Ruiz", ...at("“Good talks,”") }],
  mustNot: [{ kind: "meeting", participant: "Bo Lind", modality: "planned" }],
};

const meeting: AnnotatedMeeting = {
  participants: [
    { entity: "e1", named: true, ...at("Ana Ruiz") },
    { entity: "e2", named: true, ...at("Bo Lind") },
  ],
  modality: "held",
  manner: "in-person",
  place: "e3",
  date: null,
  trigger: at("met"),
  evidence: at("Ana Ruiz met Bo Lind in Oslo."),
  attribution: [],
  confidence: 0.9,
  decidedBy: "test",
};

const quote: AnnotatedQuote = {
  ...at("“Good talks,”"),
  kind: "direct",
  cue: at("said"),
  speaker: { entity: "e1", ...at("she") },
  confidence: 0.9,
  decidedBy: "test",
};

function annotation(meetings: readonly AnnotatedMeeting[], quotes: readonly AnnotatedQuote[]): Annotation {
  const entity = (id: string, type: "PERSON" | "PLACE", name: string): Annotation["entities"][number] => ({
    id,
    type,
    name,
    aliases: [],
    roles: [],
  });
  return {
    id: "x",
    file: "news/a.txt",
    title: null,
    publishedAt: null,
    outlet: null,
    url: null,
    mentions: [],
    entities: [entity("e1", "PERSON", "Ana Ruiz"), entity("e2", "PERSON", "Bo Lind"), entity("e3", "PLACE", "Oslo")],
    quotes,
    meetings,
    skipped: [],
  };
}

describe("scoreSamples", () => {
  it("gives full marks to the gold itself", () => {
    expect(scoreSamples([gold], [annotation([meeting], [quote])])).toEqual({
      "meetings found": 100,
      "meetings right, with modality": 100,
      "meetings not in the gold, count": 0,
      "places right": 100,
      "meetings wrongly held, count": 0,
      "marked quotes found": 100,
      "marked quotes found, speaker right": 100,
      "indirect quotes found, speaker right": 0,
    });
  });

  it.each([
    ["misses a party", { ...meeting, participants: meeting.participants.slice(0, 1) }, "meetings found", 0],
    ["misses a party", { ...meeting, participants: meeting.participants.slice(0, 1) }, "meetings not in the gold, count", 1],
    ["says planned", { ...meeting, modality: "planned" as const }, "meetings right, with modality", 0],
    ["claims what must not be claimed", { ...meeting, modality: "planned" as const }, "meetings wrongly held, count", 1],
    ["names another place", { ...meeting, place: "e2" }, "places right", 0],
    ["stands in another sentence", { ...meeting, evidence: at("she said") }, "meetings found", 0],
  ])("counts a meeting that %s", (_, wrong, score, value) => {
    expect(scoreSamples([gold], [annotation([wrong], [quote])])[score]).toBe(value);
  });

  it.each([
    ["nobody's", { ...quote, speaker: null }, 100, 0],
    ["somebody else's", { ...quote, speaker: { entity: "e2", ...at("Bo Lind") } }, 100, 0],
    ["far too long", { ...quote, start: 0 }, 0, 0],
  ])("counts a quote that is %s", (_, wrong, found, right) => {
    const scores = scoreSamples([gold], [annotation([meeting], [wrong])]);
    expect([scores["marked quotes found"], scores["marked quotes found, speaker right"]]).toEqual([found, right]);
  });

  it("counts an article without an annotation as missed", () => {
    expect(scoreSamples([gold], [])["meetings found"]).toBe(0);
  });
});
