import { PitchList } from "#components/pitch/list.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading } from "#components/ui/phone.tsx";
import { HandsLeft } from "#components/voting/left.tsx";
import type { Raising } from "#components/voting/raising.ts";
import { type EventView, permits } from "#domain/event.ts";
import type { PitchView } from "#domain/pitch.ts";
import { countsKept, handsOpen } from "#domain/voting.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./event.module.css";
import type { You } from "./you.ts";

const words = wordsOf("pitch");
const voting = wordsOf("voting");

/** The heading for each phase, with pitches and without. */
function headOf(event: EventView, some: boolean, published: boolean): { title: string; lede: string } {
  const { list } = words;
  const { phase } = event;
  if (some && event.handsClosed && permits(phase, "raiseHand")) return list.handsClosed;
  if (permits(phase, "raiseHand")) return some ? list : list.none;
  if (permits(phase, "pitch")) return some ? list.soFar : list.none;
  if (permits(phase, "lookAhead")) return some ? list.soFar : list.before;
  if (!some) return list.nothing;
  if (permits(phase, "sit")) return published ? list.closed : list.noGrid;
  return published ? list.past : list.pastNoGrid;
}

type PitchesTabProps = {
  event: EventView;
  pitches: readonly PitchView[];
  published: boolean;
  raising: Raising;
  you: You;
};

export function PitchesTab({ event, pitches, published, raising, you }: PitchesTabProps) {
  const head = headOf(event, pitches.length > 0, published);
  const open = handsOpen(event);
  // The notice is there before and after, so that the first hand does not move the list under the thumb.
  const countsFollow = open && event.tally === "after_first";
  const stranger = you.me && !you.me.attendee;
  return (
    <>
      <Heading title={head.title}>{head.lede}</Heading>
      {open && raising.dots !== null ? <HandsLeft dots={raising.dots} left={raising.left} /> : null}
      {countsFollow ? <p className={styles.remark}>{voting.afterFirst}</p> : null}
      {countsKept(event) ? <p className={styles.remark}>{voting.afterClosed}</p> : null}
      {pitches.length > 0 ? (
        <PitchList
          pitches={pitches}
          raising={raising}
          hosting={you.me?.hosting ?? []}
          own={you.me?.own ?? []}
          standWith={permits(event.phase, "stand") ? you.standWith : null}
          onStood={you.onStood}
          reportAt={permits(event.phase, "report") ? (id) => `/e/${event.slug}/pitch/${id}/report` : null}
        />
      ) : permits(event.phase, "pitch") ? (
        <Empty title={words.list.empty.title}>{words.list.empty.body}</Empty>
      ) : null}
      {/* Below the list: that they are a stranger is known late, and must not move it. */}
      {open && stranger ? (
        <div className={styles.behind}>
          <Banner
            title={voting.stranger.title}
            action={<ButtonLink href={`/e/${event.slug}/badge`}>{voting.stranger.badge}</ButtonLink>}
          >
            {voting.stranger.body}
          </Banner>
        </div>
      ) : null}
    </>
  );
}
