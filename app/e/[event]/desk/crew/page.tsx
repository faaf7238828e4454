/** The crew of the camp. */
import type { Metadata } from "next";
import { crewOf, viewer } from "#app/viewer.ts";
import { Crew } from "#components/desk/crew.tsx";
import { database } from "#db/connection.ts";
import { listCrew } from "#db/crew.ts";
import { organiserOf } from "#domain/viewer.ts";
import { desk } from "#messages/en/desk.ts";
import { DeskFrame } from "../frame.tsx";
import { invite, remove } from "./actions.ts";

type Props = { params: Promise<{ event: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await crewOf((await params).event);
  return { title: `${desk.crew.title} · ${event.name}` };
}

export default async function CrewPage({ params }: Props) {
  const { event: slug } = await params;
  const { event, crew } = await crewOf(slug);
  const organiser = organiserOf(await viewer(event.id));
  const rows = (await listCrew(database(), crew)).map((row) => ({
    ...row,
    you: row.personId === crew.personId,
  }));
  return (
    <DeskFrame slug={slug} at="crew" title={desk.crew.title}>
      <Crew
        crew={rows}
        invite={organiser && invite.bind(null, slug)}
        remove={organiser && remove.bind(null, slug)}
      />
    </DeskFrame>
  );
}
