import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { type Notice, publishNotice, readNotice } from '../../api/client.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Form } from '../../parts/form.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Card, Page } from '../../parts/page.tsx';
import { useOnce } from '../../parts/use-once.ts';
import { draftFrom, type NoticeDraft, noticeOf } from './notice-draft.ts';
import styles from './notices.module.css';
import { Parties, PersonalData } from './terms-fields.tsx';

const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'German' },
  { value: 'es', label: 'Spanish' },
  { value: 'fr', label: 'French' },
];

/** A notice that is not published yet, begun from an earlier one where the address names it. */
export default function NewNotice() {
  const earlier = useSearchParams()[0].get('from');
  const base = useQuery({
    queryKey: ['notices', 'one', earlier],
    queryFn: ({ signal }) => readNotice(earlier!, { signal }),
    enabled: earlier !== null,
  });
  return (
    <Page
      title="Publish a notice"
      says="From the moment it is published people can agree to it, and no word of it ever changes. Each language is published by itself, under the same version."
    >
      {earlier !== null && base.isError ? (
        <ErrorState error={base.error} retry={() => void base.refetch()} />
      ) : earlier !== null && base.data === undefined ? (
        <Loading what="the notice to begin from" />
      ) : (
        <Card>
          <NoticeForm key={earlier} base={base.data ?? null} />
        </Card>
      )}
    </Page>
  );
}

function NoticeForm({ base }: { readonly base: Notice | null }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => draftFrom(base));
  const set = <K extends keyof NoticeDraft>(name: K, value: NoticeDraft[K]) =>
    setDraft((before) => ({ ...before, [name]: value }));
  const once = useOnce(draft);
  const publish = useMutation({
    mutationFn: () => publishNotice(noticeOf(draft), { once }),
    onSuccess: async ({ hash }) => {
      await queries.invalidateQueries({ queryKey: ['notices'] });
      void navigate(`/notices/${encodeURIComponent(hash)}`);
    },
  });
  const field = (
    name: 'version' | 'from' | 'retention' | 'jurisdiction' | 'storageLocations' | 'withdrawal',
  ) => ({
    required: true,
    value: draft[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      set(name, event.currentTarget.value),
  });
  return (
    <Form submit={() => publish.mutate()} error={publish.error}>
      <div className={styles.pair}>
        <TextInput
          label="Version"
          description="The same in every language."
          placeholder="privacy-2026-12"
          pattern="[A-Za-z0-9][A-Za-z0-9_.:\-]{0,63}"
          {...field('version')}
        />
        <TextInput
          label="Language"
          description={`As ${LANGUAGES.map(({ value, label }) => `${value} for ${label}`).join(', ')}.`}
          required
          pattern="[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}"
          value={draft.language}
          onChange={(event) => set('language', event.currentTarget.value)}
        />
        <TextInput type="date" label="Holds from" {...field('from')} />
      </div>
      <Textarea
        label="What people read"
        description="In short sentences: what is sent, what for, and that they can say no again at any time."
        required
        autosize
        minRows={5}
        maxLength={100_000}
        lang={draft.language}
        value={draft.text}
        onChange={(event) => set('text', event.currentTarget.value)}
      />
      <Parties
        title="Who is in charge"
        type="controller"
        least={1}
        parties={draft.controllers}
        set={(parties) => set('controllers', parties)}
      />
      <Parties
        title="Who gets the data"
        type="processor"
        least={0}
        parties={draft.recipients}
        set={(parties) => set('recipients', parties)}
      />
      <PersonalData kinds={draft.personalData} set={(kinds) => set('personalData', kinds)} />
      <div className={styles.pair}>
        <TextInput
          label="Kept in"
          description="Countries, with commas between: IE, DE."
          {...field('storageLocations')}
        />
        <TextInput
          label="Kept for"
          description="P3Y is 3 years, P6M 6 months, P30D 30 days."
          pattern="P(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,5}D)?"
          {...field('retention')}
        />
        <TextInput label="Law" description="As eu, eu-de, uk or us-ca." {...field('jurisdiction')} />
      </div>
      <TextInput
        label="Where people take it back"
        description="The address of the page where they say no."
        maxLength={500}
        {...field('withdrawal')}
      />
      <Button type="submit" loading={publish.isPending}>
        Publish it for good
      </Button>
    </Form>
  );
}
