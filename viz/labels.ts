/** Which names can be written without covering each other, and where. Greedy: what matters most is placed first. */

export interface LabelWish {
  readonly id: string;
  readonly text: string;
  /** Centre and radius of the node on screen, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Higher is placed earlier. */
  readonly priority: number;
  /** Where lines lead from here, in pixels: the name is rather not written across them. */
  readonly lines?: readonly Point[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A drawn node, in pixels. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly priority: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface LabelPlan {
  readonly width: number;
  readonly height: number;
  readonly lineHeight: number;
  readonly limit: number;
  readonly measure: (text: string) => number;
  readonly discs: readonly Disc[];
  /** Labels from this priority on may cover discs of lesser priority where there is no other room; the rest rather stay away. */
  readonly coverFrom: number;
  /** Where nothing is written: what lies on top of the drawing. */
  readonly reserved: readonly Box[];
}

export interface PlacedLabel {
  readonly id: string;
  readonly text: string;
  /** Left end of the text and middle of the line. */
  readonly x: number;
  readonly y: number;
}

const gap = 5;
const cellSize = 48;
const longestLabel = 34;

/** The labels that fit: each lies on screen and overlaps no other label. Wishes of equal priority keep their order. */
export function placeLabels(wishes: readonly LabelWish[], plan: LabelPlan): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const taken: Box[] = [...plan.reserved];
  const discsNear = indexDiscs(plan.discs);
  // Where the screen is full, further tries would only cost time.
  for (const wish of [...wishes].sort((a, b) => b.priority - a.priority).slice(0, 2 * plan.limit)) {
    if (placed.length >= plan.limit) break;
    const text = shortened(wish.text);
    const width = plan.measure(text);
    const free = corners(wish, width, plan.lineHeight)
      .map(({ x, y }) => ({ left: x, right: x + width, top: y - plan.lineHeight / 2, bottom: y + plan.lineHeight / 2 }))
      .filter((box) => isOnScreen(box, plan) && !taken.some((other) => boxesMeet(box, other)));
    const box = clearest(leastCrossed(free, wish), wish.priority, { discsNear, coverFrom: plan.coverFrom });
    if (!box) continue;
    taken.push(box);
    placed.push({ id: wish.id, text, x: box.left, y: (box.top + box.bottom) / 2 });
  }
  return placed;
}

/** The boxes, those first that the fewest lines of the node run through; as they were where that is the same. */
function leastCrossed(boxes: readonly Box[], { x, y, lines = [] }: LabelWish): readonly Box[] {
  if (boxes.length < 2 || lines.length === 0) return boxes;
  const crossings = (box: Box): number => lines.filter((end) => crosses({ x, y }, end, box)).length;
  return boxes
    .map((box) => ({ box, count: crossings(box) }))
    .sort((a, b) => a.count - b.count)
    .map(({ box }) => box);
}

/** Whether a stretch of line runs through a box: what is left of it between the sides, one after the other (Liang and Barsky, 1984). */
function crosses(from: Point, to: Point, { left, right, top, bottom }: Box): boolean {
  const [across, down] = [to.x - from.x, to.y - from.y];
  let [start, end] = [0, 1];
  for (const [step, room] of [
    [-across, from.x - left],
    [across, right - from.x],
    [-down, from.y - top],
    [down, bottom - from.y],
  ] as const) {
    if (step === 0 && room < 0) return false;
    if (step < 0) start = Math.max(start, room / step);
    if (step > 0) end = Math.min(end, room / step);
  }
  return start < end;
}

/** The first box that covers no disc; for an important label, failing that, the one that covers the fewest, all of them lesser. */
function clearest(
  boxes: readonly Box[],
  priority: number,
  { discsNear, coverFrom }: { readonly discsNear: (box: Box) => readonly Disc[]; readonly coverFrom: number },
): Box | null {
  let best: { readonly box: Box; readonly covered: number } | null = null;
  for (const box of boxes) {
    const covered = discsNear(box).filter((disc) => coversDisc(box, disc));
    if (covered.length === 0) return box;
    if (priority < coverFrom || covered.some((disc) => disc.priority >= priority)) continue;
    if (best === null || covered.length < best.covered) best = { box, covered: covered.length };
  }
  return best?.box ?? null;
}

/** The discs that may touch a box, found by the cells of a grid, each once. */
function indexDiscs(discs: readonly Disc[]): (box: Box) => readonly Disc[] {
  const cells = new Map<string, Disc[]>();
  const cellsOf = ({ left, top, right, bottom }: Box): readonly string[] => {
    const keys: string[] = [];
    for (let column = Math.floor(left / cellSize); column <= Math.floor(right / cellSize); column += 1) {
      for (let row = Math.floor(top / cellSize); row <= Math.floor(bottom / cellSize); row += 1) keys.push(`${column} ${row}`);
    }
    return keys;
  };
  for (const disc of discs) {
    const { x, y, radius } = disc;
    for (const key of cellsOf({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius })) {
      const cell = cells.get(key);
      if (cell) cell.push(disc);
      else cells.set(key, [disc]);
    }
  }
  return (box) => [...new Set(cellsOf(box).flatMap((key) => cells.get(key) ?? []))];
}

/** The text, cut at a word where it is too long to read at a glance. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= longestLabel) return line;
  const cut = line.slice(0, longestLabel - 1);
  const space = cut.lastIndexOf(" ");
  return `${(space > longestLabel / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** Right of the node, left, below, above, then the four diagonals: left end and middle of the line. */
function corners({ x, y, radius }: LabelWish, width: number, lineHeight: number): readonly { x: number; y: number }[] {
  const [beside, slanted] = [radius + gap, radius * 0.7 + 3];
  const [below, above] = [y + radius + 1 + lineHeight / 2, y - radius - 1 - lineHeight / 2];
  return [
    { x: x + beside, y },
    { x: x - beside - width, y },
    { x: x - width / 2, y: below },
    { x: x - width / 2, y: above },
    { x: x + slanted, y: y + slanted + lineHeight / 4 },
    { x: x + slanted, y: y - slanted - lineHeight / 4 },
    { x: x - slanted - width, y: y + slanted + lineHeight / 4 },
    { x: x - slanted - width, y: y - slanted - lineHeight / 4 },
  ];
}

function isOnScreen(box: Box, { width, height }: LabelPlan): boolean {
  return box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height;
}

function boxesMeet(a: Box, b: Box): boolean {
  return a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom && b.top < a.bottom;
}

function coversDisc(box: Box, { x, y, radius }: Disc): boolean {
  const nearestX = Math.max(box.left, Math.min(x, box.right));
  const nearestY = Math.max(box.top, Math.min(y, box.bottom));
  return Math.hypot(x - nearestX, y - nearestY) < radius;
}
