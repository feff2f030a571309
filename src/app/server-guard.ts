/**
 * Who may ask, and what the browser may do with the answer. The server has no passwords: it is safe because only pages that it
 * served itself, on this machine, can talk to it.
 */
import type { MiddlewareHandler } from "hono";
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

/** Lets only GET and HEAD through: nothing that is served can change the store. */
export const readOnly: MiddlewareHandler = async (context, next) => {
  if (context.req.method === "GET" || context.req.method === "HEAD") return next();
  context.header("Allow", "GET, HEAD");
  return problemAnswer(context, {
    status: 405,
    code: "method-not-allowed",
    message: `${context.req.method} is not answered here.`,
    hint: "Use GET.",
  });
};

/**
 * Headers for every answer. Article text is hostile, so the page may load and run nothing but its own files, and the browser
 * refuses to turn any string into markup (trusted types).
 */
export const guardHeaders: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    baseUri: ["'none'"],
    fontSrc: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
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
  xFrameOptions: "DENY",
  xXssProtection: false,
});
