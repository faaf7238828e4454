/** Places given out at announced times, from the bell to the answer. */
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { moveByHand, readPeopleCounts } from "#db/people.ts";
import { giveBack, leaveLine, rejoinLine } from "#db/registration/answer.ts";
import { mintLink } from "#db/registration/link.ts";
import { readStatus } from "#db/registration/status.ts";
import { confirmByLink } from "#db/registration/verification.ts";
import { tick } from "#db/registration/waiting.ts";
import { register, registerAll } from "#db/registration.ts";
import { audit } from "#db/schema/audit.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { entry } from "#db/schema/release.ts";
import { readTickets } from "#db/tickets.ts";
import { formFor, makeCamp, makeOrganiser, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeRelease } from "#tests/support/releases.ts";

const { db } = await freshDatabase();
const SECOND = 1_000;
const at = (seconds: number) => new Date(NOON.getTime() + seconds * SECOND);

const rowsOf = (camp: TestCamp) =>
  db.select().from(registration).where(eq(registration.eventId, camp.id)).orderBy(registration.rank);
const statuses = async (camp: TestCamp) => (await rowsOf(camp)).map(({ status }) => status);
const press = (camp: TestCamp, name: string, seconds: number) =>
  register(db, camp.id, formFor(camp, `${name}@example.org`), at(seconds));

describe("before the bell", () => {
  it("nobody is registered, and the page knows when it opens", async () => {
    const camp = await makeCamp(db, { capacity: 5 });
    await makeRelease(db, camp, { opensAt: at(10), places: 3 });
    expect(await press(camp, "early", 9)).toEqual({ ok: false, refusal: "not_yet_open" });
    expect(await readTickets(db, camp.id, at(9))).toMatchObject({
      next: "soon",
      release: { opensAt: at(10).toISOString(), places: 3, way: "first_come" },
    });
    expect(await press(camp, "in-time", 10)).toMatchObject({ ok: true, value: { status: "held" } });
  });

  it("what a release does not give out is kept back, and free to be given by hand without taking from it", async () => {
    const camp = await makeCamp(db, { capacity: 3 });
    const organiser = await makeOrganiser(db, camp);
    await makeRelease(db, camp, { opensAt: NOON, places: 2 });
    const guest = await makePerson(db, camp, "left", { rank: 0 });
    await moveByHand(db, organiser, guest, "confirm", "Speaks for the hosts", at(1));
    expect((await readPeopleCounts(db, camp.id, at(1))).free).toBe(2);
    for (const name of ["a", "b", "c"]) await press(camp, name, 2);
    expect(await statuses(camp)).toEqual(["confirmed", "held", "held", "waiting"]);
    // It was kept back and is again.
    await giveBack(db, guest, at(3));
    await tick(db, at(3));
    expect(await statuses(camp)).toEqual(["released", "held", "held", "waiting"]);
    expect((await readPeopleCounts(db, camp.id, at(3))).free).toBe(0);
  });

  it("goes to the line first when a second release opens", async () => {
    const camp = await makeCamp(db, { capacity: 3 });
    await makeRelease(db, camp, { opensAt: NOON, places: 1 });
    await makeRelease(db, camp, { opensAt: at(3_600), places: 1 });
    await makePerson(db, camp, "confirmed", { rank: 1 });
    await makePerson(db, camp, "waiting", { rank: 2 });
    await tick(db, at(3_599));
    expect(await statuses(camp)).toEqual(["confirmed", "waiting"]);
    expect(await readTickets(db, camp.id, at(3_599))).toMatchObject({ coming: { places: 1 } });
    await tick(db, at(3_600));
    expect(await statuses(camp)).toEqual(["confirmed", "offered"]);
  });
});

describe("a batch", () => {
  /** A camp with so many places in a batch that opens at noon. */
  async function batchOf(places: number, people: number) {
    const camp = await makeCamp(db, { capacity: 50 });
    await makeRelease(db, camp, { way: "batch", opensAt: NOON, places });
    const names = Array.from({ length: people }, (_, n) => `camper${n}`);
    const applicants = names.map((name, n) => {
      return { form: formFor(camp, `${name}@example.org`), now: at(1 + n), deviceId: null };
    });
    await registerAll(db, camp.id, applicants);
    return { camp, names };
  }

  it("takes everybody at once, and answers when its minute is over", async () => {
    const { camp } = await batchOf(3, 8);
    expect(await statuses(camp)).toEqual(Array(8).fill("entered"));
    await tick(db, at(60));
    expect(await statuses(camp)).toEqual(Array(8).fill("entered"));
    await tick(db, at(63));
    expect(await statuses(camp)).toEqual([...Array(3).fill("held"), ...Array(5).fill("waiting")]);
    expect((await rowsOf(camp)).map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const mails = await db.select().from(outbox).where(eq(outbox.eventId, camp.id));
    expect(mails.map(({ kind }) => kind)).toEqual(Array(8).fill("drawn"));
    const drawn = await db.select().from(audit).where(eq(audit.eventId, camp.id));
    expect(drawn.filter(({ act }) => act === "draw")).toHaveLength(8);
    expect(drawn.filter(({ act }) => act === "draw_release")).toMatchObject([{ to: "8", actor: "clock" }]);
  });

  it("is drawn by lot: the order of presses decides nothing, and each who pressed can be first", async () => {
    const firsts = new Set<string>();
    for (let n = 0; n < 12 && firsts.size < 2; n += 1) {
      const { camp } = await batchOf(1, 2);
      await tick(db, at(63));
      firsts.add((await rowsOf(camp))[0]!.email);
    }
    expect(firsts.size).toBe(2);
  });

  it("puts whoever comes after the minute behind everybody who pressed in it, in the order they came", async () => {
    const { camp } = await batchOf(2, 4);
    await press(camp, "late", 60);
    await press(camp, "later", 62);
    await tick(db, at(63));
    expect((await rowsOf(camp)).slice(4).map(({ email }) => email)).toEqual([
      "late@example.org",
      "later@example.org",
    ]);
    // From then on people are answered as they press.
    expect(await press(camp, "last", 64)).toMatchObject({ value: { status: "waiting" } });
  });

  it("is drawn once by two workers at the same time", async () => {
    const { camp } = await batchOf(2, 6);
    await Promise.all([tick(db, at(63)), tick(db, at(63))]);
    const acts = await db.select().from(audit).where(eq(audit.eventId, camp.id));
    expect(acts.filter(({ act }) => act === "draw_release")).toHaveLength(1);
    expect(acts.filter(({ act }) => act === "draw")).toHaveLength(6);
    expect((await statuses(camp)).filter((status) => status === "held")).toHaveLength(2);
  });

  it("gives a place at once to whoever is proven, and passes over whoever left", async () => {
    const { camp } = await batchOf(8, 3);
    const [first, second] = await rowsOf(camp);
    await confirmByLink(db, await mintLink(db, first!.id, { mailed: true, now: at(20) }), at(20));
    await leaveLine(db, second!.id, at(21));
    await tick(db, at(63));
    const rows = await rowsOf(camp);
    const statusOf = (id: string) => rows.find((row) => row.id === id)!.status;
    expect([statusOf(first!.id), statusOf(second!.id)]).toEqual(["confirmed", "left"]);
  });

  it("is entered once, also by whoever left and came back", async () => {
    const { camp } = await batchOf(1, 2);
    const [first] = await rowsOf(camp);
    await confirmByLink(db, await mintLink(db, first!.id, { mailed: true, now: at(20) }), at(20));
    await leaveLine(db, first!.id, at(21));
    expect(await rejoinLine(db, first!.id, at(22))).toEqual({ ok: true, value: "entered" });
    expect(await db.$count(entry, eq(entry.registrationId, first!.id))).toBe(1);
    await tick(db, at(63));
    expect((await statuses(camp)).sort()).toEqual(expect.arrayContaining(["waiting"]));
  });

  it("tells a browser that names somebody else’s address no more than a newcomer", async () => {
    const camp = await makeCamp(db, { capacity: 50 });
    await makePerson(db, camp, "confirmed", { rank: 0 });
    await makeRelease(db, camp, { way: "batch", opensAt: NOON, places: 1 });
    const stranger = await press(camp, "person0", 5);
    const newcomer = await press(camp, "newcomer", 6);
    const shown = async (answer: typeof stranger, seconds: number) => {
      if (!answer.ok) throw new Error(answer.refusal);
      return (await readStatus(db, answer.value.token, at(seconds)))!.registration;
    };
    expect([await shown(stranger, 7), await shown(newcomer, 7)]).toMatchObject([
      { status: "entered", position: null, proven: false },
      { status: "entered", position: null, proven: false },
    ]);
    await tick(db, at(63));
    expect((await shown(stranger, 64)).status).toMatch(/^(held|waiting)$/);
    expect(await db.$count(registration, eq(registration.eventId, camp.id))).toBe(2);
  });
});
