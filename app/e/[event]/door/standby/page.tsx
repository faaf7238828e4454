import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { mayAt } from "#app/viewer.ts";
import { StandbyWall } from "#components/door/standby-wall.tsx";
import { database } from "#db/connection.ts";
import { readCalled } from "#db/registration/standby.ts";
import { wordsOf } from "#messages/words.ts";
import { asksCutOff } from "../../cut-off.ts";

const { wall: words } = wordsOf("standby");

type Props = { params: Promise<{ event: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "checkIn");
  return { title: `${words.title} · ${event.name}`, robots: { index: false } };
}

/** A screen beside the door, opened by its crew: names stand on it, so that no stranger's browser can ask for them. */
export default async function Page({ params }: Props) {
  const { event: slug } = await params;
  const { event } = await mayAt(slug, "checkIn");
  if (await asksCutOff(event.id)) notFound();
  const first = await readCalled(database(), event);
  return (
    <StandbyWall {...{ slug, first }} camp={event.name} zone={event.zone} served={new Date().toISOString()} />
  );
}
