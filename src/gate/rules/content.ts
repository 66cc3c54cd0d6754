import { deny } from '../reason.ts';
import { isEssential, NOTHING, type Rule } from '../rule.ts';

/** What is to be sent is a text that was cleared, or was rendered from one: without a clearance, none was. */
export const contentRule: Rule = {
  name: 'content',
  about: 'use',
  prepare(use) {
    const { clearance } = use;
    const refused = [deny('content-not-cleared', isEssential(use) ? 'firm' : 'triable')];
    if (clearance === null) return () => refused;
    const hashes = new Set<string>(clearance.envelope.variants.map(({ messageHash }) => messageHash));
    return ({ sending }) => (hashes.has(sending.contentHash) ? NOTHING : refused);
  },
};
