import { describe, expect, it } from "vitest";
import { refined } from "./refined-names.fixture.ts";

describe("authors of cited studies", () => {
  it.each([
    ["It grows (Lindqvist & Mossel, 2010; Klein et al., 2005a).", ["P Lindqvist", "P Mossel", "P Klein"]],
    ["It grows (Lindqvist, [Ashford|L], van der Berg-Sol, & Okoye, 2008).", ["P Lindqvist", "P Ashford", "P van der Berg-Sol", "P Okoye"]],
    ["It grows (see Lindqvist and Mossel, 2004, 2007b; Praskel, 2005).", ["P Lindqvist", "P Mossel", "P Praskel"]],
    ["Lindqvist et al. (2010) found none, as did Mossel and Okoye (2011).", ["P Lindqvist", "P Mossel", "P Okoye"]],
    ["It grows (Lindqvist et al., 2010) in the town (London, 1999).", ["P Lindqvist"]],
    ["A novel (Picador, 2005), a film (Harrow, 2013).", []],
    ["It opened (Monday, after all).", []],
    ["She made Harrow (2013) and Lanterns (2013).", []],
    ["They met (in Oslo, 2004).", []],
  ])("%s", (text, names) => {
    expect(refined(text)).toEqual(names);
  });
});
