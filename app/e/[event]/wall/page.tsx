import type { Metadata } from "next";
import { z } from "zod";
import { camp } from "#app/viewer.ts";
import { squareOf } from "#components/ui/square.ts";
import { LiveWall } from "#components/wall/live.tsx";
import type { WallView } from "#components/wall/view.ts";
import { database } from "#db/connection.ts";
import { readSnapshot } from "#db/snapshot.ts";
import { env } from "#env.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("pitch");

type Props = {
  params: Promise<{ event: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What no wall has is as if it were not asked. */
const asked = z.object({
  view: z.literal("day").nullable().catch(null),
  room: z
    .string()
    .regex(/^[A-Za-z]{1,3}$/)
    .nullable()
    .catch(null),
});

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  return { title: { absolute: (await camp((await params).event)).name } };
}

/** Open to everybody: it shows only what strangers may read. */
export default async function Page({ params, searchParams }: Props) {
  const event = await camp((await params).event);
  const first = await readSnapshot(database(), event.id, "public", words.hidden);
  const front = `${env().ORIGIN}/e/${event.slug}`;
  const join = {
    address: front.replace(/^https?:\/\//, ""),
    front: squareOf(front),
    now: squareOf(`${front}/now`),
    feedback: squareOf(`${front}/feedback`),
  };
  const { view, room } = asked.parse(await searchParams);
  const shown: WallView =
    room !== null
      ? { kind: "room", letter: room.toUpperCase() }
      : view === null
        ? { kind: "camp" }
        : { kind: "day" };
  return <LiveWall first={first} served={new Date().toISOString()} join={join} view={shown} />;
}
