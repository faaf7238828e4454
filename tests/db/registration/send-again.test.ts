/** "I never got the mail": an organiser sends it once more. */
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { sendAgainByHand } from "#db/registration/send-again.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { refused } from "#domain/result.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const later = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000);

async function asked(
  ...of: Parameters<typeof makePerson> extends [unknown, unknown, ...infer Rest] ? Rest : never
) {
  const camp = await makeCamp(db, { capacity: 9 });
  const olu = await makeOrganiser(db, camp);
  const id = await makePerson(db, camp, ...of);
  const mails = async () => {
    const rows = await db.select().from(outbox).where(eq(outbox.eventId, camp.id));
    return rows.map(({ kind, facts }) => [kind, facts.registrationId, facts.status]);
  };
  const log = () => db.$count(audit, and(eq(audit.subjectId, id), eq(audit.act, "send_again")));
  return { camp, olu, id, mails, log, send: (now = NOON) => sendAgainByHand(db, olu, id, now) };
}

describe("the mail with somebody’s link", () => {
  it("goes out again to whoever takes part or hopes to, and is logged", async () => {
    const offeredUntil = later(24);
    for (const status of ["confirmed", "waiting", "held", "offered", "entered"] as const) {
      const { id, mails, log, send } = await asked(status, {
        rank: 1,
        verified: status !== "held",
        ...(status === "offered" && { offeredUntil }),
      });
      expect(await send()).toEqual({ ok: true, value: null });
      expect(await mails()).toEqual([["registered", id, status]]);
      expect(await log()).toBe(1);
    }
  });

  it("goes out a few times in an hour, and no more", async () => {
    const { mails, log, send } = await asked("waiting", { rank: 1, verified: false });
    const answers = [];
    for (let tried = 0; tried < 7; tried += 1) answers.push((await send()).ok);
    expect(answers).toEqual([true, true, true, true, true, false, false]);
    expect(await send()).toEqual(refused("too_many"));
    expect([(await mails()).length, await log()]).toEqual([5, 5]);
    expect((await send(later(2))).ok).toBe(true);
  });

  it("goes to nobody who left or whom mail does not reach, once the camp is over, or of another camp", async () => {
    const gone = await asked("left", { rank: 1 });
    expect(await gone.send()).toEqual(refused("not_possible_now"));
    const there = await asked("confirmed", { rank: 1 });
    await db.update(registration).set({ bouncedAt: NOON }).where(eq(registration.id, there.id));
    expect(await there.send()).toEqual(refused("not_possible_now"));
    expect(await sendAgainByHand(db, gone.olu, there.id, NOON)).toEqual(refused("not_found"));
    await db.update(registration).set({ bouncedAt: null }).where(eq(registration.id, there.id));
    await db.update(event).set({ phase: "after" }).where(eq(event.id, there.camp.id));
    expect(await there.send()).toEqual(refused("camp_over"));
    expect([await gone.mails(), await there.mails()]).toEqual([[], []]);
  });
});
