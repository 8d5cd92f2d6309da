/** Several tables read in one statement, each row of the join with what each of them has: the hot look-ups go past Prisma's client. */
import {
  Prisma,
  type Cell,
  type Chat,
  type Council,
  type Federation,
  type Identity,
  type Person,
  type Role,
  type RoleOffer,
  type RoleTerm,
  type RoleTurn,
} from "./generated/sqlite/client.ts";

/** The columns of the tables that are read together. */
const tables = {
  chat: Object.values(Prisma.ChatScalarFieldEnum),
  cell: Object.values(Prisma.CellScalarFieldEnum),
  council: Object.values(Prisma.CouncilScalarFieldEnum),
  federation: Object.values(Prisma.FederationScalarFieldEnum),
  identity: Object.values(Prisma.IdentityScalarFieldEnum),
  person: Object.values(Prisma.PersonScalarFieldEnum),
  role: Object.values(Prisma.RoleScalarFieldEnum),
  term: Object.values(Prisma.RoleTermScalarFieldEnum),
  turn: Object.values(Prisma.RoleTurnScalarFieldEnum),
  offer: Object.values(Prisma.RoleOfferScalarFieldEnum),
} as const;

interface Rows {
  readonly chat: Chat;
  readonly cell: Cell;
  readonly council: Council;
  readonly federation: Federation;
  readonly identity: Identity;
  readonly person: Person;
  readonly role: Role;
  readonly term: RoleTerm;
  readonly turn: RoleTurn;
  readonly offer: RoleOffer;
}

/** A row of a join: each column under "table.column". */
export type Aliased<T extends keyof Rows> = { readonly [K in T as `${K}.${string & keyof Rows[K]}`]: unknown } & Record<
  string,
  unknown
>;

const aliasesOf = (table: keyof Rows) => tables[table].map((column) => [column, `${table}.${column}`] as const);
/** Under what each column stands in a row of a join: made once, since they are asked for at every event. */
const aliases = Object.fromEntries(
  Object.keys(tables).map((table) => [table, aliasesOf(table as keyof Rows)]), // an edge: its own keys
) as Readonly<Record<keyof Rows, ReturnType<typeof aliasesOf>>>;
const selected = new Map<string, Prisma.Sql>();

/** What is selected of a table, as it is called in the statement. */
export function columns(name: string, table: keyof Rows): Prisma.Sql {
  const key = `${name} ${table}`;
  const known = selected.get(key);
  if (known !== undefined) return known;
  const made = Prisma.raw(aliases[table].map(([column, alias]) => `${name}."${column}" AS "${alias}"`).join(", "));
  selected.set(key, made);
  return made;
}

/** One table's part of a joined row, as the model would give it. */
export function unalias<T extends keyof Rows>(row: Record<string, unknown>, table: T): Rows[T] {
  const made: Record<string, unknown> = {};
  for (const [column, alias] of aliases[table]) made[column] = row[alias];
  return made as unknown as Rows[T]; // an edge: the columns are those of the model
}

/** The same of a table that may have no row here. */
export const joined = <T extends keyof Rows>(row: Record<string, unknown>, table: T): Rows[T] | null =>
  row[`${table}.id`] === null ? null : unalias(row, table);
