import { eq, or } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { readGrid } from "#db/draft.ts";
import { place, takeOff } from "#db/edit.ts";
import { eraseMe } from "#db/erasure.ts";
import { previewMerge } from "#db/pitch/mergeable.ts";
import { mergePitches, partPitches } from "#db/pitch/merging.ts";
import { restorePitch, withdrawPitch } from "#db/pitch/withdrawal.ts";
import { changePitch, listPitches, listWithdrawn } from "#db/pitch.ts";
import { mintLink } from "#db/registration/link.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { undo } from "#db/undo.ts";
import type { Attendee } from "#domain/viewer.ts";
import { lying, makeBoard } from "#tests/support/board.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { camper, MORNING } from "#tests/support/pitching.ts";
import { freeze } from "#tests/support/published.ts";
import { later, type TwoPitches, twoPitches } from "#tests/support/two-pitches.ts";

let db: Database;
let camp: TwoPitches["camp"];
let dan: TwoPitches["dan"];
let ama: TwoPitches["ama"];
let rhys: TwoPitches["rhys"];
let hers: TwoPitches["hers"];
let his: TwoPitches["his"];
let merge: TwoPitches["merge"];
let part: TwoPitches["part"];
let tap: TwoPitches["tap"];
let count: TwoPitches["count"];

beforeAll(async () => {
  ({ db } = await freshDatabase());
});

beforeEach(async () => {
  ({ camp, dan, ama, rhys, hers, his, merge, part, tap, count } = await twoPitches(db));
});

describe("taken back by one of the hosts", () => {
  test("the other stands by itself again, whichever of the two stayed", async () => {
    await tap(rhys, his, true, 1);
    for (const [who, withdrawn, left] of [
      [ama, hers, his],
      [rhys, his, hers],
    ] as const) {
      await merge();
      await withdrawPitch(db, who, withdrawn.id, later(15));
      expect((await listPitches(db, camp.eventId)).map(({ id }) => id)).toEqual([left.id]);
      expect(await count(left)).toBe(left === his ? 1 : 0);
      expect((await listWithdrawn(db, dan, 1)).items.map(({ id }) => id)).toEqual([withdrawn.id]);
      await restorePitch(db, who, withdrawn.id, later(16));
    }
  });

  test("a merged one is not brought back: it was not withdrawn", async () => {
    await merge();
    expect(await restorePitch(db, rhys, his.id, later(15))).toEqual({ ok: true, value: null });
    expect(await listPitches(db, camp.eventId)).toHaveLength(1);
  });

  test("somebody who is forgotten leaves it with the other's host, and nothing with whoever hosts both", async () => {
    const erase = async ({ registrationId }: Attendee) => {
      await db.update(registration).set({ verifiedAt: MORNING }).where(eq(registration.id, registrationId));
      const token = await mintLink(db, registrationId, { mailed: false, now: MORNING });
      expect(await eraseMe(db, token, MORNING)).toMatchObject({ ok: true });
    };
    await merge();
    await freeze(db, camp.eventId, { sessions: await listPitches(db, camp.eventId) });
    const named = async () => {
      const [session] = (await readGrid(db, camp.eventId))!.sessions;
      return [session?.hosts, ...(session?.merged ?? []).map(({ hosts }) => hosts)];
    };
    expect(await named()).toEqual([["Ama", "Rhys"], ["Rhys"]]);
    await erase(ama);
    expect(await named()).toEqual([["Rhys"], ["Rhys"]]);
    expect(await listPitches(db, camp.eventId)).toMatchObject([{ id: hers.id, hosts: ["Rhys"] }]);
    await erase(rhys);
    expect(await named()).toEqual([[], []]);
    expect(await listPitches(db, camp.eventId)).toEqual([]);
    const rows = await db
      .select()
      .from(pitch)
      .where(or(eq(pitch.id, hers.id), eq(pitch.id, his.id)));
    expect(rows.map(({ mergedInto }) => mergedInto)).toEqual([null, null]);
  });
});

describe("a host who takes it apart again", () => {
  const apart = (who: Attendee) => partPitches(db, who, { goes: his.id, reason: "" }, later(20));

  test("may whichever of the two is theirs, until the first grid is out; nobody else may", async () => {
    for (const who of [ama, rhys]) {
      await merge();
      expect(await apart(await camper(db, camp, "Ceri"))).toMatchObject({ refusal: "not_found" });
      expect(await apart(who)).toEqual({ ok: true, value: null });
      expect(await listPitches(db, camp.eventId)).toHaveLength(2);
    }
    await merge();
    await freeze(db, camp.eventId, {});
    expect(await apart(ama)).toMatchObject({ refusal: "grid_published" });
    expect(await part()).toMatchObject({ ok: true });
  });

  test("a title that is not listed is closed on the grid that was published, of what it became part of too", async () => {
    const session = (await listPitches(db, camp.eventId)).find(({ id }) => id === hers.id)!;
    await freeze(db, camp.eventId, { sessions: [session] });
    await changePitch(db, rhys, { ...his, noteLevel: "unlisted" }, MORNING);
    const shown = async () => (await readGrid(db, camp.eventId))?.sessions[0]?.noteLevel;
    expect(await shown()).toBe("no_names");
    await merge();
    expect(await shown()).toBe("unlisted");
    // Of what is published as one, a part is hidden with all of it, also by itself again.
    await changePitch(db, rhys, { ...his, noteLevel: "open" }, later(40));
    await merge();
    await freeze(db, camp.eventId, { number: 2, sessions: await listPitches(db, camp.eventId) });
    await part();
    expect(await shown()).not.toBe("unlisted");
    await changePitch(db, rhys, { ...his, noteLevel: "unlisted" }, later(50));
    expect(await shown()).toBe("unlisted");
  });
});

describe("cells of the draft", () => {
  const seen = { from: null, there: [] };

  test("take nothing by an undo that is part of another by now", async () => {
    const board = await makeBoard(db);
    const [a, b] = board.pitches as [string, string];
    const cell = board.cell(0, 1);
    await place(db, board.one, { pitchId: b, copy: 0, cell, seen }, MORNING);
    await takeOff(db, board.one, { pitchId: b, copy: 0, from: cell }, later(1));
    const { mark } = (await previewMerge(db, board.one, { stays: a, goes: b }))!;
    await mergePitches(db, board.one, { stays: a, goes: b, mark, reason: "Same" }, later(2));
    expect(await undo(db, board.one, later(3))).toMatchObject({ value: { undone: "overtaken" } });
    expect(await lying(db, board)).toEqual({});
  });

  test("go to what stays, or are free, and are as they were once they are taken apart", async () => {
    const board = await makeBoard(db);
    const [a, b] = board.pitches as [string, string];
    const put = (pitchId: string, cell: ReturnType<typeof board.cell>) =>
      place(db, board.one, { pitchId, copy: 0, cell, seen }, MORNING);
    const both = async () => {
      const { mark } = (await previewMerge(db, board.one, { stays: a, goes: b }))!;
      await mergePitches(db, board.one, { stays: a, goes: b, mark, reason: "Same" }, MORNING);
    };
    const apart = () => partPitches(db, board.one, { goes: b, reason: "" }, MORNING);
    await put(b, board.cell(0, 1));
    await both();
    expect(await lying(db, board)).toEqual({ a: "B0" });
    await apart();
    expect(await lying(db, board)).toEqual({ b: "B0" });
    await put(a, board.cell(2, 0));
    await both();
    expect(await lying(db, board)).toEqual({ a: "A2" });
    await put(board.pitches[2]!, board.cell(0, 1));
    await apart();
    expect(await lying(db, board)).toMatchObject({ c: "B0" });
    expect(await lying(db, board)).not.toHaveProperty("b");
  });
});
