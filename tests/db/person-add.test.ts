/** Somebody added by hand. */
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { startDevice } from "#db/device.ts";
import { newId } from "#db/id.ts";
import { type Added, addPerson } from "#db/person-add.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();

async function desk(capacity = 2) {
  const camp = await makeCamp(db, { capacity });
  const organiser = await makeOrganiser(db, camp);
  const guest = (more: Partial<Added> = {}): Added => ({
    ...{ id: newId(), name: "Ada Guest", email: "Ada@Example.org", sectorId: camp.sectorId },
    ...{ organisation: "", firstTime: false, as: "places", tell: true, reason: "Speaks at noon" },
    ...more,
  });
  const people = () => db.select().from(registration).where(eq(registration.eventId, camp.id));
  const mails = () => db.select().from(outbox).where(eq(outbox.eventId, camp.id));
  return { camp, organiser, guest, people, mails };
}

describe("somebody whom an organiser adds", () => {
  it("has a place at once, is written to, and it is noted with the reason; sent twice they are added once", async () => {
    const { camp, organiser, guest, people, mails } = await desk();
    const ada = guest();
    expect(await addPerson(db, organiser, ada, NOON)).toEqual({ ok: true, value: { done: ada.id } });
    expect(await addPerson(db, organiser, ada, NOON)).toEqual({ ok: true, value: { done: ada.id } });
    expect(await people()).toMatchObject([
      { id: ada.id, email: "ada@example.org", status: "confirmed", verifiedAt: null, photos: false },
    ]);
    expect((await mails()).map(({ kind, recipient }) => [kind, recipient])).toEqual([
      ["brought", "ada@example.org"],
    ]);
    const log = await db.select().from(audit).where(eq(audit.eventId, camp.id));
    expect(log).toMatchObject([
      { act: "add_by_hand", actorId: organiser.personId, reason: "Speaks at noon" },
    ]);
  });

  // Before, an organiser who gave themselves a place was told that a mail was on its way which never was sent.
  it("has a proven address where they are signed in with it, and else not", async () => {
    const { organiser, guest, people } = await desk();
    const mine = guest({ email: `${organiser.personId}@example.org`, tell: false });
    await addPerson(db, organiser, { ...mine, id: newId(), email: "other@example.org" }, NOON);
    await startDevice(db, { personId: organiser.personId });
    await addPerson(db, organiser, mine, NOON);
    const proven = new Map((await people()).map(({ email, verifiedAt }) => [email, verifiedAt]));
    expect([proven.get(mine.email), proven.get("other@example.org")]).toEqual([NOON, null]);
  });

  it("waits at the back, and hears nothing, where that was chosen", async () => {
    const { organiser, guest, people, mails } = await desk();
    await addPerson(db, organiser, guest({ as: "line", tell: false }), NOON);
    expect([(await people())[0]?.status, await mails()]).toEqual(["waiting", []]);
  });

  it("is asked about first where the camp has no place for them", async () => {
    const { camp, organiser, guest, people } = await desk(1);
    await makePerson(db, camp, "confirmed", { rank: 1001 });
    const ada = guest();
    const asked = await addPerson(db, organiser, ada, NOON);
    expect(asked).toMatchObject({ value: { asks: [{ kind: "over_by_hand", holding: 2, capacity: 1 }] } });
    expect(await people()).toHaveLength(1);
    const agreed = asked.ok && "asks" in asked.value ? asked.value.agreement : "";
    expect(await addPerson(db, organiser, ada, NOON, agreed)).toMatchObject({ value: { done: ada.id } });
  });

  // Seen to add both, with nothing asked and nothing in the log.
  it("is asked about beyond the most that may be given out, also where two desks add the last one at once", async () => {
    const { camp, organiser, guest, people } = await desk(9);
    await db.update(event).set({ insideLimit: 1 }).where(eq(event.id, camp.id));
    const both = [guest(), guest({ email: "mei@example.org" })];
    const answers = await Promise.all(both.map((it) => addPerson(db, organiser, it, NOON)));
    const asked = answers.flatMap((it) => (it.ok && "asks" in it.value ? [it.value] : []));
    const over = { kind: "over_most", holding: 2, most: 1, inside: 1 };
    expect(asked.map(({ asks }) => asks)).toEqual([[over]]);
    expect(await people()).toHaveLength(1);
    const left = answers[0]!.ok && "asks" in answers[0]!.value ? both[0]! : both[1]!;
    await addPerson(db, organiser, left, NOON, asked[0]!.agreement);
    const [entry] = await db.select().from(audit).where(eq(audit.subjectId, left.id));
    expect(entry).toMatchObject({ act: "add_by_hand", detail: [over] });
  });

  it("in the line takes no place, and is not asked about", async () => {
    const { camp, organiser, guest } = await desk(1);
    await makePerson(db, camp, "confirmed", { rank: 1001 });
    await db.update(event).set({ insideLimit: 1 }).where(eq(event.id, camp.id));
    expect(await addPerson(db, organiser, guest({ as: "line" }), NOON)).toMatchObject({
      value: { done: expect.anything() },
    });
  });

  it("is nobody whose address was ever registered here, nor of another camp's sector, nor without a reason", async () => {
    const { camp, organiser, guest, people } = await desk();
    await makePerson(db, camp, "left", { rank: 1001 });
    const other = await desk();
    const refusal = async (more: Partial<Added>) => {
      const result = await addPerson(db, organiser, guest(more), NOON);
      return result.ok ? null : result.refusal;
    };
    expect(await refusal({ email: "person1001@example.org" })).toBe("registered_before");
    expect(await refusal({ sectorId: other.camp.sectorId })).toBe("bad_input");
    expect(await refusal({ reason: "  " })).toBe("bad_input");
    expect(await people()).toHaveLength(1);
  });

  it("is added once where two desks send the same address at once", async () => {
    const { organiser, guest, people } = await desk(9);
    const added = await Promise.all([1, 2, 3].map(() => addPerson(db, organiser, guest(), NOON)));
    expect(added.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await people()).toHaveLength(1);
  });
});
