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
 * Items that arrive while work is under way share the next batch. @param work answers in order; its fault fails all of
 * them
 */
export function inBatches<Item, Answer>(
  work: (items: readonly Item[]) => Promise<readonly Answer[]>,
): (item: Item) => Promise<Answer> {
  let waiting: Waiting<Item, Answer>[] = [];
  let going = 0;

  const go = async () => {
    going += 1;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MOST);
      waiting = waiting.slice(MOST);
      try {
        const answers = await work(batch.map(({ item }) => item));
        for (const [index, { resolve }] of batch.entries()) resolve(answers[index]!);
      } catch (fault) {
        for (const { reject } of batch) reject(fault);
      }
    }
    going -= 1;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (going < AT_ONCE) void go();
    });
}
