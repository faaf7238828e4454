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
import { permits } from "#domain/event.ts";
import { dayUnderWay } from "#domain/life.ts";
import { mayOf } from "#domain/viewer.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";
import { cutOff } from "./actions.ts";

const words = wordsOf("door");
const badges = wordsOf("badges");

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
  const missing = open ? await listMissing(database(), may, day.id, NAMES) : [];
  const { forecast } = await readForecast(database(), event);
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
        </>
      }
    >
      {did === "on" || did === "off" ? (
        <Banner tone="good" role="status" title={words.atDesk.did[did]} />
      ) : null}
      {figures ? (
        <DeskDoor figures={figures} forecast={forecast.middle} missing={missing} />
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
