import { problem } from '../../../../kernel/problem.ts';
import type { SourceText } from '../../../../kernel/source-text.ts';
import { usesOf } from '../condition.ts';
import { type AudienceFormat, type FormatResult, notRead } from '../raw-use.ts';
import { readBraze } from '../vendors/braze.ts';
import { readCustomerio } from '../vendors/customerio.ts';
import { readDittofeed } from '../vendors/dittofeed.ts';
import { readGrowthbook } from '../vendors/growthbook.ts';
import { readHubspot } from '../vendors/hubspot.ts';
import { readKlaviyo } from '../vendors/klaviyo.ts';
import { child, type JsonNode, parseJson } from './json-node.ts';
import { Definition, NotUnderstood, type VendorReader } from './vendor-reader.ts';

export const VENDOR_FORMATS = [
  'dittofeed',
  'hubspot',
  'klaviyo',
  'braze',
  'customerio',
  'growthbook',
] as const;
export type VendorFormat = (typeof VENDOR_FORMATS)[number];

const READERS: Readonly<Record<VendorFormat, VendorReader>> = {
  dittofeed: readDittofeed,
  hubspot: readHubspot,
  klaviyo: readKlaviyo,
  braze: readBraze,
  customerio: readCustomerio,
  growthbook: readGrowthbook,
};

export const isVendorFormat = (format: string): format is VendorFormat => Object.hasOwn(READERS, format);

/** Reads a vendor's JSON definition. Problems: `segment.invalid`, `file.unknown-kind`, `file.too-large`. */
export function readJson(
  source: SourceText,
  format: VendorFormat | null,
): { readonly format: AudienceFormat; readonly result: FormatResult } {
  const parsed = parseJson(source);
  if (!parsed.ok) return { format: format ?? 'dittofeed', result: notRead(parsed.problem) };
  const known = format ?? formatOfJson(parsed.value);
  if (known === null)
    return {
      format: 'growthbook',
      result: notRead(
        problem(
          'file.unknown-kind',
          'the JSON is in no vendor format that is understood',
          `export it in one of ${VENDOR_FORMATS.join(', ')}, or write it as our own rules in a .yaml file`,
          source.location(parsed.value.start, parsed.value.start + 1),
        ),
      ),
    };
  if (known === 'rules')
    return {
      format: 'rules',
      result: notRead(
        problem(
          'file.unknown-kind',
          'our own rules stand in a .yaml file',
          'rename the file to .yaml',
          source.location(0, 1),
        ),
      ),
    };
  const definition = new Definition(source);
  try {
    const condition = READERS[known](parsed.value, definition);
    return {
      format: known,
      result: {
        ok: true,
        reading: {
          fields: usesOf(condition),
          unresolved: [...definition.unresolved].sort(),
          namedPeople: null,
        },
      },
    };
  } catch (error) {
    if (error instanceof NotUnderstood) return { format: known, result: notRead(definition.problem(error)) };
    throw error;
  }
}

/** The vendor whose marks a definition bears; null when none or nobody's. */
export function formatOfJson(root: JsonNode): VendorFormat | 'rules' | null {
  const body = child(root, 'definition') ?? root;
  if (child(body, 'entryNode') !== undefined) return 'dittofeed';
  if (
    ['filterBranch', 'filterBranchType'].some((key) => child(root, key) !== undefined) ||
    child(child(root, 'list'), 'filterBranch') !== undefined ||
    child(child(root, 'updatedList'), 'filterBranch') !== undefined
  )
    return 'hubspot';
  const attributes = child(child(root, 'data'), 'attributes') ?? child(root, 'attributes') ?? root;
  const klaviyo = child(attributes, 'definition') ?? attributes;
  if (['condition_groups', 'conditionGroups'].some((key) => child(klaviyo, key) !== undefined))
    return 'klaviyo';
  const audience = child(root, 'audience') ?? child(root, 'connected_audience') ?? root;
  if (
    [
      'AND',
      'OR',
      'NOT',
      'custom_attribute',
      'email_subscription_status',
      'push_subscription_status',
      'last_used_app',
    ].some((key) => child(audience, key) !== undefined)
  )
    return 'braze';
  const filter = child(root, 'filter') ?? child(root, 'recipients') ?? root;
  if (['and', 'or', 'not', 'attribute', 'segment'].some((key) => child(filter, key) !== undefined))
    return 'customerio';
  if (['all', 'any'].some((key) => child(root, key) !== undefined)) return 'rules';
  return mentionsMongo(root) ? 'growthbook' : null;
}

function mentionsMongo(node: JsonNode): boolean {
  if (node.kind === 'array') return node.items.some(mentionsMongo);
  return (
    node.kind === 'object' &&
    [...node.entries].some(([key, { value }]) => key.startsWith('$') || mentionsMongo(value))
  );
}
