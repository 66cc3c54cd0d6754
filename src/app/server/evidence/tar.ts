import { gzipSync } from 'node:zlib';

const BLOCK = 512;

/** Files as one archive in the format of POSIX (ustar), packed with gzip: any system opens it. */
export function tarGz(
  files: ReadonlyArray<{ readonly path: string; readonly content: string | Uint8Array }>,
  at: Date,
): Buffer {
  const parts: Buffer[] = [];
  for (const { path, content } of files) {
    const bytes = Buffer.from(content as string);
    parts.push(header(path, bytes.length, at), bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK));
  }
  parts.push(Buffer.alloc(2 * BLOCK));
  return gzipSync(Buffer.concat(parts));
}

function header(path: string, size: number, at: Date): Buffer {
  const block = Buffer.alloc(BLOCK);
  const { name, prefix } = split(path);
  block.write(name, 0, 100, 'utf8');
  block.write('0000644\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  block.write(`${octal(size, 11)}\0`, 124);
  block.write(`${octal(Math.floor(at.getTime() / 1000), 11)}\0`, 136);
  block.write('        ', 148);
  block.write('0', 156);
  block.write('ustar\0', 257);
  block.write('00', 263);
  block.write(prefix, 345, 155, 'utf8');
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${octal(sum, 6)}\0 `, 148);
  return block;
}

/** A long path is told in two fields, cut at a slash. */
function split(path: string): { readonly name: string; readonly prefix: string } {
  if (Buffer.byteLength(path) <= 100) return { name: path, prefix: '' };
  for (let cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1)) {
    const [prefix, name] = [path.slice(0, cut), path.slice(cut + 1)];
    if (Buffer.byteLength(prefix) <= 155 && Buffer.byteLength(name) <= 100) return { name, prefix };
  }
  throw new RangeError('the path is too long for an archive');
}

const octal = (value: number, width: number): string => value.toString(8).padStart(width, '0');
