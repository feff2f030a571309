import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { askPassword } from "./ask-password.ts";

/** Types the keys as soon as something is asked; the answer, and all that was shown. */
async function typed(keys: string): Promise<{ readonly answer: unknown; readonly shown: string }> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let shown = "";
  output.on("data", (text: Buffer) => {
    shown += text.toString();
  });
  const asked = askPassword("Password: ", { input, output });
  input.write(keys);
  const answer = await asked.catch((error: unknown) => error);
  await new Promise((done) => setImmediate(done));
  return { answer, shown };
}

describe("a password that is asked for", () => {
  it.each([
    ["hunter2\r", "hunter2"],
    ["hunter3\u007f2\r", "hunter2"],
    ["\r", undefined],
    ["påsswörd 密\r", "påsswörd 密"],
  ])("is what was typed, and is not shown: %j", async (keys, answer) => {
    expect(await typed(keys)).toEqual({ answer, shown: "Password: \n" });
  });

  it.each([["\u0003"], ["hunter2\u0003"], ["\u0004"]])("may be broken off: %j", async (keys) => {
    const { answer, shown } = await typed(keys);
    expect([answer, shown]).toEqual([expect.objectContaining({ code: "bad-arguments" }), "Password: \n"]);
  });
});
