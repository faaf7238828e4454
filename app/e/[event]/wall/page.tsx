import type { Metadata } from "next";
import { encode } from "uqr";
import { camp } from "#app/viewer.ts";
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

/** An address as a QR code. Medium error correction is enough for a projector. */
function squareOf(address: string) {
  const { data, size } = encode(address, { ecc: "M", border: 2 });
  const cells = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")));
  return { size, path: cells.join("") };
}
