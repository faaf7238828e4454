import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { mayAt } from "#app/viewer.ts";
import { type Answered, Said } from "#components/desk/said.tsx";
import { AmendPitch } from "#components/pitch/amend.tsx";
import { HidePitch } from "#components/pitch/hide.tsx";
import { Parts } from "#components/pitch/merging.tsx";
import styles from "#components/pitch/pitch.module.css";
import { SetHosts } from "#components/pitch/set-hosts.tsx";
import { ButtonLink, Buttons } from "#components/ui/button.tsx";
import { database } from "#db/connection.ts";
import { listPitches, readPitch } from "#db/pitch.ts";
import { permits } from "#domain/event.ts";
import { isId } from "#domain/id.ts";
import { pitchFormOf } from "#domain/pitch.ts";
import { wordsOf } from "#messages/words.ts";
import { readBusyChoice } from "../../../busy.ts";
import { DeskFrame } from "../../frame.tsx";
import { heardFrom, type SearchParams } from "../../said.ts";
import { hide } from "../deciding.ts";
import { amend, changeHosts, takeApart } from "./actions.ts";

const desk = wordsOf("pitchDesk");
const { amend: words } = desk;
const merging = wordsOf("pitchMerging");

export const generateMetadata = (): Metadata => ({ title: words.title });

type Props = { params: Promise<{ event: string; pitch: string }>; searchParams: Promise<SearchParams> };

/** What a pitch says, for the crew to change when its host asks, also once the grid is out; and what is part of it. */
export default async function Pitch({ params, searchParams }: Props) {
  const { event: slug, pitch: id } = await params;
  const { event } = await mayAt(slug, "seeProgramme", "runPitches");
  const itself = isId(id) ? await readPitch(database(), event.id, id) : null;
  if (!itself) notFound();
  const whole = (await listPitches(database(), event.id)).find((pitch) => pitch.id === id);
  const heard = heardFrom(await searchParams);
  const merge = permits(event.phase, "merge");
  return (
    <DeskFrame
      slug={slug}
      at="pitches"
      title={words.title}
      actions={
        <Buttons>
          {merge ? (
            <ButtonLink kind="quiet" href={`/e/${slug}/desk/pitches/${id}/merge`}>
              {merging.link}
            </ButtonLink>
          ) : null}
          <ButtonLink kind="quiet" href={`/e/${slug}/desk/pitches`}>
            {words.back}
          </ButtonLink>
        </Buttons>
      }
    >
      <Said answered={answeredOf(heard?.code)} at={heard?.at ?? ""} />
      {permits(event.phase, "amend") ? (
        <AmendPitch
          form={pitchFormOf(itself)}
          hosts={itself.hosts}
          busy={await readBusyChoice(event, id)}
          action={amend.bind(null, slug, id)}
        />
      ) : (
        <p>{words.closed}</p>
      )}
      {permits(event.phase, "amend") ? (
        <SetHosts hosts={itself.hosts} action={changeHosts.bind(null, slug, id)} />
      ) : null}
      {permits(event.phase, "hide") ? (
        <section className={styles.section}>
          <HidePitch pitchId={id} title={itself.title} action={hide.bind(null, slug)} />
        </section>
      ) : null}
      {whole?.merged ? (
        <Parts parts={whole.merged} action={merge ? takeApart.bind(null, slug, id) : null} />
      ) : null}
    </DeskFrame>
  );
}

function answeredOf(code: string | undefined): Answered | null {
  if (code === "hosts") return desk.hosts.saved;
  if (code === "merged") return { title: merging.done, next: merging.doneNext };
  return code === "parted" ? { title: merging.parted, next: merging.partedNext } : null;
}
