/** The planner suggests a grid, it is published and read by everybody, and then a session moves. */
import type { Database } from "#db/connection.ts";
import { readDraft, readSuggestion } from "#db/draft.ts";
import { place, takeOff } from "#db/edit.ts";
import { publish } from "#db/publication.ts";
import type { Copy } from "#db/rehearsal/copy.ts";
import { askForSuggestion } from "#db/suggestion.ts";
import { takeSuggestion } from "#db/suggestion-take.ts";
import { type Card, inTheWay } from "#domain/draft.ts";
import { arrangedMark, type DraftView } from "#domain/grid.ts";
import { cellsAhead, judge, type Line, MOST_MS, unseen } from "#domain/rehearsal.ts";
import { TELLS_NOBODY } from "#domain/review.ts";
import { keyOf } from "#domain/run.ts";
import { gridWarnings } from "#domain/warnings.ts";
import { done, move, type Organiser } from "./crew.ts";
import { snapshotOf, until } from "./pitching.ts";
import type { Screens } from "./screens.ts";
import { among, type Server } from "./server.ts";

/** Longer than it may take, so that it is told how long it took. */
const PLANNING_MS = MOST_MS.plan + 5_000;

/** No suggested grid does these. */
const HARD: readonly string[] = ["host_twice", "room_off", "host_busy", "cut_short"];

export async function plan(db: Database, server: Server, copy: Copy, may: Organiser): Promise<Line> {
  await move(db, may, "pitching", "grid");
  const asked = new Date();
  const cells = cellsAhead(await readDraft(db, copy.eventId), asked.getTime());
  if (cells === 0) return unseen("plan", "not_reached");
  const began = performance.now();
  await done(askForSuggestion(db, may, asked));
  const found = await until(async () => {
    server.goOn();
    const now = await readSuggestion(db, copy.eventId);
    return now?.best ? now : null;
  }, PLANNING_MS);
  const times = [performance.now() - began];
  if (found) await done(takeSuggestion(db, may, { suggestion: found.id, change: null }, new Date()));
  const draft = await readDraft(db, copy.eventId);
  const pitches = (await snapshotOf(server, copy))?.pitches ?? [];
  const cards = new Map(
    pitches.flatMap((one): [string, Card][] => {
      const facts = draft.pitches[one.id];
      return facts ? [[one.id, { ...facts, pitch: one, hands: 0 }]] : [];
    }),
  );
  const warnings = gridWarnings(draft.placements, draft, cards, () => ({ middle: 0 }));
  return judge("plan", {
    of: Math.min(pitches.length, cells),
    got: draft.placements.length,
    times,
    wrong: warnings.filter(({ kind }) => HARD.includes(kind)).length,
  });
}

/** Every phone reads one of the pages that show the grid; each must show what was published. */
export async function publishIt(db: Database, server: Server, copy: Copy, may: Organiser): Promise<Line> {
  const draft = await readDraft(db, copy.eventId);
  await done(publish(db, may, agreed(draft, 0), new Date()));
  const shown = (await snapshotOf(server, copy))?.pitches.find(
    ({ id }) => id === draft.placements[0]?.pitchId,
  );
  const { slug } = copy;
  const pages = ["/e/*/grid", "/e/*/day", "/e/*/wall", "/now/*", "/e/*/calendar.ics"].map((path) =>
    path.replace("*", slug),
  );
  const answers = await among(copy.people, copy.people.length, ({ token }, nth) =>
    server.ask("GET", pages[nth % pages.length]!, { token }),
  );
  const fine = answers.filter(({ status, body }) => status === 200 && shown && body.includes(shown.title));
  return judge("publish", { of: answers.length, got: fine.length, times: answers.map(({ ms }) => ms) });
}

export async function moveOne(db: Database, copy: Copy, may: Organiser, screens: Screens): Promise<Line> {
  await elsewhere(db, may, await readDraft(db, copy.eventId));
  const draft = await readDraft(db, copy.eventId);
  const times = await screens.after(
    async () => void (await done(publish(db, may, agreed(draft, 1), new Date()))),
    ({ grid }) => grid?.number === 2,
  );
  return judge("move", { of: screens.count, got: times.length, times });
}

/** The first session changes places with whatever is elsewhere; where there is but one cell it is taken off. */
async function elsewhere(db: Database, may: Organiser, draft: DraftView): Promise<void> {
  const [first] = draft.placements;
  if (!first) throw new Error("nothing stands on the grid of a rehearsal");
  const { pitchId, copy } = first;
  const from = { slotId: first.slotId, roomId: first.roomId };
  const cells = draft.slots
    .filter(({ kind }) => kind === "session")
    .flatMap(({ id }) => draft.rooms.map((room) => ({ slotId: id, roomId: room.id })));
  const cell = cells.find(({ slotId, roomId }) => slotId !== from.slotId || roomId !== from.roomId);
  if (!cell) return void (await done(takeOff(db, may, { pitchId, copy, from }, new Date())));
  const there = inTheWay(draft, { pitchId, copy }, cell).map(keyOf);
  await done(place(db, may, { pitchId, copy, cell, seen: { from, there } }, new Date()));
}

const agreed = (draft: DraftView, base: number) => ({ mark: arrangedMark(draft), base, tells: TELLS_NOBODY });
