/** A phone that holds nothing comes in with a badge. */
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { holdTicket, startDevice } from "#db/device.ts";
import { forget } from "#db/forget.ts";
import { endOwnPass, endPass, readBadgeCode, readPass, takePass } from "#db/pass.ts";
import { ticket } from "#db/schema/device.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { findViewer } from "#db/viewer.ts";
import type { Phase } from "#domain/event.ts";
import { LIMITS } from "#domain/rate-limit.ts";
import { saidCode, TICKET_SIGNS } from "#domain/ticket.ts";
import { ahead, makeCamp, makeOrganiser, makePerson, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const DAY = 86_400_000;
/** A cookie is good by the clock of whoever asks with it. */
const now = new Date();

const campThatIsOn = (phase: Phase = "pitching") => makeCamp(db, { phase, startsAt: ahead() });

async function badgeOf(id: string) {
  const [row] = await db.select().from(registration).where(eq(registration.id, id));
  return { code: row!.ticketCode!, name: row!.name };
}

async function take(
  camp: TestCamp,
  who: string,
  deviceId: string,
  typed: { code?: string; name?: string } = {},
) {
  const badge = { ...(await badgeOf(who)), ...typed };
  const taken = await takePass(db, deviceId, camp.id, badge, now);
  return taken.ok ? taken.value : taken.refusal;
}

describe("a badge", () => {
  it("lets a phone in as whoever it is, with the code in halves and how their name begins", async () => {
    const camp = await campThatIsOn();
    const amira = await makePerson(db, camp, "confirmed", { rank: 1 });
    const phone = await startDevice(db, {});
    const { code } = await badgeOf(amira);
    const taken = await take(camp, amira, phone.id, { code: saidCode(code).toLowerCase(), name: "PER" });
    const { token } = taken as { token: string };
    expect(await findViewer(db, token, camp.id)).toMatchObject({
      registrationId: amira,
      pass: true,
      attendee: { registrationId: amira },
    });
    expect((await findViewer(db, phone.token, camp.id)).deviceId).toBe(null);
    expect(await take(camp, amira, phone.id)).toEqual({ token: null });
  });

  it("is nobody's with another name, another code, at another camp, and of whoever has no place", async () => {
    const camp = await campThatIsOn();
    const other = await campThatIsOn();
    const amira = await makePerson(db, camp, "confirmed", { rank: 1 });
    const waits = await makePerson(db, camp, "waiting", { rank: 2 });
    const phone = await startDevice(db, {});
    for (const typed of [{ name: "Bea" }, { code: "FHJKMQ" }, { code: "" }, { code: "KWT" }])
      expect(await take(camp, amira, phone.id, typed)).toBe("wrong_badge");
    expect(await take(other, amira, phone.id)).toBe("wrong_badge");
    expect(await take(camp, waits, phone.id)).toBe("wrong_badge");
  });

  it.each([
    ["tickets", "not_open"],
    ["closed", "not_open"],
    ["doors", "ok"],
    ["pitching", "ok"],
    ["grid", "ok"],
    ["sessions", "ok"],
    ["after", "not_open"],
  ] as const)("in %s: %s", async (phase, answer) => {
    const camp = await campThatIsOn(phase);
    const amira = await makePerson(db, camp, "confirmed", { rank: 1 });
    const taken = await take(camp, amira, (await startDevice(db, {})).id);
    expect(typeof taken === "string" ? taken : "ok").toBe(answer);
  });

  it("lets nobody into a camp that is over by the calendar, whatever its phase", async () => {
    const camp = await makeCamp(db, { phase: "sessions", startsAt: new Date(now.getTime() - 3 * DAY) });
    const amira = await makePerson(db, camp, "confirmed", { rank: 1 });
    expect(await take(camp, amira, (await startDevice(db, {})).id)).toBe("camp_over");
  });

  it("is in one phone at a time, whichever of two comes first, until the desk lets that one go", async () => {
    const camp = await campThatIsOn();
    const organiser = await makeOrganiser(db, camp);
    const stranger = await makeOrganiser(db, await campThatIsOn());
    const amira = await makePerson(db, camp, "confirmed", { rank: 1 });
    const phones = await Promise.all(Array.from({ length: 8 }, () => startDevice(db, {})));
    const answers = await Promise.all(phones.map(({ id }) => take(camp, amira, id)));
    expect(answers.filter((answer) => answer === "pass_elsewhere")).toHaveLength(7);
    expect(await readPass(db, amira)).not.toBe(null);
    const late = await startDevice(db, {});
    expect(await endPass(db, stranger, amira, now)).toMatchObject({ refusal: "not_found" });
    expect(await take(camp, amira, late.id)).toBe("pass_elsewhere");
    for (let twice = 0; twice < 2; twice += 1) await endPass(db, organiser, amira, now);
    expect(await readPass(db, amira)).toBe(null);
    const [winner] = answers.filter((answer) => typeof answer !== "string");
    expect((await findViewer(db, winner!.token, camp.id)).attendee).toBe(null);
    expect(await take(camp, amira, late.id)).toMatchObject({ token: expect.any(String) });
  });

  it("is tried so often from one browser, and no more", async () => {
    const camp = await campThatIsOn();
    const amira = await makePerson(db, camp, "confirmed", { rank: 1 });
    const phone = await startDevice(db, {});
    const tries = [];
    for (let n = 0; n <= LIMITS.pass_by_device.most; n += 1)
      tries.push(
        await take(camp, amira, phone.id, { code: `FHJKM${TICKET_SIGNS[n % TICKET_SIGNS.length]}` }),
      );
    expect(tries.slice(-2)).toEqual(["wrong_badge", "too_many"]);
    expect(await take(camp, amira, phone.id)).toBe("too_many");
  });

  it("is tried so often with one code, whatever browsers that is from, and the others go on", async () => {
    const camp = await campThatIsOn();
    const [amira, bea] = [
      await makePerson(db, camp, "confirmed", { rank: 1 }),
      await makePerson(db, camp, "confirmed", { rank: 2 }),
    ];
    const fresh = async () => (await startDevice(db, {})).id;
    for (let n = 0; n < LIMITS.pass_by_code.most; n += 1)
      expect(await take(camp, amira, await fresh(), { name: "Zoë" })).toBe("wrong_badge");
    expect(await take(camp, amira, await fresh())).toBe("too_many");
    expect(await take(camp, bea, await fresh())).toMatchObject({ token: expect.any(String) });
  });
});

describe("a phone that holds a ticket", () => {
  it("keeps its own, and takes no badge of somebody else with a place", async () => {
    const camp = await campThatIsOn();
    const [amira, rhys] = [
      await makePerson(db, camp, "confirmed", { rank: 1 }),
      await makePerson(db, camp, "confirmed", { rank: 2 }),
    ];
    const phone = await startDevice(db, {});
    await holdTicket(db, phone.id, amira);
    expect(await take(camp, amira, phone.id)).toEqual({ token: null });
    expect(await readPass(db, amira)).toBe(null);
    expect(await take(camp, rhys, phone.id)).toBe("phone_of_another");
    expect(await findViewer(db, phone.token, camp.id)).toMatchObject({ registrationId: amira, pass: false });
  });

  it("that came in with a badge and opens the page we mailed holds the whole ticket from then on", async () => {
    const camp = await campThatIsOn();
    const amira = await makePerson(db, camp, "confirmed", { rank: 1 });
    const phone = await startDevice(db, {});
    const { token } = (await take(camp, amira, phone.id)) as { token: string };
    await holdTicket(db, phone.id, amira);
    expect(await findViewer(db, token, camp.id)).toMatchObject({ registrationId: amira, pass: false });
    expect(await readPass(db, amira)).toBe(null);
  });
});

describe("a pass", () => {
  it("passes with the phone to whoever comes in with it next", async () => {
    const camp = await campThatIsOn();
    const [amira, rhys] = [
      await makePerson(db, camp, "confirmed", { rank: 1 }),
      await makePerson(db, camp, "confirmed", { rank: 2 }),
    ];
    const phone = await startDevice(db, {});
    await take(camp, amira, phone.id);
    const { token } = (await take(camp, rhys, phone.id)) as { token: string };
    expect((await findViewer(db, token, camp.id)).registrationId).toBe(rhys);
    expect(await readPass(db, amira)).toBe(null);
  });

  it("leaves passes of other camps alone", async () => {
    const [here, there] = [await campThatIsOn(), await campThatIsOn()];
    const amira = await makePerson(db, here, "confirmed", { rank: 1 });
    const rhys = await makePerson(db, there, "confirmed", { rank: 2 });
    const phone = await startDevice(db, {});
    await take(here, amira, phone.id);
    await take(there, rhys, phone.id);
    expect(await readPass(db, amira)).not.toBe(null);
  });

  it("ends when whoever it acts for says so, and where nobody has one nothing is logged", async () => {
    const camp = await campThatIsOn();
    const amira = await makePerson(db, camp, "confirmed", { rank: 1 });
    const { token } = (await take(camp, amira, (await startDevice(db, {})).id)) as { token: string };
    await endOwnPass(db, camp.id, amira, now);
    expect((await findViewer(db, token, camp.id)).attendee).toBe(null);
  });

  it("is over with the camp, is forgotten then, and keeps nobody else out of a camp that is put off", async () => {
    const camp = await campThatIsOn();
    const amira = await makePerson(db, camp, "confirmed", { rank: 1 });
    const phone = await startDevice(db, {});
    const { token } = (await take(camp, amira, phone.id)) as { token: string };
    const [held] = await db.select().from(ticket).where(eq(ticket.deviceId, phone.id));
    expect(held!.passUntil!.getTime()).toBeGreaterThan(ahead().getTime() - DAY);
    await db
      .update(ticket)
      .set({ passUntil: new Date(now.getTime() - 1) })
      .where(eq(ticket.deviceId, phone.id));
    expect((await findViewer(db, token, camp.id)).attendee).toBe(null);
    await db
      .update(event)
      .set({ startsAt: new Date(now.getTime() + 40 * DAY) })
      .where(eq(event.id, camp.id));
    expect(await take(camp, amira, (await startDevice(db, {})).id)).toMatchObject({
      token: expect.any(String),
    });
    await forget(db, new Date(now.getTime() + 60 * DAY));
    expect(await readPass(db, amira)).toBe(null);
  });
});

describe("the code of a badge", () => {
  it("is read at the desk of its camp alone, and of nobody without a place", async () => {
    const [camp, other] = [await campThatIsOn(), await campThatIsOn()];
    const amira = await makePerson(db, camp, "confirmed", { rank: 1 });
    const waits = await makePerson(db, camp, "waiting", { rank: 2 });
    const here = await makeOrganiser(db, camp);
    expect(await readBadgeCode(db, here, amira)).toBe((await badgeOf(amira)).code);
    expect(await readBadgeCode(db, here, waits)).toBe(null);
    expect(await readBadgeCode(db, await makeOrganiser(db, other), amira)).toBe(null);
  });
});
