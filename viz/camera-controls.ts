/** Buttons and keys that move the camera of the drawing or the map. */
import { byId } from "./elements.ts";

export interface Movable {
  zoom(direction: "in" | "out"): void;
  /** Moves by this part of the width or height. */
  pan(right: number, down: number): void;
  showAll(): void;
}

/** Part of the picture that an arrow key moves it by. */
const step = 0.15;

/** Makes the buttons move `target`, and the keys while one of `surfaces` has the focus. */
export function setUpCamera(surfaces: readonly HTMLElement[], target: () => Movable | null): void {
  byId("zoom-in", HTMLElement).addEventListener("click", () => target()?.zoom("in"));
  byId("zoom-out", HTMLElement).addEventListener("click", () => target()?.zoom("out"));
  byId("zoom-all", HTMLElement).addEventListener("click", () => target()?.showAll());
  const actions: Readonly<Record<string, () => void>> = {
    "+": () => target()?.zoom("in"),
    "=": () => target()?.zoom("in"),
    "-": () => target()?.zoom("out"),
    "0": () => target()?.showAll(),
    ArrowLeft: () => target()?.pan(-step, 0),
    ArrowRight: () => target()?.pan(step, 0),
    ArrowUp: () => target()?.pan(0, -step),
    ArrowDown: () => target()?.pan(0, step),
  };
  for (const surface of surfaces) {
    surface.tabIndex = 0;
    surface.addEventListener("keydown", (event) => {
      const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : actions[event.key];
      if (!action || event.target !== surface) return;
      action();
      event.preventDefault();
    });
  }
}
