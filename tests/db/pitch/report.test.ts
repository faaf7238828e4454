import { and, eq, isNull } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { readFrame } from "#db/draft.ts";
import { eraseMe } from "#db/erasure.ts";
import { readPersonalData } from "#db/personal-data.ts";
import { hasReported, keepPitch, reportPitch } from "#db/pitch/report.ts";
import { listReported } from "#db/pitch/reported.ts";
import { withdrawPitch } from "#db/pitch/withdrawal.ts";
import { bringPitchFor, listPitches } from "#db/pitch.ts";
import { mintLink } from "#db/registration/link.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { pitchReport } from "#db/schema/pitch-report.ts";
import { registration } from "#db/schema/registration.ts";
import { readVersions } from "#db/snapshot.ts";
import { LIMITS } from "#domain/rate-limit.ts";
import type { Attendee } from "#domain/viewer.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { camper, MORNING, organiser, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { later, type TwoPitches, twoPitches } from "#tests/support/two-pitches.ts";

let db: Database;
let two: TwoPitches;
let mei: Attendee;

beforeAll(async () => {
  ({ db } = await freshDatabase());
});
beforeEach(async () => {
  two = await twoPitches(db);
  mei = await camper(db, two.camp, "Mei");
});

const DONE = { ok: true, value: null };
const report = (who = mei, reason = "An advert", { id } = two.hers, at = later(5)) =>
  reportPitch(db, who, { pitchId: id, reason }, at);
const reported = async () => listReported(db, two.dan, await listPitches(db, two.camp.eventId));
const counted = async () => (await readFrame(db, two.camp.eventId)).reported;

describe("a pitch that somebody reports", () => {
  test("is read by the crew with how many say so and why, and desks count it", async () => {
    expect(await counted()).toBeUndefined();
    expect(await report()).toEqual(DONE);
    expect(await report(two.rhys, " Rude ", two.hers, later(6))).toEqual(DONE);
    expect(await reported()).toMatchObject([
      { pitch: { id: two.hers.id }, people: 2, reasons: ["An advert", "Rude"] },
    ]);
    expect(await counted()).toBe(1);
    expect([await hasReported(db, mei, two.hers.id), await hasReported(db, mei, two.his.id)]).toEqual([
      true,
      false,
    ]);
  });

  test("is reported once by each, whatever they send again, and desks are told once", async () => {
    await report();
    const before = await readVersions(db, [two.camp.eventId]);
    expect(await report(mei, "Again")).toEqual(DONE);
    expect(await readVersions(db, [two.camp.eventId])).toEqual(before);
    expect(await reported()).toMatchObject([{ people: 1, reasons: ["An advert"] }]);
  });

  test("names nobody who reported it, neither to the crew nor in the log", async () => {
    await report();
    const log = await db
      .select()
      .from(audit)
      .where(and(eq(audit.eventId, two.camp.eventId), eq(audit.act, "report_pitch")));
    expect(log).toMatchObject([{ actor: "camper", actorId: null, reason: "", subjectId: two.hers.id }]);
    expect(JSON.stringify([log, await reported()])).not.toMatch(new RegExp(`Mei|${mei.registrationId}`));
  });

  test("is left alone once the crew says so, until somebody else says it", async () => {
    await report();
    expect(await keepPitch(db, two.dan, two.hers.id, later(6))).toEqual(DONE);
    expect(await keepPitch(db, two.dan, two.hers.id, later(7))).toEqual(DONE);
    expect([await reported(), await counted()]).toEqual([[], undefined]);
    expect(
      await db
        .select()
        .from(audit)
        .where(and(eq(audit.eventId, two.camp.eventId), eq(audit.act, "keep_pitch"))),
    ).toHaveLength(1);
    await report(mei, "Still");
    expect(await reported()).toEqual([]);
    await report(two.rhys, "Rude");
    expect(await reported()).toMatchObject([{ people: 1, reasons: ["Rude"] }]);
  });

  test("and then withdrawn is nothing to decide about", async () => {
    await report();
    await withdrawPitch(db, two.ama, two.hers.id, later(6));
    expect([await reported(), await counted()]).toEqual([[], undefined]);
  });

  test("counts with the one that it became a part of", async () => {
    await report(mei, "An advert", two.his);
    await report(two.rhys, "Rude");
    await two.merge();
    expect(await reported()).toMatchObject([{ pitch: { id: two.hers.id }, people: 2 }]);
    expect(await counted()).toBe(1);
    await keepPitch(db, two.dan, two.hers.id, later(11));
    expect(await counted()).toBeUndefined();
  });
});

test("a report is refused without a reason, of what nobody sees, before and after, and of many more", async () => {
  expect(await report(mei, "  ")).toMatchObject({ refusal: "bad_input" });
  const elsewhere = await twoPitches(db);
  expect(await report(mei, "Rude", elsewhere.hers)).toMatchObject({ refusal: "not_found" });
  await withdrawPitch(db, two.ama, two.hers.id, later(6));
  expect(await report()).toMatchObject({ refusal: "not_found" });
  expect(await keepPitch(db, two.dan, elsewhere.hers.id, later(6))).toMatchObject({ refusal: "not_found" });
  for (const phase of ["closed", "archived"] as const) {
    await db.update(event).set({ phase }).where(eq(event.id, two.camp.eventId));
    expect(await report(mei, "Rude", two.his), phase).toMatchObject({ refusal: "not_open" });
    expect(await keepPitch(db, two.dan, two.his.id, later(6)), phase).toMatchObject({ refusal: "not_open" });
  }
  const camp = await pitchingCamp(db);
  const [dan, lee] = [await organiser(db, camp), await camper(db, camp, "Lee")];
  const answers: unknown[] = [];
  for (let n = 0; n <= LIMITS.report_by_registration.most; n += 1) {
    const form = pitchForm(`Advert ${n}`);
    await bringPitchFor(db, dan, form, [], MORNING);
    answers.push(await report(lee, "An advert", form));
  }
  expect(answers.filter((answer) => (answer as { ok: boolean }).ok)).toHaveLength(answers.length - 1);
  expect(answers.at(-1)).toMatchObject({ refusal: "too_many" });
  expect(await listReported(db, dan, await listPitches(db, camp.eventId))).toHaveLength(answers.length - 1);
});

test("what somebody reported is in their copy, and goes when they are deleted", async () => {
  await report();
  await db.update(registration).set({ verifiedAt: MORNING }).where(eq(registration.id, mei.registrationId));
  const token = await mintLink(db, mei.registrationId, { mailed: true, now: MORNING });
  expect(await readPersonalData(db, token, later(6))).toMatchObject({
    reports: [{ title: "Short videos", reason: "An advert", at: later(5).toISOString() }],
  });
  expect(await eraseMe(db, token, later(7))).toEqual(DONE);
  expect(
    await db.$count(pitchReport, and(eq(pitchReport.pitchId, two.hers.id), isNull(pitchReport.settledAt))),
  ).toBe(0);
});
