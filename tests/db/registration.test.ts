import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { holdTicket, startDevice } from "#db/device.ts";
import { giveBack, leaveLine } from "#db/registration/answer.ts";
import { findLink, mintLink } from "#db/registration/link.ts";
import { countPlaces } from "#db/registration/place.ts";
import { readStatus } from "#db/registration/status.ts";
import { confirmByCode, mintMailed } from "#db/registration/verification.ts";
import { register, registerAll } from "#db/registration.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { findViewer } from "#db/viewer.ts";
import { formFor, makeCamp, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const press = (camp: TestCamp, email: string, now = NOON, deviceId: string | null = null) =>
  register(db, camp.id, formFor(camp, email), now, deviceId);

describe("registering", () => {
  it("gives a place while any is free, then the waiting list in order of arrival", async () => {
    const camp = await makeCamp(db, { capacity: 2 });
    const statuses = [];
    for (const name of ["ama", "rhys", "mei", "colin"]) {
      const result = await register(db, camp.id, formFor(camp, `${name}@example.org`), NOON);
      statuses.push(result.ok && result.value.status);
    }
    expect(statuses).toEqual(["held", "held", "waiting", "waiting"]);
    const rows = await db
      .select()
      .from(registration)
      .where(eq(registration.eventId, camp.id))
      .orderBy(registration.rank);
    expect(rows.map((row) => [row.name, row.rank])).toEqual([
      ["ama", 1],
      ["rhys", 2],
      ["mei", 3],
      ["colin", 4],
    ]);
  });

  it("gives somebody who brings two along one place, also where that makes more than may be inside", async () => {
    const camp = await makeCamp(db, { capacity: 2 });
    await db.update(event).set({ insideLimit: 2 }).where(eq(event.id, camp.id));
    const along = { companions: 2, companionsNote: "Two who sign", accessAgreed: true };
    const statuses = [];
    for (const name of ["ama", "rhys", "mei"]) {
      const form = { ...formFor(camp, `${name}@example.org`), ...along };
      const result = await register(db, camp.id, form, NOON);
      statuses.push(result.ok && result.value.status);
    }
    expect(statuses).toEqual(["held", "held", "waiting"]);
    expect(await countPlaces(db, camp.id)).toMatchObject({ held: 2, confirmed: 0, waiting: 1 });
    const rows = await db
      .select()
      .from(registration)
      .where(eq(registration.eventId, camp.id))
      .orderBy(registration.rank);
    expect(rows.map(({ companions }) => companions)).toEqual([2, 2, 2]);
    // Two who come along leave one place behind when their person goes.
    const [ama] = rows;
    expect(await giveBack(db, ama!.id, NOON)).toMatchObject({ ok: true });
    expect(await countPlaces(db, camp.id)).toMatchObject({ held: 1 });
  });

  it("sends a newcomer behind the line even while a place is free, and holds one where more are than are in turn", async () => {
    const camp = await makeCamp(db, { capacity: 2 });
    await makePerson(db, camp, "waiting", { rank: 0, verified: false });
    const gets = (email: string) => register(db, camp.id, formFor(camp, email), NOON);
    expect(await gets("new@example.org")).toMatchObject({ ok: true, value: { status: "held" } });
    expect(await gets("late@example.org")).toMatchObject({ ok: true, value: { status: "waiting" } });
  });

  it("lets nobody past whoever is in turn while nothing is offered to them", async () => {
    const camp = await makeCamp(db, { capacity: 9 });
    await db.update(event).set({ offersOn: false }).where(eq(event.id, camp.id));
    await makePerson(db, camp, "waiting", { rank: 0, verified: false });
    const result = await register(db, camp.id, formFor(camp, "past@example.org"), NOON);
    expect(result).toMatchObject({ ok: true, value: { status: "waiting" } });
  });

  it("changes nothing when the same form is sent twice, and answers with the same registration", async () => {
    const camp = await makeCamp(db);
    const form = formFor(camp, "Sian@Example.org ");
    const first = await register(db, camp.id, form, NOON);
    const second = await register(db, camp.id, form, NOON);
    expect(second).toEqual({ ok: true, value: { ...(first.ok && first.value), token: expect.any(String) } });
    expect(await db.$count(registration, eq(registration.eventId, camp.id))).toBe(1);
    expect(await db.$count(outbox, eq(outbox.eventId, camp.id))).toBe(1);
    expect(await db.$count(audit, eq(audit.eventId, camp.id))).toBe(1);
  });

  it("lets somebody who gave their place back join again, at the back", async () => {
    const camp = await makeCamp(db, { capacity: 1 });
    const released = await makePerson(db, camp, "released", { rank: 0 });
    await register(db, camp.id, formFor(camp, "first@example.org"), NOON);
    const own = await startDevice(db, {});
    await holdTicket(db, own.id, released);
    const form = formFor(camp, "person0@example.org");
    const send = () => register(db, camp.id, form, NOON, own.id);
    const results = [await send(), await send()];
    expect(results).toMatchObject(
      results.map(() => ({ ok: true, value: { registrationId: released, status: "waiting" } })),
    );
    const [row] = await db.select().from(registration).where(eq(registration.id, released));
    expect(row?.rank).toBe(2);
  });

  it("leaves somebody who gave their place back as they are until the code is typed where it was registered", async () => {
    const camp = await makeCamp(db, { capacity: 1 });
    const bob = await makePerson(db, camp, "released", { rank: 0 });
    const [before] = await db.select().from(registration).where(eq(registration.id, bob));
    const page = await mintLink(db, bob, { mailed: false, now: NOON });
    const form = { ...formFor(camp, "person0@example.org"), name: "Mallory" };
    const typed = await register(db, camp.id, form, NOON);
    const token = (typed.ok && typed.value.token) || "";
    expect((await readStatus(db, token, NOON))?.registration).toMatchObject({
      status: "held",
      name: "Mallory",
    });
    expect(await db.select().from(registration).where(eq(registration.id, bob))).toEqual([before]);
    expect((await readStatus(db, page, NOON))?.registration).toMatchObject({
      status: "released",
      proven: true,
    });

    const { code } = await mintMailed(db, bob, NOON);
    const browser = await startDevice(db, {});
    expect((await confirmByCode(db, token, code, browser.id, NOON)).ok).toBe(true);
    expect((await readStatus(db, token, NOON))?.registration).toMatchObject({
      ...{ id: bob, status: "offered", name: "person0" },
    });
  });

  it("asks whoever registers an unproven address again for proof, and ends what other browsers held of it", async () => {
    const camp = await makeCamp(db, { capacity: 1 });
    const bob = await makePerson(db, camp, "released", { rank: 0, verified: false });
    const old = await startDevice(db, {});
    await holdTicket(db, old.id, bob);
    const page = await mintLink(db, bob, { mailed: false, now: NOON });
    const mailed = await mintLink(db, bob, { mailed: true, now: NOON });
    await register(db, camp.id, formFor(camp, "person0@example.org"), NOON);
    const [row] = await db.select().from(registration).where(eq(registration.id, bob));
    expect(row?.verifiedAt).toBe(null);
    expect((await findViewer(db, old.token, camp.id)).registrationId).toBe(null);
    expect([await findLink(db, page, NOON), (await findLink(db, mailed, NOON))?.registrationId]).toEqual([
      null,
      bob,
    ]);
  });

  it("refuses outside the tickets phase, an unknown sector and a full line, and writes nothing", async () => {
    const shut = await makeCamp(db, { phase: "closed" });
    expect(await register(db, shut.id, formFor(shut, "a@example.org"), NOON)).toEqual({
      ok: false,
      refusal: "not_open",
    });
    const camp = await makeCamp(db, { capacity: 1, lineLimit: 1 });
    const elsewhere = { ...formFor(camp, "a@example.org"), sectorId: shut.sectorId };
    expect(await register(db, camp.id, elsewhere, NOON)).toEqual({ ok: false, refusal: "bad_input" });
    await register(db, camp.id, formFor(camp, "b@example.org"), NOON);
    await register(db, camp.id, formFor(camp, "c@example.org"), NOON);
    const proven = await makePerson(db, camp, "waiting", { rank: 90 });
    expect(await register(db, camp.id, formFor(camp, "d@example.org"), NOON)).toEqual({
      ok: false,
      refusal: "line_full",
    });
    await leaveLine(db, proven, NOON);
    expect(await countPlaces(db, camp.id)).toMatchObject({ held: 1, offered: 0, waiting: 1, ready: 0 });
    const [row] = await db.select().from(event).where(eq(event.id, camp.id));
    expect(row?.nextRank).toBe(3);
  });
});

it("registers nobody once the camp is over by the calendar, whatever its phase", async () => {
  const camp = await makeCamp(db);
  expect(await press(camp, "too-late@example.org", new Date("2026-07-14T23:00:00.000Z"))).toEqual({
    ok: false,
    refusal: "camp_over",
  });
  expect((await press(camp, "in-time@example.org", new Date("2026-07-14T22:59:59.999Z"))).ok).toBe(true);
});

describe("people who share a transaction", () => {
  it("are judged one after the other, each with their own answer", async () => {
    const camp = await makeCamp(db, { capacity: 1 });
    const twice = formFor(camp, "ama@example.org");
    const shut = formFor(await makeCamp(db), "rhys@example.org");
    const forms = [
      twice,
      formFor(camp, "AMA@example.org"),
      twice,
      shut,
      formFor(camp, "mei@example.org"),
      formFor(camp, "late@example.org"),
    ];
    const results = await registerAll(
      db,
      camp.id,
      forms.map((form) => ({ form, now: NOON, deviceId: null })),
    );
    expect(results.map((result) => (result.ok ? result.value.status : result.refusal))).toEqual([
      "held",
      "waiting",
      "held",
      "bad_input",
      "waiting",
      "waiting",
    ]);
    expect(await countPlaces(db, camp.id)).toMatchObject({ held: 1, offered: 0, waiting: 2 });
    expect(await db.$count(audit, eq(audit.eventId, camp.id))).toBe(3);
  });
});

describe("a rush", () => {
  // Without lockEvent's `for update` more places than there are were held on every run.
  it("of 100 people at once for 30 places oversells nobody and loses nobody", async () => {
    const camp = await makeCamp(db, { capacity: 30 });
    const people = Array.from({ length: 100 }, (_, i) => formFor(camp, `rush${i}@example.org`));
    const results = await Promise.all(people.map((form) => register(db, camp.id, form, NOON)));
    expect(results.filter((result) => !result.ok)).toEqual([]);
    expect(await countPlaces(db, camp.id)).toMatchObject({
      confirmed: 0,
      held: 30,
      offered: 0,
      waiting: 70,
    });
    const ranks = await db
      .select({ rank: registration.rank })
      .from(registration)
      .where(eq(registration.eventId, camp.id))
      .orderBy(registration.rank);
    expect(ranks.map((row) => row.rank)).toEqual(people.map((_, i) => i + 1));
  });

  it("of one person, twenty taps at once, makes one registration", async () => {
    const camp = await makeCamp(db);
    const form = formFor(camp, "double@example.org");
    const results = await Promise.all(Array.from({ length: 20 }, () => register(db, camp.id, form, NOON)));
    const ids = new Set(results.map((result) => result.ok && result.value.registrationId));
    expect([ids.size, ids.has(false)]).toEqual([1, false]);
    expect(await db.$count(audit, eq(audit.eventId, camp.id))).toBe(1);
  });
});
