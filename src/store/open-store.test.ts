import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { UserError } from "../domain/errors.ts";
import { openStore } from "./open-store.ts";

async function failure(url: string, environment: NodeJS.ProcessEnv = {}): Promise<UserError> {
  const error: unknown = await openStore({ url, mode: "read" }, environment).catch((caught: unknown) => caught);
  if (!(error instanceof UserError)) throw new Error(`no UserError: ${String(error)}`);
  return error;
}

describe("openStore", () => {
  it.each([
    ["", "bad-arguments"],
    ["./no-such-folder/graph", "store-missing"],
    ["http://127.0.0.1", "bad-arguments"],
    ["neo4j+tls://127.0.0.1", "bad-arguments"],
    ["bolt://", "bad-arguments"],
    ["bolt://neo4j:secret@127.0.0.1", "bad-arguments"],
    ["bolt://neo4j:sec/ret@127.0.0.1", "bad-arguments"],
    ["bolt://127.0.0.1:1", "store-unreachable"],
    ["neo4j://127.0.0.1:1", "store-unreachable"],
    ["bolt+s://127.0.0.1:1", "store-unreachable"],
    ["bolt+ssc://127.0.0.1:1", "store-unreachable"],
    ["neo4j+s://127.0.0.1:1", "store-unreachable"],
    ["neo4j+ssc://127.0.0.1:1", "store-unreachable"],
  ])("answers “%s” with %s", async (url, code) => {
    const error = await failure(url);
    expect(error.code).toBe(code);
    expect(`${error.message} ${error.hint}`).not.toContain("sec");
    expect(error.hint).not.toBe("");
  });

  it("takes the word neo4j for the address in the environment, and never shows the password", async () => {
    const error = await failure("neo4j", { NEO4J_URI: "bolt://127.0.0.1:1", NEO4J_PASSWORD: "hunter2" });
    expect(error).toMatchObject({ code: "store-unreachable", message: expect.stringContaining("bolt://127.0.0.1:1") });
    expect(JSON.stringify(error) + error.message + error.hint).not.toContain("hunter2");
  });

  it("asks for a password where none is given, and only for a server", async () => {
    const asked: string[] = [];
    const askPassword = async (url: string, user: string) => {
      asked.push(`${user} ${url}`);
      return undefined;
    };
    const open = (url: string, environment: NodeJS.ProcessEnv) =>
      openStore({ url, mode: "read", askPassword }, environment).catch((error: unknown) => error);
    await open("neo4j", { NEO4J_URI: "bolt://127.0.0.1:1", NEO4J_USERNAME: "anna" });
    await open("neo4j", { NEO4J_URI: "bolt://127.0.0.1:1", NEO4J_PASSWORD: "hunter2" });
    await open("bolt://127.0.0.1:1", { WHOMET_NEO4J_PASSWORD: "hunter2" });
    await open("./no-such-folder/graph", {});
    expect(asked).toEqual(["anna bolt://127.0.0.1:1"]);
  });

  it("says that a server which is no Neo4j cannot be reached", async () => {
    const server = createServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const address = server.address();
    try {
      const error = await failure(`bolt://127.0.0.1:${typeof address === "object" ? address?.port : ""}`);
      expect(error.code).toBe("store-unreachable");
    } finally {
      server.close();
    }
  });
});
