import type { AuditJson } from './schema.ts';
export const auditHtml = async (_: AuditJson): Promise<string> => '';
