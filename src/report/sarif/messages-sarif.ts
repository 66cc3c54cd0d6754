import type { MessagesReport } from '../model.ts';
import { type SarifOptions, sarifLog } from './log.ts';

/** The SARIF log of `scruple message`. */
export const messagesSarif = (report: MessagesReport, options: SarifOptions): object =>
  sarifLog(
    {
      ...report,
      subjects: report.messages.map(({ file, findings, notAssessed }) => ({
        name: file,
        findings,
        notAssessed,
      })),
    },
    options,
  );
