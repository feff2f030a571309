/** Invented graphs of a given size for the measurements: groups of names, most meetings within a group, some across. Seeded. */
import type { NetworkColumns } from "../../src/app/api-network.ts";

export interface PlainGraph {
  readonly nodes: readonly {
    readonly key: string;
    readonly label: string;
    readonly x: number;
    readonly y: number;
    readonly size: number;
  }[];
  readonly edges: readonly { readonly source: string; readonly target: string; readonly size: number }[];
}

/** mulberry32: small, fast, good enough to scatter. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const modalities = ["held", "held", "held", "planned", "refused", "cancelled"] as const;

/** A graph with so many names and meetings of two, as the server sends it: best supported meetings first. */
export function inventColumns(names: number, meetings: number): NetworkColumns {
  const random = randomFrom(20_310_304);
  const groups = Math.max(4, Math.round(Math.sqrt(names) / 2));
  const spread = 20 * Math.sqrt(names);
  const centres = Array.from({ length: groups }, () => [spread * (random() - 0.5) * 2, spread * (random() - 0.5) * 2] as const);
  const bell = (): number => (random() + random() + random() - 1.5) * 0.35 * (spread / Math.sqrt(groups)) * 3;
  const groupOf = Array.from({ length: names }, (_, index) => index % groups);
  const pairs = Array.from({ length: meetings }, () => {
    // Low numbers meet often: few are known to everybody.
    const a = Math.floor(names * random() ** 2);
    const inGroup = random() < 0.85;
    const b = inGroup ? (a + groups * (1 + Math.floor(random() ** 2 * 40))) % names : Math.floor(names * random());
    return { a, b: a === b ? (a + 1) % names : b, sources: 1 + Math.floor(random() ** 6 * 12) };
  }).sort((p, q) => q.sources - p.sources);
  const order = new Map<number, number>();
  const neededAt: number[] = [];
  const place = (name: number, row: number): number => {
    const known = order.get(name);
    if (known !== undefined) return known;
    order.set(name, order.size);
    neededAt.push(row);
    return order.size - 1;
  };
  const participants = pairs.map(({ a, b }, row) => [place(a, row), place(b, row)]);
  for (let name = 0; name < names; name += 1) place(name, Number.MAX_SAFE_INTEGER);
  const ids = [...order.keys()];
  const at = ids.map((name) => centres[groupOf[name] ?? 0] ?? [0, 0]);
  const column = <Value>(value: Value): Value[] => Array.from({ length: meetings }, () => value);
  return {
    totals: {
      entities: names,
      meetings,
      roles: 0,
      statements: 0,
      articles: names,
      outlets: ["Wire"],
      firstDay: "2030-01-01",
      lastDay: "2031-12-31",
      mayEdit: false,
    },
    next: null,
    neededAt,
    entities: {
      id: ids.map((name) => `person:${name}`),
      type: ids.map((name) => (name % 7 === 0 ? "ORGANIZATION" : name % 11 === 0 ? "PLACE" : "PERSON")),
      name: ids.map((name) => `Name ${(name * 7919) % names} of ${name}`),
      aliases: ids.map(() => []),
      mentions: ids.map((name) => 1 + ((names - name) % 50)),
      articles: ids.map((name) => 1 + Math.floor(300 / (1 + name / 20))),
      x: at.map(([x]) => Math.round((x + bell()) * 100) / 100),
      y: at.map(([, y]) => Math.round((y + bell()) * 100) / 100),
      community: ids.map((name) => groupOf[name] ?? 0),
      latitude: ids.map(() => null),
      longitude: ids.map(() => null),
    },
    meetings: {
      id: pairs.map((_, row) => `meeting:${row}`),
      modality: pairs.map((_, row) => modalities[row % modalities.length] ?? "held"),
      modalities: pairs.map((_, row) => [modalities[row % modalities.length] ?? "held"]),
      manner: column("talks"),
      from: pairs.map((_, row) => `2030-${String((row % 12) + 1).padStart(2, "0")}-01`),
      to: pairs.map((_, row) => `2030-${String((row % 12) + 1).padStart(2, "0")}-01`),
      precision: column("day"),
      sources: pairs.map(({ sources }) => sources),
      articles: pairs.map(({ sources }) => sources),
      confidence: column(0.8),
      participants,
      unnamed: column([]),
      places: column([]),
      outlets: column([0]),
    },
    roles: { person: [], of: [], title: [], former: [] },
    statements: { speaker: [], about: [], quotes: [] },
  };
}

/** The same graph as plain nodes and edges. */
export function plainGraph({ entities, meetings }: NetworkColumns): PlainGraph {
  const key = (index: number | undefined): string => entities.id[index ?? 0] ?? "";
  return {
    nodes: entities.id.map((id, row) => ({
      key: id,
      label: entities.name[row] ?? id,
      x: entities.x[row] ?? 0,
      y: entities.y[row] ?? 0,
      size: 2 + Math.sqrt(entities.articles[row] ?? 1) / 3,
    })),
    edges: meetings.participants.map(([a, b], row) => ({ source: key(a), target: key(b), size: 0.5 + (meetings.sources[row] ?? 1) / 4 })),
  };
}
