import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { closeSync, constants, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { DecisionRecord } from './gate-server.ts';
import type { Spool } from './reports.ts';

export interface SpoolSettings {
  /** A file that this gate alone writes; best in memory, as under /dev/shm. */
  readonly file: string;
  /** The gate's own key: what lies in the file is sealed with a key made of it. */
  readonly key: string;
}

const NONCE = 12;
const TAG = 16;

/**
 * Keeps every decision in a file before it is given, so that a process that is killed loses none of them; the next one
 * reports what it finds. Each record is sealed (AES-256-GCM), so that the file tells nobody who was asked about. It is not
 * forced to a disk: what a machine loses that fails as a whole is the contacts of its allotments, which then count as used.
 * Throws where the file cannot be opened.
 */
export function sealedSpool({ file, key }: SpoolSettings): Spool & {
  left(): readonly DecisionRecord[];
  close(): void;
} {
  const secret = Buffer.from(hkdfSync('sha256', key, '', 'scruple gate spool', 32));
  const handle = openSync(file, constants.O_RDWR | constants.O_CREAT | constants.O_APPEND, 0o600);
  return {
    add(record) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', secret, nonce);
      const sealed = Buffer.concat([cipher.update(JSON.stringify(record), 'utf8'), cipher.final()]);
      const frame = Buffer.allocUnsafe(4 + NONCE + TAG + sealed.length);
      frame.writeUInt32LE(sealed.length, 0);
      nonce.copy(frame, 4);
      cipher.getAuthTag().copy(frame, 4 + NONCE);
      sealed.copy(frame, 4 + NONCE + TAG);
      // A write that is cut short would leave a frame that hides those after it.
      if (writeSync(handle, frame) !== frame.length) throw new Error('the spool is full');
    },
    reported: () => ftruncateSync(handle, 0),
    left: () => recordsIn(readFileSync(file), secret),
    close: () => closeSync(handle),
  };
}

/** Every whole record; one that was being written when the process ended was never answered for. */
function recordsIn(bytes: Buffer, secret: Buffer): readonly DecisionRecord[] {
  const records: DecisionRecord[] = [];
  for (let at = 0; at + 4 + NONCE + TAG <= bytes.length; ) {
    const length = bytes.readUInt32LE(at);
    const from = at + 4 + NONCE + TAG;
    if (from + length > bytes.length) break;
    try {
      const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(at + 4, at + 4 + NONCE));
      decipher.setAuthTag(bytes.subarray(at + 4 + NONCE, from));
      const text = Buffer.concat([decipher.update(bytes.subarray(from, from + length)), decipher.final()]);
      records.push(JSON.parse(text.toString('utf8')) as DecisionRecord);
    } catch {
      // Sealed with another key, or damaged: it cannot be told what it was.
    }
    at = from + length;
  }
  return records;
}
