/**
 * One run of a session. The same for everybody (live/shared-page.ts), but one that is not listed: that is found only by
 * people at the camp.
 */
import type { Metadata } from "next";
import { sessionTitle } from "#components/event/grid-title.ts";
import { ShownSession } from "#components/event/session-tab.tsx";
import { PhonePage, snapshotForAll } from "../../phone.tsx";
import { type SessionProps, sessionAt } from "./session.ts";

export async function generateMetadata({ params }: SessionProps): Promise<Metadata> {
  const { event, run } = await sessionAt(params);
  const title = sessionTitle(await snapshotForAll(event.id), run.key);
  return { title: { absolute: `${title} · ${event.name}` } };
}

export default async function Page({ params }: SessionProps) {
  const { run } = await sessionAt(params);
  const opened = { name: "sessions", of: run.key, Tab: ShownSession } as const;
  return <PhonePage params={params} opened={opened} words="sessionTab" />;
}
