/** What stays of somebody's answers to the equality questions, and of their having answered, whatever becomes of them. */
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { markOf } from "#db/change.ts";
import { answerEquality } from "#db/equality/answering.ts";
import { changeEquality, readAsked } from "#db/equality.ts";
import { eraseMe, readErasure } from "#db/erasure.ts";
import { readPersonalData } from "#db/personal-data.ts";
import { purgeDue } from "#db/purge.ts";
import { mintLink } from "#db/registration/link.ts";
import { mergePeople, previewMerge } from "#db/registration/merging.ts";
import { readStatus } from "#db/registration/status.ts";
import { equalityCount } from "#db/schema/equality.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();

async function answered() {
  const camp = await makeCamp(db);
  const crew = await makeOrganiser(db, camp);
  await changeEquality(db, crew, markOf({ asked: [] }), ["religion"], NOON);
  const id = await makePerson(db, camp, "confirmed", { rank: 1 });
  const token = await mintLink(db, id, { mailed: true, now: NOON });
  await answerEquality(db, token, { religion: "jewish" }, NOON);
  return { camp, crew, id, token };
}
const rowOf = async (id: string) => (await db.select().from(registration).where(eq(registration.id, id)))[0];
const counted = async ({ id }: { id: string }) => {
  const rows = await db.select().from(equalityCount).where(eq(equalityCount.eventId, id));
  return rows.reduce((sum, { people }) => sum + people, 0);
};
const night = (day: string) => purgeDue(db, new Date(`${day}T03:00:00Z`), new AbortController().signal);

it("says in their copy that they answered, and nowhere what", async () => {
  const { token } = await answered();
  const copy = await readPersonalData(db, token, NOON);
  expect(copy?.registration.equalityAnswered).toBe(true);
  expect(JSON.stringify(copy)).not.toMatch(/jewish|religion/i);
});

it("leaves what they said in the counts when they are deleted, which is said to whoever has answered", async () => {
  const { camp, id, token } = await answered();
  const page = async (it: string) => readErasure(db, (await readStatus(db, it, NOON))!, NOON);
  expect(await page(token)).toMatchObject({ counted: true });
  const other = await makePerson(db, camp, "confirmed", { rank: 2 });
  const others = await mintLink(db, other, { mailed: true, now: NOON });
  expect(await page(others)).toMatchObject({ counted: false });
  await eraseMe(db, token, NOON);
  expect(await rowOf(id)).toBeUndefined();
  expect(await counted(camp)).toBe(1);
});

it("keeps of whoever stays barred not even that they answered", async () => {
  const { id, token } = await answered();
  await db.update(registration).set({ status: "removed" }).where(eq(registration.id, id));
  await eraseMe(db, token, NOON);
  expect(await rowOf(id)).toMatchObject({ status: "removed", equalityAnswered: false });
});

it("asks two registrations that become one no more once either has answered", async () => {
  for (const stays of ["first", "second"] as const) {
    const { camp, crew, id } = await answered();
    await db.update(event).set({ nextRank: 100 }).where(eq(event.id, camp.id));
    const other = await makePerson(db, camp, "waiting", { rank: 2 });
    const pair = stays === "first" ? { stays: id, goes: other } : { stays: other, goes: id };
    const { mark } = (await previewMerge(db, crew, pair.stays, pair.goes))!;
    await mergePeople(db, crew, { ...pair, mark, reason: "The same Ama" }, NOON);
    expect((await rowOf(pair.stays))?.equalityAnswered).toBe(true);
  }
});

it("is deleted so many days after the camp: the counts, that it was asked, and who answered", async () => {
  const { camp, id } = await answered();
  await night("2026-08-13");
  expect(await counted(camp)).toBe(1);
  await night("2026-08-14");
  expect(await counted(camp)).toBe(0);
  expect(await readAsked(db, camp.id)).toEqual([]);
  expect(await rowOf(id)).toMatchObject({ status: "confirmed", equalityAnswered: false });
});
