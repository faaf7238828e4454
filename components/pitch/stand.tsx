import { Submit } from "#components/ui/submit.tsx";
import { HOSTS_MAX, type PitchView } from "#domain/pitch.ts";
import { pitch as words } from "#messages/en/pitch.ts";

/** Whether a pitch asks for company that the reader could be. */
export function wantsCompany(pitch: PitchView, hosting: readonly string[]): boolean {
  return pitch.voice === "with_me" && pitch.hosts.length < HOSTS_MAX && !hosting.includes(pitch.id);
}

/** "Stand with me", answered. A plain form, so that it works before anything else does. */
export function StandWith({
  pitchId,
  action,
}: {
  pitchId: string;
  action: (form: FormData) => Promise<void>;
}) {
  return (
    <form action={action}>
      <input type="hidden" name="pitch" value={pitchId} />
      <Submit kind="quiet" pendingWords={words.list.standing}>
        {words.list.standWith}
      </Submit>
    </form>
  );
}
