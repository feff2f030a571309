/** Articles in which two share a surname, and one in which only the surname stands: nobody can tell whose it is. */
import type { AnnotatedArticle } from "../../src/domain/annotation.ts";
import type { TextSpan } from "../../src/domain/span.ts";

export const namesakes = ["Astrid Holmgren", "Viktor Holmgren", "Holmgren"] as const;

/** An article each; all three are said to have met the same council. */
export function namesakeArticles(): readonly AnnotatedArticle[] {
  return namesakes.map((name, index) => {
    const text = `${name} met the Timber Council on Monday.\n`;
    const spanOf = (words: string): TextSpan => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, text: words });
    const [person, council] = [spanOf(name), spanOf("Timber Council")];
    const mention = { form: "name", confidence: 0.9 } as const;
    return {
      annotation: {
        id: `article:namesake-${index}`,
        file: null,
        title: `The day of ${name}`,
        publishedAt: `2031-05-0${index + 1}`,
        outlet: `Namesake Herald ${index}`,
        url: null,
        mentions: [
          { ...person, ...mention, type: "PERSON", entity: "person:one" },
          { ...council, ...mention, type: "ORGANIZATION", entity: "organization:council" },
        ],
        entities: [
          { id: "person:one", type: "PERSON", name, aliases: [], roles: [] },
          { id: "organization:council", type: "ORGANIZATION", name: "Timber Council", aliases: [], roles: [] },
        ],
        quotes: [],
        meetings: [
          {
            participants: [
              { ...person, entity: "person:one", named: true },
              { ...council, entity: "organization:council", named: true },
            ],
            modality: "held",
            manner: "talks",
            place: null,
            date: null,
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
  });
}
