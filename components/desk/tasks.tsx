"use client";

import { useNow } from "#components/event/clock.ts";
import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { useSnapshot } from "#components/live/provider.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Stack } from "#components/ui/card.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { Words } from "#components/ui/words.tsx";
import type { Lack } from "#domain/camp-page.ts";
import { whyIdle } from "#domain/registration/places.ts";
import type { DrawView } from "#domain/release.ts";
import { number } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { PagesTask } from "./pages-task.tsx";
import { ProgrammeTasks, programmeNeeds } from "./programme-tasks.tsx";
import { Task } from "./task.tsx";
import styles from "./today.module.css";

const { idle, today: said } = wordsOf("desk");

const MINUTE = 60_000;
const n = (count: number) => number(count, readerLocale());

type TasksProps = {
  /** The address of the desk. */
  at: string;
  /** When the server rendered the page, ISO 8601. */
  served: string;
  /** Whether this is an hour at which places are offered. */
  awake: boolean;
  /** How many of those in the camp or its line are not reached by mail. */
  bounced: number;
  /** Offers what is free to the next in line; null for whoever may not. */
  offer: FormAction | null;
  /** Whether the reader may change the settings, and decide about reported pitches. */
  sets: boolean;
  decides: boolean;
  /** Tasks on the rota that are short, on now or soon, in the order of their times; none for whoever has no rota. */
  gaps: readonly Gap[];
  /** How many places may be passed on now, because nobody came for them; 0 for whoever may not. */
  missing: number;
  /** Where this reader's rota is. */
  rota: string;
  /** A draw that waits for its number. */
  draw: DrawView | null;
  /** Pages that people must be able to read and cannot, where they can see the camp. */
  lacks: readonly Lack[];
  /** Whether the camp is so near that who cannot be reached is worth a call. */
  near: boolean;
};

/** How many a task is short of, and when it begins, in words. */
export type Gap = { id: string; task: string; short: number; when: string };

/** So many are named; the rest are counted. */
const NAMED = 3;

/** What needs a person now: places that stand free first. Nothing where nothing does. */
export function Tasks({
  at,
  served,
  awake,
  bounced,
  offer,
  sets,
  decides,
  gaps,
  missing,
  rota,
  draw,
  lacks,
  near,
}: TasksProps) {
  const camp = useSnapshot();
  const { people, draft } = camp;
  const now = useNow(served, MINUTE);
  const why = people && whyIdle(people, awake, now);
  const reported = (decides && draft?.reported) || 0;
  const lines = (decides && draft?.lines) || 0;
  const programme = programmeNeeds(camp);
  const unproven = near && people ? people.unproven : 0;
  const counted =
    bounced +
    reported +
    lines +
    programme.moves +
    programme.asking +
    unproven +
    missing +
    gaps.length +
    lacks.length;
  const needed = why || draw || counted > 0 || programme.silent || programme.gridless;
  const minutes = Math.max(0, Math.floor((now - Date.parse(people?.idleSince ?? served)) / MINUTE));
  return (
    <>
      {/* Without its minutes, which would be said again with each of them. */}
      <p aria-live="polite" className="visually-hidden">
        {why ? idle.heard[why] : ""}
      </p>
      {needed ? (
        <section className={styles.tasks}>
          <h2>{said.needs}</h2>
          <Stack as="ul">
            {people && why ? (
              <Task
                tone={why === "off" ? "wait" : "bad"}
                value={n(people.toOffer)}
                title={idle.title(people.toOffer, minutes)}
                why={idle.why[why]}
              >
                {offer ? (
                  <Form action={offer}>
                    {() => (
                      <>
                        <input type="hidden" name="from" value="today" />
                        <Submit pendingWords={idle.offering}>{idle.offer(people.toOffer)}</Submit>
                      </>
                    )}
                  </Form>
                ) : null}
                {sets && why === "off" ? (
                  <ButtonLink kind="quiet" href={`${at}/settings/places`}>
                    {idle.settings}
                  </ButtonLink>
                ) : null}
              </Task>
            ) : null}
            {lacks.length > 0 ? <PagesTask at={at} lacks={lacks} /> : null}
            {draw ? (
              <Task
                tone="wait"
                value={n(draw.entries)}
                title={said.draw.waits(draw.entries)}
                why={said.draw.why}
              >
                <ButtonLink href={`${at}/people`}>{said.draw.type}</ButtonLink>
              </Task>
            ) : null}
            <ProgrammeTasks at={at} {...programme} />
            {missing > 0 ? (
              <Task tone="wait" value={n(missing)} title={said.missing(missing)} why={said.missingWhy}>
                <ButtonLink href={`${at}/door/pass-on`}>{said.toPassOn}</ButtonLink>
              </Task>
            ) : null}
            {gaps.length > 0 ? <ShortTask gaps={gaps} rota={rota} /> : null}
            {reported > 0 ? (
              <Task value={n(reported)} title={said.reported(reported)} why={said.reportedWhy}>
                <ButtonLink href={`${at}/pitches/reported`}>{said.decide}</ButtonLink>
              </Task>
            ) : null}
            {lines > 0 ? (
              <Task value={n(lines)} title={said.lines(lines)} why={said.linesWhy}>
                <ButtonLink kind="quiet" href={`${at}/pitches/reported#notes`}>
                  {said.decide}
                </ButtonLink>
              </Task>
            ) : null}
            {bounced > 0 ? (
              <Task value={n(bounced)} title={said.bounced(bounced)} why={said.bouncedWhy}>
                <ButtonLink kind="quiet" href={`${at}/people?show=bounced`}>
                  {said.seeThem}
                </ButtonLink>
              </Task>
            ) : null}
            {unproven > 0 ? (
              <Task value={n(unproven)} title={said.unproven(unproven)} why={said.unprovenWhy}>
                <ButtonLink kind="quiet" href={`${at}/people?show=all&only=unproven`}>
                  {said.seeThem}
                </ButtonLink>
              </Task>
            ) : null}
          </Stack>
        </section>
      ) : null}
    </>
  );
}

function ShortTask({ gaps, rota }: Pick<TasksProps, "gaps" | "rota">) {
  const missing = gaps.reduce((all, { short }) => all + short, 0);
  const named = gaps.slice(0, NAMED).map(({ task, short, when }) => said.rota.gap(task, short, when));
  const rest = gaps.length - named.length;
  return (
    <Task
      tone="wait"
      value={n(missing)}
      title={said.rota.title(missing)}
      why={<Words>{[...named, ...(rest > 0 ? [said.rota.more(rest)] : [])].join(" ")}</Words>}
    >
      <ButtonLink kind="quiet" href={rota}>
        {said.rota.see}
      </ButtonLink>
    </Task>
  );
}
