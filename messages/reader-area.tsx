import type { ReactNode } from "react";
import { readerLocale } from "#messages/words.ts";
import { Area, type AreaName } from "./areas.tsx";

/** Pages of one area, in the language of whoever asked. It draws nothing of its own. Server only. */
export function ReaderArea({ name, children }: { name: AreaName; children: ReactNode }) {
  return (
    <Area name={name} locale={readerLocale()}>
      {children}
    </Area>
  );
}
