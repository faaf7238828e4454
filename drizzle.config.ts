/** For `npm run migration -- --name what_it_does`: writes the SQL that brings db/migrations up to db/schema. */
import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./db/schema",
  out: "./db/migrations",
  casing: "snake_case",
});
