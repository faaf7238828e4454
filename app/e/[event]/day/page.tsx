/** One's own day without asking whose: what this phone has kept of it is drawn over it, also without a network. */
import { camp } from "#app/viewer.ts";
import { KeptDay } from "#components/event/me-live.tsx";
import { CampTabs } from "#components/event/tabs.tsx";
import { Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { readSnapshot } from "#db/snapshot.ts";
import { ReaderArea } from "#messages/reader-area.tsx";
import { wordsOf } from "#messages/words.ts";
import { type CampProps, titleOf } from "../title.ts";

const words = wordsOf("pitch");

export const generateMetadata = (props: CampProps) => titleOf(props, "me");

/** The same for everybody, whoever asks (live/shared-page.ts). */
export default async function Page({ params }: CampProps) {
  const { event: slug } = await params;
  const event = await camp(slug);
  const first = await readSnapshot(database(), event.id, "public", words.hidden);
  return (
    <ReaderArea name="phone">
      <Phone camp={event.name} home={`/e/${slug}`} tabs={<CampTabs slug={slug} current="me" />}>
        <KeptDay first={first} served={new Date().toISOString()} />
      </Phone>
    </ReaderArea>
  );
}
