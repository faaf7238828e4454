/** The desk as the file system has it: every page, every action, every live handler, and what a page draws. */
import { existsSync } from "node:fs";
import type { ReactElement, ReactNode } from "react";
import { sources, withoutComments } from "./sources.ts";

const DESK = "app/e/[event]/desk/";

/** Everything under the desk that answers a request, by its path there. */
export const deskFiles = (end: RegExp): string[] =>
  sources()
    .map(({ path }) => path)
    .filter((path) => path.startsWith(DESK) && end.test(path))
    .map((path) => path.slice(DESK.length))
    .sort();

export type Module = Record<string, (...given: unknown[]) => unknown>;

/** A file of the desk, loaded. @param path as `deskFiles` says */
export const load = (path: string): Promise<Module> => import(/* @vite-ignore */ `../../${DESK}${path}`);

/** Every server action of the desk, as `file name`. */
export async function deskActions(): Promise<string[]> {
  const files = sources().filter(
    ({ path, text }) => path.startsWith(DESK) && text.startsWith('"use server"'),
  );
  const named = files.map(async ({ path }) => {
    const file = path.slice(DESK.length);
    return Object.keys(await load(file)).map((name) => `${file} ${name}`);
  });
  return (await Promise.all(named)).flat().sort();
}

/** Every live handler, as `METHOD /path/{of}/it`, read from the table of routes. */
export function liveHandlers(): string[] {
  const table = sources().find(({ path }) => path === "live/routes.ts");
  const code = withoutComments(table?.text ?? "");
  const routes = [...code.matchAll(/path: \/\^(.*?)\$\/,\s*handlers: \{ (.*?) \}/g)];
  // One that is written in another way would be overlooked.
  if (routes.length !== code.split("handlers: {").length - 1)
    throw new Error("a route that is not understood");
  return routes
    .flatMap(([, path = "", handlers = ""]) => {
      const shown = path.replaceAll("\\/", "/").replace(/\(\?<(\w+)>[^)]*\)/g, "{$1}");
      return [...handlers.matchAll(/(\w+):/g)].map(([, method]) => `${method} ${shown}`);
    })
    .sort();
}

/** What a page draws: its texts, the addresses it links to, and the functions it hands to forms. */
export type Drawn = { texts: string[]; links: string[]; actions: ((...given: unknown[]) => unknown)[] };

/** Walks what a page returned. Server components are asked for what they draw; client components keep their props. */
export async function drawnBy(node: unknown): Promise<Drawn> {
  const drawn: Drawn = { texts: [], links: [], actions: [] };
  const seen = new Set<unknown>();
  const visit = async (it: unknown, key = ""): Promise<void> => {
    if (typeof it === "string") {
      drawn.texts.push(it);
      if (key === "href") drawn.links.push(it);
    }
    if (typeof it === "function" && it.name.startsWith("bound ")) drawn.actions.push(it as never);
    if (typeof it !== "object" || it === null || seen.has(it)) return;
    seen.add(it);
    const { type, props } = it as Partial<ReactElement<Record<string, unknown>>>;
    if (typeof type === "function" && type.constructor.name === "AsyncFunction")
      return visit(await (type as (given: unknown) => Promise<ReactNode>)(props));
    for (const [name, value] of Object.entries(props ?? it)) await visit(value, name);
  };
  await visit(node);
  return drawn;
}

/** The file of the desk behind an address, or null. */
export function pageAt(href: string): string | null {
  const path = /^\/e\/[^/]+\/desk\/?([^?#]*)/.exec(href)?.[1];
  if (path === undefined) return null;
  const found = [`${path}/page.tsx`, `${path}/route.ts`].map((file) => file.replace(/^\//, ""));
  return found.find((file) => existsSync(`${DESK}${file}`)) ?? null;
}
