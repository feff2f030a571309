/** Sets of prepositions that parties stand behind. */

export const byWord: ReadonlySet<string> = new Set(["by"]);
export const forWord: ReadonlySet<string> = new Set(["for"]);
export const ofWord: ReadonlySet<string> = new Set(["of"]);
export const toWord: ReadonlySet<string> = new Set(["to"]);
export const withWord: ReadonlySet<string> = new Set(["with"]);
export const withOrTo: ReadonlySet<string> = new Set(["with", "to"]);
export const inOrTo: ReadonlySet<string> = new Set(["in", "to"]);
export const toOrFrom: ReadonlySet<string> = new Set(["to", "from"]);
export const betweenWords: ReadonlySet<string> = new Set(["between", "among"]);
