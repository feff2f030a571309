/**
 * Draws lines solid, dashed and dotted, straight and curved: a Sigma program for each. Dashes are measured on screen, so they look the
 * same at every zoom. (`@sigma/edge-curve` draws curves, but no dashes, and the style of a line carries its modality.)
 */
import { EdgeProgram, type EdgeProgramType, type ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import { dashesOf, type LineStyle } from "./look.ts";
import type { NetworkEdge, NetworkNode } from "./network.ts";

/** Straight pieces that a curve is made of. */
const curveSegments = 18;

/** Half the width, in pixels, of the stretch that a pointer can hit: thin lines are hard to aim at. */
const reach = "5.0";

const vertexShader = `
attribute vec2 a_start;
attribute vec2 a_stop;
attribute float a_thickness;
attribute float a_bend;
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
  // A quadratic curve whose middle leaves the straight line by half of the bend.
  vec2 control = (start + stop) * 0.5 + vec2(-direction.y, direction.x) * a_bend * span;
  float t = a_corner.x;
  vec2 point = mix(mix(start, control, t), mix(control, stop, t), t);
  vec2 tangent = normalize(mix(control - start, stop - control, t));
  float thickness = a_thickness / u_sizeRatio;
  v_half = max(thickness, u_minThickness) * 0.5;
  // A line cannot be thinner than a pixel; it can be fainter.
  float faint = clamp(thickness / u_minThickness, 0.0, 1.0);
  #ifdef PICKING_MODE
  v_half = max(v_half, ${reach});
  v_color = a_id;
  v_color.a *= 255.0 / 254.0;
  #else
  v_color = a_color;
  v_color.a *= 255.0 / 254.0 * faint;
  #endif
  v_along = t * span * (1.0 + 0.66 * a_bend * a_bend);
  v_across = a_corner.y * (v_half + 1.0);
  vec2 position = point + vec2(-tangent.y, tangent.x) * v_across;
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

/** How far along (0 to 1) and on which side (-1 or 1) each corner of the pieces lies. */
function cornersOf(segments: number): number[][] {
  return Array.from({ length: segments }, (_, piece) => [piece / segments, (piece + 1) / segments] as const).flatMap(([from, to]) => [
    [from, -1],
    [to, -1],
    [from, 1],
    [from, 1],
    [to, -1],
    [to, 1],
  ]);
}

/**
 * A program for one line style; curves cost as many triangles as they have pieces, so only lines that bend get them. While the picture
 * `isHeld`, nothing is drawn.
 */
export function makeLineProgram(
  style: LineStyle,
  path: "straight" | "curved",
  isHeld: () => boolean,
): EdgeProgramType<NetworkNode, NetworkEdge> {
  const corners = cornersOf(path === "curved" ? curveSegments : 1);
  const [on = 0, off = 0, secondOn = 0, secondOff = 0] = dashesOf[style];
  return class extends EdgeProgram<(typeof uniforms)[number], NetworkNode, NetworkEdge> {
    override getDefinition() {
      return {
        VERTICES: corners.length,
        VERTEX_SHADER_SOURCE: vertexShader,
        FRAGMENT_SHADER_SOURCE: fragmentShader,
        METHOD: TRIANGLES,
        UNIFORMS: uniforms,
        ATTRIBUTES: [
          { name: "a_start", size: 2, type: FLOAT },
          { name: "a_stop", size: 2, type: FLOAT },
          { name: "a_thickness", size: 1, type: FLOAT },
          { name: "a_bend", size: 1, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
        CONSTANT_DATA: corners,
      };
    }

    override render(params: RenderParams): void {
      if (!isHeld()) super.render(params);
    }

    override processVisibleItem(
      edgeIndex: number,
      start: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: EdgeDisplayData & { readonly bend?: number },
    ): void {
      // Written one by one: an array for each of many lines would be garbage at once.
      const { array } = this;
      array[start] = source.x;
      array[start + 1] = source.y;
      array[start + 2] = target.x;
      array[start + 3] = target.y;
      array[start + 4] = data.size;
      array[start + 5] = data.bend ?? 0;
      array[start + 6] = floatColor(data.color);
      array[start + 7] = edgeIndex;
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
