import { describe, expect, it } from "vitest";
import { lee, met, ray } from "./met-rows.fixture.ts";

describe("who only speaks, hosts or is asked", () => {
  it.each<[string, readonly string[]]>([
    [`${lee} and ${ray} are together again. They are talking to a small crowd about the dam.`, []],
    [`${lee} and ${ray} are together again. They are talking about the dam.`, ["ongoing talks: They + They"]],
    [`${lee} was scheduled to speak to the convention delegates along with Governor ${ray}.`, []],
    [`${lee} was scheduled to speak with Governor ${ray}.`, ["planned talks: Ann Lee + Tom Ray"]],
    [`In a string of radio spots, ${lee} and ${ray} talk about the dam.`, []],
    [`${lee} and ${ray} talk every day by telephone.`, []],
    [`The conference is expected to host ${lee}.`, []],
    [`The council is expected to host ${lee}.`, ["planned in-person: council + Ann Lee"]],
    [`Think “${lee}” meets “${ray}”.`, []],
    [`${lee} has few memories apart from talking to ${ray} only to have him ask, “When will she come?”`, ["held talks: Ann Lee + Tom Ray"]],
    [`Did ${lee} talk to ${ray}?`, ["hypothetical talks: Ann Lee + Tom Ray"]],
    [`People outside the government who met with ${lee} gave money.`, ["held in-person: People + Ann Lee"]],
    [
      "The plan was the brainchild of Mr. [Ray|PERSON], who was persuaded to join after meeting [Ann Lee|PERSON].",
      ["held in-person: Ray + Ann Lee"],
    ],
  ])("%s", (text, rows) => {
    expect(met(text)).toEqual(rows);
  });
});
