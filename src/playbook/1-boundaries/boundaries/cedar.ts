import type * as CedarModule from '@cedar-policy/cedar-wasm/nodejs';

export type Cedar = typeof CedarModule;

let loading: Promise<Cedar> | undefined;

/** Loads Cedar when the first boundary is read: its WebAssembly takes some 25 ms that a workspace without any saves. */
export function loadCedar(): Promise<Cedar> {
  loading ??= import('@cedar-policy/cedar-wasm/nodejs');
  return loading;
}
