/** What saving releases does, as it is said before. */
import type { Consequence } from "#domain/consequence.ts";
import { type Phase, permits } from "#domain/event.ts";
import type { Intake } from "#domain/release.ts";
import { localAt } from "#domain/time/local.ts";

/** What new releases do to a registration that is open already. */
export function waitsForRelease(
  { phase, zone }: { phase: Phase; zone: string },
  before: Intake,
  after: Intake,
): Consequence[] {
  if (!permits(phase, "register") || before.kind === "soon" || after.kind !== "soon") return [];
  return [{ kind: "waits_for_release", opens: localAt(after.release.opensAt, zone) }];
}

/** What releases do whose time has passed. In a draft they can still be changed. */
export function opensNow(phase: Phase, releases: number): Consequence[] {
  return releases > 0 && permits(phase, "visit") ? [{ kind: "opens_now", releases }] : [];
}
