/** What counts against the limits of registering: only what was admitted, whoever sends whatever else. */
import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { startDevice } from "#db/device.ts";
import { newId } from "#db/id.ts";
import { register, registerAll } from "#db/registration.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { person } from "#db/schema/person.ts";
import { limitBucket } from "#db/schema/rate-limit.ts";
import { registration } from "#db/schema/registration.ts";
import { LIMITS } from "#domain/rate-limit.ts";
import { refused } from "#domain/result.ts";
import { formFor, makeCamp, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const press = (camp: TestCamp, email: string, deviceId: string | null = null) =>
  register(db, camp.id, formFor(camp, email), NOON, deviceId);
const mailsTo = (camp: TestCamp, email: string) =>
  db.$count(outbox, and(eq(outbox.eventId, camp.id), eq(outbox.recipient, email)));

const leave = (email: string) =>
  db.update(registration).set({ status: "left", heldUntil: null }).where(eq(registration.email, email));

/** Forms that are refused, each for another reason, in a camp as it must be for it. */
const REFUSED = {
  not_open: { phase: "closed" },
  camp_over: { startsAt: new Date("2026-06-01T08:00:00Z") },
  bad_input: {},
  line_full: { capacity: 1, lineLimit: 0 },
} as const;

// Seen to refuse the owner of the address, and everybody at the camp, when limits were asked before the form was judged.
it.each(Object.entries(REFUSED))(
  "costs nobody anything to be refused %s, however often",
  async (why, how) => {
    const camp = await makeCamp(db, how);
    if (why === "line_full") await makePerson(db, camp, "confirmed", { rank: 9_999 });
    const { id: deviceId } = await startDevice(db, {});
    const wrong = (email: string) =>
      why === "bad_input" ? { ...formFor(camp, email), sectorId: newId() } : formFor(camp, email);
    const pressed = Array.from({ length: LIMITS.register_by_camp.most }, (_, n) => {
      const form = wrong(n % 2 ? "victim@example.org" : `stranger${n}@example.org`);
      return { form, now: NOON, deviceId };
    });
    const answers = [];
    for (let n = 0; n < pressed.length; n += 250)
      answers.push(...(await registerAll(db, camp.id, pressed.slice(n, n + 250))));
    expect(new Set(answers.map((answer) => !answer.ok && answer.refusal))).toEqual(new Set([why]));
    const opened = { phase: "tickets" as const, startsAt: new Date("2026-07-14T08:00:00Z") };
    await db
      .update(event)
      .set({ ...opened, day: "2026-07-14", capacity: 2, lineLimit: null })
      .where(eq(event.id, camp.id));
    expect(await press(camp, "victim@example.org", deviceId)).toMatchObject({
      ok: true,
      value: { status: "held" },
    });
    expect(await mailsTo(camp, "victim@example.org")).toBe(1);
  },
);

it("takes an address that was named too often without mailing it again, and a place held so runs out as any other", async () => {
  const camp = await makeCamp(db, { holdHours: 36 });
  const { most } = LIMITS.register_by_address;
  for (let n = 0; n <= most; n++) {
    expect(await press(camp, "named@example.org")).toMatchObject({ ok: true, value: { status: "held" } });
    if (n < most) await leave("named@example.org");
  }
  expect(await mailsTo(camp, "named@example.org")).toBe(most);
  const [row] = await db.select().from(registration).where(eq(registration.email, "named@example.org"));
  expect(row?.heldUntil).toEqual(new Date(NOON.getTime() + 36 * 3_600_000));
});

it("mails a browser that is signed in with the address, however often strangers named it", async () => {
  const camp = await makeCamp(db);
  for (let n = 0; n <= LIMITS.register_by_address.most; n++) {
    await press(camp, "olu@example.org");
    await leave("olu@example.org");
  }
  const [personId, sent] = [newId(), await mailsTo(camp, "olu@example.org")];
  await db.insert(person).values({ id: personId, email: "olu@example.org", name: "Olu" });
  const { id: deviceId } = await startDevice(db, { personId });
  expect(await press(camp, "olu@example.org", deviceId)).toMatchObject({ value: { status: "confirmed" } });
  expect(await mailsTo(camp, "olu@example.org")).toBe(sent + 1);
});

it("ends what one form sent again may ask", async () => {
  const camp = await makeCamp(db);
  const form = formFor(camp, "again@example.org");
  const { most } = LIMITS.register_by_form;
  const answers = [];
  for (let n = 0; n < most + 2; n++) answers.push(await register(db, camp.id, form, NOON));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(most + 1);
  expect(answers.at(-1)).toEqual(refused("too_many"));
  expect((await press(camp, "another@example.org")).ok).toBe(true);
});

it("admits no more from one browser than its limit, however they share transactions and camps", async () => {
  const { most } = LIMITS.register_by_device;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }),
      async (sizes) => {
        await db.delete(limitBucket);
        const { id: deviceId } = await startDevice(db, {});
        const camps = await Promise.all(sizes.map(() => makeCamp(db)));
        const batches = sizes.map((size, n) =>
          registerAll(
            db,
            camps[n]!.id,
            Array.from({ length: size }, (_, i) => {
              return { form: formFor(camps[n]!, `p${i}@example.org`), now: NOON, deviceId };
            }),
          ),
        );
        const answers = (await Promise.all(batches)).flat();
        expect(answers.filter(({ ok }) => ok)).toHaveLength(Math.min(answers.length, most));
        // In the order of pressing: whoever was refused pressed after everybody of their batch who was not.
        for (const batch of await Promise.all(batches))
          expect(batch.map(({ ok }) => ok)).toEqual(
            batch.map(({ ok }) => ok).sort((a, b) => Number(b) - Number(a)),
          );
      },
    ),
    { numRuns: 15 },
  );
});

it("seats the next in a place that somebody refused too_many did not get", async () => {
  const camp = await makeCamp(db, { capacity: LIMITS.register_by_device.most + 1 });
  const { id: busy } = await startDevice(db, {});
  const applicants = Array.from({ length: LIMITS.register_by_device.most + 3 }, (_, n) => {
    return { form: formFor(camp, `family${n}@example.org`), now: NOON, deviceId: busy };
  });
  const last = { form: formFor(camp, "last@example.org"), now: NOON, deviceId: null };
  const answers = await registerAll(db, camp.id, [...applicants, last]);
  expect(answers.slice(-4).map((answer) => (answer.ok ? answer.value.status : answer.refusal))).toEqual([
    "too_many",
    "too_many",
    "too_many",
    "held",
  ]);
});
