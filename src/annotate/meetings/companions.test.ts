import { describe, expect, it } from "vitest";
import { annotateMarked } from "../marked-names.fixture.ts";
import { holm, lee, met, ray } from "./met-rows.fixture.ts";

const three = ["held in-person: Ann Lee + Tom Ray + Eva Holm"];
const two = ["held in-person: Ann Lee + Tom Ray"];

describe("who was there besides", () => {
  it.each<[string, readonly string[]]>([
    [`Minister ${lee}, accompanied by Secretary ${holm}, met Governor ${ray}.`, three],
    [`Minister ${lee} met Governor ${ray}, joined by Mayor ${holm}.`, three],
    [`${lee}, who was accompanied by Secretary ${holm}, met Governor ${ray}.`, three],
    [`${lee}, together with Secretary ${holm}, met Governor ${ray}.`, three],
    [`${lee} met ${ray} alongside Secretary ${holm}.`, three],
    [`${lee} met ${ray} in the presence of Bishop ${holm}.`, three],
    [`${lee} held talks with ${ray}, accompanied by Secretary ${holm}.`, ["held talks: Ann Lee + Tom Ray + Eva Holm"]],
    [`Minister ${lee} met Governor ${ray}, with Mayor ${holm} also present.`, three],
    [`The meeting between ${lee} and ${ray} was also attended by ${holm}.`, three],
    [`A delegation led by ${lee} called on ${ray} on Friday.`, ["held visit: delegation + Ann Lee + Tom Ray (Friday → 2025-11-14)"]],
    // Without a name, and beside somebody who met nobody.
    [`${lee}, accompanied by her guards, met Governor ${ray}.`, two],
    [`${lee} met ${ray}, joined by a crowd.`, two],
    [`${lee}, accompanied by Secretary ${holm}, refused to meet ${ray}.`, ["refused in-person: Ann Lee + Tom Ray"]],
    [`${lee}, accompanied by Secretary ${holm}, spoke at a rally.`, []],
    [`The match between ${lee} and ${ray} was also attended by ${holm}.`, []],
    [`Minister ${lee} met Governor ${ray}, with the press also present.`, two],
    // Company of somebody else.
    [`${lee} met ${ray} a day after a walk accompanied by ${holm}.`, two],
  ])("%s", (marked, expected) => {
    expect(met(marked)).toEqual(expected);
  });

  it("gives company the role of whom it is with", () => {
    const [meeting] = annotateMarked(`Premier ${lee}, flanked by Minister ${holm}, received the envoy ${ray}.`).meetings;
    expect(meeting?.participants.map(({ text, role }) => [text, role])).toEqual([
      ["Ann Lee", "host"],
      ["Tom Ray", "visitor"],
      ["Eva Holm", "host"],
    ]);
  });
});
