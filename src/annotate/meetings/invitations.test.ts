import { describe, expect, it } from "vitest";
import { lee, met, ray } from "./met-rows.fixture.ts";

describe("guests by invitation, company, and what one does with somebody", () => {
  it.each<[string, readonly string[]]>([
    [`${lee} travelled to [Oslo|PLACE] at the invitation of ${ray}.`, ["held visit: Ann Lee + Tom Ray @ Oslo"]],
    [`${lee} comes to [Oslo|PLACE] at the invitation of ${ray}.`, ["planned visit: Ann Lee + Tom Ray @ Oslo"]],
    [`${lee} is in [Oslo|PLACE] at the invitation of the king.`, ["ongoing visit: Ann Lee + king @ Oslo"]],
    // What they do there is the meeting.
    [`${lee} comes to [Oslo|PLACE] at the invitation of ${ray}, who will receive her.`, ["planned in-person: Tom Ray + her"]],
    [`${lee} spoke at the school at the invitation of ${ray}.`, []],
    [`${lee} travelled to [Oslo|PLACE] at the invitation of the city.`, []],
    [`King ${lee} received the envoy, who was accompanied by his wife.`, ["held in-person: Ann Lee + envoy + his wife"]],
    [`${lee} met ${ray}, accompanied by aides.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`${lee} called the prosecutor, ${ray}, into her chambers.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`${lee} called the prosecutor, ${ray}.`, ["held call: Ann Lee + Tom Ray"]],
    [`${lee} played golf with ${ray} in [Oslo|PLACE].`, ["held in-person: Ann Lee + Tom Ray @ Oslo"]],
    [`${lee} played golf with borrowed clubs.`, []],
    [`${lee} ate soup with ${ray} in his kitchen.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`${lee} ate soup with a spoon.`, []],
    [`${lee} was seen riding with ${ray} and eating with him.`, []],
    [`The couple called on the Secretary of State, Cardinal ${ray}.`, ["held visit: couple + Tom Ray"]],
    [`${lee} called on the government of [Chad|PLACE] to resign.`, []],
  ])("%s", (marked, rows) => {
    expect(met(marked)).toEqual(rows);
  });
});
