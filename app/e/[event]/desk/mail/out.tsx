/** What went out of a camp's mail, or what failed of it. */
import { notFound } from "next/navigation";
import { pagerFor } from "#components/event/pages.ts";
import styles from "#components/group-mail/group-mail.module.css";
import { MailKinds, MailLog } from "#components/group-mail/log.tsx";
import { Retry } from "#components/group-mail/retry.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { database } from "#db/connection.ts";
import { countMail, listMail } from "#db/mail-log.ts";
import type { EventView } from "#domain/event.ts";
import { turnOf } from "#domain/paging.ts";
import type { May } from "#domain/viewer.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import type { SearchParams } from "../said.ts";
import { retry } from "./actions.ts";

const words = wordsOf("mailLog");

type OutProps = {
  event: EventView;
  may: May<"writeMail">;
  which: "all" | "failed";
  asked: SearchParams;
};

export async function Out({ event, may, which, asked }: OutProps) {
  const turn = turnOf(asked);
  if (!turn) notFound();
  const list = await listMail(database(), may, which, turn);
  const base = `/e/${event.slug}/desk`;
  const here = { locale: readerLocale(), zone: event.zone };
  const again = retry.bind(null, event.slug);
  const failed = which === "failed";
  return (
    <>
      {failed ? null : <p className={styles.hint}>{words.lede}</p>}
      {failed || list.items.length === 0 ? null : (
        <details className={styles.kinds}>
          <summary>{words.table.kinds}</summary>
          <MailKinds kinds={await countMail(database(), may)} />
        </details>
      )}
      {failed && list.items.some(({ retries }) => retries) ? (
        <div className={styles.all}>
          <Retry action={again} />
          <p className={styles.hint}>{words.retry.allHint}</p>
        </div>
      ) : null}
      {list.items.length === 0 ? (
        <Empty title={words.none[which]}>{failed ? words.none.failedBody : words.none.allBody}</Empty>
      ) : (
        <MailLog rows={list.items} which={which} people={`${base}/people`} here={here} retry={again} />
      )}
      <Pager {...pagerFor(list, (_, where) => `${base}/mail?show=${failed ? "failed" : "out"}&${where}`)} />
    </>
  );
}
