/** Today: what is going on at the camp, and the next step. */
import type { Metadata } from "next";
import { crewOf } from "#app/viewer.ts";
import { Today } from "#components/desk/today.tsx";
import { daysBetween, localAt } from "#domain/time/local.ts";
import { desk } from "#messages/en/desk.ts";
import { DeskFrame } from "./frame.tsx";

type Props = { params: Promise<{ event: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await crewOf((await params).event);
  return { title: `${desk.today.title} · ${event.name}` };
}

export default async function TodayPage({ params }: Props) {
  const { event: slug } = await params;
  const { event } = await crewOf(slug);
  const today = localAt(Date.now(), event.zone).day;
  return (
    <DeskFrame slug={slug} at="today" title={desk.today.title}>
      <Today daysAway={daysBetween(today, event.day)} />
    </DeskFrame>
  );
}
