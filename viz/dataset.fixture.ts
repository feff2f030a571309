/** A small graph for the tests of the viewer's pure parts. */
import type { NetworkPage } from "../src/app/api-network.ts";

/**
 * Ada and Ben met in Oslo (held, three sources, by Post and Wire) and plan to meet again; Ada and the union plan to meet (Wire); Ben
 * serves the union; Ada spoke about Cy, whom no meeting reaches; nothing at all reaches Doha.
 */
export const smallPage: NetworkPage = {
  totals: {
    entities: 6,
    meetings: 3,
    roles: 1,
    statements: 1,
    articles: 4,
    outlets: ["Post", "Wire"],
    firstDay: "2031-03-01",
    lastDay: "2031-03-09",
    mayEdit: false,
  },
  next: null,
  entities: {
    id: ["ada", "ben", "oslo", "union", "cy", "doha"],
    type: ["PERSON", "PERSON", "PLACE", "ORGANIZATION", "PERSON", "PLACE"],
    name: ["Ada", "Ben", "Oslo", "Union", "Çy Köhler", "Doha"],
    aliases: [["Dr. Ada"], [], [], ["Workers' Union"], [], []],
    mentions: [3, 3, 3, 3, 3, 3],
    articles: [2, 2, 2, 2, 1, 1],
    x: [0, 10, 20, 30, 40, 50],
    y: [0, 10, 0, 10, 0, 10],
    community: [0, 0, 0, 0, -1, -1],
    latitude: [null, null, 59.91, null, null, 25.29],
    longitude: [null, null, 10.75, null, null, 51.53],
  },
  meetings: {
    id: ["m-held", "m-again", "m-planned"],
    modality: ["held", "planned", "planned"],
    modalities: [["denied", "held"], ["planned"], ["planned"]],
    manner: ["talks", "call", "unknown"],
    from: ["2031-03-04", null, "2031-06-01"],
    to: ["2031-03-04", null, "2031-06-30"],
    precision: ["day", null, "month"],
    sources: [3, 1, 1],
    articles: [4, 1, 1],
    confidence: [0.9, 0.7, 0.5],
    participants: [
      [0, 1],
      [0, 1],
      [0, 3],
    ],
    unnamed: [[], [], ["two envoys"]],
    places: [[2], [], []],
    outlets: [[0, 1], [0], [1]],
  },
  roles: { person: [1], of: [3], title: ["chair"], former: [false] },
  statements: { speaker: [0], about: [4], quotes: [["q1", "q2"]] },
};
