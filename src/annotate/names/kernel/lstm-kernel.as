// AssemblyScript (https://www.assemblyscript.org): the arithmetic of the recurrent tagger in 128-bit lanes. Compiled by
//   asc lstm-kernel.as --runtime stub --enable simd -O3 --noAssert --initialMemory 1 --outFile lstm-kernel.wasm
// The caller owns all of the memory; every argument is a byte address unless its name says count, units or stride.

// tanh by a continued fraction: off by less than 0.0002 everywhere.
// @ts-ignore: decorator
@inline
function tanh4(value: v128): v128 {
  const x = f32x4.max(f32x4.min(value, f32x4.splat(4.97)), f32x4.splat(-4.97));
  const x2 = f32x4.mul(x, x);
  const top = f32x4.mul(x, f32x4.add(f32x4.splat(135135), f32x4.mul(x2, f32x4.add(f32x4.splat(17325), f32x4.mul(x2, f32x4.add(f32x4.splat(378), x2))))));
  const low = f32x4.add(f32x4.splat(135135), f32x4.mul(x2, f32x4.add(f32x4.splat(62370), f32x4.mul(x2, f32x4.add(f32x4.splat(3150), f32x4.mul(x2, f32x4.splat(28)))))));
  return f32x4.div(top, low);
}

// @ts-ignore: decorator
@inline
function sigmoid4(value: v128): v128 {
  return f32x4.add(f32x4.mul(tanh4(f32x4.mul(value, f32x4.splat(0.5))), f32x4.splat(0.5)), f32x4.splat(0.5));
}

/**
 * One direction of an LSTM over `count` steps. `inputs` lists the address of each step's input sums (4 * units floats: input, forget, cell,
 * output), `inputShift` bytes on. Weights are 16-bit: for 16 outputs at a time, for each pair of units, 16 pairs. `scales` turns a
 * weight times a unit's state in steps of 1/4096 into a sum. Step t's state goes to `out` + t * outStride. `scratch` holds 22 * units bytes.
 */
export function lstm(
  inputs: usize, inputShift: usize, count: i32, units: i32, backward: i32,
  weights: usize, scales: usize, out: usize, outStride: usize, scratch: usize,
): void {
  const gates = scratch;
  const cells = scratch + <usize>(16 * units);
  const states = scratch + <usize>(20 * units);
  memory.fill(cells, 0, 6 * units);
  const groups = units >> 2;
  const pairs = units >> 1;
  for (let step = 0; step < count; step += 1) {
    const t = backward ? count - 1 - step : step;
    const input = <usize>load<u32>(inputs + (<usize>t << 2)) + inputShift;
    let w = weights;
    for (let group = 0; group < groups; group += 1) {
      let a = i32x4.splat(0);
      let b = i32x4.splat(0);
      let c = i32x4.splat(0);
      let d = i32x4.splat(0);
      let s = states;
      for (let pair = 0; pair < pairs; pair += 1) {
        const state = v128.load_splat<u32>(s);
        a = i32x4.add(a, i32x4.dot_i16x8_s(v128.load(w), state));
        b = i32x4.add(b, i32x4.dot_i16x8_s(v128.load(w, 16), state));
        c = i32x4.add(c, i32x4.dot_i16x8_s(v128.load(w, 32), state));
        d = i32x4.add(d, i32x4.dot_i16x8_s(v128.load(w, 48), state));
        w += 64;
        s += 4;
      }
      const at = <usize>group << 6;
      v128.store(gates + at, f32x4.add(v128.load(input + at), f32x4.mul(f32x4.convert_i32x4_s(a), v128.load(scales + at))));
      v128.store(gates + at, f32x4.add(v128.load(input + at, 16), f32x4.mul(f32x4.convert_i32x4_s(b), v128.load(scales + at, 16))), 16);
      v128.store(gates + at, f32x4.add(v128.load(input + at, 32), f32x4.mul(f32x4.convert_i32x4_s(c), v128.load(scales + at, 32))), 32);
      v128.store(gates + at, f32x4.add(v128.load(input + at, 48), f32x4.mul(f32x4.convert_i32x4_s(d), v128.load(scales + at, 48))), 48);
    }
    const row = <usize>(4 * units);
    const to = out + <usize>t * outStride;
    for (let unit: usize = 0; unit < row; unit += 16) {
      const input4 = sigmoid4(v128.load(gates + unit));
      const forget4 = sigmoid4(v128.load(gates + row + unit));
      const cell4 = tanh4(v128.load(gates + 2 * row + unit));
      const output4 = sigmoid4(v128.load(gates + 3 * row + unit));
      const cell = f32x4.add(f32x4.mul(forget4, v128.load(cells + unit)), f32x4.mul(input4, cell4));
      v128.store(cells + unit, cell);
      const state = f32x4.mul(output4, tanh4(cell));
      v128.store(to + unit, state);
      const steps = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(state, f32x4.splat(4096))));
      v128.store64_lane(states + (unit >> 1), i16x8.narrow_i32x4_s(steps, steps), 0);
    }
  }
}

/** out[r] = bias[r] + sum over c of matrix[r][c] * x[c], for `count` vectors `xStride` and `outStride` bytes apart; columns in fours. */
export function project(
  x: usize, xStride: usize, count: i32, matrix: usize, bias: usize, rows: i32, columns: i32, out: usize, outStride: usize,
): void {
  const width = <usize>(4 * columns);
  for (let t = 0; t < count; t += 1) {
    let m = matrix;
    for (let r = 0; r < rows; r += 1) {
      let sum = f32x4.splat(0);
      for (let c: usize = 0; c < width; c += 16) sum = f32x4.add(sum, f32x4.mul(v128.load(m + c), v128.load(x + c)));
      m += width;
      const total = f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3);
      store<f32>(out + (<usize>r << 2), total + load<f32>(bias + (<usize>r << 2)));
    }
    x += xStride;
    out += outStride;
  }
}

/** Adds `columns` floats at `from` to those at `to`; columns in fours. */
export function addTo(to: usize, from: usize, columns: i32): void {
  const width = <usize>(4 * columns);
  for (let c: usize = 0; c < width; c += 16) v128.store(to + c, f32x4.add(v128.load(to + c), v128.load(from + c)));
}
