"use client";

import type { ComponentType, ReactNode } from "react";
import { areas as accented } from "./accented/areas.tsx";
import { areas as en } from "./en/areas.tsx";
import type { Tag } from "./languages.ts";

/** A part of the product whose pages share their words. A page loads those of its areas, in its own language. */
export type AreaName = keyof typeof en;

export type Areas = Record<AreaName, ComponentType<{ children: ReactNode }>>;

const AREAS: Record<Tag, Areas> = { "en-GB": en, "el-x-accented": accented };

/** Has the words of an area ready before anything inside it is drawn. `locale` is the reader's. */
export function Area({ name, locale, children }: { name: AreaName; locale: Tag; children: ReactNode }) {
  const Ready = AREAS[locale][name];
  return <Ready>{children}</Ready>;
}
