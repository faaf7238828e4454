/** How many people a publication would concern, counted when somebody is about to make it. */
import { sql } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { listRooms, listSlots, readGrid } from "#db/draft.ts";
import { listPlacements } from "#db/placement.ts";
import { concernedBy } from "#db/publication/concerned.ts";
import { keepsCounts } from "#db/voting/closing.ts";
import {
  type Affected,
  changesOf,
  NOBODY_AFFECTED,
  REVIEWED,
  type Review,
  type Reviewed,
} from "#domain/review.ts";

type Row = { kind: Reviewed | null; id: string | null; hosts: number; hands: number; people: number };

/** Counts alone, never who; where the camp keeps them from everybody, of hosts alone. */
export async function readReview(db: Database, eventId: string): Promise<Review> {
  return db.transaction(
    async (tx) => {
      const after = {
        rooms: await listRooms(tx, eventId),
        slots: await listSlots(tx, eventId),
        placements: await listPlacements(tx, eventId),
      };
      const changes = changesOf(await readGrid(tx, eventId), after);
      const changed = sql`jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as changed ("pitchId" uuid, kind text)`;
      const ids = sql`${JSON.stringify(changes.map(({ pitchId }) => pitchId))}::jsonb`;
      const rows = (await tx.execute(sql`
        select changed.kind, changed."pitchId" as id, count(distinct person)::int as people,
          count(distinct person) filter (where hosts)::int as hosts,
          count(distinct person) filter (where not hosts)::int as hands
        from ${changed} join (
          select pitch_id, registration_id as person, true as hosts from (${concernedBy(ids, { hosts: true, hands: false })}) as host
          union all
          select pitch_id, registration_id, false from (${concernedBy(ids, { hosts: false, hands: true })}) as raised
        ) as concerned on concerned.pitch_id = changed."pitchId"
        group by grouping sets ((changed.kind), (changed."pitchId"))`)) as unknown as Row[];
      const kept = await keepsCounts(tx, eventId);
      const affected = (row: Row | undefined): Affected => {
        const { hosts, hands, people } = row ?? NOBODY_AFFECTED;
        return kept ? { hosts, hands: null, people: null } : { hosts, hands, people };
      };
      const of = (kind: Reviewed) => [kind, affected(rows.find((row) => row.kind === kind))] as const;
      return {
        kinds: Object.fromEntries(REVIEWED.map(of)) as Review["kinds"],
        sessions: Object.fromEntries(rows.flatMap((row) => (row.id ? [[row.id, affected(row)]] : []))),
      };
    },
    // Several statements see the same moment only in a transaction of this kind.
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}
