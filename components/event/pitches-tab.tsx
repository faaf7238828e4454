"use client";

import { memo } from "react";
import { PitchesTab } from "./pitches.tsx";
import type { TabProps } from "./tab.ts";

/** The clock and the connection change nothing of it, and it may be long. */
const Pitches = memo(PitchesTab);

export function ShownPitches({ snapshot, raising, you, walk, find }: TabProps) {
  const { event, pitches, line, grid } = snapshot;
  return <Pitches published={grid !== null} {...{ event, pitches, line, raising, you, walk, find }} />;
}
