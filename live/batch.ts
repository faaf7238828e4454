/** With more in one batch the first would wait for the last. */
const MOST = 250;

/** So many goes at once: while one waits for the disk, the next is read and prepared. */
const AT_ONCE = 2;

type Waiting<Item, Answer> = {
  item: Item;
  resolve: (answer: Answer) => void;
  reject: (fault: unknown) => void;
};

/**
 * Items that arrive together share a batch, and so do those that arrive while work is under way. @param work answers in
 * order; its fault fails all of them
 */
export function inBatches<Item, Answer>(
  work: (items: readonly Item[]) => Promise<readonly Answer[]>,
): (item: Item) => Promise<Answer> {
  let waiting: Waiting<Item, Answer>[] = [];
  let going = 0;
  let underWay = 0;
  let looking = false;

  /** A batch of few costs nearly as much as one of many: beside a large one no small one goes. */
  const isWorthIt = () => waiting.length > 0 && going < AT_ONCE && 2 * waiting.length >= underWay;

  const look = () => {
    looking = false;
    while (isWorthIt()) void go();
  };

  const go = async () => {
    const batch = waiting.slice(0, MOST);
    waiting = waiting.slice(MOST);
    going += 1;
    underWay += batch.length;
    try {
      const answers = await work(batch.map(({ item }) => item));
      for (const [index, { resolve }] of batch.entries()) resolve(answers[index]!);
    } catch (fault) {
      for (const { reject } of batch) reject(fault);
    }
    going -= 1;
    underWay -= batch.length;
    look();
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (looking) return;
      looking = true;
      // Once all requests that have arrived are read.
      setImmediate(look);
    });
}
