/** Switching rooms off at the desk, as the form sends it. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { FRESH } from "#app/respond.ts";
import { closeDatabase, type Database } from "#db/connection.ts";
import { startDevice } from "#db/device.ts";
import { listRoomsOff } from "#db/room-off.ts";
import { LONGEST } from "#domain/limits.ts";
import { refusal } from "#messages/en/refusal.ts";
import { roomOff } from "#messages/en/room-off.ts";
import { type Board, makeBoard } from "#tests/support/board.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { formOf, outcome } from "#tests/support/forms.ts";
import { switchOff, switchOn } from "../../../../../../app/e/[event]/desk/grid/rooms-off.ts";

const asker = vi.hoisted(() => ({ token: "" }));
vi.mock("server-only", () => ({}));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (asker.token ? { value: asker.token } : undefined), set: () => {} }),
  headers: async () => new Headers(),
}));

let db: Database;
let board: Board;

beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  process.env.DATABASE_URL = fresh.url;
  board = await makeBoard(db);
  asker.token = (await startDevice(db, { personId: board.one.personId })).token;
});
afterAll(closeDatabase);

function typed(fields: Record<string, string>, slots: readonly string[] = []): FormData {
  const form = formOf({ room: board.cell(0, 0).roomId, note: "", ...fields });
  for (const slot of slots) form.append("slot", slot);
  return form;
}
const off = (form: FormData) => outcome(() => switchOff(board.camp.slug, FRESH, form));
const known = async () =>
  (await listRoomsOff(db, board.camp.id)).map(({ roomId, slotId, note }) => ({ roomId, slotId, note }));

test("it is off in the slots that are ticked, else the whole time, and on again one by one", async () => {
  const [first, last] = [board.cell(0, 0), board.cell(2, 0)];
  expect(String(await off(typed({ note: " no  power " }, [last.slotId])))).toMatch(
    /^NEXT_REDIRECT.*room-off/,
  );
  expect(await known()).toEqual([{ ...last, note: "no power" }]);
  await off(typed({}));
  expect(await known()).toEqual([
    { ...last, note: "no power" },
    { roomId: first.roomId, slotId: null, note: "" },
  ]);
  for (const { id } of await listRoomsOff(db, board.camp.id))
    expect(String(await outcome(() => switchOn(board.camp.slug, FRESH, formOf({ id }))))).toMatch(
      /^NEXT_REDIRECT.*room-on/,
    );
  expect(await known()).toEqual([]);
});

test("what is wrong is said where it is, and nothing is switched", async () => {
  const long = (await off(typed({ note: "x".repeat(LONGEST.roomNote + 1) }))) as typeof FRESH;
  expect(long.errors).toEqual({ note: roomOff.noteLong });
  const none = (await off(typed({ room: "the big one" }))) as typeof FRESH;
  expect(none.errors).toEqual({ room: roomOff.roomWrong });
  const slot = (await off(typed({}, ["noon"]))) as typeof FRESH;
  expect(slot.refusal?.what).toBe(refusal.bad_input.what);
  expect(await known()).toEqual([]);
});
