/**
 * Stands in for `@matrix-org/matrix-sdk-crypto-nodejs`: the names that matrix-bot-sdk 0.8.0 uses, on the WebAssembly
 * package, kept in SQLite. The second block is what a bot needs beyond them.
 */
export { OlmMachine } from "./olm-machine.ts";
export {
  Attachment,
  DeviceId,
  DeviceLists,
  EncryptedAttachment,
  EncryptionAlgorithm,
  EncryptionSettings,
  HistoryVisibility,
  RequestType,
  RoomId,
  StoreType,
  UserId,
} from "./values.ts";

export { CryptoStoreError, DecryptionError, onFatal } from "./errors.ts";
export { onLog, provideStoreKey, readBackup } from "./olm-machine.ts";
export { megolmPosition } from "./megolm.ts";
export type { FatalHandler, StoreProblem } from "./errors.ts";
export type { MegolmPosition } from "./megolm.ts";
export type {
  Backup,
  CrossSigningKeys,
  CrossSigningStatus,
  DecryptedRoomEvent,
  Homeserver,
  LogListener,
  RoomKey,
  UserSignatures,
} from "./olm-machine.ts";
export type { CrossSigningRequests, OutgoingRequest, ToDeviceRequest } from "./requests.ts";
export type { Account } from "./store-file.ts";
