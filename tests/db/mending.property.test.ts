/** An address mended again and again, while strangers prove what was typed: nothing breaks, and no page says what is not so. */
import { and, eq, inArray } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { mendAddress } from "#db/registration/address.ts";
import { mintLink } from "#db/registration/link.ts";
import { countPlaces } from "#db/registration/place.ts";
import { readStatus } from "#db/registration/status.ts";
import { confirmByLink } from "#db/registration/verification.ts";
import { register } from "#db/registration.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { isLive } from "#domain/registration.ts";
import { formFor, makeCamp, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const DAY = 86_400_000;
const PROVE = "the stranger proves it";
const ADDRESSES = ["typo@example.org", "right@example.org", "person50@example.org", "person51@example.org"];

async function play(capacity: number, acts: readonly string[]) {
  const camp = await makeCamp(db, { capacity, startsAt: new Date(NOON.getTime() + 200 * DAY) });
  await makePerson(db, camp, "confirmed", { rank: 50 });
  await makePerson(db, camp, "left", { rank: 51 });
  const sent = await register(db, camp.id, formFor(camp, ADDRESSES[0]!), NOON);
  if (!sent.ok) throw new Error(sent.refusal);
  const { token } = sent.value;
  const found: unknown[] = [];
  for (const [day, act] of acts.entries()) {
    const now = new Date(NOON.getTime() + day * DAY);
    const before = (await readStatus(db, token, now))!;
    if (act === PROVE)
      await confirmByLink(db, await mintLink(db, before.link.registrationId, { mailed: true, now }), now);
    else await mendAddress(db, token, act, now);
    const page = (await readStatus(db, token, now))!;
    const [row] = await db.select().from(registration).where(eq(registration.id, page.link.registrationId));
    if (!isLive(page.registration.status) || !isLive(row!.status))
      found.push({ day, told: page.registration.status, row: row!.status });
    const mailed = and(
      eq(outbox.eventId, camp.id),
      eq(outbox.recipient, row!.email),
      inArray(outbox.kind, ["registered", "your_page"]),
    );
    if (act !== PROVE && before.registration.email !== act && (await db.$count(outbox, mailed)) === 0)
      found.push({ day, unmailed: row!.email });
    const { confirmed, held, offered } = await countPlaces(db, camp.id);
    if (confirmed + held + offered > capacity) found.push({ day, confirmed, held, offered });
  }
  return found;
}

it("is a registration or a claim on one, never a fault, and its mailbox is written to", async () => {
  const act = fc.constantFrom(...ADDRESSES, ...ADDRESSES, PROVE);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(1, 2, 5), fc.array(act, { maxLength: 8 }), async (capacity, acts) => {
      expect(await play(capacity, acts)).toEqual([]);
    }),
    { numRuns: 25 },
  );
}, 120_000);
