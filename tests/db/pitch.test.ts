import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { callPitch, sendBack } from "#db/pitch/front.ts";
import { readLine } from "#db/pitch/line.ts";
import { restorePitch, withdrawPitch } from "#db/pitch/withdrawal.ts";
import {
  bringPitch,
  bringPitchFor,
  changePitch,
  listMyPitches,
  listPitches,
  listWithdrawn,
  WITHDRAWN_A_PAGE,
} from "#db/pitch.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { placement } from "#db/schema/grid.ts";
import { liveVersion } from "#db/schema/live.ts";
import { pitch } from "#db/schema/pitch.ts";
import { room } from "#db/schema/room.ts";
import { PHASES, type Phase, permits } from "#domain/event.ts";
import { WITHDRAWN_SHOWN } from "#domain/pitch.ts";
import type { Attendee } from "#domain/viewer.ts";
import { standsAt } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import {
  camper,
  MORNING,
  organiser,
  type PitchingCamp,
  pitchForm,
  pitchingCamp,
} from "#tests/support/pitching.ts";
import { putSlots } from "#tests/support/slots.ts";

let db: Database;
let camp: PitchingCamp;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});

const GRANTED = expect.objectContaining({ ok: true });
const refusal = (name: string) => ({ ok: false, refusal: name });
const titles = async () => (await listPitches(db, camp.eventId)).map(({ title }) => title);
const moveTo = (phase: Phase) => db.update(event).set(standsAt(phase)).where(eq(event.id, camp.eventId));
const version = async () =>
  (await db.select().from(liveVersion).where(eq(liveVersion.eventId, camp.eventId)))[0]!;
const acts = async (subjectId: string) =>
  (await db.select().from(audit).where(eq(audit.subjectId, subjectId))).map(({ act }) => act);

describe("bringing a pitch", () => {
  beforeAll(async () => {
    camp = await pitchingCamp(db);
  });

  test("it is in the list with its host, in the audit log, and every screen is told", async () => {
    const ama = await camper(db, camp, "Ama");
    const before = await version();
    const form = pitchForm("Job swaps", { line: "How do we start?", voice: "with_me", needs: ["screen"] });
    expect(await bringPitch(db, ama, form, MORNING)).toEqual({ ok: true, value: { id: form.id } });
    expect(await listPitches(db, camp.eventId)).toEqual([
      { ...form, hosts: ["Ama"], at: MORNING.toISOString() },
    ]);
    expect(await acts(form.id)).toEqual(["bring_pitch"]);
    const after = await version();
    expect(after.version).toBe(before.version + 1);
    expect(after.pitchesVersion).toBe(after.version);
  });

  test("sending it twice changes nothing, also at the same time", async () => {
    const rhys = await camper(db, camp, "Rhys");
    const form = pitchForm("Weeknotes");
    const answers = await Promise.all([1, 2, 3].map(() => bringPitch(db, rhys, form, MORNING)));
    expect(answers).toEqual([GRANTED, GRANTED, GRANTED]);
    expect((await titles()).filter((title) => title === "Weeknotes")).toHaveLength(1);
    expect(await acts(form.id)).toEqual(["bring_pitch"]);
  });

  test("one each: of two different pitches at once exactly one is taken", async () => {
    const mei = await camper(db, camp, "Mei");
    const answers = await Promise.all(
      ["One", "Two"].map((title) => bringPitch(db, mei, pitchForm(title), MORNING)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(refusal("already_pitched"));
  });

  test("a withdrawn pitch does not count: its camper may bring another", async () => {
    const colin = await camper(db, camp, "Colin");
    const first = pitchForm("First thought");
    await bringPitch(db, colin, first, MORNING);
    await withdrawPitch(db, colin, first.id, MORNING);
    expect(await bringPitch(db, colin, pitchForm("Second thought"), MORNING)).toEqual(GRANTED);
  });

  test("the second round opens when everybody in the line has had a go", async () => {
    const dan = await organiser(db, camp);
    const sian = await camper(db, camp, "Siân");
    await bringPitch(db, sian, pitchForm("Bilingual by default"), MORNING);
    const more = pitchForm("One more");
    expect(await bringPitch(db, sian, more, MORNING)).toEqual(refusal("already_pitched"));
    for (const { id } of await listPitches(db, camp.eventId)) await callPitch(db, dan, id, MORNING);
    expect(await bringPitch(db, sian, more, MORNING)).toEqual(GRANTED);
  });

  test("whoever waits in the second round keeps nobody from it, and everybody from a third", async () => {
    const dan = await organiser(db, camp);
    const [sian, rhys] = [await camper(db, camp, "Siân"), await camper(db, camp, "Rhys")];
    for (const who of [sian, rhys]) await bringPitch(db, who, pitchForm(`First of ${who.name}`), MORNING);
    for (const { id } of await listPitches(db, camp.eventId)) await callPitch(db, dan, id, MORNING);
    const second = (who: Attendee) => bringPitch(db, who, pitchForm(`Second of ${who.name}`), MORNING);
    expect(await second(sian)).toEqual(GRANTED);
    expect(await second(rhys)).toEqual(GRANTED);
    expect(await bringPitch(db, sian, pitchForm("A third"), MORNING)).toEqual(refusal("already_pitched"));
  });

  test("an id that is taken elsewhere is not found, and its pitch is left alone", async () => {
    const taken = (await listPitches(db, camp.eventId))[0]!;
    const thief = await camper(db, camp, "Thief");
    expect(await bringPitch(db, thief, pitchForm("Mine now", { id: taken.id }), MORNING)).toEqual(
      refusal("not_found"),
    );
    expect(await titles()).toContain(taken.title);
  });

  test.each(PHASES.filter((phase) => !permits(phase, "pitch")))(
    "in the phase %s it is not open",
    async (phase) => {
      const eager = await camper(db, camp, "Eager");
      const dan = await organiser(db, camp);
      await moveTo(phase);
      const answers = [
        await bringPitch(db, eager, pitchForm("Too soon"), MORNING),
        await bringPitchFor(db, dan, pitchForm("Too soon"), ["Eager"], MORNING),
      ];
      await moveTo("pitching");
      expect(answers).toEqual([refusal("not_open"), refusal("not_open")]);
      expect(await titles()).not.toContain("Too soon");
    },
  );
});

describe("a campmaker types it", () => {
  beforeAll(async () => {
    camp = await pitchingCamp(db);
  });

  test("for somebody, and twice is once", async () => {
    const dan = await organiser(db, camp);
    const form = pitchForm("The campaign that went wrong", { kind: "went_wrong", noteLevel: "no_names" });
    await bringPitchFor(db, dan, form, ["Priya", "Colin"], MORNING);
    expect(await bringPitchFor(db, dan, form, ["Priya", "Colin"], MORNING)).toEqual(GRANTED);
    expect(await listPitches(db, camp.eventId)).toMatchObject([
      { title: form.title, hosts: ["Priya", "Colin"] },
    ]);
  });

  test("for nobody yet: I wish somebody would", async () => {
    const dan = await organiser(db, camp);
    const form = pitchForm("Grief and social media");
    await bringPitchFor(db, dan, form, [], MORNING);
    const wished = (await listPitches(db, camp.eventId)).find(({ id }) => id === form.id);
    expect(wished?.hosts).toEqual([]);
  });

  test("it does not count as anybody's own pitch", async () => {
    const priya = await camper(db, camp, "Priya");
    expect(await bringPitch(db, priya, pitchForm("My own"), MORNING)).toEqual(GRANTED);
  });
});

describe("changing and withdrawing", () => {
  beforeAll(async () => {
    camp = await pitchingCamp(db);
  });

  test("its host changes the words and keeps the place in the line", async () => {
    const ama = await camper(db, camp, "Ama");
    const form = pitchForm("Job swops");
    await bringPitch(db, ama, form, MORNING);
    const later = new Date(MORNING.getTime() + 60_000);
    expect(await changePitch(db, ama, { ...form, title: "Job swaps" }, later)).toEqual(GRANTED);
    expect(await listPitches(db, camp.eventId)).toMatchObject([
      { title: "Job swaps", at: MORNING.toISOString() },
    ]);
  });

  test("somebody else's pitch is not found, whatever is tried", async () => {
    const [theirs] = await listPitches(db, camp.eventId);
    const other = await camper(db, camp, "Other");
    const abroad = await organiser(db, await pitchingCamp(db));
    for (const who of [other, abroad]) {
      expect(await changePitch(db, who, { ...pitchForm("x"), id: theirs!.id }, MORNING)).toEqual(
        refusal("not_found"),
      );
      expect(await withdrawPitch(db, who, theirs!.id, MORNING)).toEqual(refusal("not_found"));
      expect(await restorePitch(db, who, theirs!.id, MORNING)).toEqual(refusal("not_found"));
    }
    expect(await callPitch(db, abroad, theirs!.id, MORNING)).toEqual(refusal("not_found"));
    expect(await listPitches(db, camp.eventId)).toEqual([theirs]);
  });

  test("after the grid is out a host changes nothing, the crew still may", async () => {
    const priya = await camper(db, camp, "Priya");
    const dan = await organiser(db, camp);
    const form = pitchForm("Elections");
    await bringPitch(db, priya, form, MORNING);
    await moveTo("sessions");
    expect(await changePitch(db, priya, { ...form, title: "Late" }, MORNING)).toEqual(refusal("not_open"));
    expect(await changePitch(db, dan, { ...form, title: "Elections: what we can’t say" }, MORNING)).toEqual(
      GRANTED,
    );
    await moveTo("pitching");
    expect(await titles()).toContain("Elections: what we can’t say");
  });

  test("withdrawn, it leaves every list and its cell; restored, it stands where it stood", async () => {
    const dan = await organiser(db, camp);
    const mei = await camper(db, camp, "Mei");
    const form = pitchForm("Drone films");
    await bringPitch(db, mei, form, MORNING);
    const before = await listPitches(db, camp.eventId);
    const cell = { slotId: newId(), roomId: newId() };
    await putSlots(db, {
      id: cell.slotId,
      eventId: camp.eventId,
      kind: "session",
      startsAt: MORNING,
      endsAt: new Date(MORNING.getTime() + 45 * 60_000),
    });
    await db.insert(room).values({
      id: cell.roomId,
      eventId: camp.eventId,
      letter: "A",
      name: "Main hall",
      capacity: 120,
      position: 0,
    });
    await db.insert(placement).values({ pitchId: form.id, eventId: camp.eventId, ...cell });

    expect(await withdrawPitch(db, mei, form.id, MORNING)).toEqual(GRANTED);
    expect(await withdrawPitch(db, mei, form.id, MORNING)).toEqual(GRANTED);
    expect(await titles()).not.toContain("Drone films");
    expect(await db.$count(placement, eq(placement.pitchId, form.id))).toBe(0);
    expect(await listMyPitches(db, mei)).toMatchObject([
      { title: "Drone films", own: true, withdrawnAt: MORNING.toISOString() },
    ]);
    expect((await listWithdrawn(db, dan, 1)).items.map(({ id }) => id)).toContain(form.id);
    expect(await callPitch(db, dan, form.id, MORNING)).toEqual(refusal("not_found"));

    expect(await restorePitch(db, mei, form.id, MORNING)).toEqual(GRANTED);
    expect(await listPitches(db, camp.eventId)).toEqual(before);
    expect(await acts(form.id)).toEqual(["bring_pitch", "withdraw_pitch", "restore_pitch"]);
  });
});

test("called to the front and sent back to the line", async () => {
  camp = await pitchingCamp(db);
  const dan = await organiser(db, camp);
  const form = pitchForm("Plain English");
  await bringPitch(db, await camper(db, camp, "Ama"), form, MORNING);
  await callPitch(db, dan, form.id, MORNING);
  expect(await readLine(db, camp.eventId)).toMatchObject({
    front: { id: form.id, since: MORNING.toISOString() },
    waiting: [],
  });
  await sendBack(db, dan, form.id, MORNING);
  expect(await readLine(db, camp.eventId)).toMatchObject({ front: null, waiting: [form.id] });
  expect(await acts(form.id)).toEqual(["bring_pitch", "call_pitch", "send_pitch_back"]);
});

test("a title too long for a card is the database's to refuse as a fault", async () => {
  const long = { ...pitchForm("x".repeat(91)), eventId: camp.eventId };
  await expect(db.insert(pitch).values(long)).rejects.toThrow();
});

// All of them came with every answer to whoever asked who they are: one for each time somebody changed their mind.
test("of many withdrawn the host finds the last ones, and the desk all, a page at a time", async () => {
  const camp = await pitchingCamp(db);
  const [ama, dan] = [await camper(db, camp, "Ama"), await organiser(db, camp)];
  const many = WITHDRAWN_A_PAGE + 1;
  await db.execute(sql`insert into pitch (id, event_id, title, created_at, withdrawn_at)
    select md5(${camp.eventId} || n)::uuid, ${camp.eventId}, 'Idea ' || n, ${MORNING.toISOString()}::timestamptz + n * interval '1 second',
      case when n > 0 then ${MORNING.toISOString()}::timestamptz + n * interval '1 minute' end
    from generate_series(0, ${many}::int) n`);
  await db.execute(sql`insert into pitch_host (pitch_id, position, name, registration_id, own)
    select id, 0, 'Ama', ${ama.registrationId}, true from pitch where event_id = ${camp.eventId}`);
  const titled = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, n) => `Idea ${from + n}`);
  expect((await listMyPitches(db, ama)).map(({ title }) => title)).toEqual([
    "Idea 0",
    ...titled(many - WITHDRAWN_SHOWN + 1, many),
  ]);
  const pages = [await listWithdrawn(db, dan, 1), await listWithdrawn(db, dan, 2)];
  expect(pages.map(({ more }) => more)).toEqual([true, false]);
  expect(await listWithdrawn(db, dan, 99)).toEqual(pages[1]);
  expect(pages.flatMap(({ items }) => items.map(({ title }) => title))).toEqual(titled(1, many).reverse());
});
