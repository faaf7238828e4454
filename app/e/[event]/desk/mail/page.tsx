import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { type Answered, Said } from "#components/desk/said.tsx";
import { pagerFor } from "#components/event/pages.ts";
import { WriteForm } from "#components/group-mail/form.tsx";
import styles from "#components/group-mail/group-mail.module.css";
import { Preview } from "#components/group-mail/letter.tsx";
import { SentMails } from "#components/group-mail/sent.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { database } from "#db/connection.ts";
import { type MailDraft, readMailDraft } from "#db/group-mail/draft.ts";
import { listSentMails } from "#db/group-mail/list.ts";
import { countReach } from "#db/group-mail/reach.ts";
import { listSectors } from "#db/sector.ts";
import { MAIL_GROUPS, type MailGroup, willGet } from "#domain/group-mail.ts";
import { pageNumber } from "#domain/paging.ts";
import { mayOf } from "#domain/viewer.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";
import { type Heard, heardFrom, type SearchParams } from "../said.ts";
import { write } from "./actions.ts";
import { allBraced } from "./beginning.ts";
import { previewOf } from "./preview.ts";

const words = wordsOf("groupMail");

export const generateMetadata = (): Metadata => ({ title: words.title });

type Props = { params: Promise<{ event: string }>; searchParams: Promise<SearchParams> };

export default async function MailPage({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, crew, may } = await mayAt(slug, "writeMail");
  const db = database();
  const asked = await searchParams;
  const heard = heardFrom(asked);
  const draft = await readMailDraft(db, may);
  const letter = await previewOf(event, draft);
  const sent = await listSentMails(db, may, pageNumber(asked.page));
  const base = `/e/${slug}/desk/mail`;
  return (
    <DeskFrame slug={slug} at="mail" title={words.title}>
      <Said answered={answeredOf(heard)} at={heard?.at ?? ""} />
      <div className={styles.columns}>
        <WriteForm
          action={write.bind(null, slug)}
          at={heard?.at ?? ""}
          draft={draft}
          counts={await countsOf(event.id, draft)}
          sectors={await listSectors(db, event.id)}
          braces={allBraced()}
        />
        {letter ? (
          <Preview
            letter={letter}
            settings={mayOf(crew, "changeSettings") ? `/e/${slug}/desk/settings#mail` : null}
          />
        ) : (
          <Empty title={words.preview.example}>{words.preview.nothing}</Empty>
        )}
      </div>
      {sent.items.length > 0 ? (
        <SentMails mails={sent.items} base={base} here={{ locale: readerLocale(), zone: event.zone }} />
      ) : (
        <p className={styles.hint}>{words.sent.none}</p>
      )}
      <Pager {...pagerFor(sent, (page) => `${base}?page=${page}`)} />
    </DeskFrame>
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
    case "dropped":
      return { title: said.dropped };
    default:
      return null;
  }
}
