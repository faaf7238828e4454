import { readFileSync } from "node:fs";
import path from "node:path";

const patience = 20_000;

/**
 * Fetches every page once before people do: a cold route is a quarter as fast as a warm one. A GET never changes
 * anything.
 * @param base this server's own address
 * @param dist absolute path of the build's folder
 * @param event the slug of any camp, where there is one
 */
export async function warm(base: string, dist: string, event: string | undefined): Promise<void> {
  const { staticRoutes, dynamicRoutes } = JSON.parse(
    readFileSync(path.join(dist, "routes-manifest.json"), "utf8"),
  );
  const patterns: string[] = [...staticRoutes, ...dynamicRoutes].map((route: { page: string }) => route.page);
  const paths = patterns
    .map((page) => page.replace("[event]", event ?? "[event]"))
    .filter((page) => !page.includes("["));
  for (const name of paths) {
    const answer = await fetch(base + name, {
      redirect: "manual",
      signal: AbortSignal.timeout(patience),
    }).catch(() => undefined);
    await answer?.arrayBuffer().catch(() => undefined);
  }
}
