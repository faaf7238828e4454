import { HOSTS_MAX, type PitchView } from "#domain/pitch.ts";
import { wordsOf } from "#messages/words.ts";
import { type Act, ActForm } from "./act.tsx";

const words = wordsOf("pitch");

/** Whether a pitch asks for company that the reader could be. */
export function wantsCompany(pitch: PitchView, hosting: readonly string[]): boolean {
  return pitch.voice === "with_me" && pitch.hosts.length < HOSTS_MAX && !hosting.includes(pitch.id);
}

/** "Stand with me", answered. A plain form, so that it works before anything else does. */
export function StandWith({ pitchId, action }: { pitchId: string; action: Act }) {
  return (
    <ActForm act={action} name="stand" pitchId={pitchId} pendingWords={words.list.standing}>
      {words.list.standWith}
    </ActForm>
  );
}
