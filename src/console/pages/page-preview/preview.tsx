import { NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type PagePreviewAsked, previewCustomerPage } from '../../api/client.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Gravity } from '../../parts/gravity.tsx';
import { Loading } from '../../parts/loading.tsx';
import { styleNonce } from '../../shell/theme.ts';
import styles from './page-preview.module.css';
import { LANGUAGES, type Language, type PageSettings } from './tried-settings.ts';

type Look = PagePreviewAsked['look'];
type Shown = PagePreviewAsked['page'];

/** What WCAG 2.2, 1.4.3 asks of text, and the server of colours that are kept. */
const LEAST_CONTRAST = 4.5;

const PAGES: ReadonlyArray<{ readonly value: Shown; readonly label: string }> = [
  { value: 'preferences', label: 'Choices' },
  { value: 'proven', label: 'Choices, proven' },
  { value: 'unsubscribe', label: 'Unsubscribing' },
];

/** One page in one language and look. Nothing in it runs, sends or leads anywhere. */
export function Preview({ settings }: { readonly settings: PageSettings }) {
  const [page, setPage] = useState<Shown>('preferences');
  const [language, setLanguage] = useState<Language>('en');
  const [look, setLook] = useState<Look>('light');
  const [width, setWidth] = useState('desktop');
  const asked: PagePreviewAsked = { settings, page, language, look };
  const preview = useQuery({
    queryKey: ['page-preview', asked],
    queryFn: ({ signal }) => previewCustomerPage(asked, { signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <section className={styles.preview} aria-label="Preview">
      <div className={styles.bar}>
        <NativeSelect
          label="Page"
          value={page}
          onChange={(event) => setPage(event.currentTarget.value as Shown)}
          data={PAGES.map((one) => ({ ...one }))}
        />
        <NativeSelect
          label="Language"
          value={language}
          onChange={(event) => setLanguage(event.currentTarget.value as Language)}
          data={LANGUAGES.map((one) => ({ ...one }))}
        />
        <NativeSelect
          label="Look"
          value={look}
          onChange={(event) => setLook(event.currentTarget.value as Look)}
          data={['light', 'dark']}
        />
        <NativeSelect
          label="Width"
          value={width}
          onChange={(event) => setWidth(event.currentTarget.value)}
          data={[
            { value: 'desktop', label: 'as wide as here' },
            { value: 'phone', label: '320 pixels' },
          ]}
        />
      </div>
      {preview.isError ? (
        <ErrorState
          error={preview.error}
          kept="What you typed is still in the form."
          retry={() => void preview.refetch()}
        />
      ) : preview.data === undefined ? (
        <Loading what="the preview" />
      ) : (
        <>
          <p className={styles.contrast} role="status">
            <Contrast of={preview.data.contrast.text} what="Text" />
            <Contrast of={preview.data.contrast.accent} what="Buttons" />
          </p>
          <iframe
            className={styles.frame}
            data-width={width}
            sandbox=""
            srcDoc={withNonce(preview.data.document)}
            title={`${PAGES.find(({ value }) => value === page)!.label}, ${LANGUAGES.find(({ value }) => value === language)!.label}, ${look}`}
          />
        </>
      )}
    </section>
  );
}

const Contrast = ({ of, what }: { readonly of: number; readonly what: string }) => (
  <Gravity of={of >= LEAST_CONTRAST ? 'allow' : 'block'}>
    {what} {of.toFixed(1)} : 1{of >= LEAST_CONTRAST ? '' : `, less than ${LEAST_CONTRAST} : 1`}
  </Gravity>
);

/** Its style is one of this page for as long as it is shown here. Links that lead nowhere look like links. */
const withNonce = (document: string): string =>
  document.replace('<style>', `<style nonce="${styleNonce()}">:where(a) { text-decoration: underline; }`);
