import type { Labels } from '../entry.ts';

export const capability: Labels = {
  category: 'capability',
  strong: {
    en: `low digital literacy, digitally illiterate, poor readers, limited literacy, limited education, less educated, uneducated, poorly educated, semi-literate, easily persuaded, easily influenced, impulsive buyers, impulse buyers, impulse shopper*, compulsive shoppers, scam prone, sweepstakes enthusiasts, sucker list, suffering seniors, opportunity seekers, confused elderly, dementia risk, language barrier*, low literacy, illiterate, illiteracy, low numeracy, low financial literacy, financially illiterate, limited english, limited english proficiency, non-native english speakers, poor english, low digital skill*, digitally excluded, digital exclusion, not tech savvy, technologically inexperienced, low education*, no high school diploma, less than high school, school dropout*, cognitive impairment*, cognitive decline, cognitively impaired, memory loss, easily confused, confused customers, gullible*, susceptible to scams, scam susceptible, naive investors, unsophisticated investor*, power of attorney, lacks capacity, lasting power of attorney, learning difficult*, memory problems`,
    de: `geringe lesekompetenz, analphabet*, geringe deutschkenntnisse, digital abgehängt*, bildungsfern*, kognitiv eingeschränkt*, leichte sprache nötig, betreute person, gesetzliche betreuung, leichtgläubig*`,
    fr: `illettr*, analphab*, faible niveau de français, exclusion numérique, illectronisme, troubles cognitifs, sous tutelle, sous curatelle, crédule*`,
    es: `analfabet*, bajo nivel de alfabetización, exclusión digital, brecha digital, deterioro cognitivo, bajo nivel educativo, crédul*`,
  },
  weak: {
    en: `first time investors, basic literacy, english as a second language, esl learners, adult literacy, beginner internet`,
  },
  columns: `literacy*, numeracy*, language level, language proficiency, english proficiency, digital skill*, tech savvy*, digital exclusion*, cognitive*, impulsiv*, impulse*, gullib*, susceptib*, scam risk*, vulnerab*, vulnerability flag, is vulnerable, vulnerable customer, vulnerability score, power of attorney, poa flag, needs assistance, support needs, capacity flag, easy read, persuadab*`,
};
