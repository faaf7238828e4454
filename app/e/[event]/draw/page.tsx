import type { Metadata } from "next";
import { camp } from "#app/viewer.ts";
import { DrawPage } from "#components/registration/draw.tsx";
import { Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { listDraws } from "#db/release/draw.ts";
import { ReaderArea } from "#messages/reader-area.tsx";
import { wordsOf } from "#messages/words.ts";
import type { CampProps } from "../title.ts";

const words = wordsOf("release").page;

export async function generateMetadata({ params }: CampProps): Promise<Metadata> {
  return { title: `${words.title} · ${(await camp((await params).event)).name}` };
}

export default async function Page({ params }: CampProps) {
  const event = await camp((await params).event);
  return (
    <Phone camp={event.name} home={`/e/${event.slug}`}>
      <ReaderArea name="release">
        <DrawPage event={event} draws={await listDraws(database(), event.id)} />
      </ReaderArea>
    </Phone>
  );
}
