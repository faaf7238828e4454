import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { type Answered, Said } from "#components/desk/said.tsx";
import { pagerFor } from "#components/event/pages.ts";
import { WriteForm } from "#components/group-mail/form.tsx";
import styles from "#components/group-mail/group-mail.module.css";
import { Preview } from "#components/group-mail/letter.tsx";
import { MailParts } from "#components/group-mail/parts.tsx";
import { SentMails } from "#components/group-mail/sent.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Link } from "#components/ui/link.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { database } from "#db/connection.ts";
import { type MailDraft, readMailDraft } from "#db/group-mail/draft.ts";
import { listSentMails } from "#db/group-mail/list.ts";
import { countReach } from "#db/group-mail/reach.ts";
import { countFailed } from "#db/mail-log.ts";
import { listSectors } from "#db/sector.ts";
import type { EventView } from "#domain/event.ts";
import { MAIL_GROUPS, type MailGroup, willGet } from "#domain/group-mail.ts";
import { pageNumber } from "#domain/paging.ts";
import { type Crew, type May, mayOf } from "#domain/viewer.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";
import { type Heard, heardFrom, type SearchParams } from "../said.ts";
import { write } from "./actions.ts";
import { allBraced } from "./beginning.ts";
import { Out } from "./out.tsx";
import { previewOf, subjectOf } from "./preview.ts";

const words = wordsOf("groupMail");
const letters = wordsOf("letterWords");
const log = wordsOf("mailLog");

type Props = { params: Promise<{ event: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "writeMail");
  return { title: `${words.title} · ${event.name}` };
}

export default async function MailPage({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, crew, may } = await mayAt(slug, "writeMail");
  const asked = await searchParams;
  const heard = heardFrom(asked);
  const part = asked.show === "out" ? "all" : asked.show === "failed" ? "failed" : "write";
  return (
    <DeskFrame slug={slug} at="mail" title={part === "write" ? words.title : log.title}>
      <Said answered={answeredOf(heard)} at={heard?.at ?? ""} />
      <MailParts base={`/e/${slug}/desk/mail`} current={part} failed={await countFailed(database(), may)} />
      {part === "write" && mayOf(crew, "changeSettings") ? (
        <p>
          <Link href={`/e/${slug}/desk/mail/words`}>{letters.link}</Link>
        </p>
      ) : null}
      {part === "write" ? (
        <Write event={event} may={may} crew={crew} page={pageNumber(asked.page)} at={heard?.at ?? ""} />
      ) : (
        <Out event={event} may={may} which={part} asked={asked} />
      )}
    </DeskFrame>
  );
}

type WriteProps = { event: EventView; may: May<"writeMail">; crew: Crew; page: number; at: string };

async function Write({ event, may, crew, page, at }: WriteProps) {
  const db = database();
  const { slug } = event;
  const draft = await readMailDraft(db, may);
  const letter = await previewOf(event, draft);
  const sent = await listSentMails(db, may, page);
  const base = `/e/${slug}/desk/mail`;
  return (
    <>
      <div className={styles.columns}>
        <WriteForm
          action={write.bind(null, slug)}
          at={at}
          draft={draft}
          counts={await countsOf(event.id, draft)}
          sectors={await listSectors(db, event.id)}
          braces={allBraced()}
        />
        {letter ? (
          <Preview
            letter={letter}
            settings={mayOf(crew, "changeSettings") ? `/e/${slug}/desk/settings/mail` : null}
          />
        ) : (
          <Empty title={words.preview.example}>{words.preview.nothing}</Empty>
        )}
      </div>
      {sent.items.length > 0 ? (
        <SentMails
          mails={sent.items.map((mail) => ({ ...mail, subject: subjectOf(event, mail) }))}
          base={base}
          here={{ locale: readerLocale(), zone: event.zone }}
        />
      ) : (
        <p className={styles.hint}>{words.sent.none}</p>
      )}
      <Pager {...pagerFor(sent, (to) => `${base}?page=${to}`)} />
    </>
  );
}

async function countsOf(
  eventId: string,
  { sectorId }: MailDraft,
): Promise<Partial<Record<MailGroup, number>>> {
  const counted = MAIL_GROUPS.filter((group) => group !== "sector" || sectorId !== null);
  const reach = await Promise.all(
    counted.map((group) => countReach(database(), { eventId, group, sectorId })),
  );
  return Object.fromEntries(counted.map((group, n) => [group, willGet(reach[n]!)]));
}

function answeredOf(heard: Heard | null): Answered | null {
  const { said, begin } = words;
  switch (heard?.code) {
    case "kept":
    case "begun":
      return { title: said.kept };
    case "begun-not":
      return { tone: "info", title: begin.not };
    case "trial":
      return { title: said.trial, next: said.trialNext };
    case "retried": {
      const [again = 0] = heard.numbers;
      if (again === 0) return { tone: "info", title: log.retry.nothing };
      return { title: log.retry.done(again), next: log.retry.doneNext };
    }
    case "dropped":
      return { title: said.dropped };
    default:
      return null;
  }
}
