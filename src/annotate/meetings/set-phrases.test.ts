import { describe, expect, it } from "vitest";
import { holm, lee, met, ray } from "./met-rows.fixture.ts";

describe("verbs that tell of a meeting only with other words", () => {
  it.each<[string, readonly string[]]>([
    // Hands: of two people, and part of the meeting that the sentence tells of; who will not give one was there all the same.
    [`${lee} shook hands with ${ray} at the funeral.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`${lee} shook ${ray}'s hand and left.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`${lee} and ${ray} shook hands.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`${lee} met ${ray} in [Oslo|PLACE] and shook hands with him.`, ["held in-person: Ann Lee + Tom Ray @ Oslo"]],
    [`${lee} refused to shake hands with ${ray}.`, []],
    [`${lee} shook hands with voters in [Oslo|PLACE].`, []],
    // Notes and heads.
    [`${lee} compared notes with ${ray} over the phone.`, ["held call: Ann Lee + Tom Ray"]],
    [`${lee} and ${ray} compared notes on Monday.`, ["held talks: Ann Lee + Tom Ray (Monday → 2025-11-10)"]],
    [`Officials compared notes.`, []],
    [`${lee} and ${ray} put their heads together in [Oslo|PLACE].`, ["held talks: Ann Lee + Tom Ray @ Oslo"]],
    [`${lee} and ${ray} put on a play together.`, []],
    [`${lee} traded ideas with ${ray} in [Oslo|PLACE].`, ["held talks: Ann Lee + Tom Ray @ Oslo"]],
    [`${lee} touched base with ${ray} on Monday.`, ["held talks: Ann Lee + Tom Ray (Monday → 2025-11-10)"]],
    [`${lee} traded views for votes with the party.`, []],
    [`The plane touched base with a bump.`, []],
    // Paths.
    [`${lee} had crossed paths with ${ray} at a reception in [Oslo|PLACE].`, ["held in-person: Ann Lee + Tom Ray @ Oslo"]],
    [`${lee} and ${ray} had crossed paths in [Oslo|PLACE].`, ["held in-person: Ann Lee + Tom Ray @ Oslo"]],
    [`${lee} crossed the border with ${ray}'s book.`, []],
    // Whom one drops in on.
    [`${lee} dropped in on ${ray} in [Oslo|PLACE].`, ["held visit: Ann Lee + Tom Ray @ Oslo"]],
    [`${lee} looked in on ${ray} in hospital.`, ["held visit: Ann Lee + Tom Ray"]],
    [`${lee} dropped in on a rehearsal of the play.`, []],
    [`A deputation of farmers waited on Governor ${ray}.`, ["held visit: deputation of farmers + Tom Ray"]],
    [`${lee} waited on tables in [Oslo|PLACE].`, []],
    // Hosts.
    [`${lee} played host to ${ray} at the palace.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`[Peru|PLACE] played host to [Chad|PLACE] in the first round.`, []],
    [`${lee} had ${ray} over for tea.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`${lee} had a lead over ${ray}.`, []],
    [`${lee} entertained ${ray} at her house in the hills.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`Governor ${ray} was entertained to lunch by ${lee}.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`${lee} entertained the crowd at the palace.`, []],
    [`${lee} showed ${ray} around the palace.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`${lee} gave ${ray} a tour of the palace.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`${lee} gave ${ray} a copy of the book.`, []],
    [`${lee} showed ${ray} the letter.`, []],
    [`${lee} got together with ${ray} in [Oslo|PLACE].`, ["held in-person: Ann Lee + Tom Ray @ Oslo"]],
    [`${lee} got together with ${ray} to write a book.`, []],
    [`${lee} got a team together.`, []],
    [`${lee} was weighing in by phone with ${ray} and [Ivo Berg|PERSON].`, ["held call: Ann Lee + Tom Ray + Ivo Berg"]],
    [`${lee} checked in with ${ray} by phone.`, ["held call: Ann Lee + Tom Ray"]],
    [`${lee} checked in with the front desk by phone.`, []],
    [`${lee} placed a call to ${ray} on Monday.`, ["held call: Ann Lee + Tom Ray (Monday → 2025-11-10)"]],
    [`${lee} put in a call to ${ray}.`, ["held call: Ann Lee + Tom Ray"]],
    [`${lee} placed the cup on the table.`, []],
    [`${lee}, fresh from a meeting with ${ray}, criticized the deal.`, ["held in-person: Ann Lee + Tom Ray"]],
    // The telephone; a paper rings for words to print, and a deal is no one.
    [`${lee} got ${ray} on the phone.`, ["held call: Ann Lee + Tom Ray"]],
    [`${lee} got on the phone with ${ray}.`, ["held call: Ann Lee + Tom Ray"]],
    [`${lee} reached ${ray} by telephone.`, ["held call: Ann Lee + Tom Ray"]],
    [`${lee} had ${ray} on the line when the news broke.`, ["held call: Ann Lee + Tom Ray"]],
    [`A reporter reached ${ray} by telephone.`, []],
    [`Reached by telephone, ${ray} had no comment.`, []],
    [`${lee} reached a deal by telephone.`, []],
    // Behind closed doors, in corridors, brought together, presented.
    [`${lee} was closeted with ${ray} for three hours.`, ["held talks: Ann Lee + Tom Ray"]],
    [`${lee} buttonholed ${ray} after the vote.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`Reporters buttonholed ${ray} after the vote.`, []],
    [
      `President ${holm} brought ${lee} and ${ray} together in [Oslo|PLACE] on Monday.`,
      ["held in-person: Eva Holm + Ann Lee + Tom Ray @ Oslo (Monday → 2025-11-10)"],
    ],
    [`The film brought ${lee} and ${ray} together.`, []],
    [`The actor ${lee} was presented to Queen ${holm} after the play.`, ["held in-person: Ann Lee + Eva Holm"]],
    [`The report was presented to ${ray}.`, []],
    // Face to face.
    [
      `Generals from [Chad|PLACE] and [Peru|PLACE] came face to face in [Oslo|PLACE] on Wednesday.`,
      ["held in-person: Generals from Chad + Peru (Wednesday → 2025-11-12)"],
    ],
    [`${lee} came face to face with poverty.`, []],
  ])("%s", (marked, expected) => {
    expect(met(marked)).toEqual(expected);
  });
});
