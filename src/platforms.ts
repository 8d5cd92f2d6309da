/**
 * The platforms: the one place that names them. To add one: its folder in `adapters/`, whose `platform.ts` says all that the
 * rest has to know of it (`src/chat/platform.ts`), and its line here.
 */
import { consolePlatform } from "../adapters/console/platform.ts";
import { discord } from "../adapters/discord/platform.ts";
import { matrix } from "../adapters/matrix/platform.ts";
import { telegram } from "../adapters/telegram/platform.ts";
import type { Adapter, AdapterHost, Capabilities } from "./chat/adapter.ts";
import type { PlatformCheck } from "./chat/check.ts";
import type { PlatformName } from "./chat/inbound.ts";
import type { Platform, Reading } from "./chat/platform.ts";
import type { Given } from "./chat/variables.ts";
import { shareAdapter } from "./shared-adapter.ts";
import type { Leases } from "./store/leases.ts";
import type { Keyring } from "./store/sealing.ts";

const all = [consolePlatform, telegram, discord, matrix] as const;
/** In this order they are named, connected and looked at. */
export const platforms: readonly Platform[] = all;
export const platformNames: readonly PlatformName[] = platforms.map(({ name }) => name);

/** What the variables of each platform that is on come to, by its name. */
export type PlatformSettings = {
  readonly [One in (typeof all)[number] as One["name"]]?: One extends Platform<string, infer Settings>
    ? Settings
    : never;
};

/** A platform by its name; a database may hold chats of one whose folder is gone. */
export const platformNamed = (name: string): Platform | undefined => platforms.find((one) => one.name === name);

/** @throws {Error} where there is no such platform */
export function thePlatform(name: string): Platform {
  const found = platformNamed(name);
  if (found === undefined) throw new Error(`there is no platform ${name}`);
  return found;
}

/** What a platform can do, for what stands in for it. @throws {Error} where there is no such platform */
export const capabilitiesOf = (name: string): Capabilities => thePlatform(name).capabilities;

export function readPlatforms(given: Given, reading: Reading): PlatformSettings {
  const read = platforms.map(({ name, connection }) => [name, connection?.read(given, reading)] as const);
  // An edge: each stands under the name of the platform that read it.
  return Object.fromEntries(read.filter(([, settings]) => settings !== undefined)) as PlatformSettings;
}

/** Those that are on, each with how it is reached and its settings. */
function on(settings: PlatformSettings) {
  const found = new Map<string, unknown>(Object.entries(settings));
  return platforms.flatMap(({ name, connection }) =>
    connection === undefined || !found.has(name) ? [] : [{ name, connection, settings: found.get(name) }],
  );
}

/**
 * The adapters of those that are on, which have not begun. Only their libraries are loaded.
 * @param leases where several processes could connect the same accounts
 */
export const connectPlatforms = (settings: PlatformSettings, keyring: Keyring, leases?: Leases): Promise<Adapter[]> =>
  Promise.all(
    on(settings).map(({ name, connection, settings: own }) => {
      const make = (): Promise<Adapter> =>
        connection.adapter(own, {
          secret: (purpose) => keyring.lookup(name, purpose),
          storeKey: () => keyring.storeKey(name),
        });
      if (leases === undefined) return make();
      return shareAdapter({ leaseKey: keyring.lookup("lease", name, connection.accountOf(own)), leases, make });
    }),
  );

/** What looks at those that are on. @param factsOf what each has kept */
export const checkPlatforms = (
  settings: PlatformSettings,
  factsOf: (platform: string) => Pick<AdapterHost["facts"], "get">,
): Promise<{ readonly name: string; readonly check: PlatformCheck }[]> =>
  Promise.all(
    on(settings).map(async ({ name, connection, settings: own }) => ({
      name,
      check: await connection.check(own, factsOf(name)),
    })),
  );
