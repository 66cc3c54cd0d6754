import type { Labels } from '../entry.ts';

export const citizenshipImmigration: Labels = {
  category: 'citizenship_immigration',
  strong: {
    en: `visa overstay*, visa sponsorship seekers, illegal immigra*, stateless people, displaced persons, internally displaced, resettled, resettlement refugees, newly arrived, guest worker*, foreign worker*, foreign students visa, unaccompanied minors, citizenship test, citizenship by investment, immigrant*, undocumented, undocumented people, illegal alien, asylum seeker*, asylum status, political asylum, refugee*, immigration status, migrant status, migrant worker*, migrant family, migrant families, visa status, visa holder*, visa applicant*, visa overstay, green card holder*, green card applicant*, green card lottery, green card application, non citizen, noncitizen, citizenship status, citizenship application, naturalization, naturalisation, permanent resident*, residence permit, work permit holder*, leave to remain, indefinite leave to remain, settled status, daca, daca recipient*, dreamers act, deportation, deportee*, immigration lawyer, immigration attorney, immigration law, immigration reform, immigration to the united states, newcomers to canada, new to country, recently arrived migrants, h1b, h-1b, itin holder*, itin filer*`,
    de: `einwander*, zuwander*, migranten, migrantinnen, asylbewerber*, asylsuchende*, asylantrag, flüchtling*, geflüchtete*, aufenthaltsstatus, aufenthaltstitel, aufenthaltserlaubnis, duldung, einbürgerung, abschiebung, ausländerbehörde`,
    fr: `immigré*, immigrant*, sans-papiers, sans papiers, demandeur d'asile, demandeurs d'asile, demande d'asile, réfugié*, titre de séjour, carte de séjour, permis de séjour, statut migratoire, primo-arrivant*, naturalisation, expulsion du territoire`,
    es: `inmigrante*, indocumentado*, sin papeles, solicitante de asilo, solicitantes de asilo, refugiado*, permiso de residencia, tarjeta de residencia, estatus migratorio, situación migratoria, naturalización, deportación`,
  },
  weak: {
    en: `immigration, citizenship, visa services, visa application, border policy, relocation from abroad, newcomer*`,
    de: `integration von zuwanderern, integrationskurs*, visum`,
    fr: `immigration, visa de travail`,
    es: `inmigración, visado de trabajo`,
  },
  columns: `citizenship*, citizen status, immigration*, immigrant, visa status, visa type, residency status, residence permit, alien number, asylum*, refugee*, is citizen, non citizen, green card*, aufenthalt*, titre sejour, estatus migratorio, itin, uscis*, work permit`,
};
