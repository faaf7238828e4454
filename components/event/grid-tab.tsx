"use client";

import { GridList } from "#components/grid/list.tsx";
import { NoGrid } from "#components/grid/none.tsx";
import type { TabProps } from "./tab.ts";

export function ShownGrid({ snapshot: { event, grid, heads }, now, place, raising, hosting }: TabProps) {
  if (!grid) return <NoGrid phase={event.phase} />;
  return <GridList camp={event} {...{ grid, now, place, raising, hosting }} counts={heads} />;
}
