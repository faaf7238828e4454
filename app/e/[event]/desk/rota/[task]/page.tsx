import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { mayAt } from "#app/viewer.ts";
import { type Answered, Said } from "#components/desk/said.tsx";
import { placeOf } from "#components/event/place.ts";
import { TaskMaker } from "#components/rota/member.tsx";
import { Link } from "#components/ui/link.tsx";
import { database } from "#db/connection.ts";
import { CREW_A_PAGE } from "#db/crew-list.ts";
import { listHands, listRota } from "#db/rota.ts";
import { does } from "#domain/rota.ts";
import { timesOf } from "#domain/time/slot-times.ts";
import { nightRange } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../../frame.tsx";
import { heardFrom, type SearchParams } from "../../said.ts";
import { rotaDays } from "../days.ts";
import { change, putThemIn, remove, takeThemOut } from "./actions.ts";

const { desk: words } = wordsOf("rota");

type Props = {
  params: Promise<{ event: string; task: string }>;
  searchParams: Promise<SearchParams>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "seeCrew", "makeRota");
  return { title: `${words.member.title} · ${event.name}` };
}

export default async function TaskPage({ params, searchParams }: Props) {
  const { event: slug, task: id } = await params;
  const { event, may } = await mayAt(slug, "seeCrew", "makeRota");
  const heard = heardFrom(await searchParams);
  const tasks = await listRota(database(), may);
  const task = tasks.find((it) => it.id === id);
  if (!task) notFound();
  const hands = await listHands(database(), may, CREW_A_PAGE);
  const span = { startsAt: Date.parse(task.from), endsAt: Date.parse(task.until) };
  const done: Answered | null = heard?.code === "done" ? { title: words.done } : null;
  return (
    <DeskFrame
      slug={slug}
      at="rota"
      title={task.task}
      remark={nightRange(task.from, task.until, placeOf(event))}
      actions={<Link href={`/e/${slug}/desk/rota`}>{words.member.back}</Link>}
    >
      <Said answered={done} at={heard?.at ?? ""} />
      <TaskMaker
        task={task}
        typed={{
          ...{ task: task.task, place: task.place, wanted: String(task.wanted) },
          ...timesOf(span, event.zone),
        }}
        days={rotaDays(event, tasks)}
        hands={hands.filter((one) => !does(task, one.id))}
        change={change.bind(null, slug, id)}
        putIn={putThemIn.bind(null, slug, id)}
        takeOut={takeThemOut.bind(null, slug, id)}
        remove={remove.bind(null, slug, id)}
      />
    </DeskFrame>
  );
}
