/** Where somebody goes on once they are signed in. */
import { isSlug } from "#domain/slug.ts";

const PAGES = ["me", "now", "pitches", "grid", "pitch", "badge", "desk", "door", "rota"];

/**
 * The page of ours that somebody came from; null for anything else. Only pages that are the same for everybody, or need
 * the one who is signed in: an address with a secret is kept nowhere.
 */
export function wayBack(path: unknown): string | null {
  if (typeof path !== "string") return null;
  if (path === "/sign-in/passkeys") return path;
  const [, slug, page] = /^\/e\/([^/]+)(?:\/([a-z]+))?$/.exec(path) ?? [];
  if (slug === undefined || !isSlug(slug)) return null;
  return page === undefined || PAGES.includes(page) ? path : null;
}
