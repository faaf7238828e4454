import { eq, isNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { mendAddress } from "#db/registration/address.ts";
import { startHold } from "#db/registration/hold.ts";
import { readRegistration, readStatus } from "#db/registration/status.ts";
import { sendCodeAgain } from "#db/registration/verification.ts";
import { tick } from "#db/registration/waiting.ts";
import { register } from "#db/registration.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { formFor, makeCamp, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const MINUTE = 60_000;
const after = (minutes: number) => new Date(NOON.getTime() + minutes * MINUTE);

/** The worker: all mail goes, and the time of each held place begins with its own. */
async function sendMail(at: Date): Promise<void> {
  const gone = await db
    .update(outbox)
    .set({ sentAt: at })
    .where(isNull(outbox.sentAt))
    .returning({ facts: outbox.facts });
  for (const { facts } of gone)
    await db.transaction((tx) => startHold(tx, (facts as { registrationId: string }).registrationId, at));
}

async function tokenOf(camp: TestCamp, email: string, at: Date): Promise<string> {
  const form = { ...formFor(camp, email), name: "Stranger" };
  const result = await register(db, camp.id, form, at);
  return result.ok ? result.value.token : "";
}

/** All that a page says, without whose it is. */
async function model(token: string, at: Date) {
  const page = (await readStatus(db, token, at))!;
  const { id: _, email: __, sectorId: ___, ...shown } = page.registration;
  return { at, shown, codeSentAt: page.codeSentAt, holdHours: page.holdHours };
}

const VICTIMS = {
  "has proven it": { status: "confirmed", heldUntil: null, verifiedAt: after(-39) },
  "has not proven it": { status: "held", heldUntil: after(23 * 60 + 20) },
  "proved it, and mail to them came back": {
    ...{ status: "confirmed", heldUntil: null, verifiedAt: after(-39), bouncedAt: after(-38) },
  },
} as const satisfies Record<string, Partial<typeof registration.$inferInsert>>;

/** A camp where somebody registered forty minutes ago, and their mail went a minute later. */
async function campWith(victim: (typeof VICTIMS)[keyof typeof VICTIMS]): Promise<TestCamp> {
  const camp = await makeCamp(db, { capacity: 10 });
  await tokenOf(camp, "victim@example.org", after(-40));
  await sendMail(after(-39));
  await db
    .update(registration)
    .set({ ...victim })
    .where(eq(registration.eventId, camp.id));
  return camp;
}

/** What a stranger reads who names an address, at each instant of what they may do with it. */
async function reading(camp: TestCamp, named: string, mended: string) {
  const read = [];
  const token = await tokenOf(camp, named, NOON);
  for (const at of [NOON, after(1)]) read.push(await model(token, at));
  await sendMail(after(2));
  for (const at of [after(2), after(60)]) read.push(await model(token, at));
  const second = await tokenOf(camp, named, after(61));
  read.push(await model(token, after(61)));
  await sendMail(after(62));
  read.push(await model(second, after(62)), await model(token, after(62)));
  const { link } = (await readStatus(db, token, after(63)))!;
  await sendCodeAgain(db, link, after(63));
  read.push(await model(token, after(63)));
  await sendMail(after(64));
  read.push(await model(token, after(64)));
  await mendAddress(db, token, mended, after(65));
  read.push(await model(token, after(65)));
  await sendMail(after(66));
  for (const at of [after(66), after(24 * 60)]) read.push(await model(token, at));
  await tick(db, after(24 * 60 + 2));
  await sendMail(after(24 * 60 + 2));
  read.push(await model(token, after(24 * 60 + 2)));
  return read;
}

// Before, the mail to whoever registered it within the last hour began the time of the stranger's page.
describe("what a stranger's page says of an address", () => {
  it.each(Object.entries(VICTIMS))(
    "is at each instant what it says of one that nobody registered, where its reader %s",
    async (_, victim) => {
      const known = await reading(await campWith(victim), "victim@example.org", "victim@example.org");
      const unknown = await reading(await campWith(victim), "nobody@example.org", "nobody@example.org");
      expect(known).toEqual(unknown);
    },
  );

  it("is the same when the address is mended to one that is registered", async () => {
    const victim = VICTIMS["has proven it"];
    const known = await reading(await campWith(victim), "typo@example.org", "victim@example.org");
    const unknown = await reading(await campWith(victim), "typo@example.org", "nobody@example.org");
    expect(known).toEqual(unknown);
  });

  it("is the same when the address it is mended from was registered", async () => {
    const victim = VICTIMS["has proven it"];
    const known = await reading(await campWith(victim), "victim@example.org", "own@example.org");
    const unknown = await reading(await campWith(victim), "typo@example.org", "own@example.org");
    expect(known).toEqual(unknown);
  });
});

it("counts only those as ready for a place who have proven their address", async () => {
  const camp = await makeCamp(db, { capacity: 1, offersOn: false });
  const holder = await makePerson(db, camp, "confirmed", { rank: 1 });
  await makePerson(db, camp, "waiting", { rank: 2, verified: false });
  const line = async () => (await readRegistration(db, holder, NOON))?.line;
  expect(await line()).toEqual({ offersOn: false, ready: 0 });
  await makePerson(db, camp, "waiting", { rank: 3 });
  expect(await line()).toEqual({ offersOn: false, ready: 1 });
});
