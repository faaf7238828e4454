import { and, eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { holdTicket, startDevice } from "#db/device.ts";
import { giveBack } from "#db/registration/answer.ts";
import { countPlaces } from "#db/registration/place.ts";
import { readStatus } from "#db/registration/status.ts";
import { confirmByCode, confirmByLink, mintMailed } from "#db/registration/verification.ts";
import { offerFreePlaces, tick } from "#db/registration/waiting.ts";
import { register, registerAll } from "#db/registration.ts";
import { audit } from "#db/schema/audit.ts";
import { outbox } from "#db/schema/mail.ts";
import { person } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { findViewer } from "#db/viewer.ts";
import { formFor, makeCamp, makeOrganiser, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { moveAnyway } from "#tests/support/hand.ts";

const { db } = await freshDatabase();
const HOUR = 3_600_000;
const later = (hours: number) => new Date(NOON.getTime() + hours * HOUR);

const press = (camp: TestCamp, email: string, now = NOON, deviceId: string | null = null) =>
  register(db, camp.id, formFor(camp, email), now, deviceId);
const given = async (...args: Parameters<typeof press>) => {
  const result = await press(...args);
  return result.ok ? result.value : null;
};
const rowOf = async (camp: TestCamp, email: string) => {
  const [row] = await db
    .select()
    .from(registration)
    .where(and(eq(registration.eventId, camp.id), eq(registration.email, email)));
  return row!;
};
const mailsTo = async (camp: TestCamp, email: string) =>
  (
    await db
      .select()
      .from(outbox)
      .where(and(eq(outbox.eventId, camp.id), eq(outbox.recipient, email)))
      .orderBy(outbox.id)
  ).map(({ kind }) => kind);
/** The worker sends the code: a held place's time begins. */
const hold = (camp: TestCamp, until: Date) =>
  db
    .update(registration)
    .set({ heldUntil: until })
    .where(and(eq(registration.eventId, camp.id), eq(registration.status, "held")));

const giveBackOffer = (id: string, now: Date) =>
  db
    .update(registration)
    .set({ status: "confirmed", offeredUntil: null, remindAt: null })
    .where(eq(registration.id, id))
    .then(() => giveBack(db, id, now));

describe("a place before its address is proven", () => {
  it("is held for a day from the code's mail, and theirs once they prove it", async () => {
    const camp = await makeCamp(db, { capacity: 1 });
    const { token, registrationId } = (await given(camp, "a1@example.org"))!;
    const device = await startDevice(db, {});
    await hold(camp, later(24));
    expect((await findViewer(db, device.token, camp.id)).attendee).toBe(null);
    const { code } = await mintMailed(db, registrationId, later(1));
    expect(await confirmByCode(db, token, code, device.id, later(23))).toEqual({ ok: true, value: null });
    expect((await findViewer(db, device.token, camp.id)).attendee?.name).toBe("a1");
    await tick(db, later(30));
    expect(await rowOf(camp, "a1@example.org")).toMatchObject({ status: "confirmed", heldUntil: null });
  });

  it("is not lost while its mail is still on its way", async () => {
    const camp = await makeCamp(db, { capacity: 1 });
    await given(camp, "slow@example.org");
    await tick(db, later(24 * 9));
    expect((await rowOf(camp, "slow@example.org")).status).toBe("held");
  });

  it("goes to the line when nobody proves it; they keep their turn, are told, and are next once they do", async () => {
    const camp = await makeCamp(db, { capacity: 1 });
    const { registrationId } = (await given(camp, "late@example.org"))!;
    const next = await makePerson(db, camp, "waiting", { rank: 5 });
    await hold(camp, later(24));
    await tick(db, later(24));
    expect(await rowOf(camp, "late@example.org")).toMatchObject({
      status: "waiting",
      rank: 1,
      lapsedAt: later(24),
    });
    expect((await rowOf(camp, "person5@example.org")).status).toBe("offered");
    expect(await mailsTo(camp, "late@example.org")).toEqual(["registered", "hold_lapsed"]);
    const { token } = await mintMailed(db, registrationId, later(25));
    await confirmByLink(db, token, later(25));
    const third = await makePerson(db, camp, "waiting", { rank: 2 });
    await giveBackOffer(next, later(26));
    expect((await rowOf(camp, "late@example.org")).status).toBe("offered");
    expect(third).not.toBe(null);
  });

  it("is theirs at once in a browser that is signed in with the address, or holds its proven ticket", async () => {
    const camp = await makeCamp(db);
    const personId = crypto.randomUUID();
    await db.insert(person).values({ id: personId, email: "signed@example.org", name: "Sia" });
    const signedIn = await startDevice(db, { personId });
    expect((await given(camp, "signed@example.org", NOON, signedIn.id))?.status).toBe("confirmed");
    expect((await given(camp, "another@example.org", NOON, signedIn.id))?.status).toBe("held");

    const back = await makePerson(db, camp, "released", { rank: 50 });
    const phone = await startDevice(db, {});
    await holdTicket(db, phone.id, back);
    expect((await given(camp, "person50@example.org", NOON, phone.id))?.status).toBe("confirmed");
    expect((await findViewer(db, phone.token, camp.id)).registrationId).toBe(back);

    const unproven = await makePerson(db, camp, "released", { rank: 51, verified: false });
    await holdTicket(db, phone.id, unproven);
    expect((await given(camp, "person51@example.org", NOON, phone.id))?.status).toBe("held");
  });

  // Before, whoever had registered first and then signed in was answered "held", and their place lapsed.
  it("is theirs once they register again where they are signed in, with what they say now, and nobody else's", async () => {
    const camp = await makeCamp(db, { capacity: 1 });
    const email = "later@example.org";
    const before = (await given(camp, email))!;
    const planted = await startDevice(db, {});
    await holdTicket(db, planted.id, before.registrationId);
    const personId = crypto.randomUUID();
    await db.insert(person).values({ id: personId, email, name: "Lata" });
    const signedIn = await startDevice(db, { personId });
    const form = { ...formFor(camp, email), name: "Lata", access: "A ramp" };
    const result = await register(db, camp.id, form, later(0.1), signedIn.id);
    expect(result).toMatchObject({ ok: true, value: { status: "confirmed" } });
    expect(await rowOf(camp, email)).toMatchObject({
      ...{ status: "confirmed", verifiedAt: later(0.1), name: "Lata", access: "A ramp" },
    });
    const page = await readStatus(db, result.ok ? result.value.token : "", later(0.1));
    expect(page).toMatchObject({
      link: { claim: null },
      registration: { status: "confirmed", proven: true },
    });
    expect((await readStatus(db, before.token, later(0.1)))?.registration).toMatchObject({
      ...{ status: "held", access: "", proven: false },
    });
    expect((await findViewer(db, planted.token, camp.id)).registrationId).toBe(null);
    expect((await findViewer(db, signedIn.token, camp.id)).attendee?.name).toBe("Lata");
  });

  it("proven so in a transaction with others counts for the next of them", async () => {
    const camp = await makeCamp(db, { capacity: 1 });
    await given(camp, "first@example.org");
    await given(camp, "second@example.org");
    await giveBack(db, (await rowOf(camp, "first@example.org")).id, NOON);
    const known = ["second@example.org", "third@example.org"];
    const people = known.map((email) => ({ id: crypto.randomUUID(), email, name: email }));
    await db.insert(person).values(people);
    const [second, third] = await Promise.all(people.map(({ id }) => startDevice(db, { personId: id })));
    const results = await registerAll(db, camp.id, [
      { form: formFor(camp, known[0]!), now: later(0.1), deviceId: second!.id },
      { form: formFor(camp, known[1]!), now: later(0.1), deviceId: third!.id },
    ]);
    expect(results.map((result) => result.ok && result.value.status)).toEqual(["waiting", "waiting"]);
    expect([await rowOf(camp, known[0]!), await rowOf(camp, known[1]!)]).toMatchObject([
      { status: "offered", verifiedAt: later(0.1) },
      { status: "waiting" },
    ]);
  });

  it("can be made a place by an organiser, by name and with a reason", async () => {
    const camp = await makeCamp(db, { capacity: 1 });
    const { registrationId } = (await given(camp, "walk-in@example.org"))!;
    const olu = await makeOrganiser(db, camp);
    await moveAnyway(db, olu, registrationId, "confirm", "Stands before me", NOON);
    expect(await rowOf(camp, "walk-in@example.org")).toMatchObject({ status: "confirmed", verifiedAt: null });
    const [entry] = await db
      .select()
      .from(audit)
      .where(and(eq(audit.subjectId, registrationId), eq(audit.act, "confirm")));
    expect(entry).toMatchObject({ actorId: olu.personId, from: "held", reason: "Stands before me" });
    expect(await mailsTo(camp, "walk-in@example.org")).toEqual(["registered", "given_place"]);
  });

  // Without the camp’s lock in `verify` the one place was theirs and offered to the next, in all six rounds.
  it("proven while it lapses is either theirs or the line's, never both and never nobody's", async () => {
    const round = async (n: number) => {
      const camp = await makeCamp(db, { capacity: 1 });
      const email = `race${n}@example.org`;
      const { registrationId } = (await given(camp, email))!;
      await makePerson(db, camp, "waiting", { rank: 9 });
      await hold(camp, later(24));
      const olu = await makeOrganiser(db, camp);
      const { token } = await mintMailed(db, registrationId, later(20));
      await Promise.all([offerFreePlaces(db, olu, later(24)), confirmByLink(db, token, later(24))]);
      const [mine, other] = [await rowOf(camp, email), await rowOf(camp, "person9@example.org")];
      return `${mine.status} ${other.status}`;
    };
    const rounds = await Promise.all(Array.from({ length: 6 }, (_, n) => round(n)));
    expect(rounds.filter((round) => !["confirmed waiting", "waiting offered"].includes(round))).toEqual([]);
  });
});

describe("a thousand invented addresses", () => {
  it("take a camp's places for a day at most; then whoever is real and pressed first is served first", async () => {
    const camp = await makeCamp(db, { capacity: 100 });
    const invented = Array.from({ length: 1000 }, (_, n) => formFor(camp, `nobody${n}@invented.example`));
    await registerAll(
      db,
      camp.id,
      invented.map((form) => ({ form, now: NOON, deviceId: null })),
    );
    const early = (await given(camp, "early@example.org"))!;
    expect(early.status).toBe("waiting");
    await hold(camp, later(24));
    await tick(db, later(24));
    expect(await countPlaces(db, camp.id)).toMatchObject({ held: 0, confirmed: 0, offered: 0, lapsed: 100 });

    const real = await given(camp, "real@example.org", later(25));
    expect(real?.status).toBe("waiting");
    await registerAll(
      db,
      camp.id,
      Array.from({ length: 50 }, (_, n) => {
        return { form: formFor(camp, `more${n}@invented.example`), now: later(25), deviceId: null };
      }),
    );
    expect(await countPlaces(db, camp.id)).toMatchObject({ held: 0, lapsed: 100 });
    for (const one of [real!, early]) {
      const { token } = await mintMailed(db, one.registrationId, later(26));
      await confirmByLink(db, token, later(26));
    }
    const served = await db
      .select({ email: registration.email })
      .from(registration)
      .where(and(eq(registration.eventId, camp.id), inArray(registration.status, ["offered", "confirmed"])))
      .orderBy(registration.rank);
    expect(served.map(({ email }) => email)).toEqual(["early@example.org", "real@example.org"]);
  });
});
