/**
 * The rows of roles: finding and writing them, and planning what falls due. The lowest of the layers of roles.ts; nothing
 * here decides who is asked.
 */
import {
  leadMoments,
  roleCard,
  roleJobs,
  rolesCard,
  type Cover,
  type Leads,
  type Reminder,
  type Role,
  type RoleOwner,
  type TermShown,
  type TurnState,
} from "../../domain/roles.ts";
import { nextOccurrence } from "../../domain/recurrence.ts";
import { Cards } from "../cards.ts";
import type { FederationRecord } from "../federations.ts";
import {
  Prisma,
  type Role as RoleRow,
  type RoleMember as MemberRow,
  type RoleOffer as OfferRow,
  type RoleTerm as TermRow,
  type RoleTurn as TurnRow,
} from "../generated/sqlite/client.ts";
import { Jobs } from "../jobs.ts";
import type { Session } from "../session.ts";
import {
  active,
  byPlace,
  freePlaces,
  isHeld,
  joining,
  openOffers,
  ownedBy,
  ownedBySql,
  purposes,
  termRecord,
  turnRecord,
  type Around,
  type TermWithTurns,
} from "./records.ts";

/** Finding and writing: what every layer above needs. */
export class RoleRows {
  protected readonly session: Session;
  protected readonly federation: FederationRecord;
  protected readonly jobs: Jobs;
  protected readonly cards: Cards;

  constructor(session: Session, federation: FederationRecord) {
    this.session = session;
    this.federation = federation;
    this.jobs = new Jobs(session, federation.id);
    this.cards = new Cards(session);
  }

  /** A role, ended or not. */
  async get(id: string): Promise<Role | undefined> {
    const [row] = await this.session.tx.$queryRaw<RoleRow & { readonly powerRoleId: string | null }>`
      SELECT r.*, c."powerRoleId" FROM "Role" r LEFT JOIN "Cell" c ON c."id" = r."cellId"
      WHERE r."id" = ${id} AND r."federationId" = ${this.federation.id}`;
    return row === undefined ? undefined : this.record(row, row.powerRoleId);
  }

  /** The roles of a cell or council in the order in which they were made; without those that ended, unless asked for. */
  async list(owner: RoleOwner, { ended = false } = {}): Promise<readonly Role[]> {
    const rows = await this.session.tx.role.findMany({
      where: { federationId: this.federation.id, ...ownedBy(owner), ...(ended ? {} : { endedAt: null }) },
      include: { cell: { select: { powerRoleId: true } } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });
    return rows.map((row) => this.record(row, row.cell?.powerRoleId));
  }

  /** The chats (ids of ours) of the role's cell or council. */
  async chats(role: Pick<Role, "owner">): Promise<readonly string[]> {
    const rows = await this.session.tx.$queryRaw<{ id: string }>`
      SELECT "id" FROM "Chat" c WHERE c."federationId" = ${this.federation.id} AND ${ownedBySql("c", role.owner)}
      ORDER BY c."createdAt", c."id"`;
    return rows.map(({ id }) => id);
  }

  protected async rolesOf(personId: string, where: Prisma.RoleWhereInput): Promise<readonly Role[]> {
    const offers = { OR: [{ fromId: personId }, { toId: personId }] };
    const mine = {
      OR: [{ members: { some: { personId } } }, { turns: { some: { personId } } }, { offers: { some: offers } }],
    };
    const rows = await this.session.tx.role.findMany({
      where: { federationId: this.federation.id, endedAt: null, AND: [where, mine] },
      include: { cell: { select: { powerRoleId: true } } },
      orderBy: { id: "asc" },
    });
    return rows.map((row) => this.record(row, row.cell?.powerRoleId));
  }

  /** Everybody who is in a role now: in its pool, in a term, or by a swap or cover. Ids. */
  protected async everybodyIn({ id }: Role): Promise<readonly string[]> {
    const { tx, now } = this.session;
    const members = await tx.roleMember.findMany({ where: { roleId: id, leftAt: null } });
    const terms = await this.withTurns(Prisma.sql`"roleId" = ${id} AND "state" IN ('begun', 'planned')`);
    const offers = await tx.roleOffer.findMany({ where: { AND: [{ roleId: id }, openOffers(new Date(now))] } });
    const ids = [
      ...members.map(({ personId }) => personId),
      ...terms.flatMap(({ turns }) => turns.flatMap(({ personId }) => personId ?? [])),
      ...offers.flatMap(({ fromId, toId }) => [fromId, toId]),
    ];
    return [...new Set(ids)].sort();
  }

  /** The term that runs, and the one to come. */
  protected async around(role: Role): Promise<Around> {
    const rows = await this.withTurns(Prisma.sql`"roleId" = ${role.id} AND "state" IN ('begun', 'planned')`);
    return [rows.find(({ state }) => state === "begun"), rows.find(({ state }) => state === "planned")];
  }

  protected async term(id: string): Promise<TermWithTurns> {
    const [term] = await this.withTurns(Prisma.sql`"id" = ${id}`);
    if (term === undefined) throw new Error("a term is gone");
    return term;
  }

  /** Terms with their turns. Read past Prisma's client: every step and every press of a button begins with it. */
  protected async withTurns(where: Prisma.Sql): Promise<readonly TermWithTurns[]> {
    const { tx } = this.session;
    const terms = await tx.$queryRaw<TermRow>`SELECT * FROM "RoleTerm" WHERE ${where}`;
    if (terms.length === 0) return [];
    const ids = Prisma.join(terms.map(({ id }) => id));
    const turns = await tx.$queryRaw<TurnRow>`SELECT * FROM "RoleTurn" WHERE "termId" IN (${ids}) ORDER BY "id"`;
    return terms.map((term) => ({ ...term, turns: turns.filter(({ termId }) => termId === term.id) }));
  }

  /** A turn with its role and term, locked. */
  protected async turn(
    turnId: string,
  ): Promise<{ readonly role: Role; readonly term: TermWithTurns; readonly turn: TurnRow } | undefined> {
    const found = await this.session.tx.roleTurn.findUnique({ where: { id: turnId }, select: { roleId: true } });
    const role = found === null ? undefined : await this.get(found.roleId);
    if (role === undefined) return undefined;
    await this.lock(role);
    const turn = await this.session.tx.roleTurn.findUnique({ where: { id: turnId } });
    return turn === null ? undefined : { role, term: await this.term(turn.termId), turn };
  }

  protected async shown(row: TermWithTurns): Promise<TermShown> {
    const turns = row.turns.filter((turn) =>
      row.state === "begun" ? isHeld(turn, row) || turn.state === "asked" : active.includes(turn.state),
    );
    const covers = await this.covers(row.turns.map(({ id }) => id));
    return {
      term: termRecord(row),
      turns: turns.sort(byPlace).map(turnRecord),
      covers: covers.map(({ turnId: _, ...cover }) => cover),
    };
  }

  protected record(row: RoleRow, powerRoleId: string | null | undefined): Role {
    const { sealer } = this.federation;
    const { pattern, start, zone } = row;
    return {
      id: row.id,
      owner: { cellId: row.cellId ?? undefined, councilId: row.councilId ?? undefined },
      name: sealer.open(row.sealedName, purposes.name),
      rule: { pattern, start, minute: row.minute, zone },
      holders: row.holders,
      limit: row.limit,
      checklist: row.sealedChecklist === null ? undefined : sealer.open(row.sealedChecklist, purposes.checklist),
      leads: JSON.parse(row.leads) as Leads, // an edge: only `create` and `edit` write it
      power: powerRoleId === row.id,
      createdAt: row.createdAt.getTime(),
      endedAt: row.endedAt?.getTime(),
    };
  }

  protected async members(roleId: string): Promise<MemberRow[]> {
    return this.session.tx.$queryRaw<MemberRow>`
      SELECT * FROM "RoleMember" WHERE "roleId" = ${roleId} AND "leftAt" IS NULL ORDER BY "personId"`;
  }

  protected async inPool(role: Role, personId: string): Promise<boolean> {
    return (await this.session.tx.roleMember.count({ where: { roleId: role.id, personId, leftAt: null } })) > 0;
  }

  protected async isMember({ owner }: Role, personId: string): Promise<boolean> {
    const cell =
      owner.cellId === undefined ? { councils: { some: { councilId: owner.councilId ?? "" } } } : { id: owner.cellId };
    return (await this.session.tx.membership.count({ where: { personId, cell } })) > 0;
  }

  /** The roles of a cell are chosen for together: two choices at once must not take the same person. */
  protected async lock({ owner, id }: Role): Promise<void> {
    const { tx } = this.session;
    if (tx.provider !== "postgresql") return;
    await tx.$queryRaw`
      SELECT "id" FROM "Role" WHERE "id" = ${id} OR "cellId" = ${owner.cellId ?? null}
        OR "councilId" = ${owner.councilId ?? null} ORDER BY "id" ${tx.forUpdate}`;
  }

  protected async addTerm(role: Role, index: number, from: number): Promise<TermRow> {
    const row: TermRow = {
      id: this.session.newId(),
      roleId: role.id,
      index,
      from: new Date(from),
      to: new Date(nextOccurrence(role.rule, from)),
      state: "planned",
      stage: 0,
      sequence: 0,
      news: false,
    };
    await this.session.tx.$executeRaw`
      INSERT INTO "RoleTerm" ("id", "roleId", "index", "from", "to", "state", "stage", "sequence", "news")
      VALUES (${row.id}, ${row.roleId}, ${row.index}, ${row.from}, ${row.to}, ${row.state}, ${row.stage},
        ${row.sequence}, ${row.news})`;
    return row;
  }

  protected async addTurn(
    term: TermRow,
    of: {
      readonly place: number;
      readonly personId: string;
      readonly forId?: string;
      readonly state: TurnState;
      readonly second?: boolean;
      readonly credited?: boolean;
      readonly heldFrom?: number;
      readonly heldTo?: number;
      readonly why?: string | null;
      readonly news?: boolean;
      readonly remind?: Reminder["kind"];
    },
  ): Promise<TurnRow> {
    const { heldFrom, heldTo, ...plain } = of;
    const row: TurnRow = {
      forId: null,
      second: false,
      credited: false,
      why: null,
      remind: null,
      news: false,
      notedAt: null,
      ...plain,
      id: this.session.newId(),
      roleId: term.roleId,
      termId: term.id,
      heldFrom: heldFrom === undefined ? null : new Date(heldFrom),
      heldTo: heldTo === undefined ? null : new Date(heldTo),
      changedAt: new Date(this.session.now),
    };
    await this.session.tx.$executeRaw`
      INSERT INTO "RoleTurn" ("id", "roleId", "termId", "place", "personId", "forId", "state", "second", "credited",
        "heldFrom", "heldTo", "why", "remind", "news", "notedAt", "changedAt")
      VALUES (${row.id}, ${row.roleId}, ${row.termId}, ${row.place}, ${row.personId}, ${row.forId}, ${row.state},
        ${row.second}, ${row.credited}, ${row.heldFrom}, ${row.heldTo}, ${row.why}, ${row.remind}, ${row.news},
        ${row.notedAt}, ${row.changedAt})`;
    return row;
  }

  /** Changes a turn: gives it back as it stands then. */
  protected async setTurn(turn: TurnRow, to: Partial<TurnRow>): Promise<TurnRow> {
    const changes = { ...to, changedAt: new Date(this.session.now) };
    const columns = Object.entries(changes).map(([name, value]) => Prisma.sql`${Prisma.raw(`"${name}"`)} = ${value}`);
    await this.session.tx.$executeRaw`UPDATE "RoleTurn" SET ${Prisma.join(columns)} WHERE "id" = ${turn.id}`;
    return { ...turn, ...changes };
  }

  protected async remind(turn: TurnRow, remind: Reminder["kind"]): Promise<void> {
    await this.session.tx.$executeRaw`UPDATE "RoleTurn" SET "remind" = ${remind} WHERE "id" = ${turn.id}`;
    if (turn.personId !== null) await this.planTell(turn.personId);
  }

  /** The chats are to be told how the places stand. */
  protected async tellChat(term: TermRow): Promise<void> {
    await this.session.tx.roleTerm.update({ where: { id: term.id }, data: { news: true } });
  }

  /** Its event in a calendar has changed. */
  protected async bump(term: TermRow): Promise<void> {
    await this.session.tx.$executeRaw`UPDATE "RoleTerm" SET "sequence" = "sequence" + 1 WHERE "id" = ${term.id}`;
  }

  /** Covers that both agreed to. */
  protected async covers(turnIds: readonly string[]): Promise<readonly (Cover & { readonly turnId: string })[]> {
    if (turnIds.length === 0) return [];
    const rows = await this.session.tx.$queryRaw<OfferRow>`
      SELECT * FROM "RoleOffer" WHERE "turnId" IN (${Prisma.join(turnIds)}) AND "kind" = 'cover' AND "state" = 'agreed'
      ORDER BY "from"`;
    return rows.map(({ id, turnId, fromId, toId, from, to }) => ({
      id,
      turnId,
      forId: fromId,
      byId: toId,
      from: from.getTime(),
      to: to.getTime(),
    }));
  }

  /** What has begun of a cover stays; the rest, and what is owed, is void. */
  protected async voidOffers(where: Prisma.RoleOfferWhereInput): Promise<void> {
    const { tx } = this.session;
    const now = new Date(this.session.now);
    await tx.roleOffer.updateMany({
      where: { AND: [where, { kind: "cover", state: "agreed", from: { lt: now }, to: { gt: now } }] },
      data: { to: now },
    });
    await tx.roleOffer.updateMany({
      where: {
        AND: [
          where,
          {
            OR: [
              { state: "offered" },
              { state: "agreed", kind: "swap" },
              { state: "agreed", kind: "cover", from: { gte: now } },
            ],
          },
        ],
      },
      data: { state: "void" },
    });
  }

  protected async planTell(personId: string, at = this.session.now): Promise<void> {
    const key = `${roleJobs.tell}:${personId}`;
    await this.jobs.schedule({ kind: roleJobs.tell, key, payload: { person: personId }, dueAt: at });
  }

  protected async planStep(role: Role, dueAt: number): Promise<void> {
    const key = `${roleJobs.step}:${role.id}`;
    await this.jobs.schedule({ kind: roleJobs.step, key, payload: { role: role.id }, dueAt });
  }

  /** When something is to be done next for the term to come. */
  protected nextMoment(role: Role, term: TermWithTurns): number {
    const from = term.from.getTime();
    const { ask, again, last } = leadMoments(from, role.rule.zone, role.leads);
    const asked = Math.min(
      ...term.turns.filter(({ state }) => state === "asked").map((one) => one.changedAt.getTime()),
    );
    // Who was asked late has half of the time that is left to answer.
    const patient = Number.isFinite(asked) ? Math.max(again, asked + Math.floor((from - asked) / 2)) : again;
    const moment = [ask, patient, Math.max(last, term.stage === 2 ? last : patient)][term.stage];
    return Math.min(from, moment ?? from);
  }

  /**
   * Something about a role has changed: its cards are shown again, and its job is moved to what falls due next.
   * `joined`: there are more who can be asked. `around`: its terms, if they were just read. `told`: the chats were told.
   */
  protected async changed(
    role: Role,
    how: { readonly joined?: boolean; readonly around?: Around; readonly told?: boolean } = {},
  ): Promise<void> {
    const { now } = this.session;
    const [running, coming] = how.around ?? (await this.around(role));
    if (coming === undefined) return;
    const terms = [running, coming].filter((term) => term !== undefined);
    const tells = terms.some((term) => term.news || term.turns.some((one) => one.news && active.includes(one.state)));
    const next = Math.max(this.nextMoment(role, coming), role.createdAt + joining);
    const free = how.joined === true && terms.some((term) => term.stage > 0 && freePlaces(role, term).length > 0);
    const dueAt = tells && how.told !== true ? now : Math.min(next, free ? now + joining : Infinity);
    await this.planStep(role, Math.max(now, Math.min(dueAt, Math.max(coming.from.getTime(), now))));
    this.touch(role);
  }

  protected touch(role: Role): void {
    const owner = role.owner.cellId ?? role.owner.councilId ?? "";
    this.cards.touch({ kind: roleCard, subject: role.id });
    this.cards.touch({ kind: rolesCard, subject: owner });
  }
}
