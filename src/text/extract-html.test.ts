import { describe, expect, it } from "vitest";
import { UserError } from "../domain/errors.ts";
import { decodeText } from "./decode-text.ts";
import { declaredCharset, extractHtml } from "./extract-html.ts";

const paragraphs = [1, 2, 3, 4].map(
  (number) => `The ministers spoke ${number} times in Lind on Monday, their aides said, and agreed to speak again before the summer ends.`,
);

function page(head: string, body: string): string {
  return `<!doctype html><html><head>${head}</head><body><nav><a href="/">Home</a> <a href="/w">World</a></nav>${body}<footer>About us</footer><script>alert(1)</script></body></html>`;
}

describe("extractHtml", () => {
  it("separates paragraphs by blank lines and leaves menus, scripts and link addresses out", () => {
    const body = `<article><h1>Ministers speak</h1>${paragraphs.map((text) => `<p>${text.replace("Lind", '<a href="https://example.org/lind">Lind</a>')}</p>`).join("\n")}</article>`;
    expect(extractHtml(page("<title>Ministers speak</title>", body)).text.endsWith(paragraphs.join("\n\n"))).toBe(true);
    expect(extractHtml(page("", body)).text).not.toMatch(/Home|alert|About us|example\.org/u);
  });

  it("decodes entities, keeps line breaks, lists and quoted paragraphs apart", () => {
    const body = `<article><p>Caf&eacute; &amp; bar &#8220;Lind&#8221;.<br>Second line.</p><blockquote><p>First.</p><p>Second.</p></blockquote><ul><li>One</li><li>Two</li></ul>${paragraphs.map((text) => `<p>${text}</p>`).join("")}</article>`;
    expect(extractHtml(page("", body)).text).toContain("Café & bar “Lind”.\nSecond line.\n\nFirst.\n\nSecond.\n\nOne\n\nTwo\n\n");
  });

  it("reads title, date, outlet and address from the page's own words", () => {
    const head =
      '<title>Ministers speak | Gulf Courier</title><meta property="og:title" content="Ministers speak"><meta property="og:site_name" content="Gulf Courier"><meta property="article:published_time" content="2024-05-02T23:10:00Z"><link rel="canonical" href="https://example.org/1">';
    const { given } = extractHtml(page(head, `<article>${paragraphs.map((text) => `<p>${text}</p>`).join("")}</article>`));
    expect(given).toEqual({
      id: null,
      title: "Ministers speak",
      publishedAt: "2024-05-02",
      outlet: "Gulf Courier",
      url: "https://example.org/1",
    });
  });

  it.each([
    ["Ministers speak | Gulf Courier", "Ministers speak", "Gulf Courier"],
    ["Ministers speak - Reuters", "Ministers speak", "Reuters"],
    ["Ministers speak | Politics", "Ministers speak", null],
    ["Ministers speak on Gulf Courier", "Ministers speak on Gulf Courier", null],
  ])("takes what the title %s adds to the headline for the outlet where it is one", (title, expected, outlet) => {
    const body = `<article><h1>Ministers speak</h1>${paragraphs.map((text) => `<p>${text}</p>`).join("")}</article>`;
    expect(extractHtml(page(`<title>${title}</title>`, body)).given).toMatchObject({ title: expected, outlet });
  });

  it("leaves unsaid what the page does not say, and takes no script for an address", () => {
    const { given } = extractHtml(page('<link rel="canonical" href="javascript:alert(1)">', `<p>${paragraphs[0]}</p>`));
    expect(given).toMatchObject({ publishedAt: null, outlet: null, url: null });
  });

  it("reads pages without a body or with unclosed elements", () => {
    expect(extractHtml(`<p>${paragraphs[0]}<p>${paragraphs[1]}`).text).toBe(`${paragraphs[0]}\n\n${paragraphs[1]}`);
  });

  it("refuses pages without text, and pages with more elements than any article has", () => {
    const codeOf = (html: string): string | null => {
      try {
        return extractHtml(html).text;
      } catch (error) {
        return error instanceof UserError ? error.code : String(error);
      }
    };
    expect(codeOf("<html></html>")).toBe("empty");
    expect(codeOf("<div>".repeat(100_000))).toBe("too-large");
    expect(codeOf("<p>Spoke.</p>".repeat(60_000))).toBe("too-large");
    expect(codeOf(`${"<div>".repeat(200)}${paragraphs[0]}`)).toBe(paragraphs[0]);
  });
});

describe("the charset of a page", () => {
  it.each([
    ['<html><meta charset="windows-1251">', "windows-1251"],
    ['<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "iso-8859-1"],
    ["<html><p>charset=koi8-r", null],
  ])("is found in %s", (head, charset) => {
    expect(declaredCharset(Buffer.from(head))).toBe(charset);
  });

  it("decides how bytes are read, unless they carry a mark or it has no such name", () => {
    const bytes = Buffer.from([0xcc, 0xe8, 0xed]);
    expect(decodeText(bytes, "windows-1251").text).toBe("Мин");
    expect(decodeText(Buffer.from("\ufeffМин"), "windows-1251").text).toBe("Мин");
    expect(decodeText(Buffer.from("Мин"), "no-such-charset").text).toBe("Мин");
    expect(decodeText(Buffer.from("Мин"), "utf-8").text).toBe("Мин");
  });
});
