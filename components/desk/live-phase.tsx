"use client";

import type { FormAction } from "#components/form/answer.ts";
import { useSnapshot } from "#components/live/provider.tsx";
import { type DaysAway, PhaseBox } from "./phase-box.tsx";

type LivePhaseProps = { action: FormAction | null; daysAway: DaysAway; hasNext: boolean };

export function LivePhase(seen: LivePhaseProps) {
  const { event, people } = useSnapshot();
  return <PhaseBox event={event} people={people} {...seen} />;
}
