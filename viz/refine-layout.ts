/** Lets a worker improve the layout while the reader watches; the reader stops it when it looks good. */

import { nodeSize } from "./look.ts";
import type { Picture } from "./picture.ts";

/** Matrices as graphology's ForceAtlas2 takes them. */
export interface LayoutRequest {
  readonly nodes: Float32Array;
  readonly edges: Float32Array;
}

export interface LayoutReport {
  /** x and y of each name, in the order of the picture. */
  readonly places: Float32Array;
  readonly isDone: boolean;
}

type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

/** Starts to refine; `onPlaces` hears every improvement. Returns what stops it. */
export function refineLayout(picture: Picture, from: Places, onPlaces: (places: Places, isDone: boolean) => void): () => void {
  const worker = makeWorker();
  const indexOf = new Map(picture.entities.map(({ id }, index) => [id, index]));
  const nodes = new Float32Array(picture.entities.length * 10);
  picture.entities.forEach((entity, index) => {
    const { x, y } = from.get(entity.id) ?? entity;
    nodes.set([x, y, 0, 0, 0, 0, 1, 1, nodeSize(entity), 0], index * 10);
  });
  const edges = new Float32Array(picture.lines.length * 3);
  picture.lines.forEach(({ pair, strength }, index) => {
    const [a, b] = [(indexOf.get(pair.a.id) ?? 0) * 10, (indexOf.get(pair.b.id) ?? 0) * 10];
    edges.set([a, b, Math.min(4, 1 + Math.log10(1 + strength))], index * 3);
    nodes[a + 6] = (nodes[a + 6] ?? 1) + 1;
    nodes[b + 6] = (nodes[b + 6] ?? 1) + 1;
  });
  const stop = (): void => worker.terminate();
  worker.addEventListener("message", ({ data }: MessageEvent<LayoutReport>) => {
    const places = new Map(
      picture.entities.map(({ id }, index) => [id, { x: data.places[index * 2] ?? 0, y: data.places[index * 2 + 1] ?? 0 }]),
    );
    if (data.isDone) stop();
    onPlaces(places, data.isDone);
  });
  const request: LayoutRequest = { nodes, edges };
  worker.postMessage(request, [nodes.buffer, edges.buffer]);
  return stop;
}

/** The part of the Trusted Types API that is needed here; not every browser has it. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): unknown;
}

let isAllowed = false;

/** Starts our worker. Where the browser refuses plain strings as addresses of code, a policy lets addresses of our own origin through. */
function makeWorker(): Worker {
  const trustedTypes: TrustedTypes | undefined = Object.getOwnPropertyDescriptor(globalThis, "trustedTypes")?.get?.call(globalThis);
  if (trustedTypes && !isAllowed) {
    isAllowed = true;
    trustedTypes.createPolicy("default", {
      createScriptURL: (url) => {
        const { origin, pathname } = new URL(url, document.baseURI);
        if (origin === location.origin && /\/layout-worker[^/]*$/.test(pathname)) return url;
        throw new Error(`no code is loaded from ${origin}`);
      },
    });
  }
  return new Worker(new URL("./layout-worker.ts", import.meta.url), { type: "module" });
}
