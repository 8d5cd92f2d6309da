/** Telegram's limits on sending, as a strict sliding window: 30 a second, 1 a second in a chat, 20 a minute in a group. */
export class RateLimits {
  readonly #sent: { readonly at: number; readonly chat: number }[] = [];

  /** Seconds to wait, or 0 after having counted this one. */
  take(chat: number, group: boolean, now: number): number {
    while (this.#sent[0] !== undefined && this.#sent[0].at <= now - 60_000) this.#sent.shift();
    const wait = Math.max(
      this.#wait(30, 1_000, now, () => true),
      this.#wait(1, 1_000, now, (of) => of === chat),
      group ? this.#wait(20, 60_000, now, (of) => of === chat) : 0,
    );
    if (wait > 0) return Math.ceil(wait / 1_000);
    this.#sent.push({ at: now, chat });
    return 0;
  }

  #wait(most: number, windowMs: number, now: number, counts: (chat: number) => boolean): number {
    const within = this.#sent.filter(({ at, chat }) => at > now - windowMs && counts(chat));
    const oldest = within[within.length - most];
    return oldest === undefined ? 0 : oldest.at + windowMs - now;
  }
}
