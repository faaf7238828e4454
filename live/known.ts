/** What is remembered, or on its way. Whoever may be answered at once need not wait: a promise costs more than a look. */
export type Known<T> = T | Promise<T>;

/** Uses what is known now, or as soon as it is. */
export function whenKnown<T, R>(known: Known<T>, use: (value: T) => Known<R>): Known<R> {
  return known instanceof Promise ? known.then(use) : use(known);
}
