/** How this phone is used at the door; nobody else's business. */
export const MODES = ["confirm", "express"] as const;
export type Mode = (typeof MODES)[number];

export type Preferences = { door: string; mode: Mode; sound: boolean };

const KEY = "wallchart door";

export const USUAL: Preferences = { door: "", mode: "confirm", sound: true };

/** The usual ones where nothing is kept, or the browser keeps nothing. */
export function readPreferences(): Preferences {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Preferences>;
    const mode = MODES.find((it) => it === kept.mode) ?? USUAL.mode;
    return { door: String(kept.door ?? ""), mode, sound: kept.sound !== false };
  } catch {
    return USUAL;
  }
}

export function keepPreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}
