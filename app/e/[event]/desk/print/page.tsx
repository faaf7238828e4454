import type { Metadata } from "next";
import { z } from "zod";
import { mayAt } from "#app/viewer.ts";
import { placeOf } from "#components/event/place.ts";
import { PitchCards } from "#components/print/cards.tsx";
import { Choices, WHAT } from "#components/print/choices.tsx";
import type { PrintedDay } from "#components/print/day.ts";
import { PAPERS } from "#components/print/fit.ts";
import { GridSheets } from "#components/print/grid-sheets.tsx";
import { Preview } from "#components/print/preview.tsx";
import { Screens } from "#components/print/screens.tsx";
import { Sheets } from "#components/print/sheets.tsx";
import { Signs } from "#components/print/signs.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { squareOf } from "#components/ui/square.ts";
import { database } from "#db/connection.ts";
import { dateShown } from "#domain/day-table.ts";
import { byDay, dateAt } from "#domain/time/date.ts";
import { env } from "#env.ts";
import { longDay, timeAway } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import { readDrafted, readPublished } from "../../shown-grid.ts";
import { DeskFrame } from "../frame.tsx";

const words = wordsOf("print");

type Props = {
  params: Promise<{ event: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What no choice of the form says is as if it were not there. */
const asked = z.object({
  what: z.enum(WHAT).catch("pack"),
  day: z.iso.date().nullable().catch(null),
  paper: z.enum(PAPERS).catch("a4"),
  which: z.enum(["published", "draft"]).catch("published"),
});

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "seeProgramme");
  return { title: `${words.title} · ${event.name}` };
}

/** As the wall shows it: what is not listed has no title on paper either. */
export default async function Print({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, may } = await mayAt(slug, "seeProgramme");
  const { what, paper, day, which } = asked.parse(await searchParams);
  const published = await readPublished(database(), event.id);
  const { grid, version, pitches } =
    published && which === "published" ? published : await readDrafted(database(), may);
  const place = placeOf(event);
  const now = Date.now();
  const days = byDay(grid.slots, event.zone);
  const shown = dateShown(
    days.map((it) => it.day),
    dateAt(now, event.zone),
  );
  const slots = (days.find((it) => it.day === day) ?? days.find((it) => it.day === shown))?.things ?? [];
  const camp = `${env().ORIGIN}/e/${slug}`;
  const bare = (address: string) => address.replace(/^https?:\/\//, "");
  const printed: PrintedDay = {
    camp: event.name,
    day: longDay(slots[0]?.startsAt ?? event.startsAt, place),
    said: version
      ? words.version(version.number, timeAway(version.publishedAt, now, place))
      : words.asItWas(timeAway(new Date(now), now, place)),
    address: bare(`${camp}/grid`),
    grid: { ...grid, slots },
    pitches,
    place,
    paper,
  };
  const some = grid.rooms.length > 0 && slots.length > 0;
  const prints = (part: (typeof WHAT)[number]) => what === part || what === "pack";
  return (
    <DeskFrame slug={slug} at="print" title={words.title}>
      <Choices
        chosen={{ what, paper, which: version ? "published" : "draft", day: slots[0]?.startsAt ?? null }}
        days={days.map(({ day: value, things }) => ({ value, said: longDay(things[0]!.startsAt, place) }))}
        zone={event.zone}
        published={published !== null}
      />
      {some ? (
        <Preview>
          {prints("grid") ? <GridSheets day={printed} /> : null}
          {prints("signs") ? (
            <Signs
              day={printed}
              pageOf={(letter) => {
                const address = `${camp}/rooms/${letter}`;
                return { address: bare(address), qr: squareOf(address) };
              }}
            />
          ) : null}
          {prints("cards") ? <PitchCards day={printed} /> : null}
          {prints("empty") ? <GridSheets day={printed} empty /> : null}
        </Preview>
      ) : (
        <Empty title={words.none.title}>{words.none.body}</Empty>
      )}
      <Sheets published={published && `/e/${slug}/grid/sheet`} draft={`/e/${slug}/desk/grid/sheet`} />
      <Screens wall={`/e/${slug}/wall`} rooms={grid.rooms} />
    </DeskFrame>
  );
}
