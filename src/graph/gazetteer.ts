/** Where places are: names with coordinates from data/gazetteer.tsv, for the map of the viewer. */
import { readFileSync } from "node:fs";
import { UserError } from "../domain/errors.ts";
import { foldName } from "./fold-name.ts";

/** Degrees, north and east positive. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** Folded name → where it is. Namesakes are one: the capital, else the most populous. */
export type Gazetteer = ReadonlyMap<string, Coordinates>;

const file = new URL("../../data/gazetteer.tsv", import.meta.url);

/** Reads the gazetteer. Throws UserError `data-missing` when the file is gone or a line is not name, latitude, longitude. */
export function loadGazetteer(): Gazetteer {
  return readGazetteer(contentOf(file));
}

/** The gazetteer in this text; lines that start with `#` are comments. */
export function readGazetteer(content: string): Gazetteer {
  const places = new Map<string, Coordinates>();
  content.split(/\r?\n/u).forEach((line, index) => {
    if (line === "" || line.startsWith("#")) return;
    const [name = "", north, east] = line.split("\t");
    const [latitude, longitude] = [Number(north), Number(east)];
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
      throw new UserError(
        "data-missing",
        `data/gazetteer.tsv, line ${index + 1}: expected name, latitude and longitude`,
        "Restore the file.",
      );
    }
    const key = foldName(name);
    if (!places.has(key)) places.set(key, { latitude, longitude });
  });
  return places;
}

function contentOf(url: URL): string {
  try {
    return readFileSync(url, "utf8");
  } catch (error) {
    throw new UserError("data-missing", "data/gazetteer.tsv cannot be read", "Reinstall Whomet, or restore the file.", { cause: error });
  }
}

/** Where the first of these names is that the gazetteer knows; null when it knows none. */
export function locate(gazetteer: Gazetteer, names: readonly string[]): Coordinates | null {
  for (const name of names) {
    const found = gazetteer.get(foldName(name));
    if (found) return found;
  }
  return null;
}
