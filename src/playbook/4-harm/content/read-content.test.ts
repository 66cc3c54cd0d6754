import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ContentFact } from '../../../check/facts/content.ts';
import { SourceText } from '../../../kernel/source-text.ts';
import { readMessage } from '../messages/index.ts';
import { readContent } from './index.ts';

function read(text: string, file = 'm.txt'): ContentFact & { quoted: string[] } {
  const source = new SourceText(file, text);
  const content = readContent([readMessage(source).message!]);
  return { ...content, quoted: [...content.prices, ...content.offers].map(({ at }) => source.quote(at)) };
}

describe('what sells', () => {
  it.each<[string, string[]]>([
    ['Get 20% off all boots until Sunday.', ['20% off']],
    ['New boots for €49.90, in all sizes.', ['€49.90']],
    ['Our spring sale is on now.', ['spring sale']],
    ['Unlimited music for just $9 a month', ['$9']],
    ['Nur heute: 20 % Rabatt auf alle Schuhe.', ['20 % Rabatt']],
    ['Wanderschuhe jetzt für 49,90 € in allen Größen.', ['49,90 €']],
    ['Profitez de 20 % de remise sur toutes les chaussures.', ['20 % de remise']],
    ['Les nouvelles bottes sont là, à partir de 49 €.', ['49 €']],
    ['Hoy tienes un 20 % de descuento en todas las botas.', ['20 % de descuento']],
    ['Las nuevas botas ya están aquí desde 49 €.', ['49 €']],
    ['Use promo code BOOTS at the till.', ['promo code']],
    ['Use your £10 voucher when you spend £50 with us.', ['voucher', '£50']],
    ['A gift of a box worth €120, now for only €49.', ['€49']],
    ['Borrow up to €1,000, in your account in ten minutes.', ['Borrow up to €1']],
    ['Apply for our consolidation loan and pay less.', ['Apply for our consolidation loan']],
    ['Here are 50 free spins to win it back.', ['50 free spins']],
    ['Mit unserem Sofortkredit sind Sie die Sorge los.', ['Sofortkredit']],
    ['Pida ahora su préstamo en diez minutos.', ['Pida ahora su préstamo']],
    ['Notre crédit renouvelable est à vous en un clic.', ['Notre crédit renouvelable']],
    ['By law you may choose. You qualify for our phone at £12 a month.', ['£12']],
    ['Our bill insurance is 3.90 EUR a month.', ['3.90 EUR']],
  ])('%s', (text, quoted) => {
    const content = read(text);
    expect(content.quoted).toEqual(expect.arrayContaining(quoted));
    expect(content).toMatchObject({ sells: true, seenIntents: ['sell', 'retain'] });
  });
});

describe('what mentions money and sells nothing', () => {
  it.each([
    'Your account is overdue. The amount due is €84.20; please pay by 3 December or talk to us about a payment plan.',
    'We have refunded $19.00 to your card.',
    'Recall of heater H2: stop using it. You get a full refund of £39.99 or a replacement, free of charge.',
    'Receipt for order 1182. Boots 2 x £30.00. Total £60.00. Thank you for your order.',
    'Beware of scams: fake messages in our name promise vouchers and 50% off. We never ask for your PIN.',
    'The fund is open. It pays up to 300 EUR towards heating. It is a gift.',
    'You gave 8,400 EUR for the roof. It is dry now.',
    'The panel has awarded you £600.',
    'The licence costs £0.00 for you.',
    'A voucher worth £49 from the winter fund is attached. It is not a loan.',
    'Our offer: for twelve months you pay 40 EUR instead of 95 EUR. No interest is added.',
    'You receive Pension Credit, so the law gives you the Warm Home Discount of £150.',
    'The mails are not ours. They say “90% off, claim your gift card now!”.',
    'Do not take out a loan to pay an old one.',
    'Este invierno recibirá 120 € de ayuda para la calefacción.',
    'Sie haben Anspruch auf den Entlastungsbetrag von 131 € im Monat.',
    'Vous recevrez aussi un bon de 20 € pour des produits frais.',
    'You may pay less: the social tariff takes up to 30% off bills of people who receive benefits.',
    'Ihre Rechnung über 84,20 € ist seit dem 1. November offen. Wir bieten Ihnen gern einen Ratenplan an.',
    'Rückruf: Bitte benutzen Sie das Heizgerät nicht. Wir erstatten Ihnen 39,99 €.',
    'Votre facture de 84,20 € reste impayée. Un plan de paiement est possible.',
    'Su factura de 84,20 € está pendiente. Podemos acordar un plan de pagos.',
    'Your order has shipped and arrives on Monday.',
    'Our nurses are here at night, too. Call us whenever you need to talk.',
    'Your direct debit of £25.00 leaves your account on 1 December.',
    'Please donate $10 to keep the food bank open.',
  ])('%s', (text) => {
    const { sells, prices, offers } = read(text);
    expect({ sells, prices, offers }).toEqual({ sells: false, prices: [], offers: [] });
  });
});

describe('calls to action', () => {
  it.each<[string, string | null]>([
    ['Shop now', 'buy'],
    ['Order now', 'buy'],
    ['Order details', 'read'],
    ['Pay invoice', 'pay'],
    ['Jetzt bezahlen', 'pay'],
    ['Jetzt kaufen', 'buy'],
    ['Acheter', 'buy'],
    ['Comprar ahora', 'buy'],
    ['Donate', 'donate'],
    ['Spenden', 'donate'],
    ['Renew membership', 'renew'],
    ['Sign me up', 'sign-up'],
    ['Subscribe', 'subscribe'],
    ['Learn more', 'read'],
    ['Talk to us', 'help'],
    ['Set up a payment plan', 'help'],
    ['Give blood', 'sign-up'],
    ['Renew my housing benefit', 'sign-up'],
    ['Claim your refund', 'sign-up'],
    ['Claim your prize', 'buy'],
    ['Claim your discount', 'buy'],
    ['Order your free test kit', 'sign-up'],
    ['Order now', 'buy'],
    ['Subscribe to pollen alerts', 'sign-up'],
    ['Book now', 'buy'],
    ['Play now', 'buy'],
    ['Hilfe holen', 'help'],
    ['Track package', 'read'],
    ['Use this discount now...', 'buy'],
    ['Reset your password', null],
  ])('%s', (text, does) => {
    const { calls } = read(`<p>Hello.</p><a class="button" href="/">${text}</a>`, 'm.html');
    expect(calls.map((call) => call.does)).toEqual(does === null ? [] : [does]);
  });

  it.each([
    ['Screening is your choice.', 'Book now', 'sign-up'],
    ['The workshop is free.', 'Book your place', 'sign-up'],
    ['Five nights by the sea.', 'Book now', 'buy'],
    ['A health check for only £49.', 'Book now', 'buy'],
    ['You may get the allowance if you receive income support.', 'Claim now', 'sign-up'],
    ['Win a car.', 'Claim now', 'buy'],
  ])('%s %s', (text, button, does) => {
    const { calls } = read(`<p>${text}</p><a class="button" href="/">${button}</a>`, 'm.html');
    expect(calls.map((call) => call.does)).toEqual([does]);
  });

  it('are found in running text, and unsubscribing is none to buy', () => {
    expect(read('New boots are in. Shop now: https://a.example').calls).toMatchObject([
      { does: 'buy', quote: 'Shop now' },
    ]);
    expect(read('<p>Hi</p><a href="/u">Unsubscribe</a>', 'm.html').calls).toMatchObject([
      { does: 'unsubscribe' },
    ]);
    expect(read('<p>Hi</p><a class="btn" href="/u">No thanks</a>', 'm.html').calls).toEqual([]);
  });
});

describe('seen intents', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'an amount due',
      '<p>The amount due is $5.</p><a class="btn" href="/">Pay now</a>',
      ['collect', 'inform', 'support', 'protect'],
    ],
    ['help', '<p>We can help.</p><a class="btn" href="/">Talk to us</a>', ['inform', 'support', 'protect']],
    ['a gift', '<p>They need you.</p><a class="btn" href="/">Donate</a>', ['collect']],
    ['a renewal', '<p>We miss you.</p><a class="btn" href="/">Renew membership</a>', ['sell', 'retain']],
    ['reading', '<p>New stories.</p><a class="btn" href="/">Read more</a>', []],
  ])('%s', (_, html, intents) => expect(read(html, 'm.html').seenIntents).toEqual(intents));
});

const FOLDER = new URL('../../../../../shared/data/templates/', import.meta.url);
const present = existsSync(FOLDER);
if (!present) console.log('skipped: 66 real templates are not at hand');

describe.skipIf(!present)('real templates', () => {
  const sells = (name: RegExp): boolean[] =>
    readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
      .filter((file) => name.test(file))
      .map(
        (file) =>
          readContent([
            readMessage(new SourceText(file, readFileSync(new URL(file, FOLDER), 'utf8'))).message!,
          ]).sells,
      );

  it('invoices, reminders and password resets sell nothing', () => {
    const seen = sells(/(?:password-reset|invitation|comment-notification|dunning|invoice|receipt__receipt)/);
    expect(seen.length).toBeGreaterThan(10);
    expect(seen).toEqual(seen.map(() => false));
  });

  it('a promotion sells, and so does a receipt with a coupon for the next purchase', () => {
    expect(sells(/src__27\.mjml$|plain__receipt/)).toEqual([true, true]);
  });
});
