/** A database that has been in use for years: camps by the thousand that nobody touches, in a few statements. */
import { sql } from "drizzle-orm";
import { listComing } from "#db/camp-list.ts";
import type { Database } from "#db/connection.ts";
import { FIRST_PAGE, leadTo } from "#domain/paging.ts";

/** How full they are. Each has two more in the line, whose addresses are proven. */
const PLACES = 4;

const places = (more = 0) => sql.raw(String(PLACES + more));

/**
 * Of ten camps five are past, over ten years; one was never moved on from its sessions; one is closed and three still
 * register, this year. All are full with a line, and every person has a page, a browser, a mail and a row in the log.
 * Addresses are `/e/quiet-1` and so on; those that are there stay.
 * What is kept no longer than it is needed went long ago.
 * @param now by which camps are past or to come
 */
export async function makeManyCamps(db: Database, count: number, now = new Date()): Promise<void> {
  const at = now.toISOString();
  const gone = sql`case when starts_at < ${at}::timestamptz then (starts_at at time zone 'UTC')::date end`;
  const lines = [
    sql`create temporary table many on commit drop as
      select n, md5('camp' || n)::uuid as id, md5('sector' || n)::uuid as sector,
        case when n % 10 < 5 then 'archived' when n % 10 = 5 then 'sessions' when n % 10 = 6 then 'closed' else 'tickets' end as phase,
        date_trunc('day', ${at}::timestamptz at time zone 'UTC') at time zone 'UTC' + interval '8 hours'
          + (case when n % 10 < 6 then -1 - n % 3650 else 20 + n % 300 end) * interval '1 day' as starts_at
      from generate_series(1, ${count}::int) n where not exists (select from event where slug = 'quiet-' || n)`,
    sql`insert into event (id, slug, name, place, day, starts_at, zone, capacity, phase, next_rank, created_at, purged_day, write_ups_asked_day)
      select id, 'quiet-' || n, 'Quiet camp ' || n, 'The Exchange, Birmingham', (starts_at at time zone 'UTC')::date,
        starts_at, 'Europe/London', ${places()}, phase, ${places(3)}, starts_at - interval '60 days',
        ${gone}, ${gone} from many`,
    sql`insert into day (id, event_id, date, starts_at, phase)
      select md5('day' || n)::uuid, id, (starts_at at time zone 'UTC')::date, starts_at,
        case phase when 'archived' then 'over' when 'sessions' then 'sessions' else 'doors' end from many`,
    sql`insert into live_version (event_id) select id from many`,
    sql`insert into sector (id, event_id, name, position) select sector, id, 'Local government', 0 from many`,
    sql`create temporary table everybody on commit drop as
      select n, p, id as event_id, sector, md5('person' || n || '-' || p)::uuid as id, starts_at - interval '50 days' as since
      from many cross join generate_series(1, ${places(2)}) p`,
    sql`insert into registration (id, event_id, email, name, sector_id, status, rank, registered_at, verified_at, changed_at)
      select id, event_id, p || '@' || n || '.example.org', 'Camper ' || p, sector,
        case when p <= ${places()} then 'confirmed' else 'waiting' end, p, since, since, since from everybody`,
    sql`insert into registration_link (token_hash, registration_id, mailed, expires_at, created_at)
      select md5('link' || n || '-' || p), id, true, greatest(since, ${at}::timestamptz) + interval '300 days', since from everybody`,
    sql`insert into device (id, token_hash, stranger, created_at, seen_at, expires_at)
      select md5('device' || n || '-' || p)::uuid, md5('cookie' || n || '-' || p), false, since, since,
        greatest(since, ${at}::timestamptz) + interval '150 days' from everybody`,
    sql`insert into ticket (device_id, registration_id, created_at)
      select md5('device' || n || '-' || p)::uuid, id, since from everybody`,
    sql`insert into outbox (id, event_id, kind, urgency, occasion, recipient, facts, created_at, due_at, sent_at)
      select md5('mail' || n || '-' || p)::uuid, event_id, 'registered', 2, id || ':' || p,
        p || '@' || n || '.example.org', '{}', since, since, since from everybody`,
    sql`insert into audit (id, event_id, at, actor, actor_id, act, subject_id, "to")
      select md5('audit' || n || '-' || p)::uuid, event_id, since, 'camper', id, 'register', id,
        case when p <= ${places()} then 'confirmed' else 'waiting' end from everybody`,
    sql`create temporary table pitched on commit drop as
      select n, p, id as event_id, starts_at, md5('pitch' || n || '-' || p)::uuid as id
      from many cross join generate_series(1, 2) p where phase in ('sessions', 'archived')`,
    sql`insert into pitch (id, event_id, title, created_at, said_at)
      select id, event_id, 'What we learned from form ' || p, starts_at, starts_at from pitched`,
    sql`insert into hand (pitch_id, registration_id, up, cast_at)
      select pitched.id, everybody.id, true, starts_at from pitched
      join everybody on everybody.n = pitched.n and everybody.p <= ${places()}`,
    sql`insert into tally (pitch_id, event_id, hands, version) select id, event_id, ${places()}, 1 from pitched`,
    sql`insert into plan (event_id, id, asked_at, state)
      select event_id, id, starts_at, 'failed' from pitched where p = 1`,
    // As after a beat: in full camps with a line nothing is due.
    sql`delete from unsettled where event_id in (select id from many)`,
  ];
  await db.transaction(async (tx) => {
    for (const line of lines) await tx.execute(line);
  });
  // As Postgres does by itself within a minute.
  await db.execute(sql`vacuum analyze`);
}

/** The lists of camps that strangers get, where there are many: what is coming, its second page, and the fullest year. */
export async function listsOfCamps(db: Database): Promise<string[]> {
  const [found] = await db.execute<{ year: number }>(sql`select extract(year from day)::int as year from event
    where phase = 'archived' group by 1 order by count(*) desc limit 1`);
  const second = leadTo(await listComing(db, new Date(), FIRST_PAGE), 2);
  return ["/", "/coming", `/coming?${second}`, `/past/${found!.year}`, "/now?page=1"];
}
