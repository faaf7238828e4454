import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { mayAt } from "#app/viewer.ts";
import { type Answered, Said } from "#components/desk/said.tsx";
import { pagerFor } from "#components/event/pages.ts";
import { PassElsewhere } from "#components/event/pass.tsx";
import { Notes } from "#components/people/notes.tsx";
import { OnTheirPhone } from "#components/people/on-their-phone.tsx";
import styles from "#components/people/people.module.css";
import { Bounced, History, Merged, PersonFacts } from "#components/people/person.tsx";
import { saidTo } from "#components/people/said-to.ts";
import { StatusTag } from "#components/people/tag.tsx";
import { Link } from "#components/ui/link.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { squareOf } from "#components/ui/square.ts";
import { readAccess } from "#db/access.ts";
import { asking, NOTHING_AGREED } from "#db/change.ts";
import { database } from "#db/connection.ts";
import { listCrewNotes } from "#db/crew-note.ts";
import { readTimes } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { readNumbers } from "#db/inside.ts";
import { readBadgeCode, readPass } from "#db/pass.ts";
import { readPeopleCounts } from "#db/people.ts";
import { listHeirs } from "#db/people-list.ts";
import { findPerson, listHistory } from "#db/person.ts";
import { listMore, listSeen } from "#db/question/answers.ts";
import { readExpected } from "#db/reconfirmation/expected.ts";
import { askPuttingBack } from "#db/registration/put-back.ts";
import { readPoolTurn } from "#db/registration/rank.ts";
import { readTicketAddress } from "#db/ticket-address.ts";
import { openOf } from "#db/transfer/handing.ts";
import { overByHand } from "#domain/consequence/places.ts";
import { isOver, permits } from "#domain/event.ts";
import type { PersonDetail } from "#domain/history.ts";
import { pageNumber } from "#domain/paging.ts";
import { type ByHand, whyNotByHand } from "#domain/people.ts";
import { keptView, personAt, viewAt, viewText } from "#domain/people-view.ts";
import { isOffered } from "#domain/registration/status.ts";
import { takesPart } from "#domain/registration.ts";
import { saidCode } from "#domain/ticket.ts";
import { mayOf } from "#domain/viewer.ts";
import { env } from "#env.ts";
import { time } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../../frame.tsx";
import { type Heard, heardFrom, type SearchParams } from "../../said.ts";
import { dropNote, letPhoneGo, saveNote } from "./actions.ts";
import { Changes, MOVES } from "./changes.tsx";

const badge = wordsOf("badge").elsewhere;
const pool = wordsOf("pool").person;
const adding = wordsOf("personAdd");
const merging = wordsOf("merging");
const notes = wordsOf("crewNote");
const words = wordsOf("people");

// The name stays out of the title: titles end up in histories of shared machines.
export const generateMetadata = (): Metadata => ({ title: words.title });

type Props = { params: Promise<{ event: string; person: string }>; searchParams: Promise<SearchParams> };

export default async function Person({ params, searchParams }: Props) {
  const { event: slug, person: id } = await params;
  const { event, crew, may } = await mayAt(slug, "seePeople");
  const person = await findPerson(database(), may, id);
  if (!person) notFound();
  const reads = mayOf(crew, "seeNeeds");
  const needs = reads && (await readAccess(database(), reads, id, new Date()));
  const questions = await listSeen(database(), may, reads !== null);
  const more = (await listMore(database(), may, questions, [id])).get(id) ?? {};
  const answers = questions.map((it) => ({
    id: it.id,
    label: it.label,
    said: saidTo(it, more[it.id] ?? ""),
  }));
  const has = takesPart(person.status);
  const coming = has ? await readExpected(database(), id, event.day) : null;
  const handing = has ? await openOf(database(), id) : null;
  const asked = await searchParams;
  const heard = heardFrom(asked);
  const people = `/e/${slug}/desk/people`;
  const view = keptView(asked.list);
  const kept = viewText(view);
  const history = await listHistory(database(), may, id, pageNumber(asked.page));
  const counts = await readPeopleCounts(database(), event.id);
  const numbers = (await readNumbers(database(), event.id)) ?? { insideLimit: null, overbookTo: null };
  const over = asking(overByHand({ ...event, ...numbers }, counts, person.status), NOTHING_AGREED);
  const here = { locale: readerLocale(), zone: event.zone };
  const mover = mayOf(crew, "movePeople");
  const moves = mover !== null;
  const now = Date.now();
  const { endsAt } = await readTimes(database(), { ...event, startsAt: new Date(event.startsAt) });
  const turn = await readPoolTurn(database(), may, id, new Date(now));
  const campOver = isOver(event.phase, endsAt, now);
  const can = (act: ByHand) => moves && whyNotByHand(act, event.phase, campOver) === null;
  const pass = mover && has ? await readPass(database(), id) : null;
  const code =
    mover && !pass && !campOver && permits(event.phase, "attend")
      ? await readBadgeCode(database(), mover, id)
      : null;
  const written = mover && (await listCrewNotes(database(), mover, id));
  const heirs = moves && isOffered(person.status) ? await listHeirs(database(), may) : null;
  const again = moves ? await askPuttingBack(database(), may, id, new Date(now)) : null;
  return (
    <DeskFrame
      slug={slug}
      at="people"
      title={person.name}
      remark={<StatusTag person={person} now={now} />}
      actions={<Link href={viewAt(people, view)}>{words.person.back}</Link>}
    >
      <Said answered={heard && answeredOf(heard, person)} at={heard?.at ?? ""} />
      <Bounced person={person} />
      <Merged person={person} base={people} kept={kept} />
      {pass ? (
        <PassElsewhere when={time(pass.since, here)} end={letPhoneGo.bind(null, slug)} registration={id} />
      ) : null}
      {handing ? <p>{words.person.handing(handing.name)}</p> : null}
      <div className={styles.columns}>
        <div className={styles.part}>
          <PersonFacts
            person={person}
            here={here}
            needs={needs?.ok ? needs.value : null}
            answers={answers}
            coming={coming}
          />
          {code ? (
            <OnTheirPhone
              qr={squareOf(await readTicketAddress(database(), env().ORIGIN, event, code))}
              code={saidCode(code)}
            />
          ) : null}
          {written ? (
            <Notes
              registrationId={id}
              notes={written}
              personId={crew.personId}
              freshId={newId()}
              kept={kept}
              here={here}
              save={saveNote.bind(null, slug)}
              drop={dropNote.bind(null, slug)}
            />
          ) : null}
        </div>
        <section className={styles.part}>
          <h2>{words.person.change}</h2>
          <p>
            {moves ? (campOver ? words.person.campOver : words.person.changeWhat) : words.person.registrars}
          </p>
          <Changes
            slug={slug}
            person={person}
            kept={kept}
            can={can}
            asked={{ confirm: over, put_back_in_line: again }}
            heirs={heirs}
          />
        </section>
      </div>
      <section className={styles.part}>
        <h2>{words.person.why}</h2>
        <p>{words.person.whyWhat}</p>
        {turn ? <p>{pool[turn.verdict]}</p> : null}
        <History entries={history.items} here={here} />
        <Pager {...pagerFor(history, (page) => `${personAt(people, id, kept, page)}`)} />
      </section>
    </DeskFrame>
  );
}

/** What was done by hand, and whether the person is mailed about it. */
function answeredOf({ code, numbers }: Heard, { email, bounced }: PersonDetail): Answered | null {
  if (code === "let-go") return { title: badge.done, next: badge.doneNext };
  if (code === "merged") return { title: merging.done, next: merging.doneNext };
  if (code === "added")
    return { title: adding.done, next: numbers[0] ? adding.doneTold(email) : adding.doneUntold };
  if (code === "noted") return { title: notes.saved };
  if (code === "unnoted") return { title: notes.dropped };
  if (code === "send_again") return { title: words.sendAgain.done, next: words.sendAgain.doneNext(email) };
  if (code === "mend") return { title: words.mend.done, next: words.mend.told };
  const did = [...MOVES, "withdraw" as const].find((name) => name === code);
  if (!did) return null;
  const { told, untold, noAddress } = words.person;
  return { title: words.moves[did].done, next: !email ? noAddress : bounced ? untold(email) : told(email) };
}
