// Writes the two Prisma clients from the one set of models in prisma/schema.prisma (SQLite), and the PostgreSQL
// schema on the way. Runs at `npm ci` (postinstall), so it is plain JavaScript that Node 20 understands, and it must
// never download anything.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, "prisma/schema.prisma");
const derived = join(root, "prisma/postgresql/schema.prisma");

/** Replaces what must occur exactly once, so that a changed schema is noticed here and not in production. */
function replaceOnce(text, pattern, replacement) {
  const found = text.match(new RegExp(pattern, "g"))?.length ?? 0;
  if (found !== 1) throw new Error(`prisma/schema.prisma must have exactly one ${pattern}; it has ${found}.`);
  return text.replace(pattern, replacement);
}

/** The same models for PostgreSQL. */
function toPostgresql(schema) {
  const provider = replaceOnce(schema, /(datasource \w+ \{\s*provider\s*=\s*)"sqlite"/, '$1"postgresql"');
  const output = replaceOnce(
    provider,
    /(output\s*=\s*)"\.\.\/src\/store\/generated\/sqlite"/,
    '$1"../../src/store/generated/postgresql"',
  );
  return `// Generated from prisma/schema.prisma by scripts/generate-clients.mjs. Do not edit.\n\n${output}`;
}

async function generate(schema) {
  const require = createRequire(import.meta.url);
  await promisify(execFile)(
    process.execPath,
    [require.resolve("prisma/build/index.js"), "generate", "--no-hints", "--schema", schema],
    {
      cwd: root,
      env: {
        ...process.env,
        // The CLI wants a schema engine and would fetch one. `generate` only looks whether the file is there: any program will do.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        CHECKPOINT_DISABLE: "1",
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
      },
    },
  );
}

await mkdir(dirname(derived), { recursive: true });
const models = await readFile(source, "utf8");
await writeFile(derived, toPostgresql(models));
await Promise.all([generate(source), generate(derived)]);
// Every start looks whether it has the clients of its models (src/store/clients.ts).
await writeFile(
  join(root, "src/store/generated/schema.sha256"),
  `${createHash("sha256").update(models).digest("hex")}\n`,
);
