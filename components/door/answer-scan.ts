/** What the door says to what was scanned: by its list, and where that does not know the code, by the signature. */
import type { DoorAnswer } from "#domain/door/guest.ts";
import { readScan } from "#domain/door/scan.ts";
import type { DoorPhone } from "./phone.ts";
import { isGenuine } from "./signature.ts";

/** So long a queue waits for a list that may be newer, in milliseconds. */
const PATIENCE_MS = 2_000;

const no = (why: "unknown" | "other_camp" | "no_ticket" | "gone"): DoorAnswer => {
  return { kind: "not_on_list", guest: null, why };
};

/** @param slug of this camp */
export async function answerScan(phone: DoorPhone, text: string, slug: string): Promise<DoorAnswer> {
  const read = readScan(text, slug);
  if (typeof read === "string") return no(read);
  const known = phone.byCode(read.code);
  if (known) return phone.answer(known);
  const key = phone.state.list?.tickets;
  const genuine = read.signature === "" || !key ? null : await isGenuine(key, read);
  if (genuine === null) return no("unknown");
  if (!genuine) return no("no_ticket");
  const isNew = await Promise.race([phone.refresh(), late()]);
  const since = phone.byCode(read.code);
  if (since) return phone.answer(since);
  if (isNew) return no("gone");
  const here = phone.unlisted(read.code);
  return here
    ? { kind: "already", guest: null, code: read.code, here }
    : { kind: "welcome", guest: null, code: read.code };
}

const late = () => new Promise<false>((resolve) => setTimeout(() => resolve(false), PATIENCE_MS));
