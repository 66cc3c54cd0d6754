import type { WorkspaceReport } from '../model.ts';
import { type SarifOptions, sarifLog } from './log.ts';

/** The SARIF log of `scruple check`. */
export const workspaceSarif = (report: WorkspaceReport, options: SarifOptions): object =>
  sarifLog(
    {
      ...report,
      subjects: report.uses.map(({ use, findings, notAssessed }) => ({ name: use, findings, notAssessed })),
    },
    options,
  );
