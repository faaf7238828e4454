/**
 * Begins work in the order of the calls: the next once the one before says that it may, or has ended.
 * @param work calls `next` as soon as what comes after it can no longer overtake it
 */
export function inTurn<Item, Answer>(
  work: (item: Item, next: () => void) => Promise<Answer>,
): (item: Item) => Promise<Answer> {
  let before = Promise.resolve();
  return async (item) => {
    const turn = before;
    let next = () => {};
    before = new Promise((resolve) => {
      next = resolve;
    });
    await turn;
    try {
      return await work(item, next);
    } finally {
      next();
    }
  };
}
