/** What each question answers on the small graph, looked over by hand: every store must give exactly these rows. */
import type { QueryParameters, QueryResult } from "./graph-store.ts";

export interface QuestionCase {
  readonly question: string;
  readonly given: QueryParameters;
  readonly rows: QueryResult["rows"];
}

export const questionCases: readonly QuestionCase[] = [
  {
    question: "articles",
    given: {
      text: "hamas",
    },
    rows: [
      {
        id: "article:harbour",
        title: "Envoy sits down with Hamas",
        outlet: "Harbour Post",
        published: "2025-03-05",
        file: "news/harbour.txt",
      },
      {
        id: "article:delta",
        title: "Washington and Hamas talk in Qatar",
        outlet: "Delta Wire",
        published: "2025-03-06",
        file: "news/delta.txt",
      },
      {
        id: "article:meridian",
        title: "Hamas denies meeting",
        outlet: "Meridian",
        published: "2025-03-07",
        file: "news/meridian.txt",
      },
    ],
  },
  {
    question: "before-and-after",
    given: {
      x: "Boehler",
      y: "Witkoff",
    },
    rows: [
      {
        event: "Adam Boehler – Steve Witkoff",
        moment: "after",
        meeting: "Adam Boehler – Hamas, Doha",
        modality: "held",
        day: "2025-03-05",
      },
    ],
  },
  {
    question: "called-off",
    given: {},
    rows: [
      {
        meeting: "Steve Witkoff – Qatar",
        modality: "cancelled",
        sentence: "Steve Witkoff had planned to meet Qatar's prime minister.",
        published: "2025-03-06",
        article: "article:delta",
      },
      {
        meeting: "Steve Witkoff – Qatar",
        modality: "cancelled",
        sentence: "Witkoff called off his meeting in Qatar.",
        published: "2025-03-07",
        article: "article:meridian",
      },
    ],
  },
  {
    question: "co-mention-network",
    given: {
      name: "Trump",
      limit: "3",
    },
    rows: [
      {
        one: "Hamas",
        other: "Donald Trump",
        articles: 1,
      },
      {
        one: "Hamas",
        other: "White House",
        articles: 1,
      },
      {
        one: "White House",
        other: "Donald Trump",
        articles: 1,
      },
    ],
  },
  {
    question: "co-mentions",
    given: {
      name: "Doha",
      limit: 3,
    },
    rows: [
      {
        name: "Adam Boehler",
        articles: 4,
      },
      {
        name: "Hamas",
        articles: 4,
      },
      {
        name: "Steve Witkoff",
        articles: 3,
      },
    ],
  },
  {
    question: "contradictions",
    given: {},
    rows: [
      {
        meeting: "Adam Boehler – Hamas, Doha",
        modality: "held",
        outlet: "Harbour Post",
        published: "2025-03-05",
        sentence: "Adam Boehler met Hamas officials in Doha.",
        article: "article:harbour",
        start: 0,
        end: 41,
      },
      {
        meeting: "Adam Boehler – Hamas, Doha",
        modality: "held",
        outlet: "Delta Wire",
        published: "2025-03-06",
        sentence: "Envoy Adam Boehler held talks with Hamas in Doha, two sources said.",
        article: "article:delta",
        start: 0,
        end: 67,
      },
      {
        meeting: "Adam Boehler – Hamas, Doha",
        modality: "denied",
        outlet: "Meridian",
        published: "2025-03-07",
        sentence: "Hamas denied that its officials met Boehler in Doha.",
        article: "article:meridian",
        start: 0,
        end: 52,
      },
      {
        meeting: "Adam Boehler – Hamas, Doha",
        modality: "held",
        outlet: null,
        published: null,
        sentence: "Envoy Adam Boehler held talks with Hamas in Doha, two sources said.",
        article: "article:copy",
        start: 0,
        end: 67,
      },
      {
        meeting: "Steve Witkoff – Qatar",
        modality: "planned",
        outlet: "Delta Wire",
        published: "2025-03-06",
        sentence: "Steve Witkoff had planned to meet Qatar's prime minister.",
        article: "article:delta",
        start: 68,
        end: 125,
      },
      {
        meeting: "Steve Witkoff – Qatar",
        modality: "cancelled",
        outlet: "Meridian",
        published: "2025-03-07",
        sentence: "Witkoff called off his meeting in Qatar.",
        article: "article:meridian",
        start: 53,
        end: 93,
      },
    ],
  },
  {
    question: "first-to-report",
    given: {},
    rows: [
      {
        outlet: "Delta Wire",
        meetings: 1,
      },
      {
        outlet: "Harbour Post",
        meetings: 1,
      },
    ],
  },
  {
    question: "go-betweens",
    given: {
      x: "hamas",
      y: "Witkoff",
    },
    rows: [
      {
        x: "Hamas",
        between: "Adam Boehler",
        y: "Steve Witkoff",
        sourcesWithX: 3,
        sourcesWithY: 1,
      },
    ],
  },
  {
    question: "how-are-x-and-y-connected",
    given: {
      x: "Witkoff",
      y: "Taher Al-Nono",
    },
    rows: [
      {
        steps: 3,
        names: ["Steve Witkoff", "Adam Boehler", "Hamas", "Taher Al-Nono"],
        links: ["MET", "MET", "HAS_ROLE"],
      },
    ],
  },
  {
    question: "how-are-x-and-y-connected",
    given: {
      x: "Trump",
      y: "Hamas",
    },
    rows: [],
  },
  {
    question: "meetings-at-place",
    given: {
      place: "doha",
    },
    rows: [
      {
        place: "Doha",
        meeting: "Adam Boehler – Hamas, Doha",
        modality: "held",
        from: null,
        to: "2025-03-05",
        sources: 3,
        articles: 4,
      },
    ],
  },
  {
    question: "meetings-by-month",
    given: {},
    rows: [
      {
        month: "2025-03",
        modality: "held",
        meetings: 3,
      },
    ],
  },
  {
    question: "meetings-in-period",
    given: {
      from: "2025-03-01",
      to: "2025-03-04",
    },
    rows: [
      {
        meeting: "Adam Boehler – Steve Witkoff",
        modality: "held",
        place: null,
        from: "2025-03-01",
        to: "2025-03-01",
        sources: 1,
        articles: 1,
      },
    ],
  },
  {
    question: "meetings-in-period",
    given: {
      from: "2025-01-01",
      to: "2025-12-31",
      place: "Doha",
    },
    rows: [
      {
        meeting: "Adam Boehler – Hamas, Doha",
        modality: "held",
        place: "Doha",
        from: null,
        to: "2025-03-05",
        sources: 3,
        articles: 4,
      },
    ],
  },
  {
    question: "most-connected",
    given: {},
    rows: [
      {
        name: "Adam Boehler",
        others: 2,
        mentions: 6,
      },
      {
        name: "Hamas",
        others: 1,
        mentions: 6,
      },
      {
        name: "Steve Witkoff",
        others: 1,
        mentions: 3,
      },
    ],
  },
  {
    question: "most-mentioned",
    given: {
      limit: "3",
    },
    rows: [
      {
        name: "Hamas",
        mentions: 6,
        articles: 5,
      },
      {
        name: "Adam Boehler",
        mentions: 6,
        articles: 4,
      },
      {
        name: "Doha",
        mentions: 4,
        articles: 4,
      },
    ],
  },
  {
    question: "new-acquaintances",
    given: {
      since: "2025-01-01",
    },
    rows: [
      {
        one: "Adam Boehler",
        other: "Steve Witkoff",
        first: "2025-03-01",
        meetings: 1,
        sources: 1,
      },
    ],
  },
  {
    question: "outlets",
    given: {},
    rows: [
      {
        outlet: "Meridian",
        articles: 2,
        first: "2025-03-06",
        last: "2025-03-07",
      },
      {
        outlet: "Delta Wire",
        articles: 1,
        first: "2025-03-06",
        last: "2025-03-06",
      },
      {
        outlet: "Harbour Post",
        articles: 1,
        first: "2025-03-05",
        last: "2025-03-05",
      },
    ],
  },
  {
    question: "path-of-meetings",
    given: {
      x: "Witkoff",
      y: "Hamas",
    },
    rows: [
      {
        steps: 2,
        names: ["Steve Witkoff", "Adam Boehler", "Hamas"],
      },
    ],
  },
  {
    question: "reprints",
    given: {},
    rows: [
      {
        copy: "article:copy",
        outlet: null,
        original: "article:delta",
        firstOutlet: "Delta Wire",
        similarity: 0.75,
      },
    ],
  },
  {
    question: "roles-of-x",
    given: {
      name: "Al-Nono",
    },
    rows: [
      {
        name: "Taher Al-Nono",
        title: "adviser",
        body: "Hamas",
        former: false,
      },
      {
        name: "Taher Al-Nono",
        title: "spokesman",
        body: "Hamas",
        former: true,
      },
    ],
  },
  {
    question: "single-source-meetings",
    given: {},
    rows: [
      {
        meeting: "Adam Boehler – Steve Witkoff",
        modality: "held",
        outlet: "Harbour Post",
        published: "2025-03-05",
        sentence: "Boehler spoke with Steve Witkoff by phone on 1 March.",
        article: "article:harbour",
        start: 81,
        end: 134,
      },
      {
        meeting: "Donald Trump – a group of freed hostages",
        modality: "held",
        outlet: "Meridian",
        published: "2025-03-06",
        sentence: "Donald Trump met a group of freed hostages at the White House.",
        article: "article:meridian-2",
        start: 0,
        end: 62,
      },
    ],
  },
  {
    question: "two-roles",
    given: {},
    rows: [
      {
        name: "Taher Al-Nono",
        title: "adviser",
        body: "Hamas",
        former: false,
      },
      {
        name: "Taher Al-Nono",
        title: "spokesman",
        body: "Hamas",
        former: true,
      },
    ],
  },
  {
    question: "what-did-x-say",
    given: {
      name: "trump",
    },
    rows: [
      {
        speaker: "Donald Trump",
        words: "that Hamas must release all captives",
        kind: "indirect",
        confidence: 0.9,
        outlet: "Meridian",
        published: "2025-03-06",
        article: "article:meridian-2",
        start: 74,
        end: 110,
      },
    ],
  },
  {
    question: "what-x-said-before-and-later",
    given: {
      name: "Boehler",
    },
    rows: [],
  },
  {
    question: "who-did-x-meet",
    given: {
      name: "Boehler",
    },
    rows: [
      {
        name: "Adam Boehler",
        met: "Hamas",
        modality: "held",
        place: "Doha",
        from: null,
        to: "2025-03-05",
        sources: 3,
        articles: 4,
      },
      {
        name: "Adam Boehler",
        met: "Steve Witkoff",
        modality: "held",
        place: null,
        from: "2025-03-01",
        to: "2025-03-01",
        sources: 1,
        articles: 1,
      },
    ],
  },
  {
    question: "who-did-x-meet",
    given: {
      name: "Trump",
    },
    rows: [
      {
        name: "Donald Trump",
        met: "a group of freed hostages",
        modality: "held",
        place: null,
        from: "2025-03-05",
        to: "2025-03-05",
        sources: 1,
        articles: 1,
      },
    ],
  },
  {
    question: "who-did-x-meet",
    given: {
      name: "'}) RETURN 1 //",
    },
    rows: [],
  },
  {
    question: "who-met-whom",
    given: {},
    rows: [
      {
        who: "Adam Boehler",
        whom: "Hamas",
        modality: "held",
        place: "Doha",
        from: null,
        to: "2025-03-05",
        sources: 3,
        articles: 4,
      },
      {
        who: "Qatar",
        whom: "Steve Witkoff",
        modality: "cancelled",
        place: null,
        from: null,
        to: null,
        sources: 2,
        articles: 2,
      },
      {
        who: "Adam Boehler",
        whom: "Steve Witkoff",
        modality: "held",
        place: null,
        from: "2025-03-01",
        to: "2025-03-01",
        sources: 1,
        articles: 1,
      },
      {
        who: "Donald Trump",
        whom: "a group of freed hostages",
        modality: "held",
        place: null,
        from: "2025-03-05",
        to: "2025-03-05",
        sources: 1,
        articles: 1,
      },
    ],
  },
  {
    question: "who-met-whom",
    given: {
      modality: "cancelled",
    },
    rows: [
      {
        who: "Qatar",
        whom: "Steve Witkoff",
        modality: "cancelled",
        place: null,
        from: null,
        to: null,
        sources: 2,
        articles: 2,
      },
    ],
  },
  {
    question: "who-reports-meetings",
    given: {},
    rows: [
      {
        source: "Hamas",
        meeting: "Adam Boehler – Hamas, Doha",
        modality: "denied",
        sentence: "Hamas denied that its officials met Boehler in Doha.",
        article: "article:meridian",
      },
    ],
  },
  {
    question: "who-said-most",
    given: {},
    rows: [
      {
        speaker: "Adam Boehler",
        quotes: 1,
        articles: 1,
      },
      {
        speaker: "Donald Trump",
        quotes: 1,
        articles: 1,
      },
      {
        speaker: "Taher Al-Nono",
        quotes: 1,
        articles: 1,
      },
    ],
  },
  {
    question: "who-said-what-about",
    given: {
      name: "Hamas",
    },
    rows: [
      {
        speaker: "Donald Trump",
        words: "that Hamas must release all captives",
        kind: "indirect",
        about: "Hamas",
        outlet: "Meridian",
        published: "2025-03-06",
        article: "article:meridian-2",
        start: 74,
        end: 110,
      },
    ],
  },
  {
    question: "who-speaks-for-whom",
    given: {},
    rows: [
      {
        speaker: "Taher Al-Nono",
        title: "spokesman",
        body: "Hamas",
        former: true,
      },
    ],
  },
];
