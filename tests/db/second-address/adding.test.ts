import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { holdTicket, startDevice } from "#db/device.ts";
import { findLink, mintLink } from "#db/registration/link.ts";
import { audit } from "#db/schema/audit.ts";
import { ticket } from "#db/schema/device.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { addSecond, removeSecond } from "#db/second-address/adding.ts";
import { readSecond, readSecondBehind } from "#db/second-address/reading.ts";
import { mintOwnPage, takeTicket } from "#db/ticket.ts";
import { STATUSES } from "#domain/registration.ts";
import { refused } from "#domain/result.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { askAt, confirmedAt, HOME, kindsTo, pageOf, secondOf } from "#tests/support/second-address.ts";
import { inTurn } from "#tests/support/transfer.ts";

const { db } = await freshDatabase();
const DONE = { ok: true, value: null };
const DAY = 86_400_000;

/** Somebody who waits, and their page. */
async function ama() {
  const camp = await makeCamp(db);
  const id = await makePerson(db, camp, "waiting", { rank: 1 });
  return { camp, id, page: await pageOf(db, id), first: "person1@example.org" };
}
const actsOf = async (id: string) =>
  (await db.select().from(audit).where(eq(audit.subjectId, id)).orderBy(audit.id)).map(({ act }) => act);

describe("giving a second address", () => {
  it("asks its reader once, and again with the same one changes nothing", async () => {
    const { camp, id, page } = await ama();
    expect(await addSecond(db, page, " Ama.At.Home@example.org ", NOON)).toEqual(DONE);
    expect(await addSecond(db, page, HOME, NOON)).toEqual(DONE);
    expect(await kindsTo(db, camp.id, HOME)).toEqual(["second_asked"]);
    const [mail] = await db.select().from(outbox).where(eq(outbox.eventId, camp.id));
    expect(mail).toMatchObject({ secondOf: id, facts: { registrationId: id } });
    const lapsesAt = new Date(NOON.getTime() + DAY).toISOString();
    expect(await readSecond(db, id, NOON)).toEqual({ email: HOME, reach: "asked", lapsesAt });
    expect(await actsOf(id)).toEqual(["add_second_address"]);
  });

  it("is one at a time: another only once the first of them is taken away, or nobody said yes in time", async () => {
    const { camp, id, page } = await ama();
    await addSecond(db, page, HOME, NOON);
    expect(await addSecond(db, page, "other@example.org", NOON)).toEqual(refused("second_address_there"));
    await removeSecond(db, page, NOON);
    expect(await addSecond(db, page, "other@example.org", NOON)).toEqual(DONE);
    const late = new Date(NOON.getTime() + DAY);
    expect(await readSecond(db, id, late)).toBe(null);
    expect(await addSecond(db, page, HOME, late)).toEqual(DONE);
    expect((await secondOf(db, id))?.email).toBe(HOME);
    // What went to those before is forgotten with them.
    expect(await kindsTo(db, camp.id, "other@example.org")).toEqual([]);
  });

  it("is for whoever has proven the first one, on their own page", async () => {
    const { id, page, first } = await ama();
    expect(await addSecond(db, page, first.toUpperCase(), NOON)).toEqual(refused("first_address"));
    expect(await addSecond(db, "x".repeat(43), HOME, NOON)).toEqual(refused("not_found"));
    const claim = { form: {} as never, told: "waiting", rank: 1, heldUntil: null } as const;
    const claimed = await mintLink(db, id, { mailed: false, claim, now: NOON });
    expect(await addSecond(db, claimed, HOME, NOON)).toEqual(refused("not_possible_now"));
    for (const unproven of [{ bouncedAt: NOON }, { verifiedAt: null }]) {
      await db.update(registration).set(unproven).where(eq(registration.id, id));
      expect(await addSecond(db, page, HOME, NOON)).toEqual(refused("not_possible_now"));
    }
  });

  it("is for whoever is in the camp or its line, until it is over", async () => {
    const camp = await makeCamp(db);
    const until = { offered: { offeredUntil: new Date(NOON.getTime() + DAY) } } as Record<string, object>;
    const taken: string[] = [];
    for (const [rank, status] of STATUSES.entries()) {
      const id = await makePerson(db, camp, status, { rank, ...until[status] });
      const { ok } = await addSecond(db, await pageOf(db, id), `second${rank}@example.org`, NOON);
      if (ok) taken.push(status);
    }
    expect(taken).toEqual(["waiting", "entered", "offered", "held", "confirmed"]);
    const { page, camp: other } = await ama();
    await db.update(event).set({ phase: "draft" }).where(eq(event.id, other.id));
    expect(await addSecond(db, page, HOME, NOON)).toEqual(refused("not_open"));
    await db.update(event).set({ phase: "after" }).where(eq(event.id, other.id));
    expect(await addSecond(db, page, HOME, NOON)).toEqual(refused("camp_over"));
  });

  it("answers alike whatever an address has at the camp", async () => {
    const camp = await makeCamp(db);
    const [one, two, three] = await Promise.all(
      [1, 2, 3].map((rank) => makePerson(db, camp, "confirmed", { rank })),
    );
    await confirmedAt(db, two!, HOME);
    await makeOrganiser(db, camp);
    const said = [];
    for (const email of ["person3@example.org", HOME, "nobody@example.org"]) {
      said.push(await addSecond(db, await pageOf(db, one!), email, NOON));
      expect(await readSecond(db, one!, NOON)).toMatchObject({ email, reach: "asked" });
      await removeSecond(db, await pageOf(db, one!), NOON);
    }
    expect(said).toEqual([DONE, DONE, DONE]);
    expect(await secondOf(db, three!)).toBe(null);
    expect(await readSecond(db, two!, NOON)).toMatchObject({ email: HOME, reach: "works" });
  });

  it("writes to three addresses a day for one page, and six times a day to one address", async () => {
    const { page } = await ama();
    const said = [];
    for (const n of [1, 2, 3, 4]) {
      said.push(await addSecond(db, page, `somebody${n}@example.org`, NOON));
      await removeSecond(db, page, NOON);
    }
    expect(said).toEqual([DONE, DONE, DONE, refused("too_many")]);
    const camp = await makeCamp(db);
    const each = [];
    for (const rank of [1, 2, 3, 4, 5, 6, 7]) {
      const id = await makePerson(db, camp, "waiting", { rank });
      each.push(await addSecond(db, await pageOf(db, id), HOME, NOON));
    }
    expect(each.filter(({ ok }) => ok).length).toBe(6);
    expect(each.at(-1)).toEqual(refused("too_many"));
  });

  it("keeps one, where two are given at once", async () => {
    const { camp, id, page } = await ama();
    const both = await inTurn(
      db,
      camp,
      () => addSecond(db, page, "one@example.org", NOON),
      () => addSecond(db, page, "two@example.org", NOON),
    );
    expect(both).toEqual([DONE, refused("second_address_there")]);
    expect((await secondOf(db, id))?.email).toBe("one@example.org");
    expect(await kindsTo(db, camp.id, "two@example.org")).toEqual([]);
  });
});

describe("taking it away", () => {
  it("is one press, and tells the first where mail had gone to the second", async () => {
    const { camp, id, page, first } = await ama();
    await askAt(db, id);
    expect(await removeSecond(db, page, NOON)).toEqual({ ok: true, value: { token: page } });
    expect(await kindsTo(db, camp.id, first)).toEqual([]);
    await confirmedAt(db, id);
    expect(await removeSecond(db, page, NOON)).toEqual({ ok: true, value: { token: page } });
    expect(await removeSecond(db, page, NOON)).toEqual({ ok: true, value: { token: page } });
    expect(await secondOf(db, id)).toBe(null);
    expect(await kindsTo(db, camp.id, first)).toEqual(["second_confirmed", "second_removed"]);
    expect(await kindsTo(db, camp.id, HOME)).toEqual([]);
    expect((await actsOf(id)).filter((act) => act === "remove_second_address")).toHaveLength(2);
  });

  it("ends the links that went there, and leaves whoever pressed on one without any", async () => {
    const { id, page } = await ama();
    await confirmedAt(db, id);
    const [link, elsewhere] = [
      await mintLink(db, id, { mailed: false, second: true, now: NOON }),
      await mintLink(db, id, { mailed: false, second: true, now: NOON }),
    ];
    expect(await removeSecond(db, link, NOON)).toEqual({ ok: true, value: { token: null } });
    for (const ended of [link, elsewhere]) expect(await findLink(db, ended, NOON)).toBe(null);
    expect(await findLink(db, page, NOON)).not.toBe(null);
  });

  it("ends what a phone holds that came in by such a link, and the page it led to, and no other", async () => {
    const { camp, id, page } = await ama();
    await db.update(registration).set({ status: "confirmed" }).where(eq(registration.id, id));
    await confirmedAt(db, id);
    const link = await mintLink(db, id, { mailed: false, second: true, now: NOON });
    const [theirs, own, both] = [
      await startDevice(db, {}),
      await startDevice(db, {}),
      await startDevice(db, {}),
    ];
    const take = (token: string, device: { id: string }) => takeTicket(db, token, device.id, NOON);
    for (const [token, device] of [
      [link, theirs],
      [page, own],
      // What was taken by the first address stays, whatever is opened there later.
      [page, both],
      [link, both],
    ] as const)
      expect((await take(token, device)).ok).toBe(true);
    const opened = ({ id: deviceId }: { id: string }) =>
      mintOwnPage(db, { deviceId, registrationId: id }, NOON);
    const pages = [await opened(theirs), await opened(own), await opened(both)];
    await removeSecond(db, page, NOON);
    const holds = async ({ id: deviceId }: { id: string }) =>
      db.$count(ticket, eq(ticket.deviceId, deviceId));
    expect([await holds(theirs), await holds(own), await holds(both)]).toEqual([0, 1, 1]);
    const still = await Promise.all(pages.map(async (token) => (await findLink(db, token, NOON)) !== null));
    expect(still).toEqual([false, true, true]);
    expect(await db.$count(registration, eq(registration.eventId, camp.id))).toBe(1);
  });

  it("ends a pass that became a ticket by such a link", async () => {
    const { id } = await ama();
    await db.update(registration).set({ status: "confirmed" }).where(eq(registration.id, id));
    const { id: deviceId } = await startDevice(db, {});
    await db.insert(ticket).values({ deviceId, registrationId: id, passUntil: new Date(NOON.getTime() + 1) });
    await holdTicket(db, deviceId, id, true);
    const [row] = await db.select().from(ticket).where(eq(ticket.deviceId, deviceId));
    expect(row).toMatchObject({ second: true, passUntil: null });
  });

  it("is not for a browser that has not proven the first address, which is shown none either", async () => {
    const { id, page } = await ama();
    await confirmedAt(db, id);
    const claim = { form: {} as never, told: "waiting", rank: 1, heldUntil: null } as const;
    const claimed = await mintLink(db, id, { mailed: false, claim, now: NOON });
    expect(await removeSecond(db, claimed, NOON)).toEqual(refused("not_possible_now"));
    expect(await readSecondBehind(db, { registrationId: id, claim }, NOON)).toBe(null);
    const own = { registrationId: id, claim: null };
    await db.update(registration).set({ bouncedAt: NOON }).where(eq(registration.id, id));
    expect((await readSecondBehind(db, own, NOON))?.email).toBe(HOME);
    await db.update(registration).set({ verifiedAt: null }).where(eq(registration.id, id));
    expect(await readSecondBehind(db, own, NOON)).toBe(null);
    expect(await removeSecond(db, page, NOON)).toEqual(refused("not_possible_now"));
    expect(await removeSecond(db, "x".repeat(43), NOON)).toEqual(refused("not_found"));
  });
});
