import { PitchList } from "#components/pitch/list.tsx";
import { OpenWalk, type Walk } from "#components/pitch/walk.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading } from "#components/ui/phone.tsx";
import { HandsLeft } from "#components/voting/left.tsx";
import type { Raising } from "#components/voting/raising.ts";
import { type EventView, permits } from "#domain/event.ts";
import type { LineView } from "#domain/pitch/line.ts";
import type { PitchView } from "#domain/pitch.ts";
import { STRANGER } from "#domain/viewer.ts";
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
  line: LineView;
  published: boolean;
  raising: Raising;
  you: You;
  walk: Walk;
  /** Words that the page was asked to find by its address. */
  find: string;
};

export function PitchesTab({ event, pitches, line, published, raising, you, walk, find }: PitchesTabProps) {
  const head = headOf(event, pitches.length > 0, published);
  const open = handsOpen(event);
  // The notice is there before and after, so that the first hand does not move the list under the thumb.
  const countsFollow = open && event.tally === "after_first";
  const stranger = you.me && !you.me.attendee;
  // Until it is known they are nobody's, and stay so where they are a stranger's: then nothing is drawn anew.
  const { hosting, own } = you.me ?? STRANGER;
  if (walk.Shown && pitches.length > 0) {
    const { Shown, close } = walk;
    const closed = event.handsClosed === true && permits(event.phase, "raiseHand");
    return <Shown slug={event.slug} owner={you.me?.owner} onBack={close} {...{ pitches, raising, closed }} />;
  }
  return (
    <>
      <Heading title={head.title}>{head.lede}</Heading>
      {open && raising.dots !== null ? <HandsLeft dots={raising.dots} left={raising.left} /> : null}
      {open ? <p className={styles.unscripted}>{voting.noScript}</p> : null}
      {countsFollow ? <p className={styles.remark}>{voting.afterFirst}</p> : null}
      {countsKept(event) ? <p className={styles.remark}>{voting.afterClosed}</p> : null}
      {pitches.length > 0 ? (
        <PitchList
          slug={event.slug}
          pitches={pitches}
          front={line.front?.id ?? null}
          raising={raising}
          owner={you.me?.owner}
          hosting={hosting}
          find={find}
          own={own}
          standWith={permits(event.phase, "stand") ? you.standWith : null}
          onStood={you.onStood}
          reportAt={permits(event.phase, "report") ? (id) => `/e/${event.slug}/pitch/${id}/report` : null}
        >
          <OpenWalk slug={event.slug} walk={walk} />
        </PitchList>
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
