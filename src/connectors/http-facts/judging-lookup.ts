import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** Resolves a name to every address that it has. */
export type Resolve = (
  hostname: string,
) => Promise<ReadonlyArray<{ readonly address: string; readonly family: number }>>;

/** A name that leads to an address which may not be connected to. */
export class RefusedAddress extends Error {}

/** Resolves and judges in one step; the connection is made to what this gives back and to nothing else. */
export function judgingLookup(resolve: Resolve, privateToo: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (found) => {
        const good = found.filter(({ address }) => privateToo || isPublicAddress(address));
        // One private address among public ones is how a name is made to waver: none of them is trusted then.
        if (good.length === 0 || good.length < found.length)
          return callback(new RefusedAddress(hostname), []);
        if (options.all === true) return callback(null, [...good]);
        callback(null, good[0]!.address, good[0]!.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, []),
    );
  };
}

export const systemResolver: Resolve = (hostname) =>
  new Promise((resolve, reject) => {
    lookup(hostname, { all: true }, (error, found) => (error === null ? resolve(found) : reject(error)));
  });
