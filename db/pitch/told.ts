/** What every command about a pitch does last: it logs what was done, and tells every screen that shows it. */
import { type Entry, record } from "#db/audit.ts";
import { bump, bumpProblem } from "#db/live.ts";
import type { Transaction } from "#db/transaction.ts";
import type { PitchAct } from "#domain/history.ts";
import type { VersionedPart } from "#domain/live.ts";
import type { Attendee, May } from "#domain/viewer.ts";

/** A camper owns what they host; the crew owns every pitch of its camp. */
export function isCamper(who: Attendee | May<"runPitches">): who is Attendee {
  return "registrationId" in who;
}

/** A draft shows who hosts. A title that its host closes is hidden at once on the published grid, which else stays. */
const CHANGES: Record<PitchAct, readonly VersionedPart[]> = {
  bring_pitch: ["pitches", "draft"],
  bring_pitch_for: ["pitches", "draft"],
  change_pitch: ["pitches", "draft", "grid"],
  withdraw_pitch: ["pitches", "draft"],
  restore_pitch: ["pitches", "draft"],
  stand_with: ["pitches", "draft"],
  step_back: ["pitches", "draft"],
  host_pitch: ["pitches", "draft"],
  accept_host: ["pitches", "draft"],
  set_hosts: ["pitches", "draft"],
  take_over_pitch: ["pitches", "draft"],
  // Nobody else sees any of it.
  ask_host: [],
  take_back_host_ask: [],
  decline_host: [],
  // Where one of them is not listed, its title is hidden on the published grid too.
  merge_pitch: ["pitches", "draft", "grid"],
  part_pitch: ["pitches", "draft", "grid"],
  // Those asked hear of it: nobody else sees any of it.
  ask_together: [],
  decline_together: [],
  take_back_together: [],
  // It is gone from the published grid too, and back with it.
  hide_pitch: ["pitches", "draft", "grid"],
  show_pitch: ["pitches", "draft", "grid"],
};

/** Logs and bumps, last in every command. A change of the draft is also a change of the planner's problem. */
export async function told(
  tx: Transaction,
  who: Attendee | May<"runPitches">,
  act: PitchAct,
  pitchId: string,
  now: Date,
  more: Pick<Entry, "reason" | "detail"> = {},
): Promise<void> {
  const [actor, actorId] = isCamper(who)
    ? (["camper", who.registrationId] as const)
    : (["crew", who.personId] as const);
  await record(tx, { eventId: who.eventId, at: now, actor, actorId, act, subjectId: pitchId, ...more });
  if (CHANGES[act].length === 0) return;
  await (CHANGES[act].includes("draft") ? bumpProblem : bump)(tx, who.eventId, CHANGES[act]);
}
