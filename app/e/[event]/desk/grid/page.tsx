/** The grid editor. */
import type { Metadata } from "next";
import { crewOf, viewer } from "#app/viewer.ts";
import { GridActions } from "#components/agenda/actions.tsx";
import { AgendaProvider } from "#components/agenda/agenda.tsx";
import { Editor } from "#components/agenda/editor.tsx";
import { GridRemark } from "#components/agenda/remark.tsx";
import { database } from "#db/connection.ts";
import { readUndo } from "#db/undo.ts";
import { organiserOf } from "#domain/viewer.ts";
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

const agenda = wordsOf("agenda");

type Props = { params: Promise<{ event: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await crewOf((await params).event);
  return { title: `${agenda.title} · ${event.name}` };
}

export default async function GridPage({ params }: Props) {
  const { event: slug } = await params;
  const { event, crew } = await crewOf(slug);
  const organiser = organiserOf(await viewer(event.id));
  const undo = await readUndo(database(), crew, new Date());
  const actions = {
    place: placeCard.bind(null, slug),
    takeOff: takeCardOff.bind(null, slug),
    pin: pinCard.bind(null, slug),
    expect: expectHeads.bind(null, slug),
    undo: undoLast.bind(null, slug),
    ask: askForGrid.bind(null, slug),
    take: takeGrid.bind(null, slug),
    drop: dropGrid.bind(null, slug),
    publish: organiser && publishGrid.bind(null, slug),
  };
  return (
    <AgendaProvider actions={actions} undo={undo?.act ?? null}>
      <DeskFrame slug={slug} at="grid" title={agenda.title} remark={<GridRemark />} actions={<GridActions />}>
        <Editor />
      </DeskFrame>
    </AgendaProvider>
  );
}
