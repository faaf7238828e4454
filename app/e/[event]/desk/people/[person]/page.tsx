/** One person: what they told us, why they are where they are, and an organiser's hand. */
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { crewOf } from "#app/viewer.ts";
import { Mend } from "#components/people/mend.tsx";
import { Move } from "#components/people/move.tsx";
import styles from "#components/people/people.module.css";
import { History, PersonFacts } from "#components/people/person.tsx";
import { StatusTag } from "#components/people/tag.tsx";
import { database } from "#db/connection.ts";
import { readPeopleCounts } from "#db/people.ts";
import { findPerson, listHistory } from "#db/person.ts";
import { allows, holdsPlace } from "#domain/registration.ts";
import { people as words } from "#messages/en/people.ts";
import { DeskFrame } from "../../frame.tsx";
import { mend, move } from "../actions.ts";

// The name stays out of the title: titles end up in histories of shared machines.
export const metadata: Metadata = { title: words.title };

const MOVES = ["confirm", "put_back_in_line", "remove"] as const;

export default async function Person({ params }: { params: Promise<{ event: string; person: string }> }) {
  const { event: slug, person: id } = await params;
  const { event, crew } = await crewOf(slug);
  const person = await findPerson(database(), crew, id);
  if (!person) notFound();
  const history = await listHistory(database(), crew, id);
  const counts = await readPeopleCounts(database(), event.id);
  const taken = counts.confirmed + counts.held + counts.offered + (holdsPlace(person.status) ? 0 : 1);
  const here = { locale: "en-GB", zone: event.zone };
  const organiser = crew.role === "organiser";
  return (
    <DeskFrame
      slug={slug}
      at="people"
      title={person.name}
      remark={<StatusTag person={person} now={Date.now()} />}
      actions={<Link href={`/e/${slug}/desk/people`}>{words.person.back}</Link>}
    >
      <div className={styles.columns}>
        <PersonFacts person={person} here={here} organiser={organiser} />
        <section className={styles.part}>
          <h2>{words.person.change}</h2>
          <p>{organiser ? words.person.changeWhat : words.person.organisers}</p>
          {MOVES.filter((name) => organiser && allows(name, person.status)).map((name) => (
            <Move
              key={name}
              move={name}
              registrationId={id}
              action={move.bind(null, slug)}
              warning={
                name === "confirm" && taken > event.capacity
                  ? words.moves.confirm.over(taken, event.capacity)
                  : undefined
              }
            />
          ))}
          {organiser ? <Mend registrationId={id} action={mend.bind(null, slug)} /> : null}
        </section>
      </div>
      <section className={styles.part}>
        <h2>{words.person.why}</h2>
        <p>{words.person.whyWhat}</p>
        <History entries={history} here={here} />
      </section>
    </DeskFrame>
  );
}
