/**
 * Peoples and languages in English. With a word for a group of people behind it each speaks of national origin, with one
 * for a culture of ethnic origin; alone it may be a kitchen or a cat and says nothing.
 */
const DEMONYMS =
  'afghan african albanian algerian american-born angolan arab argentine argentinian armenian australian austrian azerbaijani bangladeshi belarusian belgian bengali bolivian bosnian brazilian british-born bulgarian burmese cambodian cameroonian canadian cantonese chechen chilean chinese colombian congolese croatian cuban cypriot czech danish dominican dutch ecuadorian egyptian eritrean estonian ethiopian filipino filipina finnish french gambian georgian german ghanaian greek guatemalan gujarati guyanese haitian hindi-speaking honduran hungarian indian indonesian iranian iraqi irish israeli italian ivorian jamaican japanese jordanian kazakh kenyan korean kosovan kurdish kuwaiti lao latvian lebanese liberian libyan lithuanian macedonian malaysian malian mexican moldovan mongolian moroccan nepali nepalese nicaraguan nigerian norwegian pakistani palestinian panamanian paraguayan persian peruvian polish portuguese punjabi romanian russian rwandan salvadoran saudi senegalese serbian singaporean slovak slovenian somali spanish sri-lankan sudanese swedish swiss syrian taiwanese tajik tamil tanzanian thai tibetan trinidadian tunisian turkish ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean'.split(
    ' ',
  );
const PEOPLE =
  'community communities diaspora expat expats expatriates immigrants migrants families nationals speakers citizens abroad descent origin ancestry-born born heritage-speakers workers students-abroad'.split(
    ' ',
  );
const CULTURE =
  'culture heritage people peoples women men americans ancestry descent identity traditions wedding weddings'.split(
    ' ',
  );

const pairs = (groups: readonly string[]): string =>
  DEMONYMS.flatMap((demonym) => groups.map((group) => `${demonym} ${group}`)).join(',');

/** Terms for national origin, comma-separated. */
export const originTerms = (): string => pairs(PEOPLE);

/** Terms for ethnic origin, comma-separated. */
export const cultureTerms = (): string => pairs(CULTURE);
