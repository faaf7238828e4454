import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { PeopleImport } from "#components/people-import/form.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { database } from "#db/connection.ts";
import { prepareImports } from "#db/import/asking.ts";
import { listSectors } from "#db/sector.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../../frame.tsx";
import { whyClosed } from "../closed.ts";
import { importPeople } from "./actions.ts";

const refusals = wordsOf("refusal");
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
  const closed = await whyClosed(event, new Date());
  return (
    <DeskFrame slug={slug} at="people" title={words.title}>
      {closed ? (
        <Empty title={refusals[closed].what}>{refusals[closed].next}</Empty>
      ) : (
        <PeopleImport
          list={`/e/${slug}/desk/people`}
          sectors={await listSectors(database(), event.id)}
          action={importPeople.bind(null, slug)}
        />
      )}
    </DeskFrame>
  );
}
