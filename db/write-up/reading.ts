/** Write-ups as others read them, newest first. */
import { and, desc, eq, inArray, isNotNull, type SQL } from "drizzle-orm";
import { isCamp } from "#db/camp-list.ts";
import type { Store } from "#db/connection.ts";
import { readPage } from "#db/paging.ts";
import { event } from "#db/schema/event.ts";
import { pitch } from "#db/schema/pitch.ts";
import { writeUp } from "#db/schema/write-up.ts";
import { meantFor, shownTo } from "#db/write-up/standing.ts";
import { ownOf, selectWriteUps, viewOf, type WriteUpRow } from "#db/write-up/view.ts";
import { phasesFor } from "#domain/event.ts";
import type { Page } from "#domain/paging.ts";
import { WENT_WRONG } from "#domain/pitch.ts";
import type { May } from "#domain/viewer.ts";
import type { WriteUpReader, WriteUpView } from "#domain/write-up.ts";

/** Write-ups on a page. */
export const WRITE_UPS_A_PAGE = 30;

/** A page of those of a camp. @param pitchId of one session alone */
export async function listWriteUps(
  store: Store,
  eventId: string,
  reader: WriteUpReader,
  page: number,
  pitchId?: string,
): Promise<Page<WriteUpView>> {
  const of = pitchId ? eq(writeUp.pitchId, pitchId) : undefined;
  return paged(store, and(eq(writeUp.eventId, eventId), of, shownTo(reader)), page, viewOf);
}

/** As the crew reads it. `hidden`: why it is, null where it is not; `quotable`: one of its lines may be chosen. */
export type CrewWriteUp = WriteUpView & { hidden: string | null; quotable: boolean };

/** A page of what people of the camp may read, hidden or not. What somebody wrote for themselves is no crew's. */
export async function listForCrew(
  store: Store,
  { eventId }: May<"runPitches">,
  page: number,
): Promise<Page<CrewWriteUp>> {
  return paged(store, and(eq(writeUp.eventId, eventId), meantFor("camp")), page, (row) => {
    const { hidden } = ownOf(row);
    return { ...viewOf(row), hidden, quotable: row.row.quotable && row.row.level === "public" };
  });
}

/** One of a session where something went wrong, with the camp it was at, and nobody's name. */
export type Mistake = Omit<WriteUpView, "name"> & { camp: string; slug: string };

/** A page of what people learned from what went wrong, at whatever camp that strangers may see. */
export async function listMistakes(store: Store, page: number): Promise<Page<Mistake>> {
  const seen = and(inArray(event.phase, [...phasesFor("visit")]), isCamp, eq(event.demo, false));
  const mistakes = and(eq(pitch.kind, WENT_WRONG), isNotNull(writeUp.pitchId), seen, shownTo("public"));
  return paged(store, mistakes, page, (row) => {
    const { name: _, ...view } = viewOf(row);
    return { ...view, camp: row.camp, slug: row.slug };
  });
}

async function paged<View>(
  store: Store,
  where: SQL | undefined,
  page: number,
  view: (row: WriteUpRow) => View,
): Promise<Page<View>> {
  const { items, ...rest } = await readPage(
    page,
    WRITE_UPS_A_PAGE,
    ({ limit, offset }) => selectWriteUps(store, where).orderBy(desc(writeUp.id)).limit(limit).offset(offset),
    async () => store.$count(selectWriteUps(store, where).as("all_of_them")),
  );
  return { items: items.map(view), ...rest };
}
