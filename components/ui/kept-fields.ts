/** By field, in the order of fields of one name; a box says whether it is ticked. */
export type Values = Readonly<Record<string, string>>;

/** What a tab keeps of a form: what it began with, what is typed, and whether it is on its way. */
export type Kept = { began: Values; typed: Values; sent: boolean };

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const UNTYPED = ["hidden", "password", "file", "submit", "button", "search"];

function controls(form: HTMLFormElement): [string, Control][] {
  const seen = new Map<string, number>();
  return [...form.elements].flatMap((element): [string, Control][] => {
    const control = element as Control;
    if (!["INPUT", "SELECT", "TEXTAREA"].includes(element.tagName) || !control.name) return [];
    if (UNTYPED.includes(control.type)) return [];
    const nth = seen.get(control.name) ?? 0;
    seen.set(control.name, nth + 1);
    return [[`${control.name}#${nth}`, control]];
  });
}

const isBox = (control: Control): control is HTMLInputElement =>
  control.type === "checkbox" || control.type === "radio";

export function valuesOf(form: HTMLFormElement): Values {
  const read = (control: Control) => (isBox(control) ? (control.checked ? "on" : "") : control.value);
  return Object.fromEntries(controls(form).map(([name, control]) => [name, read(control)]));
}

/** What the page gave the form to begin with, whatever was typed before any script ran. */
export function begunOf(form: HTMLFormElement): Values {
  const read = (control: Control) => {
    if (isBox(control)) return (control as HTMLInputElement).defaultChecked ? "on" : "";
    if (!("options" in control)) return control.defaultValue;
    const options = [...control.options];
    return (options.find((option) => option.defaultSelected) ?? options[0])?.value ?? "";
  };
  return Object.fromEntries(controls(form).map(([name, control]) => [name, read(control)]));
}

/** Puts values back where the form has such fields, as if they were typed; `withoutRow` says what was more. */
export function putBack(form: HTMLFormElement, values: Values): void {
  for (const [name, control] of controls(form)) {
    const value = values[name];
    if (value === undefined) continue;
    if (isBox(control)) {
      if (control.checked !== (value === "on")) control.click();
      continue;
    }
    // The prototype's setter: React then notices the change.
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value")?.set?.call(control, value);
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

const OF_ROW = /^\w+\.\d+\./;

/** What of rows is kept and has no field: their table had got more rows than it begins with. @param shown of the form */
export function withoutRow(kept: Values, shown: Values): Values {
  return Object.fromEntries(
    Object.entries(kept).filter(([name, value]) => OF_ROW.test(name) && value !== "" && !(name in shown)),
  );
}

/** Spaces around what was typed do not count: the server removes them. */
export function sameValues(one: Values, other: Values): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => (one[name] ?? "").trim() === (other[name] ?? "").trim());
}

/** Where a form is kept: until its tab is closed, or on the phone until it is sent. */
export type KeptIn = "tab" | "phone";

const storeOf = (place: KeptIn) => (place === "tab" ? sessionStorage : localStorage);

/** Null where storage is off. */
export function readKept(key: string, place: KeptIn = "tab"): Kept | null {
  try {
    return JSON.parse(storeOf(place).getItem(key) ?? "null");
  } catch {
    return null;
  }
}

/** Keeps a form's values, or deletes them (null). */
export function keep(key: string, kept: Kept | null, place: KeptIn = "tab"): void {
  try {
    if (kept) storeOf(place).setItem(key, JSON.stringify(kept));
    else storeOf(place).removeItem(key);
  } catch {
    // What is typed is still in the form.
  }
}
