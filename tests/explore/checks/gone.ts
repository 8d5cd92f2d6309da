/**
 * Nobody who has gone is named, asked or counted (docs/rules.md, "People and permission"): what is open refers only to members of
 * its cell, nobody without a cell is written to unasked, and of who was forgotten no row and no word is left.
 */
import { identityLookup } from "../../../src/store/people/records.ts";
import type { Unit } from "../../../src/domain/publication.ts";
import { personId } from "../../../src/rehearsal/stage.ts";
import { platformNames } from "../../../src/platforms.ts";
import { comingsIn, pledgesIn } from "../../kit/answers.ts";
import { allRows } from "../../kit/rows.ts";
import type { Session } from "../../../src/store/session.ts";
import type { Play } from "../play.ts";
import { readerOf, sourceOf, type Check, type Found } from "./check.ts";

/** A reference to a person in something that is open, and the cells of which they have to be a member of one. */
export interface Reference {
  readonly feature: string;
  readonly personId: string | null;
  readonly cells: readonly (string | null)[];
  /** Whether being a member is not enough: the person has to count there. */
  readonly counts?: boolean;
  /** Whether it may be somebody who never was a member: who made a cell may coordinate it from elsewhere. */
  readonly outside?: boolean;
}

/** Everybody who stands in something that is open. */
export async function referencesIn({ tx, now, keyring }: Session): Promise<readonly Reference[]> {
  const councils = new Map<string, string[]>();
  for (const { councilId, cellId } of await tx.councilCell.findMany()) {
    councils.set(councilId, [...(councils.get(councilId) ?? []), cellId]);
  }
  const all: Reference[] = [];
  for (const { id, coordinatorId } of await tx.cell.findMany({ select: { id: true, coordinatorId: true } })) {
    all.push({ feature: "Cell.coordinatorId", personId: coordinatorId, cells: [id], outside: true });
  }
  for (const { id, coordinatorId } of await tx.council.findMany({ select: { id: true, coordinatorId: true } })) {
    const cells = councils.get(id) ?? [];
    all.push({ feature: "Council.coordinatorId", personId: coordinatorId, cells, outside: true });
  }
  for (const { personId, cellId } of await tx.pageAddress.findMany({ where: { cellId: { not: null } } })) {
    all.push({ feature: "PageAddress.personId", personId, cells: [cellId], outside: true });
  }
  for (const { councilId, units, answers } of await tx.dateProposal.findMany({ include: { answers: true } })) {
    // An edge: only src/store/dates.ts writes it.
    const asked = (JSON.parse(units) as readonly Pick<Unit, "cells">[]).flatMap((unit) => unit.cells);
    const cells = asked.filter((id) => councils.get(councilId)?.includes(id) === true);
    for (const { personId } of answers) all.push({ feature: "DateAnswer.personId", personId, cells, counts: true });
  }
  const open = await tx.role.findMany({
    where: { endedAt: null },
    include: {
      members: true,
      offers: true,
      terms: { where: { state: { in: ["planned", "begun"] } }, include: { turns: true } },
    },
  });
  for (const role of open) {
    const cells = role.cellId === null ? (councils.get(role.councilId ?? "") ?? []) : [role.cellId];
    for (const one of role.members) {
      if (one.leftAt === null) all.push({ feature: "RoleMember.personId", personId: one.personId, cells });
    }
    for (const term of role.terms) {
      for (const turn of term.turns) {
        const stands = ["asked", "accepted", "acting"].includes(turn.state);
        const over = turn.heldTo !== null && turn.heldTo.getTime() <= now;
        if (stands && !over) {
          all.push({ feature: `RoleTurn.personId (${term.state}, ${turn.state})`, personId: turn.personId, cells });
        }
      }
    }
    for (const offer of role.offers) {
      if (offer.state !== "offered" && !(offer.state === "agreed" && offer.to.getTime() > now)) continue;
      const feature = `RoleOffer (${offer.kind}, ${offer.state})`;
      all.push({ feature, personId: offer.fromId, cells }, { feature, personId: offer.toId, cells });
    }
  }
  for (const place of await tx.carePlace.findMany({ include: { act: { include: { action: true } } } })) {
    if (place.act.action.endedAt !== null) continue;
    all.push({ feature: "CarePlace.personId", personId: place.personId, cells: [place.act.action.cellId] });
  }
  const gatherings = await tx.gathering.findMany({
    where: { state: "open" },
    include: { times: { include: { choices: true } } },
  });
  const comings = await comingsIn(tx, keyring);
  for (const { id, cellId, times, at } of gatherings) {
    for (const { personId, answer } of comings.filter(({ gatheringId }) => gatheringId === id)) {
      if (answer !== "no") all.push({ feature: "Rsvp.personId", personId, cells: [cellId] });
    }
    if (at !== null) continue;
    for (const { personId } of times.flatMap(({ choices }) => choices)) {
      all.push({ feature: "TimeChoice.personId", personId, cells: [cellId] });
    }
  }
  for (const { cellId, places, turns } of await tx.circle.findMany({ include: { places: true, turns: true } })) {
    for (const { personId } of places) all.push({ feature: "CirclePlace.personId", personId, cells: [cellId] });
    for (const { personId, at } of turns) {
      if (at.getTime() > now) all.push({ feature: "CircleTurn.personId", personId, cells: [cellId] });
    }
  }
  for (const { delegateId, alternateId, cellId } of await tx.seat.findMany()) {
    all.push(
      { feature: "Seat.delegateId", personId: delegateId, cells: [cellId], counts: true },
      { feature: "Seat.alternateId", personId: alternateId, cells: [cellId], counts: true },
    );
  }
  const polls = await tx.poll.findMany({ where: { closedAt: null }, include: { candidates: true } });
  for (const { candidates, cellId } of polls) {
    for (const { personId, state } of candidates) {
      if (state !== "declined" && state !== "withdrawn" && state !== "gone") {
        all.push({ feature: `PollCandidate.personId (${state})`, personId, cells: [cellId], counts: true });
      }
    }
  }
  for (const { waitsForId, cellId } of await tx.careEntry.findMany({ where: { waitsForId: { not: null } } })) {
    all.push({ feature: "CareEntry.waitsForId", personId: waitsForId, cells: [cellId] });
  }
  for (const one of await tx.alert.findMany({ where: { endedAt: null }, include: { answers: true, cell: true } })) {
    const cells =
      one.scope === "cell" ? [one.cellId] : (await tx.cell.findMany({ select: { id: true } })).map(({ id }) => id);
    all.push({ feature: "Alert.beganById", personId: one.beganById, cells: [one.cellId] });
    all.push({ feature: "Alert.confirmedById", personId: one.confirmedById, cells });
    for (const { personId } of one.answers) all.push({ feature: "AlertAnswer.personId", personId, cells });
  }
  for (const { changedById, cellId } of await tx.helpCard.findMany({ where: { changeId: { not: null } } })) {
    all.push({ feature: "HelpCard.changedById", personId: changedById, cells: [cellId] });
  }
  for (const { payeeId, cellId } of await tx.fundRequest.findMany({ where: { state: "open" } })) {
    all.push({ feature: "FundRequest.payeeId", personId: payeeId, cells: [cellId] });
  }
  for (const { personId, cellId } of await tx.fundApprover.findMany()) {
    all.push({ feature: "FundApprover.personId", personId, cells: [cellId] });
  }
  const drives = new Set((await tx.drive.findMany({ where: { closedAt: null } })).map(({ id }) => id));
  for (const { personId, cellId, driveId, answer } of await pledgesIn(tx, keyring)) {
    if (answer === "out" || !drives.has(driveId)) continue;
    all.push({ feature: "Pledge.cellId", personId, cells: [cellId], counts: true });
  }
  return all;
}

/** Names of people that the federations of the story know now. */
async function knownNames(session: Session, names: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const lookups = new Map<string, string>();
  for (const name of names) {
    for (const platform of platformNames) {
      lookups.set(identityLookup(session.keyring, platform, personId(platform, name)), name);
    }
  }
  const rows = await session.tx.identity.findMany({ select: { lookup: true } });
  return new Set(rows.flatMap(({ lookup }) => lookups.get(lookup) ?? []));
}

const naming = (name: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])${name}(?![\\p{L}\\p{N}])`, "u");

export const gone: Check = {
  name: "gone",
  begin: () => {
    const names = new Set<string>();
    const ever = new Set<string>();
    let forgotten: ReadonlySet<string> = new Set();
    /** Names that somebody wrote after they were forgotten: what people write is kept as their own words. */
    const written = new Set<string>();
    /** People and cells of which they ever were members, as `person cell`. */
    const everMembers = new Set<string>();
    /** Ids of all people who were ever there. */
    const ids = new Set<string>();
    const lookAgain = async (play: Play): Promise<void> => {
      await play.look(async (session) => {
        const now = await knownNames(session, names);
        for (const name of now) ever.add(name);
        forgotten = new Set([...ever].filter((name) => !now.has(name)));
        for (const name of now) written.delete(name);
        for (const { id } of await session.tx.person.findMany({ select: { id: true } })) ids.add(id);
        for (const { personId: id, cellId } of await session.tx.membership.findMany())
          everMembers.add(`${id} ${cellId}`);
      });
    };
    return {
      async step(play, played) {
        const { actor, late, changes, line } = played;
        if (actor !== undefined) names.add(actor);
        if (changes.has("Person") || changes.has("Membership")) await lookAgain(play);
        const { step } = played;
        const deed = step.type === "late" ? step.deed : step;
        for (const name of forgotten) {
          if ("text" in deed && naming(name).test(deed.text)) written.add(name);
        }
        const found: Found[] = [];
        for (const notice of played.notices) {
          const reader = readerOf(notice);
          for (const name of forgotten) {
            if (name === actor || line.includes(name) || written.has(name) || reader === actor) continue;
            if (naming(name).test(notice.text)) {
              found.push({ feature: sourceOf(played, notice), kind: "names who was forgotten", detail: notice.text });
            }
          }
          if (reader === undefined || reader === actor || late.includes(reader) || notice.kind === "edit") continue;
          const { platform } = notice.message.chat;
          const member = await play.look(async ({ tx, keyring }) => {
            const lookup = identityLookup(keyring, platform, personId(platform, reader));
            const rows = await tx.identity.findMany({ where: { lookup }, include: { person: true } });
            const cells = await tx.membership.count({ where: { personId: { in: rows.map((row) => row.personId) } } });
            return cells > 0 || rows.some(({ person }) => person.steward);
          });
          if (!member) {
            found.push({ feature: sourceOf(played, notice), kind: "writes to who has left", detail: notice.text });
          }
        }
        return found;
      },
      async whole(play) {
        await lookAgain(play);
        const found = await play.look(async (session) => {
          const members = new Set(
            (await session.tx.membership.findMany()).map(({ personId, cellId }) => `${personId} ${cellId}`),
          );
          const people = await session.tx.person.findMany({ select: { id: true, cellId: true } });
          const countsIn = new Map(people.map(({ id, cellId }) => [id, cellId]));
          const wrong: Found[] = [];
          for (const { feature, personId, cells, counts, outside } of await referencesIn(session)) {
            if (personId === null) continue;
            const among = cells.some((cell) =>
              counts === true ? countsIn.get(personId) === cell : members.has(`${personId} ${cell ?? ""}`),
            );
            if (outside === true && !cells.some((cell) => everMembers.has(`${personId} ${cell ?? ""}`))) continue;
            if (!among)
              wrong.push({ feature, kind: counts === true ? "does not count there" : "no member", detail: personId });
          }
          for (const id of countsIn.keys()) ids.add(id);
          return { wrong, left: [...ids].filter((id) => !countsIn.has(id)) };
        });
        if (found.left.length === 0) return found.wrong;
        const rows = await allRows(play.database);
        for (const id of found.left) {
          for (const row of rows.filter((one) => one.includes(id))) {
            const [table = ""] = row.split(" ", 1);
            const column = Object.entries(JSON.parse(row.slice(table.length + 1)) as Record<string, unknown>)
              .filter(([, value]) => String(value).includes(id))
              .map(([name]) => name)[0];
            found.wrong.push({
              feature: `${table}.${column ?? ""}`,
              kind: "refers to who was forgotten",
              detail: row.slice(0, 300),
            });
          }
        }
        return found.wrong;
      },
    };
  },
};
