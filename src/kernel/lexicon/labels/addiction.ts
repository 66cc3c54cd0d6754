import type { Labels } from '../entry.ts';

export const addiction: Labels = {
  category: 'addiction',
  strong: {
    en: `vape, vapes, vape users, vapers, e-liquid, shisha smokers, stoner*, stoners, pot smokers, weed, hard drugs, party drugs, painkiller abuse, prescription drug abuse, detox clinic, detox center, relapse prevention, recovering alcoholic*, recovering addict*, drunk driver*, high stakes gamblers, vip gamblers, casino vip*, bingo addicts, lottery addict*, sportsbook, bookmaker*, slot players, slot games players, in-play bettors, punters, fruit machines, addict, addicts, addicted to gambling, addicted to alcohol, addicted to drugs, addiction, addictions, alcoholi*, alcohol abuse, alcohol dependen*, alcohol use disorder, problem drinker*, heavy drinker*, binge drink*, heavy drinkers, drug addict*, drug abuse, drug user*, drug use, drug rehab*, drug treatment, rehab center*, substance abuse, substance use, substance use disorder*, opioid*, heroin, cocaine, methamphetamine, crack cocaine, cannabis*, marijuana, weed smoker*, weed dispensar*, cbd users, medical marijuana, smoker*, cigarette*, tobacco, nicotine, vaping, vaper*, e-cigarette*, cigars, cigar smoker*, chewing tobacco, smoking cessation, quit smoking, gambler*, gambling, problem gambl*, compulsive gambl*, online casino*, casino players, casino visitor*, casino high roller*, casino whales, slot machine*, slots players, sports betting, betting apps, bettors, betting, online poker players, lottery players heavy, high deposit players, self-excluded, self excluded, self-exclusion, gaming addict*, compulsive shopp*, compulsive buy*, shopping addict*, shopaholic*, relapse*, sobriety, sober living, alcoholics anonymous, narcotics anonymous, gamblers anonymous, al-anon, 12 step program*, recovering addict*, recovery from addiction, in recovery from`,
    de: `^Sucht, suchtkrank*, süchtig*, abhängigkeitserkrank*, alkoholi*, alkoholabhängig*, drogen*, drogenabhängig*, raucher*, zigarette*, tabak*, spielsucht, spielsüchtig*, glücksspiel*, spieler online-casino, online-casino*, spielautomat*, sportwetten, wettanbieter, entzugsklinik*, kaufsucht, selbstsperre*, anonyme alkoholiker`,
    fr: `addict*, dépendance à l'alcool, alcooli*, alcool dépendance, toxicoman*, drogue*, fumeur*, fumeuse*, cigarette*, tabac, tabagisme, vapoteur*, joueur* compulsif, jeu pathologique, jeux d'argent, paris sportifs, casino en ligne, machines à sous, cure de désintoxication, alcooliques anonymes`,
    es: `adicci*, adict*, alcoholi*, alcohólic*, drogadict*, drogas, toxicoman*, fumador*, cigarrillo*, tabaco, tabaquismo, ludópat*, ludopatía, apuestas deportivas, juegos de azar, casino en línea, casinos online, tragaperras, desintoxicación, autoexclu*`,
  },
  weak: {
    en: `alcohol, alcoholic beverage*, alcoholic drink*, liquor, spirits liquor, whisky, whiskey, vodka, beer lovers, wine lovers, casino*, casinos, lottery, lotteries, bingo, poker, smoking, lighters, smoking accessories, hookah, cbd, hemp products, energy drink heavy users, loot boxes, in-app purchase*, fantasy sports, horse racing betting, scratch cards, bars and nightlife regulars, recovery program*, brewery, breweries, wineries`,
    de: `alkohol*, spirituosen, lotto, kasino*, poker, rubbellos*`,
    fr: `alcool*, spiritueux, loterie*, casino*, poker, jeux à gratter`,
    es: `alcohol*, licor*, lotería*, casino*, bingo, póquer`,
  },
  products: {
    any: `nicotine gum, nicotine patch, juul, marlboro, camel cigarettes, lucky strike cigarettes, methadone, naltrexone, suboxone, draftkings, fanduel, bet365, betfair, paddy power, william hill betting, pokerstars, tipico, bwin, stake casino, ladbrokes`,
  },
  places: {
    en: `casino, betting shop, liquor store, vape shop, rehab center, cannabis dispensary`,
    de: `spielhalle, spielbank, wettbüro, suchtklinik`,
    fr: `bureau de tabac, casino`,
    es: `casa de apuestas, salón de juego`,
  },
  columns: `addict*, alcohol*, smok*, smoker*, tobacco*, nicotine*, gambl*, betting*, bet amount, bet count, wager*, casino*, slot spins, deposit limit*, self exclu*, self excluded, deposit escalation, problem gamb*, compulsiv*, drug use*, substance*, relapse*, sobriety*, sucht*, spielsucht*, gluecksspiel*, spielverhalten, raucher*, ludopat*, night gambling, whale score, loot box*, high roller`,
};
