import { PitchList } from "#components/pitch/list.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading } from "#components/ui/phone.tsx";
import type { Raising } from "#components/voting/raising.ts";
import { type EventView, type Phase, permits } from "#domain/event.ts";
import type { PitchView } from "#domain/pitch.ts";
import { pitch as words } from "#messages/en/pitch.ts";
import { voting } from "#messages/en/voting.ts";
import styles from "./event.module.css";
import type { You } from "./you.ts";

/** What the page is about in this phase: pitching to come, hands open, or the list of what was. */
function headOf(phase: Phase, some: boolean): { title: string; lede: string } {
  if (permits(phase, "raiseHand")) return words.list;
  if (permits(phase, "pitch") && some) return words.list.soFar;
  const toCome = permits(phase, "pitch") || ["draft", "tickets", "closed"].includes(phase);
  return toCome ? words.list.before : words.list.closed;
}

type PitchesTabProps = { event: EventView; pitches: readonly PitchView[]; raising: Raising; you: You };

/** The Pitches tab: every pitch with its hand. */
export function PitchesTab({ event, pitches, raising, you }: PitchesTabProps) {
  const head = headOf(event.phase, pitches.length > 0);
  const open = permits(event.phase, "raiseHand");
  // Said before and after, so that the first hand does not pull the list up under the thumb.
  const countsFollow = open && you.attendee && event.tally === "after_first";
  return (
    <>
      <Heading title={head.title}>{head.lede}</Heading>
      {open && !you.attendee ? (
        <div className={styles.before}>
          <Banner title={voting.stranger.title}>{voting.stranger.body}</Banner>
        </div>
      ) : null}
      {countsFollow ? <p className={styles.remark}>{voting.afterFirst}</p> : null}
      {pitches.length > 0 ? (
        <PitchList
          pitches={pitches}
          raising={raising}
          hosting={you.hosting}
          standWith={permits(event.phase, "stand") ? you.standWith : null}
        />
      ) : permits(event.phase, "pitch") ? (
        <Empty title={words.list.empty.title}>{words.list.empty.body}</Empty>
      ) : null}
    </>
  );
}
