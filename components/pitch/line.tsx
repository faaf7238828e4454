"use client";

import { crowdWords } from "#components/audience/words.ts";
import { useSnapshot } from "#components/live/provider.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { worded } from "#components/ui/words.tsx";
import { permits } from "#domain/event.ts";
import type { Hands } from "#domain/live.ts";
import { type LineToPitch, lineToPitch } from "#domain/pitch/line.ts";
import { isHostless, type PitchView, voicesOf } from "#domain/pitch.ts";
import { list } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { type Act, ActForm } from "./act.tsx";
import { type CrewAct, NOBODY } from "./acts.ts";
import type { TypeCount } from "./count-field.tsx";
import { type CountedColumns, countedColumns } from "./counted.tsx";
import styles from "./pitch.module.css";

const common = wordsOf("common");
const words = wordsOf("pitch");
const pitchDesk = wordsOf("pitchDesk");
const pitchMerging = wordsOf("pitchMerging");

/** The line to pitch, as the crew sees it: who is at the front, who is called next, and what else can be done. @param act null, as `count`, for somebody who only looks */
export function PitchLine({ act, count }: { act: Act | null; count: TypeCount | null }) {
  const live = useSnapshot();
  const { event, pitches, hands, draft } = live;
  const may = {
    call: permits(event.phase, "call"),
    withdraw: permits(event.phase, "withdraw"),
    amend: permits(event.phase, "amend") ? `/e/${event.slug}/desk/pitches` : null,
  };
  const line = lineToPitch(pitches, live.line);
  const [next] = line.waiting;
  if (pitches.length === 0) {
    return <Empty title={pitchDesk.nothing.title}>{pitchDesk.nothing.body}</Empty>;
  }
  return (
    <>
      <div className={styles.head}>
        <p>
          {pitchDesk.remark(line.said, line.total)}
          {next ? (
            <>
              <br />
              <strong>{pitchDesk.nextUp(next.title)}</strong>
            </>
          ) : null}
        </p>
        {act && next && may.call ? (
          <ActForm
            act={act}
            name="call"
            pitchId={next.id}
            // Of two who press at once the second skips nobody.
            otherId={live.line.front?.id ?? NOBODY}
            pendingWords={common.connection.connecting}
            primary
          >
            {pitchDesk.next}
          </ActForm>
        ) : null}
      </div>
      <Table
        caption={pitchDesk.caption}
        columns={columnsOf(line, live.line.away, hands, may, act, countedColumns(live, count))}
        rows={inOrder(line, pitches)}
        rowId={({ id }) => id}
        marked={({ id }) => id === line.current?.id}
      />
      {count && permits(event.phase, "count") ? <p className={styles.note}>{pitchDesk.counted.how}</p> : null}
      {draft && hands ? <p className={styles.note}>{crowdWords(draft.crowd)}</p> : null}
    </>
  );
}

/** Who is at the front, then the line, then those who have spoken. */
function inOrder({ current, waiting }: LineToPitch, pitches: readonly PitchView[]): PitchView[] {
  const first = [...(current ? [current] : []), ...waiting];
  return [...first, ...pitches.filter((pitch) => !first.includes(pitch))];
}

function columnsOf(
  line: LineToPitch,
  away: readonly string[],
  hands: Hands | null,
  may: May,
  act: Act | null,
  { typed, expected }: CountedColumns,
): Column<PitchView>[] {
  const { columns } = pitchDesk;
  const place = new Map(line.waiting.map(({ id }, index) => [id, String(index + 1)]));
  const stateOf = ({ id }: PitchView) => {
    if (id === line.current?.id) return pitchDesk.front;
    const waits = place.get(id);
    return waits ? (away.includes(id) ? pitchDesk.away(waits) : waits) : pitchDesk.said;
  };
  return [
    { id: "line", label: columns.line, figures: true, cell: stateOf },
    { id: "title", label: columns.title, header: true, cell: (pitch) => <Title pitch={pitch} /> },
    ...typed,
    {
      id: "hands",
      label: columns.hands,
      figures: true,
      end: true,
      cell: ({ id }) => (hands ? (hands[id] ?? 0) : pitchDesk.kept),
    },
    ...expected,
    ...(act
      ? [
          {
            id: "actions",
            label: columns.actions,
            quiet: true,
            end: true,
            cell: (pitch: PitchView) => (
              <Choices
                pitch={pitch}
                atFront={pitch.id === line.current?.id}
                said={!place.has(pitch.id)}
                may={may}
                act={act}
              />
            ),
          },
        ]
      : []),
  ];
}

/** What it is called, what is part of it, who hosts it and how, and what they wish: in one cell, so that the rest has room. */
function Title({ pitch }: { pitch: PitchView }) {
  const { title, merged, hosts, noteLevel, needs } = pitch;
  const titles = (merged ?? []).map((part) => `“${part.title}”`);
  return (
    <>
      {title}
      {merged ? (
        <span className={styles.also}>{worded(pitchMerging.also(list(titles, readerLocale())))}</span>
      ) : null}
      <span className={styles.also}>
        {hosts.length > 0 ? worded(list(hosts, readerLocale())) : pitchDesk.nobody}
      </span>
      <span className={styles.tags}>
        {voicesOf(pitch).map((voice) =>
          voice === "me" || (voice === "wish" && !isHostless(pitch)) ? null : (
            <Tag key={voice} tone="wait">
              {pitchDesk[voice]}
            </Tag>
          ),
        )}
        {noteLevel === "open" ? null : <Tag>{words.choices.noteLevel[noteLevel]}</Tag>}
        {needs.map((need) => (
          <Tag key={need}>{words.choices.needs[need]}</Tag>
        ))}
      </span>
    </>
  );
}

type May = {
  call: boolean;
  withdraw: boolean;
  /** The address under which pitches are changed. */
  amend: string | null;
};

type ChoicesProps = { pitch: PitchView; atFront: boolean; said: boolean; may: May; act: Act };

function Choices({ pitch, atFront, said, may, act }: ChoicesProps) {
  const call = atFront ? pitchDesk.back : said ? pitchDesk.callAgain : pitchDesk.call;
  const button = (name: CrewAct, words: string) => (
    <ActForm
      act={act}
      name={name}
      pitchId={pitch.id}
      pendingWords={common.connection.connecting}
      label={pitchDesk.about(words, pitch.title)}
    >
      {words}
    </ActForm>
  );
  return (
    <span className={styles.rowActions}>
      {may.call ? button(atFront ? "back" : "call", call) : null}
      {may.amend ? (
        <ButtonLink
          kind="quiet"
          href={`${may.amend}/${pitch.id}`}
          aria-label={pitchDesk.about(pitchDesk.change, pitch.title)}
        >
          {pitchDesk.change}
        </ButtonLink>
      ) : null}
      {may.withdraw ? button("withdraw", pitchDesk.withdraw) : null}
    </span>
  );
}
