import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { holdTicket, startDevice } from "#db/device.ts";
import { giveBack } from "#db/registration/answer.ts";
import { changeAnswers } from "#db/registration/answers.ts";
import { readStatus } from "#db/registration/status.ts";
import { confirmByCode, confirmByLink, mintMailed } from "#db/registration/verification.ts";
import { tick } from "#db/registration/waiting.ts";
import { register } from "#db/registration.ts";
import { ticket } from "#db/schema/device.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration, registrationLink } from "#db/schema/registration.ts";
import { findViewer } from "#db/viewer.ts";
import { granted } from "#domain/result.ts";
import { formFor, makeCamp, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

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

describe("an address that is registered already", () => {
  async function knownAndUnknown() {
    const camp = await makeCamp(db, { capacity: 2 });
    await makePerson(db, camp, "confirmed", { rank: 40 });
    const known = (await given(camp, "person40@example.org"))!;
    const unknown = (await given(camp, "unknown@example.org"))!;
    return { camp, known, unknown };
  }
  const shown = async (token: string, now = NOON) => {
    const page = await readStatus(db, token, now);
    const { id: _, email: __, name: ___, ...rest } = page!.registration;
    return rest;
  };

  it("is answered and shown as an unknown one is, and its mailbox is told the truth", async () => {
    const { camp, known, unknown } = await knownAndUnknown();
    expect({ ...known, token: "", registrationId: "" }).toEqual({
      ...unknown,
      token: "",
      registrationId: "",
    });
    expect(await shown(known.token)).toEqual(await shown(unknown.token));
    expect([
      await mailsTo(camp, "person40@example.org"),
      await mailsTo(camp, "unknown@example.org"),
    ]).toContainEqual(["your_page"]);
  });

  it("goes on being shown so when the mail has gone, and when the place has lapsed", async () => {
    const { camp, known, unknown } = await knownAndUnknown();
    await db.update(outbox).set({ sentAt: NOON }).where(eq(outbox.eventId, camp.id));
    await hold(camp, later(24));
    expect(await shown(known.token, later(1))).toEqual(await shown(unknown.token, later(1)));
    await tick(db, later(24));
    const [one, other] = [await shown(known.token, later(24)), await shown(unknown.token, later(24))];
    expect([one.status, one.lapsed, one.position]).toEqual([other.status, other.lapsed, other.position]);
  });

  it("opens its page to the code from the mailbox and to nothing else, and each form brings one mail", async () => {
    const { camp, known } = await knownAndUnknown();
    const real = await rowOf(camp, "person40@example.org");
    await given(camp, "PERSON40@example.org");
    expect((await mailsTo(camp, "person40@example.org")).filter((kind) => kind === "your_page").length).toBe(
      2,
    );
    expect((await readStatus(db, known.token, NOON))?.registration).toMatchObject({
      status: "held",
      proven: false,
    });
    const device = await startDevice(db, {});
    const { code } = await mintMailed(db, real.id, NOON);
    expect((await confirmByCode(db, known.token, code, device.id, NOON)).ok).toBe(true);
    expect((await readStatus(db, known.token, NOON))?.registration).toMatchObject({
      id: real.id,
      status: "confirmed",
    });
    expect((await findViewer(db, device.token, camp.id)).attendee?.registrationId).toBe(real.id);
  });

  it("leaves whoever typed it with what they were told, when its reader proves it elsewhere", async () => {
    const camp = await makeCamp(db, { capacity: 1 });
    const { token, registrationId } = (await given(camp, "typed@example.org"))!;
    const mailed = await mintMailed(db, registrationId, NOON);
    await confirmByLink(db, mailed.token, NOON);
    expect((await readStatus(db, mailed.token, NOON))?.registration.status).toBe("confirmed");
    expect((await readStatus(db, token, NOON))?.registration).toMatchObject({
      status: "held",
      proven: false,
    });
    const { code } = mailed;
    const device = await startDevice(db, {});
    await confirmByCode(db, token, code, device.id, NOON);
    expect((await readStatus(db, token, NOON))?.registration.status).toBe("confirmed");
  });

  it("is shown as it is in a browser that has proven it", async () => {
    const camp = await makeCamp(db);
    const mine = await makePerson(db, camp, "confirmed", { rank: 41 });
    const phone = await startDevice(db, {});
    await holdTicket(db, phone.id, mine);
    const again = await given(camp, "person41@example.org", NOON, phone.id);
    expect(again).toMatchObject({ registrationId: mine, status: "confirmed" });
    const links = await db.select().from(registrationLink).where(eq(registrationLink.registrationId, mine));
    expect(links.map(({ claim }) => claim)).toEqual([null]);
  });

  // Before, a copy that was passed on, or a photographed badge, became a page of the first address by this form.
  it("is a claim where the ticket came by a second address, and where there is but a pass", async () => {
    const camp = await makeCamp(db);
    const mine = await makePerson(db, camp, "confirmed", { rank: 42 });
    const [copied, badge] = [await startDevice(db, {}), await startDevice(db, {})];
    await holdTicket(db, copied.id, mine, true);
    await db.insert(ticket).values({ deviceId: badge.id, registrationId: mine, passUntil: later(8) });
    for (const { id } of [copied, badge]) {
      const told = (await given(camp, "person42@example.org", NOON, id))!;
      expect((await readStatus(db, told.token, NOON))?.link.claim).not.toBeNull();
    }
    const held = await db.select().from(ticket).where(eq(ticket.registrationId, mine));
    expect(held.filter(({ second, passUntil }) => !second && passUntil === null)).toEqual([]);
  });

  // Before, the form sent again was answered with a new way into the registration that its reader had proven.
  it("stays its reader's when the form that typed it is sent again, also while mail to them comes back", async () => {
    const camp = await makeCamp(db, { capacity: 2 });
    const form = formFor(camp, "victim@example.org");
    const first = await register(db, camp.id, form, NOON);
    const { registrationId, token } = first.ok ? first.value : { registrationId: "", token: "" };
    const mailed = await mintMailed(db, registrationId, NOON);
    await confirmByLink(db, mailed.token, NOON);
    await db.update(registration).set({ access: "A ramp" }).where(eq(registration.id, registrationId));
    for (const bouncedAt of [null, NOON]) {
      await db.update(registration).set({ bouncedAt }).where(eq(registration.id, registrationId));
      const again = await register(db, camp.id, form, NOON);
      const page = await readStatus(db, again.ok ? again.value.token : "", NOON);
      expect(page?.link.claim).toEqual((await readStatus(db, token, NOON))?.link.claim);
      expect(page?.registration).toMatchObject({ status: "held", access: "", position: null });
    }
  });

  // Before, it was told that it was saved, and was gone once the code was typed.
  it("brings along what was corrected there once its code is typed, and nothing that was not", async () => {
    const camp = await makeCamp(db, { capacity: 1 });
    const laptop = (await given(camp, "mend@example.org"))!;
    const first = await mintMailed(db, laptop.registrationId, NOON);
    await confirmByLink(db, first.token, NOON);
    const device = await startDevice(db, {});
    const typeCode = async (hour: number) => {
      const { code } = await mintMailed(db, laptop.registrationId, later(hour));
      return confirmByCode(db, laptop.token, code, device.id, later(hour));
    };
    const theirs = { ...formFor(camp, "mend@example.org"), name: "On the phone" };
    await changeAnswers(db, first.token, theirs, later(1));
    await changeAnswers(db, laptop.token, { ...theirs, name: "On the laptop" }, later(2));
    expect((await rowOf(camp, "mend@example.org")).name).toBe("On the phone");
    expect(await typeCode(3)).toEqual(granted(null));
    expect((await rowOf(camp, "mend@example.org")).name).toBe("On the laptop");

    const other = (await given(camp, "mend@example.org", later(4)))!;
    const { code } = await mintMailed(db, other.registrationId, later(4));
    await confirmByCode(db, other.token, code, device.id, later(4));
    expect((await rowOf(camp, "mend@example.org")).name).toBe("On the laptop");
  });

  // Before, a code typed on the laptop did not count any more once mail had come back.
  it("keeps the page of a browser that proved it, when it is proven again elsewhere after mail came back", async () => {
    const camp = await makeCamp(db, { capacity: 1 });
    const laptop = (await given(camp, "twice@example.org"))!;
    const device = await startDevice(db, {});
    const { code, token } = await mintMailed(db, laptop.registrationId, NOON);
    await confirmByCode(db, laptop.token, code, device.id, NOON);
    await db.update(registration).set({ bouncedAt: NOON }).where(eq(registration.id, laptop.registrationId));
    await confirmByLink(db, token, later(1));
    expect((await readStatus(db, laptop.token, later(1)))?.registration).toMatchObject({
      status: "confirmed",
      proven: true,
    });
  });

  // Before, the browser that had left was told that it waits.
  it("let go says so also when an old mail's button is pressed afterwards", async () => {
    const camp = await makeCamp(db, { capacity: 1 });
    const page = (await given(camp, "gone@example.org"))!;
    const { token } = await mintMailed(db, page.registrationId, NOON);
    await giveBack(db, page.registrationId, NOON);
    await confirmByLink(db, token, NOON);
    expect((await readStatus(db, page.token, NOON))?.registration.status).toBe("released");
  });

  // Before, a stranger who had typed the address first gave away what its reader registered for.
  it("is its reader's registration, with what they typed, when a stranger who typed the address before had let go of it", async () => {
    for (const [by, hour] of [
      ["code", 5],
      ["link", 15],
    ] as const) {
      const camp = await makeCamp(db, { capacity: 5 });
      const stranger = (await given(camp, "real@example.org", later(hour)))!;
      const device = await startDevice(db, {});
      const form = { ...formFor(camp, "real@example.org"), name: "The reader" };
      const own = await register(db, camp.id, form, later(hour + 1), device.id);
      const token = own.ok ? own.value.token : "";
      await giveBack(db, stranger.registrationId, later(hour + 2));
      const mailed = await mintMailed(db, stranger.registrationId, later(hour + 3));
      if (by === "code") await confirmByCode(db, token, mailed.code, device.id, later(hour + 3));
      else await confirmByLink(db, mailed.token, later(hour + 3));
      const row = await rowOf(camp, "real@example.org");
      expect([by, row.status]).toEqual([by, "offered"]);
      expect(row.name).toBe(by === "code" ? "The reader" : "real");
      const seen = await readStatus(db, by === "code" ? token : mailed.token, later(hour + 3));
      expect(seen?.registration).toMatchObject({ status: "offered", proven: true });
    }
  });
});
