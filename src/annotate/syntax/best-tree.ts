/** The highest-scoring tree with a single root, by Chu and Liu (1965) and Edmonds (1967). */

/** What a score that is not a number counts as. */
const lowest = -1e9;

/**
 * Writes into `heads[0 … length - 1]` the head of each word: 0 for the root, else the 1-based number of a word. Row `r` of
 * `scores`, `width` numbers from `at + r * width` on, holds for word `r + 1` the score of each head 0 … length. Ties go to the
 * earlier head; a score that is not a number counts as very low.
 */
export function bestTree(scores: Float32Array, at: number, width: number, length: number, heads: Int32Array): void {
  if (length === 0) return;
  let roots = 0;
  for (let word = 1; word <= length; word += 1) {
    const row = at + (word - 1) * width;
    let best = 0;
    let highest = scores[row] as number;
    if (Number.isNaN(highest)) scores[row] = highest = lowest;
    for (let head = 1; head <= length; head += 1) {
      const score = scores[row + head] as number;
      if (score > highest) {
        if (head === word) continue;
        highest = score;
        best = head;
      } else if (Number.isNaN(score)) scores[row + head] = lowest;
    }
    heads[word - 1] = best;
    if (best === 0) roots += 1;
  }
  // Most sentences need no repair: every word's favourite head already makes a tree.
  if (roots === 1 && !hasCycle(heads, length)) return;
  // Each likely root is tried alone; the best total wins. Likely: among the three best root scores.
  const candidates = Array.from({ length }, (_, index) => index + 1)
    .sort((a, b) => (scores[at + (b - 1) * width] as number) - (scores[at + (a - 1) * width] as number) || a - b)
    .slice(0, 3);
  let bestTotal = Number.NEGATIVE_INFINITY;
  for (const root of candidates) {
    const tree = spanFrom(scores, at, width, length, root);
    let total = 0;
    for (let word = 1; word <= length; word += 1) total += scores[at + (word - 1) * width + (tree[word] as number)] as number;
    if (total > bestTotal) {
      bestTotal = total;
      for (let word = 1; word <= length; word += 1) heads[word - 1] = tree[word] as number;
    }
  }
}

function hasCycle(heads: Int32Array, length: number): boolean {
  const seen = new Int32Array(length + 1);
  for (let word = 1; word <= length; word += 1) {
    let at = word;
    while (at !== 0 && seen[at] === 0) {
      seen[at] = word;
      at = heads[at - 1] as number;
    }
    if (at !== 0 && seen[at] === word) return true;
  }
  return false;
}

/** The best tree whose only child of 0 is `root`; heads by word, index 0 unused. */
function spanFrom(scores: Float32Array, at: number, width: number, length: number, root: number): Int32Array {
  const size = length + 1;
  const weight = new Float64Array(size * size).fill(Number.NEGATIVE_INFINITY);
  for (let child = 1; child <= length; child += 1) {
    if (child === root) {
      weight[child * size] = 0;
      continue;
    }
    for (let head = 1; head <= length; head += 1) {
      if (head !== child) weight[child * size + head] = scores[at + (child - 1) * width + head] as number;
    }
  }
  return contract(weight, size);
}

/** Chu-Liu-Edmonds on `weight[child * size + head]`; node 0 is the root. Contracts one cycle at a time. */
function contract(weight: Float64Array, size: number): Int32Array {
  const heads = new Int32Array(size);
  for (let child = 1; child < size; child += 1) {
    let best = 0;
    for (let head = 1; head < size; head += 1) {
      if (head !== child && (weight[child * size + head] as number) > (weight[child * size + best] as number)) best = head;
    }
    heads[child] = best;
  }
  const cycle = findCycle(heads, size);
  if (cycle.length === 0) return heads;
  const inCycle = new Uint8Array(size);
  let cycleWeight = 0;
  for (const node of cycle) {
    inCycle[node] = 1;
    cycleWeight += weight[node * size + (heads[node] as number)] as number;
  }
  // Nodes outside keep their order; the cycle becomes the last node.
  const outside: number[] = [];
  for (let node = 0; node < size; node += 1) if (inCycle[node] === 0) outside.push(node);
  const smaller = outside.length + 1;
  const joint = outside.length;
  const reduced = new Float64Array(smaller * smaller).fill(Number.NEGATIVE_INFINITY);
  const entry = new Int32Array(smaller);
  const exit = new Int32Array(smaller);
  outside.forEach((node, index) => {
    for (let other = 0; other < outside.length; other += 1) {
      if (index > 0) reduced[index * smaller + other] = weight[node * size + (outside[other] as number)] as number;
    }
    // From the cycle to this node, and from this node into the cycle.
    let bestOut = Number.NEGATIVE_INFINITY;
    let bestIn = Number.NEGATIVE_INFINITY;
    for (const member of cycle) {
      const out = weight[node * size + member] as number;
      if (out > bestOut) {
        bestOut = out;
        exit[index] = member;
      }
      const into = (weight[member * size + node] as number) + cycleWeight - (weight[member * size + (heads[member] as number)] as number);
      if (into > bestIn) {
        bestIn = into;
        entry[index] = member;
      }
    }
    if (index > 0) reduced[index * smaller + joint] = bestOut;
    reduced[joint * smaller + index] = bestIn;
  });
  const inner = contract(reduced, smaller);
  const result = heads.slice();
  for (let index = 1; index < outside.length; index += 1) {
    const head = inner[index] as number;
    result[outside[index] as number] = head === joint ? (exit[index] as number) : (outside[head] as number);
  }
  const from = inner[joint] as number;
  result[entry[from] as number] = outside[from] as number;
  return result;
}

function findCycle(heads: Int32Array, size: number): number[] {
  const seen = new Int32Array(size);
  for (let start = 1; start < size; start += 1) {
    let at = start;
    while (at !== 0 && seen[at] === 0) {
      seen[at] = start;
      at = heads[at] as number;
    }
    if (at === 0 || seen[at] !== start) continue;
    const cycle = [at];
    for (let next = heads[at] as number; next !== at; next = heads[next] as number) cycle.push(next);
    return cycle;
  }
  return [];
}
