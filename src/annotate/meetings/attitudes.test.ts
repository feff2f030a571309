import { describe, expect, it } from "vitest";
import { holm, lee, met, ray } from "./met-rows.fixture.ts";

describe("attitudes to a meeting", () => {
  const modalityOf = (sentence: string): readonly string[] => met(sentence).map((row) => row.slice(0, row.indexOf(" ")));

  it.each([
    `${lee} is interested in seeing ${ray} for talks and in meeting ${holm}.`,
    `${lee} is keen on a meeting with ${ray}.`,
    `${lee} is hesitant about meeting ${ray}.`,
    `${lee} insists on meeting ${ray}.`,
    `${lee} lobbied for a meeting with ${ray}.`,
    `${lee} came close to meeting ${ray}.`,
    `${lee} nearly met ${ray} in [Lima|PLACE].`,
    `${lee} thought about meeting ${ray}.`,
    `${lee} talked of meeting ${ray}.`,
    `${lee} is in favour of talks with ${ray}.`,
    `${lee} has voiced readiness for talks with ${ray}.`,
    `${lee} has shown an interest in talks with ${ray}.`,
    `${lee} is exploring a meeting with ${ray}.`,
    `The truce paved the way for talks between ${lee} and ${ray}.`,
    `There is speculation about a meeting between ${lee} and ${ray}.`,
    `No date has been set for a meeting between ${lee} and ${ray}.`,
    `It is unclear whether ${lee} will meet ${ray}.`,
    `It is possible that ${lee} will meet ${ray}.`,
    `${lee} was warned against meeting ${ray}.`,
    `${lee} is not opposed to meeting ${ray}.`,
    `${lee} is not against meeting ${ray}.`,
    `${lee} has not ruled out meeting ${ray}.`,
    `${lee} has set conditions for meeting ${ray}.`,
    `${lee} is considering plans to meet ${ray}.`,
    `What if ${lee} met ${ray}?`,
    `He smiled as if ${lee} had met ${ray}.`,
  ])("leaves it open: %s", (sentence) => {
    const modalities = modalityOf(sentence);
    expect(modalities.length).toBeGreaterThan(0);
    expect(new Set(modalities)).toEqual(new Set(["hypothetical"]));
  });

  it.each([
    [`${lee} has no interest in talks with ${ray}.`, "refused"],
    [`${lee} is not interested in meeting ${ray}.`, "refused"],
    [`${lee} has lost interest in a meeting with ${ray}.`, "refused"],
    [`${lee} is against meeting ${ray}.`, "refused"],
    [`${lee} said no to a meeting with ${ray}.`, "refused"],
    [`${lee} was banned from meeting ${ray}.`, "refused"],
    [`${lee} has no intention of meeting ${ray}.`, "refused"],
    [`${lee} refuses even to consider talks with ${ray}.`, "refused"],
    [`${lee} rejected the idea of holding talks with ${ray}.`, "refused"],
    [`${lee} said yes to a meeting with ${ray}.`, "planned"],
    [`${lee} has given consent for talks with ${ray}.`, "planned"],
    [`${lee} cleared her diary for a meeting with ${ray}.`, "planned"],
    [`The meeting between ${lee} and ${ray} fell through.`, "cancelled"],
    [`Plans for talks between ${lee} and ${ray} collapsed.`, "cancelled"],
    [`${lee} denied meeting ${ray}.`, "denied"],
    [`${lee} denied having met ${ray}.`, "denied"],
    [`${lee} has ruled out meeting ${ray}.`, "refused"],
    [`${lee} saw no reason to meet ${ray}.`, "refused"],
    [`It is not true that ${lee} met ${ray}.`, "denied"],
    [`${holm} said it was untrue that ${lee} met ${ray}.`, "denied"],
    [`${holm} said reports that ${lee} met ${ray} were false.`, "denied"],
    [`Talks between ${lee} and ${ray} have begun.`, "ongoing"],
  ])("%s", (sentence, modality) => expect(modalityOf(sentence)).toEqual([modality]));

  it.each([
    `${lee} is proud of meeting ${ray}.`,
    `${lee} was criticised for meeting ${ray}.`,
    `${lee} talked about her meeting with ${ray}.`,
    `${lee} is wary of the press after her talks with ${ray}.`,
    `${lee} and ${ray} gathered in [Lima|PLACE] for talks.`,
    `${lee} is not interested in discussing reforms at this week's meeting between ${ray} and ${holm}.`,
    `After meeting ${ray}, ${lee} flew home.`,
    `${lee} paid ${ray} a visit.`,
    `${lee} admitted meeting ${ray}.`,
    `${lee} had never met ${ray} until Monday.`,
    `${lee} was able to meet ${ray}.`,
    `${lee} was allowed to meet ${ray}.`,
    `${lee} became the first mayor to meet ${ray}.`,
    `A video shows ${lee} speaking with ${ray}.`,
    `A photograph shows ${lee} meeting ${ray}.`,
    `It is true that ${lee} met ${ray}.`,
  ])("leaves what took place: %s", (sentence) => expect(modalityOf(sentence)).toEqual(["held"]));
});
