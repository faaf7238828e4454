import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { Crew } from "#components/desk/crew.tsx";
import { database } from "#db/connection.ts";
import { type CrewMember, listCrew, listTakenOff } from "#db/crew.ts";
import { mayOf } from "#domain/viewer.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";
import { invite, restore } from "./actions.ts";

const words = wordsOf("crew");
const permission = wordsOf("permission");

type Done = Partial<Record<"invited" | "same" | "changed", string>>;
type Props = { params: Promise<{ event: string }>; searchParams: Promise<Done> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "seeCrew");
  return { title: `${words.title} · ${event.name}` };
}

export default async function CrewPage({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, crew, may } = await mayAt(slug, "seeCrew");
  const manages = mayOf(crew, "manageCrew");
  const members = await listCrew(database(), may);
  const former = manages ? await listTakenOff(database(), manages, new Date()) : [];
  return (
    <DeskFrame slug={slug} at="crew" title={words.title}>
      <Crew
        crew={members.map((row) => ({ ...row, you: row.personId === crew.personId }))}
        former={former}
        done={doneTo(members, await searchParams, crew.personId)}
        here={{ locale: readerLocale(), zone: event.zone }}
        actions={
          manages && {
            invite: invite.bind(null, slug),
            restore: restore.bind(null, slug),
            changePage: `/e/${slug}/desk/crew`,
          }
        }
      />
    </DeskFrame>
  );
}

/** What the action that led here did, in the member's present roles. */
function doneTo(members: readonly CrewMember[], done: Done, me: string): string | null {
  for (const what of ["invited", "same", "changed"] as const) {
    const member = members.find(({ personId }) => personId === done[what]);
    if (what === "changed" && member?.personId === me)
      return words.changedYou(permission.being(member.roles));
    if (member) return words[what](member.name, permission.being(member.roles));
  }
  return null;
}
