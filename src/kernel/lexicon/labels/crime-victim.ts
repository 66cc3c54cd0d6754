import type { Labels } from '../entry.ts';

export const crimeVictim: Labels = {
  category: 'crime_victim',
  strong: {
    en: `crime victim*, victim of crime, victims of crime, victims of, domestic violence, domestic abuse, abuse survivor*, abuse victim*, rape survivor*, rape victim*, sexual assault survivor*, sexual assault, sexual abuse, child abuse, stalking victim*, trafficking victim*, human trafficking survivor*, fraud victim*, scam victim*, identity theft victim*, battered women, women's shelter*, domestic violence shelter*, restraining order*, survivors of abuse, survivors of violence, adult children of alcoholics, coercive control, elder abuse, victim support`,
    de: `*opfer, gewaltopfer, kriminalitätsopfer, verbrechensopfer, häusliche gewalt, frauenhaus*, missbrauchsopfer, betrugsopfer, opferhilfe, stalkingopfer, vergewaltig*`,
    fr: `victime*, victime de violence, violences conjugales, violence domestique, femmes battues, foyer d'accueil pour femmes, victimes d'abus, victime de viol, viol`,
    es: `víctima*, violencia de género, violencia doméstica, mujeres maltratadas, casa de acogida, víctima de abuso, víctima de estafa, violación sexual, agresión sexual`,
  },
  weak: {
    en: `bullying, safety from abuse, self-defense for women, identity theft protection, shelter for women`,
    de: `mobbing`,
    fr: `harcèlement`,
    es: `acoso`,
  },
  places: {
    en: `women's shelter, domestic violence shelter, homeless shelter, safe house, rape crisis center`,
    de: `frauenhaus`,
    fr: `foyer pour femmes, centre d'hébergement`,
    es: `casa de acogida, refugio de mujeres`,
  },
  columns: `crime victim*, victim*, abuse victim*, abuse history, domestic abuse*, domestic violence*, restraining order*, shelter*, stalking*, address confidential*, safe address, protected address, fraud victim*, scam victim*, opferhilfe*, frauenhaus*, auskunftssperre`,
};
