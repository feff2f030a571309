import { describe, expect, it } from "vitest";
import { citationOf, webAddress } from "./citation.ts";

describe("citationOf", () => {
  const printed = { title: "Talks resume", outlet: "Daily Echo", publishedAt: "2031-03-05", url: "https://echo.example/talks?id=1" };

  it.each([
    ["all that is known", printed, "“They met.” – “Talks resume”, Daily Echo, 5 Mar 2031. https://echo.example/talks?id=1"],
    ["no more than is known", { ...printed, title: null, publishedAt: null, url: null }, "“They met.” – Daily Echo."],
    ["the sentence alone", { title: null, outlet: null, publishedAt: null, url: null }, "“They met.”"],
    ["no address that runs a script", { ...printed, url: "javascript:alert(1)" }, "“They met.” – “Talks resume”, Daily Echo, 5 Mar 2031."],
  ])("tells %s", (_, article, cited) => {
    expect(citationOf("They\n  met.", article)).toBe(cited);
  });

  it("leaves the marks of a quotation as they are", () => {
    expect(citationOf("“We met,” she said.", { ...printed, title: null, outlet: null, url: null })).toBe(
      "“We met,” she said. – 5 Mar 2031.",
    );
  });
});

describe("webAddress", () => {
  it.each([
    ["https://echo.example/a", "https://echo.example/a"],
    ["http://echo.example", "http://echo.example/"],
    ["javascript:alert(1)", null],
    [" JavaScript:alert(1)", null],
    ["data:text/html,<script>", null],
    ["file:///etc/passwd", null],
    ["/relative", null],
    ["", null],
    [null, null],
  ])("of %j is %j", (url, address) => {
    expect(webAddress(url)?.href ?? null).toBe(address);
  });
});
