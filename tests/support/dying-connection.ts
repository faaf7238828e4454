/**
 * Program: connections that die under a pool, in every way they do, while transactions go on asking. It says on its
 * last line what became of each, and whether the pool still answers. `bare` leaves the driver as it is; `survived`
 * as well, and keeps the process through its fault until another one comes.
 */
import type postgres from "postgres";
import { connect, driver } from "#db/connection.ts";
import { surviveDriverFaults } from "#db/driver-fault.ts";
import { isLoss } from "#db/loss.ts";

const [url = "", how = "guarded"] = process.argv.slice(2);
const killer = driver(url, { max: 1 });
const bare = driver(url, { max: 2, connect_timeout: 2 });
const pool = how === "guarded" ? connect(url, { max: 2 }).$client : bare;
if (how === "survived") surviveDriverFaults(({ message }) => console.log(`Survived: ${message}`));

type Tx = postgres.TransactionSql;
const pidOf = async (tx: Tx) => (await tx`select pg_backend_pid() as pid`)[0]?.pid as number;
const kill = (pid: number) => killer`select pg_terminate_backend(${pid}, 2000)`;
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const cases: Record<string, (tx: Tx) => Promise<unknown>> = {
  "while it answers": async (tx) => {
    const pid = await pidOf(tx);
    void rest(100).then(() => kill(pid));
    await tx`select pg_sleep(5)`;
  },
  "between two questions": async (tx) => {
    await kill(await pidOf(tx));
    await rest(100);
    await tx`insert into outside values ('never')`;
  },
  "and the fault is caught, and it goes on": async (tx) => {
    const pid = await pidOf(tx);
    void rest(100).then(() => kill(pid));
    await tx`select pg_sleep(5)`.catch(() => undefined);
    await tx`insert into outside values ('never')`;
  },
  "inside a savepoint whose fault is handled": async (tx) => {
    const pid = await pidOf(tx);
    const inner = tx.savepoint(async (nested) => {
      void rest(100).then(() => kill(pid));
      await nested`select pg_sleep(5)`;
    });
    await inner.catch(() => undefined);
    await tx`insert into outside values ('never')`;
  },
  "as somebody else is given the connection": async (tx) => {
    await kill(await pidOf(tx));
    await pool`select 1`;
    await pool`select 1`;
    await tx`insert into outside values ('never')`;
  },
};

const result: Record<string, string> = {};
const told = (fault: unknown) => (isLoss(fault) ? "lost" : String(fault));
for (const [name, work] of Object.entries(cases)) {
  const outcome = pool.begin(work as never).then(() => "kept", told);
  result[name] = await Promise.race([outcome, rest(4_000).then(() => "never settled")]);
  if (how === "survived") {
    setTimeout(() => {
      throw new Error("Another fault");
    }, 100);
    await rest(1_000);
  }
  // Both connections, several times: one that hangs is found.
  for (let time = 0; time < 4; time++) {
    const both = Promise.all([pool`select pg_sleep(0.02)`, pool`select pg_sleep(0.02)`]);
    const after = await Promise.race([both.then(() => "answers", told), rest(4_000).then(() => "hangs")]);
    if (after !== "answers") result[`${name}, afterwards`] = after;
  }
}
const [row] = await killer`select count(*)::int as outside from outside`;
console.log(JSON.stringify({ ...result, outside: row?.outside }));
process.exit(0);
