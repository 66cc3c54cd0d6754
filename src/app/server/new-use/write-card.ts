import type { UseCard } from '../../../check/facts/card.ts';
import { CARD_FIELDS } from '../../../playbook/1-boundaries/use-card/fields.ts';
import type { Unknown } from './unknowns.ts';

/** The order in which docs/use-card.md tells of the keys. */
const ORDER = Object.keys(CARD_FIELDS) as ReadonlyArray<keyof UseCard>;

const HEAD =
  '# Made from a message, an audience and a few answers. What nobody said is unknown, and not guessed.';

/**
 * A card as YAML that reads back as exactly this card. What is open stands as a comment at its place; no comment holds
 * words of anybody but us.
 */
export function writeCard(card: UseCard, unknowns: readonly Unknown[]): string {
  const lines = ORDER.flatMap((key) => [
    ...(card[key] === undefined ? [] : [`${key}: ${flow(card[key])}`]),
    ...unknowns
      .filter((one) => one.key === key || one.key.startsWith(`${key}.`) || one.key.startsWith(`${key}[`))
      .map(({ key: open, says, why }) => `# ${open}: unknown. ${says}; ${why}.`),
  ]);
  return `${[HEAD, ...lines].join('\n')}\n`;
}

/** A value in one line, with as few signs as it can be read without doubt. */
function flow(value: unknown): string {
  if (typeof value === 'string') return PLAIN.test(value) && !DOUBTFUL.has(value) ? value : quoted(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return `{ ${members.map(([key, member]) => `${KEY.test(key) ? key : quoted(key)}: ${flow(member)}`).join(', ')} }`;
  }
  return JSON.stringify(value);
}

const PLAIN = /^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$/;
const KEY = /^[A-Za-z][A-Za-z_-]*$/;
/** Words that some reader of YAML takes for something else than a word. */
const DOUBTFUL: ReadonlySet<string> = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n']);

/**
 * JSON strings are strings of YAML. Brackets are written as escapes where there are many, as a reader may count them
 * for nesting; so is whatever some reader takes for the end of a line.
 */
function quoted(text: string): string {
  const written = JSON.stringify(text).replaceAll(/[\u007f-\u009f\u2028\u2029\ufeff]/g, escaped);
  return (written.match(/[[{]/g)?.length ?? 0) > 16 ? written.replaceAll(/[[\]{}]/g, escaped) : written;
}

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
