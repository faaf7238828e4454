import type { Api } from "#live/api/schema.ts";

/** How a program is told that there is nothing for it (RFC 9457). */
export const PROBLEM = "application/problem+json; charset=utf-8";

/** @param title of the status, which says as much as there is to say: it has no type of its own */
export function problemOf(status: number, title: string, detail: string): Api["Problem"] {
  return { type: "about:blank", title, status, detail };
}
