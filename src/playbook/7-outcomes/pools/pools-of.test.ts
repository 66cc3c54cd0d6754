import { describe, expect, it } from 'vitest';
import { poolsOf } from './pools-of.ts';

const facts = {
  owner: 'lifecycle@harbor.example',
  card: {
    channels: ['email'],
    audience: { segment: 'segment.sql', defined_by: 'models/lapsed.sql' },
    messages: ['email.mjml', { file: 'sms.txt' }],
  },
  files: [
    { path: 'uses/spring/email.mjml', hash: 'sha256:a' },
    { path: 'sms.txt', hash: 'sha256:b' },
    { path: 'uses/spring/segment.sql', hash: 'sha256:c' },
    { path: 'uses/spring/not-email.mjml', hash: 'sha256:d' },
  ],
  checks: ['msg-urgency-true', 'msg-urgency-true', 'seg-min-size'],
};

describe('the pools of a use', () => {
  it('are what its card, its messages and its findings share with others', () => {
    expect(poolsOf(facts)).toEqual([
      { 'pool-owner': 'lifecycle@harbor.example' },
      { 'pool-channel': 'email' },
      { 'pool-audience': 'models/lapsed.sql' },
      { 'pool-template': 'sha256:a' },
      { 'pool-template': 'sha256:b' },
      { 'pool-technique': 'msg-urgency-true' },
    ]);
  });

  it.each([
    ['two channels', { channels: ['email', 'sms'] }],
    ['nothing', {}],
    ['no card', null],
    ['nonsense', { channels: 'email', audience: 3, messages: { file: 'x' } }],
  ])('are those of the owner alone where the card tells %s', (_, card) => {
    expect(poolsOf({ ...facts, card, checks: [] })).toEqual([{ 'pool-owner': 'lifecycle@harbor.example' }]);
  });
});
