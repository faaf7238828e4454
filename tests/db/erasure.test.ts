import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { readAccess } from "#db/access.ts";
import { record } from "#db/audit.ts";
import { holdTicket, startDevice } from "#db/device.ts";
import { readGrid } from "#db/draft.ts";
import { eraseMe, readErasure } from "#db/erasure.ts";
import { newId } from "#db/id.ts";
import { post } from "#db/mail.ts";
import { readPersonalData } from "#db/personal-data.ts";
import { standWith, stepBack } from "#db/pitch/host.ts";
import { bringPitch } from "#db/pitch.ts";
import { acceptOffer } from "#db/registration/answer.ts";
import { mintLink } from "#db/registration/link.ts";
import { readStatus } from "#db/registration/status.ts";
import { register } from "#db/registration.ts";
import { audit } from "#db/schema/audit.ts";
import { checkIn, doorAct } from "#db/schema/door.ts";
import { mailbox, outbox } from "#db/schema/mail.ts";
import { person } from "#db/schema/person.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { answer, question } from "#db/schema/question.ts";
import { registration, registrationLink } from "#db/schema/registration.ts";
import { sessionRequestAsker } from "#db/schema/session-request.ts";
import { dayAddress, star } from "#db/schema/star.ts";
import { telling } from "#db/schema/telling.ts";
import { ask } from "#db/session-request/asking.ts";
import { formFor, makeCamp, makeOrganiser, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { comeIn } from "#tests/support/door.ts";
import { camper, MORNING, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { freeze } from "#tests/support/published.ts";
import { makeTold } from "#tests/support/tellings.ts";

const { db } = await freshDatabase();
const pageOf = (id: string) => mintLink(db, id, { mailed: true, now: NOON });
const rowOf = async (id: string) => (await db.select().from(registration).where(eq(registration.id, id)))[0];
const actsAt = async (eventId: string) =>
  (await db.select().from(audit).where(eq(audit.eventId, eventId)).orderBy(audit.at, audit.id)).map(
    ({ act }) => act,
  );

/** Whether a text is anywhere in the database. */
async function isAnywhere(text: string): Promise<string[]> {
  const tables = await db.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from ${sql.identifier(name)} as r where r::text ilike ${`%${text}%`}`,
    );
    if (row!.n > 0) found.push(name);
  }
  return found.sort();
}

const pitchNamed = (id: string, hosts: string[]) => ({
  ...pitchForm("Shown"),
  ...{ id, hosts, at: MORNING.toISOString() },
});

async function registered(camp: TestCamp, name: string, status: "confirmed" | "waiting" | "removed") {
  const email = `${name.toLowerCase()}@example.org`;
  const { id, ...answers } = { ...formFor(camp, email), name, access: `${name} needs a ramp` };
  Object.assign(answers, { companions: 1, companionsNote: `${name} has a guide` });
  const rank = Math.floor(Math.random() * 1e9);
  await db
    .insert(registration)
    .values({ id, ...answers, eventId: camp.id, status, rank, registeredAt: NOON, verifiedAt: NOON });
  return id;
}

describe("whoever has what is held of them deleted", () => {
  it("gives the place to the next in line in the same moment, and nothing of theirs is anywhere", async () => {
    const camp = await makeCamp(db, { capacity: 1 });
    const quill = await registered(camp, "Quillon", "confirmed");
    const next = await makePerson(db, camp, "waiting", { rank: 2 });
    const facts = { registrationId: quill, reason: "Quillon asked" };
    const to = { eventId: camp.id, recipient: "quillon@example.org" };
    await post(db as never, { ...to, kind: "given_place", occasion: newId(), facts });
    const [mail] = await db.select().from(outbox).where(eq(outbox.recipient, to.recipient));
    await db
      .insert(mailbox)
      .values({ id: mail!.id, recipient: to.recipient, subject: "Hello Quillon", body: "" });
    const about = { eventId: camp.id, at: NOON, actor: "crew", actorId: newId(), subjectId: quill } as const;
    await record(db as never, {
      ...about,
      act: "confirm",
      reason: "Quillon asked",
      detail: { was: "Quillon" },
    });
    await db.insert(person).values({ id: newId(), email: to.recipient, name: "Quillon" });
    const token = await pageOf(quill);
    expect(await isAnywhere("quillon")).toEqual(["audit", "mailbox", "outbox", "person", "registration"]);

    expect(await eraseMe(db, token, NOON)).toEqual({ ok: true, value: null });
    expect(await isAnywhere("quillon")).toEqual([]);
    expect((await rowOf(next))?.status).toBe("offered");
    expect(await actsAt(camp.id)).toEqual(["confirm", "give_back", "erase", "offer"]);
    expect(await db.$count(registrationLink, eq(registrationLink.registrationId, quill))).toBe(0);
    const [log] = await db
      .select()
      .from(audit)
      .where(and(eq(audit.eventId, camp.id), eq(audit.act, "erase")));
    expect(log).toMatchObject({ actorId: null, subjectId: camp.id, from: "confirmed" });
    expect(await eraseMe(db, token, NOON)).toEqual({ ok: false, refusal: "not_found" });
  });

  it("may register again as anybody may", async () => {
    const camp = await makeCamp(db);
    const id = await registered(camp, "Again", "confirmed");
    await eraseMe(db, await pageOf(id), NOON);
    expect(await register(db, camp.id, formFor(camp, "again@example.org"), NOON)).toMatchObject({ ok: true });
  });

  it("has proven the address: a page that was only typed deletes and downloads nothing", async () => {
    const camp = await makeCamp(db);
    const unproven = await makePerson(db, camp, "waiting", { rank: 1, verified: false });
    const typed = await mintLink(db, unproven, { mailed: false, now: NOON });
    const proven = await makePerson(db, camp, "confirmed", { rank: 2 });
    const claim = { form: formFor(camp, "x@example.org"), told: "waiting" as const, rank: 9 };
    const claimed = await mintLink(db, proven, { mailed: false, claim, now: NOON });
    for (const token of [typed, claimed]) {
      expect(await eraseMe(db, token, NOON)).toEqual({ ok: false, refusal: "not_possible_now" });
      expect(await readPersonalData(db, token, NOON)).toBeNull();
      expect(await readErasure(db, (await readStatus(db, token, NOON))!, NOON)).toBeNull();
    }
    expect(await db.$count(registration, eq(registration.eventId, camp.id))).toBe(2);
  });

  it("keeps the address barred that the organisers took off, and nothing else", async () => {
    const camp = await makeCamp(db);
    const id = await registered(camp, "Barred", "removed");
    const token = await pageOf(id);
    const asked = { kind: "text", label: "Why?", purpose: "To know.", keepUntil: "2026-08-01" } as const;
    await db.insert(question).values({ id, eventId: camp.id, position: 0, ...asked });
    await db.insert(answer).values({ questionId: id, registrationId: id, said: "Because" });
    expect(await readErasure(db, (await readStatus(db, token, NOON))!, NOON)).toMatchObject({
      barred: true,
      lets: null,
    });
    await eraseMe(db, token, NOON);
    expect(await rowOf(id)).toMatchObject({
      name: "–",
      access: "",
      companions: 0,
      companionsNote: "",
      organisation: "",
      email: "barred@example.org",
    });
    // Seen to stay, as nothing but the row itself took them along.
    expect(await db.$count(answer, eq(answer.registrationId, id))).toBe(0);
    expect(await register(db, camp.id, formFor(camp, "barred@example.org"), NOON)).toMatchObject({
      ok: true,
    });
    expect((await rowOf(id))?.status).toBe("removed");
  });

  it("is nobody that the door let in, and goes nowhere by a star, told of nothing and asking for nothing", async () => {
    const now = new Date();
    for (const status of ["confirmed", "removed"] as const) {
      const told = await makeTold(db, now);
      const ama = await told.host("Ama", 0);
      const mine = eq(registration.id, ama.registrationId);
      await db.update(registration).set({ verifiedAt: now }).where(mine);
      await told.say(ama, 0, true);
      await db.insert(dayAddress).values({ registrationId: ama.registrationId, tokenHash: newId() });
      await told.publish(1, [0, null]);
      await told.publish(2, [1, null]);
      await told.tell(2, { hosts: true, hands: true }, now);
      const request = { kind: "move" as const, pitchId: told.pitches[0]!, otherId: null, reason: "Late" };
      expect(await ask(db, ama, { id: newId(), ...request }, now)).toMatchObject({ ok: true });
      await comeIn(db, told.dan, [ama.registrationId], now);
      await db.update(registration).set({ status }).where(mine);
      const of = [star, dayAddress, telling, sessionRequestAsker, doorAct, checkIn];
      const held = () =>
        Promise.all(of.map((table) => db.$count(table, eq(table.registrationId, ama.registrationId))));
      expect(await held()).toEqual(of.map(() => 1));
      expect(await eraseMe(db, await pageOf(ama.registrationId), now)).toMatchObject({ ok: true });
      expect(await held()).toEqual(of.map(() => 0));
    }
  });

  it("is deleted or accepts, whichever comes first: never a place that nobody has", async () => {
    for (let round = 0; round < 5; round += 1) {
      const camp = await makeCamp(db, { capacity: 1 });
      const offeredUntil = new Date(NOON.getTime() + 3_600_000);
      const offered = await makePerson(db, camp, "offered", { rank: 1, offeredUntil });
      const next = await makePerson(db, camp, "waiting", { rank: 2 });
      const token = await pageOf(offered);
      const [accepted, erased] = await Promise.all([
        acceptOffer(db, offered, NOON),
        eraseMe(db, token, NOON),
      ]);
      expect(erased).toEqual({ ok: true, value: null });
      expect(accepted.ok || accepted.refusal === "not_found").toBe(true);
      expect(await rowOf(offered)).toBeUndefined();
      expect((await rowOf(next))?.status).toBe("offered");
    }
  });

  it("keeps signing in where it is needed elsewhere", async () => {
    const [camp, other] = [await makeCamp(db), await makeCamp(db)];
    const id = await registered(camp, "Twice", "confirmed");
    await registered(other, "Twice", "waiting");
    await db.insert(person).values({ id: newId(), email: "twice@example.org", name: "Twice" });
    const token = await pageOf(id);
    expect(await readErasure(db, (await readStatus(db, token, NOON))!, NOON)).toMatchObject({
      account: false,
    });
    await eraseMe(db, token, NOON);
    expect(await isAnywhere("twice@example")).toEqual(["person", "registration"]);
  });
});

describe("the pitches of whoever is deleted", () => {
  const hostsOf = async (id: string) =>
    (await db.select().from(pitchHost).where(eq(pitchHost.pitchId, id))).map(({ name }) => name);
  const brought = async (by: Awaited<ReturnType<typeof camper>>, title: string) => {
    const form = { ...pitchForm(title), voice: "with_me" as const };
    expect(await bringPitch(db, by, form, MORNING)).toMatchObject({ ok: true });
    return form.id;
  };

  it("are withdrawn where nobody else hosts them, stay with those who do, and on no grid is their name", async () => {
    const camp = await pitchingCamp(db);
    const [zora, ben] = [await camper(db, camp, "Zorabella"), await camper(db, camp, "Ben")];
    await db.update(registration).set({ verifiedAt: NOON }).where(eq(registration.id, zora.registrationId));
    const alone = await brought(zora, "Hers alone");
    const bens = await brought(ben, "His");
    await standWith(db, zora, bens, MORNING);
    const sessions = [alone, bens].map((id) => pitchNamed(id, ["Ben", "Zorabella"]));
    await freeze(db, camp.eventId, { sessions });

    const token = await pageOf(zora.registrationId);
    expect(await readErasure(db, (await readStatus(db, token, MORNING))!, MORNING)).toMatchObject({
      lets: "give_back",
      pitches: { withdrawn: 1, stay: 1 },
    });
    await eraseMe(db, token, MORNING);
    expect(await isAnywhere("zorabella")).toEqual([]);
    const [own] = await db.select().from(pitch).where(eq(pitch.id, alone));
    const [shared] = await db.select().from(pitch).where(eq(pitch.id, bens));
    expect([own?.withdrawnAt, shared?.withdrawnAt]).toEqual([MORNING, null]);
    expect([await hostsOf(alone), await hostsOf(bens)]).toEqual([[], ["Ben"]]);
    expect((await readGrid(db, camp.eventId))?.sessions.map(({ hosts }) => hosts)).toEqual([
      ["Ben"],
      ["Ben"],
    ]);
  });

  it("go from an older grid also where they stepped back since, and leave another of that name", async () => {
    const camp = await pitchingCamp(db);
    const [ama, host] = [await camper(db, camp, "Amabel"), await camper(db, camp, "Host")];
    const [her, his] = [await camper(db, camp, "Amabel"), await camper(db, camp, "Other")];
    await db.update(registration).set({ verifiedAt: NOON }).where(eq(registration.id, ama.registrationId));
    const left = await brought(host, "Left");
    const others = await brought(his, "Another Amabel's");
    await standWith(db, ama, left, MORNING);
    await standWith(db, her, others, MORNING);
    await stepBack(db, ama, left, MORNING);
    const sessions = [left, others].map((id) => pitchNamed(id, ["Host", "Amabel"]));
    await freeze(db, camp.eventId, { sessions });
    await eraseMe(db, await pageOf(ama.registrationId), MORNING);
    expect((await readGrid(db, camp.eventId))?.sessions.map(({ hosts }) => hosts)).toEqual([
      ["Host"],
      ["Host", "Amabel"],
    ]);
  });
});

describe("whoever downloads what is held of them", () => {
  it("finds all of it, and nobody else", async () => {
    const camp = await makeCamp(db);
    const id = await registered(camp, "Copy", "confirmed");
    const crew = await makeOrganiser(db, camp);
    await readAccess(db, crew, id, NOON);
    const { id: deviceId } = await startDevice(db, { label: "Firefox on a phone" });
    await holdTicket(db, deviceId, id);
    const facts = { registrationId: id, reason: "" };
    const to = { eventId: camp.id, recipient: "copy@example.org" };
    await post(db as never, { ...to, kind: "given_place", occasion: newId(), facts });
    await makePerson(db, camp, "confirmed", { rank: 3 });
    const data = await readPersonalData(db, await pageOf(id), NOON);
    expect(data).toMatchObject({
      registration: {
        name: "Copy",
        email: "copy@example.org",
        access: "Copy needs a ramp",
        status: "confirmed",
      },
      mails: [{ kind: "given_place", sentAt: null }],
      log: [{ act: "see_needs", actor: "crew" }],
      browsers: [{ label: "Firefox on a phone" }],
      account: null,
    });
    expect(JSON.stringify(data)).not.toMatch(/person3|organiser/i);
  });
});
