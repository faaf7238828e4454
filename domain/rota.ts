/** The rota: what the crew has to do at a time and a place, for how many of them it is, and who does it. */

/** What an organiser does on the rota that somebody who is down for a task is told of. */
export const ROTA_CHANGES = ["put_in", "taken_out", "changed", "removed"] as const;
export type RotaChange = (typeof ROTA_CHANGES)[number];

export type RotaPerson = { id: string; name: string };

/** Instants are ISO 8601; `people` in the order in which they signed up. `place` is empty where the task says it. */
export type RotaTask = {
  id: string;
  task: string;
  place: string;
  from: string;
  until: string;
  wanted: number;
  people: readonly RotaPerson[];
};

type Times = Pick<RotaTask, "from" | "until">;

/** Whether there is a moment that belongs to both; one may end as the other begins. */
export function meet(one: Times, other: Times): boolean {
  return Date.parse(one.from) < Date.parse(other.until) && Date.parse(other.from) < Date.parse(one.until);
}

/** @param now milliseconds since 1970 */
export function isOver({ until }: Times, now: number): boolean {
  return Date.parse(until) <= now;
}

/** @param now milliseconds since 1970 */
export function isOn(task: Times, now: number): boolean {
  return Date.parse(task.from) <= now && !isOver(task, now);
}

/** How many more it wants; never fewer than none. */
export function shortBy({ wanted, people }: Pick<RotaTask, "wanted" | "people">): number {
  return Math.max(0, wanted - people.length);
}

export function does({ people }: Pick<RotaTask, "people">, personId: string): boolean {
  return people.some(({ id }) => id === personId);
}

/** Another task of somebody that meets this one; undefined where they are free. */
export function clashOf(task: RotaTask, tasks: readonly RotaTask[], personId: string): RotaTask | undefined {
  return tasks.find((other) => other.id !== task.id && does(other, personId) && meet(task, other));
}

/**
 * Why somebody cannot be down for a task, or null.
 * @param known how many are down for it, and when their other tasks are
 * @param now milliseconds since 1970
 */
export function whyNot(
  task: Times & Pick<RotaTask, "wanted">,
  { down, theirs }: { down: number; theirs: readonly Times[] },
  now: number,
): "task_over" | "task_full" | "task_clash" | null {
  if (isOver(task, now)) return "task_over";
  if (down >= task.wanted) return "task_full";
  return theirs.some((other) => meet(task, other)) ? "task_clash" : null;
}

/** How far ahead the desk says that a task is short, in milliseconds: until somebody can still be asked in person. */
const AHEAD_MS = 18 * 3_600_000;

/** The tasks that are short, on now or soon, the first to begin first. @param now milliseconds since 1970 */
export function gapsSoon(tasks: readonly RotaTask[], now: number): RotaTask[] {
  return tasks
    .filter((task) => shortBy(task) > 0 && !isOver(task, now) && Date.parse(task.from) < now + AHEAD_MS)
    .sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
}

/** Where each of the crew who has something to do now is, person by person in the order of the tasks. */
export function whoIsWhere(
  tasks: readonly RotaTask[],
  now: number,
): { person: RotaPerson; task: RotaTask }[] {
  return tasks
    .filter((task) => isOn(task, now))
    .flatMap((task) => task.people.map((person) => ({ person, task })));
}
