/**
 * Works off an outbox over several connections at once, each one thing after the other, until nothing is left.
 * @param step one thing. `turn` counts up within a lane; it answers whether there may be more
 * @param leaving aborted when nothing more is to be begun
 */
export async function inLanes(
  lanes: number,
  leaving: AbortSignal | undefined,
  step: (turn: number) => Promise<boolean>,
): Promise<void> {
  const lane = async (_: unknown, first: number) => {
    for (let turn = first; !leaving?.aborted; turn++) if (!(await step(turn))) return;
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
