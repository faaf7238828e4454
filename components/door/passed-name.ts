/** The name that was looked for at the door, for the form of a walk-in: an address with a name in it would be kept by every log. */
const KEY = "wallchart-door-name";

/** Kept in this tab until it is read. A browser that keeps nothing passes none. */
export function passName(name: string): void {
  try {
    sessionStorage.setItem(KEY, name.trim());
  } catch {}
}

/** The name that was passed on, once; empty where there is none. */
export function takeName(): string {
  try {
    const name = sessionStorage.getItem(KEY) ?? "";
    sessionStorage.removeItem(KEY);
    return name;
  } catch {
    return "";
  }
}
