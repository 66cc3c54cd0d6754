import type { Migration } from './migration.ts';

/**
 * Whether anything changed of uses, the policy or the keys is asked at every decision; people change far more often, and
 * what they change must not have to be gone through for it.
 */
export const gateWorld: Migration = {
  number: 54,
  name: 'gate world',
  statements: ["create index gate_changes_world on gate_changes (tx) where kind in ('use', 'policy')"],
};
