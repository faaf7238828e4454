"use client";

import { useSnapshot } from "#components/live/provider.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { permits } from "#domain/event.ts";
import { changesBetween, movedCell } from "#domain/grid.ts";
import type { Snapshot } from "#domain/live.ts";
import { number } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { Task } from "./task.tsx";

const { today: said } = wordsOf("desk");

const n = (count: number) => number(count, readerLocale());

/** How many sessions stand elsewhere in the draft than on the grid that is out. */
function unpublished({ grid, draft, placements }: Snapshot): number {
  if (!draft || !placements) return 0;
  return changesBetween(grid, { ...draft, placements }, () => "").filter(movedCell).length;
}

/**
 * How many sessions are to be published and requests to be answered; whether sessions have begun and no grid is out, with
 * nothing to publish either; and whether nobody stands in the line to pitch.
 */
export type ProgrammeNeeds = { moves: number; asking: number; gridless: boolean; silent: boolean };

/** How much of the programme needs a person now; nothing for whoever may not see its draft. */
export function programmeNeeds(camp: Snapshot): ProgrammeNeeds {
  const { event, draft, line, pitches } = camp;
  const publishes = permits(event.phase, "publish");
  const moves = publishes && (permits(event.phase, "followGrid") || draft?.published) ? unpublished(camp) : 0;
  const silent = permits(event.phase, "hearPitches") && line.waiting.length === 0 && line.front === null;
  return {
    moves,
    asking: (draft && publishes && draft.asking) || 0,
    gridless: draft?.published === 0 && moves === 0 && permits(event.phase, "sit"),
    silent: draft !== null && silent && pitches.length > 0,
  };
}

/** What of the pitches and the grid needs a person now, as items of the list of tasks. @param at the desk's address */
export function ProgrammeTasks({ at, moves, asking, gridless, silent }: ProgrammeNeeds & { at: string }) {
  const version = useSnapshot().draft?.published ?? 0;
  return (
    <>
      {moves > 0 ? (
        <Task
          tone={version === 0 ? "bad" : "wait"}
          value={n(moves)}
          title={version === 0 ? said.movesUnseen(moves) : said.moves(moves)}
          why={version === 0 ? said.movesFirst : said.movesWhy(version)}
        >
          <ButtonLink href={`${at}/grid`}>{said.toGrid}</ButtonLink>
        </Task>
      ) : null}
      {gridless ? (
        <Task tone="bad" value={n(0)} title={said.gridless} why={said.movesFirst}>
          <ButtonLink href={`${at}/grid`}>{said.toGrid}</ButtonLink>
        </Task>
      ) : null}
      {asking > 0 ? (
        <Task value={n(asking)} title={said.asking(asking)} why={said.askingWhy}>
          <ButtonLink kind="quiet" href={`${at}/grid`}>
            {said.toGrid}
          </ButtonLink>
        </Task>
      ) : null}
      {silent ? (
        <Task value={n(0)} title={said.silent} why={said.silentWhy}>
          <ButtonLink kind="quiet" href={`${at}/pitches`}>
            {said.toPitches}
          </ButtonLink>
        </Task>
      ) : null}
    </>
  );
}
