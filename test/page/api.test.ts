/** The API's answers over a real store, held to the description that the API gives of itself. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApi } from "../../src/app/api-openapi.ts";
import { makeApi } from "../../src/app/server.ts";
import { fixtureArticles } from "./fixture-articles.ts";
import { type FixtureStore, makeFixtureStore } from "./fixture-store.ts";
import { hostileArticle } from "./hostile-article.ts";
import { misfits } from "./schema.ts";

let fixture: FixtureStore;
let api: ReturnType<typeof makeApi>;

beforeAll(async () => {
  fixture = await makeFixtureStore([...fixtureArticles(), hostileArticle()]);
  api = makeApi(fixture.store);
});

afterAll(() => fixture.remove());

const { paths, components } = openApi;

/** What to ask each described path for, and what to ask in vain. */
const asked: Readonly<Record<keyof typeof paths, { readonly good: readonly string[]; readonly bad: readonly string[] }>> = {
  "/api/graph": { good: ["/graph", "/graph?from=3"], bad: ["/graph?from=1.5"] },
  "/api/network": { good: ["/network", "/network?from=2500"], bad: ["/network?from=-1", "/network?from=x"] },
  "/api/ask": {
    good: [
      "/ask?q=who%20met%20Duarte",
      "/ask?a=Duarte&b=Karam",
      "/ask?a=Duarte&b=Karam&kind=connected",
      "/ask?q=who%20is%20Duarte",
      "/ask?q=who%20met%20Duarte&from=1",
    ],
    bad: ["/ask", "/ask?q=why", "/ask?a=Duarte", "/ask?a=Duarte&b=Karam&kind=love", "/ask?q=who%20met%20Zzyzx"],
  },
  "/api/entity/{id}": {
    good: ["/entity/person:rafael-duarte", "/entity/place:oslo", "/entity/organization:free-delta-movement"],
    bad: ["/entity/nobody", "/entity/article:hostile", "/entity/place:oslo?from=-1"],
  },
  "/api/meeting/{id}": { good: ["/meeting/meeting:rafael-duarte-yusuf-karam:lisbon:2031-03-02"], bad: ["/meeting/person:rafael-duarte"] },
  "/api/met": { good: ["/met?a=Duarte", "/met?a=Duarte&b=Karam", "/met?a=Duarte&b=Cho"], bad: ["/met", "/met?a=Duarte&from=x"] },
  "/api/articles/{id}": {
    good: ["/articles/article:hostile"],
    bad: ["/articles/person:rafael-duarte", "/articles/..%2f..%2fpackage.json"],
  },
  "/api/search": {
    good: ["/search?q=du", "/search?q=%3Cimg", "/search?q=%27%29%20MATCH%20%28n%29%20RETURN%20n%20%2F%2F"],
    bad: ["/search?q="],
  },
  "/api/questions": { good: ["/questions"], bad: [] },
  "/api/query": {
    good: ["/query?name=who-met-whom", "/query?name=who-did-x-meet&param=name=duarte&param=limit=3"],
    bad: [
      "/query",
      "/query?name=schema",
      "/query?name=../schema",
      "/query?name=MATCH%20(n)%20RETURN%20n",
      "/query?name=who-did-x-meet",
      "/query?name=who-did-x-meet&param=name",
      "/query?name=who-did-x-meet&param=name=duarte&param=limit=many",
      "/query?name=who-met-whom&param=nonsense=1",
    ],
  },
  "/api/health": { good: ["/health"], bad: [] },
  "/api/openapi.json": { good: ["/openapi.json"], bad: [] },
};

it("describes every route, and no other", () => {
  const routes = [
    ...new Set(api.routes.filter(({ method }) => method === "GET").map(({ path }) => `/api${path.replace(/:(\w+)/g, "{$1}")}`)),
  ];
  expect(Object.keys(paths).sort()).toEqual(routes.sort());
});

describe.each(Object.entries(paths))("%s", (path, { get }) => {
  const { good, bad } = asked[path as keyof typeof paths];

  it.each(good.map((url) => [url]))("answers %s as described", async (url) => {
    const response = await api.request(url);
    const body: unknown = await response.json();
    expect(response.status).toBe(200);
    expect(misfits(body, answerSchema(get.responses, 200), components.schemas)).toEqual([]);
  });

  it.runIf(bad.length > 0).each(bad.map((url) => [url]))("refuses %s as described", async (url) => {
    const response = await api.request(url);
    const body: unknown = await response.json();
    expect(Object.keys(get.responses)).toContain(String(response.status));
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(misfits(body, answerSchema(get.responses, response.status), components.schemas)).toEqual([]);
  });

  it("names each parameter of its path", () => {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(get.parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name)).toEqual(names);
  });
});

interface Responses {
  readonly [status: string]: { readonly content: { readonly "application/json": { readonly schema: object } } };
}

function answerSchema(responses: Responses, status: number) {
  const response = responses[String(status)];
  if (!response) throw new Error(`${status} is not described`);
  return response.content["application/json"].schema;
}

describe("the answers", () => {
  it("point at exactly the characters they quote", async () => {
    const meeting = (await (await api.request("/meeting/meeting:rafael-duarte-yusuf-karam:lisbon:2031-03-02")).json()) as {
      claims: { evidence: { article: string; start: number; end: number; text: string } }[];
    };
    expect(meeting.claims).toHaveLength(3);
    for (const { evidence } of meeting.claims) {
      const { text } = (await (await api.request(`/articles/${encodeURIComponent(evidence.article)}`)).json()) as { text: string };
      expect(text.slice(evidence.start, evidence.end)).toBe(evidence.text);
    }
  });

  it("never carry an article's text in the graph", async () => {
    const body = await (await api.request("/graph")).text();
    for (const { text } of fixtureArticles()) expect(body).not.toContain(text.slice(-60).trim());
    expect(body).not.toContain('"annotation"');
  });
});

it("answers every question that needs no value, and asks for the values of the others", async () => {
  const questions = (await (await api.request("/questions")).json()) as { name: string; parameters: { required: boolean }[] }[];
  expect(questions.length).toBeGreaterThan(8);
  for (const { name, parameters } of questions) {
    const needsValue = parameters.some(({ required }) => required);
    expect((await api.request(`/query?name=${name}`)).status, name).toBe(needsValue ? 400 : 200);
  }
});

it("the check itself notices a missing, a surplus and a wrong field", () => {
  const { schemas } = components;
  expect(misfits({ status: "ok", dialect: "ladybug" }, schemas.Health ?? {}, schemas)).toEqual([]);
  expect(misfits({ status: "ok" }, schemas.Health ?? {}, schemas)).toHaveLength(1);
  expect(misfits({ status: "ok", dialect: "ladybug", more: 1 }, schemas.Health ?? {}, schemas)).toHaveLength(1);
  expect(misfits({ status: "ok", dialect: "sql" }, schemas.Health ?? {}, schemas)).toHaveLength(1);
});
