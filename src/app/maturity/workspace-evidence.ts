import type { Evidence } from '../../maturity/evidence.ts';
import type { Workspace } from '../workspace.ts';
import { readCards } from './cards.ts';

/**
 * What a workspace alone shows: rules, data map, and uses that have an audience or messages to be read. All else takes
 * a server, which sees what was decided, sent and told.
 */
export async function workspaceEvidence(workspace: Workspace, at: Date): Promise<readonly Evidence[]> {
  const { boundaries, dataMap } = workspace;
  const { fields } = dataMap;
  const described = fields.filter(
    ({ origin, collectedFor, basis }) => origin !== null && collectedFor.length > 0 && basis !== null,
  );
  const cards = await readCards(workspace);
  const counted = (id: string, value: number | null, of: number | null, query: string): Evidence => ({
    id,
    value,
    of,
    at,
    query,
    attested: null,
  });
  return [
    counted('boundaries-written', boundaries.all.length, null, 'boundaries/*.cedar'),
    counted('sources-mapped', new Set(fields.map(({ source }) => source)).size, null, 'datamap/*.yaml'),
    counted(
      'fields-with-origin',
      fields.length === 0 ? null : described.length / fields.length,
      fields.length,
      'datamap/*.yaml: origin, collected_for and basis',
    ),
    counted(
      'segments-read',
      cards.filter(({ card }) => card.audience !== undefined).length,
      null,
      'uses/*/use.yaml: audience',
    ),
    counted(
      'messages-read',
      cards.filter(({ card }) => (card.messages ?? []).length > 0).length,
      null,
      'uses/*/use.yaml: messages',
    ),
  ];
}
