/** Where calendars and other programs read the grid. The same for everybody (live/shared-page.ts). */
import type { Metadata } from "next";
import { camp } from "#app/viewer.ts";
import { CampTabs } from "#components/event/tabs.tsx";
import { Feeds } from "#components/feeds/feeds.tsx";
import { Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { readVersion } from "#db/publication/rows.ts";
import { env } from "#env.ts";
import { wordsOf } from "#messages/words.ts";
import type { CampProps } from "../title.ts";

const words = wordsOf("feeds");

export async function generateMetadata({ params }: CampProps): Promise<Metadata> {
  return { title: `${words.title} · ${(await camp((await params).event)).name}` };
}

export default async function Page({ params }: CampProps) {
  const event = await camp((await params).event);
  const grid = await readVersion(database(), event.id);
  return (
    <Phone camp={event.name} home={`/e/${event.slug}`} tabs={<CampTabs slug={event.slug} current="grid" />}>
      <Feeds camp={event} rooms={grid?.rooms ?? null} origin={env().ORIGIN} />
    </Phone>
  );
}
