import { HONEST, pressure, repaired, sale } from './campaigns.ts';
import { type Customer, TRAITS } from './people.ts';
import { AFTER_DISAPPOINTMENT, HALF_LIFE_DAYS } from './simulate.ts';

const times = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

const percent = (share: number): string => `${times.format(100 * share)} %`;

const somebody = (ageBand: Customer['ageBand'], tenure: Customer['tenure']): Customer => ({
  number: 0,
  ageBand,
  tenure,
  buying: 0,
  hasLapsed: true,
});

/** What the simulator takes for true, in sentences with the numbers that it calculates with. */
export function assumptionsOf(count: number): readonly string[] {
  const old = pressure.effectOn(somebody('65+', 'regular'), 0);
  const other = pressure.effectOn(somebody('35-64', 'regular'), 0);
  const fresh = pressure.effectOn(somebody('35-64', 'new'), 0);
  const anyone = somebody('35-64', 'regular');
  return [
    `${count.toLocaleString('en')} customers of an outfitter that does not exist: ${percent(TRAITS.young)} of them 18 to 34, ${percent(TRAITS.middle)} 35 to 64, the others 65 and more; ${percent(TRAITS.fresh)} new; ${percent(TRAITS.lapsed)} have not bought for half a year. These traits are drawn apart from one another.`,
    `An honest message brings an order with a chance of ${percent(TRAITS.buying[0])} to ${percent(TRAITS.buying[1])}, by person. ${percent(HONEST.regret)} of orders are given back, ${percent(HONEST.complaint)} of messages bring a complaint, ${percent(HONEST.leaving)} an opt-out.`,
    `The countdown sells ${times.format(other.lift)} times as much the first time, and less each time after that, since it is believed less. People of 65 and more give ${percent(old.regret)} of such orders back (others ${percent(other.regret)}) and complain of ${percent(old.complaint)} of messages (others ${percent(other.complaint)}). New customers opt out of ${percent(fresh.leaving)} (others ${percent(other.leaving)}).`,
    `The honest sale sells ${times.format(sale.effectOn(anyone, 0).lift)} times as much and does no harm. The repaired message sells ${times.format(repaired.effectOn(anyone, 0).lift)} times as much; half of the people said yes to it again.`,
    `Each message makes people tired of the next, of whatever campaign: they buy less, complain more and leave more. Half of that is forgotten after ${HALF_LIFE_DAYS} days.`,
    `Who gave something back buys ${times.format(AFTER_DISAPPOINTMENT)} times as often from then on.`,
    'The same person meets the same luck in both worlds, so that the worlds differ by what was sent and not by chance. Nobody joins during the year.',
    'The pause stops the countdown at the gate; nobody puts another message in its place until June. That is a choice of the story: a team that repairs sooner loses less.',
  ];
}
