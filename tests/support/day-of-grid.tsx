/** A published day as pages draw it, for tests of what they say at a moment. */
import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime";
import type { ReactElement, ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { StarringContext } from "#components/star/use-mine.ts";
import type { Raising } from "#components/voting/raising.ts";
import type { GridView, Placement } from "#domain/grid.ts";
import type { RoomView } from "#domain/room.ts";
import type { SlotView } from "#domain/slot.ts";
import { readable } from "#tests/support/english.ts";
import { pitch } from "#tests/support/snapshot.ts";

export const ROOMS: RoomView[] = ["Hall", "Den"].map((name, n) => {
  return { id: name, letter: "AB"[n]!, name, capacity: 40, features: n === 0 ? ["step_free", "loop"] : [] };
});

/** @param times two ISO 8601 instants */
export const slotOf = (id: string, times: readonly [string, string], title?: string): SlotView => {
  const [startsAt, endsAt] = times;
  const kind = title === undefined ? "session" : "break";
  return { id, kind, title: title ?? "", startsAt, endsAt, hour: 1, number: kind === "session" ? 1 : 0 };
};

/** @param cells "pitch slot room" each */
export function dayGrid(
  slots: readonly SlotView[],
  cells: readonly string[],
  more: Partial<GridView> = {},
): GridView {
  const placements = cells.map((cell): Placement => {
    const [pitchId = "", slotId = "", roomId = ""] = cell.split(" ");
    return { pitchId, slotId, roomId, copy: 0, length: 1, pinned: false };
  });
  const sessions = [...new Set(placements.map(({ pitchId }) => pitchId))].map((id) => pitch(id));
  const publishedAt = slots[0]?.startsAt ?? "2026-07-14T08:00:00Z";
  return { number: 1, publishedAt, rooms: ROOMS, slots, sessions, placements, changes: [], ...more };
}

/** @param up the pitches for which the reader's hand is up */
export const raisingOf = (...up: string[]): Raising => ({
  ...{
    up: (id) => up.includes(id),
    state: () => "saved",
    count: () => 12,
    dots: null,
    left: null,
    raise: null,
  },
});

/** What is drawn for somebody who goes to these runs. @param runs by their keys */
export const Going = ({ runs, children }: { runs: readonly string[]; children: ReactNode }) => {
  const mine = new Set(runs);
  const starring = { starred: mine, mine, whose: { hosting: [], hands: [] }, state: () => "saved" as const };
  return <StarringContext value={{ ...starring, star: null }}>{children}</StarringContext>;
};

export const drawn = (element: ReactElement): string =>
  renderToStaticMarkup(
    <AppRouterContext.Provider value={{} as AppRouterInstance}>{element}</AppRouterContext.Provider>,
  );

/** What is read of it, with single spaces. */
export const said = (element: ReactElement): string =>
  readable(drawn(element)).replace(/\s+/g, " ").replaceAll("&#x27;", "’").trim();
