/** Those who press at once share a transaction: what they get is what each would have got in one of their own. */
import { asc, eq, inArray } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { startDevice } from "#db/device.ts";
import { newId } from "#db/id.ts";
import { readStatus } from "#db/registration/status.ts";
import { register, registerAll } from "#db/registration.ts";
import { ticket } from "#db/schema/device.ts";
import { outbox } from "#db/schema/mail.ts";
import { person } from "#db/schema/person.ts";
import { limitBucket } from "#db/schema/rate-limit.ts";
import { registration, registrationLink } from "#db/schema/registration.ts";
import { formFor, makeCamp, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const ADDRESSES = ["ama", "ben", "cai"].map((name) => `${name}@example.org`);

/** A browser that is signed in with each address, and one that is not. */
const readers = await Promise.all(
  ADDRESSES.map(async (email) => {
    const personId = newId();
    await db.insert(person).values({ id: personId, email, name: email });
    return (await startDevice(db, { personId })).id;
  }),
);
const stranger = (await startDevice(db, {})).id;

const press = fc.record({
  who: fc.nat(2),
  form: fc.nat(4),
  from: fc.constantFrom("reader", "stranger", "new"),
});
type Press = typeof press extends fc.Arbitrary<infer T> ? T : never;

/** What is known of two who registered before: one waits or holds a place, one has let go. */
async function open(capacity: number): Promise<TestCamp> {
  const camp = await makeCamp(db, { capacity });
  for (const email of ADDRESSES.slice(0, 2)) await register(db, camp.id, formFor(camp, email), NOON);
  const gone = { status: "left", heldUntil: null } as const;
  await db.update(registration).set(gone).where(eq(registration.email, ADDRESSES[1]!));
  return camp;
}

async function world(capacity: number, presses: readonly Press[], together: boolean) {
  await db.delete(limitBucket);
  const camp = await open(capacity);
  const ids = presses.map(() => newId());
  const applicants = presses.map(({ who, form, from }) => ({
    form: { ...formFor(camp, ADDRESSES[who]!), id: ids[form] ?? ids[0]!, organisation: `said ${form}` },
    deviceId: from === "reader" ? readers[who]! : from === "stranger" ? stranger : null,
    now: NOON,
  }));
  const answers = together
    ? await registerAll(db, camp.id, applicants)
    : await applicants.reduce<Promise<Awaited<ReturnType<typeof registerAll>>>>(
        async (before, { form, now, deviceId }) => [
          ...(await before),
          await register(db, camp.id, form, now, deviceId),
        ],
        Promise.resolve([]),
      );
  return outcome(camp, answers);
}

/** Everything that is to be the same, without ids. */
async function outcome(camp: TestCamp, answers: Awaited<ReturnType<typeof registerAll>>) {
  const rows = await db
    .select()
    .from(registration)
    .where(eq(registration.eventId, camp.id))
    .orderBy(asc(registration.rank));
  const emailOf = new Map(rows.map(({ id, email }) => [id, email]));
  const ids = rows.map(({ id }) => id);
  const links = await db.select().from(registrationLink).where(inArray(registrationLink.registrationId, ids));
  const tickets = await db.select().from(ticket).where(inArray(ticket.registrationId, ids));
  const mails = await db.select().from(outbox).where(eq(outbox.eventId, camp.id));
  const pages = [];
  for (const answer of answers) {
    const page = answer.ok ? await readStatus(db, answer.value.token, NOON) : null;
    const shown = page?.registration;
    pages.push(answer.ok ? [page !== null, shown?.status, shown?.organisation] : answer.refusal);
  }
  return {
    pages,
    people: rows.map(({ email, status, organisation, rank, verifiedAt }) => {
      return { email, status, organisation, rank, proven: verifiedAt !== null };
    }),
    links: links
      .map(({ registrationId, claim }) => `${emailOf.get(registrationId)} ${claim?.told ?? ""}`)
      .sort(),
    tickets: tickets
      .map(({ deviceId, registrationId }) => `${deviceId} ${emailOf.get(registrationId)}`)
      .sort(),
    mails: mails.map(({ kind, recipient }) => `${kind} ${recipient}`).sort(),
  };
}

it("in one transaction get what they would get one after the other", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(press, { minLength: 2, maxLength: 6 }),
      async (capacity, presses) => {
        expect(await world(capacity, presses, true)).toEqual(await world(capacity, presses, false));
      },
    ),
    { numRuns: 20 },
  );
});
