/** The crew of the camp. */
import type { Metadata } from "next";
import { crewOf, viewer } from "#app/viewer.ts";
import { Crew } from "#components/desk/crew.tsx";
import { database } from "#db/connection.ts";
import { type CrewMember, listCrew, listTakenOff } from "#db/crew.ts";
import { organiserOf } from "#domain/viewer.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";
import { invite, restore } from "./actions.ts";

const desk = wordsOf("desk");

type Done = Partial<Record<"invited" | "same" | "changed", string>>;
type Props = { params: Promise<{ event: string }>; searchParams: Promise<Done> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await crewOf((await params).event);
  return { title: `${desk.crew.title} · ${event.name}` };
}

export default async function CrewPage({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, crew } = await crewOf(slug);
  const organiser = organiserOf(await viewer(event.id));
  const members = await listCrew(database(), crew);
  const former = organiser ? await listTakenOff(database(), organiser, new Date()) : [];
  return (
    <DeskFrame slug={slug} at="crew" title={desk.crew.title}>
      <Crew
        crew={members.map((row) => ({ ...row, you: row.personId === crew.personId }))}
        former={former}
        done={doneTo(members, await searchParams, crew.personId)}
        here={{ locale: readerLocale(), zone: event.zone }}
        actions={
          organiser && {
            invite: invite.bind(null, slug),
            restore: restore.bind(null, slug),
            changePage: `/e/${slug}/desk/crew`,
          }
        }
      />
    </DeskFrame>
  );
}

/** What the action that led here did, as it is now. */
function doneTo(members: readonly CrewMember[], done: Done, me: string): string | null {
  for (const what of ["invited", "same", "changed"] as const) {
    const member = members.find(({ personId }) => personId === done[what]);
    if (what === "changed" && member?.personId === me)
      return desk.crew.changedYou(desk.crew.roleOf[member.role]);
    if (member) return desk.crew[what](member.name, desk.crew.roleOf[member.role]);
  }
  return null;
}
