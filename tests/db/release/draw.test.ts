/** The draw, from its first entry to a result that anybody can work out again. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { leaveLine } from "#db/registration/answer.ts";
import { tick } from "#db/registration/waiting.ts";
import { register, registerAll } from "#db/registration.ts";
import { listDraws, makeDraw, readDrawList } from "#db/release/draw.ts";
import { readEntry } from "#db/release.ts";
import { registration } from "#db/schema/registration.ts";
import { readTickets } from "#db/tickets.ts";
import { formFor, makeCamp, makeOrganiser, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeRelease, SOURCE } from "#tests/support/releases.ts";

const { db } = await freshDatabase();
const DAY = 86_400_000;
const day = (days: number) => new Date(NOON.getTime() + days * DAY);
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
/** The beat that closes the entries: forms under way still count with them. */
const closing = new Date(day(3).getTime() + 3_000);
const NUMBER = "4 8 15 16 23 42";

const rowsOf = (camp: TestCamp) =>
  db.select().from(registration).where(eq(registration.eventId, camp.id)).orderBy(registration.rank);

/** Entries from noon on for three days, for so many places. */
async function drawOf(places: number, people: number) {
  const camp = await makeCamp(db, { capacity: 50 });
  const organiser = await makeOrganiser(db, camp);
  const id = await makeRelease(db, camp, { way: "draw", places, opensAt: NOON, closesAt: day(3) });
  const applicants = Array.from({ length: people }, (_, n) => {
    return { form: formFor(camp, `camper${n}@example.org`), now: day(1), deviceId: null };
  });
  await registerAll(db, camp.id, applicants);
  return { camp, organiser, id };
}

/** Says first what it does, as the desk is told, and then does it. */
async function drawAnyway({ organiser, id }: Awaited<ReturnType<typeof drawOf>>, typed: string, now: Date) {
  const asked = await makeDraw(db, organiser, id, typed, now);
  if (!asked.ok || !("asks" in asked.value)) return asked;
  return makeDraw(db, organiser, id, typed, now, asked.value.agreement);
}

describe("a draw", () => {
  it("publishes the hash of its entries before the number exists, and then an order that follows from both", async () => {
    const made = await drawOf(2, 6);
    const { camp, id } = made;
    expect(await listDraws(db, camp.id)).toMatchObject([{ entries: 6, listHash: null, source: SOURCE }]);
    expect(await readDrawList(db, camp.id, id)).toBe(null);
    await tick(db, closing);
    const closed = (await readDrawList(db, camp.id, id))!;
    expect(closed).toEqual([...closed].sort());
    expect(await listDraws(db, camp.id)).toMatchObject([{ listHash: sha256(closed.join("\n")), seed: null }]);
    expect(await readTickets(db, camp.id, day(3))).toMatchObject({ next: "drawing", entered: 6 });

    expect(await drawAnyway(made, ` ${NUMBER.replace(" ", "  ")} `, day(4))).toEqual({
      ok: true,
      value: { done: 6 },
    });
    const order = (await readDrawList(db, camp.id, id))!;
    const key = (entry: string) => sha256(`${NUMBER}\n${entry}`);
    expect(order).toEqual([...closed].sort((a, b) => (key(a) < key(b) ? -1 : 1)));
    const rows = await rowsOf(camp);
    const own = await Promise.all(rows.map((row) => readEntry(db, row.id)));
    expect(own.map((entry) => entry!.id)).toEqual(order);
    expect(own.map((entry) => entry!.place)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(rows.map(({ status }) => status)).toEqual(["held", "held", ...Array(4).fill("waiting")]);
  });

  it("is worked out again by a program that shares nothing with this one", async (context) => {
    if (spawnSync("python3", ["--version"]).status !== 0) return context.skip("there is no python3 here");
    const made = await drawOf(2, 40);
    await tick(db, closing);
    await drawAnyway(made, "Ünïcode 4 8", day(4));
    const order = (await readDrawList(db, made.camp.id, made.id))!;
    const listHash = (await listDraws(db, made.camp.id))[0]!.listHash!;
    const folder = mkdtempSync(path.join(tmpdir(), "draw-"));
    const check = (entries: string[], number: string) => {
      writeFileSync(path.join(folder, "list"), `${entries.join("\n")}\n`);
      const asked = ["docs/draw/check.py", path.join(folder, "list"), listHash, number, order[7]!];
      return spawnSync("python3", asked, { encoding: "utf8", env: { ...process.env, PYTHONUTF8: "1" } });
    };
    expect(check(order, "Ünïcode 4 8").stdout).toContain(
      `40 entries, in the order that the number gives. ${order[7]} has place 8.`,
    );
    expect(check(order, "Unicode 4 8")).toMatchObject({ status: 1, stdout: "" });
    expect(check([...order].reverse(), "Ünïcode 4 8").status).toBe(1);
    expect(check(order.slice(1), "Ünïcode 4 8").status).toBe(1);
    rmSync(folder, { recursive: true });
  });

  it("asks first, and is made once: with another number it is refused, with the same it changes nothing", async () => {
    const made = await drawOf(1, 3);
    const { organiser, id, camp } = made;
    await tick(db, closing);
    expect(await makeDraw(db, organiser, id, NUMBER, day(4))).toMatchObject({
      value: { asks: [{ kind: "draws", seed: NUMBER, entries: 3, places: 1 }] },
    });
    expect(await makeDraw(db, organiser, id, "  ", day(4))).toMatchObject({ refusal: "bad_input" });
    await drawAnyway(made, NUMBER, day(4));
    const before = await rowsOf(camp);
    expect(await drawAnyway(made, NUMBER, day(5))).toEqual({ ok: true, value: { done: 3 } });
    expect(await drawAnyway(made, "1 2 3", day(5))).toMatchObject({ refusal: "not_possible_now" });
    expect(await rowsOf(camp)).toEqual(before);
  });

  it("is made once by two organisers who press at the same time", async () => {
    const made = await drawOf(2, 5);
    await tick(db, closing);
    const asked = await makeDraw(db, made.organiser, made.id, NUMBER, day(4));
    const agreement = asked.ok && "asks" in asked.value ? asked.value.agreement : "";
    const both = ["1", "2"].map((typed) =>
      typed === "1"
        ? makeDraw(db, made.organiser, made.id, NUMBER, day(4), agreement)
        : drawAnyway(made, "7 7 7", day(4)),
    );
    const answers = await Promise.all(both);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const ranks = (await rowsOf(made.camp)).map(({ rank }) => rank);
    expect(ranks).toEqual([1, 2, 3, 4, 5]);
  });

  it("is not made before its entries are closed, nor by another camp’s organiser", async () => {
    const made = await drawOf(1, 2);
    expect(await makeDraw(db, made.organiser, made.id, NUMBER, day(2))).toMatchObject({
      refusal: "not_possible_now",
    });
    await tick(db, closing);
    const other = await drawOf(1, 2);
    expect(await makeDraw(db, other.organiser, made.id, NUMBER, day(4))).toMatchObject({
      refusal: "not_found",
    });
  });

  it("takes nobody in between its closing and its result", async () => {
    const { camp } = await drawOf(1, 3);
    const late = () => register(db, camp.id, formFor(camp, "late@example.org"), day(3));
    expect(await late()).toEqual({ ok: false, refusal: "draw_closed" });
    await tick(db, closing);
    expect(await late()).toEqual({ ok: false, refusal: "draw_closed" });
    // Sent in time, and at the lock after the list was published.
    const slow = register(db, camp.id, formFor(camp, "slow@example.org"), new Date(day(3).getTime() - 1));
    expect(await slow).toEqual({ ok: false, refusal: "draw_closed" });
    expect(await readDrawList(db, camp.id, (await listDraws(db, camp.id))[0]!.id)).toHaveLength(3);
  });

  it("gives everybody a place where there are enough, and says that nothing was drawn", async () => {
    const { camp } = await drawOf(5, 3);
    await tick(db, closing);
    expect((await rowsOf(camp)).map(({ status }) => status)).toEqual(["held", "held", "held"]);
    expect(await listDraws(db, camp.id)).toMatchObject([{ seed: null, drawnAt: closing.toISOString() }]);
  });

  it("keeps whoever leaves after the closing in the published list, and passes them over", async () => {
    const made = await drawOf(1, 3);
    const [gone, early] = await rowsOf(made.camp);
    await leaveLine(db, early!.id, day(2));
    await tick(db, closing);
    expect(await readDrawList(db, made.camp.id, made.id)).toHaveLength(2);
    await leaveLine(db, gone!.id, day(3));
    await drawAnyway(made, NUMBER, day(4));
    expect(await readDrawList(db, made.camp.id, made.id)).toHaveLength(2);
    const rows = await rowsOf(made.camp);
    expect(rows.find(({ id }) => id === gone!.id)!.status).toBe("left");
    expect(rows.filter(({ status }) => status === "held")).toHaveLength(1);
  });
});
