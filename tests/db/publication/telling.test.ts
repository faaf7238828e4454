/** Who is told of a session that changed, until when, and what becomes of that. */
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { eraseMe } from "#db/erasure.ts";
import { readMe } from "#db/me.ts";
import { readPersonalData } from "#db/personal-data.ts";
import { putAway } from "#db/publication/putting-away.ts";
import { mintLink } from "#db/registration/link.ts";
import { mergePeople, previewMerge } from "#db/registration/merging.ts";
import { pitch } from "#db/schema/pitch.ts";
import { pushOutbox } from "#db/schema/push.ts";
import { registration } from "#db/schema/registration.ts";
import { telling } from "#db/schema/telling.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { camper } from "#tests/support/pitching.ts";
import { makeTold, type Told } from "#tests/support/tellings.ts";
import { tellOn } from "#tests/support/told.ts";

const { db } = await freshDatabase();
const now = new Date();
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const BOTH = { hosts: true, hands: true };

let told: Told;

beforeEach(async () => {
  told = await makeTold(db, now);
});

describe("a version", () => {
  it("is told to whoever hosts what it changed or has a hand up for it, and to nobody else", async () => {
    const [ama, bo, cy, eve] = [
      await told.host("Ama", 0),
      await camper(db, told.camp, "Bo"),
      await told.host("Cy", 1),
      await camper(db, told.camp, "Eve"),
    ];
    const wisher = await told.host("Wim", 0, { own: true, hosting: false });
    await told.raise(bo, 0);
    await told.raise(eve, 0, false);
    const [gone] = [await camper(db, told.camp, "Gia")];
    await told.raise(gone!, 0);
    await db.update(registration).set({ status: "removed" }).where(eq(registration.id, gone!.registrationId));
    await told.publish(1, [0, 1]);
    await told.publish(2, [2, 1]);
    await told.tell(2, BOTH, later(1));
    for (const who of [ama, bo]) expect(await told.heard(who)).toEqual(["a: moved Hall 1"]);
    for (const who of [cy, eve, wisher, gone!]) expect(await told.heard(who)).toEqual([]);
    expect(await db.$count(telling)).toBe(2);
  });

  it("is told to one of the groups alone where the other is left out", async () => {
    const [ama, bo] = [await told.host("Ama", 0), await camper(db, told.camp, "Bo")];
    await told.raise(bo, 0);
    await told.publish(1, [null, 1]);
    await told.publish(2, [0, 1]);
    await told.tell(2, { hosts: true, hands: false }, later(1));
    expect([await told.heard(ama), await told.heard(bo)]).toEqual([["a: added Hall 0"], []]);
    await told.tell(2, { hosts: false, hands: false }, later(1));
    await told.tell(2, { hosts: false, hands: true }, later(1));
    expect(await told.heard(bo)).toEqual(["a: added Hall 0"]);
    await told.tell(2, BOTH, later(1), []);
  });

  it("is told once to whoever hosts it and has a hand up, of what was merged into it too", async () => {
    const ama = await told.host("Ama", 1);
    const bo = await camper(db, told.camp, "Bo");
    await told.raise(ama, 0);
    await told.raise(bo, 1);
    await db
      .update(pitch)
      .set({ mergedInto: told.pitches[0]!, mergedAt: now })
      .where(eq(pitch.id, told.pitches[1]!));
    await told.publish(1, [0, null]);
    await told.publish(2, [1, null]);
    await told.tell(2, BOTH, later(1));
    for (const who of [ama, bo]) expect(await told.heard(who)).toEqual(["a: moved Den 0"]);
  });

  it("is told to whoever said that they go, and to no hand of whom it was said last that they do not", async () => {
    const [star, both, off, second, again] = [
      await camper(db, told.camp, "Ama"),
      await camper(db, told.camp, "Bo"),
      await camper(db, told.camp, "Cy"),
      await camper(db, told.camp, "Dee"),
      await camper(db, told.camp, "Eve"),
    ];
    for (const who of [both, off, second, again]) await told.raise(who, 0);
    await told.say(star, 0, true);
    await told.say(both, 0, true);
    await told.say(off, 0, false);
    // Not when it runs again: the hand is for the first time.
    await told.say(second, 0, false, { copy: 1 });
    // Not the first time, but the second.
    await told.say(again, 0, false);
    await told.say(again, 0, true, { copy: 1 });
    await told.publish(1, [0, null]);
    await told.publish(2, [1, null]);
    await told.tell(2, { hosts: true, hands: false }, later(1));
    expect(await told.heard(star)).toEqual([]);
    await told.tell(2, BOTH, later(2));
    for (const who of [star, both, second, again]) expect(await told.heard(who)).toEqual(["a: moved Den 0"]);
    expect(await told.heard(off)).toEqual([]);
  });

  it("goes by what was said last of what became one session, to nobody without a place", async () => {
    const [off, on, gone, host] = [
      await camper(db, told.camp, "Ama"),
      await camper(db, told.camp, "Bo"),
      await camper(db, told.camp, "Gia"),
      await told.host("Cy", 0),
    ];
    await told.raise(off, 1);
    await told.say(off, 1, true);
    await told.say(off, 0, false, { castAt: later(1) });
    await told.say(on, 0, false);
    await told.say(on, 1, true, { castAt: later(1) });
    await told.say(gone, 0, true);
    await told.say(host, 0, false);
    await db.update(registration).set({ status: "removed" }).where(eq(registration.id, gone.registrationId));
    await db
      .update(pitch)
      .set({ mergedInto: told.pitches[0]!, mergedAt: now })
      .where(eq(pitch.id, told.pitches[1]!));
    await told.publish(1, [0, null]);
    await told.publish(2, [1, null]);
    await told.tell(2, BOTH, later(2));
    for (const who of [on, host]) expect(await told.heard(who)).toEqual(["a: moved Den 0"]);
    for (const who of [off, gone]) expect(await told.heard(who)).toEqual([]);
  });

  it("is nothing to tell of what the crew hid", async () => {
    const ama = await told.host("Ama", 0);
    await told.publish(1, [0, null]);
    await told.publish(2, [1, null]);
    await told.tell(2, BOTH, later(1));
    await db.update(pitch).set({ hiddenAt: now, withdrawnAt: now }).where(eq(pitch.id, told.pitches[0]!));
    expect(await told.heard(ama)).toEqual([]);
  });
});

it("who has put it away is told of it no more, and of the next one anew", async () => {
  const ama = await told.host("Ama", 0);
  await told.publish(1, [0, null]);
  await told.publish(2, [1, null]);
  await told.tell(2, BOTH, later(1));
  const asks = { registrationId: ama.registrationId, attendee: ama, crew: null };
  expect(await readMe(db, asks)).toMatchObject({ told: [{ title: "a", at: later(1).toISOString() }] });
  await putAway(db, ama, later(0), later(2));
  expect(await told.heard(ama)).toEqual(["a: moved Den 0"]);
  await putAway(db, ama, later(1), later(2));
  expect([await told.heard(ama), await readMe(db, asks)]).toEqual([
    [],
    expect.not.objectContaining({ told: expect.anything() }),
  ]);
  await told.tell(2, BOTH, later(3));
  expect(await told.heard(ama)).toEqual([]);
  await told.publish(3, [0, null]);
  await told.tell(3, BOTH, later(4));
  expect(await told.heard(ama)).toEqual(["a: moved Hall 0"]);
});

it("phones that asked are told in a moment, of several versions at once", async () => {
  const [ama, bo] = [await told.host("Ama", 0), await told.host("Bo", 1)];
  await tellOn(db, ama);
  await tellOn(db, bo);
  const due = () =>
    db.select({ due: pushOutbox.dueAt }).from(pushOutbox).where(eq(pushOutbox.sessions, true));
  await db.delete(pushOutbox);
  await told.publish(1, [0, 3]);
  for (const [number, cell] of [1, 2].entries()) {
    await told.publish(number + 2, [cell, 3]);
    await told.tell(number + 2, BOTH, later(number));
  }
  expect(await due()).toEqual([{ due: later(2) }]);
});

describe("what somebody was told of", () => {
  beforeEach(async () => {
    await told.publish(1, [0, 0]);
    await told.publish(2, [1, 2]);
  });

  it("is in their copy, and goes with them", async () => {
    const ama = await told.host("Ama", 0);
    const { registrationId } = ama;
    await db.update(registration).set({ verifiedAt: now }).where(eq(registration.id, registrationId));
    await told.tell(2, BOTH, later(1));
    const token = await mintLink(db, registrationId, { mailed: true, now });
    const kept = await readPersonalData(db, token, now);
    expect(kept?.tellings).toEqual([{ title: "a", at: later(1).toISOString(), putAwayAt: null }]);
    expect((await eraseMe(db, token, now)).ok).toBe(true);
    expect(await db.$count(telling, eq(telling.registrationId, registrationId))).toBe(0);
  });

  it("is theirs when two registrations of theirs are made one", async () => {
    const [ama, again] = [await told.host("Ama", 0), await told.host("Ama B", 0)];
    await told.raise(again, 1);
    await told.tell(2, BOTH, later(1));
    const seen = await previewMerge(db, told.dan, ama.registrationId, again.registrationId);
    const pair = { stays: ama.registrationId, goes: again.registrationId, mark: seen!.mark, reason: "Twice" };
    expect((await mergePeople(db, told.dan, pair, now)).ok).toBe(true);
    expect(await told.heard(ama)).toEqual(["a: moved Den 0", "b: moved Hall 1"]);
    expect(await told.heard(again)).toEqual([]);
  });
});
