import { type Cipheriv, createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { closeSync, constants, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { DecisionRecord } from './gate-server.ts';
import type { Spool } from './reports.ts';

export interface SpoolSettings {
  /** A file that this gate alone writes; best in memory, as under /dev/shm. */
  readonly file: string;
  /** The gate's own key: what lies in the file is sealed with a key made of it. */
  readonly key: string;
}

const ALGORITHM = 'aes-256-ctr';
/** What begins a part of the file that was sealed in one go; after it stands its nonce. */
const MARK = Buffer.from('scruple1');
const NONCE = 16;

/**
 * Keeps every decision in a file before it is given, so that a process that is killed loses none of them; the next one
 * reports what it finds. What lies there is encrypted, so that the file tells nobody who was asked about. It is not forced
 * to a disk: a machine that fails as a whole loses the last records, and the contacts of its allotments count as used.
 * Throws where the file cannot be opened.
 */
export function sealedSpool({ file, key }: SpoolSettings): Spool & {
  left(): readonly DecisionRecord[];
  close(): void;
} {
  const secret = Buffer.from(hkdfSync('sha256', key, '', 'scruple gate spool', 32));
  const handle = openSync(file, constants.O_RDWR | constants.O_CREAT | constants.O_APPEND, 0o600);
  // A nonce serves until the file is emptied; no two parts of it have the same.
  let cipher: Cipheriv | null = null;
  const write = (bytes: Buffer): void => {
    if (writeSync(handle, bytes) === bytes.length) return;
    // What follows a record that was cut short could not be read: it begins a part of its own.
    cipher = null;
    throw new Error('the spool is full');
  };
  return {
    add(record) {
      if (cipher === null) {
        const nonce = randomBytes(NONCE);
        write(Buffer.concat([MARK, nonce]));
        cipher = createCipheriv(ALGORITHM, secret, nonce);
      }
      write(cipher.update(`${JSON.stringify(record)}\n`, 'utf8'));
    },
    reported() {
      ftruncateSync(handle, 0);
      cipher = null;
    },
    left: () => recordsIn(readFileSync(file), secret),
    close: () => closeSync(handle),
  };
}

/** Every whole record; one that was being written when the process ended was never answered for. */
function recordsIn(bytes: Buffer, secret: Buffer): readonly DecisionRecord[] {
  const records: DecisionRecord[] = [];
  for (let at = bytes.indexOf(MARK); at >= 0; ) {
    const from = at + MARK.length + NONCE;
    const next = bytes.indexOf(MARK, from);
    const part = bytes.subarray(from, next < 0 ? bytes.length : next);
    const decipher = createDecipheriv(ALGORITHM, secret, bytes.subarray(at + MARK.length, from));
    const lines = decipher.update(part).toString('utf8').split('\n');
    for (const line of lines.slice(0, -1)) {
      const record = parsed(line);
      if (record !== null) records.push(record);
    }
    at = next;
  }
  return records;
}

/** What was sealed with another key, or damaged, cannot be told. */
function parsed(line: string): DecisionRecord | null {
  try {
    return JSON.parse(line) as DecisionRecord;
  } catch {
    return null;
  }
}
