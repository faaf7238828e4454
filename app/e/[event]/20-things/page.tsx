/** The best lines of what people wrote up, as a page that people share. */
import type { Metadata } from "next";
import { camp } from "#app/viewer.ts";
import { placeOf } from "#components/event/place.ts";
import { CampTabs } from "#components/event/tabs.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { BestLines } from "#components/write-up/best-lines.tsx";
import styles from "#components/write-up/write-up.module.css";
import { database } from "#db/connection.ts";
import { listBestLines } from "#db/write-up/best-lines.ts";
import { wordsOf } from "#messages/words.ts";
import type { CampProps } from "../title.ts";

const { best: words } = wordsOf("writeUp");

export async function generateMetadata({ params }: CampProps): Promise<Metadata> {
  const { name } = await camp((await params).event);
  return { title: { absolute: words.of(name, 0) }, description: words.lede };
}

export default async function Page({ params }: CampProps) {
  const event = await camp((await params).event);
  const { id, slug, name } = event;
  const lines = await listBestLines(database(), id);
  return (
    <Phone camp={name} home={`/e/${slug}`} tabs={<CampTabs slug={slug} current={null} />}>
      <Heading title={words.of(name, lines.length)}>{words.lede}</Heading>
      <BestLines lines={lines} slug={slug} place={placeOf(event)} />
      <p className={styles.ways}>
        <a href={`/e/${slug}/learned`}>{words.all}</a>
      </p>
    </Phone>
  );
}
