import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';

/** Lines from one that writes to one that reads; the writer waits while the reader is behind. */
export interface LineChannel {
  readonly readable: Readable;
  write(line: string): Promise<void>;
  end(): void;
  /** Ends both sides early. */
  fail(error: Error): void;
}

export function lineChannel(): LineChannel {
  const stream = new PassThrough({ objectMode: true, highWaterMark: 256 });
  return {
    readable: stream,
    async write(line) {
      if (stream.destroyed) throw stream.errored ?? new Error('nobody reads');
      if (!stream.write(line)) await Promise.race([once(stream, 'drain'), closed(stream)]);
    },
    end: () => stream.end(),
    fail: (error) => stream.destroy(error),
  };
}

async function closed(stream: PassThrough): Promise<void> {
  await once(stream, 'close');
  throw stream.errored ?? new Error('nobody reads');
}
