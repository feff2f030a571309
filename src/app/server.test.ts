import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { type IncomingHttpHeaders, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { UserError } from "../domain/errors.ts";
import type { KnowledgeGraph } from "../domain/knowledge-graph.ts";
import { fixtureGraph } from "../store/graph-fixture.contract.ts";
import type { GraphStore } from "../store/graph-store.ts";
import { type RunningServer, startServer } from "./server.ts";

const script = "console.log('viewer');\n";

let folder: string;
let assets: string;
let server: RunningServer;
/** What the store's next reading of the graph brings. */
let readGraph = vi.fn<() => Promise<KnowledgeGraph>>();

const unused = () => Promise.reject(new Error("this test should not get here"));
const store: GraphStore = {
  dialect: "ladybug",
  readGraph: () => readGraph(),
  storedArticles: unused,
  load: unused,
  update: unused,
  loads: unused,
  query: unused,
  close: () => Promise.resolve(),
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "whomet-server-"));
  assets = join(folder, "viz");
  await mkdir(join(assets, "assets"), { recursive: true });
  await writeFile(join(folder, "secret.txt"), "secret");
  await writeFile(join(assets, "index.html"), "<!doctype html><title>Whomet</title>");
  await writeFile(join(assets, "assets", "main-abc.js"), script);
  await writeFile(join(assets, "notes.unknown"), "no type is known for this");
  await symlink(join(folder, "secret.txt"), join(assets, "link.txt"));
  await symlink(folder, join(assets, "up"));
  await mkdir(join(folder, "empty"));
});

beforeEach(async () => {
  readGraph = vi.fn(() => Promise.resolve(fixtureGraph()));
  server = await startServer({ store, port: 0, host: "127.0.0.1", assets });
  return () => server.close();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Asks without tidying the path or the Host header, as a hostile client would. */
function ask(path: string, { method = "GET", host }: { method?: string; host?: string } = {}): Promise<Answer> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, ...(host === undefined ? {} : { headers: { host } }) }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() }),
      );
    });
    sent.on("error", reject);
    sent.end();
  });
}

const codeOf = ({ body }: Answer): unknown => JSON.parse(body).error.code;

describe("startServer", () => {
  it("says where it listens, on loopback, and stops when closed", async () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await ask("/api/health")).body).toBe('{"status":"ok","dialect":"ladybug"}');
    const other = await startServer({ store, port: 0, host: "127.0.0.1", assets });
    await other.close();
    await expect(fetch(`${other.url}/api/health`)).rejects.toThrow();
  });

  it("refuses a taken port with advice", async () => {
    const port = Number(new URL(server.url).port);
    await expect(startServer({ store, port, host: "127.0.0.1", assets })).rejects.toMatchObject({ code: "port-in-use", hint: /--port/ });
  });

  it("refuses an address that is not this machine's", async () => {
    await expect(startServer({ store, port: 0, host: "203.0.113.7", assets, token: "secret" })).rejects.toMatchObject({
      code: "bad-arguments",
    });
  });

  it("refuses to start without a built viewer", async () => {
    for (const missing of [join(folder, "empty"), join(folder, "nowhere")]) {
      await expect(startServer({ store, port: 0, host: "127.0.0.1", assets: missing })).rejects.toMatchObject({ code: "data-missing" });
    }
  });
});

describe("the token", () => {
  const started = (options: Partial<Parameters<typeof startServer>[0]>) =>
    startServer({ store, port: 0, host: "127.0.0.1", assets, ...options });
  const edit = { path: "judgements.jsonl", isNamed: true };

  it("is needed by whoever serves others or lets them edit", async () => {
    await expect(started({ host: "0.0.0.0" })).rejects.toThrow("needs a token");
    await expect(started({ edit })).rejects.toThrow("needs a token");
  });

  it("lets other machines in, by address once and by cookie from then on", async () => {
    const wide = await started({ host: "0.0.0.0", token: "secret" });
    try {
      const url = wide.url.replace("0.0.0.0", "127.0.0.1");
      expect((await fetch(url)).status).toBe(401);
      expect((await fetch(`${url}/?token=wrong`)).status).toBe(401);
      const first = await fetch(`${url}/?token=secret`, { redirect: "manual" });
      expect([first.status, first.headers.get("location")]).toEqual([303, "/"]);
      const cookie = first.headers.get("set-cookie") ?? "";
      expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
      expect((await fetch(`${url}/api/health`, { headers: { cookie: cookie.split(";")[0] ?? "" } })).status).toBe(200);
      expect((await fetch(`${url}/api/health`, { headers: { authorization: "Bearer secret" } })).status).toBe(200);
    } finally {
      await wide.close();
    }
  });

  it("is what an edit needs, with a header that other pages cannot send", async () => {
    const editing = await started({ edit, token: "secret" });
    try {
      const post = (headers: Record<string, string>, body = "{}") =>
        fetch(`${editing.url}/api/judgements`, { method: "POST", headers, body });
      const cookie = `whomet-${new URL(editing.url).port}=secret`;
      expect((await post({})).status).toBe(401);
      expect((await post({ cookie })).status).toBe(403);
      expect((await post({ cookie, "x-whomet": "1" })).status).toBe(400);
      expect((await post({ authorization: "Bearer secret" })).status).toBe(400);
      expect((await post({ authorization: "Bearer secret" }, `"${"x".repeat(20_000)}"`)).status).toBe(413);
      // The cookie of another server on this machine is not taken for ours.
      expect((await post({ cookie: "whomet-1=secret", "x-whomet": "1" })).status).toBe(401);
      expect((await fetch(`${editing.url}/api/graph`, { method: "POST", headers: { authorization: "Bearer secret" } })).status).toBe(405);
      expect(await (await fetch(`${editing.url}/api/session`)).json()).toEqual({ edit: false });
      // What somebody decided, and when, is for editors alone.
      for (const path of ["/api/judgements", "/api/review"]) expect((await fetch(`${editing.url}${path}`)).status).toBe(401);
      expect((await fetch(`${editing.url}/api/graph`)).status).toBe(200);
      expect((await fetch(`${editing.url}/api/graph`)).headers.get("access-control-allow-origin")).toBeNull();
    } finally {
      await editing.close();
    }
  });
});

describe("who may ask", () => {
  it.each([
    ["localhost", 200],
    ["localhost:4173", 200],
    ["127.0.0.1:1", 200],
    ["[::1]:4173", 200],
    ["evil.example", 421],
    ["evil.example:4173", 421],
    ["127.0.0.1.evil.example", 421],
    ["localhost.evil.example", 421],
    ["192.168.1.4", 421],
  ])("a request for the host %j gets %i", async (host, status) => {
    for (const path of ["/", "/api/health"]) expect((await ask(path, { host })).status).toBe(status);
  });

  it.each(["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])("%s is refused everywhere", async (method) => {
    for (const path of ["/", "/api/graph"]) {
      const answer = await ask(path, { method });
      expect(answer.status).toBe(405);
      expect(answer.headers.allow).toBe("GET, HEAD");
    }
  });

  it("HEAD is answered like GET, without a body", async () => {
    const answer = await ask("/api/health", { method: "HEAD" });
    expect([answer.status, answer.body]).toEqual([200, ""]);
  });
});

describe("every answer", () => {
  it.each(["/", "/assets/main-abc.js", "/api/health", "/api/meeting/nobody", "/nothing", "/api/nothing"])(
    "%s carries the guarding headers",
    async (path) => {
      const { headers } = await ask(path);
      const policy = String(headers["content-security-policy"]);
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*|data:|blob:|https?:/);
      expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "x-frame-options": "DENY" });
      expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    },
  );

  it("lets pages of this machine, and no others, frame the embedded viewer, and nothing else", async () => {
    const policyOf = async (path: string): Promise<string> => String((await ask(path)).headers["content-security-policy"]);
    expect(await policyOf("/?embed=1")).toContain("frame-ancestors 'self' http://localhost:* http://127.0.0.1:*;");
    expect((await ask("/?embed=1")).headers["x-frame-options"]).toBeUndefined();
    for (const path of ["/api/health?embed=1", "/index.html?embed=1", "/?embedded=1"])
      expect(await policyOf(path)).toContain("frame-ancestors 'none'");
  });

  it("lets browsers keep hashed files, and nothing of the store", async () => {
    expect((await ask("/assets/main-abc.js")).headers["cache-control"]).toContain("immutable");
    expect((await ask("/")).headers["cache-control"]).toBe("no-cache");
    expect((await ask("/api/graph")).headers["cache-control"]).toBe("no-store");
    expect((await ask("/api/nothing")).headers["cache-control"]).toBe("no-store");
  });
});

describe("the viewer's files", () => {
  it("are served with their types", async () => {
    const page = await ask("/");
    expect([page.status, page.headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
    const asset = await ask("/assets/main-abc.js");
    expect([asset.body, asset.headers["content-type"]]).toEqual([script, "text/javascript; charset=utf-8"]);
  });

  it.each([
    "/../secret.txt",
    "/assets/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/link.txt",
    "/up/secret.txt",
    "//secret.txt",
    "/notes.unknown",
    "/assets",
  ])("%s leads nowhere", async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain("secret\n");
    expect(codeOf(answer)).toBe("not-found");
  });
});

describe("errors", () => {
  it.each([
    ["/api/met", 400, "bad-arguments"],
    ["/api/met?a=", 400, "bad-arguments"],
    ["/api/met?a=Ada&b=%20", 400, "bad-arguments"],
    ["/api/search", 400, "bad-arguments"],
    ["/api/search?q=a&q=b", 400, "bad-arguments"],
    [`/api/search?q=${"x".repeat(201)}`, 400, "bad-arguments"],
    ["/api/meeting/nothing", 404, "unknown-entity"],
    ["/api/nothing", 404, "not-found"],
  ])("%s gets %i %s", async (path, status, code) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(codeOf(answer)).toBe(code);
    expect(answer.headers["content-type"]).toContain("application/json");
  });

  it("passes on what the user can mend, with the hint", async () => {
    readGraph.mockRejectedValueOnce(new UserError("store-unreachable", "the store is gone", "start it again"));
    const answer = await ask("/api/graph");
    expect(answer.status).toBe(503);
    expect(JSON.parse(answer.body)).toEqual({ error: { code: "store-unreachable", message: "the store is gone", hint: "start it again" } });
  });

  it("keeps our own failures to the terminal", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    readGraph.mockRejectedValueOnce(new Error("password is hunter2 at /home/user"));
    const answer = await ask("/api/graph");
    expect([answer.status, codeOf(answer)]).toEqual([500, "internal"]);
    expect(answer.body).not.toContain("hunter2");
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
  });
});

describe("/api/graph", () => {
  it("is read from the store once, also after a failure and for several who ask at once", async () => {
    readGraph.mockRejectedValueOnce(new UserError("store-unreachable", "not yet"));
    expect((await ask("/api/graph")).status).toBe(503);
    const answers = await Promise.all([ask("/api/graph"), ask("/api/graph"), ask("/api/meeting/none")]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404]);
    expect(readGraph).toHaveBeenCalledTimes(2);
  });

  it("lists names, meetings and lines whose ends are listed too, and no article's text", async () => {
    const { body } = await ask("/api/graph");
    const graph = JSON.parse(body);
    expect(graph.entities.length).toBeGreaterThan(0);
    expect(graph.meetings.length).toBeGreaterThan(0);
    expect(graph.articles.length).toBeGreaterThan(0);
    const ids = new Set([...graph.entities, ...graph.meetings].map(({ id }: { id: string }) => id));
    const ends = [
      ...graph.participants.flatMap(({ entity, meeting }: Record<string, string>) => [entity, meeting]),
      ...graph.places.flatMap(({ meeting, place }: Record<string, string>) => [meeting, place]),
      ...graph.roles.flatMap(({ person, of }: Record<string, string>) => [person, of]),
    ];
    expect(ends.length).toBeGreaterThan(0);
    expect(ends.filter((id) => !ids.has(id))).toEqual([]);
    fixtureGraph().forEachNode((_, node) => {
      if (node.kind === "Article" && node.text !== "") expect(body).not.toContain(JSON.stringify(node.text).slice(1, -1));
    });
  });
});
