/**
 * Words that are looked up when they are read and not when a module begins: `read` says what they are at that moment,
 * so one constant at the head of a module serves readers of every language.
 *
 * A text must not be taken out at the head of a module (`const { title } = words`); a part of the words may, also before
 * they are there: in a browser they come after the modules that speak them.
 *
 * @param name what is said to be missing when a text is read before its words are there
 */
export function lookup<Words extends object>(read: () => Words | undefined, name = ""): Words {
  const parts = new Map<string, object>();
  const partAt = (key: string) => {
    const part = parts.get(key) ?? lookup(() => (read() as Parts | undefined)?.[key], `${name}.${key}`);
    parts.set(key, part);
    return part;
  };
  const there = (): Parts => {
    const words = read();
    if (!words) throw new Error(`The words of ${name} are not there: no area of this page brought them.`);
    return words as Parts;
  };
  const at = (key: string | symbol): unknown => {
    // Whoever asks for one of these wants a text or a list of what is there, and not a part of it.
    if (typeof key === "symbol" || key === "$$typeof" || key === "toJSON") return Reflect.get(there(), key);
    const words = read() as Parts | undefined;
    return !words || isPart(words[key]) ? partAt(key) : words[key];
  };
  return new Proxy({} as Words, {
    get: (_, key) => at(key),
    has: (_, key) => Reflect.has(there(), key),
    ownKeys: () => Reflect.ownKeys(there()),
    getOwnPropertyDescriptor: (_, key) =>
      Reflect.has(there(), key)
        ? { value: at(key), enumerable: true, configurable: true, writable: false }
        : undefined,
  });
}

type Parts = Record<string, object>;

function isPart(found: unknown): found is object {
  return typeof found === "object" && found !== null && !Array.isArray(found);
}
