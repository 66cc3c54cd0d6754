import type { AudienceReading } from '../check/facts/audience.ts';
import type { MessageFormat } from '../check/facts/message.ts';
import type { Finding, NotAssessed } from '../check/finding.ts';
import type { ContentHash } from '../kernel/canonical.ts';
import type { Verdict } from '../kernel/gravity.ts';
import type { Problem } from '../kernel/problem.ts';
import type { SourceText } from '../kernel/source-text.ts';
import type { UseKind } from '../kernel/vocabulary.ts';

/** What `scruple check` came to, before any face gives it a form. */
export interface WorkspaceReport {
  readonly workspace: string;
  readonly organisation: string | null;
  readonly verdict: Verdict;
  readonly checkedAt: Date;
  /** True when the workspace is an example that fixes its own clock; people are told on the first line. */
  readonly exampleClock: boolean;
  readonly uses: readonly UseReport[];
  readonly problems: readonly Problem[];
  /** `--since`: the revision compared with, where only changed uses are reported. */
  readonly since: string | null;
  readonly sources: Sources;
}

export interface UseReport {
  readonly use: string;
  /** `null` where the card cannot be read. */
  readonly kind: UseKind | null;
  /** `null` where a file that the hash covers cannot be read. */
  readonly hash: ContentHash | null;
  readonly verdict: Verdict;
  readonly owner: string | null;
  readonly goal: string | null;
  readonly findings: readonly Finding[];
  readonly notAssessed: readonly NotAssessed[];
  /** How many checks ran to their end, found or clear. */
  readonly checksRun: number;
  /** Message hashes by file, for those who send. */
  readonly messages: ReadonlyArray<{
    readonly file: string;
    readonly messageHash: ContentHash;
    readonly language: string | null;
  }>;
}

/** What `scruple message` came to. */
export interface MessagesReport {
  readonly checkedAt: Date;
  readonly messages: readonly MessageReport[];
  readonly problems: readonly Problem[];
  readonly sources: Sources;
}

export interface MessageReport {
  readonly file: string;
  readonly format: MessageFormat;
  readonly language: string | null;
  readonly messageHash: ContentHash;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly notAssessed: readonly NotAssessed[];
  readonly checksRun: number;
}

/** Texts of the files that findings and problems speak of, by file, for code frames and evidence in place. */
export type Sources = ReadonlyMap<string, SourceText>;

/** What `scruple segment` came to. */
export interface SegmentsReport {
  readonly segments: readonly SegmentReport[];
  readonly problems: readonly Problem[];
  readonly sources: Sources;
}

/** How one definition was read, and what the checks that need nothing else say of it. */
export interface SegmentReport {
  readonly reading: AudienceReading;
  readonly findings: readonly Finding[];
}
