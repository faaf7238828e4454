"use client";

import type { FormAction } from "#components/form/answer.ts";
import { useSnapshot } from "#components/live/provider.tsx";
import { PhaseBox } from "./phase-box.tsx";

export function LivePhase({ action }: { action: FormAction | null }) {
  const { event, people } = useSnapshot();
  return <PhaseBox event={event} people={people} action={action} />;
}
