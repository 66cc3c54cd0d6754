import type { Labels } from '../entry.ts';

export const military: Labels = {
  category: 'military',
  strong: {
    en: `navy spouse*, army spouse*, marine spouse*, military wives, military mom*, military brat*, navy reserv*, army reservist*, reservists, enlisted, servicewoman, serviceman, combat veteran*, combat vets, war vet*, vets returning, former soldiers, troops, deployed, deployment families, basic training recruits, army cadets, sea cadets, veteran, veterans, war veteran*, military veteran*, veterans affairs, veterans benefits, veterans administration, va benefits, va loan*, va home loan*, active duty*, active-duty*, service member*, servicemember*, servicemen, servicewomen, armed forces, military personnel, military family, military families, military spouse*, army wives, army wife, national guard, army reserve*, marine corps, us marine*, marines, army veteran*, navy veteran*, ex-military, ex-forces, wounded warrior*, gold star famil*, military discount*, gi bill, purple heart recipient*, military recruit*, military retiree*, fighter pilot*, military service, deployed soldiers, soldiers`,
    de: `bundeswehr*, soldat*, veteranen, reservist*, zeitsoldat*, militärangehörige*`,
    fr: `militaires, ancien combattant, anciens combattants, soldat*, armée française, réserviste*, gendarmes`,
    es: `militares, fuerzas armadas, veterano* de guerra, soldado*, reservista*, guardia civil miembros`,
  },
  weak: {
    en: `regiment, battalion, squadron, infantry, brigade, artillery, cavalry, commando*, warship, aircraft carrier, military aviation, military vehicle*, military, army, navy, air force, coast guard, defense department, department of defense, department of the navy, defence forces, military base, military history, support our troops, navy seals, military academy, air force academy, naval academy, blue angels`,
    de: `militär*`,
    fr: `armée*, militaire`,
    es: `ejército, militar`,
  },
  places: { en: `military base, army base, barracks, veterans hospital, recruiting station` },
  columns: `military*, veteran*, is veteran, service member*, servicemember, active duty*, army*, branch of service, deployment status, va benefit*, va loan*, gi bill, base postcode, scra*, armed forces, bundeswehr*`,
};
