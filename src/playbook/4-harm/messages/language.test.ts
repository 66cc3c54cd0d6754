import { describe, expect, it } from 'vitest';
import { SourceText } from '../../../kernel/source-text.ts';
import { languageOfBlock, languageOfText } from './language.ts';
import { readMessage } from './read-message.ts';

describe('the language of a text', () => {
  const cases: ReadonlyArray<readonly [string, string]> = [
    ['en', 'Your order has shipped and arrives on Monday.'],
    ['en', 'Only a few hours left to save'],
    ['en', 'We could not take your last payment. Let us talk.'],
    ['en', 'Hurry, sale ends soon'],
    ['en', 'Only 3 left in stock!'],
    ['en', 'FREE SHIPPING on all orders'],
    ['en', 'No thanks, I hate saving money'],
    ['de', 'Ihre Bestellung ist unterwegs und kommt am Montag.'],
    ['de', 'Nur noch heute: 20 % auf alles'],
    ['de', 'Wir konnten Ihre letzte Zahlung nicht einziehen.'],
    ['de', 'Nein danke, ich zahle lieber mehr'],
    ['de', 'Jetzt kaufen und sparen'],
    ['fr', 'Votre commande est en route et arrive lundi.'],
    ['fr', 'Plus que 3 en stock, dépêchez-vous'],
    ['fr', 'Nous n’avons pas pu prélever votre dernier paiement.'],
    ['fr', 'Non merci, je préfère payer plus'],
    ['es', 'Su pedido está en camino y llega el lunes.'],
    ['es', 'Solo quedan 2, date prisa antes de que se acabe'],
    ['es', 'No hemos podido cobrar su último pago.'],
    ['es', 'No gracias, prefiero pagar más'],
    ['it', 'Il tuo ordine è in viaggio e arriva lunedì.'],
    ['nl', 'Uw bestelling is onderweg en komt maandag aan.'],
    ['pt', 'O seu pedido está a caminho e chega na segunda-feira.'],
    ['pl', 'Twoje zamówienie jest w drodze i dotrze w poniedziałek.'],
    ['sv', 'Din beställning är på väg och kommer på måndag.'],
    ['cs', 'Vaše objednávka je na cestě a dorazí v pondělí.'],
    ['tr', 'Siparişiniz yolda ve pazartesi günü ulaşacak.'],
    ['ru', 'Ваш заказ в пути и прибудет в понедельник.'],
    ['el', 'Η παραγγελία σας είναι καθ’ οδόν και φτάνει τη Δευτέρα.'],
    ['ja', 'ご注文の商品は発送され、月曜日に届きます。'],
  ];
  it.each(cases)('%s: %s', (language, text) => {
    expect(languageOfText(text)).toBe(language);
  });

  it('cannot be told from too little', () => {
    for (const text of ['', '42 %', 'K2', '{{ customer.first_name }}', 'https://shop.example/you', 'Harbor'])
      expect(languageOfText(text)).toBeNull();
  });

  it('is what is declared where the text leaves room for it', () => {
    expect(languageOfText('Sale', 'de-AT')).toBe('de');
    expect(languageOfText('Su pedido está en camino y llega el lunes.', 'en')).toBe('es');
    expect(languageOfText('Din bestilling er på vej og kommer mandag.', 'da')).toBe('da');
  });

  it('is not told from placeholder text', () => {
    expect(languageOfText('Lorem ipsum dolor sit amet, consectetur adipiscing elit')).toBeNull();
    expect(
      languageOfText('Your weekly news for the whole family. Lorem ipsum dolor sit amet, consectetur.'),
    ).toBe('en');
  });

  it('of a block is its own only where that is clear', () => {
    expect(languageOfBlock('OK', 'de')).toBe('de');
    expect(languageOfBlock('Apple iPhone 17 Pro Max Titanium', 'en')).toBe('en');
    expect(languageOfBlock('Nur noch heute: zwanzig Prozent auf alle Schuhe.', 'en')).toBe('de');
    expect(languageOfBlock('Harbor', null)).toBeNull();
  });

  it('is told per block in a message of two languages', () => {
    const text =
      '<html lang="en"><body><p>Your order has shipped and arrives on Monday.</p><p>Thank you for shopping with us this year.</p><p>Ihre Bestellung ist unterwegs und kommt am Montag an.</p></body></html>';
    const { message } = readMessage(new SourceText('m.html', text));
    expect(message!.language).toBe('en');
    expect(message!.blocks.map(({ language }) => language)).toEqual(['en', 'en', 'de']);
  });
});
