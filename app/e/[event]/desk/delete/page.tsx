/** What archiving a camp means and what deleting it means, said before either is done. */
import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { EndOfCamp } from "#components/camp/end.tsx";
import { Link } from "#components/ui/link.tsx";
import { database } from "#db/connection.ts";
import { readDeletion } from "#db/deletion.ts";
import { readKeepDays } from "#db/purge/setting.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";
import { deleteThis } from "./actions.ts";

const archive = wordsOf("archive");
const { end: words } = wordsOf("camp");
const halt = wordsOf("haltDesk");

type Props = { params: Promise<{ event: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "changeSettings");
  return { title: `${words.title} · ${event.name}` };
}

export default async function DeletePage({ params }: Props) {
  const { event: slug } = await params;
  const { event, may } = await mayAt(slug, "changeSettings");
  return (
    <DeskFrame slug={slug} at="settings" title={words.title}>
      <p>
        <Link href={`/e/${slug}/desk/settings`}>{words.back}</Link>
      </p>
      <p>
        <a href={`/e/${slug}/desk/called-off`}>{halt.link}</a>
      </p>
      <p>
        <a href={`/e/${slug}/desk/archive`}>{archive.desk.keepFirst}</a>
      </p>
      <EndOfCamp
        camp={event}
        goes={await readDeletion(database(), may)}
        keepDays={await readKeepDays(database(), may)}
        action={deleteThis.bind(null, slug)}
      />
    </DeskFrame>
  );
}
