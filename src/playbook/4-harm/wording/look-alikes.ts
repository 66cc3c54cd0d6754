/**
 * Letters that look like Latin ones and are used to slip past filters: Cyrillic, Greek, Armenian and small capitals.
 * Keys are lower case where the script has case. After Unicode Technical Standard 39 (confusables), the part that is
 * seen in mail.
 */
const PAIRS =
  'аaбbвbгrеeзzиuіiїiјjкkмmнhоoпnрpсcтtуyхxчhщwыuьbэeүyһhԁdԛqԝwѕsєeґrѵv' +
  'αaβbγyεeζzηnιiκkμuνvοoρpσoτtυuχxωwϲc' +
  'ոnսuօoհhցgյjզq' +
  'ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢzıiɑaɡgℓl';

export const LOOK_ALIKES = pairs(PAIRS);

/** Capitals that look like another letter than their lower-case form does. */
export const CAPITAL_LOOK_ALIKES = pairs('ΗhΝnΥyΜmΖzΧx');

/** Enclosed capitals that compatibility normalisation leaves alone: negative circled and negative squared letters. */
export function enclosedLetter(codePoint: number): string | null {
  for (const first of [0x1f150, 0x1f170])
    if (codePoint >= first && codePoint < first + 26) return String.fromCharCode(97 + codePoint - first);
  return null;
}

function pairs(letters: string): ReadonlyMap<string, string> {
  return new Map(Array.from(letters.matchAll(/(.)(.)/gu), ([, from, to]) => [from!, to!] as const));
}
