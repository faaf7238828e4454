/** A change of the grid as other programs read it: every kind of it with the same fields. */
import type { Told } from "#domain/changelog.ts";
import type { Spot } from "#domain/grid.ts";

type Cell = { room: string | null; startsAt: string | null; endsAt: string | null };

export type ChangeRecord = {
  kind: Told["kind"];
  /** Of the session, or of the room that was renamed. */
  id: string;
  title: string;
  from: Cell | null;
  to: Cell | null;
  /** What it was called before. */
  was: string | null;
};

export function changeRecord(told: Told): ChangeRecord {
  return {
    ...{ kind: told.kind, id: told.id, title: told.title },
    from: "from" in told ? cellOf(told.from) : null,
    to: "to" in told ? cellOf(told.to) : null,
    was: "was" in told ? told.was : null,
  };
}

const cellOf = ({ room, startsAt, endsAt }: Spot): Cell => ({
  room: room ?? null,
  startsAt: startsAt ?? null,
  endsAt: endsAt ?? null,
});

/** Whether it happens elsewhere or at another time than before. */
export const isMove = ({ kind }: Pick<Told, "kind">): boolean =>
  kind === "moved" || kind === "room" || kind === "retimed";
