/** Two articles about one meeting, which say who was host, visitor and mediator, and print the same saying in different words. */
import type { AnnotatedArticle } from "../../src/domain/annotation.ts";
import type { TextSpan } from "../../src/domain/span.ts";

export const [summitHost, summitVisitor, summitMediator] = ["Ingrid Solheim", "Tomas Arden", "Beata Kolar"] as const;

/** What each of the two prints of the same saying; the first says more. */
export const summitSayings = [
  "“We will open the northern border for grain and medicine before the end of the winter,”",
  "“We will open the northern border for grain and fuel before the end of the winter,”",
] as const;

const people = [
  ["person:host", summitHost, "host"],
  ["person:visitor", summitVisitor, "visitor"],
  ["person:mediator", summitMediator, "mediator"],
] as const;

/** An article of each of two outlets. */
export function summitArticles(): readonly AnnotatedArticle[] {
  return summitSayings.map((saying, index) => {
    const sentence =
      index === 0
        ? `${summitHost} received ${summitVisitor} at her residence in Oslo on 9 March 2031, with ${summitMediator} going between the rooms.`
        : `In Oslo on 9 March 2031 ${summitHost} was host to ${summitVisitor}; ${summitMediator} carried the papers from one to the other.`;
    const text = `${sentence}\n\n${saying} ${summitVisitor} said.\n`;
    const spanOf = (words: string, from = 0): TextSpan => {
      const start = text.indexOf(words, from);
      return { start, end: start + words.length, text: words };
    };
    const said = spanOf(saying);
    const speaker = { ...spanOf(summitVisitor, said.end), entity: "person:visitor" };
    const mention = { form: "name", confidence: 0.9 } as const;
    return {
      annotation: {
        id: `article:summit-${index}`,
        file: null,
        title: ["Guest in the north", "A house with two rooms"][index] ?? null,
        publishedAt: `2031-03-1${index}`,
        outlet: ["Fjord Messenger", "Lowland Review"][index] ?? null,
        url: null,
        mentions: [
          ...people.map(([entity, name]) => ({ ...spanOf(name), ...mention, type: "PERSON" as const, entity })),
          { ...spanOf("Oslo"), ...mention, type: "PLACE" as const, entity: "place:oslo" },
          { ...speaker, ...mention, type: "PERSON" as const },
        ],
        entities: [
          ...people.map(([id, name]) => ({ id, type: "PERSON" as const, name, aliases: [], roles: [] })),
          { id: "place:oslo", type: "PLACE" as const, name: "Oslo", aliases: [], roles: [] },
        ],
        quotes: [{ ...said, kind: "direct", cue: spanOf("said", speaker.end), speaker, confidence: 0.9, decidedBy: "fixture" }],
        meetings: [
          {
            participants: people.map(([entity, name, role]) => ({ ...spanOf(name), entity, named: true, role })),
            modality: "held",
            manner: "talks",
            mediated: true,
            place: "place:oslo",
            date: { ...spanOf("9 March 2031"), from: "2031-03-09", to: "2031-03-09", precision: "day" },
            trigger: spanOf(index === 0 ? "received" : "was host to"),
            evidence: { start: 0, end: sentence.length, text: sentence },
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
