import type { UseCard } from '../../../check/facts/card.ts';

/** What each top-level key of a use card is for, as docs/use-card.md tells it. A key without a meaning does not compile. */
export const CARD_FIELDS: {
  readonly [Key in keyof Required<UseCard>]: { readonly form: string; readonly says: string };
} = {
  use: { form: 'id', says: 'The id of the use: the name of its folder.' },
  kind: {
    form: 'one of the kinds',
    says: 'What sort of use it is; it decides which checks apply and what is required.',
  },
  owner: { form: 'address', says: 'Who answers for the use.' },
  approver: { form: 'address', says: 'Who approves it: somebody else than the owner.' },
  purpose: { form: 'key of the taxonomy', says: 'What the data is used for.' },
  basis: { form: 'one of the bases', says: 'The legal ground.' },
  records: {
    form: '`lia`, `dpia`, `duty`: reference',
    says: 'The assessments that the use rests on, or where they are kept.',
  },
  intent: {
    form: 'one of the intents',
    says: 'What is wanted from the person; held against what the content does.',
  },
  goal: { form: 'text', says: 'What the team is rewarded for; shown beside the harm.' },
  benefit: { form: 'text', says: 'What the person gains, in their words.' },
  without_it: { form: 'text', says: 'What happens to a person who is left alone.' },
  themes: {
    form: 'list',
    says: 'Topics that people can ask to be spared, as mothers-day, fathers-day, baby, loss, weight, alcohol, gambling, debt.',
  },
  channels: { form: 'list of channels', says: 'Where the use reaches people.' },
  jurisdictions: {
    form: 'list of codes',
    says: 'Whose law is in scope, as eu or us-ca; those of scruple.yaml where it is absent.',
  },
  expires: { form: 'date', says: 'When the use ends.' },
  audience: {
    form: '`segment`, `dialect`, `defined_by`, `exclude`, `expansion`, `origin`',
    says: 'Who is reached, who is left out, and where that comes from.',
  },
  messages: {
    form: 'list of files',
    says: 'What people get to read; with `subject`, `from`, `headers`, `channel` and `variant` where the file does not tell, and `transcript: true` for what an assistant said in a test.',
  },
  fields: { form: 'list of data map fields', says: 'Which data the messages and the logic may use.' },
  claims: { form: 'list of `says`, `fact`, `expect`', says: 'Which named fact proves which statement.' },
  terms: {
    form: '`price`, `renews`, `cancel`',
    says: 'Total cost and the way out, where something is sold.',
  },
  caps: { form: '`per_person`: `count`, `days`', says: 'How often one person is reached at the most.' },
  automation: {
    form: '`decision`, `logic`, `review`, `stop_owner`, `notice`, `contest`, `log`, `tools`',
    says: 'What is decided by machine, how, who can change it, and what an assistant may do on which data.',
  },
  scores: {
    form: 'list of `name`, `model`, `decisions`, `objective`, `harm_term`, `constraints`, `exclusions`, `threshold`, `changeable`',
    says: 'The scores that rank or decide, with their models and past decisions, and the inputs that a person can change.',
  },
  rules: {
    form: 'list of `name`, `sql`, `type`, `reason`, `expires`, `appeal`',
    says: 'The rules that suppress, admit or route people.',
  },
  suppliers: {
    form: 'list of `name`, `fields`, `contract`, `purposes`, `acquired_at`, `notice_sent_at`, `consent_evidence`',
    says: 'Whom data was bought from, and what people were told.',
  },
  identity: {
    form: '`keys`, `minimum_confidence`, `undo`, `crosses_consent`',
    says: 'How records are joined into one person.',
  },
  explanation: { form: 'text', says: 'Why me, in one sentence; held against what really decides.' },
};
