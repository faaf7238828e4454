/** What the grid's doors take and answer. */
import type { Cell, Desk, EditAct, Seen, Suggested } from "#domain/draft.ts";
import type { Placement } from "#domain/grid.ts";

/** The draft as it is afterwards, and why the act was refused if it was. */
export type GridAnswer = {
  desk: Desk;
  refusal: { what: string; next: string } | null;
  undone?: EditAct | "overtaken" | "nothing";
  suggested?: Suggested;
  /** The number of the version that is out. */
  published?: number;
};

/** The acts of the editor, bound to a camp by its page. */
export type GridDoors = {
  place: (input: { pitchId: string; cell: Cell; seen: Seen }) => Promise<GridAnswer>;
  takeOff: (input: { pitchId: string; from: Cell }) => Promise<GridAnswer>;
  pin: (input: { pitchId: string; pinned: boolean }) => Promise<GridAnswer>;
  /** The crew's own number of heads; null goes back to what the hands say. */
  expect: (input: { pitchId: string; expected: number | null }) => Promise<GridAnswer>;
  undo: () => Promise<GridAnswer>;
  suggest: () => Promise<GridAnswer>;
  /** Null for a campmaker: an organiser publishes. */
  publish: ((seen: readonly Placement[]) => Promise<GridAnswer>) | null;
};
