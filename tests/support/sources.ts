/** Our own source files as data, for tests about the code itself. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** A source file: its path from the root with forward slashes, and its text. */
export interface Source {
  path: string;
  text: string;
}

/** An import as written in a file. */
export interface Import {
  /** The file or package that is imported: a path from the root, or a package's name. */
  target: string;
  /** True for a file of ours. */
  own: boolean;
  line: number;
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const skipped = /^(\..*|node_modules|test-results|playwright-report|public)$/;
const source = /\.(ts|tsx|mjs|js|css)$/;

/** Every hand-written source file. */
export function sources(): Source[] {
  const files: Source[] = [];
  const walk = (folder: string) => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const file = path.posix.join(folder, entry.name);
      if (entry.isDirectory() && !skipped.test(entry.name)) walk(file);
      else if (source.test(file) && !file.endsWith(".d.ts")) {
        files.push({ path: file, text: readFileSync(path.join(root, file), "utf8") });
      }
    }
  };
  walk("");
  return files;
}

/** The text with every comment blanked, line by line as it was: what is said about code is not code. */
export function withoutComments(text: string): string {
  const stringsOrComments =
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/.*/g;
  return text.replace(stringsOrComments, (all, string?: string) => string ?? all.replace(/[^\n]/g, " "));
}

/** What a file imports: static, re-exported, for its types, or when called. */
export function importsOf(file: Source): Import[] {
  const code = withoutComments(file.text);
  const forms = /(?:^(?:import|export)\b[^"'`;]*?(?:\bfrom\s*)?|\bimport\(\s*)["']([^"'\n]+)["']/gm;
  return [...code.matchAll(forms)]
    .filter((match) => !/^export\b/.test(match[0]) || /\bfrom\s*["']/.test(match[0]))
    .map((match) => ({
      ...resolve(file.path, match[1] ?? ""),
      line: lineOf(code, match.index + match[0].length),
    }));
}

/** The number of the line at an offset, counted from 1. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

function resolve(from: string, specifier: string): Omit<Import, "line"> {
  if (specifier.startsWith("#")) return { target: specifier.slice(1), own: true };
  if (specifier.startsWith("."))
    return { target: path.posix.join(path.posix.dirname(from), specifier), own: true };
  return { target: specifier, own: false };
}
