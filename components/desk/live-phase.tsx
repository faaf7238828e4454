"use client";

import { useSnapshot } from "#components/live/provider.tsx";
import { PhaseBox, type StepOn } from "./phase-box.tsx";

export function LivePhase(seen: StepOn & { hasNext: boolean }) {
  const { event, people } = useSnapshot();
  return <PhaseBox event={event} people={people} {...seen} />;
}
