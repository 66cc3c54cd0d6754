import type { Labels } from '../entry.ts';

export const ageOlder: Labels = {
  category: 'age_older',
  strong: {
    en: `aging singles, ageing singles, older singles, older drivers, older couples, older workers, over-60, over-65, over-70, over-75, over-75s, over-80s, mature singles, elder care, eldercare, aging in place, ageing in place, later life, late-life, third age, living alone elderly, grey nomads, gray panthers, silver economy, golden agers, great-grandparents, senior citizen*, seniors, seniors aged, seniors living, senior living, senior health, senior care, senior adults, senior discount*, senior women, senior men, elderly*, older adults, older people, older americans, older customers, old age, old people, aged 60+, aged 65+, aged 70+, aged 75+, age 65+, 60+, 65+, 70+, 75+, 80+, 65 and over, 65 and older, people over 60, people over 65, adults over 60, adults over 65, women over 60, women over 65, men over 65, aged over 65, over-60s, over-65s, over-70s, over 60s, over 65s, over 70s, 60 plus, 65 plus, pensioner*, retiree*, retired people, retired couples, retired persons, retirement home*, retirement communit*, nursing home*, care home*, assisted living, aging parents, ageing parents, old age pension, octogenarian*, septuagenarian*, nonagenarian*, centenarian*, baby boomer*, silent generation, state pension, medicare advantage, medicare supplement, medicare part d, social security recipient*, social security retirement, funeral plan over 50s, over 50s life cover, rural and barely making it, ageing population, geriatric*, grandparents aged, empty nest retirees, senior moments`,
    de: `senioren, seniorinnen, seniorenheim*, rentner*, pensionär*, ruheständler*, ältere menschen, alte menschen, hochbetagte*, generation 60 plus, generation 60+, best ager*, ab 65, personen über 65, menschen über 65, frauen über 60, männer über 60, kunden über 65, kunden über 70, altersheim*, pflegeheim*, altersrente*, 65 jahre und älter`,
    fr: `personnes âgées, personne âgée, séniors, seniors de plus, retraité*, troisième âge, quatrième âge, les plus de 60 ans, plus de 65 ans, plus de 70 ans, maison de retraite, ehpad, 65 ans et plus`,
    es: `personas mayores, adultos mayores, tercera edad, ancian*, jubilad*, pensionista*, mayores de 60, mayores de 65, mayores de 70, residencia de mayores, residencia de ancianos`,
  },
  weak: {
    en: `retirement, retirement planning, retirement savings, retirement and pension, pension, pensions, grandparent*, grandmother*, grandfather*, grandchildren, over 50s, over-50s, 50+, 55+, 55 plus, mature adults, golden years, medicare, hearing test, large button phone, stairlift, reverse mortgage*, equity release, funeral plan*, oldies music, social security`,
    de: `ruhestand, rente, altersvorsorge, großeltern, oma und opa, generation 50 plus`,
    fr: `retraite, pension de retraite, grands-parents, plus de 50 ans, obsèques prévoyance`,
    es: `jubilación, pensión de jubilación, abuelos, mayores de 50, plan de pensiones`,
  },
  places: {
    en: `nursing home, care home, retirement home, senior center`,
    de: `altersheim, pflegeheim, seniorenheim`,
    fr: `maison de retraite`,
    es: `residencia de ancianos`,
  },
  columns: `senior*, elderly*, is senior, pensioner*, retiree*, retired, is retired, retirement*, age over 60, age over 65, over 65, rentner*, seniorin*, retraite*, jubilad*, age older, nursing home*, care home*, medicare*`,
};
