/** Importing a spreadsheet into the camp. */
import type { Metadata } from "next";
import { crewOf, viewer } from "#app/viewer.ts";
import { ImportForm } from "#components/import/form.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { organiserOf } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";
import { importSheet } from "./actions.ts";

const imports = wordsOf("imports");

type Props = { params: Promise<{ event: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await crewOf((await params).event);
  return { title: `${imports.title} · ${event.name}` };
}

export default async function ImportPage({ params }: Props) {
  const { event: slug } = await params;
  const { event } = await crewOf(slug);
  const organiser = organiserOf(await viewer(event.id));
  return (
    <DeskFrame slug={slug} at="import" title={imports.title}>
      {organiser ? (
        <ImportForm slug={slug} day={event.day} action={importSheet.bind(null, slug)} />
      ) : (
        <Empty title={imports.organisersOnly.title}>{imports.organisersOnly.body}</Empty>
      )}
    </DeskFrame>
  );
}
