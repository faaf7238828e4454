"use client";

import type { FormAction } from "#components/form/answer.ts";
import { useSnapshot } from "#components/live/provider.tsx";
import type { Lack } from "#domain/camp-page.ts";
import { type DaysAway, PhaseBox } from "./phase-box.tsx";

type LivePhaseProps = { action: FormAction | null; daysAway: DaysAway; lacks: readonly Lack[] };

export function LivePhase({ action, daysAway, lacks }: LivePhaseProps) {
  const { event, people } = useSnapshot();
  return <PhaseBox event={event} people={people} action={action} daysAway={daysAway} lacks={lacks} />;
}
