/**
 * The security headers of every answer, and the Content-Security-Policy of every page, without `unsafe-inline`. A
 * prerendered page gets the hashes of its own inline scripts, so that it stays static; any other page gets a nonce, and
 * the hashes of the scripts of ours that are in every page.
 */
import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import path from "node:path";
import { EARLY_TAPS } from "#domain/early-tap.ts";
import { LATE_SCRIPTS } from "#domain/late-script.ts";
import { FORGET_SENT_FORM } from "#domain/sent-form.ts";
import { Trouble } from "#env.ts";

/** Reads tickets with a library that is compiled to WebAssembly. */
const DOOR = /^\/e\/[a-z0-9-]+\/door$/;

/** The policy of a request for a page; nothing for other answers. May write the request's own header. */
export type Policy = (request: IncomingMessage) => string | undefined;

/**
 * `same-origin` and not `no-referrer`: under the latter a browser sends `Origin: null` with our own forms, and the gate
 * could not tell them from another site's (Fetch, "append a request Origin header").
 */
export function securityHeaders(origin: string): [name: string, value: string][] {
  const headers: [string, string][] = [
    ["x-content-type-options", "nosniff"],
    ["x-frame-options", "DENY"],
    ["referrer-policy", "same-origin"],
    ["cross-origin-opener-policy", "same-origin"],
    ["cross-origin-resource-policy", "same-origin"],
    ["permissions-policy", "camera=(self), microphone=(), geolocation=(), payment=(), usb=()"],
  ];
  if (origin.startsWith("https:")) headers.push(["strict-transport-security", "max-age=63072000"]);
  return headers;
}

/** With what the framework's hot reloading needs, and still nothing from outside. */
export const developmentPolicy: Policy = () =>
  written("'unsafe-inline' 'unsafe-eval'", "'unsafe-inline'").replace(
    "connect-src 'self'",
    "connect-src 'self' ws:",
  );

/**
 * Reads a finished build.
 * @param dist absolute path of the build's folder
 * @throws Trouble when a page is rebuilt while running: its scripts would no longer match any hash
 */
export function productionPolicy(dist: string): Policy {
  refuseRebuilt(dist);
  const prerendered = new Map(
    pages(path.join(dist, "server/app")).map(({ name, html }) => [name, staticPolicy(html)]),
  );
  return (request) => {
    const name = (request.url ?? "/").split("?")[0] ?? "/";
    if (name.startsWith("/_next/") || request.headers.rsc !== undefined) return undefined;
    if (DOOR.test(name)) return withNonce(request, "'wasm-unsafe-eval'");
    // A form sent without JavaScript to a prerendered page is answered by a fresh rendering of it.
    const reading = request.method === "GET" || request.method === "HEAD";
    return (reading && prerendered.get(name)) || withNonce(request);
  };
}

/** With the hashes of the page's own inline scripts. */
export function staticPolicy(html: string): string {
  return written(hashes(html));
}

/** Next finds the nonce in the request's own policy and puts it on every script it writes. */
function withNonce(request: IncomingMessage, more = ""): string {
  const policy = written(`'nonce-${randomBytes(16).toString("base64")}' ${OURS} ${more}`.trim());
  request.headers["content-security-policy"] = policy;
  return policy;
}

function written(scripts: string, styles = ""): string {
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts}`.trim(),
    `style-src 'self' ${styles}`.trim(),
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function hashes(html: string): string {
  const inline = html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g);
  return [...new Set([...inline].map(([, text = ""]) => hashOf(text)))].join(" ");
}

const hashOf = (script: string) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

const OURS = [LATE_SCRIPTS, EARLY_TAPS, FORGET_SENT_FORM].map(hashOf).join(" ");

/** Every prerendered page with the path it is read at. */
function pages(folder: string): { name: string; html: string }[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html"))
    .map((file) => {
      const name = `/${file.slice(0, -".html".length).split(path.sep).join("/")}`;
      return { name: name === "/index" ? "/" : name, html: readFileSync(path.join(folder, file), "utf8") };
    });
}

function refuseRebuilt(dist: string): void {
  const { routes } = readManifest<{ routes: Record<string, { initialRevalidateSeconds: number | false }> }>(
    dist,
    "prerender",
  );
  const rebuilt = Object.keys(routes).filter((name) => routes[name]?.initialRevalidateSeconds !== false);
  if (rebuilt.length > 0) {
    throw new Trouble(
      `${rebuilt.join(", ")} would be rebuilt while running: make it static or dynamic, for its policy's sake.`,
    );
  }
}

function readManifest<T>(dist: string, name: string): T {
  return JSON.parse(readFileSync(path.join(dist, `${name}-manifest.json`), "utf8"));
}
