/** What this page reads of a card; all else stands in the card as it is written. */
export interface Card {
  readonly purpose?: string;
  readonly channels?: readonly string[];
  readonly messages?: ReadonlyArray<string | { readonly file: string }>;
  readonly benefit?: string;
  readonly without_it?: string;
  readonly explanation?: string;
  readonly goal?: string;
  readonly basis?: string;
  readonly terms?: Readonly<Record<string, unknown>>;
}

/** Names of the messages, as they stand beside the card. */
export const messagesOf = ({ messages = [] }: Card): readonly string[] =>
  messages.map((message) => (typeof message === 'string' ? message : message.file));

const UNKNOWN = /^# ([\w.[\]]+): unknown\. (.*)$/;

/** What a card that was written here marks as unknown. */
export const unknownIn = (text: string): ReadonlyArray<{ readonly key: string; readonly says: string }> =>
  text.split('\n').flatMap((line) => {
    const [, key, says] = UNKNOWN.exec(line) ?? [];
    return key === undefined || says === undefined ? [] : [{ key, says }];
  });
