import type * as wasm from "@matrix-org/matrix-sdk-crypto-wasm";
import { RequestType } from "./values.ts";

/** A request that is to be sent to the homeserver, and whose answer goes to `OlmMachine.markRequestAsSent`. */
export interface OutgoingRequest {
  readonly id: string;
  readonly type: RequestType;
  /** JSON. */
  readonly body: string;
}

/** `PUT /_matrix/client/v3/sendToDevice/{eventType}/{txnId}`. The body holds both once more, as matrix-bot-sdk needs. */
export interface ToDeviceRequest extends OutgoingRequest {
  readonly txnId: string;
  readonly eventType: string;
}

/** What publishes a cross-signing identity, in the order in which it is to be sent. */
export interface CrossSigningRequests {
  /** `POST /keys/upload`, if the device's own keys are not on the server yet; then `markRequestAsSent`. */
  readonly uploadKeys: OutgoingRequest | undefined;
  /** Body for `POST /keys/device_signing/upload`. Replacing an identity asks for authentication (401 with flows). */
  readonly uploadSigningKeys: string;
  /** Body for `POST /keys/signatures/upload`. */
  readonly uploadSignatures: string;
}

/** The native package's form of a request; those of the WebAssembly package name things otherwise. */
export function toRequest(request: { id: string; type: wasm.RequestType; body: string }): OutgoingRequest {
  const { id, type, body } = request;
  return { id, type, body };
}

export function toToDeviceRequest({ id, txn_id, event_type, body }: wasm.ToDeviceRequest): ToDeviceRequest {
  return {
    id,
    type: RequestType.ToDevice,
    txnId: txn_id,
    eventType: event_type,
    body: JSON.stringify({ txn_id, event_type, messages: messagesOf(body) }),
  };
}

function messagesOf(body: string): unknown {
  const parsed: { messages: unknown } = JSON.parse(body);
  return parsed.messages;
}
