/** The demo's front page: every camp, and who one can be there. Not found outside demo mode. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DemoCamps, type DemoCard, DemoPage, Lede } from "#components/demo/camps.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import type { Hour } from "#components/ui/hour.ts";
import { database } from "#db/connection.ts";
import { type DemoCamp, listDemoCamps } from "#db/demo/visitor.ts";
import { listSlots } from "#db/draft.ts";
import { listPitches } from "#db/pitch.ts";
import { permits } from "#domain/event.ts";
import { whereInTheDay } from "#domain/slot.ts";
import { env } from "#env.ts";
import { count, number } from "#messages/counts.ts";
import { time } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { becomeCamper, becomeNext, becomeOrganiser } from "./actions.ts";

const common = wordsOf("common");
const demo = wordsOf("demo");
const words = wordsOf("event");

export const generateMetadata = (): Metadata => ({ title: demo.title, robots: { index: false } });
export const dynamic = "force-dynamic";

export default async function Page() {
  if (!env().DEMO) notFound();
  const camps = await listDemoCamps(database());
  const cards = await Promise.all(camps.map((camp, index) => cardOf(camp, (index + 1) as Hour)));
  return (
    <DemoPage product={common.product}>
      <Lede>{demo.lede}</Lede>
      {cards.length > 0 ? (
        <>
          <DemoCamps
            camps={cards}
            ways={{ camper: becomeCamper, next: becomeNext, organiser: becomeOrganiser }}
          />
          <p>{demo.both}</p>
        </>
      ) : (
        <Empty title={demo.none.title} action={<ButtonLink href="/">{demo.none.home}</ButtonLink>}>
          {demo.none.body}
        </Empty>
      )}
      <p>
        <a href="/mailbox">{demo.mailbox}</a>
      </p>
    </DemoPage>
  );
}

async function cardOf(camp: DemoCamp, hour: Hour): Promise<DemoCard> {
  const [slots, pitches] = await Promise.all([
    listSlots(database(), camp.id),
    listPitches(database(), camp.id),
  ]);
  const { on } = whereInTheDay(slots, Date.now());
  const [confirmed, places, waiting] = [camp.confirmed, camp.capacity, camp.waiting].map((n) =>
    number(n, readerLocale()),
  );
  const facts = [demo.people(confirmed!, places!, waiting!)];
  if (camp.entered > 0) facts.push(count(camp.entered, demo.entered, readerLocale()));
  if (pitches.length > 0) facts.push(count(pitches.length, demo.pitches, readerLocale()));
  if (on?.kind === "session") {
    facts.push(demo.slot(on.number, time(on.endsAt, { locale: readerLocale(), zone: camp.zone })));
  }
  return {
    slug: camp.slug,
    name: camp.name,
    phase: words.phases[camp.phase],
    strapline: camp.strapline,
    facts,
    moment: camp.entered > 0 ? demo.draw : demo.moments[camp.phase],
    hour,
    line: permits(camp.phase, "register") && camp.waiting > 0,
  };
}
