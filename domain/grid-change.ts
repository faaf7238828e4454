/** What a published grid marks about its sessions, beside what people saw before. */
import type { GridChange } from "#domain/grid.ts";

/** What a version marks about a session, beside the one before it. */
export const NEWS = ["added", "moved", "taken_off"] as const;
export type News = (typeof NEWS)[number];

export function newsOf({ from, to }: GridChange): News {
  if (!to) return "taken_off";
  return from ? "moved" : "added";
}
