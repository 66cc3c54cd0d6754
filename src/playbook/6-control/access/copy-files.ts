import { createHash } from 'node:crypto';
import type { AccessDocument } from './access-document.ts';
import { type CopyFile, portableFiles, pretty } from './portability.ts';

/** The files of a copy for a person: all data, what they may take elsewhere, a page to read, and what belongs to it. */
export function copyFiles(document: AccessDocument, readMe: string): readonly CopyFile[] {
  return withManifest(
    [
      { path: 'read-me.html', content: readMe },
      { path: 'data.json', content: pretty(document) },
      ...portableFiles(document),
    ],
    document.madeAt,
  );
}

/** The files with a list of them by hash, for programs (`manifest.json`) and for `sha256sum -c SHA256SUMS`. */
export function withManifest<File extends { readonly path: string; readonly content: string | Uint8Array }>(
  files: readonly File[],
  madeAt: string,
): ReadonlyArray<File | CopyFile> {
  const manifest = {
    path: 'manifest.json',
    content: pretty({
      schema: 'scruple.copy/1',
      madeAt,
      files: files.map(({ path, content }) => ({
        path,
        bytes: Buffer.byteLength(content),
        sha256: sha256(content),
      })),
    }),
  };
  const sums = [...files, manifest].map(({ path, content }) => `${sha256(content)}  ${path}\n`).sort(byPath);
  return [...files, manifest, { path: 'SHA256SUMS', content: sums.join('') }];
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
const byPath = (a: string, b: string): number => (a.slice(66) < b.slice(66) ? -1 : 1);
