/** Draws lines solid, dashed and dotted: a Sigma program per style. Dashes are measured on screen, so they look the same at every zoom. */
import { EdgeProgram, type EdgeProgramType, type ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import { dashesOf, type LineStyle } from "./look.ts";
import type { NetworkEdge, NetworkNode } from "./network.ts";

/** Half the width, in pixels, of the stretch that a pointer can hit: thin lines are hard to aim at. */
const reach = "5.0";

const vertexShader = `
attribute vec2 a_start;
attribute vec2 a_stop;
attribute float a_thickness;
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_sizeRatio;
uniform float u_minThickness;
varying vec4 v_color;
varying float v_along;
varying float v_across;
varying float v_half;

void main() {
  vec2 start = (u_matrix * vec3(a_start, 1.0)).xy * u_viewport * 0.5;
  vec2 stop = (u_matrix * vec3(a_stop, 1.0)).xy * u_viewport * 0.5;
  float span = max(length(stop - start), 0.001);
  vec2 direction = (stop - start) / span;
  v_half = max(a_thickness / u_sizeRatio, u_minThickness) * 0.5;
  #ifdef PICKING_MODE
  v_half = max(v_half, ${reach});
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
  v_along = a_corner.x * span;
  v_across = a_corner.y * (v_half + 1.0);
  vec2 position = mix(start, stop, a_corner.x) + vec2(-direction.y, direction.x) * v_across;
  gl_Position = vec4(position * 2.0 / u_viewport, 0.0, 1.0);
}`;

const fragmentShader = `
precision highp float;
uniform vec4 u_dashes;
varying vec4 v_color;
varying float v_along;
varying float v_across;
varying float v_half;

float inside(float at, float from, float to) {
  return clamp(min(at - from, to - at) + 0.5, 0.0, 1.0);
}

void main() {
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
  float cover = clamp(v_half + 0.5 - abs(v_across), 0.0, 1.0);
  float period = u_dashes.x + u_dashes.y + u_dashes.z + u_dashes.w;
  if (period > 0.0) {
    float at = mod(v_along, period);
    float second = u_dashes.x + u_dashes.y;
    float isSecond = u_dashes.z > 0.0 ? inside(at, second, second + u_dashes.z) : 0.0;
    cover *= max(inside(at, 0.0, u_dashes.x), isSecond);
  }
  // A hidden line arrives as zeros: without colour it must leave no mark.
  gl_FragColor = vec4(v_color.rgb, 1.0) * v_color.a * cover;
  #endif
}`;

const uniforms = ["u_matrix", "u_viewport", "u_sizeRatio", "u_minThickness", "u_dashes"] as const;
const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGL2RenderingContext;

/** A program for one line style. */
export function makeLineProgram(style: LineStyle): EdgeProgramType<NetworkNode, NetworkEdge> {
  const [on = 0, off = 0, secondOn = 0, secondOff = 0] = dashesOf[style];
  return class extends EdgeProgram<(typeof uniforms)[number], NetworkNode, NetworkEdge> {
    override getDefinition() {
      return {
        VERTICES: 6,
        VERTEX_SHADER_SOURCE: vertexShader,
        FRAGMENT_SHADER_SOURCE: fragmentShader,
        METHOD: TRIANGLES,
        UNIFORMS: uniforms,
        ATTRIBUTES: [
          { name: "a_start", size: 2, type: FLOAT },
          { name: "a_stop", size: 2, type: FLOAT },
          { name: "a_thickness", size: 1, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        // Which end (0 or 1) and which side (-1 or 1).
        CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
        CONSTANT_DATA: [
          [0, -1],
          [1, -1],
          [0, 1],
          [0, 1],
          [1, -1],
          [1, 1],
        ],
      };
    }

    override processVisibleItem(
      edgeIndex: number,
      start: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: EdgeDisplayData,
    ): void {
      this.array.set([source.x, source.y, target.x, target.y, data.size, floatColor(data.color), edgeIndex], start);
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<(typeof uniforms)[number]>): void {
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
      gl.uniform2f(uniformLocations.u_viewport, params.width, params.height);
      gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
      gl.uniform1f(uniformLocations.u_minThickness, params.minEdgeThickness);
      gl.uniform4f(uniformLocations.u_dashes, on, off, secondOn, secondOff);
    }
  };
}
