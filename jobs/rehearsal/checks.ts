/** The checks at the beginning: does the server answer, and has the camp what it needs? */
import type { Database } from "#db/connection.ts";
import { readSeen, timeDatabase } from "#db/rehearsal/seen.ts";
import { isOwnName } from "#domain/loopback.ts";
import { judgeSeen } from "#domain/rehearsal/checks.ts";
import { judge, type Line, unseen } from "#domain/rehearsal.ts";
import { among, type Reached, type Server } from "./server.ts";

const QUESTIONS = 20;

type Checked = { eventId: string; reached: Reached };

export async function check(
  db: Database,
  server: Server,
  { eventId, reached }: Checked,
  now: Date,
): Promise<Line[]> {
  const answers = await among(Array.from({ length: QUESTIONS }), 4, () => server.ask("GET", "/readyz"));
  const fine = answers.filter(({ status }) => status === 200);
  const answered = { of: QUESTIONS, got: fine.length, times: fine.map(({ ms }) => ms) };
  const times = await timeDatabase(db, QUESTIONS);
  return [
    judge("server", answered),
    await address(server, reached),
    judge("database", { of: QUESTIONS, got: times.length, times }),
    ...judgeSeen(await readSeen(db, eventId, now)),
  ];
}

/** The public address is asked for only where it is this machine's own: nothing goes out of it. */
async function address(server: Server, { ORIGIN }: Reached): Promise<Line> {
  const { hostname } = new URL(ORIGIN);
  if (!isOwnName(hostname)) return unseen("address", "not_asked");
  const { status, ms } = await server.ask("GET", "/");
  return judge("address", { of: 1, got: status === 200 ? 1 : 0, times: [ms] });
}
