import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { Checklist } from "#components/desk/checklist.tsx";
import { AddToChecklist } from "#components/desk/checklist-add.tsx";
import { Said } from "#components/desk/said.tsx";
import { readChecklist } from "#db/checklist.ts";
import { database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";
import { heardFrom, type SearchParams } from "../said.ts";
import { add, remove, tick } from "./actions.ts";
import { answeredOf } from "./answered.ts";

const words = wordsOf("checklist");

type Props = { params: Promise<{ event: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "changeSettings");
  return { title: `${words.title} · ${event.name}` };
}

export default async function ChecklistPage({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event } = await mayAt(slug, "changeSettings");
  const heard = heardFrom(await searchParams);
  const items = await readChecklist(database(), event, new Date());
  return (
    <DeskFrame slug={slug} at="today" title={words.title}>
      <Said answered={heard && answeredOf(heard.code)} at={heard?.at ?? ""} />
      <Checklist items={items} tick={tick.bind(null, slug)} remove={remove.bind(null, slug)} />
      <AddToChecklist freshId={newId()} action={add.bind(null, slug)} />
    </DeskFrame>
  );
}
