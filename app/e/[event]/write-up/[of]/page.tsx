/** Writing up one session or one day. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { camp, viewer } from "#app/viewer.ts";
import { placeOf } from "#components/event/place.ts";
import { CampTabs } from "#components/event/tabs.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { nameOf } from "#components/write-up/about.ts";
import { WriteUpCard } from "#components/write-up/card.tsx";
import { DeleteWriteUp, WriteUpForm } from "#components/write-up/form.tsx";
import { NoPlace } from "#components/write-up/no-place.tsx";
import styles from "#components/write-up/write-up.module.css";
import { database } from "#db/connection.ts";
import { findOwnWriteUp, readSubject, type WriteUpSubject } from "#db/write-up.ts";
import { type EventView, permits } from "#domain/event.ts";
import { WENT_WRONG } from "#domain/pitch.ts";
import type { Attendee } from "#domain/viewer.ts";
import { BLANK_WRITE_UP, canBeNamed, levelsFor, type WriteUpOf, writeUpKey } from "#domain/write-up.ts";
import { wordsOf } from "#messages/words.ts";
import { remove, save } from "../actions.ts";
import { ofIn } from "../of.ts";

const { form: words, link } = wordsOf("writeUp");

type Props = { params: Promise<{ event: string; of: string }> };

export const generateMetadata = (): Metadata => ({ title: link, robots: { index: false } });

export default async function Page({ params }: Props) {
  const { event: slug, of: key } = await params;
  const event = await camp(slug);
  const { attendee, person } = await viewer(event.id);
  const of = ofIn(key);
  if (!of) notFound();
  return (
    <Phone camp={event.name} home={`/e/${slug}`} tabs={<CampTabs slug={slug} current="me" />}>
      {attendee ? (
        <Writing {...{ event, attendee, of }} />
      ) : (
        <>
          <Heading title={link} />
          <NoPlace slug={slug} back={`/e/${slug}/write-up/${key}`} signedIn={person !== null} />
        </>
      )}
    </Phone>
  );
}

type WritingProps = { event: EventView; attendee: Attendee; of: WriteUpOf };

/** Of what can be written about no more, what is there can still be deleted. */
async function Writing({ event, attendee, of }: WritingProps) {
  const { id, slug, phase } = event;
  const [subject, own] = await Promise.all([
    readSubject(database(), id, of, new Date()),
    findOwnWriteUp(database(), attendee, of),
  ]);
  const open = subject !== null && permits(phase, "writeUp");
  if (!open && !own) notFound();
  const key = writeUpKey(of);
  const about = nameOf({ of, title: subject?.title ?? own?.title ?? null }, placeOf(event));
  return (
    <>
      <Heading above={link} title={about}>
        {open && !own ? words.lede : null}
      </Heading>
      {open ? (
        <WriteUpForm
          begun={own ?? BLANK_WRITE_UP}
          mark={own?.mark ?? ""}
          owner={attendee.registrationId}
          open={levelsFor(subject.notes)}
          canBeNamed={canBeNamed(subject.notes, subject.kind)}
          why={whyFewer(subject)}
          action={save.bind(null, slug, key)}
        />
      ) : (
        <ul className={styles.cards}>{own ? <WriteUpCard answers={own} about={about} /> : null}</ul>
      )}
      {own ? <DeleteWriteUp action={remove.bind(null, slug, key)} /> : null}
      <p className={styles.ways}>
        <a href={`/e/${slug}/write-up`}>{words.back}</a>
      </p>
    </>
  );
}

/** What was agreed for a session, as far as it says who may read of it. */
function whyFewer({ notes, kind }: WriteUpSubject): string[] {
  const { closed } = words;
  if (notes.includes("no_notes")) return [closed.no_notes];
  return [
    ...(notes.includes("unlisted") ? [closed.unlisted] : []),
    ...(notes.includes("no_names") ? [closed.no_names] : kind === WENT_WRONG ? [closed.went_wrong] : []),
  ];
}
