import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { crewOf, viewer } from "#app/viewer.ts";
import { HelpAtDesk } from "#components/desk/help-call.tsx";
import { LiveProvider } from "#components/live/provider.tsx";
import { WhileAdmitted } from "#components/live/while-admitted.tsx";
import { database } from "#db/connection.ts";
import { readSnapshot } from "#db/snapshot.ts";
import { audienceFor } from "#domain/live/audience.ts";
import { mayOf } from "#domain/viewer.ts";
import { env } from "#env.ts";
import { ReaderArea } from "#messages/reader-area.tsx";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("pitch");

type Props = { params: Promise<{ event: string }>; children: ReactNode };

export const metadata: Metadata = { robots: { index: false } };

export default async function DeskLayout({ params, children }: Props) {
  // Whoever is not signed in is sent to sign in, or to the demo; whoever is not crew finds nothing.
  if (!(await viewer()).person) redirect(env().DEMO ? "/demo" : "/sign-in");
  const { event, crew } = await crewOf((await params).event);
  const audience = audienceFor("desk", await viewer(event.id)) ?? "public";
  const first = await readSnapshot(database(), event.id, audience, words.hidden);
  return (
    <ReaderArea name="desk">
      <LiveProvider screen="desk" first={first}>
        <WhileAdmitted leadsTo={`/desk?left=${event.slug}`}>
          {children}
          {mayOf(crew, "takeTasks") ? (
            <HelpAtDesk slug={event.slug} served={new Date().toISOString()} />
          ) : null}
        </WhileAdmitted>
      </LiveProvider>
    </ReaderArea>
  );
}
