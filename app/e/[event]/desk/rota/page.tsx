import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { type Answered, Said } from "#components/desk/said.tsx";
import { Adding } from "#components/rota/adding.tsx";
import { RotaDesk } from "#components/rota/desk.tsx";
import { database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { listRota } from "#db/rota.ts";
import { dayUnderWay } from "#domain/life.ts";
import { mayOf } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";
import { call, sayOfCall } from "../../calling.ts";
import { DeskFrame } from "../frame.tsx";
import { type Heard, heardFrom, type SearchParams } from "../said.ts";
import { addRows, copyTasks, pasteSheet } from "./actions.ts";
import { rotaDays, rotaDaysMade } from "./days.ts";

const { desk: said, ...words } = wordsOf("rota");

type Props = { params: Promise<{ event: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "seeCrew");
  return { title: `${words.title} · ${event.name}` };
}

export default async function RotaPage({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, crew, may } = await mayAt(slug, "seeCrew");
  const heard = heardFrom(await searchParams);
  const takes = mayOf(crew, "takeTasks");
  const makes = mayOf(crew, "makeRota");
  const tasks = await listRota(database(), may);
  return (
    <DeskFrame slug={slug} at="rota" title={words.title}>
      <Said answered={heard && answeredOf(heard)} at={heard?.at ?? ""} />
      <RotaDesk
        tasks={tasks}
        me={takes && { id: takes.personId, name: takes.name }}
        calling={
          takes && { call: call.bind(null, slug), answer: sayOfCall.bind(null, slug), freshId: newId() }
        }
        makes={makes !== null}
        served={new Date().toISOString()}
      >
        {makes ? (
          <Adding
            days={rotaDays(event, tasks)}
            first={dayUnderWay(event.days)?.date ?? event.day}
            made={rotaDaysMade(event, tasks)}
            add={addRows.bind(null, slug)}
            paste={pasteSheet.bind(null, slug)}
            copy={copyTasks.bind(null, slug)}
          />
        ) : null}
      </RotaDesk>
    </DeskFrame>
  );
}

function answeredOf({ code, numbers }: Heard): Answered | null {
  const [added = 0, leftOut = 0] = numbers;
  const next = leftOut > 0 ? { next: said.leftOut(leftOut) } : {};
  const title = added > 0 ? said.added(added) : said.addedNone(leftOut);
  if (code === "added") return { title, ...next };
  return code === "done" ? { title: said.done } : null;
}
