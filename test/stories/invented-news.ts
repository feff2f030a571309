/** Invented events, each told by several invented outlets over some days. Names, places of meetings and sayings are made up. */

export interface StoryArticle {
  readonly id: string;
  readonly outlet: string;
  readonly publishedAt: string;
  readonly text: string;
}

const osh = `The foreign ministers of Kyrgyzstan and Tajikistan met in the city of Osh on Tuesday to discuss how the two countries will share the water of a river.

Kyrgyz Foreign Minister Nurlan Asanbekov received his Tajik counterpart, Farrukh Sharipov, at a guest house outside the city.

"We will not let a canal decide whether our children go to school," Asanbekov told reporters.

Three people were killed in May, when a pumping station was set on fire, and both governments have since pulled their border guards back by two kilometres.`;

/** A wire report, its reprint, a rewrite with another spelling and another word in the marks, and a second meeting of the two. */
const water: readonly StoryArticle[] = [
  { id: "water-1", outlet: "Halden Newswire", publishedAt: "2025-09-03", text: `BISHKEK, Sept 3 (Halden Newswire) - ${osh}` },
  { id: "water-2", outlet: "Northport Gazette", publishedAt: "2025-09-03", text: `${osh}\n\n(Halden Newswire)` },
  {
    id: "water-3",
    outlet: "Morning Ledger",
    publishedAt: "2025-09-04",
    text: `Foreign ministers Nurlan Asanbekov and Farruh Sharipov sat down together in Osh on Tuesday and came out with a plan for the river.

"We will not let a ditch decide whether our children go to school," Asanbekov said.`,
  },
  {
    id: "water-4",
    outlet: "Capital Observer",
    publishedAt: "2025-09-12",
    text: "Nurlan Asanbekov and Farrukh Sharipov met again on Thursday, this time in Dushanbe, to sign what they outlined in Osh last week.",
  },
];

/** Reported, and denied the next day by somebody whose title only the first article gives. */
const mayor: readonly StoryArticle[] = [
  {
    id: "mayor-1",
    outlet: "Bergen Dispatch",
    publishedAt: "2025-09-16",
    text: "Mayor Rosa Lindqvist met the developer Viktor Hale at a hotel in Bergen on Friday evening, two days before the council voted on his plan.",
  },
  {
    id: "mayor-2",
    outlet: "Fjord Radio",
    publishedAt: "2025-09-17",
    text: `The mayor of Bergen has denied that she met Viktor Hale before the vote. "There was no such meeting," Rosa Lindqvist told Fjord Radio on Wednesday.`,
  },
];

/** A goalkeeper and a union leader of one name: the one's meeting is planned and held, the other's is told of two places. */
const namesakes: readonly StoryArticle[] = [
  {
    id: "handball-1",
    outlet: "Sportsdesk Europe",
    publishedAt: "2025-11-04",
    text: `The president of the World Handball Federation (WHF), Marta Kovacs, will meet the goalkeeper Daniel Okafor in Budapest on Friday to discuss the calendar.`,
  },
  {
    id: "handball-2",
    outlet: "Budapest Evening News",
    publishedAt: "2025-11-08",
    text: "WHF president Marta Kovács received goalkeeper Daniel Okafor at her office in Budapest on Friday.",
  },
  {
    id: "port-1",
    outlet: "Lowland Press",
    publishedAt: "2025-11-05",
    text: "Daniel Okafor, the general secretary of the Dockworkers' Federation, met Pieter Claes in Antwerp on Tuesday. The strike at the Scheldt began in October.",
  },
  {
    id: "port-2",
    outlet: "The Flemish Standard",
    publishedAt: "2025-11-05",
    text: "Union leader Daniel Okafor met Pieter Claes in Ghent on Tuesday, far from the Scheldt. The Dockworkers' Federation brought a list of demands.",
  },
];

/** A plan that is given up, and one that is carried out. */
const plans: readonly StoryArticle[] = [
  {
    id: "plans-1",
    outlet: "Coastline Business",
    publishedAt: "2025-10-07",
    text: "Helen Marchetti, the chief executive of Brightwater Holdings, will meet Tomasz Wilk in Zurich on Thursday to discuss a merger.",
  },
  {
    id: "plans-2",
    outlet: "Daily Meridian",
    publishedAt: "2025-10-08",
    text: "Helen Marchetti has called off her meeting with Tomasz Wilk in Zurich on Thursday. Shares in Brightwater Holdings fell.",
  },
  {
    id: "plans-3",
    outlet: "Harbour Times",
    publishedAt: "2025-10-17",
    text: "Marchetti met Wilk in Zurich on Thursday after all. Brightwater Holdings said that Helen Marchetti and Tomasz Wilk had talked for four hours.",
  },
];

export const stories: readonly StoryArticle[] = [...water, ...mayor, ...namesakes, ...plans];
