/** Draws nodes as circles, squares, triangles and diamonds: a Sigma program per shape, from a signed distance in pixels. */
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

const vertexShader = `
attribute vec2 a_position;
attribute float a_size;
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_sizeRatio;
varying vec4 v_color;
varying vec2 v_offset;
varying float v_radius;

void main() {
  v_radius = a_size / u_sizeRatio;
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

/** An edge of the background's colour around each shape keeps it apart from the lines and nodes below. */
function fragmentShader(shape: Shape): string {
  return `
precision highp float;
uniform vec3 u_background;
varying vec4 v_color;
varying vec2 v_offset;
varying float v_radius;

float distanceFrom(vec2 p, float r) {
  return ${distances[shape]};
}

void main() {
  float distance = distanceFrom(v_offset, v_radius);
  #ifdef PICKING_MODE
  gl_FragColor = distance > 2.5 ? vec4(0.0) : v_color;
  #else
  vec3 color = mix(v_color.rgb, u_background, clamp(distance + 0.5, 0.0, 1.0));
  // A hidden node arrives as zeros: without colour it must leave no mark.
  gl_FragColor = vec4(color, 1.0) * v_color.a * clamp(2.0 - distance, 0.0, 1.0);
  #endif
}`;
}

const uniforms = ["u_matrix", "u_viewport", "u_sizeRatio", "u_background"] as const;
const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGL2RenderingContext;

/** A program for one shape. `background` gives red, green and blue from 0 to 255 at the time of drawing. */
export function makeShapeProgram(shape: Shape, background: () => readonly number[]): NodeProgramType<NetworkNode, NetworkEdge> {
  return class extends NodeProgram<(typeof uniforms)[number], NetworkNode, NetworkEdge> {
    override getDefinition() {
      return {
        VERTICES: 6,
        VERTEX_SHADER_SOURCE: vertexShader,
        FRAGMENT_SHADER_SOURCE: fragmentShader(shape),
        METHOD: TRIANGLES,
        UNIFORMS: uniforms,
        ATTRIBUTES: [
          { name: "a_position", size: 2, type: FLOAT },
          { name: "a_size", size: 1, type: FLOAT },
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

    override processVisibleItem(nodeIndex: number, start: number, data: NodeDisplayData): void {
      this.array.set([data.x, data.y, data.size, floatColor(data.color), nodeIndex], start);
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
