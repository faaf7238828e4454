import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { PeopleImport } from "#components/people-import/form.tsx";
import { database } from "#db/connection.ts";
import { prepareImports } from "#db/import/asking.ts";
import { listSectors } from "#db/sector.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../../frame.tsx";
import { importPeople } from "./actions.ts";

const words = wordsOf("peopleImport");

type Props = { params: Promise<{ event: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "movePeople");
  return { title: `${words.title} · ${event.name}` };
}

export default async function ImportPeoplePage({ params }: Props) {
  const { event: slug } = await params;
  const { event } = await mayAt(slug, "movePeople");
  prepareImports();
  return (
    <DeskFrame slug={slug} at="people" title={words.title}>
      <PeopleImport
        list={`/e/${slug}/desk/people`}
        sectors={await listSectors(database(), event.id)}
        action={importPeople.bind(null, slug)}
      />
    </DeskFrame>
  );
}
