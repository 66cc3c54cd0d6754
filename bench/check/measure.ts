/** Runs one command line in this process and prints what it took, as JSON on the last line of stderr. */
const { main } = (await import('../../src/cli/main.ts')) as { main(argv: string[]): Promise<number> };
const status = await main(process.argv.slice(2));
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
console.error(
  JSON.stringify({
    status,
    wallSeconds: process.uptime(),
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    megabytes: maxRSS / 1024,
  }),
);
process.exit(0);
