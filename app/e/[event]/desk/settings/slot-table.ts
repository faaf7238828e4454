/** The buttons of the table of the days' rows but Save: more rows, one more like another, a day's copied, what is pasted. */
import type { FormState } from "#app/respond.ts";
import type { SlotInput } from "#db/slot.ts";
import type { EventView } from "#domain/event.ts";
import { LONGEST, MOST } from "#domain/limits.ts";
import { copiedDay, nextRow, readSlotTable, type SlotWords, slotsAsText } from "#domain/slot-table.ts";
import type { LocalSlot } from "#domain/time/slot-times.ts";
import { wordsOf } from "#messages/words.ts";
import {
  blanks,
  cellOf,
  formWith,
  isBlank,
  moreRows,
  type TypedRow,
  typedRows,
  withRows,
} from "./typed-rows.ts";

const { slots: called, tooMany } = wordsOf("camp");
const words = wordsOf("settingsTable");

const PARTS = ["title", "starts", "ends"] as const;

const slotWords = (): SlotWords => ({
  ...{ day: called.day, starts: called.starts, ends: called.ends, kind: called.kind, title: called.name },
  ...called.kinds,
});

/** The rows as they are saved; empty where there are none. */
export const textOfSlots = (slots: readonly SlotInput[]): string =>
  slots.length === 0 ? "" : slotsAsText(slots, slotWords());

const slotIn = (row: TypedRow): LocalSlot => ({
  kind: cellOf(row, "kind") === "break" ? "break" : "session",
  title: cellOf(row, "title"),
  day: cellOf(row, "day"),
  starts: cellOf(row, "starts"),
  ends: cellOf(row, "ends"),
});

const typedAs = (slot: LocalSlot): TypedRow =>
  Object.fromEntries(Object.entries(slot).map(([part, value]) => [part, [value]]));

type Judge = (form: FormData) => Promise<{ errors: FormState["errors"] }>;

/**
 * What another button than Save does with a form of the days' rows; null where it is to be saved.
 * @param judge says what is wrong with a form's rows
 */
export async function slotStep(form: FormData, event: EventView, judge: Judge): Promise<FormState | null> {
  const step = String(form.get("step") ?? "");
  const sheet = String(form.get("sheet") ?? "");
  const rows = typedRows(form, "slot");
  const there = rows.filter((row) => !isBlank(row, PARTS));
  const slots = there.filter((row) => cellOf(row, "remove") !== "yes").map(slotIn);
  const blank: TypedRow = { kind: ["session"], day: [slots.at(-1)?.day || event.day] };
  if (step === "more") return moreRows(form, "slot", rows, blank, "title");
  const at = Number(/^copy\.(\d{1,3})$/.exec(step)?.[1] ?? -1);
  const like = rows[at];
  if (like && isBlank(like, PARTS)) return withRows(form, "slot", rows, { at: `slot.${at}.title` });
  if (like) {
    const all = [...there, typedAs(nextRow(slotIn(like), slots)), ...blanks(blank, MOST.blankRows)];
    return withRows(form, "slot", all, { at: `slot.${there.length}.title` });
  }
  const wrong = (errors: FormState["errors"]) => withRows(form, "slot", rows, { errors });
  const put = async (all: readonly TypedRow[], done: string): Promise<FormState> => {
    if (all.length > MOST.slots) return wrong({ sheet: tooMany(MOST.slots) });
    const table = [...all, ...blanks(blank, MOST.blankRows)];
    const { errors } = await judge(formWith(form, "slot", table));
    return withRows(form, "slot", table, { sheet: "", errors, done });
  };
  if (step === "days") {
    const [from, to] = [String(form.get("fromDay") ?? ""), String(form.get("toDay") ?? "")];
    if (from === to) return wrong({ toDay: words.days.same });
    const copied = copiedDay(slots, from, to);
    if (copied.length === 0) return wrong({ toDay: words.days.none });
    return put([...there, ...copied.map(typedAs)], words.put(copied.length, 0));
  }
  // A button of no row that there is saves nothing.
  if (step !== "paste" && sheet.trim() === "") return step === "" ? null : wrong({});
  // Whoever pastes and presses Save sees first what would be saved.
  if (sheet.trim() === "") return wrong({ sheet: words.paste.empty });
  if (sheet.length > LONGEST.pastedTable) return wrong({ sheet: words.paste.long });
  const read = readSlotTable(sheet, slotWords(), event);
  if (!("slots" in read)) return wrong({ sheet: words.paste.unreadable(read.row) });
  const { slots: pasted, whenAlone, unreadable } = read;
  if (unreadable.length > 0)
    return wrong({ sheet: words.paste.untimed(unreadable.slice(0, MOST.linesNamed).join(", ")) });
  const { all, added, changed } = merged(there, pasted, whenAlone);
  return put(all, words.put(added, changed));
}

/**
 * A row that begins when one of the sheet does is what the sheet says it is.
 * @param whenAlone which of the sheet say when and not what: there a break stays the break it is
 */
function merged(there: readonly TypedRow[], slots: readonly LocalSlot[], whenAlone: readonly number[]) {
  const all = [...there];
  const free = new Set(there.keys());
  let [added, changed] = [0, 0];
  for (const [nth, pasted] of slots.entries()) {
    const at = [...free].find((index) => {
      const { day, starts } = slotIn(there[index]!);
      return day === pasted.day && starts === pasted.starts;
    });
    if (at === undefined) {
      all.push(typedAs(pasted));
      added += 1;
      continue;
    }
    free.delete(at);
    const { kind, title } = slotIn(all[at]!);
    const slot = whenAlone.includes(nth) ? { ...pasted, kind, title } : pasted;
    if (JSON.stringify(slotIn(all[at]!)) !== JSON.stringify(slot)) changed += 1;
    // Whoever pastes a row wants it, whatever was ticked.
    all[at] = { ...all[at], ...typedAs(slot), remove: [] };
  }
  return { all, added, changed };
}
