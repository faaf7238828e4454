import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { startDevice } from "#db/device.ts";
import { findLink, mintLink } from "#db/registration/link.ts";
import { confirmByLink } from "#db/registration/verification.ts";
import { device } from "#db/schema/device.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { addSecond, removeSecond } from "#db/second-address/adding.ts";
import { confirmSecond, mintSecond, readSecondPage } from "#db/second-address/proving.ts";
import { readSecond } from "#db/second-address/reading.ts";
import { askToSignIn } from "#db/sign-in.ts";
import { refused } from "#domain/result.ts";
import { makeCamp, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { askAt, confirmedAt, HOME, kindsTo, pageOf, secondOf } from "#tests/support/second-address.ts";
import { inTurn } from "#tests/support/transfer.ts";

const { db } = await freshDatabase();
const DONE = { ok: true, value: null };
const DAY = 86_400_000;

async function ama() {
  const camp = await makeCamp(db);
  const id = await makePerson(db, camp, "waiting", { rank: 1 });
  return { camp, id, page: await pageOf(db, id), first: "person1@example.org" };
}

describe("the link in the mail that asks", () => {
  it("confirms the second address once, and the first is told", async () => {
    const { camp, id, first } = await ama();
    const token = await askAt(db, id);
    expect(await readSecondPage(db, token, NOON)).toMatchObject({ confirmed: false });
    expect(await confirmSecond(db, token, NOON)).toEqual(DONE);
    expect(await confirmSecond(db, token, new Date(NOON.getTime() + 2 * DAY))).toEqual(DONE);
    expect(await readSecond(db, id, NOON)).toMatchObject({ email: HOME, reach: "works" });
    expect(await readSecondPage(db, token, NOON)).toMatchObject({ confirmed: true });
    expect(await kindsTo(db, camp.id, first)).toEqual(["second_confirmed"]);
  });

  it("says nothing of whose it is to be, opens no page of theirs and proves nothing of the first address", async () => {
    const { id } = await ama();
    await db.update(registration).set({ bouncedAt: NOON }).where(eq(registration.id, id));
    await db.update(registration).set({ bouncedAt: null }).where(eq(registration.id, id));
    const token = await askAt(db, id);
    const page = await readSecondPage(db, token, NOON);
    expect(Object.keys(page ?? {}).sort()).toEqual(["confirmed", "event"]);
    expect(JSON.stringify(page)).not.toContain("person1");
    expect(await findLink(db, token, NOON)).toBe(null);
    expect(await confirmByLink(db, token, NOON)).toEqual(refused("not_found"));
    const devices = await db.$count(device);
    await db.update(registration).set({ bouncedAt: NOON }).where(eq(registration.id, id));
    expect(await confirmSecond(db, token, NOON)).toEqual(DONE);
    const [row] = await db.select().from(registration).where(eq(registration.id, id));
    expect(row?.bouncedAt).toEqual(NOON);
    expect(await db.$count(device)).toBe(devices);
  });

  it("is good for a day from when the mail went, to the millisecond", async () => {
    const { id } = await ama();
    const token = await askAt(db, id);
    const went = new Date(NOON.getTime() + DAY / 2);
    const to = { secondOf: id, recipient: HOME };
    const later = (await db.transaction((tx) => mintSecond(tx, to, went)))!;
    expect(await readSecondPage(db, token, went)).toBe(null);
    const end = new Date(went.getTime() + DAY);
    expect(await readSecondPage(db, later, end)).toBe(null);
    expect(await confirmSecond(db, later, end)).toEqual(refused("not_found"));
    expect(await confirmSecond(db, later, new Date(end.getTime() - 1))).toEqual(DONE);
  });

  it("is refused once the address was taken away or replaced, also by itself given again", async () => {
    const { id, page } = await ama();
    const token = await askAt(db, id);
    await removeSecond(db, page, NOON);
    expect(await confirmSecond(db, token, NOON)).toEqual(refused("not_found"));
    await askAt(db, id, "other@example.org");
    expect(await confirmSecond(db, token, NOON)).toEqual(refused("not_found"));
    await removeSecond(db, page, NOON);
    await addSecond(db, page, HOME, NOON);
    expect(await confirmSecond(db, token, NOON)).toEqual(refused("not_found"));
    expect(await confirmSecond(db, "x".repeat(43), NOON)).toEqual(refused("not_found"));
    expect((await secondOf(db, id))?.provenAt).toBe(null);
  });

  it("is not made for an address that was taken away, replaced or confirmed meanwhile", async () => {
    const { id, page } = await ama();
    const mint = (recipient: string) =>
      db.transaction((tx) => mintSecond(tx, { secondOf: id, recipient }, NOON));
    await addSecond(db, page, HOME, NOON);
    expect(await mint("other@example.org")).toBe(null);
    expect(await mint(HOME)).not.toBe(null);
    await removeSecond(db, page, NOON);
    expect(await mint(HOME)).toBe(null);
    await confirmedAt(db, id);
    expect(await mint(HOME)).toBe(null);
  });

  it("loses against whoever takes the address away first, and nothing of it is left", async () => {
    const { camp, id, page, first } = await ama();
    const token = await askAt(db, id);
    const [removed, confirmed] = await inTurn(
      db,
      camp,
      () => removeSecond(db, page, NOON),
      () => confirmSecond(db, token, NOON),
    );
    expect([removed.ok, confirmed]).toEqual([true, refused("not_found")]);
    expect(await secondOf(db, id)).toBe(null);
    expect(await kindsTo(db, camp.id, first)).toEqual([]);
  });
});

describe("whoever reads the second address", () => {
  it("opens the page by the links in its mails, which prove nothing of the first", async () => {
    const { id } = await ama();
    await confirmedAt(db, id);
    await db.update(registration).set({ bouncedAt: NOON }).where(eq(registration.id, id));
    const link = await mintLink(db, id, { mailed: false, second: true, now: NOON });
    expect(await findLink(db, link, NOON)).toMatchObject({ registrationId: id, mailed: false });
    expect(await confirmByLink(db, link, NOON)).toEqual(refused("not_found"));
  });

  it("does not sign in by it: it is an address like any that nobody knows", async () => {
    const { id } = await ama();
    await confirmedAt(db, id);
    const said = [];
    for (const email of [HOME, "nobody.at.all@example.org"]) {
      const { id: deviceId } = await startDevice(db, {});
      said.push((await askToSignIn(db, deviceId, email, NOON)).ok);
    }
    expect(said).toEqual([true, true]);
    expect(await db.$count(outbox, eq(outbox.kind, "sign_in"))).toBe(0);
  });
});
