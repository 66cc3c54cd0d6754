import type { Labels } from '../entry.ts';

export const sexLifeOrientation: Labels = {
  category: 'sex_life_orientation',
  strong: {
    en: `men seeking men, women seeking women, men loving men, women loving women, same-gender, coming out day, coming out story, coming out stories, coming out as gay, heteronormativ*, homophobia, biphobia, queer theory, gay men's health, gay sex, gay film, gay fiction, gay wedding*, gay travel, gay club*, gay nightlife, gay friendly, gay life, lesbian film, lesbian fiction, lesbian wedding, two moms, two dads, drag artist*, drag king*, sodomy, libido, sexuality, human sexuality, eroticism, erotica, erotic*, sensuality, striptease, strip club*, prostitut*, masturbat*, orgasm*, tantra sex, virginity, celibacy, monogamy, infidelity, adultery, cheating spouse*, gay, gays, gay men, gay people, gay couple*, gay pride, gay marriage, gay bar*, gay dating, gay parents, gay rights, lesbian*, bisexual*, homosexual*, pansexual*, asexual*, queer*, lgbt, lgbtq, lgbtq+, lgbtqia, lgbtqia+, lgbt+, same-sex, same sex, same-sex marriage, same-sex couple*, sexual orientation, sexual preference*, sexual identity, coming out lgbt, pride parade, pride month, pride festival, rainbow family, drag queen*, drag show*, drag race fans, men who have sex with men, msm dating, interested in men, interested in women, polyamor*, swingers, swinger lifestyle, open relationship*, bdsm, kink, fetish*, sex life, sexual activity, sexual behavior, sexual behaviour, sexually active, escort services, adult content, pornograph*, porn, sex toy*, affair dating, extramarital, hookup app*, hook-up app*, sex worker*, stis, std testing, sexually transmitted`,
    de: `schwul*, schwule, lesbisch*, lesben, homosexuell*, bisexuell*, queer*, sexuelle orientierung, sexuelle neigung, gleichgeschlechtlich*, homo-ehe, ehe für alle, csd, christopher street day, regenbogenfamilie*, sexualleben, swinger*, erotik, seitensprung*`,
    fr: `gay, gays, lesbienne*, homosexuel*, bisexuel*, queer, orientation sexuelle, vie sexuelle, mariage pour tous, couple de même sexe, couples de même sexe, marche des fiertés, libertin*, échangis*, rencontre gay`,
    es: `gay, gays, lesbiana*, homosexual*, bisexual*, bisexuales, queer, orientación sexual, vida sexual, matrimonio igualitario, parejas del mismo sexo, orgullo gay, swinger*, intercambio de parejas`,
  },
  weak: {
    en: `dating app*, online dating, dating services, singles dating, sexual wellness, sexual health, adult toys, lingerie, condom*, rainbow, rainbow flag, pride flag, falling in love, casual dating, gay icons, nightlife lgbt`,
    de: `online-dating, partnersuche, kondome`,
    fr: `site de rencontre, sites de rencontre, préservatif*`,
    es: `citas en línea, aplicación de citas, preservativo*`,
  },
  products: {
    any: `vibrator*, lubricant intimate, prep medication, truvada, descovy, viagra, cialis, sildenafil`,
  },
  places: {
    en: `gay bar, gay club, gay sauna, lgbt center, lgbtq center, lesbian gay bisexual transgender community center, pride event, sex shop, swingers club`,
  },
  columns: `sexual orientation, orientation sexual, sexual*, sexuality, is gay, lgbt*, same sex*, gender of partner, partner gender, partner sex, sex life, orientation sexuelle, orientacion sexual, sexuelle orientierung, dating preference*, interested in gender, seeking gender`,
};
