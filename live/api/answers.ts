/** What the API answers of a camp, out of what strangers may see of it. */

import { changeRecord } from "#domain/change-record.ts";
import type { Entry } from "#domain/changelog.ts";
import { permits } from "#domain/event.ts";
import type { Snapshot } from "#domain/live.ts";
import { isListed } from "#domain/pitch.ts";
import { hasSeats } from "#domain/room.ts";
import { type Run, runsOf } from "#domain/run.ts";
import type { Api } from "#live/api/schema.ts";

/** As strangers may see it. */
export type Seen = Pick<Snapshot, "event" | "grid">;

/** @param origin of this installation, as `https://camps.example.org` @throws Error for a draft, which nobody may see */
export function eventAnswer({ event, grid }: Seen, origin: string): Api["Event"] {
  const { slug, name, strapline, place, zone, locale, phase, days } = event;
  if (!permits(phase, "visit")) throw new Error("a draft is its crew's alone");
  const [page, api] = [`${origin}/e/${slug}`, `${origin}/api/v1/events/${slug}`];
  return {
    ...{ slug, name, strapline, place, zone, language: locale, phase },
    days: days.map(({ date, startsAt, phase }) => ({ date, startsAt, phase })),
    grid: grid && {
      ...{ version: grid.number, publishedAt: grid.publishedAt },
      laterTakenBackAt: grid.laterTakenBackAt ?? null,
    },
    links: {
      ...{ page, sessions: `${api}/sessions`, rooms: `${api}/rooms`, slots: `${api}/slots` },
      ...{ changes: `${api}/changes`, calendar: `${page}/calendar.ics` },
      ...{ scheduleXml: `${page}/schedule.xml`, scheduleJson: `${page}/schedule.json` },
    },
  };
}

const published = ({ event, grid }: Seen) => ({ event: event.slug, version: grid?.number ?? null });

export function sessionsAnswer(seen: Seen): Api["Sessions"] {
  const { grid } = seen;
  const letters = new Map(grid?.rooms.map(({ id, letter }) => [id, letter]));
  const runs = new Map<string, Run[]>();
  for (const run of grid ? runsOf(grid) : []) runs.set(run.pitchId, [...(runs.get(run.pitchId) ?? []), run]);
  return {
    ...published(seen),
    sessions: (grid?.sessions ?? []).flatMap((pitch) => {
      const theirs = runs.get(pitch.id);
      if (!theirs) return [];
      const { id, title, line, hosts, kind, noteLevel, needs, merged = [] } = pitch;
      const listed = isListed(pitch);
      return [
        {
          ...{ id, listed, title, line, hosts, kind: listed ? kind : null, noteLevel, needs },
          merged: merged.map(({ title, line, hosts }) => ({ title, line, hosts })),
          runs: theirs.map(({ key, slotId, roomId, startsAt, endsAt }) => {
            return { key, slot: slotId, room: letters.get(roomId)!, startsAt, endsAt };
          }),
        },
      ];
    }),
  };
}

export function roomsAnswer(seen: Seen): Api["Rooms"] {
  const rooms = (seen.grid?.rooms ?? []).map((room) => {
    const { id, letter, name, capacity, features } = room;
    return { id, letter, name, capacity: hasSeats(room) ? capacity : null, features };
  });
  return { ...published(seen), rooms };
}

export function slotsAnswer(seen: Seen): Api["Slots"] {
  const slots = (seen.grid?.slots ?? []).map(({ id, kind, title, number, startsAt, endsAt }) => {
    return { id, kind, title, number, startsAt, endsAt };
  });
  return { ...published(seen), slots };
}

/** @param cut whether there are older versions */
export function changesAnswer(seen: Seen, entries: readonly Entry[], cut: boolean): Api["Changes"] {
  return {
    ...published(seen),
    older: cut,
    versions: entries.map(({ number, publishedAt, takenBackAt, since, told, more }) => {
      return { version: number, publishedAt, takenBackAt, since, changes: told.map(changeRecord), more };
    }),
  };
}
