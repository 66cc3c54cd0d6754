import type { Labels } from '../entry.ts';

export const lifeEvent: Labels = {
  category: 'life_event',
  strong: {
    en: `lost a parent, lost a child, lost a spouse, lost a husband, lost a wife, lost their mother, lost their father, lost a partner, lost a sibling, lost a pet, death of a parent, death of a child, death of a spouse, mourners, separating couples, splitting up, newly single, recently single, going through a breakup, out of work, looking for work after layoff, between jobs, furloughed, house fire survivors, bereave*, bereft, grief, grieving, griever*, mourning, in mourning, death in the family, death of a loved one, loss of a loved one, lost a loved one, recently widowed, widow, widows, widowed, widower*, orphan*, funeral*, funeral home*, probate, estate executor*, inherited recently, recent inheritance, divorc*, separated couples, recently separated, recently divorced, getting divorced, separation from partner, break-up recently, custody battle*, job loss, lost their job, lost your job, laid off, laid-off, layoff*, made redundant, made redundant, recently unemployed, unemployed*, unemployment, jobless, job seekers unemployed, newly diagnosed, recent diagnosis, caregiver burden, family caregiver*, carers for, caring for elderly, caring for a parent, release from prison, house fire victims, disaster victims, flood victims, recently moved, new movers, recent movers, just moved, new homeowners recent, major life event*, away from family, away from hometown, long distance relationship, recently broken up, recently retired`,
    de: `trauer*, trauernde*, todesfall*, sterbefall*, hinterbliebene*, verwitwet*, witwe*, witwer*, waise*, beerdigung*, bestattung*, nachlass*, scheidung*, geschieden*, getrennt lebend*, trennung vom partner, jobverlust, arbeitslos*, arbeitssuchend*, arbeitsuchend*, gekündigte arbeitnehmer, entlassene mitarbeiter*, pflegende angehörige, umgezogen*, lebensereignis*`,
    fr: `deuil*, endeuillé*, décès d'un proche, veuf*, veuve*, orphelin*, obsèques, funérailles, succession, divorc*, séparation récente, parents séparés, perte d'emploi, chômeur*, chômage, licenci*, aidant familial, aidants familiaux, proches aidants, déménagement récent, événement de vie`,
    es: `duelo, luto, fallecimiento de un familiar, viud*, huérfan*, funeral*, herencia reciente, divorci*, separación reciente, padres separados, pérdida de empleo, desemplead*, desempleo, despedid*, despido*, parado de larga duración, cuidador familiar, cuidadores familiares, mudanza reciente`,
  },
  weak: {
    en: `life event*, life stage change, moving house, moving and relocation, new job, job change, graduation, length of residence, anniversary, wedding, birthday, condolence*, sympathy card*, estate planning, home purchase, empty nester*`,
    de: `umzug*, beileid*, jobwechsel`,
    fr: `déménagement*, condoléance*`,
    es: `mudanza*, condolencia*, pésame`,
  },
  products: { any: `sympathy flowers, urn for ashes, headstone*, trauerkarte*, trauerkranz*, grabstein*` },
  places: {
    en: `funeral home, cemetery, divorce court, unemployment office, job centre`,
    de: `bestattungsinstitut, friedhof, arbeitsamt, agentur für arbeit`,
    fr: `pompes funèbres, cimetière, pôle emploi`,
    es: `funeraria, cementerio, oficina de empleo`,
  },
  columns: `bereave*, is bereaved, deceased*, date of death, death date, widow*, funeral*, grief*, probate*, divorc*, separated*, separation date, job loss*, laid off*, layoff*, unemploy*, redundan*, employment ended, life event*, life stage change, recently moved, recent mover, new mover*, move date, caregiver*, carer*, trauer*, verwitwet*, todesfall*, scheidung*, arbeitslos*, deuil*, veuf*, chomage*, viud*, desemple*, name change*, surname change*, inheritance*`,
};
