/** Loads the demo camps into an installation that has no camp, and moves those it finds to today. `npm start` runs it. */
import { closeDatabase, database } from "#db/connection.ts";
import { loadDemo } from "#db/demo.ts";
import { Trouble } from "#env.ts";

try {
  const { loaded, moved } = await loadDemo(database(), new Date());
  if (loaded.length > 0) console.log(`Loaded ${loaded.join(", ")}.`);
  if (moved.length > 0) console.log(`Moved the day of ${moved.join(", ")} to now.`);
} catch (error) {
  console.error(error instanceof Trouble ? error.message : error);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
