import type { ServerContext } from '../context.ts';

const PLACE = 'address in a link';
type Sealing = Pick<ServerContext, 'sealer'>;

/**
 * What a private link is about, with the address that it was sent to, sealed: so an answer can be written to it, and
 * neither has the address to be typed again nor to be kept before something is asked.
 */
export const withAddress = ({ sealer }: Sealing, about: string, address: string): string =>
  `${about} ${sealer.seal(address, PLACE)}`;

/** The same taken apart; without an address where the link holds none, or none that opens. */
export function addressIn(
  { sealer }: Sealing,
  text: string,
): { readonly about: string | null; readonly address: string | null } {
  const [about = '', sealed = ''] = text.split(' ');
  const opened = sealed === '' ? null : sealer.open(sealed, PLACE);
  return { about: about === '' ? null : about, address: opened?.ok === true ? opened.value : null };
}
