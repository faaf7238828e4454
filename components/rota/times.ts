import type { RotaTask } from "#domain/rota.ts";
import { type Place, weekday } from "#messages/format.ts";

/** Tasks by the day on which they begin, in order. */
export function byDay(
  tasks: readonly RotaTask[],
  place: Place,
): { day: string; tasks: readonly RotaTask[] }[] {
  const days = new Map<string, RotaTask[]>();
  for (const task of tasks) {
    const day = weekday(task.from, place);
    days.set(day, [...(days.get(day) ?? []), task]);
  }
  return [...days].map(([day, some]) => ({ day, tasks: some }));
}
