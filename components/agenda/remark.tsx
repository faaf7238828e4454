"use client";

import { useSnapshot } from "#components/live/provider.tsx";
import { changesBetween } from "#domain/grid.ts";
import { agenda as words } from "#messages/en/agenda.ts";
import { count } from "#messages/format.ts";
import { type Agenda, useAgenda } from "./agenda.tsx";

/** What publishing now would change. */
export function useChanges(board: Agenda["board"]) {
  const before = useSnapshot().grid;
  const titles = new Map(before?.sessions.map((session) => [session.id, session.title]));
  const titleOf = (id: string) => board.cards.get(id)?.pitch.title ?? titles.get(id) ?? "";
  return changesBetween(before?.placements ?? [], board.placements, titleOf);
}

/** Beside the title: how far the draft is from what the phones show. */
export function GridRemark() {
  const { board } = useAgenda();
  const changes = useChanges(board);
  if (board.published === 0) return <>{words.state.fresh}</>;
  if (changes.length === 0) return <>{words.state.same(board.published)}</>;
  return <>{words.state.changed(count(changes.length, words.state.changes, "en-GB"), board.published)}</>;
}
