import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { GridActions } from "#components/editor/actions.tsx";
import { Editor } from "#components/editor/editor.tsx";
import { GridRemark } from "#components/editor/remark.tsx";
import { EditorProvider } from "#components/editor/state.tsx";
import { database } from "#db/connection.ts";
import { readUndo } from "#db/undo.ts";
import { mayOf } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";
import {
  askForGrid,
  dropGrid,
  expectHeads,
  pinCard,
  placeCard,
  publishGrid,
  takeCardOff,
  takeGrid,
  undoLast,
} from "./actions.ts";

const editor = wordsOf("editor");

type Props = { params: Promise<{ event: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "seeProgramme");
  return { title: `${editor.title} · ${event.name}` };
}

export default async function GridPage({ params }: Props) {
  const { event: slug } = await params;
  const { crew } = await mayAt(slug, "seeProgramme");
  const arranges = mayOf(crew, "arrange");
  const undo = arranges && (await readUndo(database(), arranges, new Date()));
  const actions = {
    place: placeCard.bind(null, slug),
    takeOff: takeCardOff.bind(null, slug),
    pin: pinCard.bind(null, slug),
    expect: expectHeads.bind(null, slug),
    undo: undoLast.bind(null, slug),
    ask: askForGrid.bind(null, slug),
    take: takeGrid.bind(null, slug),
    drop: dropGrid.bind(null, slug),
    publish: mayOf(crew, "arrange", "publish") && publishGrid.bind(null, slug),
  };
  return (
    <EditorProvider actions={arranges && actions} undo={undo?.act ?? null}>
      <DeskFrame slug={slug} at="grid" title={editor.title} remark={<GridRemark />} actions={<GridActions />}>
        <Editor settings={mayOf(crew, "changeSettings") && `/e/${slug}/desk/settings`} />
      </DeskFrame>
    </EditorProvider>
  );
}
