/** Turns a database that cannot be used into a sentence for whoever runs the house. */
import { Trouble } from "#env.ts";
import { driver } from "./connection.ts";

const reasons: Record<string, string> = {
  ECONNREFUSED: "nothing answers there",
  ENOENT: "nothing answers there",
  ENOTFOUND: "no machine has that name",
  EAI_AGAIN: "no machine has that name",
  ETIMEDOUT: "there was no answer in time",
  CONNECT_TIMEOUT: "there was no answer in time",
  EHOSTUNREACH: "there is no way to that machine",
  ECONNRESET: "it ended the conversation",
  "28P01": "the name or password is wrong",
  "28000": "that name may not come in",
  "3D000": "there is no database of that name",
  "42501": "that name may not connect to it",
  "53300": "it has no connection free",
};

/**
 * Makes sure the database can be used, now and by us.
 * @throws Trouble naming host, database and reason, and never the password
 */
export async function reach(url: string): Promise<void> {
  const sql = driver(url, { max: 1, connect_timeout: 10 });
  try {
    const [row] = await sql`select current_setting('server_version_num')::int as version,
      has_schema_privilege('public', 'create') and has_database_privilege(current_database(), 'create') as may_create`;
    if (row?.version < 150_000)
      throw new Trouble(`${place(url)} is older than Postgres 15, which Wallchart needs.`);
    if (!row?.may_create)
      throw new Trouble(`${place(url)}: that name may not make tables there. Make it the database's owner.`);
  } catch (error) {
    const reason = reasons[(error as { code?: string }).code ?? ""];
    if (!reason) throw error;
    throw new Trouble(`${place(url)} cannot be used: ${reason}. Check DATABASE_URL.`);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function place(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url);
  return `The database ${pathname.slice(1)} at ${searchParams.get("host") ?? `${hostname}:${port || 5432}`}`;
}
