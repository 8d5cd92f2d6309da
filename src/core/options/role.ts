/** The option type for a role, and what a command takes when none was named. */
import type { Role, RoleOwner } from "../../domain/roles.ts";
import type { Choice, OptionType } from "../command.ts";
import type { Context } from "../context.ts";
import { verbatim } from "../../chat/message.ts";
import { phrase } from "../../chat/phrase.ts";
import { nearest } from "../../words/clean.ts";
import { cellHere } from "./drive.ts";
import { fold, mostChoices, refuse, shorten } from "./option.ts";
import { onlyOne, type Which } from "./which.ts";

/** Whose roles are meant: the chat's cell or council; in a direct chat the cell in which the person counts. */
export function ownerHere(context: Context): RoleOwner | undefined {
  if (context.group?.kind === "council") return { cellId: undefined, councilId: context.group.id };
  const cellId = cellHere(context);
  return cellId === undefined ? undefined : { cellId, councilId: undefined };
}

/** A role with the number by which people name it: roles are numbered in the order in which they were made. */
export interface NumberedRole {
  readonly number: number;
  readonly role: Role;
}

/** The roles of this place that go round now. Numbers stay when a role ends, and when it is removed. */
export async function rolesHere(context: Context): Promise<readonly NumberedRole[]> {
  const owner = ownerHere(context);
  return owner === undefined ? [] : numbered(context, owner);
}

/** The same of some cell or council. */
export async function numbered({ roles }: Context, owner: RoleOwner): Promise<readonly NumberedRole[]> {
  return (await roles.list(owner)).map((role) => ({ number: role.number, role }));
}

/** A role of this place, or of another one (`of`), by its number, its name, or `#<id>`. */
export const role = (of?: RoleOwner): OptionType<Role> => ({
  kind: "role",
  parse: async (raw, context) => {
    const typed = raw.trim().slice(0, 200);
    const all = of === undefined ? await rolesHere(context) : await numbered(context, of);
    // One that has ended is understood, and so is one of another cell of theirs: the command says what is not possible.
    const byId = typed.startsWith("#") ? await context.roles.get(typed.slice(1)) : undefined;
    const fits = of === undefined ? concernsThem : () => all.some((one) => one.role.id === byId?.id);
    if (byId !== undefined && (await fits(byId, context))) return { value: byId };
    const number = /^#?(\d{1,9})$/u.exec(typed)?.[1];
    const found =
      all.find((one) => String(one.number) === number) ?? all.find(({ role: { name } }) => isCalled(name, typed));
    if (found !== undefined) return { value: found.role };
    const near = nearest(
      typed,
      all.map(({ role: { name } }) => name),
    );
    const shown = typed.slice(0, 60);
    if (all.length === 0) return refuse("role-none");
    return near === undefined
      ? refuse("role-option-unknown", { typed: shown })
      : refuse("options-did-you-mean", { typed: shown, near });
  },
  choices: async (context, typed) =>
    context.federation === undefined
      ? []
      : (await rolesHere(context))
          .filter(({ number, role: { name } }) => fold(`${number} ${name}`).includes(fold(typed)))
          .slice(0, mostChoices)
          .map(roleChoice),
});

const isCalled = (name: string, typed: string): boolean => fold(name) === fold(typed);

/** In a chat: a role of its cell or council; in a direct chat: of any that the person belongs to. */
async function concernsThem(
  { owner: { cellId, councilId } }: Role,
  { chat, group, person, people, councils }: Context,
): Promise<boolean> {
  if (chat !== undefined) return group?.id === (cellId ?? councilId);
  if (person === undefined) return false;
  if (cellId !== undefined) return people.isMember(person.id, cellId);
  const council = councilId === undefined ? undefined : await councils.get(councilId);
  return council !== undefined && (await councils.levelOf(person, council)) !== "anyone";
}

/**
 * The role that was named; else the only one there is, or that `fits`; else the person is asked which. `meant`: options
 * that would be read otherwise later.
 * @throws Refused where there is no role; Several where it is to be asked
 */
export async function roleOrOnly(
  named: Role | undefined,
  context: Context,
  { fits, meant }: { readonly fits?: (role: Role) => Promise<boolean>; readonly meant?: Which<never>["meant"] } = {},
): Promise<Role> {
  if (named !== undefined) return named;
  const all = await rolesHere(context);
  const fitting: NumberedRole[] = [];
  if (fits !== undefined && all.length > 1) for (const one of all) if (await fits(one.role)) fitting.push(one);
  const { role: found } = await onlyOne({
    option: "role",
    of: fitting.length === 0 ? all : fitting,
    none: () => phrase("role-none"),
    choice: roleChoice,
    line: ({ number, role: { name } }) => ({ number, name }),
    meant,
  });
  return found;
}

const roleChoice = ({ number, role: { id, name } }: NumberedRole): Choice => ({
  value: `#${id}`,
  label: verbatim(shorten(name, 40)),
  number,
});
