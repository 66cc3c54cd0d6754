import type { SensitiveCategory } from '../categories.ts';

/**
 * Fields that are harmless to look at and known to stand for a trait (categories.md §3). Names as tokens,
 * comma-separated, `*` for any ending.
 */
export const PROXIES: ReadonlyArray<{
  readonly columns: string;
  readonly for: readonly SensitiveCategory[];
}> = [
  {
    columns: `postcode*, post code*, postal code*, postal, zip, zip code*, zipcode*, zip 4, zip 5, plz, postleitzahl, code postal, codigo postal, cp code, census tract*, census block*, block group*, lsoa, msoa, output area, neighborhood*, neighbourhood*, stadtteil, quartier, barrio, fips code, county fips, precinct*, geo area, ward code`,
    for: ['race_ethnicity', 'national_origin', 'fin_distress'],
  },
  {
    columns: `surname*, last name*, lastname*, family name*, nachname*, nom de famille, apellido*`,
    for: ['race_ethnicity', 'national_origin', 'religion_belief'],
  },
  {
    columns: `first name*, firstname*, given name*, forename*, vorname*, prenom*, nombre de pila`,
    for: ['sex_gender', 'race_ethnicity', 'age_older'],
  },
  {
    columns: `full name*, fullname*, customer name, person name`,
    for: ['race_ethnicity', 'national_origin', 'sex_gender'],
  },
  {
    columns: `language, languages, preferred language, language code, lang, lang code, locale, browser language, device language, keyboard*, sprache, langue, idioma, accent*`,
    for: ['national_origin', 'race_ethnicity'],
  },
  {
    columns: `phone prefix*, phone country*, dialing code*, country calling code*, remittance*, money transfer*, roaming*, prepaid sim*`,
    for: ['national_origin', 'citizenship_immigration'],
  },
  { columns: `id type, id document type, visa fee*, address tenure`, for: ['citizenship_immigration'] },
  {
    columns: `tenure*, customer since, landline*, has landline, paper bill*, paper statement*, paper invoice*, cheque payment*, check payment*, branch visit*, phone channel preference`,
    for: ['age_older'],
  },
  {
    columns: `device age*, device model*, device price*, device type, device tier, handset*, os version*, phone model*, user agent`,
    for: ['age_older', 'fin_distress'],
  },
  {
    columns: `age, ages, age band*, age group*, age range*, age bracket*, age bucket*, age years, customer age, age at *, dob, date of birth, birth date*, birthdate*, birthday*, birth year*, year of birth, yob, born on, alter, altersgruppe, geburtsdatum, geburtsjahr, age ans, date de naissance, edad, fecha de nacimiento, generation, predicted age, inferred age, estimated age`,
    for: ['age_older', 'age_minor'],
  },
  {
    columns: `mosaic*, acorn*, cameo code*, prizm*, personicx*, tapestry segment*, geodemographic*, geo demographic*, lifestyle segment*, lifestage group*, experian segment*, claritas*, spectra*, sinus milieu*, milieu*, niches segment*, household segment*`,
    for: ['race_ethnicity', 'fin_distress', 'age_older', 'marital_family'],
  },
  {
    columns: `salutation*, title prefix, name prefix, honorific*, anrede*, civilite*, tratamiento, cosmetics*`,
    for: ['sex_gender', 'marital_family'],
  },
  {
    columns: `maiden*, household size*, household count*, hh size, joint account*, toy*`,
    for: ['marital_family'],
  },
  {
    columns: `school*, university*, alma mater, fraternity*, sorority*`,
    for: ['race_ethnicity', 'age_minor'],
  },
  { columns: `school hours*, parental device*, emoji*, cartoon*, avatar type`, for: ['age_minor'] },
  {
    columns: `prepaid card*, price sensitiv*, price sort*, sort by price*, discount affinity*, discount share*, coupon use*, coupon rate*, instalment*, installment*, bnpl*, pay later*, end of month*, rent or own, home owner*, homeowner*, renter*, is renter, home value*, property value*, wealth*, affluence*, basket value*, spend drop*, cash out*, refused card*, account balance`,
    for: ['fin_distress'],
  },
  { columns: `benefit day*, deposit day*, deposit pattern*`, for: ['income_assistance'] },
  {
    columns: `diet*, dietary*, meal preference*, meal type, special meal*, food preference*`,
    for: ['religion_belief', 'health'],
  },
  { columns: `donation*, donor*, charity*, causes`, for: ['religion_belief', 'political'] },
  {
    columns: `news domain*, news site*, url visited*, visited url*, visited domain*, browsing*, search term*, search query, search queries, page categor*, site visited*`,
    for: ['health', 'political'],
  },
  { columns: `employer*, employer name, payroll*`, for: ['union', 'life_event'] },
  {
    columns: `dress size*, clothing size*, plus size*, steps*, step count*, otc*, basket otc*`,
    for: ['health'],
  },
  {
    columns: `night usage*, night session*, night activity*, late night*, hour of night, active at night, typing speed*, playlist*, streak*`,
    for: ['emotion', 'health', 'addiction'],
  },
  {
    columns: `zoom setting*, contrast mode*, contrast setting*, font scale*, large font*, voice over*, talkback*`,
    for: ['disability', 'age_older'],
  },
  {
    columns: `help visits*, help contact*, support contact*, support calls*, error rate*, dwell time*, reading time*, voice channel*`,
    for: ['capability'],
  },
  {
    columns: `photo*, profile photo*, profile picture*, picture url, selfie*`,
    for: ['race_ethnicity', 'sex_gender'],
  },
  { columns: `ip address*, ip addr, ip, wifi*, bluetooth*`, for: ['precise_geo'] },
  { columns: `music genre*, favourite genre*, favorite genre*`, for: ['race_ethnicity'] },
  { columns: `address change*, moved at, one way ticket*, returns burst*`, for: ['life_event'] },
  {
    columns: `deposit frequency*, deposit growth*, top up frequency*, purchase burst*, spend at night`,
    for: ['addiction'],
  },
];

/** Column names that only look sensitive, as tokens. */
export const INNOCENT_COLUMNS = `health check*, healthcheck*, customer health*, account health*, health score account, system health*, service health*, device health*, deliverability health*, link health*, race car*, race id, race distance*, race time*, race name, race date, race result*, race event*, running race*, race category, race series, credit balance store, store credit*, gift credit*, credit note*, credit memo*, credits remaining, promo credit*, default address*, default store*, is default*, default language, default currency, union all, union type, black friday*, depression glass, diagnostic log*, diagnostics*, device diagnostic*, sex appeal, age of account, account age*, order age*, message age*, cart age*, age days, history age, fingerprint card, card fingerprint*, device fingerprint*, browser fingerprint*, session age, record age, lead age, days overdue task*, task overdue*, dpd tracking*, dpd parcel*, dpd label*, page age, cache age, collection name, product collection*, mood board*, moodboard*, stress test*, pin code area, snapshot*, patient mode, birth of account, church shoes, email language template, military time, faith no more, gender neutral, price default, default price, minor version*, minor unit*, version minor, major minor, currency minor, minor amount, school holiday*, order income, income statement, tax income category, sentiment source, sensitive skin`;
