/** An article about people whose names are written from right to left. */
import type { AnnotatedArticle } from "../../src/domain/annotation.ts";
import type { TextSpan } from "../../src/domain/span.ts";

export const rtlName = "ليلى حداد";
export const otherRtlName = "נועם ברק";

/** The two met in Doha on a day of 2031. */
export function rtlArticle(): AnnotatedArticle {
  const text = `${rtlName} met ${otherRtlName} in Doha on 6 March 2031.\n`;
  const spanOf = (words: string): TextSpan => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, text: words });
  const [first, second, place] = [spanOf(rtlName), spanOf(otherRtlName), spanOf("Doha")];
  const mention = { form: "name", confidence: 0.9 } as const;
  return {
    annotation: {
      id: "article:rtl",
      file: null,
      title: "لقاء في الدوحة",
      publishedAt: "2031-03-07",
      outlet: "الجريدة",
      url: null,
      mentions: [
        { ...first, ...mention, type: "PERSON", entity: "person:layla" },
        { ...second, ...mention, type: "PERSON", entity: "person:noam" },
        { ...place, ...mention, type: "PLACE", entity: "place:doha" },
      ],
      entities: [
        { id: "person:layla", type: "PERSON", name: rtlName, aliases: [], roles: [] },
        { id: "person:noam", type: "PERSON", name: otherRtlName, aliases: [], roles: [] },
        { id: "place:doha", type: "PLACE", name: "Doha", aliases: [], roles: [] },
      ],
      quotes: [],
      meetings: [
        {
          participants: [
            { ...first, entity: "person:layla", named: true },
            { ...second, entity: "person:noam", named: true },
          ],
          modality: "held",
          manner: "talks",
          place: "place:doha",
          date: { ...spanOf("on 6 March 2031"), from: "2031-03-06", to: "2031-03-06", precision: "day" },
          trigger: spanOf("met"),
          evidence: { start: 0, end: text.length - 1, text: text.slice(0, -1) },
          attribution: [],
          confidence: 0.9,
          decidedBy: "fixture",
        },
      ],
      skipped: [],
    },
    text,
    path: null,
  };
}
