/**
 * What Telegram's refusals mean. Nothing of grammY's errors goes further than this file: a GrammyError carries the
 * payload, which is people's text, and what is inside of an HttpError names the address, which holds the token.
 */
import { GrammyError } from "grammy";
import { SendError, type SendFailure } from "../../src/chat/adapter.ts";

/** A refusal, without text of people and without secrets. */
export interface Fault {
  readonly failure: SendFailure;
  /** Telegram's error code; 0 where there was no answer. */
  readonly code: number;
  /** In a word, for logs. */
  readonly word: string;
  readonly retryAfterMs?: number;
  /** What is missing, for `no-rights`. */
  readonly detail?: string;
  /** The group goes on under this id. */
  readonly movedTo?: string;
}

interface Rule {
  readonly matches: RegExp;
  readonly failure: SendFailure;
  readonly word: string;
  readonly detail?: string;
}

/** Descriptions are not documented; these are what the server of the Bot API says (tdlib/telegram-bot-api, Client.cpp). */
const rules: readonly Rule[] = [
  {
    matches:
      /bot was blocked|user is deactivated|can't initiate conversation|can't send messages to (?:bots|the user)/i,
    failure: "blocked",
    word: "blocked",
  },
  {
    matches: /was kicked|is not a member|group chat was deleted|chat was deleted|CHANNEL_PRIVATE/i,
    failure: "removed",
    word: "removed",
  },
  { matches: /query is too old|query ID is invalid|QUERY_ID_INVALID/i, failure: "too-old", word: "query-too-old" },
  {
    matches: /message to edit not found|message can't be edited|no text in the message to edit|MESSAGE_ID_INVALID/i,
    failure: "too-old",
    word: "message-gone",
  },
  {
    matches: /message can't be deleted|MESSAGE_DELETE_FORBIDDEN/i,
    failure: "no-rights",
    word: "cannot-delete",
    detail: "Delete Messages",
  },
  { matches: /TOPIC_CLOSED/, failure: "no-rights", word: "topic-closed", detail: "Manage Topics" },
  {
    matches: /(?:send|right).*(?:photo|document|media)|CHAT_SEND_(?:PHOTOS|DOCS|MEDIA)_FORBIDDEN/i,
    failure: "no-rights",
    word: "no-rights",
    detail: "Send Media",
  },
  {
    matches:
      /send (?:text )?messages|have no rights to send|CHAT_WRITE_FORBIDDEN|CHAT_SEND_PLAIN_FORBIDDEN|CHAT_RESTRICTED/i,
    failure: "no-rights",
    word: "no-rights",
    detail: "Send Messages",
  },
  {
    matches: /not enough rights|need administrator|CHAT_ADMIN_REQUIRED|member list is inaccessible/i,
    failure: "no-rights",
    word: "no-rights",
    detail: "Administrator",
  },
  {
    matches: /user not found|member not found|PARTICIPANT_ID_INVALID|USER_NOT_PARTICIPANT/i,
    failure: "not-found",
    word: "no-such-member",
  },
  { matches: /chat not found|PEER_ID_INVALID/i, failure: "not-found", word: "not-found" },
  { matches: /message thread not found|TOPIC_DELETED/i, failure: "not-found", word: "topic-gone" },
  { matches: /message is not modified/i, failure: "refused", word: "not-modified" },
];

/** Reads an error of grammY, or any other. */
export function faultOf(error: unknown): Fault {
  // No connection, a time-out, or a gateway's page instead of JSON: grammY's HttpError, whose inside must not be shown.
  if (!(error instanceof GrammyError)) return { failure: "unreachable", code: 0, word: "no-answer" };
  const { error_code: code, description, parameters } = error;
  if (code === 429) {
    return { failure: "limited", code, word: "limited", retryAfterMs: (parameters.retry_after ?? 1) * 1000 };
  }
  if (parameters.migrate_to_chat_id !== undefined) {
    return { failure: "not-found", code, word: "moved", movedTo: String(parameters.migrate_to_chat_id) };
  }
  // 404 is the answer to a token that cannot be one. What waits is not lost: the operator can mend it.
  if (code === 401 || code === 404) return { failure: "unreachable", code, word: "token-refused" };
  if (code === 409) return { failure: "unreachable", code, word: "conflict" };
  if (code >= 500) return { failure: "unreachable", code, word: "server-error" };
  const rule = rules.find(({ matches }) => matches.test(description));
  if (rule === undefined) return { failure: code === 403 ? "no-rights" : "refused", code, word: "refused" };
  const { failure, word, detail } = rule;
  return { failure, code, word, ...(detail === undefined ? {} : { detail }) };
}

/** As the core gets it. The cause says code and word, nothing that Telegram wrote: descriptions quote people's text. */
export function sendErrorOf({ failure, code, word, retryAfterMs, detail }: Fault): SendError {
  return new SendError(failure, {
    cause: new Error(`Telegram: ${code === 0 ? "" : `${code} `}${word}`),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(detail === undefined ? {} : { detail }),
  });
}
