"use client";

import type { FormAction } from "#components/form/answer.ts";
import { useSnapshot } from "#components/live/provider.tsx";
import { type DaysAway, PhaseBox } from "./phase-box.tsx";

export function LivePhase({ action, daysAway }: { action: FormAction | null; daysAway: DaysAway }) {
  const { event, people } = useSnapshot();
  return <PhaseBox event={event} people={people} action={action} daysAway={daysAway} />;
}
