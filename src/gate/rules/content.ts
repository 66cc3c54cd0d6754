import { deny } from '../reason.ts';
import { isEssential, NOTHING, never, type Rule } from '../rule.ts';

/** What is to be sent is a text that was cleared, or was rendered from one; the clearance rule says where there is none. */
export const contentRule: Rule = {
  name: 'content',
  about: 'use',
  prepare(use) {
    const { clearance } = use;
    if (clearance === null) return never;
    const hashes = new Set<string>(clearance.envelope.variants.map(({ messageHash }) => messageHash));
    const refused = [deny('content-not-cleared', isEssential(use) ? 'firm' : 'triable')];
    return ({ sending }) => (hashes.has(sending.contentHash) ? NOTHING : refused);
  },
};
