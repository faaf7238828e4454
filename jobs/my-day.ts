import type { Store } from "#db/connection.ts";
import { readGrid } from "#db/draft.ts";
import { readWhose } from "#db/my-day.ts";
import type { OwnPage } from "#db/registration/status.ts";
import { takesPart } from "#domain/registration.ts";
import { unlinked } from "#domain/text.ts";
import { env } from "#env.ts";
import type { Written } from "#messages/mail-facts.ts";
import { dayLines } from "#messages/my-day.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";

const words = wordsOf("mail");

/** Somebody's day as it is now. Null once there is no grid, or they have no place. */
export async function writeMyDay(
  store: Store,
  { event, registration }: OwnPage,
  now: Date,
): Promise<Written | null> {
  const grid = takesPart(registration.status) ? await readGrid(store, event.id) : null;
  if (!grid) return null;
  const place = { locale: readerLocale(), zone: event.zone };
  const whose = await readWhose(store, registration.id);
  return words.my_day({
    ...{ camp: event.name, name: unlinked(registration.name) },
    lines: dayLines(grid, whose, now.getTime(), place).map(unlinked),
    link: `${env().ORIGIN}/e/${event.slug}/me`,
  });
}
