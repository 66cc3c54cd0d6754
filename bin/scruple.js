#!/usr/bin/env node
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(`scruple needs Node 24 or newer, and this is Node ${process.versions.node}`);
  process.exit(2);
}
const { existsSync } = await import('node:fs');
const { enableCompileCache } = await import('node:module');
const { setFlagsFromString } = await import('node:v8');
enableCompileCache?.();
// The SQL parsers are WebAssembly of 24 MB: optimising it costs more time and memory than a command ever gets back.
// Set at run time, the first flag does not bring the other two with it.
for (const flag of ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering'])
  setFlagsFromString(flag);
const inCheckout = new URL('../src/cli/main.ts', import.meta.url);
const inPackage = new URL('../dist/cli/main.js', import.meta.url);
const { main } = await import((existsSync(inCheckout) ? inCheckout : inPackage).href);
process.exitCode = await main(process.argv.slice(2));
