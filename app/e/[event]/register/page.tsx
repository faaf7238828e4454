import type { Metadata } from "next";
import { camp } from "#app/viewer.ts";
import { LeftForSome } from "#components/event/left-for-some.tsx";
import { datesOf, shortDatesOf } from "#components/event/life.ts";
import { DrawState, Opening } from "#components/event/opening.tsx";
import { RegistrationForm } from "#components/registration/form.tsx";
import { NotOpen } from "#components/registration/not-open.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { database } from "#db/connection.ts";
import { listQuestions } from "#db/question.ts";
import { listSectors } from "#db/sector.ts";
import { readTickets } from "#db/tickets.ts";
import { type EventView, isHalted, permits } from "#domain/event.ts";
import { isLeftForSome } from "#domain/pool.ts";
import type { Returned } from "#domain/registration/returned.ts";
import type { TicketsView } from "#domain/tickets.ts";
import { wordsOf } from "#messages/words.ts";
import { returnedHere } from "./returned.ts";

const words = wordsOf("registration");
const halt = wordsOf("halt");
const releaseWords = wordsOf("release");

type Props = { params: Promise<{ event: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const returned = await returnedHere();
  if (returned) return { title: words.again.title(returned.camp.name) };
  return { title: words.title((await camp((await params).event)).name) };
}

export default async function Register({ params }: Props) {
  // All that it shows came with it: the database may be away.
  const returned = await returnedHere();
  if (returned) return <Asking {...returned} returned={returned} />;
  const event = await camp((await params).event);
  const tickets = await readTickets(database(), event.id, new Date());
  const closed = whyClosed(event, tickets);
  if (closed) return <NotOpen camp={event.name} where={whereAndWhen(event)} slug={event.slug} {...closed} />;
  const [sectors, questions] = await Promise.all([
    listSectors(database(), event.id),
    listQuestions(database(), event.id),
  ]);
  return <Asking camp={event} tickets={tickets} sectors={sectors} questions={questions} />;
}

function Asking({
  camp,
  tickets,
  sectors,
  questions,
  returned,
}: Pick<Returned, "camp" | "tickets" | "sectors" | "questions"> & { returned?: Returned | undefined }) {
  return (
    <RegistrationForm
      slug={camp.slug}
      camp={camp.name}
      action={`/live/${camp.slug}/registration`}
      opens={tickets?.next === "soon" && tickets.release ? { ...tickets.release, served: tickets.at } : null}
      sectors={sectors}
      questions={questions}
      returned={returned}
    >
      {tickets?.next === "soon" && tickets.release && camp.zone ? (
        <Opening release={tickets.release} served={tickets.at} camp={{ zone: camp.zone }}>
          <p>{releaseWords.soon.ready}</p>
        </Opening>
      ) : null}
      {tickets?.next === "entry" && camp.zone ? (
        <DrawState tickets={tickets} camp={{ zone: camp.zone }} />
      ) : null}
      {tickets?.next === "line" ? <Full tickets={tickets} zone={camp.zone ?? ""} /> : null}
      {tickets?.next === "proof" ? <Proof /> : null}
    </RegistrationForm>
  );
}

function whyClosed(event: EventView, tickets: TicketsView) {
  const { draft, past, over, full } = words.phase;
  if (!permits(event.phase, "visit")) return { ...draft, why: draft.why(event.name) };
  if (isHalted(event.phase)) {
    const { title, what } = halt.state[event.phase];
    return { ...over, title, why: what(datesOf(event)), next: halt.registered };
  }
  if (tickets.over) return { ...past, why: past.why(event.name) };
  if (!permits(event.phase, "register")) return { ...over, why: over.why(event.name) };
  if (tickets.next === "drawing") {
    const { closed, waiting, next } = releaseWords.draw;
    return { title: closed, why: waiting(tickets.entered, tickets.release?.places ?? 0), next };
  }
  if (tickets.next === "closed_line") return { ...full, why: full.why(tickets.waiting) };
  return null;
}

function Full({ tickets, zone }: { tickets: TicketsView; zone: string }) {
  if (tickets.pools && isLeftForSome(tickets.pools))
    return <LeftForSome pools={tickets.pools} camp={{ zone }} />;
  return (
    <Banner
      tone="wait"
      title={<Figures>{words.full.title(tickets.out, tickets.capacity, tickets.free)}</Figures>}
    >
      <p>
        <Figures>{words.full.line(tickets.waiting)}</Figures>
      </p>
    </Banner>
  );
}

function Proof() {
  return (
    <Banner tone="wait" title={words.proof.title}>
      <p>{words.proof.line}</p>
    </Banner>
  );
}

function whereAndWhen(event: EventView): string {
  return `${event.place} · ${shortDatesOf(event)}`;
}
