import { visible } from '../report/display-width.ts';

/** The command line asks for something that the command does not take, or that cannot be had. Exit status 2. */
export class UsageError extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }

  override toString(): string {
    return `scruple: ${visible(this.message)}\n  ${visible(this.hint)}\n`;
  }
}

/** One line for what nobody expected. */
export function describeBug(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return `scruple: this is a bug in scruple: ${visible(text.split('\n')[0]!)}\n  run again with --debug and report what it prints\n`;
}
