import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { bump } from "#db/live.ts";
import { withdrawPitch } from "#db/pitch/withdrawal.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { event } from "#db/schema/event.ts";
import { readChange, readSnapshot, readVersions, readWhole } from "#db/snapshot.ts";
import { countHands } from "#db/voting/tally.ts";
import { raiseHands } from "#db/voting.ts";
import { apply, isSnapshot, VERSIONED } from "#domain/live.ts";
import type { Attendee } from "#domain/viewer.ts";
import type { Organiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import {
  camper,
  MORNING,
  organiser,
  type PitchingCamp,
  pitchForm,
  pitchingCamp,
} from "#tests/support/pitching.ts";
import { freeze, publishDraft } from "#tests/support/published.ts";

let db: Database;
let camp: PitchingCamp;
let dan: Organiser;
let ama: Attendee;
let ben: Attendee;
let pitchId: string;

beforeAll(async () => {
  ({ db } = await freshDatabase());
});

beforeEach(async () => {
  camp = await pitchingCamp(db);
  dan = await organiser(db, camp);
  ama = await camper(db, camp, "Ama");
  ben = await camper(db, camp, "Ben");
  pitchId = await pitched("Job swaps");
});

async function pitched(title: string): Promise<string> {
  const form = pitchForm(title, { noteLevel: "unlisted" });
  await bringPitchFor(db, dan, form, ["Ama"], MORNING);
  return form.id;
}

async function hand(attendee: Attendee): Promise<void> {
  await raiseHands(db, [{ attendee, pitchId, up: true, castAt: MORNING }], MORNING);
  await countHands(db, camp.eventId, [pitchId]);
}

const since = (version: number) => readChange(db, camp.eventId, version);

describe("a change", () => {
  test("says nothing when nothing is newer", async () => {
    const { v } = await readWhole(db, camp.eventId);
    expect(await since(v)).toBeNull();
  });

  test("of a hand is that count alone", async () => {
    await hand(ama);
    const { v } = await readWhole(db, camp.eventId);
    await hand(ben);
    expect(await since(v)).toEqual({ v: v + 1, hands: { [pitchId]: 2 } });
  });

  test("of who sees counts brings all of them, also those that did not change", async () => {
    await hand(ama);
    const { v } = await readWhole(db, camp.eventId);
    await db.update(event).set({ tally: "hidden" }).where(eq(event.id, camp.eventId));
    await bump(db, camp.eventId, ["event"]);
    expect(await since(v)).toMatchObject({ v: v + 1, event: { tally: "hidden" }, hands: { [pitchId]: 1 } });
  });

  test("laid over what was known is what is there now, whatever happened in between", async () => {
    const steps: (() => Promise<unknown>)[] = [
      () => hand(ama),
      () => pitched("Maps"),
      () => hand(ben),
      () => publishDraft(db, dan, MORNING),
      () => withdrawPitch(db, dan, pitchId, MORNING),
      () => bump(db, camp.eventId, ["people", "draft"]),
    ];
    const before = [await readWhole(db, camp.eventId)];
    for (const step of steps) {
      await step();
      const now = await readWhole(db, camp.eventId);
      for (const known of before) expect(apply(known, (await since(known.v))!)).toEqual(now);
      before.push(now);
    }
  });
});

describe("a snapshot", () => {
  test("is whole, for every audience", async () => {
    for (const audience of ["public", "camper", "crew"] as const)
      expect(isSnapshot(await readSnapshot(db, camp.eventId, audience, "Hidden"))).toBe(true);
  });

  test("shows an unlisted title to people at the camp alone", async () => {
    const title = async (audience: "public" | "camper") =>
      (await readSnapshot(db, camp.eventId, audience, "Hidden")).pitches[0]?.title;
    expect(await title("public")).toBeUndefined();
    expect(await title("camper")).toBe("Job swaps");
  });

  test("a title that was closed after publishing is closed in what was published, also once it is withdrawn", async () => {
    const sessions = (await readWhole(db, camp.eventId)).pitches.map((it) => ({
      ...it,
      noteLevel: "open" as const,
    }));
    await freeze(db, camp.eventId, { number: 9, sessions });
    await withdrawPitch(db, dan, pitchId, MORNING);
    const titles = async (audience: "public" | "camper") =>
      (await readSnapshot(db, camp.eventId, audience, "Hidden")).grid?.sessions.map(({ title }) => title);
    expect(await titles("camper")).toContain("Job swaps");
    expect(await titles("public")).not.toContain("Job swaps");
  });

  test("read while others write is of one moment: its version and its parts agree", async () => {
    const writing = Promise.all(Array.from({ length: 20 }, (_, n) => pitched(`Pitch ${n}`)));
    const read = await Promise.all(Array.from({ length: 20 }, () => readWhole(db, camp.eventId)));
    await writing;
    const first = read.reduce((a, b) => (a.v < b.v ? a : b));
    for (const { v, pitches } of read) expect(pitches.length - first.pitches.length).toBe(v - first.v);
  });
});

test("versions are answered for many camps at once, and not for those that are not there", async () => {
  const other = await pitchingCamp(db);
  const versions = await readVersions(db, [camp.eventId, other.eventId, crypto.randomUUID()]);
  expect([...versions.keys()].sort()).toEqual([camp.eventId, other.eventId].sort());
});

test.each(VERSIONED)(
  "%s is read again when it changed, and nothing else but what goes with it",
  async (part) => {
    const v = await bump(db, camp.eventId, [part]);
    const change = await readChange(db, camp.eventId, v - 1);
    expect(Object.keys(change ?? {}).sort()).toEqual(
      [
        part,
        "v",
        ...(part === "event" ? ["hands"] : []),
        ...(part === "draft" ? ["placements"] : []),
        ...(part === "pitches" ? ["line"] : []),
      ].sort(),
    );
  },
);
