import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { AddPerson } from "#components/people/add.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { database } from "#db/connection.ts";
import { findMember } from "#db/crew-list.ts";
import { newId } from "#db/id.ts";
import { listSectors } from "#db/sector.ts";
import { type May, mayOf } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../../frame.tsx";
import type { SearchParams } from "../../said.ts";
import { whyClosed } from "../closed.ts";
import { add } from "./actions.ts";

const refusals = wordsOf("refusal");
const words = wordsOf("personAdd");

type Props = { params: Promise<{ event: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "movePeople");
  return { title: `${words.title} · ${event.name}` };
}

export default async function AddPersonPage({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, crew } = await mayAt(slug, "movePeople");
  const member = await memberIn(await searchParams, mayOf(crew, "seeCrew"));
  const closed = await whyClosed(event, new Date());
  return (
    <DeskFrame slug={slug} at="people" title={words.title}>
      {closed ? (
        <Empty title={refusals[closed].what}>{refusals[closed].next}</Empty>
      ) : (
        <AddPerson
          id={newId()}
          sectors={await listSectors(database(), event.id)}
          member={member && { ...member, you: member.personId === crew.personId }}
          action={add.bind(null, slug)}
        />
      )}
    </DeskFrame>
  );
}

/** Somebody of the crew who is to take part as well, where the address names one. */
async function memberIn({ crew }: SearchParams, may: May<"seeCrew"> | null) {
  return may && typeof crew === "string" ? findMember(database(), may, crew) : null;
}
