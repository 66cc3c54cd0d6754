import type { Labels } from '../entry.ts';

export const genderIdentity: Labels = {
  category: 'gender_identity',
  strong: {
    en: `trans youth, trans kids, trans teens, trans teen*, trans athletes, trans parents, trans people of, trans women of, transmasculine, transfeminine, top surgery, bottom surgery, gender clinic, transphobia, gender studies queer, gender binary, gender role nonconforming, gender bender, transitioning, transgender*, transsexual*, trans people, trans women, trans woman, trans men, trans man, trans rights, trans community, non-binary, nonbinary, non binary, genderqueer, gender queer, genderfluid, gender fluid, agender, gender identity, gender identities, gender expression, gender variance, gender nonconform*, gender non-conform*, gender dysphoria, gender transition*, gender reassignment, gender affirming, gender-affirming, gender confirmation surgery, intersex, two-spirit, hormone therapy transgender, lgbt, lgbtq, lgbtq+, lgbtqia, lgbtqia+, cisgender, deadname, preferred pronouns`,
    de: `transgender*, transsexuell*, transidentit*, trans person*, nichtbinär*, nicht-binär*, geschlechtsidentität*, geschlechtsangleich*, intergeschlechtlich*, divers geschlecht`,
    fr: `transgenre*, transsexuel*, personne trans, personnes trans, non-binaire*, identité de genre, transition de genre, intersexe*`,
    es: `transgénero*, transexual*, persona trans, personas trans, no binari*, identidad de género, transición de género, intersexual*`,
  },
  weak: { en: `pronouns, gender-neutral, gender neutral language, chest binder*, gender roles, drag` },
  columns: `gender identity*, transgender*, is trans, trans status, pronoun*, nonbinary, non binary, gender at birth, assigned sex, sex at birth, deadname, identite de genre, identidad de genero, geschlechtsidentitaet, gender expression`,
};
