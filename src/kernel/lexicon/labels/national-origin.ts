import type { Labels } from '../entry.ts';

export const nationalOrigin: Labels = {
  category: 'national_origin',
  strong: {
    en: `born abroad, born overseas, born outside, foreign nationals, first generation immigrants, second generation immigrants, national origin, country of birth, place of birth, birthplace, country of origin, foreign born, foreign-born, nationality, expat*, lived in mexico, formerly from, mother tongue, native language, native speakers, diaspora, turkish community, polish community, indian community, russian community, chinese community, arab community, nigerian community, filipino community, turks in germany, poles in the uk, russians abroad, indians abroad, overseas filipino workers, non-resident indian, arabic speaking, arabic speakers, spanish speakers, spanish speaking, spanish-speaking, mandarin speakers, russian speakers, polish speakers, turkish speakers, speaks arabic, speaks spanish at home, language spoken at home`,
    de: `geburtsland, geburtsort, herkunftsland, nationale herkunft, staatsangehörigkeit, muttersprache, türkische community, russlanddeutsch*, spätaussiedler*`,
    fr: `pays de naissance, lieu de naissance, pays d'origine, origine nationale, nationalité, langue maternelle, diaspora`,
    es: `país de nacimiento, lugar de nacimiento, país de origen, origen nacional, nacionalidad, lengua materna, diáspora`,
  },
  weak: {
    en: `remittance*, send money home, international calling, calling cards abroad, foreign language tv, arabic television, arabic channel, polish shop, halal grocer abroad, foreign language preference, latin america`,
    de: `auslandsüberweisung*, herkunftssprache`,
    fr: `transfert d'argent au pays`,
    es: `remesa*, envío de dinero a casa`,
  },
  products: {
    any: `western union, moneygram, remitly, worldremit, ria money transfer, xoom money transfer, lebara, lycamobile`,
  },
  columns: `national origin, nationality, country of birth, birth country, birth place, birthplace, place of birth, country of origin, mother tongue, native language, home language, language spoken at home, geburtsland, geburtsort, staatsangehoerigkeit, staatsangehorigkeit, nationalite, nacionalidad, pays de naissance, pais de nacimiento, expat*`,
};
