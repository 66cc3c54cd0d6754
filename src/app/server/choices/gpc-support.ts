import { gpcSupport } from '../../../playbook/6-control/signals/global-privacy-control.ts';

/** The day since which this server heeds Global Privacy Control as it does now. */
const SINCE = new Date('2026-11-24T00:00:00Z');

/** What `/.well-known/gpc.json` says. */
export const ourGpcSupport = () => gpcSupport(SINCE);
