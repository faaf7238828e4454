"use client";

import { useSnapshot } from "#components/live/provider.tsx";
import { permits } from "#domain/event.ts";
import { changesBetween, type FrameChange, frameChanges, movedCell } from "#domain/grid.ts";
import { type Retold, retoldSince } from "#domain/retold.ts";
import { changesOf, type SessionChange } from "#domain/review.ts";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { type EditorState, useEditor } from "./state.tsx";

const words = wordsOf("editor");

/**
 * What publishing now would change: sessions elsewhere or in other words, and slots and rooms at other times or of
 * other names.
 */
export type Changes = {
  sessions: readonly SessionChange[];
  titleOf: (pitchId: string) => string;
  retold: readonly Retold[];
  frame: readonly FrameChange[];
  total: number;
};

export function useChanges(board: EditorState["board"]): Changes {
  const before = useSnapshot().grid;
  const titles = new Map(before?.sessions.map((session) => [session.id, session.title]));
  const titleOf = (id: string) => board.cards.get(id)?.pitch.title ?? titles.get(id) ?? "";
  const sessions = changesOf(before, board);
  const moves = changesBetween(before, board, titleOf).filter(movedCell);
  const frame = frameChanges(before, board);
  const placed = board.placements.flatMap(({ pitchId }) => board.cards.get(pitchId)?.pitch ?? []);
  const retold = retoldSince(before, placed);
  return { sessions, titleOf, retold, frame, total: moves.length + retold.length + frame.length };
}

/** Beside the title: how far the draft is from what the phones show. */
export function GridRemark() {
  const { board, open } = useEditor();
  const { phase } = useSnapshot().event;
  const { total } = useChanges(board);
  if (open && !permits(phase, "publish")) return <>{words.state.before}</>;
  if (board.published === 0) return <>{words.state.fresh}</>;
  if (total === 0) return <>{words.state.same(board.published)}</>;
  return <>{words.state.changed(count(total, words.state.changes, readerLocale()), board.published)}</>;
}
