/** What the one reminder to write up what one learned says, with the way to want no more such mail. */
import type { OwnPage } from "#db/registration/status.ts";
import type { Reminder } from "#db/write-up/reminding.ts";
import { unlinked } from "#domain/text.ts";
import { env } from "#env.ts";
import type { Written } from "#messages/mail-facts.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("mail");

export function writeReminder({ made }: Reminder, own: OwnPage): Written & { oneClick: string } {
  const { event, registration } = own;
  const { ORIGIN } = env();
  const refuse = `${event.slug}/unsubscribe/${made.unsubscribe}`;
  const written = words.write_up_reminder({
    ...{ camp: event.name, name: unlinked(registration.name) },
    link: `${ORIGIN}/e/${event.slug}/write-up`,
    unsubscribe: `${ORIGIN}/e/${refuse}`,
  });
  return { ...written, oneClick: `${ORIGIN}/live/${refuse}` };
}
