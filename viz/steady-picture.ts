/**
 * Movement that stays smooth where drawing is slow. A drawing that takes longer than the eye forgives is not repeated for each frame of
 * a movement: the finished picture, names and all, is moved and scaled as it is, and drawn anew once the camera stands still. Nothing
 * is left out meanwhile but the strip that comes into view. Where drawing is quick, every frame is drawn.
 */

/** A drawing that took longer than this, in milliseconds, is moved rather than repeated. */
export const slowMs = 40;
/** Stillness after which the picture is drawn anew, in milliseconds. */
export const restMs = 140;
/** So much of the window the moved picture has to cover; below that it is drawn anew on the way. */
const leastCover = 0.45;
/** Drawings on the way take at most one part in so many of the time. */
const pauses = 4;

/** What is needed of Sigma. */
export interface Drawing {
  /** Whether the next picture leaves what is on the screen. */
  isHeld: boolean;
  getCamera(): { on(event: "updated", listener: () => void): unknown };
  getDimensions(): { readonly width: number; readonly height: number };
  framedGraphToViewport(point: { x: number; y: number }): { x: number; y: number };
  scheduleRender(): unknown;
  on(event: "beforeRender" | "afterProcess", listener: () => void): unknown;
}

export interface SteadyPicture {
  /** Whether the camera moved within the last moment. */
  isMoving(): boolean;
  /** The next picture is drawn, whatever moves: what it shows has changed, or the camera has jumped. */
  drawNext(): void;
  /** To be called at the end of each of Sigma's pictures: puts the layers in their place, and says whether they were drawn anew. */
  settle(): "drawn" | "moved";
}

interface View {
  /** Where the middle of the graph lies, in pixels, and how many pixels one framed unit measures. */
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/**
 * Watches the camera of `drawing` and moves `layers` in place of slow drawings; `onRest` is called when the camera has come to rest.
 * `whenFinished` calls back once all that was asked of the screen so far is done.
 */
export function makeSteady(
  drawing: Drawing,
  layers: readonly { readonly style: { transform: string; transformOrigin: string } }[],
  whenFinished: (done: () => void) => void,
  onRest: () => void,
): SteadyPicture {
  let mustDraw = true;
  let movedAt = Number.NEGATIVE_INFINITY;
  let drawn: View | null = null;
  let drawnAt = 0;
  let startedAt = 0;
  /** How long the last measured drawing took. */
  let costMs = 0;
  let isMeasuring = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  for (const { style } of layers) style.transformOrigin = "0 0";

  const viewNow = (): View => {
    const middle = drawing.framedGraphToViewport({ x: 0.5, y: 0.5 });
    return { ...middle, scale: drawing.framedGraphToViewport({ x: 1.5, y: 0.5 }).x - middle.x };
  };
  const isMoving = (): boolean => performance.now() - movedAt < restMs;
  const holds = (): boolean => {
    if (mustDraw || drawn === null || costMs <= slowMs || !isMoving()) return false;
    return coverOf(drawn, viewNow(), drawing.getDimensions()) >= leastCover || performance.now() - drawnAt < pauses * costMs;
  };
  const measure = (): void => {
    if (isMeasuring) return;
    isMeasuring = true;
    const start = startedAt;
    whenFinished(() => {
      isMeasuring = false;
      costMs = performance.now() - start;
    });
  };

  drawing.getCamera().on("updated", () => {
    movedAt = performance.now();
    clearTimeout(timer);
    timer = setTimeout(() => {
      mustDraw = true;
      onRest();
      // Where something else came into view, it has been drawn by now.
      if (mustDraw) drawing.scheduleRender();
    }, restMs);
  });
  drawing.on("beforeRender", () => {
    startedAt = performance.now();
    drawing.isHeld = holds();
  });
  // What has been processed has changed: it is drawn at once.
  drawing.on("afterProcess", () => {
    drawing.isHeld = false;
  });

  return {
    isMoving,
    drawNext() {
      mustDraw = true;
    },
    settle() {
      const now = viewNow();
      if (drawing.isHeld && drawn !== null) {
        const scale = now.scale / drawn.scale;
        const transform = `translate(${now.x - drawn.x * scale}px, ${now.y - drawn.y * scale}px) scale(${scale})`;
        for (const { style } of layers) style.transform = transform;
        return "moved";
      }
      for (const { style } of layers) style.transform = "";
      [drawn, drawnAt, mustDraw] = [now, performance.now(), false];
      measure();
      return "drawn";
    },
  };
}

/** How much of the window, from 0 to 1, a picture covers that was drawn for another view. */
export function coverOf(drawn: View, now: View, { width, height }: { readonly width: number; readonly height: number }): number {
  const scale = now.scale / drawn.scale;
  const [left, top] = [now.x - drawn.x * scale, now.y - drawn.y * scale];
  const shared = (from: number, size: number): number => Math.max(0, Math.min(from + size * scale, size) - Math.max(from, 0));
  return (shared(left, width) * shared(top, height)) / Math.max(1, width * height);
}

/** Calls back at the first frame after the graphics processor is done with all that it was asked for on these layers. */
export function whenLayersAreDone(layers: readonly HTMLCanvasElement[]): (done: () => void) => void {
  const contexts = layers.flatMap((layer) => layer.getContext("webgl2") ?? []);
  return (done) => {
    const fences = contexts.map((gl) => {
      const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
      gl.flush();
      return { gl, fence };
    });
    const look = (): void => {
      if (fences.some(({ gl, fence }) => fence !== null && gl.clientWaitSync(fence, 0, 0) === gl.TIMEOUT_EXPIRED)) {
        requestAnimationFrame(look);
        return;
      }
      for (const { gl, fence } of fences) gl.deleteSync(fence);
      done();
    };
    requestAnimationFrame(look);
  };
}
