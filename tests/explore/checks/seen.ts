/**
 * Nobody sees what only another may see: each message is checked against who was in that place. Names stand only where
 * people of that cell or council are (stewards see their federation), words of a cell's own business only in its chats, its
 * councils and with its people, a note for the next holder and what somebody needs in private only, and nothing crosses
 * between federations.
 */
import { personId } from "../../../src/rehearsal/stage.ts";
import { identityLookup } from "../../../src/store/people/records.ts";
import { chatLookup } from "../../../src/store/cells.ts";
import { platformNames } from "../../../src/platforms.ts";
import type { Play } from "../play.ts";
import { readerOf, sourceOf, type Check, type Found } from "./check.ts";

/** Words that a story's people invent: no two are alike. */
const token = /\b(?:Soup|Banner|Night|Market|Picket|Choir|Letter|Bread|Stall|Walk) \d+\b/gu;

/**
 * What may name in a council's chats who has given something in one of its cells (docs/rules.md, "Care"). For whom it was
 * is said as it was typed.
 */
const readsCare: ReadonlySet<string> = new Set(["/care read", "/assembly agenda"]);

/** The numbers of those who were chosen in an election that is over. */
function chosenIn(result: string | null): readonly number[] {
  const { delegates = [], alternates = [] } = (result === null ? {} : JSON.parse(result)) as {
    readonly delegates?: readonly number[];
    readonly alternates?: readonly number[];
  };
  return [...delegates, ...alternates];
}

/** A cell's own business, by the command that says it first. What is not here may be seen in its federation. */
const cellsOwn = /^[/!](?:action (?:plan|change|care|confirm|template)|gather |circle |role (?:new|edit))/u;
const notes = /^[/!](?:role handover|care need)/u;

const patterns = new Map<string, RegExp>();
/** A name as a word of its own, behind these marks. */
function naming(marks: string, name: string): RegExp {
  const known = patterns.get(marks + name) ?? new RegExp(`(?<![\\p{L}\\p{N}])${marks}${name}(?![\\p{L}\\p{N}])`, "u");
  patterns.set(marks + name, known);
  return known;
}

interface Secret {
  readonly rule: "federation" | "cell" | "note";
  readonly groups: ReadonlySet<string>;
  readonly federations: ReadonlySet<string>;
  readonly author: string;
}

export const seen: Check = {
  name: "seen",
  begin: () => {
    /** Groups (ids) of each chat (platform and id), ever; councils of each cell; federation of each group. */
    const groupsOf = new Map<string, Set<string>>();
    const councilsOf = new Map<string, Set<string>>();
    const federationOf = new Map<string, string>();
    /** Groups in which each name was ever seen. */
    const places = new Map<string, Set<string>>();
    const stewards = new Set<string>();
    const secrets = new Map<string, Secret>();
    /** Who stood in each poll that was there when it was looked last. */
    let stood: readonly { readonly poll: string; readonly council: string; readonly name: string }[] = [];

    const add = (to: Map<string, Set<string>>, key: string, value: string): void => {
      to.set(key, (to.get(key) ?? new Set()).add(value));
    };
    const learn = async (play: Play): Promise<void> => {
      await play.look(async ({ tx, keyring }) => {
        for (const row of await tx.chat.findMany()) {
          const group = row.cellId ?? row.councilId;
          if (group === null) continue;
          add(groupsOf, row.lookup, group);
          federationOf.set(group, row.federationId);
        }
        for (const { councilId, cellId } of await tx.councilCell.findMany()) add(councilsOf, cellId, councilId);
        const names = new Map<string, string>();
        for (const name of places.keys()) {
          for (const platform of platformNames)
            names.set(identityLookup(keyring, platform, personId(platform, name)), name);
        }
        const seats = await tx.seat.findMany();
        const councils = await tx.council.findMany({ select: { id: true, coordinatorId: true } });
        const standing: (typeof stood)[number][] = [];
        const candidates = await tx.pollCandidate.findMany({ include: { poll: true } });
        for (const { lookup, person } of await tx.identity.findMany({
          include: { person: { include: { memberships: true } } },
        })) {
          const name = names.get(lookup);
          if (name === undefined) continue;
          if (person.steward) stewards.add(name);
          // Who is not in the chat any more may still be a member by another account.
          for (const { cellId } of person.memberships) add(places, name, cellId);
          // Who sits in a council, or stands in, is named in its chats (docs/rules.md, "Delegates").
          for (const { councilId, delegateId, alternateId } of seats) {
            if (delegateId === person.id || alternateId === person.id) add(places, name, councilId);
          }
          // So is who coordinates it.
          for (const { id, coordinatorId } of councils) if (coordinatorId === person.id) add(places, name, id);
          // Perhaps no longer, by the time that this is looked at.
          for (const { personId: id, number, poll } of candidates) {
            if (id !== person.id) continue;
            standing.push({ poll: poll.id, council: poll.councilId, name });
            if (chosenIn(poll.result).includes(number)) add(places, name, poll.councilId);
          }
        }
        // One long wait ends a poll, the term of who was chosen, and the retention of both.
        const polls = new Set((await tx.poll.findMany({ select: { id: true } })).map(({ id }) => id));
        for (const { poll, council, name } of stood) if (!polls.has(poll)) add(places, name, council);
        stood = standing;
      });
    };
    let lookup: ((platform: string, id: string) => string) | undefined;
    const groupsAt = async (play: Play, chat: { readonly platform: string; readonly id: string }) => {
      if (lookup === undefined) {
        const { keyring } = await play.look((session) => Promise.resolve(session));
        const account = (platform: string): string =>
          [...play.life.adapters.values()].find(({ capabilities }) => capabilities.platform === platform)?.account ??
          "";
        lookup = (platform, id) => chatLookup(keyring, platform, account(platform), id);
      }
      return groupsOf.get(lookup(chat.platform, chat.id)) ?? new Set<string>();
    };
    /** A group with what belongs together: a cell with its councils. */
    const around = (groups: Iterable<string>): Set<string> =>
      new Set([...groups].flatMap((group) => [group, ...(councilsOf.get(group) ?? [])]));
    const federationsOf = (groups: Iterable<string>): Set<string> =>
      new Set([...groups].flatMap((group) => federationOf.get(group) ?? []));

    return {
      async step(play, played) {
        const { actor, changes, step, line } = played;
        const deed = step.type === "late" ? step.deed : step;
        if (actor !== undefined && !places.has(actor)) places.set(actor, new Set());
        if (
          ["Chat", "Council", "CouncilCell", "Membership", "Person", "Poll", "PollCandidate", "Seat"].some((table) =>
            changes.has(table),
          )
        ) {
          await learn(play);
        }
        if (actor !== undefined && "place" in deed) {
          const here =
            deed.place.type === "chat" ? await groupsAt(play, play.stage.group(deed.place.chat)) : new Set<string>();
          for (const group of here) add(places, actor, group);
          if (deed.type === "says") {
            // Words that name somebody may be what is decided, or what something is called: whoever reads that reads the name.
            for (const name of /^[/!]\w/u.test(deed.text) ? [] : places.keys()) {
              if (naming("@?", name).test(deed.text)) for (const group of here) add(places, name, group);
            }
            const groups = here.size > 0 ? here : (places.get(actor) ?? new Set<string>());
            const rule = notes.test(deed.text) ? "note" : cellsOwn.test(deed.text) ? "cell" : "federation";
            for (const [word] of deed.text.matchAll(token)) {
              if (!secrets.has(word)) {
                secrets.set(word, { rule, groups: around(groups), federations: federationsOf(groups), author: actor });
              }
            }
          }
        }
        const found: Found[] = [];
        for (const notice of played.notices) {
          const { chat } = notice.message;
          const reader = readerOf(notice);
          // What one has typed oneself may be said back to one, or where one typed it.
          if (reader === undefined && chat.kind === "group" && (await groupsAt(play, chat)).size === 0) continue;
          const groups = around(reader === undefined ? await groupsAt(play, chat) : (places.get(reader) ?? []));
          const federations = federationsOf(groups);
          const steward = reader !== undefined && stewards.has(reader);
          for (const [word] of notice.text.matchAll(token)) {
            const secret = secrets.get(word);
            if (secret === undefined || line.includes(word)) continue;
            const crosses = ![...secret.federations].some((one) => federations.has(one));
            const leaks =
              secret.rule === "cell"
                ? !steward && ![...secret.groups].some((group) => groups.has(group))
                : secret.rule === "note" && reader === undefined;
            if (secret.federations.size > 0 && (crosses || leaks)) {
              found.push({
                feature: sourceOf(played, notice),
                kind: crosses
                  ? "words of another federation"
                  : secret.rule === "note"
                    ? "a note in a chat"
                    : "words of another cell",
                detail: `${word} to ${reader ?? chat.name}: ${notice.text}`,
              });
            }
          }
          for (const [name, known] of places) {
            if (name === reader || name === actor || line.includes(name)) continue;
            const marks = readsCare.has(sourceOf(played, notice)) ? "(?<!@)" : "@?";
            if (!notice.text.includes(name) || !naming(marks, name).test(notice.text)) continue;
            const there = steward
              ? [...federationsOf(known)].some((one) => federations.has(one))
              : [...known].some((group) => groups.has(group)) ||
                ((reader !== undefined || readsCare.has(sourceOf(played, notice))) &&
                  [...around(known)].some((group) => groups.has(group)));
            if (!there) {
              found.push({
                feature: sourceOf(played, notice),
                kind: "names somebody of elsewhere",
                detail: `${name} to ${reader ?? chat.name}: ${notice.text}`,
              });
            }
          }
        }
        return found;
      },
    };
  },
};
