import type { Labels } from '../entry.ts';

export const protectedRights: Labels = {
  category: 'protected_rights',
  strong: {
    en: `complainer*, complainant*, frequent complainer*, serial complainer*, complaint history, people who complained, filed a complaint, filed a lawsuit, litigant*, litigious, plaintiffs, whistleblower*, whistle-blower*, data subject request*, erasure request*, access request*, deletion request*, opted out customers, chargeback*, frequent returner*, serial returner*, dispute history, disputed charges, warranty claimants, tenant complainers, exercised their right*`,
    de: `beschwerdeführer*, querulant*, beschwerdehistorie, löschanfrage*, auskunftsersuchen, auskunftsanfrage*, rückbuchung*, widerrufer*, hinweisgeber*`,
    fr: `plaignant*, historique de réclamation, historique des réclamations, demande d'effacement, demande d'accès, lanceur* d'alerte, rétrofacturation*`,
    es: `reclamante*, historial de quejas, historial de reclamaciones, solicitud de supresión, solicitud de acceso, denunciante*, contracargo*`,
  },
  weak: {
    en: `complaint*, returns heavy, dispute*, refund requests`,
    de: `beschwerde*, reklamation*`,
    fr: `réclamation*`,
    es: `queja*, reclamación*`,
  },
  columns: `complaint*, complaints, complaint count, complained*, dsr*, data subject request*, erasure request*, access request*, deletion request*, chargeback*, dispute*, disputes, litig*, lawsuit*, whistlebl*, tenant complaint*, ombudsman*, legal claim*, beschwerde*, reklamation*, reclamation*, queja*, gdpr request*, ccpa request*`,
};
