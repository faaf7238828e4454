import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { mayAt } from "#app/viewer.ts";
import { InsideList } from "#components/door/inside.tsx";
import { PrintButton } from "#components/door/print-button.tsx";
import { Link } from "#components/ui/link.tsx";
import { database } from "#db/connection.ts";
import { listGuests } from "#db/door/guests.ts";
import { listDoorPhones } from "#db/door/phone.ts";
import { isInside } from "#domain/door/guest.ts";
import { silentPhones } from "#domain/door/news.ts";
import { dayUnderWay } from "#domain/life.ts";
import { time } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { asksCutOff } from "../../cut-off.ts";

const { inside: words, title } = wordsOf("door");

type Props = { params: Promise<{ event: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "checkIn");
  return { title: `${words.title} · ${event.name}`, robots: { index: false } };
}

/** Who is in and has not left, for when the building is cleared: to be read and printed, without a script too. */
export default async function Page({ params }: Props) {
  const { event, may } = await mayAt((await params).event, "checkIn");
  if (await asksCutOff(event.id)) notFound();
  const now = new Date();
  const day = dayUnderWay(event.days);
  const came = day
    ? (await listGuests(database(), event.id, day.id, null)).filter(({ here }) => here !== null)
    : [];
  const inside = came.filter(isInside);
  const here = { locale: readerLocale(), zone: event.zone };
  const silent = silentPhones(await listDoorPhones(database(), may), day, now.getTime());
  return (
    <InsideList
      camp={event.name}
      {...{ inside, here }}
      left={came.length - inside.length}
      asOf={words.asOf(time(now, here))}
      missing={silent.map(({ door, seenAt }) => words.silent(door, time(seenAt, here)))}
      acts={
        <>
          <PrintButton>{words.print}</PrintButton>
          <Link href={`/e/${event.slug}/door`}>{title}</Link>
        </>
      }
    />
  );
}
