/**
 * Whoever brought a pitch asks somebody by name to host it with them, or instead of them. Names are matched and never
 * listed: whoever asks is told nothing before the other says yes or no.
 */
import { MOST } from "#domain/limits.ts";
import type { MergedPitch } from "#domain/pitch.ts";
import type { Refusal } from "#domain/refusal.ts";
import { fold } from "#domain/search.ts";
import { codeIn } from "#domain/ticket.ts";

/** What is asked: to host it with them, or to take it over. */
export const HOST_ASKS = ["beside", "instead"] as const;
export type HostAskKind = (typeof HOST_ASKS)[number];

/** A question as whoever asked it reads it. `name` is empty where they typed the code of a badge. */
export type HostAsk = { id: string; pitchId: string; name: string; kind: HostAskKind; declined: boolean };

/** A question as whoever is asked reads it. `by` is the name of whoever asks. */
export type Invitation = { id: string; kind: HostAskKind; by: string; pitch: MergedPitch };

/** A name as it is compared: case, accents and the spaces between make no difference. */
export function nameKey(name: string): string {
  return fold(name).replace(/\s+/gu, " ").trim();
}

/** What somebody typed of whom they ask: the code of a badge, or a name. */
export function typedOf(said: string): { code: string } | { name: string } {
  const code = codeIn(said);
  return code === null ? { name: said.trim() } : { code };
}

export type HostAskRefusal = Extract<Refusal, "hosts_full" | "handing_on">;

/**
 * Why one more question cannot be asked; null where it can. There is room for MOST.hosts, counting those who are asked;
 * and one person at a time takes a pitch over.
 *
 * @param hosts how many host it
 * @param open what was asked and is not answered
 */
export function whyNotAsked(
  kind: HostAskKind,
  hosts: number,
  open: readonly { kind: HostAskKind }[],
): HostAskRefusal | null {
  const asked = (which: HostAskKind) => open.filter((ask) => ask.kind === which).length;
  if (kind === "instead") return asked("instead") > 0 ? "handing_on" : null;
  return hosts + asked("beside") >= MOST.hosts ? "hosts_full" : null;
}
