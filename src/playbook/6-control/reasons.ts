/** What an explanation or a field is about, by the words that say so, in English, German, French and Spanish. */
export const REASONS = {
  purchase: {
    title: 'what they bought',
    words:
      /\b(?:bought|buy|purchas\w*|order(?:s|ed)?|basket|cart|sku|gekauft|kauf\w*|bestell\w*|achet\w*|achats?|command\w*|compr\w*|pedidos?)\b/iu,
  },
  browsing: {
    title: 'what they looked at',
    words:
      /\b(?:looked at|view(?:s|ed)?|visit(?:s|ed)?|brows\w*|click(?:s|ed)?|search(?:es|ed)?|pages?|sessions?|angesehen|besucht|gesucht|consult\w*|recherch\w*|visit\w*|busc\w*)\b/iu,
  },
  subscription: {
    title: 'what they subscribed to',
    words:
      /\b(?:subscri\w*|sign(?:ed)? ?up|newsletter|opt(?:ed)? ?in|consent\w*|abonn\w*|angemeldet|inscri\w*|suscri\w*)\b/iu,
  },
  place: {
    title: 'where they live or are',
    words:
      /\b(?:live|city|town|postcode|zip|postal|region|country|location|near you|address|plz|wohn\w*|ort|ville|code postal|ciudad|código postal)\b/iu,
  },
  age: {
    title: 'their age or birthday',
    words: /\b(?:age|aged|birth\w*|years old|alter|geburt\w*|âge|anniversaire|edad|cumpleaños)\b/iu,
  },
  membership: {
    title: 'their membership',
    words: /\b(?:member\w*|loyalty|tier|club|points?|mitglied\w*|membre|fidélité|socio|puntos)\b/iu,
  },
  prediction: {
    title: 'a prediction about them',
    words:
      /\b(?:predict\w*|likely|score|propensity|risk|estimat\w*|guess\w*|model|vorhersage|wahrscheinlich\w*|prédi\w*|probab\w*|predic\w*)\b/iu,
  },
  inactivity: {
    title: 'a long time without contact',
    words:
      /\b(?:while|inactive|inactivity|lapsed|last (?:order|purchase|visit|seen|login)|haven[’']t|not (?:ordered|visited)|lange|longtemps|tiempo)\b/iu,
  },
} as const;

export type Reason = keyof typeof REASONS;

export const reasonsIn = (text: string): ReadonlySet<Reason> =>
  new Set((Object.keys(REASONS) as Reason[]).filter((reason) => REASONS[reason].words.test(text)));
