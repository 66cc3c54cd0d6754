import type { Migration } from './migration.ts';

/**
 * Agents that people let ask for them by the Data Rights Protocol, and which request of ours stands behind each that they
 * sent. Who the person is stands with the request alone, and goes with it.
 */
export const authorisedAgents: Migration = {
  number: 37,
  name: 'authorised agents',
  statements: [
    `create table authorised_agents (
      id text primary key,
      name text not null,
      business text not null,
      verify_key text not null,
      api_key_id text references api_keys,
      created_at timestamptz(3) not null,
      changed_at timestamptz(3) not null
    )`,
    'create unique index authorised_agents_key on authorised_agents (api_key_id)',
    `create table agent_requests (
      id text primary key,
      agent_id text not null references authorised_agents on delete cascade,
      request_id text references customer_requests on delete set null,
      exercise text not null,
      agent_request_id text,
      denied text,
      message_hash text not null,
      received_at timestamptz(3) not null,
      revoked_at timestamptz(3)
    )`,
    'create unique index agent_requests_message on agent_requests (agent_id, message_hash)',
    'create index agent_requests_request on agent_requests (request_id)',
    'create index agent_requests_received on agent_requests (received_at)',
  ],
};
