/** What a press at the desk did with a pitch whose row went with it, and the way back. */
import { Said } from "#components/desk/said.tsx";
import type { Act } from "#components/pitch/act.tsx";
import { RestorePitch } from "#components/pitch/withdrawn.tsx";
import { worded } from "#components/ui/words.tsx";
import { database } from "#db/connection.ts";
import { readPitch } from "#db/pitch.ts";
import { isId } from "#domain/id.ts";
import type { HostedPitch } from "#domain/pitch.ts";
import { wordsOf } from "#messages/words.ts";
import type { SearchParams } from "../said.ts";

const pitchDesk = wordsOf("pitchDesk");

/** The pitch that was just withdrawn or restored, as it is now; null where it is neither any more. */
export async function findDone(
  eventId: string,
  code: string,
  id: SearchParams[string],
  withdrawn: readonly HostedPitch[],
) {
  if (typeof id !== "string" || !isId(id)) return null;
  const gone = withdrawn.find((pitch) => pitch.id === id);
  if (code === "withdraw") return gone ? { ...gone, back: false } : null;
  const here = code === "restore" ? await readPitch(database(), eventId, id) : null;
  return here && { ...here, back: true };
}

type DoneProps = {
  /** What was withdrawn, or is back; null where nothing was done. */
  done: (Pick<HostedPitch, "id" | "title"> & { back: boolean }) | null;
  at: string;
  /** Null where it cannot be restored. */
  act: Act | null;
};

/** What withdrawing or restoring one did, with the way back beside it. */
export function WithdrawnOrBack({ done, at, act }: DoneProps) {
  if (!done) return null;
  const { title, next } = done.back ? pitchDesk.restored : pitchDesk.withdrawn;
  const restore = act && !done.back ? <RestorePitch pitch={done} act={act} /> : null;
  return <Said answered={{ title: worded(title(done.title)), next, action: restore }} at={at} />;
}
