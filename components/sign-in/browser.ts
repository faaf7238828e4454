/** What a browser calls itself, in words its owner knows. Only for recognising it again: browsers fib. */

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

/** The browser and the system of a User-Agent header; null for what is not known. */
export function browserOf(label: string): { browser: string | null; system: string | null } {
  const find = (known: typeof BROWSERS | typeof SYSTEMS) =>
    known.find(([, mark]) => mark.test(label))?.[0] ?? null;
  return { browser: find(BROWSERS), system: find(SYSTEMS) };
}
