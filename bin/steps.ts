/** Prints a step and the seconds it took. The line is left open meanwhile, to show which step is slow. */
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
