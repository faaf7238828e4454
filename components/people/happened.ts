import type { HistoryEntry } from "#domain/history.ts";
import { isOffered } from "#domain/registration/status.ts";
import type { Status } from "#domain/registration.ts";
import { wordsOf } from "#messages/words.ts";

const { history } = wordsOf("people");

type Happened = Pick<HistoryEntry, "act" | "actor" | "from" | "to"> & Partial<Pick<HistoryEntry, "other">>;

/** An entry of the log about somebody, in words. */
export function happened({ act, actor, from, to, other = null }: Happened): string {
  if (act === "put_back_in_line" && from && isOffered(from as Status)) return history.withdrawn;
  const passed = other === null ? undefined : history.passed[act]?.(other);
  const did = passed ?? ((actor === "crew" && history.byCrew[act]) || (history.acts[act] ?? history.other));
  return `${did}${becameOf(act, to) ?? ""}`;
}

/** What became of an act that its own words do not say; undefined where they say all. */
export function becameOf(act: HistoryEntry["act"], to: string | null): string | undefined {
  return history.became[act]?.[to ?? ""];
}
