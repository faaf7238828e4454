/** A write-up as a row, and as it is read. */
import { eq, type SQL } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { event } from "#db/schema/event.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { writeUp } from "#db/schema/write-up.ts";
import { COPY, HOSTS, NOTES } from "#db/write-up/standing.ts";
import { runKey } from "#domain/run.ts";
import {
  canBeNamed,
  type OwnWriteUp,
  type WriteUpOf,
  type WriteUpView,
  withoutNames,
} from "#domain/write-up.ts";

const said = {
  ...{ row: writeUp, writer: registration.name, title: pitch.title, kind: pitch.kind },
  ...{ camp: event.name, slug: event.slug },
};

/** With whoever wrote it, what it is of and at which camp. */
export function selectWriteUps(store: Store, where: SQL | undefined) {
  return store
    .select({ ...said, notes: NOTES, hosts: HOSTS, copy: COPY })
    .from(writeUp)
    .innerJoin(registration, eq(registration.id, writeUp.registrationId))
    .innerJoin(event, eq(event.id, writeUp.eventId))
    .leftJoin(pitch, eq(pitch.id, writeUp.pitchId))
    .where(where)
    .$dynamic();
}

export type WriteUpRow = Awaited<ReturnType<typeof selectWriteUps>>[number];

/** As others read it: where nobody may be named, without the names of those who hosted it and whoever wrote it. */
export function viewOf(found: WriteUpRow): WriteUpView {
  const { row, writer, notes, kind, hosts } = found;
  const open = canBeNamed(notes, kind);
  const words = (text: string) => (open ? text : withoutNames(text, [...hosts, writer]));
  const { learned, doing, readers } = row;
  return {
    ...aboutOf(found),
    ...{ learned: words(learned), doing: words(doing), readers: words(readers) },
    name: open && row.named ? writer : "",
  };
}

/** As whoever wrote it reads it. */
export function ownOf(found: WriteUpRow): OwnWriteUp {
  const { row, writer, notes, kind } = found;
  const { learned, doing, readers, named, quotable, hiddenAt, hiddenReason, changedAt } = row;
  return {
    ...aboutOf(found),
    ...{ learned, doing, readers, named, quotable, notes },
    name: named && canBeNamed(notes, kind) ? writer : "",
    unlisted: notes.includes("unlisted"),
    hidden: hiddenAt ? hiddenReason : null,
    mark: changedAt.toISOString(),
  };
}

function aboutOf({
  row,
  title,
  copy,
}: WriteUpRow): Pick<WriteUpView, "id" | "of" | "title" | "session" | "level"> {
  const { id, level, pitchId, day } = row;
  const of: WriteUpOf = pitchId === null ? { pitchId, day: day! } : { pitchId, day: null };
  return { id, of, title, level, session: pitchId !== null && copy !== null ? runKey(pitchId, copy) : null };
}
