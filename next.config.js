import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL(".", import.meta.url));

// Another folder lets a second build or dev server run beside the first.
const distDir = process.env.WALLCHART_DIST || ".next";

/** Next notes a build's folder in tsconfig.json: for any but the usual one it gets a copy to write in. */
function tsconfigPath() {
  if (distDir === ".next") return "tsconfig.json";
  const copy = path.join(root, `.data/tsconfig${distDir}.json`);
  mkdirSync(path.dirname(copy), { recursive: true });
  if (!existsSync(copy)) writeFileSync(copy, '{ "extends": "../tsconfig.json" }\n');
  return path.relative(root, copy);
}

/** @type {import("next").NextConfig} */
export default {
  distDir,
  poweredByHeader: false,
  reactStrictMode: true,
  // The optimiser fetches and decodes on demand: an attack surface for pictures we do not have.
  images: { unoptimized: true },
  // `npm test` runs tsc over everything; checking a part of it again would only make the first start slower.
  typescript: { ignoreBuildErrors: true, tsconfigPath: tsconfigPath() },
  // The live handlers have it as well, and it wants to be in a process once.
  serverExternalPackages: ["yjs"],
  // A clone inside another project must not take that project for its own.
  turbopack: { root },
  // A page may be opened under both names of this machine.
  allowedDevOrigins: ["127.0.0.1", "localhost"],
  devIndicators: false,
  // Titles come with the first HTML and not in a script after it: for whoever has none, and for screen readers.
  htmlLimitedBots: /.*/,
  agentRules: false,
  // A spreadsheet to import has 2 MiB and the form around it; the gate holds everything else to less.
  experimental: {
    serverActions: { bodySizeLimit: "2200kb" },
    // A page brings the styles of its own parts: in one file for all it is twice as much before anything is drawn.
    cssChunking: "graph",
    // Of what the framework brings to every page, a hundredth that nothing calls.
    turbopackCjsTreeShaking: true,
    turbopackCrossModuleConstants: true,
    // Small scripts that go with others anyway are one with them: together they are compressed better.
    turbopackChunking: { minChunkSize: 200_000 },
  },
};
