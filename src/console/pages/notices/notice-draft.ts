import type { NewNotice, NewNoticeTerms, Notice } from '../../api/client.ts';

export type Party = NewNoticeTerms['controllers'][number];
export type Kind = NewNoticeTerms['personalData'][number];

/** A notice as it stands in the form. */
export interface NoticeDraft {
  readonly version: string;
  readonly language: string;
  readonly text: string;
  /** A day. */
  readonly from: string;
  readonly controllers: readonly Party[];
  readonly recipients: readonly Party[];
  readonly personalData: readonly Kind[];
  /** With commas between. */
  readonly storageLocations: string;
  readonly retention: string;
  readonly jurisdiction: string;
  readonly withdrawal: string;
}

export const newParty = (type: Party['type']): Party => ({
  id: '',
  name: '',
  address: '',
  contact: '',
  type,
});

const EMPTY: NoticeDraft = {
  version: '',
  language: 'en',
  text: '',
  from: '',
  controllers: [newParty('controller')],
  recipients: [],
  personalData: [{ category: 'user.contact.email', isOptional: false }],
  storageLocations: '',
  retention: 'P3Y',
  jurisdiction: 'eu',
  withdrawal: '',
};

/** The draft that a form begins with: all of an earlier notice but its version and day, so that it becomes another. */
export function draftFrom(earlier: Notice | null): NoticeDraft {
  if (earlier === null) return EMPTY;
  const { language, text, terms } = earlier;
  const { storageLocations, ...others } = terms;
  return { ...EMPTY, ...others, language, text, storageLocations: storageLocations.join(', ') };
}

/** What is sent of a draft. */
export const noticeOf = ({
  version,
  language,
  text,
  from,
  storageLocations,
  ...terms
}: NoticeDraft): NewNotice => ({
  version,
  language,
  text,
  from: new Date(`${from}T00:00:00`).toISOString(),
  terms: {
    ...terms,
    storageLocations: storageLocations
      .split(',')
      .map((place) => place.trim())
      .filter((place) => place !== ''),
  },
});
