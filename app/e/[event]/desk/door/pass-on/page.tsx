/** Who would lose their place because they are not there; one form passes those on that are ticked. */
import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { PassedOn, PassOnForm } from "#components/door/pass-on.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { database } from "#db/connection.ts";
import { listDoorPhones } from "#db/door/phone.ts";
import { readPeopleCounts } from "#db/people.ts";
import { readAwaiting } from "#db/registration/pass-on.ts";
import { countStandby } from "#db/registration/standby.ts";
import { isOfferHour } from "#db/registration/waiting.ts";
import { silentPhones } from "#domain/door/news.ts";
import { isHalted, permits, wentBy } from "#domain/event.ts";
import { dayUnderWay } from "#domain/life.ts";
import { mayPassOn } from "#domain/registration/pass-on.ts";
import { mayOf } from "#domain/viewer.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../../frame.tsx";
import { passOnChosen, undo } from "./actions.ts";

const words = wordsOf("passOn");

type Props = { params: Promise<{ event: string }>; searchParams: Promise<{ did?: string | string[] }> };

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "checkIn", "movePeople");
  return { title: `${words.title} · ${event.name}` };
}

export default async function PassOnPage({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, crew, may } = await mayAt(slug, "checkIn", "movePeople");
  const now = new Date();
  const awaiting = await readAwaiting(database(), may, event.passOnMinutes ?? null, now);
  const open = mayPassOn(event.phase, awaiting.at === null ? null : Date.parse(awaiting.at), now.getTime());
  const here = { locale: readerLocale(), zone: event.zone };
  const settings = mayOf(crew, "changeSettings") ? `/e/${slug}/desk/settings/terms` : null;
  const people = await readPeopleCounts(database(), event.id);
  const phones = await listDoorPhones(database(), may);
  return (
    <DeskFrame
      slug={slug}
      at="door"
      title={words.title}
      actions={
        <ButtonLink kind="quiet" href={`/e/${slug}/desk/door`}>
          {words.back}
        </ButtonLink>
      }
    >
      <Done did={(await searchParams).did} />
      <PassOnForm
        {...{ awaiting, open, here, settings }}
        begun={!permits(event.phase, "lookAhead")}
        over={wentBy(event.phase) || isHalted(event.phase)}
        silent={silentPhones(phones, dayUnderWay(event.days), now.getTime())}
        standby={await countStandby(database(), event.id)}
        calls={people.offersOn && (await isOfferHour(database(), event, now))}
        beyond={people.over}
        action={passOnChosen.bind(null, slug)}
      />
      <PassedOn
        gone={awaiting.gone}
        here={here}
        action={wentBy(event.phase) ? null : undo.bind(null, slug)}
      />
    </DeskFrame>
  );
}

function Done({ did }: { did: string | string[] | undefined }) {
  if (did === "undone") return <Banner tone="good" role="status" title={words.undone} />;
  const many = typeof did === "string" && /^\d{1,4}$/.test(did) ? Number(did) : null;
  return many === null ? null : <Banner tone="good" role="status" title={words.done(many)} />;
}
