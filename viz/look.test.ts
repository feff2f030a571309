import { describe, expect, it } from "vitest";
import { channels, palettes } from "./look.ts";

const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const linearOf = (color: string): readonly number[] => channels(color).map((value) => linear(value / 255));

/** Contrast as WCAG 2 defines it, 1 to 21. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [a, b]
    .map((color) => linearOf(color).reduce((sum, value, index) => sum + value * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0))
    .sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** What somebody without one kind of cone sees: rows for red, green and blue light (Machado, Oliveira and Fernandes, 2009). */
const eyes = {
  full: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

/** A colour as such an eye sees it, in Oklab (Ottosson, 2020), where distances are as large as they look. */
function seen(color: string, eye: keyof typeof eyes): readonly [number, number, number] {
  const [r = 0, g = 0, b = 0] = linearOf(color);
  const m = eyes[eye];
  const rgb = [0, 3, 6].map((row) => Math.max(0, (m[row] ?? 0) * r + (m[row + 1] ?? 0) * g + (m[row + 2] ?? 0) * b));
  const cone = (x: number, y: number, z: number): number => Math.cbrt(x * (rgb[0] ?? 0) + y * (rgb[1] ?? 0) + z * (rgb[2] ?? 0));
  const [long, middle, short] = [
    cone(0.4122214708, 0.5363325363, 0.0514459929),
    cone(0.2119034982, 0.6806995451, 0.1073969566),
    cone(0.0883024619, 0.2817188376, 0.6299787005),
  ];
  return [
    0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  ];
}

const kindsOf = ({ types, modalities: { held, planned, cancelled } }: (typeof palettes)["light"]) => [
  Object.values(types),
  [held, planned, cancelled],
];

describe.each(Object.entries(palettes))("the %s palette", (_, palette) => {
  it("stands out from the ground", () => {
    for (const color of kindsOf(palette).flat()) expect(contrast(color, palette.background), color).toBeGreaterThanOrEqual(3);
    expect(contrast(palette.ink, palette.background)).toBeGreaterThanOrEqual(7);
  });

  it.each(Object.keys(eyes) as (keyof typeof eyes)[])("tells types apart, and what became of meetings, for %s sight", (eye) => {
    for (const colors of kindsOf(palette)) {
      colors.forEach((a, index) => {
        for (const b of colors.slice(index + 1)) {
          const [x, y] = [seen(a, eye), seen(b, eye)];
          // Twice what is just told apart between neighbouring areas of this size.
          expect(Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]), `${a} and ${b}`).toBeGreaterThan(0.08);
        }
      });
    }
  });
});
