import type { Labels } from '../entry.ts';

export const raceEthnicity: Labels = {
  category: 'race_ethnicity',
  strong: {
    en: `african american*, african-american*, afro american*, afroamerican*, black american, black people, black community, black culture, black history, black women, black men, black families, black household, black owned, black-owned, black music, black hair, black hair care, black voices, black news, black and proud, black lives matter, black church, black college, black student, people of color, people of colour, women of color, women of colour, bame, bipoc, ethnic minority, ethnic minorities, ethnic group, ethnicity, ethnic origin, racial group, racial identity, race and ethnicity, race ethnicity, racial justice, mixed race, biracial, multiracial, caucasian*, white people, white american, white women, white men, white household, white nationalism, white pride, hispanic*, latino, latina, latinx, latine, latinos and latinas, chicano, chicana, mexican american*, cuban american, puerto rican*, dominican american, native american*, american indian*, alaska native, native hawaiian, pacific islander, indigenous people*, first nations, aboriginal, torres strait islander, maori, metis people, inuit, asian american*, asian-american*, aapi, south asian*, east asian*, chinese american, korean american, japanese american, filipino american, vietnamese american, indian american, arab american, middle eastern descent, afro caribbean, afro-caribbean, black british, british asian, romani people, roma people, gypsy traveller, sinti, kurdish people, ashkenazi, sephardi*, mizrahi, mizhari, cajun, creole culture, soul food, kwanzaa, juneteenth, historically black college, hbcu, black history month, black panther party, civil rights movement, desi culture, hmong, navajo, cherokee, sioux tribe, lakota, apache tribe, choctaw, tribal member, tribal affiliation, afro hair, relaxer for black hair, skin color, skin colour, hispanic heritage month, cinco de mayo, ethnic studies, antisemitism, anti-racism, racism, apartheid, harlem renaissance, slavery in the united states, american slavery, urban contemporary`,
    de: `ethnische herkunft, rassische herkunft, ethnische minderheit*, hautfarbe, schwarze menschen, schwarze deutsche, afrodeutsch*, people of color, sinti und roma, türkischstämmig*, arabischstämmig*, migrationshintergrund, deutschtürk*, afroamerikan*`,
    fr: `origine ethnique, origines ethniques, minorité ethnique, minorites ethniques, couleur de peau, personnes noires, communauté noire, communauté maghrébine, maghrébin*, afro-américain*, afrodescendant*, antillais*, gens du voyage, personnes racisées`,
    es: `origen étnico, origen racial, minoría étnica, minorias étnicas, color de piel, comunidad negra, afroamericano*, afrodescendiente*, afrolatin*, comunidad latina, hispanos, pueblo gitano, gitano*, indígena*, pueblos originarios, mestizo*`,
  },
  weak: {
    en: `ethnic cuisine, ethnic food, urban adult contemporary, r&b soul, hip hop culture, hip hop dancing, afrobeats, african print, west african, caribbean culture, reggaeton, latin america*, latin music, latin pop, dreadlocks, box braids, cornrows, braids and weaves, ancestry, genealogy, heritage group, tribe, cultural affinity, multicultural affinity, multicultural, bollywood, k-pop fans, sari, lehenga, lehnga, dupatta, anarkali, gagra choli, ghagra choli, salwar kameez, kurta, punjabi language, harlem, civil rights, slavery`,
    de: `afrohaar, kulturelle herkunft`,
    fr: `cheveux afro, cheveux crépus, musique africaine`,
    es: `cabello afro, música latina, quinceañera*, quinceanera*`,
  },
  products: {
    any: `hair relaxer, skin lightening cream, skin whitening, skin bleaching, shea moisture, shea butter leave-in, afro comb, durag, goya, plantain chips, jollof`,
  },
  columns: `race, ethnicity, ethnic*, race code, race ethnicity, hispanic, is hispanic, latino, skin tone, skin color, skin colour, tribe, tribal*, ancestry, native american, african american, multicultural*, ethnische herkunft, herkunft ethnisch, origine ethnique, etnia, raza, hautfarbe`,
};
