import { HOSTS_MAX, type PitchView } from "#domain/pitch.ts";
import { wordsOf } from "#messages/words.ts";
import { type Act, ActForm } from "./act.tsx";

const words = wordsOf("pitch");

/** Whether the pitch asks for a co-host and the reader could be one. */
export function wantsCompany(pitch: PitchView, hosting: readonly string[]): boolean {
  return pitch.voice === "with_me" && pitch.hosts.length < HOSTS_MAX && !hosting.includes(pitch.id);
}

/** A plain form, so that it works without JavaScript. */
export function StandWith({ pitchId, action }: { pitchId: string; action: Act }) {
  return (
    <ActForm act={action} name="stand" pitchId={pitchId} pendingWords={words.list.standing}>
      {words.list.standWith}
    </ActForm>
  );
}
