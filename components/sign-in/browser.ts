const BROWSERS = [
  ["Edge", /Edg(e|A|iOS)?\//],
  ["Opera", /OPR\//],
  ["Samsung Internet", /SamsungBrowser\//],
  ["Firefox", /(Firefox|FxiOS)\//],
  ["Chrome", /(Chrome|CriOS|HeadlessChrome)\//],
  ["Safari", /Safari\//],
] as const;

const SYSTEMS = [
  ["iPhone", /iPhone/],
  ["iPad", /iPad/],
  ["Android", /Android/],
  ["Windows", /Windows/],
  ["Mac", /Mac OS X/],
  ["ChromeOS", /CrOS/],
  ["Linux", /Linux/],
] as const;

/** Of a User-Agent header, only for recognising a browser again; null for what is not known. */
export function browserOf(label: string): { browser: string | null; system: string | null } {
  const find = (known: typeof BROWSERS | typeof SYSTEMS) =>
    known.find(([, mark]) => mark.test(label))?.[0] ?? null;
  return { browser: find(BROWSERS), system: find(SYSTEMS) };
}
