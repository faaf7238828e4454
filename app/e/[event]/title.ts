/** What a camp's pages are called. Apart from phone.tsx, so that a page without live tabs does not download them. */
import type { Metadata } from "next";
import { camp } from "#app/viewer.ts";
import type { TabName } from "#components/event/tabs.tsx";
import { wordsOf } from "#messages/words.ts";

const common = wordsOf("common");

export type CampProps = { params: Promise<{ event: string }> };

/** The title of a tab: "Pitches · Brum Camp". */
export async function titleOf({ params }: CampProps, tab: TabName): Promise<Metadata> {
  const event = await camp((await params).event);
  return { title: { absolute: `${common.tabs[tab]} · ${event.name}` } };
}
