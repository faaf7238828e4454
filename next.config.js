import { fileURLToPath } from "node:url";

/** @type {import("next").NextConfig} */
export default {
  // Another folder lets a second build or dev server run beside the first.
  distDir: process.env.WALLCHART_DIST || ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  // The optimiser fetches and decodes on demand: an attack surface for pictures we do not have.
  images: { unoptimized: true },
  // `npm test` runs tsc over everything; checking a part of it again would only make the first start slower.
  typescript: { ignoreBuildErrors: true },
  // A clone inside another project must not take that project for its own.
  turbopack: { root: fileURLToPath(new URL(".", import.meta.url)) },
  // A page may be opened under both names of this machine.
  allowedDevOrigins: ["127.0.0.1", "localhost"],
  devIndicators: false,
  agentRules: false,
  // A spreadsheet to import has 2 MiB and the form around it; server.ts holds everything else to less.
  experimental: { serverActions: { bodySizeLimit: "2200kb" } },
};
