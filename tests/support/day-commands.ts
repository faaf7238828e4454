/** What is done while the day changes, for `desk.test.ts`, which tries it beside another desk. */
import type { Database } from "#db/connection.ts";
import { readDraft } from "#db/draft.ts";
import { countHeads } from "#db/heads.ts";
import { readLastRepair, repairDay, undoRepair } from "#db/repair.ts";
import { listRoomsOff, switchRoomOff, switchRoomOn } from "#db/room-off.ts";
import type { PitchForm } from "#domain/pitch.ts";
import type { Organiser } from "./camp.ts";
import { MORNING } from "./pitching.ts";
import { publishDraft } from "./published.ts";

type Command = () => Promise<{ ok: boolean }>;

/** `placed` puts `form` into the first room of the first slot. */
type Setting = { db: Database; dan: Organiser; form: PitchForm; placed: Command };

/** @param at as it is when a command is tried */
export function dayCommands(at: () => Setting): Record<string, { before?: Command[]; command: Command }> {
  const tried = (run: (setting: Setting) => ReturnType<Command>) => () => run(at());
  const placed = tried(({ placed }) => placed());
  const published = tried(({ db, dan }) => publishDraft(db, dan, MORNING));
  const off = tried(async ({ db, dan }) => {
    const { rooms } = await readDraft(db, dan.eventId);
    return switchRoomOff(db, dan, { roomId: rooms[0]!.id, slotIds: null, note: "Flooded" }, MORNING);
  });
  const repaired = tried(async ({ db, dan, form }) => {
    const { rooms, slots } = await readDraft(db, dan.eventId);
    const [slotId, from, to] = [slots[0]!.id, rooms[0]!.id, rooms[1]!.id];
    const move = { pitchId: form.id, copy: 0, from: { slotId, roomId: from }, to: { slotId, roomId: to } };
    const closes = [{ roomId: from, slotIds: [slotId] }];
    const trouble = { kind: "room_gone" as const, ...closes[0]! };
    return repairDay(db, dan, { moves: [move], closes, trouble, note: "", seen: 1 }, MORNING);
  });
  return {
    "switch a room off": { command: off },
    "switch a room on": {
      before: [off],
      command: tried(async ({ db, dan }) => {
        const [one] = await listRoomsOff(db, dan.eventId);
        return switchRoomOn(db, dan, one!.id, MORNING);
      }),
    },
    "count heads": {
      before: [placed, published],
      command: tried(({ db, dan, form }) =>
        countHeads(db, { crew: dan }, { key: form.id, heads: 9 }, new Date("2026-07-14T12:05:00Z")),
      ),
    },
    "repair the day": { before: [placed, published], command: repaired },
    "take a repair back": {
      before: [placed, published, repaired],
      command: tried(async ({ db, dan }) => {
        const last = await readLastRepair(db, dan, MORNING);
        return undoRepair(db, dan, last!.id, MORNING);
      }),
    },
  };
}
