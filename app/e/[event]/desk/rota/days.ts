import type { RotaDay } from "#components/rota/adding.tsx";
import type { EventView } from "#domain/event.ts";
import type { RotaTask } from "#domain/rota.ts";
import { instantAt, laterDay, localAt } from "#domain/time/local.ts";
import { weekday } from "#messages/format.ts";
import { readerLocale } from "#messages/words.ts";

/** Days on which tasks may be: those of the camp, one before and one after it, and any that has a task already. */
export function rotaDays(event: EventView, tasks: readonly RotaTask[]): RotaDay[] {
  const camp = event.days.map(({ date }) => date);
  const [first, last] = [camp.at(0) ?? event.day, camp.at(-1) ?? event.day];
  const all = new Set([laterDay(first, -1), ...camp, first, laterDay(last, 1), ...madeOn(event, tasks)]);
  return [...all].sort().map((day) => ({ day, label: labelOf(day, event.zone) }));
}

/** Days that have tasks. */
export function rotaDaysMade(event: EventView, tasks: readonly RotaTask[]): RotaDay[] {
  return [...new Set(madeOn(event, tasks))].sort().map((day) => ({ day, label: labelOf(day, event.zone) }));
}

const madeOn = ({ zone }: EventView, tasks: readonly RotaTask[]) =>
  tasks.map(({ from }) => localAt(Date.parse(from), zone).day);

const labelOf = (day: string, zone: string) =>
  weekday(new Date(instantAt(day, "12:00", zone)), { locale: readerLocale(), zone });
