import type { ReactNode } from "react";
import { crewOf } from "#app/viewer.ts";
import { LiveCount } from "#components/desk/live-count.tsx";
import { LivePhase } from "#components/desk/live-phase.tsx";
import { shortDatesOf } from "#components/event/life.ts";
import { Desk } from "#components/ui/desk.tsx";
import type { Capability } from "#domain/permission.ts";
import { mayOf } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";
import { nextStepOf } from "./next-step.ts";

const desk = wordsOf("desk");

/** In the order of the side list: the capability each page takes, and its live count. */
const PAGES = [
  { at: "today", path: "", takes: null, count: null },
  { at: "people", path: "/people", takes: "seePeople", count: "people" },
  { at: "door", path: "/door", takes: "checkIn", count: null },
  { at: "announcements", path: "/announcements", takes: "announce", count: null },
  { at: "mail", path: "/mail", takes: "writeMail", count: null },
  { at: "needs", path: "/needs", takes: "countNeeds", count: null },
  { at: "pitches", path: "/pitches", takes: "seeProgramme", count: "pitches" },
  { at: "grid", path: "/grid", takes: "seeProgramme", count: "placed" },
  { at: "print", path: "/print", takes: "seeProgramme", count: null },
  { at: "crew", path: "/crew", takes: "seeCrew", count: null },
  { at: "rota", path: "/rota", takes: "seeCrew", count: null },
  { at: "pages", path: "/pages", takes: "changeSettings", count: null },
  { at: "settings", path: "/settings", takes: "changeSettings", count: null },
  { at: "import", path: "/import", takes: "importSheets", count: null },
] as const satisfies readonly { takes: Capability | null; [more: string]: unknown }[];

export type DeskPage = (typeof PAGES)[number]["at"];

type DeskFrameProps = {
  slug: string;
  at: DeskPage;
  title: ReactNode;
  remark?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

/** The frame of every page of the desk. Checks by itself that the asker is crew; not yours is not found. */
export async function DeskFrame({ slug, at, children, ...head }: DeskFrameProps) {
  const { event, crew } = await crewOf(slug);
  const pages = PAGES.filter(({ takes }) => takes === null || mayOf(crew, takes));
  const links = pages.map((page) => ({
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
      menu={desk.menu}
      links={[...links, { href: "/desk", label: desk.yourCamps }]}
      phase={<LivePhase {...(await nextStepOf(event, crew))} hasNext={at !== "today"} />}
      {...head}
    >
      {children}
    </Desk>
  );
}
