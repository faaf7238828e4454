/** Reads the form of the pools: two numbers for each sector and for first-timers, empty for none. */
import { z } from "zod";
import type { PoolsInput } from "#db/pool/change.ts";
import { clock, date, whole } from "#domain/fields.ts";
import type { Pool } from "#domain/pool.ts";
import { oneLine } from "#domain/text.ts";
import { isShown } from "#domain/time/local.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";

const words = wordsOf("pool").settings;

type Wanted = PoolsInput & { next: number };

/** @param wrong what is said where it is no such number */
const maybe = (what: "pool" | "organisationLimit", wrong: string) =>
  z.union([z.literal("").transform(() => null), whole(what, wrong)], wrong);

function readPool(form: FormData, of: string, name: string, errors: Record<string, string>): Pool {
  const typed = (part: string) => oneLine(String(form.get(`${of}.${part}`) ?? ""));
  const read = (part: "floor" | "ceiling") => {
    const found = maybe("pool", words.numberWrong(name)).safeParse(typed(part));
    if (!found.success) errors[`${of}.${part}`] = words.numberWrong(name);
    return found.data ?? null;
  };
  const pool = { floor: read("floor") ?? 0, ceiling: read("ceiling") };
  if (pool.ceiling !== null && pool.floor > pool.ceiling) errors[`${of}.floor`] ??= words.turned(name);
  return pool;
}

const rest = perLanguage(() =>
  z.object({
    organisationLimit: maybe("organisationLimit", words.limitWrong),
    next: whole("places", words.nextWrong),
    mergesDay: z.union([z.literal(""), date(words.mergesWrong)], words.mergesWrong),
    mergesTime: z.union([z.literal(""), clock(words.mergesWrong)], words.mergesWrong),
  }),
);

/**
 * @param sectors of the camp
 * @param zone of the camp: clocks skip some times
 */
export function readPoolForm(
  form: FormData,
  sectors: readonly { id: string; name: string }[],
  zone: string,
): { wanted: Wanted | null; errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const pools = sectors.map(({ id, name }) => ({ id, ...readPool(form, `sector.${id}`, name, errors) }));
  const firstTimers = readPool(form, "first", words.firstTimers, errors);
  const names = ["organisationLimit", "next", "mergesDay", "mergesTime"] as const;
  const typed = Object.fromEntries(names.map((name) => [name, oneLine(String(form.get(name) ?? ""))]));
  const found = rest().safeParse(typed);
  for (const issue of found.error?.issues ?? []) errors[String(issue.path[0])] ??= issue.message;
  if (!found.success) return { wanted: null, errors };
  const { organisationLimit, next, mergesDay: day, mergesTime: time } = found.data;
  if ((day === "") !== (time === "")) errors[day === "" ? "mergesDay" : "mergesTime"] = words.mergesWrong;
  else if (day !== "" && !isShown(day, time, zone)) errors.mergesTime = words.mergesSkipped;
  const merges = day === "" ? null : { day, time };
  const wanted = { sectors: pools, firstTimers, organisationLimit, merges, next };
  return { wanted: Object.keys(errors).length > 0 ? null : wanted, errors };
}
