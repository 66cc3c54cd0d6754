import type { ContentHash } from '../../../kernel/canonical.ts';
import {
  type ContentParts,
  changedParts,
  type Part,
} from '../../../playbook/5-oversight/clearances/content-parts.ts';
import type { MessageText } from '../../../playbook/5-oversight/clearances/small-change.ts';
import {
  type Change,
  changedShare,
  visibleDifference,
} from '../../../playbook/5-oversight/clearances/visible-difference.ts';

/** What of a version is compared with another. */
export interface Comparable {
  readonly contentHash: ContentHash;
  readonly parts: ContentParts;
  readonly messages: readonly MessageText[];
  readonly files: ReadonlyArray<{ readonly path: string; readonly text: string }>;
}

/** What a person sees between two versions. */
export interface VersionDifference {
  /** Number of the version compared with. */
  readonly since: number;
  readonly parts: readonly Part[];
  /** Words that went or came in what readers see, as a share of all. */
  readonly share: number;
  readonly messages: ReadonlyArray<{ readonly file: string; readonly changes: readonly Change[] }>;
  readonly files: ReadonlyArray<{ readonly path: string; readonly changes: readonly Change[] }>;
}

export function differenceOf(before: Comparable, number: number, after: Comparable): VersionDifference {
  const messages = compared(
    before.messages.map(({ file, visible }) => [file, visible]),
    after.messages.map(({ file, visible }) => [file, visible]),
  );
  const files = compared(
    before.files.map(({ path, text }) => [path, text]),
    after.files.map(({ path, text }) => [path, text]),
  );
  return {
    since: number,
    parts: changedParts(before.parts, after.parts),
    share: changedShare(messages.flatMap(({ changes }) => changes)),
    messages: messages.filter(isChanged).map(({ name, changes }) => ({ file: name, changes })),
    files: files.filter(isChanged).map(({ name, changes }) => ({ path: name, changes })),
  };
}

interface Compared {
  readonly name: string;
  readonly changes: readonly Change[];
}

/** Every name of either side, with what changed under it; one that came or went is all new or all gone. */
function compared(
  before: ReadonlyArray<readonly [string, string]>,
  after: ReadonlyArray<readonly [string, string]>,
): Compared[] {
  const [old, now] = [new Map(before), new Map(after)];
  return [...new Set([...old.keys(), ...now.keys()])].map((name) => ({
    name,
    changes: visibleDifference(old.get(name) ?? '', now.get(name) ?? ''),
  }));
}

const isChanged = ({ changes }: Compared): boolean => changes.some(({ type }) => type !== 'same');
