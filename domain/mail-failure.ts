/** Why a mail did not go out. */

/** What was not sent because it was no longer meant for them: nothing went wrong. */
export const DROPPED = ["left_group", "unwilling", "gone"] as const;
