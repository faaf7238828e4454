import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { type Answered, Said } from "#components/desk/said.tsx";
import { GridActions } from "#components/editor/actions.tsx";
import { Editor } from "#components/editor/editor.tsx";
import { GridRemark } from "#components/editor/remark.tsx";
import { RoomsOff } from "#components/editor/rooms-off.tsx";
import { EditorProvider } from "#components/editor/state.tsx";
import { Versions } from "#components/editor/versions.tsx";
import { WayToPrint } from "#components/print/way.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { database } from "#db/connection.ts";
import { readRedo } from "#db/redo.ts";
import { readUndo } from "#db/undo.ts";
import { permits } from "#domain/event.ts";
import { mayOf } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";
import { type Heard, heardFrom, type SearchParams } from "../said.ts";
import {
  askForGrid,
  dropGrid,
  expectHeads,
  pinCard,
  placeCard,
  publishGrid,
  redoLast,
  reshapeSession,
  takeCardOff,
  takeGrid,
  undoLast,
} from "./actions.ts";
import { settle } from "./requests.ts";
import { switchOff, switchOn } from "./rooms-off.ts";
import { takeGridBack } from "./taking-back.ts";

const editor = wordsOf("editor");
const repair = wordsOf("repair");
const roomOff = wordsOf("roomOff");

type Props = { params: Promise<{ event: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "seeProgramme");
  return { title: `${editor.title} · ${event.name}` };
}

export default async function GridPage({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, crew } = await mayAt(slug, "seeProgramme");
  const arranges = mayOf(crew, "arrange");
  const undo = arranges && (await readUndo(database(), arranges, new Date()));
  const redo = arranges && (await readRedo(database(), arranges, new Date()));
  const actions = {
    place: placeCard.bind(null, slug),
    takeOff: takeCardOff.bind(null, slug),
    pin: pinCard.bind(null, slug),
    reshape: reshapeSession.bind(null, slug),
    expect: expectHeads.bind(null, slug),
    undo: undoLast.bind(null, slug),
    redo: redoLast.bind(null, slug),
    ask: askForGrid.bind(null, slug),
    take: takeGrid.bind(null, slug),
    drop: dropGrid.bind(null, slug),
    publish: mayOf(crew, "arrange", "publish") && publishGrid.bind(null, slug),
  };
  const heard = heardFrom(await searchParams);
  return (
    <EditorProvider actions={arranges && actions} undo={undo?.act ?? null} redo={redo}>
      <DeskFrame slug={slug} at="grid" title={editor.title} remark={<GridRemark />} actions={<GridActions />}>
        <Said answered={heard && answeredOf(heard)} at={heard?.at ?? ""} />
        <Editor
          settings={mayOf(crew, "changeSettings") && `/e/${slug}/desk/settings`}
          settle={arranges && settle.bind(null, slug)}
        />
        {mayOf(crew, "arrange", "publish") && permits(event.phase, "followGrid") ? (
          <p data-print="no">
            <ButtonLink kind="quiet" href={`/e/${slug}/desk/repair`}>
              {repair.button}
            </ButtonLink>
          </p>
        ) : null}
        <RoomsOff off={arranges && switchOff.bind(null, slug)} on={arranges && switchOn.bind(null, slug)} />
        <Versions
          now={Date.now()}
          takeBack={mayOf(crew, "arrange", "publish") && takeGridBack.bind(null, slug)}
        />
        <WayToPrint slug={slug} />
      </DeskFrame>
    </EditorProvider>
  );
}

function answeredOf({ code, numbers: [number = 0, back = 0] }: Heard): Answered | null {
  if (code === "room-off") return roomOff.done.off;
  if (code === "room-on") return roomOff.done.on;
  if (code !== "taken-back") return null;
  const { title, again, none } = editor.versions.done;
  return { title: title(number), next: back > 0 ? again(back) : none };
}
