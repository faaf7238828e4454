"use client";

import { useSnapshot } from "#components/live/provider.tsx";
import type { FormAction } from "./form.tsx";
import { PhaseBox } from "./phase-box.tsx";

/** The phase as it is now, whoever moved it. */
export function LivePhase({ action }: { action: FormAction | null }) {
  const { event, people } = useSnapshot();
  return <PhaseBox event={event} people={people} action={action} />;
}
