/** Whoever asked on their phone is told when they are next in the line to pitch, and when it is their turn. */
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { announce } from "#db/announcement.ts";
import { newId } from "#db/id.ts";
import { callBack, callNext, comeBack, missPitch, movePitch, sendBack } from "#db/pitch/front.ts";
import { previewMerge } from "#db/pitch/mergeable.ts";
import { mergePitches } from "#db/pitch/merging.ts";
import { withdrawPitch } from "#db/pitch/withdrawal.ts";
import { bringPitch } from "#db/pitch.ts";
import { makePushKeys } from "#db/push/key-pair.ts";
import { pushOutbox } from "#db/schema/push.ts";
import { registration } from "#db/schema/registration.ts";
import type { PitchForm } from "#domain/pitch.ts";
import { TOLD_WITHIN } from "#domain/push.ts";
import type { Attendee } from "#domain/viewer.ts";
import { pushDue } from "#jobs/push/post.ts";
import type { PushSender } from "#jobs/push/sender.ts";
import { haveLanguages } from "#messages/words.ts";
import { ahead, type Organiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { camper, organiser, type PitchingCamp, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { anAsk, tellOn } from "#tests/support/told.ts";

const { db } = await freshDatabase();
await makePushKeys(db);
const now = new Date();
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const NEXT = "You’re next. Come to the front now.";
const FRONT = "It’s your turn. Half a minute, and nobody cuts you off.";

let camp: PitchingCamp;
let dan: Organiser;
let told: string[];
let spoken: string[];
let names: Map<string, string>;

beforeEach(async () => {
  camp = await pitchingCamp(db, "pitching", ahead());
  dan = await organiser(db, camp);
  names = new Map();
  [told, spoken] = [[], []];
});

/** Remembers "Ama: You’re next." of each phone, in the order they are told. */
const listening: PushSender = {
  async send({ endpoint }, notification) {
    told.push(`${names.get(endpoint)}: ${notification.body}`);
    expect(notification).toMatchObject({ title: "Brum Camp", path: `/e/${camp.slug}/now` });
    spoken.push(notification.lang);
    return { answer: "taken", why: "201", retryAfter: 0 };
  },
};

/** What is told by now; what was told before is left out. */
async function heard(at = now): Promise<string[]> {
  told = [];
  await pushDue(
    db,
    async () => listening,
    () => at,
  );
  return told.sort();
}

async function pitcher(
  name: string,
  rest: Partial<PitchForm> = {},
  asks = true,
): Promise<[Attendee, string]> {
  const who = await camper(db, camp, name);
  const form = pitchForm(name, rest);
  await bringPitch(db, who, form, later(names.size - 100));
  const ask = anAsk();
  names.set(ask.endpoint, name);
  if (asks) await tellOn(db, who, { ask });
  return [who, form.id];
}

test("each in turn, once, and nobody who did not ask", async () => {
  const [, ama] = await pitcher("Ama");
  const [, bo] = await pitcher("Bo", {}, false);
  const [, cleo] = await pitcher("Cleo");
  await callNext(db, dan, null, now);
  expect(await heard()).toEqual([`Ama: ${FRONT}`]);
  await callNext(db, dan, ama, later(40));
  expect(await heard(later(40))).toEqual([`Cleo: ${NEXT}`]);
  expect(await heard(later(41))).toEqual([]);
  await callNext(db, dan, bo, later(80));
  expect(await heard(later(80))).toEqual([`Cleo: ${FRONT}`]);
  await callNext(db, dan, cleo, later(120));
  expect(await heard(later(120))).toEqual([]);
});

test("again where they are called again, and not where the line moves behind them", async () => {
  const [, ama] = await pitcher("Ama");
  const [, bo] = await pitcher("Bo");
  const [, cleo] = await pitcher("Cleo", {}, false);
  const [, dev] = await pitcher("Dev", {}, false);
  await callNext(db, dan, null, now);
  expect(await heard()).toEqual([`Ama: ${FRONT}`, `Bo: ${NEXT}`]);
  await movePitch(db, dan, { pitchId: dev, before: cleo }, now);
  expect(await heard()).toEqual([]);
  await movePitch(db, dan, { pitchId: dev, before: bo }, now);
  expect(await heard()).toEqual([]);
  await movePitch(db, dan, { pitchId: bo, before: dev }, now);
  expect(await heard()).toEqual([`Bo: ${NEXT}`]);
  await sendBack(db, dan, ama, now);
  expect(await heard()).toEqual([`Ama: ${NEXT}`]);
  await callBack(db, dan, ama, null, now);
  expect(await heard()).toEqual([`Ama: ${FRONT}`, `Bo: ${NEXT}`]);
});

test("whoever was called and was not there, once they are back and next", async () => {
  const [who, ama] = await pitcher("Ama");
  const [, bo] = await pitcher("Bo", {}, false);
  await pitcher("Cleo", {}, false);
  await callNext(db, dan, null, now);
  await missPitch(db, dan, ama, now);
  expect(await heard()).toEqual([]);
  await comeBack(db, who, ama, now);
  expect(await heard()).toEqual([`Ama: ${NEXT}`]);
  await callNext(db, dan, bo, now);
  expect(await heard()).toEqual([`Ama: ${FRONT}`]);
});

// Seen to lose the turn, with the row of before written over under its own id.
test("that it is their turn, also where they were just being told that they are next", async () => {
  const [, ama] = await pitcher("Ama", {}, false);
  await pitcher("Bo");
  await callNext(db, dan, null, now);
  const slow: PushSender = {
    async send(to, notification, terms) {
      if (notification.body === NEXT) await callNext(db, dan, ama, now);
      return listening.send(to, notification, terms);
    },
  };
  await pushDue(
    db,
    async () => slow,
    () => now,
  );
  expect(told).toEqual([`Bo: ${NEXT}`, `Bo: ${FRONT}`]);
});

test("what is true when it is sent, and nothing where it is true no more or too late", async () => {
  const [, ama] = await pitcher("Ama");
  const [bo, boPitch] = await pitcher("Bo");
  await callNext(db, dan, null, now);
  await callNext(db, dan, ama, now);
  expect(await heard()).toEqual([`Bo: ${FRONT}`]);
  await sendBack(db, dan, boPitch, now);
  await withdrawPitch(db, bo, boPitch, now);
  expect(await heard()).toEqual([]);
  await sendBack(db, dan, ama, now);
  expect(await heard(later(TOLD_WITHIN.turn / 1000))).toEqual([]);
  expect(await db.select().from(pushOutbox)).toEqual([]);
});

test("all who host what was merged, and of what is read out that nobody calls them up", async () => {
  const [, ama] = await pitcher("Ama");
  const [, bo] = await pitcher("Bo");
  await pitcher("Cleo", { voice: "for_me" });
  const both = { stays: ama, goes: bo };
  const { mark } = (await previewMerge(db, dan, both))!;
  await mergePitches(db, dan, { ...both, mark, reason: "The same" }, now);
  await callNext(db, dan, null, now);
  expect(await heard()).toEqual([
    `Ama: ${FRONT}`,
    `Bo: ${FRONT}`,
    "Cleo: Yours is next. Nobody calls you up.",
  ]);
});

test("each in their own language, and an announcement in the camp's", async () => {
  haveLanguages(["en-GB", "el-x-accented"]);
  const [who] = await pitcher("Ama");
  await db
    .update(registration)
    .set({ locale: "el-x-accented" })
    .where(eq(registration.id, who.registrationId));
  await callNext(db, dan, null, now);
  const [turn] = await heard();
  expect(turn).toMatch(/^Ama: /);
  expect(turn).not.toBe(`Ama: ${FRONT}`);
  await announce(db, dan, { id: newId(), text: "Lunch" }, now);
  expect(await heard()).toEqual(["Ama: Lunch"]);
  expect(spoken).toEqual(["el-x-accented", "en-GB"]);
  haveLanguages(["en-GB"]);
});
