/** The same function, which works out each answer once: the rows of a file share their few times and days. */
export function remembered<Args extends readonly (string | number)[], Answer>(
  work: (...args: Args) => Answer,
): (...args: Args) => Answer {
  const kept = new Map<string, Answer>();
  return (...args) => {
    const key = JSON.stringify(args);
    if (!kept.has(key)) kept.set(key, work(...args));
    return kept.get(key)!;
  };
}
