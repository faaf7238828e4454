/** Who wants no mail to many: said by the link in one, taken back by the same, and asked of no place. */
import { asc, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { forget } from "#db/forget.ts";
import { countReach } from "#db/group-mail/reach.ts";
import { mintUnsubscribe, readUnsubscribe, setWillingness } from "#db/group-mail/unwilling.ts";
import { mendAddressByHand } from "#db/registration/address.ts";
import { audit } from "#db/schema/audit.ts";
import { unsubscribeLink } from "#db/schema/group-mail.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();

async function reader() {
  const camp = await makeCamp(db);
  const id = await makePerson(db, camp, "confirmed", { rank: 1 });
  const to = { eventId: camp.id, email: "person1@example.org" };
  const token = await db.transaction((tx) => mintUnsubscribe(tx, to, NOON));
  const reach = () => countReach(db, { eventId: camp.id, group: "places", sectorId: null });
  return { camp, id, token, reach };
}

it("is said once and taken back once, however often it is pressed, and is in the log of the person", async () => {
  const { camp, id, token, reach } = await reader();
  expect(await readUnsubscribe(db, token, NOON)).toMatchObject({ slug: camp.slug, wantsNone: false });
  for (const wants of ["none", "none"] as const) await setWillingness(db, token, wants, NOON);
  expect(await readUnsubscribe(db, token, NOON)).toMatchObject({ wantsNone: true });
  expect(await reach()).toEqual({ all: 1, bounced: 0, unwilling: 1 });
  for (const wants of ["all", "all"] as const) await setWillingness(db, token, wants, NOON);
  expect(await reach()).toEqual({ all: 1, bounced: 0, unwilling: 0 });
  const log = await db.select().from(audit).where(eq(audit.subjectId, id)).orderBy(asc(audit.id));
  expect(log.map(({ act, actorId }) => [act, actorId])).toEqual([
    ["unsubscribe", id],
    ["subscribe", id],
  ]);
});

it("is not said by a token that is none, or too old, and the old ones are forgotten", async () => {
  const { token } = await reader();
  const late = new Date(NOON.getTime() + 401 * 86_400_000);
  expect(await setWillingness(db, "x".repeat(43), "none", NOON)).toEqual({ ok: false, refusal: "not_found" });
  expect(await setWillingness(db, token, "none", late)).toEqual({ ok: false, refusal: "not_found" });
  await forget(db, late);
  expect(await db.$count(unsubscribeLink)).toBe(0);
});

// Seen to be written to again at the mended address.
it("holds for whoever has another address by now", async () => {
  const { camp, id, token, reach } = await reader();
  await setWillingness(db, token, "none", NOON);
  const mended = { email: "mended@example.org", reason: "A typing mistake" };
  expect(await mendAddressByHand(db, await makeOrganiser(db, camp), id, mended, NOON)).toMatchObject({
    ok: true,
  });
  expect(await reach()).toEqual({ all: 1, bounced: 0, unwilling: 1 });
});
