/** A systemd unit for the bot, with as little of the machine as it needs (systemd.exec(5)). */
import { dirname, join } from "node:path";
import { zoneFolder } from "../zone-data.ts";

export interface UnitOptions {
  /** The user that runs it. */
  readonly user: string;
  /** Where `.env` is, absolute: where it is started. */
  readonly folder: string;
  /** The program, and the Node.js that runs it, absolute. */
  readonly program: string;
  readonly node: string;
  /** The folders that it writes to, absolute. */
  readonly written: readonly string[];
}

/** A path as systemd reads it in a list: quoted, `%` doubled. */
const path = (of: string): string => `"${of.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("%", "%%")}"`;
/** The same where the rest of the line is the path. */
const whole = (of: string): string => of.replaceAll("%", "%%");
/** In a command `$` stands for a variable. */
const word = (of: string): string => path(of).replaceAll("$", "$$$$");

/** The text of `steward.service`. */
export function unitOf({ user, folder, program, node, written }: UnitOptions): string {
  const home = [folder, node, program, ...written].some((one) => /^\/(?:home|root|run\/user)\//.test(`${one}/`));
  return `# Made by \`npm run steward -- init\`. Into /etc/systemd/system/steward.service with it.
[Unit]
Description=Steward, a bot for group chats
Wants=network-online.target
After=network-online.target postgresql.service
# What it waits for may be long in coming: it is tried for ever, at a slow pace.
StartLimitIntervalSec=0

[Service]
Type=exec
User=${user}
# Its .env is read from here, by the bot itself.
WorkingDirectory=${whole(folder)}
Environment=NODE_ENV=production MALLOC_ARENA_MAX=1
Environment=${path(`ICU_TIMEZONE_FILES_DIR=${zoneFolder}`)}
ExecStart=${word(node)} --max-semi-space-size=2 --heap-growing-percent=50 ${word(program)}
Restart=on-failure
RestartSec=10
# It ends by itself within ten seconds.
TimeoutStopSec=15
UMask=0077

# It writes here and nowhere else.
ProtectSystem=strict
ReadWritePaths=${written.map(path).join(" ")}
ProtectHome=${home ? "read-only" : "yes"}
PrivateTmp=yes
PrivateDevices=yes
DevicePolicy=closed
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectKernelLogs=yes
ProtectControlGroups=yes
ProtectClock=yes
ProtectHostname=yes
ProtectProc=invisible
NoNewPrivileges=yes
CapabilityBoundingSet=
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
RemoveIPC=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
SystemCallErrorNumber=EPERM
# MemoryDenyWriteExecute would end Node.js at its start.

[Install]
WantedBy=multi-user.target
`;
}

/** The folders that the bot writes to. @param files the database, the master key, and folders that it keeps */
export const foldersOf = (files: readonly string[], folders: readonly string[]): readonly string[] =>
  [...new Set([...files.map((file) => dirname(file)), ...folders])].filter(
    (one, _, all) => !all.some((other) => other !== one && one.startsWith(join(other, "/"))),
  );
