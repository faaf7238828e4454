/** The best lines: chosen and ordered by the crew, of what everybody may read and its writers allow. */
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { bestLine, writeUp } from "#db/schema/write-up.ts";
import { changeLine, chooseLine, listBestLines, listChosenLines } from "#db/write-up/best-lines.ts";
import { hideWriteUp } from "#db/write-up/hiding.ts";
import { findOwnWriteUp } from "#db/write-up.ts";
import { MOST } from "#domain/limits.ts";
import { refused } from "#domain/result.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { agreeOn, campToWriteAbout, EVENING, said, write } from "#tests/support/write-ups.ts";

const { db } = await freshDatabase();

const NUMBERS = Array.from({ length: MOST.bestLines + 1 }, (_, n) => `Line number ${n}.`);

/** With one write-up of so many lines. */
async function quotable() {
  const there = await campToWriteAbout(db);
  const { camp, dan, ama, of } = there;
  await write(db, ama, of.open, said({ learned: NUMBERS.join("\n"), quotable: true }));
  const { id: writeUpId } = (await findOwnWriteUp(db, ama, of.open))!;
  const choose = (line: string, by = dan) => chooseLine(db, by, { writeUpId, line }, EVENING);
  const move = (line: string, to: "up" | "out") => changeLine(db, dan, { writeUpId, line }, to, EVENING);
  const shown = async () => (await listBestLines(db, camp.eventId)).map(({ line }) => line);
  return { ...there, writeUpId, choose, move, shown };
}

describe("choosing lines", () => {
  it("puts them one behind the other, moves them up and takes them out, each once however often it is pressed", async () => {
    const { choose, move, shown, of, camp } = await quotable();
    const [a, b, c] = NUMBERS as [string, string, string];
    for (const line of [a, b, c, a]) expect((await choose(line)).ok).toBe(true);
    expect(await shown()).toEqual([a, b, c]);
    await move(c, "up");
    await move(c, "up");
    await move(c, "up");
    expect(await shown()).toEqual([c, a, b]);
    await move(a, "out");
    await move(a, "out");
    expect(await shown()).toEqual([c, b]);
    expect(await move(a, "up")).toEqual(refused("not_found"));
    const [first] = await listBestLines(db, camp.eventId);
    expect(first).toMatchObject({ title: "The open one", session: of.open.pitchId });
  });

  it("takes so many and no more, also at once", async () => {
    const { choose, shown, camp } = await quotable();
    const done = await Promise.all(NUMBERS.map((line) => choose(line)));
    expect(done.filter(({ ok }) => !ok)).toEqual([refused("best_lines_full")]);
    expect([(await shown()).length, await db.$count(bestLine, eq(bestLine.eventId, camp.eventId))]).toEqual([
      MOST.bestLines,
      MOST.bestLines,
    ]);
  });

  it("takes no line that nobody wrote, none of another camp, and none whose writer does not allow it", async () => {
    const { choose, ama, of } = await quotable();
    const { dan: stranger } = await campToWriteAbout(db);
    expect(await choose("What nobody wrote.")).toEqual(refused("not_found"));
    expect(await choose(NUMBERS[0]!, stranger)).toEqual(refused("not_found"));
    await write(db, ama, of.open, said({ learned: NUMBERS.join("\n"), quotable: false }));
    expect(await choose(NUMBERS[0]!)).toEqual(refused("not_found"));
  });
});

describe("a line that was chosen", () => {
  it("is shown no more once its writer changed it, keeps it or deleted it, the session closed or the crew hid it", async () => {
    const { choose, shown, dan, ama, of, writeUpId, camp } = await quotable();
    const line = NUMBERS[0]!;
    await choose(line);
    const again = said({ learned: line, quotable: true });
    const ways: [string, () => Promise<unknown>][] = [
      ["changed", () => write(db, ama, of.open, { ...again, learned: "Another line." })],
      ["not allowed", () => write(db, ama, of.open, { ...again, quotable: false })],
      ["for the camp", () => write(db, ama, of.open, { ...again, level: "camp" })],
      ["closed", () => agreeOn(db, of.open, "unlisted")],
      ["hidden", () => hideWriteUp(db, dan, { id: writeUpId, reason: "Why" }, EVENING)],
    ];
    for (const [how, act] of ways) {
      await agreeOn(db, of.open, "open");
      await write(db, ama, of.open, again);
      expect([how, await shown()]).toEqual([how, [line]]);
      await act();
      expect([how, await shown(), await listChosenLines(db, dan)]).toEqual([
        how,
        [],
        [{ writeUpId, line, shown: false }],
      ]);
    }
    await db.delete(writeUp).where(eq(writeUp.id, writeUpId));
    expect(await db.$count(bestLine, eq(bestLine.eventId, camp.eventId))).toBe(0);
  });
});
