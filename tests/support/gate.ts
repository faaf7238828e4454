/** A promise that the test resolves: what waits for it goes on when the test says so. */
export function gated(): { promise: Promise<void>; resolve: () => void } {
  let resolve!: () => void;
  const promise = new Promise<void>((go) => {
    resolve = go;
  });
  return { promise, resolve };
}
