/**
 * Who may ask, and what the browser may do with the answer. Reading on this machine needs no password: only pages that the server
 * served itself can talk to it. Other machines and edits need the token that `whomet serve` printed.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { secureHeaders } from "hono/secure-headers";
import { problemAnswer } from "./api-errors.ts";

const loopbackNames: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** True for addresses that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return loopbackNames.has(host) || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * Refuses requests whose Host header is a name that we did not choose: a hostile page can point its own name at 127.0.0.1 (DNS
 * rebinding), but it cannot change the name that the browser sends. Bound to loopback, only loopback names pass; bound wider on
 * the user's word, the bound name and bare IP addresses pass as well, for an address needs no look-up that could be bent.
 */
export function checkHost(boundHost: string): MiddlewareHandler {
  const isWide = !isLoopback(boundHost);
  return async (context, next) => {
    const name = (context.req.header("host") ?? "").toLowerCase().replace(/:\d*$/, "");
    const isAddress = /^\d{1,3}(\.\d{1,3}){3}$/.test(name) || /^\[[\da-f:.]+\]$/.test(name);
    if (isLoopback(name) || (isWide && (isAddress || name === boundHost.toLowerCase()))) return next();
    return problemAnswer(context, {
      status: 421,
      code: "wrong-host",
      message: "This server answers only under the name it was started for.",
      hint: "Open the address that `whomet serve` printed.",
    });
  };
}

/** Cookies know no ports: each server has one of its own name, so that two on one machine do not shut each other out. */
function cookieName(host: string | undefined): string {
  return `whomet-${/:(\d+)$/.exec(host ?? "")?.[1] ?? "80"}`;
}

/** What only an editor may read. */
const editorPaths: ReadonlySet<string> = new Set(["/api/session", "/api/review", "/api/judgements"]);
const editPaths = /^\/api\/judgements(?:\/undo)?$/;

/** Lets only GET and HEAD through, and POST where `--edit` allows it. */
export function checkMethod(mayEdit: boolean): MiddlewareHandler {
  const allowed = mayEdit ? "GET, HEAD, POST" : "GET, HEAD";
  return async (context, next) => {
    const { method, path } = context.req;
    if (method === "GET" || method === "HEAD" || (mayEdit && method === "POST" && editPaths.test(path))) return next();
    context.header("Allow", allowed);
    return problemAnswer(context, {
      status: 405,
      code: "method-not-allowed",
      message: `${method} is not answered here.`,
      hint: "Use GET.",
    });
  };
}

/**
 * Asks for the token where it is needed: for everything on an address that other machines reach, for edits everywhere. `/?token=…`
 * turns it into a cookie that no script can read and no other site sends; programs send it as `Authorization: Bearer …`.
 */
export function checkToken(token: string | null, isWide: boolean): MiddlewareHandler {
  return async (context, next) => {
    if (token === null) return next();
    const cookie = cookieName(context.req.header("host"));
    const given = context.req.query("token");
    if (given !== undefined && context.req.method === "GET" && context.req.path === "/" && isSame(given, token)) {
      setCookie(context, cookie, token, { httpOnly: true, sameSite: "Strict", path: "/" });
      return context.redirect("/", 303);
    }
    const { method, path } = context.req;
    const isEdit = method === "POST" || editorPaths.has(path);
    if (!isWide && !isEdit) return next();
    const bearer = /^Bearer (.+)$/.exec(context.req.header("authorization") ?? "")?.[1];
    const known = bearer ?? getCookie(context, cookie);
    if (known === undefined || !isSame(known, token)) {
      // A page without the token learns that it may read: no mistake, so no error.
      if (path === "/api/session" && !isWide) return context.json({ edit: false });
      return problemAnswer(context, {
        status: 401,
        code: "token-missing",
        message: "This needs the token that `whomet serve` printed.",
        hint: "Open the whole address that it printed, with ?token=…",
      });
    }
    // A cookie goes along with requests of other programs' pages on this machine; a header of our own does not.
    if (context.req.method === "POST" && bearer === undefined && context.req.header("x-whomet") === undefined) {
      return problemAnswer(context, { status: 403, code: "not-from-page", message: "Edits come from the page itself.", hint: "" });
    }
    return next();
  };
}

/** Compares in a time that tells nothing about where two differ. */
function isSame(given: string, token: string): boolean {
  const [a, b] = [given, token].map((text) => createHash("sha256").update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

/** Pages of this machine, which may show the embedded viewer in a frame; no other site may show anything of it in one. */
const framingPages = ["'self'", "http://localhost:*", "http://127.0.0.1:*"];

/** Headers for every answer; the embedded viewer, which cannot edit, may stand in a frame. */
export const guardHeaders: MiddlewareHandler = (context, next) => {
  const isEmbedded = context.req.path === "/" && context.req.query("embed") !== undefined;
  return (isEmbedded ? embeddedHeaders : plainHeaders)(context, next);
};

/**
 * Article text is hostile, so the page may load and run nothing but its own files, and the browser
 * refuses to turn any string into markup (trusted types).
 */
function headersFor(frameAncestors: string[], xFrameOptions: "DENY" | false): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      baseUri: ["'none'"],
      fontSrc: ["'none'"],
      formAction: ["'none'"],
      frameAncestors,
      frameSrc: ["'none'"],
      objectSrc: ["'none'"],
      workerSrc: ["'self'"],
      requireTrustedTypesFor: ["'script'"],
      // The one policy lets the layout's worker start and nothing else: no string becomes markup or code.
      trustedTypes: ["default"],
    },
    crossOriginOpenerPolicy: "same-origin",
    crossOriginResourcePolicy: "same-origin",
    referrerPolicy: "no-referrer",
    // Plain HTTP on loopback: promising HTTPS would lock the user out.
    strictTransportSecurity: false,
    xFrameOptions,
    xXssProtection: false,
  });
}

const plainHeaders = headersFor(["'none'"], "DENY");
const embeddedHeaders = headersFor(framingPages, false);
