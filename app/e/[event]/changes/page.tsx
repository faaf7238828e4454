/** What each version of the grid changed. The same for everybody (live/shared-page.ts). */
import type { Metadata } from "next";
import { camp } from "#app/viewer.ts";
import { placeOf } from "#components/event/place.ts";
import { CampTabs } from "#components/event/tabs.tsx";
import { Changelog } from "#components/grid/changelog.tsx";
import { Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { readChangelog } from "#db/publication/changelog.ts";
import { wordsOf } from "#messages/words.ts";
import type { CampProps } from "../title.ts";

const words = wordsOf("changelog");

export async function generateMetadata({ params }: CampProps): Promise<Metadata> {
  return { title: `${words.title} · ${(await camp((await params).event)).name}` };
}

export default async function Page({ params }: CampProps) {
  const event = await camp((await params).event);
  const { entries, cut } = await readChangelog(database(), event.id);
  return (
    <Phone camp={event.name} home={`/e/${event.slug}`} tabs={<CampTabs slug={event.slug} current="grid" />}>
      <Changelog camp={event} entries={entries} cut={cut} now={Date.now()} place={placeOf(event)} />
    </Phone>
  );
}
