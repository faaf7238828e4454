/** What the page of a session or a room is called, on the server and on a phone. */
import type { Snapshot } from "#domain/live.ts";
import { viewRuns } from "#domain/run-view.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("session");

/** @param key of the run */
export const sessionTitle = ({ grid }: Snapshot, key: string): string =>
  (grid ? viewRuns(grid, 0) : []).find((run) => run.key === key)?.pitch.title ?? words.gone.title;

export const roomTitle = ({ grid }: Snapshot, letter: string): string =>
  grid?.rooms.find((room) => room.letter === letter)?.name ?? words.room.is(letter);
