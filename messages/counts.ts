/** How numbers, counted things and lists are written. Everything takes its locale. */

/** A locale as BCP 47 writes it, such as "en-GB" or "cy". */
export type Locale = string;

/** Making a formatter costs about a hundred times what using one does, and a list of pitches counts hundreds of things. */
function kept<Formatter>(make: (locale: Locale) => Formatter): (locale: Locale) => Formatter {
  const made = new Map<Locale, Formatter>();
  return (locale) => {
    const formatter = made.get(locale) ?? make(locale);
    made.set(locale, formatter);
    return formatter;
  };
}

const numbers = kept((locale) => new Intl.NumberFormat(locale));
const cardinals = kept((locale) => new Intl.PluralRules(locale));
const ordinals = kept((locale) => new Intl.PluralRules(locale, { type: "ordinal" }));
const lists = kept((locale) => new Intl.ListFormat(locale, { type: "conjunction" }));

/** A number with its thousands marked: "1,200". */
export function number(n: number, locale: Locale): string {
  return numbers(locale).format(n);
}

/** The forms a language has; English uses `one` and `other`, Welsh all six. `#` stands for the number. */
export type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/**
 * A counted thing: `count(41, { one: "# hand", other: "# hands" }, "en-GB")` is "41 hands".
 * A form the language needs but the message lacks falls back to `other`.
 */
export function count(n: number, forms: Forms, locale: Locale): string {
  const rule = cardinals(locale).select(n);
  return (forms[rule] ?? forms.other).replaceAll("#", () => number(n, locale));
}

/** A place in an order: `ordinal(7, { one: "#st", two: "#nd", few: "#rd", other: "#th" }, "en-GB")` is "7th". */
export function ordinal(n: number, forms: Forms, locale: Locale): string {
  const rule = ordinals(locale).select(n);
  return (forms[rule] ?? forms.other).replaceAll("#", () => number(n, locale));
}

/** A list in a sentence: "Ama", "Ama and Rhys", "Ama, Rhys and Mei". */
export function list(items: readonly string[], locale: Locale): string {
  return lists(locale).format(items.map(isolated));
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A name in a sentence: one that is written from right to left must not turn its neighbours around. */
export function isolated(name: string): string {
  return RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name;
}
