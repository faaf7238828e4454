/** Says what is being done while it is done: one line a step, with the seconds it took. */

/** Runs one step. The line is left open until it is over, so that a slow one can be seen to be the one that is slow. */
export async function step<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  const started = performance.now();
  process.stdout.write(`${what} … `);
  try {
    const result = await work();
    console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`);
    return result;
  } catch (error) {
    console.log("no.");
    throw error;
  }
}
