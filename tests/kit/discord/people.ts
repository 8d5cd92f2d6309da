/** What tests say about people on the emulated Discord: who uses a command, presses, fills in; and what each sees. */
import { intents } from "./gateway.ts";
import { readMarkdown, type ReadOptions, type Seen } from "./markdown.ts";
import { inputsOf } from "./rules.ts";
import { bitsOf, type DiscordServer, type InteractionState } from "./server.ts";
import {
  channelJson,
  guildJson,
  may,
  memberJson,
  messageJson,
  permissionsOf,
  snowflake,
  userJson,
  type ChannelState,
  type GuildState,
  type Json,
  type MessageState,
  type Permission,
  type User,
} from "./world.ts";

export interface PersonOptions {
  readonly locale?: string;
  /** Whether the bot may write to them directly. */
  readonly takesDirect?: boolean;
  readonly id?: string;
}

export type OptionValue = string | number | boolean | Person;

interface OptionJson {
  readonly name: string;
  readonly type: number;
  readonly options?: readonly OptionJson[];
  readonly choices?: readonly { readonly value: unknown }[];
  readonly autocomplete?: boolean;
  readonly min_value?: number;
  readonly max_value?: number;
}

/** A message as one person sees it. */
export class Shown {
  readonly server: DiscordServer;
  readonly state: MessageState;

  constructor(server: DiscordServer, state: MessageState) {
    this.server = server;
    this.state = state;
  }

  get id(): string {
    return this.state.id;
  }

  /** The text as it is read, without markdown. */
  get text(): string {
    return this.read().text;
  }

  read(options: ReadOptions = {}): Seen {
    return readMarkdown(this.state.content, {
      nameOf: (id) => this.server.users.get(id)?.globalName ?? id,
      ...options,
    });
  }

  /** Buttons, row by row; the options of a select are those of its row. */
  get buttons(): readonly (readonly {
    readonly label: string;
    readonly customId: string | undefined;
    readonly url: string | undefined;
    /** Of an option of a select. */
    readonly value: string | undefined;
  }[])[] {
    return this.state.components.map((row) =>
      ((row["components"] ?? []) as readonly Json[]).flatMap((component) => {
        const options = component["type"] === 3 ? ((component["options"] ?? []) as readonly Json[]) : [component];
        return options.map((one) => ({
          label: String(one["label"] ?? ""),
          customId: component["custom_id"] as string | undefined,
          url: component["url"] as string | undefined,
          value: component["type"] === 3 ? String(one["value"]) : undefined,
        }));
      }),
    );
  }

  get labels(): readonly string[] {
    return this.buttons.flat().map(({ label }) => label);
  }

  get files(): readonly { readonly name: string; readonly bytes: Uint8Array; readonly alt: string | undefined }[] {
    return this.state.attachments.map(({ filename, bytes, description }) => ({
      name: filename,
      bytes,
      alt: description,
    }));
  }

  get ephemeral(): boolean {
    return this.state.onlyFor !== undefined;
  }
}

/** Something that a person did; what came of it. */
export class Use {
  readonly server: DiscordServer;
  readonly state: InteractionState;

  constructor(server: DiscordServer, state: InteractionState) {
    this.server = server;
    this.state = state;
  }

  /** Resolves when the bot has answered or deferred; rejects when Discord shows that it failed. */
  async acknowledged(): Promise<this> {
    await this.server.until(() => this.state.answered !== undefined || this.state.failed, "an acknowledgement");
    if (this.state.failed) throw new Error("The application did not respond");
    return this;
  }

  /** Everything that was answered in place so far, without what still 'thinks'. */
  get answers(): readonly Shown[] {
    const { original, source, followUps } = this.state;
    return [...(original === undefined || original === source ? [] : [original]), ...followUps]
      .filter(({ thinking, deleted }) => !thinking && !deleted)
      .map((message) => new Shown(this.server, message));
  }

  /** The first answer in place. */
  async answer(): Promise<Shown> {
    await this.acknowledged();
    return this.server.until(() => this.answers[0], "an answer");
  }

  /** The form that was opened. */
  async modal(): Promise<Json> {
    await this.acknowledged();
    return this.server.until(() => this.state.modal, "a form");
  }
}

export class Person {
  readonly server: DiscordServer;
  readonly user: User;

  constructor(server: DiscordServer, user: User) {
    this.server = server;
    this.user = user;
  }

  get id(): string {
    return this.user.id;
  }

  /** Uses a slash command, as the client lets them: only commands and options that are registered. `/cell join`. */
  uses(command: string, options: Readonly<Record<string, OptionValue>>, where: Channel, more: Json = {}): Use {
    const resolved: Record<string, Json> = {};
    const members: Record<string, Json> = {};
    const data = this.#command(command, where, (known) =>
      Object.entries(options).map(([name, value]) => {
        const option = known.find((one) => one.name === name);
        if (option === undefined) throw new Error(`${command} has no option ${name}`);
        if (value instanceof Person) {
          resolved[value.id] = userJson(value.user);
          const { guild } = where.state;
          if (guild?.members.has(value.id) === true) {
            const { user: _, ...member } = memberJson(guild, value.user);
            members[value.id] = { ...member, permissions: "0" };
          }
        }
        return { name, type: option.type, value: checked(option, value) };
      }),
    );
    if (Object.keys(resolved).length > 0) data["resolved"] = { users: resolved, members };
    return new Use(this.server, this.server.interact(2, this.user, where.state, data, undefined, more));
  }

  /** Types into an option that completes, and gets the choices. */
  async completes(
    command: string,
    option: string,
    typed: string,
    where: Channel,
  ): Promise<readonly { readonly name: string; readonly value: string }[]> {
    const data = this.#command(command, where, (known) => {
      const found = known.find(({ name }) => name === option);
      if (found?.autocomplete !== true) throw new Error(`${command} ${option} does not complete`);
      return [{ name: option, type: found.type, value: typed, focused: true }];
    });
    const state = this.server.interact(4, this.user, where.state, data);
    await new Use(this.server, state).acknowledged();
    return (state.choices ?? []).map((choice) => ({ name: String(choice["name"]), value: String(choice["value"]) }));
  }

  #command(typed: string, where: Channel, make: (known: readonly OptionJson[]) => readonly Json[]): Json {
    const [name = "", word] = typed.replace(/^\//, "").split(" ");
    const command = this.server.commands.find((one) => one["name"] === name);
    if (command === undefined) throw new Error(`/${name} is not registered`);
    const contexts = (command["contexts"] ?? [0, 1]) as readonly number[];
    if (!contexts.includes(where.state.guild === undefined ? 1 : 0)) throw new Error(`/${name} is not offered here`);
    const options = (command["options"] ?? []) as readonly OptionJson[];
    const words = options.filter(({ type }) => type === 1);
    const base: Json = { id: command["id"], name, type: 1 };
    if (words.length === 0) return { ...base, options: make(options) };
    const chosen = words.find((one) => one.name === word);
    if (chosen === undefined) throw new Error(`/${name} has no ${word ?? "bare form"}`);
    return { ...base, options: [{ name: word, type: 1, options: make(chosen.options ?? []) }] };
  }

  /** Presses the button, or chooses the option of a select, with this label. Only what they can see can be pressed. */
  presses(message: Shown, label: string): Use {
    const { state } = message;
    const button = message.buttons.flat().find((one) => one.label === label);
    if (button === undefined || state.deleted) throw new Error(`no button '${label}' to press`);
    if (button.customId === undefined) throw new Error(`'${label}' is a link`);
    if (state.onlyFor !== undefined && state.onlyFor !== this.id) throw new Error("they cannot see that message");
    const data =
      button.value === undefined
        ? { component_type: 2, custom_id: button.customId }
        : { component_type: 3, custom_id: button.customId, values: [button.value] };
    return new Use(this.server, this.server.interact(3, this.user, state.channel, data, state));
  }

  /** Fills in the form that a press or a command opened. */
  async fillsIn(opened: Use, text: string): Promise<Use> {
    const modal = await opened.modal();
    const labels = ((modal["components"] ?? []) as readonly Json[]).map(({ type }) => Number(type));
    const values = inputsOf(modal).map((input, index) => ({
      type: 4,
      id: index + 2,
      custom_id: input["custom_id"],
      value: text,
    }));
    const components = values.map((value, index) =>
      labels[index] === 18
        ? { type: 18, id: index + 1, component: value }
        : { type: 1, id: index + 1, components: [value] },
    );
    const { channel, source } = opened.state;
    return new Use(
      this.server,
      this.server.interact(5, this.user, channel, { custom_id: modal["custom_id"], components }, source),
    );
  }

  /** Writes a message. The bot sees it only with the intents that it has. */
  writes(text: string, where: Channel = this.direct): MessageState {
    const message = this.server.put({ channel: where.state, author: this.id, content: text });
    const { guild } = where.state;
    const body = messageJson(message, this.server.users);
    const mentioned = text.includes(`<@${this.server.bot.id}>`);
    const readable =
      guild === undefined || mentioned || (this.server.gateway.lastIntents & intents.messageContent) !== 0;
    this.server.tell(
      "MESSAGE_CREATE",
      {
        ...body,
        content: readable ? text : "",
        ...(guild === undefined ? {} : { guild_id: guild.id, member: memberJson(guild, this.user) }),
      },
      guild?.id,
      guild === undefined ? intents.directMessages : intents.guildMessages,
    );
    return message;
  }

  /** The direct channel with the bot. */
  get direct(): Channel {
    return new Channel(this.server, this.server.direct(this.id));
  }

  /** What they see in a channel: nothing that is only for somebody else. */
  sees(where: Channel): readonly Shown[] {
    const { guild } = where.state;
    if (guild !== undefined && !may(permissionsOf(guild, this.id, where.state), "View Channel")) return [];
    if (guild === undefined && where.state.recipient !== this.id) return [];
    return where.state.messages
      .filter(
        ({ deleted, thinking, onlyFor }) => !deleted && !thinking && (onlyFor === undefined || onlyFor === this.id),
      )
      .map((message) => new Shown(this.server, message));
  }

  /** Closes, or opens, their direct messages. */
  takesDirect(yes: boolean): void {
    this.user.takesDirect = yes;
  }
}

/** The client does not let people give what an option does not take. */
function checked(option: OptionJson, value: OptionValue): unknown {
  const fail = (why: string): never => {
    throw new Error(`option ${option.name}: ${why}`);
  };
  switch (option.type) {
    case 3:
      if (typeof value !== "string") return fail("takes text");
      if (option.choices !== undefined && !option.choices.some((choice) => choice.value === value))
        return fail("no such choice");
      return value;
    case 4:
      if (!Number.isInteger(value)) return fail("takes a whole number");
      if (Number(value) < (option.min_value ?? -Infinity) || Number(value) > (option.max_value ?? Infinity))
        return fail("out of range");
      return value;
    case 5:
      return typeof value === "boolean" ? value : fail("takes yes or no");
    case 6:
      return value instanceof Person ? value.id : fail("takes a person");
    default:
      return fail(`kind ${option.type} is not emulated`);
  }
}

export class Channel {
  readonly server: DiscordServer;
  readonly state: ChannelState;

  constructor(server: DiscordServer, state: ChannelState) {
    this.server = server;
    this.state = state;
  }

  get id(): string {
    return this.state.id;
  }

  /** What the bot wrote here for all to see. */
  get told(): readonly Shown[] {
    const { bot } = this.server;
    return this.state.messages
      .filter(
        ({ author, deleted, thinking, onlyFor }) => author === bot.id && !deleted && !thinking && onlyFor === undefined,
      )
      .map((message) => new Shown(this.server, message));
  }

  /** Allows or denies something here, to everybody or to one person or the bot. */
  sets(permission: Permission, allowed: boolean, who?: string): void {
    const { guild, overwrites } = this.state;
    if (guild === undefined) throw new Error("direct channels have no permissions");
    const id = who ?? guild.id;
    const bit = bitsOf([permission]);
    const now = overwrites.get(id) ?? { allow: 0n, deny: 0n };
    overwrites.set(
      id,
      allowed ? { allow: now.allow | bit, deny: now.deny & ~bit } : { allow: now.allow & ~bit, deny: now.deny | bit },
    );
    this.server.tell("CHANNEL_UPDATE", channelJson(this.state, this.server.users), guild.id);
  }

  deletes(): void {
    const { guild } = this.state;
    this.state.deleted = true;
    guild?.channels.delete(this.state.id);
    const told = this.state.type === 11 ? "THREAD_DELETE" : "CHANNEL_DELETE";
    this.server.tell(told, channelJson(this.state, this.server.users), guild?.id);
  }

  /** A thread below this channel. */
  opensThread(name: string): Channel {
    const { guild } = this.state;
    if (guild === undefined) throw new Error("direct channels have no threads");
    const state = channelState(name, guild, 11, this.state);
    this.server.channels.set(state.id, state);
    guild.channels.set(state.id, state);
    this.server.tell("THREAD_CREATE", channelJson(state, this.server.users), guild.id);
    return new Channel(this.server, state);
  }
}

const channelState = (name: string, guild: GuildState, type: 0 | 11, parent?: ChannelState): ChannelState => ({
  id: snowflake(),
  type,
  name,
  guild,
  parent,
  recipient: undefined,
  overwrites: new Map(),
  messages: [],
  deleted: false,
});

export class Guild {
  readonly server: DiscordServer;
  readonly state: GuildState;

  constructor(server: DiscordServer, state: GuildState) {
    this.server = server;
    this.state = state;
  }

  get id(): string {
    return this.state.id;
  }

  /** The channel of this name; made if it is not there. */
  channel(name: string): Channel {
    const known = [...this.state.channels.values()].find((one) => one.name === name);
    if (known !== undefined) return new Channel(this.server, known);
    const state = channelState(name, this.state, 0);
    this.state.channels.set(state.id, state);
    this.server.channels.set(state.id, state);
    this.server.tell("CHANNEL_CREATE", channelJson(state, this.server.users), this.id);
    return new Channel(this.server, state);
  }

  joins(person: Person): void {
    this.state.members.set(person.id, { nick: undefined, roles: [] });
    this.server.tell(
      "GUILD_MEMBER_ADD",
      { ...memberJson(this.state, person.user), guild_id: this.id },
      this.id,
      intents.guildMembers,
    );
  }

  leaves(person: Person): void {
    this.state.members.delete(person.id);
    this.server.tell(
      "GUILD_MEMBER_REMOVE",
      { guild_id: this.id, user: userJson(person.user) },
      this.id,
      intents.guildMembers,
    );
  }

  /** Gives somebody a permission in the whole server, by a role of their own. */
  grants(person: Person, permission: Permission): void {
    const role = { id: snowflake(), name: permission, permissions: bitsOf([permission]) };
    this.state.roles.set(role.id, role);
    this.state.members.get(person.id)?.roles.push(role.id);
    this.server.tell(
      "GUILD_ROLE_CREATE",
      {
        guild_id: this.id,
        role: {
          id: role.id,
          name: role.name,
          permissions: String(role.permissions),
          position: 1,
          color: 0,
          hoist: false,
          managed: false,
          mentionable: false,
          flags: 0,
          colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
        },
      },
      this.id,
    );
  }

  addsBot(): void {
    this.state.members.set(this.server.bot.id, { nick: undefined, roles: [] });
    this.state.joinedAt = new Date(this.server.now()).toISOString();
    this.server.tell("GUILD_CREATE", guildJson(this.state, this.server.users, this.server.bot.id), this.id);
  }

  removesBot(): void {
    this.state.members.delete(this.server.bot.id);
    this.server.tell("GUILD_DELETE", { id: this.id }, this.id);
  }

  /** Discord itself cannot reach this server for a while. */
  fallsOut(): void {
    this.server.tell("GUILD_DELETE", { id: this.id, unavailable: true }, this.id);
  }
}
