import { Banner } from "#components/ui/banner.tsx";
import { Link } from "#components/ui/link.tsx";
import { Table } from "#components/ui/table.tsx";
import type { HistoryEntry, PersonDetail } from "#domain/history.ts";
import { personAt } from "#domain/people-view.ts";
import type { Needs } from "#domain/registration/answers.ts";
import type { Expected } from "#domain/registration/reconfirmation.ts";
import { isOffered, isWaiting } from "#domain/registration/status.ts";
import { day, type Place, time } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import { happened } from "./happened.ts";
import styles from "./people.module.css";

const words = wordsOf("people");

const when = (instant: string, here: Place) => `${day(instant, here)}, ${time(instant, here)}`;

/** @param needs what they need for the day, and who comes along; null for whoever may not read it */
export function PersonFacts({
  person,
  here,
  needs,
  answers,
  coming,
}: {
  person: PersonDetail;
  here: Place;
  needs: Needs | null;
  /** To those of the camp's own questions whose answers the reader may see. */
  answers: readonly { id: string; label: string; said: string }[];
  /** Of whoever has a place, whether they come; null of others. */
  coming: Expected | null;
}) {
  const { facts, yes, no, none } = words.person;
  const rows: [label: string, value: string][] = [
    [facts.email, person.email || facts.noAddress],
    [facts.organisation, person.organisation || none],
    [facts.sector, person.sector],
    [facts.since, when(person.since, here)],
    [facts.first, person.firstTime ? yes : no],
    [facts.photos, person.photos ? yes : no],
  ];
  if (needs !== null) rows.push([facts.access, needs.access || none]);
  const companions = needs?.companions ?? person.companions;
  if (companions > 0)
    rows.push([facts.companions, words.person.companions(companions, needs?.companionsNote ?? "")]);
  if (coming !== null) rows.push([facts.coming, words.person.coming[coming]]);
  if (person.position !== null) rows.push([facts.position, String(person.position)]);
  if (person.pausedUntil !== null) rows.push([facts.pausedUntil, when(person.pausedUntil, here)]);
  return (
    <dl className={styles.facts}>
      {rows.flatMap(([label, value]) => [<dt key={`${label}?`}>{label}</dt>, <dd key={label}>{value}</dd>])}
      {answers.flatMap(({ id, label, said }) => [
        <dt key={`${id}?`}>{label}</dt>,
        <dd key={id}>{said || none}</dd>,
      ])}
    </dl>
  );
}

/** For a person whose mail came back. */
export function Bounced({ person: { bounced, email, status } }: { person: PersonDetail }) {
  if (!bounced) return null;
  const { title, body, offered, waiting } = words.person.bounced;
  const more = isOffered(status) ? offered : isWaiting(status) ? waiting : "";
  return (
    <Banner tone="bad" title={title(email)}>
      <p>
        {body} {more}
      </p>
    </Banner>
  );
}

/** For a person whose registration is part of another one of theirs. */
export function Merged({
  person: { mergedInto },
  base,
  kept,
}: {
  person: Pick<PersonDetail, "mergedInto">;
  /** The address of the list, and how it was seen. */
  base: string;
  kept: string;
}) {
  if (!mergedInto) return null;
  const { id, name, email } = mergedInto;
  return (
    <p>
      {words.person.merged.what} <Link href={personAt(base, id, kept)}>{`${name}, ${email}`}</Link>
    </p>
  );
}

const { history } = words;

export function History({ entries, here }: { entries: readonly HistoryEntry[]; here: Place }) {
  if (entries.length === 0) return <p>{history.nothing}</p>;
  return (
    <Table
      caption={history.caption}
      columns={[
        { id: "when", label: history.columns.when, figures: true, cell: ({ at }) => when(at, here) },
        { id: "what", label: history.columns.what, header: true, cell: happened },
        { id: "who", label: history.columns.who, cell: ({ by, actor }) => by ?? history.who[actor] },
        { id: "reason", label: history.columns.reason, cell: ({ reason }) => reason },
      ]}
      rows={entries}
      rowId={({ id }) => id}
    />
  );
}
