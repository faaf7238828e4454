import { placeOf } from "#components/event/place.ts";
import type { PickLink } from "#components/repair/picks.tsx";
import type { EventView } from "#domain/event.ts";
import type { GridView } from "#domain/grid.ts";
import { runsAhead, slotsAhead } from "#domain/repair/where.ts";
import { TROUBLES, type TroubleKind } from "#domain/repair.ts";
import { hasBegun, type SlotView } from "#domain/slot.ts";
import { onSeveralDays } from "#domain/time/date.ts";
import { timeOn } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("repair");

type Camp = Pick<EventView, "slug" | "zone" | "locale">;

const address = ({ slug }: Camp, query: Record<string, string>) =>
  `/e/${slug}/desk/repair?${new URLSearchParams(query)}`;

/** When a slot or a run begins, in words, with its day where the grid has several. */
export const timeWords = (startsAt: string, { slots }: Pick<GridView, "slots">, camp: Camp): string =>
  timeOn(startsAt, onSeveralDays(slots, camp.zone), placeOf(camp));

/** What may have happened. */
export const whatPicks = (camp: Camp): PickLink[] =>
  TROUBLES.map((what) => ({
    href: address(camp, { what }),
    label: words.what[what],
    hint: words.whatHint[what],
  }));

/** Where it may have happened: what is on first, then what is next. */
export function wherePicks(what: TroubleKind, grid: GridView, camp: Camp, now: number): PickLink[] {
  const titleOf = (id: string) => grid.sessions.find((session) => session.id === id)?.title ?? "";
  const when = ({ startsAt }: Pick<SlotView, "startsAt">) =>
    hasBegun({ startsAt }, now) ? words.on : words.next(timeWords(startsAt, grid, camp));
  const ahead = runsAhead(grid, now);
  const slots = slotsAhead(grid, now);
  const roomName = (id: string) => {
    const room = grid.rooms.find((it) => it.id === id);
    return room ? words.room(room.letter, room.name) : "";
  };
  if (what === "slot_lost")
    return slots.map((slot) => ({
      href: address(camp, { what, where: slot.id }),
      label: timeWords(slot.startsAt, grid, camp),
      hint: hasBegun(slot, now) ? words.on : undefined,
    }));
  if (what !== "room_gone")
    return ahead.map((run) => ({
      href: address(camp, { what, where: run.key }),
      label: titleOf(run.pitchId),
      hint: `${when(run)} · ${roomName(run.roomId)}`,
    }));
  const first = (roomId: string) => ahead.find((run) => run.roomId === roomId);
  const begins = (roomId: string) => Date.parse(first(roomId)?.startsAt ?? "9999-01-01T00:00:00Z");
  return [...grid.rooms]
    .sort((a, b) => begins(a.id) - begins(b.id))
    .map((room) => {
      const run = first(room.id);
      const soon = slots[0];
      return {
        href: address(camp, { what, where: room.id }),
        letter: room.letter,
        label: `${room.name}, ${words.restOfDay}`,
        hint: run ? `${when(run)} · ${titleOf(run.pitchId)}` : words.empty,
        more: soon
          ? [
              {
                href: address(camp, { what, where: room.id, slot: soon.id }),
                label: `${room.letter}, ${words.onlySlot(timeWords(soon.startsAt, grid, camp))}`,
              },
            ]
          : [],
      };
    });
}
