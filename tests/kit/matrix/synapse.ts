/**
 * A real Synapse for tests, from PyPI in a Python virtual environment that is made once and kept outside of the
 * repository: in `STEWARD_TEST_CACHE`, or a folder for temporary files. SQLite, one port on this machine, no federation.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { createHmac, randomBytes } from "node:crypto";
import { mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { patience } from "../patience.ts";
import { pythonWith } from "../python.ts";

const version = "1.163.2";

/** About 35 s if it is not there. @returns its Python */
export const installSynapse = (): Promise<string> => pythonWith(version, [`matrix-synapse==${version}`]);

export interface SynapseOptions {
  /**
   * `raised` (by default): no test waits for a limit. `default`: as Synapse comes. `messages`: those of messages are as
   * Synapse comes, for everybody of whom they are not lifted.
   */
  readonly limits?: Limits;
}

type Limits = "raised" | "default" | "messages";

/** A user of the server. */
export interface Account {
  readonly user: string;
  readonly name: string;
  readonly password: string;
  readonly token: string;
  readonly device: string;
}

const limit = "{ per_second: 10000, burst_count: 100000 }";
/** People of the tests have to get in, whatever the limits of messages are. */
const logins = `
rc_registration: ${limit}
rc_login: { address: ${limit}, account: ${limit}, failed_attempts: ${limit} }
`;
const rooms = `
rc_joins: { local: ${limit}, remote: ${limit} }
rc_joins_per_room: ${limit}
rc_invites: { per_room: ${limit}, per_user: ${limit}, per_issuer: ${limit} }
rc_room_creation: ${limit}
rc_presence: { per_user: ${limit} }
`;
const messages = `
rc_message: ${limit}
rc_admin_redaction: ${limit}
`;
const configured: Readonly<Record<Limits, string>> = {
  raised: logins + rooms + messages,
  default: logins,
  messages: logins + rooms,
};

/** Runs Synapse until the tests end, however they end: then nobody holds its standard input any more. */
const program = `
import os, sys, threading
threading.Thread(target=lambda: (sys.stdin.read(), os._exit(1)), daemon=True).start()
from synapse.app.homeserver import main
main()
`;

export class Synapse {
  readonly directory: string;
  readonly port: number;
  readonly #python: string;
  readonly #secret: string;
  #process: ChildProcess | undefined;
  #admin: Promise<Account> | undefined;

  private constructor(python: string, directory: string, port: number, secret: string) {
    this.#python = python;
    this.directory = directory;
    this.port = port;
    this.#secret = secret;
  }

  /** Starts a server with an empty database. */
  static async start({ limits = "raised" }: SynapseOptions = {}): Promise<Synapse> {
    const python = await installSynapse();
    const directory = await mkdtemp(join(tmpdir(), "steward-synapse-"));
    const secret = randomBytes(24).toString("hex");
    const synapse = new Synapse(python, directory, await freePort(), secret);
    await synapse.#configure(limits);
    await synapse.up();
    return synapse;
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  async #configure(limits: Limits): Promise<void> {
    const at = (name: string) => JSON.stringify(join(this.directory, name));
    await writeFile(
      join(this.directory, "signing.key"),
      `ed25519 a_test ${randomBytes(32).toString("base64").replace(/=+$/u, "")}\n`,
    );
    await writeFile(
      join(this.directory, "log.yaml"),
      `version: 1
handlers: { file: { class: logging.FileHandler, filename: ${at("homeserver.log")} } }
root: { level: WARNING, handlers: [file] }
disable_existing_loggers: false
`,
    );
    await writeFile(
      join(this.directory, "homeserver.yaml"),
      `server_name: localhost
public_baseurl: ${this.url}/
listeners:
  - { port: ${String(this.port)}, bind_addresses: ['127.0.0.1'], type: http, tls: false, resources: [ { names: [client], compress: false } ] }
database: { name: sqlite3, args: { database: ${at("homeserver.db")} } }
log_config: ${at("log.yaml")}
media_store_path: ${at("media")}
signing_key_path: ${at("signing.key")}
registration_shared_secret: "${this.#secret}"
macaroon_secret_key: "${this.#secret}m"
form_secret: "${this.#secret}f"
enable_registration: false
bcrypt_rounds: 4
report_stats: false
trusted_key_servers: []
suppress_key_server_warning: true
federation_domain_whitelist: []
url_preview_enabled: false
presence: { enabled: false }
${configured[limits]}`,
    );
  }

  /** Starts the process and waits until it answers. */
  async up(): Promise<void> {
    const log = await open(join(this.directory, "stderr.log"), "a");
    const child = spawn(this.#python, ["-c", program, "-c", join(this.directory, "homeserver.yaml")], {
      cwd: this.directory,
      stdio: ["pipe", log.fd, log.fd],
    });
    this.#process = child;
    await log.close();
    const until = Date.now() + patience;
    for (;;) {
      const answers = await fetch(`${this.url}/_matrix/client/versions`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (answers) return;
      if (child.exitCode !== null || Date.now() > until) {
        const said = await readFile(join(this.directory, "stderr.log"), "utf8");
        throw new Error(`Synapse did not start: ${said.slice(-2_000)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Ends the process; `SIGKILL` as a machine does that loses its power. The data stays. */
  async down(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (child === undefined || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  }

  async stop(): Promise<void> {
    await this.down("SIGKILL");
    await rm(this.directory, { recursive: true, force: true });
  }

  /** Lifts the limits of an account, as docs/operators.md tells the server's administrator. */
  async lift({ user }: Account): Promise<void> {
    this.#admin ??= this.register("admin", { admin: true });
    const path = `/_synapse/admin/v1/users/${encodeURIComponent(user)}/override_ratelimit`;
    await this.#post(`${this.url}${path}`, { messages_per_second: 0, burst_count: 0 }, (await this.#admin).token);
  }

  /** Makes a user by the shared secret. `shown`: how others see them. */
  async register(name: string, { admin = false, shown = name } = {}): Promise<Account> {
    const path = `${this.url}/_synapse/admin/v1/register`;
    const { nonce } = (await (await fetch(path)).json()) as { nonce: string };
    const password = `${name}-password`;
    const mac = createHmac("sha1", this.#secret)
      .update([nonce, name, password, admin ? "admin" : "notadmin"].join("\0"))
      .digest("hex");
    const answer = (await this.#post(path, { nonce, username: name, password, admin, mac, displayname: shown })) as {
      user_id: string;
      access_token: string;
      device_id: string;
    };
    return { user: answer.user_id, name, password, token: answer.access_token, device: answer.device_id };
  }

  async #post(address: string, body: unknown, token?: string): Promise<unknown> {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const response = await fetch(address, { method: "POST", headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${String(response.status)} ${await response.text()}`);
    return response.json();
  }
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
