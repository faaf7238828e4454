/** How it goes at the door, and the phones that are there. */
import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { DeskDoor } from "#components/door/desk.tsx";
import { DoorPhones } from "#components/door/phones.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { database } from "#db/connection.ts";
import { listMissing, readDoorFigures } from "#db/door/figures.ts";
import { listDoorPhones } from "#db/door/phone.ts";
import { readForecast } from "#db/forecast.ts";
import { readAwaiting } from "#db/registration/pass-on.ts";
import { shareIn } from "#domain/door/pace.ts";
import { type EventView, permits, wentBy } from "#domain/event.ts";
import type { Turnout } from "#domain/forecast.ts";
import { dayUnderWay } from "#domain/life.ts";
import { mayPassOn } from "#domain/registration/pass-on.ts";
import { type May, mayOf } from "#domain/viewer.ts";
import { time } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { asksCutOff } from "../../cut-off.ts";
import { DeskFrame } from "../frame.tsx";
import { cutOff } from "./actions.ts";

const words = wordsOf("door");
const badges = wordsOf("badges");
const passOn = wordsOf("passOn");

/** So many names are shown; the list on paper has all of them. */
const NAMES = 100;

type Props = { params: Promise<{ event: string }>; searchParams: Promise<{ did?: string | string[] }> };

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "checkIn");
  return { title: `${words.title} · ${event.name}` };
}

export default async function DoorPage({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, crew, may } = await mayAt(slug, "checkIn");
  const { did } = await searchParams;
  const day = dayUnderWay(event.days);
  const open = permits(event.phase, "checkIn") && day;
  const figures = open ? await readDoorFigures(database(), may, day.id, new Date()) : null;
  const named = open && !(await asksCutOff(event.id));
  const missing = named ? await listMissing(database(), may, day.id, NAMES) : [];
  const { forecast, past } = await readForecast(database(), event);
  const before = day ? lastTime(past, (Date.now() - Date.parse(day.startsAt)) / 60_000) : null;
  const mover = mayOf(crew, "checkIn", "movePeople");
  const over = wentBy(event.phase);
  const passing = open && mover && !over ? <Passing slug={slug} event={event} may={mover} /> : null;
  const managed = mayOf(crew, "checkIn", "manageCrew");
  return (
    <DeskFrame
      slug={slug}
      at="door"
      title={words.title}
      actions={
        <>
          <ButtonLink href={`/e/${slug}/door`}>{words.link}</ButtonLink>
          <ButtonLink kind="quiet" href={`/e/${slug}/door/list`}>
            {words.list}
          </ButtonLink>
          <ButtonLink kind="quiet" href={`/e/${slug}/desk/badges`}>
            {badges.link}
          </ButtonLink>
          <ButtonLink kind="quiet" href={`/e/${slug}/door/inside`}>
            {words.inside.title}
          </ButtonLink>
          <ButtonLink kind="quiet" href={`/e/${slug}/door/standby`}>
            {words.standby}
          </ButtonLink>
        </>
      }
    >
      {did === "on" || did === "off" ? (
        <Banner tone="good" role="status" title={words.atDesk.did[did]} />
      ) : null}
      {figures ? (
        <>
          <DeskDoor figures={figures} forecast={forecast.middle} {...{ missing, before, over }} />
          {passing}
        </>
      ) : (
        <p>{words.atDesk.notYet}</p>
      )}
      <DoorPhones
        phones={await listDoorPhones(database(), may)}
        here={{ locale: readerLocale(), zone: event.zone }}
        action={managed && cutOff.bind(null, slug)}
      />
    </DeskFrame>
  );
}

/** How many of the last camp were in by then. @param minutes after the doors */
function lastTime(past: readonly Turnout[], minutes: number) {
  for (const { name, arrivals = [] } of past) {
    const share = shareIn(arrivals, minutes);
    if (share !== null) return { name, share };
  }
  return null;
}

/** From when on places can be passed on, and whose that would be. */
async function Passing({
  slug,
  event,
  may,
}: {
  slug: string;
  event: EventView;
  may: May<"checkIn" | "movePeople">;
}) {
  const now = new Date();
  const { at, missing, gone } = await readAwaiting(database(), may, event.passOnMinutes ?? null, now);
  if (at === null) return null;
  const open = mayPassOn(event.phase, Date.parse(at), now.getTime());
  return (
    <p>
      {open ? null : passOn.from(time(at, { locale: readerLocale(), zone: event.zone }))}{" "}
      {missing.length + gone.length > 0 ? (
        <ButtonLink kind={open ? "primary" : "quiet"} href={`/e/${slug}/desk/door/pass-on`}>
          {passOn.link(missing.length)}
        </ButtonLink>
      ) : null}
    </p>
  );
}
