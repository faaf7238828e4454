/** Running the line to pitch: from one phone, from two at once, and from another when the first one died. */
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import {
  callBack,
  callNext,
  callPitch,
  comeBack,
  holdPitch,
  missPitch,
  movePitch,
  sendBack,
} from "#db/pitch/front.ts";
import { hidePitch, showPitch } from "#db/pitch/hiding.ts";
import { readLine } from "#db/pitch/line.ts";
import { restorePitch, withdrawPitch } from "#db/pitch/withdrawal.ts";
import { bringPitch } from "#db/pitch.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { liveVersion } from "#db/schema/live.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { type FivePitches, fivePitches, NAMES } from "#tests/support/five-pitches.ts";
import { camper, MORNING, organiser, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";

const { db } = await freshDatabase();
const DONE = { ok: true, value: null };
const refusal = (refusal: string) => ({ ok: false, refusal });
const later = (seconds: number) => new Date(MORNING.getTime() + seconds * 1000);

let camp: FivePitches["camp"];
let dan: FivePitches["dan"];
let eve: FivePitches["eve"];
let people: FivePitches["people"];
let idOf: FivePitches["idOf"];
let bring: FivePitches["bring"];
let line: FivePitches["line"];
let merge: FivePitches["merge"];

beforeEach(async () => {
  ({ camp, dan, eve, people, idOf, bring, line, merge } = await fivePitches(db));
});

describe("going on", () => {
  test("calls one after the other, and leaves nobody at the front after the last", async () => {
    expect(await line()).toBe("–: Ama Bo Cleo Dev Eli");
    expect(await callNext(db, dan, null, later(10))).toEqual({ ok: true, value: { called: idOf("Ama") } });
    expect(await line()).toBe("Ama: Bo Cleo Dev Eli");
    expect((await readLine(db, camp.eventId)).front).toEqual({
      id: idOf("Ama"),
      since: later(10).toISOString(),
    });
    for (const name of NAMES) await callNext(db, dan, idOf(name), later(40));
    expect(await line()).toBe("–: ");
    expect(await callNext(db, dan, null, later(50))).toEqual({ ok: true, value: { called: null } });
  });

  test("is safe to repeat: the same tap again does nothing, and says that the line has moved on", async () => {
    await callNext(db, dan, null, later(10));
    await callNext(db, dan, idOf("Ama"), later(40));
    expect(await callNext(db, dan, idOf("Ama"), later(41))).toEqual(refusal("line_moved_on"));
    for (const step of [holdPitch, missPitch])
      expect(await step(db, dan, idOf("Ama"), later(41))).toEqual(refusal("line_moved_on"));
    expect(await callNext(db, dan, null, later(41))).toEqual(refusal("line_moved_on"));
    expect(await callPitch(db, dan, idOf("Eli"), later(41), idOf("Ama"))).toEqual(refusal("line_moved_on"));
    expect(await line()).toBe("Bo: Cleo Dev Eli");
  });

  // Seen with the lock of the line taken out: all six went through.
  test("never skips two, however many phones press at once", async () => {
    await callNext(db, dan, null, later(10));
    const pressed = [dan, eve, dan, eve, dan, eve].map((who) => callNext(db, who, idOf("Ama"), later(40)));
    const answers = await Promise.all(pressed);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array(5).fill(refusal("line_moved_on")));
    expect(await line()).toBe("Bo: Cleo Dev Eli");
  });

  test("says who did it last and when, so that another may take over", async () => {
    expect((await readLine(db, camp.eventId)).last).toBeNull();
    await callNext(db, dan, null, later(10));
    expect((await readLine(db, camp.eventId)).last).toEqual({ by: "Dan", at: later(10).toISOString() });
    await callNext(db, eve, idOf("Ama"), later(99));
    expect((await readLine(db, camp.eventId)).last).toEqual({ by: "Eve", at: later(99).toISOString() });
  });

  test("tells screens of the line, and of no pitch", async () => {
    const versions = async () =>
      (await db.select().from(liveVersion).where(eq(liveVersion.eventId, camp.eventId)))[0]!;
    const before = await versions();
    await callNext(db, dan, null, later(10));
    const after = await versions();
    expect(after.lineVersion).toBe(after.version);
    expect(after.pitchesVersion).toBe(before.pitchesVersion);
  });

  test("is refused while nobody pitches, and of another camp’s pitch nothing is found", async () => {
    const other = await pitchingCamp(db);
    const stranger = await organiser(db, other);
    for (const step of [callPitch, sendBack])
      expect(await step(db, stranger, idOf("Ama"), MORNING)).toEqual(refusal("not_found"));
    expect(await callBack(db, stranger, idOf("Ama"), null, MORNING)).toEqual(refusal("not_found"));
    const move = { pitchId: idOf("Ama"), before: null };
    expect(await movePitch(db, stranger, move, MORNING)).toEqual(refusal("line_moved_on"));
    await db.update(event).set({ phase: "sessions" }).where(eq(event.id, camp.eventId));
    for (const step of [callNext, holdPitch, missPitch])
      expect(await step(db, dan, null as unknown as string, MORNING)).toEqual(refusal("not_open"));
    expect(await movePitch(db, dan, move, MORNING)).toEqual(refusal("not_open"));
    expect(await comeBack(db, people[0]!, idOf("Ama"), MORNING)).toEqual(refusal("not_open"));
  });
});

describe("whoever is at the front", () => {
  beforeEach(() => callNext(db, dan, null, later(10)));

  test("is held behind three others, and back there again with all of their time when that is undone", async () => {
    expect(await holdPitch(db, dan, idOf("Ama"), later(20))).toMatchObject({ value: { called: idOf("Bo") } });
    expect(await line()).toBe("Bo: Cleo Dev Ama Eli");
    expect(await callBack(db, dan, idOf("Ama"), idOf("Bo"), later(25))).toEqual(DONE);
    expect(await line()).toBe("Ama: Bo Cleo Dev Eli");
    expect((await readLine(db, camp.eventId)).front?.since).toBe(later(25).toISOString());
    expect(await callBack(db, dan, idOf("Ama"), idOf("Bo"), later(26))).toEqual(refusal("line_moved_on"));
  });

  test("stands at the end, marked, where they are not there, and that is undone too", async () => {
    await missPitch(db, dan, idOf("Ama"), later(20));
    expect(await line()).toBe("Bo: Cleo Dev Eli Ama");
    expect((await readLine(db, camp.eventId)).away).toEqual([idOf("Ama")]);
    await callBack(db, dan, idOf("Ama"), idOf("Bo"), later(25));
    expect(await line()).toBe("Ama: Bo Cleo Dev Eli");
    expect((await readLine(db, camp.eventId)).away).toEqual([]);
  });

  test("is called next once they are back and say so, and again changes nothing", async () => {
    await missPitch(db, dan, idOf("Ama"), later(20));
    expect(await comeBack(db, people[1]!, idOf("Ama"), later(25))).toEqual(refusal("not_found"));
    expect(await comeBack(db, people[0]!, "no id", later(25))).toEqual(refusal("not_found"));
    expect(await comeBack(db, people[0]!, idOf("Ama"), later(25))).toEqual(DONE);
    expect(await line()).toBe("Bo: Ama Cleo Dev Eli");
    await callNext(db, dan, idOf("Bo"), later(50));
    expect(await comeBack(db, people[0]!, idOf("Ama"), later(51))).toEqual(DONE);
    expect(await line()).toBe("Ama: Cleo Dev Eli");
  });

  test("is first in the line again when sent back, and nobody is at the front", async () => {
    await movePitch(db, dan, { pitchId: idOf("Eli"), before: idOf("Bo") }, later(20));
    expect(await sendBack(db, dan, idOf("Ama"), later(21))).toEqual(DONE);
    expect(await line()).toBe("–: Ama Eli Bo Cleo Dev");
    expect(await sendBack(db, dan, idOf("Ama"), later(22))).toEqual(DONE);
    expect(await line()).toBe("–: Ama Eli Bo Cleo Dev");
  });

  test("is there no more once it is withdrawn, and nobody is there in their place", async () => {
    await withdrawPitch(db, dan, idOf("Ama"), later(20));
    expect(await line()).toBe("–: Bo Cleo Dev Eli");
    expect(await callNext(db, dan, null, later(21))).toMatchObject({ value: { called: idOf("Bo") } });
  });

  test("is the whole of what it was merged into meanwhile", async () => {
    await merge("Ama", "Eli");
    expect(await line()).toBe("Eli: Bo Cleo Dev");
    await holdPitch(db, dan, idOf("Eli"), later(21));
    expect(await line()).toBe("Bo: Cleo Dev Eli");
  });
});

describe("an order that was made by hand", () => {
  test("holds while others are called, held, away and withdrawn, and while more are brought", async () => {
    await movePitch(db, dan, { pitchId: idOf("Eli"), before: idOf("Ama") }, later(1));
    await movePitch(db, dan, { pitchId: idOf("Bo"), before: null }, later(2));
    expect(await line()).toBe("–: Eli Ama Cleo Dev Bo");
    await bring("Fay", await camper(db, camp, "Fay"));
    expect(await line()).toBe("–: Eli Ama Cleo Dev Bo Fay");
    await callNext(db, dan, null, later(10));
    await holdPitch(db, dan, idOf("Eli"), later(20));
    expect(await line()).toBe("Ama: Cleo Dev Eli Bo Fay");
    await withdrawPitch(db, dan, idOf("Dev"), later(21));
    await missPitch(db, dan, idOf("Ama"), later(30));
    expect(await line()).toBe("Cleo: Eli Bo Fay Ama");
  });

  test("is not changed by the same move again, and a move about whoever waits no more is refused", async () => {
    const move = { pitchId: idOf("Cleo"), before: idOf("Ama") };
    for (const _ of [1, 2]) expect(await movePitch(db, dan, move, later(1))).toEqual(DONE);
    expect(await line()).toBe("–: Cleo Ama Bo Dev Eli");
    await callNext(db, dan, null, later(10));
    expect(await movePitch(db, dan, move, later(11))).toEqual(refusal("line_moved_on"));
  });

  test("puts whoever is called out of turn at the front, and nobody else anywhere", async () => {
    await callNext(db, dan, null, later(10));
    expect(await callPitch(db, dan, idOf("Dev"), later(40), idOf("Ama"))).toEqual({
      ok: true,
      value: { before: idOf("Ama"), again: false, ahead: idOf("Eli") },
    });
    expect(await line()).toBe("Dev: Bo Cleo Eli");
    expect(await callPitch(db, dan, idOf("Ama"), later(70))).toMatchObject({ value: { again: true } });
    expect(await line()).toBe("Ama: Bo Cleo Eli");
  });

  test("is undone: whoever was there is again, and whoever was called waits, or was said where they had been before", async () => {
    await callNext(db, dan, null, later(10));
    await callPitch(db, dan, idOf("Dev"), later(40), idOf("Ama"));
    const ahead = idOf("Eli");
    expect(await callBack(db, dan, idOf("Ama"), idOf("Dev"), later(45), { ahead })).toEqual(DONE);
    expect(await line()).toBe("Ama: Bo Cleo Dev Eli");
    await callNext(db, dan, idOf("Ama"), later(50));
    await callPitch(db, dan, idOf("Ama"), later(60), idOf("Bo"));
    expect(await callBack(db, dan, idOf("Bo"), idOf("Ama"), later(65), { again: true })).toEqual(DONE);
    expect(await line()).toBe("Bo: Cleo Dev Eli");
    // Whoever was last is last again.
    await callPitch(db, dan, idOf("Eli"), later(70), idOf("Bo"));
    await callBack(db, dan, idOf("Bo"), idOf("Eli"), later(75), { ahead: null });
    expect(await line()).toBe("Bo: Cleo Dev Eli");
  });
});

test("the second round is behind everybody’s first, and whoever is away keeps nobody from it", async () => {
  await callNext(db, dan, null, later(10));
  await missPitch(db, dan, idOf("Ama"), later(11));
  for (const name of ["Bo", "Cleo", "Dev"]) await callNext(db, dan, idOf(name), later(20));
  expect(await line()).toBe("Eli: Ama");
  await bring("Bo again", people[1]!);
  await bring("Fay", await camper(db, camp, "Fay"));
  expect(await line()).toBe("Eli: Fay Ama Bo again");
  expect(await bringPitch(db, people[2]!, pitchForm("Cleo again"), later(60))).toEqual(
    refusal("already_pitched"),
  );
});

test("the log says what was done, and to whom", async () => {
  await callNext(db, dan, null, later(10));
  await missPitch(db, dan, idOf("Ama"), later(20));
  await comeBack(db, people[0]!, idOf("Ama"), later(30));
  await callNext(db, eve, idOf("Bo"), later(40));
  const rows = await db
    .select()
    .from(audit)
    .where(eq(audit.subjectId, idOf("Ama")))
    .orderBy(audit.at, audit.id);
  expect(rows.map(({ act, actor }) => `${actor} ${act}`)).toEqual([
    "camper bring_pitch",
    "crew call_pitch",
    "crew miss_pitch",
    "camper come_back",
    "crew call_pitch",
  ]);
});

// Before, it was at the front again by its own host's tap, or said without a word and never called.
test.each(["withdrawn and brought back", "hidden and shown again"])(
  "whoever is %s while they are at the front waits to be called, whoever was called meanwhile",
  async (what) => {
    const [bo] = [
      idOf("Bo"),
      await callNext(db, dan, null, later(10)),
      await callNext(db, dan, idOf("Ama"), later(20)),
    ];
    expect(await line()).toBe("Bo: Cleo Dev Eli");
    const hidden = what.startsWith("hidden");
    if (hidden) await hidePitch(db, dan, { pitchId: bo, reason: "Not here" }, later(21));
    else await withdrawPitch(db, people[1]!, bo, later(21));
    expect((await readLine(db, camp.eventId)).front).toBeNull();
    await callNext(db, dan, null, later(30));
    if (hidden) await showPitch(db, dan, bo, later(40));
    else await restorePitch(db, people[1]!, bo, later(40));
    expect(await line()).toBe("Cleo: Bo Dev Eli");
  },
);
