import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { ImportForm } from "#components/import/form.tsx";
import { importDesk } from "#db/import/asking.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";
import { importSheet, watchImport } from "./actions.ts";

const imports = wordsOf("imports");

type Props = { params: Promise<{ event: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "importSheets");
  return { title: `${imports.title} · ${event.name}` };
}

export default async function ImportPage({ params }: Props) {
  const { event: slug } = await params;
  const { event } = await mayAt(slug, "importSheets");
  importDesk().prepare();
  return (
    <DeskFrame slug={slug} at="import" title={imports.title}>
      <ImportForm
        slug={slug}
        day={event.day}
        action={importSheet.bind(null, slug)}
        watch={watchImport.bind(null, slug)}
      />
    </DeskFrame>
  );
}
