import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FurnitureHints, findFurniture } from "./find-furniture.ts";

const prose =
  "The two ministers spoke for an hour in the harbour town of Lind, their aides said, and agreed to speak again before the summer.";

/** Furniture as "kind: words". */
function furnitureOf(text: string, hints?: FurnitureHints): string[] {
  return findFurniture(text, hints).furniture.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

describe("headers", () => {
  it.each([
    [` date 2024-05-02 ${prose}`, "header: date 2024-05-02", "2024-05-02"],
    [`Date: May 2, 2024 ${prose}`, "header: Date: May 2, 2024", "2024-05-02"],
    [`[Published 2 May 2024] ${prose}`, "header: [Published 2 May 2024]", "2024-05-02"],
    [`Published: 2 May 2024\n\n${prose}`, "header: Published: 2 May 2024", "2024-05-02"],
    [`Published 10:30 GMT, 2 May 2024\n${prose}`, "header: Published 10:30 GMT, 2 May 2024", "2024-05-02"],
    [`May 2, 2024\n\n${prose}`, "header: May 2, 2024", "2024-05-02"],
    [
      `Posted on Thursday, May 2, 2024 at 4:15 p.m. by Ines Marlow\n${prose}`,
      "header: Posted on Thursday, May 2, 2024 at 4:15 p.m. by Ines Marlow",
      "2024-05-02",
    ],
    [
      `First published: 2 May 2024 | Updated: 3 May 2024\n${prose}`,
      "header: First published: 2 May 2024 | Updated: 3 May 2024",
      "2024-05-02",
    ],
    [`Updated 3 May 2024 08.15 BST\n${prose}`, "header: Updated 3 May 2024 08.15 BST", null],
    [`Lind, Norway, 2 May 2024\n\n${prose}`, "header: Lind, Norway, 2 May 2024", "2024-05-02"],
    [`Gulf Courier | Thursday 2 May 2024\n${prose}`, "header: Gulf Courier | Thursday 2 May 2024", "2024-05-02"],
    [`By Ines Marlow\n${prose}`, "header: By Ines Marlow", null],
    [`By Ines Marlow and Tom van Dale, Gulf Courier\n${prose}`, "header: By Ines Marlow and Tom van Dale, Gulf Courier", null],
    [`BY INES MARLOW\n${prose}`, "header: BY INES MARLOW", null],
    [`Section: World\n${prose}`, "header: Section: World", null],
  ])("%#: sets apart the header of %j", (text, furniture, publishedAt) => {
    expect(furnitureOf(text)).toEqual([furniture]);
    expect(findFurniture(text).publishedAt).toBe(publishedAt);
  });

  it("reads title, outlet and address from fields above the prose", () => {
    const found = findFurniture(`Title: Ministers speak\nSource: Gulf Courier\nURL: https://example.org/a\n\n${prose}`);
    expect(found).toMatchObject({ title: "Ministers speak", outlet: "Gulf Courier", url: "https://example.org/a" });
    expect(found.furniture).toHaveLength(3);
  });

  it.each([
    "Published in March 2024, her book on the talks sold a million copies within a week of its launch.",
    "By Wednesday evening the delegations had left the hotel, and nobody would say where they had gone.",
    "By Friday, Marlow had met all sides, her office said.",
    "Date palms line the road to the palace where the two kings met on 2 May 2024, guards told reporters.",
    "Published on 2 May 2024 as a pamphlet, the plan was soon forgotten by all who had signed it at the time.",
    `${prose}\nSource: the people who were in the room when it happened.`,
  ])("leaves prose alone: %j", (text) => {
    expect(furnitureOf(text)).toEqual([]);
    expect(findFurniture(text).publishedAt).toBeNull();
  });
});

describe("headlines", () => {
  it.each([
    [`Ministers Speak by Telephone\n\n${prose}`, "Ministers Speak by Telephone"],
    [`Ministers Speak by Telephone\n${prose}`, "Ministers Speak by Telephone"],
    [`Will the ministers speak again?\n\n${prose}`, "Will the ministers speak again?"],
    [`'Too early to tell': minister on talks\n\n${prose}`, "'Too early to tell': minister on talks"],
    [`Captives flown home from the U.S.\n\n${prose}`, "Captives flown home from the U.S."],
    [`BREAKING NEWS\n\nMinisters speak by telephone\n\n${prose}`, "Ministers speak by telephone"],
    [`Ministers speak by telephone\n2 May 2024\n\n${prose}`, "Ministers speak by telephone"],
    [`Ministers speak by telephone\nLind, 2 May 2024\n\n${prose}`, "Ministers speak by telephone"],
    [`2 May 2024\nMinisters speak by telephone\n\n${prose}`, "Ministers speak by telephone"],
  ])("%#: takes the line set apart in %j", (text, title) => {
    expect(findFurniture(text).title).toBe(title);
    expect(furnitureOf(text)).toContain(`headline: ${title}`);
  });

  it("takes a headline printed twice as two headlines", () => {
    const text = `Ministers Speak by Telephone\n\nMinisters Speak by Telephone\n${prose}\n\n\n\n`;
    expect(furnitureOf(text)).toEqual(["headline: Ministers Speak by Telephone", "headline: Ministers Speak by Telephone"]);
  });

  it("knows the given title when the text repeats it", () => {
    const text = `Ministers speak by telephone.\n${prose}`;
    expect(furnitureOf(text)).toEqual([]);
    expect(furnitureOf(text, { title: "Ministers Speak by Telephone" })).toEqual(["headline: Ministers speak by telephone."]);
  });

  it.each([
    ["a text of one line", "Ministers speak by telephone"],
    ["a sentence", `The ministers spoke.\n\n${prose}`],
    [
      "a sentence broken after a title",
      `After long silence former President\nAda Quill spoke to the ministers of all six countries that had signed the treaty in Lind.`,
    ],
    [
      "a sentence wrapped by hand",
      "The ministers of the two countries met in the town of\nLind on Monday and spoke for an hour, their aides said\nafter the meeting, and agreed to speak again soon.",
    ],
    [
      "a first paragraph without a full stop",
      `${prose.slice(0, -1)} of next year, when the treaty runs out and a new one is due\n\n${prose}`,
    ],
  ])("does not take %s", (_, text) => {
    expect(findFurniture(text).title).toBeNull();
    expect(furnitureOf(text)).toEqual([]);
  });
});

describe("datelines", () => {
  it.each([
    ["LIND, May 2 (Reuters) - ", "LIND, May 2 (Reuters) -", "Reuters", null],
    ["LIND, Norway, May 2, 2024 (AP) — ", "LIND, Norway, May 2, 2024 (AP) —", "Associated Press", "2024-05-02"],
    ["LIND (AP) -- ", "LIND (AP) --", "Associated Press", null],
    ["LIND (Voice of the Fjord) -- ", "LIND (Voice of the Fjord) --", "Voice of the Fjord", null],
    ["LIND/OSLO (AFP) – ", "LIND/OSLO (AFP) –", "Agence France-Presse", null],
    ["Lind (Gulf Courier) – ", "Lind (Gulf Courier) –", "Gulf Courier", null],
    ["2 May 2024 (Gulf Courier) — ", "2 May 2024 (Gulf Courier) —", "Gulf Courier", "2024-05-02"],
    ["(Reuters) - ", "(Reuters) -", "Reuters", null],
    ["Reuters – ", "Reuters –", "Reuters", null],
    ["Lind, Norway CNN — ", "Lind, Norway CNN —", "CNN", null],
    ["Gulf Courier – ", "Gulf Courier –", "Gulf Courier", null],
    ["WASHINGTON — ", "WASHINGTON —", null, null],
    ["TEL AVIV, Israel – ", "TEL AVIV, Israel –", null, null],
    ["NEW DELHI: ", "NEW DELHI:", null, null],
    ["KARACHI, May 2, 2024: ", "KARACHI, May 2, 2024:", null, "2024-05-02"],
    ["Lind, May 2, 2024 – ", "Lind, May 2, 2024 –", null, "2024-05-02"],
  ])("sets %j apart", (opening, furniture, outlet, publishedAt) => {
    const text = `${opening}${prose}`;
    expect(furnitureOf(text)).toEqual([`dateline: ${furniture}`]);
    expect(findFurniture(text)).toMatchObject({ outlet, publishedAt });
  });

  it("finds it below headline and byline", () => {
    expect(furnitureOf(`Ministers speak\n\nBy Ines Marlow\n\nLIND (AP) — ${prose}`)).toEqual([
      "headline: Ministers speak",
      "header: By Ines Marlow",
      "dateline: LIND (AP) —",
    ]);
  });

  it.each([
    "The Lind group – the treaty's guardians – said on Monday that it would meet again in a week.",
    "Marlow – The minister's aide – said nothing.",
    "U.S.-led talks in Lind ended on Monday, and all sides said that they would come back in a week.",
    "Reuters-style reporting was the order of the day in Lind, where the ministers met for an hour.",
  ])("leaves prose with a dash alone: %j", (text) => {
    expect(furnitureOf(text)).toEqual([]);
  });
});

describe("credits", () => {
  it.each([
    ["(YWN World Headquarters – NYC)", "YWN"],
    ["(Gulf Courier – Lind Bureau)", "Gulf Courier"],
    ["(Gulf Courier – Lind)", "Gulf Courier"],
    ["(Gulf Courier)", "Gulf Courier"],
    ["(AP)", "Associated Press"],
    ["Reuters", "Reuters"],
    ["— AP/AFP", null],
    ["© 2024 Gulf Courier. All rights reserved.", "Gulf Courier"],
    ["(Reporting by Ines Marlow; Editing by Tom Dale)", null],
    ["Additional reporting by Tom Dale in Oslo", null],
    ["With inputs from agencies", null],
    ["Tom Dale contributed to this report.", null],
    ["Source: Gulf Courier", "Gulf Courier"],
    ["-30-", null],
  ])("sets the closing %j apart", (closing, outlet) => {
    const text = `${prose}\n\n${prose}\n\n${closing}\n\n\n`;
    expect(furnitureOf(text)).toEqual([`credit: ${closing}`]);
    expect(findFurniture(text).outlet).toBe(outlet);
  });

  it("takes several closing lines", () => {
    const text = `${prose}\n${prose}\n(Reporting by Ines Marlow)\n© Gulf Courier 2024\nPublished: 2 May 2024`;
    expect(furnitureOf(text)).toEqual([
      "credit: (Reporting by Ines Marlow)",
      "credit: © Gulf Courier 2024",
      "header: Published: 2 May 2024",
    ]);
    expect(findFurniture(text)).toMatchObject({ outlet: "Gulf Courier", publishedAt: "2024-05-02" });
  });

  it("sets picture lines apart wherever they stand", () => {
    expect(furnitureOf(`${prose}\nPhoto: Ines Marlow/Gulf Courier\n${prose}\nAdvertisement\n${prose}`)).toEqual([
      "credit: Photo: Ines Marlow/Gulf Courier",
      "credit: Advertisement",
    ]);
  });

  it("prefers the publisher's closing line to the agency of the dateline", () => {
    expect(findFurniture(`LIND (Reuters) – ${prose}\n\n${prose}\n\n(Gulf Courier – Lind)`).outlet).toBe("Gulf Courier");
  });

  it.each(["(The two had met before.)", "Marlow (AP) said nothing.", "The photo: nobody had seen it."])(
    "leaves the closing sentence %j alone",
    (closing) => {
      expect(furnitureOf(`${prose}\n\n${prose}\n\n${closing}`)).toEqual([]);
    },
  );

  it("takes no outlet from a source that is quoted", () => {
    expect(
      findFurniture(`${prose}\n\nThe minister told Reuters that he was content.\n\nAxios first reported the talks.`).outlet,
    ).toBeNull();
  });
});

describe("Markdown", () => {
  it("reads front matter and the marked headline", () => {
    const text = `---\ntitle: "Ministers: a call"\ndate: 2024-05-02\nsource: Gulf Courier\nurl: https://example.org/a\nauthor: Ines Marlow\n---\n\n# Ministers: a **call**\n\n${prose}\n`;
    expect(furnitureOf(text, { markdown: true })).toEqual([
      `header: ${text.slice(0, text.indexOf("\n\n#"))}`,
      "headline: # Ministers: a **call**",
    ]);
    expect(findFurniture(text, { markdown: true })).toMatchObject({
      title: "Ministers: a call",
      publishedAt: "2024-05-02",
      outlet: "Gulf Courier",
      url: "https://example.org/a",
    });
  });

  it("takes the words of a headline without their marks", () => {
    expect(findFurniture(`# The [call](https://example.org) of *ministers* #\n\n${prose}`, { markdown: true }).title).toBe(
      "The call of ministers",
    );
    expect(findFurniture(`Call of ministers\n=====\n\n${prose}`, { markdown: true }).title).toBe("Call of ministers");
  });

  it("takes front matter that is no YAML for prose", () => {
    expect(furnitureOf(`---\n${prose}\n---\n`, { markdown: true })).toEqual([]);
  });
});

describe("any text", () => {
  const pieces = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom(
      "\n",
      "\n\n",
      "\r\n",
      " ",
      "date 2024-05-02 ",
      "LIND (AP) — ",
      "By Ines Marlow",
      "(Gulf Courier)",
      "---\n",
      "# Call",
      "Photo: A B",
      "A Call",
      prose,
    ),
  );
  it("gets furniture that is sorted, disjoint, not empty and inside the text", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), fc.boolean(), (parts, markdown) => {
        const text = parts.join("");
        let last = 0;
        for (const { start, end } of findFurniture(text, { markdown }).furniture) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it("takes time in proportion to its length", () => {
    for (const unit of [" ", "By A-a-", "(", "Date ", "LIND ", "# #", '."', "–"]) {
      const started = performance.now();
      findFurniture(unit.repeat(400_000), { markdown: true });
      expect(performance.now() - started).toBeLessThan(2000);
    }
  });
});
