/**
 * Words that are looked up when they are read and not when a module begins: `read` says what they are at that moment,
 * so one constant at the head of a module serves readers of every language.
 *
 * A text must not be taken out at the head of a module (`const title = words.title`); a part of the words may.
 */
export function lookup<Words extends object>(read: () => Words): Words {
  const parts = new Map<PropertyKey, object>();
  const at = (name: PropertyKey): unknown => {
    const found: unknown = Reflect.get(read(), name);
    if (!isPart(found)) return found;
    const part = parts.get(name) ?? lookup(() => Reflect.get(read(), name) as object);
    parts.set(name, part);
    return part;
  };
  return new Proxy({} as Words, {
    get: (_, name) => at(name),
    has: (_, name) => Reflect.has(read(), name),
    ownKeys: () => Reflect.ownKeys(read()),
    getOwnPropertyDescriptor: (_, name) =>
      Reflect.has(read(), name)
        ? { value: at(name), enumerable: true, configurable: true, writable: false }
        : undefined,
  });
}

function isPart(found: unknown): found is object {
  return typeof found === "object" && found !== null && !Array.isArray(found);
}
