import { defineConfig } from 'drizzle-kit';

// One schema, two folders: bin/generate-migrations.mjs runs this once for each engine.
const engine = process.env.THROUGHLINE_ENGINE === 'postgres' ? 'postgres' : 'sqlite';

export default defineConfig({
  dialect: engine === 'postgres' ? 'postgresql' : 'sqlite',
  schema: './db/schema/index.ts',
  // bin/check-migrations.mjs generates into a copy.
  out: process.env.MIGRATIONS_FOLDER ?? `./db/migrations/${engine}`,
});
