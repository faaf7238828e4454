import { listComing } from "#db/camp-list.ts";
import type { Database } from "#db/connection.ts";
import { mintSetupLink } from "#db/setup.ts";
import type { EventView } from "#domain/event.ts";
import { FIRST_PAGE } from "#domain/paging.ts";
import type { Env } from "#env.ts";

/**
 * The lines to print once it runs. @param now when the first organiser's link is minted; it works for some days from
 * then
 */
export async function addresses(db: Database, settings: Env, now: Date): Promise<string[]> {
  const { items: events } = await listComing(db, now, FIRST_PAGE);
  const desk = events.find((event) => event.phase === "pitching") ?? events[0];
  const setup = await mintSetupLink(db, now);
  const lines: [what: string, path: string][] = [["home", "/"], ...events.map(camp)];
  if (settings.DEMO) lines.push(["be a camper, an organiser or the wall", "/demo"]);
  if (desk)
    lines.push(["the organiser's desk", `/e/${desk.slug}/desk`], ["the wall", `/e/${desk.slug}/wall`]);
  if (!settings.SMTP_URL) lines.push(["the mailbox", "/mailbox"]);
  if (setup) lines.push(["become the first organiser (works once)", setup]);
  const width = Math.max(...lines.map(([what]) => what.length));
  return lines.map(([what, path]) => `  ${what.padEnd(width)}  ${settings.ORIGIN}${path}`);
}

function camp(event: EventView): [string, string] {
  return [`${event.name} (${event.phase})`, `/e/${event.slug}`];
}
