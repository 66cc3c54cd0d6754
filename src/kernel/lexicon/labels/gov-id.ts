import type { Labels } from '../entry.ts';

export const govId: Labels = {
  category: 'gov_id',
  strong: {
    en: `social security number*, ssn, passport number*, driver's license number*, driving licence number*, national insurance number*, national id number*, identity card number*, tax identification number*, taxpayer identification number`,
    de: `sozialversicherungsnummer*, personalausweisnummer*, ausweisnummer*, reisepassnummer*, steueridentifikationsnummer*, steuer-id`,
    fr: `numéro de sécurité sociale, numéro de passeport, numéro de carte d'identité, numéro fiscal`,
    es: `número de la seguridad social, número de pasaporte, número de dni, número de identificación fiscal`,
  },
  columns: `ssn, ssn last 4, social security*, social security number, passport*, driver license*, drivers license*, driving licence*, national id*, national insurance*, nino, tax id, taxpayer id, tin number, identity card*, id card number, personalausweis*, ausweisnummer, steuer id, sozialversicherungsnummer, numero securite sociale, dni, nie number, nif, curp, aadhaar*, pan number`,
};
