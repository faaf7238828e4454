import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { readMe } from "#db/me.ts";
import { countAsked, listAsked, readMergeNews } from "#db/pitch/asked.ts";
import { callPitch } from "#db/pitch/front.ts";
import { standWith } from "#db/pitch/host.ts";
import { previewMerge } from "#db/pitch/mergeable.ts";
import { mergePitches, partPitches } from "#db/pitch/merging.ts";
import { answerTogether, askTogether, takeBackTogether } from "#db/pitch/together.ts";
import { withdrawPitch } from "#db/pitch/withdrawal.ts";
import { bringPitch, bringPitchFor, listPitches } from "#db/pitch.ts";
import { event } from "#db/schema/event.ts";
import { LIMITS } from "#domain/rate-limit.ts";
import type { Attendee } from "#domain/viewer.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { camper, MORNING, pitchForm } from "#tests/support/pitching.ts";
import { freeze } from "#tests/support/published.ts";
import { later, type TwoPitches, twoPitches } from "#tests/support/two-pitches.ts";

let db: Database;
let camp: TwoPitches["camp"];
let dan: TwoPitches["dan"];
let ama: TwoPitches["ama"];
let rhys: TwoPitches["rhys"];
let hers: TwoPitches["hers"];
let his: TwoPitches["his"];

beforeAll(async () => {
  ({ db } = await freshDatabase());
});

const DONE = { ok: true, value: null };
beforeEach(async () => {
  ({ camp, dan, ama, rhys, hers, his } = await twoPitches(db));
});

const ask = (who = rhys, mine = his, other = hers) =>
  askTogether(db, who, { mine: mine.id, other: other.id }, later(2));
const answer = (yes: boolean, who = ama, mine = hers, other = his) =>
  answerTogether(db, who, { mine: mine.id, other: other.id }, yes, later(3));
const standing = async () => (await listPitches(db, camp.eventId)).map(({ title }) => title);
const waits = (who: Attendee) => countAsked(db, who);

describe("a host who asks another to do it together", () => {
  test("is heard on the other's phone, and what both agree to is one", async () => {
    expect(await ask()).toEqual(DONE);
    expect([await waits(ama), await waits(rhys)]).toEqual([1, 0]);
    const me = { registrationId: ama.registrationId, attendee: ama, crew: null };
    expect(await readMe(db, me)).toMatchObject({ asked: 1 });
    expect(await answer(true)).toEqual(DONE);
    expect(await standing()).toEqual(["Short videos"]);
    expect(await readMe(db, me)).not.toHaveProperty("asked");
    const his_ = { registrationId: rhys.registrationId, attendee: rhys, crew: null };
    expect(await readMe(db, his_)).toMatchObject({ own: [hers.id], hosting: [hers.id] });
  });

  test("changes nothing by itself, and neither does asking, answering or taking back twice", async () => {
    await ask();
    expect(await ask()).toEqual(DONE);
    expect(await standing()).toHaveLength(2);
    await answer(true);
    expect(await answer(true)).toEqual(DONE);
    expect(await ask()).toEqual(DONE);
    expect(await standing()).toHaveLength(1);
    const { mine, other } = { mine: his.id, other: hers.id };
    expect(await takeBackTogether(db, rhys, { mine, other }, MORNING)).toEqual(DONE);
  });

  test("and is asked by them as well, has agreed", async () => {
    await ask();
    expect(await ask(ama, hers, his)).toEqual(DONE);
    expect(await standing()).toEqual(["Short videos"]);
  });

  test("is told no once, and may not ask again; the other may", async () => {
    await ask();
    expect(await answer(false)).toEqual(DONE);
    expect(await listAsked(db, [his.id])).toEqual([{ from: his.id, to: hers.id, declined: true }]);
    expect(await waits(ama)).toBe(0);
    expect(await ask()).toMatchObject({ refusal: "asked_before" });
    expect(await answer(true)).toMatchObject({ refusal: "question_gone" });
    expect(await takeBackTogether(db, rhys, { mine: his.id, other: hers.id }, MORNING)).toEqual(DONE);
    expect(await listAsked(db, [his.id])).toHaveLength(1);
    await ask(ama, hers, his);
    expect(await answer(true, rhys, his, hers)).toEqual(DONE);
  });

  test("may take it back, and the other is told that it is gone", async () => {
    await ask();
    expect(await takeBackTogether(db, rhys, { mine: his.id, other: hers.id }, MORNING)).toEqual(DONE);
    expect(await waits(ama)).toBe(0);
    expect(await answer(true)).toMatchObject({ refusal: "question_gone" });
    expect(await standing()).toHaveLength(2);
  });

  test("asks so often in an hour, whatever is taken back between", async () => {
    const { most } = LIMITS.together_by_registration;
    for (let n = 0; n < most; n += 1) {
      expect(await ask()).toEqual(DONE);
      await takeBackTogether(db, rhys, { mine: his.id, other: hers.id }, later(2));
    }
    expect(await ask()).toMatchObject({ refusal: "too_many" });
    expect(await waits(ama)).toBe(0);
    // It is counted by who asks.
    expect(await ask(ama, hers, his)).toEqual(DONE);
  });
});

describe("such a question", () => {
  test("is nobody's but the hosts'", async () => {
    const ceri = await camper(db, camp, "Ceri");
    expect(await ask(ceri)).toMatchObject({ refusal: "not_found" });
    await ask();
    expect(await answer(true, ceri)).toMatchObject({ refusal: "not_found" });
    expect(await answer(true, rhys)).toMatchObject({ refusal: "not_found" });
    expect(await takeBackTogether(db, ama, { mine: his.id, other: hers.id }, MORNING)).toMatchObject({
      refusal: "not_found",
    });
    expect(await waits(ama)).toBe(1);
  });

  test("has nobody to go to where a campmaker typed the other", async () => {
    const card = pitchForm("Videos");
    await bringPitchFor(db, dan, card, ["Ben"], later(2));
    expect(await ask(rhys, his, card)).toMatchObject({ refusal: "nobody_to_ask" });
    expect(await ask(rhys, his, pitchForm("Nowhere"))).toMatchObject({ refusal: "not_found" });
  });

  test("is no question to whoever brought both", async () => {
    for (const { id } of [hers, his]) await callPitch(db, dan, id, later(2));
    const second = pitchForm("Videos");
    await bringPitch(db, rhys, second, later(3));
    expect(await ask(rhys, his, second)).toEqual(DONE);
    expect(await standing()).toEqual(["Short videos", "Video on no budget"]);
  });

  test("is nothing for whoever merely stands with a pitch: not to ask, to answer or to agree alone", async () => {
    const second = pitchForm("Videos", { voice: "with_me" });
    const ben = await camper(db, camp, "Ben");
    await bringPitch(db, ben, second, later(2));
    await standWith(db, rhys, second.id, later(2));
    expect(await ask(rhys, his, second)).toEqual(DONE);
    expect(await standing()).toHaveLength(3);
    expect([await waits(ben), await waits(rhys)]).toEqual([1, 0]);
    expect(await answer(true, rhys, second, his)).toMatchObject({ refusal: "not_found" });
    expect(await ask(rhys, second, hers)).toMatchObject({ refusal: "not_found" });
    expect(await answer(true, ben, second, his)).toEqual(DONE);
    expect(await standing()).toHaveLength(2);
  });

  test("is gone with a pitch that is withdrawn, or part of another", async () => {
    await ask();
    await withdrawPitch(db, rhys, his.id, later(4));
    expect([await waits(ama), await listAsked(db, [hers.id])]).toEqual([0, []]);
    expect(await answer(true)).toMatchObject({ refusal: "changed_meanwhile" });
  });

  test("is not asked of what cannot become one, nor outside the phases for it", async () => {
    await withdrawPitch(db, ama, hers.id, later(2));
    expect(await ask()).toMatchObject({ refusal: "changed_meanwhile" });
    await db.update(event).set({ phase: "sessions" }).where(eq(event.id, camp.eventId));
    expect(await ask()).toMatchObject({ refusal: "not_open" });
  });

  test("is the crew's once the first grid is out", async () => {
    await ask();
    await freeze(db, camp.eventId, {});
    expect(await answer(true)).toMatchObject({ refusal: "grid_published" });
    expect(await standing()).toHaveLength(2);
  });
});

test("a page says the last that was done to a pitch, by whom, and why", async () => {
  const news = async (id: string) => (await readMergeNews(db, [id])).get(id);
  expect(await news(his.id)).toBeUndefined();
  const ids = { stays: hers.id, goes: his.id };
  const { mark } = (await previewMerge(db, dan, ids))!;
  await mergePitches(db, dan, { ...ids, mark, reason: "The same thing" }, later(5));
  const merged = { apart: false, byCrew: true, reason: "The same thing", at: later(5).toISOString() };
  expect(await news(his.id)).toEqual({ ...merged, title: "Short videos" });
  expect(await news(hers.id)).toEqual({ ...merged, title: "Video on no budget" });
  await partPitches(db, rhys, { goes: his.id, reason: "" }, later(6));
  expect(await news(hers.id)).toMatchObject({ apart: true, byCrew: false, reason: "" });
  expect(await readMergeNews(db, [])).toEqual(new Map());
});

test("two who ask each other at the same moment have agreed, and nothing is left to answer", async () => {
  for (let round = 0; round < 3; round += 1) {
    await Promise.all([ask(), ask(ama, hers, his)]);
    expect(await standing()).toHaveLength(1);
    expect([await waits(ama), await waits(rhys)]).toEqual([0, 0]);
    await partPitches(db, dan, { goes: his.id, reason: "" }, later(6));
    await partPitches(db, dan, { goes: hers.id, reason: "" }, later(6));
  }
});
