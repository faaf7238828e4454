import type { ReactNode } from "react";
import { hourOfSlot } from "#components/grid/hour.ts";
import { GridNow } from "#components/grid/now.tsx";
import { AtTheFront } from "#components/pitch/front.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import type { Hour } from "#components/ui/hour.ts";
import { Heading } from "#components/ui/phone.tsx";
import type { Raising } from "#components/voting/raising.ts";
import { dayAt, isDayDone } from "#domain/day.ts";
import { isHalted, permits } from "#domain/event.ts";
import { goesOnAt } from "#domain/life.ts";
import type { Snapshot } from "#domain/live.ts";
import type { PitchView } from "#domain/pitch.ts";
import { isOnDate } from "#domain/time/date.ts";
import { type Place, timeAway } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import { dateOf, doorTimesOf, timeOf } from "./life.ts";
import { phaseOf } from "./phase.ts";
import { HowItWorks } from "./steps.tsx";

const words = wordsOf("event");

/** Whether the clock and a published grid decide what is on; before and after, the phase does. */
function runsByTheClock(snapshot: Snapshot): boolean {
  return snapshot.grid !== null && permits(snapshot.event.phase, "followGrid");
}

/** The colour of the Now tab; null when nothing is on. */
export function hourNow(snapshot: Snapshot, now: number): Hour | null {
  if (permits(snapshot.event.phase, "hearPitches")) return 1;
  const on = runsByTheClock(snapshot) && snapshot.grid ? dayAt(snapshot.grid, now).on : null;
  return on ? hourOfSlot(on.slot) : null;
}

type NowTabProps = {
  snapshot: Snapshot;
  now: number;
  place: Place;
  raising: Raising;
  hosting: readonly string[];
  /** What the reader may do about who hosts a pitch; null where nothing. */
  beside?: (pitch: PitchView) => ReactNode;
};

export function NowTab({ snapshot, now, place, raising, hosting, beside }: NowTabProps) {
  const { event, grid, pitches } = snapshot;
  // The frame around every tab says it.
  if (isHalted(event.phase)) return <Heading title={phaseOf(event)} />;
  const day = grid && runsByTheClock(snapshot) ? dayAt(grid, now) : null;
  const goesOn = goesOnAt(event, now, grid !== null && day !== null && isDayDone(grid, event, now));
  if (goesOn) {
    const { title, body, today } = words.now.goesOn;
    return (
      <Heading title={title(timeAway(goesOn, now, place))}>
        {isOnDate(goesOn, now, place.zone) ? today : body}
      </Heading>
    );
  }
  if (grid && day) {
    const after = goesOnAt(event, now, true);
    return (
      <GridNow
        {...{ grid, now, place, raising, hosting }}
        slug={event.slug}
        counts={snapshot.heads}
        day={day}
        goesOn={after}
      />
    );
  }
  const when = timeOf(event, now);
  const to = (tab: "grid" | "pitches", label: string) => (
    <ButtonLink kind="quiet" href={`/e/${event.slug}/${tab}`}>
      {label}
    </ButtonLink>
  );
  switch (event.phase) {
    case "pitching":
      return <AtTheFront {...{ pitches, raising, hosting, beside }} line={snapshot.line} />;
    case "doors":
      return <Heading title={words.now.doors.title}>{words.now.doors.body}</Heading>;
    case "grid":
      return <Heading title={words.now.grid.title}>{words.now.grid.body}</Heading>;
    case "sessions":
      return <Heading title={words.now.noGrid.title}>{words.now.noGrid.body}</Heading>;
    case "after":
    case "archived":
      return (
        <>
          <Heading title={words.now.after.title}>
            {grid ? words.now.after.body : pitches.length > 0 ? words.now.after.noGrid : null}
          </Heading>
          {grid
            ? to("grid", words.now.toGrid)
            : pitches.length > 0
              ? to("pitches", words.now.toPitches)
              : null}
        </>
      );
    default:
      return (
        <>
          <Heading
            above={`${(when === "gone" ? words.doorsWere : words.doorsAt)(doorTimesOf(event))} · ${event.place}`}
            title={
              when === "today"
                ? words.now.today
                : words.now[when === "gone" ? "gone" : "before"](dateOf(event, now))
            }
          />
          <HowItWorks first={when !== "gone"} />
        </>
      );
  }
}
