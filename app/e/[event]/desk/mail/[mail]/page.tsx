/** One mail to a group: to how many it goes, before it does, and what became of it afterwards. */
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { mayAt } from "#app/viewer.ts";
import { type Answered, Said } from "#components/desk/said.tsx";
import { Ask } from "#components/group-mail/ask.tsx";
import styles from "#components/group-mail/group-mail.module.css";
import { Letter, Preview } from "#components/group-mail/letter.tsx";
import { groupName, SentMail } from "#components/group-mail/sent.tsx";
import { Link } from "#components/ui/link.tsx";
import { database } from "#db/connection.ts";
import { readMailDraft } from "#db/group-mail/draft.ts";
import { findSentMail } from "#db/group-mail/list.ts";
import { askReach } from "#db/group-mail/send.ts";
import { listSectors } from "#db/sector.ts";
import { problemsOf } from "#domain/group-mail.ts";
import { mayOf } from "#domain/viewer.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../../frame.tsx";
import { type Heard, heardFrom, type SearchParams } from "../../said.ts";
import { send } from "../actions.ts";
import { letterTo, previewOf } from "../preview.ts";

const words = wordsOf("groupMail");

export const generateMetadata = (): Metadata => ({ title: words.title });

type Props = { params: Promise<{ event: string; mail: string }>; searchParams: Promise<SearchParams> };

export default async function OneMailPage({ params, searchParams }: Props) {
  const { event: slug, mail: id } = await params;
  const { event, crew, may } = await mayAt(slug, "writeMail");
  const heard = heardFrom(await searchParams);
  const back = `/e/${slug}/desk/mail`;
  const frame = { slug, at: "mail" as const, actions: <Link href={back}>{words.sent.back}</Link> };
  const said = <Said answered={answeredOf(heard)} at={heard?.at ?? ""} />;
  const sent = await findSentMail(database(), may, id);
  if (sent) {
    const here = { locale: readerLocale(), zone: event.zone };
    const letter = letterTo(event, { ...sent, sectorId: null }, words.preview.name);
    return (
      <DeskFrame {...frame} title={words.sent.title} remark={words.ask.to(groupName(sent))}>
        {said}
        <SentMail mail={sent} here={here} failed={`${back}?show=failed`} />
        <section className={styles.preview}>
          <h2>{words.sent.said}</h2>
          <Letter letter={letter} />
        </section>
      </DeskFrame>
    );
  }
  const draft = await readMailDraft(database(), may);
  if (draft.id !== id) notFound();
  if (problemsOf(draft).length > 0) redirect(back);
  const sector = (await listSectors(database(), event.id)).find((it) => it.id === draft.sectorId);
  const letter = (await previewOf(event, draft))!;
  const asked = await askReach(database(), may, draft);
  return (
    <DeskFrame {...frame} title={words.ask.title}>
      {said}
      <div className={styles.columns}>
        <Ask
          mail={id}
          group={groupName({ group: draft.group, sector: sector?.name ?? null })}
          action={send.bind(null, slug)}
          back={back}
          {...asked}
        />
        <Preview
          letter={letter}
          settings={mayOf(crew, "changeSettings") ? `/e/${slug}/desk/settings/mail` : null}
        />
      </div>
    </DeskFrame>
  );
}

function answeredOf(heard: Heard | null): Answered | null {
  const { said } = words;
  if (heard?.code === "sent") return { title: said.sent(heard.numbers[0] ?? 0), next: said.sentNext };
  return heard?.code === "recounted" ? { tone: "wait", title: said.recounted } : null;
}
