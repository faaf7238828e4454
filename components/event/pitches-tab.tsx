"use client";

import { PitchesTab } from "./pitches.tsx";
import type { TabProps } from "./tab.ts";

export function ShownPitches({ snapshot, ...seen }: TabProps) {
  const { event, pitches, line, grid } = snapshot;
  return <PitchesTab published={grid !== null} {...{ event, pitches, line }} {...seen} />;
}
