/** What a test file opened and must not outlive it. A hook cannot register another, so it is ended from here. */
const endings: (() => Promise<unknown>)[] = [];

/** @param end is called once all tests of the file are over */
export function atTheEnd(end: () => Promise<unknown>): void {
  endings.push(end);
}

/** Ends everything, what was opened last first. */
export async function endAll(): Promise<void> {
  for (const end of endings.splice(0).reverse()) await end();
}
