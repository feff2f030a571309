import { describe, expect, it } from "vitest";
import type { ContradictionRow, MetRow, SaidRow, Statement } from "../domain/answer.ts";
import { modalities } from "../domain/meeting.ts";
import {
  describeContradiction,
  describeInterval,
  describeMeeting,
  describeRow,
  describeSaid,
  describeSayings,
  describeSkipped,
  publisher,
} from "./describe-answers.ts";

const row: MetRow = {
  a: { id: "person:ines-marlow", name: "Ines Marlow", type: "PERSON" },
  b: { id: "organization:lind-group", name: "Lind Group", type: "ORGANIZATION" },
  meeting: "meeting:1",
  as: "Lind Group envoys",
  modality: "held",
  modalities: ["held"],
  manner: "in-person",
  roles: { a: null, b: null },
  mediated: false,
  place: "Oslo",
  from: null,
  to: "2024-05-02",
  independentSources: 1,
  sources: ["article a-1"],
  articles: 2,
  evidence: [{ article: "a-1", outlet: null, title: null, publishedAt: null, start: 0, end: 10, text: "Marlow\nmet envoys." }],
};

describe("describeInterval", () => {
  it.each([
    [null, null, ""],
    ["2024-05-02", "2024-05-02", "on 2024-05-02"],
    ["2024-05-01", "2024-05-07", "between 2024-05-01 and 2024-05-07"],
    [null, "2024-05-07", "by 2024-05-07"],
    ["2024-05-01", null, "from 2024-05-01 on"],
  ])("%s to %s is %j", (from, to, words) => {
    expect(describeInterval(from, to)).toBe(words);
  });
});

describe("describeRow", () => {
  it("says what is reported, on which grounds, with every sentence", () => {
    expect(describeRow(row)).toBe(
      "Ines Marlow met Lind Group (“Lind Group envoys”) in Oslo by 2024-05-02.\n  held; 1 independent source, 2 articles\n    a-1: “Marlow met envoys.”",
    );
  });

  it("says that somebody denies it, and that a call is no meeting", () => {
    const told = describeRow({ ...row, modalities: ["denied", "held"], manner: "call", place: null });
    expect(told.split("\n").slice(0, 2)).toEqual([
      "Ines Marlow had a call with Lind Group (“Lind Group envoys”) by 2024-05-02.",
      "  held, and denied; 1 independent source, 2 articles",
    ]);
    expect(
      describeRow({ ...row, modality: "denied", modalities: ["denied"], manner: "call" })
        .split("\n")
        .slice(0, 2),
    ).toEqual([
      "It is denied that Ines Marlow had a call with Lind Group (“Lind Group envoys”) in Oslo by 2024-05-02.",
      "  denied; 1 independent source, 2 articles",
    ]);
  });

  it("says who was host and visitor, and that others carried the messages", () => {
    const line = describeRow({ ...row, roles: { a: "host", b: "visitor" }, mediated: true }).split("\n")[1];
    expect(line).toBe("  held, through mediators, host: Ines Marlow, visitor: Lind Group envoys; 1 independent source, 2 articles");
  });

  it("names several sources and who was first, an article without an outlet by its headline", () => {
    const [proof] = row.evidence;
    if (!proof) throw new Error("the row has evidence");
    const evidence = [
      { ...proof, title: "Marlow\nseen in Oslo", publishedAt: "2024-05-02" },
      { ...proof, article: "a-2", outlet: "Gulf Courier", publishedAt: "2024-05-03", text: "They met." },
    ];
    const told = { ...row, independentSources: 2, sources: ["Gulf Courier", "article a-1"], evidence };
    expect(describeRow(told).split("\n").slice(1)).toEqual([
      "  held; 2 independent sources (Gulf Courier, “Marlow seen in Oslo”), 2 articles, first on 2024-05-02 by “Marlow seen in Oslo”",
      "    “Marlow seen in Oslo”, 2024-05-02: “Marlow met envoys.”",
      "    Gulf Courier, 2024-05-03: “They met.”",
    ]);
  });

  it("calls a headline one, and says what an article repeats once", () => {
    const proof = {
      article: "a-1",
      outlet: "Gulf Courier",
      title: "Marlow met Lind",
      publishedAt: null,
      start: 0,
      end: 15,
      text: "Marlow met Lind",
    };
    const evidence = [proof, { ...proof, start: 40, end: 55 }, { ...proof, outlet: null }];
    expect(
      describeRow({ ...row, evidence })
        .split("\n")
        .slice(2),
    ).toEqual(["    Gulf Courier: “Marlow met Lind” (headline)", "    “Marlow met Lind”: its headline"]);
  });

  it("says where and when the meeting was to be, not where and when it was called off", () => {
    expect(describeMeeting({ ...row, modality: "cancelled", as: null })).toBe(
      "A meeting of Ines Marlow with Lind Group in Oslo by 2024-05-02 was called off.",
    );
  });

  it("says of no other modality that the two met", () => {
    const sentences = modalities.map((modality) => describeMeeting({ ...row, modality, as: null, place: null, to: null }));
    expect(sentences).toEqual([
      "Ines Marlow met Lind Group.",
      "Ines Marlow has been meeting Lind Group.",
      "Ines Marlow was to meet Lind Group.",
      "A meeting of Ines Marlow with Lind Group was called off.",
      "A meeting of Ines Marlow with Lind Group was refused.",
      "It is denied that Ines Marlow met Lind Group.",
      "Ines Marlow might meet Lind Group.",
    ]);
  });
});

describe("publisher", () => {
  const hash = "a-0123456789abcdef";
  it.each([
    [{ outlet: "Gulf Courier", title: "Talks", file: "news/a.txt", article: hash }, "Gulf Courier"],
    [{ outlet: null, title: "Talks", file: "news/a.txt", article: hash }, "“Talks”"],
    [{ outlet: null, title: null, file: "news/a.txt", article: hash }, "a.txt"],
    [{ outlet: null, title: null, file: "news\\a.txt", article: hash }, "a.txt"],
    [{ outlet: null, title: null, file: "news/all.jsonl", article: "march-7" }, "march-7"],
    [{ outlet: null, title: null, file: null, article: hash }, hash],
    [{ outlet: null, title: null, article: hash }, hash],
  ])("%j is %s", (article, name) => {
    expect(publisher(article)).toBe(name);
  });
});

describe("describeContradiction", () => {
  const statement = (outlet: string, publishedAt: string | null, more: Partial<Statement>): Statement => ({
    article: outlet,
    outlet,
    title: null,
    publishedAt,
    start: 0,
    end: 10,
    text: `So ${outlet}.`,
    modality: "held",
    place: null,
    from: null,
    to: null,
    count: null,
    ...more,
  });
  const contradiction: ContradictionRow = {
    kind: "change",
    meetings: ["meeting:1"],
    title: "Marlow – Tan, Oslo",
    modality: "held",
    independentSources: 1,
    statements: [],
  };

  it.each<[string, Partial<ContradictionRow>, string[]]>([
    [
      "what came of a plan, in the order of the news",
      { statements: [statement("Post", "2024-05-01", { modality: "planned" }), statement("Sun", null, {})] },
      [
        "Marlow – Tan, Oslo: the news changed (planned, then held)",
        "    2024-05-01, Post: planned: “So Post.”",
        "    undated, Sun: held: “So Sun.”",
      ],
    ],
    [
      "what counts where the last word is another",
      { kind: "denial", statements: [statement("Post", "2024-05-01", {}), statement("Sun", "2024-05-02", { modality: "denied" })] },
      [
        "Marlow – Tan, Oslo: reported and denied; counted as held",
        "    2024-05-01, Post: held: “So Post.”",
        "    2024-05-02, Sun: denied: “So Sun.”",
      ],
    ],
    [
      "which places, sentence by sentence",
      {
        kind: "place",
        title: "Marlow – Tan",
        statements: [statement("Post", "2024-05-01", { place: "Oslo" }), statement("Sun", "2024-05-01", { place: "Bergen" })],
      },
      [
        "Marlow – Tan: two places on one day (Oslo, Bergen)",
        "    2024-05-01, Post: held in Oslo: “So Post.”",
        "    2024-05-01, Sun: held in Bergen: “So Sun.”",
      ],
    ],
    [
      "which days",
      {
        kind: "day",
        statements: [
          statement("Post", "2024-05-03", { from: "2024-05-01", to: "2024-05-01" }),
          statement("Sun", "2024-05-03", { from: "2024-05-02", to: "2024-05-02" }),
        ],
      },
      [
        "Marlow – Tan, Oslo: two days, perhaps of one meeting (2024-05-01, 2024-05-02)",
        "    2024-05-03, Post: held on 2024-05-01: “So Post.”",
        "    2024-05-03, Sun: held on 2024-05-02: “So Sun.”",
      ],
    ],
    [
      "how many times",
      {
        kind: "count",
        statements: [
          statement("Post", "2024-05-01", { count: 3 }),
          statement("Globe", "2024-05-01", {}),
          statement("Sun", "2024-05-02", { count: 2 }),
        ],
      },
      [
        "Marlow – Tan, Oslo: different numbers of meetings (3, 2)",
        "    2024-05-01, Post: held 3 times: “So Post.”",
        "    2024-05-01, Globe: held: “So Globe.”",
        "    2024-05-02, Sun: held 2 times: “So Sun.”",
      ],
    ],
  ])("says %s", (_, given, lines) => {
    expect(describeContradiction({ ...contradiction, ...given }).split("\n")).toEqual(lines);
  });
});

describe("describeSkipped", () => {
  it("says where and when the words stand", () => {
    const place = { article: "a-1", outlet: "Gulf Courier", title: null, publishedAt: "2024-05-02", start: 0, end: 5, text: "talks" };
    expect(describeSkipped({ ...place, reason: "nobody is met", context: "The talks\ngo on." })).toBe(
      "“talks”: nobody is met\n    Gulf Courier, 2024-05-02: The talks go on.",
    );
  });
});

describe("describeSaid", () => {
  it("names the speaker, the cue, the outlet and the day", () => {
    const evidence = { article: "a-1", outlet: "Gulf Courier", title: null, publishedAt: "2024-05-02", start: 0, end: 5, text: "…" };
    const saying = {
      speaker: row.a,
      quote: "quote:1",
      text: "“We\nmet.”",
      kind: "direct",
      cue: "told reporters",
      confidence: 1,
      evidence,
      cluster: null,
      changes: [],
    } as const;
    expect(describeSaid({ ...saying, publishedAt: "2024-05-02" })).toBe(
      "Ines Marlow: “We met.”\n    Gulf Courier, 2024-05-02 (“told reporters”)",
    );
    expect(describeSaid({ ...saying, evidence: { ...evidence, publishedAt: null }, cue: null, publishedAt: null })).toBe(
      "Ines Marlow: “We met.”\n    Gulf Courier",
    );
  });
});

describe("describeSayings", () => {
  const said = (article: string, day: string, text: string, more: Partial<SaidRow> = {}): SaidRow => ({
    speaker: row.a,
    quote: `quote:${article}:${text}`,
    text,
    kind: "direct",
    cue: "said",
    confidence: 1,
    evidence: { article, outlet: article, title: null, publishedAt: day, start: 0, end: text.length, text },
    publishedAt: day,
    cluster: null,
    changes: [],
    ...more,
  });

  it("gives a saying of several articles once, with what each altered, and a repeat in one article not at all", () => {
    const cluster = "quote:1";
    const rows = [
      said("Post", "2024-05-01", "“Nobody is safe if you refuse.”", { cluster }),
      said("Post", "2024-05-01", "“Nobody is safe if you refuse,”", { cluster }),
      said("Times", "2024-05-02", "“Nobody is safe if they leave.”", { cluster, changes: [{ from: "you refuse", to: "they leave" }] }),
    ];
    expect(describeSayings(rows)).toEqual([
      [
        "Ines Marlow, in 2 versions:",
        "    Post, 2024-05-01: “Nobody is safe if you refuse.”",
        "    Times, 2024-05-02: “Nobody is safe if they leave.”",
        "      altered: “they leave” for “you refuse”",
      ].join("\n"),
    ]);
  });

  it("reads marked words in the clause that reports them", () => {
    const clause = said("Post", "2024-05-01", "the plan was “a farce” from the start", { kind: "indirect" });
    expect(describeSayings([clause, said("Post", "2024-05-01", "“a farce”")])).toHaveLength(1);
    expect(describeSayings([clause, said("Times", "2024-05-01", "“a farce”")])).toHaveLength(2);
  });

  it("gives marked words that other articles print too in their clause, and the clause once", () => {
    const cluster = "quote:1";
    const clause = said("Post", "2024-05-01", "the plan was “a farce” from “day one”", { kind: "indirect" });
    const rows = [
      clause,
      said("Post", "2024-05-01", "“a farce”", { cluster }),
      said("Post", "2024-05-01", "“day one”"),
      said("Times", "2024-05-02", "“A farce,”", { cluster }),
    ];
    expect(describeSayings(rows)).toEqual([
      "Ines Marlow, in 2 versions:\n    Post, 2024-05-01: the plan was “a farce” from “day one”\n    Times, 2024-05-02: “A farce,”",
    ]);
  });

  it("gives what an article prints in two stretches as one version", () => {
    const cluster = "quote:1";
    const rows = [
      said("Post", "2024-05-01", "“We go on,”", { cluster }),
      said("Post", "2024-05-01", "“to the last house.”", { cluster, changes: [{ from: "house", to: "home" }] }),
      said("Times", "2024-05-02", "“We go on to the last home.”", { cluster }),
    ];
    expect(describeSayings(rows)).toEqual([
      [
        "Ines Marlow, in 2 versions:",
        "    Post, 2024-05-01: “We go on,” … “to the last house.”",
        "      altered: “home” for “house”",
        "    Times, 2024-05-02: “We go on to the last home.”",
      ].join("\n"),
    ]);
  });
});
