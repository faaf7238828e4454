import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readFacts } from "#db/card.ts";
import type { Database } from "#db/connection.ts";
import { eraseMe } from "#db/erasure.ts";
import { newId } from "#db/id.ts";
import { readPersonalData } from "#db/personal-data.ts";
import { readBusy } from "#db/pitch/busy.ts";
import { answerHostAsk, askHost } from "#db/pitch/host-ask.ts";
import { listInvitations } from "#db/pitch/host-asks.ts";
import { bringPitchFor, changePitch, listPitches } from "#db/pitch.ts";
import { readProblem } from "#db/planner-problem.ts";
import { mintLink } from "#db/registration/link.ts";
import { registration } from "#db/schema/registration.ts";
import { readSnapshot } from "#db/snapshot.ts";
import type { SlotKind } from "#domain/slot.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { camper, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { putSlots } from "#tests/support/slots.ts";
import { later, type TwoPitches, twoPitches } from "#tests/support/two-pitches.ts";

let db: Database;
let two: TwoPitches;
/** Three slots from 10, 11 and 12 o'clock. */
let slots: string[];

const at = (hour: number, minute = 0) => new Date(Date.UTC(2026, 6, 14, hour, minute));
const times = (hour: number) => ({
  startsAt: at(hour).toISOString(),
  endsAt: at(hour, 45).toISOString(),
});

beforeAll(async () => {
  ({ db } = await freshDatabase());
});
beforeEach(async () => {
  two = await twoPitches(db);
  slots = await put(two.camp.eventId, [10, 11, 12]);
});

async function put(eventId: string, hours: number[]): Promise<string[]> {
  const kind: SlotKind = "session";
  const rows = hours.map((hour) => {
    return { id: newId(), eventId, kind, title: "", startsAt: at(hour), endsAt: at(hour, 45) };
  });
  await putSlots(db, rows);
  return rows.map(({ id }) => id);
}

const say = (busy: string[] | null, who = two.ama, form = two.hers) =>
  changePitch(db, who, { ...form, ...(busy && { busy }) }, later(5));
const forbidden = async (id: string) =>
  (await readProblem(db, two.camp.eventId, later(6))).problem.sessions.find((it) => it.id === id)?.forbidden;

describe("when its host cannot", () => {
  test("is kept by the times, in place of what was said before, and stays where that was not asked", async () => {
    await say([slots[2]!, slots[0]!]);
    expect(await readBusy(db, two.hers.id)).toEqual([times(10), times(12)]);
    await say(null);
    expect(await readBusy(db, two.hers.id)).toEqual([times(10), times(12)]);
    await say([slots[1]!]);
    expect(await readBusy(db, two.hers.id)).toEqual([times(11)]);
    await say([]);
    expect(await readBusy(db, two.hers.id)).toEqual([]);
  });

  test("comes with the pitch, also one that the crew types, and a slot of another camp or of none says nothing", async () => {
    const other = await put((await pitchingCamp(db)).eventId, [15]);
    const form = { ...pitchForm("Typed"), busy: [slots[0]!, other[0]!, newId()] };
    await bringPitchFor(db, two.dan, form, ["Eve"], later(3));
    expect(await readBusy(db, form.id)).toEqual([times(10)]);
  });

  test("is known to the planner and the desk, of all that a pitch is made of, and to nobody else", async () => {
    await say([slots[0]!]);
    await say([slots[2]!], two.rhys, two.his);
    expect([await forbidden(two.hers.id), await forbidden(two.his.id)]).toEqual([[0], [2]]);
    await two.merge();
    expect(await forbidden(two.hers.id)).toEqual([0, 2]);
    const { facts } = await readFacts(db, two.camp.eventId);
    expect(facts[two.hers.id]?.busy).toEqual([times(10), times(12)]);
    const seen = JSON.stringify([
      await listPitches(db, two.camp.eventId),
      await readSnapshot(db, two.camp.eventId, "camper", "A session"),
      await readSnapshot(db, two.camp.eventId, "public", "A session"),
    ]);
    expect(seen).toContain("Short videos");
    expect(seen).not.toContain("busy");
    await two.part();
    expect([await forbidden(two.hers.id), await forbidden(two.his.id)]).toEqual([[0], [2]]);
  });

  test("is theirs to read, and goes with them", async () => {
    await say([slots[1]!]);
    await db
      .update(registration)
      .set({ verifiedAt: later(0) })
      .where(eq(registration.id, two.ama.registrationId));
    const token = await mintLink(db, two.ama.registrationId, { mailed: true, now: later(0) });
    const held = await readPersonalData(db, token, later(6));
    expect(held?.pitches.map(({ busy }) => busy)).toEqual([[times(11)]]);
    await eraseMe(db, token, later(9));
    expect(await readBusy(db, two.hers.id)).toEqual([]);
  });

  test("says nothing of whoever takes it over", async () => {
    await say([slots[1]!]);
    const mei = await camper(db, two.camp, "Mei");
    const one = { pitchId: two.hers.id, whom: "Mei", kind: "instead" as const };
    await askHost(db, two.ama, one, later(6));
    const [ask] = await listInvitations(db, mei);
    expect(await answerHostAsk(db, mei, ask!.id, true, later(7))).toEqual({ ok: true, value: null });
    expect(await readBusy(db, two.hers.id)).toEqual([]);
  });
});
