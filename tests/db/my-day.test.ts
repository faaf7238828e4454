/** One's own day by mail, and at an address that a calendar follows. */
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { eraseMe } from "#db/erasure.ts";
import { newId } from "#db/id.ts";
import { endDayAddress, findDay, hasDayAddress, mailMyDay, makeDayAddress, readWhose } from "#db/my-day.ts";
import { readPersonalData } from "#db/personal-data.ts";
import { bringPitch } from "#db/pitch.ts";
import { mendAddressByHand } from "#db/registration/address.ts";
import { mintLink } from "#db/registration/link.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { publication } from "#db/schema/publication.ts";
import { registration } from "#db/schema/registration.ts";
import { dayAddress, star } from "#db/schema/star.ts";
import { hand } from "#db/schema/voting.ts";
import { starRun } from "#db/star.ts";
import { endTickets } from "#db/ticket.ts";
import { LIMITS } from "#domain/rate-limit.ts";
import type { Attendee } from "#domain/viewer.ts";
import { makeOrganiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { camper, MORNING, type PitchingCamp, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { freeze, gridOf } from "#tests/support/published.ts";

const { db } = await freshDatabase();

let camp: PitchingCamp;
let ama: Attendee;
let bo: Attendee;
let swaps: string;

beforeEach(async () => {
  camp = await pitchingCamp(db, "grid");
  [ama, bo] = [await camper(db, camp, "Ama Boateng"), await camper(db, camp, "Bo Li")];
  const form = pitchForm("Job swaps");
  await bringPitch(db, ama, form, MORNING);
  swaps = form.id;
  await freeze(db, camp.eventId, await gridOf(db, camp, MORNING.getTime()));
});

const make = async (who = ama) => {
  const made = await makeDayAddress(db, who, MORNING);
  if (!made.ok) throw new Error(made.refusal);
  return made.value.token;
};
const set = (row: Partial<typeof event.$inferInsert>) =>
  db.update(event).set(row).where(eq(event.id, camp.eventId));
const release = () =>
  db.update(registration).set({ status: "released" }).where(eq(registration.id, ama.registrationId));
const takeBack = () =>
  db.update(publication).set({ takenBackAt: MORNING }).where(eq(publication.eventId, camp.eventId));

describe("what makes somebody’s day", () => {
  it("is what they host, what they have a hand up for, and what they say of runs", async () => {
    await db.insert(hand).values({ pitchId: swaps, registrationId: bo.registrationId, up: true });
    await starRun(db, { attendee: bo, pitchId: swaps, copy: 1, starred: false, castAt: MORNING }, MORNING);
    expect(await readWhose(db, ama.registrationId)).toEqual({ hosting: [swaps], hands: [], stars: {} });
    expect(await readWhose(db, bo.registrationId)).toEqual({
      ...{ hosting: [], hands: [swaps] },
      stars: { [`${swaps}-1`]: false },
    });
  });
});

describe("the address of somebody’s day", () => {
  it("finds whose day it is, and of it nothing but a hash is kept", async () => {
    const token = await make();
    expect(await findDay(db, token, MORNING)).toMatchObject({
      camp: { id: camp.eventId, slug: camp.slug },
      whose: { hosting: [swaps] },
    });
    expect(JSON.stringify(await db.select().from(dayAddress))).not.toContain(token);
    expect(await findDay(db, "x".repeat(43), MORNING)).toBe(null);
  });

  it("ends as their browsers do, and as the crew mends their address to what may be somebody else’s", async () => {
    const tokens = [await make(ama), await make(bo)];
    await db.transaction((tx) => endTickets(tx, ama.registrationId));
    const crew = await makeOrganiser(db, { id: camp.eventId });
    const mended = { email: "bo.li@example.org", reason: "Typing" };
    expect((await mendAddressByHand(db, crew, bo.registrationId, mended, MORNING)).ok).toBe(true);
    expect(await Promise.all(tokens.map((token) => findDay(db, token, MORNING)))).toEqual([null, null]);
  });

  it("made anew ends the one before, and taken away leads nowhere", async () => {
    const [first, second] = [await make(), await make()];
    expect(await findDay(db, first, MORNING)).toBe(null);
    expect(await findDay(db, second, MORNING)).not.toBe(null);
    expect(await hasDayAddress(db, ama)).toBe(true);
    for (let times = 0; times < 2; times++) await endDayAddress(db, ama);
    expect([await findDay(db, second, MORNING), await hasDayAddress(db, ama)]).toEqual([null, false]);
  });

  it.each([
    ["the camp is over", () => set({ phase: "after" })],
    ["they have no place any more", release],
  ])("ends once %s", async (_, end) => {
    const token = await make();
    await end();
    expect(await findDay(db, token, MORNING)).toBe(null);
  });

  it("ends with the camp’s own calendar, whatever its phase", async () => {
    const token = await make();
    expect(await findDay(db, token, new Date(MORNING.getTime() + 3 * 86_400_000))).toBe(null);
  });

  it("is in their copy without itself, with what they said of runs, and both go when they are deleted", async () => {
    await make();
    await starRun(db, { attendee: ama, pitchId: swaps, copy: 1, starred: true, castAt: MORNING }, MORNING);
    const proven = { verifiedAt: MORNING };
    await db.update(registration).set(proven).where(eq(registration.id, ama.registrationId));
    const page = await mintLink(db, ama.registrationId, { mailed: true, now: MORNING });
    expect(await readPersonalData(db, page, MORNING)).toMatchObject({
      dayAddress: { at: MORNING.toISOString() },
      stars: [{ title: "Job swaps", time: 2, starred: true, at: MORNING.toISOString() }],
    });
    expect((await eraseMe(db, page, MORNING)).ok).toBe(true);
    const theirs = [
      await db.$count(star, eq(star.registrationId, ama.registrationId)),
      await db.$count(dayAddress, eq(dayAddress.registrationId, ama.registrationId)),
    ];
    expect(theirs).toEqual([0, 0]);
  });
});

describe("a mail of somebody’s day", () => {
  const mails = () =>
    db
      .select({ to: outbox.recipient })
      .from(outbox)
      .where(and(eq(outbox.eventId, camp.eventId), eq(outbox.kind, "my_day")));

  it("goes once a press to themselves, also where the press arrives twice", async () => {
    const press = newId();
    for (const one of [press, press, newId()])
      expect(await mailMyDay(db, ama, one, MORNING)).toEqual({ ok: true, value: null });
    expect(await mails()).toHaveLength(2);
  });

  it("goes so often and no more", async () => {
    const { most } = LIMITS.day_mail_by_registration;
    for (let n = 0; n < most; n++) await mailMyDay(db, ama, newId(), MORNING);
    expect(await mailMyDay(db, ama, newId(), MORNING)).toEqual({ ok: false, refusal: "too_many" });
    expect(await mails()).toHaveLength(most);
  });
});

describe.each([
  ["a mail", (who: Attendee) => mailMyDay(db, who, newId(), MORNING)],
  ["an address", (who: Attendee) => makeDayAddress(db, who, MORNING)],
])("%s of one’s day", (_, act) => {
  it.each([
    ["not_open", "while no grid is out", takeBack],
    ["not_open", "once the camp is over", () => set({ phase: "after" })],
    ["no_ticket", "for whoever has no place", release],
  ])("is refused %s %s", async (refusal, _when, before) => {
    await before();
    expect(await act(ama)).toEqual({ ok: false, refusal });
  });
});
