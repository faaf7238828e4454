import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { mayAt } from "#app/viewer.ts";
import { DoorPaper } from "#components/door/paper.tsx";
import { database } from "#db/connection.ts";
import { listGuests } from "#db/door/guests.ts";
import { dayUnderWay } from "#domain/life.ts";
import { wordsOf } from "#messages/words.ts";
import { asksCutOff } from "../../cut-off.ts";

const words = wordsOf("door");

type Props = { params: Promise<{ event: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "checkIn");
  return { title: `${words.paper.title} · ${event.name}`, robots: { index: false } };
}

/** The list on paper, for when all else fails. */
export default async function Page({ params }: Props) {
  const { event } = await mayAt((await params).event, "checkIn");
  if (await asksCutOff(event.id)) notFound();
  const day = dayUnderWay(event.days);
  const guests = day ? await listGuests(database(), event.id, day.id, null) : [];
  return <DoorPaper event={event} guests={guests.filter(({ out }) => out === null)} />;
}
