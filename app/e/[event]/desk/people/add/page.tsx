import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { AddPerson } from "#components/people/add.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { listSectors } from "#db/sector.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../../frame.tsx";
import { whyClosed } from "../closed.ts";
import { add } from "./actions.ts";

const refusals = wordsOf("refusal");
const words = wordsOf("personAdd");

type Props = { params: Promise<{ event: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "movePeople");
  return { title: `${words.title} · ${event.name}` };
}

export default async function AddPersonPage({ params }: Props) {
  const { event: slug } = await params;
  const { event } = await mayAt(slug, "movePeople");
  const closed = await whyClosed(event, new Date());
  return (
    <DeskFrame slug={slug} at="people" title={words.title}>
      {closed ? (
        <Empty title={refusals[closed].what}>{refusals[closed].next}</Empty>
      ) : (
        <AddPerson
          id={newId()}
          sectors={await listSectors(database(), event.id)}
          action={add.bind(null, slug)}
        />
      )}
    </DeskFrame>
  );
}
