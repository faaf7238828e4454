import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { holdTicket, startDevice } from "#db/device.ts";
import { lockEvent } from "#db/event.ts";
import { moveByHand } from "#db/people.ts";
import { mintLink } from "#db/registration/link.ts";
import { confirmByLink, mintMailed } from "#db/registration/verification.ts";
import { register } from "#db/registration.ts";
import { registration } from "#db/schema/registration.ts";
import { takeTicket } from "#db/ticket.ts";
import { findViewer } from "#db/viewer.ts";
import { formFor, makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();

async function typed(email: string) {
  const camp = await makeCamp(db, { capacity: 1 });
  const result = await register(db, camp.id, formFor(camp, email), NOON);
  if (!result.ok) throw new Error(result.refusal);
  return { camp, ...result.value, device: await startDevice(db, {}) };
}
const take = async (token: string, deviceId: string, now = NOON) => {
  const taken = await takeTicket(db, token, deviceId, now);
  return taken.ok ? taken.value.token : taken.refusal;
};

describe("the ticket of a registration", () => {
  it("goes to a device from the page of somebody proven, and the cookie it had before is worth nothing", async () => {
    const camp = await makeCamp(db);
    const mine = await makePerson(db, camp, "confirmed", { rank: 1 });
    // A cookie is good by the clock of whoever asks with it.
    const now = new Date();
    const page = await mintLink(db, mine, { mailed: false, now });
    const phone = await startDevice(db, {});
    const cookie = await take(page, phone.id, now);
    expect((await findViewer(db, cookie, camp.id)).attendee?.registrationId).toBe(mine);
    expect((await findViewer(db, phone.token, camp.id)).deviceId).toBe(null);
    expect(await take("made-up", phone.id)).toBe("not_found");
  });

  it("is not for a page whose address is unproven, whose mail comes back, or that takes no part", async () => {
    const { camp, token, registrationId, device } = await typed("typed@example.org");
    const olu = await makeOrganiser(db, camp);
    expect(await take(token, device.id)).toBe("no_ticket");
    await moveByHand(db, olu, registrationId, "confirm", "Stands before me", NOON);
    expect(await take(token, device.id)).toBe("no_ticket");
    const waits = await makePerson(db, camp, "waiting", { rank: 8 });
    expect(await take(await mintLink(db, waits, { mailed: true, now: NOON }), device.id)).toBe("no_ticket");
    const back = await makePerson(db, camp, "confirmed", { rank: 9 });
    await db.update(registration).set({ bouncedAt: NOON }).where(eq(registration.id, back));
    expect(await take(await mintLink(db, back, { mailed: true, now: NOON }), device.id)).toBe("no_ticket");
    expect((await findViewer(db, device.token, camp.id)).registrationId).toBe(null);
  });

  // Before, whoever had typed the address took part as its reader from the moment they proved it.
  it("that somebody held before the address was proven ends with the proof", async () => {
    const { camp, token, registrationId, device } = await typed("victim@example.org");
    await holdTicket(db, device.id, registrationId);
    const mailed = await mintMailed(db, registrationId, NOON);
    await confirmByLink(db, mailed.token, NOON);
    expect((await findViewer(db, device.token, camp.id)).registrationId).toBe(null);
    expect(await take(token, device.id)).toBe("not_possible_now");
  });

  // With the page read before the lock the ticket was taken: its proof had ended the page meanwhile.
  it("is judged after a proof that is under way, not before", async () => {
    const { camp, token, registrationId, device } = await typed("meanwhile@example.org");
    const mailed = await mintMailed(db, registrationId, NOON);
    let free = () => {};
    const locked = new Promise<void>((ready) => {
      void db.transaction(async (tx) => {
        await lockEvent(tx, camp.id);
        ready();
        await new Promise<void>((go) => {
          free = go;
        });
      });
    });
    await locked;
    const proof = confirmByLink(db, mailed.token, NOON);
    const waitsBehind = (n: number) => expect.poll(() => waiting(), { timeout: 5_000 }).toBe(n);
    await waitsBehind(1);
    const taken = take(token, device.id);
    await waitsBehind(2);
    free();
    expect([await proof, await taken]).toEqual([{ ok: true, value: null }, "not_possible_now"]);
  });
});

/** How many of this database's connections wait for a lock. */
async function waiting(): Promise<number> {
  const rows = await db.execute(
    "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  );
  return rows.length;
}
