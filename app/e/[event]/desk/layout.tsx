/** The desk of one camp: its crew's alone, and live. */
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { crewOf } from "#app/viewer.ts";
import { LiveProvider } from "#components/live/provider.tsx";
import { database } from "#db/connection.ts";
import { readWhole } from "#db/snapshot.ts";

type Props = { params: Promise<{ event: string }>; children: ReactNode };

export const metadata: Metadata = { robots: { index: false } };

export default async function DeskLayout({ params, children }: Props) {
  const { event } = await crewOf((await params).event);
  const first = await readWhole(database(), event.id);
  return (
    <LiveProvider screen="desk" first={first} ballot={null} served={new Date().toISOString()}>
      {children}
    </LiveProvider>
  );
}
