import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { startDevice } from "#db/device.ts";
import { hashToken } from "#db/id.ts";
import { mendAddress, mendAddressByHand } from "#db/registration/address.ts";
import { giveBack } from "#db/registration/answer.ts";
import { answerClaim } from "#db/registration/claim.ts";
import { findLink, mintLink } from "#db/registration/link.ts";
import { countPlaces } from "#db/registration/place.ts";
import { readStatus } from "#db/registration/status.ts";
import { confirmByCode, confirmByLink, mintMailed } from "#db/registration/verification.ts";
import { tick } from "#db/registration/waiting.ts";
import { register } from "#db/registration.ts";
import { audit } from "#db/schema/audit.ts";
import { outbox } from "#db/schema/mail.ts";
import { limitBucket } from "#db/schema/rate-limit.ts";
import { registration } from "#db/schema/registration.ts";
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
  return result.ok ? token : result.refusal;
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
      "place_yours right@example.org",
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

  // Before: 23505 registration_one_per_rank, for whoever corrects themselves.
  it("is mended twice, by way of somebody registered, and the page is a registration at its turn again", async () => {
    const camp = await makeCamp(db, { capacity: 3 });
    await makePerson(db, camp, "confirmed", { rank: 80 });
    const { token, registrationId } = await typo(camp);
    const page = await mended(await mended(token, "person80@example.org"), "right@example.org");
    expect((await readStatus(db, page, NOON))?.registration).toMatchObject({
      status: "held",
      email: "right@example.org",
    });
    const { link } = (await readStatus(db, page, NOON))!;
    const [row] = await db.select().from(registration).where(eq(registration.id, link.registrationId));
    expect(row).toMatchObject({ status: "held", rank: 1 });
    const [old] = await db.select().from(registration).where(eq(registration.id, registrationId));
    expect(old).toMatchObject({ status: "released", rank: 2, formId: null });
  });

  // Before: the same fault, since the stranger has the rank and the form by then.
  it("that a stranger has proven becomes a registration with a turn of its own once it is mended", async () => {
    const camp = await makeCamp(db, { capacity: 3 });
    const { token, registrationId } = await typo(camp, "stranger@example.org");
    await confirmByLink(db, (await mintMailed(db, registrationId, NOON)).token, NOON);
    const page = await mended(token, "own@example.org");
    expect((await readStatus(db, page, NOON))?.registration).toMatchObject({
      status: "held",
      email: "own@example.org",
    });
    const [row] = await db.select().from(registration).where(eq(registration.email, "own@example.org"));
    expect(row).toMatchObject({ status: "held", rank: 2 });
  });

  // Before: the page said held, and nobody had a place.
  it("mended back to what it was has its place again, and its mail begins the time", async () => {
    const camp = await makeCamp(db, { capacity: 2 });
    await makePerson(db, camp, "confirmed", { rank: 81 });
    const { token, registrationId } = await typo(camp, "back@example.org");
    const page = await mended(await mended(token, "person81@example.org"), "back@example.org");
    expect((await readStatus(db, page, NOON))?.link).toMatchObject({ registrationId, claim: null });
    expect((await readStatus(db, page, NOON))?.registration).toMatchObject({ status: "held" });
    expect((await mails(camp)).filter((mail) => mail === "registered back@example.org").length).toBe(2);
  });

  // Before: the place went to the line, and the page claimed what a person who had left did not have.
  it("mended to somebody's who left keeps its place, at its turn", async () => {
    const camp = await makeCamp(db, { capacity: 1 });
    const left = await makePerson(db, camp, "left", { rank: 82 });
    const { token } = await typo(camp, "kept@exmaple.org");
    await makePerson(db, camp, "waiting", { rank: 83 });
    const page = await mended(token, "person82@example.org");
    expect((await readStatus(db, page, NOON))?.link).toMatchObject({ registrationId: left, claim: null });
    const [row] = await db.select().from(registration).where(eq(registration.id, left));
    expect(row).toMatchObject({ status: "held", rank: 1, verifiedAt: null });
    expect(await countPlaces(db, camp.id)).toMatchObject({ held: 1, offered: 0, waiting: 1 });
  });

  // Before: the next beat of the clock ended the offer.
  it("of an offer whose mail came back gets the offer's time anew, and the new mailbox is told", async () => {
    const camp = await makeCamp(db, { capacity: 1 });
    const passed = new Date(NOON.getTime() - 3_600_000);
    const id = await makePerson(db, camp, "offered", { rank: 84, offeredUntil: passed });
    await db.update(registration).set({ bouncedAt: NOON }).where(eq(registration.id, id));
    const token = await mintLink(db, id, { mailed: false, now: NOON });
    const done = await mendAddress(db, token, "offer@example.org", NOON);
    await tick(db, NOON);
    const [row] = await db.select().from(registration).where(eq(registration.id, id));
    expect(row).toMatchObject({ status: "offered", email: "offer@example.org" });
    expect(row!.offeredUntil!.getTime()).toBeGreaterThan(NOON.getTime());
    expect(done.ok && (await mails(camp))).toEqual([
      "address_changed person84@example.org",
      "offered offer@example.org",
      "registered offer@example.org",
    ]);
  });

  // Before: a hundred mends to a hundred strangers were two hundred and one mails.
  it("is mended three times a day by one page, whatever it was mended to", async () => {
    const camp = await makeCamp(db, { capacity: 9 });
    await makePerson(db, camp, "confirmed", { rank: 85 });
    const { token } = await typo(camp);
    const answers: string[] = [];
    for (const email of ["one@example.org", "person85@example.org", "two@example.org", "three@example.org"]) {
      const answer = await mended(token, email);
      answers.push(answer === "too_many" ? answer : email);
    }
    expect(answers.at(-1)).toBe("too_many");
    expect(answers.filter((answer) => answer !== "too_many").length).toBe(3);
    const buckets = await db.select().from(limitBucket);
    const charged = (by: string) => buckets.some(({ key }) => key === hashToken(by));
    expect([charged(`register_by_camp ${camp.id}`), charged("register_everywhere all")]).toEqual([
      true,
      true,
    ]);
  });

  // Before: an address that was known could be mended still, and so said that it was.
  it("is not mended once what it had was let go, whether or not it was somebody's", async () => {
    const camp = await makeCamp(db, { capacity: 3 });
    await makePerson(db, camp, "confirmed", { rank: 86 });
    const [known, unknown] = [
      await typo(camp, "person86@example.org"),
      await typo(camp, "nobody86@example.org"),
    ];
    await answerClaim(db, (await readStatus(db, known.token, NOON))!, "give_back", NOON);
    await giveBack(db, unknown.registrationId, NOON);
    expect([
      await mended(known.token, "x@example.org"),
      await mended(unknown.token, "y@example.org"),
    ]).toEqual([...["not_possible_now", "not_possible_now"]]);
  });

  // Before, a stranger who mended theirs took page, links and registration from whoever reads the address.
  it("once mended leaves the address to whoever registered it since, at the turn they were told, with what they typed", async () => {
    const camp = await makeCamp(db, { capacity: 5 });
    const stranger = await typo(camp, "real@example.org");
    const form = { ...formFor(camp, "real@example.org"), name: "The reader" };
    const own = await register(db, camp.id, form, NOON);
    const token = own.ok ? own.value.token : "";
    const claim = (await findLink(db, token, NOON))!.claim!;
    await mended(stranger.token, "elsewhere@example.org");
    const here = eq(registration.eventId, camp.id);
    const rows = await db.select().from(registration).where(here).orderBy(registration.rank);
    expect(rows.map(({ email, name, status, rank }) => [email, name, status, rank])).toEqual([
      ["elsewhere@example.org", "real", "held", 1],
      ["real@example.org", "The reader", "held", claim.rank],
    ]);
    expect((await mails(camp)).filter((it) => it.endsWith(" real@example.org"))).toEqual([
      "registered real@example.org",
      "registered real@example.org",
      "your_page real@example.org",
    ]);
    const { id: deviceId } = await startDevice(db, {});
    const { code } = await mintMailed(db, rows[1]!.id, NOON);
    expect((await confirmByCode(db, token, code, deviceId, NOON)).ok).toBe(true);
    expect((await readStatus(db, token, NOON))?.registration).toMatchObject({
      name: "The reader",
      status: "confirmed",
    });
    expect((await readStatus(db, stranger.token, NOON))?.registration.email).toBe("elsewhere@example.org");
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
