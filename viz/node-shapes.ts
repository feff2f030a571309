/** Draws nodes as circles, squares, triangles and diamonds: a Sigma program that measures the distance from an outline in pixels. */
import { NodeProgram, type NodeProgramType, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { Shape } from "./look.ts";
import type { NetworkEdge, NetworkNode } from "./network.ts";

/** Distance from the outline in pixels, negative inside; `p` is the offset from the centre with y upwards, `r` the radius. */
const distances: Readonly<Record<Shape, string>> = {
  circle: "length(p) - r",
  square: "length(max(abs(p) - 0.66 * r, 0.0)) + min(max(abs(p.x), abs(p.y)) - 0.66 * r, 0.0) - 0.22 * r",
  triangle: "max(abs(p.x) * 0.866 + p.y * 0.5, -p.y) - 0.62 * r",
  diamond: "(abs(p.x) + abs(p.y) - 1.2 * r) * 0.7071",
};
/** The number by which the shader knows a shape. */
const numberOf: Readonly<Record<Shape, number>> = { circle: 0, square: 1, triangle: 2, diamond: 3 };

const vertexShader = `
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_sizeRatio;
varying vec4 v_color;
varying vec2 v_offset;
varying float v_radius;
varying float v_shape;

void main() {
  v_radius = a_size / u_sizeRatio;
  v_shape = a_shape;
  v_offset = a_corner * (v_radius * 1.25 + 2.5);
  vec2 centre = (u_matrix * vec3(a_position, 1.0)).xy;
  gl_Position = vec4(centre + v_offset * 2.0 / u_viewport, 0.0, 1.0);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`;

/** An edge of the background's colour around each shape keeps it apart from the lines and nodes below; small shapes have a thin one. */
const fragmentShader = `
precision highp float;
uniform vec3 u_background;
varying vec4 v_color;
varying vec2 v_offset;
varying float v_radius;
varying float v_shape;

float distanceFrom(vec2 p, float r) {
  if (v_shape < 0.5) return ${distances.circle};
  if (v_shape < 1.5) return ${distances.square};
  if (v_shape < 2.5) return ${distances.triangle};
  return ${distances.diamond};
}

void main() {
  float distance = distanceFrom(v_offset, v_radius);
  #ifdef PICKING_MODE
  gl_FragColor = distance > 2.5 ? vec4(0.0) : v_color;
  #else
  float edge = clamp(v_radius / 4.0, 0.4, 1.5);
  vec3 color = mix(v_color.rgb, u_background, clamp(distance + 0.5, 0.0, 1.0));
  // A hidden node arrives as zeros: without colour it must leave no mark.
  gl_FragColor = vec4(color, 1.0) * v_color.a * clamp(edge + 0.5 - distance, 0.0, 1.0);
  #endif
}`;

const uniforms = ["u_matrix", "u_viewport", "u_sizeRatio", "u_background"] as const;
const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGL2RenderingContext;

/**
 * The program for all shapes: one, so that nodes lie in the order in which they are given, whatever their shape. `background` gives
 * red, green and blue from 0 to 255 at the time of drawing; while the picture `isHeld`, nothing is drawn.
 */
export function makeShapeProgram(background: () => readonly number[], isHeld: () => boolean): NodeProgramType<NetworkNode, NetworkEdge> {
  return class extends NodeProgram<(typeof uniforms)[number], NetworkNode, NetworkEdge> {
    override getDefinition() {
      return {
        VERTICES: 6,
        VERTEX_SHADER_SOURCE: vertexShader,
        FRAGMENT_SHADER_SOURCE: fragmentShader,
        METHOD: TRIANGLES,
        UNIFORMS: uniforms,
        ATTRIBUTES: [
          { name: "a_position", size: 2, type: FLOAT },
          { name: "a_size", size: 1, type: FLOAT },
          { name: "a_shape", size: 1, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
        CONSTANT_DATA: [
          [-1, -1],
          [1, -1],
          [-1, 1],
          [-1, 1],
          [1, -1],
          [1, 1],
        ],
      };
    }

    override render(params: RenderParams): void {
      if (!isHeld()) super.render(params);
    }

    override processVisibleItem(nodeIndex: number, start: number, data: NodeDisplayData & { readonly shape?: Shape }): void {
      const { array } = this;
      array[start] = data.x;
      array[start + 1] = data.y;
      array[start + 2] = data.size;
      array[start + 3] = numberOf[data.shape ?? "circle"];
      array[start + 4] = floatColor(data.color);
      array[start + 5] = nodeIndex;
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<(typeof uniforms)[number]>): void {
      const [red = 0, green = 0, blue = 0] = background();
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
      gl.uniform2f(uniformLocations.u_viewport, params.width, params.height);
      gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
      gl.uniform3f(uniformLocations.u_background, red / 255, green / 255, blue / 255);
    }
  };
}
