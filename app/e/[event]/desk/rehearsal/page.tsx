/** A rehearsal of the camp: what it does, how far it is, and what came of the last ones. */
import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { type Answered, Said } from "#components/desk/said.tsx";
import { placeOf } from "#components/event/place.ts";
import { AboutRehearsal } from "#components/rehearsal/about.tsx";
import { Parts } from "#components/rehearsal/parts.tsx";
import { RehearsalResults } from "#components/rehearsal/result.tsx";
import { RunningRehearsal } from "#components/rehearsal/running.tsx";
import { database } from "#db/connection.ts";
import { listRehearsals, type RehearsalView, readRehearsing } from "#db/rehearsal.ts";
import { isUnderWay } from "#domain/rehearsal.ts";
import type { May } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";
import { heardFrom, type SearchParams } from "../said.ts";
import { start, stop } from "./actions.ts";

const words = wordsOf("rehearsal");
const refusals = wordsOf("refusal");

type Props = { params: Promise<{ event: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "changeSettings");
  return { title: `${words.title} · ${event.name}` };
}

export default async function RehearsalPage({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, may } = await mayAt(slug, "changeSettings");
  const heard = heardFrom(await searchParams);
  const all = await listRehearsals(database(), may);
  const running = all.find(({ state }) => isUnderWay(state));
  return (
    <DeskFrame slug={slug} at="today" title={words.title}>
      <Said answered={heard && answeredOf(heard.code, running)} at={heard?.at ?? ""} />
      <Parts>
        <p>{words.lede}</p>
        {running ? (
          <RunningRehearsal {...running} stop={stop.bind(null, slug)} />
        ) : (
          <About slug={slug} may={may} copy={event.rehearsal === true} />
        )}
        <RehearsalResults results={all.filter((one) => one !== running)} place={placeOf(event)} />
      </Parts>
    </DeskFrame>
  );
}

type AboutProps = { slug: string; may: May<"changeSettings">; copy: boolean };

async function About({ slug, may, copy }: AboutProps) {
  const { why, people } = await readRehearsing(database(), may, new Date());
  const whyNot = why && (why === "not_open" ? words.notNow : refusals[why].what);
  return (
    <AboutRehearsal
      people={people}
      start={why ? null : start.bind(null, slug)}
      why={(copy ? words.isCopy : whyNot) ?? ""}
    />
  );
}

/** Said until the page shows it by itself. */
function answeredOf(code: string, running: RehearsalView | undefined): Answered | null {
  if (code === "started" && running?.part === null) return { title: words.started };
  return code === "stopped" && running ? { title: words.stopped } : null;
}
