/** Two to four people who enter a draw as one. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { leaveLine, rejoinLine } from "#db/registration/answer.ts";
import { mintLink } from "#db/registration/link.ts";
import { mergePeople, previewMerge } from "#db/registration/merging.ts";
import { confirmByLink } from "#db/registration/verification.ts";
import { tick } from "#db/registration/waiting.ts";
import { registerAll } from "#db/registration.ts";
import { listDraws, makeDraw, readDrawList } from "#db/release/draw.ts";
import {
  beginTogether,
  divideTogether,
  joinTogether,
  leaveTogether,
  readTogether,
} from "#db/release/together.ts";
import { readEntry } from "#db/release.ts";
import { registration } from "#db/schema/registration.ts";
import { MOST } from "#domain/limits.ts";
import { LIMITS } from "#domain/rate-limit.ts";
import { formFor, makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeRelease } from "#tests/support/releases.ts";

const { db } = await freshDatabase();
const HOUR = 3_600_000;
const at = (hours: number) => new Date(NOON.getTime() + hours * HOUR);
const closing = new Date(at(24).getTime() + 3_000);

/** People who have entered a draw for so many places, in the order in which they came; all of them proven. */
async function drawOf(places: number, people: number) {
  const camp = await makeCamp(db, { capacity: 50 });
  const organiser = await makeOrganiser(db, camp);
  const id = await makeRelease(db, camp, { way: "draw", places, opensAt: NOON, closesAt: at(24) });
  const forms = Array.from({ length: people }, (_, n) => formFor(camp, `camper${n}@example.org`));
  await registerAll(
    db,
    camp.id,
    forms.map((form) => ({ form, now: at(1), deviceId: null })),
  );
  const rows = await db
    .select()
    .from(registration)
    .where(eq(registration.eventId, camp.id))
    .orderBy(registration.rank);
  for (const { id: who } of rows)
    await confirmByLink(db, await mintLink(db, who, { mailed: true, now: at(2) }), at(2));
  const ids = rows.map((row) => row.id);
  const codeOf = async (who: string) => (await readTogether(db, (await readEntry(db, who))!.id))!.code;
  const group = async (some: readonly string[]) => {
    await beginTogether(db, some[0]!, at(3));
    const code = await codeOf(some[0]!);
    for (const who of some.slice(1))
      expect(await joinTogether(db, who, code, at(3))).toMatchObject({ ok: true });
    return code;
  };
  const draw = async (seed: string) => {
    await tick(db, closing);
    const asked = await makeDraw(db, organiser, id, seed, at(25));
    const agreed = asked.ok && "asks" in asked.value ? asked.value.agreement : "";
    await makeDraw(db, organiser, id, seed, at(25), agreed);
    return db.select().from(registration).where(eq(registration.eventId, camp.id)).orderBy(registration.rank);
  };
  return { camp, organiser, id, ids, codeOf, group, draw };
}

describe("people who enter together", () => {
  it("stand side by side, and have places together or none, whatever number is drawn", async () => {
    for (const seed of ["1", "2", "3", "4", "5", "6"]) {
      const { ids, group, draw } = await drawOf(4, 9);
      const some = ids.slice(2, 5);
      await group(some);
      const rows = await draw(seed);
      const places = some.map((who) => rows.findIndex((row) => row.id === who)).sort((a, b) => a - b);
      expect(places[2]! - places[0]!).toBe(2);
      const statuses = new Set(rows.filter((row) => some.includes(row.id)).map(({ status }) => status));
      // Where three did not fit, what was left is offered in the order of the line, which they are first in.
      expect([...statuses].filter((status) => status === "confirmed").length === 1 ? statuses.size : 1).toBe(
        1,
      );
      expect(
        rows.filter(({ status }) => status === "confirmed" || status === "offered").length,
      ).toBeLessThanOrEqual(4);
    }
  });

  it("are divided where all of them said so: the first of them get what is left", async () => {
    const { ids, group, draw } = await drawOf(2, 4);
    const some = ids.slice(0, 3);
    await group(some);
    for (const who of some) await divideTogether(db, who, true, at(4));
    const seen = await readTogether(db, (await readEntry(db, some[0]!))!.id);
    expect(seen).toMatchObject({ divides: true, keeping: [] });
    const rows = await draw("any");
    expect(rows.filter(({ status }) => status === "confirmed")).toHaveLength(2);
    expect(rows.slice(0, 2).every(({ status }) => status === "confirmed")).toBe(true);
  });

  it("stay together where one of them did not say so, and see who", async () => {
    const { ids, group, draw } = await drawOf(2, 4);
    const some = ids.slice(0, 3);
    await group(some);
    for (const who of some.slice(1)) await divideTogether(db, who, true, at(4));
    const seen = await readTogether(db, (await readEntry(db, some[1]!))!.id);
    expect(seen).toMatchObject({ divides: true, keeping: ["camper0"] });
    const ours = (await draw("any")).filter(({ id }) => some.includes(id));
    expect(ours.every(({ status }) => status !== "confirmed")).toBe(true);
  });

  it("wait side by side where fewer places are left than they are", async () => {
    const { ids, group, draw } = await drawOf(2, 4);
    await group(ids.slice(0, 3));
    const rows = await draw("any");
    const ours = rows.filter(({ id }) => ids.slice(0, 3).includes(id));
    expect(ours.map(({ status }) => status)).toEqual(["waiting", "waiting", "waiting"]);
    await tick(db, at(26));
    const after = await db.select().from(registration).where(eq(registration.eventId, rows[0]!.eventId));
    expect(after.filter(({ status }) => ["offered", "confirmed"].includes(status))).toHaveLength(2);
  });

  it("are told of each other by the code alone, up to four, and no fifth, also at once", async () => {
    const { ids, codeOf } = await drawOf(2, 8);
    await beginTogether(db, ids[0]!, at(3));
    await beginTogether(db, ids[0]!, at(3));
    const code = await codeOf(ids[0]!);
    const joined = await Promise.all(
      ids.slice(1).map((who) => joinTogether(db, who, code.toLowerCase(), at(3))),
    );
    expect(joined.filter(({ ok }) => ok)).toHaveLength(MOST.together - 1);
    expect(joined.filter((it) => !it.ok && it.refusal === "group_full")).toHaveLength(8 - MOST.together);
    const seen = await readTogether(db, (await readEntry(db, ids[0]!))!.id);
    expect(seen).toMatchObject({ divides: false, others: { length: MOST.together - 1 } });
    expect(await joinTogether(db, ids[7]!, "KWT4H7", at(3))).toMatchObject({ refusal: "no_such_group" });
    expect(await joinTogether(db, ids[7]!, "", at(3))).toMatchObject({ refusal: "no_such_group" });
  });

  it("are no more than four also when somebody leaves the draw and comes back: then they enter alone", async () => {
    const { ids, group } = await drawOf(2, 5);
    const code = await group(ids.slice(0, 4));
    await leaveLine(db, ids[3]!, at(4));
    expect(await joinTogether(db, ids[4]!, code, at(5))).toMatchObject({ ok: true });
    expect(await rejoinLine(db, ids[3]!, at(6))).toMatchObject({ ok: true, value: "entered" });
    expect(await readTogether(db, (await readEntry(db, ids[3]!))!.id)).toBeNull();
  });

  it("stay with whoever they are merged into, also where that one had entered before and left", async () => {
    const { organiser, ids, codeOf, group } = await drawOf(2, 3);
    await leaveLine(db, ids[0]!, at(2));
    const code = await group(ids.slice(1));
    const seen = await previewMerge(db, organiser, ids[0]!, ids[1]!);
    const pair = { stays: ids[0]!, goes: ids[1]!, mark: seen!.mark, reason: "The same Ama" };
    expect(await mergePeople(db, organiser, pair, at(4))).toMatchObject({ ok: true });
    expect(await codeOf(ids[0]!)).toBe(code);
  });

  it("have places together or none where all have room, too, also when mail to one of them came back", async () => {
    const { camp, ids, group, draw } = await drawOf(4, 3);
    await group([ids[0]!, ids[2]!]);
    // After so many places that lapsed unproven none is held for whom mail does not reach.
    for (const rank of [95, 96, 97, 98, 99]) {
      const lapsed = await makePerson(db, camp, "removed", { rank, verified: false });
      await db
        .update(registration)
        .set({ lapsedAt: at(0) })
        .where(eq(registration.id, lapsed));
    }
    await db
      .update(registration)
      .set({ bouncedAt: at(5) })
      .where(eq(registration.id, ids[2]!));
    const rows = await draw("nobody asks for it");
    const ours = rows.filter(({ id }) => id === ids[0] || id === ids[2]);
    expect(ours.map(({ status }) => status)).toEqual(["waiting", "waiting"]);
  });

  it("are found by nobody who tries one code after another", async () => {
    const { ids } = await drawOf(1, 1);
    const tried = [];
    for (let n = 0; n < LIMITS.group_by_registration.most + 1; n += 1)
      tried.push(await joinTogether(db, ids[0]!, "KWT4H7", at(3)));
    expect(tried.map((it) => (it.ok ? "" : it.refusal))).toEqual([
      ...Array(LIMITS.group_by_registration.most).fill("no_such_group"),
      "too_many",
    ]);
  });

  it("may leave one another, and whoever is left alone is published as alone", async () => {
    const { camp, id, ids, group } = await drawOf(1, 4);
    const code = await group(ids.slice(0, 3));
    await leaveTogether(db, ids[1]!, at(4));
    await leaveLine(db, ids[2]!, at(4));
    expect(await readTogether(db, (await readEntry(db, ids[1]!))!.id)).toBeNull();
    expect(await joinTogether(db, ids[3]!, code, at(5))).toMatchObject({ ok: true });
    await leaveTogether(db, ids[3]!, at(5));
    await tick(db, closing);
    expect((await readDrawList(db, camp.id, id))!.filter((line) => line.includes(" "))).toEqual([]);
  });

  it("stay as they are once the entries are closed, and are nobody who has not entered or is not proven", async () => {
    const { camp, ids, group } = await drawOf(1, 4);
    const code = await group(ids.slice(0, 2));
    const stranger = await makePerson(db, camp, "waiting", { rank: 999 });
    expect(await joinTogether(db, stranger, code, at(5))).toMatchObject({ refusal: "not_possible_now" });
    await db.update(registration).set({ verifiedAt: null }).where(eq(registration.id, ids[3]!));
    expect(await joinTogether(db, ids[3]!, code, at(5))).toMatchObject({ refusal: "not_possible_now" });
    await tick(db, closing);
    for (const late of [
      joinTogether(db, ids[2]!, code, at(25)),
      leaveTogether(db, ids[0]!, at(25)),
      divideTogether(db, ids[0]!, true, at(25)),
    ])
      expect(await late).toMatchObject({ refusal: "draw_closed" });
  });

  it("are in what is published, which a program that shares nothing with this one works out again", async (context) => {
    if (spawnSync("python3", ["--version"]).status !== 0) return context.skip("there is no python3 here");
    const { camp, id, ids, group, draw } = await drawOf(3, 12);
    await group(ids.slice(0, 4));
    await group(ids.slice(6, 8));
    await draw("4 8 15");
    const lines = (await readDrawList(db, camp.id, id))!;
    expect(lines.filter((line) => line.includes(" "))).toHaveLength(6);
    const folder = mkdtempSync(path.join(tmpdir(), "together-"));
    writeFileSync(path.join(folder, "list"), `${lines.join("\n")}\n`);
    const { listHash } = (await listDraws(db, camp.id))[0]!;
    const asked = ["docs/draw/check.py", path.join(folder, "list"), listHash!, "4 8 15"];
    expect(spawnSync("python3", asked, { encoding: "utf8" }).stdout).toContain("It is right: 12 entries");
    rmSync(folder, { recursive: true });
  });
});

it("whoever gave back an earlier draw's place and entered a later one waits for that", async () => {
  const { camp, ids, draw } = await drawOf(9, 2);
  await draw("unused");
  await makeRelease(db, camp, { way: "draw", places: 1, opensAt: at(30), closesAt: at(60) });
  await db.update(registration).set({ status: "left" }).where(eq(registration.id, ids[0]!));
  expect(await rejoinLine(db, ids[0]!, at(31))).toMatchObject({ value: "entered" });
  await tick(db, at(32));
  const [row] = await db.select().from(registration).where(eq(registration.id, ids[0]!));
  expect(row?.status).toBe("entered");
});
