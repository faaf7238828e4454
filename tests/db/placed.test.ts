/** Rooms and slots that go, or become a break, while sessions stand in them. */
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { markOf, type Outcome, type Question } from "#db/change.ts";
import { readDraft } from "#db/draft.ts";
import { place } from "#db/edit.ts";
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
      value: { done: { added: 0, changed: 0, removed: 1 } },
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
    expect(agreed).toEqual({ ok: true, value: { done: { added: 0, changed: 1, removed: 0 } } });
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

describe("a session of two slots, when slots change", () => {
  const times = (starts: string, ends: string) => ({ day: "2026-07-14", starts, ends });
  const row = (id: string, starts: string, ends: string) => {
    return { id, kind: "session" as const, title: "", ...times(starts, ends) };
  };

  /** Three slots and two sessions in one room: the long one first, the other in the last slot. */
  async function board() {
    const camp = await makeCamp(db, { phase: "grid" });
    const eventId = camp.id;
    const organiser = await makeOrganiser(db, camp);
    const [hall, ten, eleven, twelve, long, short] = Array.from({ length: 6 }, () => newId());
    await db
      .insert(room)
      .values({ id: hall!, eventId, letter: "A", name: "Hall", capacity: 60, position: 0 });
    const at = (hour: string) => new Date(`2026-07-14T${hour}:00:00Z`);
    await putSlots(
      db,
      [ten!, eleven!, twelve!].map((id, n) => {
        const startsAt = at(`0${9 + n}`.slice(-2));
        return {
          id,
          eventId,
          kind: "session" as const,
          startsAt,
          endsAt: new Date(startsAt.getTime() + 2_700_000),
        };
      }),
    );
    await db.insert(pitch).values([
      { id: long!, eventId, title: "Long", length: 2 },
      { id: short!, eventId, title: "Short" },
    ]);
    const seen = { from: null, there: [] };
    const put = (pitchId: string, slotId: string) =>
      place(db, organiser, { pitchId, copy: 0, cell: { slotId, roomId: hall! }, seen }, NOON);
    await put(long!, ten!);
    await put(short!, twelve!);
    const slots = slotsShown((await readDraft(db, eventId)).slots, "Europe/London");
    const change = (wanted: typeof slots, agreed?: string) =>
      changeSlots(db, organiser, markOf(slots), wanted, NOON, agreed);
    return { eventId, ten: ten!, eleven: eleven!, twelve: twelve!, slots, change, put };
  }

  it("is named with its second slot, when that goes or becomes a break, and is in the tray then", async () => {
    const { eventId, eleven, slots, change } = await board();
    const [first, second, third] = slots;
    const tea = [first!, { ...second!, kind: "break" as const, title: "Tea" }, third!];
    for (const [wanted, what] of [
      [[first!, third!], "slot"],
      [tea, "break"],
    ] as const)
      expect(questionOf(await change([...wanted])).asks).toMatchObject([
        { kind: "uprooted", what, id: eleven, sessions: [{ title: "Long" }] },
      ]);
    await change([first!, third!], questionOf(await change([first!, third!])).agreement);
    expect((await readDraft(db, eventId)).placements).toMatchObject([{ slotId: third!.id }]);
  });

  it("is named where another session would stand in the slot that follows then", async () => {
    const { eventId, ten, eleven, twelve, slots, change } = await board();
    const swapped = [
      row(ten, "10:00", "10:45"),
      row(twelve, "11:00", "11:45"),
      row(eleven, "12:00", "12:45"),
    ];
    expect(slots.map(({ starts }) => starts)).toEqual(["10:00", "11:00", "12:00"]);
    const question = questionOf(await change(swapped));
    expect(question.asks).toMatchObject([{ kind: "uprooted", what: "followed", id: ten }]);
    await change(swapped, question.agreement);
    expect((await readDraft(db, eventId)).placements).toMatchObject([{ slotId: twelve }]);
  });

  it("goes on in another slot at once, which is taken from then on, where nobody stands there", async () => {
    const { eventId, ten, eleven, twelve, slots, change, put } = await board();
    const between = { ...row("", "10:45", "11:00"), id: null };
    const wanted = [row(ten, "10:00", "10:45"), between, row(eleven, "11:00", "11:45"), slots[2]!];
    expect(await change(wanted)).toEqual({ ok: true, value: { done: { added: 1, changed: 0, removed: 0 } } });
    expect(slots[2]!.id).toBe(twelve);
    const late = newId();
    await db.insert(pitch).values({ id: late, eventId, title: "Late" });
    expect((await put(late, eleven)).ok).toBe(true);
  });
});
