/** The step of graphology's ForceAtlas2, which ships without types: moves the nodes of the matrix in place. */
declare module "graphology-layout-forceatlas2/iterate.js" {
  export default function iterate(settings: Readonly<Record<string, number | boolean>>, nodes: Float32Array, edges: Float32Array): unknown;
}
