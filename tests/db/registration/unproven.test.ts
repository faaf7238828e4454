import { and, asc, eq, isNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { post } from "#db/mail.ts";
import { countPlaces } from "#db/registration/place.ts";
import { letGoUnproven } from "#db/registration/unproven.ts";
import { register } from "#db/registration.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import type { Phase } from "#domain/event.ts";
import { refused } from "#domain/result.ts";
import { formFor, makeCamp, makeOrganiser, makePerson, NOON, type Organiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const WHY = "A flood from one network";

/** Two places, both held for invented addresses; behind them one real and two invented people wait. */
async function flooded(phase: Phase = "tickets") {
  const camp = await makeCamp(db, { capacity: 3, phase });
  await db.update(event).set({ nextRank: 100 }).where(eq(event.id, camp.id));
  const has = await makePerson(db, camp, "confirmed", { rank: 1, verified: false });
  const held = [];
  for (const rank of [2, 3]) held.push(await makePerson(db, camp, "held", { rank, verified: false }));
  const real = await makePerson(db, camp, "waiting", { rank: 5 });
  for (const rank of [4, 6]) await makePerson(db, camp, "waiting", { rank, verified: false });
  return { camp, has, held, real, olu: await makeOrganiser(db, camp) };
}

async function agreed(olu: Organiser) {
  const asked = await letGoUnproven(db, olu, WHY, NOON);
  if (!asked.ok || !("asks" in asked.value)) throw new Error("not asked");
  return asked.value;
}

const statuses = async (eventId: string) => {
  const rows = await db
    .select({ status: registration.status })
    .from(registration)
    .where(eq(registration.eventId, eventId))
    .orderBy(asc(registration.rank));
  return rows.map(({ status }) => status).join(" ");
};

describe("letting go of all who never proved their address", () => {
  it("says first how many they are, and does nothing until that is agreed to", async () => {
    const { camp, olu } = await flooded();
    const { asks, agreement } = await agreed(olu);
    expect(asks).toEqual([{ kind: "drops_unproven", held: 2, waiting: 2, stay: 1 }]);
    expect(await statuses(camp.id)).toBe("confirmed held held waiting waiting waiting");
    // In a flood more come while it is read.
    await makePerson(db, camp, "waiting", { rank: 7, verified: false });
    const done = await letGoUnproven(db, olu, WHY, NOON, agreement);
    expect(done).toEqual({ ok: true, value: { done: 5 } });
    expect(await letGoUnproven(db, olu, WHY, NOON, agreement)).toEqual({ ok: true, value: { done: 0 } });
  });

  it("gives what they held to the line at once, and leaves whoever the crew gave a place", async () => {
    const { camp, real, olu } = await flooded();
    await letGoUnproven(db, olu, WHY, NOON, (await agreed(olu)).agreement);
    expect(await statuses(camp.id)).toBe("confirmed left left left offered left");
    const log = await db.select().from(audit).where(eq(audit.eventId, camp.id));
    const said = log.map(({ act, actor, reason }) => `${act} ${actor} ${reason}`).sort();
    expect(said).toEqual(["offer clock ", ...Array(4).fill(`drop_unproven crew ${WHY}`)].sort());
    const mails = await db.select().from(outbox).where(eq(outbox.eventId, camp.id));
    expect(mails.map(({ kind, facts }) => [kind, facts.registrationId])).toEqual([["offered", real]]);
  });

  it("counts held places as lapsed, so that after a flood proof comes before the place", async () => {
    const { camp, olu } = await flooded();
    await letGoUnproven(db, olu, WHY, NOON, (await agreed(olu)).agreement);
    expect((await countPlaces(db, camp.id)).lapsed).toBe(2);
  });

  it("drops the mail that still waits to go to them, and no other", async () => {
    const { camp, held, real, olu } = await flooded();
    for (const [rank, registrationId] of [[2, held[0]!] as const, [5, real] as const])
      await db.transaction((tx) =>
        post(tx, {
          ...{
            eventId: camp.id,
            kind: "registered",
            occasion: registrationId,
            recipient: `person${rank}@example.org`,
          },
          facts: { registrationId, status: "held" },
        }),
      );
    await letGoUnproven(db, olu, WHY, NOON, (await agreed(olu)).agreement);
    const waits = and(eq(outbox.eventId, camp.id), isNull(outbox.sentAt), eq(outbox.kind, "registered"));
    const left = await db.select().from(outbox).where(waits);
    expect(left.map(({ recipient }) => recipient)).toEqual(["person5@example.org"]);
  });

  it("lets whoever was real register again, at the back", async () => {
    const { camp, held, olu } = await flooded();
    await letGoUnproven(db, olu, WHY, NOON, (await agreed(olu)).agreement);
    const again = await register(db, camp.id, formFor(camp, "person2@example.org"), NOON);
    expect(again).toMatchObject({ ok: true, value: { registrationId: held[0], status: "waiting" } });
  });

  it("takes a reason, and is over with the camp", async () => {
    const { olu } = await flooded();
    expect(await letGoUnproven(db, olu, "  ", NOON)).toEqual(refused("bad_input"));
    const gone = await flooded("after");
    expect(await letGoUnproven(db, gone.olu, WHY, NOON)).toEqual(refused("camp_over"));
    expect(await statuses(gone.camp.id)).toContain("held");
  });
});
