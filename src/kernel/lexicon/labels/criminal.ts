import type { Labels } from '../entry.ts';

export const criminal: Labels = {
  category: 'criminal',
  strong: {
    en: `criminal record*, criminal conviction*, criminal history, criminal offence*, criminal offense*, convicted, convict, ex-convict*, ex-offender*, ex offender*, offender*, sex offender*, felon, felons, felony, felonies, felony conviction*, misdemeanor*, arrest record*, arrested, incarcerat*, imprison*, inmate*, prisoner*, prison inmates, former prisoners, formerly incarcerated, parole, parolee*, on probation, probationer*, bail bond*, dui offender*, dui conviction*, drunk driving conviction*, jail, jailed, background check failed, expungement, criminal defense client*, criminal defense lawyer seekers, rap sheet, reentry program, wrongful conviction*, wrongly convicted`,
    de: `vorstraf*, vorbestraft*, strafregister*, führungszeugnis, straftäter*, straftat*, verurteilt*, häftling*, strafgefangene*, haftentlassen*, bewährung straf*, gefängnis*`,
    fr: `casier judiciaire, condamnation pénale, condamnations pénales, condamné*, délinquant*, détenu*, ancien détenu, prisonnier*, incarcér*, liberté conditionnelle, infraction pénale`,
    es: `antecedentes penales, condena penal, condenado*, delincuente*, preso*, ex-presidiario*, expresidiario*, recluso*, encarcelad*, libertad condicional, delito penal`,
  },
  weak: {
    en: `prison, criminal justice, criminal law, criminal defense, bail, court record*, public records, prison reform, legal trouble, crime`,
    de: `strafrecht, strafverteidig*`,
    fr: `prison, droit pénal`,
    es: `cárcel, derecho penal`,
  },
  places: {
    en: `prison, jail, courthouse, bail bonds office, probation office`,
    de: `justizvollzugsanstalt, gefängnis`,
    fr: `prison, maison d'arrêt`,
    es: `cárcel, prisión, centro penitenciario`,
  },
  columns: `criminal*, conviction*, convicted*, offence*, offense*, arrest*, felony*, felon, misdemeanor*, incarcerat*, prison*, parole*, probation officer, court record*, sex offender*, dui*, vorstraf*, fuehrungszeugnis, casier judiciaire, antecedentes penales, background check*, inmate*`,
};
