/**
 * How a handler reads one field of a form or a request, each with its own words. Only for handlers: a browser has no
 * zod.
 */
import { z } from "zod";
import { emailAddress } from "#domain/email-address.ts";
import { inRange, LONGEST, type Numbers, type Text } from "#domain/limits.ts";
import { type Answers, lacksAgreement, lacksNumber, type Needs } from "#domain/registration/answers.ts";
import type { RegistrationForm } from "#domain/registration.ts";
import { manyLines, oneLine } from "#domain/text.ts";
import { isDay, isShown } from "#domain/time/local.ts";
import { isZone } from "#domain/time/zone.ts";

/** Far more than any field takes, and little enough to be put in order at once. */
const RAW_MAX = 100_000;

const typed = (wrong: string) => z.string(wrong).max(RAW_MAX, wrong);

/** One line that must say something. @param wrong said when it is empty or no text @param long when it is too long */
export function text(what: Text, wrong: string, long = wrong) {
  return z
    .string(wrong)
    .max(RAW_MAX, long)
    .transform(oneLine)
    .pipe(z.string().min(1, wrong).max(LONGEST[what], long));
}

/** One line that may be empty, or missing. */
export function maybeText(what: Text, wrong: string) {
  return typed(wrong).default("").transform(oneLine).pipe(z.string().max(LONGEST[what], wrong));
}

/** Several lines that must say something. @param wrong said when it is empty or no text @param long when it is too long */
export function longText(what: Text, wrong: string, long = wrong) {
  return typed(wrong).transform(manyLines).pipe(z.string().min(1, wrong).max(LONGEST[what], long));
}

/** Several lines that may be empty, or missing. */
export function maybeLongText(what: Text, wrong: string) {
  return typed(wrong).default("").transform(manyLines).pipe(z.string().max(LONGEST[what], wrong));
}

/** An email address, as it is compared and sent to. */
export function address(wrong: string) {
  return typed(wrong).transform((text, context) => emailAddress(text) ?? refuse(context, wrong));
}

/** A whole number in figures, also with commas between thousands. */
export function whole(what: Numbers, wrong: string) {
  return typed(wrong).transform((text, context) => {
    const figures = oneLine(text);
    const plain = /^(?:\d{1,9}|\d{1,3}(?:,\d{3}){1,2})$/.test(figures);
    const value = plain ? Number(figures.replaceAll(",", "")) : Number.NaN;
    return inRange(value, what) ? value : refuse(context, wrong);
  });
}

/** A whole number in figures that may be less than nothing, with any sign that looks like a minus. */
export function signed(what: Numbers, wrong: string) {
  return typed(wrong).transform((text, context) => {
    const figures = oneLine(text).replace(/^[−–]/, "-");
    const value = /^[-+]?\d{1,9}$/.test(figures) ? Number(figures) : Number.NaN;
    return inRange(value, what) ? value : refuse(context, wrong);
  });
}

/** A date `YYYY-MM-DD` of a year that camps are in. */
export const date = (wrong: string) => typed(wrong).trim().refine(isDay, wrong);

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A time `HH:MM`. */
export const clock = (wrong: string) => typed(wrong).trim().regex(CLOCK, wrong);

/** The name of a time zone. */
export const zone = (wrong: string) => typed(wrong).trim().refine(isZone, wrong);

/** Whether doors can open then: not in the hour that clocks skip. A part that is wrong by itself passes here. */
export function opensAt({ day, doors, zone: there }: { day: string; doors: string; zone: string }): boolean {
  const whole = isDay(day) && CLOCK.test(doors) && isZone(there);
  return !whole || isShown(day, doors, there);
}

const ticked = z
  .string()
  .optional()
  .transform((value) => value === "yes");

type Wrong = Record<Exclude<keyof Answers, "firstTime" | "photos"> | "nameLong", string>;

const told = (wrong: Wrong) =>
  z.object({
    name: text("personName", wrong.name, wrong.nameLong),
    sectorId: z.uuid(wrong.sectorId),
    organisation: maybeText("organisation", wrong.organisation),
    firstTime: ticked,
    access: maybeLongText("access", wrong.access),
    companions: whole("companions", wrong.companions).default(0),
    companionsNote: maybeText("companionsNote", wrong.companionsNote),
    accessAgreed: ticked,
    photos: ticked,
  });

/** Said beside the box, once all else is in order. */
const agreed = (wrong: Wrong) => ({ path: ["accessAgreed"], error: wrong.accessAgreed });
const isAgreed = (all: Needs & Pick<Answers, "accessAgreed">) => !lacksAgreement(all);

/** Said beside the number. */
const numbered = (wrong: Wrong) => ({ path: ["companions"], error: wrong.companions });
const isNumbered = (all: Needs) => !lacksNumber(all);

/** What a person tells of themselves, when they register and whenever they change it. */
export function answers(wrong: Wrong) {
  return told(wrong).refine(isNumbered, numbered(wrong)).refine(isAgreed, agreed(wrong)) satisfies z.ZodType<
    Answers,
    unknown
  >;
}

/** The same with who they are. What is wrong is said in the order in which it is asked. */
export function registrationForm(wrong: Wrong & Record<"form" | "email", string>) {
  const { name, ...rest } = told(wrong).shape;
  const form = z.object({ id: z.uuid(wrong.form), name, email: address(wrong.email), ...rest });
  return form.refine(isNumbered, numbered(wrong)).refine(isAgreed, agreed(wrong)) satisfies z.ZodType<
    RegistrationForm,
    unknown
  >;
}

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: "custom", message });
  return z.NEVER;
}
