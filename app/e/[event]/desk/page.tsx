import type { Metadata } from "next";
import { crewOf } from "#app/viewer.ts";
import { FollowPeople } from "#components/desk/follow-people.tsx";
import { type Answered, Said } from "#components/desk/said.tsx";
import type { Gap } from "#components/desk/tasks.tsx";
import styles from "#components/desk/today.module.css";
import { Today } from "#components/desk/today.tsx";
import { placeOf } from "#components/event/place.ts";
import { offeredAnswer } from "#components/people/offered.ts";
import { FollowRota } from "#components/rota/follow.tsx";
import { ButtonLink, Buttons } from "#components/ui/button.tsx";
import { readChecklist } from "#db/checklist.ts";
import { database } from "#db/connection.ts";
import { readSummary } from "#db/people-list.ts";
import { countMissing } from "#db/registration/pass-on.ts";
import { isOfferHour } from "#db/registration/waiting.ts";
import { listDraws } from "#db/release/draw.ts";
import { listRota } from "#db/rota.ts";
import { nextOf } from "#domain/checklist.ts";
import { type EventView, type Phase, permits } from "#domain/event.ts";
import { gapsSoon, type RotaTask, shortBy } from "#domain/rota.ts";
import { daysBetween, localAt } from "#domain/time/local.ts";
import { mayOf } from "#domain/viewer.ts";
import { timeAway } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import { tick } from "./checklist/actions.ts";
import { answeredOf as answeredOfChecklist } from "./checklist/answered.ts";

import { ProgramsOff } from "./feeds/off.tsx";
import { DeskFrame } from "./frame.tsx";
import { nextStepOf } from "./next-step.ts";
import { offer } from "./people/actions.ts";
import { type Heard, heardFrom, type SearchParams } from "./said.ts";

const desk = wordsOf("desk");
const heads = wordsOf("heads");
const rehearsal = wordsOf("rehearsal");
const repair = wordsOf("repair");
const words = wordsOf("event");

/** From so many days before the camp Today has the way to rehearse it; before that the checklist has. */
const REHEARSED_DAYS = 7;

type Props = { params: Promise<{ event: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await crewOf((await params).event);
  return { title: `${desk.today.title} · ${event.name}` };
}

export default async function TodayPage({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, crew } = await crewOf(slug);
  const heard = heardFrom(await searchParams);
  const now = new Date();
  const today = localAt(now.getTime(), event.zone).day;
  const nearest = event.days.find(({ date }) => date >= today) ?? event.days.at(-1);
  const sees = mayOf(crew, "seePeople");
  const offers = mayOf(crew, "movePeople") !== null && permits(event.phase, "offer");
  const follows = permits(event.phase, "followGrid");
  const repairs = follows && mayOf(crew, "arrange", "publish") !== null;
  const counts = follows && mayOf(crew, "runPitches") !== null;
  const lets = permits(event.phase, "attend") && mayOf(crew, "checkIn") !== null;
  const passes = mayOf(crew, "checkIn", "movePeople");
  const takes = mayOf(crew, "takeTasks");
  const reads = takes ?? mayOf(crew, "seeCrew");
  const daysAway = daysBetween(today, nearest?.date ?? event.day);
  const rehearses =
    permits(event.phase, "rehearse") && daysAway <= REHEARSED_DAYS && mayOf(crew, "changeSettings");
  const gaps = reads ? gapsSoon(await listRota(database(), reads), now.getTime()) : [];
  return (
    <DeskFrame slug={slug} at="today" title={desk.today.title}>
      <div className={styles.said}>
        <Said answered={heard && answeredOf(heard, event.phase)} at={heard?.at ?? ""} />
        <ProgramsOff slug={slug} may={mayOf(crew, "changeSettings")} />
      </div>
      {lets || repairs || counts || takes || rehearses ? (
        <Buttons>
          {lets ? <ButtonLink href={`/e/${slug}/door`}>{desk.today.door}</ButtonLink> : null}
          {takes ? (
            <ButtonLink kind="quiet" href={`/e/${slug}/rota`}>
              {desk.today.rota.link}
            </ButtonLink>
          ) : null}
          {repairs ? (
            <ButtonLink kind="quiet" href={`/e/${slug}/desk/repair`}>
              {repair.button}
            </ButtonLink>
          ) : null}
          {counts ? (
            <ButtonLink kind="quiet" href={`/e/${slug}/heads`}>
              {heads.title}
            </ButtonLink>
          ) : null}
          {rehearses ? (
            <ButtonLink kind="quiet" href={`/e/${slug}/desk/rehearsal`}>
              {rehearsal.link}
            </ButtonLink>
          ) : null}
        </Buttons>
      ) : null}
      <Today
        daysAway={daysAway}
        step={await nextStepOf(event, crew)}
        served={now.toISOString()}
        awake={await isOfferHour(database(), event, now)}
        bounced={sees ? (await readSummary(database(), sees)).groups.bounced : 0}
        offer={offers ? offer.bind(null, slug) : null}
        decides={mayOf(crew, "runPitches") !== null}
        sets={mayOf(crew, "changeSettings") !== null}
        draws={await listDraws(database(), event.id)}
        hires={mayOf(crew, "manageCrew") !== null}
        checklist={mayOf(crew, "changeSettings") && (await nextOnChecklist(event, now))}
        missing={passes ? await countMissing(database(), passes, event, now) : 0}
        gaps={gaps.map((task) => gapOf(task, event, now.getTime()))}
        rota={`/e/${slug}${mayOf(crew, "seeCrew") ? "/desk" : ""}/rota`}
      />
      <FollowPeople />
      <FollowRota />
    </DeskFrame>
  );
}

async function nextOnChecklist(event: EventView, now: Date) {
  const items = await readChecklist(database(), event, now);
  const allDone = items.every(({ stage }) => stage === "done");
  return { next: nextOf(items), allDone, tick: tick.bind(null, event.slug) };
}

const gapOf = (task: RotaTask, event: EventView, now: number): Gap => ({
  ...{ id: task.id, task: task.task, short: shortBy(task) },
  when: timeAway(task.from, now, placeOf(event)),
});

/** @param phase where the camp is now, whoever moved it since */
function answeredOf({ code, numbers }: Heard, phase: Phase): Answered | null {
  if (code === "places-offered") return offeredAnswer(numbers);
  if (code !== "moved") return answeredOfChecklist(code);
  const [offered = 0, ended = 0] = numbers;
  return { title: desk.phase.moved(words.phases[phase]), next: desk.phase.movedOffers(offered, ended) };
}
