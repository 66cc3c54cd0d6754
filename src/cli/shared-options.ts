import { Option } from 'commander';
import { isExistingDate } from '../kernel/existing-date.ts';
import type { FailOn } from '../report/exit.ts';
import { UsageError } from './usage-error.ts';

export const atOption = (): Option =>
  new Option('--at <time>', 'judge as of this time (ISO 8601), the only clock').argParser(parseTime);

export const formatOption = (formats: readonly string[]): Option =>
  new Option('--format <format>', 'form of the report').choices(formats).default('text');

export const outOption = (): Option => new Option('--out <file>', 'write the report to a file; - is stdout');

export const failOnOption = (): Option =>
  new Option('--fail-on <gravity>', 'exit 1 from this gravity on')
    .choices(['never', 'advise', 'review', 'block'] satisfies FailOn[])
    .default('review');

export const showValuesOption = (): Option =>
  new Option('--show-values', 'show values that identify people (text output only)');

/** Options that say how the report comes out. */
export interface OutputOptions {
  readonly format: string;
  readonly out?: string;
  readonly failOn: FailOn;
  readonly showValues?: boolean;
}

/** A moment from ISO 8601. A date alone is its first moment, and a time without a zone is UTC: the machine's zone must not decide. */
export function parseTime(text: string): Date {
  const form =
    /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
      text,
    );
  if (form !== null) {
    const hasTime = form[4] !== undefined;
    const at = new Date(hasTime && form[8] === undefined ? `${text}Z` : text);
    if (!Number.isNaN(at.getTime()) && isExistingDate(text)) return at;
  }
  throw new UsageError(`\`${text}\` is no time that is understood`, 'write it as 2026-11-20T09:00:00Z');
}
