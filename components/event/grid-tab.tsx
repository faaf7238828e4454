"use client";

import { GridList } from "#components/grid/list.tsx";
import { NoGrid } from "#components/grid/none.tsx";
import type { TabProps } from "./tab.ts";

export function ShownGrid({ snapshot: { event, grid }, ...seen }: TabProps) {
  return grid ? <GridList camp={event} grid={grid} {...seen} /> : <NoGrid phase={event.phase} />;
}
