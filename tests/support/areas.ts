/** Whether each page brings to the browser the words its components ask for there. */
import path from "node:path";
import { importsOf, type Source } from "./sources.ts";

/** A sentence for every noun that a page's browser would look for in vain. */
export function missingWords(files: Source[]): string[] {
  const sources = new Map(files.map((file) => [file.path, file]));
  const areas = new Map(
    files.flatMap(({ path: at, text }) => {
      const found = at.startsWith("messages/en/areas/") && /const (\w+)Words = \{([^}]*)\}/.exec(text);
      return found ? [[found[1]!, found[2]!.match(/\w+/g) ?? []] as const] : [];
    }),
  );
  const roots = files.filter(({ path: at }) => /^app\/.*(page|layout|error|not-found)\.tsx$/.test(at));
  return roots.flatMap((root) => {
    const reached = reach(root, sources);
    const brought = new Set([...reached, ...above(root, sources)].flatMap((file) => areasIn(file)));
    const here = new Set([...brought].flatMap((area) => areas.get(area) ?? []));
    return [...inBrowser(root, sources)].flatMap((file) =>
      [...file.text.matchAll(/wordsOf\("(\w+)"\)/g)]
        .map((match) => match[1]!)
        .filter((noun) => !here.has(noun))
        .map(
          (noun) =>
            `${root.path}: ${file.path} needs the words of ${noun} in the browser, and no area of the page has them`,
        ),
    );
  });
}

/** With the page, or later with a part of it. */
const areasIn = ({ text }: Source) =>
  [...text.matchAll(/(?:<ReaderArea name=|loadWords\()"(\w+)"/g)].map((match) => match[1]!);

/** The layouts around a page. */
function above({ path: at }: Source, sources: ReadonlyMap<string, Source>): Source[] {
  const folders = at.split("/").slice(0, -1);
  return folders.flatMap((_, n) => {
    const layout = sources.get(path.posix.join(...folders.slice(0, n + 1), "layout.tsx"));
    return layout ? [layout] : [];
  });
}

/** What a module imports, and what that imports: actions are called from afar and stay where they are. */
function reach(root: Source, sources: ReadonlyMap<string, Source>, found = new Set<Source>()): Set<Source> {
  if (found.has(root) || root.text.startsWith('"use server"')) return found;
  found.add(root);
  const text = root.text.replace(/^import type [^;]*;/gm, "");
  for (const { target } of importsOf({ ...root, text })) {
    const next = sources.get(target);
    if (next && !target.startsWith("messages/")) reach(next, sources, found);
  }
  return found;
}

/** Of these, what is sent to the browser: components that say so, and all that they import. */
function inBrowser(root: Source, sources: ReadonlyMap<string, Source>): Set<Source> {
  const found = new Set<Source>();
  for (const file of reach(root, sources))
    if (file.text.startsWith('"use client"')) reach(file, sources, found);
  return found;
}
