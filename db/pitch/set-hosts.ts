/** The crew changes who hosts a pitch, as its host asks: also once the grid is out. */
import { asc, eq } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { permitted } from "#db/event.ts";
import { tellHosts } from "#db/pitch/merging.ts";
import { told } from "#db/pitch/told.ts";
import { ownedPitch } from "#db/pitch.ts";
import { pitchHost } from "#db/schema/pitch.ts";
import { transact } from "#db/transaction.ts";
import { HOSTS_MAX, isWithdrawn } from "#domain/pitch.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

type SetHosts = { pitchId: string; names: readonly string[]; seen: readonly string[] };

/**
 * Whoever is named and hosts it stays who they are; who is new stands by name alone, and who is left out hosts it no more.
 * Whoever wished it keeps their wish. Safe to repeat.
 *
 * @param seen the names that the asker saw, in their order
 * @returns refused `not_found` for another camp's or a withdrawn pitch, `not_open` by the phase, `bad_input` for more than
 *   HOSTS_MAX, `changed_meanwhile` where others host it by now
 */
export async function setHosts(
  db: Database,
  crew: May<"runPitches">,
  { pitchId, names, seen }: SetHosts,
  now: Date,
): Promise<Result<null, "not_found" | "not_open" | "bad_input" | "changed_meanwhile">> {
  if (names.length > HOSTS_MAX) return refused("bad_input");
  return transact<null, "not_found" | "not_open" | "changed_meanwhile">(db, async (tx) => {
    const open = await permitted(tx, crew.eventId, "amend");
    const row = await ownedPitch(tx, crew, pitchId);
    if (!row || isWithdrawn(row)) return refused("not_found");
    if (!open) return refused("not_open");
    const its = eq(pitchHost.pitchId, pitchId);
    const before = await tx.select().from(pitchHost).where(its).orderBy(asc(pitchHost.position));
    const hosting = before.filter((host) => host.hosting);
    const are = JSON.stringify(hosting.map(({ name }) => name));
    if (are === JSON.stringify(names)) return granted(null);
    if (are !== JSON.stringify(seen)) return refused("changed_meanwhile");
    await tellHosts(tx, [pitchId]);
    const left = [...before];
    const named = names.map((name) => {
      const at = left.findIndex((host) => host.name === name);
      const [known] = at < 0 ? [] : left.splice(at, 1);
      return { pitchId, name, own: known?.own ?? false, registrationId: known?.registrationId ?? null };
    });
    const after = [
      ...named.map((host) => ({ ...host, hosting: true })),
      ...left.filter((host) => !host.hosting),
    ].map((host, position) => ({ ...host, position }));
    await tx.delete(pitchHost).where(its);
    if (after.length > 0) await tx.insert(pitchHost).values(after);
    await told(tx, crew, "set_hosts", pitchId, now);
    return granted(null);
  });
}
