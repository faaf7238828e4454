"use client";

import { type ReactNode, use } from "react";
import { readerLocale } from "#messages/words.ts";
import { areas as accented } from "./accented/areas.tsx";
import { areas as en } from "./en/areas.tsx";
import type { Tag } from "./languages.ts";

/** A part of the product whose pages share their words. A page loads those of its areas, in its own language. */
export type AreaName = keyof typeof en;

/** Each brings its words, which are there once it has come. */
export type Areas = Record<AreaName, () => Promise<void>>;

const AREAS: Record<Tag, Areas> = { "en-GB": en, "el-x-accented": accented };

/** Those that were asked for, so that each comes once. */
const asked = new Map<() => Promise<void>, Promise<void>>();

function load(bring: () => Promise<void>): Promise<void> {
  const loading = asked.get(bring) ?? bring();
  asked.set(bring, loading);
  return loading;
}

/** Has the words of areas ready before anything inside it is drawn. `locale` is the reader's. */
export function Area({
  names,
  locale,
  children,
}: {
  names: readonly AreaName[];
  locale: Tag;
  children: ReactNode;
}) {
  // All are asked for before the first is waited for.
  for (const loading of names.map((name) => load(AREAS[locale][name]))) use(loading);
  return children;
}

/**
 * Asks for words as a script begins, so that they come beside those of the frame around it and not after them. Only in
 * a browser, where the page says in which language it is.
 */
export function expectWords(name: AreaName): void {
  if (typeof document === "undefined") return;
  const areas: Areas | undefined = AREAS[document.documentElement.lang as Tag];
  // Whoever waits for them is told.
  if (areas) void load(areas[name]).catch(() => undefined);
}

/** Brings the words of a part of a page that comes later. A try that failed is forgotten, so that the next one is another. */
export async function loadWords(name: AreaName): Promise<void> {
  const bring = AREAS[readerLocale() as Tag][name];
  await load(bring).catch((fault) => {
    asked.delete(bring);
    throw fault;
  });
}
