/** Swaps and covers: two people agree, and nothing changes until both have. */
import { roleJobs, type Offer, type Outcome, type Role, type RoleRefusal } from "../../domain/roles.ts";
import type { RoleOffer as OfferRow, RoleTurn as TurnRow } from "../generated/sqlite/client.ts";
import { RoleAnswers } from "./answers.ts";
import { active, isHeld, offerRecord, refused, type TermWithTurns } from "./records.ts";

/** What two people agree on. */
export class RoleOffers extends RoleAnswers {
  /** Somebody asks another to take their turn to come; they take the other's next one. Nothing changes until both agree. */
  async offerSwap(role: Role, fromId: string, toId: string): Promise<Outcome<{ readonly offer: Offer }>> {
    const [, coming] = await this.around(role);
    const turn = coming?.turns.find((one) => one.personId === fromId && ["asked", "accepted"].includes(one.state));
    if (coming === undefined || turn === undefined) return refused("no-turn");
    const why = await this.cannotSwap(role, coming, fromId, toId);
    if (why !== undefined) return refused(why);
    return this.makeOffer("swap", turn, fromId, toId, coming.from.getTime(), coming.to.getTime());
  }

  protected async cannotSwap(
    role: Role,
    term: TermWithTurns,
    fromId: string,
    toId: string,
  ): Promise<RoleRefusal | undefined> {
    if (fromId === toId) return "oneself";
    if (!(await this.inPool(role, toId))) return "not-in-pool";
    if (term.turns.some((one) => one.personId === toId && ["accepted", "acting"].includes(one.state)))
      return "already-holder";
    return (await this.away([toId], term.from.getTime(), term.to.getTime())).has(toId) ? "away" : undefined;
  }

  /** Somebody asks another to stand in for a part of a term of theirs. Times in ms since 1970. */
  async offerCover(
    role: Role,
    fromId: string,
    toId: string,
    from: number,
    to: number,
  ): Promise<Outcome<{ readonly offer: Offer }>> {
    if (fromId === toId) return refused("oneself");
    const begin = Math.max(from, this.session.now);
    if (to <= begin) return refused("past");
    const terms = (await this.around(role)).filter((term) => term !== undefined);
    const mine = terms.flatMap((term) =>
      term.turns
        .filter(
          (turn) =>
            turn.personId === fromId && (isHeld(turn, term) || (term.state === "planned" && turn.state === "accepted")),
        )
        .map((turn) => ({ term, turn })),
    );
    if (mine.length === 0) return refused("not-holder");
    const within = mine.find(({ term }) => term.from.getTime() <= begin && to <= term.to.getTime());
    if (within === undefined) return refused("outside-term");
    const why = await this.cannotCover(role, within.term, within.turn.id, toId, begin, to);
    if (why !== undefined) return refused(why);
    return this.makeOffer("cover", within.turn, fromId, toId, begin, to);
  }

  protected async cannotCover(
    role: Role,
    term: TermWithTurns,
    turnId: string,
    toId: string,
    from: number,
    to: number,
  ): Promise<RoleRefusal | undefined> {
    if (!(await this.isMember(role, toId))) return "not-member";
    if (term.turns.some((one) => one.personId === toId && (isHeld(one, term) || one.state === "accepted")))
      return "already-holder";
    if ((await this.away([toId], from, to)).has(toId)) return "away";
    const covers = await this.covers(term.turns.map(({ id }) => id));
    const meets = covers.filter((one) => one.from < to && one.to > from);
    return meets.some((one) => one.turnId === turnId || one.byId === toId) ? "covered" : undefined;
  }

  protected async makeOffer(
    kind: Offer["kind"],
    turn: TurnRow,
    fromId: string,
    toId: string,
    from: number,
    to: number,
  ): Promise<Outcome<{ readonly offer: Offer }>> {
    const { tx, now } = this.session;
    // Asked again, the earlier question is void.
    await this.voidOffers({ turnId: turn.id, kind, fromId, toId, state: "offered" });
    const row = await tx.roleOffer.create({
      data: {
        id: this.session.newId(),
        roleId: turn.roleId,
        kind,
        turnId: turn.id,
        fromId,
        toId,
        from: new Date(from),
        to: new Date(to),
        createdAt: new Date(now),
      },
    });
    return { ok: true, offer: offerRecord(row) };
  }

  /** An offer that waits for an answer. */
  async offer(id: string): Promise<Offer | undefined> {
    const row = await this.session.tx.roleOffer.findFirst({
      where: { id, state: "offered", role: { federationId: this.federation.id } },
    });
    return row === null ? undefined : offerRecord(row);
  }

  /** The one who was asked agrees: it is done, if it still can be. */
  async agree(offerId: string, personId: string): Promise<Outcome<{ readonly offer: Offer; readonly role: Role }>> {
    const offer = await this.offer(offerId);
    if (offer === undefined) return refused("offer-gone");
    if (offer.toId !== personId) return refused("not-yours");
    const role = await this.get(offer.roleId);
    if (role === undefined || role.endedAt !== undefined) return refused("role-ended");
    await this.lock(role);
    const row = await this.session.tx.roleOffer.findUniqueOrThrow({ where: { id: offerId } });
    const found = row.state === "offered" ? await this.turn(row.turnId) : undefined;
    if (found?.turn.personId !== offer.fromId || !active.includes(found.turn.state)) return refused("offer-gone");
    const { term, turn } = found;
    const why =
      offer.kind === "swap" ? await this.swap(role, term, turn, row) : await this.cover(role, term, turn, row);
    if (why !== undefined) return refused(why);
    await this.changed(role);
    return { ok: true, offer, role };
  }

  /** The other takes the turn; it stays credited to whose it was, and they owe the other one. */
  protected async swap(
    role: Role,
    term: TermWithTurns,
    turn: TurnRow,
    offer: OfferRow,
  ): Promise<RoleRefusal | undefined> {
    if (term.state !== "planned") return "turn-over";
    const why = await this.cannotSwap(role, term, offer.fromId, offer.toId);
    if (why !== undefined) return why;
    for (const other of term.turns.filter(
      (one) => one.id !== turn.id && (one.place === turn.place || one.personId === offer.toId),
    )) {
      await this.superseded(role, term, other);
    }
    await this.setTurn(turn, { state: "withdrawn", credited: false, remind: null });
    const taken = await this.addTurn(term, {
      place: turn.place,
      personId: offer.toId,
      forId: turn.forId ?? offer.fromId,
      state: "accepted",
      credited: turn.credited,
      why: turn.why,
    });
    if (!turn.credited) await this.credit(role, term, taken);
    await this.session.tx.roleOffer.update({ where: { id: offer.id }, data: { state: "agreed" } });
    if (term.stage >= 3) await this.remind(taken, "tomorrow");
    await this.bump(term);
    return undefined;
  }

  protected async cover(
    role: Role,
    term: TermWithTurns,
    turn: TurnRow,
    offer: OfferRow,
  ): Promise<RoleRefusal | undefined> {
    const from = Math.max(offer.from.getTime(), this.session.now);
    if (offer.to.getTime() <= from) return "past";
    const why = await this.cannotCover(role, term, turn.id, offer.toId, from, offer.to.getTime());
    if (why !== undefined) return why;
    await this.session.tx.roleOffer.update({
      where: { id: offer.id },
      data: { state: "agreed", from: new Date(from) },
    });
    await this.bump(term);
    // The cards show at the hour who does the work: a step of the role shows them again. If it is void by then it does nothing.
    for (const [edge, at] of [
      ["from", from],
      ["to", offer.to.getTime()],
    ] as const) {
      const key = `${roleJobs.step}:${role.id}:${offer.id}:${edge}`;
      await this.jobs.schedule({ kind: roleJobs.step, key, payload: { role: role.id }, dueAt: at });
    }
    return undefined;
  }

  /** The one who was asked does not agree. */
  async refuse(offerId: string, personId: string): Promise<Outcome<{ readonly offer: Offer; readonly role: Role }>> {
    const offer = await this.offer(offerId);
    const role = offer === undefined ? undefined : await this.get(offer.roleId);
    if (offer === undefined || role === undefined) return refused("offer-gone");
    if (offer.toId !== personId) return refused("not-yours");
    await this.session.tx.roleOffer.update({ where: { id: offerId }, data: { state: "refused" } });
    return { ok: true, offer, role };
  }
}
