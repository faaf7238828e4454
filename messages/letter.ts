/** The words of a mail about a place: as a camp wrote them, and ours as a camp can begin from, in the reader's language. */
import type { EventView } from "#domain/event.ts";
import { type Letter, mailOf, type OwnWords } from "#domain/mail-words.ts";
import { readMarkdown } from "#domain/markdown.ts";
import {
  type AnyPlaceholder,
  endOf,
  filled,
  filledLine,
  PLACEHOLDERS,
  type Values,
} from "#domain/placeholder.ts";
import { OFFER_HOURS, offerUntil } from "#domain/registration/offer.ts";
import type { Rich } from "#domain/rich-text.ts";
import { dates, doors } from "#messages/format.ts";
import type { Block, CampFacts, Written } from "#messages/mail-facts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";

const words = wordsOf("mail");

/** What each reader's own is in a letter. `page` is a whole address. */
export type LetterValues = Record<Exclude<AnyPlaceholder, "my page">, string> & { page: string };

/** What a camp wrote, as one reader gets it. A code, and a line that ends with the link, stand out as in ours. */
export function writeLetter({ subject, body }: OwnWords, { page, ...own }: LetterValues): Written {
  const values: Values = { ...own, "my page": { says: words.yourPage, to: page } };
  return {
    subject: filledLine(subject, values),
    body: readMarkdown(body).flatMap((block) => blockOf(block, values, page)),
  };
}

function blockOf(block: Rich, values: Values, page: string): Block[] {
  const [only, ...more] = block.kind === "paragraph" ? block.of : [];
  const end = only?.kind === "text" && more.length === 0 ? endOf(only.text) : null;
  if (end?.name === "code" && end.before === "") return [{ code: String(values.code) }];
  if (end?.name === "my page") return [{ link: page, says: end.before || words.openPage }];
  return [{ rich: filled([block], values) }];
}

const DAY = 24 * 60 * 60 * 1000;

/** When an offer made now would end, unless the camp gives another time than is usual; one is shown at any hour. */
function exampleEnd({ days, zone }: SampleCamp, now: number): number {
  const doors = days.map(({ startsAt }) => Date.parse(startsAt));
  const camp = { startsAt: doors[0]!, endsAt: doors.at(-1)! + DAY, zone, offerHours: OFFER_HOURS };
  return offerUntil(now, camp) ?? now + 2 * DAY;
}

/** What an example says where there is nobody yet. @param page a whole address */
export function sampleValues(camp: SampleCamp, now: Date, page: string): LetterValues {
  const where = { locale: readerLocale(), zone: camp.zone };
  const days = camp.days.map(({ startsAt }) => startsAt);
  return {
    ...{ ...words.sample, camp: camp.name, place: camp.place, code: "123456", page },
    ...{ day: dates(days, where), doors: doors(days, where) },
    until: words.until(new Date(exampleEnd(camp, now.getTime())).toISOString(), where),
  };
}

type SampleCamp = Pick<EventView, "name" | "place" | "zone" | "days">;

const KNOWN: readonly AnyPlaceholder[] = [...PLACEHOLDERS, "until", "code", "reason"];

/** A sign that no language has a word for, in the place of each placeholder. */
const SIGN = Object.fromEntries(KNOWN.map((name, at) => [name, String.fromCharCode(0xe000 + at)])) as Record<
  AnyPlaceholder,
  string
>;

const braced = (text: string) => KNOWN.reduce((all, name) => all.replaceAll(SIGN[name], `{${name}}`), text);

/** Our own words of a letter, with its placeholders in braces. */
export function ourLetter(letter: Letter): OwnWords {
  const { kind, status } = mailOf(letter);
  const facts: CampFacts = {
    ...{ camp: SIGN.camp, day: SIGN.day, place: SIGN.place, name: SIGN.name, page: SIGN["my page"] },
    ...{ code: SIGN.code, until: SIGN.until, heldUntil: SIGN.until, reason: SIGN.reason },
    ...{ status, proven: false, over: false, passOn: "" },
  };
  const { subject, body } = words[kind](facts);
  return { subject: braced(subject), body: body.map((block) => braced(asTyped(block))).join("\n\n") };
}

function asTyped(block: Block): string {
  if (typeof block === "string") return block;
  if ("code" in block) return block.code;
  return "link" in block ? `${block.says}: ${block.link}` : "";
}
