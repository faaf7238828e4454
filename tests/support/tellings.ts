/** A camp with two sessions, a and b, and four cells in which they are, for tests of who is told of it. */
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Database } from "#db/connection.ts";
import { readGrid } from "#db/draft.ts";
import { newId } from "#db/id.ts";
import { takeVersionBack } from "#db/publication/taking-back.ts";
import { listTellings, tellOf } from "#db/publication/telling.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { star } from "#db/schema/star.ts";
import { hand } from "#db/schema/voting.ts";
import type { Concern } from "#domain/review.ts";
import { saidOf } from "#domain/telling.ts";
import type { Attendee } from "#domain/viewer.ts";
import { ahead } from "./camp.ts";
import { camper, organiser, pitchingCamp } from "./pitching.ts";
import { freeze } from "./published.ts";

/** Cells 0 to 3 are Hall and Den at both times; null is nowhere. */
export type Cell = number | null;

export type Told = Awaited<ReturnType<typeof makeTold>>;

export async function makeTold(db: Database, now: Date) {
  const begins = ahead().getTime();
  const camp = await pitchingCamp(db, "sessions", ahead());
  const { eventId } = camp;
  const dan = await organiser(db, camp);
  const rooms = ["Hall", "Den"].map((name, n) => {
    return { id: newId(), letter: "AB"[n]!, name, capacity: 9, features: [] };
  });
  const slots = [0, 1].map((n) => ({
    ...{ id: newId(), kind: "session" as const, title: "", hour: 1, number: n + 1 },
    startsAt: new Date(begins + n * 3_600_000).toISOString(),
    endsAt: new Date(begins + (n + 1) * 3_600_000).toISOString(),
  }));
  const pitches = [newId(), newId()];
  for (const [n, id] of pitches.entries())
    await db.insert(pitch).values({ id, eventId, title: "ab"[n]!, createdAt: now });

  async function publish(number: number, cells: readonly Cell[]): Promise<void> {
    const placements = cells.flatMap((cell, n) =>
      cell === null
        ? []
        : [
            {
              pitchId: pitches[n]!,
              slotId: slots[cell >> 1]!.id,
              roomId: rooms[cell & 1]!.id,
              copy: 0,
              length: 1 as const,
              pinned: false,
            },
          ],
    );
    const sessions = placements.map(({ pitchId: id }) => ({
      ...{
        id,
        title: id,
        line: "",
        kind: "discuss" as const,
        voice: "me" as const,
        noteLevel: "open" as const,
      },
      ...{ needs: [], hosts: [], at: now.toISOString() },
    }));
    await freeze(db, eventId, { number, rooms, slots, sessions, placements });
  }
  const tell = (number: number, who: Concern, at: Date, ids: readonly string[] = pitches) =>
    db.transaction((tx) => tellOf(tx, { eventId, number, pitchIds: ids, ...who }, at));

  type Host = Partial<typeof pitchHost.$inferInsert>;
  async function host(name: string, n: number, rest: Host = {}): Promise<Attendee> {
    const who = await camper(db, camp, name);
    const { registrationId } = who;
    const position = await db.$count(pitchHost, eq(pitchHost.pitchId, pitches[n]!));
    await db.insert(pitchHost).values({ pitchId: pitches[n]!, position, registrationId, name, ...rest });
    return who;
  }
  async function raise({ registrationId }: Attendee, n: number, up = true): Promise<void> {
    await db.insert(hand).values({ pitchId: pitches[n]!, registrationId, up, castAt: now });
  }
  /** @param rest which time it runs, and since when they say so */
  async function say(
    { registrationId }: Attendee,
    n: number,
    starred: boolean,
    rest: Partial<typeof star.$inferInsert> = {},
  ): Promise<void> {
    const said = { pitchId: pitches[n]!, registrationId, copy: 0, starred, castAt: now, ...rest };
    await db.insert(star).values(said);
  }
  /** "a: moved Den 0", of each session that is said. */
  async function heard({ registrationId }: Attendee): Promise<string[]> {
    const [grid, tellings] = [await readGrid(db, eventId), await listTellings(db, registrationId)];
    const title = (id: string) => "ab"[pitches.indexOf(id)];
    const where = ({ room, startsAt }: { room: string; startsAt: string }) =>
      ` ${room} ${slots.findIndex((slot) => slot.startsAt === startsAt)}`;
    return saidOf(tellings, grid, begins - 1)
      .map(({ pitchId, news, is }) => `${title(pitchId)}: ${news}${is.map(where).join("")}`)
      .sort();
  }
  async function takeBack(number: number, at: Date): Promise<void> {
    const asked = await takeVersionBack(db, dan, number, at);
    if (!asked.ok || !("asks" in asked.value)) throw new Error("not asked");
    expect((await takeVersionBack(db, dan, number, at, asked.value.agreement)).ok).toBe(true);
  }
  return { camp, dan, pitches, publish, tell, host, raise, say, heard, takeBack };
}
