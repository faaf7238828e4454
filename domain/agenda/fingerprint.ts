import type { Problem } from "#domain/agenda/problem.ts";

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(",")}}`;
}

/**
 * A short name for a problem: 32 hexadecimal digits, four lanes of FNV-1a (Fowler, Noll, Vo 1991), each from its own
 * start. It is no defence against somebody who wants two to look alike.
 */
export function fingerprint(problem: Problem): string {
  const text = canonical(problem);
  const lanes = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x243f6a88];
  return lanes
    .map((start, lane) => {
      let hash = start;
      for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ (text.charCodeAt(i) + lane), 0x01000193);
      return ((hash ^ (hash >>> 15)) >>> 0).toString(16).padStart(8, "0");
    })
    .join("");
}
