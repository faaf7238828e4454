/** Calling a camp off or putting it off: who hears of it and what becomes of what, said first; and taking it back. */
import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { Said } from "#components/desk/said.tsx";
import { datesOf } from "#components/event/life.ts";
import { HaltDesk } from "#components/halt/desk.tsx";
import { Link } from "#components/ui/link.tsx";
import { database } from "#db/connection.ts";
import { readHalting } from "#db/halt/reading.ts";
import { HALT_ACTS } from "#domain/halt.ts";
import { dateAt } from "#domain/time/date.ts";
import { localAt } from "#domain/time/local.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";
import { type Heard, heardFrom, type SearchParams } from "../said.ts";
import { callOff, putOff, takePlace } from "./actions.ts";

const words = wordsOf("haltDesk");

type Props = { params: Promise<{ event: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "changeSettings");
  return { title: `${words.title} · ${event.name}` };
}

export default async function HaltPage({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, may } = await mayAt(slug, "changeSettings");
  const heard = heardFrom(await searchParams);
  const now = new Date();
  const { day, time } = localAt(Date.parse(event.startsAt), event.zone);
  return (
    <DeskFrame slug={slug} at="settings" title={words.title}>
      <p>
        <Link href={`/e/${slug}/desk/settings`}>{words.back}</Link>
      </p>
      <Said answered={answerTo(heard)} at={heard?.at ?? ""} />
      <HaltDesk
        camp={event}
        date={datesOf(event)}
        begin={{ day, doors: time, today: dateAt(now.getTime(), event.zone) }}
        concerns={await readHalting(database(), may, now)}
        actions={{
          callOff: callOff.bind(null, slug),
          putOff: putOff.bind(null, slug),
          takePlace: takePlace.bind(null, slug),
        }}
      />
    </DeskFrame>
  );
}

function answerTo(heard: Heard | null) {
  const act = HALT_ACTS.find((one) => one === heard?.code);
  if (!act || !heard) return null;
  const [told = 0, crew = 0, offered = 0] = heard.numbers;
  return { title: words.done[act], next: words.doneTold({ told, crew, offered }) };
}
