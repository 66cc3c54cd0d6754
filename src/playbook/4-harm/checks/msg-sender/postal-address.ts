/** A street with its number, as it is written in English, German, French and Spanish. */
const STREET =
  /\b\d{1,5}[a-z]?,? (?:[\p{L}.'’-]{1,40} ){0,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|way|square|sq|quay|court|ct|place|pl|terrace|close|row|parkway|pkwy|highway|hwy)\b|(?<!\p{L})\p{L}{1,60}(?:straße|strasse|str\.|weg|platz|gasse|allee|ring|ufer|damm)\s+\d{1,4}|\b\d{1,4}(?: (?:bis|ter))?,? (?:rue|avenue|av\.|boulevard|bd|place|quai|chemin|allée|impasse|cours) |\b(?:calle|c\/|avenida|avda\.?|plaza|paseo|camino) ?\p{L}/iu;
const BOX = /\b(?:p\.? ?o\.? box|postfach|boîte postale|bp \d|apartado (?:de correos )?\d|suite \d)/iu;
/** A postal code beside a town: United Kingdom, United States, continental Europe. */
const CODE =
  /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]{2},? \d{5}(?:-\d{4})?\b|\b(?:[A-Z]{1,2}-)?\d{4,5} \p{Lu}\p{L}{2,}/u;
/** A merge tag or placeholder that prints the address. */
const PRINTED =
  /[[{%|*<][^\]}\n]{0,60}(?:address|anschrift|adresse|dirección|direccion|member_addr|site_location|company_location)[^\]}\n]{0,60}[\]}%|*>]/iu;

/** Whether a text holds a postal address, or the merge tag that prints one. */
export const holdsPostalAddress = (text: string): boolean =>
  STREET.test(text) || BOX.test(text) || CODE.test(text) || PRINTED.test(text);
