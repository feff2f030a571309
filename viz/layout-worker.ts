/** Refines the layout beside the page: ForceAtlas2 in small steps from where the names stand, until it is told to stop. */

import iterate from "graphology-layout-forceatlas2/iterate.js";
import type { LayoutReport, LayoutRequest } from "./refine-layout.ts";

/** Numbers per node and per edge in the matrices of graphology's ForceAtlas2. */
const nodeWidth = 10;
const stepsPerReport = 4;
const mostReports = 150;
/** A step each few frames: the reader sees the names move, and can stop when it looks good. */
const pauseMs = 30;

self.addEventListener("message", ({ data }: MessageEvent<LayoutRequest>) => {
  const { nodes, edges } = data;
  const settings = {
    ...{ linLogMode: false, outboundAttractionDistribution: true, adjustSizes: true, edgeWeightInfluence: 1, scalingRatio: 12 },
    ...{ strongGravityMode: false, gravity: 0.6, slowDown: 4, barnesHutOptimize: nodes.length / nodeWidth > 800, barnesHutTheta: 0.8 },
  };
  let reports = 0;
  const step = (): void => {
    for (let index = 0; index < stepsPerReport; index += 1) iterate(settings, nodes, edges);
    reports += 1;
    const places = new Float32Array((nodes.length / nodeWidth) * 2);
    for (let index = 0; index < places.length / 2; index += 1) {
      places[index * 2] = nodes[index * nodeWidth] ?? 0;
      places[index * 2 + 1] = nodes[index * nodeWidth + 1] ?? 0;
    }
    const report: LayoutReport = { places, isDone: reports >= mostReports };
    self.postMessage(report, { transfer: [places.buffer] });
    if (!report.isDone) setTimeout(step, pauseMs);
  };
  step();
});
