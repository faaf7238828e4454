/** What people wrote, drew and kept of a camp elsewhere: links, grouped by session, on one page. */
import type { GridView } from "#domain/grid.ts";
import type { NoteLevel } from "#domain/pitch.ts";

export const LINK_KINDS = ["post", "pictures", "notes"] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** `author` is empty where nobody is named; `addedAt` is ISO 8601. */
export type RoundUpLink = {
  id: string;
  url: string;
  kind: LinkKind;
  title: string;
  author: string;
  pitchId: string | null;
  addedAt: string;
};

/** A session links can be about, with how it may be spoken of. */
export type Topic = { id: string; title: string; noteLevel: NoteLevel };

/** `topic` is null for the camp as a whole. */
export type RoundUpGroup = { topic: Topic | null; links: readonly RoundUpLink[] };

/**
 * The sessions that a link may be about: those on the published grid that everybody may read of, in its order, each once.
 * Of one without notes nothing is gathered, of one that is not listed nobody outside is told.
 */
export function topicsOf(grid: Pick<GridView, "sessions" | "placements" | "slots"> | null): Topic[] {
  if (!grid) return [];
  const startOf = new Map(grid.slots.map(({ id, startsAt }) => [id, startsAt]));
  const firstOf = new Map<string, string>();
  for (const { pitchId, slotId } of grid.placements) {
    const start = startOf.get(slotId) ?? "";
    const first = firstOf.get(pitchId);
    if (first === undefined || start < first) firstOf.set(pitchId, start);
  }
  return grid.sessions
    .filter(({ id, noteLevel }) => firstOf.has(id) && gatheredBy([noteLevel]) !== "none")
    .map(({ id, title, noteLevel }) => ({ id, title, noteLevel }))
    .sort(
      (a, b) => order(firstOf.get(a.id)!, firstOf.get(b.id)!) || order(a.title, b.title) || order(a.id, b.id),
    );
}

const order = (a: string, b: string) => Number(a > b) - Number(a < b);

/**
 * Whether links may be about a session, by all that was agreed for it, and whether whoever made one is named beside it:
 * `none` where nothing is to be passed on of it.
 */
export function gatheredBy(agreed: readonly NoteLevel[]): "named" | "unnamed" | "none" {
  if (agreed.includes("no_notes") || agreed.includes("unlisted")) return "none";
  return agreed.includes("no_names") ? "unnamed" : "named";
}

/**
 * The links as everybody reads them: by session, in the order of the grid, then what is of the whole camp. What is about a
 * session that is no longer spoken of is left out, and nobody is named beside one without names.
 */
export function groupLinks(links: readonly RoundUpLink[], topics: readonly Topic[]): RoundUpGroup[] {
  const known = new Map(topics.map((topic) => [topic.id, topic]));
  const shown = links.map((link) => {
    const topic = link.pitchId === null ? undefined : known.get(link.pitchId);
    return topic?.noteLevel === "no_names" ? { ...link, author: "" } : link;
  });
  const of = (id: string | null) => shown.filter(({ pitchId }) => pitchId === id);
  return [
    ...topics.map((topic) => ({ topic, links: of(topic.id) })),
    { topic: null, links: of(null) },
  ].filter((group) => group.links.length > 0);
}
