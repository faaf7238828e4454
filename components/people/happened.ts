import type { HistoryEntry } from "#domain/history.ts";
import { isOffered } from "#domain/registration/status.ts";
import type { Status } from "#domain/registration.ts";
import { wordsOf } from "#messages/words.ts";

const { history } = wordsOf("people");

type Happened = Pick<HistoryEntry, "act" | "actor" | "from" | "to">;

/** An entry of the log about somebody, in words. */
export function happened({ act, actor, from, to }: Happened): string {
  if (act === "put_back_in_line" && from && isOffered(from as Status)) return history.withdrawn;
  const did = (actor === "crew" && history.byCrew[act]) || (history.acts[act] ?? history.other);
  const became = act === "register" ? history.to[to ?? ""] : undefined;
  return became ? `${did} ${became}` : did;
}
