import { describe, expect, it } from "vitest";
import { initialFilters, visibleParts } from "./filters.ts";
import {
  channels,
  edgeLook,
  faded,
  type LookState,
  lineOf,
  nodeLook,
  nodeSize,
  type Palette,
  palettes,
  scaleFor,
  shapeOf,
} from "./look.ts";
import { smallGraph } from "./network.fixture.ts";
import { aroundNode, edgeKey, networkOf } from "./network.ts";
import { entityTypes, modalities } from "./words.ts";

const network = networkOf(smallGraph);
const visible = visibleParts(network, initialFilters);
const palette = palettes.light;
const state: LookState = { palette, visible, scale: 1, focus: null };
const lookOf = (id: string, given: LookState = state) => nodeLook(id, network.getNodeAttributes(id), given);
const lineLookOf = (id: string, given: LookState = state) => edgeLook(id, network.getEdgeAttributes(id), given);

describe("nodeLook", () => {
  it("gives each type its own shape and colour, and meetings a shape of their own", () => {
    const looks = ["ada", "union", "oslo", "m-held"].map((id) => lookOf(id));
    expect(new Set(looks.map(({ type }) => type)).size).toBe(4);
    expect(new Set(looks.map(({ color }) => color)).size).toBe(4);
  });

  it("draws better supported things larger, up to a limit", () => {
    const meeting = network.getNodeAttributes("m-held");
    const entity = network.getNodeAttributes("ada");
    if (meeting.kind !== "meeting" || entity.kind !== "entity") throw new Error("the small graph changed");
    expect(nodeSize({ ...meeting, independentSources: 5 })).toBeGreaterThan(nodeSize({ ...meeting, independentSources: 1 }));
    expect(nodeSize({ ...entity, articles: 9 })).toBeGreaterThan(nodeSize({ ...entity, articles: 1 }));
    expect(nodeSize({ ...entity, articles: 1e6, mentions: 1e6 })).toBeLessThanOrEqual(20);
    expect(nodeSize({ ...meeting, independentSources: 0 })).toBeGreaterThan(0);
  });

  it("hides what the filters hide", () => {
    expect(lookOf("doha").hidden).toBe(true);
    expect(lookOf("oslo").hidden).toBe(false);
  });

  it("dims everything but what has the attention", () => {
    const focused = { ...state, focus: aroundNode(network, "m-planned", visible) };
    expect(lookOf("union", focused).color).toBe(lookOf("union").color);
    expect(lookOf("ben", focused).color).toBe(faded(lookOf("ben").color, palette));
    expect(lineLookOf(edgeKey("took-part", "ben", "m-held"), focused).color).not.toBe(
      lineLookOf(edgeKey("took-part", "ben", "m-held")).color,
    );
    expect(lineLookOf(edgeKey("took-part", "ada", "m-planned"), focused).color).toBe(palette.modalities.planned);
  });
});

describe("edgeLook", () => {
  it("draws held solid, planned dashed, and cancelled, refused and denied dotted", () => {
    expect(lineLookOf(edgeKey("took-part", "ada", "m-held")).type).toBe("solid");
    expect(lineLookOf(edgeKey("took-part", "ada", "m-planned")).type).toBe("dashed");
    expect([lineOf.cancelled, lineOf.refused, lineOf.denied]).toEqual(["dotted", "dotted", "dotted"]);
  });

  it("never tells two groups of modalities apart by colour alone", () => {
    for (const a of modalities) {
      for (const b of modalities) {
        if (palette.modalities[a] !== palette.modalities[b]) expect(lineOf[a], `${a} and ${b}`).not.toBe(lineOf[b]);
      }
    }
  });

  it("draws a line with more sources thicker", () => {
    const held = lineLookOf(edgeKey("took-part", "ada", "m-held"));
    expect(held.size).toBeGreaterThan(lineLookOf(edgeKey("took-part", "ada", "m-planned")).size);
  });
});

describe("scaleFor", () => {
  it.each([
    [1600, 900, 1],
    [390, 360, 0.6],
    [800, 512, 0.8],
  ])("shrinks nodes in a window of %i × %i to %f", (width, height, factor) => {
    expect(scaleFor(width, height)).toBeCloseTo(factor);
  });
});

describe.each(Object.entries(palettes))("the %s palette", (_, theme) => {
  const marks = [...entityTypes.map((type) => theme.types[type]), ...modalities.map((modality) => theme.modalities[modality])];

  it("stands out from the background by at least 3 to 1", () => {
    for (const color of marks) expect(contrast(color, theme.background), color).toBeGreaterThanOrEqual(3);
  });

  it("lets text be read on the background by at least 7 to 1", () => {
    expect(contrast(theme.ink, theme.background)).toBeGreaterThanOrEqual(7);
  });

  // Machado, Oliveira and Fernandes 2009, severity 1.
  it.each([
    ["deuteranopia", [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881]],
    ["protanopia", [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998]],
    ["tritanopia", [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039]],
  ] as const)("keeps the types apart, and the modalities apart, under %s", (_name, matrix) => {
    for (const colors of [entityTypes.map((type) => theme.types[type]), distinctModalities(theme)]) {
      for (const [index, first] of colors.entries()) {
        for (const second of colors.slice(index + 1)) {
          expect(difference(seen(first, matrix), seen(second, matrix)), `${first} and ${second}`).toBeGreaterThan(20);
        }
      }
    }
  });
});

it("has a shape for every type of name", () => {
  expect(new Set(Object.values(shapeOf)).size).toBe(entityTypes.length + 1);
});

function distinctModalities(theme: Palette): readonly string[] {
  return [...new Set(modalities.map((modality) => theme.modalities[modality]))];
}

/** Linear light of the three channels, 0 to 1. */
function linear(color: string): readonly number[] {
  return channels(color).map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
}

function contrast(a: string, b: string): number {
  const [light, dark] = [a, b].map((color) => dot([0.2126, 0.7152, 0.0722], linear(color))).sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** Linear light as somebody with the given colour vision sees it. */
function seen(color: string, matrix: readonly number[]): readonly number[] {
  const light = linear(color);
  return [0, 3, 6].map((row) => Math.max(0, Math.min(1, dot(matrix.slice(row, row + 3), light))));
}

/** Euclidean distance in CIELAB (D65) between two colours in linear light. */
function difference(a: readonly number[], b: readonly number[]): number {
  const [first, second] = [lab(a), lab(b)];
  return Math.hypot(...first.map((value, index) => value - (second[index] ?? 0)));
}

function lab(light: readonly number[]): readonly number[] {
  const root = (value: number): number => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  const x = root(dot([0.4124, 0.3576, 0.1805], light) / 0.9505);
  const y = root(dot([0.2126, 0.7152, 0.0722], light));
  const z = root(dot([0.0193, 0.1192, 0.9505], light) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}
