/** What every page of the desk stands in: the side list with its counts, the phase, the title. */

import type { ReactNode } from "react";
import { crewOf, viewer } from "#app/viewer.ts";
import { LiveCount } from "#components/desk/live-count.tsx";
import { LivePhase } from "#components/desk/live-phase.tsx";
import { shortDatesOf } from "#components/event/life.ts";
import { Desk } from "#components/ui/desk.tsx";
import { organiserOf } from "#domain/viewer.ts";
import { desk } from "#messages/en/desk.ts";
import { move } from "./actions.ts";

/** The pages of the side list, in its order, and the live count each wears. */
const PAGES = [
  { at: "today", path: "", count: null },
  { at: "people", path: "/people", count: "people" },
  { at: "pitches", path: "/pitches", count: "pitches" },
  { at: "grid", path: "/grid", count: "placed" },
  { at: "crew", path: "/crew", count: null },
  { at: "settings", path: "/settings", count: null },
  { at: "import", path: "/import", count: null },
] as const;

export type DeskPage = (typeof PAGES)[number]["at"];

type DeskFrameProps = {
  slug: string;
  at: DeskPage;
  title: ReactNode;
  remark?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

/** Draws the desk around a page. Checks for itself that the asker is crew; not yours is not found. */
export async function DeskFrame({ slug, at, children, ...head }: DeskFrameProps) {
  const { event } = await crewOf(slug);
  const organiser = organiserOf(await viewer(event.id));
  const links = PAGES.map((page) => ({
    href: `/e/${slug}/desk${page.path}`,
    label: desk.pages[page.at],
    current: page.at === at,
    ...(page.count && { count: <LiveCount of={page.count} /> }),
  }));
  return (
    <Desk
      camp={event.name}
      where={`${event.place} · ${shortDatesOf(event)}`}
      label={desk.label}
      links={[...links, { href: "/desk", label: desk.yourCamps }]}
      phase={<LivePhase action={organiser && move.bind(null, slug)} />}
      {...head}
    >
      {children}
    </Desk>
  );
}
