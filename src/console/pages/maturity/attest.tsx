import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { attestMaturity } from '../../api/client.ts';
import { Form } from '../../parts/form.tsx';
import { useOnce } from '../../parts/use-once.ts';
import type { Requirement } from './maturity-words.ts';

/** Signs for what we cannot see. The file stays here: only its SHA-256, worked out in the browser, is sent. */
export function Attest({
  requirement: { id, says, unit },
  done,
}: {
  readonly requirement: Requirement;
  readonly done: () => void;
}) {
  const queries = useQueryClient();
  const [value, setValue] = useState('');
  const [fileHash, setFileHash] = useState<string | null>(null);
  const [cannotHash, setCannotHash] = useState(false);
  const isShare = unit === 'share';
  const body = { requirement: id, value: Number(value) / (isShare ? 100 : 1), fileHash: fileHash ?? '' };
  const once = useOnce(body);
  const attest = useMutation({
    mutationFn: () => attestMaturity(body, { once }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['maturity'] });
      done();
    },
  });
  const hash = async (file: File | undefined): Promise<void> => {
    setFileHash(null);
    setCannotHash(false);
    if (file === undefined) return;
    try {
      setFileHash(await sha256Of(file));
    } catch {
      setCannotHash(true);
    }
  };
  return (
    <Form submit={() => attest.mutate()} error={attest.error}>
      <p>{says}</p>
      <TextInput
        type="number"
        label={isShare ? 'Value, in per cent' : 'Value'}
        required
        min={0}
        max={isShare ? 100 : 1_000_000}
        step="any"
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <TextInput
        type="file"
        label="File that proves it"
        description="It is not sent. Keep it: its fingerprint says that it is this file and no other."
        required
        error={cannotHash ? 'This file cannot be read here; over https, choose it again.' : null}
        onChange={(event) => void hash(event.currentTarget.files?.[0])}
      />
      {fileHash === null ? null : (
        <p>
          Fingerprint: <code>{fileHash}</code>
        </p>
      )}
      <Button type="submit" loading={attest.isPending} disabled={fileHash === null || value === ''}>
        Sign for it
      </Button>
    </Form>
  );
}

async function sha256Of(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return `sha256:${[...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
