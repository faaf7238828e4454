/** Apart from phone.tsx, so that a page without live tabs does not download them. */
import type { Metadata } from "next";
import { camp } from "#app/viewer.ts";
import type { TabName } from "#components/event/tabs.tsx";
import { wordsOf } from "#messages/words.ts";

const common = wordsOf("common");

export type CampProps = { params: Promise<{ event: string }> };

/** "Pitches · Brum Camp" */
export async function titleOf({ params }: CampProps, tab: TabName): Promise<Metadata> {
  const event = await camp((await params).event);
  return { title: { absolute: `${common.tabs[tab]} · ${event.name}` } };
}
