import type { MessagesReport } from '../model.ts';
import { findingJson, notAssessedJson, problemJson } from './parts.ts';
import type { MessagesReportJson } from './schema.ts';

/** `scruple.messages/1`: messages in the order in which they were named. */
export const messagesJson = (report: MessagesReport): MessagesReportJson => ({
  schema: 'scruple.messages/1',
  checkedAt: report.checkedAt.toISOString(),
  messages: report.messages.map((message) => ({
    file: message.file,
    format: message.format,
    language: message.language,
    messageHash: message.messageHash,
    verdict: message.verdict,
    checksRun: message.checksRun,
    findings: message.findings.map((finding) => findingJson(finding, report.sources)),
    notAssessed: message.notAssessed.map(notAssessedJson),
  })),
  problems: report.problems.map(problemJson),
});
