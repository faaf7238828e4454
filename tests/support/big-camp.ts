/** A camp with more of everything than any has had, in a few statements. */
import { sql } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import type { TestCamp } from "./camp.ts";

/**
 * Of ten people five have a place, three wait (of these a third unproven, and of ten one whose mail came back) and two
 * are gone. They are called "Camper 1" and so on, in the order of their ranks.
 */
export async function fillWithPeople(db: Database, camp: TestCamp, count: number): Promise<void> {
  await db.execute(sql`insert into registration
      (id, event_id, email, name, sector_id, organisation, status, rank, registered_at, verified_at, bounced_at, first_time, changed_at)
    select md5(${camp.id} || 'person' || n)::uuid, ${camp.id}, 'camper' || n || '@council' || n % 400 || '.example',
      'Camper ' || n, ${camp.sectorId}, 'Council of town ' || n % 400,
      case when n % 10 < 5 then 'confirmed' when n % 10 < 8 then 'waiting' when n % 10 = 8 then 'released' else 'left' end,
      n, now(), case when n % 10 < 8 and n % 3 = 0 then null else now() end,
      case when n % 100 = 7 then now() end, n % 4 = 0, now()
    from generate_series(1, ${count}::int) n`);
  await db.execute(sql`analyze registration`);
}

/** With two hosts each and hands up, none of them placed. They are called "Pitch 1" and so on. */
export async function fillWithPitches(
  db: Database,
  { eventId }: { eventId: string },
  count: number,
): Promise<void> {
  await db.execute(sql`insert into pitch (id, event_id, title, line, created_at)
    select md5(${eventId} || 'pitch' || n)::uuid, ${eventId}, 'Pitch ' || n || ': what we learned from the form nobody filled in',
      'Bring one of your own. We read it aloud, and say what we would leave out.', now() - interval '1 day' + n * interval '1 second'
    from generate_series(1, ${count}::int) n`);
  await db.execute(sql`insert into pitch_host (pitch_id, position, name)
    select md5(${eventId} || 'pitch' || n)::uuid, p, 'Camper ' || n + p from generate_series(1, ${count}::int) n, generate_series(0, 1) p`);
  await db.execute(sql`insert into tally (pitch_id, event_id, hands, version)
    select md5(${eventId} || 'pitch' || n)::uuid, ${eventId}, n % 60, 1 from generate_series(1, ${count}::int) n`);
  await db.execute(sql`analyze pitch, pitch_host, tally`);
}
