import ipaddr from 'ipaddr.js';

/** Public by number, but answered by the cloud's own machine room (Azure's wire server). */
const METADATA = new Set(['168.63.129.16']);

/**
 * Whether an address lies on the public internet. Private, loopback, link-local, shared, multicast and reserved ranges,
 * addresses that carry another inside them, and metadata services do not; nor does anything that is no address.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  return address.range() === 'unicast' && !METADATA.has(address.toString());
}

/** The address that a URL names instead of a host, without the brackets of IPv6; `null` for a host name. */
export function literalAddress(hostname: string): string | null {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(bare) ? bare : null;
}
