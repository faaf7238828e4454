/** Phones that ask to be told, and every way in which they are told no more. */
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { endDevice, endDevices, holdTicket, startDevice } from "#db/device.ts";
import { eraseMe } from "#db/erasure.ts";
import { hashToken } from "#db/id.ts";
import { endPass, takePass } from "#db/pass.ts";
import { readPersonalData } from "#db/personal-data.ts";
import { movePhase } from "#db/phase.ts";
import { purgeDue } from "#db/purge.ts";
import { readPushKey, readPushKeys } from "#db/push/key.ts";
import { makePushKeys } from "#db/push/key-pair.ts";
import { askForPush, endPush, readTold } from "#db/push.ts";
import { giveBack } from "#db/registration/answer.ts";
import { mintLink } from "#db/registration/link.ts";
import { person } from "#db/schema/person.ts";
import { pushKey, pushSubscription } from "#db/schema/push.ts";
import { registration } from "#db/schema/registration.ts";
import { signInDevice } from "#db/sign-in.ts";
import { endTickets } from "#db/ticket.ts";
import type { Phase } from "#domain/event.ts";
import { MOST } from "#domain/limits.ts";
import { LIMITS } from "#domain/rate-limit.ts";
import type { Attendee } from "#domain/viewer.ts";
import { ahead } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { camper, organiser, type PitchingCamp, pitchingCamp } from "#tests/support/pitching.ts";
import { anAsk, tellOn } from "#tests/support/told.ts";

const { db } = await freshDatabase();
const DAY = 86_400_000;
const now = new Date();
const later = (ms: number) => new Date(now.getTime() + ms);

let camp: PitchingCamp;
let ama: Attendee;

beforeEach(async () => {
  camp = await pitchingCamp(db, "sessions", ahead());
  ama = await camper(db, camp, "Ama Boateng");
});

const told = async (who = ama) =>
  (
    await db
      .select({ id: pushSubscription.deviceId })
      .from(pushSubscription)
      .where(eq(pushSubscription.registrationId, who.registrationId))
      .orderBy(pushSubscription.createdAt)
  ).map(({ id }) => id);

describe("the keys of an installation", () => {
  // Seen to fail in all but one of them, and to change the keys, with other ways to insert.
  it("are made once, however many processes start at once, and never again", async () => {
    await db.delete(pushKey);
    expect(await readPushKey(db)).toBe(null);
    await expect(readPushKeys(db)).rejects.toThrow("no keys");
    await Promise.all(Array.from({ length: 8 }, () => makePushKeys(db)));
    const first = await readPushKeys(db);
    await makePushKeys(db);
    expect(await readPushKeys(db)).toEqual(first);
    expect(await readPushKey(db)).toBe(first.publicKey);
    expect(await db.$count(pushKey)).toBe(1);
  });
});

describe("whoever asks on their phone", () => {
  it("is told there, by the address that it gave last", async () => {
    const ask = anAsk();
    const phone = await tellOn(db, ama, { ask });
    expect(await readTold(db, ama, phone)).toBe(hashToken(ask.endpoint));
    const other = anAsk();
    for (let twice = 0; twice < 2; twice += 1) await tellOn(db, ama, { deviceId: phone, ask: other });
    expect(await told()).toEqual([phone]);
    expect(await readTold(db, ama, phone)).toBe(hashToken(other.endpoint));
    expect(await readTold(db, await camper(db, camp, "Bo"), phone)).toBe(null);
  });

  it("is told on so many phones, and with another one no more on the first", async () => {
    const phones: string[] = [];
    for (let n = 0; n < MOST.toldPhones + 2; n += 1) phones.push(await tellOn(db, ama, { now: later(n) }));
    expect(await told()).toEqual(phones.slice(2));
  });

  // Seen with nine of them, without the lock of the registration.
  it("is never told on more of them, however many ask at once", async () => {
    const phones = await Promise.all(
      Array.from({ length: MOST.toldPhones + 4 }, async () => {
        const { id } = await startDevice(db, {});
        await holdTicket(db, id, ama.registrationId);
        return id;
      }),
    );
    await Promise.all(phones.map((id) => askForPush(db, ama, id, anAsk(), now)));
    expect(await told()).toHaveLength(MOST.toldPhones);
  });

  it("takes the place of whoever asked with that phone before, at that camp alone", async () => {
    const ask = anAsk();
    const phone = await tellOn(db, ama, { ask });
    const elsewhere = await pitchingCamp(db, "tickets", ahead());
    const amaThere = await camper(db, elsewhere, "Ama Boateng");
    await tellOn(db, amaThere, { ask, deviceId: phone });
    const bo = await camper(db, camp, "Bo");
    const again = await tellOn(db, bo, { ask });
    expect([await told(), await told(bo), await told(amaThere)]).toEqual([[], [again], [phone]]);
  });

  it("is refused where the phone acts for them no more, and after so many times", async () => {
    const { id } = await startDevice(db, {});
    const asks = () => askForPush(db, ama, id, anAsk(), now);
    expect(await asks()).toMatchObject({ refusal: "no_ticket" });
    await holdTicket(db, id, ama.registrationId);
    expect(await asks()).toMatchObject({ ok: true });
    for (let n = 2; n < LIMITS.push_by_registration.most; n += 1) await asks();
    expect(await asks()).toMatchObject({ refusal: "too_many" });
    expect(await told()).toEqual([id]);
  });

  it.each([
    ["draft", "not_open"],
    ["tickets", "ok"],
    ["after", "ok"],
    ["archived", "not_open"],
  ] as const)("in %s: %s", async (phase: Phase, answer) => {
    const there = await pitchingCamp(db, phase, ahead());
    const who = await camper(db, there, "Ama");
    const { id } = await startDevice(db, {});
    await holdTicket(db, id, who.registrationId);
    const asked = await askForPush(db, who, id, anAsk(), now);
    expect(asked.ok ? "ok" : asked.refusal).toBe(answer);
  });

  it("reads that in what is held of them, and of the address only whose service it is", async () => {
    await db.update(registration).set({ verifiedAt: now }).where(eq(registration.id, ama.registrationId));
    const ask = anAsk();
    await tellOn(db, ama, { ask, now });
    const token = await mintLink(db, ama.registrationId, { mailed: true, now });
    const held = await readPersonalData(db, token, now);
    expect(held!.told).toEqual([{ service: "push.example.com", at: now.toISOString() }]);
    for (const secret of Object.values(ask)) expect(JSON.stringify(held)).not.toContain(secret);
  });
});

describe("a phone is told no more", () => {
  it("once it says so, and may give its address up once no camp has it", async () => {
    const ask = anAsk();
    const phone = await tellOn(db, ama, { ask });
    const elsewhere = await pitchingCamp(db, "tickets", ahead());
    const amaThere = await camper(db, elsewhere, "Ama Boateng");
    await tellOn(db, amaThere, { ask, deviceId: phone });
    expect(await endPush(db, camp.eventId, phone)).toEqual({ last: false });
    expect([await told(), await told(amaThere)]).toEqual([[], [phone]]);
    expect(await endPush(db, elsewhere.eventId, phone)).toEqual({ last: true });
    expect(await endPush(db, elsewhere.eventId, phone)).toEqual({ last: false });
  });

  it("once it is signed out, and another one goes on", async () => {
    const [email] = await db
      .select({ email: registration.email })
      .from(registration)
      .where(eq(registration.id, ama.registrationId));
    const personId = crypto.randomUUID();
    await db.insert(person).values({ id: personId, name: "Ama", email: email!.email });
    const [here, there] = [await startDevice(db, { personId }), await startDevice(db, { personId })];
    for (const { id } of [here, there])
      expect(await askForPush(db, ama, id, anAsk(), now)).toMatchObject({ ok: true });
    await endDevice(db, personId, here.id);
    expect(await told()).toEqual([there.id]);
    await endDevices(db, personId, null);
    expect(await told()).toEqual([]);
  });

  it("once somebody else is signed in on it, but where it still holds the ticket", async () => {
    const [row] = await db.select().from(registration).where(eq(registration.id, ama.registrationId));
    const [own, other] = [crypto.randomUUID(), crypto.randomUUID()];
    await db.insert(person).values([
      { id: own, name: "Ama", email: row!.email },
      { id: other, name: "Bo", email: `${other}@example.org` },
    ]);
    const signedIn = await startDevice(db, { personId: own });
    await askForPush(db, ama, signedIn.id, anAsk(), now);
    const held = await tellOn(db, ama);
    for (const id of [signedIn.id, held]) await db.transaction((tx) => signInDevice(tx, id, other, now));
    expect(await told()).toEqual([held]);
  });

  it("once its tickets end, and so does a pass", async () => {
    await tellOn(db, ama);
    const bo = await camper(db, camp, "Bo");
    const stays = await tellOn(db, bo);
    await db.transaction((tx) => endTickets(tx, ama.registrationId));
    expect([await told(), await told(bo)]).toEqual([[], [stays]]);

    const crew = await organiser(db, camp);
    const [badge] = await db.select().from(registration).where(eq(registration.id, ama.registrationId));
    const { id } = await startDevice(db, {});
    const typed = { code: badge!.ticketCode!, name: "Ama" };
    expect(await takePass(db, id, camp.eventId, typed, now)).toMatchObject({ ok: true });
    expect(await askForPush(db, ama, id, anAsk(), now)).toMatchObject({ ok: true });
    await endPass(db, crew, ama.registrationId, now);
    expect(await told()).toEqual([]);
  });

  it("once the place is given back, or all that is held is deleted", async () => {
    await tellOn(db, ama);
    const bo = await camper(db, camp, "Bo");
    await tellOn(db, bo);
    await giveBack(db, ama.registrationId, now);
    expect(await told()).toEqual([]);
    await db.update(registration).set({ verifiedAt: now }).where(eq(registration.id, bo.registrationId));
    const token = await mintLink(db, bo.registrationId, { mailed: true, now });
    expect(await eraseMe(db, token, now)).toMatchObject({ ok: true });
    expect(await told(bo)).toEqual([]);
  });

  it("once the camp is archived, and not before", async () => {
    const there = await pitchingCamp(db, "sessions", ahead());
    const [crew, who] = [await organiser(db, there), await camper(db, there, "Cleo")];
    const phone = await tellOn(db, who);
    await movePhase(db, crew, { from: "sessions", to: "after" }, now);
    expect(await told(who)).toEqual([phone]);
    await movePhase(db, crew, { from: "after", to: "archived" }, now);
    expect(await told(who)).toEqual([]);
  });

  it("once what only the camp needed is deleted, and not before", async () => {
    const over = await pitchingCamp(db, "after", new Date(now.getTime() - 20 * DAY));
    const who = await camper(db, over, "Cleo");
    const phone = await tellOn(db, who);
    await purgeDue(db, now, new AbortController().signal);
    expect(await told(who)).toEqual([phone]);
    await purgeDue(db, later(15 * DAY), new AbortController().signal);
    expect(await told(who)).toEqual([]);
    const here = and(eq(pushSubscription.eventId, over.eventId));
    expect(await db.$count(pushSubscription, here)).toBe(0);
  });
});
