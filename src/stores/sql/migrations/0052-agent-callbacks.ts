import type { Migration } from './migration.ts';

/**
 * Where an agent wants to be told how far a request is, and the secret by which it knows that we tell it. A notice is
 * looked up by its hash, too.
 */
export const agentCallbacks: Migration = {
  number: 52,
  name: 'agent callbacks',
  statements: [
    'alter table authorised_agents add column sealed_callback_secret text',
    'alter table agent_requests add column sealed_callback text',
    'create index choices_notice_hash on choices (notice_hash) where notice_hash is not null',
  ],
};
