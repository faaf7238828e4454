/**
 * A second desk that hears of a command by its message alone shows what a fresh page would, and the planner hears of
 * every command that makes the camp another question.
 */
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { boardOf } from "#components/editor/board.ts";
import type { Database } from "#db/connection.ts";
import { readProblem } from "#db/planner-problem.ts";
import { liveVersion } from "#db/schema/live.ts";
import { readChange, readWhole } from "#db/snapshot.ts";
import { askForSuggestion, dropSuggestion } from "#db/suggestion.ts";
import { apply } from "#domain/live.ts";
import type { Organiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { COMMAND_NAMES, type DeskCommands, deskCamp } from "#tests/support/desk-commands.ts";
import { MORNING, type PitchingCamp } from "#tests/support/pitching.ts";

let db: Database;
let camp: PitchingCamp;
let dan: Organiser;
let commands: DeskCommands;

beforeAll(async () => {
  ({ db } = await freshDatabase());
});

beforeEach(async () => {
  ({ camp, dan, commands } = await deskCamp(db));
});

describe("another desk, by the message alone, is as a fresh one after", () => {
  test.each(COMMAND_NAMES)("%s", async (name) => {
    const { before = [], command } = commands[name]!;
    for (const step of before) expect((await step()).ok).toBe(true);
    const known = await readWhole(db, camp.eventId);
    expect((await command()).ok).toBe(true);
    const fresh = await readWhole(db, camp.eventId);
    const change = await readChange(db, camp.eventId, known.v);
    // What two hosts ask each other is no desk's, and told to none.
    const heard = change ? apply(known, change) : known;
    expect(heard).toEqual(fresh);
    const board = (live: typeof fresh) => {
      const { expected, cards, ...rest } = boardOf({ live, answered: null, ahead: [] });
      return {
        ...rest,
        cards: [...cards.values()].map((card) => [card, expected({ pitchId: card.pitch.id, copy: 0 })]),
      };
    };
    expect(board(heard)).toEqual(board(fresh));
  });
});

/** The question as it would be asked now, but for the hands and what is expected from them. */
async function question() {
  const { problem } = await readProblem(db, camp.eventId, MORNING);
  const sessions = problem.sessions.map((session) => ({ ...session, audience: null }));
  return { ...problem, sessions, wants: [], away: [], here: null };
}

async function version(): Promise<number> {
  const [row] = await db.select().from(liveVersion).where(eq(liveVersion.eventId, camp.eventId));
  return row!.problemVersion;
}

describe("another question is another version of it after", () => {
  test.each(COMMAND_NAMES)("%s", async (name) => {
    const { before = [], command } = commands[name]!;
    for (const step of before) await step();
    const [asked, known] = [await question(), await version()];
    await command();
    if (JSON.stringify(await question()) !== JSON.stringify(asked))
      expect(await version()).toBeGreaterThan(known);
  });

  test("a number that is expected and what a suggestion itself does are told apart", async () => {
    const known = await version();
    await commands.expect!.command();
    expect(await version()).toBe(known + 1);
    await askForSuggestion(db, dan, MORNING);
    await dropSuggestion(db, dan, MORNING);
    expect(await version()).toBe(known + 1);
  });
});
