/** The Matrix adapter. */
export { inviters, MatrixAdapter, type MatrixOptions } from "./adapter.ts";
export { matrixCapabilities } from "./capabilities.ts";
export type { KeyStore } from "./encryption.ts";
