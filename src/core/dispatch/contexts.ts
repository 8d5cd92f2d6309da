/** What a handler gets: made for one event, one job, or one card. */
import type { Inbound } from "../../chat/inbound.ts";
import type { Level } from "../../chat/levels.ts";
import { pagePath } from "../../chat/pages.ts";
import type { Chat, Group } from "../../store/cells.ts";
import type { FederationRecord } from "../../store/federations.ts";
import type { Person } from "../../store/people/records.ts";
import { withRepositories, type Repositories } from "../../store/repositories.ts";
import type { Session } from "../../store/session.ts";
import { fallback } from "../../words/languages.ts";
import { isFederated, type Context, type FederationContext, type Mentioned } from "../context.ts";
import type { SentencesHere } from "../sentences.ts";
import type { Voice } from "../speak/asker.ts";
import { StoreDirectory } from "./directory.ts";
import type { Machinery } from "./parts.ts";

/** In which language and zone something is said where neither person nor chat says. */
export const voiceOf = (
  federation: FederationRecord | undefined,
  { texts, zone = "UTC" }: Pick<Machinery, "texts" | "zone">,
): Voice => ({
  language: federation?.language ?? texts.languages[0] ?? "en",
  zone: federation?.zone ?? zone,
});

/** Whom a context is for, and where. */
export interface ContextOf {
  readonly federation: FederationRecord | undefined;
  readonly chat: Chat | undefined;
  readonly group: Group | undefined;
  readonly voice: Voice;
  readonly platform: Inbound["platform"];
  readonly account: string;
  readonly inbound?: Inbound;
  readonly person?: Person | undefined;
  readonly level?: Level;
  readonly administrator?: boolean;
  readonly mentioned?: readonly Mentioned[];
}

/** A context with its repositories. Without a person: for jobs and for showing cards. */
export function makeContext(machinery: Machinery, session: Session, of: ContextOf): Context {
  const { texts, random, descriptions, publicUrl } = machinery;
  const build = (federation: FederationRecord | undefined): Context => {
    const fields: Omit<Context, keyof Repositories> = {
      now: session.now,
      language: of.voice.language,
      zone: of.voice.zone,
      platform: of.platform,
      account: of.account,
      federation,
      chat: of.chat,
      group: of.group,
      place: of.inbound?.chat,
      sender: of.inbound?.sender,
      person: of.person,
      level: of.level ?? "anyone",
      administrator: of.administrator ?? false,
      commands: descriptions,
      languages: texts.languages,
      mentioned: of.mentioned ?? [],
      newId: () => session.newId(),
      plain: (said) =>
        texts.plain(of.voice.language, said, { zone: of.voice.zone, now: session.now, platform: of.platform }),
      reaches: (person) => new StoreDirectory(session, federation, machinery).reaches(person),
      addressOf: (kind, secret) => (publicUrl === undefined ? undefined : `${publicUrl}${pagePath(kind, secret)}`),
      get sentences() {
        return sentencesFor(machinery, session, of, federation);
      },
      random: (below) => random.integer(below),
      within: (other) => federated(build(other)),
    };
    return withRepositories(fields, session, federation);
  };
  return build(of.federation);
}

/** Languages in which a person may have read something here: their own, the chat's, the federation's. */
function sentencesFor(
  { sentences }: Machinery,
  { keyring, now }: Session,
  { voice, chat, group, inbound }: ContextOf,
  federation: FederationRecord | undefined,
): SentencesHere {
  const languages = [voice.language, chat?.language, group?.language, federation?.language, fallback];
  const keys =
    inbound === undefined
      ? []
      : [
          keyring.lookup("owner", inbound.platform, inbound.sender.id),
          keyring.lookup("place", inbound.platform, inbound.account, inbound.chat.id),
        ];
  return sentences.for({
    languages: languages.filter((one) => one !== undefined),
    keys,
    federation: federation?.id,
    now,
  });
}

/** @throws where there is no federation: whoever asks for this has looked */
export function federated(context: Context): FederationContext {
  if (!isFederated(context)) throw new Error("a federation's context was made without one");
  return context;
}
