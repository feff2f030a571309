/**
 * The rows of questions, worked out from the graph itself by plain loops, to hold the engines to: where two engines share a mistake, or
 * one of them mixes rows up, comparing the two would not show it. The order of rows is part of an answer.
 */
import { Counter, compare, type Facts, type Given, inOrder, type Node, orNull, type Row, type Sorted } from "./graph-facts.ts";

/** What each question should answer; `x` is also what a question for one name is asked with. */
export const answers: Readonly<Record<string, (facts: Facts, given: Given) => readonly Row[]>> = {
  "who-met-whom": (facts, { limit }) => {
    const meetings = facts.all("Meeting").sort((a, b) => {
      return b.independentSources - a.independentSources || b.articles - a.articles || -compare(a.id, b.id);
    });
    const rows = meetings.slice(0, limit).flatMap((meeting) => {
      const sides = facts.startsOf("TOOK_PART_IN", meeting.id).map((id) => facts.entity(id));
      const pairs = sides.flatMap((a) => [
        ...sides
          .filter((b) => compare(a.name, b.name) < 0 || (a.name === b.name && compare(a.id, b.id) < 0))
          .map((b) => [a, b.name] as const),
        ...meeting.unnamed.map((words) => [a, words] as const),
      ]);
      const places = facts.endsOf("HELD_AT", meeting.id).map((id) => facts.entity(id).name);
      return pairs.flatMap(([a, whom]) =>
        orNull(places).map((place): Sorted => {
          const { title, modality, from, to, independentSources: sources, articles, id } = meeting;
          return [
            [-sources, -articles, title, from, to, id, a.name, whom, place],
            { who: a.name, whom, modality, place, from, to, sources, articles },
          ];
        }),
      );
    });
    return inOrder(rows, limit);
  },
  "who-did-x-meet": (facts, { x, limit }) => {
    const rows = facts.called(x).flatMap((asked) =>
      facts.endsOf("TOOK_PART_IN", asked.id).flatMap((id) => {
        const meeting = facts.node("Meeting", id);
        const others = facts.startsOf("TOOK_PART_IN", id).filter((other) => other !== asked.id);
        const places = facts.endsOf("HELD_AT", id).map((place) => facts.entity(place).name);
        return [...others.map((other) => facts.entity(other).name), ...meeting.unnamed].flatMap((met) =>
          orNull(places).map((place): Sorted => {
            const { modality, from, to, independentSources: sources, articles } = meeting;
            return [
              [-sources, -articles, asked.name, met, from, to, id, place],
              { name: asked.name, met, modality, place, from, to, sources, articles },
            ];
          }),
        );
      }),
    );
    return inOrder(rows, limit);
  },
  "co-mentions": (facts, { x, limit }) => {
    const counts = new Counter();
    for (const article of facts.articlesNaming(x)) for (const id of facts.endsOf("MENTIONS", article)) counts.add(id);
    const rows = counts.entries().flatMap(([id, articles]): Sorted[] => {
      const { name, keys } = facts.entity(id);
      return keys.includes(x.toLowerCase()) ? [] : [[[-articles, name, id], { name, articles }]];
    });
    return inOrder(rows, limit);
  },
  "co-mention-network": (facts, { x, limit }) => {
    const counts = new Counter();
    for (const article of facts.articlesNaming(x)) {
      const named = facts.endsOf("MENTIONS", article);
      for (const a of named) for (const b of named) if (compare(a, b) < 0) counts.add(`${a}\t${b}`);
    }
    const rows = counts.entries().map(([pair, articles]): Sorted => {
      const [a = "", b = ""] = pair.split("\t");
      const [one, other] = [facts.entity(a).name, facts.entity(b).name];
      return [[-articles, one, other, a, b], { one, other, articles }];
    });
    return inOrder(rows, limit);
  },
  "first-to-report": (facts, { limit }) => {
    const counts = new Counter();
    for (const { id, articles } of facts.all("Meeting")) {
      if (articles < 2) continue;
      const reporting = facts.startsOf("REPORTS", id).flatMap((claim) => facts.startsOf("MAKES", claim));
      const dated = reporting.map((article) => facts.node("Article", article)).filter(({ publishedAt }) => publishedAt !== null);
      const [first] = dated.map(({ publishedAt }) => publishedAt ?? "").sort(compare);
      const outlets = dated
        .filter(({ publishedAt }) => publishedAt === first)
        .flatMap((article) => facts.endsOf("PUBLISHED_BY", article.id));
      for (const outlet of new Set(outlets)) counts.add(outlet);
    }
    const rows = counts.entries().map(([id, meetings]): Sorted => {
      const { name } = facts.node("Outlet", id);
      return [[-meetings, name, id], { outlet: name, meetings }];
    });
    return inOrder(rows, limit);
  },
  "most-connected": (facts, { limit }) => {
    const counts = new Counter();
    for (const { from, to } of facts.edges("MET")) for (const id of [from, to]) counts.add(id);
    const rows = counts.entries().map(([id, others]): Sorted => {
      const { name, mentions } = facts.entity(id);
      return [[-others, -mentions, name, id], { name, others, mentions }];
    });
    return inOrder(rows, limit);
  },
  "who-said-most": (facts, { limit }) => {
    const said = new Map<string, string[]>();
    for (const { from, to } of facts.edges("SAID")) said.set(from, [...(said.get(from) ?? []), to]);
    const rows = [...said].map(([id, quotes]): Sorted => {
      const { name } = facts.entity(id);
      const articles = new Set(quotes.map((quote) => facts.node("Quote", quote).article)).size;
      return [[-quotes.length, name, id], { speaker: name, quotes: quotes.length, articles }];
    });
    return inOrder(rows, limit);
  },
  "path-of-meetings": (facts, given) => facts.paths(given, ["MET"], false),
  "how-are-x-and-y-connected": (facts, given) => facts.paths(given, ["MET", "HAS_ROLE"], true),
  "go-betweens": (facts, { x, y, limit }) => {
    const rows = facts.called(x).flatMap((a) =>
      facts.met(a.id).flatMap(([between, first]) =>
        facts.met(between).flatMap(([end, second]): Sorted[] => {
          const [b, c] = [facts.entity(between), facts.entity(end)];
          if (end === a.id || !c.keys.includes(y.toLowerCase())) return [];
          const [sourcesWithX, sourcesWithY] = [first.sources, second.sources];
          return [
            [
              [-sourcesWithX - sourcesWithY, b.name, between, a.name, c.name, a.id, end],
              { x: a.name, between: b.name, y: c.name, sourcesWithX, sourcesWithY },
            ],
          ];
        }),
      ),
    );
    return inOrder(rows, limit);
  },
  "before-and-after": (facts, { x, y, limit }) => {
    const [xs, ys] = [facts.called(x), facts.called(y)].map((some) => new Set(some.map(({ id }) => id)));
    if (!xs || !ys) return [];
    const asked = new Set([...xs, ...ys]);
    const dayOf = ({ from, to }: Node<"Meeting">) => from ?? to;
    const rows = facts.all("Meeting").flatMap((met) => {
      const metDay = dayOf(met);
      const sides = facts.startsOf("TOOK_PART_IN", met.id).filter((id) => asked.has(id));
      if (metDay === null || sides.length < 2 || !sides.some((id) => xs.has(id)) || !sides.some((id) => ys.has(id))) return [];
      const others = new Set(sides.flatMap((id) => facts.endsOf("TOOK_PART_IN", id)));
      return [...others].flatMap((id): Sorted[] => {
        const { title: meeting, modality, ...other } = facts.node("Meeting", id);
        const day = other.from ?? other.to;
        if (id === met.id || day === null) return [];
        const moment = day < metDay ? "before" : day > metDay ? "after" : "same day";
        return [[[met.title, met.id, day, meeting, id], { event: met.title, moment, meeting, modality, day }]];
      });
    });
    return inOrder(rows, limit);
  },
  "what-x-said-before-and-later": (facts, { x, limit }) => {
    const said = facts.called(x).flatMap((speaker) =>
      facts.endsOf("SAID", speaker.id).flatMap((quote) =>
        facts.startsOf("CONTAINS", quote).flatMap((article) => {
          const { publishedAt } = facts.node("Article", article);
          return facts.endsOf("ABOUT", quote).map((about) => ({ speaker, about, article, publishedAt, quote: facts.node("Quote", quote) }));
        }),
      ),
    );
    const rows = said.flatMap((one): Sorted[] => {
      const days = said.filter((other) => other.speaker === one.speaker && other.about === one.about).map(({ publishedAt }) => publishedAt);
      if (new Set(days.filter((day) => day !== null)).size < 2) return [];
      const { speaker, article, publishedAt: published, quote } = one;
      const about = facts.entity(one.about).name;
      const { text: words, start } = quote;
      return [
        [
          [about, one.about, published, article, start, quote.id, speaker.name],
          { speaker: speaker.name, about, published, words, article, start },
        ],
      ];
    });
    return inOrder(rows, limit);
  },
  "meetings-by-month": (facts, { limit }) => {
    const counts = new Counter();
    for (const { from, to, modality } of facts.all("Meeting")) {
      const day = from ?? to;
      if (day !== null) counts.add(`${day.slice(0, 7)}\t${modality}`);
    }
    const rows = counts.entries().map(([key, meetings]): Sorted => {
      const [month = "", modality = ""] = key.split("\t");
      return [[month, modality], { month, modality, meetings }];
    });
    return inOrder(rows, limit);
  },
  "single-source-meetings": (facts, { limit }) => {
    const meetings = facts.all("Meeting").filter(({ independentSources }) => independentSources === 1);
    const rows = first(meetings, limit).flatMap((meeting) =>
      facts.reports(meeting.id).flatMap(({ claim, article, sentence }) =>
        facts.outletsOf(article.id).map((outlet): Sorted => {
          const { modality, start, end } = claim;
          return [
            [meeting.title, meeting.id, article.publishedAt, article.id, start, claim.id, outlet],
            { meeting: meeting.title, modality, outlet, published: article.publishedAt, sentence, article: article.id, start, end },
          ];
        }),
      ),
    );
    return inOrder(rows, limit);
  },
  "called-off": (facts, { limit }) => {
    const meetings = facts.all("Meeting").filter(({ modality }) => ["cancelled", "refused", "denied"].includes(modality));
    const rows = first(meetings, limit).flatMap(({ id, title: meeting, modality }) =>
      facts.reports(id).map(({ claim, article, sentence }): Sorted => {
        const { publishedAt: published } = article;
        return [
          [meeting, id, published, article.id, claim.start, claim.id],
          { meeting, modality, sentence, published, article: article.id },
        ];
      }),
    );
    return inOrder(rows, limit);
  },
  contradictions: (facts, { limit }) => {
    const rows = facts
      .all("Meeting")
      .filter(({ modalities }) => modalities.length > 1)
      .flatMap((meeting) =>
        facts.reports(meeting.id).flatMap(({ claim, article, sentence }) =>
          facts.outletsOf(article.id).map((outlet): Sorted => {
            const { modality, start, end } = claim;
            return [
              [-meeting.independentSources, meeting.title, meeting.id, article.publishedAt, article.id, start, claim.id, outlet],
              { meeting: meeting.title, modality, outlet, published: article.publishedAt, sentence, article: article.id, start, end },
            ];
          }),
        ),
      );
    return inOrder(rows, limit);
  },
  "who-reports-meetings": (facts, { limit }) => {
    const rows = facts.edges("ATTRIBUTED_TO").flatMap(({ from, to }) => {
      const { name: source } = facts.entity(to);
      const { modality, text: sentence, article, start } = facts.node("Claim", from);
      return facts.endsOf("REPORTS", from).map((id): Sorted => {
        const { title: meeting } = facts.node("Meeting", id);
        return [[source, meeting, article, start, from, to, id], { source, meeting, modality, sentence, article }];
      });
    });
    return inOrder(rows, limit);
  },
  "meetings-in-period": (facts, { place: asked, from: since, to: until, limit }) => {
    const rows = facts.all("Meeting").flatMap((meeting) => {
      const { id, title, modality, from, to, independentSources: sources, articles } = meeting;
      const [begin, end] = [from ?? to, to ?? from];
      if (begin === null || end === null || end < since || begin > until) return [];
      const held = facts.endsOf("HELD_AT", id).map((place) => facts.entity(place));
      const there = held.filter(({ keys }) => keys.includes(asked.toLowerCase())).map(({ name }) => name);
      const places = asked === "" ? orNull(held.map(({ name }) => name)) : there;
      return places.map(
        (place): Sorted => [[begin, end, title, id, place], { meeting: title, modality, place, from, to, sources, articles }],
      );
    });
    return inOrder(rows, limit);
  },
  "meetings-at-place": (facts, { place: asked, limit }) => {
    const rows = facts.called(asked).flatMap(({ id: held, name: place }) =>
      facts.startsOf("HELD_AT", held).map((id): Sorted => {
        const { title: meeting, modality, from, to, independentSources: sources, articles } = facts.node("Meeting", id);
        return [[-sources, -articles, from, to, meeting, id, place], { place, meeting, modality, from, to, sources, articles }];
      }),
    );
    return inOrder(rows, limit);
  },
  "most-mentioned": (facts, { limit }) => {
    const rows = facts.entities().map(({ id, name, mentions, articles }): Sorted => {
      return [[-mentions, -articles, name, id], { name, mentions, articles }];
    });
    return inOrder(rows, limit);
  },
  "new-acquaintances": (facts, { from: since, limit }) => {
    const rows = facts.edges("MET").flatMap(({ from, to, told }): Sorted[] => {
      const [one, other] = [facts.entity(from).name, facts.entity(to).name];
      const { first, times: meetings, sources } = told;
      return first === null || first < since ? [] : [[[first, one, other, from, to], { one, other, first, meetings, sources }]];
    });
    return inOrder(rows, limit);
  },
  "roles-of-x": (facts, { x, limit }) => {
    const rows = facts.roles().filter(({ holder }) => holder.keys.includes(x.toLowerCase()));
    return inOrder(
      rows.map(({ holder, body, title, former }): Sorted => {
        return [[holder.name, former, title, body.name, holder.id, body.id], { name: holder.name, title, body: body.name, former }];
      }),
      limit,
    );
  },
  "two-roles": (facts, { limit }) => {
    const roles = facts.roles();
    const rows = roles.flatMap(({ holder, body, title, former }): Sorted[] => {
      if (roles.filter((role) => role.holder.id === holder.id).length < 2) return [];
      return [[[holder.name, holder.id, former, title, body.name, body.id], { name: holder.name, title, body: body.name, former }]];
    });
    return inOrder(rows, limit);
  },
  "who-speaks-for-whom": (facts, { x, limit }) => {
    const words = ["spokes", "press secretary", "press officer"];
    const rows = facts.roles().flatMap(({ holder, body, title, former }): Sorted[] => {
      const isSpeaking = words.some((word) => title.toLowerCase().includes(word));
      if (!isSpeaking || ![holder, body].some(({ keys }) => keys.includes(x.toLowerCase()))) return [];
      return [[[body.name, former, holder.name, title, holder.id, body.id], { speaker: holder.name, title, body: body.name, former }]];
    });
    return inOrder(rows, limit);
  },
  outlets: (facts, { limit }) => {
    const rows = facts.all("Outlet").flatMap(({ id, name: outlet }): Sorted[] => {
      const published = facts.startsOf("PUBLISHED_BY", id).map((article) => facts.node("Article", article).publishedAt);
      const days = published.filter((day) => day !== null).sort(compare);
      const articles = published.length;
      return articles === 0 ? [] : [[[-articles, outlet, id], { outlet, articles, first: days[0] ?? null, last: days.at(-1) ?? null }]];
    });
    return inOrder(rows, limit);
  },
  reprints: (facts, { limit }) => {
    const rows = facts
      .edges("COPY_OF")
      .flatMap(({ from: copy, to: original, told: { similarity } }) =>
        facts
          .outletsOf(copy)
          .flatMap((outlet) =>
            facts
              .outletsOf(original)
              .map((firstOutlet): Sorted => [[copy, original, outlet, firstOutlet], { copy, outlet, original, firstOutlet, similarity }]),
          ),
      );
    return inOrder(rows, limit);
  },
  "what-did-x-say": (facts, { x, limit }) => {
    const rows = facts.edges("SAID").flatMap(({ from, to, told: { confidence } }) => {
      const { name: speaker, keys } = facts.entity(from);
      if (!keys.includes(x.toLowerCase())) return [];
      return facts.quoted(to).map(({ quote, outlet, published, article }): Sorted => {
        const { text: words, quoteKind: kind, start, end } = quote;
        return [
          [published, article, start, to, speaker, outlet],
          { speaker, words, kind, confidence, outlet, published, article, start, end },
        ];
      });
    });
    return inOrder(rows, limit);
  },
  "who-said-what-about": (facts, { x, limit }) => {
    const rows = facts.edges("ABOUT").flatMap(({ from, to }) => {
      const { name: about, keys } = facts.entity(to);
      if (!keys.includes(x.toLowerCase())) return [];
      return facts.quoted(from).map(({ quote, outlet, published, article }): Sorted => {
        const { text: words, quoteKind: kind, start, end } = quote;
        return [
          [published, article, start, from, about, outlet],
          { speaker: quote.speakerName ?? quote.speakerText, words, kind, about, outlet, published, article, start, end },
        ];
      });
    });
    return inOrder(rows, limit);
  },
  articles: (facts, { limit }) => {
    const rows = facts
      .all("Article")
      .flatMap(({ id, title, publishedAt: published, file }) =>
        facts.outletsOf(id).map((outlet): Sorted => [[published, id, outlet], { id, title, outlet, published, file }]),
      );
    return inOrder(rows, limit);
  },
};

/** The first of them by their ids. */
function first<Found extends { readonly id: string }>(found: readonly Found[], limit: number): readonly Found[] {
  return [...found].sort((a, b) => compare(a.id, b.id)).slice(0, limit);
}
