/** The day of one room. The same for everybody (live/shared-page.ts). */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { camp } from "#app/viewer.ts";
import { roomTitle } from "#components/event/grid-title.ts";
import { ShownRoom } from "#components/event/session-tab.tsx";
import { PhonePage, snapshotForAll } from "../../phone.tsx";

type Props = { params: Promise<{ event: string; room: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event: slug, room } = await params;
  const event = await camp(slug);
  return {
    title: { absolute: `${roomTitle(await snapshotForAll(event.id), room)} · ${event.name}` },
  };
}

/** Before there is a grid, the sign on any door leads here. */
export default async function Page({ params }: Props) {
  const { event: slug, room } = await params;
  const { grid } = await snapshotForAll((await camp(slug)).id);
  if (grid ? !grid.rooms.some(({ letter }) => letter === room) : !/^[A-Z]{1,3}$/.test(room)) notFound();
  return (
    <PhonePage params={params} opened={{ name: "rooms", of: room, Tab: ShownRoom }} words="sessionTab" />
  );
}
