/** On today's page: that a program is told nothing any more. Nothing where all are, or for whoever cannot change it. */
import { Banner } from "#components/ui/banner.tsx";
import { database } from "#db/connection.ts";
import { countWebhooksOff } from "#db/webhook.ts";
import type { May } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";

const { task } = wordsOf("webhooks");

export async function ProgramsOff({ slug, may }: { slug: string; may: May<"changeSettings"> | null }) {
  if (!may || (await countWebhooksOff(database(), may.eventId)) === 0) return null;
  return (
    <Banner tone="wait" title={task.title} action={<a href={`/e/${slug}/desk/feeds#programs`}>{task.go}</a>}>
      <p>{task.body}</p>
    </Banner>
  );
}
