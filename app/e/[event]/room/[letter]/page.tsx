/** What is on in one room: where the square on its door leads. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { camp } from "#app/viewer.ts";
import { placeOf } from "#components/event/place.ts";
import { CampTabs } from "#components/event/tabs.tsx";
import { RoomPage } from "#components/grid/room.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { RoomName } from "#components/ui/room.tsx";
import { database } from "#db/connection.ts";
import { listRooms } from "#db/draft.ts";
import { readSnapshot } from "#db/snapshot.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("roomPage");
const pitchWords = wordsOf("pitch");

type Props = { params: Promise<{ event: string; letter: string }> };

/** As it was published, else as it is: a sign is up before the grid is. Not found where no room has this letter. */
async function read(params: Props["params"]) {
  const { event: slug, letter } = await params;
  const event = await camp(slug);
  const { grid } = await readSnapshot(database(), event.id, "public", pitchWords.hidden);
  const rooms = grid?.rooms ?? (await listRooms(database(), event.id));
  const room = rooms.find((it) => it.letter === letter.toUpperCase());
  if (!room) notFound();
  return { event, grid, room };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event, room } = await read(params);
  return { title: { absolute: `${room.name} · ${event.name}` } };
}

export default async function Page({ params }: Props) {
  const { event, grid, room } = await read(params);
  const { slug } = event;
  return (
    <Phone camp={event.name} home={`/e/${slug}`} tabs={<CampTabs slug={slug} current="grid" />}>
      {grid ? (
        <RoomPage grid={grid} room={room} slug={slug} now={Date.now()} place={placeOf(event)} />
      ) : (
        <Heading title={<RoomName letter={room.letter}>{room.name}</RoomName>}>{words.noGrid}</Heading>
      )}
    </Phone>
  );
}
