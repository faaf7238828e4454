import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { holdTicket, startDevice } from "#db/device.ts";
import { forget } from "#db/forget.ts";
import { findLink, mintLink } from "#db/registration/link.ts";
import { confirmByCode, mintMailed } from "#db/registration/verification.ts";
import { device } from "#db/schema/device.ts";
import { mailbox } from "#db/schema/mail.ts";
import { registrationLink } from "#db/schema/registration.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const daysLater = (days: number) => new Date(NOON.getTime() + days * 24 * 3_600_000);

it("takes away links past their time and keeps the others", async () => {
  const camp = await makeCamp(db);
  const id = await makePerson(db, camp, "confirmed", { rank: 1 });
  const old = await mintLink(db, id, { mailed: false, now: daysLater(-500) });
  const good = await mintLink(db, id, { mailed: false, now: NOON });
  await forget(db, NOON);
  expect(await db.$count(registrationLink)).toBe(1);
  expect(await findLink(db, old, daysLater(-499))).toBe(null);
  expect(await findLink(db, good, NOON)).toMatchObject({ registrationId: id, mailed: false });
});

it("empties codes a day after they ran out, and leaves the link that came with them", async () => {
  const camp = await makeCamp(db);
  const id = await makePerson(db, camp, "waiting", { rank: 1, verified: false });
  const { token, code } = await mintMailed(db, id, NOON);
  await forget(db, daysLater(0.5));
  expect((await confirmByCode(db, token, code, (await startDevice(db, {})).id, daysLater(0.5))).ok).toBe(
    true,
  );
  await forget(db, daysLater(3));
  expect(await findLink(db, token, daysLater(3))).not.toBeNull();
  const codes = await db.select({ hash: registrationLink.codeHash }).from(registrationLink);
  expect(codes.every(({ hash }) => hash === null)).toBe(true);
});

it("ends devices after half a year of not being asked to stay, and clears the local mailbox after a month", async () => {
  const { id } = await startDevice(db, {});
  await db.insert(mailbox).values([
    { id: crypto.randomUUID(), recipient: "a@example.org", subject: "old", body: "", sentAt: daysLater(-31) },
    { id: crypto.randomUUID(), recipient: "a@example.org", subject: "new", body: "", sentAt: daysLater(-29) },
  ]);
  await forget(db, NOON);
  expect((await db.select().from(mailbox)).map(({ subject }) => subject)).toEqual(["new"]);
  await forget(db, new Date(Date.now() + 181 * 24 * 3_600_000));
  expect((await db.select().from(device)).map((row) => row.id)).not.toContain(id);
});

it("forgets a browser that became nobody after two days, and never one that holds a ticket or is signed in", async () => {
  await db.delete(device);
  const camp = await makeCamp(db);
  const registrationId = await makePerson(db, camp, "waiting", { rank: 1 });
  const { personId } = await makeOrganiser(db, camp);
  const [nobody, young, phone, laptop] = [
    await startDevice(db, {}),
    await startDevice(db, {}),
    await startDevice(db, {}),
    await startDevice(db, { personId }),
  ];
  await holdTicket(db, phone.id, registrationId);
  await db.update(device).set({ seenAt: daysLater(-3), expiresAt: daysLater(100) });
  await db
    .update(device)
    .set({ seenAt: daysLater(-1) })
    .where(eq(device.id, young.id));
  await forget(db, NOON);
  const left = (await db.select().from(device)).map(({ id }) => id);
  expect(new Set(left)).toEqual(new Set([young.id, phone.id, laptop.id]));
  expect(left).not.toContain(nobody.id);
});
