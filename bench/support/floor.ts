/**
 * The floor of a rush: a registration as one function inside Postgres. It takes the same lock, counts the same rows
 * and writes the same ones as the command, with no HTTP, no driver's round trips and no judgement in between.
 */
import { sql } from "drizzle-orm";
import { type Database, driver } from "#db/connection.ts";
import { hashToken, newId, newToken } from "#db/id.ts";
import type { TicketCamp } from "./tickets.ts";

/** Puts the function into the bench's own database. */
export async function makeFloor(db: Database): Promise<void> {
  await db.execute(sql`
    create function bench_register(
      camp uuid, person uuid, form uuid, address text, sector uuid, link text, letter uuid, entry uuid
    ) returns text language plpgsql as $$
    declare
      places int; turn bigint; taken int; waits int; became text;
    begin
      select capacity, next_rank into places, turn from event where id = camp for update;
      perform 1 from registration where event_id = camp and (email = address or form_id = form);
      select count(*) filter (where status in ('confirmed', 'held', 'offered')), count(*) filter (where status = 'waiting')
        into taken, waits from registration
        where event_id = camp;
      became := case when waits = 0 and taken < places then 'held' else 'waiting' end;
      insert into registration (id, event_id, form_id, email, name, sector_id, organisation, first_time, access, photos, status, rank, registered_at, changed_at)
        values (person, camp, form, address, 'Camper', sector, 'Sandwell Council', true, '', true, became, turn, now(), now());
      update event set next_rank = turn + 1 where id = camp;
      insert into registration_link (token_hash, registration_id, mailed, created_at, expires_at)
        values (link, person, false, now(), now() + interval '400 days');
      insert into outbox (id, event_id, kind, occasion, recipient, facts, created_at, due_at)
        values (letter, camp, 'registered', person || ':' || turn, address, jsonb_build_object('registrationId', person, 'status', became), now(), now());
      insert into audit (id, event_id, at, actor, actor_id, act, subject_id, "to")
        values (entry, camp, now(), 'camper', person, 'register', person, became);
      update live_version set version = version + 1, people_version = version + 1 where event_id = camp;
      perform pg_notify('wallchart_live', camp || ':0');
      return became;
    end $$`);
}

/**
 * Registers people as fast as Postgres takes them.
 *
 * @param sessions how many press at once
 * @returns each one's wait and the whole of it, in milliseconds
 */
export async function runFloor(
  url: string,
  camp: TicketCamp,
  people: number,
  sessions: number,
): Promise<{ times: number[]; ms: number }> {
  const pool = driver(url, { max: sessions });
  await Promise.all(Array.from({ length: sessions }, () => pool`select pg_sleep(0.05)`));
  const times: number[] = [];
  let next = 0;
  const press = async () => {
    while (next < people) {
      const email = `${camp.slug}-${next}@example.org`;
      next += 1;
      const link = hashToken(newToken());
      const start = performance.now();
      await pool`select bench_register(
        ${camp.id}, ${newId()}, ${newId()}, ${email}, ${camp.sectorId}, ${link}, ${newId()}, ${newId()})`;
      times.push(performance.now() - start);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: sessions }, press));
  const ms = performance.now() - start;
  await pool.end();
  return { times, ms };
}
