/** What the door says to what was scanned: by its list, and where that does not know the code or its owner waited, by the signature. */
import { type DoorAnswer, mayHavePlaceBy } from "#domain/door/guest.ts";
import { readScan } from "#domain/door/scan.ts";
import type { DoorPhone } from "./phone.ts";
import { isGenuine } from "./signature.ts";

/** So long a queue waits for a list that may be newer, in milliseconds. */
const PATIENCE_MS = 2_000;

const no = (why: "unknown" | "other_camp" | "no_ticket" | "gone" | "full"): DoorAnswer => {
  return { kind: "not_on_list", guest: null, why };
};

/** @param slug of this camp */
export async function answerScan(phone: DoorPhone, text: string, slug: string): Promise<DoorAnswer> {
  const read = readScan(text, slug);
  if (typeof read === "string") return no(read);
  const known = phone.byCode(read.code);
  const listed = known && phone.answer(known);
  if (listed && !mayHavePlaceBy(listed)) return listed;
  const key = phone.state.list?.tickets;
  const genuine = read.signature === "" || !key ? null : await isGenuine(key, read);
  if (!genuine) return listed ?? no(genuine === null ? "unknown" : "no_ticket");
  const isNew = await Promise.race([phone.refresh(), late()]);
  const since = phone.byCode(read.code);
  const now = since && phone.answer(since);
  if (now && (isNew || !mayHavePlaceBy(now))) return now;
  if (isNew) return no("gone");
  const here = phone.unlisted(read.code);
  if (here) return { kind: "already", guest: null, code: read.code, here };
  return phone.room > 0 ? { kind: "welcome", guest: null, code: read.code } : no("full");
}

const late = () => new Promise<false>((resolve) => setTimeout(() => resolve(false), PATIENCE_MS));
