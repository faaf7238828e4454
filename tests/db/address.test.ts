import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { mendAddress, mendAddressByHand } from "#db/address.ts";
import { startDevice } from "#db/device.ts";
import { spend } from "#db/limit.ts";
import { findLink } from "#db/link.ts";
import { countPlaces } from "#db/place.ts";
import { register } from "#db/registration.ts";
import { audit } from "#db/schema/audit.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { readStatus } from "#db/status.ts";
import { confirmByCode, mintMailed } from "#db/verification.ts";
import { LIMITS } from "#domain/limit.ts";
import { formFor, makeCamp, makeOrganiser, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();

async function typo(camp: TestCamp, email = "oops@exmaple.org") {
  const result = await register(db, camp.id, formFor(camp, email), NOON);
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}
const mended = async (token: string, email: string) => {
  const result = await mendAddress(db, token, email, NOON);
  return result.ok ? result.value.token : result.refusal;
};
const mails = async (camp: TestCamp) =>
  (await db.select().from(outbox).where(eq(outbox.eventId, camp.id)))
    .map(({ kind, recipient }) => `${kind} ${recipient}`)
    .sort();
const shown = async (token: string) => {
  const { id: _, name: __, ...rest } = (await readStatus(db, token, NOON))!.registration;
  return rest;
};

describe("a mistyped address", () => {
  it("is mended by the camper at the same turn; the old mailbox loses its way in, and both are told", async () => {
    const camp = await makeCamp(db, { capacity: 1 });
    const { token, registrationId } = await typo(camp);
    const old = await mintMailed(db, registrationId, NOON);
    const page = await mended(token, "Right@Example.org");
    const [row] = await db.select().from(registration).where(eq(registration.id, registrationId));
    expect(row).toMatchObject({ email: "right@example.org", status: "held", rank: 1, verifiedAt: null });
    expect(await findLink(db, old.token, NOON)).toBe(null);
    const { id: deviceId } = await startDevice(db, {});
    expect(await confirmByCode(db, page, old.code, deviceId, NOON)).toEqual({
      ok: false,
      refusal: "code_expired",
    });
    const { code } = await mintMailed(db, registrationId, NOON);
    expect((await confirmByCode(db, page, code, deviceId, NOON)).ok).toBe(true);
    expect(await mails(camp)).toEqual([
      "address_changed oops@exmaple.org",
      "registered oops@exmaple.org",
      "registered right@example.org",
    ]);
    expect(await mended(page, "third@example.org")).toBe("not_possible_now");
  });

  it("mended to one that is registered tells nothing: the page shows the same, and the place goes on", async () => {
    const camp = await makeCamp(db, { capacity: 3 });
    await makePerson(db, camp, "confirmed", { rank: 70 });
    const [one, other] = [await typo(camp, "a@exmaple.org"), await typo(camp, "b@exmaple.org")];
    const known = await shown(await mended(one.token, "person70@example.org"));
    const unknown = await shown(await mended(other.token, "nobody@example.org"));
    expect({ ...known, email: "" }).toEqual({ ...unknown, email: "" });
    expect(await countPlaces(db, camp.id)).toMatchObject({ confirmed: 1, held: 1, waiting: 0 });
    expect(await mails(camp)).toContain("your_page person70@example.org");
  });

  it("that was somebody else's becomes a registration at its own turn once it is mended", async () => {
    const camp = await makeCamp(db, { capacity: 2 });
    await makePerson(db, camp, "confirmed", { rank: 71 });
    const { token } = await typo(camp, "person71@example.org");
    await typo(camp, "later@example.org");
    const page = await mended(token, "mine@example.org");
    const [row] = await db.select().from(registration).where(eq(registration.email, "mine@example.org"));
    expect(row).toMatchObject({ status: "waiting", rank: 1 });
    expect((await readStatus(db, page, NOON))?.registration).toMatchObject({ id: row!.id, position: 1 });
  });

  // Seen to mail a hundred strangers for one registration, twice each.
  it("is mended three times a day, wherever the page is led meanwhile", async () => {
    const camp = await makeCamp(db);
    const { most } = LIMITS.mend_by_form;
    for (let rank = 80; rank < 90; rank++) await makePerson(db, camp, "confirmed", { rank });
    const answers = [];
    let { token } = await typo(camp);
    for (let n = 0; n < 10; n++) {
      const email = n > 0 ? `person8${n}@example.org` : "stranger@example.org";
      const result = await mendAddress(db, token, email, NOON);
      answers.push(result.ok ? "mended" : result.refusal);
      if (result.ok) token = result.value.token;
    }
    expect(answers).toEqual([...Array(most).fill("mended"), ...Array(10 - most).fill("too_many")]);
    expect((await mails(camp)).length).toBeLessThanOrEqual(1 + 2 * most);
  });

  it("is mended no more once a camp's registrations of the hour are used up", async () => {
    const camp = await makeCamp(db);
    const { token } = await typo(camp);
    const one = { limit: "register_by_camp", by: camp.id } as const;
    while ((await spend(db, [one], NOON)).ok);
    expect(await mended(token, "right@example.org")).toBe("too_many");
  });

  it("is mended by an organiser with a reason, who keeps them their place, and not to another's", async () => {
    const camp = await makeCamp(db);
    const olu = await makeOrganiser(db, camp);
    const id = await makePerson(db, camp, "confirmed", { rank: 72 });
    await makePerson(db, camp, "waiting", { rank: 73 });
    const byHand = (email: string, reason: string) => mendAddressByHand(db, olu, id, { email, reason }, NOON);
    expect(await byHand("new@example.org", " ")).toEqual({ ok: false, refusal: "bad_input" });
    expect(await byHand("person73@example.org", "Typo")).toEqual({ ok: false, refusal: "address_taken" });
    expect(await byHand("new@example.org", "Said so at the desk")).toEqual({ ok: true, value: null });
    const [row] = await db.select().from(registration).where(eq(registration.id, id));
    expect(row).toMatchObject({ email: "new@example.org", status: "confirmed", verifiedAt: null });
    const [entry] = await db
      .select()
      .from(audit)
      .where(and(eq(audit.subjectId, id), eq(audit.act, "change_address")));
    expect(entry).toMatchObject({ actorId: olu.personId, reason: "Said so at the desk" });
    const stranger = await makeOrganiser(db, await makeCamp(db));
    expect(await mendAddressByHand(db, stranger, id, { email: "x@example.org", reason: "No" }, NOON)).toEqual(
      {
        ok: false,
        refusal: "not_found",
      },
    );
  });
});
