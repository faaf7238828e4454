/** What people wrote up, for the crew: what does not belong is hidden, and the best lines are chosen. */
import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { Said } from "#components/desk/said.tsx";
import { pagerFor } from "#components/event/pages.ts";
import { placeOf } from "#components/event/place.ts";
import { Empty } from "#components/ui/empty.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { nameOf } from "#components/write-up/about.ts";
import { WriteUpCard } from "#components/write-up/card.tsx";
import { ChosenLines, HideWriteUp, LinesOf, ShowWriteUp } from "#components/write-up/desk.tsx";
import styles from "#components/write-up/write-up.module.css";
import { database } from "#db/connection.ts";
import { listChosenLines } from "#db/write-up/best-lines.ts";
import { type CrewWriteUp, listForCrew } from "#db/write-up/reading.ts";
import { type EventView, permits } from "#domain/event.ts";
import { pageNumber } from "#domain/paging.ts";
import { linesOf } from "#domain/write-up.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";
import { heardFrom, type SearchParams } from "../said.ts";
import { changeLines, hide, show } from "./actions.ts";

const { desk: words, public: read } = wordsOf("writeUp");

type Props = { params: Promise<{ event: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "runPitches");
  return { title: `${words.title} · ${event.name}` };
}

export default async function WriteUps({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, may } = await mayAt(slug, "runPitches");
  const asked = await searchParams;
  const heard = heardFrom(asked);
  const db = database();
  const [list, chosen] = await Promise.all([
    listForCrew(db, may, pageNumber([asked.page].flat()[0])),
    listChosenLines(db, may),
  ]);
  const open = permits(event.phase, "tidyWriteUps");
  const taken = new Set(chosen.map(({ writeUpId, line }) => `${writeUpId} ${line}`));
  return (
    <DeskFrame slug={slug} at="today" title={words.title}>
      <Said answered={answeredOf(heard?.code)} at={heard?.at ?? ""} />
      <section className={styles.part}>
        <h2>{words.best}</h2>
        {chosen.length === 0 ? <p>{words.bestNone}</p> : null}
        <ChosenLines lines={chosen} action={changeLines.bind(null, slug)} />
        <p>
          <a href={`/e/${slug}/20-things`}>{words.page}</a>
        </p>
      </section>
      <section className={styles.part}>
        <h2>{read.title}</h2>
        <p>{words.lede}</p>
        {list.items.length === 0 ? <Empty title={words.none} /> : null}
        <ul className={styles.cards}>
          {list.items.map((each) => (
            <One key={each.id} {...{ event, each, open, taken }} />
          ))}
        </ul>
      </section>
      <Pager {...pagerFor(list, (to) => `/e/${slug}/desk/write-ups?page=${to}`)} />
    </DeskFrame>
  );
}

type OneProps = { event: EventView; each: CrewWriteUp; open: boolean; taken: ReadonlySet<string> };

function One({ event, each, open, taken }: OneProps) {
  const { id, level, name, hidden, quotable } = each;
  const { slug } = event;
  const about = nameOf(each, placeOf(event));
  const lines =
    quotable && hidden === null ? linesOf(each).filter((line) => !taken.has(`${id} ${line}`)) : [];
  return (
    <WriteUpCard
      answers={each}
      about={about}
      name={name}
      above={
        <>
          {hidden === null ? null : <Tag>{words.isHidden(hidden)}</Tag>}
          {level === "public" ? null : <Tag>{read.campOnly}</Tag>}
        </>
      }
      foot={
        open ? (
          <div className={styles.part}>
            {lines.length > 0 ? (
              <LinesOf writeUpId={id} lines={lines} action={changeLines.bind(null, slug)} />
            ) : null}
            {hidden === null ? (
              <HideWriteUp {...{ id, about }} action={hide.bind(null, slug)} />
            ) : (
              <ShowWriteUp {...{ id, about }} action={show.bind(null, slug)} />
            )}
          </div>
        ) : null
      }
    />
  );
}

const answeredOf = (code: string | undefined) =>
  code !== undefined && Object.hasOwn(words.done, code)
    ? { title: words.done[code as keyof typeof words.done] }
    : null;
