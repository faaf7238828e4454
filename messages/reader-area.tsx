import type { ReactNode } from "react";
import { readerLocale } from "#messages/words.ts";
import { Area, type AreaName } from "./areas.tsx";

type ReaderAreaProps = {
  name: AreaName;
  /** Another one, whose words come beside those. */
  and?: AreaName | undefined;
  children: ReactNode;
};

/** Pages of one area or two, in the language of whoever asked. It draws nothing of its own. Server only. */
export function ReaderArea({ name, and, children }: ReaderAreaProps) {
  return (
    <Area names={and ? [name, and] : [name]} locale={readerLocale()}>
      {children}
    </Area>
  );
}
