/** What offices are of: "Minister of Defence", "Minister of State for Energy". */
export const fieldsOfOffice: ReadonlySet<string> = new Set(
  (
    "Defence Defense Finance Finances Foreign External Internal Affairs State Health Education Justice Interior Energy Trade Industry Commerce Agriculture Fisheries " +
    "Forestry Transport Transportation Culture Environment Labour Labor Employment Information Communications Planning Development Economy Economic Water Power " +
    "Petroleum Mines Mining Minerals Tourism Sports Sport Youth Women Gender Religious Social Welfare Housing Lands Works Infrastructure Science Technology " +
    "Innovation Immigration Migration Parliamentary Regional Cooperation Investment Investments Treasury Staff Parliament parliament Congress Security"
  ).split(" "),
);

/** Index behind the field of the office at `role` ("of Trade and Industry"), or behind the office where it has none; `wordAt` gives the words. */
export function endOfField(wordAt: (index: number) => string | undefined, role: number): number {
  if (wordAt(role + 1) !== "of") return role + 1;
  let end = role + 2;
  let behind = role + 1;
  while (end < role + 2 + longestField) {
    const word = wordAt(end) ?? "";
    if (fieldsOfOffice.has(word)) behind = end + 1;
    // "of Trade and [the founder]": what joins is the field's where another field follows.
    else if (!(word === "the" && /^(?:of|for)$/u.test(wordAt(end - 1) ?? "")) && !(joins.test(word) && behind === end)) break;
    end += 1;
  }
  return behind;
}

const joins = /^(?:and|&|,|for|of)$/u;
/** How many words a field has at most: "State for Trade and Industry". */
export const longestField = 7;
