import { and, eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { countCompanions } from "#db/access.ts";
import { listHistory } from "#db/person.ts";
import { giveBack } from "#db/registration/answer.ts";
import { mintLink } from "#db/registration/link.ts";
import { readStatus } from "#db/registration/status.ts";
import { register } from "#db/registration.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { transfer } from "#db/schema/transfer.ts";
import { callBack } from "#db/transfer/giving.ts";
import { acceptTransfer, declineTransfer, readTransfer } from "#db/transfer/receiving.ts";
import { NO_NEEDS } from "#domain/registration/answers.ts";
import { HOLDING, type Status } from "#domain/registration.ts";
import { refused } from "#domain/result.ts";
import { formFor, makeOrganiser, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import {
  AMA,
  campOfGivers,
  findBy,
  handOn,
  inTurn,
  mailsOf,
  statusOf,
  told,
} from "#tests/support/transfer.ts";

const { db } = await freshDatabase();
const LATE = new Date("2026-07-13T08:00:00Z");

describe("taking a place that is handed on", () => {
  it("gives it to a newcomer, whose address is proven by it, and tells both; again is once", async () => {
    const { camp, giver } = await campOfGivers(db, 1);
    const token = await handOn(db, giver);
    const taken = await acceptTransfer(db, token, told(camp), NOON);
    expect(await acceptTransfer(db, token, told(camp), NOON)).toEqual({ ok: true, value: { token: null } });
    const ama = (await findBy(db, camp, AMA.email))!;
    expect([await statusOf(db, giver), ama.status]).toEqual(["transferred", "confirmed"]);
    expect(ama).toMatchObject({ ...told(camp), verifiedAt: NOON, rank: 50 });
    expect(await mailsOf(db, camp)).toEqual([
      "transfer_offered ama@example.org",
      "handed_on person1@example.org",
      "place_yours ama@example.org",
    ]);
    const own = await readStatus(db, (taken.ok && taken.value.token) || "", NOON);
    expect([own?.registration.id, own?.registration.proven]).toEqual([ama.id, true]);
    expect(await readTransfer(db, token, NOON)).toMatchObject({ ended: "accepted", name: "", email: "" });
  });

  it("brings nobody along of those whom the giver needs", async () => {
    const { camp, giver } = await campOfGivers(db, 1);
    const needs = { access: "A ramp", companions: 2, companionsNote: "A guide", accessAgreed: true };
    await db.update(registration).set(needs).where(eq(registration.id, giver));
    const token = await handOn(db, giver);
    const begun = (await readTransfer(db, token, NOON))!.begun.answers;
    expect(JSON.stringify(begun)).not.toMatch(/companion|guide|ramp/i);
    await acceptTransfer(db, token, told(camp), NOON);
    expect(await findBy(db, camp, AMA.email)).toMatchObject(NO_NEEDS);
    expect(await countCompanions(db, camp.id)).toEqual({ companions: 0, people: 0 });
  });

  it("says in the log of both whose place it was and whose it is", async () => {
    const { camp, giver } = await campOfGivers(db, 1);
    await acceptTransfer(db, await handOn(db, giver), told(camp), NOON);
    const crew = await makeOrganiser(db, camp);
    const log = async (id: string) =>
      (await listHistory(db, crew, id, 1)).items.map(({ act, from, to, other }) => [act, from, to, other]);
    expect((await log(giver))[0]).toEqual(["transfer", "confirmed", "transferred", "Ama K. Boateng"]);
    const ama = (await findBy(db, camp, AMA.email))!;
    expect(await log(ama.id)).toEqual([["receive", null, "confirmed", "person1"]]);
  });

  const FROM: Status[] = [
    "waiting",
    "entered",
    "offered",
    "held",
    "declined",
    "expired",
    "released",
    "left",
    "transferred",
  ];
  it.each(FROM)("takes somebody who is %s out of where they were", async (from) => {
    const { camp, giver } = await campOfGivers(db, 2);
    const [, other] = await db
      .select()
      .from(registration)
      .where(eq(registration.eventId, camp.id))
      .orderBy(registration.rank);
    const offeredUntil = from === "offered" ? LATE : null;
    await db.update(registration).set({ status: from, offeredUntil }).where(eq(registration.id, other!.id));
    const token = await handOn(db, giver, { name: "Ama", email: other!.email });
    expect(await readTransfer(db, token, NOON)).toMatchObject({
      has: false,
      begun: { answers: { name: "person2" } },
    });
    expect((await acceptTransfer(db, token, told(camp), NOON)).ok).toBe(true);
    expect([await statusOf(db, giver), await statusOf(db, other!.id)]).toEqual(["transferred", "confirmed"]);
    expect((await mailsOf(db, camp)).at(-1)).toBe(`place_yours ${other!.email}`);
  });

  it("offers the place that was offered to them to the next in line", async () => {
    const { camp, people } = await campOfGivers(db, 2, 1);
    const [giver = "", second = "", next = ""] = people;
    await db
      .update(registration)
      .set({ status: "offered", offeredUntil: LATE })
      .where(eq(registration.id, second));
    const token = await handOn(db, giver, { name: "B", email: "person2@example.org" });
    await acceptTransfer(db, token, told(camp), NOON);
    expect(await statusOf(db, next)).toBe("offered");
  });

  it("lets go of a place that is held for their unproven address, which anybody may have typed", async () => {
    const { camp, people } = await campOfGivers(db, 2, 1);
    const [giver = "", second = "", next = ""] = people;
    const unproven = { status: "held", heldUntil: LATE, verifiedAt: null } as const;
    await db.update(registration).set(unproven).where(eq(registration.id, second));
    const token = await handOn(db, giver, { name: "B", email: "person2@example.org" });
    await acceptTransfer(db, token, told(camp), NOON);
    expect([await statusOf(db, second), await statusOf(db, next)]).toEqual(["confirmed", "offered"]);
  });

  it("is refused to somebody who has a place", async () => {
    const { camp, people } = await campOfGivers(db, 2);
    const [giver = "", other = ""] = people;
    const token = await handOn(db, giver, { name: "B", email: "person2@example.org" });
    expect((await readTransfer(db, token, NOON))?.has).toBe(true);
    expect(await acceptTransfer(db, token, told(camp), NOON)).toEqual(refused("has_place"));
    expect([await statusOf(db, giver), await statusOf(db, other)]).toEqual(["confirmed", "confirmed"]);
  });

  it("is refused to somebody whom the organisers took off", async () => {
    const { camp, giver } = await campOfGivers(db, 1);
    await makePerson(db, camp, "removed", { rank: 7 });
    const token = await handOn(db, giver, { name: "B", email: "person7@example.org" });
    expect(await acceptTransfer(db, token, told(camp), NOON)).toEqual(refused("not_possible_now"));
  });

  it("keeps what a browser typed that never proved the address as what it was told", async () => {
    const { camp, giver } = await campOfGivers(db, 1);
    const typed = await register(db, camp.id, { ...formFor(camp, AMA.email), name: "Mallory" }, NOON);
    const page = (typed.ok && typed.value.token) || "";
    const token = await handOn(db, giver);
    expect((await readTransfer(db, token, NOON))?.begun.answers).toEqual({ name: AMA.name });
    await acceptTransfer(db, token, told(camp), NOON);
    const shown = await readStatus(db, page, NOON);
    expect([shown?.registration.name, shown?.registration.status]).toEqual(["Mallory", "waiting"]);
  });

  it("hands on that the place was one of those kept back", async () => {
    const { camp, giver } = await campOfGivers(db, 1);
    await db.update(registration).set({ keptBack: true }).where(eq(registration.id, giver));
    await acceptTransfer(db, await handOn(db, giver), told(camp), NOON);
    expect((await findBy(db, camp, AMA.email))?.keptBack).toBe(true);
  });

  it("is refused for a sector of another camp, and for a token that opens nothing", async () => {
    const { camp, giver } = await campOfGivers(db, 1);
    const other = await campOfGivers(db, 1);
    const token = await handOn(db, giver);
    expect(await acceptTransfer(db, token, told(other.camp), NOON)).toEqual(refused("bad_input"));
    expect(await acceptTransfer(db, "nothing", told(camp), NOON)).toEqual(refused("not_found"));
    expect([await readTransfer(db, "nothing", NOON), await declineTransfer(db, "nothing", NOON)]).toEqual([
      null,
      refused("not_found"),
    ]);
  });

  it("is too late once its moment passed, before the clock has ended it, and while the phase forbids it", async () => {
    const { camp, giver } = await campOfGivers(db, 1);
    const token = await handOn(db, giver);
    expect((await readTransfer(db, token, LATE))?.ended).toBe("too_late");
    expect(await acceptTransfer(db, token, told(camp), LATE)).toEqual(refused("transfer_gone"));
    await db.update(event).set({ phase: "draft" }).where(eq(event.id, camp.id));
    expect(await acceptTransfer(db, token, told(camp), NOON)).toEqual(refused("not_open"));
    await db.update(event).set({ phase: "after" }).where(eq(event.id, camp.id));
    expect(await acceptTransfer(db, token, told(camp), NOON)).toEqual(refused("camp_over"));
  });

  it("can be said no thanks to, which tells the giver; again is once", async () => {
    const { camp, giver } = await campOfGivers(db, 1);
    const token = await handOn(db, giver);
    const no = { ok: true, value: null };
    expect([await declineTransfer(db, token, NOON), await declineTransfer(db, token, NOON)]).toEqual([
      no,
      no,
    ]);
    expect(await acceptTransfer(db, token, told(camp), NOON)).toEqual(refused("transfer_gone"));
    expect(await statusOf(db, giver)).toBe("confirmed");
    expect((await mailsOf(db, camp)).slice(1)).toEqual(["transfer_back person1@example.org"]);
  });
});

describe("at once", () => {
  const holding = async ({ id }: TestCamp) =>
    db.$count(registration, and(eq(registration.eventId, id), inArray(registration.status, [...HOLDING])));

  // Seen without reading the transfer again under the lock: the second was told that it was too late.
  it("two accepts of one transfer make one registration", async () => {
    const { camp, giver } = await campOfGivers(db, 1);
    const token = await handOn(db, giver);
    const accept = () => acceptTransfer(db, token, told(camp), NOON);
    const [one, two] = await inTurn(db, camp, accept, accept);
    expect([one.ok && one.value.token !== null, two]).toEqual([true, { ok: true, value: { token: null } }]);
    expect(await holding(camp)).toBe(1);
  });

  // Seen without reading it again, nor closing only what is open: taken after it was given back, and two held one place.
  const BACK: [string, (giver: string) => Promise<{ ok: boolean }>][] = [
    ["given back", (giver) => giveBack(db, giver, NOON)],
    ["called back", (giver) => callBack(db, giver, NOON)],
  ];
  it.each(BACK)("what is %s first is not taken, and what is taken first stays taken", async (_, other) => {
    for (const back of [true, false]) {
      const { camp, giver } = await campOfGivers(db, 1, 1);
      const token = await handOn(db, giver);
      const accept = () => acceptTransfer(db, token, told(camp), NOON);
      const [one, two] = back
        ? await inTurn(db, camp, () => other(giver), accept)
        : await inTurn(db, camp, accept, () => other(giver));
      expect([one.ok, two.ok]).toEqual([true, false]);
      expect((await statusOf(db, giver)) === "transferred").toBe(!back);
      expect((await findBy(db, camp, AMA.email))?.status).toBe(back ? undefined : "confirmed");
      expect(await holding(camp)).toBe(1);
    }
  });
});

it("a giver's page acts no more once the place is somebody else's, and nothing is kept of whom it named", async () => {
  const { camp, giver } = await campOfGivers(db, 1);
  const page = await mintLink(db, giver, { mailed: true, now: NOON });
  await acceptTransfer(db, await handOn(db, giver), told(camp), NOON);
  expect((await readStatus(db, page, NOON))?.registration.status).toBe("transferred");
  expect(await giveBack(db, giver, NOON, page)).toEqual(refused("not_possible_now"));
  const named = and(eq(transfer.eventId, camp.id), eq(transfer.email, AMA.email));
  expect(await db.$count(transfer, named)).toBe(0);
});
