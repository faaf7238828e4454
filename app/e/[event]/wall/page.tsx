import type { Metadata } from "next";
import { camp } from "#app/viewer.ts";
import { squareOf } from "#components/ui/square.ts";
import { LiveWall } from "#components/wall/live.tsx";
import { database } from "#db/connection.ts";
import { readSnapshot } from "#db/snapshot.ts";
import { env } from "#env.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("pitch");

type Props = { params: Promise<{ event: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: { absolute: (await camp((await params).event)).name } };
}

/** Open to everybody: it shows only what strangers may read. */
export default async function Page({ params }: Props) {
  const event = await camp((await params).event);
  const first = await readSnapshot(database(), event.id, "public", words.hidden);
  const front = `${env().ORIGIN}/e/${event.slug}`;
  const join = {
    address: front.replace(/^https?:\/\//, ""),
    front: squareOf(front),
    now: squareOf(`${front}/now`),
  };
  return <LiveWall first={first} served={new Date().toISOString()} join={join} />;
}
