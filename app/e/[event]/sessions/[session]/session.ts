import { notFound } from "next/navigation";
import { camp, viewer } from "#app/viewer.ts";
import { viewRuns } from "#domain/run-view.ts";
import { snapshotForAll } from "../../phone.tsx";

export type SessionProps = { params: Promise<{ event: string; session: string }> };

/** A run of the published grid by its key. Not found where there is none, and for strangers what is not listed. */
export async function sessionAt(params: SessionProps["params"]) {
  const { event: slug, session } = await params;
  const event = await camp(slug);
  const { grid } = await snapshotForAll(event.id);
  const run = grid ? viewRuns(grid, Date.now()).find(({ key }) => key === session) : undefined;
  if (!run) notFound();
  // Who asks is asked for nothing else: a page that knows it is no page for everybody.
  if (run.pitch.noteLevel === "unlisted") {
    const { attendee, crew } = await viewer(event.id);
    if (!attendee && !crew) notFound();
  }
  return { event, run };
}
