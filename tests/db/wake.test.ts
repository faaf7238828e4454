import { sql } from "drizzle-orm";
import { beforeAll, expect, test, vi } from "vitest";
import type { Database } from "#db/connection.ts";
import { bump } from "#db/live.ts";
import { listen } from "#db/wake.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { type PitchingCamp, pitchingCamp } from "#tests/support/pitching.ts";

let db: Database;
let url: string;
let camp: PitchingCamp;

beforeAll(async () => {
  ({ db, url } = await freshDatabase());
  camp = await pitchingCamp(db);
});

const wake = () => bump(db, camp.eventId, ["pitches"]);
const patience = { timeout: 15_000, interval: 100 };

test("a change is heard, and is heard again after the connection was lost", async () => {
  const woken: string[] = [];
  let listening = 0;
  const listener = listen(
    db,
    url,
    (eventId) => woken.push(eventId),
    () => {
      listening += 1;
    },
  );
  await vi.waitFor(() => expect(listening).toBe(1), patience);
  await wake();
  await vi.waitFor(() => expect(woken).toEqual([camp.eventId]), patience);

  await db.execute(
    sql`select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen %' and datname = current_database()`,
  );
  await vi.waitFor(() => expect(listening).toBeGreaterThan(1), patience);
  await wake();
  await vi.waitFor(() => expect(woken.length).toBe(2), patience);
  await listener.end();
});

test("its own checks wake nobody, and once ended it hears nothing", async () => {
  const woken: string[] = [];
  let listening = false;
  const listener = listen(
    db,
    url,
    (eventId) => woken.push(eventId),
    () => {
      listening = true;
    },
  );
  await vi.waitFor(() => expect(listening).toBe(true), patience);
  await db.execute(sql`select pg_notify('wallchart_live', 'check:somebody')`);
  await wake();
  await vi.waitFor(() => expect(woken).toEqual([camp.eventId]), patience);
  await listener.end();
  await wake();
  expect(woken).toEqual([camp.eventId]);
});
