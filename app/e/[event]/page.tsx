import type { Metadata } from "next";
import { camp } from "#app/viewer.ts";
import { CampFront } from "#components/event/front.tsx";
import { Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { readGrid } from "#db/draft.ts";
import { readTickets } from "#db/tickets.ts";
import { wordsOf } from "#messages/words.ts";
import type { CampProps } from "./title.ts";

const common = wordsOf("common");

export async function generateMetadata({ params }: CampProps): Promise<Metadata> {
  const event = await camp((await params).event);
  return { title: event.name, ...(event.strapline && { description: event.strapline }) };
}

export default async function Page({ params }: CampProps) {
  const event = await camp((await params).event);
  const [tickets, grid] = await Promise.all([
    readTickets(database(), event.id, new Date()),
    readGrid(database(), event.id),
  ]);
  return (
    <Phone camp={common.product}>
      <CampFront event={event} tickets={tickets} published={grid !== null} />
    </Phone>
  );
}
