/** What a camp's organisers see of its mail: all of it a page at a time, what failed and why, and another try. */
import { and, asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { markFailed, markSent, post } from "#db/mail.ts";
import { countFailed, countMail, listMail, retryMail } from "#db/mail-log.ts";
import { audit } from "#db/schema/audit.ts";
import { outbox } from "#db/schema/mail.ts";
import { FIRST_PAGE, leadTo, turnOf } from "#domain/paging.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();

async function organised() {
  const camp = await makeCamp(db);
  return { camp, may: await makeOrganiser(db, camp) };
}
type Organised = Awaited<ReturnType<typeof organised>>;

/** One written a number of minutes after noon, and what became of it. */
async function mailed(
  { camp }: Organised,
  minutes: number,
  { failure = "", sent = false, kind = "place_yours" } = {},
) {
  const id = await makePerson(db, camp, "confirmed", { rank: minutes + 1 });
  const occasion = newId();
  const mail = { eventId: camp.id, occasion, recipient: `person${minutes + 1}@example.org` };
  await db.transaction(async (tx) => {
    if (kind === "offered") await post(tx, { ...mail, kind, facts: { registrationId: id, until: "" } });
    else await post(tx, { ...mail, kind: "place_yours", facts: { registrationId: id } });
  });
  const createdAt = new Date(NOON.getTime() + minutes * 60_000);
  const token = { token: "t", code: "123456", unsubscribe: "u", goodUntil: "x" };
  const [row] = await db
    .update(outbox)
    .set({
      createdAt,
      dueAt: createdAt,
      facts: { registrationId: id, ...(kind === "offered" && { until: "" }), ...token },
    })
    .where(eq(outbox.occasion, occasion))
    .returning({ id: outbox.id });
  if (failure) await db.transaction((tx) => markFailed(tx, row!.id, failure, createdAt));
  if (sent) await db.transaction((tx) => markSent(tx, row!.id, createdAt));
  return row!.id;
}

describe("the list", () => {
  it("has what became of each, newest first, and whose it is", async () => {
    const at = await organised();
    await mailed(await organised(), 0);
    await mailed(at, 1, { sent: true });
    await mailed(at, 2);
    await mailed(at, 3, { failure: "550" });
    const { items } = await listMail(db, at.may, "all", FIRST_PAGE);
    expect(
      items.map(({ state, failure, retries, person }) => [person?.name, state, failure, retries]),
    ).toEqual([
      ["person4", "bounced", "550", true],
      ["person3", "queued", null, false],
      ["person2", "sent", null, false],
    ]);
    expect(await countMail(db, at.may)).toEqual([{ kind: "place_yours", sent: 1, waiting: 1, failed: 1 }]);
  });

  it("of what failed leaves out what was no longer meant", async () => {
    const at = await organised();
    for (const [n, failure] of [
      "550",
      "left_group",
      "unwilling",
      "gone",
      "no_way_through",
      "returned",
    ].entries())
      await mailed(at, n, { failure });
    const { items } = await listMail(db, at.may, "failed", FIRST_PAGE);
    expect(items.map(({ failure, retries }) => [failure, retries])).toEqual([
      ["returned", false],
      ["no_way_through", true],
      ["550", true],
    ]);
    expect(await countFailed(db, at.may)).toBe(3);
  });

  // Seen to repeat and to leave out mails of one instant when only the instant was compared.
  it("is walked forth and back without a gap, also where many were written in one instant", async () => {
    const at = await organised();
    const all = 230;
    const rows = Array.from({ length: all }, (_, n) => ({
      ...{ id: newId(), eventId: at.camp.id, kind: "invited", occasion: newId(), recipient: "a@example.org" },
      ...{ facts: {}, createdAt: new Date(NOON.getTime() + Math.floor(n / 115)) },
    }));
    await db.insert(outbox).values(rows);
    const page = async (which: string) => {
      const turn = turnOf(Object.fromEntries(new URLSearchParams(which)))!;
      return listMail(db, at.may, "all", turn);
    };
    const first = await page("");
    const second = await page(leadTo(first, 2));
    const third = await page(leadTo(second, 3));
    const ids = [first, second, third].flatMap(({ items }) => items.map(({ id }) => id));
    expect([ids.length, new Set(ids).size, third.more]).toEqual([all, all, false]);
    expect((await page(leadTo(third, 2))).items).toEqual(second.items);
  });
});

describe("another try", () => {
  const rowOf = async (id: string) => (await db.select().from(outbox).where(eq(outbox.id, id)))[0]!;

  // Seen to be unreadable the second time when all facts were emptied.
  it("sends what failed once more, with what it is about and without what was made for it", async () => {
    const at = await organised();
    const id = await mailed(at, 1, { failure: "550" });
    expect(Object.keys((await rowOf(id)).facts)).toEqual(["registrationId"]);
    const again = () => retryMail(db, at.may, { id }, NOON);
    expect([await again(), await again()]).toEqual([
      { ok: true, value: 1 },
      { ok: true, value: 0 },
    ]);
    expect(await rowOf(id)).toMatchObject({ failedAt: null, failure: null, tries: 0, dueAt: NOON });
    const log = await db
      .select()
      .from(audit)
      .where(and(eq(audit.subjectId, id), eq(audit.act, "retry_mail")));
    expect(log.map(({ actorId }) => actorId)).toEqual([at.may.personId]);
  });

  it("tries all of it, and leaves what is gone, timely, unreadable or no longer meant", async () => {
    const at = await organised();
    const refused = await mailed(at, 1, { failure: "550" });
    const given = await mailed(at, 2, { failure: "no_way_through" });
    await mailed(at, 3, { failure: "left_group" });
    await mailed(at, 4, { failure: "returned" });
    await mailed(at, 5, { failure: "unreadable" });
    await mailed(at, 6, { sent: true });
    const offer = await mailed(at, 7, { failure: "550", kind: "offered" });
    expect((await rowOf(offer)).facts).toEqual({});
    expect(await retryMail(db, at.may, "all", NOON)).toEqual({ ok: true, value: 2 });
    const waiting = await db
      .select({ id: outbox.id })
      .from(outbox)
      .where(and(eq(outbox.eventId, at.camp.id), eq(outbox.dueAt, NOON)))
      .orderBy(asc(outbox.createdAt));
    expect(waiting.map(({ id }) => id)).toEqual([refused, given]);
  });

  it("is for one's own camp alone, and for what is a mail", async () => {
    const at = await organised();
    const id = await mailed(at, 1, { failure: "550" });
    const { may } = await organised();
    expect(await retryMail(db, may, { id }, NOON)).toEqual({ ok: true, value: 0 });
    expect(await retryMail(db, may, "all", NOON)).toEqual({ ok: true, value: 0 });
    expect(await retryMail(db, at.may, { id: "x" }, NOON)).toEqual({ ok: true, value: 0 });
    expect((await rowOf(id)).failure).toBe("550");
  });
});
