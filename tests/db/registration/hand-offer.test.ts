import { and, asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { moveByHand } from "#db/people.ts";
import { readNext } from "#db/people-list.ts";
import { acceptOffer } from "#db/registration/answer.ts";
import { offerByHand, previewOffers } from "#db/registration/hand-offer.ts";
import { countPlaces } from "#db/registration/place.ts";
import { tick } from "#db/registration/waiting.ts";
import { readPlaces } from "#db/release.ts";
import { audit } from "#db/schema/audit.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { release } from "#db/schema/release.ts";
import { freePlaces } from "#domain/registration/places.ts";
import { refused } from "#domain/result.ts";
import {
  makeCamp,
  makeOrganiser,
  makePerson,
  NOON,
  type Organiser,
  type TestCamp,
} from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makePool, makeSector } from "#tests/support/pools.ts";

const { db } = await freshDatabase();
const NOT_ON = { phase: "tickets", insideLimit: null } as const;
const HOUR = 3_600_000;
const WHY = "They bring the projector";

/** Offers are made by hand only; ranks from 1 on. */
async function lineOf(people: number, capacity: number, offersOn = false) {
  const camp = await makeCamp(db, { capacity, offersOn });
  const line: string[] = [];
  for (let rank = 1; rank <= people; rank++) line.push(await makePerson(db, camp, "waiting", { rank }));
  return { camp, line, olu: await makeOrganiser(db, camp) };
}

/** As somebody does it: looks at what it would come to, then sends that. */
async function offer(olu: Organiser, ids: readonly string[], { now = NOON, agreed = "", reason = WHY } = {}) {
  const seen = await previewOffers(db, olu, ids, now);
  if (!seen.ok) return seen;
  return offerByHand(db, olu, { ids, reason, mark: seen.value.mark }, now, agreed);
}

const statuses = async (camp: TestCamp) => {
  const rows = await db
    .select({ status: registration.status })
    .from(registration)
    .where(eq(registration.eventId, camp.id))
    .orderBy(asc(registration.rank));
  return rows.map(({ status }) => status).join(" ");
};

const logOf = async (camp: TestCamp) => {
  const log = await db
    .select({
      act: audit.act,
      subjectId: audit.subjectId,
      reason: audit.reason,
      actor: audit.actor,
    })
    .from(audit)
    .innerJoin(registration, eq(registration.id, audit.subjectId))
    .where(eq(audit.eventId, camp.id))
    .orderBy(asc(audit.act), asc(registration.rank));
  return log.map(({ act, subjectId, reason, actor }) => [act, subjectId, actor, reason]);
};

describe("places offered by hand", () => {
  it("go to those chosen, with one mail each, and whoever is passed over is noted with the reason", async () => {
    const { camp, line, olu } = await lineOf(5, 2);
    const [first, second, third, fourth] = line;
    expect(await offer(olu, [fourth!, second!])).toEqual({ ok: true, value: { done: 2 } });
    expect(await statuses(camp)).toBe("waiting offered waiting offered waiting");
    expect(await logOf(camp)).toEqual([
      ["offer", second, "crew", WHY],
      ["offer", fourth, "crew", WHY],
      ["pass_over", first, "crew", WHY],
      ["pass_over", third, "crew", WHY],
    ]);
    const mails = await db.select().from(outbox).where(eq(outbox.eventId, camp.id));
    expect(mails.map(({ kind, facts }) => `${kind} ${facts.registrationId}`).sort()).toEqual(
      [`offered ${second}`, `offered ${fourth}`].sort(),
    );
  });

  it("leave what is left to the line, and whoever gets that is not passed over", async () => {
    const { camp, line, olu } = await lineOf(4, 2, true);
    expect(await offer(olu, [line[3]!])).toEqual({ ok: true, value: { done: 1 } });
    expect(await statuses(camp)).toBe("offered waiting waiting offered");
    const passed = (await logOf(camp)).filter(([act]) => act === "pass_over");
    expect(passed.map(([, id]) => id)).toEqual([line[1], line[2]]);
  });

  it("say first what they come to, and change nothing by it", async () => {
    const { camp, line, olu } = await lineOf(3, 1);
    await makePerson(db, camp, "waiting", { rank: 4, verified: false });
    const has = await makePerson(db, camp, "confirmed", { rank: 5 });
    const seen = await previewOffers(db, olu, [line[2]!, has], NOON);
    if (!seen.ok) throw new Error(seen.refusal);
    const { offered, unable, passedOver, passed, sectors, free, over } = seen.value;
    expect(offered.map(({ id }) => id)).toEqual([line[2]]);
    expect(unable.map(({ person, why }) => [person.id, why])).toEqual([[has, "has_place"]]);
    expect([passedOver, passed.map(({ id }) => id)]).toEqual([line.slice(0, 2), line.slice(0, 2)]);
    expect(sectors).toEqual([{ sector: "Local government", people: 2 }]);
    expect([free, over]).toEqual([
      0,
      [{ kind: "more_than_free", offers: 1, free: 0, holding: 2, capacity: 1 }],
    ]);
    expect(await logOf(camp)).toEqual([]);
  });

  it("are asked about where they are more than the free ones, and the log keeps what was agreed to", async () => {
    const { camp, line, olu } = await lineOf(3, 1);
    const asked = await offer(olu, line);
    if (!asked.ok || !("asks" in asked.value)) throw new Error("not asked");
    const over = { kind: "more_than_free", offers: 3, free: 1, holding: 3, capacity: 1 };
    expect([asked.value.asks, await statuses(camp)]).toEqual([[over], "waiting waiting waiting"]);
    expect(await offer(olu, line, { agreed: asked.value.agreement })).toEqual({
      ok: true,
      value: { done: 3 },
    });
    const [entry] = await db.select().from(audit).where(eq(audit.subjectId, line[0]!));
    expect(entry!.detail).toEqual([over]);
  });

  it("of a full camp name whom they pass over, but for whom a limit keeps out, who is not next either", async () => {
    const { camp, line, olu } = await lineOf(3, 1);
    const central = await makeSector(db, camp, "Central government");
    await makePerson(db, camp, "confirmed", { rank: 0, sectorId: central });
    const [first = "", second = "", third = ""] = line;
    await db.update(registration).set({ sectorId: central }).where(eq(registration.id, first));
    const passed = async () => {
      const seen = await previewOffers(db, olu, [third], NOON);
      return seen.ok ? seen.value.passedOver : seen;
    };
    expect([await passed(), await readNext(db, olu)]).toEqual([[first, second], first]);
    await makePool(db, camp, central, { ceiling: 1 });
    expect([await passed(), await readNext(db, olu)]).toEqual([[second], second]);
  });

  it("are asked about where they pass a limit or take what is kept for others, and it is logged without names", async () => {
    const { camp, line, olu } = await lineOf(3, 4);
    const central = await makeSector(db, camp, "Central government");
    await makePool(db, camp, central, { floor: 2 });
    const overOf = async (ids: readonly string[]) => {
      const seen = await previewOffers(db, olu, ids, NOON);
      return seen.ok ? seen.value.over : seen;
    };
    expect(await overOf(line.slice(0, 2))).toEqual([]);
    const kept = { kind: "beyond_pools", why: "all_kept", people: 1 };
    expect(await overOf(line)).toEqual([kept]);
    await makePool(db, camp, camp.sectorId, { ceiling: 1 });
    const full = { kind: "beyond_pools", why: "sector_full", people: 2 };
    const asked = await offer(olu, line);
    expect(asked).toMatchObject({ value: { asks: [full] } });
    const agreed = asked.ok && "asks" in asked.value ? asked.value.agreement : "";
    expect(await offer(olu, line, { agreed })).toMatchObject({ value: { done: 3 } });
    const [entry] = await db.select().from(audit).where(eq(audit.subjectId, line[0]!));
    expect(entry!.detail).toEqual([full]);
  });

  it("out of those kept back take none of the released ones, also once they were taken", async () => {
    const { camp, line, olu } = await lineOf(2, 3);
    const opensAt = new Date(NOON.getTime() - HOUR);
    await db.insert(release).values({ id: camp.id, eventId: camp.id, way: "first_come", opensAt, places: 1 });
    const asked = await offer(olu, line);
    if (!asked.ok || !("asks" in asked.value)) throw new Error("not asked");
    await offer(olu, line, { agreed: asked.value.agreement });
    const freeNow = async () =>
      freePlaces(
        await readPlaces(db, { ...NOT_ON, id: camp.id, capacity: 3 }, NOON),
        await countPlaces(db, camp.id),
      );
    expect([(await countPlaces(db, camp.id)).keptBack, await freeNow()]).toEqual([1, 0]);
    await acceptOffer(db, line[0]!, NOON);
    // Seen to be forgotten with the answer, so that a released place stood empty for good.
    await acceptOffer(db, line[1]!, NOON);
    expect([(await countPlaces(db, camp.id)).keptBack, await freeNow()]).toEqual([1, 0]);
  });

  it("out of those kept back is one of them still when it is given to them by hand", async () => {
    const { camp, line, olu } = await lineOf(2, 2);
    const opensAt = new Date(NOON.getTime() - HOUR);
    await db.insert(release).values({ id: camp.id, eventId: camp.id, way: "first_come", opensAt, places: 1 });
    const asked = await offer(olu, line);
    if (!asked.ok || !("asks" in asked.value)) throw new Error("not asked");
    await offer(olu, line, { agreed: asked.value.agreement });
    await moveByHand(db, olu, line[1]!, "confirm", WHY, NOON);
    expect((await countPlaces(db, camp.id)).keptBack).toBe(1);
    // Seen to be counted as one of the released ones, so that the other one's was nobody's to offer any more.
    await moveByHand(db, olu, line[0]!, "remove", WHY, NOON);
    const places = await readPlaces(db, { ...NOT_ON, id: camp.id, capacity: 2 }, NOON);
    expect(freePlaces(places, await countPlaces(db, camp.id))).toBe(1);
  });

  it("done twice are done once", async () => {
    const { camp, line, olu } = await lineOf(2, 1);
    const seen = await previewOffers(db, olu, [line[1]!], NOON);
    if (!seen.ok) throw new Error(seen.refusal);
    const wanted = { ids: [line[1]!], reason: WHY, mark: seen.value.mark };
    const twice = [await offerByHand(db, olu, wanted, NOON), await offerByHand(db, olu, wanted, NOON)];
    expect(twice).toEqual(Array(2).fill({ ok: true, value: { done: 1 } }));
    expect(await db.$count(outbox, eq(outbox.eventId, camp.id))).toBe(1);
    // Before, another organiser was told that theirs had gone out, and that their reason was noted.
    const other = await makeOrganiser(db, camp);
    for (const [by, reason] of [
      [other, WHY],
      [olu, "Another reason"],
    ] as const)
      expect(await offerByHand(db, by, { ...wanted, reason }, NOON)).toEqual(refused("changed_meanwhile"));
  });

  it("are not what was seen any more once somebody of them left, or somebody before them became ready", async () => {
    const { camp, line, olu } = await lineOf(2, 1);
    const late = await makePerson(db, camp, "waiting", { rank: 0, verified: false });
    const seen = await previewOffers(db, olu, [line[1]!], NOON);
    if (!seen.ok) throw new Error(seen.refusal);
    await db.update(registration).set({ verifiedAt: NOON }).where(eq(registration.id, late));
    const wanted = { ids: [line[1]!], reason: WHY, mark: seen.value.mark };
    expect(await offerByHand(db, olu, wanted, NOON)).toEqual(refused("changed_meanwhile"));
    expect(await offerByHand(db, olu, { ...wanted, reason: " " }, NOON)).toEqual(refused("bad_input"));
  });

  it("keep to the hours and the phases in which places are offered, and to this camp", async () => {
    const { camp, line, olu } = await lineOf(1, 1);
    const night = new Date("2026-07-14T02:00:00Z");
    expect(await offer(olu, line, { now: night })).toEqual(refused("not_the_hour"));
    expect(await offer(olu, line, { now: new Date("2026-07-16T12:00:00Z") })).toEqual(refused("camp_over"));
    const draft = await makeCamp(db, { phase: "draft" });
    const theirs = await makeOrganiser(db, draft);
    expect(await offer(theirs, line)).toEqual(refused("not_open"));
    const other = await makeOrganiser(db, await makeCamp(db, { offersOn: false }));
    expect(await offer(other, line)).toEqual(refused("changed_meanwhile"));
    expect(await statuses(camp)).toBe("waiting");
  });

  // Seen to make two offers of the one place with the lock of the camp's row taken out.
  it("are offered once where two organisers offer the same place to two people at once", async () => {
    for (let round = 0; round < 5; round++) {
      const { camp, line, olu } = await lineOf(2, 1);
      const mei = await makeOrganiser(db, camp);
      const answers = await Promise.all([offer(olu, [line[0]!]), offer(mei, [line[1]!])]);
      const kinds = answers.map((it) => (it.ok ? ("asks" in it.value ? "asked" : "done") : it.refusal));
      expect(kinds.filter((kind) => kind === "done")).toHaveLength(1);
      expect((await countPlaces(db, camp.id)).offered).toBe(1);
    }
  });

  it("never leave anybody with a better turn passed over without a note, whatever the clock does meanwhile", async () => {
    const { camp, line, olu } = await lineOf(6, 2, true);
    await Promise.all([offer(olu, [line[4]!]), tick(db, NOON)]);
    const rows = await db.select().from(registration).where(eq(registration.eventId, camp.id));
    const last = Math.max(...rows.filter(({ status }) => status === "offered").map(({ rank }) => rank));
    for (const { id, status, rank } of rows)
      if (status === "waiting" && rank < last)
        expect(await db.$count(audit, and(eq(audit.subjectId, id), eq(audit.act, "pass_over")))).toBe(1);
  });
});
