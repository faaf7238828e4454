import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { RotaPaper } from "#components/rota/paper.tsx";
import { database } from "#db/connection.ts";
import { listRota } from "#db/rota.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("rota");

type Props = { params: Promise<{ event: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "seeCrew");
  return { title: `${words.paper.title} · ${event.name}` };
}

/** The rota on one sheet. */
export default async function Page({ params }: Props) {
  const { event, may } = await mayAt((await params).event, "seeCrew");
  return <RotaPaper event={event} tasks={await listRota(database(), may)} />;
}
