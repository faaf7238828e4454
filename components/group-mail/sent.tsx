/** The mails to groups that went out: a list of them, and what became of one. */
import { Figures } from "#components/ui/figures.tsx";
import { Link } from "#components/ui/link.tsx";
import { Table } from "#components/ui/table.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { MailGroup, MailReach } from "#domain/group-mail.ts";
import { number } from "#messages/counts.ts";
import { day, type Place, time } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";

const { sent: words, reach: counted } = wordsOf("groupMail");

export type SentView = {
  id: string;
  group: MailGroup;
  sector: string | null;
  subject: string;
  sentAt: string;
  by: string | null;
  reach: MailReach;
  progress: { sent: number; waiting: number; failed: number; dropped: number };
};

export const groupName = ({ group, sector }: Pick<SentView, "group" | "sector">) =>
  sector ? words.sector(sector) : words.to[group];

const when = (instant: string, here: Place) => `${day(instant, here)}, ${time(instant, here)}`;

const allOf = ({ sent, waiting, failed, dropped }: SentView["progress"]) => sent + waiting + failed + dropped;

export function SentMails({ mails, base, here }: { mails: readonly SentView[]; base: string; here: Place }) {
  const { columns } = words;
  const locale = readerLocale();
  return (
    <Table
      caption={words.caption}
      captionShown
      rows={mails}
      rowId={({ id }) => id}
      columns={[
        {
          id: "subject",
          label: columns.subject,
          header: true,
          cell: ({ id, subject }) => <Link href={`${base}/${id}`}>{subject}</Link>,
        },
        { id: "to", label: columns.to, cell: groupName },
        { id: "when", label: columns.when, figures: true, cell: ({ sentAt }) => when(sentAt, here) },
        {
          id: "gone",
          label: columns.gone,
          figures: true,
          end: true,
          cell: ({ progress }) => `${number(progress.sent, locale)} / ${number(allOf(progress), locale)}`,
        },
        {
          id: "failed",
          label: columns.failed,
          end: true,
          cell: ({ progress: { failed } }) =>
            failed > 0 ? <Tag tone="bad">{number(failed, locale)}</Tag> : number(failed, locale),
        },
      ]}
    />
  );
}

/** To whom, by whom and when one went, and how far it is. @param failed where to see what failed */
export function SentMail({ mail, here, failed }: { mail: SentView; here: Place; failed: string }) {
  const { progress, reach } = mail;
  const moment = when(mail.sentAt, here);
  const lines = [
    progress.waiting > 0 ? words.waiting(progress.waiting) : "",
    progress.failed > 0 ? words.failed(progress.failed) : "",
    progress.dropped > 0 ? words.dropped(progress.dropped) : "",
    counted.leftOut(reach),
  ].filter((line) => line !== "");
  return (
    <>
      <p>{mail.by ? words.by(mail.by, moment) : words.byNobody(moment)}</p>
      <p>
        <Figures>{[words.gone(progress.sent, allOf(progress)), ...lines].join(" ")}</Figures>{" "}
        {progress.failed > 0 ? <Link href={failed}>{words.seeWhy}</Link> : null}
      </p>
    </>
  );
}
