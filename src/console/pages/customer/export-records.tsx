import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { exportLedgerOfPerson } from '../../api/client.ts';
import { Count } from '../../parts/count.tsx';
import { Refusal } from '../../parts/form.tsx';
import { saveFile } from '../../parts/save-file.ts';
import styles from './customer.module.css';

/** The records of consent as a file, by the standard that auditors and other systems read. */
export function ExportRecords({ subject, purpose }: { readonly subject: string; readonly purpose: string }) {
  const fetched = useMutation({
    mutationFn: () => exportLedgerOfPerson({ identifier: { kind: 'pseudonym', value: subject }, purpose }),
    onSuccess: (answer) =>
      saveFile(
        new Blob([JSON.stringify(answer, null, 2)], { type: 'application/ld+json' }),
        'records-of-consent.jsonld',
      ),
  });
  return (
    <div className={styles.export}>
      <Button variant="default" loading={fetched.isPending} onClick={() => fetched.mutate()}>
        Export the records
      </Button>
      <p role="status" className="small quiet">
        {fetched.data === undefined ? (
          'ISO/IEC TS 27560, as JSON-LD'
        ) : (
          <>
            <Count of={fetched.data.records.length} one="record" /> saved
            {fetched.data.incomplete.length === 0
              ? ''
              : `; ${fetched.data.incomplete.length} lack something that the standard asks for, named in the file`}
          </>
        )}
      </p>
      <Refusal error={fetched.error} />
    </div>
  );
}
