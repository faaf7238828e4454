/** Rooms and slots that go, or become a break, while sessions stand in them. */
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { markOf, type Outcome, type Question } from "#db/change.ts";
import { readDraft } from "#db/draft.ts";
import { newId } from "#db/id.ts";
import { listPitches } from "#db/pitch.ts";
import { changeRooms, roomsShown } from "#db/room.ts";
import { placement } from "#db/schema/grid.ts";
import { pitch } from "#db/schema/pitch.ts";
import { room } from "#db/schema/room.ts";
import { slot } from "#db/schema/slot.ts";
import { tally } from "#db/schema/voting.ts";
import { changeSlots, slotsShown } from "#db/slot.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { Result } from "#domain/result.ts";
import { makeCamp, makeOrganiser, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { freeze } from "#tests/support/published.ts";
import { putSlots } from "#tests/support/slots.ts";

const { db } = await freshDatabase();

/** The question a command asked. @throws when it did something, or refused */
function questionOf(result: Result<Outcome<unknown>, Refusal>): Question {
  if (!result.ok || !("asks" in result.value)) throw new Error("nothing was asked");
  return result.value;
}

describe("a room or a slot with sessions in it", () => {
  async function board() {
    const camp = await makeCamp(db, { phase: "grid" });
    const eventId = camp.id;
    const [hall, den, morning, talk] = [newId(), newId(), newId(), newId()];
    await db.insert(room).values([
      { id: hall, eventId, letter: "A", name: "Hall", capacity: 60, position: 0 },
      { id: den, eventId, letter: "B", name: "Den", capacity: 12, position: 1 },
    ]);
    const times = { startsAt: new Date("2026-07-14T09:00:00Z"), endsAt: new Date("2026-07-14T09:45:00Z") };
    await putSlots(db, { id: morning, eventId, kind: "session", ...times });
    await db.insert(pitch).values({ id: talk, eventId, title: "Job swaps" });
    await db.insert(tally).values({ pitchId: talk, eventId, hands: 41, version: 1 });
    const placed = {
      pitchId: talk,
      slotId: morning,
      roomId: den,
      copy: 0,
      length: 1 as const,
      pinned: false,
    };
    await db.insert(placement).values({ ...placed, eventId });
    await freeze(db, eventId, { sessions: await listPitches(db, eventId), placements: [placed] });
    const rooms = roomsShown(
      await db.select().from(room).where(eq(room.eventId, eventId)).orderBy(room.position),
    );
    const slots = slotsShown(await db.select().from(slot).where(eq(slot.eventId, eventId)), "Europe/London");
    return { camp, organiser: await makeOrganiser(db, camp), rooms, slots, hall, den, morning, talk };
  }
  const sessions = (id: string) => [{ id, title: "Job swaps", hands: 41, published: true }];

  it("is taken away only after its sessions were named, and an empty one at once", async () => {
    const { organiser, rooms, den, talk } = await board();
    const without = (name: string) => rooms.filter((it) => it.name !== name);
    const question = questionOf(await changeRooms(db, organiser, markOf(rooms), without("Den"), NOON));
    expect(question.asks).toEqual([
      { kind: "uprooted", what: "room", id: den, name: "Den", sessions: sessions(talk) },
    ]);
    expect(await changeRooms(db, organiser, markOf(rooms), without("Hall"), NOON)).toMatchObject({
      ok: true,
    });
    const left = without("Hall");
    const agreed = questionOf(await changeRooms(db, organiser, markOf(left), [], NOON)).agreement;
    expect(await changeRooms(db, organiser, markOf(left), [], NOON, agreed)).toEqual({
      ok: true,
      value: { done: null },
    });
  });

  it("a yes does not stand for a session that was placed meanwhile", async () => {
    const { camp, organiser, rooms, den, morning } = await board();
    const { agreement } = questionOf(await changeRooms(db, organiser, markOf(rooms), [], NOON));
    const late = newId();
    await db.insert(pitch).values({ id: late, eventId: camp.id, title: "Drones" });
    await db.delete(placement).where(eq(placement.roomId, den));
    await db.insert(placement).values({ pitchId: late, eventId: camp.id, slotId: morning, roomId: den });
    expect(
      questionOf(await changeRooms(db, organiser, markOf(rooms), [], NOON, agreement)).asks,
    ).toMatchObject([{ name: "Den", sessions: [{ title: "Drones", published: false }] }]);
  });

  it("asks the same of a slot, and of one that lies apart from the camp", async () => {
    const { organiser, slots, morning, talk } = await board();
    const early = { ...slots[0]!, id: null, day: "2026-07-08" };
    expect(questionOf(await changeSlots(db, organiser, markOf(slots), [early], NOON)).asks).toEqual([
      { kind: "uprooted", what: "slot", id: morning, name: "10:00–10:45", sessions: sessions(talk) },
      { kind: "stray_slot", day: "2026-07-08", starts: "10:00" },
    ]);
  });

  it("becomes a break only after its sessions were named, which are then in the tray again", async () => {
    const { camp, organiser, slots, morning, talk } = await board();
    const tea = [{ ...slots[0]!, kind: "break" as const, title: "Tea" }];
    const question = questionOf(await changeSlots(db, organiser, markOf(slots), tea, NOON));
    expect(question.asks).toEqual([
      { kind: "uprooted", what: "break", id: morning, name: "10:00–10:45", sessions: sessions(talk) },
    ]);
    expect((await readDraft(db, camp.id)).placements).toHaveLength(1);
    const agreed = await changeSlots(db, organiser, markOf(slots), tea, NOON, question.agreement);
    expect(agreed).toEqual({ ok: true, value: { done: null } });
    const { slots: after, placements, pitches } = await readDraft(db, camp.id);
    expect(after).toMatchObject([{ kind: "break", title: "Tea" }]);
    expect([placements, Object.keys(pitches)]).toEqual([[], [talk]]);
  });

  it("a yes to taking it away is none to a break in its place", async () => {
    const { organiser, slots } = await board();
    const tea = [{ ...slots[0]!, kind: "break" as const, title: "Tea" }];
    const { agreement } = questionOf(await changeSlots(db, organiser, markOf(slots), [], NOON));
    const answer = await changeSlots(db, organiser, markOf(slots), tea, NOON, agreement);
    expect(questionOf(answer).asks).toHaveLength(1);
  });

  it("a break in which a session stands from before is cleared when the slots are saved again", async () => {
    const { camp, organiser, morning } = await board();
    await db.update(slot).set({ kind: "break", title: "Tea" }).where(eq(slot.id, morning));
    const shown = slotsShown(await db.select().from(slot).where(eq(slot.id, morning)), "Europe/London");
    const { agreement } = questionOf(await changeSlots(db, organiser, markOf(shown), shown, NOON));
    await changeSlots(db, organiser, markOf(shown), shown, NOON, agreement);
    expect((await readDraft(db, camp.id)).placements).toEqual([]);
  });
});
