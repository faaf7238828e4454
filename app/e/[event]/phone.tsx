/** The Now, Pitches and Grid pages are one page that opens at another tab. */
import { z } from "zod";
import { camp } from "#app/viewer.ts";
import { LiveCamp } from "#components/event/live.tsx";
import type { Opened } from "#components/event/tab.ts";
import { database } from "#db/connection.ts";
import { readSnapshot } from "#db/snapshot.ts";
import { LONGEST } from "#domain/limits.ts";
import type { AreaName } from "#messages/areas.tsx";
import { ReaderArea } from "#messages/reader-area.tsx";
import { wordsOf } from "#messages/words.ts";
import { comeBackToLine, standBeside } from "./actions.ts";
import { putTellingsAway } from "./telling.ts";
import type { CampProps } from "./title.ts";

const words = wordsOf("pitch");

type Searched = { find?: string | string[] };
/** The words of the form that looks for pitches without a script; what it never sends finds everything. */
const searched = z.object({ find: z.string().max(LONGEST.pitchSearch).catch("") }).catch({ find: "" });

export type PhoneProps = CampProps & { searchParams?: Promise<Searched> };

type PhonePageProps = PhoneProps & {
  opened: Opened;
  /** The area of that tab's words, where it has one of its own. */
  words?: AreaName;
};

/** The same for everybody, whoever asks (live/shared-page.ts): what is yours is drawn over it. */
export async function PhonePage({ params, searchParams, opened, words: area }: PhonePageProps) {
  const { event: slug } = await params;
  const event = await camp(slug);
  const first = await readSnapshot(database(), event.id, "public", words.hidden);
  const served = new Date().toISOString();
  return (
    <ReaderArea name="phone" and={area}>
      <LiveCamp
        find={searched.parse(await searchParams).find}
        first={first}
        served={served}
        standWith={standBeside.bind(null, slug)}
        opened={opened}
        comeBack={comeBackToLine.bind(null, slug)}
        putAway={putTellingsAway.bind(null, slug)}
      />
    </ReaderArea>
  );
}
