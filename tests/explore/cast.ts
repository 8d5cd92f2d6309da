/**
 * Who is who by now: which account counts where, who leads, who holds a seat. Aims and commands that need somebody in
 * particular ask here: by chance alone an election would hardly ever find those who may vote in it.
 */
import type { PlatformName } from "../../src/chat/inbound.ts";
import { ranks, type Level } from "../../src/chat/levels.ts";
import { personId } from "../../src/rehearsal/stage.ts";
import { chatLookup } from "../../src/store/cells.ts";
import { identityLookup } from "../../src/store/people/records.ts";
import type { Session } from "../../src/store/session.ts";
import { Roles } from "../../src/store/roles/roles.ts";
import { FederationsIn } from "./checks/federations.ts";
import type { Play } from "./play.ts";
import type { World, WorldChat, WorldPerson } from "./world.ts";

/** An account of somebody in the story, and what the bot knows of its person. */
export interface Account {
  readonly person: WorldPerson;
  readonly platform: PlatformName;
  /** The person's id: the same for linked accounts. */
  readonly id: string;
  readonly steward: boolean;
  /** The id of the cell in which they count. */
  readonly countsIn: string | undefined;
  /** Ids of cells and councils that they coordinate, and of councils in which they sit or stand in. */
  readonly leads: ReadonlySet<string>;
  readonly sits: ReadonlySet<string>;
  /** Ids of roles in which they are asked for a turn, or have one that is not over; and of those that they hold now. */
  readonly serves: ReadonlySet<string>;
  readonly holds: ReadonlySet<string>;
}

/** What the bot knows of the story's people and chats. */
export interface Roll {
  readonly accounts: readonly Account[];
  /** The id of the cell or council to which each chat belongs. */
  readonly groups: ReadonlyMap<string, string>;
  /** The id of the role that each cell or council has made last. */
  readonly newestRole: ReadonlyMap<string, string>;
  /** Ids of the cells and councils that have something open of a kind: of an option, or by the command that it is for. */
  readonly having: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Whatever changes who is who, and what there is. */
const tables = [
  ...["Person", "Identity", "Membership", "Cell", "Council", "Chat", "Seat", "RoleTurn", "RoleTerm"],
  ...["Role", "Action", "Gathering", "Vote", "Drive", "DriveCell", "Alert", "AssemblySeries", "Circle", "Decision"],
  ...["DateProposal", "CouncilCell", "Poll", "Fund"],
];

async function havingIn({ tx }: Session): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const ids = (rows: readonly { readonly cellId?: string | null; readonly councilId?: string | null }[]) =>
    new Set(rows.flatMap(({ cellId, councilId }) => [cellId, councilId].filter((id) => typeof id === "string")));
  const open = { where: { endedAt: null } };
  const ofCouncil = await tx.councilCell.findMany();
  const dates = ids(await tx.dateProposal.findMany());
  const decisions = await tx.decision.findMany();
  return new Map([
    ["role", ids(await tx.role.findMany(open))],
    ["action", ids(await tx.action.findMany(open))],
    ["gathering", ids(await tx.gathering.findMany({ where: { state: "open" } }))],
    ["vote", ids(await tx.vote.findMany())],
    ["drive", ids(await tx.driveCell.findMany({ where: { drive: { closedAt: null } } }))],
    ["alert", ids(await tx.alert.findMany(open))],
    ["assembly", ids(await tx.assemblySeries.findMany(open))],
    ["circle", ids(await tx.circle.findMany())],
    // The rules of a charter are decisions.
    ["charter", ids(decisions)],
    ["decide", ids(decisions)],
    [
      "delegate",
      new Set([...ids(await tx.seat.findMany()), ...ids(await tx.poll.findMany({ where: { closedAt: null } }))]),
    ],
    ["fund", ids(await tx.fund.findMany())],
    ["date", new Set([...dates, ...ofCouncil.flatMap((one) => (dates.has(one.councilId) ? [one.cellId] : []))])],
  ]);
}

export class Cast {
  readonly #play: Play;
  readonly #world: World;
  #roll: Roll | undefined;
  #read = 0;

  constructor(play: Play, world: World) {
    this.#play = play;
    this.#world = world;
  }

  /** As it is now. */
  async roll(): Promise<Roll> {
    const { played } = this.#play;
    const fresh = played.slice(this.#read);
    this.#read = played.length;
    if (this.#roll === undefined || fresh.some(({ changes }) => tables.some((table) => changes.has(table)))) {
      this.#roll = await this.#look();
    }
    return this.#roll;
  }

  /** Accounts that may use what needs this level in a chat. */
  async who(level: Level, chat: WorldChat): Promise<readonly Account[]> {
    const { accounts, groups } = await this.roll();
    const group = groups.get(chat.name);
    return accounts.filter(
      ({ person, platform, steward, leads, sits }) =>
        platform === chat.platform &&
        person.chats.includes(chat.name) &&
        (ranks[level] <= ranks.member ||
          (steward && level !== "delegate") ||
          (group !== undefined && ((level === "coordinator" && leads.has(group)) || sits.has(group)))),
    );
  }

  #look(): Promise<Roll> {
    return this.#play.look(async (session) => {
      const { tx, keyring } = session;
      const bot = new Map(
        [...this.#play.life.adapters.values()].map(({ capabilities, account }) => [capabilities.platform, account]),
      );
      const groups = new Map<string, string>();
      const chats = new Map((await tx.chat.findMany()).map((row) => [row.lookup, row.cellId ?? row.councilId]));
      for (const { name, platform } of this.#world.chats) {
        const { id } = this.#play.stage.group(name);
        const group = chats.get(chatLookup(keyring, platform, bot.get(platform) ?? "", id));
        if (group !== undefined && group !== null) groups.set(name, group);
      }
      const leads = new Map<string, Set<string>>();
      const sits = new Map<string, Set<string>>();
      const add = (to: Map<string, Set<string>>, person: string | null, group: string): void => {
        if (person !== null) to.set(person, (to.get(person) ?? new Set()).add(group));
      };
      for (const federation of await FederationsIn.all(session)) {
        const roles = new Roles(session, federation);
        for (const cell of await tx.cell.findMany({ where: { federationId: federation.id } })) {
          const named = await roles.coordinators({ powerRoleId: cell.powerRoleId ?? undefined });
          for (const id of named ?? [cell.coordinatorId]) add(leads, id, cell.id);
        }
      }
      for (const { id, coordinatorId } of await tx.council.findMany()) add(leads, coordinatorId, id);
      for (const { councilId, delegateId, alternateId } of await tx.seat.findMany()) {
        add(sits, delegateId, councilId);
        add(sits, alternateId, councilId);
      }
      const serves = new Map<string, Set<string>>();
      const turns = await tx.roleTurn.findMany({
        where: { state: { in: ["asked", "accepted", "acting"] }, term: { state: { in: ["planned", "begun"] } } },
      });
      const holds = new Map<string, Set<string>>();
      for (const { personId, roleId, heldFrom, heldTo } of turns) {
        add(serves, personId, roleId);
        if (heldFrom !== null && (heldTo?.getTime() ?? Infinity) > session.now) add(holds, personId, roleId);
      }
      const known = new Map(
        (await tx.identity.findMany({ include: { person: true } })).map(({ lookup, person }) => [lookup, person]),
      );
      const accounts = this.#world.people.flatMap((person) => {
        const platforms = new Set(
          this.#world.chats.filter(({ name }) => person.chats.includes(name)).map(({ platform }) => platform),
        );
        return [...platforms].flatMap((platform): Account[] => {
          const row = known.get(identityLookup(keyring, platform, personId(platform, person.name)));
          if (row === undefined) return [];
          const none: ReadonlySet<string> = new Set();
          return [
            {
              person,
              platform,
              id: row.id,
              steward: row.steward,
              countsIn: row.cellId ?? undefined,
              leads: leads.get(row.id) ?? none,
              sits: sits.get(row.id) ?? none,
              serves: serves.get(row.id) ?? none,
              holds: holds.get(row.id) ?? none,
            },
          ];
        });
      });
      const roles = await tx.role.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
      const newestRole = new Map(roles.map(({ id, cellId, councilId }) => [cellId ?? councilId ?? "", id]));
      return { accounts, groups, newestRole, having: await havingIn(session) };
    });
  }
}
