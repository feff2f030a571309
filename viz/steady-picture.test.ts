import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { coverOf, type Drawing, makeSteady, restMs, slowMs } from "./steady-picture.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A drawing of a thousand by a thousand pixels whose camera is moved by hand, and each of whose pictures takes so long. */
function makeDrawing(costMs: number) {
  const heard: Record<string, () => void> = {};
  const view = { x: 500, y: 500, scale: 800 };
  const drawing: Drawing = {
    isHeld: false,
    getCamera: () => ({ on: (event, listener) => Object.assign(heard, { [event]: listener }) }),
    getDimensions: () => ({ width: 1000, height: 1000 }),
    framedGraphToViewport: ({ x, y }) => ({ x: view.x + (x - 0.5) * view.scale, y: view.y + (y - 0.5) * view.scale }),
    scheduleRender: () => render(),
    on: (event, listener) => Object.assign(heard, { [event]: listener }),
  };
  const layer = { style: { transform: "", transformOrigin: "" } };
  const pictures: ("drawn" | "moved")[] = [];
  const onRest = vi.fn();
  const steady = makeSteady(drawing, [layer], (done) => void setTimeout(done, costMs), onRest);
  const render = (): void => {
    heard.beforeRender?.();
    pictures.push(steady.settle());
  };
  const moveTo = (x: number, scale = view.scale): void => {
    Object.assign(view, { x, scale });
    heard.updated?.();
    render();
    vi.advanceTimersByTime(16);
  };
  return { render, moveTo, layer, pictures, onRest, steady, heard };
}

it("draws every frame of a movement where drawing is quick", () => {
  const { render, moveTo, layer, pictures } = makeDrawing(slowMs / 2);
  render();
  vi.advanceTimersByTime(1000);
  for (const x of [510, 520, 530]) moveTo(x);
  expect(pictures).toEqual(["drawn", "drawn", "drawn", "drawn"]);
  expect(layer.style.transform).toBe("");
});

it("moves and scales the finished picture where drawing is slow, and draws it anew at rest", () => {
  const { render, moveTo, layer, pictures, onRest } = makeDrawing(10 * slowMs);
  render();
  vi.advanceTimersByTime(1000);
  moveTo(510);
  expect(layer.style.transform).toBe("translate(10px, 0px) scale(1)");
  moveTo(500, 1600);
  expect(layer.style.transform).toBe("translate(-500px, -500px) scale(2)");
  expect([pictures, onRest.mock.calls.length]).toEqual([["drawn", "moved", "moved"], 0]);
  vi.advanceTimersByTime(restMs);
  expect([pictures.at(-1), layer.style.transform, onRest.mock.calls.length]).toEqual(["drawn", "", 1]);
});

it("draws anew on the way once too much of the window would be empty, but not all the time", () => {
  const { render, moveTo, pictures } = makeDrawing(2 * slowMs);
  render();
  vi.advanceTimersByTime(1000);
  moveTo(1200);
  moveTo(1900);
  expect(pictures).toEqual(["drawn", "drawn", "moved"]);
});

it("draws at once what has changed, whatever moves", () => {
  const { render, moveTo, pictures, steady, heard } = makeDrawing(10 * slowMs);
  render();
  vi.advanceTimersByTime(1000);
  moveTo(510);
  steady.drawNext();
  moveTo(520);
  heard.beforeRender?.();
  heard.afterProcess?.();
  pictures.push(steady.settle());
  expect(pictures).toEqual(["drawn", "moved", "drawn", "drawn"]);
});

it.each([
  [{ x: 500, y: 500, scale: 800 }, 1],
  [{ x: 750, y: 500, scale: 800 }, 0.75],
  [{ x: 500, y: 500, scale: 400 }, 0.25],
  [{ x: 500, y: 500, scale: 1600 }, 1],
  [{ x: 5000, y: 500, scale: 800 }, 0],
])("a picture covers of the view %j this part: %d", (now, part) => {
  expect(coverOf({ x: 500, y: 500, scale: 800 }, now, { width: 1000, height: 1000 })).toBe(part);
});
