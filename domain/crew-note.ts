/** What the crew notes of somebody, for each other. Instants are ISO 8601. */
export type CrewNote = {
  id: string;
  /** Null once whoever wrote it is no longer known here. */
  by: { id: string; name: string } | null;
  words: string;
  at: string;
  changedAt: string | null;
};

/** Whether somebody may change or delete a note: only who wrote it. */
export function mayChangeNote({ by }: Pick<CrewNote, "by">, personId: string): boolean {
  return by?.id === personId;
}
