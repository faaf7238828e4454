/** The last part of a camp's web address: lower-case words joined by hyphens. */
import { LONGEST, SHORTEST_SLUG } from "#domain/limits.ts";

/** Whether a text may be a camp's address. */
export function isSlug(text: string): boolean {
  return text.length >= SHORTEST_SLUG && text.length <= LONGEST.slug && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}

/** A camp's address made from its name: "LocalGov Camp 2026!" becomes "localgov-camp-2026". May be empty. */
export function suggestSlug(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f’']/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST.slug)
    .replace(/^-+|-+$/g, "");
}

/** The address somebody meant who typed it with capitals, or null when there is no other way to write it. */
export function otherSlug(typed: string): string | null {
  const slug = typed.toLowerCase();
  return slug !== typed && isSlug(slug) ? slug : null;
}

/** The camp that a page is of, by the path of its address, or null. */
export function slugIn(path: string): string | null {
  return /^\/(?:e|live|now|embed|api\/v1\/events)\/([a-z0-9-]+)/.exec(path)?.[1] ?? null;
}
