import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { startDevice } from "#db/device.ts";
import { giveBack } from "#db/registration/answer.ts";
import { findLink, mintLink } from "#db/registration/link.ts";
import { readStatus } from "#db/registration/status.ts";
import { confirmByCode, confirmByLink, mintMailed, sendCodeAgain } from "#db/registration/verification.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { makeCamp, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const WRONG = "000000";
const later = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000);

const device = await startDevice(db, {});

async function unverified() {
  const camp = await makeCamp(db);
  const id = await makePerson(db, camp, "waiting", { rank: 1, verified: false });
  const page = await mintLink(db, id, { mailed: false, now: NOON });
  const link = (await findLink(db, page, NOON))!;
  return {
    camp,
    id,
    page,
    link,
    type: (code: string, now: Date) => confirmByCode(db, page, code, device.id, now),
  };
}
const isVerified = async (id: string) =>
  (await db.select().from(registration).where(eq(registration.id, id)))[0]?.verifiedAt !== null;

describe("confirming an address", () => {
  it("takes the code of the newest mail, once it is the right one", async () => {
    const { id, type } = await unverified();
    const old = await mintMailed(db, id, NOON);
    const { code } = await mintMailed(db, id, later(1));
    if (old.code !== code)
      expect(await type(old.code, later(1))).toEqual({ ok: false, refusal: "wrong_code" });
    expect(await type(code, later(1))).toEqual({ ok: true, value: null });
    expect(await isVerified(id)).toBe(true);
  });

  it("gives five tries, even when all are sent at once", async () => {
    const { id, type } = await unverified();
    const { code } = await mintMailed(db, id, NOON);
    const guess = code === WRONG ? "111111" : WRONG;
    const results = await Promise.all(Array.from({ length: 8 }, () => type(guess, NOON)));
    const refusals = results.map((result) => !result.ok && result.refusal).sort();
    expect(refusals).toEqual([...Array(3).fill("too_many_tries"), ...Array(5).fill("wrong_code")]);
    expect(await type(code, NOON)).toEqual({ ok: false, refusal: "too_many_tries" });
    expect(await isVerified(id)).toBe(false);
  });

  it("refuses a code older than a day, and one that was never sent", async () => {
    const { id, type } = await unverified();
    expect(await type(WRONG, NOON)).toEqual({ ok: false, refusal: "code_expired" });
    const { code } = await mintMailed(db, id, NOON);
    expect(await type(code, later(25))).toEqual({ ok: false, refusal: "code_expired" });
  });

  it("takes the mailed link's button, and no other link's", async () => {
    const { id } = await unverified();
    const browser = await mintLink(db, id, { mailed: false, now: NOON });
    expect(await confirmByLink(db, browser, NOON)).toEqual({ ok: false, refusal: "not_found" });
    expect(await isVerified(id)).toBe(false);
    const { token } = await mintMailed(db, id, NOON);
    expect(await confirmByLink(db, token, NOON)).toEqual({ ok: true, value: null });
    expect(await isVerified(id)).toBe(true);
  });

  it("late does not cost the place in the line: a free place is offered at once", async () => {
    const camp = await makeCamp(db, { capacity: 1 });
    const holder = await makePerson(db, camp, "confirmed", { rank: 1 });
    const late = await makePerson(db, camp, "waiting", { rank: 2, verified: false });
    await giveBack(db, holder, NOON);
    const { token } = await mintMailed(db, late, NOON);
    await confirmByLink(db, token, NOON);
    expect((await readStatus(db, token, NOON))?.registration).toMatchObject({
      status: "offered",
      proven: true,
    });
  });

  // Before, a place was taken the day after the camp.
  it("is refused once the camp is over, by the calendar or its phase; who is proven already may press again", async () => {
    const over = new Date("2026-07-16T11:00:00Z");
    for (const [phase, now] of [
      ["tickets", over],
      ["after", NOON],
    ] as const) {
      const camp = await makeCamp(db, { phase });
      const id = await makePerson(db, camp, "held", { rank: 1, verified: false });
      const { token, code } = await mintMailed(db, id, now);
      const page = await mintLink(db, id, { mailed: false, now });
      expect(await confirmByLink(db, token, now)).toEqual({ ok: false, refusal: "camp_over" });
      expect(await confirmByCode(db, page, code, device.id, now)).toEqual({
        ok: false,
        refusal: "camp_over",
      });
      const [row] = await db.select().from(registration).where(eq(registration.id, id));
      expect(row).toMatchObject({ status: "held", verifiedAt: null });
      const proven = await makePerson(db, camp, "confirmed", { rank: 2 });
      const again = await mintLink(db, proven, { mailed: true, now });
      expect(await confirmByLink(db, again, now)).toEqual({ ok: true, value: null });
    }
  });

  it("sends another code at most once a minute", async () => {
    const { camp, link } = await unverified();
    await sendCodeAgain(db, link, NOON);
    await sendCodeAgain(db, link, NOON);
    await sendCodeAgain(db, link, later(1));
    expect(await db.$count(outbox, eq(outbox.eventId, camp.id))).toBe(2);
  });
});

describe("an address whose mail came back", () => {
  it("that proves itself again gets its offer's time anew", async () => {
    const camp = await makeCamp(db, { capacity: 1 });
    const id = await makePerson(db, camp, "offered", { rank: 1, offeredUntil: later(1) });
    await db.update(registration).set({ bouncedAt: NOON }).where(eq(registration.id, id));
    const { token } = await mintMailed(db, id, NOON);
    expect((await readStatus(db, token, NOON))?.registration).toMatchObject({
      proven: false,
      offeredUntil: null,
    });
    await confirmByLink(db, token, later(5));
    const page = await readStatus(db, token, later(5));
    expect(page?.registration).toMatchObject({ status: "offered", proven: true });
    expect(Date.parse(page!.registration.offeredUntil!)).toBeGreaterThan(later(6).getTime());
  });
});

it("sends at most five codes at once, so that nobody can fill a stranger's mailbox", async () => {
  const { link } = await unverified();
  const results = [];
  for (let second = 0; second < 7; second++)
    results.push(await sendCodeAgain(db, link, new Date(NOON.getTime() + second * 60_000)));
  expect(results.map((result) => result.ok)).toEqual([...Array(5).fill(true), false, false]);
  expect(results[6]).toEqual({ ok: false, refusal: "too_many" });
});

describe("a private page", () => {
  it("tells the true place in the line, and nothing for a made-up or worn-out address", async () => {
    const { camp, id } = await unverified();
    const behind = await makePerson(db, camp, "waiting", { rank: 7 });
    const token = await mintLink(db, behind, { mailed: false, now: NOON });
    expect((await readStatus(db, token, NOON))?.registration).toMatchObject({
      id: behind,
      position: 2,
      waiting: 2,
    });
    const ahead = await mintLink(db, id, { mailed: false, now: NOON });
    expect((await readStatus(db, ahead, NOON))?.registration.position).toBe(1);
    expect(await readStatus(db, "made-up", NOON)).toBe(null);
    expect(await readStatus(db, token, later(24 * 401))).toBe(null);
  });
});
